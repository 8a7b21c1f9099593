#include "numeric/em.h"

#include <math.h>
#include <string.h>

#include "base/block.h"
#include "numeric/linear.h"
#include "numeric/missing.h"
#include "numeric/patterns.h"
#include "numeric/special.h"

static const double LOG_2PI = 1.8378770664093454836;
/* Of the objective's size: what sums over many rows may lose by rounding. */
static const double ROUNDING = 1e-9;
/* What earlier columns must leave of a variance: with less, conditional means have lost ten of their sixteen digits. */
static const double SINGULAR = 1e-10;

static void place(inno__em *e, inno__block *b, int32_t k, int64_t n) {
  size_t columns = (size_t)k, rows = (size_t)n, square = columns * columns, one = sizeof(double);
  if (columns != 0 && square > SIZE_MAX / one / 8) square = SIZE_MAX / one; /* the block then says: too much */
  e->center = inno__block_take(b, columns * one, 8);
  e->scale = inno__block_take(b, columns * one, 8);
  e->mean = inno__block_take(b, columns * one, 8);
  e->shift = inno__block_take(b, columns * one, 8);
  e->guess = inno__block_take(b, columns * one, 8);
  e->covariance = inno__block_take(b, square * one, 8);
  e->product = inno__block_take(b, square * one, 8);
  e->factor = inno__block_take(b, square * one, 8);
  e->slope = inno__block_take(b, square * one, 8);
  e->rest = inno__block_take(b, square * one, 8);
  e->have = inno__block_take(b, columns * sizeof *e->have, 8);
  e->lack = inno__block_take(b, columns * sizeof *e->lack, 8);
  e->order = inno__block_take(b, rows * sizeof *e->order, 8);
  e->seen = inno__block_take(b, rows > SIZE_MAX / (columns + 1) ? SIZE_MAX : rows * columns, 8);
}

size_t inno__em_work_size(int32_t k, int64_t n) {
  inno__em e;
  inno__block measure = {NULL, 0, 0};
  place(&e, &measure, k, n);
  inno__block_take(&measure, (size_t)n * sizeof *e.order, 8); /* scratch of the order */
  return measure.used;
}

static double square_of(double x) { return x * x; }

/* Center and scale of one column; 0 when it has no two different values (scale 0) or their sums leave the range of a
 * double (scale infinite). Sums run down the rows. */
static int standardize(const double *x, const unsigned char *seen, int64_t n, double *center, double *scale) {
  double sum = 0.0, squares = 0.0, low = INFINITY, high = -INFINITY;
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) {
    if (!seen[i]) continue;
    sum += x[i];
    low = x[i] < low ? x[i] : low;
    high = x[i] > high ? x[i] : high;
    count++;
  }
  *scale = 0.0;
  if (!(low < high)) return 0;
  *center = sum / (double)count;
  for (int64_t i = 0; i < n; i++)
    if (seen[i]) squares += square_of((x[i] - *center) / (high - low)); /* no overflow, whatever the units */
  *scale = sqrt(squares / (double)count) * (high - low);
  if (*scale > 0.0 && *scale < INFINITY) return 1;
  *scale = INFINITY;
  return 0;
}

int32_t inno__em_start(inno__em *e, const double *const *x, int32_t k, int64_t n, const unsigned char *included,
                       double ridge, void *work) {
  inno__block b = {work, 0, SIZE_MAX};
  *e = (inno__em){.k = k, .n = n, .ridge = ridge, .change = inno__nan(), .objective = inno__nan()};
  place(e, &b, k, n);
  int64_t *scratch = inno__block_take(&b, (size_t)n * sizeof *scratch, 8);
  inno__patterns_see(x, k, n, included, e->seen);
  e->rows = inno__patterns_order(e->seen, k, n, e->order, scratch);
  for (int32_t c = 0; c < k; c++) {
    if (!standardize(x[c], e->seen + (size_t)c * (size_t)n, n, &e->center[c], &e->scale[c])) return c;
    e->mean[c] = 0.0;
    for (int32_t d = 0; d < k; d++) e->covariance[(size_t)c * (size_t)k + (size_t)d] = c == d ? 1.0 : 0.0;
  }
  return -1;
}

