#include "innoscore/result.h"

#include <string.h>

#include "api/arguments.h"
#include "construct/pipeline.h"
#include "construct/result_read.h"
#include "innoscore/frames.h"
#include "numeric/missing.h"

/* ---- runs ---- */

static inno_status create_run(const inno_allocator *allocator, const inno_method *method, const inno_dataset *dataset,
                              const inno_frames *frames, int32_t keep, inno_run **out, inno_error *error) {
  *out = NULL;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  if (keep < 0 || keep > INNO_KEEP_ALL) return inno__bad_argument(error, "keep", keep);
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__run_create(&a, method, dataset, frames, keep, out, error);
}

inno_status INNO_CALL inno_run_create(const inno_allocator *allocator, const inno_method *method,
                                      const inno_dataset *dataset, int32_t keep, inno_run **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  return create_run(allocator, method, dataset, NULL, keep, out, error);
}

inno_status INNO_CALL inno_run_create_with_frames(const inno_allocator *allocator, const inno_method *method,
                                                  const inno_dataset *dataset, const inno_frames *frames, int32_t keep,
                                                  inno_run **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (frames == NULL) return inno__null(error, "frames");
  return create_run(allocator, method, dataset, frames, keep, out, error);
}

void INNO_CALL inno_run_destroy(inno_run *run) { inno__run_destroy(run); }

inno_status INNO_CALL inno_run_advance(inno_run *run, int64_t work_limit, int32_t *done, inno_error *error) {
  inno__error_clear(error);
  if (done == NULL) return inno__null(error, "done");
  *done = 0;
  if (run == NULL) return inno__null(error, "run");
  if (work_limit < 1) return inno__bad_argument(error, "work_limit", (double)work_limit);
  inno_status s = inno__run_advance(run, work_limit, error);
  if (s == INNO_OK) *done = run->finished;
  return s;
}

inno_status INNO_CALL inno_run_finish(inno_run *run, inno_result **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (run == NULL) return inno__null(error, "run");
  if (!run->finished || run->result == NULL)
    return inno__fail(error, INNO_E_UNFINISHED, INNO__MSG_UNFINISHED, &(inno__where){.what = "run"});
  *out = run->result;
  run->result = NULL;
  return INNO_OK;
}

/* All of a run at once. */
static inno_status run_through(inno_run *run, inno_result **out, inno_error *error) {
  inno_status s = inno__run_advance(run, INT64_MAX, error);
  if (s == INNO_OK) s = inno_run_finish(run, out, error);
  inno__run_destroy(run);
  return s;
}

inno_status INNO_CALL inno_result_create(const inno_allocator *allocator, const inno_method *method,
                                         const inno_dataset *dataset, int32_t keep, inno_result **out,
                                         inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_run *run = NULL;
  inno_status s = create_run(allocator, method, dataset, NULL, keep, &run, error);
  return s == INNO_OK ? run_through(run, out, error) : s;
}

inno_status INNO_CALL inno_result_create_with_frames(const inno_allocator *allocator, const inno_method *method,
                                                     const inno_dataset *dataset, const inno_frames *frames,
                                                     int32_t keep, inno_result **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (frames == NULL) return inno__null(error, "frames");
  inno_run *run = NULL;
  inno_status s = create_run(allocator, method, dataset, frames, keep, &run, error);
  return s == INNO_OK ? run_through(run, out, error) : s;
}

void INNO_CALL inno_result_destroy(inno_result *result) { inno__result_destroy(result); }

/* ---- what the result is about ---- */

int64_t INNO_CALL inno_result_unit_count(const inno_result *result) { return result != NULL ? result->units : 0; }

int64_t INNO_CALL inno_result_period_count(const inno_result *result) {
  return result != NULL ? result->period_count : 0;
}

double INNO_CALL inno_result_period(const inno_result *result, int64_t period) {
  if (result == NULL || !result->has_periods || period < 0 || period >= result->period_count) return inno__nan();
  return result->periods[period];
}

const char *INNO_CALL inno_result_unit_code(const inno_result *result, int64_t unit) {
  if (result == NULL || unit < 0 || unit >= result->units) return NULL;
  return inno__names_at(result->unit_codes, unit);
}

int64_t INNO_CALL inno_result_find_unit(const inno_result *result, const char *code) {
  return result != NULL && code != NULL ? inno__names_find(result->unit_codes, code) : -1;
}

int64_t INNO_CALL inno_result_node_count(const inno_result *result) { return result != NULL ? result->tree->count : 0; }

int64_t INNO_CALL inno_result_indicator_count(const inno_result *result) {
  return result != NULL ? result->tree->indicators : 0;
}

static int has_node(const inno_result *result, int64_t node) {
  return result != NULL && node >= 0 && node < result->tree->count;
}

const char *INNO_CALL inno_result_node_code(const inno_result *result, int64_t node) {
  return has_node(result, node) ? inno__names_at(result->tree->codes, node) : NULL;
}

int64_t INNO_CALL inno_result_find_node(const inno_result *result, const char *code) {
  return result != NULL && code != NULL ? inno__names_find(result->tree->codes, code) : -1;
}

int64_t INNO_CALL inno_result_node_parent(const inno_result *result, int64_t node) {
  return has_node(result, node) ? result->tree->parent[node] : -1;
}

int32_t INNO_CALL inno_result_node_level(const inno_result *result, int64_t node) {
  return has_node(result, node) ? result->tree->level[node] : 0;
}

int32_t INNO_CALL inno_result_step_count(const inno_result *result) { return result != NULL ? result->step_count : 0; }

