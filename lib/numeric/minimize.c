#include "numeric/minimize.h"

#include <float.h>
#include <math.h>

enum { HALVINGS = 50 };

typedef struct {
  inno__function f;
  void *context;
  int32_t k;
  double *x, *g, *next, *next_g, *d, *hy; /* point, gradient, the ones tried, direction, scratch */
  double *h;                              /* k x k: inverse curvature */
  int32_t fresh;                          /* h is the identity */
  inno__minimize_report *report;
} search;

size_t inno__minimize_work_size(int32_t k) { return ((size_t)k + 5) * (size_t)k * sizeof(double); }

static double value_at(search *s, const double *x) {
  s->report->evaluations++;
  return s->f(x, s->context);
}

static double dot(const double *a, const double *b, int32_t k) {
  double sum = 0.0;
  for (int32_t i = 0; i < k; i++) sum += a[i] * b[i];
  return sum;
}

/* ---- gradient by differences: error of order step^2, and rounding of the value over the step ---- */

/* Below the step the variable has no room downward: three points upward are as exact as two around it. */
static double slope(search *s, double *x, int32_t i, double here) {
  double at = x[i], step = 6e-6 * (at > 0.1 ? at : 0.1), out;
  x[i] = at + step;
  double up = value_at(s, x);
  x[i] = at >= step ? at - step : at + 2.0 * step;
  double other = value_at(s, x);
  if (at >= step)
    out = (up - other) / (2.0 * step);
  else
    out = (4.0 * up - 3.0 * here - other) / (2.0 * step);
  if (up > DBL_MAX)
    out = at >= step && other <= DBL_MAX ? (here - other) / step : 0.0;
  else if (other > DBL_MAX)
    out = (up - here) / step;
  x[i] = at;
  return out;
}

static void gradient(search *s, double *x, double here, double *g) {
  for (int32_t i = 0; i < s->k; i++) g[i] = slope(s, x, i, here);
}

static double residual(const double *x, const double *g, int32_t k) {
  double largest = 0.0;
  for (int32_t i = 0; i < k; i++) {
    double moved = x[i] - g[i] > 0.0 ? g[i] : x[i];
    largest = fabs(moved) > largest ? fabs(moved) : largest;
  }
  return largest;
}

/* ---- steps ---- */

static void forget(search *s) {
  for (int32_t i = 0; i < s->k; i++)
    for (int32_t j = 0; j < s->k; j++) s->h[(size_t)i * (size_t)s->k + (size_t)j] = i == j ? 1.0 : 0.0;
  s->fresh = 1;
}

/* At the bound and pushed against it. */
static inline int held(const search *s, int32_t i) { return s->x[i] <= 0.0 && s->g[i] > 0.0; }

static void direct(search *s) {
  for (int32_t i = 0; i < s->k; i++) {
    s->d[i] = 0.0;
    for (int32_t j = 0; j < s->k && !held(s, i); j++)
      if (!held(s, j)) s->d[i] -= s->h[(size_t)i * (size_t)s->k + (size_t)j] * s->g[j];
  }
}

/* Halves the step until the value has come down enough for the way that was made; 0 = it does not. */
static int descend(search *s, double *next_value) {
  double size = sqrt(dot(s->d, s->d, s->k)), t = s->fresh && size > 0.5 ? 0.5 / size : 1.0;
  double slack = 4.0 * DBL_EPSILON * fabs(s->report->value);
  for (int halving = 0; halving < HALVINGS; halving++, t /= 2.0) {
    double way = 0.0, moved = 0.0;
    for (int32_t i = 0; i < s->k; i++) {
      double to = s->x[i] + t * s->d[i];
      s->next[i] = to > 0.0 ? to : 0.0;
      way += s->g[i] * (s->next[i] - s->x[i]);
      moved += fabs(s->next[i] - s->x[i]);
    }
    if (moved == 0.0) return 0;
    *next_value = value_at(s, s->next);
    if (way < 0.0 && *next_value <= s->report->value + 1e-4 * way + slack) return 1;
  }
  return 0;
}

/* BFGS: h learns from the change of the gradient along the step. Variables at their bound teach nothing. */
static void learn(search *s) {
  double *step = s->d, *change = s->hy;
  int32_t k = s->k;
  for (int32_t i = 0; i < k; i++) {
    int free = s->next[i] > 0.0 && s->x[i] > 0.0;
    step[i] = free ? s->next[i] - s->x[i] : 0.0;
    change[i] = free ? s->next_g[i] - s->g[i] : 0.0;
  }
  double sy = dot(step, change, k), yy = dot(change, change, k);
  if (!(sy > 1e-10 * sqrt(dot(step, step, k)) * sqrt(yy)) || !(yy > 0.0)) return;
  if (s->fresh)
    for (int32_t i = 0; i < k; i++) s->h[(size_t)i * (size_t)k + (size_t)i] = sy / yy;
  s->fresh = 0;
  double *hy = s->g; /* the old gradient is not needed any more */
  for (int32_t i = 0; i < k; i++) hy[i] = dot(s->h + (size_t)i * (size_t)k, change, k);
  double stretch = (1.0 + dot(change, hy, k) / sy) / sy;
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++)
      s->h[(size_t)i * (size_t)k + (size_t)j] += stretch * step[i] * step[j] - (hy[i] * step[j] + step[i] * hy[j]) / sy;
}

static void move(search *s, double value) {
  s->report->value = value;
  for (int32_t i = 0; i < s->k; i++) {
    s->x[i] = s->next[i];
    s->g[i] = s->next_g[i];
  }
  s->report->residual = residual(s->x, s->g, s->k);
  s->report->iterations++;
}

/* One iteration; 0 = no step leads lower. */
static int step_down(search *s) {
  double value = 0.0, before = s->report->value, was = s->report->residual;
  direct(s);
  if (!descend(s, &value)) {
    if (s->fresh) return 0;
    forget(s);
    direct(s);
    if (!descend(s, &value)) return 0;
  }
  gradient(s, s->next, value, s->next_g);
  learn(s);
  move(s, value);
  return value < before - 4.0 * DBL_EPSILON * fabs(before) || s->report->residual < was;
}

void inno__minimize(inno__function f, void *context, int32_t k, const inno__minimize_options *options, double *x,
                    inno__minimize_report *report, void *work) {
  double *w = work;
  search s = {.f = f, .context = context, .k = k, .x = x, .g = w, .next = w + k, .report = report};
  s.next_g = s.next + k;
  s.d = s.next_g + k;
  s.hy = s.d + k;
  s.h = s.hy + k;
  *report = (inno__minimize_report){0};
  forget(&s);
  report->value = value_at(&s, x);
  gradient(&s, x, report->value, s.g);
  report->residual = residual(x, s.g, k);
  int lower = 1;
  while (lower && report->residual > options->tolerance &&
         report->evaluations + 2 * (int64_t)k + 2 * HALVINGS <= options->limit)
    lower = step_down(&s);
  report->converged = report->residual <= (lower ? 1.0 : 1000.0) * options->tolerance;
}
