/* Why a score is what it is, what would change it, and how sure a rank is. */
#include <math.h>
#include <string.h>

#include "indices.h"
#include "sheet.h"
#include "tables.h"

enum { DATA, FRAMEWORK };

static bool find_unit(struct cells_call_state *c, const struct cells_index *index, const char *unit, int64_t *out) {
  *out = inno_dataset_find_unit(index->data, unit);
  return *out >= 0 ||
         cells_fail(c, CELLS_FAULT_VALUE, "there is no unit '%s' in %s; check its spelling",
                    "không có đơn vị '%s' trong %s; hãy kiểm tra chính tả", unit, cells_argument_name(c, DATA));
}

/* What is explained: the node that the argument names, else the one of the method's section explain, else the index. */
static bool choose_node(struct cells_call_state *c, struct cells_index *index, int32_t argument, int64_t *out) {
  const char *code = NULL;
  char told[INNO_LIMIT_TEXT + 1] = "";
  int64_t needed = 0;
  *out = -1;
  if (!cells_take_text(c, argument, &code)) {
    return false;
  }
  inno_status status =
      code != NULL ? inno_scheme_set_text(index->explain, NULL, INNO_KEY_EXPLAIN_NODE, code, c->error) : INNO_OK;
  if (status == INNO_OK) {
    status = inno_scheme_get_text(index->explain, NULL, INNO_KEY_EXPLAIN_NODE, told, sizeof told, &needed, c->error);
  }
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  for (int64_t i = 0; told[0] == '\0' && i < inno_indicator_set_node_count(index->set); i++) {
    *out = i;
    if (inno_indicator_set_parent(index->set, i) < 0) {
      return true;
    }
  }
  *out = inno_indicator_set_find(index->set, told);
  return *out >= 0 || cells_fail(c, CELLS_FAULT_VALUE, "there is no code '%s' in %s", "không có mã '%s' trong %s", told,
                                 cells_argument_name(c, FRAMEWORK));
}

/* Runs a function on an index that is closed behind it. */
static bool on_index(struct cells_call_state *c, bool (*run)(struct cells_call_state *, struct cells_index *),
                     int32_t method) {
  struct cells_index index;
  bool done = cells_index_make(c, DATA, FRAMEWORK, method, INNO_KEEP_SCORES, &index) && run(c, &index);
  cells_index_close(&index);
  return done;
}

static bool field(struct cells_call_state *c, const inno_analysis *analysis, int32_t kind, int64_t record,
                  int32_t number, double *out) {
  inno_status status = inno_analysis_record(analysis, kind, record, number, out, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

/* ---- contributions ---- */

enum { CONTRIBUTION_UNIT = 2, CONTRIBUTION_REFERENCE, CONTRIBUTION_METHOD, CONTRIBUTION_NODE, CONTRIBUTION_LABELS };

static bool choose_reference(struct cells_call_state *c, const struct cells_index *index, int32_t *reference,
                             int64_t *unit) {
  static const struct cells_word words[] = {{"baseline", INNO_REFERENCE_BASELINE},
                                            {"best", INNO_REFERENCE_BEST},
                                            {"above", INNO_REFERENCE_ABOVE},
                                            {"below", INNO_REFERENCE_BELOW},
                                            {"median", INNO_REFERENCE_MEDIAN}};
  const char *word = NULL;
  *reference = INNO_REFERENCE_BASELINE;
  *unit = -1;
  if (!cells_take_text(c, CONTRIBUTION_REFERENCE, &word) || word == NULL) {
    return !cells_failed(c);
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strcmp(words[i].word, word) == 0) {
      *reference = words[i].number;
      return true;
    }
  }
  *reference = INNO_REFERENCE_UNIT;
  *unit = inno_dataset_find_unit(index->data, word);
  return *unit >= 0 ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s is '%s'; it is baseline, best, above, below, median or a unit of %s",
                    "%s là '%s'; cần là baseline, best, above, below, median hoặc một đơn vị của %s",
                    cells_argument_name(c, CONTRIBUTION_REFERENCE), word, cells_argument_name(c, DATA));
}

