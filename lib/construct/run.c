/* Life of a run: bind the method to the dataset, lay out one block for the work and one for the result, advance. */
#include <string.h>

#include "base/checked.h"
#include "base/error.h"
#include "construct/keys.h"
#include "construct/layout.h"
#include "construct/pipeline.h"

void inno__result_destroy(inno_result *r) {
  if (r == NULL) return;
  inno_allocator a = r->allocator;
  inno__tree_destroy(r->tree);
  inno__names_destroy(r->unit_codes);
  inno__names_destroy(r->group_names);
  inno__free(&a, r->block, r->block_bytes);
  inno__free(&a, r, sizeof *r);
}

const double *inno__result_after(const inno_result *r, int32_t step, int64_t node) {
  while (step >= 0 && inno__step_changes_nothing(r->steps[step].kind)) step--; /* wherever it stands */
  if (step < 0) return node < r->tree->indicators ? inno__column(&r->indicators, node) : NULL;
  if (r->steps[step].kind == INNO_STEP_AGGREGATE) return r->final[node];
  return node < r->tree->indicators ? inno__column(&r->steps[step].values, node) : NULL;
}

void inno__run_destroy(inno_run *run) {
  if (run == NULL) return;
  inno_allocator a = run->allocator;
  inno__result_destroy(run->result);
  inno__free(&a, run->block, run->block_bytes);
  inno__free(&a, run, sizeof *run);
}

/* ---- the result before any step has run ---- */

static inno_status start_result(inno_run *run, int32_t keep) {
  const inno_allocator *a = &run->allocator;
  const inno_dataset *d = run->dataset;
  inno_result *r = inno__alloc(a, sizeof *r);
  if (r == NULL) return INNO_E_NOMEM;
  run->result = r;
  memset(r, 0, sizeof *r);
  r->allocator = *a;
  r->keep = keep;
  r->ties = run->method->ties;
  r->step_count = run->method->step_count;
  r->units = d->units;
  r->period_count = d->period_count;
  r->rows = d->rows;
  r->has_periods = d->periods != NULL;
  r->held = run->frames != NULL ? INNO__HELD_TREATMENT | INNO__HELD_NORMALIZATION : 0;
  r->stamp = run->method->stamp;
  r->data_stamp = d->stamp;
  if (inno__tree_copy(run->method->tree, a, &r->tree) != INNO_OK ||
      inno__names_copy(d->codes, a, &r->unit_codes) != INNO_OK ||
      inno__names_copy(d->group_names, a, &r->group_names) != INNO_OK)
    return INNO_E_NOMEM;
  inno_status s = inno__layout_result(r, run->method);
  if (s != INNO_OK) return s;
  if (d->periods != NULL) memcpy(r->periods, d->periods, (size_t)d->period_count * sizeof *r->periods);
  for (int64_t g = 0; g < inno__names_count(d->group_names); g++) {
    /* const for everybody but us, who fill it */
    memcpy((void *)(uintptr_t)r->groups[g].label, d->groups[g].label, /* NOLINT(performance-no-int-to-ptr) */
           (size_t)d->rows * sizeof(int32_t));
    r->groups[g].count = d->groups[g].count;
  }
  return INNO_OK;
}

/* ---- binding codes to the dataset ---- */

static inno_status bind_columns(inno_run *run, inno_error *error) {
  const inno__tree *t = run->method->tree;
  for (int64_t j = 0; j < t->indicators; j++) {
    const char *code = inno__names_at(t->codes, j);
    int64_t next = j > 0 ? run->column[j - 1] + 1 : 0; /* datasets tend to have the tree's order */
    run->column[j] = inno__names_find_near(run->dataset->column_codes, code, next);
    if (run->column[j] < 0)
      return inno__fail(error, INNO_E_MISSING_COLUMN, INNO__MSG_MISSING_COLUMN,
                        &(inno__where){.node = code, .what = code});
  }
  return INNO_OK;
}

static inno_status bind_denominators(inno_run *run, inno_error *error) {
  const inno__tree *t = run->method->tree;
  for (int64_t k = 0; k < inno__names_count(t->denominators); k++)
    run->denominator[k] = inno__names_find(run->dataset->column_codes, inno__names_at(t->denominators, k));
  for (int64_t j = 0; j < t->indicators; j++)
    if (t->denominator[j] >= 0 && run->denominator[t->denominator[j]] < 0 &&
        inno__method_divisions(run->method, run->method->step_count, j) > 0)
      return inno__fail(error, INNO_E_MISSING_COLUMN, INNO__MSG_MISSING_DENOMINATOR,
                        &(inno__where){.node = inno__names_at(t->codes, j),
                                       .what = inno__names_at(t->denominators, t->denominator[j])});
  return INNO_OK;
}

