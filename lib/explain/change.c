/* The tables of a change. */
#include "explain/change.h"

#include <math.h>

#include "base/block.h"
#include "construct/rank.h"
#include "innoscore/change.h"
#include "innoscore/contributions.h"
#include "numeric/missing.h"

static const inno__field change_fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(NODE, "node"),
    INNO__F64(SCORE_BEFORE, "score_before"),
    INNO__F64(SCORE_REGROUPED, "score_regrouped"),
    INNO__F64(SCORE, "score"),
    INNO__F64(DIFFERENCE, "difference"),
    INNO__F64(RANK_BEFORE, "rank_before"),
    INNO__F64(RANK, "rank"),
    INNO__F64(SHIFT, "shift"),
    INNO__F64(ROUNDING_LEFT, "rounding_left"),
    INNO__I64(SPLIT, "split"),
    INNO__I64(STATUS, "status"),
    INNO__I64(INDICATOR_STATUS, "indicator_status"),
};
static const inno__field cause_fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(CAUSE, "cause"),
    INNO__F64(CONTRIBUTION, "contribution"),
    INNO__F64(CONTRIBUTION_SHARE, "contribution_share"),
};
static const inno__field indicator_fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(CAUSE, "cause"),
    INNO__I64(NODE, "node"),
    INNO__F64(CONTRIBUTION, "contribution"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(CHANGE, change_fields),
    INNO__TABLE(CHANGE_CAUSE, cause_fields),
    INNO__TABLE(CHANGE_INDICATOR, indicator_fields),
};
const inno__record_kinds inno__change_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};

typedef struct {
  inno_analysis *a;
  inno__change *w;
  int32_t causes; /* with regrouping one more */
  int64_t inside; /* indicators that are written */
  unsigned char *is_inside;
  inno__change_state state[INNO__STATES], old;
  inno__change_parts parts;
  double *rank[2]; /* one a unit of each side */
  void *work;
} job;

static void place_state(const job *j, inno__change_state *s, inno__block *b) {
  int64_t before = j->w->method[0]->tree->count, after = j->w->method[1]->tree->count;
  s->x = inno__block_take(b, (size_t)j->w->indicators * sizeof(double), 8);
  s->weight = inno__block_take(b, (size_t)(before > after ? before : after) * sizeof(double), 8);
}

static void place(job *j, inno__block *b) {
  size_t m = (size_t)j->w->indicators, work = 0;
  for (int s = 0; s < INNO__STATES; s++) place_state(j, &j->state[s], b);
  place_state(j, &j->old, b);
  j->is_inside = inno__block_take(b, m, 8);
  j->parts.parts = inno__block_take(b, INNO__CAUSES * (m + 1) * sizeof(double), 8);
  j->parts.part = inno__block_take(b, m * sizeof(double), 8);
  for (int side = 0; side < 2; side++) {
    size_t ranks = inno__rank_units_work_size(j->w->side[side]->units, 0);
    j->parts.swapped[side] = inno__block_take(b, m * sizeof(double), 8);
    j->rank[side] = inno__block_take(b, (size_t)j->w->side[side]->units * sizeof(double), 8);
    work = ranks > work ? ranks : work;
  }
  j->work = inno__block_take(b, work, 8);
}

/* ---- states of one unit ---- */

/* The state that has the same values and is computed in its place. */
static int computed_as(const inno__change *w, int state, int moves) {
  int side = (state & INNO__OTHERS) != 0 ? INNO__OWN : 0;
  state = (state & ~INNO__OWN) | (state & moves) | (side & ~moves);
  if (w->same_method) state &= ~INNO__METHOD;
  return w->same_cells ? state & ~INNO__MISSING : state;
}

static void compute_states(job *j, int64_t unit, const inno__change_state **states) {
  int moves = inno__change_moves(j->w, unit);
  for (int s = 0; s < INNO__STATES; s++) {
    int as = computed_as(j->w, s, moves);
    if (as == s) inno__change_compute(j->w, unit, s, &j->state[s]);
    states[s] = &j->state[as];
  }
}

/* ---- settling ---- */

