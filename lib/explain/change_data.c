/* Two years as datasets of one period, and what lies between them: rows of one side with cells of either. */
#include <string.h>

#include "base/block.h"
#include "base/error.h"
#include "explain/change.h"
#include "numeric/missing.h"

/* ---- one cell ---- */

static double cell(const inno_dataset *d, int64_t column, int64_t row) { return d->columns[column].cells[row]; }

typedef struct {
  double before, after;
} pair;

static pair pair_of(const inno__change *w, int side, int64_t column, int64_t unit) {
  double own = cell(w->side[side], column, w->row[side][unit]);
  double other = cell(w->side[1 - side], w->columns[side].other[column], w->row[1 - side][unit]);
  return side == 0 ? (pair){own, other} : (pair){other, own};
}

static int there(double v) { return v == v; }
static int both(pair p) { return there(p.before) && there(p.after); }

/* Writes a common unit's row of a hybrid: figures and denominators from these sides. */
static void write_row(const inno__change *w, int side, int cells, int64_t unit, int figures, int denominators) {
  const inno__change_columns *c = &w->columns[side];
  inno_dataset *d = w->hybrid[side][cells].data;
  for (int64_t j = 0; j < inno__names_count(d->column_codes); j++) {
    if (c->kind[j] == 0) continue;
    pair p = pair_of(w, side, j, unit);
    int from = both(p) ? (c->kind[j] == INNO__DENOMINATORS ? denominators : figures) : cells;
    d->columns[j].cells[w->row[side][unit]] = from ? p.after : p.before;
  }
}

int inno__change_moves(const inno__change *w, int64_t unit) {
  int moves = 0;
  for (int64_t j = 0; j < inno__names_count(w->side[0]->column_codes); j++) {
    if (w->columns[0].kind[j] == 0) continue;
    pair p = pair_of(w, 0, j, unit);
    if (both(p) && p.before != p.after) moves |= w->columns[0].kind[j];
  }
  return moves;
}

/* ---- states ---- */

static void take(const inno__change *w, const inno_run *run, int method, int64_t row, inno__change_state *out) {
  const inno_result *r = run->result;
  out->status = INNO_OK;
  out->score = r->final[w->node[method]][row];
  for (int64_t j = 0; j < w->indicators; j++) out->x[j] = r->final[method == 1 ? j : w->map[j]][row];
  memcpy(out->weight, r->tree->weight, (size_t)r->tree->count * sizeof *out->weight);
  if (!there(out->score)) out->status = INNO_E_NODATA;
}

void inno__change_compute(inno__change *w, int64_t unit, int state, inno__change_state *out) {
  int side = (state & INNO__OTHERS) != 0, cells = (state & INNO__MISSING) != 0, method = (state & INNO__METHOD) != 0;
  int own = state & INNO__OWN;
  inno__change_hybrid *h = &w->hybrid[side][cells];
  inno_run *run = h->shared[method];
  inno_status s = h->status[method];
  out->score = inno__nan();
  if (own != (side ? INNO__OWN : 0)) {
    run = h->own[method];
    write_row(w, side, cells, unit, (own & INNO__FIGURES) != 0, (own & INNO__DENOMINATORS) != 0);
    inno__run_restart(run);
    s = inno__run_advance(run, INT64_MAX, NULL);
    write_row(w, side, cells, unit, side, side);
  }
  out->status = s;
  if (s == INNO_OK) take(w, run, method, w->row[side][unit], out);
}

void inno__change_compute_old(inno__change *w, int64_t row, inno__change_state *out) {
  take(w, w->old_run, 0, row, out);
}

/* ---- opening ---- */

/* A column that is read must be on both sides; NULL error: whether it is on this one. */
static inno_status mark(inno__change *w, const char *code, unsigned char kind, inno_error *error) {
  int64_t at[2] = {inno__names_find(w->side[0]->column_codes, code), inno__names_find(w->side[1]->column_codes, code)};
  if (at[0] < 0 || at[1] < 0 || (w->old != NULL && inno__names_find(w->old->column_codes, code) < 0))
    return inno__fail(error, INNO_E_MISSING_COLUMN, INNO__MSG_CHANGE_COLUMN,
                      &(inno__where){.node = code, .what = code});
  for (int side = 0; side < 2; side++) {
    unsigned char *k = &w->columns[side].kind[at[side]];
    *k = *k == INNO__DENOMINATORS ? *k : kind;
    w->columns[side].other[at[side]] = at[1 - side];
  }
  return INNO_OK;
}

