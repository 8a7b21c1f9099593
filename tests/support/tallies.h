/* Replicates for tests of tallies: scores by number from the library's own generator, ranked, in batches. */
#ifndef TESTS_SUPPORT_TALLIES_H
#define TESTS_SUPPORT_TALLIES_H

#include "robust/score_pass.h"
#include "robust/tally.h"

enum { TALLIES_UNITS = 7, TALLIES_SHARES = 3 };

typedef struct {
  double score[TALLIES_UNITS]; /* NaN = none */
  double rank[TALLIES_UNITS];
  double share[TALLIES_SHARES];
  inno_status status;
} tallies_replicate;

/* Everything is counted; half: fractional ties. Scale 0 to 100, 50 bins. */
inno__tally_shape tallies_shape(int32_t half);
/* The replicate of a number: ties, missing units and failures among them; few scores leave the scale when wild. */
tallies_replicate tallies_replicate_of(int64_t number, int32_t half, int wild);
inno_tally *tallies_create(const inno_allocator *a, int32_t half);
/* Replicates first to first + count - 1 in batches of at most so many; pass may be NULL, and so may t. */
inno_status tallies_run(inno_tally *t, inno_score_pass *p, int64_t first, int64_t count, int64_t batch, int wild,
                        inno_error *error);
/* Allocated with malloc. */
unsigned char *tallies_bytes(const inno_tally *t, int64_t *size);

#endif
