/* Life of a what-if, its edits and the way back. */
#include "explain/what_if.h"

#include "base/error.h"
#include "construct/compile.h"
#include "construct/rank.h"
#include "construct/weigh.h"
#include "numeric/missing.h"

enum { JOURNAL_BYTES = 4 << 20 };

/* ---- life ---- */

static void destroy_edits(const inno_what_if *w) {
  for (int64_t e = 0; e < w->edit_count; e++) inno__method_destroy(w->edits[e].method);
  inno__free(&w->allocator, w->edits, (size_t)w->edit_capacity * sizeof *w->edits);
}

void inno__what_if_destroy(inno_what_if *w) {
  if (w == NULL) return;
  const inno_allocator a = w->allocator;
  destroy_edits(w);
  inno__journal_destroy(&w->journal, &a);
  inno__run_destroy(w->run);
  inno__result_destroy(w->first);
  inno__frames_destroy(w->frames);
  inno__dataset_destroy(w->dataset);
  inno__method_destroy(w->method);
  inno__free(&a, w->block, w->block_bytes);
  inno__free(&a, w, sizeof *w);
}

static void place(inno_what_if *w, inno__block *b) {
  const inno__tree *t = w->method->tree;
  size_t columns = (size_t)inno__names_count(w->dataset->column_codes), nodes = (size_t)t->count;
  w->indicator = inno__block_take(b, columns * sizeof *w->indicator, 8);
  w->scales = inno__block_take(b, columns * sizeof *w->scales, 8);
  w->changed = inno__block_take(b, nodes * sizeof *w->changed, 8);
  w->kept = inno__block_take(b, nodes * sizeof *w->kept, 8);
  w->touched = inno__block_take(b, nodes * sizeof *w->touched, 8);
  w->is_touched = inno__block_take(b, nodes, 8);
  w->denominated = inno__block_take(b, nodes, 8); /* at most one an indicator */
  w->redo = inno__block_take(b, nodes, 8);
}

void inno__what_if_bind(inno_what_if *w) {
  const inno_run *run = w->run;
  const inno__tree *t = w->method->tree;
  for (int64_t c = 0; c < inno__names_count(w->dataset->column_codes); c++) w->indicator[c] = w->scales[c] = -1;
  for (int64_t j = 0; j < t->indicators; j++) w->indicator[run->column[j]] = j;
  for (int64_t d = 0; d < inno__names_count(t->denominators); d++)
    if (run->denominator[d] >= 0) w->scales[run->denominator[d]] = d;
  const inno__explain_rule *rule = &w->rule;
  w->run->result->held = (rule->hold_treatment ? INNO__HELD_TREATMENT : 0) |
                         (rule->hold_normalization ? INNO__HELD_NORMALIZATION : 0) |
                         (rule->hold_imputation ? INNO__HELD_IMPUTATION : 0);
  w->aggregation = (int32_t)(inno__method_aggregation(w->method) - w->method->steps);
}

static inno_status start_run(inno_what_if *w, inno_run **run, inno_error *error) {
  inno_status s = inno__run_create(&w->allocator, w->method, w->dataset, NULL, INNO_KEEP_ALL, run, error);
  return s == INNO_OK ? inno__run_advance(*run, INT64_MAX, error) : s;
}

/* What is held of the first run. */
static inno_status hold(inno_what_if *w, inno_error *error) {
  const inno_result *r = w->run->result;
  inno_status s = INNO_OK;
  if (w->rule.hold_normalization)
    s = inno__frames_take(&w->allocator, r, w->method, &w->frames, error);
  else if (w->rule.hold_treatment)
    s = inno__frames_take_any(&w->allocator, r, w->method, &w->frames, error);
  if (s != INNO_OK || !w->rule.hold_imputation) return s;
  inno_run *again = NULL;
  s = start_run(w, &again, error);
  if (s == INNO_OK) {
    w->first = again->result;
    again->result = NULL;
  }
  inno__run_destroy(again);
  return s;
}

static inno_status make(inno_what_if *w, const inno_method *method, const inno_dataset *dataset, inno_error *error) {
  inno__block b = {NULL, 0, 0};
  if (inno__method_copy(method, &w->allocator, &w->method) != INNO_OK ||
      inno__dataset_copy(dataset, &w->allocator, &w->dataset) != INNO_OK)
    return inno__no_memory(error);
  place(w, &b);
  w->block = inno__alloc(&w->allocator, b.used);
  if (w->block == NULL) return inno__no_memory(error);
  w->block_bytes = b.used;
  memset(w->block, 0, b.used);
  b = (inno__block){w->block, 0, b.used};
  place(w, &b);
  inno_status s = start_run(w, &w->run, error);
  if (s != INNO_OK) return s;
  inno__what_if_bind(w);
  return hold(w, error);
}

