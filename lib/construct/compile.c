#include "construct/compile.h"

#include <string.h>

#include "base/error.h"
#include "numeric/missing.h"

#define BIND(key, storage, type, member) \
  { key, storage, offsetof(type, member) }

static const inno__binding denominate_bindings[] = {
    BIND(INNO_KEY_DENOMINATE_RULE, INNO__AS_I32, inno__denominate_rule, rule),
};
static const inno__binding screen_bindings[] = {
    BIND(INNO_KEY_SCREEN_RULE, INNO__AS_I32, inno__screen_rule, rule),
    BIND(INNO_KEY_SCREEN_MIN_COVERAGE, INNO__AS_F64, inno__screen_rule, min_coverage),
    BIND(INNO_KEY_SCREEN_MIN_NONZERO, INNO__AS_F64, inno__screen_rule, min_nonzero),
};
static const inno__binding impute_bindings[] = {
    BIND(INNO_KEY_IMPUTE_RULE, INNO__AS_I32, inno__impute_rule, rule),
    BIND(INNO_KEY_IMPUTE_GROUP, INNO__AS_TEXT, inno__impute_rule, group),
    BIND(INNO_KEY_IMPUTE_LEVEL, INNO__AS_I32, inno__impute_rule, level),
};
static const inno__binding treat_bindings[] = {
    BIND(INNO_KEY_TREAT_RULES, INNO__AS_CHAIN, inno__treat_rule, rules),
    BIND(INNO_KEY_TREAT_SKEWNESS, INNO__AS_F64, inno__treat_rule, skewness),
    BIND(INNO_KEY_TREAT_KURTOSIS, INNO__AS_F64, inno__treat_rule, kurtosis),
    BIND(INNO_KEY_TREAT_SKEWNESS_TYPE, INNO__AS_I32, inno__treat_rule, skewness_type),
    BIND(INNO_KEY_TREAT_KURTOSIS_TYPE, INNO__AS_I32, inno__treat_rule, kurtosis_type),
    BIND(INNO_KEY_TREAT_LIMIT, INNO__AS_I64, inno__treat_rule, limit),
    BIND(INNO_KEY_TREAT_COMBINE, INNO__AS_I32, inno__treat_rule, combine),
    BIND(INNO_KEY_TREAT_FORCE, INNO__AS_I32, inno__treat_rule, force),
    BIND(INNO_KEY_TREAT_FACTOR, INNO__AS_F64, inno__treat_rule, factor),
    BIND(INNO_KEY_TREAT_LAMBDA, INNO__AS_F64, inno__treat_rule, lambda),
    BIND(INNO_KEY_TREAT_DEGREE, INNO__AS_F64, inno__treat_rule, degree),
};
static const inno__binding normalize_bindings[] = {
    BIND(INNO_KEY_NORMALIZE_RULE, INNO__AS_I32, inno__normalize_rule, rule),
    BIND(INNO_KEY_NORMALIZE_LOWER, INNO__AS_F64, inno__normalize_rule, lower),
    BIND(INNO_KEY_NORMALIZE_UPPER, INNO__AS_F64, inno__normalize_rule, upper),
    BIND(INNO_KEY_NORMALIZE_POINTS, INNO__AS_F64, inno__normalize_rule, points),
    BIND(INNO_KEY_NORMALIZE_TRUNCATE, INNO__AS_I32, inno__normalize_rule, truncate),
    BIND(INNO_KEY_NORMALIZE_MEAN, INNO__AS_F64, inno__normalize_rule, mean),
    BIND(INNO_KEY_NORMALIZE_SD, INNO__AS_F64, inno__normalize_rule, sd),
    BIND(INNO_KEY_NORMALIZE_TARGET, INNO__AS_F64, inno__normalize_rule, target),
    BIND(INNO_KEY_NORMALIZE_REFERENCE, INNO__AS_TEXT, inno__normalize_rule, reference),
    BIND(INNO_KEY_NORMALIZE_CAP, INNO__AS_I32, inno__normalize_rule, cap),
    BIND(INNO_KEY_NORMALIZE_TIES, INNO__AS_I32, inno__normalize_rule, ties),
    BIND(INNO_KEY_NORMALIZE_LOG, INNO__AS_I32, inno__normalize_rule, log),
};
static const inno__binding aggregate_bindings[] = {
    BIND(INNO_KEY_AGGREGATE_RULE, INNO__AS_I32, inno__aggregate_rule, rule),
    BIND(INNO_KEY_AGGREGATE_POWER, INNO__AS_F64, inno__aggregate_rule, power),
    BIND(INNO_KEY_AGGREGATE_MIN_COVERAGE, INNO__AS_F64, inno__aggregate_rule, min_coverage),
    BIND(INNO_KEY_AGGREGATE_NONPOSITIVE, INNO__AS_I32, inno__aggregate_rule, nonpositive),
    BIND(INNO_KEY_AGGREGATE_FLOOR, INNO__AS_F64, inno__aggregate_rule, floor),
    BIND(INNO_KEY_AGGREGATE_SHIFT, INNO__AS_F64, inno__aggregate_rule, shift),
};
static const inno__binding rank_bindings[] = {
    BIND(INNO_KEY_RANK_TIES, INNO__AS_I32, inno__rank_rule, ties),
};

