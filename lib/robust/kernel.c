#include "robust/kernel.h"

#include "numeric/random.h"

enum { L = INNO__LANES };

static void numbers(uint64_t seed, uint64_t first, uint32_t stream, int64_t count, double *out) {
  for (int64_t i = 0; i < count; i += 2)
    for (int32_t l = 0; l < L; l++) {
      const inno__random r = {seed, first + (uint64_t)l, stream};
      double both[2];
      inno__random_uniforms(&r, (uint32_t)i, 2, both);
      out[i * L + l] = both[0];
      if (i + 1 < count) out[(i + 1) * L + l] = both[1];
    }
}

static void noise(const double *middle, const double *reach, int64_t count, const double *u, double *out) {
  for (int64_t i = 0; i < count; i++)
    for (int32_t l = 0; l < L; l++) out[i * L + l] = middle[i] + reach[i] * (2.0 * u[i * L + l] - 1.0);
}

static uint32_t family(const double *weights, const int64_t *child, int64_t k, const double *above, double *effective,
                       double *sum) {
  uint32_t bad = 0;
  for (int32_t l = 0; l < L; l++) sum[l] = 0.0;
  for (int64_t c = 0; c < k; c++)
    for (int32_t l = 0; l < L; l++) sum[l] += weights[child[c] * L + l];
  for (int64_t c = 0; c < k; c++)
    for (int32_t l = 0; l < L; l++) effective[child[c] * L + l] = weights[child[c] * L + l] / sum[l] * above[l];
  for (int32_t l = 0; l < L; l++) bad |= (uint32_t) !(sum[l] > 0.0 && sum[l] <= 1.7976931348623157e308) << l;
  return bad;
}

static void sums(const inno__table *terms, const double *weights, double *scores) {
  for (int64_t i = 0; i < terms->columns; i++) {
    const double *x = inno__column(terms, i);
    double sum[L] = {0.0};
    for (int64_t j = 0; j < terms->rows; j++)
      for (int32_t l = 0; l < L; l++) sum[l] += x[j] * weights[j * L + l];
    for (int32_t l = 0; l < L; l++) scores[i * L + l] = sum[l];
  }
}

/* Eight units at a time; columns are padded so far. */
void inno__kernel_sum_lane(const inno__table *columns, const double *weights, double *restrict scores) {
  enum { EIGHT = 8 };
  for (int64_t i = 0; i < columns->rows; i += EIGHT) {
    double sum[EIGHT] = {0.0};
    for (int64_t j = 0; j < columns->columns; j++) {
      const double *x = inno__column(columns, j) + i, w = weights[j];
      for (int32_t e = 0; e < EIGHT; e++) sum[e] += x[e] * w;
    }
    for (int32_t e = 0; e < EIGHT; e++) scores[i + e] = sum[e];
  }
}

/* ---- ranks ---- */

int32_t inno__network(int32_t n, uint32_t *pairs) {
  int32_t count = 0;
  for (int32_t p = 1; p < n; p *= 2)
    for (int32_t k = p; k >= 1; k /= 2)
      for (int32_t j = k % p; j + k < n; j += 2 * k)
        for (int32_t i = 0; i < k && i + j + k < n; i++) {
          if ((i + j) / (2 * p) != (i + j + k) / (2 * p)) continue;
          if (pairs != NULL) {
            pairs[2 * count] = (uint32_t)(i + j) * L;
            pairs[2 * count + 1] = (uint32_t)(i + j + k) * L;
          }
          count++;
        }
  return count;
}

void inno__ranking_scale(inno__ranking *r, int32_t lane, double low, double high) {
  double width = high - low;
  r->last = (double)((INT32_MAX >> r->bits) - 1);
  r->high[lane] = high;
  r->scale[lane] = width > 0.0 && width <= 1.7976931348623157e308 ? r->last / width : 0.0;
  if (!(r->scale[lane] <= 1.7976931348623157e308)) r->scale[lane] = 0.0;
}

/* The last comparison sends NaN, of a lane that has failed, to 0. */
static int32_t key_of(const inno__ranking *r, int32_t lane, double score, int32_t unit) {
  double x = (r->high[lane] - score) * r->scale[lane];
  x = x < r->last ? x : r->last;
  x = x > 0.0 ? x : 0.0;
  return (int32_t)((uint32_t)(int32_t)x << r->bits) | unit;
}

static uint32_t ranks(const inno__ranking *r, const double *scores, int32_t *keys, int32_t *out) {
  int32_t mask = (int32_t)((1u << r->bits) - 1u);
  uint32_t doubtful = 0;
  for (int32_t i = 0; i < r->n; i++)
    for (int32_t l = 0; l < L; l++) keys[i * L + l] = key_of(r, l, scores[i * L + l], i);
  for (int32_t c = 0; c < r->comparisons; c++) {
    int32_t *a = keys + r->network[2 * c], *b = keys + r->network[2 * c + 1];
    for (int32_t l = 0; l < L; l++) {
      int32_t low = a[l] < b[l] ? a[l] : b[l], high = a[l] < b[l] ? b[l] : a[l];
      a[l] = low;
      b[l] = high;
    }
  }
  for (int32_t p = 0; p < r->n; p++)
    for (int32_t l = 0; l < L; l++) {
      int32_t key = keys[p * L + l];
      out[(key & mask) * L + l] = 2 * (p + 1);
      if (p > 0 && (key >> r->bits) - (keys[(p - 1) * L + l] >> r->bits) <= r->near) doubtful |= 1u << l;
    }
  return doubtful;
}

const inno__kernel inno__kernel_plain = {numbers, noise, family, sums, ranks, NULL};
