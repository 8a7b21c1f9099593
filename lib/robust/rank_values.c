/* A matrix from a result: what the weights of one family decide, the rest as constants. */
#include <math.h>

#include "construct/result_read.h"
#include "numeric/missing.h"
#include "robust/rank_bounds.h"

static const char *code_of(const inno_result *r, int64_t node) { return inno__names_at(r->tree->codes, node); }

inno_status inno__rank_values_check(const inno_weight_set *set, const inno_method *m, const inno_result *r,
                                    int64_t node, int64_t top, inno_error *error) {
  const inno__tree *t = r->tree;
  inno_status s = inno__result_check_method(r, m, error);
  if (s != INNO_OK) return s;
  int64_t children = inno__child_count(t, node - t->indicators), at = node;
  if (set->count != children)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_RANK_CHILDREN,
                      &(inno__where){.node = code_of(r, node), .value = set->count, .count = children});
  while (at >= 0 && at != top) at = t->parent[at];
  if (at != top)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_RANK_PATH,
                      &(inno__where){.node = code_of(r, node), .what = code_of(r, top)});
  for (at = node;; at = t->parent[at]) {
    const inno__aggregate_rule *rule = &inno__method_aggregation(m)->rules.aggregate[at - t->indicators];
    if (rule->rule != INNO_AGGREGATE_ARITHMETIC)
      return inno__fail(error, INNO_E_RULE, INNO__MSG_RANK_RULE, &(inno__where){.node = code_of(r, at)});
    if (at == top) return INNO_OK;
  }
}

static inno_status missing(const inno_result *r, int64_t i, int64_t node, inno_error *error) {
  return inno__fail(error, INNO_E_NODATA, INNO__MSG_RANK_MISSING,
                    &(inno__where){.unit = inno__names_at(r->unit_codes, i), .what = code_of(r, node)});
}

/* The siblings of a node on the path, times their shares and the share of their parent. */
static inno_status add_siblings(const inno_result *r, int64_t on_path, double parent_share, int64_t row,
                                double *constant, inno_error *error) {
  const inno__tree *t = r->tree;
  int64_t a = t->parent[on_path] - t->indicators;
  for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) {
    int64_t child = t->children[c];
    if (child == on_path || !(t->share[child] > 0.0)) continue;
    double x = r->final[child][row];
    if (inno__is_missing(x)) return missing(r, row % r->units, child, error);
    *constant += parent_share * t->share[child] * x;
  }
  return INNO_OK;
}

inno_status inno__rank_values(const inno_result *r, int64_t node, int64_t top, int64_t period, double *out,
                              inno_error *error) {
  const inno__tree *t = r->tree;
  const int64_t *children = t->children + t->first_child[node - t->indicators];
  int64_t k = inno__child_count(t, node - t->indicators), first = period * r->units;
  for (int64_t i = 0; i < r->units; i++) {
    double constant = 0.0, share = 1.0;
    int takes_part = !inno__is_missing(r->final[top][first + i]);
    for (int64_t at = node; at != top && takes_part; at = t->parent[at]) { /* upward: shares of what is above */
      double above = 1.0;
      for (int64_t p = t->parent[at]; p != top; p = t->parent[p]) above *= t->share[p];
      inno_status s = add_siblings(r, at, above, first + i, &constant, error);
      if (s != INNO_OK) return s;
      share *= t->share[at];
    }
    for (int64_t c = 0; c < k; c++) {
      double x = r->final[children[c]][first + i];
      if (takes_part && inno__is_missing(x)) return missing(r, i, children[c], error);
      out[i * k + c] = !takes_part ? inno__nan() : node == top ? x : constant + share * x;
    }
  }
  return INNO_OK;
}