static double larger(double size, double part) { return fabs(part) > size ? fabs(part) : size; }

/* What is settled: parts by indicator, or where there are none the causes alone. Returns what rounding left. */
static double settle(job *j, double difference) {
  inno__change_parts *p = &j->parts;
  int64_t m = j->w->indicators + 1;
  double largest = fabs(difference);
  for (int32_t c = 0; c < INNO__CAUSES; c++) largest = larger(largest, p->cause[c]);
  if (p->indicator_status != INNO_OK) return inno__owen_settle(p->cause, INNO__CAUSES, difference, largest);
  for (int64_t i = 0; i < INNO__CAUSES * m; i++) largest = larger(largest, p->parts[i]);
  double left = inno__owen_settle(p->parts, INNO__CAUSES * m, difference, largest);
  for (int32_t c = 0; c < INNO__CAUSES; c++) p->cause[c] = inno__owen_sum(p->parts + c * m, m);
  return left;
}

/* ---- records ---- */

static void put(const job *j, int32_t table, int32_t field, int64_t record, double value) {
  inno__analysis_put(j->a, table, record, field, value);
}

static void write_causes(const job *j, double unit, int32_t last, double difference, int64_t unit_at) {
  const inno__change_parts *p = &j->parts;
  int64_t m = j->w->indicators, at = unit_at * j->causes, first = at * (j->inside + 1);
  for (int32_t c = 0; c < j->causes; c++, at++) {
    int known = p->status == INNO_OK && c < last, split = known && p->indicator_status == INNO_OK;
    put(j, INNO_RECORD_CHANGE_CAUSE, INNO_FIELD_UNIT, at, unit);
    put(j, INNO_RECORD_CHANGE_CAUSE, INNO_FIELD_CAUSE, at, c + 1);
    if (known) put(j, INNO_RECORD_CHANGE_CAUSE, INNO_FIELD_CONTRIBUTION, at, p->cause[c]);
    if (known && difference != 0.0)
      put(j, INNO_RECORD_CHANGE_CAUSE, INNO_FIELD_CONTRIBUTION_SHARE, at, p->cause[c] / difference);
    for (int64_t i = 0; i <= m; i++) {
      if (i < m && !j->is_inside[i]) continue;
      put(j, INNO_RECORD_CHANGE_INDICATOR, INNO_FIELD_UNIT, first, unit);
      put(j, INNO_RECORD_CHANGE_INDICATOR, INNO_FIELD_CAUSE, first, c + 1);
      put(j, INNO_RECORD_CHANGE_INDICATOR, INNO_FIELD_NODE, first, i < m ? (double)i : -1.0);
      if (split) put(j, INNO_RECORD_CHANGE_INDICATOR, INNO_FIELD_CONTRIBUTION, first, p->parts[c * (m + 1) + i]);
      first++;
    }
  }
}

/* The old unit of a common one, and its score; -1, NaN where it is new. */
static int64_t find_old(job *j, int64_t unit) {
  const inno__change *w = j->w;
  j->old.score = inno__nan();
  if (w->old == NULL) return -1;
  int64_t row = inno__names_find(w->old->codes, inno__names_at(w->side[1]->codes, w->row[1][unit]));
  if (row >= 0) inno__change_compute_old(j->w, row, &j->old);
  return row;
}

