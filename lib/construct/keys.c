#include "construct/keys.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "construct/choices.h"
#include "construct/node.h"
#include "construct/normalizer.h"
#include "construct/treater.h"
#include "construct/weigh_children.h"
#include "innoscore/scheme.h"

#define LENGTH(table) ((int32_t)(sizeof table / sizeof table[0]))
#define NODE (INNO_SCOPE_ALL | INNO_SCOPE_NODE)
#define LEVEL (INNO_SCOPE_ALL | INNO_SCOPE_NODE | INNO_SCOPE_LEVEL)

/* ---- choices ---- */

#define VALUE(constant, number, name, doc) {constant, name, NULL, {0}},

static const inno__choice ties[] = {INNO__TIES(VALUE)};
static const inno__choice logs[] = {INNO__LOGS(VALUE)};
static const inno__choice policies[] = {INNO__POLICIES(VALUE)};
static const inno__choice spans[] = {INNO__SPANS(VALUE)};
static const inno__choice frames[] = {INNO__FRAMES(VALUE)};
static const inno__choice outliers[] = {INNO__OUTLIERS(VALUE)};
static const inno__choice tests[] = {INNO__TESTS(VALUE)};
static const inno__choice weightings[] = {INNO__WEIGHTINGS(VALUE)};
static const inno__choice too_fews[] = {INNO__TOO_FEWS(VALUE)};
static const inno__choice gaps[] = {INNO__GAPS(VALUE)};
static const inno__choice penalties[] = {INNO__PENALTIES(VALUE)};
static const inno__choice deviations[] = {INNO__DEVIATIONS(VALUE)};
static const inno__choice scalings[] = {INNO__SCALINGS(VALUE)};
static const inno__choice distance_scalings[] = {INNO__DISTANCE_SCALINGS(VALUE)};
static const inno__choice preferences[] = {INNO__PREFERENCES(VALUE)};
static const inno__choice forces[] = {INNO__FORCES(VALUE)};
static const inno__choice loadings[] = {INNO__LOADINGS(VALUE)};
static const inno__choice retentions[] = {INNO__RETENTIONS(VALUE)};
static const inno__choice shares_of[] = {INNO__SHARES_OF(VALUE)};
static const inno__choice zeros[] = {INNO__ZEROS(VALUE)};
static const inno__choice correlations[] = {INNO__CORRELATION_RULES(VALUE)};
static const inno__choice uses_of[] = {INNO__USES(VALUE)};
static const inno__choice adjustments[] = {INNO__ADJUSTMENTS(VALUE)};
static const inno__choice counts_of[] = {INNO__COUNTS_OF(VALUE)};
static const inno__choice rotations[] = {INNO__ROTATIONS(VALUE)};
static const inno__choice keeps[] = {INNO__KEEPS(VALUE)};
static const inno__choice strength_rules[] = {INNO__STRENGTH_RULES(VALUE)};
static const inno__choice curves[] = {INNO__CURVES(VALUE)};
static const inno__choice roundings[] = {INNO__ROUNDINGS(VALUE)};
static const inno__choice overtakes[] = {INNO__OVERTAKES(VALUE)};
static const inno__choice sequences[] = {INNO__SEQUENCES(VALUE)};

/* ---- rules ---- */

static const inno__choice denominate_rules[] = {
#define INNO__DEF_RULES
#include "construct/denominate.def"
};
static const inno__choice screen_rules[] = {
#define INNO__DEF_RULES
#include "construct/screen.def"
};
static const inno__choice impute_rules[] = {
#define INNO__DEF_RULES
#include "construct/impute.def"
};
static const inno__choice treat_rules[] = {
#define INNO__DEF_RULES
#include "construct/treat.def"
};
static const inno__choice normalize_rules[] = {
#define INNO__DEF_RULES
#include "construct/normalize.def"
};
static const inno__choice weigh_rules[] = {
#define INNO__DEF_RULES
#include "construct/weigh.def"
};
static const inno__choice aggregate_rules[] = {
#define INNO__DEF_RULES
#include "construct/aggregate.def"
};

/* ---- keys; an integer's default is a double that holds it exactly ---- */

static const inno__key denominate_keys[] = {
#define INNO__DEF_KEYS
#include "construct/denominate.def"
};
static const inno__key screen_keys[] = {
#define INNO__DEF_KEYS
#include "construct/screen.def"
};
static const inno__key impute_keys[] = {
#define INNO__DEF_KEYS
#include "construct/impute.def"
};
static const inno__key treat_keys[] = {
#define INNO__DEF_KEYS
#include "construct/treat.def"
};
static const inno__key normalize_keys[] = {
#define INNO__DEF_KEYS
#include "construct/normalize.def"
};
static const inno__key weigh_keys[] = {
#define INNO__DEF_KEYS
#include "construct/weigh.def"
};
static const inno__key aggregate_keys[] = {
#define INNO__DEF_KEYS
#include "construct/aggregate.def"
};
static const inno__key rank_keys[] = {
#define INNO__DEF_KEYS
#include "construct/rank.def"
};
static const inno__key audit_keys[] = {
#define INNO__DEF_KEYS
#include "construct/audit.def"
};
static const inno__key uncertainty_keys[] = {
#define INNO__DEF_KEYS
#include "construct/uncertainty.def"
};
static const inno__key explain_keys[] = {
#define INNO__DEF_KEYS
#include "construct/explain.def"
};

