/* Printed scores against computed ones, and the single rounding that explains most of a column. */
#include "explain/verify.h"
#include "numeric/decimal.h"

enum { ROUNDINGS = 3, ODD_SHARE = 10 /* a tenth of a column */ };
static const int32_t roundings[ROUNDINGS] = {INNO_ROUNDING_HALF_UP, INNO_ROUNDING_HALF_EVEN, INNO_ROUNDING_TRUNCATED};

/* Of a column, or of the whole table. */
typedef struct {
  int64_t count, agreeing, rounded, disagreeing, given[ROUNDINGS];
  int32_t decimals;
} tally;

static int32_t verdict_of(const inno__verification *v, int64_t unit, double computed, const inno__print *p) {
  if (v->row[unit] < 0) return INNO_VERDICT_NONE;
  if (computed != computed) return INNO_VERDICT_MISSING;
  if (p->firm & v->rule->rounding) return INNO_VERDICT_AGREES;
  return (p->explains | p->near) != 0 ? INNO_VERDICT_ROUNDED : INNO_VERDICT_DISAGREES;
}

static void count_cell(tally *t, int32_t verdict, int32_t decimals, const inno__print *p) {
  int32_t gives = p->explains != 0 ? p->explains : p->near;
  t->count++;
  t->decimals = decimals > t->decimals ? decimals : t->decimals;
  t->agreeing += verdict == INNO_VERDICT_AGREES;
  t->rounded += verdict == INNO_VERDICT_ROUNDED;
  t->disagreeing += verdict == INNO_VERDICT_DISAGREES || verdict == INNO_VERDICT_MISSING;
  for (int k = 0; k < ROUNDINGS; k++) t->given[k] += (gives & roundings[k]) != 0;
}

static int best_of(const inno__verification *v, const tally *t) {
  int best = 0;
  for (int k = 0; k < ROUNDINGS; k++)
    if (roundings[k] == v->rule->rounding) best = k;
  int64_t most = t->given[best];
  for (int k = 0; k < ROUNDINGS; k++)
    if (t->given[k] > most) {
      most = t->given[k];
      best = k;
    }
  return best;
}

static void put_tally(const inno__verification *v, int64_t record, int64_t node, const tally *t) {
  int best = best_of(v, t);
  int compared = t->agreeing + t->rounded > 0;
  const struct {
    int32_t field;
    int64_t value;
  } fields[] = {{INNO_FIELD_NODE, node},
                {INNO_FIELD_COUNT, t->count},
                {INNO_FIELD_DECIMALS, t->decimals},
                {INNO_FIELD_AGREEING, t->agreeing},
                {INNO_FIELD_ROUNDED, t->rounded},
                {INNO_FIELD_DISAGREEING, t->disagreeing},
                {INNO_FIELD_HALF_UP, t->given[0]},
                {INNO_FIELD_HALF_EVEN, t->given[1]},
                {INNO_FIELD_TRUNCATED, t->given[2]},
                {INNO_FIELD_ROUNDING, compared ? roundings[best] : 0},
                {INNO_FIELD_EXPLAINED, t->given[best]}};
  for (size_t k = 0; k < sizeof fields / sizeof fields[0]; k++)
    inno__analysis_put(v->a, INNO_RECORD_VERIFIED_NODE, record, fields[k].field, (double)fields[k].value);
}

/* Scores that the rounding of their column does not give, another one does. */
static inno_status say_odd(const inno__verification *v, int64_t node, int32_t rounding, int64_t first, int64_t count) {
  inno_status s = INNO_OK;
  for (int64_t k = first; k < first + count && s == INNO_OK; k++) {
    int32_t explains = (int32_t)inno__analysis_values(v->a, INNO_RECORD_VERIFIED_SCORE, INNO_FIELD_ROUNDINGS)[k];
    int64_t unit = (int64_t)inno__analysis_values(v->a, INNO_RECORD_VERIFIED_SCORE, INNO_FIELD_UNIT)[k];
    if (explains == 0 || (explains & rounding)) continue;
    *inno__found(v, node, unit) |= INNO__FOUND_SCORE;
    s = inno__verify_say(v, INNO_FINDING_ROUNDING_ODD, node, -1, unit, v->p->nodes[node].score[unit],
                         inno__verify_computed(v, node, unit));
  }
  return s;
}

