#include "robust/weight_set.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/view.h"

/* ---- the object ---- */

inno_status inno__weight_set_create(const inno_allocator *a, int32_t count, inno_weight_set **out) {
  inno_weight_set *set = inno__alloc(a, sizeof *set);
  double *bounds = inno__alloc(a, 2 * (size_t)count * sizeof *bounds);
  *out = NULL;
  if (set == NULL || bounds == NULL) {
    inno__free(a, set, sizeof *set);
    inno__free(a, bounds, 2 * (size_t)count * sizeof *bounds);
    return INNO_E_NOMEM;
  }
  *set = (inno_weight_set){.allocator = *a, .count = count, .lower = bounds, .upper = bounds + count};
  for (int32_t j = 0; j < count; j++) {
    set->lower[j] = 0.0;
    set->upper[j] = 1.0;
  }
  *out = set;
  return INNO_OK;
}

void inno__weight_set_destroy(inno_weight_set *set) {
  if (set == NULL) return;
  inno_allocator a = set->allocator;
  inno__free(&a, set->row, (size_t)set->capacity * sizeof *set->row);
  inno__free(&a, set->lower, 2 * (size_t)set->count * sizeof *set->lower);
  inno__free(&a, set, sizeof *set);
}

inno_status inno__weight_set_add(inno_weight_set *set, const inno__weight_row *row) {
  if (set->rows > INT32_MAX / 4) return INNO_E_NOMEM;
  inno__weight_row *rows = inno__reserve(&set->allocator, set->row, &set->capacity, set->rows, sizeof *rows);
  if (rows == NULL) return INNO_E_NOMEM;
  set->row = rows;
  set->row[set->rows++] = *row;
  return INNO_OK;
}

inno_status inno__take_shares(const double *weights, ptrdiff_t stride, int32_t k, double *out, inno_error *error) {
  double sum = 0.0;
  inno__gather(weights, stride, k, out);
  for (int32_t j = 0; j < k; j++) {
    if (!(out[j] >= 0.0 && out[j] <= 1e300))
      return inno__fail(error, INNO_E_VALUE, INNO__MSG_WEIGHT_SET_VALUE,
                        &(inno__where){.what = "weight", .value = out[j], .value2 = 0.0, .number = 1e300});
    sum += out[j];
  }
  if (!(sum > 0.0)) return inno__fail(error, INNO_E_WEIGHTS, INNO__MSG_WEIGHT_SET_ZERO, NULL);
  for (int32_t j = 0; j < k; j++) out[j] /= sum;
  return INNO_OK;
}

double inno__weight_set_violation(const inno__weights *set, const double *w) {
  double worst = 0.0, sum = 0.0;
  for (int32_t j = 0; j < set->k; j++) {
    worst = inno__larger(worst, inno__larger(set->lower[j] - w[j], w[j] - set->upper[j]));
    sum += w[j];
  }
  if (!set->point) worst = inno__larger(worst, fabs(sum - 1.0));
  for (int32_t r = 0; r < set->rows; r++) {
    const inno__weight_row *row = &set->row[r];
    double value = row->on_first * w[row->first] + row->on_second * w[row->second];
    worst = inno__larger(worst, -value / (fabs(row->on_first) + fabs(row->on_second)));
  }
  return worst;
}

/* ---- is there a sum of 1? ---- */

/* sum of x minus 1, and its exact sign */
static double beyond_one(const double *x, int32_t k, double *room, int *sign) {
  inno__exact sum;
  double value = 0.0;
  inno__exact_clear(&sum, room);
  inno__exact_add(&sum, -1.0);
  for (int32_t j = 0; j < k; j++) inno__exact_add(&sum, x[j]);
  for (int32_t i = 0; i < sum.count; i++) value += sum.part[i];
  *sign = inno__exact_sign(&sum);
  return value;
}

static int all_fixed(const double *lower, const double *upper, int32_t k) {
  for (int32_t j = 0; j < k; j++)
    if (lower[j] < upper[j]) return 0;
  return 1;
}

