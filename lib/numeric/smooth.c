#include "numeric/smooth.h"

#include <math.h>
#include <string.h>

#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/special.h"

/* Points merged: m of them, ascending. */
typedef struct {
  int64_t m;
  double *x, *y, *w; /* 0..1; means; how many points */
  double within;     /* squares about these means */
  double about;      /* squares about the mean of all */
  double count;
} points;

/* R + lambda Q' W^-1 Q = L D L', one column for each x that is neither first nor last. */
typedef struct {
  double *gap, *slope;   /* between x, m - 1; and 1 / gap */
  double *q0, *q1, *q2;  /* Q' W^-1 Q: its diagonal, and one and two beside it */
  double *rhs;           /* Q' y */
  double *inverse;       /* 1 / d */
  double *d, *one, *two; /* D, and L below its diagonal: one and two rows down */
  double *second;        /* second derivatives of the spline */
  double *fit;           /* m */
} band;

enum { COLUMNS = 15 };

size_t inno__smooth_work_size(int64_t n) {
  return (size_t)(n + 1) * COLUMNS * sizeof(double) + inno__rank_work_size(n);
}

/* ---- points ---- */

/* Group of every point in x order, counted from 1 (NaN = left out), and the x of each group: the first of it. Returns
 * the number of groups. */
static int64_t group(const double *x, const double *y, int64_t n, double *number, double *first, double *scratch,
                     void *work) {
  int64_t distinct = 0, groups = 0;
  for (int64_t i = 0; i < n; i++) scratch[i] = y[i] == y[i] ? x[i] : inno__nan();
  inno__rank(scratch, n, 0, INNO__TIES_DENSE, number, work);
  for (int64_t i = 0; i < n; i++) {
    if (number[i] != number[i]) continue;
    first[(int64_t)number[i] - 1] = x[i];
    distinct = (int64_t)number[i] > distinct ? (int64_t)number[i] : distinct;
  }
  double near = distinct > 0 ? 1e-8 * (first[distinct - 1] - first[0]) : 0.0;
  for (int64_t g = 0; g < distinct; g++) { /* what is near goes to the group before */
    double here = first[g];
    if (groups == 0 || here - first[groups - 1] > near) first[groups++] = here;
    scratch[g] = (double)groups;
  }
  for (int64_t i = 0; i < n; i++)
    if (number[i] == number[i]) number[i] = scratch[(int64_t)number[i] - 1];
  return groups;
}

static void merge(const double *y, int64_t n, const double *number, points *p) {
  double low = p->x[0], range = p->x[p->m - 1] - low, mean = 0.0;
  for (int64_t g = 0; g < p->m; g++) {
    p->y[g] = p->w[g] = 0.0;
    p->x[g] = p->m > 1 ? (p->x[g] - low) / range : 0.0;
  }
  for (int64_t i = 0; i < n; i++) {
    if (number[i] != number[i]) continue;
    p->y[(int64_t)number[i] - 1] += y[i];
    p->w[(int64_t)number[i] - 1] += 1.0;
    mean += y[i];
    p->count += 1.0;
  }
  mean /= p->count;
  for (int64_t g = 0; g < p->m; g++) p->y[g] /= p->w[g];
  for (int64_t i = 0; i < n; i++) {
    if (number[i] != number[i]) continue;
    double off = y[i] - p->y[(int64_t)number[i] - 1];
    p->within += off * off;
    p->about += (y[i] - mean) * (y[i] - mean);
  }
}

/* ---- the spline for one lambda ---- */

/* Q has three entries a column j (of the interior x j + 1): 1 / gap j, -(1 / gap j + 1 / gap j + 1), 1 / gap j + 1. */
static inline double q_of(const band *b, int64_t j, int which) {
  double left = b->slope[j], right = b->slope[j + 1];
  return which == 0 ? left : which == 1 ? -(left + right) : right;
}

/* What does not depend on lambda. */
static void prepare(const points *p, const band *b) {
  const int64_t k = p->m - 2;
  for (int64_t i = 0; i + 1 < p->m; i++) b->slope[i] = 1.0 / b->gap[i];
  for (int64_t j = 0; j < k; j++) {
    b->q0[j] = b->q1[j] = b->q2[j] = 0.0;
    for (int a = 0; a < 3; a++) b->q0[j] += q_of(b, j, a) * q_of(b, j, a) / p->w[j + a];
    if (j + 1 < k)
      b->q1[j] = q_of(b, j, 1) * q_of(b, j + 1, 0) / p->w[j + 1] + q_of(b, j, 2) * q_of(b, j + 1, 1) / p->w[j + 2];
    if (j + 2 < k) b->q2[j] = q_of(b, j, 2) * q_of(b, j + 2, 0) / p->w[j + 2];
    b->rhs[j] = (p->y[j + 2] - p->y[j + 1]) / b->gap[j + 1] - (p->y[j + 1] - p->y[j]) / b->gap[j];
  }
}