/* A column has one rounding: a few scores that need another are errors, many mean that there is none. */
static inno_status say_rounding(const inno__verification *v, int64_t node, const tally *t, int64_t first) {
  int best = best_of(v, t);
  int64_t all = t->agreeing + t->rounded, stated = 0, odd = all - t->given[best];
  for (int k = 0; k < ROUNDINGS; k++)
    if (roundings[k] == v->rule->rounding) stated = t->given[k];
  if (stated == all) return INNO_OK;
  if (odd > all / ODD_SHARE)
    return inno__verify_say(v, INNO_FINDING_ROUNDING_MIXED, node, -1, -1, (double)t->given[best], (double)all);
  inno_status s = INNO_OK;
  if (roundings[best] != v->rule->rounding)
    s = inno__verify_say(v, INNO_FINDING_ROUNDING_OTHER, node, roundings[best], -1, (double)stated, (double)all);
  return s == INNO_OK ? say_odd(v, node, roundings[best], first, t->count) : s;
}

static inno_status say_cell(const inno__verification *v, int32_t verdict, int64_t node, int64_t unit, double printed,
                            double computed) {
  if (verdict != INNO_VERDICT_DISAGREES && verdict != INNO_VERDICT_MISSING) return INNO_OK;
  *inno__found(v, node, unit) |= INNO__FOUND_SCORE;
  return inno__verify_say(v, verdict == INNO_VERDICT_MISSING ? INNO_FINDING_SCORE_MISSING : INNO_FINDING_SCORE_DIFFERS,
                          node, -1, unit, printed, computed);
}

static inno_status verify_cell(const inno__verification *v, int64_t node, int64_t unit, tally *t, tally *table) {
  const inno__printed *at = &v->p->nodes[node];
  double printed = at->score[unit], computed = inno__verify_computed(v, node, unit);
  inno__print p = {.distance = inno__nan()};
  int64_t record;
  inno_status s = inno__analysis_grow(v->a, INNO_RECORD_VERIFIED_SCORE, 1, &record, v->error);
  if (s != INNO_OK) return s;
  if (computed == computed) inno__print_compare(computed, printed, at->decimals[unit], v->rule->ulps, &p);
  int32_t verdict = verdict_of(v, unit, computed, &p);
  count_cell(t, verdict, at->decimals[unit], &p);
  count_cell(table, verdict, at->decimals[unit], &p);
  const inno__cell fields[] = {{INNO_FIELD_NODE, (double)node},    {INNO_FIELD_UNIT, (double)unit},
                               {INNO_FIELD_VALUE, printed},        {INNO_FIELD_DECIMALS, at->decimals[unit]},
                               {INNO_FIELD_SCORE, computed},       {INNO_FIELD_VERDICT, verdict},
                               {INNO_FIELD_ROUNDINGS, p.explains}, {INNO_FIELD_LAST_DIGITS, p.distance}};
  inno__analysis_put_cells(v->a, INNO_RECORD_VERIFIED_SCORE, record, fields, sizeof fields / sizeof fields[0]);
  return say_cell(v, verdict, node, unit, printed, computed);
}

inno_status inno__verify_scores(inno__verification *v) {
  tally table = {0};
  int64_t record;
  inno_status s = inno__analysis_grow(v->a, INNO_RECORD_VERIFIED_NODE, 1, &record, v->error);
  for (int64_t j = 0; j < v->p->tree->count && s == INNO_OK; j++) {
    tally t = {0};
    for (int64_t i = 0; i < v->p->n && s == INNO_OK; i++)
      if (inno__is_printed(v->p, j, i)) s = verify_cell(v, j, i, &t, &table);
    if (s != INNO_OK || t.count == 0) continue;
    s = say_rounding(v, j, &t, inno__analysis_count(v->a, INNO_RECORD_VERIFIED_SCORE) - t.count);
    if (s == INNO_OK) s = inno__analysis_grow(v->a, INNO_RECORD_VERIFIED_NODE, 1, &record, v->error);
    if (s == INNO_OK) put_tally(v, record, j, &t);
  }
  if (s == INNO_OK) put_tally(v, 0, -1, &table);
  return s;
}
