#include "numeric/gamma.h"

#include <float.h>
#include <math.h>

#include "numeric/missing.h"
#include "numeric/special.h"

static const inno__twofold half_log_2pi = {0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55};
static const double two_pi = 0x1.921fb54442d18p2;

/* What is below 2^-70 of a sum changes no bit of it, however slowly the terms shrink. */
static const double negligible = 0x1p-70;

/* Here the terms of Stirling's series that are left out are below 1e-21. */
enum { FAR = 16 };

/* ---- small steps with twofold numbers ---- */

static inno__twofold times(double a, inno__twofold b) { return inno__twofold_multiply(inno__twofold_of(a), b); }

/* ---- ln Gamma ---- */

/* sum of B(2k) / (2k (2k - 1) x^(2k - 1)), x >= FAR */
static double stirling_series(double x) {
  double z = 1.0 / (x * x), s = -3617.0 / 122400.0;
  s = 1.0 / 156.0 + z * s;
  s = -691.0 / 360360.0 + z * s;
  s = 1.0 / 1188.0 + z * s;
  s = -1.0 / 1680.0 + z * s;
  s = 1.0 / 1260.0 + z * s;
  s = -1.0 / 360.0 + z * s;
  return (1.0 / 12.0 + z * s) / x;
}

/* How far a small x is from FAR, in whole steps. */
static int steps_from(double x) {
  int steps = 0;
  while (x + (double)steps < (double)FAR) steps++;
  return steps;
}

/* x (x + 1) ... (x + count - 1), each factor exact */
static inno__twofold rising(double x, int first, int count) {
  inno__twofold product = inno__twofold_of(1.0);
  for (int i = 0; i < count; i++) product = inno__twofold_multiply(product, inno__two_sum((double)(first + i), x));
  return product;
}

/* (z - 1/2) ln z - z + ln(2 pi) / 2 + series, z >= FAR, without the - z */
static inno__twofold stirling_without_z(inno__twofold z) {
  inno__twofold half = inno__twofold_minus(z, inno__twofold_of(0.5));
  inno__twofold s = inno__twofold_multiply(half, inno__twofold_log(z));
  return inno__twofold_plus(inno__twofold_plus(s, half_log_2pi), inno__twofold_of(stirling_series(z.hi)));
}

double inno__log_gamma(double x) {
  if (x != x || x < 0.0) return inno__nan();
  if (x == 0.0 || x > DBL_MAX) return INFINITY;
  if (x >= 0x1p60) return x * (inno__log(x) - 1.0);
  int steps = x < (double)FAR ? steps_from(x) : 0;
  inno__twofold z = inno__two_sum((double)steps, x);
  inno__twofold s = inno__twofold_minus(stirling_without_z(z), z);
  if (steps > 0) {
    inno__twofold rest = steps > 1 ? inno__twofold_log(rising(x, 1, steps - 1)) : inno__twofold_of(0.0);
    s = inno__twofold_minus(s, inno__twofold_plus(rest, inno__twofold_log(inno__twofold_of(x))));
  }
  return s.hi;
}

inno__twofold inno__stirling_error(double x) {
  if (x >= (double)FAR) return inno__twofold_of(stirling_series(x));
  /* ln Gamma(x + 1) = ln Gamma(z) - ln((x + 1) ... (z - 1)), z = x + steps; the - z and the x leave -steps */
  int steps = steps_from(x);
  inno__twofold s = stirling_without_z(inno__two_sum((double)steps, x));
  if (steps > 1) s = inno__twofold_minus(s, inno__twofold_log(rising(x, 1, steps - 1)));
  s = inno__twofold_minus(s, inno__twofold_plus(half_log_2pi, inno__twofold_of((double)steps)));
  inno__twofold power = inno__twofold_multiply(inno__two_sum(0.5, x), inno__twofold_log(inno__twofold_of(x)));
  return inno__twofold_minus(s, power);
}

/* ---- continued fractions ---- */

/* The terms of b0 + a1 / (b1 + a2 / (b2 + ...)). */
typedef struct {
  double a, b;
} step;

/* 1 / fraction by Steed's sum: each addend is a product, so that no digit of it cancels. */
typedef struct {
  double d, addend, sum;
} steed;

static inline steed steed_start(double b) { return (steed){1.0 / b, 1.0 / b, 1.0 / b}; }

/* 0 when the sum is complete */
static inline int steed_goes_on(steed *s, step next) {
  double d = 1.0 / (next.b + next.a * s->d);
  s->addend *= -(next.a * s->d) * d;
  s->sum += s->addend;
  s->d = d;
  return fabs(s->addend) > negligible * fabs(s->sum);
}

/* ---- incomplete gamma ---- */

/* a ln(a / x) + x - a: 0 at x = a, and next to it right to 2^-67 of |x - a| */
static inno__twofold deviance(double a, inno__twofold x) {
  inno__twofold log_ratio, near = inno__twofold_minus(x, inno__twofold_of(a));
  if (x.hi > 1e-3 * a && x.hi < 1e3 * a)
    log_ratio = inno__twofold_log(inno__twofold_divide(inno__twofold_of(a), x));
  else
    log_ratio = inno__twofold_minus(inno__twofold_log(inno__twofold_of(a)), inno__twofold_log(x));
  return inno__twofold_plus(times(a, log_ratio), near);
}