static bool split_table(struct cells_call_state *c, const struct cells_index *index, const inno_analysis *analysis,
                        int32_t reference) {
  static const char *const headers[] = {"node", "value", "reference", "contribution", "share"};
  static const int32_t fields[] = {INNO_FIELD_VALUE, INNO_FIELD_REFERENCE_VALUE, INNO_FIELD_CONTRIBUTION,
                                   INNO_FIELD_CONTRIBUTION_SHARE};
  struct cells_sheet sheet;
  int64_t records = inno_analysis_record_count(analysis, INNO_RECORD_CONTRIBUTION);
  int32_t rows = 0, row = 0;
  double number = 0.0;
  for (int64_t i = 0; i < records; i++) {
    if (!field(c, analysis, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_REFERENCE, &number)) {
      return false;
    }
    rows += (int32_t)number == reference;
  }
  if (!cells_sheet_make(c, CONTRIBUTION_LABELS, rows, 4, headers, &sheet)) {
    return false;
  }
  for (int64_t i = 0; i < records; i++) {
    if (!field(c, analysis, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_REFERENCE, &number)) {
      return false;
    }
    if ((int32_t)number != reference) {
      continue;
    }
    for (int32_t k = 0; k < 4; k++) {
      if (!field(c, analysis, INNO_RECORD_CONTRIBUTION, i, fields[k], cells_sheet_at(&sheet, row, k))) {
        return false;
      }
    }
    if (!field(c, analysis, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_NODE, &number) ||
        !cells_sheet_label(c, &sheet, row++, inno_indicator_set_code(index->set, (int64_t)number))) {
      return false;
    }
  }
  return true;
}

/* Why the distance to a reference could not be split, if so. */
static bool check_split(struct cells_call_state *c, const inno_analysis *analysis, int32_t reference) {
  for (int64_t i = 0; i < inno_analysis_record_count(analysis, INNO_RECORD_CONTRIBUTION_UNIT); i++) {
    double number = 0.0, status = 0.0;
    if (!field(c, analysis, INNO_RECORD_CONTRIBUTION_UNIT, i, INNO_FIELD_REFERENCE, &number) ||
        !field(c, analysis, INNO_RECORD_CONTRIBUTION_UNIT, i, INNO_FIELD_STATUS, &status)) {
      return false;
    }
    if ((int32_t)number == reference && (int32_t)status == INNO_E_NODATA &&
        (reference == INNO_REFERENCE_ABOVE || reference == INNO_REFERENCE_BELOW)) {
      return cells_fail(c, CELLS_FAULT_NONE, "no unit has a score %s this one's, or this one has none",
                        "không đơn vị nào có điểm %s đơn vị này, hoặc đơn vị này không có điểm",
                        c->language == CELLS_VIETNAMESE     ? (reference == INNO_REFERENCE_ABOVE ? "trên" : "dưới")
                        : reference == INNO_REFERENCE_ABOVE ? "above"
                                                            : "below");
    }
    if ((int32_t)number == reference && status != 0.0) {
      return cells_fail_library(c, (inno_status)status);
    }
  }
  return true;
}

static bool run_contribution(struct cells_call_state *c, struct cells_index *index) {
  const char *name = NULL;
  int64_t unit, node, other;
  int32_t reference;
  inno_analysis *analysis = NULL;
  if (!cells_take_text(c, CONTRIBUTION_UNIT, &name) || !find_unit(c, index, name, &unit) ||
      !choose_node(c, index, CONTRIBUTION_NODE, &node) || !choose_reference(c, index, &reference, &other)) {
    return false;
  }
  inno_status status = inno_analysis_create_contributions(NULL, index->explain, index->method, index->result, unit,
                                                          other, &analysis, c->error);
  bool done = status == INNO_OK ? check_split(c, analysis, reference) && split_table(c, index, analysis, reference)
                                : cells_fail_library(c, status);
  inno_analysis_destroy(analysis);
  return done;
}

bool call_contribution(struct cells_call_state *c) { return on_index(c, run_contribution, CONTRIBUTION_METHOD); }

/* ---- what if ---- */

enum { WHAT_IF_UNIT = 2, WHAT_IF_INDICATOR, WHAT_IF_VALUE, WHAT_IF_METHOD, WHAT_IF_NODE, WHAT_IF_LABELS };

struct edits {
  int32_t count;
  int64_t *rows, *columns;
  double *values;
  const char **labels;
};

