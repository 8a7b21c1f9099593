/* The framework: a row a node. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

#define COLUMN_SCOPES (INNO_SCOPE_NODE | INNO_SCOPE_CHILD)

enum { CODE, PARENT, DIRECTION, WEIGHT, DENOMINATOR, SCALE, RESERVED };
static const char *const reserved[] = {"code", "parent", "direction", "weight", "denominator", "scale"};
static const char *const for_people[] = {"name", "name_vi", "unit_of_measure", "source", "note"};

int32_t cells_column_named(struct cells_call_state *c, int32_t argument, const char *name, bool *ok) {
  int32_t found = -1;
  for (int32_t k = 0; *ok && k < c->arguments[argument].columns; k++) {
    const char *header = "";
    *ok = cells_cell_text(c, argument, 0, k, &header);
    if (*ok && strcmp(header, name) == 0) {
      *ok = found < 0 || cells_fail(c, CELLS_FAULT_VALUE, "the column '%s' is there twice in %s",
                                    "cột '%s' có hai lần trong %s", name, cells_argument_name(c, argument));
      found = k;
    }
  }
  return *ok ? found : -1;
}

struct columns {
  int32_t at[RESERVED]; /* -1 = there is none */
};

static bool find_columns(struct cells_call_state *c, int32_t argument, struct columns *out) {
  bool ok = true;
  for (int32_t i = 0; i < RESERVED; i++) {
    out->at[i] = cells_column_named(c, argument, reserved[i], &ok);
  }
  if (ok && (out->at[CODE] < 0 || out->at[PARENT] < 0)) {
    return cells_fail(c, CELLS_FAULT_VALUE,
                      "%s has no column '%s'; its first row must be headers: code, parent, direction, weight, ...",
                      "%s không có cột '%s'; hàng đầu phải là tiêu đề: code, parent, direction, weight, ...",
                      cells_argument_name(c, argument), reserved[out->at[CODE] < 0 ? CODE : PARENT]);
  }
  return ok;
}

static bool text_in(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, const char **out) {
  *out = "";
  return column < 0 || cells_cell_text(c, argument, row, column, out);
}

static bool number_in(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, double fallback,
                      double *out) {
  *out = NAN;
  bool ok = column < 0 || cells_cell_number(c, argument, row, column, out);
  *out = isnan(*out) ? fallback : *out;
  return ok;
}

/* Numbers of a node, which has been added. */
static bool read_node(struct cells_call_state *c, int32_t argument, int32_t row, const struct columns *columns,
                      const char *code, struct cells_index *out) {
  double direction, weight, scale;
  const char *denominator;
  if (!number_in(c, argument, row, columns->at[DIRECTION], 1.0, &direction) ||
      !number_in(c, argument, row, columns->at[WEIGHT], 1.0, &weight) ||
      !number_in(c, argument, row, columns->at[SCALE], 1.0, &scale) ||
      !text_in(c, argument, row, columns->at[DENOMINATOR], &denominator)) {
    return false;
  }
  if (direction != 1.0 && direction != -1.0) {
    return cells_fail(c, CELLS_FAULT_VALUE, "row %d of %s: direction is %.15g; it is 1 or -1",
                      "hàng %d của %s: direction là %.15g; cần 1 hoặc -1", (int)row + 1,
                      cells_argument_name(c, argument), direction);
  }
  if (denominator[0] == '\0' && columns->at[SCALE] >= 0 && !cells_cell_blank(c, argument, row, columns->at[SCALE])) {
    return cells_fail(c, CELLS_FAULT_VALUE,
                      "row %d of %s has a scale but no denominator, so it has no effect; remove it",
                      "hàng %d của %s có scale nhưng không có denominator nên không có tác dụng; hãy xóa", (int)row + 1,
                      cells_argument_name(c, argument));
  }
  out->denominators[row] = denominator;
  inno_status status = inno_indicator_set_direction(out->set, code, (int32_t)direction, c->error);
  if (status == INNO_OK) {
    status = inno_indicator_set_weight(out->set, code, weight, c->error);
  }
  if (status == INNO_OK && denominator[0] != '\0') {
    status = inno_indicator_set_denominator(out->set, code, denominator, scale, c->error);
  }
  return status == INNO_OK || cells_fail_library_at(c, status, argument, row);
}

