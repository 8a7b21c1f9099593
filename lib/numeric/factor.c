#include "numeric/factor.h"

#include <float.h>
#include <math.h>

#include "numeric/eigen.h"
#include "numeric/linear.h"
#include "numeric/missing.h"

typedef struct {
  const double *r;
  int32_t k;
  double *loading, *trial, *slope, *hessian;
} search;

static inline double at(const double *a, int32_t k, int32_t i, int32_t j) {
  return a[(size_t)i * (size_t)k + (size_t)j];
}

size_t inno__factor_work_size(int32_t k) {
  size_t m = (size_t)k;
  return (2 * m * m + 3 * m) * sizeof(double);
}

static double residual_of(const search *s, const double *loading) {
  double sum = 0.0;
  for (int32_t i = 0; i < s->k; i++)
    for (int32_t j = 0; j < i; j++) {
      double left = at(s->r, s->k, i, j) - loading[i] * loading[j];
      sum += left * left;
    }
  return sum;
}

/* Derivatives of half the sum, into slope; the largest in size. */
static double slope_of(const search *s) {
  double largest = 0.0;
  for (int32_t i = 0; i < s->k; i++) {
    double sum = 0.0;
    for (int32_t j = 0; j < s->k; j++)
      if (j != i) sum -= (at(s->r, s->k, i, j) - s->loading[i] * s->loading[j]) * s->loading[j];
    s->slope[i] = sum;
    largest = fabs(sum) > largest ? fabs(sum) : largest;
  }
  return largest;
}

/* Second derivatives, the lower triangle. */
static void hessian_of(const search *s) {
  double squares = 0.0;
  for (int32_t i = 0; i < s->k; i++) squares += s->loading[i] * s->loading[i];
  for (int32_t i = 0; i < s->k; i++) {
    double *row = s->hessian + (size_t)i * (size_t)s->k;
    for (int32_t j = 0; j < i; j++) row[j] = 2.0 * s->loading[i] * s->loading[j] - at(s->r, s->k, i, j);
    row[i] = squares - s->loading[i] * s->loading[i];
  }
}

/* 1 = the sum fell, or stayed within its rounding; the step is then taken. */
static int newton_step(const search *s, double *sum) {
  hessian_of(s);
  if (inno__cholesky(s->hessian, s->k, INNO__SINGULAR) >= 0) return 0;
  for (int32_t i = 0; i < s->k; i++) s->trial[i] = s->slope[i];
  inno__cholesky_solve(s->hessian, s->k, s->trial);
  for (int32_t i = 0; i < s->k; i++) s->trial[i] = s->loading[i] - s->trial[i];
  double after = residual_of(s, s->trial);
  if (!(after <= *sum * (1.0 + 1e-13) + 1e-30)) return 0;
  *sum = after;
  for (int32_t i = 0; i < s->k; i++) s->loading[i] = s->trial[i];
  return 1;
}

/* Every loading in turn at the minimum that the others leave it. */
static void sweep(const search *s, double *sum) {
  for (int32_t i = 0; i < s->k; i++) {
    double product = 0.0, squares = 0.0;
    for (int32_t j = 0; j < s->k; j++) {
      if (j == i) continue;
      product += at(s->r, s->k, i, j) * s->loading[j];
      squares += s->loading[j] * s->loading[j];
    }
    if (squares > DBL_MIN) s->loading[i] = product / squares;
  }
  *sum = residual_of(s, s->loading);
}

/* The leading component of r with ones on the diagonal, times the root of its eigenvalue. */
static void begin(const search *s, double *scratch) {
  const int32_t k = s->k;
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++) s->hessian[(size_t)i * (size_t)k + (size_t)j] = i == j ? 1.0 : at(s->r, k, i, j);
  inno__eigen_symmetric(s->hessian, k, s->trial, scratch);
  for (int32_t i = 0; i < k; i++) s->loading[i] = scratch[i] * sqrt(s->trial[0]);
}

/* Whether r says something off its diagonal; and whether it can be read at all. */
static int32_t look(const double *r, int32_t k) {
  double largest = 0.0;
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++) {
      if (i == j) continue;
      double size = fabs(at(r, k, i, j));
      if (!(size <= DBL_MAX)) return INNO__FACTOR_INVALID;
      largest = size > largest ? size : largest;
    }
  return k < 3 || largest == 0.0 ? INNO__FACTOR_UNDETERMINED : INNO__FACTOR_FOUND;
}

static void judge(const search *s, int converged, inno__factor_report *report) {
  double largest = 1.0 + 1e-9;
  for (int32_t i = 0; i < s->k; i++)
    if (s->loading[i] * s->loading[i] > largest) {
      largest = s->loading[i] * s->loading[i];
      report->heywood = i;
    }
  hessian_of(s);
  if (report->heywood >= 0)
    report->status = INNO__FACTOR_HEYWOOD;
  else if (!converged)
    report->status = INNO__FACTOR_LIMIT;
  else if (inno__cholesky(s->hessian, s->k, INNO__SINGULAR) >= 0)
    report->status = INNO__FACTOR_UNDETERMINED;
}

void inno__factor_one(const double *r, int32_t k, int32_t limit, double *loadings, inno__factor_report *report,
                      void *work) {
  double *scratch = work, *hessian = scratch + (size_t)k * (size_t)k, *rest = hessian + (size_t)k * (size_t)k;
  const search s = {r, k, loadings, rest, rest + k, hessian};
  const double enough = 1e-12 * k;
  *report = (inno__factor_report){look(r, k), 0, -1, inno__nan(), inno__nan()};
  for (int32_t i = 0; i < k; i++) loadings[i] = inno__nan();
  if (report->status != INNO__FACTOR_FOUND) return;
  begin(&s, scratch);
  report->residual = residual_of(&s, loadings);
  report->gradient = slope_of(&s);
  for (; report->steps < limit && report->gradient > enough; report->steps++) {
    if (!newton_step(&s, &report->residual)) sweep(&s, &report->residual);
    report->gradient = slope_of(&s);
  }
  judge(&s, report->gradient <= enough, report);
  for (int32_t i = 0; i < k && report->status == INNO__FACTOR_UNDETERMINED; i++) loadings[i] = inno__nan();
  inno__orient(loadings, k, 1);
}
