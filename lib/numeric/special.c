#include "numeric/special.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "numeric/missing.h"

#if FLT_EVAL_METHOD != 0
#error "doubles must be evaluated as doubles; on 32-bit x86 compile with -msse2 -mfpmath=sse"
#endif

/* ---- logarithm ---- */

static uint64_t bits_of(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

static double from_bits(uint64_t b) {
  double x;
  memcpy(&x, &b, sizeof x);
  return x;
}

/* x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); x is positive and finite. f is exact. */
static inline double reduce_log(double x, int *k) {
  int e = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p54;
    e = -54;
  }
  uint64_t b = bits_of(x);
  e += (int)(b >> 52) - 1023;
  uint64_t fraction = b & 0xfffffffffffffu;
  uint64_t half = fraction >= 0x6a09e667f3bcdu; /* at or above sqrt(2): halve */
  *k = e + (int)half;
  return from_bits(fraction | (1023 - half) << 52) - 1.0;
}

/* ln 2 in two parts; the first has 32 bits, so that its product with an exponent is exact. */
static const double ln2_hi = 0x1.62e42feep-1, ln2_lo = 0x1.a39ef35793c76p-33, ln2_rest = 0x1.cc01f97b57a08p-87;

/* ln(1 + f) = 2 atanh(s), s = f / (2 + f): the series of (2 atanh(s) - 2 s) / s in s^2 beyond the terms kept apart. */
static inline double atanh_tail(double z) {
  double r = 2.0 / 25.0;
  r = 2.0 / 23.0 + z * r;
  r = 2.0 / 21.0 + z * r;
  r = 2.0 / 19.0 + z * r;
  r = 2.0 / 17.0 + z * r;
  r = 2.0 / 15.0 + z * r;
  r = 2.0 / 13.0 + z * r;
  return 2.0 / 11.0 + z * r;
}

double inno__log(double x) {
  if (!(x > 0.0)) return x == 0.0 ? -INFINITY : inno__nan();
  if (x > DBL_MAX) return x;
  int k;
  double f = reduce_log(x, &k), s = f / (2.0 + f), z = s * s, h = 0.5 * f * f, e = (double)k;
  double r = z * (2.0 / 3.0 + z * (2.0 / 5.0 + z * (2.0 / 7.0 + z * (2.0 / 9.0 + z * atanh_tail(z)))));
  /* ln(1 + f) = f - (f^2/2 - s (f^2/2 + r)): f is exact, so the rounding of s only enters through small terms */
  return e * ln2_hi - ((h - (s * (h + r) + e * ln2_lo)) - f);
}

/* The same to about 100 bits less the rounding of the tail: relative error below 2^-67. */
static inno__twofold log_pair(double x) {
  static const inno__twofold c3 = {0x1.5555555555555p-1, 0x1.5555555555555p-55};
  static const inno__twofold c5 = {0x1.999999999999ap-2, -0x1.999999999999ap-56};
  static const inno__twofold c7 = {0x1.2492492492492p-2, 0x1.2492492492492p-56};
  static const inno__twofold c9 = {0x1.c71c71c71c71cp-3, 0x1.c71c71c71c71cp-57};
  int k;
  double f = reduce_log(x, &k), e = (double)k;
  inno__twofold d = inno__two_sum(2.0, f);
  double q = f / d.hi;
  inno__twofold qd = inno__two_product(q, d.hi);
  inno__twofold s = inno__fast_sum(q, (((f - qd.hi) - qd.lo) - q * d.lo) / d.hi);
  inno__twofold z = inno__twofold_multiply(s, s);
  inno__twofold r = inno__twofold_multiply(z, (inno__twofold){atanh_tail(z.hi), 0.0});
  r = inno__twofold_multiply(z, inno__twofold_add(c9, r));
  r = inno__twofold_multiply(z, inno__twofold_add(c7, r));
  r = inno__twofold_multiply(z, inno__twofold_add(c5, r));
  r = inno__twofold_multiply(z, inno__twofold_add(c3, r));
  r = inno__twofold_multiply(s, r);
  inno__twofold sum = inno__twofold_add((inno__twofold){2.0 * s.hi, 2.0 * s.lo}, r);
  inno__twofold base = inno__two_sum(e * ln2_hi, e * ln2_lo);
  base.lo += e * ln2_rest;
  return k == 0 ? sum : inno__twofold_add(base, sum);
}

inno__twofold inno__twofold_log(inno__twofold x) {
  if (!(x.hi > 0.0) || x.hi > DBL_MAX) return inno__twofold_of(inno__log(x.hi));
  inno__twofold l = log_pair(x.hi);
  double shift = x.lo / x.hi; /* its square is beyond the last bit */
  l = inno__two_sum(l.hi, l.lo + shift);
  return l;
}

