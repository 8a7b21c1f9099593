/* Screening of units by the share of values they have and the share of those that are not zero. */
#ifndef INNO_CONSTRUCT_SCREEN_H
#define INNO_CONSTRUCT_SCREEN_H

#include <stdint.h>

#include "construct/rule.h"

typedef struct {
#define INNO__DEF_FIELDS
#include "construct/screen.def"
} inno__screen_rule;

/* Adds one column to the counts of each unit. */
void inno__screen_count(const double *x, int64_t n, int32_t *available, int32_t *zeros);

double inno__screen_coverage(int32_t available, int32_t indicators);
/* 1 - zeros / available; NaN when nothing is available */
double inno__screen_nonzero(int32_t zeros, int32_t available);

/* 1 = the unit stays. force: 0 or INNO_FORCE_, which wins. Equality with a threshold stays. A unit without any value
 * has no non-zero share and fails that test (COINr leaves it undecided). */
int inno__screen_keep(const inno__screen_rule *rule, int32_t available, int32_t zeros, int32_t indicators,
                      int32_t force);

#endif
