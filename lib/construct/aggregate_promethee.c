/* PROMETHEE II: the net flow, the mean over all other units of how much a unit is preferred less how much they are. */
#include "construct/compare.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/special.h"

/* Of one row: preferences, weights; of every unit: flow, comparisons; who takes part. */
static size_t work_size(int32_t k, int64_t n) {
  (void)k;
  return (size_t)n * (4 * sizeof(double) + 1);
}

typedef struct {
  double *preferred, *weight, *flow, *met;
  unsigned char *part;
} scratch;

static scratch place(const inno__node *node) {
  scratch s;
  s.preferred = node->work;
  s.weight = s.preferred + node->n;
  s.flow = s.weight + node->n;
  s.met = s.flow + node->n;
  s.part = (unsigned char *)(s.met + node->n);
  return s;
}

/* d > 0, perhaps infinite. */
static double degree(const inno__aggregate_rule *rule, double d) {
  double q = rule->indifference, p = rule->strict_preference, r = d / rule->sigma;
  switch (rule->preference) {
    case INNO_PREFERENCE_U_SHAPE:
      return d > q ? 1.0 : 0.0;
    case INNO_PREFERENCE_V_SHAPE:
      return d < p ? d / p : 1.0;
    case INNO_PREFERENCE_LEVEL:
      return d <= q ? 0.0 : d <= p ? 0.5 : 1.0;
    case INNO_PREFERENCE_LINEAR:
      return d <= q ? 0.0 : d < p ? (d - q) / (p - q) : 1.0;
    case INNO_PREFERENCE_GAUSSIAN:
      return 1.0 - inno__exp(-0.5 * (r * r));
    default:
      return 1.0;
  }
}

static void take_row(const inno__node *node, int64_t i, const scratch *s) {
  double largest = inno__compare_weight(node);
  for (int64_t j = i + 1; j < node->n; j++) s->preferred[j] = s->weight[j] = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    const double *x = node->columns[c], w = node->weights[c] / largest;
    if (x[i] != x[i] || !(w > 0.0)) continue;
    for (int64_t j = i + 1; j < node->n; j++) {
      if (x[j] != x[j]) continue;
      s->weight[j] += w;
      if (x[i] > x[j]) s->preferred[j] += w * degree(node->rule, x[i] - x[j]);
      if (x[i] < x[j]) s->preferred[j] -= w * degree(node->rule, x[j] - x[i]);
    }
  }
  for (int64_t j = i + 1; j < node->n; j++) {
    if (!s->part[j] || !(s->weight[j] > 0.0)) continue;
    double net = s->preferred[j] / s->weight[j];
    s->flow[i] += net;
    s->flow[j] -= net;
    s->met[i] += 1.0;
    s->met[j] += 1.0;
  }
}

static inno_status compute(inno__node *node) {
  scratch s = place(node);
  int64_t count = 0;
  if (node->item == 0) {
    inno_status status = inno__compare_units(node, s.part, &count);
    if (status != INNO_OK) return status;
    for (int64_t i = 0; i < node->n; i++) s.flow[i] = s.met[i] = 0.0;
  }
  for (int64_t cells = 0; node->item < node->n && cells < INNO__COMPARE_SLICE; node->item++) {
    if (!s.part[node->item]) continue;
    take_row(node, node->item, &s);
    cells += (node->n - node->item) * node->k;
  }
  node->done = node->item == node->n;
  for (int64_t i = 0; i < node->n && node->done; i++)
    node->out[i] = s.met[i] > 0.0 ? s.flow[i] / s.met[i] : inno__nan();
  return INNO_OK;
}

const inno__aggregator inno__aggregator_promethee = {work_size, compute, INNO__COMPARES};
