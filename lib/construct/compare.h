/* What rules that compare units have in common: who takes part, which unit outranks which, ends of the children. */
#ifndef INNO_CONSTRUCT_COMPARE_H
#define INNO_CONSTRUCT_COMPARE_H

#include <stddef.h>
#include <stdint.h>

#include "construct/node.h"

/* A margin is a whole number of these parts of the weight compared, so that weights such as 1/3 can tie, and sums of
 * margins have no rounding. */
#define INNO__MARGIN_ONE 1099511627776.0 /* 2^40 */

/* Cells of one bounded part of the work. */
enum { INNO__COMPARE_SLICE = 65536 };

/* 1 in part for every unit that has a value of a child of weight > 0, and enough coverage; how many. Refuses one unit
 * alone: there is nobody to compare it with. */
inno_status inno__compare_units(const inno__node *node, unsigned char *part, int64_t *count);

/* Largest weight of the children. */
double inno__compare_weight(const inno__node *node);

/* Unit i against the units begin .. n - 1: share of the weight that speaks for i minus share that speaks against it,
 * over the children that both have, in parts. weight: that of these children, as shares of the largest; 0 = they share
 * none, and then the margin is 0. Exactly the opposite of what the other unit's row says. */
void inno__compare_row(const inno__node *node, int64_t i, int64_t begin, double *margin, double *weight);

/* Ends of a child among the units that take part; 0 = nobody has it. Refuses ends that are too far apart. */
inno_status inno__compare_range(const inno__node *node, const unsigned char *part, int32_t child, double *least,
                                double *most, int *there);

#endif