/* Rows of one pattern: p columns that they have, q that they lack. */
typedef struct {
  int32_t p, q;
  double half_log; /* of the determinant of the covariance of what they have */
} pattern;

/* Regression of what lacks on what there is: slopes (q rows of p), and what it leaves unexplained (q x q). */
static int32_t open_pattern(const inno__em *e, int64_t row, pattern *at) {
  const size_t k = (size_t)e->k;
  at->p = inno__patterns_columns(e->seen, e->k, e->n, row, 1, e->have);
  at->q = inno__patterns_columns(e->seen, e->k, e->n, row, 0, e->lack);
  const size_t p = (size_t)at->p, q = (size_t)at->q;
  for (size_t i = 0; i < p; i++)
    for (size_t j = 0; j <= i; j++) e->factor[i * p + j] = e->covariance[(size_t)e->have[i] * k + (size_t)e->have[j]];
  int32_t singular = inno__cholesky(e->factor, at->p, SINGULAR);
  if (singular >= 0) return singular;
  at->half_log = 0.0;
  for (size_t i = 0; i < p; i++) at->half_log += inno__log(e->factor[i * p + i]);
  for (size_t i = 0; i < q; i++) {
    const double *with = e->covariance + (size_t)e->lack[i] * k;
    double *slope = e->slope + i * p;
    for (size_t j = 0; j < p; j++) slope[j] = with[e->have[j]];
    inno__cholesky_solve(e->factor, at->p, slope);
    for (size_t m = 0; m <= i; m++) {
      double explained = 0.0;
      for (size_t j = 0; j < p; j++) explained += slope[j] * e->covariance[(size_t)e->lack[m] * k + (size_t)e->have[j]];
      e->rest[i * q + m] = with[e->lack[m]] - explained;
    }
  }
  return -1;
}

/* Distance of a row, completed, from the mean. */
static void complete_row(const inno__em *e, const double *const *x, int64_t row, const pattern *at, double *guess) {
  for (int32_t j = 0; j < at->p; j++) {
    int32_t c = e->have[j];
    guess[c] = (x[c][row] - e->center[c]) / e->scale[c] - e->mean[c];
  }
  for (int32_t i = 0; i < at->q; i++) {
    double sum = 0.0;
    for (int32_t j = 0; j < at->p; j++) sum += e->slope[(size_t)i * (size_t)at->p + (size_t)j] * guess[e->have[j]];
    guess[e->lack[i]] = sum;
  }
}

/* Squared distance of what the row has, in units of its covariance. */
static double distance_of(const inno__em *e, const pattern *at, const double *guess) {
  double sum = 0.0;
  const size_t p = (size_t)at->p;
  double *y = e->slope + (size_t)at->q * p; /* the slopes leave a row free: q < k, or none are needed */
  for (size_t i = 0; i < p; i++) {
    double left = guess[e->have[i]];
    for (size_t j = 0; j < i; j++) left -= e->factor[i * p + j] * y[j];
    y[i] = left / e->factor[i * p + i];
    sum += y[i] * y[i];
  }
  return sum;
}

static void add_row(const inno__em *e, const double *guess) {
  const size_t k = (size_t)e->k;
  for (size_t c = 0; c < k; c++) {
    e->shift[c] += guess[c];
    for (size_t d = 0; d <= c; d++) e->product[c * k + d] += guess[c] * guess[d];
  }
}

/* Sums over all rows; the log likelihood of what they have. */
static int32_t expect(inno__em *e, const double *const *x, double *likelihood, int32_t *before) {
  const size_t k = (size_t)e->k;
  memset(e->shift, 0, k * sizeof *e->shift);
  memset(e->product, 0, k * k * sizeof *e->product);
  *likelihood = 0.0;
  for (int64_t begin = 0, end; begin < e->rows; begin = end) {
    pattern at;
    end = inno__patterns_end(e->seen, e->k, e->n, e->order, e->rows, begin);
    *before = open_pattern(e, e->order[begin], &at);
    if (*before >= 0) return e->have[*before];
    double squares = 0.0, count = (double)(end - begin);
    for (int64_t r = begin; r < end; r++) {
      complete_row(e, x, e->order[r], &at, e->guess);
      squares += distance_of(e, &at, e->guess);
      add_row(e, e->guess);
    }
    for (int32_t i = 0; i < at.q; i++)
      for (int32_t m = 0; m <= i; m++) /* lack ascends, so this stays in the lower triangle */
        e->product[(size_t)e->lack[i] * k + (size_t)e->lack[m]] +=
            count * e->rest[(size_t)i * (size_t)at.q + (size_t)m];
    *likelihood -= count * (at.half_log + (double)at.p * LOG_2PI / 2.0) + squares / 2.0;
  }
  /* of the values in their own units */
  for (int32_t c = 0; c < e->k; c++) {
    double there = 0.0;
    for (int64_t i = 0; i < e->n; i++) there += e->seen[(size_t)c * (size_t)e->n + (size_t)i] ? 1.0 : 0.0;
    *likelihood -= there * inno__log(e->scale[c]);
  }
  return -1;
}

