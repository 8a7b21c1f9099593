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

/* A column about its mean, for its pairs with columns that lack the same values: inno__products of two such are the xx,
 * xy, yy of inno__pair_of, the same bits. Missing is 0. */
void inno__center(const double *x, int64_t n, double *out);
double inno__products(const double *p, const double *q, int64_t n);

/* Pearson's of the ranks (ties average) that the values have among the units with both. Ranking costs n log n at most.
 */
typedef struct {
  int64_t count;
  int32_t tied; /* two units share a value of x, or of y */
  double r;     /* NaN as above */
} inno__spearman_result;

/* Whether average ranks of m values are shared. seen: m doubles of scratch. */
int32_t inno__ranks_tied(const double *rank, int64_t m, double *seen);
size_t inno__spearman_work_size(int64_t n);
void inno__spearman_of(const double *x, const double *y, int64_t n, inno__spearman_result *out, void *work);
double inno__spearman(const double *x, const double *y, int64_t n, void *work);

/* ---- with a weight per unit, 0 or more and finite; NaN is missing, and 0 leaves the unit out. Only the ratios of the
 * weights matter: they are multiplied by a power of 4 first. Weights of 1 give the bits of the plain ones. ---- */

/* The power of 4 that brings the largest weight to 1/4 .. 1: roots of products keep their bits. */
double inno__weight_scale(const double *weights, int64_t n);

typedef struct {
  int64_t count;        /* units with both values and a weight above 0 */
  double total, square; /* sums of the weights and of their squares, after the multiplication */
  inno__pair products;  /* sums and means with the weights; its count is count */
} inno__weighted_pair;

void inno__weighted_pair_of(const double *x, const double *y, const double *weights, int64_t n,
                            inno__weighted_pair *out);

/* Unbiased, as R's cov.wt: the sum of products over total - square / total; NaN below 2 units. */
double inno__weighted_covariance(const inno__weighted_pair *p);
double inno__weighted_correlation(const double *x, const double *y, const double *weights, int64_t n);

/* Weighted Pearson's of weighted ranks among the units with both. The rank of a value that t units share, of weight T
 * together, is the weight below it plus T / 2 (1 + 1 / t): for equal weights, these times the rank with ties average.
 */
size_t inno__weighted_spearman_work_size(int64_t n);
double inno__weighted_spearman(const double *x, const double *y, const double *weights, int64_t n, void *work);

/* ---- partial correlation ---- */

/* Of columns x and y given k others, from a size x size covariance or correlation matrix. Returns -1, or the column
 * that follows from the given ones (INNO__SINGULAR of linear.h, also where an entry is missing): then *out is NaN.
 * given may not name x, y or a column twice. Exchanging x and y changes no bit. work: (k + 2)^2 doubles. */
int32_t inno__partial_correlation(const double *matrix, int32_t size, int32_t x, int32_t y, const int32_t *given,
                                  int32_t k, double *out, double *work);

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
