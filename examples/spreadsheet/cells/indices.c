/* Scores, ranks, coverage and weights of a whole index. */
#include "indices.h"

#include <math.h>
#include <string.h>

#include "sheet.h"
#include "tables.h"

enum { DATA, FRAMEWORK, METHOD, NODES, LABELS };

struct nodes {
  const char **headers; /* "unit", then a code a node */
  int64_t *at;
  int32_t count;
};

static bool is_aggregate(const struct cells_index *index, int64_t node) {
  return node >= inno_indicator_set_indicator_count(index->set);
}

/* The index, then the other aggregates as the framework lists them. */
static bool all_aggregates(struct cells_call_state *c, const struct cells_index *index, struct nodes *out) {
  bool ok = true;
  int32_t column = cells_column_named(c, FRAMEWORK, "code", &ok);
  for (int pass = 0; ok && pass < 2; pass++) {
    for (int32_t row = 1; ok && row < c->arguments[FRAMEWORK].rows; row++) {
      const char *code = "";
      ok = cells_cell_text(c, FRAMEWORK, row, column, &code);
      int64_t node = ok && code[0] != '\0' ? inno_indicator_set_find(index->set, code) : -1;
      if (node >= 0 && is_aggregate(index, node) && (inno_indicator_set_parent(index->set, node) < 0) == (pass == 0)) {
        out->at[out->count] = node;
        out->headers[++out->count] = inno_indicator_set_code(index->set, node);
      }
    }
  }
  return ok;
}

static bool named_nodes(struct cells_call_state *c, const struct cells_index *index, struct nodes *out) {
  const struct cells_range *range = &c->arguments[NODES];
  for (int64_t i = 0; i < (int64_t)range->rows * range->columns; i++) {
    const char *code;
    if (!cells_cell_text(c, NODES, (int32_t)(i / range->columns), (int32_t)(i % range->columns), &code)) {
      return false;
    }
    if (code[0] == '\0') {
      continue;
    }
    int64_t node = inno_indicator_set_find(index->set, code);
    if (node < 0) {
      return cells_fail(c, CELLS_FAULT_VALUE, "%s: there is no code '%s' in %s", "%s: không có mã '%s' trong %s",
                        cells_argument_name(c, NODES), code, cells_argument_name(c, FRAMEWORK));
    }
    out->at[out->count] = node;
    out->headers[++out->count] = inno_indicator_set_code(index->set, node);
  }
  return out->count > 0 ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s has no code", "%s không có mã nào", cells_argument_name(c, NODES));
}

static bool choose_nodes(struct cells_call_state *c, const struct cells_index *index, struct nodes *out) {
  bool given = cells_given(c, NODES);
  const struct cells_range *range = given ? &c->arguments[NODES] : &c->arguments[FRAMEWORK];
  size_t most = (size_t)range->rows * (given ? (size_t)range->columns : 1);
  *out = (struct nodes){cells_room(c, most + 1, sizeof *out->headers), cells_room(c, most, sizeof *out->at), 0};
  if (out->headers == NULL || out->at == NULL) {
    return false;
  }
  out->headers[0] = "unit";
  return given ? named_nodes(c, index, out) : all_aggregates(c, index, out);
}

typedef inno_status (*reader)(const struct cells_index *index, int64_t node, double *out, ptrdiff_t stride,
                              inno_error *error);

static inno_status read_scores(const struct cells_index *index, int64_t node, double *out, ptrdiff_t stride,
                               inno_error *error) {
  return inno_result_scores(index->result, node, out, stride, error);
}
static inno_status read_ranks(const struct cells_index *index, int64_t node, double *out, ptrdiff_t stride,
                              inno_error *error) {
  return inno_result_ranks(index->result, node, index->group, out, stride, error);
}
static inno_status read_coverage(const struct cells_index *index, int64_t node, double *out, ptrdiff_t stride,
                                 inno_error *error) {
  return inno_result_coverage(index->result, node, out, stride, error);
}

