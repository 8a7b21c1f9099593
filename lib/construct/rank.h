/* Ranks of units: 1 = the highest value, NaN has none. */
#ifndef INNO_CONSTRUCT_RANK_H
#define INNO_CONSTRUCT_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "construct/impute.h"

size_t inno__rank_units_work_size(int64_t n, int32_t group_count);

/* grouping NULL = among all; else inside each group, a unit in no group has no rank. ties: INNO_TIES_. */
void inno__rank_units(const double *x, int64_t n, int32_t ties, const inno__grouping *grouping, double *out, void *work);

/* The rank of one of them among all. Time: n; n^2 for dense ties. */
double inno__rank_of(const double *x, int64_t n, int32_t ties, int64_t unit);

#endif
