#include "construct/keys.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "innoscore/scheme.h"

#define LENGTH(table) ((int32_t)(sizeof table / sizeof table[0]))
#define NODE (INNO_SCOPE_ALL | INNO_SCOPE_NODE)
#define LEVEL (INNO_SCOPE_ALL | INNO_SCOPE_NODE | INNO_SCOPE_LEVEL)

/* Rows of the key tables. An integer's default is a double that holds it exactly. */
#define NUMBER(key, name, scopes, lower, upper, fallback) \
  {key, name, INNO_TYPE_F64, scopes, lower, upper, fallback, NULL, NULL, 0}
#define INTEGER(key, name, scopes, lower, upper, fallback) \
  {key, name, INNO_TYPE_I64, scopes, lower, upper, fallback, NULL, NULL, 0}
#define CHOICE(key, name, scopes, choices, fallback) \
  {key, name, INNO_TYPE_CHOICE, scopes, -INFINITY, INFINITY, fallback, NULL, choices, LENGTH(choices)}
#define TEXT(key, name, scopes) {key, name, INNO_TYPE_TEXT, scopes, -INFINITY, INFINITY, NAN, NULL, NULL, 0}
#define CHAIN(key, name, scopes, choices, fallback) \
  {key, name, INNO_TYPE_CHAIN, scopes, -INFINITY, INFINITY, NAN, fallback, choices, LENGTH(choices)}

static const inno__choice denominate_rules[] = {{INNO_DENOMINATE_NONE, "none"}, {INNO_DENOMINATE_DIVIDE, "divide"}};
static const inno__choice screen_rules[] = {{INNO_SCREEN_NONE, "none"},
                                            {INNO_SCREEN_COVERAGE, "coverage"},
                                            {INNO_SCREEN_NONZERO, "nonzero"},
                                            {INNO_SCREEN_BOTH, "both"}};
static const inno__choice forces[] = {{INNO_FORCE_INCLUDE, "include"}, {INNO_FORCE_EXCLUDE, "exclude"}};
static const inno__choice impute_rules[] = {
    {INNO_IMPUTE_NONE, "none"},
    {INNO_IMPUTE_MEAN, "mean"},
    {INNO_IMPUTE_MEDIAN, "median"},
    {INNO_IMPUTE_GROUP_MEAN, "group_mean"},
    {INNO_IMPUTE_GROUP_MEDIAN, "group_median"},
    {INNO_IMPUTE_SIBLING_MEAN, "sibling_mean"},
};
static const inno__choice treat_rules[] = {
    {INNO_TREAT_NONE, "none"},
    {INNO_TREAT_WINSORIZE, "winsorize"},
    {INNO_TREAT_LOG, "log"},
    {INNO_TREAT_LOG_GII, "log_gii"},
    {INNO_TREAT_LOG_CT, "log_ct"},
    {INNO_TREAT_LOG_CT_PLUS, "log_ct_plus"},
    {INNO_TREAT_LOG_CT_ORIG, "log_ct_orig"},
    {INNO_TREAT_BOXCOX, "boxcox"},
    {INNO_TREAT_ROOT, "root"},
};
static const inno__choice normalize_rules[] = {
    {INNO_NORMALIZE_NONE, "none"},
    {INNO_NORMALIZE_MINMAX, "minmax"},
    {INNO_NORMALIZE_ZSCORE, "zscore"},
    {INNO_NORMALIZE_FIXED_RANGE, "fixed_range"},
    {INNO_NORMALIZE_GOALPOSTS, "goalposts"},
    {INNO_NORMALIZE_RANK, "rank"},
    {INNO_NORMALIZE_PERCENTILE_RANK, "percentile_rank"},
    {INNO_NORMALIZE_BORDA, "borda"},
    {INNO_NORMALIZE_DISTANCE_TO_MAX, "distance_to_max"},
    {INNO_NORMALIZE_DISTANCE_TO_REFERENCE, "distance_to_reference"},
    {INNO_NORMALIZE_DISTANCE_TO_TARGET, "distance_to_target"},
    {INNO_NORMALIZE_FRACTION_OF_MAX, "fraction_of_max"},
};
static const inno__choice ties[] = {{INNO_TIES_COMPETITION, "competition"},
                                    {INNO_TIES_MODIFIED, "modified"},
                                    {INNO_TIES_DENSE, "dense"},
                                    {INNO_TIES_FRACTIONAL, "fractional"}};
