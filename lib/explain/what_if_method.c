/* Another method for the same tree: its run begins with what the old one has in common with it. */
#include <string.h>

#include "base/error.h"
#include "construct/same.h"
#include "explain/what_if.h"

/* ---- what may be replaced ---- */

static int is_held(const inno_what_if *w, int32_t kind) {
  return (kind == INNO_STEP_TREAT && w->rule.hold_treatment) ||
         (kind == INNO_STEP_NORMALIZE && w->rule.hold_normalization) ||
         (kind == INNO_STEP_IMPUTE && w->rule.hold_imputation);
}

static inno_status refuse_held(int32_t kind, const char *node, inno_error *error) {
  return inno__fail(error, INNO_E_FRAMES, node != NULL ? INNO__MSG_WHAT_IF_HELD : INNO__MSG_WHAT_IF_HELD_STEPS,
                    &(inno__where){.node = node, .what = inno__step_find(kind)->section});
}

inno_status inno__what_if_check_method(const inno_what_if *w, const inno_method *method, inno_error *error) {
  const inno_method *now = w->method;
  if (!inno__same_nodes(now->tree, method->tree))
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WHAT_IF_TREE, NULL);
  int same = inno__same_steps(now, method);
  for (int32_t k = 0; k < now->step_count; k++) {
    if (!is_held(w, now->steps[k].kind)) continue;
    if (!same) return refuse_held(now->steps[k].kind, NULL, error);
    for (int64_t j = 0; j < now->steps[k].rule_count; j++)
      if (!inno__same_rule(&now->steps[k], &method->steps[k], j))
        return refuse_held(now->steps[k].kind, inno__names_at(now->tree->codes, j), error);
  }
  return INNO_OK;
}

/* ---- what is common ---- */

static void copy_bytes(void *to, const void *from, size_t bytes) {
  if (to != NULL && from != NULL) memcpy(to, from, bytes);
}

static void copy_table(const inno__table *to, const inno__table *from) {
  if (to->cells != NULL) memcpy(to->cells, from->cells, (size_t)(to->stride * to->columns) * sizeof *to->cells);
}

/* Of those that have as many in both. */
static void copy_outcomes(const inno__step_result *to, const inno__step_result *from, int64_t inner) {
  if (to->outcomes == NULL || from->outcomes == NULL) return;
  for (int64_t a = 0; a < inner; a++) {
    int64_t count = to->first_record[a + 1] - to->first_record[a];
    if (count == from->first_record[a + 1] - from->first_record[a])
      copy_bytes(to->outcomes + to->first_record[a], from->outcomes + from->first_record[a],
                 (size_t)count * sizeof *to->outcomes);
  }
}

static void copy_step(const inno_result *r, const inno__step_result *to, const inno__step_result *from) {
  size_t rows = (size_t)r->rows, m = (size_t)r->tree->indicators, frames = m * (size_t)r->period_count;
  copy_table(&to->values, &from->values);
  copy_bytes(to->marks, from->marks, rows * m);
  copy_bytes(to->sources, from->sources, rows * m * sizeof *to->sources);
  copy_bytes(to->logs, from->logs, frames * sizeof *to->logs);
  copy_bytes(to->frames, from->frames, frames * sizeof *to->frames);
  copy_bytes(to->available, from->available, rows * sizeof *to->available);
  copy_bytes(to->zeros, from->zeros, rows * sizeof *to->zeros);
  copy_bytes(to->kept, from->kept, rows);
  copy_bytes(to->forced, from->forced, rows);
  copy_outcomes(to, from, r->tree->count - r->tree->indicators);
}

static void copy_result(const inno_result *to, const inno_result *from) {
  for (int32_t k = 0; k < to->step_count; k++) copy_step(to, &to->steps[k], &from->steps[k]);
  copy_table(&to->aggregates, &from->aggregates);
  copy_table(&to->coverage, &from->coverage);
}

/* ---- what differs ---- */

