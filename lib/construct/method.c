#include "construct/method.h"

#include <string.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "construct/compile.h"
#include "construct/node.h"

void inno__method_destroy(inno_method *m) {
  if (m == NULL) return;
  inno_allocator a = m->allocator;
  for (int32_t k = 0; k < m->step_count; k++) inno__step_clear(&a, &m->steps[k]);
  inno__free(&a, m->steps, (size_t)m->step_count * sizeof *m->steps);
  inno__tree_destroy(m->tree);
  inno__free(&a, m, sizeof *m);
}

/* ---- order of the steps ---- */

static inno_status check_order(const inno_scheme *const *schemes, int32_t count, inno_error *error) {
  int normalized = 0, aggregated = 0, ranked = 0, weighed = 0;
  for (int32_t k = 0; k < count; k++) {
    int32_t step = schemes[k]->entry->step;
    const char *name = schemes[k]->entry->name;
    if (step == INNO_STEP_AUDIT) return inno__fail(error, INNO_E_ORDER, INNO__MSG_AUDIT_STEP, NULL);
    if (step == INNO_STEP_UNCERTAINTY) return inno__fail(error, INNO_E_ORDER, INNO__MSG_UNCERTAINTY_STEP, NULL);
    if (step == INNO_STEP_EXPLAIN) return inno__fail(error, INNO_E_ORDER, INNO__MSG_EXPLAIN_STEP, NULL);
    if (step == INNO_STEP_RANK) {
      if (ranked++) return inno__fail(error, INNO_E_ORDER, INNO__MSG_STEP_REPEATED, &(inno__where){.what = name});
      continue;
    }
    if (aggregated)
      return inno__fail(error, INNO_E_ORDER, INNO__MSG_STEP_AFTER_AGGREGATION,
                        &(inno__where){.what = name, .count = k + 1});
    if (step == INNO_STEP_WEIGH && weighed++)
      return inno__fail(error, INNO_E_ORDER, INNO__MSG_STEP_REPEATED, &(inno__where){.what = name});
    if (step == INNO_STEP_NORMALIZE) normalized = 1;
    if (step == INNO_STEP_AGGREGATE) {
      if (!normalized) return inno__fail(error, INNO_E_ORDER, INNO__MSG_NO_NORMALIZATION, &(inno__where){.what = name});
      aggregated = 1;
    }
  }
  if (!aggregated) return inno__fail(error, INNO_E_ORDER, INNO__MSG_NO_AGGREGATION, &(inno__where){.count = count});
  return INNO_OK;
}

/* ---- creation ---- */

inno_status inno__method_check_aggregate(const inno_method *m, const inno__step *step, int64_t a, inno_error *error) {
  const inno__tree *t = m->tree;
  const int64_t *child = t->children + t->first_child[a];
  const inno__aggregate_rule *rule = &step->rules.aggregate[a];
  int32_t k = (int32_t)inno__child_count(t, a);
  const inno__site site = {.error = error, .node = inno__names_at(t->codes, t->indicators + a)};
  inno__own_rule *own;
  double *weights;
  const char **codes;
  size_t work = inno__aggregate_check_work_size(rule, k), wide = sizeof *weights + sizeof *codes + sizeof *own;
  /* weights that are computed later decide then who takes part */
  if (work == 0 || inno__method_weighting(m, a) != NULL) return INNO_OK;
  size_t bytes = work > SIZE_MAX / 2 ? 0 : work + (size_t)k * wide;
  void *block = bytes > 0 ? inno__alloc(&m->allocator, bytes) : NULL;
  if (block == NULL) return inno__no_memory(error);
  own = block;
  weights = (double *)(void *)(own + k);
  codes = (const char **)(void *)(weights + k);
  for (int32_t c = 0; c < k; c++) {
    own[c] = step->own[child[c]];
    weights[c] = t->weight[child[c]];
    codes[c] = inno__names_at(t->codes, child[c]);
  }
  const inno__node node = {
      .weights = weights, .own = own, .k = k, .rule = rule, .children = codes, .site = &site, .work = codes + k};
  inno_status s = inno__aggregate_check_children(&node);
  inno__free(&m->allocator, block, bytes);
  return s;
}

static inno_status check_aggregates(const inno_method *m, inno_error *error) {
  inno_status s = INNO_OK;
  for (int32_t k = 0; k < m->step_count; k++)
    for (int64_t a = 0; m->steps[k].kind == INNO_STEP_AGGREGATE && a < m->steps[k].rule_count && s == INNO_OK; a++)
      s = inno__method_check_aggregate(m, &m->steps[k], a, error);
  return s;
}

static inno_status compile_all(inno_method *m, const inno_scheme *const *schemes, inno_error *error) {
  int oriented = 0;
  for (int32_t k = 0; k < m->step_count; k++) {
    inno_status s = inno__compile_step(&m->allocator, m->tree, schemes[k], oriented, &m->steps[k], error);
    if (s != INNO_OK) return s;
    oriented = oriented || m->steps[k].kind == INNO_STEP_NORMALIZE;
    if (m->steps[k].kind == INNO_STEP_WEIGH) m->weighting = &m->steps[k];
    if (m->steps[k].kind == INNO_STEP_RANK) m->ties = m->steps[k].rules.rank->ties;
  }
  return INNO_OK;
}

void inno__method_fingerprint(const inno_method *m, char *hex) {
  inno__sha256 hash;
  inno__sha256_init(&hash);
  inno__method_canonical(m, inno__sha256_sink, &hash);
  inno__sha256_hex(&hash, hex);
}

