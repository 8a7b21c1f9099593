#include "robust/exact.h"

#include <float.h>
#include <math.h>

/* Below this the low part of a product may fall under the smallest double. */
static const double too_small = DBL_MIN / (DBL_EPSILON * DBL_EPSILON);

inno__pair inno__exact_sum(double a, double b) {
  double sum = a + b, from_b = sum - a, from_a = sum - from_b;
  return (inno__pair){sum, (a - from_a) + (b - from_b)};
}

static inno__pair split(double a) {
  double c = 134217729.0 * a, high = c - (c - a); /* 2^27 + 1 */
  return (inno__pair){high, a - high};
}

inno__pair inno__exact_product(double a, double b) {
  double product = a * b;
  inno__pair x = split(a), y = split(b);
  double left = ((product - x.high * y.high) - x.low * y.high) - x.high * y.low;
  return (inno__pair){product, x.low * y.low - left};
}

void inno__exact_clear(inno__exact *x, double *room) { *x = (inno__exact){room, 0, 0}; }

void inno__exact_add(inno__exact *x, double value) {
  int32_t kept = 0;
  double carry = value;
  for (int32_t i = 0; i < x->count; i++) {
    inno__pair s = inno__exact_sum(carry, x->part[i]);
    if (s.low != 0.0) x->part[kept++] = s.low;
    carry = s.high;
  }
  if (carry != 0.0) x->part[kept++] = carry;
  x->count = kept;
}

void inno__exact_add_product(inno__exact *x, double a, double b) {
  if (a == 0.0 || b == 0.0) return;
  inno__pair p = inno__exact_product(a, b);
  if (!(fabs(p.high) > too_small)) x->lost = 1;
  if (p.low != 0.0) inno__exact_add(x, p.low);
  inno__exact_add(x, p.high);
}

int inno__exact_sign(const inno__exact *x) {
  double top = x->count > 0 ? x->part[x->count - 1] : 0.0;
  return (top > 0.0) - (top < 0.0);
}
