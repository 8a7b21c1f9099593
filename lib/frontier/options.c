#include "frontier/options.h"

#include <math.h>
#include <stddef.h>

#include "innoscore/scheme.h"
#include "numeric/missing.h"

static const inno__frontier_choice rules[] = {
    {INNO_FRONTIER_BENEFIT_OF_DOUBT, "benefit_of_doubt"},
    {INNO_FRONTIER_DIRECTIONAL, "directional"},
    {INNO_FRONTIER_MULTIDIRECTIONAL, "multidirectional"},
    {INNO_FRONTIER_UNDESIRABLE, "undesirable"},
    {INNO_FRONTIER_COMMON_WEIGHTS, "common_weights"},
    {INNO_FRONTIER_ORDER_M, "order_m"},
    {INNO_FRONTIER_DIRECTIONAL_ORDER_M, "directional_order_m"},
    {INNO_FRONTIER_GEOMETRIC, "geometric"},
    {0, NULL},
};
static const inno__frontier_choice shares[] = {{INNO_SHARE_OF_CONTRIBUTION, "contribution"},
                                               {INNO_SHARE_OF_WEIGHT, "weight"},
                                               {INNO_SHARE_OF_MEAN, "mean"},
                                               {0, NULL}};
static const inno__frontier_choice zeros[] = {
    {INNO_ZERO_ERROR, "error"}, {INNO_ZERO_RELEASE, "release"}, {INNO_ZERO_LIMIT, "limit"}, {0, NULL}};

#define NUMBER(key, name, per_indicator, lower, upper, fallback) \
  { key, name, INNO_TYPE_F64, per_indicator, lower, upper, fallback, NULL }
#define INTEGER(key, name, per_indicator, lower, upper, fallback) \
  { key, name, INNO_TYPE_I64, per_indicator, lower, upper, fallback, NULL }
#define CHOICE(key, name, choices, fallback) \
  { key, name, INNO_TYPE_CHOICE, 0, -INFINITY, INFINITY, fallback, choices }

