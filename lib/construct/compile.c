#include "construct/compile.h"

#include <string.h>

#include "base/error.h"
#include "base/parse.h"
#include "construct/impute.h"
#include "construct/node.h"
#include "numeric/missing.h"

static int32_t rule_of(int32_t step, const void *rule) {
  (void)step; /* every rule struct starts with its rule; a chain's is its first */
  return *(const int32_t *)rule;
}

static int chain_reads(const inno__treat_rule *rule, int32_t key) {
  for (int32_t i = 0; i < rule->rule_count; i++)
    if (inno__rule_uses(INNO_STEP_TREAT, rule->rules[i], key)) return 1;
  return 0;
}

/* A rule of the chain that names the key in its row: what every chain can read does not count. */
static int chain_has(const inno__treat_rule *rule, int32_t first, int32_t second) {
  for (int32_t i = 0; i < rule->rule_count; i++)
    if (rule->rules[i] == first || rule->rules[i] == second) return 1;
  return 0;
}

/* Keys of the test are read where that test is chosen, or where a rule of the chain has them too. */
static int treat_reads(const inno__treat_rule *rule, int32_t key) {
  int test = rule->test;
  if (!chain_reads(rule, key)) return 0;
  switch (key) {
    case INNO_KEY_TREAT_SKEWNESS:
      return test == INNO_TEST_MOMENTS || chain_has(rule, INNO_TREAT_ROOT_SEARCH, 0);
    case INNO_KEY_TREAT_KURTOSIS:
      return test == INNO_TEST_MOMENTS;
    case INNO_KEY_TREAT_REACH:
      return test == INNO_TEST_FENCE || chain_has(rule, INNO_TREAT_FENCE, 0);
    case INNO_KEY_TREAT_SDS:
      return test == INNO_TEST_SD || chain_has(rule, INNO_TREAT_SD_FENCE, 0);
    case INNO_KEY_TREAT_QUANTILE_TYPE:
      return test == INNO_TEST_FENCE || chain_has(rule, INNO_TREAT_FENCE, INNO_TREAT_QUANTILES);
    case INNO_KEY_TREAT_LIMIT:
      return !(rule->limit_share > 0.0);
    case INNO_KEY_TREAT_BASE_PERIOD:
      return rule->frame == INNO_FRAME_BASE;
    default:
      return 1;
  }
}

static int normalize_reads(const inno__normalize_rule *rule, int32_t key) {
  int inner = rule->rule == INNO_NORMALIZE_MINMAX_INNER, fence = rule->outliers == INNO_OUTLIERS_FENCE;
  if (key == INNO_KEY_NORMALIZE_BASE_PERIOD && rule->frame != INNO_FRAME_BASE) return 0;
  if ((key == INNO_KEY_NORMALIZE_FLOOR || key == INNO_KEY_NORMALIZE_CEILING) && !rule->truncate) return 0;
  if (inner && key == INNO_KEY_NORMALIZE_SDS && fence) return 0;
  if (inner && (key == INNO_KEY_NORMALIZE_REACH || key == INNO_KEY_NORMALIZE_QUANTILE_TYPE) && !fence) return 0;
  return inno__rule_uses(INNO_STEP_NORMALIZE, rule->rule, key);
}

/* The fields of rows above a key's are filled already; a condition may look at those only. */
int inno__rule_reads(int32_t step, const void *rule, int32_t key) {
  if (step == INNO_STEP_TREAT) return treat_reads(rule, key);
  if (step == INNO_STEP_NORMALIZE) return normalize_reads(rule, key);
  if (step == INNO_STEP_AGGREGATE && !inno__aggregate_reads(rule, key)) return 0;
  if (step == INNO_STEP_WEIGH && key > INNO_KEY_WEIGH_RETAIN && key <= INNO_KEY_WEIGH_COMPONENTS) {
    static const int32_t reads[] = {INNO_RETAIN_EIGENVALUE, INNO_RETAIN_SHARE, INNO_RETAIN_CUMULATIVE,
                                    INNO_RETAIN_COUNT};
    if (((const inno__weigh_rule *)rule)->retain != reads[key - INNO_KEY_WEIGH_MIN_EIGENVALUE]) return 0;
  }
  if (step == INNO_STEP_RANK) return 1;
  return inno__rule_uses(step, rule_of(step, rule), key);
}

/* ---- one node ---- */

typedef struct {
  const inno_allocator *allocator; /* the method's: the scheme's own may be gone before it */
  const inno_scheme *scheme;
  const inno__tree *tree;
  inno__step *step;
  unsigned char *used; /* settings that could hold somewhere */
  inno_error *error;
} job;

