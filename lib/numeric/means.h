/* Means of k columns (the children of a node) for n units at once. A missing child drops out of both sums; so does a
 * child of weight 0. No child, or none with a weight: NaN. Sums run over the children in the order given. */
#ifndef INNO_NUMERIC_MEANS_H
#define INNO_NUMERIC_MEANS_H

#include <stdint.h>

/* available: n counts of children that are not missing, whatever their weight, or NULL. out is none of the columns. */
/* sum(w x) / sum(w), never outside the children: equal children have exactly their value as mean, and zeros of either
 * sign have 0. Returns 0 when a sum is beyond the range of a double, and infinite there, else 1. */
int inno__mean_arithmetic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                          double *available);
/* exp(sum(w ln x) / sum(w)); a value <= 0 gives NaN: the caller looks first. */
void inno__mean_geometric(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                          double *available);
/* sum(w) / sum(w / x); the caller looks for values <= 0 first. */
void inno__mean_harmonic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                         double *available);
/* exp(sum(w ln x)), the weights of what is there raised to the sum of all; a value <= 0 gives NaN. */
void inno__weighted_product(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                            double *available);
/* (sum(w x^p) / sum(w))^(1/p), p not 0; p = 1 is the arithmetic mean exactly. */
void inno__mean_power(const double *const *columns, const double *weights, int32_t k, int64_t n, double p, double *out,
                      double *available);
/* Unweighted, of the children with a weight above 0. sorted: k doubles of scratch, twice. */
void inno__mean_median(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                       double *available, double *sorted);
void inno__mean_minimum(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                        double *available);

#endif
