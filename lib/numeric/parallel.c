#include "numeric/parallel.h"

#include <math.h>

#include "numeric/eigen_values.h"
#include "numeric/lanes.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "numeric/random.h"

/* Rows have whole eights, zeros at the end. */
static size_t eights(size_t k) { return (k + INNO__EIGHT - 1) / INNO__EIGHT * INNO__EIGHT; }

static int32_t smaller(const inno__parallel *p) { return p->n < p->k ? (int32_t)p->n : p->k; }

size_t inno__parallel_work_size(const inno__parallel *p) {
  if (p->n < 2 || p->k < 1 || p->n > (INNO__DIMENSIONS - 1) / p->k) return 0;
  /* below 2^34 for the rows, as k is at most 2^30 and one row is padded by 7; of the smaller of both a square */
  uint64_t stride = eights((size_t)p->k), m = (uint64_t)smaller(p);
  uint64_t doubles = (uint64_t)p->n * stride + m * m + m + inno__eigen_values_work_count(smaller(p));
  return doubles > SIZE_MAX / sizeof(double) ? 0 : (size_t)doubles * sizeof(double);
}

/* Eight indicators at a time: deviations from the mean, of length 1. */
static void standardize(double *z, int64_t n, size_t stride) {
  for (size_t c = 0; c < stride; c += INNO__EIGHT) {
    double root[INNO__EIGHT];
    inno__eight sum = inno__eight_of(0.0), squares = sum;
    for (int64_t i = 0; i < n; i++) sum = inno__eight_add(sum, inno__eight_load(z + (size_t)i * stride + c));
    const inno__eight mean = inno__eight_div(sum, inno__eight_of((double)n));
    for (int64_t i = 0; i < n; i++) {
      double *at = z + (size_t)i * stride + c;
      inno__eight v = inno__eight_sub(inno__eight_load(at), mean);
      inno__eight_store(at, v);
      squares = inno__eight_add(squares, inno__eight_mul(v, v));
    }
    inno__eight_store(root, squares);
    for (int j = 0; j < INNO__EIGHT; j++) root[j] = root[j] > 0.0 ? sqrt(root[j]) : 1.0;
    const inno__eight length = inno__eight_load(root);
    for (int64_t i = 0; i < n; i++) {
      double *at = z + (size_t)i * stride + c;
      inno__eight_store(at, inno__eight_div(inno__eight_load(at), length));
    }
  }
}

/* Lower triangle of the products of columns: sums over units in their order, eight at a time. */
static void products_of_columns(const double *z, int64_t n, size_t stride, int32_t k, double *out) {
  for (int32_t p = 0; p < k; p++)
    for (int32_t c = 0; c <= p; c += INNO__EIGHT) {
      double eight[INNO__EIGHT];
      inno__eight sum = inno__eight_of(0.0);
      for (int64_t i = 0; i < n; i++) {
        const double *r = z + (size_t)i * stride;
        sum = inno__eight_add(sum, inno__eight_mul(inno__eight_of(r[p]), inno__eight_load(r + c)));
      }
      inno__eight_store(eight, sum);
      for (int32_t j = c; j <= p && j < c + INNO__EIGHT; j++) out[(size_t)p * (size_t)k + (size_t)j] = eight[j - c];
    }
}

/* Lower triangle of the products of rows. */
static void products_of_rows(const double *z, int32_t n, size_t stride, double *out) {
  for (int32_t p = 0; p < n; p++)
    for (int32_t q = 0; q <= p; q++) {
      const double *x = z + (size_t)p * stride, *y = z + (size_t)q * stride;
      double lane[INNO__EIGHT];
      inno__eight sum = inno__eight_of(0.0);
      for (size_t c = 0; c < stride; c += INNO__EIGHT)
        sum = inno__eight_add(sum, inno__eight_mul(inno__eight_load(x + c), inno__eight_load(y + c)));
      inno__eight_store(lane, sum);
      out[(size_t)p * (size_t)n + (size_t)q] =
          ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
    }
}

static void draw(const inno__parallel *p, uint64_t number, double *values, double *work) {
  const inno__random source = {p->seed, number, p->stream};
  const size_t stride = eights((size_t)p->k);
  const int32_t m = smaller(p);
  double *z = work, *products = z + (size_t)p->n * stride, *found = products + (size_t)m * (size_t)m;
  for (int64_t i = 0; i < p->n; i++) {
    double *r = z + (size_t)i * stride;
    inno__random_normals(&source, (uint32_t)(i * p->k), p->k, r);
    for (size_t j = (size_t)p->k; j < stride; j++) r[j] = 0.0;
  }
  standardize(z, p->n, stride);
  if (p->n < p->k)
    products_of_rows(z, m, stride, products);
  else
    products_of_columns(z, p->n, stride, m, products);
  inno__eigen_values(products, m, found, found + m);
  for (int32_t j = 0; j < p->k; j++) values[j] = j < m && j < p->n - 1 ? found[j] : 0.0;
}

void inno__parallel_draws(const inno__parallel *p, uint64_t first, int64_t count, double *values, void *work) {
  for (int64_t i = 0; i < count; i++) draw(p, first + (uint64_t)i, values + (size_t)i * (size_t)p->k, work);
}

void inno__parallel_reference(const double *values, int64_t draws, int32_t k, double share, double *mean, double *upper,
                              double *work) {
  for (int32_t j = 0; j < k; j++) {
    double sum = 0.0;
    for (int64_t i = 0; i < draws; i++) sum += work[i] = values[(size_t)i * (size_t)k + (size_t)j];
    if (mean != NULL) mean[j] = sum / (double)draws;
    if (upper == NULL) continue;
    inno__sort(work, draws, work + draws);
    upper[j] = inno__quantile_sorted(work, draws, share, INNO__QUANTILE_R);
  }
}

int32_t inno__parallel_count(const double *observed, const double *reference, int32_t k) {
  int32_t count = 0;
  while (count < k && observed[count] > reference[count]) count++;
  return count;
}