static inno_status mark_columns(inno__change *w, inno_error *error) {
  inno_status s = INNO_OK;
  for (int m = 0; m < 2; m++) {
    const inno__tree *t = w->method[m]->tree;
    for (int64_t j = 0; j < t->indicators && s == INNO_OK; j++) {
      s = mark(w, inno__names_at(t->codes, j), INNO__FIGURES, error);
      if (s == INNO_OK && inno__method_divisions(w->method[m], w->method[m]->step_count, j) > 0)
        s = mark(w, inno__names_at(t->denominators, t->denominator[j]), INNO__DENOMINATORS, error);
    }
  }
  return s;
}

/* The same indicators, whatever stands above them. */
static inno_status map_indicators(inno__change *w, inno_error *error) {
  const inno__tree *t[2] = {w->method[0]->tree, w->method[1]->tree};
  for (int m = 0; m < 2; m++)
    for (int64_t j = 0; j < t[m]->indicators; j++) {
      const char *code = inno__names_at(t[m]->codes, j);
      int64_t at = inno__names_find(t[1 - m]->codes, code);
      if (at < 0 || at >= t[1 - m]->indicators)
        return inno__fail(error, INNO_E_CODE, INNO__MSG_CHANGE_INDICATOR, &(inno__where){.node = code});
      if (m == 1) w->map[j] = at;
    }
  return INNO_OK;
}

static void place(inno__change *w, inno__block *b) {
  size_t units = (size_t)w->side[1]->units;
  w->map = inno__block_take(b, (size_t)w->indicators * sizeof *w->map, 8);
  for (int side = 0; side < 2; side++) {
    size_t columns = (size_t)inno__names_count(w->side[side]->column_codes);
    w->row[side] = inno__block_take(b, units * sizeof(int64_t), 8);
    w->columns[side].other = inno__block_take(b, columns * sizeof(int64_t), 8);
    w->columns[side].kind = inno__block_take(b, columns, 8);
  }
}

static void match_units(inno__change *w) {
  w->common = 0;
  for (int64_t i = 0; i < w->side[1]->units; i++) {
    int64_t at = inno__names_find_near(w->side[0]->codes, inno__names_at(w->side[1]->codes, i), i);
    if (at < 0) continue;
    w->row[0][w->common] = at;
    w->row[1][w->common++] = i;
  }
}

static inno_status take_block(inno__change *w) {
  inno__block b = {NULL, 0, 0};
  place(w, &b);
  w->block = inno__alloc(&w->allocator, b.used);
  if (w->block == NULL) return INNO_E_NOMEM;
  w->block_bytes = b.used;
  memset(w->block, 0, b.used);
  b = (inno__block){w->block, 0, w->block_bytes};
  place(w, &b);
  return INNO_OK;
}

/* 1 = every cell that one side has the other has too. */
static int cells_are_same(const inno__change *w) {
  for (int64_t j = 0; j < inno__names_count(w->side[0]->column_codes); j++)
    for (int64_t u = 0; u < w->common && w->columns[0].kind[j] != 0; u++) {
      pair p = pair_of(w, 0, j, u);
      if (there(p.before) != there(p.after)) return 0;
    }
  return 1;
}

static inno_status copy_sides(inno__change *w, const inno__change_ask *ask) {
  const inno_dataset *first = ask->regrouped != NULL ? ask->regrouped : ask->data[0];
  int64_t period = ask->regrouped != NULL ? ask->regrouped_period : ask->period[0];
  inno_status s = inno__dataset_copy_period(first, period, &w->allocator, &w->side[0]);
  if (s == INNO_OK) s = inno__dataset_copy_period(ask->data[1], ask->period[1], &w->allocator, &w->side[1]);
  if (s == INNO_OK && ask->regrouped != NULL)
    s = inno__dataset_copy_period(ask->data[0], ask->period[0], &w->allocator, &w->old);
  return s;
}

/* An error of the pipeline says of which of the runs it speaks: method m with the data of a side. */
static inno_status say_which(const inno__change *w, int side, int m, inno_status s, inno_error *error) {
  static const int32_t messages[2][2] = {{INNO__MSG_CHANGE_OF_BEFORE, INNO__MSG_CHANGE_BY_AFTER},
                                         {INNO__MSG_CHANGE_BY_BEFORE, INNO__MSG_CHANGE_OF_AFTER}};
  int32_t message = messages[side][w->same_method ? side : m];
  if (message == INNO__MSG_CHANGE_OF_BEFORE && w->old != NULL) message = INNO__MSG_CHANGE_OF_REGROUPED;
  if (s != INNO_OK && s != INNO_E_NOMEM) inno__error_within(error, message);
  return s;
}