static void factor(const points *p, const band *b, double lambda) {
  const int64_t k = p->m - 2;
  for (int64_t j = 0; j < k; j++) {
    double zero = (b->gap[j] + b->gap[j + 1]) / 3.0 + lambda * b->q0[j];
    double one = j + 1 < k ? b->gap[j + 1] / 6.0 + lambda * b->q1[j] : 0.0;
    if (j > 0) {
      zero -= b->one[j - 1] * b->one[j - 1] * b->d[j - 1];
      one -= b->one[j - 1] * b->two[j - 1] * b->d[j - 1];
    }
    if (j > 1) zero -= b->two[j - 2] * b->two[j - 2] * b->d[j - 2];
    b->d[j] = zero;
    b->inverse[j] = 1.0 / zero;
    b->one[j] = j + 1 < k ? one * b->inverse[j] : 0.0;
    b->two[j] = j + 2 < k ? lambda * b->q2[j] * b->inverse[j] : 0.0;
  }
}

static void solve(const points *p, const band *b) {
  const int64_t k = p->m - 2;
  double *c = b->second;
  for (int64_t j = 0; j < k; j++) {
    c[j] = b->rhs[j];
    if (j > 0) c[j] -= b->one[j - 1] * c[j - 1];
    if (j > 1) c[j] -= b->two[j - 2] * c[j - 2];
  }
  for (int64_t j = k - 1; j >= 0; j--) {
    c[j] *= b->inverse[j];
    if (j + 1 < k) c[j] -= b->one[j] * c[j + 1];
    if (j + 2 < k) c[j] -= b->two[j] * c[j + 2];
  }
}

/* 2 + trace of (L D L')^-1 R. Of the inverse only its band is needed, which the factor gives from the last column up
 * (Hutchinson and de Hoog 1985). R has (gap + gap) / 3 on its diagonal and gap / 6 beside it. */
static double freedom_of(const points *p, const band *b) {
  double next = 0.0, next_one = 0.0, after = 0.0, trace = 2.0; /* of the inverse: (j+1,j+1), (j+1,j+2), (j+2,j+2) */
  for (int64_t j = p->m - 3; j >= 0; j--) {
    double one = -(b->one[j] * next + b->two[j] * next_one);
    double two = -(b->one[j] * next_one + b->two[j] * after);
    double zero = b->inverse[j] - b->one[j] * one - b->two[j] * two;
    trace += zero * (b->gap[j] + b->gap[j + 1]) / 3.0 + 2.0 * one * b->gap[j + 1] / 6.0;
    after = next;
    next = zero;
    next_one = one;
  }
  return trace;
}

static void score(const points *p, inno__smooth_report *report) {
  double left = 1.0 - report->freedom / p->count;
  if (report->residual <= 1e-24 * p->about) report->residual = 0.0;
  report->gcv = left > 0.0 ? report->residual / p->count / (left * left) : inno__nan();
}

/* Fit, freedom, residual and score for lambda. */
static double cubic(const points *p, const band *b, double lambda, inno__smooth_report *report) {
  factor(p, b, lambda);
  solve(p, b);
  report->lambda = lambda;
  report->freedom = freedom_of(p, b);
  report->residual = p->within;
  double left = 0.0, here = 0.0; /* off = Q second: differences of its slopes; second is 0 at the ends */
  for (int64_t i = 0; i < p->m; i++) {
    double next = i + 2 < p->m ? b->second[i] : 0.0;
    double right = i + 1 < p->m ? (next - here) * b->slope[i] : 0.0, off = right - left;
    left = right;
    here = next;
    off *= lambda / p->w[i];
    b->fit[i] = p->y[i] - off;
    report->residual += p->w[i] * off * off;
  }
  score(p, report);
  return report->gcv;
}

/* ---- the search ---- */