static const inno__frontier_key keys[] = {
    CHOICE(INNO_KEY_FRONTIER_RULE, "rule", rules, INNO_FRONTIER_BENEFIT_OF_DOUBT),
    NUMBER(INNO_KEY_FRONTIER_SHARE_LOWER, "share_lower", 1, 0.0, 1.0, 0.0),
    NUMBER(INNO_KEY_FRONTIER_SHARE_UPPER, "share_upper", 1, 0.0, 1.0, 1.0),
    CHOICE(INNO_KEY_FRONTIER_SHARE_OF, "share_of", shares, INNO_SHARE_OF_CONTRIBUTION),
    CHOICE(INNO_KEY_FRONTIER_ZERO, "zero", zeros, INNO_ZERO_ERROR),
    NUMBER(INNO_KEY_FRONTIER_MULTIPLIER_LOWER, "multiplier_lower", 1, 0.0, INFINITY, 0.0),
    NUMBER(INNO_KEY_FRONTIER_MULTIPLIER_UPPER, "multiplier_upper", 1, 0.0, INFINITY, NAN),
    NUMBER(INNO_KEY_FRONTIER_DIRECTION, "direction", 1, 0.0, INFINITY, 1.0),
    INTEGER(INNO_KEY_FRONTIER_LESS_IS_BETTER, "less_is_better", 1, 0.0, 1.0, 0.0),
    INTEGER(INNO_KEY_FRONTIER_DRAWS, "draws", 0, 1.0, 1000000.0, NAN),
    NUMBER(INNO_KEY_FRONTIER_COMPROMISE, "compromise", 0, 0.0, 1.0, 1.0),
    INTEGER(INNO_KEY_FRONTIER_BENCHMARK, "benchmark", 0, 0.0, 100000000.0, NAN),
    INTEGER(INNO_KEY_FRONTIER_ITERATIONS, "iterations", 0, 1.0, 1e15, INNO__BOD_ITERATIONS),
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* Which keys a rule reads besides its own number and iterations, 0-terminated. */
static const struct {
  int32_t rule, keys[12];
} uses[] = {
    {INNO_FRONTIER_BENEFIT_OF_DOUBT,
     {INNO_KEY_FRONTIER_SHARE_LOWER, INNO_KEY_FRONTIER_SHARE_UPPER, INNO_KEY_FRONTIER_SHARE_OF, INNO_KEY_FRONTIER_ZERO,
      INNO_KEY_FRONTIER_MULTIPLIER_LOWER, INNO_KEY_FRONTIER_MULTIPLIER_UPPER, INNO__FRONTIER_RATIOS,
      INNO__FRONTIER_ORDERS, INNO_KEY_FRONTIER_ITERATIONS}},
    {INNO_FRONTIER_DIRECTIONAL,
     {INNO_KEY_FRONTIER_SHARE_LOWER, INNO_KEY_FRONTIER_SHARE_UPPER, INNO_KEY_FRONTIER_SHARE_OF,
      INNO_KEY_FRONTIER_DIRECTION, INNO__FRONTIER_RATIOS, INNO__FRONTIER_ORDERS, INNO_KEY_FRONTIER_ITERATIONS}},
    {INNO_FRONTIER_MULTIDIRECTIONAL, {INNO_KEY_FRONTIER_ITERATIONS}},
    {INNO_FRONTIER_UNDESIRABLE,
     {INNO_KEY_FRONTIER_SHARE_LOWER, INNO_KEY_FRONTIER_SHARE_UPPER, INNO_KEY_FRONTIER_SHARE_OF,
      INNO_KEY_FRONTIER_DIRECTION, INNO_KEY_FRONTIER_LESS_IS_BETTER, INNO__FRONTIER_RATIOS, INNO__FRONTIER_ORDERS,
      INNO_KEY_FRONTIER_ITERATIONS}},
    {INNO_FRONTIER_COMMON_WEIGHTS,
     {INNO_KEY_FRONTIER_SHARE_LOWER, INNO_KEY_FRONTIER_SHARE_UPPER, INNO_KEY_FRONTIER_SHARE_OF,
      INNO_KEY_FRONTIER_MULTIPLIER_LOWER, INNO_KEY_FRONTIER_MULTIPLIER_UPPER, INNO_KEY_FRONTIER_COMPROMISE,
      INNO__FRONTIER_RATIOS, INNO__FRONTIER_ORDERS, INNO_KEY_FRONTIER_ITERATIONS}},
    {INNO_FRONTIER_ORDER_M, {INNO_KEY_FRONTIER_DRAWS}},
    {INNO_FRONTIER_DIRECTIONAL_ORDER_M, {INNO_KEY_FRONTIER_DRAWS, INNO_KEY_FRONTIER_DIRECTION}},
    {INNO_FRONTIER_GEOMETRIC,
     {INNO_KEY_FRONTIER_SHARE_LOWER, INNO_KEY_FRONTIER_SHARE_UPPER, INNO_KEY_FRONTIER_ZERO, INNO__FRONTIER_RATIOS,
      INNO__FRONTIER_ORDERS, INNO_KEY_FRONTIER_MULTIPLIER_LOWER, INNO_KEY_FRONTIER_MULTIPLIER_UPPER,
      INNO_KEY_FRONTIER_BENCHMARK, INNO_KEY_FRONTIER_ITERATIONS}},
};

int32_t inno__frontier_key_count(void) { return KEYS; }
const inno__frontier_key *inno__frontier_key_at(int32_t index) { return &keys[index]; }

const inno__frontier_key *inno__frontier_key_find(int32_t key) {
  for (int32_t i = 0; i < KEYS; i++)
    if (keys[i].key == key) return &keys[i];
  return NULL;
}

int inno__frontier_has_choice(const inno__frontier_key *key, double number) {
  for (const inno__frontier_choice *c = key->choices; c->number != 0; c++)
    if (c->number == number) return 1;
  return 0;
}

int inno__frontier_reads(int32_t rule, int32_t key) {
  for (size_t u = 0; u < sizeof uses / sizeof uses[0]; u++) {
    if (uses[u].rule != rule) continue;
    if (key == INNO_KEY_FRONTIER_RULE) return 1;
    for (const int32_t *k = uses[u].keys; *k != 0; k++)
      if (*k == key) return 1;
  }
  return 0;
}

/* ---- settings ---- */

static inno__frontier_setting *find(const inno_frontier_options *o, int32_t key, int32_t indicator) {
  for (int64_t i = 0; i < o->count; i++)
    if (o->settings[i].key == key && o->settings[i].indicator == indicator) return &o->settings[i];
  return NULL;
}

inno_status inno__frontier_put(inno_frontier_options *o, int32_t key, int32_t indicator, double value) {
  inno__frontier_setting *old = find(o, key, indicator);
  if (old != NULL) {
    old->value = value;
    return INNO_OK;
  }
  inno__frontier_setting *settings =
      inno__reserve(&o->allocator, o->settings, &o->capacity, o->count, sizeof *settings);
  if (settings == NULL) return INNO_E_NOMEM;
  o->settings = settings;
  o->settings[o->count++] = (inno__frontier_setting){key, indicator, value};
  return INNO_OK;
}

inno_status inno__frontier_put_ratio(inno_frontier_options *o, const inno__bod_ratio *ratio) {
  inno__bod_ratio *ratios = inno__reserve(&o->allocator, o->ratios, &o->ratio_capacity, o->ratio_count, sizeof *ratios);
  if (ratios == NULL) return INNO_E_NOMEM;
  o->ratios = ratios;
  o->ratios[o->ratio_count++] = *ratio;
  return INNO_OK;
}

inno_status inno__frontier_put_order(inno_frontier_options *o, const inno__bod_order *order) {
  inno__bod_order *orders = inno__reserve(&o->allocator, o->orders, &o->order_capacity, o->order_count, sizeof *orders);
  if (orders == NULL) return INNO_E_NOMEM;
  o->orders = orders;
  o->orders[o->order_count++] = *order;
  return INNO_OK;
}

double inno__frontier_value(const inno_frontier_options *o, int32_t key, int32_t indicator) {
  const inno__frontier_setting *s = find(o, key, indicator);
  if (s == NULL) s = find(o, key, -1);
  if (s != NULL) return s->value;
  const inno__frontier_key *k = inno__frontier_key_find(key);
  return k != NULL && k->fallback == k->fallback ? k->fallback : inno__nan();
}

void inno__frontier_options_destroy(inno_frontier_options *o) {
  if (o == NULL) return;
  inno_allocator a = o->allocator;
  inno__free(&a, o->settings, (size_t)o->capacity * sizeof *o->settings);
  inno__free(&a, o->ratios, (size_t)o->ratio_capacity * sizeof *o->ratios);
  inno__free(&a, o->orders, (size_t)o->order_capacity * sizeof *o->orders);
  inno__free(&a, o, sizeof *o);
}
