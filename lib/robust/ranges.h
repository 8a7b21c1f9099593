/* Which replicates were counted: disjoint ranges in ascending order, neighbours joined, so that equal sets of
 * replicates are equal lists. */
#ifndef INNO_ROBUST_RANGES_H
#define INNO_ROBUST_RANGES_H

#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"

#define INNO__REPLICATE_END ((int64_t)1 << 62)   /* numbers are below */
#define INNO__REPLICATE_COUNT ((int64_t)1 << 53) /* most in one tally: counts are exact as doubles */

typedef struct {
  int64_t first, end; /* end is the first one behind it */
} inno__range;

typedef struct {
  inno__range *at;
  int64_t count;
  int64_t total; /* replicates */
} inno__ranges;

void inno__ranges_free(const inno_allocator *a, inno__ranges *r);

/* The union of two lists as a new one; refuses a replicate that is in both, more than INNO_LIMIT_TALLY_RANGES ranges,
 * and more than INNO__REPLICATE_COUNT replicates. */
inno_status inno__ranges_join(const inno_allocator *a, const inno__ranges *x, const inno__ranges *y, inno__ranges *out,
                              inno_error *error);

/* As inno__ranges_free() of old and old = new: after it nothing can fail. */
void inno__ranges_replace(const inno_allocator *a, inno__ranges *old, inno__ranges *with);

/* The numbers below which nothing is missing: 0 to this - 1 are all there. */
int64_t inno__ranges_complete(const inno__ranges *r);
int inno__ranges_contain(const inno__ranges *r, int64_t replicate);
/* How many of first .. end - 1 are in it. */
int64_t inno__ranges_within(const inno__ranges *r, int64_t first, int64_t end);

#endif