static bool units_by_nodes(struct cells_call_state *c, struct cells_index *index, reader read, int32_t keep) {
  struct nodes nodes;
  struct cells_sheet sheet;
  if (!cells_index_make(c, DATA, FRAMEWORK, METHOD, keep, index) || !choose_nodes(c, index, &nodes)) {
    return false;
  }
  int32_t units = (int32_t)inno_result_unit_count(index->result);
  if (!cells_sheet_make(c, LABELS, units, nodes.count, nodes.headers, &sheet)) {
    return false;
  }
  for (int32_t k = 0; k < nodes.count; k++) {
    inno_status status =
        read(index, nodes.at[k], cells_sheet_at(&sheet, 0, k), (ptrdiff_t)sizeof(double) * sheet.columns, c->error);
    if (status != INNO_OK) {
      return cells_fail_library(c, status);
    }
  }
  for (int32_t i = 0; i < units; i++) {
    if (!cells_sheet_label(c, &sheet, i, inno_result_unit_code(index->result, i))) {
      return false;
    }
  }
  return true;
}

static bool with_index(struct cells_call_state *c, reader read, int32_t keep) {
  struct cells_index index;
  bool done = units_by_nodes(c, &index, read, keep);
  cells_index_close(&index);
  return done;
}

bool call_score(struct cells_call_state *c) { return with_index(c, read_scores, INNO_KEEP_SCORES); }
bool call_score_rank(struct cells_call_state *c) { return with_index(c, read_ranks, INNO_KEEP_SCORES); }
bool call_score_coverage(struct cells_call_state *c) { return with_index(c, read_coverage, INNO_KEEP_COVERAGE); }

/* ---- weights ---- */

/* A step that computes weights needs data, which this function has not. */
static bool weights_are_given(struct cells_call_state *c, const struct cells_index *index) {
  for (int32_t k = 0; k < index->step_count; k++) {
    if (inno_scheme_step(index->steps[k]) == INNO_STEP_WEIGH) {
      return cells_fail(
          c, CELLS_FAULT_VALUE, "the method computes weights from the data (weighting); %s shows those that are given",
          "phương pháp tính trọng số từ dữ liệu (weighting); %s chỉ cho trọng số đã cho", c->function->name);
    }
  }
  return true;
}

static bool weights_of(struct cells_call_state *c, struct cells_index *index) {
  static const char *const headers[] = {"node", "weight", "share", "effective"};
  struct cells_sheet sheet;
  if (!cells_index_make(c, -1, 0, 1, INNO_KEEP_SCORES, index) || !weights_are_given(c, index)) {
    return false;
  }
  inno_status status =
      index->weights == NULL ? inno_weights_create_given(NULL, index->set, &index->weights, c->error) : INNO_OK;
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  int32_t nodes = (int32_t)inno_indicator_set_node_count(index->set);
  if (!cells_sheet_make(c, 2, nodes, 3, headers, &sheet)) {
    return false;
  }
  ptrdiff_t stride = (ptrdiff_t)sizeof(double) * sheet.columns;
  status = inno_weights_shares(index->weights, index->set, cells_sheet_at(&sheet, 0, 1), stride, c->error);
  status = status == INNO_OK
               ? inno_weights_effective(index->weights, index->set, cells_sheet_at(&sheet, 0, 2), stride, c->error)
               : status;
  for (int32_t i = 0; i < nodes && status == INNO_OK; i++) {
    const char *code = inno_indicator_set_code(index->set, i);
    status = inno_weights_get(index->weights, code, cells_sheet_at(&sheet, i, 0), c->error);
    if (!cells_sheet_label(c, &sheet, i, code)) {
      return false;
    }
  }
  return status == INNO_OK || cells_fail_library(c, status);
}

bool call_score_weights(struct cells_call_state *c) {
  struct cells_index index;
  bool done = weights_of(c, &index);
  cells_index_close(&index);
  return done;
}