/* Cell i of an argument that has one cell or as many as there are edits. */
static bool edit_text(struct cells_call_state *c, int32_t argument, int32_t i, const char **out) {
  const struct cells_range *range = &c->arguments[argument];
  bool one = range->rows == 1 && range->columns == 1;
  return cells_cell_text(c, argument, one ? 0 : i / range->columns, one ? 0 : i % range->columns, out);
}

static bool check_edit_count(struct cells_call_state *c, int32_t argument, int32_t count) {
  const struct cells_range *range = &c->arguments[argument];
  if (!cells_check_shape(c, argument, -1)) {
    return false;
  }
  int32_t found = cells_given(c, argument) ? range->rows * range->columns : 0;
  return found == 1 || found == count ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s has %d cells; give one, or one a new value (%d)",
                    "%s có %d ô; hãy chọn một ô, hoặc mỗi giá trị mới một ô (%d)", cells_argument_name(c, argument),
                    (int)found, (int)count);
}

static bool read_edits(struct cells_call_state *c, const struct cells_index *index, struct edits *out) {
  struct cells_column values;
  if (!cells_take_column(c, WHAT_IF_VALUE, -1, &values) || !check_edit_count(c, WHAT_IF_UNIT, values.n) ||
      !check_edit_count(c, WHAT_IF_INDICATOR, values.n)) {
    return false;
  }
  size_t count = (size_t)values.n;
  *out = (struct edits){values.n, cells_room(c, count, sizeof *out->rows), cells_room(c, count, sizeof *out->columns),
                        values.values, cells_room(c, count, sizeof *out->labels)};
  if (out->rows == NULL || out->columns == NULL || out->labels == NULL) {
    return false;
  }
  for (int32_t i = 0; i < values.n; i++) {
    const char *unit, *indicator;
    if (!edit_text(c, WHAT_IF_UNIT, i, &unit) || !edit_text(c, WHAT_IF_INDICATOR, i, &indicator) ||
        !find_unit(c, index, unit, &out->rows[i])) {
      return false;
    }
    out->columns[i] = inno_dataset_find_column(index->data, indicator);
    out->labels[i] = unit;
    if (out->columns[i] < 0) {
      return cells_fail(c, CELLS_FAULT_VALUE, "there is no column '%s' in %s that the index uses",
                        "không có cột '%s' trong %s mà bộ chỉ số dùng", indicator, cells_argument_name(c, DATA));
    }
  }
  return true;
}

static bool try_edits(struct cells_call_state *c, inno_what_if *what_if, const struct edits *edits, int64_t node) {
  static const char *const headers[] = {"unit", "score", "rank", "score_change", "rank_change"};
  struct cells_sheet sheet;
  const inno_result *now = inno_what_if_result(what_if);
  int64_t units = inno_result_unit_count(now);
  int32_t *statuses = cells_room(c, (size_t)edits->count, sizeof *statuses);
  double *scores = cells_room(c, (size_t)units, sizeof *scores), *ranks = cells_room(c, (size_t)units, sizeof *ranks);
  if (statuses == NULL || scores == NULL || ranks == NULL ||
      !cells_sheet_make(c, WHAT_IF_LABELS, edits->count, 4, headers, &sheet)) {
    return false;
  }
  ptrdiff_t stride = (ptrdiff_t)sizeof(double) * sheet.columns;
  inno_status status = inno_what_if_try_values(what_if, edits->count, edits->rows, edits->columns, edits->values,
                                               sizeof(double), node, cells_sheet_at(&sheet, 0, 0), stride,
                                               cells_sheet_at(&sheet, 0, 1), stride, statuses, c->error);
  status = status == INNO_OK ? inno_result_scores(now, node, scores, sizeof *scores, c->error) : status;
  status = status == INNO_OK ? inno_result_ranks(now, node, NULL, ranks, sizeof *ranks, c->error) : status;
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  for (int32_t i = 0; i < edits->count; i++) {
    if (statuses[i] != INNO_OK) {
      return cells_fail_library_at(c, statuses[i], WHAT_IF_VALUE, i);
    }
    *cells_sheet_at(&sheet, i, 2) = *cells_sheet_at(&sheet, i, 0) - scores[edits->rows[i]];
    *cells_sheet_at(&sheet, i, 3) = *cells_sheet_at(&sheet, i, 1) - ranks[edits->rows[i]];
    if (!cells_sheet_label(c, &sheet, i, edits->labels[i])) {
      return false;
    }
  }
  return true;
}

