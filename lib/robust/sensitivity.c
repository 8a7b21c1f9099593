/* First order: Jansen (1999), Saltelli et al. (2010). Total: Jansen (1999). Second order: Saltelli (2002). */
#include "robust/sensitivity.h"

#include "base/block.h"
#include "base/checked.h"
#include "base/view.h"
#include "numeric/moments.h"

/* ---- sums over base points ---- */

static const double *column(const inno_sensitivity *s, int32_t matrix, int64_t g) {
  int64_t at = matrix == INNO__MATRIX_A ? 0 : matrix == INNO__MATRIX_B ? 1 : 2 + g;
  if (matrix == INNO__MATRIX_BA) at += s->groups;
  return s->outputs + at * s->used;
}

/* Of the terms that were just written. */
static double sum(const inno_sensitivity *s, const double *weight) {
  int64_t count;
  double *t = s->term;
  for (int64_t i = 0; weight != NULL && i < s->used; i++) t[i] *= weight[i];
  return inno__sum(t, s->used, &count);
}

static double sum_squares(const inno_sensitivity *s, const double *weight, const double *x, const double *y) {
  for (int64_t i = 0; i < s->used; i++) s->term[i] = (x[i] - y[i]) * (x[i] - y[i]);
  return sum(s, weight);
}

/* Sum of (x - m) (y - z). */
static double sum_products(const inno_sensitivity *s, const double *weight, const double *x, double m, const double *y,
                           const double *z) {
  for (int64_t i = 0; i < s->used; i++) s->term[i] = (x[i] - m) * (y[i] - z[i]);
  return sum(s, weight);
}

/* Sum of (x - m) (y - m). */
static double sum_centered(const inno_sensitivity *s, const double *weight, const double *x, const double *y,
                           double m) {
  for (int64_t i = 0; i < s->used; i++) s->term[i] = (x[i] - m) * (y[i] - m);
  return sum(s, weight);
}

/* Of f(A) and f(B) together, in two passes. 0 = all of them are equal, or too large. */
static int spread(const inno_sensitivity *s, const double *weight, double *mean, double *variance) {
  const double *a = column(s, INNO__MATRIX_A, 0), *b = column(s, INNO__MATRIX_B, 0);
  int64_t first = 0;
  int differ = 0;
  while (weight != NULL && weight[first] == 0.0) first++;
  for (int64_t i = first; i < s->used && !differ; i++)
    differ = (weight == NULL || weight[i] > 0.0) && (a[i] != a[first] || b[i] != a[first]);
  for (int64_t i = 0; i < s->used; i++) s->term[i] = 0.5 * a[i] + 0.5 * b[i];
  *mean = sum(s, weight) / (double)s->used;
  *variance =
      (sum_centered(s, weight, a, a, *mean) + sum_centered(s, weight, b, b, *mean)) / (2.0 * (double)s->used - 1.0);
  if (!differ) *variance = 0.0; /* the mean of equal values may be an ulp beside them */
  return *variance > 0.0 && *variance - *variance == 0.0;
}

/* ---- indices ---- */

int64_t inno__sensitivity_pair(const inno_sensitivity *s, int64_t first, int64_t second) {
  return 2 * (int64_t)s->groups + first * (2 * (int64_t)s->groups - first - 1) / 2 + second - first - 1;
}

static double first_order(const inno_sensitivity *s, const double *weight, int32_t g, double mean, double scale) {
  const double *a = column(s, INNO__MATRIX_A, 0), *b = column(s, INNO__MATRIX_B, 0);
  const double *ab = column(s, INNO__MATRIX_AB, g);
  if (s->estimator == INNO_ESTIMATOR_JANSEN) return 1.0 - sum_squares(s, weight, b, ab) / (2.0 * scale);
  return sum_products(s, weight, b, s->estimator == INNO_ESTIMATOR_CENTERED ? mean : 0.0, ab, a) / scale;
}

int inno__sensitivity_indices(const inno_sensitivity *s, const double *weight, double *index, double *mean,
                              double *variance) {
  const double *a = column(s, INNO__MATRIX_A, 0), *b = column(s, INNO__MATRIX_B, 0);
  if (!spread(s, weight, mean, variance)) return 0;
  double scale = (double)s->used * *variance, *total = index + s->groups;
  for (int32_t g = 0; g < s->groups; g++) {
    index[g] = first_order(s, weight, g, *mean, scale);
    total[g] = sum_squares(s, weight, a, column(s, INNO__MATRIX_AB, g)) / (2.0 * scale);
  }
  if (!s->second_order) return 1;
  double together = sum_centered(s, weight, a, b, *mean), *pair = index + 2 * (int64_t)s->groups;
  for (int32_t g = 0; g < s->groups; g++)
    for (int32_t h = g + 1; h < s->groups; h++) {
      double both = sum_centered(s, weight, column(s, INNO__MATRIX_BA, g), column(s, INNO__MATRIX_AB, h), *mean);
      *pair++ = (both - together) / scale - index[g] - index[h];
    }
  return 1;
}

/* ---- making ---- */

