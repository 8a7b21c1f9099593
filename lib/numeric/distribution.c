#include "numeric/distribution.h"

#include <float.h>
#include <math.h>

#include "numeric/gamma.h"
#include "numeric/missing.h"
#include "numeric/special.h"

static const double most_df = 1e10;
static const inno__parts nowhere_below = {0.0, 1.0}, all_below = {1.0, 0.0};

static int usable(double df) { return df > 0.0 && (df <= most_df || df > DBL_MAX); }
static int infinite(double df) { return df > DBL_MAX; }
static inno__parts nothing(void) { return (inno__parts){inno__nan(), inno__nan()}; }

/* ---- normal and Student: the share beyond |z| on one side ---- */

static double normal_beyond(double z) {
  if (z > 40.0) return 0.0;
  inno__twofold square = inno__two_product(z, z);
  return 0.5 * inno__gamma_parts(0.5, (inno__twofold){0.5 * square.hi, 0.5 * square.lo}).upper;
}

double inno__normal_upper(double z) {
  if (z != z) return inno__nan();
  return z >= 0.0 ? normal_beyond(z) : 1.0 - normal_beyond(-z);
}

double inno__normal_lower(double z) { return inno__normal_upper(-z); }

static inno__twofold twice(inno__twofold v) { return (inno__twofold){2.0 * v.hi, 2.0 * v.lo}; }
static inno__twofold log_of(double x) { return inno__twofold_log(inno__twofold_of(x)); }

/* t = 0 and infinity are not asked for. Beyond t is half of I_x(df / 2, 1 / 2), x = df / (df + t^2). */
static double student_beyond(double t, double df) {
  inno__twofold log_w = inno__twofold_minus(twice(log_of(t)), log_of(df)), w = {0.0, 0.0};
  if (fabs(log_w.hi) < 600.0 && t < 1e150 && t > 1e-150)
    w = inno__twofold_divide(inno__two_product(t, t), inno__twofold_of(df));
  return 0.5 * inno__beta_parts(0.5 * df, 0.5, w, log_w).lower;
}

double inno__student_upper(double t, double df) {
  if (t != t || !usable(df)) return inno__nan();
  if (infinite(df)) return inno__normal_upper(t);
  if (fabs(t) > DBL_MAX) return t > 0.0 ? 0.0 : 1.0;
  if (t == 0.0) return 0.5;
  return t > 0.0 ? student_beyond(t, df) : 1.0 - student_beyond(-t, df);
}

double inno__student_lower(double t, double df) { return inno__student_upper(-t, df); }

/* ---- chi squared ---- */

static inno__parts chi_squared(double x, double df) {
  if (x != x || !usable(df) || infinite(df)) return nothing();
  if (!(x > 0.0)) return nowhere_below;
  if (x > DBL_MAX) return all_below;
  return inno__gamma_parts(0.5 * df, inno__twofold_of(0.5 * x));
}

double inno__chi_squared_lower(double x, double df) { return chi_squared(x, df).lower; }
double inno__chi_squared_upper(double x, double df) { return chi_squared(x, df).upper; }

/* ---- F ---- */

static inno__parts f_of_infinite(double f, double df1, double df2) {
  if (infinite(df1) && infinite(df2)) return f < 1.0 ? nowhere_below : all_below;
  if (infinite(df2)) return inno__gamma_parts(0.5 * df1, inno__two_product(0.5 * df1, f));
  inno__parts p = inno__gamma_parts(0.5 * df2, inno__twofold_divide(inno__twofold_of(0.5 * df2), inno__twofold_of(f)));
  return (inno__parts){p.upper, p.lower};
}

/* Below f is I_(1 - x)(df1 / 2, df2 / 2), x = df2 / (df2 + df1 f). */
static inno__parts f_parts(double f, double df1, double df2) {
  if (f != f || !usable(df1) || !usable(df2)) return nothing();
  if (!(f > 0.0)) return nowhere_below;
  if (f > DBL_MAX) return all_below;
  if (infinite(df1) || infinite(df2)) return f_of_infinite(f, df1, df2);
  inno__twofold log_w = inno__twofold_minus(inno__twofold_plus(log_of(f), log_of(df1)), log_of(df2));
  inno__twofold w = {0.0, 0.0};
  if (fabs(log_w.hi) < 600.0 && f < 1e280 && f > 1e-280)
    w = inno__twofold_divide(inno__two_product(f, df1), inno__twofold_of(df2));
  inno__parts p = inno__beta_parts(0.5 * df2, 0.5 * df1, w, log_w);
  return (inno__parts){p.upper, p.lower};
}

double inno__f_lower(double f, double df1, double df2) { return f_parts(f, df1, df2).lower; }
double inno__f_upper(double f, double df1, double df2) { return f_parts(f, df1, df2).upper; }
