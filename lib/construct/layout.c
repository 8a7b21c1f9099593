#include "construct/layout.h"

#include <string.h>

#include "construct/steps.h"

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

/* Outcomes of the aggregates whose rules search. */
static void place_outcomes(const inno_result *r, const inno__step *step, inno__step_result *s, inno__block *b) {
  size_t inner = (size_t)(r->tree->count - r->tree->indicators), outcomes = 0;
  s->first_record = inno__block_take(b, (inner + 1) * sizeof *s->first_record, 8);
  for (size_t a = 0; a < inner; a++) {
    int64_t n = inno__outcome_count(step->rules.aggregate[a].aggregator, r->units);
    if (s->first_record != NULL) s->first_record[a] = (int64_t)outcomes;
    outcomes += (size_t)(n * r->period_count);
  }
  if (s->first_record != NULL) s->first_record[inner] = (int64_t)outcomes;
  if (outcomes > 0) s->outcomes = inno__block_take(b, outcomes * sizeof *s->outcomes, 8);
}

/* Outcomes of the families that EM fills: room for all, records for those. */
static void place_family_outcomes(const inno_result *r, const inno__step *step, inno__step_result *s, inno__block *b) {
  int64_t inner = r->tree->count - r->tree->indicators, searches = 0;
  for (int64_t j = 0; j < step->rule_count; j++) searches += step->rules.impute[j].rule == INNO_IMPUTE_EM;
  if (searches == 0) return;
  s->first_record = inno__block_take(b, ((size_t)inner + 1) * sizeof *s->first_record, 8);
  s->outcomes = inno__block_take(b, (size_t)inner * (size_t)r->period_count * sizeof *s->outcomes, 8);
  if (s->first_record == NULL) return;
  for (int64_t a = 0; a <= inner; a++) s->first_record[a] = 0;
  for (int64_t j = 0; j < step->rule_count; j++) {
    const inno__impute_rule *rule = &step->rules.impute[j];
    int64_t a = inno__tree_ancestor(r->tree, j, step->sibling_level) - r->tree->indicators;
    if (rule->rule == INNO_IMPUTE_EM) s->first_record[a + 1] = rule->frame == INNO_FRAME_PERIOD ? r->period_count : 1;
  }
  for (int64_t a = 0; a < inner; a++) s->first_record[a + 1] += s->first_record[a];
}

static int has_sources(const inno__step *step) {
  for (int64_t j = 0; step->kind == INNO_STEP_IMPUTE && j < step->rule_count; j++)
    if (inno__impute_has_sources(step->rules.impute[j].rule)) return 1;
  return 0;
}

static void place_step(const inno_result *r, const inno__step *step, inno__step_result *s, inno__block *b,
                       int *overflow) {
  size_t n = (size_t)r->rows, m = (size_t)r->tree->indicators, frames = m * (size_t)r->period_count;
  if (s->kind == INNO_STEP_RANK || s->kind == INNO_STEP_WEIGH) return;
  if (s->kind == INNO_STEP_AGGREGATE) {
    place_outcomes(r, step, s, b);
    return;
  }
  take_table(b, &s->values, r->rows, r->tree->indicators, overflow);
  s->marks = inno__block_take(b, n * m, 8);
  if (has_sources(step)) s->sources = inno__block_take(b, n * m * sizeof *s->sources, 8);
  if (s->kind == INNO_STEP_IMPUTE) place_family_outcomes(r, step, s, b);
  if (s->kind == INNO_STEP_TREAT) s->logs = inno__block_take(b, frames * sizeof *s->logs, 8);
  if (s->kind == INNO_STEP_NORMALIZE) s->frames = inno__block_take(b, frames * sizeof *s->frames, 8);
  if (s->kind == INNO_STEP_TREAT || s->kind == INNO_STEP_NORMALIZE)
    s->first_record = inno__block_take(b, (m + 1) * sizeof *s->first_record, 8);
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
  if (r->has_periods) r->periods = inno__block_take(b, (size_t)r->period_count * sizeof *r->periods, 8);
  take_table(b, &r->indicators, r->rows, r->tree->indicators, overflow);
  take_table(b, &r->aggregates, r->rows, inner, overflow);
  if (r->keep & INNO_KEEP_COVERAGE) take_table(b, &r->coverage, r->rows, inner, overflow);
  for (int32_t k = 0; k < r->step_count; k++) {
    inno__step_result *s = measuring ? &measured : &r->steps[k];
    memset(s, 0, sizeof *s);
    s->kind = m->steps[k].kind;
    if (r->keep & INNO_KEEP_STEPS) place_step(r, &m->steps[k], s, b, overflow);
  }
  for (size_t g = 0; g < groups; g++) {
    int32_t *label = inno__block_take(b, (size_t)r->rows * sizeof *label, 8);
    if (!measuring) r->groups[g].label = label;
  }
}

