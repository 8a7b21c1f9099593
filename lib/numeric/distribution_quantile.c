/* Quantiles of the distributions of distribution.h. */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "numeric/distribution.h"
#include "numeric/gamma.h"
#include "numeric/missing.h"
#include "numeric/special.h"

static int is_share(double p) { return p >= 0.0 && p <= 1.0; }

/* ---- normal: Newton steps from a rough value; each squares the error, the last two only repeat ---- */

static const double root_two_pi = 0x1.40d931ff62706p1;

/* What lies between 0 and z is half, with |half| < 0.35. */
static double normal_of_middle(double half) {
  double z = half * root_two_pi;
  for (int i = 0; i < 6; i++) {
    inno__twofold square = inno__two_product(0.5 * z, z);
    double share = 0.5 * inno__gamma_parts(0.5, square).lower;
    z -= (share - half) * root_two_pi * inno__exp(square.hi);
  }
  return z;
}

/* What lies beyond z is q, small: on the logarithm, from Abramowitz and Stegun 26.2.23. */
static double normal_of_tail(double q) {
  double t = sqrt(-2.0 * inno__log(q));
  double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (int i = 0; i < 5; i++) {
    double share = inno__normal_upper(z), density = inno__exp(-0.5 * z * z) / root_two_pi;
    if (!(share > 0.0) || !(density > 0.0)) break;
    z += inno__log(share / q) * share / density;
  }
  return z;
}

double inno__normal_critical(double q) {
  if (!is_share(q)) return inno__nan();
  if (q == 0.0) return INFINITY;
  if (q == 1.0) return -INFINITY;
  if (q == 0.5) return 0.0;
  double beyond = q < 0.5 ? q : 1.0 - q;
  double z = beyond > 0.15 ? normal_of_middle(0.5 - beyond) : normal_of_tail(beyond);
  return q < 0.5 ? z : -z;
}

double inno__normal_quantile(double p) { return 0.0 - inno__normal_critical(p); }

/* ---- the others: halving between 0 and the largest double, on their bits, which have the order of the doubles ---- */

typedef struct {
  double (*share)(double x, double df1, double df2);
  double df1, df2;
  double target;
  int32_t upper; /* the share falls */
} search;

static double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static int reached(const search *s, double x) {
  double share = s->share(x, s->df1, s->df2);
  return s->upper ? share <= s->target : share >= s->target;
}

/* The least double above 0 that reaches the target; infinity when none does. */
static double least(const search *s) {
  const double largest = DBL_MAX;
  uint64_t low = 0, high;
  memcpy(&high, &largest, sizeof high);
  if (!reached(s, largest)) return INFINITY;
  while (high - low > 1) {
    uint64_t middle = low + (high - low) / 2;
    if (reached(s, from_bits(middle)))
      high = middle;
    else
      low = middle;
  }
  return from_bits(high);
}

static double student_upper(double t, double df, double unused) {
  (void)unused;
  return inno__student_upper(t, df);
}

static double chi_squared_lower(double x, double df, double unused) {
  (void)unused;
  return inno__chi_squared_lower(x, df);
}

static double chi_squared_upper(double x, double df, double unused) {
  (void)unused;
  return inno__chi_squared_upper(x, df);
}

double inno__student_critical(double q, double df) {
  if (!is_share(q) || inno__student_upper(0.0, df) != 0.5) return inno__nan();
  if (df > DBL_MAX) return inno__normal_critical(q);
  if (q == 0.0) return INFINITY;
  if (q == 1.0) return -INFINITY;
  if (q == 0.5) return 0.0;
  double t = least(&(search){student_upper, df, 0.0, q < 0.5 ? q : 1.0 - q, 1});
  return q < 0.5 ? t : -t;
}

double inno__student_quantile(double p, double df) { return 0.0 - inno__student_critical(p, df); }

/* One of the two shares is at most a half; 1 less the other is exact. */
static double positive_quantile(search s, double (*other)(double, double, double)) {
  if (!is_share(s.target) || isnan(s.share(1.0, s.df1, s.df2))) return inno__nan();
  if (s.target == (s.upper ? 1.0 : 0.0)) return 0.0;
  if (s.target == (s.upper ? 0.0 : 1.0)) return INFINITY;
  if (s.target > 0.5) s = (search){other, s.df1, s.df2, 1.0 - s.target, !s.upper};
  return least(&s);
}

double inno__chi_squared_quantile(double p, double df) {
  return positive_quantile((search){chi_squared_lower, df, 0.0, p, 0}, chi_squared_upper);
}

double inno__chi_squared_critical(double q, double df) {
  return positive_quantile((search){chi_squared_upper, df, 0.0, q, 1}, chi_squared_lower);
}

double inno__f_quantile(double p, double df1, double df2) {
  return positive_quantile((search){inno__f_lower, df1, df2, p, 0}, inno__f_upper);
}

double inno__f_critical(double q, double df1, double df2) {
  return positive_quantile((search){inno__f_upper, df1, df2, q, 1}, inno__f_lower);
}
