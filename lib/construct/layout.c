#include "construct/layout.h"

#include <string.h>

#include "construct/impute.h"

/* ---- the result ---- */

static void take_table(inno__block *b, inno__table *t, int64_t rows, int64_t columns, int *overflow) {
  size_t bytes = 0;
  if (!inno__table_bytes(rows, columns, &bytes)) {
    *overflow = 1;
    return;
  }
  void *cells = inno__block_take(b, bytes, 64);
  if (cells != NULL) inno__table_place(t, cells, rows, columns);
}

static void place_step(const inno_result *r, inno__step_result *s, inno__block *b, int *overflow) {
  size_t n = (size_t)r->units, m = (size_t)r->tree->indicators;
  if (s->kind == INNO_STEP_AGGREGATE || s->kind == INNO_STEP_RANK) return;
  take_table(b, &s->values, r->units, r->tree->indicators, overflow);
  s->marks = inno__block_take(b, n * m, 8);
  if (s->kind == INNO_STEP_TREAT) {
    s->logs = inno__block_take(b, m * sizeof *s->logs, 8);
    s->first_record = inno__block_take(b, (m + 1) * sizeof *s->first_record, 8);
  }
  if (s->kind == INNO_STEP_NORMALIZE) s->frames = inno__block_take(b, m * sizeof *s->frames, 8);
  if (s->kind == INNO_STEP_SCREEN) {
    s->available = inno__block_take(b, n * sizeof *s->available, 8);
    s->zeros = inno__block_take(b, n * sizeof *s->zeros, 8);
    s->kept = inno__block_take(b, n, 8);
    s->forced = inno__block_take(b, n, 8);
  }
}

static void place_result(inno_result *r, const inno_method *m, inno__block *b, int *overflow) {
  size_t groups = (size_t)inno__names_count(r->group_names);
  int64_t inner = r->tree->count - r->tree->indicators;
  int measuring = b->base == NULL;
  inno__step_result measured = {0};
  r->steps = inno__block_take(b, (size_t)r->step_count * sizeof *r->steps, 8);
  r->final = inno__block_take(b, (size_t)r->tree->count * sizeof *r->final, 8);
  r->groups = inno__block_take(b, groups * sizeof *r->groups, 8);
  take_table(b, &r->indicators, r->units, r->tree->indicators, overflow);
  take_table(b, &r->aggregates, r->units, inner, overflow);
  if (r->keep & INNO_KEEP_COVERAGE) take_table(b, &r->coverage, r->units, inner, overflow);
  for (int32_t k = 0; k < r->step_count; k++) {
    inno__step_result *s = measuring ? &measured : &r->steps[k];
    memset(s, 0, sizeof *s);
    s->kind = m->steps[k].kind;
    if (r->keep & INNO_KEEP_STEPS) place_step(r, s, b, overflow);
  }
  for (size_t g = 0; g < groups; g++) {
    int32_t *label = inno__block_take(b, (size_t)r->units * sizeof *label, 8);
    if (!measuring) r->groups[g].label = label;
  }
}

/* Marks start empty; everything else is written before it is read. */
static void clear_marks(inno_result *r) {
  size_t bytes = (size_t)r->units * (size_t)r->tree->indicators;
  for (int32_t k = 0; k < r->step_count; k++)
    if (r->steps[k].marks != NULL) memset(r->steps[k].marks, 0, bytes);
}

inno_status inno__layout_result(inno_result *r, const inno_method *m) {
  int overflow = 0;
  inno__block measure = {NULL, 0, 0};
  place_result(r, m, &measure, &overflow);
  if (overflow || measure.used > SIZE_MAX / 2) return INNO_E_SIZE;
  r->block = inno__alloc(&r->allocator, measure.used);
  if (r->block == NULL) return INNO_E_NOMEM;
  r->block_bytes = measure.used;
  inno__block place = {r->block, 0, measure.used};
  place_result(r, m, &place, &overflow);
  clear_marks(r);
  return INNO_OK;
}

/* ---- the run ---- */

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

/* The most children that a node has. */
static int32_t most_children(const inno__tree *t) {
  int64_t most = 1;
  for (int64_t a = 0; a < t->count - t->indicators; a++)
    if (inno__child_count(t, a) > most) most = inno__child_count(t, a);
  return (int32_t)most;
}

static size_t scratch_bytes(const inno_run *run) {
  const inno_method *m = run->method;
  int64_t n = run->dataset->units;
  int32_t indicators = (int32_t)m->tree->indicators, groups = 0;
  size_t most = 8;
  for (int64_t g = 0; g < inno__names_count(run->dataset->group_names); g++)
    if (run->dataset->groups[g].count > groups) groups = run->dataset->groups[g].count;
  for (int32_t k = 0; k < m->step_count; k++) {
    int32_t kind = m->steps[k].kind;
    if (kind == INNO_STEP_IMPUTE)
      most = larger(most, larger(inno__impute_work_size(n, groups), inno__impute_siblings_work_size(n, indicators)));
    if (kind == INNO_STEP_TREAT) most = larger(most, inno__treat_work_size(n));
    if (kind == INNO_STEP_NORMALIZE) most = larger(most, inno__normalize_work_size(n));
    if (kind == INNO_STEP_AGGREGATE) most = larger(most, inno__aggregate_work_size(most_children(m->tree), n));
  }
  return most;
}

static void place_run(inno_run *run, inno__block *b, size_t scratch) {
  const inno_method *m = run->method;
  size_t n = (size_t)run->dataset->units, texts = 0;
  size_t family = larger((size_t)m->tree->indicators, (size_t)most_children(m->tree)); /* siblings or children */
  for (int32_t k = 0; k < m->step_count; k++) texts += (size_t)inno__names_count(m->steps[k].texts);
  run->column = inno__block_take(b, (size_t)m->tree->indicators * sizeof *run->column, 8);
  run->denominator =
      inno__block_take(b, (size_t)inno__names_count(m->tree->denominators) * sizeof *run->denominator, 8);
  run->bound = inno__block_take(b, texts * sizeof *run->bound, 8);
  run->first_bound = inno__block_take(b, (size_t)m->step_count * sizeof *run->first_bound, 8);
  run->log = inno__block_take(b, sizeof *run->log, 8);
  run->frame = inno__block_take(b, sizeof *run->frame, 8);
  run->columns = inno__block_take(b, family * sizeof *run->columns, 8);
  run->outs = inno__block_take(b, family * sizeof *run->outs, 8);
  run->mark_columns = inno__block_take(b, family * sizeof *run->mark_columns, 8);
  run->weights = inno__block_take(b, family * sizeof *run->weights, 8);
  run->codes = inno__block_take(b, family * sizeof *run->codes, 8);
  run->directions = inno__block_take(b, family * sizeof *run->directions, 8);
  run->fill = inno__block_take(b, family, 8);
  run->included = inno__block_take(b, n, 8);
  run->available = inno__block_take(b, n * sizeof *run->available, 8);
  run->zeros = inno__block_take(b, n * sizeof *run->zeros, 8);
  run->scratch = inno__block_take(b, scratch, 64);
}

inno_status inno__layout_run(inno_run *run) {
  size_t scratch = scratch_bytes(run);
  inno__block measure = {NULL, 0, 0};
  place_run(run, &measure, scratch);
  if (measure.used > SIZE_MAX / 2) return INNO_E_SIZE;
  run->block = inno__alloc(&run->allocator, measure.used);
  if (run->block == NULL) return INNO_E_NOMEM;
  run->block_bytes = measure.used;
  inno__block place = {run->block, 0, measure.used};
  place_run(run, &place, scratch);
  return INNO_OK;
}
