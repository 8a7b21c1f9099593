/* Two units over all weights of the set: exactly where only bounds restrict them, else by a program and its prices. */
#include <float.h>
#include <math.h>

#include "robust/rank_bounds.h"

void inno__rank_difference(inno_rank_bounds *b, int64_t first, int64_t second) {
  const double *x = b->x + first * b->k, *y = b->x + second * b->k;
  for (int32_t j = 0; j < b->k; j++) {
    inno__pair d = inno__exact_sum(x[j], -y[j]);
    b->c[j] = d.high;
    b->low[j] = d.low;
    b->spread[j] = fabs(d.low);
  }
}

/* ---- at given weights ---- */

/* Value of c.w, and how far off it may be. */
static double value_at(const inno_rank_bounds *b, const double *w, double *error) {
  double sum = 0.0, size = 0.0, left = 0.0;
  for (int32_t j = 0; j < b->k; j++) {
    double t = b->c[j] * w[j];
    sum += t;
    size += fabs(t);
    left += b->spread[j] * w[j];
    if (b->c[j] != 0.0 && w[j] != 0.0 && fabs(t) < DBL_MIN) left += DBL_MIN;
  }
  *error = (b->k + 4) * DBL_EPSILON * size + 2.0 * left;
  return sum;
}

int inno__rank_sign(inno_rank_bounds *b, int64_t first, int64_t second, const double *w) {
  inno__exact sum;
  double error;
  inno__rank_difference(b, first, second);
  double value = value_at(b, w, &error);
  if (fabs(value) > error) return value > 0.0 ? 1 : -1;
  inno__exact_clear(&sum, b->room);
  for (int32_t j = 0; j < b->k; j++) {
    inno__exact_add_product(&sum, b->c[j], w[j]);
    inno__exact_add_product(&sum, b->low[j], w[j]);
  }
  return sum.lost ? -2 : inno__exact_sign(&sum);
}

/* ---- bounds alone ---- */

/* Sign of difference j less difference r. */
static int compare(inno_rank_bounds *b, int32_t j, int32_t r) {
  double four[4];
  inno__exact sum;
  inno__exact_clear(&sum, four);
  inno__exact_add(&sum, b->c[j]);
  inno__exact_add(&sum, -b->c[r]);
  inno__exact_add(&sum, b->low[j]);
  inno__exact_add(&sum, -b->low[r]);
  return inno__exact_sign(&sum);
}

/* Sign of the bound on the largest that belongs to lambda = difference r (of a point: to 0); -2 = lost. */
static int sign_at(inno_rank_bounds *b, int32_t r) {
  inno__exact sum;
  int point = b->set.point;
  inno__exact_clear(&sum, b->room);
  if (!point) {
    inno__exact_add(&sum, b->c[r]);
    inno__exact_add(&sum, b->low[r]);
  }
  for (int32_t j = 0; j < b->k; j++) {
    double bound = point || compare(b, j, r) < 0 ? b->set.lower[j] : b->set.upper[j];
    if (j == r && !point) continue;
    inno__exact_add_product(&sum, b->c[j], bound);
    inno__exact_add_product(&sum, b->low[j], bound);
    if (point) continue;
    inno__exact_add_product(&sum, -b->c[r], bound);
    inno__exact_add_product(&sum, -b->low[r], bound);
  }
  return sum.lost ? -2 : inno__exact_sign(&sum);
}

/* The largest is the least of these bounds. */
static int exact_signs(inno_rank_bounds *b) {
  int least = 1, lost = 0;
  for (int32_t r = 0; r < (b->set.point ? 1 : b->k); r++) {
    int sign = sign_at(b, r);
    if (sign == -2)
      lost = 1;
    else if (sign < least)
      least = sign;
  }
  if (least < 0) return INNO__NEGATIVE;
  if (lost) return INNO__NEGATIVE | INNO__ZERO | (least > 0 ? INNO__POSITIVE : 0);
  return least == 0 ? INNO__ZERO : INNO__POSITIVE;
}

static int signs_of(const inno__largest *l) {
  return (l->lower < 0.0 ? INNO__NEGATIVE : 0) | (l->lower <= 0.0 && l->upper >= 0.0 ? INNO__ZERO : 0) |
         (l->upper > 0.0 ? INNO__POSITIVE : 0);
}

