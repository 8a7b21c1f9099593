/* From what changed to everything above it: pieces of the run whose input changed are computed again, step by step. A
 * column that comes out as it was stops there. Before a piece is computed, everything that it writes is kept. */
#include "construct/screen.h"
#include "construct/steps.h"
#include "explain/what_if.h"

inno_status inno__what_if_keep(inno_what_if *w, void *at, size_t bytes, inno_error *error) {
  if (w->blind || at == NULL || inno__journal_keep(&w->journal, &w->allocator, at, bytes) != NULL) return INNO_OK;
  return inno__no_memory(error);
}

static int is_changed(const inno_what_if *w, int64_t node) { return w->changed[node].low < w->changed[node].high; }

static int is_forced(const inno_what_if *w, int32_t k, int64_t node) {
  return w->forced != NULL && w->forced[k * w->method->tree->count + node];
}

static inno__rows all_rows(const inno_what_if *w) { return (inno__rows){0, w->run->result->rows}; }

static inno__rows joined(inno__rows a, inno__rows b) {
  if (a.low == a.high) return b;
  if (b.low == b.high) return a;
  return (inno__rows){a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

/* The rows [first, first + n) of now that differ from before. */
static inno__rows differing(const double *before, const double *now, int64_t first, int64_t n) {
  int64_t low = 0, high = n;
  while (low < n && inno__same_bits(before[low], now[low])) low++;
  if (low == n) return (inno__rows){0, 0};
  while (inno__same_bits(before[high - 1], now[high - 1])) high--;
  return (inno__rows){first + low, first + high};
}

/* ---- pieces ---- */

/* The run at a piece of a step, with what it reads of an indicator. */
static void go_to(const inno_what_if *w, int32_t k, int64_t item) {
  inno_run *run = w->run;
  run->step = k;
  run->item = item;
  run->call = run->place = 0;
  run->frames = NULL;
  if (run->method->steps[k].kind == INNO_STEP_TREAT && w->rule.hold_treatment) run->frames = w->frames;
  if (run->method->steps[k].kind == INNO_STEP_NORMALIZE && w->rule.hold_normalization) run->frames = w->frames;
}

void inno__what_if_touch(inno_what_if *w, int64_t j) {
  if (w->is_touched[j]) return;
  w->is_touched[j] = 1;
  w->touched[w->touched_count++] = j;
}

static void give(inno_what_if *w, int32_t k, int64_t j) {
  inno__what_if_touch(w, j);
  w->run->result->final[j] = inno__result_after(w->run->result, k - 1, j);
}

static inno_status whole_piece(const inno_what_if *w, inno_error *error) {
  inno_status s = INNO_OK;
  int done = 0;
  for (int64_t item = w->run->item; s == INNO_OK && w->run->item == item;) s = inno__run_piece(w->run, &done, error);
  w->run->frames = NULL;
  return s;
}

/* Keeps what a step has of an indicator; its values are kept last. Marks and sources begin empty again. */
static inno_status keep_column(inno_what_if *w, int32_t k, int64_t j, inno_error *error) {
  const inno_result *r = w->run->result;
  const inno__step_result *s = &r->steps[k];
  size_t rows = (size_t)r->rows, frames = (size_t)r->period_count;
  inno_status status = INNO_OK;
  if (s->logs != NULL) status = inno__what_if_keep(w, &s->logs[j * r->period_count], frames * sizeof *s->logs, error);
  if (status == INNO_OK && s->frames != NULL)
    status = inno__what_if_keep(w, &s->frames[j * r->period_count], frames * sizeof *s->frames, error);
  if (status == INNO_OK && s->sources != NULL)
    status = inno__what_if_keep(w, s->sources + j * r->rows, rows * sizeof *s->sources, error);
  if (status == INNO_OK) status = inno__what_if_keep(w, s->marks + j * r->rows, rows, error);
  if (status == INNO_OK) status = inno__what_if_keep(w, inno__column(&s->values, j), rows * sizeof(double), error);
  if (status != INNO_OK) return status;
  w->kept[j] = w->journal.used;
  memset(s->marks + j * r->rows, 0, rows);
  for (int64_t i = 0; s->sources != NULL && i < r->rows; i++) s->sources[j * r->rows + i] = -1;
  return INNO_OK;
}

/* What became of a column that was kept. */
static void compare_column(inno_what_if *w, int32_t k, int64_t j) {
  const inno_result *r = w->run->result;
  w->changed[j] =
      w->blind ? all_rows(w)
               : differing(inno__journal_at(&w->journal, w->kept[j]), inno__column(&r->steps[k].values, j), 0, r->rows);
}

static inno_status redo_column(inno_what_if *w, int32_t k, int64_t j, int64_t item, inno_error *error) {
  const inno__step_result *kept = &w->run->result->steps[k];
  inno_status s = keep_column(w, k, j, error);
  if (s != INNO_OK) return s;
  give(w, k, j);
  go_to(w, k, item);
  s = whole_piece(w, error);
  if (s != INNO_OK) return s;
  if (!w->renumber && kept->logs != NULL) /* else there are no numbers yet */
    w->renumber = inno__run_records(w->run, k, j) != kept->first_record[j + 1] - kept->first_record[j];
  compare_column(w, k, j);
  return INNO_OK;
}

/* ---- screening ---- */

/* Who was still included before a step. */
static void include(const inno_what_if *w, int32_t k) {
  inno_run *run = w->run;
  const inno_result *r = run->result;
  for (k--; k >= 0 && r->steps[k].kind != INNO_STEP_SCREEN; k--) continue;
  run->screened = 0;
  for (int64_t i = 0; i < r->rows; i++) {
    run->included[i] = k < 0 ? 1 : r->steps[k].kept[i];
    run->screened |= !run->included[i];
  }
}

static inno_status keep_screening(inno_what_if *w, int32_t k, inno_error *error) {
  const inno__step_result *s = &w->run->result->steps[k];
  size_t rows = (size_t)w->run->result->rows;
  inno_status status = inno__what_if_keep(w, s->available, rows * sizeof *s->available, error);
  if (status == INNO_OK) status = inno__what_if_keep(w, s->zeros, rows * sizeof *s->zeros, error);
  if (status == INNO_OK) status = inno__what_if_keep(w, s->forced, rows, error);
  return status == INNO_OK ? inno__what_if_keep(w, s->kept, rows, error) : status;
}

static inno_status redo_screening(inno_what_if *w, int32_t k, inno_error *error) {
  const inno__step_result *kept = &w->run->result->steps[k];
  int64_t m = w->run->result->tree->indicators;
  inno_status s = keep_screening(w, k, error);
  include(w, k);
  for (int64_t j = 0; j < m; j++) give(w, k, j);
  for (int64_t item = 0; s == INNO_OK && item <= m; item++) {
    go_to(w, k, item);
    s = whole_piece(w, error);
  }
  if (s != INNO_OK) return s;
  w->screened |=
      w->blind || memcmp(inno__journal_at(&w->journal, w->journal.used), kept->kept, (size_t)w->run->result->rows) != 0;
  for (int64_t j = 0; s == INNO_OK && j < m; j++)
    if (w->screened || is_changed(w, j) || is_forced(w, k, 0)) s = redo_column(w, k, j, m + 1 + j, error);
  return s;
}

/* ---- imputation ---- */

/* Held: a missing cell gets what it got at first, one that was there then stays missing. */
static inno_status hold_column(inno_what_if *w, int32_t k, int64_t j, inno_error *error) {
  const inno_result *r = w->run->result;
  const inno__step_result *now = &r->steps[k], *first = &w->first->steps[k];
  const double *x = inno__result_after(r, k - 1, j), *filled = inno__column(&first->values, j);
  double *out = inno__column(&now->values, j);
  inno_status s = keep_column(w, k, j, error);
  inno__what_if_touch(w, j);
  for (int64_t i = 0; s == INNO_OK && i < r->rows; i++) {
    int64_t cell = j * r->rows + i;
    int fills = x[i] != x[i] && (first->marks[cell] & INNO_MARK_IMPUTED) && (!w->run->screened || w->run->included[i]);
    out[i] = fills ? filled[i] : x[i];
    if (!fills) continue;
    now->marks[cell] = INNO_MARK_IMPUTED;
    if (now->sources != NULL) now->sources[cell] = first->sources[cell];
  }
  if (s == INNO_OK) compare_column(w, k, j);
  return s;
}

static int in_family(const inno_what_if *w, int32_t k, int64_t j, int64_t ancestor) {
  const inno__step *step = &w->method->steps[k];
  return inno__tree_ancestor(w->method->tree, j, step->sibling_level) == ancestor;
}

static int is_filled(const inno_what_if *w, int32_t k, int64_t j) {
  return inno__impute_is_family(w->method->steps[k].rules.impute[j].rule);
}

static inno_status keep_family(inno_what_if *w, int32_t k, int64_t a, inno_error *error) {
  const inno__step_result *kept = &w->run->result->steps[k];
  inno_status s = INNO_OK;
  if (kept->outcomes != NULL && kept->first_record[a + 1] > kept->first_record[a])
    s = inno__what_if_keep(w, kept->outcomes + kept->first_record[a],
                           (size_t)(kept->first_record[a + 1] - kept->first_record[a]) * sizeof *kept->outcomes, error);
  return s;
}

static inno_status redo_family(inno_what_if *w, int32_t k, int64_t a, inno_error *error) {
  const inno__tree *t = w->method->tree;
  int64_t ancestor = t->indicators + a;
  inno_status s = keep_family(w, k, a, error);
  for (int64_t j = 0; s == INNO_OK && j < t->indicators; j++) {
    if (!in_family(w, k, j, ancestor)) continue;
    give(w, k, j);
    if (is_filled(w, k, j)) s = keep_column(w, k, j, error);
  }
  if (s != INNO_OK) return s;
  go_to(w, k, a);
  s = whole_piece(w, error);
  for (int64_t j = 0; s == INNO_OK && j < t->indicators; j++)
    if (in_family(w, k, j, ancestor) && is_filled(w, k, j)) compare_column(w, k, j);
  return s;
}

static int family_changed(const inno_what_if *w, int32_t k, int64_t ancestor) {
  int filled = 0, changed = w->screened;
  for (int64_t j = 0; j < w->method->tree->indicators; j++) {
    if (!in_family(w, k, j, ancestor)) continue;
    filled |= is_filled(w, k, j);
    changed |= is_changed(w, j) || is_forced(w, k, j);
  }
  return filled && changed;
}

static inno_status redo_imputation(inno_what_if *w, int32_t k, inno_error *error) {
  const inno__tree *t = w->method->tree;
  int64_t inner = t->count - t->indicators, families = w->method->steps[k].sibling_level >= 0 ? inner : 0;
  int held = w->first != NULL;
  inno_status s = INNO_OK;
  include(w, k);
  for (int64_t a = 0; !held && s == INNO_OK && a < families; a++)
    if (family_changed(w, k, t->indicators + a)) s = redo_family(w, k, a, error);
  for (int64_t j = 0; s == INNO_OK && j < t->indicators; j++) {
    if (!held && is_filled(w, k, j)) continue;
    if (!w->screened && !is_changed(w, j) && !is_forced(w, k, j)) continue;
    s = held ? hold_column(w, k, j, error) : redo_column(w, k, j, families + j, error);
  }
  return s;
}

/* ---- denomination, treatment, normalization: column by column ---- */

static int denominator_changed(const inno_what_if *w, int32_t k, int64_t j) {
  int64_t d = w->method->tree->denominator[j];
  return d >= 0 && w->denominated[d] && w->method->steps[k].rules.denominate[j].rule == INNO_DENOMINATE_DIVIDE;
}

static inno_status redo_columns(inno_what_if *w, int32_t k, inno_error *error) {
  int denominates = w->method->steps[k].kind == INNO_STEP_DENOMINATE;
  int64_t single = w->touched_count == 1 && w->forced == NULL && !w->scaled ? w->touched[0] : -1;
  inno_status s = INNO_OK;
  if (single >= 0) return is_changed(w, single) ? redo_column(w, k, single, single, error) : INNO_OK;
  for (int64_t j = 0; s == INNO_OK && j < w->method->tree->indicators; j++)
    if (is_changed(w, j) || is_forced(w, k, j) || (denominates && denominator_changed(w, k, j)))
      s = redo_column(w, k, j, j, error);
  return s;
}

/* ---- aggregation ---- */

/* A parent hears of the rows that changed below it. */
static void tell_parent(const inno_what_if *w, int64_t node) {
  int64_t parent = w->run->result->tree->parent[node];
  if (parent >= 0 && is_changed(w, node)) w->changed[parent] = joined(w->changed[parent], w->changed[node]);
}

static inno_status keep_aggregate(inno_what_if *w, int64_t a, inno__rows at, inno_error *error) {
  const inno_result *r = w->run->result;
  size_t bytes = (size_t)(at.high - at.low) * sizeof(double);
  inno_status s = inno__what_if_keep(w, inno__column(&r->coverage, a) + at.low, bytes, error);
  return s == INNO_OK ? inno__what_if_keep(w, inno__column(&r->aggregates, a) + at.low, bytes, error) : s;
}

static inno_status redo_rows(inno_what_if *w, int64_t a, inno__rows at, inno_error *error) {
  const inno_result *r = w->run->result;
  inno_status s = keep_aggregate(w, a, at, error);
  if (s != INNO_OK) return s;
  if (inno__run_rows(w->run, a, at.low, at.high - at.low) != INNO_OK) {
    w->run->item = a; /* the whole piece knows whom to name */
    return whole_piece(w, error);
  }
  w->changed[r->tree->indicators + a] =
      w->blind ? at
               : differing(inno__journal_at(&w->journal, w->journal.used), inno__column(&r->aggregates, a) + at.low,
                           at.low, at.high - at.low);
  return INNO_OK;
}

static inno_status keep_search(inno_what_if *w, int64_t a, inno_error *error) {
  const inno_result *r = w->run->result;
  const inno__step_result *kept = &r->steps[w->aggregation];
  inno_status s = INNO_OK;
  if (kept->outcomes != NULL && kept->first_record[a + 1] > kept->first_record[a])
    s = inno__what_if_keep(w, kept->outcomes + kept->first_record[a],
                           (size_t)(kept->first_record[a + 1] - kept->first_record[a]) * sizeof *kept->outcomes, error);
  if (s == INNO_OK && inno__method_weighting(w->method, a) != NULL) {
    s = inno__what_if_keep(w, r->tree->weight, (size_t)r->tree->count * sizeof *r->tree->weight, error);
    w->reweigh = 1;
  }
  return s;
}

static inno_status redo_aggregate(inno_what_if *w, int64_t a, inno_error *error) {
  const inno_result *r = w->run->result;
  inno_status s = keep_search(w, a, error);
  if (s == INNO_OK) s = keep_aggregate(w, a, all_rows(w), error);
  if (s != INNO_OK) return s;
  w->run->item = a;
  s = whole_piece(w, error);
  if (s == INNO_OK)
    w->changed[r->tree->indicators + a] = w->blind ? all_rows(w)
                                                   : differing(inno__journal_at(&w->journal, w->journal.used),
                                                               inno__column(&r->aggregates, a), 0, r->rows);
  return s;
}

static inno_status redo_aggregates(inno_what_if *w, inno_error *error) {
  const inno__tree *t = w->run->result->tree;
  inno_status s = INNO_OK;
  go_to(w, w->aggregation, 0);
  for (int64_t i = 0; i < w->touched_count; i++) tell_parent(w, w->touched[i]);
  for (int64_t a = 0; s == INNO_OK && a < t->count - t->indicators; a++) {
    const inno__rows at = w->redo[a] ? all_rows(w) : w->changed[t->indicators + a];
    if (at.low == at.high) continue;
    s = inno__run_by_rows(w->run, a) ? redo_rows(w, a, at, error) : redo_aggregate(w, a, error);
    if (s == INNO_OK) tell_parent(w, t->indicators + a);
  }
  return s;
}

/* ---- all of it ---- */

/* Shares of weights that were computed again; positions of records. */
static inno_status finish(inno_what_if *w, inno_error *error) {
  inno_result *r = w->run->result;
  size_t bytes = (size_t)r->tree->count * sizeof(double);
  inno_status s = INNO_OK;
  if (w->reweigh) {
    s = inno__what_if_keep(w, r->tree->share, bytes, error);
    if (s == INNO_OK) s = inno__what_if_keep(w, r->tree->effective, bytes, error);
    if (s == INNO_OK) s = inno__weigh(r->tree, NULL, error);
  }
  for (int32_t k = 0; w->renumber && s == INNO_OK && k < r->step_count; k++)
    if (r->steps[k].logs != NULL)
      s = inno__what_if_keep(w, r->steps[k].first_record,
                             ((size_t)r->tree->indicators + 1) * sizeof *r->steps[k].first_record, error);
  if (w->renumber && s == INNO_OK) inno__run_number_records(w->run);
  return s;
}

/* The final values of an indicator are those of the last step. */
static void end_column(const inno_what_if *w, int64_t j) {
  w->run->result->final[j] = inno__result_after(w->run->result, w->aggregation - 1, j);
}

void inno__what_if_settle(inno_what_if *w) {
  const inno__tree *t = w->method->tree;
  for (int64_t i = 0; i < w->touched_count; i++) {
    int64_t j = w->touched[i];
    end_column(w, j);
    w->changed[j] = (inno__rows){0, 0};
    w->is_touched[j] = 0;
  }
  memset(w->changed + t->indicators, 0, (size_t)(t->count - t->indicators) * sizeof *w->changed);
  memset(w->redo, 0, (size_t)(t->count - t->indicators));
  if (w->scaled) memset(w->denominated, 0, (size_t)inno__names_count(t->denominators));
  w->touched_count = 0;
  w->scaled = w->screened = w->renumber = w->reweigh = 0;
}

/* One step before the aggregation. */
static inno_status redo_step(inno_what_if *w, int32_t k, inno_error *error) {
  int32_t kind = w->method->steps[k].kind;
  int any = w->screened || is_forced(w, k, 0);
  if (inno__step_changes_nothing(kind)) return INNO_OK;
  if (kind != INNO_STEP_SCREEN && kind != INNO_STEP_IMPUTE) return redo_columns(w, k, error);
  for (int64_t i = 0; !any && i < w->touched_count; i++) any = is_changed(w, w->touched[i]);
  if (kind == INNO_STEP_SCREEN) return any ? redo_screening(w, k, error) : INNO_OK;
  return any || w->forced != NULL ? redo_imputation(w, k, error) : INNO_OK;
}

inno_status inno__what_if_flow(inno_what_if *w, inno_error *error) {
  inno_status s = INNO_OK;
  w->reach = (inno__rows){0, 0};
  for (int32_t k = 0; s == INNO_OK && k < w->aggregation; k++) s = redo_step(w, k, error);
  for (int64_t i = 0; s == INNO_OK && i < w->touched_count; i++) {
    w->reach = joined(w->reach, w->changed[w->touched[i]]);
    end_column(w, w->touched[i]);
  }
  if (s == INNO_OK) s = redo_aggregates(w, error);
  if (s == INNO_OK) s = finish(w, error);
  inno__what_if_settle(w);
  return s;
}