bool cells_read_framework(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  struct columns columns;
  const struct cells_range *range = &c->arguments[argument];
  if (!cells_given(c, argument)) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is left out; %s needs it", "thiếu %s; hàm %s cần đối số này",
                      cells_argument_name(c, argument), c->function->name);
  }
  out->denominators = cells_room(c, (size_t)range->rows, sizeof *out->denominators);
  if (out->denominators == NULL || !find_columns(c, argument, &columns)) {
    return false;
  }
  inno_status status = inno_indicator_set_create(NULL, &out->set, c->error);
  for (int32_t row = 1; row < range->rows && status == INNO_OK; row++) {
    const char *code, *parent;
    out->denominators[row] = "";
    if (cells_row_blank(c, argument, row)) {
      continue;
    }
    if (!text_in(c, argument, row, columns.at[CODE], &code) ||
        !text_in(c, argument, row, columns.at[PARENT], &parent)) {
      return false;
    }
    if (code[0] == '\0') {
      return cells_fail(c, CELLS_FAULT_VALUE, "row %d of %s has no code; give one, or leave the whole row empty",
                        "hàng %d của %s không có mã; hãy nhập mã, hoặc để trống cả hàng", (int)row + 1,
                        cells_argument_name(c, argument));
    }
    status = inno_indicator_set_add(out->set, code, parent, c->error);
    if (status != INNO_OK) {
      return cells_fail_library_at(c, status, argument, row);
    }
    if (!read_node(c, argument, row, &columns, code, out)) {
      return false;
    }
  }
  status = status == INNO_OK ? inno_indicator_set_freeze(out->set, c->error) : status;
  return status == INNO_OK || cells_fail_library(c, status);
}

/* ---- columns that set keys ---- */

struct setting {
  int32_t step, key, occurrence;
};

static bool is_one_of(const char *text, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(list[i], text) == 0) {
      return true;
    }
  }
  return false;
}

/* A key of a step that may be set for one node; "rule" also finds a chain of rules. */
static bool node_key(int32_t step, const char *name, struct setting *out) {
  int32_t key = inno_key_from_name(step, name), scopes = 0;
  key = key == 0 && strcmp(name, "rule") == 0 ? inno_key_from_name(step, "rules") : key;
  for (int32_t i = 0; key != 0 && i < inno_key_count(step); i++) {
    int32_t number = 0;
    if (inno_key_info(step, i, &number, NULL, NULL, &scopes) == INNO_OK && number == key &&
        (scopes & COLUMN_SCOPES) != 0) {
      *out = (struct setting){step, key, out->occurrence};
      return true;
    }
  }
  return false;
}

/* "normalization", "treatment#2", "aggregation.min_coverage" */
static bool section_header(struct cells_call_state *c, const char *header, struct setting *out) {
  size_t length = strcspn(header, "#.");
  char *section = cells_room(c, length + 1, 1);
  if (section == NULL) {
    return false;
  }
  memcpy(section, header, length);
  int32_t position = cells_step_position(section, true), step = 0;
  const char *at = header + length;
  out->occurrence = 1;
  if (position < 0) {
    return false;
  }
  if (*at == '#') {
    char *end;
    long number = strtol(at + 1, &end, 10);
    out->occurrence = number >= 1 && number <= INNO_LIMIT_STEPS ? (int32_t)number : 0;
    at = end;
  }
  (void)inno_step_info(position, &step, NULL, NULL);
  return out->occurrence > 0 && (*at == '.' || *at == '\0') && node_key(step, *at == '.' ? at + 1 : "rule", out);
}