/* Marks and sources start empty; everything else is written before it is read. */
static void clear_marks(inno_result *r) {
  size_t cells = (size_t)r->rows * (size_t)r->tree->indicators;
  for (int32_t k = 0; k < r->step_count; k++) {
    if (r->steps[k].marks != NULL) memset(r->steps[k].marks, 0, cells);
    for (size_t i = 0; r->steps[k].sources != NULL && i < cells; i++) r->steps[k].sources[i] = -1;
  }
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

/* Scratch of the aggregates: each rule asks for its own children. */
static size_t aggregate_bytes(const inno_run *run, const inno__step *step) {
  const inno__tree *t = run->method->tree;
  size_t most = 0;
  for (int64_t a = 0; a < step->rule_count; a++) {
    const inno__aggregator *how = step->rules.aggregate[a].aggregator;
    int64_t n = how->flags & INNO__COMPARES ? run->dataset->units : run->dataset->rows;
    most = larger(most, how->work_size((int32_t)inno__child_count(t, a), n));
  }
  return most;
}

/* Scratch of the weights that are computed. */
static size_t weigh_bytes(const inno_run *run) {
  const inno_method *m = run->method;
  size_t most = 0;
  for (int64_t a = 0; a < m->tree->count - m->tree->indicators; a++) {
    const inno__weigh_rule *rule = inno__method_weighting(m, a);
    int32_t k = (int32_t)inno__child_count(m->tree, a);
    if (rule != NULL) most = larger(most, rule->weigher->work_size(k, run->dataset->rows));
  }
  return most;
}

/* The most outcomes that one call has. */
static size_t most_outcomes(const inno_run *run) {
  const inno_method *m = run->method;
  int64_t most = 0;
  for (int32_t k = 0; k < m->step_count; k++)
    for (int64_t a = 0; m->steps[k].kind == INNO_STEP_AGGREGATE && a < m->steps[k].rule_count; a++) {
      int64_t n = inno__outcome_count(m->steps[k].rules.aggregate[a].aggregator, run->dataset->units);
      if (n > most) most = n;
    }
  return (size_t)most;
}

/* Scratch of the imputation: each rule asks for its family or its column. */
static size_t impute_bytes(const inno_run *run, const inno__step *step, int32_t groups) {
  int32_t k = step->family_size;
  size_t most = inno__impute_work_size(run->dataset->rows, groups);
  for (int64_t j = 0; j < step->rule_count; j++) {
    const inno__impute_rule *rule = &step->rules.impute[j];
    int64_t n = rule->frame == INNO_FRAME_PERIOD ? run->dataset->units : run->dataset->rows;
    most = larger(most, inno__impute_family_work_size(rule, k, n, groups));
  }
  return most;
}

static size_t scratch_bytes(const inno_run *run) {
  const inno_method *m = run->method;
  int64_t n = run->dataset->rows;
  int32_t groups = 0;
  size_t most = larger(8, weigh_bytes(run));
  for (int64_t g = 0; g < inno__names_count(run->dataset->group_names); g++)
    if (run->dataset->groups[g].count > groups) groups = run->dataset->groups[g].count;
  for (int32_t k = 0; k < m->step_count; k++) {
    int32_t kind = m->steps[k].kind;
    if (kind == INNO_STEP_IMPUTE) most = larger(most, impute_bytes(run, &m->steps[k], groups));
    if (kind == INNO_STEP_TREAT) most = larger(most, inno__treat_work_size(n));
    if (kind == INNO_STEP_NORMALIZE) most = larger(most, inno__normalize_work_size(n));
    if (kind == INNO_STEP_AGGREGATE) most = larger(most, aggregate_bytes(run, &m->steps[k]));
  }
  return most;
}

/* Values of a base period that decides the treatment of all; only where a rule has one. */
static size_t spare_cells(const inno_run *run) {
  const inno_method *m = run->method;
  int based = 0;
  for (int32_t k = 0; k < m->step_count; k++)
    for (int64_t j = 0; m->steps[k].kind == INNO_STEP_TREAT && j < m->steps[k].rule_count; j++)
      based |= m->steps[k].rules.treat[j].frame == INNO_FRAME_BASE;
  return based ? (size_t)run->dataset->units : 0;
}

static void place_run(inno_run *run, inno__block *b, size_t scratch) {
  const inno_method *m = run->method;
  size_t n = (size_t)run->dataset->rows, texts = 0;
  size_t family = larger((size_t)m->tree->indicators, (size_t)most_children(m->tree)); /* siblings or children */
  for (int32_t k = 0; k < m->step_count; k++) texts += (size_t)inno__names_count(m->steps[k].texts);
  run->column = inno__block_take(b, (size_t)m->tree->indicators * sizeof *run->column, 8);
  run->denominator =
      inno__block_take(b, (size_t)inno__names_count(m->tree->denominators) * sizeof *run->denominator, 8);
  run->bound = inno__block_take(b, texts * sizeof *run->bound, 8);
  run->first_bound = inno__block_take(b, (size_t)m->step_count * sizeof *run->first_bound, 8);
  run->log = inno__block_take(b, sizeof *run->log, 8);
  run->frame = inno__block_take(b, sizeof *run->frame, 8);
  run->spare = inno__block_take(b, spare_cells(run) * sizeof *run->spare, 8);
  run->columns = inno__block_take(b, family * sizeof *run->columns, 8);
  run->outs = inno__block_take(b, family * sizeof *run->outs, 8);
  run->source_columns = inno__block_take(b, family * sizeof *run->source_columns, 8);
  run->mark_columns = inno__block_take(b, family * sizeof *run->mark_columns, 8);
  run->weights = inno__block_take(b, family * sizeof *run->weights, 8);
  run->own = inno__block_take(b, family * sizeof *run->own, 8);
  run->outcomes = inno__block_take(b, most_outcomes(run) * sizeof *run->outcomes, 8);
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