static const inno__step_entry entries[] = {
    {INNO_STEP_DENOMINATE, "denominate", "denomination", denominate_keys, LENGTH(denominate_keys)},
    {INNO_STEP_IMPUTE, "impute", "imputation", impute_keys, LENGTH(impute_keys)},
    {INNO_STEP_SCREEN, "screen", "screening", screen_keys, LENGTH(screen_keys)},
    {INNO_STEP_TREAT, "treat", "treatment", treat_keys, LENGTH(treat_keys)},
    {INNO_STEP_NORMALIZE, "normalize", "normalization", normalize_keys, LENGTH(normalize_keys)},
    {INNO_STEP_WEIGH, "weigh", "weighting", weigh_keys, LENGTH(weigh_keys)},
    {INNO_STEP_AGGREGATE, "aggregate", "aggregation", aggregate_keys, LENGTH(aggregate_keys)},
    {INNO_STEP_RANK, "rank", "ranking", rank_keys, LENGTH(rank_keys)},
    {INNO_STEP_AUDIT, "audit", "audit", audit_keys, LENGTH(audit_keys)},
    {INNO_STEP_UNCERTAINTY, "uncertainty", "uncertainty", uncertainty_keys, LENGTH(uncertainty_keys)},
    {INNO_STEP_EXPLAIN, "explain", "explain", explain_keys, LENGTH(explain_keys)},
};

/* What every treatment but "none" reads: the test and how the chain runs. */
static int chain_key(int32_t key) {
  return (key >= INNO_KEY_TREAT_TEST && key <= INNO_KEY_TREAT_QUANTILE_TYPE) || key == INNO_KEY_TREAT_COMBINE ||
         key == INNO_KEY_TREAT_FORCE || key == INNO_KEY_TREAT_FRAME || key == INNO_KEY_TREAT_BASE_PERIOD;
}

static const inno__choice *find_rule(int32_t step, int32_t rule) {
  const inno__key *key = inno__key_find(step); /* the rule key itself has the number of its step */
  for (int32_t i = 0; key != NULL && i < key->choice_count; i++)
    if (key->choices[i].number == rule) return &key->choices[i];
  return NULL;
}

int inno__rule_uses(int32_t step, int32_t rule, int32_t key) {
  if (key == step) return 1;
  if (step == INNO_STEP_TREAT && rule != INNO_TREAT_NONE && chain_key(key)) return 1;
  const inno__choice *found = find_rule(step, rule);
  for (const int32_t *k = found != NULL ? found->keys : NULL; k != NULL && *k != 0; k++)
    if (*k == key) return 1;
  return 0;
}

int inno__key_is_optional(int32_t key) {
  return key == INNO_KEY_TREAT_FACTOR || key == INNO_KEY_TREAT_LIMIT_SHARE || key == INNO_KEY_IMPUTE_MAX_AGE ||
         key == INNO_KEY_NORMALIZE_REFERENCE_VALUE || key == INNO_KEY_AGGREGATE_MULTIPLIER_UPPER;
}

const char *inno__rule_name(int32_t step, int32_t rule) {
  const inno__choice *found = find_rule(step, rule);
  return found != NULL ? found->name : NULL;
}

const void *inno__rule_implementation(int32_t step, int32_t rule) {
  const inno__choice *found = find_rule(step, rule);
  return found != NULL ? found->implementation : NULL;
}

int32_t inno__step_entry_count(void) { return LENGTH(entries); }

const inno__step_entry *inno__step_entry_at(int32_t index) { return &entries[index]; }

const inno__step_entry *inno__step_find(int32_t step) {
  for (int32_t i = 0; i < LENGTH(entries); i++)
    if (entries[i].step == step) return &entries[i];
  return NULL;
}

const inno__key *inno__key_find(int32_t key) {
  const inno__step_entry *e = inno__step_find(key / 100 * 100);
  for (int32_t i = 0; e != NULL && i < e->key_count; i++)
    if (e->keys[i].key == key) return &e->keys[i];
  return NULL;
}

const inno__key *inno__key_named(int32_t step, const char *name) {
  const inno__step_entry *e = inno__step_find(step);
  for (int32_t i = 0; e != NULL && i < e->key_count; i++)
    if (strcmp(e->keys[i].name, name) == 0) return &e->keys[i];
  return NULL;
}

int inno__choice_named(const inno__key *key, const char *name, int32_t *number) {
  for (int32_t i = 0; i < key->choice_count; i++)
    if (strcmp(key->choices[i].name, name) == 0) {
      *number = key->choices[i].number;
      return 1;
    }
  return 0;
}

const char *inno__choice_name(int32_t key, int32_t number) {
  const inno__key *k = inno__key_find(key);
  for (int32_t i = 0; k != NULL && i < k->choice_count; i++)
    if (k->choices[i].number == number) return k->choices[i].name;
  return NULL;
}
