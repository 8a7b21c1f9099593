/* Imputation from other units of the family: nearest neighbors, and hot deck inside groups.
 *
 * Distance of two units: each column is scaled by the range of its observed values; over the columns that both have,
 * the root of the mean squared difference. A column without a range takes no part in it. Of units at equal distances
 * the one that comes first in the order of the units counts as nearer. */
#ifndef INNO_CONSTRUCT_IMPUTE_DONOR_H
#define INNO_CONSTRUCT_IMPUTE_DONOR_H

#include "construct/impute_family.h"

/* INNO_IMPUTE_NEAREST: a cell takes the mean of the nearest units that have it. INNO_IMPUTE_HOT_DECK: a unit takes all
 * its cells from the nearest complete unit of its group. INNO_IMPUTE_HOT_DECK_SEQUENTIAL: from the last complete unit
 * of its group before it; before the first, from the first. */
typedef struct {
  int32_t rule;
  int32_t neighbors;              /* of INNO_IMPUTE_NEAREST: at most this many, those there are otherwise; 1 .. 1000 */
  int32_t weighted;               /* 1 = weights 1 / distance; units at distance 0 then count alone */
  int32_t min_overlap;            /* columns that both must have and that have a range, at least 1 */
  const inno__grouping *grouping; /* hot deck: NULL = one group; a unit in no group stays missing */
} inno__donor_rule;

/* 8-byte aligned; SIZE_MAX when it cannot be had. */
size_t inno__impute_donor_work_size(int32_t k, int64_t n, const inno__donor_rule *rule);

/* Scales, and what there is; copies what there is into out. */
void inno__impute_donor_start(const inno__family *f, const inno__donor_rule *rule, void *work);

/* Fills the units first .. last - 1: ranges may be done in any pieces, each unit once. What has no donor stays missing.
 * The source of a cell is its donor, the nearest of several. */
void inno__impute_donor_units(const inno__family *f, const inno__donor_rule *rule, int64_t first, int64_t last,
                              void *work);

/* The neighbors that INNO_IMPUTE_NEAREST takes a cell from, nearest first, after inno__impute_donor_start(); returns
 * how many. The value is sum(weight * value) / sum(weight) in this order, held between their smallest and largest. who,
 * distance, weight: room for rule->neighbors. */
int32_t inno__impute_donor_neighbors(const inno__family *f, const inno__donor_rule *rule, int64_t unit, int32_t column,
                                     int64_t *who, double *distance, double *weight, void *work);

#endif