/* Bounds of the output are 0 and 100 where the rule has an output range, but goalposts must be given. Scores are cut
 * where bounds are meant to be passed; minmax and zscore pass theirs with constants of other units only. */
static double number_default(const inno__key *key, int32_t rule) {
  if (key->key == INNO_KEY_NORMALIZE_LOWER && rule != INNO_NORMALIZE_GOALPOSTS) return 0.0;
  if (key->key == INNO_KEY_NORMALIZE_UPPER && rule != INNO_NORMALIZE_GOALPOSTS) return 100.0;
  if (key->key == INNO_KEY_NORMALIZE_TRUNCATE && (rule == INNO_NORMALIZE_MINMAX || rule == INNO_NORMALIZE_ZSCORE))
    return 0.0;
  return key->fallback;
}

static inno_status store_number(const job *w, const inno__binding *b, const inno__key *key, void *rule,
                                const char *code, double value) {
  if (value != value && !inno__key_is_optional(key->key))
    return inno__fail(w->error, INNO_E_MISSING_PARAMETER, INNO__MSG_MISSING_PARAMETER,
                      &(inno__where){.node = code, .what = key->name});
  char *at = (char *)rule + b->offset;
  if (b->storage == INNO__AS_F64) memcpy(at, &value, sizeof value);
  if (b->storage == INNO__AS_I32) *(int32_t *)(void *)at = (int32_t)value;
  return INNO_OK;
}

/* Number of a text in a list of them; -1 = no memory. */
static int64_t intern(inno__names *texts, const char *text) {
  int64_t index = inno__names_find(texts, text);
  return index >= 0 ? index : inno__names_add(texts, text);
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
  int64_t index = intern(b->storage == INNO__AS_LIST ? w->step->lists : w->step->texts, text);
  if (index < 0) return inno__no_memory(w->error);
  char *at = (char *)rule + b->offset;
  if (b->storage == INNO__AS_LIST)
    ((inno__list *)(void *)at)->count = index; /* resolve_lists() puts the numbers */
  else
    *(int64_t *)(void *)at = index;
  return INNO_OK;
}

static inno_status store(const job *w, const inno__binding *b, void *rule, const char *code, int32_t level) {
  const inno__key *key = inno__key_find(b->key);
  const inno__setting *s = inno__scheme_resolve(w->scheme, code, level, b->key, w->used);
  if (key->type == INNO_TYPE_TEXT || key->type == INNO_TYPE_CHAIN || key->type == INNO_TYPE_LIST)
    return store_text(w, b, key, rule, code,
                      s != NULL ? inno__names_at(w->scheme->texts, s->text) : key->text_fallback);
  return store_number(w, b, key, rule, code, s != NULL ? s->number : number_default(key, rule_of(w->step->kind, rule)));
}

static void blank(const job *w, void *rule) {
  memset(rule, 0, w->step->rule_size);
  if (w->step->kind == INNO_STEP_TREAT) {
    inno__treat_rule *t = rule;
    t->factor = t->lambda = t->degree = t->limit_share = inno__nan();
  }
  if (w->step->kind == INNO_STEP_NORMALIZE) ((inno__normalize_rule *)rule)->reference = -1;
  if (w->step->kind == INNO_STEP_IMPUTE) ((inno__impute_rule *)rule)->group = -1;
  int32_t count = 0;
  const inno__binding *b = inno__bindings(w->step->kind, &count);
  for (int32_t i = 0; i < count; i++)
    if (b[i].storage == INNO__AS_LIST) ((inno__list *)(void *)((char *)rule + b[i].offset))->count = -1;
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
  if (w->step->kind == INNO_STEP_AGGREGATE) {
    inno__aggregate_rule *r = rule;
    r->aggregator = inno__rule_implementation(INNO_STEP_AGGREGATE, r->rule);
    return inno__aggregate_check(r, &(inno__site){.error = w->error, .node = code});
  }
  if (w->step->kind == INNO_STEP_WEIGH) {
    inno__weigh_rule *r = rule;
    r->weigher = inno__rule_implementation(INNO_STEP_WEIGH, r->rule);
  }
  if (w->step->kind == INNO_STEP_NORMALIZE) ((inno__normalize_rule *)rule)->direction = direction;
  return INNO_OK;
}

/* Parameters that must fit each other, lists too. */
static inno_status check_rule(const job *w, const void *rule, int64_t node) {
  const inno__site site = {w->error, node >= 0 ? inno__names_at(w->tree->codes, node) : NULL, NULL};
  if (w->step->kind == INNO_STEP_TREAT) return inno__treat_check(rule, &site);
  return w->step->kind == INNO_STEP_NORMALIZE ? inno__normalize_check(rule, &site) : INNO_OK;
}

/* ---- one step ---- */

