/* The means: each is taken unit by unit, over the children that the unit has. */
#include "base/error.h"
#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/means.h"
#include "numeric/missing.h"

/* Units of one pass when children have to be changed first or coverage decides. */
enum { BLOCK = 256 };

/* Scratch: the changed children of one block, pointers to the children, room for sorting. */
static size_t work_size(int32_t k, int64_t n) {
  size_t rows = (size_t)(n < BLOCK ? n : BLOCK);
  return (size_t)k * (rows * sizeof(double) + sizeof(double *) + 2 * sizeof(double));
}

typedef struct {
  double *changed;
  size_t rows; /* of one changed child */
  double *sorted;
  const double **columns;
} scratch;

static scratch place(void *work, int32_t k, int64_t n) {
  scratch s;
  s.changed = work;
  s.rows = (size_t)(n < BLOCK ? n : BLOCK);
  s.sorted = s.changed + (size_t)k * s.rows;
  s.columns = (const double **)(void *)(s.sorted + 2 * (size_t)k);
  return s;
}

/* 1 = nothing in out is infinite, 0 = somebody has to look. */
static int mean(const double *const *columns, const double *weights, int32_t k, int64_t n,
                const inno__aggregate_rule *rule, double *out, double *available, double *sorted) {
  switch (rule->rule) {
    case INNO_AGGREGATE_GEOMETRIC:
      inno__mean_geometric(columns, weights, k, n, out, available);
      return 0;
    case INNO_AGGREGATE_WEIGHTED_PRODUCT:
      inno__weighted_product(columns, weights, k, n, out, available);
      return 0;
    case INNO_AGGREGATE_HARMONIC:
      inno__mean_harmonic(columns, weights, k, n, out, available);
      return 0;
    case INNO_AGGREGATE_POWER:
      inno__mean_power(columns, weights, k, n, rule->power, out, available);
      return 0;
    case INNO_AGGREGATE_MEDIAN:
      inno__mean_median(columns, weights, k, n, out, available, sorted);
      return 0;
    case INNO_AGGREGATE_MINIMUM:
      inno__mean_minimum(columns, weights, k, n, out, available);
      return 0;
    default:
      return inno__mean_arithmetic(columns, weights, k, n, out, available);
  }
}

/* 0 = any value may enter, 1 = not below zero, 2 = only above zero */
static int demand(const inno__aggregate_rule *rule) {
  if (rule->rule == INNO_AGGREGATE_GEOMETRIC || rule->rule == INNO_AGGREGATE_HARMONIC ||
      rule->rule == INNO_AGGREGATE_WEIGHTED_PRODUCT)
    return 2;
  if (rule->rule != INNO_AGGREGATE_POWER || rule->power == 1.0) return 0;
  return rule->power < 0.0 ? 2 : 1;
}

/* What the policy makes of a value before the mean. */
static double adjusted(double x, const inno__aggregate_rule *rule) {
  if (rule->nonpositive == INNO_NONPOSITIVE_FLOOR) return x < rule->floor ? rule->floor : x;
  return rule->nonpositive == INNO_NONPOSITIVE_SHIFT ? x + rule->shift : x;
}

static inno_status check_values(const double *const *columns, const double *weights, int32_t k, int64_t n,
                                const inno__aggregate_rule *rule, const char *const *children, const inno__site *site) {
  int wanted = demand(rule);
  for (int32_t c = 0; c < k && wanted > 0; c++) {
    const double *x = columns[c];
    if (!(weights[c] > 0.0)) continue;
    for (int64_t i = 0; i < n; i++) {
      double v = adjusted(x[i], rule);
      if (!(v < 0.0) && !(wanted == 2 && v == 0.0)) continue;
      return inno__fail(site->error, INNO_E_NONPOSITIVE, INNO__MSG_MEAN_NONPOSITIVE,
                        &(inno__where){.node = site->node,
                                       .unit = inno__site_unit(site, i),
                                       .what = children != NULL ? children[c] : NULL,
                                       .value = x[i]});
    }
  }
  return INNO_OK;
}

/* The children of one block, changed where the policy says so. */
static void take_block(const double *const *columns, int32_t k, int64_t begin, int64_t m, int changes,
                       const inno__aggregate_rule *rule, const scratch *s) {
  for (int32_t c = 0; c < k; c++) {
    const double *x = columns[c] + begin;
    s->columns[c] = x;
    if (!changes) continue;
    double *to = s->changed + (size_t)c * s->rows;
    for (int64_t i = 0; i < m; i++) to[i] = adjusted(x[i], rule);
    s->columns[c] = to;
  }
}

static void finish_block(const inno__aggregate_rule *rule, int32_t k, int64_t m, int shifted, const double *available,
                         double *out, double *coverage) {
  const double nan = inno__nan();
  for (int64_t i = 0; i < m; i++) {
    double share = available[i] / (double)k;
    if (shifted) out[i] -= rule->shift;
    out[i] = share < rule->min_coverage ? nan : out[i];
    if (coverage != NULL) coverage[i] = share;
  }
}

static inno_status compute(inno__node *node) {
  const inno__aggregate_rule *rule = node->rule;
  double *out = node->out, *coverage = node->coverage;
  int32_t k = node->k;
  int64_t n = node->n;
  scratch s = place(node->work, k, n);
  inno_status status = check_values(node->columns, node->weights, k, n, rule, node->children, node->site);
  if (status != INNO_OK) return status;
  node->done = 1;
  int changes = demand(rule) > 0 && rule->nonpositive != INNO_NONPOSITIVE_ERROR;
  int shifted = changes && rule->nonpositive == INNO_NONPOSITIVE_SHIFT;
  if (!changes && coverage == NULL && !(rule->min_coverage > 0.0)) {
    node->finite = mean(node->columns, node->weights, k, n, rule, out, NULL, s.sorted);
    return INNO_OK;
  }
  node->finite = 1;
  for (int64_t b = 0; b < n; b += BLOCK) {
    double available[BLOCK];
    int64_t m = n - b < BLOCK ? n - b : BLOCK;
    take_block(node->columns, k, b, m, changes, rule, &s);
    node->finite &= mean(s.columns, node->weights, k, m, rule, out + b, available, s.sorted);
    finish_block(rule, k, m, shifted, available, out + b, coverage != NULL ? coverage + b : NULL);
  }
  return INNO_OK;
}

const inno__aggregator inno__aggregator_means = {work_size, compute, INNO__COUNTS};
