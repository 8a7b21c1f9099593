/* Covariance and correlation of columns; NaN is missing. Sums run in eight lanes (unit mod 8) as those of moments.h. */
#ifndef INNO_NUMERIC_CORRELATION_H
#define INNO_NUMERIC_CORRELATION_H

#include <stddef.h>
#include <stdint.h>

/* Of the units that have both values. A column that is constant over them has exactly 0. Values up to 1e150. */
typedef struct {
  int64_t count;
  double mean_x, mean_y;
  double xx, xy, yy; /* sums of products of deviations */
} inno__pair;

void inno__pair_of(const double *x, const double *y, int64_t n, inno__pair *out);

double inno__pair_covariance(const inno__pair *p); /* divisor count - 1; NaN below 2 units */
/* Pearson's, within -1..1; NaN below 2 units and where one of the two is constant. */
double inno__pair_correlation(const inno__pair *p);

double inno__correlation(const double *x, const double *y, int64_t n);

/* Pearson's of the ranks (ties average) that the values have among the units with both. */
size_t inno__spearman_work_size(int64_t n);
double inno__spearman(const double *x, const double *y, int64_t n, void *work);

/* keep[i] = 1 where no column is missing, else 0; returns how many. */
int64_t inno__complete_cases(const double *const *x, int32_t k, int64_t n, unsigned char *keep);

/* k x k, both triangles the same bits. keep: units to take, NULL = for each pair the units that have both (the matrix
 * may then have negative eigenvalues). NaN as above; the diagonal of correlations is 1, or NaN where a column is
 * constant. */
#define INNO__COVARIANCES 0
#define INNO__CORRELATIONS 1
size_t inno__correlation_matrix_work_size(int64_t n);
void inno__correlation_matrix(const double *const *x, int32_t k, int64_t n, const unsigned char *keep, int32_t kind,
                              double *out, void *work);

#endif
