/* Where the value of each key lies in the rule of its step: written from the tables. */
#include "construct/audit.h"
#include "construct/explain.h"
#include "construct/uncertainty.h"
#include "construct/compile.h"

static const inno__binding denominate_bindings[] = {
#define INNO__DEF_BINDINGS inno__denominate_rule
#include "construct/denominate.def"
};
static const inno__binding screen_bindings[] = {
#define INNO__DEF_BINDINGS inno__screen_rule
#include "construct/screen.def"
};
static const inno__binding impute_bindings[] = {
#define INNO__DEF_BINDINGS inno__impute_rule
#include "construct/impute.def"
};
static const inno__binding treat_bindings[] = {
#define INNO__DEF_BINDINGS inno__treat_rule
#include "construct/treat.def"
};
static const inno__binding normalize_bindings[] = {
#define INNO__DEF_BINDINGS inno__normalize_rule
#include "construct/normalize.def"
};
static const inno__binding weigh_bindings[] = {
#define INNO__DEF_BINDINGS inno__weigh_rule
#include "construct/weigh.def"
};
static const inno__binding aggregate_bindings[] = {
#define INNO__DEF_BINDINGS inno__aggregate_rule
#include "construct/aggregate.def"
};
static const inno__binding rank_bindings[] = {
#define INNO__DEF_BINDINGS inno__rank_rule
#include "construct/rank.def"
};
static const inno__binding audit_bindings[] = {
#define INNO__DEF_BINDINGS inno__audit_rule
#include "construct/audit.def"
};
static const inno__binding uncertainty_bindings[] = {
#define INNO__DEF_BINDINGS inno__uncertainty_rule
#include "construct/uncertainty.def"
};
static const inno__binding explain_bindings[] = {
#define INNO__DEF_BINDINGS inno__explain_rule
#include "construct/explain.def"
};

static const inno__binding own_bindings[] = {
#define INNO__DEF_OWN_BINDINGS inno__own_rule
#include "construct/aggregate.def"
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
    ENTRY(INNO_STEP_WEIGH, weigh_bindings, inno__weigh_rule),
    ENTRY(INNO_STEP_AGGREGATE, aggregate_bindings, inno__aggregate_rule),
    ENTRY(INNO_STEP_RANK, rank_bindings, inno__rank_rule),
    ENTRY(INNO_STEP_AUDIT, audit_bindings, inno__audit_rule),
    ENTRY(INNO_STEP_UNCERTAINTY, uncertainty_bindings, inno__uncertainty_rule),
    ENTRY(INNO_STEP_EXPLAIN, explain_bindings, inno__explain_rule),
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

int inno__is_silent(const inno__binding *b, const void *at) {
  const inno__key *key = inno__key_find(b->key);
  if (!(key->scopes & INNO__ADDED)) return 0;
  if (b->storage == INNO__AS_I32) return *(const int32_t *)at == key->fallback;
  if (b->storage != INNO__AS_F64) return 0;
  double value = *(const double *)at;
  return value != value || value == key->fallback;
}

const inno__binding *inno__own_bindings(int32_t *count) {
  *count = (int32_t)(sizeof own_bindings / sizeof own_bindings[0]);
  return own_bindings;
}
