/* What every aggregation rule has in common: coverage, which parameters its choices ask for, and being checked before
 * there are data. */
#include "construct/aggregate_doubt.h"
#include "innoscore/scheme.h"
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

int inno__aggregate_reads(const inno__aggregate_rule *rule, int32_t key) {
  int32_t preference = rule->preference;
  int two = preference == INNO_PREFERENCE_LEVEL || preference == INNO_PREFERENCE_LINEAR;
  switch (key) {
    case INNO_KEY_AGGREGATE_FLOOR:
      return rule->nonpositive == INNO_NONPOSITIVE_FLOOR;
    case INNO_KEY_AGGREGATE_SHIFT:
      return rule->nonpositive == INNO_NONPOSITIVE_SHIFT;
    case INNO_KEY_AGGREGATE_INDIFFERENCE:
      return two || preference == INNO_PREFERENCE_U_SHAPE;
    case INNO_KEY_AGGREGATE_STRICT_PREFERENCE:
      return two || preference == INNO_PREFERENCE_V_SHAPE;
    case INNO_KEY_AGGREGATE_SIGMA:
      return preference == INNO_PREFERENCE_GAUSSIAN;
    case INNO_KEY_AGGREGATE_ZERO:
      return rule->share_of == INNO_SHARE_OF_CONTRIBUTION;
    default:
      return 1;
  }
}

inno_status inno__aggregate_check(const inno__aggregate_rule *rule, const inno__site *site) {
  int two = rule->preference == INNO_PREFERENCE_LEVEL || rule->preference == INNO_PREFERENCE_LINEAR;
  if (!two || rule->strict_preference > rule->indifference) return INNO_OK;
  return inno__fail(site->error, INNO_E_VALUE, INNO__MSG_THRESHOLDS,
                    &(inno__where){.node = site->node, .value = rule->strict_preference, .value2 = rule->indifference});
}
