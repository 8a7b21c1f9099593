/* Printed ranks: against the computed ones, against the order of the printed scores, and among themselves. */
#include <math.h>

#include "base/block.h"
#include "construct/rank.h"
#include "explain/verify.h"
#include "explain/verify_order.h"
#include "numeric/order.h"

typedef struct {
  inno__verification *v;
  int64_t node, n; /* n: units of the publication */
  int32_t ties;
  const double *rank, *score;          /* printed; score NULL = none */
  double *computed, *lowest, *highest; /* of every printed unit: the rank, and between which printing leaves it */
  double *all, *best, *worst;          /* of the result's units: rank under its ties, from above, from below */
  int64_t *position;                   /* of printed units */
  inno__order order;
  void *work;
} state;

/* ---- what the result has ---- */

/* The order of units that were printed with the same score cannot be told from the print: each of them may have the
 * rank of any. Positions run by printed score, then by computed score. */
static void widen(state *s, const int64_t *same, int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    s->lowest[same[i]] = s->lowest[same[0]];
    s->highest[same[i]] = s->highest[same[count - 1]];
  }
}

static void widen_all(state *s) {
  int64_t m = 0;
  for (int64_t i = 0; s->score != NULL && i < s->n; i++)
    if (s->score[i] == s->score[i] && s->computed[i] == s->computed[i] && *inno__found(s->v, s->node, i) == 0)
      s->position[m++] = i;
  inno__sort_positions(s->computed, s->position, m, 0, s->work);
  if (m > 0) inno__sort_positions(s->score, s->position, m, 1, s->work);
  for (int64_t i = 0, end; i < m; i = end) {
    for (end = i + 1; end < m && s->score[s->position[end]] == s->score[s->position[i]];) end++;
    if (end - i > 1) widen(s, s->position + i, end - i);
  }
}

static void compute(state *s) {
  const inno__verification *v = s->v;
  const inno_result *r = v->result;
  for (int64_t i = 0; i < s->n; i++) s->computed[i] = s->lowest[i] = s->highest[i] = inno__nan();
  if (r == NULL) return;
  const double *x = r->final[s->node] + v->period * r->units;
  inno__rank_units(x, r->units, s->ties, NULL, s->all, s->work);
  inno__rank(x, r->units, 1, INNO__TIES_MIN, s->best, s->work);
  inno__rank(x, r->units, 1, INNO__TIES_MAX, s->worst, s->work);
  for (int64_t i = 0; i < s->n; i++) {
    if (v->row[i] < 0) continue;
    int64_t unit = v->row[i] - v->period * r->units;
    int dense = s->ties == INNO_TIES_DENSE; /* counts groups, whose number the print does not tell */
    s->computed[i] = s->all[unit];
    s->lowest[i] = dense ? s->all[unit] : s->best[unit];
    s->highest[i] = dense ? s->all[unit] : s->worst[unit];
  }
  if (s->ties != INNO_TIES_DENSE) widen_all(s);
}

static int32_t verdict_of(const state *s, int64_t unit) {
  double printed = s->rank[unit], computed = s->computed[unit];
  if (s->v->row[unit] < 0) return INNO_VERDICT_NONE;
  if (computed != computed) return INNO_VERDICT_MISSING;
  if (printed == computed) return INNO_VERDICT_AGREES;
  return printed >= s->lowest[unit] && printed <= s->highest[unit] ? INNO_VERDICT_ROUNDED : INNO_VERDICT_DISAGREES;
}

static inno_status put(const state *s, int64_t unit) {
  const inno__verification *v = s->v;
  int64_t record;
  int32_t verdict = verdict_of(s, unit);
  inno_status status = inno__analysis_grow(v->a, INNO_RECORD_VERIFIED_RANK, 1, &record, v->error);
  if (status != INNO_OK) return status;
  const inno__cell fields[] = {{INNO_FIELD_NODE, (double)s->node},   {INNO_FIELD_UNIT, (double)unit},
                               {INNO_FIELD_VALUE, s->rank[unit]},    {INNO_FIELD_RANK, s->computed[unit]},
                               {INNO_FIELD_LOWER, s->lowest[unit]},  {INNO_FIELD_UPPER, s->highest[unit]},
                               {INNO_FIELD_VERDICT, (double)verdict}};
  inno__analysis_put_cells(v->a, INNO_RECORD_VERIFIED_RANK, record, fields, sizeof fields / sizeof fields[0]);
  if (verdict != INNO_VERDICT_DISAGREES && verdict != INNO_VERDICT_MISSING) return INNO_OK;
  *inno__found(v, s->node, unit) |= INNO__FOUND_RANK;
  return inno__verify_say(v, verdict == INNO_VERDICT_MISSING ? INNO_FINDING_RANK_MISSING : INNO_FINDING_RANK_DIFFERS,
                          s->node, -1, unit, s->rank[unit], s->computed[unit]);
}

/* ---- among themselves ---- */

/* Ranks that nobody can have: below 1, broken, or beyond the number of units that were ranked, where that is said. */
static inno_status say_impossible(const state *s) {
  inno_status status = INNO_OK;
  for (int64_t i = 0; i < s->n && status == INNO_OK; i++) {
    double r = s->rank[i], whole = s->ties == INNO_TIES_FRACTIONAL ? 2.0 * r : r;
    unsigned char *found = inno__found(s->v, s->node, i);
    int beyond = s->v->rule->ranked_units > 0 && r > s->v->rule->ranked_units;
    if (r != r || *found || (r >= 1.0 && whole == floor(whole) && !beyond)) continue;
    *found |= INNO__FOUND_RANK;
    status = inno__verify_say(s->v, INNO_FINDING_RANK_IMPOSSIBLE, s->node, -1, i, r, inno__nan());
  }
  return status;
}