/* A setting that only a child can have may also be an indicator's. */
static int speaks_of_aggregate(const inno_scheme *s, int64_t code) {
  for (int64_t at = s->heads[code]; at >= 0; at = s->settings[at].next)
    if (!(inno__key_find(s->settings[at].key)->scopes & INNO_SCOPE_CHILD)) return 1;
  return 0;
}

static inno_status check_codes(const job *w) {
  int aggregates = inno__step_of_aggregates(w->step->kind);
  if (w->step->kind == INNO_STEP_SCREEN) return INNO_OK; /* its codes are units, checked in the run */
  for (int64_t c = 0; c < inno__names_count(w->scheme->codes); c++) {
    const char *code = inno__names_at(w->scheme->codes, c);
    int64_t node = inno__names_find(w->tree->codes, code);
    if (node < 0)
      return inno__fail(w->error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
    if (aggregates && !speaks_of_aggregate(w->scheme, c)) continue;
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
  step->forced = inno__alloc(w->allocator, (size_t)n * sizeof *step->forced);
  if (step->forced == NULL) return inno__no_memory(w->error);
  step->forced_count = n;
  for (int64_t c = 0; c < n; c++) {
    const char *unit = inno__names_at(w->scheme->codes, c);
    const inno__setting *s = inno__scheme_resolve(w->scheme, unit, 0, INNO_KEY_SCREEN_FORCE, w->used);
    step->forced[c] = s != NULL ? (int32_t)s->number : 0;
    if (inno__names_add(step->texts, unit) < 0) return inno__no_memory(w->error);
  }
  return INNO_OK;
}

/* What each node is told as a child: read where the rule of its parent reads it. */
static inno_status take_own(const job *w) {
  const inno__tree *t = w->tree;
  inno__step *step = w->step;
  int32_t count = 0;
  const inno__binding *b = inno__own_bindings(&count);
  step->own = inno__alloc(w->allocator, (size_t)t->count * sizeof *step->own);
  if (step->own == NULL) return inno__no_memory(w->error);
  step->own_count = t->count;
  for (int64_t node = 0; node < t->count; node++)
    for (int32_t i = 0; i < count; i++) {
      const inno__key *key = inno__key_find(b[i].key);
      double value = key->fallback;
      int64_t parent = t->parent[node];
      if (parent >= 0 && inno__rule_reads(step->kind, &step->rules.aggregate[parent - t->indicators], b[i].key)) {
        const inno__setting *s = inno__scheme_resolve(w->scheme, inno__names_at(t->codes, node), 0, b[i].key, w->used);
        if (s != NULL) value = s->number;
      }
      memcpy((char *)&step->own[node] + b[i].offset, &value, sizeof value);
    }
  return INNO_OK;
}

/* Every rule that names this list (by its number, as store_text() left it) gets the numbers. */
static void point_lists(inno__step *step, const inno__binding *b, int32_t count, int64_t number, inno__list list) {
  for (int64_t i = 0; i < step->rule_count; i++)
    for (int32_t k = 0; k < count; k++) {
      if (b[k].storage != INNO__AS_LIST) continue;
      inno__list *at = (inno__list *)(void *)((char *)step->rules.any + (size_t)i * step->rule_size + b[k].offset);
      if (at->values == NULL && at->count == number) *at = list;
    }
}

/* Puts the numbers of every list behind the rules that name it. */
static inno_status resolve_lists(const job *w) {
  inno__step *step = w->step;
  int64_t lists = inno__names_count(step->lists), total = 0;
  double piece[INNO_LIMIT_LIST];
  for (int64_t i = 0; i < lists; i++) total += inno__parse_list(inno__names_at(step->lists, i), piece, INNO_LIMIT_LIST);
  if (total > 0) step->numbers = inno__alloc(w->allocator, (size_t)total * sizeof *step->numbers);
  if (total > 0 && step->numbers == NULL) return inno__no_memory(w->error);
  step->number_count = total;
  int32_t count = 0;
  const inno__binding *b = inno__bindings(step->kind, &count);
  double *at = step->numbers;
  for (int64_t i = 0; i < lists; i++) {
    int32_t length = inno__parse_list(inno__names_at(step->lists, i), at, INNO_LIMIT_LIST);
    point_lists(step, b, count, i, (inno__list){at, length});
    at += length;
  }
  point_lists(step, b, count, -1, (inno__list){NULL, 0});
  return INNO_OK;
}

/* A setting that nothing asked for would be silently ignored: refuse it. */
static inno_status check_used(const job *w) {
  for (int64_t i = 0; i < w->scheme->count; i++) {
    if (w->used[i]) continue;
    const inno__setting *s = &w->scheme->settings[i];
    return inno__fail(w->error, INNO_E_VALUE, s->code >= 0 ? INNO__MSG_NO_EFFECT : INNO__MSG_NO_EFFECT_AT_ALL,
                      &(inno__where){.node = s->code >= 0 ? inno__names_at(w->scheme->codes, s->code) : NULL,
                                     .given = w->scheme->entry->section,
                                     .what = inno__key_find(s->key)->name});
  }
  return INNO_OK;
}

/* Every byte of a rule was set, padding too. */
static int same_rule(const inno__impute_rule *a, const inno__impute_rule *b) {
  const unsigned char *p = (const unsigned char *)a, *q = (const unsigned char *)b;
  for (size_t i = 0; i < sizeof *a; i++)
    if (p[i] != q[i]) return 0;
  return 1;
}

/* Siblings are filled together: one rule and one set of parameters a family. Also finds the largest. */
static inno_status check_families(const job *w) {
  const inno__tree *t = w->tree;
  const inno__impute_rule *rules = w->step->rules.impute;
  int64_t inner = t->count - t->indicators;
  size_t bytes = 2 * (size_t)inner * sizeof(int64_t);
  int64_t *first = inno__alloc(&w->scheme->allocator, bytes);
  inno_status s = INNO_OK;
  if (first == NULL) return inno__no_memory(w->error);
  int64_t *size = first + inner;
  for (int64_t a = 0; a < inner; a++) {
    first[a] = -1;
    size[a] = 0;
  }
  for (int64_t j = 0; j < t->indicators && s == INNO_OK; j++) {
    int64_t a = inno__tree_ancestor(t, j, w->step->sibling_level) - t->indicators;
    if (++size[a] > w->step->family_size) w->step->family_size = (int32_t)size[a];
    if (!inno__impute_is_family(rules[j].rule)) continue;
    if (first[a] < 0) first[a] = j;
    if (!same_rule(&rules[first[a]], &rules[j]))
      s = inno__fail(w->error, INNO_E_VALUE, INNO__MSG_IMPUTE_MIXED,
                     &(inno__where){.node = inno__names_at(t->codes, first[a]), .what = inno__names_at(t->codes, j)});
  }
  inno__free(&w->scheme->allocator, first, bytes);
  return s;
}

static inno_status compile_rules(const job *w) {
  const inno__tree *t = w->tree;
  inno__step *step = w->step;
  int single = step->kind == INNO_STEP_SCREEN || step->kind == INNO_STEP_RANK;
  int64_t first = inno__step_of_aggregates(step->kind) ? t->indicators : 0;
  for (int64_t i = 0; i < step->rule_count; i++) {
    inno_status s = compile_node(w, (char *)step->rules.any + (size_t)i * step->rule_size, single ? -1 : first + i);
    if (s != INNO_OK) return s;
    if (step->kind == INNO_STEP_IMPUTE && inno__impute_is_family(step->rules.impute[i].rule))
      step->sibling_level = step->rules.impute[i].level;
  }
  inno_status s = resolve_lists(w);
  for (int64_t i = 0; i < step->rule_count && s == INNO_OK; i++)
    s = check_rule(w, (char *)step->rules.any + (size_t)i * step->rule_size, single ? -1 : first + i);
  if (s == INNO_OK && step->sibling_level >= 0) s = check_families(w);
  if (s == INNO_OK && step->kind == INNO_STEP_SCREEN) s = take_forced(w);
  if (s == INNO_OK && step->kind == INNO_STEP_AGGREGATE) s = take_own(w);
  return s;
}

void inno__step_clear(const inno_allocator *a, inno__step *step) {
  inno__free(a, step->rules.any, (size_t)step->rule_count * step->rule_size);
  inno__free(a, step->forced, (size_t)step->forced_count * sizeof *step->forced);
  inno__free(a, step->own, (size_t)step->own_count * sizeof *step->own);
  inno__free(a, step->numbers, (size_t)step->number_count * sizeof *step->numbers);
  inno__names_destroy(step->texts);
  inno__names_destroy(step->lists);
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
  if (inno__step_of_aggregates(step->kind)) step->rule_count = tree->count - tree->indicators;
  if (step->kind == INNO_STEP_SCREEN || step->kind == INNO_STEP_RANK) step->rule_count = 1;
  size_t used_bytes = (size_t)scheme->count + 1;
  job w = {a, scheme, tree, step, inno__alloc(a, used_bytes), error};
  step->rules.any = inno__alloc(a, (size_t)step->rule_count * step->rule_size);
  inno_status s = INNO_E_NOMEM;
  if (w.used == NULL || step->rules.any == NULL || inno__names_create(a, &step->texts) != INNO_OK ||
      inno__names_create(a, &step->lists) != INNO_OK) {
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