static inno_status bind_text(inno_run *run, const inno__step *step, const char *text, int64_t *place,
                             inno_error *error) {
  if (step->kind == INNO_STEP_NORMALIZE && run->frames != NULL) { /* a reference unit was needed for its constants */
    *place = -1;
    return INNO_OK;
  }
  if (step->kind == INNO_STEP_IMPUTE) {
    *place = inno__names_find(run->dataset->group_names, text);
    if (*place < 0)
      return inno__fail(error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = text});
    return INNO_OK;
  }
  *place = inno__names_find(run->dataset->codes, text);
  if (*place < 0)
    return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_UNIT, &(inno__where){.unit = text, .what = text});
  return INNO_OK;
}

/* A frame of one period must name a period of the dataset. */
static inno_status bind_base(const inno_run *run, int32_t frame, double base, const char *code, inno_error *error) {
  if (frame != INNO_FRAME_BASE || inno__find_period(run->dataset, base) >= 0) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNKNOWN_PERIOD,
                    &(inno__where){.node = code, .what = "base_period", .value = base});
}

static inno_status bind_periods(const inno_run *run, const inno__step *step, inno_error *error) {
  inno_status s = INNO_OK;
  for (int64_t j = 0; step->kind == INNO_STEP_TREAT && j < step->rule_count && s == INNO_OK; j++)
    s = bind_base(run, step->rules.treat[j].frame, step->rules.treat[j].base_period,
                  inno__names_at(run->method->tree->codes, j), error);
  for (int64_t j = 0; step->kind == INNO_STEP_NORMALIZE && j < step->rule_count && s == INNO_OK; j++) {
    const inno__normalize_rule *rule = &step->rules.normalize[j];
    const char *code = inno__names_at(run->method->tree->codes, j);
    s = bind_base(run, rule->frame, rule->base_period, code, error);
    if (rule->frame == INNO_FRAME_POOLED && rule->reference >= 0 && run->dataset->period_count > 1)
      s = inno__fail(error, INNO_E_VALUE, INNO__MSG_REFERENCE_POOLED, &(inno__where){.node = code});
  }
  return s;
}

/* A rule that fills over time needs a time. */
static inno_status bind_times(const inno_run *run, const inno__step *step, inno_error *error) {
  if (step->kind != INNO_STEP_IMPUTE || run->dataset->periods != NULL) return INNO_OK;
  for (int64_t j = 0; j < step->rule_count; j++) {
    int32_t rule = step->rules.impute[j].rule;
    if (inno__impute_is_over_time(rule))
      return inno__fail(error, INNO_E_VALUE, INNO__MSG_IMPUTE_PERIODS,
                        &(inno__where){.node = inno__names_at(run->method->tree->codes, j),
                                       .what = inno__choice_name(INNO_KEY_IMPUTE_RULE, rule)});
  }
  return INNO_OK;
}

static inno_status bind(inno_run *run, inno_error *error) {
  inno_status s = bind_columns(run, error);
  if (s == INNO_OK) s = bind_denominators(run, error);
  int64_t next = 0;
  for (int32_t k = 0; k < run->method->step_count && s == INNO_OK; k++) {
    const inno__step *step = &run->method->steps[k];
    run->first_bound[k] = next;
    for (int64_t i = 0; i < inno__names_count(step->texts) && s == INNO_OK; i++)
      s = bind_text(run, step, inno__names_at(step->texts, i), &run->bound[next++], error);
    if (s == INNO_OK && run->frames == NULL) s = bind_periods(run, step, error);
    if (s == INNO_OK) s = bind_times(run, step, error);
  }
  if (s == INNO_OK && run->frames != NULL) s = inno__frames_bind(run->frames, run->method, run->dataset, error);
  return s;
}