int32_t INNO_CALL inno_result_step(const inno_result *result, int32_t step) {
  return result != NULL && step >= 0 && step < result->step_count ? result->steps[step].kind : 0;
}

/* ---- values ---- */

static inno_status check_read(const inno_result *result, int64_t node, const void *out, ptrdiff_t stride,
                              inno_error *error) {
  inno__error_clear(error);
  if (result == NULL) return inno__null(error, "result");
  if (!has_node(result, node)) return inno__bad_argument(error, "node", (double)node);
  return inno__check_array(out, stride, result->rows, 1, "out", error);
}

static inno_status not_kept(inno_error *error, const char *what) {
  return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_NOT_KEPT, &(inno__where){.what = what});
}

inno_status INNO_CALL inno_result_scores(const inno_result *result, int64_t node, double *out, ptrdiff_t stride_bytes,
                                         inno_error *error) {
  inno_status s = check_read(result, node, out, stride_bytes, error);
  if (s == INNO_OK) inno__scatter(result->final[node], result->rows, out, stride_bytes);
  return s;
}

inno_status INNO_CALL inno_result_ranks(const inno_result *result, int64_t node, const char *group, double *out,
                                        ptrdiff_t stride_bytes, inno_error *error) {
  inno_status s = check_read(result, node, out, stride_bytes, error);
  if (s != INNO_OK) return s;
  const inno__grouping *grouping = NULL;
  if (group != NULL) {
    int64_t g = inno__names_find(result->group_names, group);
    if (g < 0) return inno__fail(error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = group});
    grouping = &result->groups[g];
  }
  size_t ranks = (size_t)result->rows * sizeof(double), head = (ranks + 63) / 64 * 64;
  size_t bytes = head + inno__result_ranks_work_size(result, grouping != NULL ? grouping->count : 0);
  char *block = inno__alloc(&result->allocator, bytes);
  if (block == NULL) return inno__no_memory(error);
  double *rank = (double *)(void *)block;
  inno__result_ranks(result, node, grouping, rank, block + head);
  inno__scatter(rank, result->rows, out, stride_bytes);
  inno__free(&result->allocator, block, bytes);
  return INNO_OK;
}

inno_status INNO_CALL inno_result_coverage(const inno_result *result, int64_t node, double *out, ptrdiff_t stride_bytes,
                                           inno_error *error) {
  inno_status s = check_read(result, node, out, stride_bytes, error);
  if (s != INNO_OK) return s;
  if (!(result->keep & INNO_KEEP_COVERAGE)) return not_kept(error, "INNO_KEEP_COVERAGE");
  if (node >= result->tree->indicators) {
    inno__scatter(inno__column(&result->coverage, node - result->tree->indicators), result->rows, out, stride_bytes);
    return INNO_OK;
  }
  const double *x = result->final[node];
  char *place = (char *)out;
  for (int64_t i = 0; i < result->rows; i++, place += stride_bytes) {
    double share = x[i] == x[i] ? 1.0 : 0.0;
    memcpy(place, &share, sizeof share);
  }
  return INNO_OK;
}

inno_status INNO_CALL inno_result_values(const inno_result *result, int32_t step, int64_t node, double *out,
                                         ptrdiff_t stride_bytes, inno_error *error) {
  inno_status s = check_read(result, node, out, stride_bytes, error);
  if (s != INNO_OK) return s;
  if (step < -1 || step >= result->step_count) return inno__bad_argument(error, "step", step);
  if (!(result->keep & INNO_KEEP_STEPS)) return not_kept(error, "INNO_KEEP_STEPS");
  const double *x = inno__result_after(result, step, node);
  if (x == NULL) return inno__bad_argument(error, "node", (double)node);
  inno__scatter(x, result->rows, out, stride_bytes);
  return INNO_OK;
}

/* What may be asked of the cells of an indicator in a step. */
static inno_status check_cells(const inno_result *result, int32_t step, int64_t indicator, const void *out,
                               inno_error *error) {
  inno__error_clear(error);
  if (result == NULL) return inno__null(error, "result");
  if (out == NULL) return inno__null(error, "out");
  if (step < 0 || step >= result->step_count) return inno__bad_argument(error, "step", step);
  if (indicator < 0 || indicator >= result->tree->indicators)
    return inno__bad_argument(error, "indicator", (double)indicator);
  return result->keep & INNO_KEEP_STEPS ? INNO_OK : not_kept(error, "INNO_KEEP_STEPS");
}

inno_status INNO_CALL inno_result_imputation_sources(const inno_result *result, int32_t step, int64_t indicator,
                                                     int64_t *out, inno_error *error) {
  inno_status s = check_cells(result, step, indicator, out, error);
  if (s != INNO_OK) return s;
  const int64_t *sources = result->steps[step].sources;
  for (int64_t i = 0; i < result->rows; i++) out[i] = sources != NULL ? sources[indicator * result->rows + i] : -1;
  return INNO_OK;
}

inno_status INNO_CALL inno_result_marks(const inno_result *result, int32_t step, int64_t indicator, int32_t *out,
                                        inno_error *error) {
  inno_status s = check_cells(result, step, indicator, out, error);
  if (s != INNO_OK) return s;
  const unsigned char *marks = result->steps[step].marks; /* the aggregation and the ranking mark nothing */
  for (int64_t i = 0; i < result->rows; i++) out[i] = marks != NULL ? marks[indicator * result->rows + i] : 0;
  return INNO_OK;
}