/* x^a e^-x / Gamma(a + 1) */
static double gamma_factor(double a, inno__twofold x) {
  inno__twofold size = inno__twofold_plus(deviance(a, x), inno__stirling_error(a));
  return inno__twofold_exp((inno__twofold){-size.hi, -size.lo}) / (sqrt(two_pi) * sqrt(a));
}

/* 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ... */
static double gamma_series(double a, double x) {
  double term = 1.0, sum = 1.0;
  for (double i = 1.0; term > negligible * sum; i += 1.0) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

/* 1 / (x + 1 - a + 1 (a - 1) / (x + 3 - a + 2 (a - 2) / (x + 5 - a + ...))) */
static double gamma_fraction(double a, inno__twofold x) {
  inno__twofold from = inno__twofold_minus(x, inno__twofold_of(a));
  steed s = steed_start(from.hi + 1.0);
  for (double i = 1.0; steed_goes_on(&s, (step){i * (a - i), from.hi + (2.0 * i + 1.0)}); i += 1.0) continue;
  return s.sum;
}

static inno__parts with_lower(double p) { return p > 1.0 ? (inno__parts){1.0, 0.0} : (inno__parts){p, 1.0 - p}; }
static inno__parts with_upper(double q) { return q > 1.0 ? (inno__parts){0.0, 1.0} : (inno__parts){1.0 - q, q}; }

inno__parts inno__gamma_parts(double a, inno__twofold x) {
  if (x.hi == 0.0) return with_lower(0.0);
  if (x.hi > 1e4 * (a + 1.0)) return with_upper(0.0);
  double factor = gamma_factor(a, x);
  if (x.hi < a + 1.0) return with_lower(factor == 0.0 ? 0.0 : factor * gamma_series(a, x.hi));
  return with_upper(factor == 0.0 ? 0.0 : factor * a * gamma_fraction(a, x));
}

/* ---- incomplete beta ---- */

/* x^a y^b / B(a, b) from the logarithms of n x / a and n y / b, n = a + b */
static double beta_factor(double a, double b, inno__twofold log_x, inno__twofold log_y) {
  inno__twofold s = inno__twofold_plus(times(a, log_x), times(b, log_y)), errors = inno__stirling_error(a + b);
  errors = inno__twofold_minus(errors, inno__twofold_plus(inno__stirling_error(a), inno__stirling_error(b)));
  return inno__twofold_exp(inno__twofold_plus(s, errors)) * sqrt(a / two_pi) * sqrt(b / (a + b));
}

/* The fraction of DiDonato and Morris: terms
 * a_i = (a + i - 1) (a + b + i - 1) i (b - i) x^2 / (a + 2 i - 1)^2,
 * b_i = i + i (b - i) x / (a + 2 i - 1) + (a + i) (a y - b x + 1 + i (1 + y)) / (a + 2 i + 1). */
static double beta_fraction(double a, double b, double x, double y, double lambda) {
  steed s = steed_start(a * (lambda + 1.0) / (a + 1.0));
  for (double i = 1.0;; i += 1.0) {
    double t = a + 2.0 * i - 1.0, p = i * (b - i) * x / t;
    step next = {p * x * ((a + i - 1.0) / t) * (a + b + i - 1.0),
                 i + p + (a + i) * (lambda + 1.0 + i * (1.0 + y)) / (a + 2.0 * i + 1.0)};
    if (!steed_goes_on(&s, next)) return s.sum;
  }
}

/* I_x(a, b), x = 1 / (1 + w) at or below about its mean */
static double beta_near(double a, double b, inno__twofold w) {
  inno__twofold n = inno__two_sum(a, b), whole = inno__twofold_plus(w, inno__twofold_of(1.0));
  inno__twofold x = inno__twofold_divide(inno__twofold_of(1.0), whole), y = inno__twofold_multiply(w, x);
  inno__twofold log_x = inno__twofold_log(inno__twofold_divide(n, times(a, whole)));
  inno__twofold log_y = inno__twofold_log(inno__twofold_divide(inno__twofold_multiply(n, w), times(b, whole)));
  double factor = beta_factor(a, b, log_x, log_y);
  if (factor == 0.0) return 0.0;
  inno__twofold lambda = inno__twofold_multiply(inno__twofold_minus(times(a, w), inno__twofold_of(b)), x);
  return factor * beta_fraction(a, b, x.hi, y.hi, lambda.hi);
}

/* The same for w so large that 1 / w is all there is of x: x^a / (a B(a, b)) */
static double beta_far(double a, double b, inno__twofold log_w) {
  inno__twofold n = inno__two_sum(a, b);
  inno__twofold log_x = inno__twofold_log(inno__twofold_divide(n, inno__twofold_of(a)));
  inno__twofold log_y = inno__twofold_log(inno__twofold_divide(n, inno__twofold_of(b)));
  return beta_factor(a, b, inno__twofold_minus(log_x, log_w), log_y) / a;
}

static inno__parts swapped(inno__parts p) { return (inno__parts){p.upper, p.lower}; }

inno__parts inno__beta_parts(double a, double b, inno__twofold w, inno__twofold log_w) {
  if (log_w.hi > 575.0) return with_lower(beta_far(a, b, log_w));
  if (log_w.hi < -575.0) return swapped(with_lower(beta_far(b, a, (inno__twofold){-log_w.hi, -log_w.lo})));
  if (w.hi * (a + 1.0) > b + 1.0) return with_lower(beta_near(a, b, w));
  return swapped(with_lower(beta_near(b, a, inno__twofold_divide(inno__twofold_of(1.0), w))));
}