/* ---- with orders and ratios ---- */

int inno__rank_largest(inno_rank_bounds *b, int64_t first, int64_t second, inno__largest *out, double *w,
                       int64_t *work) {
  inno__rank_program *p = &b->program;
  inno__rank_difference(b, first, second);
  if (b->set.rows == 0) {
    *out = inno__weights_largest(&b->set, b->c, b->spread);
    inno__weights_fill(&b->set, b->c, b->c[out->at], w);
    *work += 1;
    return out->upper < INFINITY;
  }
  inno__rank_program_begin(b, 0);
  for (int32_t j = 0; j < b->k; j++) p->cost[j] = b->c[j];
  inno__rank_program_load(b);
  int32_t status = inno__rank_program_solve(b, NULL, work);
  for (int32_t j = 0; j < b->k; j++) w[j] = p->x[j];
  inno__weights_repair(&b->set, w);
  double error, value = value_at(b, w, &error);
  inno__rank_add_prices(b);
  *out = inno__weights_largest(&b->set, b->c, b->spread);
  out->lower = inno__smaller(value - error, out->upper);
  return status == INNO__LP_OPTIMAL && out->upper < INFINITY && inno__weight_set_violation(&b->set, w) <= 1e-9;
}

/* Exact signs at weights of the set where it is positive; the sign of the proved bound where that is negative. */
static int constrained_signs(inno_rank_bounds *b, int64_t first, int64_t second, int64_t *work) {
  inno__largest l;
  if (inno__rank_sign(b, first, second, b->center) > 0) return INNO__POSITIVE;
  inno__rank_difference(b, first, second);
  l = inno__weights_largest(&b->set, b->c, b->spread);
  if (l.upper < 0.0) return INNO__NEGATIVE;
  int proved = inno__rank_largest(b, first, second, &l, b->w, work);
  int sign = proved ? inno__rank_sign(b, first, second, b->w) : -1; /* -1: nothing is known */
  if (sign > 0) return INNO__POSITIVE;
  int below = sign < 0 ? INNO__NEGATIVE : 0;
  if (l.upper < 0.0) return INNO__NEGATIVE;
  return below | INNO__ZERO | (l.upper > 0.0 ? INNO__POSITIVE : 0);
}

int64_t inno__rank_pair(inno_rank_bounds *b, int64_t first, int64_t second) {
  int64_t work = 1;
  int signs = INNO__ZERO;
  if (first != second && b->set.rows > 0) {
    signs = constrained_signs(b, first, second, &work);
  } else if (first != second) {
    inno__rank_difference(b, first, second);
    inno__largest l = inno__weights_largest(&b->set, b->c, b->spread);
    signs = signs_of(&l);
    if ((signs & (signs - 1)) != 0) signs = exact_signs(b);
  }
  b->largest[first * b->n + second] = (unsigned char)signs;
  return work;
}

/* ---- all pairs ---- */

void inno__rank_open(inno_rank_bounds *b) {
  for (int64_t i = 0; i < b->n; i++) {
    int64_t always = 0, ever = 0, above = 0;
    int sure = 1;
    for (int64_t o = 0; o < b->n; o++) {
      always += inno__rank_signs(b, i, o) == INNO__NEGATIVE;
      ever += (inno__rank_signs(b, o, i) & INNO__POSITIVE) != 0;
      int sign = o != i ? inno__rank_sign(b, o, i, b->center) : 0;
      above += sign > 0;
      sure = sure && sign != -2;
    }
    b->always[i] = always;
    b->ever[i] = ever;
    inno__rank_side *best = &b->side[2 * i + INNO__BEST], *worst = &b->side[2 * i + INNO__WORST];
    best->limit = 1 + always;
    worst->limit = 1 + ever;
    best->attained = sure ? 1 + above : worst->limit;
    worst->attained = sure ? 1 + above : best->limit;
    best->violation = worst->violation = inno__weight_set_violation(&b->set, b->center);
    best->closed = best->attained == best->limit;
    worst->closed = worst->attained == worst->limit;
  }
}
