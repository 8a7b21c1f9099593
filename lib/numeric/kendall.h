/* Kendall's tau-b of the units that have both values. NaN is missing, as value and as weight. */
#ifndef INNO_NUMERIC_KENDALL_H
#define INNO_NUMERIC_KENDALL_H

#include <stddef.h>
#include <stdint.h>

/* Sums over the groups of t equal values in a column; 0 when all differ. */
typedef struct {
  double pairs;   /* t (t - 1) */
  double triples; /* t (t - 1) (t - 2) */
  double spread;  /* t (t - 1) (2 t + 5) */
} inno__ties;

/* A pair of units counts w_i w_j, without weights 1. Concordant: x and y order it the same way; untied_x: x differs. */
typedef struct {
  int64_t count; /* units with both values and, where there are weights, one above 0 */
  double concordant, discordant;
  double untied_x, untied_y;
  inno__ties ties_x, ties_y;
} inno__kendall;

size_t inno__kendall_work_size(int64_t n);

/* By merging (Knight 1966), in n log n steps. weights: NULL, or n that are 0 or more and whose sum is between 1e-150
 * and 1e150; only their ratios matter. Exchanging x and y exchanges the ties and changes no other bit: counts are exact
 * (n below 1e8), and weighted sums are the mean of both orders. */
void inno__kendall_of(const double *x, const double *y, const double *weights, int64_t n, inno__kendall *out,
                      void *work);

/* A column without missing values, sorted once for its pairs with others: these cost n log n small steps each. */
typedef struct {
  int64_t n, groups;    /* groups of equal values, in ascending order */
  const int32_t *group; /* of each unit */
  const int32_t *order; /* units, group after group */
  const int32_t *start; /* where each group begins in order; one more is n */
  double untied;        /* pairs from different groups */
  inno__ties ties;
} inno__kendall_column;

/* Bytes that a column lives in, a multiple of 8; the other two are scratch. Aligned for a double, n below 1e8. */
size_t inno__kendall_column_size(int64_t n);
size_t inno__kendall_sort_work_size(int64_t n);
size_t inno__kendall_between_work_size(int64_t n);
void inno__kendall_sort(const double *x, int64_t n, inno__kendall_column *out, void *home, void *work);
/* As inno__kendall_of without weights, the same bits. */
void inno__kendall_between(const inno__kendall_column *x, const inno__kendall_column *y, inno__kendall *out,
                           void *work);

/* (concordant - discordant) / sqrt(untied_x untied_y), within -1..1: for weights, sum of w_i w_j sgn(x_i - x_j)
 * sgn(y_i - y_j) over the pairs, over the root of the two sums of its squares. NaN where x or y does not differ in any
 * pair, so also below 2 units. */
double inno__kendall_tau(const inno__kendall *k);

/* Two-sided p-value, as R's cor.test: without ties and below 50 units from the exact distribution (2 units: 1), else
 * normal with the variance corrected for ties and no continuity correction. For counts without weights; NaN with tau.
 */
double inno__kendall_p(const inno__kendall *k);
int inno__kendall_is_exact(const inno__kendall *k);

#endif
