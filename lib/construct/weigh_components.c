/* Weights and scores from principal components of the children. */
#include <math.h>
#include <string.h>

#include "base/block.h"
#include "construct/weigh_children.h"
#include "construct/weigh_refuse.h"
#include "innoscore/keys.h"
#include "numeric/components.h"
#include "numeric/correlation.h"
#include "numeric/eigen.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/rotation.h"

/* With two units every correlation is 1 or -1: three are the least that say anything. The children are limited because
 * the time grows with their cube. */
enum { UNITS = 3, MOST_CHILDREN = 1000 };

typedef struct {
  unsigned char *keep;                /* units with all values */
  double *column;                     /* one column, then what is scratch */
  double *matrix, *values, *vectors;  /* vector j is row j */
  double *mean, *deviation;           /* of each child over the units that stay */
  double *loadings, *turned, *length; /* k x m, m x m, k */
} components;

static void place(components *c, inno__block *b, int32_t k, int64_t n) {
  size_t wide = (size_t)k * sizeof(double), square = (size_t)k * wide;
  c->keep = inno__block_take(b, (size_t)n, 8);
  c->column = inno__block_take(b, (size_t)n * sizeof(double), 8);
  c->matrix = inno__block_take(b, square, 8);
  c->vectors = inno__block_take(b, square, 8);
  c->loadings = inno__block_take(b, square, 8);
  c->turned = inno__block_take(b, square, 8);
  c->values = inno__block_take(b, wide, 8);
  c->mean = inno__block_take(b, wide, 8);
  c->deviation = inno__block_take(b, wide, 8);
  c->length = inno__block_take(b, wide, 8);
}

size_t inno__factor_scores_work_size(int32_t k, int64_t n) {
  components c;
  inno__block measure = {NULL, 0, 0};
  place(&c, &measure, k > MOST_CHILDREN ? 0 : k, n); /* more are refused */
  return measure.used;
}

/* Units that stay; mean and deviation of each child, which must vary over them. */
static inno_status describe(const inno__weigh_job *job, components *c) {
  int64_t count = inno__complete_cases(job->columns, job->k, job->n, c->keep);
  for (int32_t j = 0; j < job->k; j++) {
    inno__moments m;
    double min, max;
    if (count < UNITS) return inno__weigh_too_few(job, j, count, UNITS);
    for (int64_t i = 0; i < job->n; i++) c->column[i] = c->keep[i] ? job->columns[j][i] : inno__nan();
    inno__range(c->column, job->n, &min, &max, &count);
    if (min == max) return inno__weigh_constant(job, j, min);
    if (!(max - min > 1e-140 && max < 1e140 && min > -1e140))
      return inno__weigh_refuse(job, j, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_SPREAD, min, max);
    inno__moments_of(c->column, job->n, &m);
    c->mean[j] = m.mean;
    c->deviation[j] = inno__sd(&m);
    c->length[j] = max - min;
  }
  return INNO_OK;
}

static inno_status not_converged(const inno__weigh_job *job, const char *what, int32_t rounds, double change) {
  inno__where where = {.node = job->site->node, .what = what, .count = rounds, .value = change};
  return inno__fail(job->site->error, INNO_E_CONVERGENCE, INNO__MSG_WEIGH_NOT_CONVERGED, &where);
}

/* Pairs of the correlations, or of the covariances of children scaled to 0..1. Rounding may leave a zero eigenvalue
 * below zero. */
static inno_status decompose(const inno__weigh_job *job, components *c, int32_t kind) {
  inno__block b = {job->work, 0, SIZE_MAX};
  int32_t k = job->k;
  if (k > MOST_CHILDREN) {
    inno__where where = {.node = job->site->node, .what = "children", .value = MOST_CHILDREN};
    return inno__fail(job->site->error, INNO_E_SIZE, INNO__MSG_SIZE, &where);
  }
  place(c, &b, k, job->n);
  inno_status s = describe(job, c);
  if (s != INNO_OK) return s;
  inno__correlation_matrix(job->columns, k, job->n, c->keep, INNO__CORRELATIONS, c->matrix, c->column);
  for (int32_t i = 0; i < k && kind == INNO__COVARIANCES; i++)
    for (int32_t j = 0; j < k; j++)
      c->matrix[(size_t)i * (size_t)k + (size_t)j] *=
          (c->deviation[i] / c->length[i]) * (c->deviation[j] / c->length[j]);
  if (inno__eigen_symmetric(c->matrix, k, c->values, c->vectors) < 0)
    return not_converged(job, "the search for eigenvalues", 60, 0.0);
  for (int32_t j = 0; j < k; j++)
    if (c->values[j] < 0.0) c->values[j] = 0.0;
  return INNO_OK;
}

/* ---- first, all ---- */