inno_status inno__weights_take(const inno_weight_set *set, double *lower, double *upper, inno__weight_row *row,
                               double *room, inno__weights *out, inno_error *error) {
  size_t bytes = (size_t)set->count * sizeof(double);
  double within = (set->count + 2) * DBL_EPSILON;
  int low, high;
  memcpy(lower, set->lower, bytes);
  memcpy(upper, set->upper, bytes);
  if (set->rows > 0) memcpy(row, set->row, (size_t)set->rows * sizeof *row);
  double floors = beyond_one(lower, set->count, room, &low), caps = beyond_one(upper, set->count, room, &high);
  *out = (inno__weights){set->count, set->rows, low >= 0 || high <= 0 || all_fixed(lower, upper, set->count),
                         lower,      upper,     row};
  if (floors > within || caps < -within)
    return inno__fail(
        error, INNO_E_DOMAIN, INNO__MSG_WEIGHT_SET_SUM,
        &(inno__where){.what = floors > within ? "lower" : "upper", .value = 1.0 + (floors > within ? floors : caps)});
  if (low >= 0)
    memcpy(upper, lower, bytes);
  else if (high <= 0)
    memcpy(lower, upper, bytes);
  return INNO_OK;
}

/* ---- the largest value of a linear form ---- */

/* By duality the largest is the least, over the coefficients as lambda, of
 *   lambda + sum over j of max((c_j - lambda) lower_j, (c_j - lambda) upper_j)
 * and every one of these numbers bounds it from above, whatever the rounding of the others. */
static void bound_at(const inno__weights *set, const double *c, double lambda, double *value, double *error) {
  double size = fabs(lambda), tiny = 0.0;
  *value = lambda;
  for (int32_t j = 0; j < set->k; j++) {
    double d = c[j] - lambda, bound = d > 0.0 ? set->upper[j] : set->lower[j], t = d * bound;
    *value += t;
    size += fabs(t);
    if (d != 0.0 && bound != 0.0 && fabs(t) < DBL_MIN) tiny += DBL_MIN; /* what such a product may have lost */
  }
  *error = 2.0 * (set->k + 4) * DBL_EPSILON * size + tiny;
}

inno__largest inno__weights_largest(const inno__weights *set, const double *c, const double *spread) {
  inno__largest out = {INFINITY, INFINITY, 0};
  double least = INFINITY, doubt = 0.0;
  for (int32_t j = 0; j < set->k && spread != NULL; j++) doubt += spread[j] * set->upper[j];
  doubt *= 1.0 + (set->k + 4) * DBL_EPSILON;
  for (int32_t r = 0; r < (set->point ? 1 : set->k); r++) {
    double value, error;
    bound_at(set, c, set->point ? 0.0 : c[r], &value, &error);
    error += doubt;
    out.lower = inno__smaller(out.lower, value - error);
    out.upper = inno__smaller(out.upper, value + error);
    if (value < least) {
      least = value;
      out.at = r;
    }
  }
  return out;
}

void inno__weights_fill(const inno__weights *set, const double *c, double at, double *w) {
  double left = 1.0;
  for (int32_t j = 0; j < set->k; j++) {
    w[j] = c[j] > at ? set->upper[j] : set->lower[j];
    left -= w[j];
  }
  for (int32_t j = 0; j < set->k && !set->point; j++)
    if (c[j] == at) {
      double more = inno__smaller(inno__larger(left, 0.0), set->upper[j] - set->lower[j]);
      w[j] += more;
      left -= more;
    }
  inno__weights_repair(set, w);
}

void inno__weights_repair(const inno__weights *set, double *w) {
  for (int32_t j = 0; j < set->k; j++) w[j] = inno__smaller(inno__larger(w[j], set->lower[j]), set->upper[j]);
  for (int round = 0; round < 4 && !set->point; round++) {
    double left = 1.0;
    for (int32_t j = 0; j < set->k; j++) left -= w[j];
    if (fabs(left) <= (set->k + 2) * DBL_EPSILON) return; /* no smaller change that breaks an equality of weights */
    for (int32_t j = 0; j < set->k && left != 0.0; j++) {
      double to = inno__smaller(inno__larger(w[j] + left, set->lower[j]), set->upper[j]);
      left -= to - w[j];
      w[j] = to;
    }
  }
}