static int same_weighting(const inno_method *a, const inno_method *b, int64_t aggregate) {
  int computed = inno__method_weighting(a, aggregate) != NULL;
  if (computed != (inno__method_weighting(b, aggregate) != NULL)) return 0;
  if (computed) return inno__same_rule(a->weighting, b->weighting, aggregate);
  for (int64_t c = a->tree->first_child[aggregate]; c < a->tree->first_child[aggregate + 1]; c++)
    if (a->tree->weight[a->tree->children[c]] != b->tree->weight[a->tree->children[c]]) return 0;
  return 1;
}

/* Marks the aggregates that have to be done again; weights that are computed and stay as they are go over. */
static void compare_aggregates(inno_what_if *w, const inno_method *old, const inno__tree *weights) {
  const inno__tree *t = w->run->result->tree;
  const inno__step *step = &w->method->steps[w->aggregation], *before = &old->steps[w->aggregation];
  for (int64_t a = 0; a < t->count - t->indicators; a++) {
    int same = inno__same_rule(before, step, a) && same_weighting(old, w->method, a);
    for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) {
      int64_t child = t->children[c];
      same = same && inno__same_own(before, step, child);
      if (inno__method_weighting(w->method, a) != NULL) t->weight[child] = weights->weight[child];
    }
    w->redo[a] = (unsigned char)!same;
  }
}

static void compare_steps(const inno_what_if *w, const inno_method *old) {
  const inno__tree *t = w->method->tree;
  memset(w->forced, 0, (size_t)(w->method->step_count * t->count));
  for (int32_t k = 0; k < w->aggregation; k++) {
    const inno__step *step = &w->method->steps[k], *before = &old->steps[k];
    unsigned char *forced = w->forced + k * t->count;
    if (inno__step_changes_nothing(step->kind)) continue;
    if (step->kind == INNO_STEP_SCREEN) {
      forced[0] = (unsigned char)!(inno__same_rule(before, step, 0) && inno__same_forced(before, step));
      continue;
    }
    for (int64_t j = 0; j < t->indicators; j++)
      forced[j] = (unsigned char)(step->sibling_level != before->sibling_level || !inno__same_rule(before, step, j) ||
                                  !inno__same_indicator(old->tree, t, j));
  }
}

/* ---- the exchange ---- */

/* The other run becomes that of w; the result that is shown stays at its place. */
static void exchange(inno_what_if *w, inno_run **run, inno_method **method) {
  inno_run *r = w->run;
  inno_method *m = w->method;
  const inno_result shown = *r->result;
  inno_result *place = r->result;
  *r->result = *(*run)->result;
  *(*run)->result = shown;
  r->result = (*run)->result;
  (*run)->result = place;
  w->run = *run;
  w->method = *method;
  *run = r;
  *method = m;
  inno__what_if_bind(w);
}

static inno_status flow_from(inno_what_if *w, const inno_run *before, const inno_method *old, inno_error *error) {
  size_t bytes = (size_t)(w->method->step_count * w->method->tree->count), mark = w->journal.used;
  w->forced = inno__alloc(&w->allocator, bytes);
  if (w->forced == NULL) return inno__no_memory(error);
  copy_result(w->run->result, before->result);
  for (int64_t j = 0; j < w->method->tree->indicators; j++) inno__what_if_touch(w, j);
  compare_steps(w, old);
  compare_aggregates(w, old, before->result->tree);
  w->renumber = 1;
  w->reweigh = w->method->weighting != NULL;
  inno_status s = inno__what_if_flow(w, error);
  inno__free(&w->allocator, w->forced, bytes);
  w->forced = NULL;
  w->journal.used = mark; /* the old run is the way back */
  return s;
}

inno_status inno__what_if_take_method(inno_what_if *w, inno_method *method, inno_error *error) {
  inno_method *old = w->method;
  inno_run *run = NULL;
  int same = inno__same_steps(old, method);
  inno_status s = inno__run_create(&w->allocator, method, w->dataset, NULL, INNO_KEEP_ALL, &run, error);
  if (s == INNO_OK && !same) s = inno__run_advance(run, INT64_MAX, error);
  if (s == INNO_OK) {
    old = method;
    exchange(w, &run, &old);
    if (same) s = flow_from(w, run, old, error);
    if (s != INNO_OK) exchange(w, &run, &old);
  }
  inno__run_destroy(run);
  return s;
}