#define ENTRY(step, table, type) \
  { step, table, (int32_t)(sizeof table / sizeof table[0]), sizeof(type) }

static const struct {
  int32_t step;
  const inno__binding *bindings;
  int32_t count;
  size_t size;
} entries[] = {
    ENTRY(INNO_STEP_DENOMINATE, denominate_bindings, inno__denominate_rule),
    ENTRY(INNO_STEP_SCREEN, screen_bindings, inno__screen_rule),
    ENTRY(INNO_STEP_IMPUTE, impute_bindings, inno__impute_rule),
    ENTRY(INNO_STEP_TREAT, treat_bindings, inno__treat_rule),
    ENTRY(INNO_STEP_NORMALIZE, normalize_bindings, inno__normalize_rule),
    ENTRY(INNO_STEP_AGGREGATE, aggregate_bindings, inno__aggregate_rule),
    ENTRY(INNO_STEP_RANK, rank_bindings, inno__rank_rule),
};

const inno__binding *inno__bindings(int32_t step, int32_t *count) {
  for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
    if (entries[i].step == step) {
      *count = entries[i].count;
      return entries[i].bindings;
    }
  *count = 0;
  return NULL;
}

size_t inno__rule_size(int32_t step) {
  for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
    if (entries[i].step == step) return entries[i].size;
  return 0;
}

static int32_t rule_of(int32_t step, const void *rule) {
  (void)step; /* every rule struct starts with its rule; a chain's is its first */
  return *(const int32_t *)rule;
}

static int chain_reads(const inno__treat_rule *rule, int32_t key) {
  for (int32_t i = 0; i < rule->rule_count; i++)
    if (inno__rule_uses(INNO_STEP_TREAT, rule->rules[i], key)) return 1;
  return 0;
}

int inno__rule_reads(int32_t step, const void *rule, int32_t key) {
  if (step == INNO_STEP_TREAT) return chain_reads(rule, key);
  if (step == INNO_STEP_AGGREGATE) {
    const inno__aggregate_rule *a = rule;
    if (key == INNO_KEY_AGGREGATE_FLOOR && a->nonpositive != INNO_NONPOSITIVE_FLOOR) return 0;
    if (key == INNO_KEY_AGGREGATE_SHIFT && a->nonpositive != INNO_NONPOSITIVE_SHIFT) return 0;
  }
  if (step == INNO_STEP_RANK) return 1;
  return inno__rule_uses(step, rule_of(step, rule), key);
}

/* ---- one node ---- */

typedef struct {
  const inno_scheme *scheme;
  const inno__tree *tree;
  inno__step *step;
  unsigned char *used; /* settings that could hold somewhere */
  inno_error *error;
} job;

/* Bounds of the output are 0 and 100 where the rule has an output range, but goalposts must be given. */
static double number_default(const inno__key *key, int32_t rule) {
  if (key->key == INNO_KEY_NORMALIZE_LOWER && rule != INNO_NORMALIZE_GOALPOSTS) return 0.0;
  if (key->key == INNO_KEY_NORMALIZE_UPPER && rule != INNO_NORMALIZE_GOALPOSTS) return 100.0;
  return key->fallback;
}

static inno_status store_number(const job *w, const inno__binding *b, const inno__key *key, void *rule,
                                const char *code, double value) {
  if (value != value && key->key != INNO_KEY_TREAT_FACTOR)
    return inno__fail(w->error, INNO_E_MISSING_PARAMETER, INNO__MSG_MISSING_PARAMETER,
                      &(inno__where){.node = code, .what = key->name});
  char *at = (char *)rule + b->offset;
  if (b->storage == INNO__AS_F64) memcpy(at, &value, sizeof value);
  if (b->storage == INNO__AS_I32) *(int32_t *)(void *)at = (int32_t)value;
  if (b->storage == INNO__AS_I64) *(int64_t *)(void *)at = (int64_t)value;
  return INNO_OK;
}

