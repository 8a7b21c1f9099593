/* Weights from how much each child spreads, and from how it differs from its siblings. */
#include <math.h>

#include "construct/weigh_children.h"
#include "construct/weigh_refuse.h"
#include "innoscore/keys.h"
#include "numeric/correlation.h"
#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/special.h"

/* One column as the rule sees it: (x - shift) / scale. */
typedef struct {
  const double *x;
  int64_t n, count;
  double min, max, shift, scale;
  int constant;
} child;

static inline double scaled(const child *c, int64_t i) { return (c->x[i] - c->shift) / c->scale; }

static inno_status take_child(const inno__weigh_job *job, int32_t j, int scale, child *c) {
  *c = (child){.x = job->columns[j], .n = job->n, .scale = 1.0};
  inno__range(c->x, c->n, &c->min, &c->max, &c->count);
  if (c->count < 2) return inno__weigh_too_few(job, j, c->count, 2);
  c->constant = c->min == c->max;
  double width = c->max - c->min;
  if (scale && c->constant) return inno__weigh_constant(job, j, c->min);
  if (!c->constant && !(width > 1e-140 && c->max < 1e140 && c->min > -1e140))
    return inno__weigh_refuse(job, j, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_SPREAD, c->min, c->max);
  if (scale) {
    c->shift = c->min;
    c->scale = width;
  }
  return INNO_OK;
}

static inno_status refuse_below(const inno__weigh_job *job, int32_t j, const child *c, double least, int least_too) {
  for (int64_t i = 0; i < c->n; i++)
    if (c->x[i] < least || (least_too && c->x[i] == least))
      return inno__weigh_refuse(job, j, i, INNO_E_NONPOSITIVE, INNO__MSG_WEIGH_NONPOSITIVE, c->x[i], 0.0);
  return INNO_OK;
}

static int is_scaled(const inno__weigh_job *job) { return job->rule->scaling == INNO_SCALING_MINMAX; }

/* ---- equal, standard deviation ---- */

inno_status inno__weigh_equal(const inno__weigh_job *job, double *weights) {
  for (int32_t j = 0; j < job->k; j++) weights[j] = 1.0 / job->k;
  return INNO_OK;
}

