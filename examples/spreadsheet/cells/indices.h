/* Functions that score a whole index from its tables. */
#ifndef CELLS_INDICES_H
#define CELLS_INDICES_H

#include "state.h"

bool call_score(struct cells_call_state *c);
bool call_score_rank(struct cells_call_state *c);
bool call_score_coverage(struct cells_call_state *c);
bool call_score_weights(struct cells_call_state *c);
bool call_contribution(struct cells_call_state *c);
bool call_what_if(struct cells_call_state *c);
bool call_next_rank(struct cells_call_state *c);
bool call_rank_interval(struct cells_call_state *c);

#endif