/* Units with a rank, and a score where that is asked for, of which nothing was said. */
static int64_t take_units(const state *s, int scored) {
  int64_t m = 0;
  for (int64_t i = 0; i < s->n; i++)
    if (s->rank[i] == s->rank[i] && *inno__found(s->v, s->node, i) == 0 && (!scored || s->score[i] == s->score[i]))
      s->position[m++] = i;
  return m;
}

static inno_status say_order(state *s) {
  if (s->score == NULL) return INNO_OK;
  int64_t m = take_units(s, 1);
  inno_status status = INNO_OK;
  inno__sort_positions(s->score, s->position, m, 1, s->work);
  inno__sort_positions(s->rank, s->position, m, 0, s->work);
  inno__order_find(&s->order, s->rank, s->score, s->position, m, s->work);
  for (int64_t k = 0; k < m && status == INNO_OK; k++) {
    int64_t unit = s->position[k], other = inno__order_against(&s->order, s->rank, s->score, unit, k);
    if (other < 0) continue;
    int lower = s->score[unit] < s->score[other];
    *inno__found(s->v, s->node, unit) |= INNO__FOUND_RANK;
    status = inno__verify_say(s->v, INNO_FINDING_RANK_ORDER, s->node, lower ? other : unit, lower ? unit : other,
                              s->score[lower ? unit : other], s->score[lower ? other : unit]);
  }
  return status;
}

/* Ranks of a tie of so many units at this rank that nobody else can have: from the first to the last of its places. */
static void places_of(int32_t ties, double rank, int64_t units, double *first, double *last) {
  double more = (double)(units - 1);
  *first = ties == INNO_TIES_MODIFIED ? rank - more : ties == INNO_TIES_FRACTIONAL ? rank - more / 2.0 : rank;
  *last = ties == INNO_TIES_COMPETITION ? rank + more : ties == INNO_TIES_FRACTIONAL ? rank + more / 2.0 : rank;
}

static inno_status say_repeated(const state *s) {
  int64_t m = take_units(s, 0), *unit = s->position;
  inno_status status = INNO_OK;
  inno__sort_positions(s->rank, unit, m, 0, s->work);
  for (int64_t i = 0, end; i < m && status == INNO_OK; i = end) {
    double first, last, taken = inno__nan();
    for (end = i + 1; end < m && s->rank[unit[end]] == s->rank[unit[i]];) end++;
    if (end - i < 2) continue;
    places_of(s->ties, s->rank[unit[i]], end - i, &first, &last);
    if (end < m && s->rank[unit[end]] <= last) taken = s->rank[unit[end]];
    if (i > 0 && s->rank[unit[i - 1]] >= first) taken = s->rank[unit[i - 1]];
    if (taken == taken)
      status =
          inno__verify_say(s->v, INNO_FINDING_RANK_REPEATED, s->node, unit[i + 1], unit[i], s->rank[unit[i]], taken);
  }
  return status;
}

/* ---- */

static inno_status verify_node(state *s, int64_t node) {
  s->node = node;
  s->rank = s->v->p->nodes[node].rank;
  s->score = s->v->p->nodes[node].score;
  inno_status status = INNO_OK;
  compute(s);
  for (int64_t i = 0; i < s->n && status == INNO_OK; i++)
    if (s->rank[i] == s->rank[i]) status = put(s, i);
  if (status == INNO_OK) status = say_impossible(s);
  if (status == INNO_OK) status = say_order(s);
  return status == INNO_OK ? say_repeated(s) : status;
}

static void place(state *s, inno__block *b) {
  int64_t units = s->v->result != NULL ? s->v->result->units : 0, most = units > s->n ? units : s->n;
  size_t n = (size_t)s->n, m = (size_t)units;
  s->computed = inno__block_take(b, n * sizeof *s->computed, 8);
  s->lowest = inno__block_take(b, n * sizeof *s->lowest, 8);
  s->highest = inno__block_take(b, n * sizeof *s->highest, 8);
  s->all = inno__block_take(b, m * sizeof *s->all, 8);
  s->best = inno__block_take(b, m * sizeof *s->best, 8);
  s->worst = inno__block_take(b, m * sizeof *s->worst, 8);
  s->position = inno__block_take(b, n * sizeof *s->position, 8);
  inno__order_place(&s->order, b, s->n);
  size_t ranks = inno__rank_work_size(most), units_work = inno__rank_units_work_size(most, 0);
  s->work = inno__block_take(b, ranks > units_work ? ranks : units_work, 8);
}

static int any_ranks(const inno_publication *p) {
  for (int64_t j = 0; j < p->tree->count; j++)
    if (p->nodes[j].rank != NULL) return 1;
  return 0;
}

inno_status inno__verify_ranks(inno__verification *v) {
  state s = {.v = v, .n = v->p->n, .ties = INNO_TIES_COMPETITION};
  inno__block b = {NULL, 0, 0};
  inno_status status = INNO_OK;
  if (!any_ranks(v->p)) return INNO_OK;
  if (v->method != NULL) s.ties = v->method->ties;
  if (v->result != NULL) s.ties = v->result->ties;
  place(&s, &b);
  size_t bytes = b.used;
  b = (inno__block){inno__alloc(&v->a->allocator, bytes), 0, bytes};
  if (b.base == NULL) return inno__no_memory(v->error);
  void *base = b.base;
  place(&s, &b);
  for (int64_t j = 0; j < v->p->tree->count && status == INNO_OK; j++)
    if (v->p->nodes[j].rank != NULL) status = verify_node(&s, j);
  inno__free(&v->a->allocator, base, bytes);
  return status;
}