inno_status inno__what_if_create(const inno_allocator *allocator, const inno__explain_rule *rule,
                                 const inno_method *method, const inno_dataset *dataset, inno_what_if **out,
                                 inno_error *error) {
  *out = NULL;
  inno_what_if *w = inno__alloc(allocator, sizeof *w);
  if (w == NULL) return inno__no_memory(error);
  memset(w, 0, sizeof *w);
  w->allocator = *allocator;
  w->rule = *rule;
  w->journal_limit = JOURNAL_BYTES;
  w->rule.node_code = w->rule.group_name = NULL; /* they live as long as the caller's options */
  inno_status s = make(w, method, dataset, error);
  if (s != INNO_OK) {
    inno__what_if_destroy(w);
    return s;
  }
  *out = w;
  return INNO_OK;
}

/* ---- one change, with the way back ---- */

/* A cell of the dataset, the stamps, and what follows directly. */
static void put_value(inno_what_if *w, int64_t row, int64_t column, double value) {
  int64_t j = w->indicator[column], d = w->scales[column];
  inno__dataset_put(w->dataset, row, column, value);
  w->run->result->data_stamp = w->dataset->stamp;
  if (d >= 0) w->scaled = w->denominated[d] = 1;
  if (j < 0) return;
  inno__what_if_touch(w, j);
  inno__column(&w->run->result->indicators, j)[row] = value;
  inno__rows *at = &w->changed[j];
  if (at->low == at->high) *at = (inno__rows){row, row + 1};
  if (row < at->low) at->low = row;
  if (row >= at->high) at->high = row + 1;
}

static inno_status keep_value(inno_what_if *w, int64_t row, int64_t column, inno_error *error) {
  int64_t j = w->indicator[column];
  inno_status s = inno__what_if_keep(w, &inno__column(&w->dataset->columns[column], 0)[row], sizeof(double), error);
  if (s == INNO_OK) s = inno__what_if_keep(w, &w->dataset->stamp, sizeof w->dataset->stamp, error);
  if (s == INNO_OK) s = inno__what_if_keep(w, &w->run->result->data_stamp, sizeof w->dataset->stamp, error);
  if (s == INNO_OK && j >= 0)
    s = inno__what_if_keep(w, &inno__column(&w->run->result->indicators, j)[row], sizeof(double), error);
  return s;
}

static inno_status change_value(inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error) {
  size_t mark = w->journal.used;
  if (value != value) value = inno__nan();
  if (inno__same_bits(inno__column(&w->dataset->columns[column], 0)[row], value)) { /* nothing moves */
    w->reach = (inno__rows){0, 0};
    return INNO_OK;
  }
  inno_status s = keep_value(w, row, column, error);
  if (s == INNO_OK) {
    put_value(w, row, column, value);
    s = inno__what_if_flow(w, error);
  }
  if (s != INNO_OK) inno__journal_back(&w->journal, mark);
  return s;
}

inno_status inno__what_if_try(inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error) {
  w->trying = w->journal.used;
  return change_value(w, row, column, value, error);
}

void inno__what_if_take_back(inno_what_if *w) { inno__journal_back(&w->journal, w->trying); }

/* Weights, shares and the number of the method: of the method's own tree and of the result's. */
static inno_status keep_weights(inno_what_if *w, inno_error *error) {
  inno__tree *const trees[] = {w->method->tree, w->run->result->tree};
  size_t bytes = (size_t)w->method->tree->count * sizeof(double);
  inno_status s = INNO_OK;
  for (int i = 0; s == INNO_OK && i < 2; i++) {
    s = inno__what_if_keep(w, trees[i]->weight, bytes, error);
    if (s == INNO_OK) s = inno__what_if_keep(w, trees[i]->share, bytes, error);
    if (s == INNO_OK) s = inno__what_if_keep(w, trees[i]->effective, bytes, error);
  }
  if (s == INNO_OK) s = inno__what_if_keep(w, &w->method->stamp, sizeof w->method->stamp, error);
  return s == INNO_OK ? inno__what_if_keep(w, &w->run->result->stamp, sizeof w->method->stamp, error) : s;
}

static inno_status put_weight(inno_what_if *w, int64_t node, double weight, inno_error *error) {
  inno__tree *t = w->method->tree;
  int64_t parent = t->parent[node];
  t->weight[node] = w->run->result->tree->weight[node] = weight;
  inno_status s = inno__weigh(t, NULL, error);
  if (s == INNO_OK && parent >= 0 && !w->blind)
    s = inno__method_check_aggregate(w->method, &w->method->steps[w->aggregation], parent - t->indicators, error);
  w->method->stamp = w->run->result->stamp = inno__method_stamp(w->method);
  if (parent >= 0) w->redo[parent - t->indicators] = 1;
  w->reweigh = 1;
  return s;
}

static inno_status change_weight(inno_what_if *w, int64_t node, double weight, inno_error *error) {
  size_t mark = w->journal.used;
  inno_status s = keep_weights(w, error);
  if (s == INNO_OK) s = put_weight(w, node, weight, error);
  if (s == INNO_OK) s = inno__what_if_flow(w, error);
  if (s != INNO_OK) {
    inno__journal_back(&w->journal, mark);
    inno__what_if_settle(w);
  }
  return s;
}

/* ---- edits ---- */