/* The runs of one hybrid; those of before and after themselves must succeed. */
static inno_status open_hybrid(inno__change *w, int side, int cells, inno_error *error) {
  inno__change_hybrid *h = &w->hybrid[side][cells];
  inno_status s = inno__dataset_copy(w->side[side], &w->allocator, &h->data);
  if (s != INNO_OK) return inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  for (int64_t u = 0; u < w->common; u++) write_row(w, side, cells, u, side, side);
  for (int m = 0; m < 2 - w->same_method && s == INNO_OK; m++) {
    s = inno__run_create(&w->allocator, w->method[m], h->data, NULL, INNO_KEEP_SCORES, &h->shared[m], error);
    if (s == INNO_OK)
      s = inno__run_create(&w->allocator, w->method[m], h->data, NULL, INNO_KEEP_SCORES, &h->own[m], error);
    if (s != INNO_OK) return say_which(w, side, m, s, error);
    int itself = (cells == side || w->same_cells) && (m == side || w->same_method);
    h->status[m] = inno__run_advance(h->shared[m], INT64_MAX, itself ? error : NULL);
    if (itself) s = say_which(w, side, m, h->status[m], error);
  }
  return s;
}

static inno_status open_owen(inno__change *w, inno_error *error) {
  for (int m = 0; m < 2 - w->same_method; m++) {
    inno_status s = inno__owen_create(&w->allocator, w->method[m], w->node[m], &w->owen[m], NULL);
    if (s == INNO_E_NOMEM) return inno__no_memory(error);
    if (s != INNO_OK) w->owen_status = s;
  }
  return INNO_OK;
}

static inno_status open_all(inno__change *w, const inno__change_ask *ask, inno_error *error) {
  inno_status s = copy_sides(w, ask);
  if (s == INNO_OK) s = take_block(w);
  if (s != INNO_OK) return inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  s = map_indicators(w, error);
  if (s == INNO_OK) s = mark_columns(w, error);
  if (s != INNO_OK) return s;
  match_units(w);
  if (w->common == 0) return inno__fail(error, INNO_E_NODATA, INNO__MSG_CHANGE_UNITS, NULL);
  w->same_cells = cells_are_same(w);
  for (int side = 0; side < 2 && s == INNO_OK; side++)
    for (int cells = 0; cells < 2 - w->same_cells && s == INNO_OK; cells++) s = open_hybrid(w, side, cells, error);
  if (s == INNO_OK && w->old != NULL) {
    s = inno__run_create(&w->allocator, w->method[0], w->old, NULL, INNO_KEEP_SCORES, &w->old_run, error);
    if (s == INNO_OK) s = inno__run_advance(w->old_run, INT64_MAX, error);
    if (s != INNO_OK && s != INNO_E_NOMEM) inno__error_within(error, INNO__MSG_CHANGE_OF_BEFORE);
  }
  return s == INNO_OK ? open_owen(w, error) : s;
}

inno_status inno__change_open(const inno_allocator *allocator, const inno__change_ask *ask, inno__change **out,
                              inno_error *error) {
  *out = NULL;
  inno__change *w = inno__alloc(allocator, sizeof *w);
  if (w == NULL) return inno__no_memory(error);
  memset(w, 0, sizeof *w);
  w->allocator = *allocator;
  for (int m = 0; m < 2; m++) {
    w->method[m] = ask->method[m];
    w->node[m] = ask->node[m];
  }
  w->same_method = w->method[0]->stamp == w->method[1]->stamp;
  w->indicators = w->method[1]->tree->indicators;
  inno_status s = open_all(w, ask, error);
  if (s != INNO_OK) {
    inno__change_close(w);
    return s;
  }
  *out = w;
  return INNO_OK;
}

void inno__change_close(inno__change *w) {
  if (w == NULL) return;
  const inno_allocator a = w->allocator;
  for (int side = 0; side < 2; side++) {
    for (int cells = 0; cells < 2; cells++) {
      inno__change_hybrid *h = &w->hybrid[side][cells];
      for (int m = 0; m < 2; m++) {
        inno__run_destroy(h->shared[m]);
        inno__run_destroy(h->own[m]);
      }
      inno__dataset_destroy(h->data);
    }
    inno__owen_destroy(w->owen[side]);
    inno__dataset_destroy(w->side[side]);
  }
  inno__run_destroy(w->old_run);
  inno__dataset_destroy(w->old);
  inno__free(&a, w->block, w->block_bytes);
  inno__free(&a, w, sizeof *w);
}
