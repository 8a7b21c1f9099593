/* The data: a row a unit; and the whole index of the three tables. */
#include <math.h>
#include <string.h>

#include "tables.h"

static bool is_denominator(const struct cells_call_state *c, const struct cells_index *index, int32_t framework,
                           const char *name) {
  for (int32_t row = 1; row < c->arguments[framework].rows; row++) {
    if (strcmp(index->denominators[row], name) == 0) {
      return true;
    }
  }
  return false;
}

static bool is_indicator(const struct cells_index *index, const char *name) {
  int64_t node = inno_indicator_set_find(index->set, name);
  return node >= 0 && node < inno_indicator_set_indicator_count(index->set);
}

struct rows {
  int32_t count;
  int32_t *at; /* row of the range of each unit */
};

static bool read_units(struct cells_call_state *c, int32_t argument, struct rows *rows, struct cells_index *out) {
  bool ok = true;
  const struct cells_range *range = &c->arguments[argument];
  int32_t column = cells_column_named(c, argument, "unit", &ok);
  if (!ok || column < 0) {
    return ok && cells_fail(c, CELLS_FAULT_VALUE,
                            "%s has no column 'unit'; its first row must be headers: unit, then the indicators",
                            "%s không có cột 'unit'; hàng đầu phải là tiêu đề: unit, rồi đến các chỉ tiêu",
                            cells_argument_name(c, argument));
  }
  const char **codes = cells_room(c, (size_t)range->rows, sizeof *codes);
  rows->at = codes != NULL ? cells_room(c, (size_t)range->rows, sizeof *rows->at) : NULL;
  if (rows->at == NULL) {
    return false;
  }
  for (int32_t row = 1; row < range->rows; row++) {
    if (cells_row_blank(c, argument, row)) {
      continue;
    }
    if (!cells_cell_text(c, argument, row, column, &codes[rows->count])) {
      return false;
    }
    if (strpbrk(codes[rows->count], "\t\n\r") != NULL) {
      return cells_fail(c, CELLS_FAULT_VALUE,
                        "the name of the unit in row %d of %s has more than one line; make it one",
                        "tên đơn vị ở hàng %d của %s có nhiều dòng; hãy viết trên một dòng", (int)row + 1,
                        cells_argument_name(c, argument));
    }
    if (codes[rows->count][0] == '\0') {
      return cells_fail(c, CELLS_FAULT_VALUE, "row %d of %s has no name in the column 'unit'",
                        "hàng %d của %s thiếu tên ở cột 'unit'", (int)row + 1, cells_argument_name(c, argument));
    }
    rows->at[rows->count++] = row;
  }
  if (rows->count == 0) {
    return cells_fail(c, CELLS_FAULT_NONE, "%s has no unit; put a row for each below the headers",
                      "%s không có đơn vị nào; hãy nhập mỗi đơn vị một hàng dưới tiêu đề",
                      cells_argument_name(c, argument));
  }
  inno_status status = inno_dataset_create(NULL, rows->count, codes, &out->data, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

static bool add_numbers(struct cells_call_state *c, int32_t argument, const struct rows *rows, int32_t column,
                        const char *name, double *values, struct cells_index *out) {
  for (int32_t i = 0; i < rows->count; i++) {
    if (!cells_cell_number(c, argument, rows->at[i], column, &values[i])) {
      return false;
    }
  }
  inno_status status = inno_dataset_add_column(out->data, name, values, sizeof *values, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

static bool add_labels(struct cells_call_state *c, int32_t argument, const struct rows *rows, int32_t column,
                       const char *name, struct cells_index *out) {
  const char **labels = cells_room(c, (size_t)rows->count, sizeof *labels);
  if (labels == NULL) {
    return false;
  }
  for (int32_t i = 0; i < rows->count; i++) {
    if (!cells_cell_text(c, argument, rows->at[i], column, &labels[i])) {
      return false;
    }
    labels[i] = cells_is_mark(labels[i]) ? "" : labels[i];
  }
  inno_status status = inno_dataset_add_group(out->data, name, labels, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

/* Numbers where the framework asks for them, group:NAME are groupings, the rest is for people. */
bool cells_read_data(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  static const char group[] = "group:";
  struct rows rows = {0};
  int32_t framework = argument + 1;
  if (!cells_given(c, argument)) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is left out; %s needs it", "thiếu %s; hàm %s cần đối số này",
                      cells_argument_name(c, argument), c->function->name);
  }
  if (!read_units(c, argument, &rows, out)) {
    return false;
  }
  double *values = cells_room(c, (size_t)rows.count, sizeof *values);
  for (int32_t k = 0; values != NULL && k < c->arguments[argument].columns; k++) {
    const char *header = "";
    if (!cells_cell_text(c, argument, 0, k, &header)) {
      return false;
    }
    if (strcmp(header, "period") == 0) {
      return cells_fail(
          c, CELLS_FAULT_VALUE,
          "%s has a column 'period'; a cell scores one period: give its rows alone, without that column",
          "%s có cột 'period'; mỗi ô chỉ tính một kỳ: hãy chọn riêng các hàng của kỳ đó, không có cột này",
          cells_argument_name(c, argument));
    }
    bool ok = true;
    if (header[0] == '\0') {
      continue; /* for people, as any column that nobody asks for */
    }
    if (is_indicator(out, header) || is_denominator(c, out, framework, header)) {
      ok = add_numbers(c, argument, &rows, k, header, values, out);
    } else if (strncmp(header, group, sizeof group - 1) == 0) {
      ok = add_labels(c, argument, &rows, k, header + sizeof group - 1, out);
    }
    if (!ok) {
      return false;
    }
  }
  return values != NULL;
}

static bool make_method(struct cells_call_state *c, struct cells_index *out) {
  const inno_scheme *steps[INNO_LIMIT_STEPS];
  for (int32_t k = 0; k < out->step_count; k++) {
    steps[k] = out->steps[k];
  }
  inno_status status = inno_method_create(NULL, out->set, out->weights, steps, out->step_count, &out->method, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

bool cells_index_make(struct cells_call_state *c, int32_t data, int32_t framework, int32_t method, int32_t keep,
                      struct cells_index *out) {
  *out = (struct cells_index){0};
  if (!cells_read_framework(c, framework, out) || !cells_read_method(c, method, out) ||
      !cells_apply_framework(c, framework, out) || !make_method(c, out)) {
    return false;
  }
  if (data < 0) {
    return true;
  }
  if (!cells_read_data(c, data, out)) {
    return false;
  }
  inno_status status = inno_result_create(NULL, out->method, out->data, keep, &out->result, c->error);
  return status == INNO_OK || cells_fail_library(c, status);
}

void cells_index_close(struct cells_index *index) {
  inno_result_destroy(index->result);
  inno_dataset_destroy(index->data);
  inno_method_destroy(index->method);
  inno_scheme_destroy(index->uncertainty);
  inno_scheme_destroy(index->explain);
  for (int32_t k = 0; k < index->step_count; k++) {
    inno_scheme_destroy(index->steps[k]);
  }
  inno_weights_destroy(index->weights);
  inno_indicator_set_destroy(index->set);
}

bool cells_ranks_of_all(struct cells_call_state *c, const struct cells_index *index) {
  return index->group == NULL ||
         cells_fail(c, CELLS_FAULT_VALUE,
                    "row %d of %s: ranks inside groups are given by SCORE_RANK only; give %s a method without this row",
                    "hàng %d của %s: chỉ SCORE_RANK cho hạng trong nhóm; hãy cho %s phương pháp không có hàng này",
                    (int)index->group_row + 1, cells_argument_name(c, index->method_argument), c->function->name);
}
