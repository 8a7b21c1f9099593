/* What every aggregation rule has in common: coverage, and being checked before there are data. */
#include "construct/aggregate_doubt.h"
#include "numeric/missing.h"

int64_t inno__outcome_count(const inno__aggregator *a, int64_t n) {
  if (a->flags & INNO__HAS_OUTCOMES) return n;
  return a->flags & INNO__HAS_OUTCOME ? 1 : 0;
}

/* Share of available children of each unit, children of weight 0 too; a smaller one than asked for gives no value. */
static void apply_coverage(const inno__node *node) {
  const double nan = inno__nan();
  for (int64_t i = 0; i < node->n; i++) {
    double available = 0.0;
    for (int32_t c = 0; c < node->k; c++) available += node->columns[c][i] == node->columns[c][i] ? 1.0 : 0.0;
    double share = available / (double)node->k;
    if (share < node->rule->min_coverage) node->out[i] = nan;
    if (node->coverage != NULL) node->coverage[i] = share;
  }
}

inno_status inno__aggregate(inno__node *node) {
  const inno__aggregator *how = node->rule->aggregator;
  inno_status s = how->compute(node);
  int asked = node->coverage != NULL || node->rule->min_coverage > 0.0;
  if (s == INNO_OK && node->done && asked && !(how->flags & INNO__COUNTS)) apply_coverage(node);
  return s;
}

inno_status inno__aggregate_check_children(const inno__node *node) {
  return node->rule->aggregator == &inno__aggregator_doubt ? inno__doubt_check(node) : INNO_OK;
}

size_t inno__aggregate_check_work_size(const inno__aggregate_rule *rule, int32_t k) {
  return rule->aggregator == &inno__aggregator_doubt ? inno__doubt_check_work_size(k) : 0;
}