inno_status inno__weigh_deviation(const inno__weigh_job *job, double *weights) {
  for (int32_t j = 0; j < job->k; j++) {
    child c;
    inno__moments m;
    inno_status s = take_child(job, j, is_scaled(job), &c);
    if (s != INNO_OK) return s;
    inno__moments_of(c.x, c.n, &m);
    weights[j] = inno__sd(&m) / c.scale;
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- entropy ---- */

static double divergence(const child *c) {
  double sum = 0.0, out = 0.0, m = (double)c->count;
  if (c->constant) return 0.0;
  for (int64_t i = 0; i < c->n; i++)
    if (c->x[i] == c->x[i]) sum += scaled(c, i);
  for (int64_t i = 0; i < c->n; i++) {
    double p = c->x[i] == c->x[i] ? scaled(c, i) / sum : 0.0;
    if (p > 0.0) out += p * inno__log(m * p);
  }
  return out > 0.0 ? out / inno__log(m) : 0.0;
}

inno_status inno__weigh_entropy(const inno__weigh_job *job, double *weights) {
  for (int32_t j = 0; j < job->k; j++) {
    child c;
    inno_status s = take_child(job, j, is_scaled(job), &c);
    if (s == INNO_OK && !is_scaled(job)) s = refuse_below(job, j, &c, 0.0, 0);
    if (s != INNO_OK) return s;
    weights[j] = divergence(&c);
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- Gini: over sorted values a sum of n terms instead of n^2 ---- */

static double gini(const child *c, double *sorted) {
  double sum = 0.0, ranked = 0.0;
  int64_t m = 0;
  if (c->constant) return 0.0;
  for (int64_t i = 0; i < c->n; i++)
    if (c->x[i] == c->x[i]) sorted[m++] = scaled(c, i);
  inno__sort(sorted, m, sorted + c->n);
  for (int64_t i = 0; i < m; i++) {
    ranked += (double)(2 * i + 1 - m) * sorted[i];
    sum += sorted[i];
  }
  return ranked / ((double)m * sum);
}

inno_status inno__weigh_gini(const inno__weigh_job *job, double *weights) {
  for (int32_t j = 0; j < job->k; j++) {
    child c;
    inno_status s = take_child(job, j, is_scaled(job), &c);
    if (s == INNO_OK && !is_scaled(job)) s = refuse_below(job, j, &c, 0.0, 0);
    if (s != INNO_OK) return s;
    weights[j] = gini(&c, job->work);
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- CRITIC ---- */

/* What child j is in conflict with its siblings: sum of 1 - r. Children that say the same have no conflict, so that
 * rounding does not become one. */
static inno_status conflict(const inno__weigh_job *job, int32_t j, double *sum) {
  *sum = 0.0;
  for (int32_t h = 0; h < job->k; h++) {
    inno__pair p;
    if (h == j) continue;
    inno__pair_of(job->columns[j], job->columns[h], job->n, &p);
    if (p.count < 2) return inno__weigh_too_few(job, j, p.count, 2);
    if (p.xx == 0.0) return inno__weigh_constant(job, j, p.mean_x);
    if (p.yy == 0.0) return inno__weigh_constant(job, h, p.mean_y);
    double against = 1.0 - inno__pair_correlation(&p);
    *sum += against > 1e-12 ? against : 0.0;
  }
  return INNO_OK;
}

inno_status inno__weigh_critic(const inno__weigh_job *job, double *weights) {
  for (int32_t j = 0; j < job->k; j++) {
    child c;
    inno__moments m;
    inno_status s = take_child(job, j, 1, &c);
    if (s != INNO_OK) return s;
    inno__moments_of(c.x, c.n, &m);
    weights[j] = inno__sd(&m) / c.scale;
  }
  for (int32_t j = 0; j < job->k; j++) {
    double against = 0.0;
    inno_status s = conflict(job, j, &against);
    if (s != INNO_OK) return s;
    weights[j] *= against;
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- MEREC ---- */

inno_status inno__weigh_merec(const inno__weigh_job *job, double *weights) {
  unsigned char *keep = job->work;
  double *lowest = (double *)job->work + (job->n + 7) / 8, *term = lowest + job->k;
  int64_t count = inno__complete_cases(job->columns, job->k, job->n, keep);
  for (int32_t j = 0; j < job->k; j++) {
    child c;
    inno_status s = take_child(job, j, 0, &c);
    if (s == INNO_OK) s = refuse_below(job, j, &c, 0.0, 1);
    if (s == INNO_OK && count < 2) s = inno__weigh_too_few(job, j, count, 2);
    if (s != INNO_OK) return s;
    weights[j] = 0.0;
    lowest[j] = INFINITY;
    for (int64_t i = 0; i < job->n; i++)
      if (keep[i] && c.x[i] < lowest[j]) lowest[j] = c.x[i];
  }
  for (int64_t i = 0; i < job->n; i++) {
    double sum = 0.0;
    if (!keep[i]) continue;
    for (int32_t j = 0; j < job->k; j++) sum += term[j] = inno__log(job->columns[j][i] / lowest[j]); /* >= 0 */
    for (int32_t j = 0; j < job->k; j++) /* ln(1 + S) - ln(1 + S without j) */
      weights[j] += inno__log((1.0 + sum / job->k) / (1.0 + (sum - term[j]) / job->k));
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- what they need ---- */

static size_t nothing(int32_t k, int64_t n) {
  (void)k;
  (void)n;
  return 0;
}

/* a column and what sorting it takes */
static size_t two_columns(int32_t k, int64_t n) {
  (void)k;
  return 2 * (size_t)n * sizeof(double);
}

/* which units stay, and two numbers a child */
static size_t marks_and_children(int32_t k, int64_t n) { return (size_t)n + 8 + 2 * (size_t)k * sizeof(double); }

const inno__weigher inno__weigher_equal = {nothing, inno__weigh_equal};
const inno__weigher inno__weigher_deviation = {nothing, inno__weigh_deviation};
const inno__weigher inno__weigher_entropy = {nothing, inno__weigh_entropy};
const inno__weigher inno__weigher_gini = {two_columns, inno__weigh_gini};
const inno__weigher inno__weigher_critic = {nothing, inno__weigh_critic};
const inno__weigher inno__weigher_merec = {marks_and_children, inno__weigh_merec};