inno_status inno__method_create(const inno_allocator *allocator, const inno__tree *tree, const inno_weights *weights,
                                const inno_scheme *const *schemes, int32_t count, inno_method **out,
                                inno_error *error) {
  *out = NULL;
  inno_status s = check_order(schemes, count, error);
  if (s != INNO_OK) return s;
  inno_method *m = inno__alloc(allocator, sizeof *m);
  if (m == NULL) return inno__no_memory(error);
  memset(m, 0, sizeof *m);
  m->allocator = *allocator;
  m->ties = INNO_TIES_COMPETITION;
  m->steps = inno__alloc(allocator, (size_t)count * sizeof *m->steps);
  if (m->steps != NULL) {
    m->step_count = count;
    memset(m->steps, 0, (size_t)count * sizeof *m->steps);
  }
  if (m->steps == NULL || inno__tree_copy(tree, allocator, &m->tree) != INNO_OK) {
    s = inno__no_memory(error);
  } else {
    s = inno__weigh(m->tree, weights, error);
    if (s == INNO_OK) s = compile_all(m, schemes, error);
    if (s == INNO_OK) s = check_aggregates(m, error);
    if (s == INNO_OK) m->stamp = inno__method_stamp(m);
  }
  if (s != INNO_OK) {
    inno__method_destroy(m);
    return s;
  }
  *out = m;
  return INNO_OK;
}

inno_status inno__default_schemes(const inno_allocator *allocator, inno_scheme *schemes[INNO__DEFAULT_STEPS],
                                  inno_error *error) {
  static const int32_t steps[INNO__DEFAULT_STEPS] = {INNO_STEP_DENOMINATE, INNO_STEP_TREAT, INNO_STEP_NORMALIZE,
                                                     INNO_STEP_AGGREGATE, INNO_STEP_RANK};
  inno_status s = INNO_OK;
  for (int k = 0; k < INNO__DEFAULT_STEPS; k++) schemes[k] = NULL;
  for (int k = 0; k < INNO__DEFAULT_STEPS && s == INNO_OK; k++)
    s = inno__scheme_create(allocator, steps[k], &schemes[k], error);
  return s;
}

void inno__default_schemes_destroy(inno_scheme *schemes[INNO__DEFAULT_STEPS]) {
  for (int k = 0; k < INNO__DEFAULT_STEPS; k++) inno__scheme_destroy(schemes[k]);
}

inno_status inno__method_create_default(const inno_allocator *allocator, const inno__tree *tree,
                                        const inno_weights *weights, inno_method **out, inno_error *error) {
  inno_scheme *schemes[INNO__DEFAULT_STEPS];
  *out = NULL;
  inno_status s = inno__default_schemes(allocator, schemes, error);
  if (s == INNO_OK)
    s = inno__method_create(allocator, tree, weights, (const inno_scheme *const *)schemes, INNO__DEFAULT_STEPS, out,
                            error);
  inno__default_schemes_destroy(schemes);
  return s;
}

const inno__weigh_rule *inno__method_weighting(const inno_method *m, int64_t aggregate) {
  const inno__weigh_rule *rule = m->weighting != NULL ? &m->weighting->rules.weigh[aggregate] : NULL;
  return rule != NULL && rule->weigher != NULL ? rule : NULL;
}

int inno__weight_is_chosen(const inno_method *m, int64_t node) {
  const inno__tree *t = m->tree;
  return t->parent[node] < 0 || inno__method_weighting(m, t->parent[node] - t->indicators) == NULL;
}

int64_t inno__step_next_forced(const inno__step *step, const char *last) {
  int64_t next = -1;
  for (int64_t c = 0; c < step->forced_count; c++) {
    const char *code = inno__names_at(step->texts, c);
    if (last != NULL && strcmp(code, last) <= 0) continue;
    if (next < 0 || strcmp(code, inno__names_at(step->texts, next)) < 0) next = c;
  }
  return next;
}

int32_t inno__step_forced(const inno__step *step, const char *unit) {
  int64_t c = inno__names_find(step->texts, unit);
  return c >= 0 ? step->forced[c] : 0;
}

/* ---- what others ask of it ---- */

int32_t inno__method_divisions(const inno_method *m, int32_t steps, int64_t indicator) {
  int32_t count = 0;
  for (int32_t k = 0; k < steps && m->tree->denominator[indicator] >= 0; k++)
    count += m->steps[k].kind == INNO_STEP_DENOMINATE &&
             m->steps[k].rules.denominate[indicator].rule == INNO_DENOMINATE_DIVIDE;
  return count;
}

const inno__normalize_rule *inno__method_goalposts(const inno_method *m, int64_t indicator) {
  for (int32_t k = 0; k < m->step_count; k++) {
    const inno__step *step = &m->steps[k];
    const inno__treat_rule *treat = step->kind == INNO_STEP_TREAT ? &step->rules.treat[indicator] : NULL;
    for (int32_t r = 0; treat != NULL && r < treat->rule_count; r++)
      if (treat->rules[r] >= INNO_TREAT_LOG) return NULL;
    if (step->kind != INNO_STEP_NORMALIZE) continue;
    const inno__normalize_rule *rule = &step->rules.normalize[indicator];
    if (rule->rule == INNO_NORMALIZE_NONE) continue;
    return rule->rule == INNO_NORMALIZE_GOALPOSTS || rule->rule == INNO_NORMALIZE_FIXED_RANGE ? rule : NULL;
  }
  return NULL;
}