inno_status inno__weigh_first_component(const inno__weigh_job *job, double *weights) {
  components c;
  inno_status s = decompose(job, &c, INNO__CORRELATIONS);
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < job->k; j++) {
    double v = c.vectors[j];
    weights[j] = job->rule->loadings == INNO_LOADINGS_SQUARED    ? v * v
                 : job->rule->loadings == INNO_LOADINGS_ABSOLUTE ? fabs(v)
                                                                 : v;
  }
  return job->rule->loadings == INNO_LOADINGS_SIGNED ? INNO_OK : inno__weigh_to_one(job, weights);
}

inno_status inno__weigh_all_components(const inno__weigh_job *job, double *weights) {
  components c;
  inno_status s = decompose(job, &c, INNO__COVARIANCES);
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < job->k; j++) {
    weights[j] = 0.0;
    for (int32_t v = 0; v < job->k; v++)
      weights[j] += fabs(c.vectors[(size_t)v * (size_t)job->k + (size_t)j]) * c.values[v];
  }
  return inno__weigh_to_one(job, weights);
}

/* ---- factors ---- */

static inno_status none_stays(const inno__weigh_job *job, double threshold, double largest) {
  return inno__weigh_refuse(job, -1, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_NO_COMPONENT, threshold, largest);
}

/* How many components the rule keeps. */
static inno_status retained(const inno__weigh_job *job, const components *c, int32_t *m) {
  const inno__weigh_rule *r = job->rule;
  int32_t rank = inno__component_rank(c->values, job->k);
  double together = 0.0, k = job->k, least = r->retain == INNO_RETAIN_SHARE ? r->min_share * k : r->min_eigenvalue;
  *m = 0;
  if (r->retain == INNO_RETAIN_COUNT) {
    *m = r->components;
    if (*m >= 1 && *m <= rank) return INNO_OK;
    return inno__weigh_refuse(job, -1, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_COMPONENTS, *m, rank);
  }
  if (r->retain == INNO_RETAIN_CUMULATIVE) {
    while (*m < rank && !(together > r->min_cumulative)) together += c->values[(*m)++] / k;
    return together > r->min_cumulative ? INNO_OK : none_stays(job, r->min_cumulative, together);
  }
  while (*m < rank && c->values[*m] > least) (*m)++;
  if (*m > 0) return INNO_OK;
  return r->retain == INNO_RETAIN_SHARE ? none_stays(job, r->min_share, c->values[0] / k)
                                        : none_stays(job, r->min_eigenvalue, c->values[0]);
}

/* Loadings of m components, turned. */
static inno_status rotate(const inno__weigh_job *job, components *c, int32_t m) {
  inno__rotation_report report;
  inno__component_loadings(c->values, c->vectors, job->k, m, c->loadings);
  inno__varimax(c->loadings, job->k, m, job->rule->sweeps, c->turned, &report, c->length);
  return report.converged ? INNO_OK : not_converged(job, "varimax", report.sweeps, report.angle);
}

inno_status inno__weigh_factors(const inno__weigh_job *job, double *weights) {
  components c;
  int32_t m = 0;
  inno_status s = decompose(job, &c, INNO__CORRELATIONS);
  if (s == INNO_OK) s = retained(job, &c, &m);
  if (s == INNO_OK) s = rotate(job, &c, m);
  if (s != INNO_OK) return s;
  inno__factor_squares(c.loadings, job->k, m, c.mean);
  inno__factor_weights(c.loadings, c.mean, job->k, m, weights, NULL);
  return inno__weigh_to_one(job, weights);
}

/* ---- scores ---- */

inno_status inno__factor_scores(const inno__weigh_job *job, int32_t m, double *const *scores, double *share,
                                double *loadings) {
  components c;
  int32_t k = job->k;
  inno_status s = decompose(job, &c, INNO__CORRELATIONS);
  if (s != INNO_OK) return s;
  if (m < 1 || m > inno__component_rank(c.values, k))
    return inno__weigh_refuse(job, -1, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_COMPONENTS, m,
                              inno__component_rank(c.values, k));
  s = rotate(job, &c, m);
  if (s != INNO_OK) return s;
  for (int32_t e = 0; e < k * m && loadings != NULL; e++) loadings[e] = c.loadings[e];
  inno__factor_squares(c.loadings, k, m, share);
  for (int32_t f = 0; f < m; f++) {
    share[f] /= k;
    inno__score_coefficients(c.values, c.vectors, k, m, c.turned, f, c.matrix);
    for (int64_t i = 0; i < job->n; i++) {
      double sum = 0.0;
      for (int32_t j = 0; j < k; j++) sum += (job->columns[j][i] - c.mean[j]) / c.deviation[j] * c.matrix[j];
      scores[f][i] = sum == sum ? sum : inno__nan();
    }
  }
  return INNO_OK;
}

const inno__weigher inno__weigher_first_component = {inno__factor_scores_work_size, inno__weigh_first_component};
const inno__weigher inno__weigher_all_components = {inno__factor_scores_work_size, inno__weigh_all_components};
const inno__weigher inno__weigher_factors = {inno__factor_scores_work_size, inno__weigh_factors};
