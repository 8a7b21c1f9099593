/* The tables of an index - framework, method, data - become objects of the library. Same words as FRAMEWORK.csv,
 * METHOD.ini and DATA.csv (docs/formats.md). Inside cells/ only. */
#ifndef CELLS_TABLES_H
#define CELLS_TABLES_H

#include "state.h"

struct cells_index {
  inno_indicator_set *set;
  const char **denominators; /* of each row of the framework; "" = none */
  inno_weights *weights;     /* NULL = those of the framework */
  inno_scheme *steps[INNO_LIMIT_STEPS];
  int32_t step_count;
  inno_scheme *explain, *uncertainty;
  const char *group;                  /* ranks inside groups; NULL = among all */
  int32_t method_argument, group_row; /* where that stands */
  inno_method *method;
  inno_dataset *data;
  inno_result *result;
};

/* Arguments by position; data -1 = none is needed, and no result is made. keep: a sum of INNO_KEEP_. false after a
 * fault; cells_index_close() is needed in any case. */
bool cells_index_make(struct cells_call_state *c, int32_t data, int32_t framework, int32_t method, int32_t keep,
                      struct cells_index *out);
void cells_index_close(struct cells_index *index);
/* Ranks of functions that know no groups: a fault where the method asks for groups. */
bool cells_ranks_of_all(struct cells_call_state *c, const struct cells_index *index);

/* ---- between the files of this layer ---- */

/* The column with that header, -1 = none or after a fault, which *ok tells. */
int32_t cells_column_named(struct cells_call_state *c, int32_t argument, const char *name, bool *ok);
/* Position of a step by its verb ("normalize") or section ("normalization"); -1 = none. */
int32_t cells_step_position(const char *name, bool section);
/* The n-th scheme of a step of the pipeline, or the options beside it; NULL = none. */
inno_scheme *cells_find_scheme(const struct cells_index *index, int32_t step, int32_t occurrence);

bool cells_read_framework(struct cells_call_state *c, int32_t argument, struct cells_index *out);
bool cells_read_method(struct cells_call_state *c, int32_t argument, struct cells_index *out);
/* Columns of the framework that set keys of the method: after cells_read_method(). */
bool cells_apply_framework(struct cells_call_state *c, int32_t argument, struct cells_index *out);
bool cells_read_data(struct cells_call_state *c, int32_t argument, struct cells_index *out);

#endif
