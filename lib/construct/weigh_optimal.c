#include "construct/weigh_optimal.h"

#include <float.h>
#include <math.h>

#include "innoscore/weighting.h"
#include "numeric/correlation.h"
#include "numeric/minimize.h"
#include "numeric/moments.h"

typedef struct {
  const inno__optimal_job *job;
  double *weights, *index, *r, *target;
  double sum; /* of the correlations, at the last evaluation */
} problem;

size_t inno__weigh_optimal_work_size(int32_t k, int64_t n) {
  return (4 * (size_t)k + (size_t)n) * sizeof(double) + inno__minimize_work_size(k);
}

void inno__weigh_correlations(const inno__optimal_job *job, const double *index, double *r) {
  for (int32_t j = 0; j < job->k; j++) r[j] = inno__correlation(job->columns[j], index, job->n);
}

/* The size of all weights together does not matter to the index, so every point stands for its multiple that sums to k.
 */
static int scale_to(const double *x, int32_t k, double total, double *out) {
  double sum = 0.0;
  for (int32_t j = 0; j < k; j++) sum += x[j];
  if (!(sum > 0.0 && sum <= DBL_MAX)) return 0;
  for (int32_t j = 0; j < k; j++) out[j] = x[j] / sum * total;
  return 1;
}

/* What is minimized; INFINITY where there is no index or its correlations do not sum to something positive. Of a size
 * about 1: balance k times the sum of squares (so deviations in units of an equal share), infomax minus the mean. */
static double objective(const double *x, void *context) {
  problem *p = context;
  const inno__optimal_job *job = p->job;
  double out = 0.0;
  p->sum = 0.0;
  if (!scale_to(x, job->k, job->k, p->weights)) return INFINITY;
  if (job->index(job->context, p->weights, p->index) != INNO_OK) return INFINITY;
  inno__weigh_correlations(job, p->index, p->r);
  for (int32_t j = 0; j < job->k; j++) p->sum += p->r[j];
  if (job->kind == INNO_OPTIMAL_INFOMAX) return p->sum == p->sum ? -p->sum / job->k : INFINITY;
  if (!(p->sum > 0.0)) return INFINITY;
  for (int32_t j = 0; j < job->k; j++) {
    double miss = p->target[j] - p->r[j] / p->sum;
    out += miss * miss;
  }
  return out * job->k;
}

static double reported(const inno__optimal_job *job, double value) {
  double k = job->k;
  return job->kind == INNO_OPTIMAL_INFOMAX ? -value * k : value / k / k;
}

static inno_status fail_at(const inno__optimal_job *job, int32_t j, inno_status status, int32_t message, double value) {
  const char *code = job->codes != NULL && j >= 0 ? job->codes[j] : NULL;
  inno__where where = {.node = j >= 0 ? code : job->site->node, .what = code, .count = job->k, .value = value};
  return inno__fail(job->site->error, status, message, &where);
}

static inno_status check_targets(const inno__optimal_job *job, double *target) {
  if (job->kind != INNO_OPTIMAL_BALANCE) return INNO_OK;
  for (int32_t j = 0; j < job->k; j++)
    if (!(job->targets[j] >= 0.0 && job->targets[j] <= DBL_MAX))
      return fail_at(job, j, INNO_E_ARGUMENT, INNO__MSG_WEIGH_TARGET, job->targets[j]);
  if (!scale_to(job->targets, job->k, 1.0, target))
    return fail_at(job, 0, INNO_E_ARGUMENT, INNO__MSG_WEIGH_TARGET, job->targets[0]);
  return INNO_OK;
}

/* A node that does not vary has no correlation, whatever the weights. */
static inno_status check_columns(const inno__optimal_job *job) {
  for (int32_t j = 0; j < job->k; j++) {
    double min, max;
    int64_t count;
    inno__range(job->columns[j], job->n, &min, &max, &count);
    inno__where where = {.node = job->site->node, .count = count, .value = 2.0};
    where.what = job->codes != NULL ? job->codes[j] : NULL;
    if (count < 2) return inno__fail(job->site->error, INNO_E_NODATA, INNO__MSG_WEIGH_TOO_FEW, &where);
    where.value = min;
    if (min == max) return inno__fail(job->site->error, INNO_E_CONSTANT, INNO__MSG_WEIGH_CONSTANT, &where);
  }
  return INNO_OK;
}

inno_status inno__weigh_optimal(const inno__optimal_job *job, double *weights, inno__optimal_report *report) {
  double *w = job->work;
  int32_t k = job->k;
  problem p = {.job = job, .weights = w, .r = w + k, .target = w + 2 * (size_t)k, .index = w + 4 * (size_t)k};
  double *x = w + 3 * (size_t)k;
  inno__minimize_report found;
  const inno__minimize_options options = {job->limit, job->tolerance};
  *report = (inno__optimal_report){0};
  inno_status s = check_columns(job);
  if (s == INNO_OK) s = check_targets(job, p.target);
  if (s != INNO_OK) return s;
  double start = scale_to(weights, k, k, x) ? objective(x, &p) : INFINITY;
  if (!(start <= DBL_MAX)) return fail_at(job, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_NO_CORRELATION, p.sum);
  inno__minimize(objective, &p, k, &options, x, &found, p.index + job->n);
  report->evaluations = found.evaluations + 1;
  report->iterations = found.iterations;
  report->converged = found.converged;
  report->residual = found.residual;
  report->first = reported(job, start);
  report->last = reported(job, found.value);
  scale_to(x, k, 1.0, weights);
  return INNO_OK;
}