/* Room for one more; a journal that has grown long is given up. */
static inno_status prepare(inno_what_if *w, inno_error *error) {
  if (w->journal.used > w->journal_limit) {
    w->journal.used = 0;
    w->imaged = w->edit_count;
  }
  inno__edit *edits = inno__reserve(&w->allocator, w->edits, &w->edit_capacity, w->edit_count, sizeof *edits);
  if (edits == NULL) return inno__no_memory(error);
  w->edits = edits;
  return INNO_OK;
}

inno_status inno__what_if_set_value(inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error) {
  inno_status s = prepare(w, error);
  if (s != INNO_OK) return s;
  const inno__edit edit = {.kind = INNO__EDIT_VALUE,
                           .row = row,
                           .column = column,
                           .before = inno__column(&w->dataset->columns[column], 0)[row],
                           .mark = w->journal.used};
  s = change_value(w, row, column, value, error);
  if (s == INNO_OK) w->edits[w->edit_count++] = edit;
  return s;
}

static inno_status check_given(const inno_what_if *w, int64_t node, inno_error *error) {
  const inno__tree *t = w->method->tree;
  int64_t parent = t->parent[node];
  if (parent < 0 || inno__method_weighting(w->method, parent - t->indicators) == NULL) return INNO_OK;
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WHAT_IF_WEIGHT,
                    &(inno__where){.node = inno__names_at(t->codes, node), .what = inno__names_at(t->codes, parent)});
}

inno_status inno__what_if_set_weight(inno_what_if *w, int64_t node, double weight, inno_error *error) {
  inno_status s = check_given(w, node, error);
  if (s == INNO_OK) s = prepare(w, error);
  if (s != INNO_OK) return s;
  const inno__edit edit = {
      .kind = INNO__EDIT_WEIGHT, .column = node, .before = w->method->tree->weight[node], .mark = w->journal.used};
  s = change_weight(w, node, weight, error);
  if (s == INNO_OK) w->edits[w->edit_count++] = edit;
  return s;
}

inno_status inno__what_if_set_method(inno_what_if *w, const inno_method *method, inno_error *error) {
  inno_method *copy = NULL;
  inno_status s = inno__what_if_check_method(w, method, error);
  if (s == INNO_OK) s = prepare(w, error);
  if (s == INNO_OK && inno__method_copy(method, &w->allocator, &copy) != INNO_OK) s = inno__no_memory(error);
  if (s != INNO_OK) return s;
  const inno__edit edit = {.kind = INNO__EDIT_METHOD, .method = w->method};
  s = inno__what_if_take_method(w, copy, error);
  if (s != INNO_OK) {
    inno__method_destroy(copy);
    return s;
  }
  w->edits[w->edit_count++] = edit;
  w->journal.used = 0; /* it spoke of the run that is gone */
  w->imaged = w->edit_count;
  return INNO_OK;
}

/* ---- the way back ---- */

/* The last edits, that have an image. */
static void undo_images(inno_what_if *w, int64_t count) {
  if (count == 0) return;
  w->edit_count -= count;
  inno__journal_back(&w->journal, w->edits[w->edit_count].mark);
}

/* Without: the values of before, and everything above them again. */
static inno_status undo_blind(inno_what_if *w, int64_t count) {
  inno_status s = INNO_OK;
  w->blind = 1;
  for (; count > 0; count--) {
    const inno__edit *e = &w->edits[--w->edit_count];
    if (e->kind == INNO__EDIT_VALUE) put_value(w, e->row, e->column, e->before);
    if (e->kind == INNO__EDIT_WEIGHT) s = put_weight(w, e->column, e->before, NULL);
  }
  if (s == INNO_OK) s = inno__what_if_flow(w, NULL);
  w->blind = 0;
  w->imaged = w->edit_count;
  w->journal.used = 0;
  return s;
}

/* The methods of before, one by one. */
inno_status inno__what_if_undo(inno_what_if *w, int64_t count, inno_error *error) {
  int64_t left = w->edit_count - count;
  while (w->edit_count > left) {
    int64_t e = w->edit_count, imaged = w->imaged > left ? w->imaged : left;
    undo_images(w, e - imaged);
    for (e = w->edit_count; e > left && w->edits[e - 1].kind != INNO__EDIT_METHOD;) e--;
    if (w->edit_count > e) {
      inno_status s = undo_blind(w, w->edit_count - e);
      if (s != INNO_OK) return inno__fail(error, s, INNO__MSG_NOMEM, NULL);
    }
    if (e == left) break;
    inno_method *now = w->method;
    inno_status s = inno__what_if_take_method(w, w->edits[e - 1].method, error);
    if (s != INNO_OK) return s;
    inno__method_destroy(now);
    w->edit_count = w->imaged = e - 1;
    w->journal.used = 0;
  }
  return INNO_OK;
}

double inno__what_if_rank(const inno_what_if *w, int64_t node, int64_t row) {
  const inno_result *r = w->run->result;
  int64_t first = row / r->units * r->units;
  return inno__rank_of(r->final[node] + first, r->units, r->ties, row - first);
}