static void explain(job *j, int64_t unit) {
  static const int32_t table = INNO_RECORD_CHANGE;
  const inno__change *w = j->w;
  const inno__change_state *states[INNO__STATES];
  inno__change_parts *p = &j->parts;
  compute_states(j, unit, states);
  inno__change_split(j->w, states, p);
  const double score = states[INNO__STATES - 1]->score, regrouped = states[0]->score;
  int32_t last = INNO_CAUSE_MISSING;
  double before = regrouped, from = regrouped;
  if (w->old != NULL) {
    int64_t row = find_old(j, unit);
    before = j->old.score;
    if (row >= 0) {
      from = before;
      last = INNO_CAUSE_REGROUPING;
      if (p->status == INNO_OK) p->status = j->old.status;
      if (p->status == INNO_OK) inno__change_regroup(j->w, &j->old, states[0], p);
    }
  }
  double difference = score - from;
  if (difference - difference != 0.0) {
    if (p->status == INNO_OK) p->status = INNO_E_OVERFLOW;
    difference = inno__nan();
  }
  if (p->status != INNO_OK) p->indicator_status = p->status;
  put(j, table, INNO_FIELD_UNIT, unit, (double)w->row[1][unit]);
  put(j, table, INNO_FIELD_NODE, unit, (double)w->node[1]);
  put(j, table, INNO_FIELD_SCORE_BEFORE, unit, before);
  put(j, table, INNO_FIELD_SCORE_REGROUPED, unit, regrouped);
  put(j, table, INNO_FIELD_SCORE, unit, score);
  put(j, table, INNO_FIELD_DIFFERENCE, unit, difference);
  put(j, table, INNO_FIELD_RANK_BEFORE, unit, j->rank[0][w->row[0][unit]]);
  put(j, table, INNO_FIELD_RANK, unit, j->rank[1][w->row[1][unit]]);
  put(j, table, INNO_FIELD_SHIFT, unit, j->rank[1][w->row[1][unit]] - j->rank[0][w->row[0][unit]]);
  put(j, table, INNO_FIELD_SPLIT, unit, p->status == INNO_OK ? p->split : 0);
  put(j, table, INNO_FIELD_STATUS, unit, p->status);
  put(j, table, INNO_FIELD_INDICATOR_STATUS, unit, p->indicator_status);
  if (p->status == INNO_OK) put(j, table, INNO_FIELD_ROUNDING_LEFT, unit, settle(j, difference));
  write_causes(j, (double)w->row[1][unit], last, difference, unit);
}

/* ---- all units ---- */

/* 1 = an indicator lies below the node. */
static int below(const inno__tree *t, int64_t indicator, int64_t node) {
  while (indicator >= 0 && indicator != node) indicator = t->parent[indicator];
  return indicator == node;
}

static void prepare(job *j) {
  inno__change *w = j->w;
  j->inside = 0;
  for (int64_t i = 0; i < w->indicators; i++) {
    int in = below(w->method[1]->tree, i, w->node[1]) || below(w->method[0]->tree, w->map[i], w->node[0]);
    j->is_inside[i] = (unsigned char)in;
    j->inside += in;
  }
  for (int side = 0; side < 2; side++) {
    int m = w->same_method ? 0 : side;
    const inno_result *r = w->hybrid[side][w->same_cells ? 0 : side].shared[m]->result;
    inno__rank_units(r->final[w->node[m]], r->units, r->ties, NULL, j->rank[side], j->work);
  }
}

static inno_status explain_all(job *j, inno_error *error) {
  int64_t n = j->w->common, first;
  prepare(j);
  inno_status s = inno__analysis_grow(j->a, INNO_RECORD_CHANGE, n, &first, error);
  if (s == INNO_OK) s = inno__analysis_grow(j->a, INNO_RECORD_CHANGE_CAUSE, n * j->causes, &first, error);
  if (s == INNO_OK)
    s = inno__analysis_grow(j->a, INNO_RECORD_CHANGE_INDICATOR, n * j->causes * (j->inside + 1), &first, error);
  for (int64_t u = 0; u < n && s == INNO_OK; u++) explain(j, u);
  return s;
}

inno_status inno__explain_change(inno_analysis *a, const inno__change_ask *ask, inno_error *error) {
  job j = {.a = a, .causes = ask->regrouped != NULL ? INNO_CAUSE_REGROUPING : INNO_CAUSE_MISSING};
  inno_status s = inno__change_open(&a->allocator, ask, &j.w, error);
  if (s != INNO_OK) return s;
  inno__block b = {NULL, 0, 0};
  place(&j, &b);
  size_t count = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(a, count, error);
  if (block != NULL) {
    b = (inno__block){(unsigned char *)block, 0, b.used};
    place(&j, &b);
    s = explain_all(&j, error);
    inno__analysis_release(a, block, count);
  } else {
    s = INNO_E_NOMEM;
  }
  inno__change_close(j.w);
  return s;
}