/* The latest values of every node: the dataset's own columns, or copies of them when every step is kept. */
static void start_values(inno_run *run) {
  inno_result *r = run->result;
  size_t bytes = (size_t)r->rows * sizeof(double);
  for (int64_t j = 0; j < r->tree->indicators; j++) {
    const double *raw = inno__column(&run->dataset->columns[run->column[j]], 0);
    r->final[j] = raw;
    if (!(r->keep & INNO_KEEP_STEPS)) continue;
    memcpy(inno__column(&r->indicators, j), raw, bytes);
    r->final[j] = inno__column(&r->indicators, j);
  }
  for (int64_t j = r->tree->indicators; j < r->tree->count; j++)
    r->final[j] = inno__column(&r->aggregates, j - r->tree->indicators);
  memset(run->included, 1, (size_t)r->rows);
}

inno_status inno__run_create(const inno_allocator *allocator, const inno_method *method, const inno_dataset *dataset,
                             const inno_frames *frames, int32_t keep, inno_run **out, inno_error *error) {
  *out = NULL;
  inno_run *run = inno__alloc(allocator, sizeof *run);
  if (run == NULL) return inno__no_memory(error);
  memset(run, 0, sizeof *run);
  run->allocator = *allocator;
  run->method = method;
  run->dataset = dataset;
  run->frames = frames;
  inno_status s = start_result(run, keep);
  if (s == INNO_OK) s = inno__layout_run(run);
  if (s != INNO_OK) {
    int size = s == INNO_E_SIZE;
    inno__fail(error, s, size ? INNO__MSG_SIZE : INNO__MSG_NOMEM,
               &(inno__where){.what = "bytes", .value = 9007199254740992.0});
  } else {
    s = bind(run, error);
  }
  if (s != INNO_OK) {
    inno__run_destroy(run);
    return s;
  }
  start_values(run);
  *out = run;
  return INNO_OK;
}

/* ---- advancing ---- */

/* Frames that a column has in a step of the result. */
static int64_t frames_used(const inno_run *run, int32_t k, int64_t j) {
  const inno__step *step = &run->method->steps[k];
  int32_t frame = step->kind == INNO_STEP_TREAT ? step->rules.treat[j].frame : step->rules.normalize[j].frame;
  int by_period = run->frames != NULL ? inno__frames_of(run->frames, k, j)->count > 1 : frame == INNO_FRAME_PERIOD;
  return by_period ? run->result->period_count : 1;
}

int64_t inno__run_records(const inno_run *run, int32_t k, int64_t j) {
  const inno__treat_log *logs = run->result->steps[k].logs;
  int64_t frames = frames_used(run, k, j), records = logs != NULL ? 0 : frames;
  for (int64_t f = 0; logs != NULL && f < frames; f++) records += logs[j * run->result->period_count + f].count;
  return records;
}

/* Where the records of each column begin: stages of every frame it was treated in, or its frames. */
void inno__run_number_records(inno_run *run) {
  inno_result *r = run->result;
  for (int32_t k = 0; k < r->step_count; k++) {
    inno__step_result *s = &r->steps[k];
    if (s->logs == NULL && s->frames == NULL) continue;
    s->first_record[0] = 0;
    for (int64_t j = 0; j < r->tree->indicators; j++)
      s->first_record[j + 1] = s->first_record[j] + inno__run_records(run, k, j);
  }
}

inno_status inno__run_advance(inno_run *run, int64_t work_limit, inno_error *error) {
  if (run->status != INNO_OK)
    return inno__fail(error, run->status, INNO__MSG_RUN_FAILED, &(inno__where){.what = inno__status_name(run->status)});
  run->cells = 0;
  while (!run->finished && run->cells < work_limit) {
    int done = 0;
    run->status = inno__run_piece(run, &done, error);
    if (run->status != INNO_OK) return run->status;
    if (!done) continue;
    run->item = 0;
    if (++run->step < run->method->step_count) continue;
    run->finished = 1;
    inno__run_number_records(run);
    if (run->method->weighting != NULL) run->status = inno__weigh(run->result->tree, NULL, error); /* shares */
  }
  return run->status;
}

inno_status inno__run_to_aggregation(inno_run *run, inno_error *error) {
  inno_status s = INNO_OK;
  while (s == INNO_OK && run->method->steps[run->step].kind != INNO_STEP_AGGREGATE)
    s = inno__run_advance(run, 1, error);
  return s;
}

void inno__run_restart(inno_run *run) {
  run->status = INNO_OK;
  run->step = 0;
  run->item = run->call = run->place = 0;
  run->finished = run->screened = 0;
  start_values(run);
}