/* New mean and covariance from the sums; the largest change. */
static double maximize(inno__em *e) {
  const size_t k = (size_t)e->k;
  double rows = (double)e->rows, change = 0.0;
  for (size_t c = 0; c < k; c++) {
    e->shift[c] /= rows;
    e->mean[c] += e->shift[c];
    if (fabs(e->shift[c]) > change) change = fabs(e->shift[c]);
    for (size_t d = 0; d <= c; d++) {
      double value = e->product[c * k + d] / rows - e->shift[c] * e->shift[d] + (c == d ? e->ridge : 0.0);
      double moved = fabs(value - e->covariance[c * k + d]);
      if (moved > change) change = moved;
      e->covariance[c * k + d] = e->covariance[d * k + c] = value;
    }
  }
  return change;
}

/* The whole covariance must have an inverse; its trace is what the ridge weighs. */
static int32_t check_covariance(const inno__em *e, double *trace, int32_t *before) {
  const size_t k = (size_t)e->k;
  memcpy(e->factor, e->covariance, k * k * sizeof *e->factor);
  int32_t singular = inno__cholesky(e->factor, e->k, SINGULAR);
  *before = singular;
  for (int32_t c = 0; c < e->k; c++) e->have[c] = c;
  if (singular >= 0) return singular;
  *trace = 0.0;
  if (!(e->ridge > 0.0)) return -1;
  inno__cholesky_inverse(e->factor, e->k, e->slope);
  for (size_t c = 0; c < k; c++) *trace += e->slope[c * k + c];
  return -1;
}

int32_t inno__em_step(inno__em *e, const double *const *x, int32_t *before) {
  double trace = 0.0, likelihood, last = e->objective;
  int32_t singular = check_covariance(e, &trace, before);
  if (singular < 0) singular = expect(e, x, &likelihood, before);
  if (singular >= 0) return singular;
  e->objective = likelihood - e->ridge * (double)e->rows / 2.0 * trace;
  double fall = last - e->objective;
  e->fall = fall > ROUNDING * (fabs(last) + (double)e->rows) ? fall : 0.0; /* false at the first step: NaN */
  e->change = maximize(e);
  e->iterations++;
  return -1;
}

int32_t inno__em_fill(const inno__em *e, const double *const *x, double *const *out, int32_t *before) {
  for (int64_t begin = 0, end; begin < e->rows; begin = end) {
    pattern at;
    end = inno__patterns_end(e->seen, e->k, e->n, e->order, e->rows, begin);
    *before = open_pattern(e, e->order[begin], &at);
    if (*before >= 0) return e->have[*before];
    for (int64_t r = begin; r < end && at.q > 0; r++) {
      complete_row(e, x, e->order[r], &at, e->guess);
      for (int32_t i = 0; i < at.q; i++) {
        int32_t c = e->lack[i];
        if (out[c] != NULL) out[c][e->order[r]] = (e->guess[c] + e->mean[c]) * e->scale[c] + e->center[c];
      }
    }
  }
  return -1;
}

void inno__em_estimates(const inno__em *e, double *mean, double *covariance) {
  const size_t k = (size_t)e->k;
  for (size_t c = 0; c < k; c++) {
    mean[c] = e->mean[c] * e->scale[c] + e->center[c];
    for (size_t d = 0; d < k; d++) covariance[c * k + d] = e->covariance[c * k + d] * e->scale[c] * e->scale[d];
  }
}