double inno__log10(double x) {
  static const inno__twofold per_ln10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};
  if (!(x > 0.0)) return x == 0.0 ? -INFINITY : inno__nan();
  if (x > DBL_MAX) return x;
  inno__twofold p = inno__twofold_multiply(log_pair(x), per_ln10);
  return p.hi + p.lo;
}

/* ---- exponential ---- */

/* x * 2^k for k in -1200 .. 1200, rounded once where the result is subnormal */
static double scale(double x, int k) {
  if (k > 1023) return x * 0x1p1023 * from_bits((uint64_t)(k - 1023 + 1023) << 52);
  if (k < -1021) return x * from_bits((uint64_t)(k + 200 + 1023) << 52) * 0x1p-200;
  return x * from_bits((uint64_t)(k + 1023) << 52);
}

/* exp(x + low), |low| tiny beside x, |x| < 1000 */
static double exp_pair(double x, double low) {
  double k = (x * 0x1.71547652b82fep0 + 0x1.8p52) - 0x1.8p52; /* to the nearest integer */
  double a = x - k * ln2_hi, b = k * ln2_lo;                  /* both products are exact or tiny */
  inno__twofold r = inno__two_sum(a, -b);
  r = inno__two_sum(r.hi, r.lo + low);
  double t = r.hi, tail = r.lo;
  double p = 1.0 / 87178291200.0;
  p = 1.0 / 6227020800.0 + t * p;
  p = 1.0 / 479001600.0 + t * p;
  p = 1.0 / 39916800.0 + t * p;
  p = 1.0 / 3628800.0 + t * p;
  p = 1.0 / 362880.0 + t * p;
  p = 1.0 / 40320.0 + t * p;
  p = 1.0 / 5040.0 + t * p;
  p = 1.0 / 720.0 + t * p;
  p = 1.0 / 120.0 + t * p;
  p = 1.0 / 24.0 + t * p;
  p = 1.0 / 6.0 + t * p;
  p = 0.5 + t * p;
  inno__twofold one = inno__fast_sum(1.0, t);
  double value = one.hi + (one.lo + (t * t * p + (tail + tail * t)));
  return scale(value, (int)k);
}

double inno__exp(double x) {
  if (x != x) return inno__nan();
  if (x > 710.0) return INFINITY;
  if (x < -746.0) return 0.0;
  return exp_pair(x, 0.0);
}

double inno__twofold_exp(inno__twofold x) {
  if (x.hi != x.hi || x.hi > 710.0 || x.hi < -746.0) return inno__exp(x.hi);
  return exp_pair(x.hi, x.lo);
}

/* ---- power ---- */

/* 0 = not an integer, 1 = odd, 2 = even */
static int parity(double y) {
  double a = fabs(y);
  if (a >= 0x1p53) return 2;
  if (a < 1.0) return a == 0.0 ? 2 : 0;
  int64_t whole = (int64_t)a;
  if ((double)whole != a) return 0;
  return (whole & 1) != 0 ? 1 : 2;
}

/* x is 0 or infinite, y is not 0 */
static double pow_of_extreme(double x, double y) {
  double size = (fabs(x) > 1.0) == (y > 0.0) ? INFINITY : 0.0;
  return signbit(x) && parity(y) == 1 ? -size : size;
}

double inno__pow(double x, double y) {
  double a = fabs(x), sign = 1.0;
  if (y == 0.0 || x == 1.0) return 1.0;
  if (x != x || y != y) return inno__nan();
  if (fabs(y) > DBL_MAX) {
    if (a == 1.0) return 1.0;
    return (a > 1.0) == (y > 0.0) ? INFINITY : 0.0;
  }
  if (a == 0.0 || a > DBL_MAX) return pow_of_extreme(x, y);
  if (x < 0.0) {
    int p = parity(y);
    if (p == 0) return inno__nan();
    if (p == 1) sign = -1.0;
    if (a == 1.0) return sign;
  }
  inno__twofold l = log_pair(a);
  double rough = y * l.hi;
  if (rough > 720.0) return sign * INFINITY;
  if (rough < -760.0) return sign * 0.0;
  if (fabs(rough) < 0x1p-60) return sign; /* 1 + rough rounds to 1; also keeps the product below exact */
  inno__twofold p = inno__two_product(y, l.hi);
  p = inno__fast_sum(p.hi, p.lo + y * l.lo);
  return sign * exp_pair(p.hi, p.lo);
}
