/* A mean less a penalty for children that lie apart: mean-min, Mazziotta-Pareto, coefficient of variation. */
#include <math.h>

#include "base/error.h"
#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

static size_t work_size(int32_t k, int64_t n) {
  (void)k, (void)n;
  return 0;
}

/* Of the children of one unit. */
typedef struct {
  double mean, least, variance; /* weighted; divisor as the rule says */
  int32_t count;                /* children with a value and a weight */
} spread;

/* Two passes in the order of the tree. Weights are shares of the largest, so that their sum is no larger than k. */
static spread spread_of(const inno__node *node, int64_t i, double largest) {
  spread s = {0.0, 0.0, 0.0, 0};
  double weight = 0.0, most = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][i], w = node->weights[c] / largest;
    if (x != x || !(w > 0.0)) continue;
    s.least = s.count == 0 || x < s.least ? x : s.least;
    most = s.count == 0 || x > most ? x : most;
    s.mean += w * x;
    weight += w;
    s.count++;
  }
  s.mean /= weight;
  if (s.mean - s.mean == 0.0) s.mean = s.mean < s.least ? s.least : s.mean > most ? most : s.mean; /* no rounding out */
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][i], w = node->weights[c] / largest;
    if (x == x && w > 0.0) s.variance += w / weight * ((x - s.mean) * (x - s.mean));
  }
  if (node->rule->deviation == INNO_DEVIATION_SAMPLE && s.count > 1) s.variance *= (double)s.count / (s.count - 1);
  return s;
}

static double score(const inno__aggregate_rule *rule, const spread *s) {
  if (s->count == 0) return inno__nan();
  if (!(s->mean - s->mean == 0.0)) return INFINITY; /* the caller reports it */
  switch (rule->rule) {
    case INNO_AGGREGATE_MEAN_MIN: {
      double apart = s->mean - s->least, beta = rule->beta;
      return s->mean - rule->alpha * (sqrt(apart * apart + beta * beta) - beta);
    }
    case INNO_AGGREGATE_PENALIZED_CV:
      return s->mean - rule->coefficient * sqrt(s->variance);
    default:
      return rule->penalty == INNO_PENALTY_POSITIVE ? s->mean + s->variance / s->mean : s->mean - s->variance / s->mean;
  }
}

static inno_status compute(inno__node *node) {
  double largest = 0.0;
  int divides = node->rule->rule != INNO_AGGREGATE_MEAN_MIN;
  for (int32_t c = 0; c < node->k; c++) largest = node->weights[c] > largest ? node->weights[c] : largest;
  for (int64_t i = 0; i < node->n; i++) {
    spread s = spread_of(node, i, largest);
    if (divides && s.count > 0 && !(s.mean > 0.0))
      return inno__fail(
          node->site->error, INNO_E_NONPOSITIVE, INNO__MSG_BALANCE_MEAN,
          &(inno__where){.node = node->site->node, .unit = inno__site_unit(node->site, i), .value = s.mean});
    node->out[i] = score(node->rule, &s);
  }
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_balance = {work_size, compute, 0};
