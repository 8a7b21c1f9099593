/* Where replicates spend their time: scores that are one sum, and ranks, for all lanes together. Every form of it gives the
 * same bits: sums go child by child in the order of the numbers, products are rounded before they are added. */
#ifndef INNO_ROBUST_KERNEL_H
#define INNO_ROBUST_KERNEL_H

#include "robust/draw.h"

/* scores of every unit = sum over indicators of its term times the lane's weight. */
void inno__kernel_sums(const inno__table *terms, const double *weights, double *scores);

/* The same for one lane alone. */
void inno__kernel_sum_lane(const inno__table *terms, const double *weights, int32_t lane, double *scores);

#endif