static const inno__choice logs[] = {{INNO_LOG_NONE, "none"}, {INNO_LOG_NATURAL, "natural"}, {INNO_LOG_BASE10, "base10"}};
static const inno__choice aggregate_rules[] = {
    {INNO_AGGREGATE_ARITHMETIC, "arithmetic"}, {INNO_AGGREGATE_GEOMETRIC, "geometric"},
    {INNO_AGGREGATE_HARMONIC, "harmonic"},     {INNO_AGGREGATE_POWER, "power"},
    {INNO_AGGREGATE_MEDIAN, "median"},         {INNO_AGGREGATE_MINIMUM, "minimum"},
};
static const inno__choice policies[] = {
    {INNO_NONPOSITIVE_ERROR, "error"}, {INNO_NONPOSITIVE_FLOOR, "floor"}, {INNO_NONPOSITIVE_SHIFT, "shift"}};

static const inno__key denominate_keys[] = {
    CHOICE(INNO_KEY_DENOMINATE_RULE, "rule", NODE, denominate_rules, INNO_DENOMINATE_DIVIDE),
};
static const inno__key screen_keys[] = {
    CHOICE(INNO_KEY_SCREEN_RULE, "rule", INNO_SCOPE_ALL, screen_rules, INNO_SCREEN_COVERAGE),
    NUMBER(INNO_KEY_SCREEN_MIN_COVERAGE, "min_coverage", INNO_SCOPE_ALL, 0.0, 1.0, 2.0 / 3.0),
    NUMBER(INNO_KEY_SCREEN_MIN_NONZERO, "min_nonzero", INNO_SCOPE_ALL, 0.0, 1.0, 0.05),
    CHOICE(INNO_KEY_SCREEN_FORCE, "force", INNO_SCOPE_UNIT, forces, NAN),
};
static const inno__key impute_keys[] = {
    CHOICE(INNO_KEY_IMPUTE_RULE, "rule", NODE, impute_rules, INNO_IMPUTE_NONE),
    TEXT(INNO_KEY_IMPUTE_GROUP, "group", NODE),
    INTEGER(INNO_KEY_IMPUTE_LEVEL, "level", INNO_SCOPE_ALL, 0.0, 100.0, 2.0),
};
static const inno__key treat_keys[] = {
    CHAIN(INNO_KEY_TREAT_RULES, "rules", NODE, treat_rules, "winsorize, log_gii"),
    NUMBER(INNO_KEY_TREAT_SKEWNESS, "skewness", NODE, INNO__ABOVE_ZERO, INFINITY, 2.0),
    NUMBER(INNO_KEY_TREAT_KURTOSIS, "kurtosis", NODE, -INFINITY, INFINITY, 3.5),
    INTEGER(INNO_KEY_TREAT_SKEWNESS_TYPE, "skewness_type", NODE, 1.0, 3.0, 2.0),
    INTEGER(INNO_KEY_TREAT_KURTOSIS_TYPE, "kurtosis_type", NODE, 1.0, 3.0, 2.0),
    INTEGER(INNO_KEY_TREAT_LIMIT, "limit", NODE, 0.0, 100000000.0, 5.0),
    INTEGER(INNO_KEY_TREAT_COMBINE, "combine", NODE, 0.0, 1.0, 0.0),
    INTEGER(INNO_KEY_TREAT_FORCE, "force", NODE, 0.0, 1.0, 0.0),
    NUMBER(INNO_KEY_TREAT_FACTOR, "factor", NODE, INNO__ABOVE_ZERO, INFINITY, NAN),
    NUMBER(INNO_KEY_TREAT_LAMBDA, "lambda", NODE, -INFINITY, INFINITY, NAN),
    NUMBER(INNO_KEY_TREAT_DEGREE, "degree", NODE, 1.0, INFINITY, 2.0),
};
static const inno__key normalize_keys[] = {
    CHOICE(INNO_KEY_NORMALIZE_RULE, "rule", NODE, normalize_rules, INNO_NORMALIZE_MINMAX),
    NUMBER(INNO_KEY_NORMALIZE_LOWER, "lower", NODE, -INFINITY, INFINITY, NAN),
    NUMBER(INNO_KEY_NORMALIZE_UPPER, "upper", NODE, -INFINITY, INFINITY, NAN),
    NUMBER(INNO_KEY_NORMALIZE_POINTS, "points", NODE, INNO__ABOVE_ZERO, INFINITY, 100.0),
    INTEGER(INNO_KEY_NORMALIZE_TRUNCATE, "truncate", NODE, 0.0, 1.0, 1.0),
    NUMBER(INNO_KEY_NORMALIZE_MEAN, "mean", NODE, -INFINITY, INFINITY, 0.0),
    NUMBER(INNO_KEY_NORMALIZE_SD, "sd", NODE, INNO__ABOVE_ZERO, INFINITY, 1.0),
    NUMBER(INNO_KEY_NORMALIZE_TARGET, "target", NODE, -INFINITY, INFINITY, NAN),
    TEXT(INNO_KEY_NORMALIZE_REFERENCE, "reference", NODE),
    INTEGER(INNO_KEY_NORMALIZE_CAP, "cap", NODE, 0.0, 1.0, 0.0),
    CHOICE(INNO_KEY_NORMALIZE_TIES, "ties", NODE, ties, INNO_TIES_COMPETITION),
    CHOICE(INNO_KEY_NORMALIZE_LOG, "log", NODE, logs, INNO_LOG_NONE),
};
static const inno__key aggregate_keys[] = {
    CHOICE(INNO_KEY_AGGREGATE_RULE, "rule", LEVEL, aggregate_rules, INNO_AGGREGATE_ARITHMETIC),
    NUMBER(INNO_KEY_AGGREGATE_POWER, "power", LEVEL, -INFINITY, INFINITY, NAN),
    NUMBER(INNO_KEY_AGGREGATE_MIN_COVERAGE, "min_coverage", LEVEL, 0.0, 1.0, 0.0),
    CHOICE(INNO_KEY_AGGREGATE_NONPOSITIVE, "nonpositive", LEVEL, policies, INNO_NONPOSITIVE_ERROR),
    NUMBER(INNO_KEY_AGGREGATE_FLOOR, "floor", LEVEL, INNO__ABOVE_ZERO, INFINITY, NAN),
    NUMBER(INNO_KEY_AGGREGATE_SHIFT, "shift", LEVEL, INNO__ABOVE_ZERO, INFINITY, NAN),
};
static const inno__key rank_keys[] = {
    CHOICE(INNO_KEY_RANK_TIES, "ties", INNO_SCOPE_ALL, ties, INNO_TIES_COMPETITION),
};