static void *take(inno__block *b, int64_t count, int64_t each) {
  size_t cells = 0, bytes = 0;
  if ((uint64_t)count > SIZE_MAX || (uint64_t)each > SIZE_MAX || !inno__mul_size((size_t)count, (size_t)each, &cells) ||
      !inno__mul_size(cells, sizeof(double), &bytes))
    b->used = SIZE_MAX;
  return inno__block_take(b, b->used == SIZE_MAX ? 0 : bytes, sizeof(double));
}

static void place(inno_sensitivity *s, inno__block *b) {
  int64_t matrices = 2 + (int64_t)s->groups * (s->second_order ? 2 : 1);
  int64_t longer = s->used > s->resamples ? s->used : s->resamples;
  s->outputs = take(b, matrices, s->used);
  s->index = take(b, s->indices, 1);
  s->term = take(b, longer, 1);
  s->resampled = take(b, s->resamples, s->indices);
  s->weight = take(b, s->resamples > 0 ? s->used : 0, 1);
  s->draw = take(b, s->resamples > 0 ? (s->indices > s->used ? s->indices : s->used) : 0, 1);
}

typedef struct {
  const inno_design *d;
  const double *y;
  ptrdiff_t stride;
} runs;

static double output(const runs *r, int64_t i, int32_t matrix, int32_t g) {
  return *(const double *)(const void *)((const char *)r->y + inno__design_run(r->d, i, matrix, g) * r->stride);
}

static int is_complete(const runs *r, int64_t i) {
  int second = (r->d->flags & INNO_DESIGN_SECOND_ORDER) != 0;
  double a = output(r, i, INNO__MATRIX_A, 0), b = output(r, i, INNO__MATRIX_B, 0);
  int complete = a == a && b == b;
  for (int32_t g = 0; g < r->d->groups && complete; g++) {
    double ab = output(r, i, INNO__MATRIX_AB, g), ba = second ? output(r, i, INNO__MATRIX_BA, g) : ab;
    complete = ab == ab && ba == ba;
  }
  return complete;
}

static void take_outputs(inno_sensitivity *s, const runs *r) {
  int64_t at = 0, matrices = 2 + (int64_t)s->groups * (s->second_order ? 2 : 1);
  for (int64_t i = 0; i < r->d->base; i++) {
    if (!is_complete(r, i)) continue;
    for (int64_t k = 0; k < matrices; k++) {
      int32_t matrix = k == 0              ? INNO__MATRIX_A
                       : k == 1            ? INNO__MATRIX_B
                       : k - 2 < s->groups ? INNO__MATRIX_AB
                                           : INNO__MATRIX_BA;
      s->outputs[k * s->used + at] = output(r, i, matrix, k < 2 ? 0 : (int32_t)((k - 2) % s->groups));
    }
    at++;
  }
}

static inno_status fill(inno_sensitivity *s, const runs *r, inno_error *error) {
  inno__block b = {NULL, 0, 0};
  place(s, &b);
  s->block_bytes = b.used;
  s->block = b.used < SIZE_MAX ? inno__alloc(&s->allocator, b.used) : NULL;
  if (s->block == NULL) return inno__no_memory(error);
  b = (inno__block){s->block, 0, s->block_bytes};
  place(s, &b);
  take_outputs(s, r);
  int there = inno__sensitivity_indices(s, NULL, s->index, &s->mean, &s->variance);
  if (there && inno__all_finite(s->index, s->indices)) return INNO_OK;
  if (s->variance == 0.0)
    return inno__fail(error, INNO_E_CONSTANT, INNO__MSG_SENSITIVITY_CONSTANT, &(inno__where){.value = s->mean});
  return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_SENSITIVITY_OVERFLOW, NULL);
}

inno_status inno__sensitivity_create(const inno_allocator *a, const inno_design *d, const double *outputs,
                                     ptrdiff_t stride, int32_t estimator, int64_t resamples, uint64_t seed,
                                     inno_sensitivity **out, inno_error *error) {
  const runs r = {d, outputs, stride};
  int64_t used = 0, groups = d->groups;
  for (int64_t i = 0; i < d->base; i++) used += is_complete(&r, i);
  if (used < 2)
    return inno__fail(error, INNO_E_NODATA, INNO__MSG_SENSITIVITY_FEW,
                      &(inno__where){.count = used, .value = (double)d->base});
  inno_sensitivity *s = inno__alloc(a, sizeof *s);
  if (s == NULL) return inno__no_memory(error);
  *s = (inno_sensitivity){.allocator = *a,
                          .used = used,
                          .left_out = d->base - used,
                          .groups = d->groups,
                          .estimator = estimator,
                          .second_order = (d->flags & INNO_DESIGN_SECOND_ORDER) != 0,
                          .seed = seed,
                          .resamples = resamples};
  s->indices = 2 * groups + (s->second_order ? groups * (groups - 1) / 2 : 0);
  inno_status status = fill(s, &r, error);
  if (status != INNO_OK) {
    inno__sensitivity_destroy(s);
    return status;
  }
  *out = s;
  return INNO_OK;
}

void inno__sensitivity_destroy(inno_sensitivity *s) {
  if (s == NULL) return;
  const inno_allocator a = s->allocator;
  inno__free(&a, s->block, s->block_bytes);
  inno__free(&a, s, sizeof *s);
}
