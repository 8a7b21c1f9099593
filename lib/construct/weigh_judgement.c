#include "construct/weigh_judgement.h"

#include <float.h>
#include <math.h>

#include "innoscore/weights.h"
#include "numeric/eigen.h"
#include "numeric/order.h"
#include "numeric/special.h"

static inline const char *code_at(const char *const *codes, int32_t i) { return codes != NULL ? codes[i] : NULL; }

static void to_one(double *weights, int32_t k) {
  double sum = 0.0;
  for (int32_t j = 0; j < k; j++) sum += weights[j];
  for (int32_t j = 0; j < k; j++) weights[j] /= sum;
}

/* ---- budget allocation ---- */

static inno_status check_expert(const double *row, int64_t expert, int32_t k, double total, const char *const *children,
                                const inno__site *site) {
  double sum = 0.0;
  for (int32_t j = 0; j < k; j++) {
    if (!(row[j] >= 0.0 && row[j] <= DBL_MAX))
      return inno__fail(site->error, INNO_E_INCONSISTENT, INNO__MSG_BUDGET_POINTS,
                        &(inno__where){.node = code_at(children, j), .count = expert + 1, .value = row[j]});
    sum += row[j];
  }
  if (fabs(sum - total) <= 1e-9 * total) return INNO_OK;
  return inno__fail(site->error, INNO_E_INCONSISTENT, INNO__MSG_BUDGET_TOTAL,
                    &(inno__where){.node = site->node, .count = expert + 1, .value = sum, .value2 = total});
}

inno_status inno__weigh_budget(const double *points, int64_t experts, int32_t k, double total, int32_t rule,
                               const char *const *children, const inno__site *site, double *weights, double *work) {
  double sum = 0.0;
  for (int64_t e = 0; e < experts; e++) {
    inno_status s = check_expert(points + (size_t)e * (size_t)k, e, k, total, children, site);
    if (s != INNO_OK) return s;
  }
  for (int32_t j = 0; j < k; j++) {
    weights[j] = 0.0;
    for (int64_t e = 0; e < experts; e++) {
      work[e] = points[(size_t)e * (size_t)k + (size_t)j];
      weights[j] += work[e] / total / (double)experts;
    }
    if (rule == INNO_BUDGET_MEDIAN) weights[j] = inno__median(work, experts, work + experts);
    sum += weights[j];
  }
  /* medians can all be 0, when no child has points of most experts */
  if (!(sum > 0.0))
    return inno__fail(site->error, INNO_E_WEIGHTS, INNO__MSG_WEIGHTS_SUM_ZERO, &(inno__where){.node = site->node});
  to_one(weights, k);
  return INNO_OK;
}

/* ---- analytic hierarchy process ---- */

double inno__ahp_random_index(int32_t k) {
  static const double index[INNO__AHP_MOST] = {0.0,  0.0,  0.58, 0.9,  1.12, 1.24, 1.32, 1.41,
                                               1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  return index[k - 1];
}

static inline double entry(const double *a, int32_t k, int32_t i, int32_t h) { return a[i * k + h]; }

static inno_status check_judgements(const double *a, int32_t k, const char *const *children, const inno__site *site) {
  for (int32_t i = 0; i < k; i++)
    for (int32_t h = 0; h < k; h++) {
      double v = entry(a, k, i, h), back = entry(a, k, h, i);
      inno__where where = {.node = site->node, .given = code_at(children, i), .what = code_at(children, h)};
      where.value = v;
      where.value2 = back;
      if (!(v >= 1e-6 && v <= 1e6) || (i == h && v != 1.0))
        return inno__fail(site->error, INNO_E_INCONSISTENT, INNO__MSG_AHP_JUDGEMENT, &where);
      if (h < i && !(fabs(v * back - 1.0) <= 1e-3))
        return inno__fail(site->error, INNO_E_INCONSISTENT, INNO__MSG_AHP_RECIPROCAL, &where);
    }
  return INNO_OK;
}

static void row_geometric(const double *a, int32_t k, double *weights) {
  for (int32_t i = 0; i < k; i++) {
    double sum = 0.0;
    for (int32_t h = 0; h < k; h++) sum += inno__log(entry(a, k, i, h));
    weights[i] = inno__exp(sum / k);
  }
  to_one(weights, k);
}

static void column_mean(const double *a, int32_t k, double *weights) {
  for (int32_t i = 0; i < k; i++) weights[i] = 0.0;
  for (int32_t h = 0; h < k; h++) {
    double sum = 0.0;
    for (int32_t i = 0; i < k; i++) sum += entry(a, k, i, h);
    for (int32_t i = 0; i < k; i++) weights[i] += entry(a, k, i, h) / sum / k;
  }
  to_one(weights, k);
}

static void judge(const double *a, int32_t k, const double *weights, inno__ahp_consistency *c) {
  c->lambda = 0.0;
  for (int32_t i = 0; i < k; i++) {
    double sum = 0.0;
    for (int32_t h = 0; h < k; h++) sum += entry(a, k, i, h) * weights[h];
    c->lambda += sum / weights[i] / k;
  }
  c->index = k > 1 ? (c->lambda - k) / (k - 1) : 0.0;
  c->ratio = k > 2 ? c->index / inno__ahp_random_index(k) : 0.0;
}

inno_status inno__weigh_ahp(const double *a, int32_t k, int32_t rule, double limit, const char *const *children,
                            const inno__site *site, double *weights, inno__ahp_consistency *consistency, double *work) {
  enum { ROUNDS = 10000 };
  inno_status s = check_judgements(a, k, children, site);
  if (s != INNO_OK) return s;
  if (rule == INNO_AHP_ROW_GEOMETRIC) row_geometric(a, k, weights);
  if (rule == INNO_AHP_COLUMN_MEAN) column_mean(a, k, weights);
  if (rule == INNO_AHP_EIGENVECTOR && inno__eigen_positive(a, k, ROUNDS, &consistency->lambda, weights, work) < 0)
    return inno__fail(site->error, INNO_E_CONVERGENCE, INNO__MSG_WEIGH_NOT_CONVERGED,
                      &(inno__where){.node = site->node, .what = "AHP", .count = ROUNDS});
  judge(a, k, weights, consistency);
  if (consistency->ratio <= limit) return INNO_OK;
  return inno__fail(site->error, INNO_E_INCONSISTENT, INNO__MSG_AHP_INCONSISTENT,
                    &(inno__where){.node = site->node, .value = consistency->ratio, .value2 = limit});
}

/* ---- equal over indicators ---- */

void inno__weigh_by_indicators(const inno__tree *tree, double *weights) {
  for (int64_t j = 0; j < tree->count; j++) weights[j] = j < tree->indicators ? 1.0 : 0.0;
  for (int64_t j = 0; j + 1 < tree->count; j++) weights[tree->parent[j]] += weights[j]; /* parents come later */
}