static const inno__step_entry entries[] = {
    {INNO_STEP_DENOMINATE, "denominate", "denomination", denominate_keys, LENGTH(denominate_keys)},
    {INNO_STEP_IMPUTE, "impute", "imputation", impute_keys, LENGTH(impute_keys)},
    {INNO_STEP_SCREEN, "screen", "screening", screen_keys, LENGTH(screen_keys)},
    {INNO_STEP_TREAT, "treat", "treatment", treat_keys, LENGTH(treat_keys)},
    {INNO_STEP_NORMALIZE, "normalize", "normalization", normalize_keys, LENGTH(normalize_keys)},
    {INNO_STEP_AGGREGATE, "aggregate", "aggregation", aggregate_keys, LENGTH(aggregate_keys)},
    {INNO_STEP_RANK, "rank", "ranking", rank_keys, LENGTH(rank_keys)},
};

/* Which parameters a rule reads, 0-terminated. A rule that is not listed reads none. */
static const struct {
  int32_t step, rule, keys[12];
} uses[] = {
    {INNO_STEP_SCREEN, INNO_SCREEN_COVERAGE, {INNO_KEY_SCREEN_MIN_COVERAGE}},
    {INNO_STEP_SCREEN, INNO_SCREEN_NONZERO, {INNO_KEY_SCREEN_MIN_NONZERO}},
    {INNO_STEP_SCREEN, INNO_SCREEN_BOTH, {INNO_KEY_SCREEN_MIN_COVERAGE, INNO_KEY_SCREEN_MIN_NONZERO}},
    {INNO_STEP_IMPUTE, INNO_IMPUTE_GROUP_MEAN, {INNO_KEY_IMPUTE_GROUP}},
    {INNO_STEP_IMPUTE, INNO_IMPUTE_GROUP_MEDIAN, {INNO_KEY_IMPUTE_GROUP}},
    {INNO_STEP_IMPUTE, INNO_IMPUTE_SIBLING_MEAN, {INNO_KEY_IMPUTE_LEVEL}},
    {INNO_STEP_TREAT, INNO_TREAT_WINSORIZE, {INNO_KEY_TREAT_LIMIT}},
    {INNO_STEP_TREAT, INNO_TREAT_LOG_GII, {INNO_KEY_TREAT_FACTOR}},
    {INNO_STEP_TREAT, INNO_TREAT_BOXCOX, {INNO_KEY_TREAT_LAMBDA}},
    {INNO_STEP_TREAT, INNO_TREAT_ROOT, {INNO_KEY_TREAT_DEGREE}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_NONE, {INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_MINMAX,
     {INNO_KEY_NORMALIZE_LOWER, INNO_KEY_NORMALIZE_UPPER, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_ZSCORE,
     {INNO_KEY_NORMALIZE_MEAN, INNO_KEY_NORMALIZE_SD, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_FIXED_RANGE,
     {INNO_KEY_NORMALIZE_LOWER, INNO_KEY_NORMALIZE_UPPER, INNO_KEY_NORMALIZE_POINTS, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_GOALPOSTS,
     {INNO_KEY_NORMALIZE_LOWER, INNO_KEY_NORMALIZE_UPPER, INNO_KEY_NORMALIZE_POINTS, INNO_KEY_NORMALIZE_TRUNCATE,
      INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_RANK, {INNO_KEY_NORMALIZE_TIES, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_PERCENTILE_RANK, {INNO_KEY_NORMALIZE_TIES, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_BORDA, {INNO_KEY_NORMALIZE_TIES, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_DISTANCE_TO_MAX, {INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_DISTANCE_TO_REFERENCE,
     {INNO_KEY_NORMALIZE_REFERENCE, INNO_KEY_NORMALIZE_CAP, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_DISTANCE_TO_TARGET,
     {INNO_KEY_NORMALIZE_TARGET, INNO_KEY_NORMALIZE_CAP, INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_NORMALIZE, INNO_NORMALIZE_FRACTION_OF_MAX, {INNO_KEY_NORMALIZE_LOG}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_ARITHMETIC, {INNO_KEY_AGGREGATE_MIN_COVERAGE}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_GEOMETRIC,
     {INNO_KEY_AGGREGATE_MIN_COVERAGE, INNO_KEY_AGGREGATE_NONPOSITIVE, INNO_KEY_AGGREGATE_FLOOR,
      INNO_KEY_AGGREGATE_SHIFT}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_HARMONIC,
     {INNO_KEY_AGGREGATE_MIN_COVERAGE, INNO_KEY_AGGREGATE_NONPOSITIVE, INNO_KEY_AGGREGATE_FLOOR,
      INNO_KEY_AGGREGATE_SHIFT}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_POWER,
     {INNO_KEY_AGGREGATE_MIN_COVERAGE, INNO_KEY_AGGREGATE_POWER, INNO_KEY_AGGREGATE_NONPOSITIVE,
      INNO_KEY_AGGREGATE_FLOOR, INNO_KEY_AGGREGATE_SHIFT}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_MEDIAN, {INNO_KEY_AGGREGATE_MIN_COVERAGE}},
    {INNO_STEP_AGGREGATE, INNO_AGGREGATE_MINIMUM, {INNO_KEY_AGGREGATE_MIN_COVERAGE}},
};

/* What every treatment but "none" reads: the test and how the chain runs. */
static int chain_key(int32_t key) {
  return (key >= INNO_KEY_TREAT_SKEWNESS && key <= INNO_KEY_TREAT_KURTOSIS_TYPE) || key == INNO_KEY_TREAT_COMBINE ||
         key == INNO_KEY_TREAT_FORCE;
}

int inno__rule_uses(int32_t step, int32_t rule, int32_t key) {
  if (key == step) return 1; /* the rule key itself has the number of its step */
  if (step == INNO_STEP_TREAT && rule != INNO_TREAT_NONE && chain_key(key)) return 1;
  for (int32_t i = 0; i < LENGTH(uses); i++) {
    if (uses[i].step != step || uses[i].rule != rule) continue;
    for (const int32_t *k = uses[i].keys; *k != 0; k++)
      if (*k == key) return 1;
  }
  return 0;
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
