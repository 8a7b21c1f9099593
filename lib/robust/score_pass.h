/* The second pass for exact quantiles of scores: the bins of a tally say where the order statistics lie, so only the
 * scores in these bins are gathered, and how many they are is known before. */
#ifndef INNO_ROBUST_SCORE_PASS_H
#define INNO_ROBUST_SCORE_PASS_H

#include "robust/tally.h"

typedef struct {
  int64_t bin, expected, filled, offset; /* offset: of its first score in values */
} inno__score_slot;

struct inno_score_pass {
  inno_allocator allocator;
  inno__tally_shape shape;
  char identity[65]; /* of the tally, and of what is asked */
  inno__ranges first, seen;
  int64_t probabilities, slots_of_unit; /* the latter: room */
  int finished;
  int64_t value_count, longest; /* scores in all slots, and in the largest one */
  inno__score_place *place;     /* units x probabilities */
  inno__score_slot *slot;       /* units x slots_of_unit, by ascending bin */
  int64_t *slot_count;          /* units */
  int64_t *filled_before;       /* units x slots_of_unit: to undo a batch */
  double *values, *work;        /* value_count and longest; another block */
  void *block;                  /* of all but them */
  size_t bytes;
};

inno_status inno__score_pass_create(const inno_allocator *a, const inno_tally *t, const double *probabilities,
                                    int64_t count, int32_t type, int64_t most, inno_score_pass **out,
                                    inno_error *error);
void inno__score_pass_destroy(inno_score_pass *p);

/* As inno__tally_open() and its fellows. */
inno_status inno__score_pass_open(const inno_score_pass *p, int64_t first, int64_t count, inno__ranges *with,
                                  inno_error *error);
inno_status inno__score_pass_count(inno_score_pass *p, const inno__batch *batch, inno_error *error);
inno_status inno__score_pass_close(inno_score_pass *p, inno__ranges *with, inno_error *error);

inno_status inno__score_pass_run(inno_score_pass *p, const inno_uncertainty *u, int64_t first, int64_t count,
                                 inno_error *error);

inno_status inno__score_pass_merge(inno_score_pass *into, const inno_score_pass *from, inno_error *error);
double inno__score_pass_quantile(const inno_score_pass *p, int64_t unit, int64_t probability);

/* The slot of a bin, or NULL. */
inno__score_slot *inno__score_slot_of(const inno_score_pass *p, int64_t unit, int64_t bin);
/* Takes a score, or leaves it when its bin is not needed. 0 = there are too many: the first pass saw other scores. */
int inno__score_gather(inno_score_pass *p, int64_t unit, double score);
/* Back to what it was after the last close; reports that the scores differ. */
inno_status inno__score_pass_undo(inno_score_pass *p, inno_error *error);

int64_t inno__score_pass_size(const inno_score_pass *p);
void inno__score_pass_write(const inno_score_pass *p, unsigned char *out);
inno_status inno__score_pass_merge_bytes(inno_score_pass *into, const unsigned char *data, int64_t size,
                                         inno_error *error);

#endif