/* What a header sets: a section or a key that one step alone has. */
static bool find_setting(struct cells_call_state *c, int32_t argument, const char *header, struct setting *out) {
  int32_t found = 0;
  if (section_header(c, header, out)) {
    return true;
  }
  if (cells_failed(c)) {
    return false;
  }
  for (int32_t i = 0; i < inno_step_count(); i++) {
    struct setting one = {.occurrence = 1};
    int32_t step = 0;
    (void)inno_step_info(i, &step, NULL, NULL);
    if (node_key(step, header, &one)) {
      *out = one;
      found++;
    }
  }
  if (found == 1) {
    return true;
  }
  const char *name = cells_argument_name(c, argument);
  return found > 1
             ? cells_fail(
                   c, CELLS_FAULT_VALUE,
                   "several steps have a key '%s' (column of %s); write its section before it, as in aggregation.%s",
                   "nhiều bước có khóa '%s' (cột của %s); hãy ghi mục phía trước, ví dụ aggregation.%s", header, name,
                   header)
             : cells_fail(c, CELLS_FAULT_VALUE,
                          "the header '%s' of %s is neither a column of a framework nor a key of the method; correct "
                          "or remove it",
                          "tiêu đề '%s' của %s không phải cột của khung chỉ số cũng không phải khóa của phương pháp; "
                          "hãy sửa hoặc xóa",
                          header, name);
}

static bool apply_column(struct cells_call_state *c, int32_t argument, int32_t column, int32_t code_column,
                         const struct setting *setting, struct cells_index *out) {
  for (int32_t row = 1; row < c->arguments[argument].rows; row++) {
    const char *value, *code;
    if (!cells_cell_text(c, argument, row, column, &value) || !cells_cell_text(c, argument, row, code_column, &code)) {
      return false;
    }
    if (value[0] == '\0' || code[0] == '\0') {
      continue;
    }
    inno_scheme *scheme = cells_find_scheme(out, setting->step, setting->occurrence);
    if (scheme == NULL) {
      return cells_fail(c, CELLS_FAULT_VALUE,
                        "row %d, column %d of %s: the pipeline has no such step, so this has no effect",
                        "hàng %d, cột %d của %s: quy trình không có bước này nên ô này không có tác dụng", (int)row + 1,
                        (int)column + 1, cells_argument_name(c, argument));
    }
    inno_status status = inno_scheme_set_text(scheme, code, setting->key, value, c->error);
    if (status != INNO_OK) {
      return cells_fail_library_at(c, status, argument, row);
    }
  }
  return true;
}

/* The same key in an earlier column, as "lower" beside "normalization.lower": one of them would not count. */
static bool check_once(struct cells_call_state *c, int32_t argument, const struct setting *settings, int32_t column,
                       const char *header) {
  for (int32_t k = 0; k < column; k++) {
    if (settings[k].key == settings[column].key && settings[k].occurrence == settings[column].occurrence) {
      return cells_fail(c, CELLS_FAULT_VALUE, "two columns of %s set the same key, the later one is '%s'; keep one",
                        "hai cột của %s đặt cùng một khóa, cột sau là '%s'; hãy giữ một cột",
                        cells_argument_name(c, argument), header);
    }
  }
  return true;
}

bool cells_apply_framework(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  bool ok = true;
  int32_t code_column = cells_column_named(c, argument, reserved[CODE], &ok), count = c->arguments[argument].columns;
  struct setting *settings = cells_room(c, (size_t)count, sizeof *settings); /* key 0 = a column that sets nothing */
  for (int32_t k = 0; ok && settings != NULL && k < count; k++) {
    const char *header = "";
    ok = cells_cell_text(c, argument, 0, k, &header);
    if (!ok || header[0] == '\0' || is_one_of(header, reserved, RESERVED) ||
        is_one_of(header, for_people, sizeof for_people / sizeof *for_people)) {
      continue;
    }
    settings[k].occurrence = 1;
    ok = find_setting(c, argument, header, &settings[k]) && check_once(c, argument, settings, k, header) &&
         apply_column(c, argument, k, code_column, &settings[k], out);
  }
  return ok && settings != NULL;
}