static inno_status store_text(const job *w, const inno__binding *b, const inno__key *key, void *rule, const char *code,
                              const char *text) {
  if (b->storage == INNO__AS_CHAIN) {
    inno__treat_rule *chain = rule; /* parsed when it was set, so it parses */
    const char *bad = NULL;
    int64_t bad_length = 0;
    chain->rule_count = inno__chain_parse(key, text, chain->rules, &bad, &bad_length);
    return INNO_OK;
  }
  if (text == NULL)
    return inno__fail(w->error, INNO_E_MISSING_PARAMETER, INNO__MSG_MISSING_PARAMETER,
                      &(inno__where){.node = code, .what = key->name});
  int64_t index = inno__names_find(w->step->texts, text);
  if (index < 0) index = inno__names_add(w->step->texts, text);
  if (index < 0) return inno__fail(w->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  *(int64_t *)(void *)((char *)rule + b->offset) = index;
  return INNO_OK;
}

static inno_status store(const job *w, const inno__binding *b, void *rule, const char *code, int32_t level) {
  const inno__key *key = inno__key_find(b->key);
  const inno__setting *s = inno__scheme_resolve(w->scheme, code, level, b->key, w->used);
  if (key->type == INNO_TYPE_TEXT || key->type == INNO_TYPE_CHAIN)
    return store_text(w, b, key, rule, code,
                      s != NULL ? inno__names_at(w->scheme->texts, s->text) : key->text_fallback);
  return store_number(w, b, key, rule, code, s != NULL ? s->number : number_default(key, rule_of(w->step->kind, rule)));
}

static void blank(const job *w, void *rule) {
  memset(rule, 0, w->step->rule_size);
  if (w->step->kind == INNO_STEP_TREAT) {
    inno__treat_rule *t = rule;
    t->factor = t->lambda = t->degree = inno__nan();
  }
  if (w->step->kind == INNO_STEP_NORMALIZE) ((inno__normalize_rule *)rule)->reference = -1;
  if (w->step->kind == INNO_STEP_IMPUTE) ((inno__impute_rule *)rule)->group = -1;
}

static inno_status check_bounds(const job *w, const inno__normalize_rule *r, const char *code) {
  int bounded =
      r->rule == INNO_NORMALIZE_MINMAX || r->rule == INNO_NORMALIZE_FIXED_RANGE || r->rule == INNO_NORMALIZE_GOALPOSTS;
  if (bounded && !(r->lower < r->upper))
    return inno__fail(w->error, INNO_E_VALUE, INNO__MSG_BOUNDS_ORDER,
                      &(inno__where){.node = code, .value = r->lower, .value2 = r->upper});
  int raw = r->rule != INNO_NORMALIZE_MINMAX;
  if (bounded && raw && r->log != INNO_LOG_NONE && !(r->lower > 0.0))
    return inno__fail(w->error, INNO_E_VALUE, INNO__MSG_LOG_BOUND,
                      &(inno__where){.node = code, .what = "lower", .value = r->lower});
  if (r->rule == INNO_NORMALIZE_DISTANCE_TO_TARGET && r->log != INNO_LOG_NONE && !(r->target > 0.0))
    return inno__fail(w->error, INNO_E_VALUE, INNO__MSG_LOG_BOUND,
                      &(inno__where){.node = code, .what = "target", .value = r->target});
  return INNO_OK;
}

/* node < 0: the step has one rule for all */
static inno_status compile_node(const job *w, void *rule, int64_t node) {
  const char *code = node >= 0 ? inno__names_at(w->tree->codes, node) : NULL;
  int32_t level = node >= 0 ? w->tree->level[node] : 0, count = 0;
  const inno__binding *b = inno__bindings(w->step->kind, &count);
  blank(w, rule);
  inno_status s = store(w, &b[0], rule, code, level);
  for (int32_t i = 1; i < count && s == INNO_OK; i++)
    if (inno__rule_reads(w->step->kind, rule, b[i].key)) s = store(w, &b[i], rule, code, level);
  if (s != INNO_OK) return s;
  int32_t direction = node < 0 || w->step->oriented ? 1 : w->tree->direction[node];
  if (w->step->kind == INNO_STEP_TREAT) ((inno__treat_rule *)rule)->direction = direction;
  if (w->step->kind != INNO_STEP_NORMALIZE) return INNO_OK;
  ((inno__normalize_rule *)rule)->direction = direction;
  return check_bounds(w, rule, code);
}

/* ---- one step ---- */

static inno_status check_codes(const job *w) {
  int aggregates = w->step->kind == INNO_STEP_AGGREGATE;
  if (w->step->kind == INNO_STEP_SCREEN) return INNO_OK; /* its codes are units, checked in the run */
  for (int64_t c = 0; c < inno__names_count(w->scheme->codes); c++) {
    const char *code = inno__names_at(w->scheme->codes, c);
    int64_t node = inno__names_find(w->tree->codes, code);
    if (node < 0)
      return inno__fail(w->error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
    if ((node >= w->tree->indicators) != aggregates)
      return inno__fail(w->error, INNO_E_CODE, aggregates ? INNO__MSG_NOT_AGGREGATE : INNO__MSG_NOT_INDICATOR,
                        &(inno__where){.node = code, .what = w->scheme->entry->section});
  }
  return INNO_OK;
}

static inno_status take_forced(const job *w) {
  inno__step *step = w->step;
  int64_t n = inno__names_count(w->scheme->codes);
  if (n == 0) return INNO_OK;
  step->forced = inno__alloc(&w->scheme->allocator, (size_t)n * sizeof *step->forced);
  if (step->forced == NULL) return inno__fail(w->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  step->forced_count = n;
  for (int64_t c = 0; c < n; c++) {
    const char *unit = inno__names_at(w->scheme->codes, c);
    const inno__setting *s = inno__scheme_resolve(w->scheme, unit, 0, INNO_KEY_SCREEN_FORCE, w->used);
    step->forced[c] = s != NULL ? (int32_t)s->number : 0;
    if (inno__names_add(step->texts, unit) < 0) return inno__fail(w->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  }
  return INNO_OK;
}

/* A setting that nothing asked for would be silently ignored: refuse it. */
static inno_status check_used(const job *w) {
  for (int64_t i = 0; i < w->scheme->count; i++) {
    if (w->used[i]) continue;
    const inno__setting *s = &w->scheme->settings[i];
    return inno__fail(w->error, INNO_E_VALUE, s->code >= 0 ? INNO__MSG_NO_EFFECT : INNO__MSG_NO_EFFECT_AT_ALL,
                      &(inno__where){.node = s->code >= 0 ? inno__names_at(w->scheme->codes, s->code) : NULL,
                                     .unit = w->scheme->entry->section,
                                     .what = inno__key_find(s->key)->name});
  }
  return INNO_OK;
}

static inno_status compile_rules(const job *w) {
  const inno__tree *t = w->tree;
  inno__step *step = w->step;
  int single = step->kind == INNO_STEP_SCREEN || step->kind == INNO_STEP_RANK;
  int64_t first = step->kind == INNO_STEP_AGGREGATE ? t->indicators : 0;
  for (int64_t i = 0; i < step->rule_count; i++) {
    inno_status s = compile_node(w, (char *)step->rules.any + (size_t)i * step->rule_size, single ? -1 : first + i);
    if (s != INNO_OK) return s;
    if (step->kind == INNO_STEP_IMPUTE && step->rules.impute[i].rule == INNO_IMPUTE_SIBLING_MEAN)
      step->sibling_level = step->rules.impute[i].level;
  }
  return step->kind == INNO_STEP_SCREEN ? take_forced(w) : INNO_OK;
}

void inno__step_clear(const inno_allocator *a, inno__step *step) {
  inno__free(a, step->rules.any, (size_t)step->rule_count * step->rule_size);
  inno__free(a, step->forced, (size_t)step->forced_count * sizeof *step->forced);
  inno__names_destroy(step->texts);
  memset(step, 0, sizeof *step);
}

inno_status inno__compile_step(const inno_allocator *a, const inno__tree *tree, const inno_scheme *scheme, int oriented,
                               inno__step *step, inno_error *error) {
  memset(step, 0, sizeof *step);
  step->oriented = oriented;
  step->kind = scheme->entry->step;
  step->rule_size = inno__rule_size(step->kind);
  step->sibling_level = -1;
  step->rule_count = tree->indicators;
  if (step->kind == INNO_STEP_AGGREGATE) step->rule_count = tree->count - tree->indicators;
  if (step->kind == INNO_STEP_SCREEN || step->kind == INNO_STEP_RANK) step->rule_count = 1;
  size_t used_bytes = (size_t)scheme->count + 1;
  job w = {scheme, tree, step, inno__alloc(a, used_bytes), error};
  step->rules.any = inno__alloc(a, (size_t)step->rule_count * step->rule_size);
  inno_status s = INNO_E_NOMEM;
  if (w.used == NULL || step->rules.any == NULL || inno__names_create(a, &step->texts) != INNO_OK) {
    inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  } else {
    memset(w.used, 0, used_bytes);
    s = check_codes(&w);
    if (s == INNO_OK) s = compile_rules(&w);
    if (s == INNO_OK) s = check_used(&w);
  }
  inno__free(a, w.used, used_bytes);
  if (s != INNO_OK) inno__step_clear(a, step);
  return s;
}