static bool run_what_if(struct cells_call_state *c, struct cells_index *index) {
  struct edits edits;
  int64_t node;
  inno_what_if *what_if = NULL;
  if (!cells_ranks_of_all(c, index) || !read_edits(c, index, &edits) || !choose_node(c, index, WHAT_IF_NODE, &node)) {
    return false;
  }
  inno_status status = inno_what_if_create(NULL, index->explain, index->method, index->data, &what_if, c->error);
  bool done = status == INNO_OK ? try_edits(c, what_if, &edits, node) : cells_fail_library(c, status);
  inno_what_if_destroy(what_if);
  return done;
}

bool call_what_if(struct cells_call_state *c) { return on_index(c, run_what_if, WHAT_IF_METHOD); }

/* ---- the next rank ---- */

enum { NEXT_UNIT = 2, NEXT_RANK, NEXT_METHOD, NEXT_NODE, NEXT_LABELS };

static bool goal_rank(struct cells_call_state *c, const struct cells_index *index, int64_t unit, int64_t node,
                      double *out) {
  int64_t units = inno_result_unit_count(index->result);
  double *ranks = cells_room(c, (size_t)units, sizeof *ranks);
  if (ranks == NULL || !cells_take_number(c, NEXT_RANK, out) ||
      !cells_check_range(c, NEXT_RANK, *out, 1.0, INFINITY, false)) {
    return false;
  }
  inno_status status = inno_result_ranks(index->result, node, NULL, ranks, sizeof *ranks, c->error);
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  if (isnan(*out)) { /* one better than now, at best the first; a unit without a rank is the library's to refuse */
    *out = ranks[unit] > 1.0 ? ceil(ranks[unit]) - 1.0 : 1.0;
  }
  return true;
}

static bool climb_table(struct cells_call_state *c, const struct cells_index *index, const inno_analysis *analysis) {
  static const char *const headers[] = {"indicator", "value", "needed", "change", "reached", "score", "rank"};
  static const int32_t fields[] = {INNO_FIELD_VALUE,   INNO_FIELD_NEW_VALUE, INNO_FIELD_VALUE_CHANGE,
                                   INNO_FIELD_REACHED, INNO_FIELD_SCORE,     INNO_FIELD_RANK};
  struct cells_sheet sheet;
  int32_t rows = (int32_t)inno_analysis_record_count(analysis, INNO_RECORD_CLIMB);
  if (!cells_sheet_make(c, NEXT_LABELS, rows, 6, headers, &sheet)) {
    return false;
  }
  for (int32_t i = 0; i < rows; i++) {
    double node = 0.0;
    for (int32_t k = 0; k < 6; k++) {
      if (!field(c, analysis, INNO_RECORD_CLIMB, i, fields[k], cells_sheet_at(&sheet, i, k))) {
        return false;
      }
    }
    if (!field(c, analysis, INNO_RECORD_CLIMB, i, INNO_FIELD_NODE, &node) ||
        !cells_sheet_label(c, &sheet, i, inno_indicator_set_code(index->set, (int64_t)node))) {
      return false;
    }
  }
  return true;
}

static bool run_next_rank(struct cells_call_state *c, struct cells_index *index) {
  const char *name = NULL;
  int64_t unit, node;
  double rank;
  inno_analysis *analysis = NULL;
  if (!cells_ranks_of_all(c, index) || !cells_take_text(c, NEXT_UNIT, &name) || !find_unit(c, index, name, &unit) ||
      !choose_node(c, index, NEXT_NODE, &node) || !goal_rank(c, index, unit, node, &rank)) {
    return false;
  }
  inno_status status = inno_analysis_create_climb(NULL, index->explain, index->method, index->data, unit,
                                                  INNO_GOAL_RANK, rank, -1, NULL, 0, NULL, 0, &analysis, c->error);
  bool done = status == INNO_OK ? climb_table(c, index, analysis) : cells_fail_library(c, status);
  inno_analysis_destroy(analysis);
  return done;
}

bool call_next_rank(struct cells_call_state *c) { return on_index(c, run_next_rank, NEXT_METHOD); }