static double score_at(const points *p, const band *b, double exponent, inno__smooth_report *report) {
  double gcv = cubic(p, b, p->count * inno__pow(10.0, exponent), report);
  return gcv == gcv ? gcv : INFINITY;
}

static double golden_section(const points *p, const band *b, double low, double high, inno__smooth_report *report) {
  const double ratio = 0.6180339887498949;
  double u = high - ratio * (high - low), v = low + ratio * (high - low);
  double at_u = score_at(p, b, u, report), at_v = score_at(p, b, v, report);
  while (high - low > 1e-4) {
    if (at_v <= at_u) { /* of equal ones the smoother */
      low = u;
      u = v;
      at_u = at_v;
      v = low + ratio * (high - low);
      at_v = score_at(p, b, v, report);
    } else {
      high = v;
      v = u;
      at_v = at_u;
      u = high - ratio * (high - low);
      at_u = score_at(p, b, u, report);
    }
  }
  return (low + high) / 2.0;
}

static void validate(const points *p, const band *b, inno__smooth_report *report) {
  const double step = 0.5, top = 3.0;
  const double bottom = -4.0 * inno__log10(3.14159265358979324 * (double)p->m) - 2.0;
  const int32_t steps = (int32_t)floor((top - bottom) / step);
  int32_t best = 0;
  double least = score_at(p, b, top, report);
  for (int32_t s = 1; s <= steps && least > 0.0; s++) {
    double gcv = score_at(p, b, top - s * step, report);
    if (!(gcv < least)) continue;
    least = gcv;
    best = s;
  }
  double e = top - best * step;
  report->at_end = best == 0 ? 1 : best == steps ? -1 : 0;
  if (report->at_end == 0 && least > 0.0) e = golden_section(p, b, e - step, e + step, report);
  score_at(p, b, e, report);
}

/* ---- fewer than four x ---- */

static void line(const points *p, double *fit, inno__smooth_report *report) {
  double x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
  for (int64_t i = 0; i < p->m; i++) {
    x += p->w[i] * p->x[i];
    y += p->w[i] * p->y[i];
  }
  x /= p->count;
  y /= p->count;
  for (int64_t i = 0; i < p->m; i++) {
    xx += p->w[i] * (p->x[i] - x) * (p->x[i] - x);
    xy += p->w[i] * (p->x[i] - x) * (p->y[i] - y);
  }
  report->order = p->m > 1 ? INNO__SMOOTH_LINE : INNO__SMOOTH_MEAN;
  report->freedom = p->m > 1 ? 2.0 : 1.0;
  report->residual = p->within;
  for (int64_t i = 0; i < p->m; i++) {
    fit[i] = p->m > 1 ? y + xy / xx * (p->x[i] - x) : p->y[0];
    report->residual += p->w[i] * (p->y[i] - fit[i]) * (p->y[i] - fit[i]);
  }
  score(p, report);
}

void inno__smooth(const double *x, const double *y, int64_t n, double lambda, double *fitted,
                  inno__smooth_report *report, void *work) {
  double *column[COLUMNS];
  for (int c = 0; c < COLUMNS; c++) column[c] = (double *)work + c * (n + 1);
  points p = {0, column[0], column[1], column[2], 0.0, 0.0, 0.0};
  const band b = {column[3],  column[9], column[10], column[11], column[12], column[13],
                  column[14], column[4], column[5],  column[6],  column[7],  column[8]};
  *report = (inno__smooth_report){.order = INNO__SMOOTH_NONE,
                                  .lambda = inno__nan(),
                                  .freedom = inno__nan(),
                                  .residual = inno__nan(),
                                  .gcv = inno__nan()};
  p.m = group(x, y, n, fitted, p.x, p.y, column[COLUMNS - 1] + n + 1);
  if (p.m == 0) return;
  merge(y, n, fitted, &p);
  report->count = (int64_t)p.count;
  report->distinct = p.m;
  for (int64_t i = 0; i + 1 < p.m; i++) b.gap[i] = p.x[i + 1] - p.x[i];
  if (p.m < 4) {
    line(&p, b.fit, report);
  } else {
    report->order = INNO__SMOOTH_CUBIC;
    prepare(&p, &b);
    if (lambda == lambda)
      cubic(&p, &b, lambda, report);
    else
      validate(&p, &b, report);
  }
  for (int64_t i = 0; i < n; i++)
    if (fitted[i] == fitted[i]) fitted[i] = b.fit[(int64_t)fitted[i] - 1];
}
