/* Memory, faults and answers of a call. */
#include "state.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"

#define MOST_CELLS 100000000 /* no sheet shows as many, and their number is an int everywhere */

void *cells_room(struct cells_call_state *c, size_t count, size_t size) {
  struct cells_block *block = NULL;
  if (size == 0 || count <= (SIZE_MAX - sizeof *block) / size) {
    block = malloc(sizeof *block + count * size);
  }
  if (block == NULL) {
    c->answer->fault = CELLS_FAULT_MEMORY;
    c->answer->status = INNO_E_NOMEM;
    c->answer->sentence = inno_status_text(INNO_E_NOMEM, c->language);
    return NULL;
  }
  block->next = c->answer->blocks;
  c->answer->blocks = block;
  memset(block + 1, 0, count * size);
  return block + 1;
}

/* ---- faults ---- */

static void drop_cells(cells_answer *answer) {
  answer->rows = answer->columns = 0;
  answer->kinds = NULL;
  answer->numbers = NULL;
  answer->texts = NULL;
}

static bool fail_with(struct cells_call_state *c, int32_t fault, inno_status status, const char *form, va_list values) {
  va_list again;
  va_copy(again, values);
  int length = vsnprintf(NULL, 0, form, values);
  char *sentence = length >= 0 ? cells_room(c, (size_t)length + 1, 1) : NULL;
  if (sentence != NULL) {
    (void)vsnprintf(sentence, (size_t)length + 1, form, again);
    c->answer->fault = fault;
    c->answer->status = status;
    c->answer->sentence = sentence;
  }
  va_end(again);
  drop_cells(c->answer);
  return false;
}

static bool fail_status(struct cells_call_state *c, int32_t fault, inno_status status, const char *form, ...) {
  va_list values;
  va_start(values, form);
  bool none = fail_with(c, fault, status, form, values);
  va_end(values);
  return none;
}

bool cells_fail(struct cells_call_state *c, int32_t fault, const char *english, const char *vietnamese, ...) {
  va_list values;
  va_start(values, vietnamese);
  bool none = fail_with(c, fault, INNO_OK, c->language == CELLS_VIETNAMESE ? vietnamese : english, values);
  va_end(values);
  return none;
}

bool cells_failed(const struct cells_call_state *c) { return c->answer->fault != CELLS_OK; }

static int32_t fault_of(inno_status status) {
  switch (status) {
    case INNO_E_NODATA:
      return CELLS_FAULT_NONE;
    case INNO_E_NOMEM:
      return CELLS_FAULT_MEMORY;
    case INNO_E_INFINITE:
    case INNO_E_CONSTANT:
    case INNO_E_WEIGHTS:
    case INNO_E_INCONSISTENT:
    case INNO_E_NONPOSITIVE:
    case INNO_E_DOMAIN:
    case INNO_E_OVERFLOW:
    case INNO_E_CONVERGENCE:
      return CELLS_FAULT_NUMBER;
    default:
      return CELLS_FAULT_VALUE;
  }
}

static const char *library_sentence(const struct cells_call_state *c, inno_status status) {
  bool vietnamese = c->language == CELLS_VIETNAMESE;
  if (c->error != NULL && strstr(inno_error_message(c->error), "inno_dataset_create_panel") != NULL) {
    return vietnamese
               ? "quy tắc bổ khuyết này cần nhiều kỳ, nhưng mỗi ô chỉ tính một kỳ; hãy chọn quy tắc khác"
               : "this rule imputes over time, but a cell scores one period; choose another rule"; /* the cure is for
                                                                                                      programmers */
  }
  if (c->error != NULL && inno_error_status(c->error) == status && inno_error_message(c->error)[0] != '\0') {
    return inno_error_message(c->error);
  }
  return inno_status_text(status, c->language);
}

/* What the library cannot know: where such a thing stands in a sheet. */
static const char *hint(const struct cells_call_state *c, inno_status status) {
  bool vietnamese = c->language == CELLS_VIETNAMESE;
  switch (status) {
    case INNO_E_MISSING_GROUP:
      return vietnamese ? " (trong bảng tính: một cột có tiêu đề group:TÊN)"
                        : " (in a sheet: a column with the header group:NAME)";
    case INNO_E_DUPLICATE:
      return vietnamese ? " (mã như 1.10 phải nhập dạng chữ, nếu không sẽ thành số 1.1)"
                        : " (a code such as 1.10 has to be typed as text, else it is the number 1.1)";
    default:
      return "";
  }
}

bool cells_fail_library(struct cells_call_state *c, inno_status status) {
  return fail_status(c, fault_of(status), status, "%s%s", library_sentence(c, status), hint(c, status));
}

bool cells_fail_library_at(struct cells_call_state *c, inno_status status, int32_t argument, int32_t row) {
  bool vietnamese = c->language == CELLS_VIETNAMESE;
  return fail_status(c, fault_of(status), status, vietnamese ? "hàng %d của %s: %s%s" : "row %d of %s: %s%s",
                     (int)row + 1, cells_argument_name(c, argument), library_sentence(c, status), hint(c, status));
}

/* ---- answers ---- */

double *cells_numbers_out(struct cells_call_state *c, int32_t rows, int32_t columns) {
  size_t count = (size_t)rows * (size_t)columns;
  if (count > MOST_CELLS) {
    (void)cells_fail(c, CELLS_FAULT_VALUE, "the answer would have more than %d cells; give smaller ranges",
                     "kết quả sẽ có hơn %d ô; hãy chọn vùng nhỏ hơn", MOST_CELLS);
    return NULL;
  }
  uint8_t *kinds = cells_room(c, count, sizeof *kinds);
  double *numbers = kinds != NULL ? cells_room(c, count, sizeof *numbers) : NULL;
  const char **texts = numbers != NULL ? cells_room(c, count, sizeof *texts) : NULL;
  if (texts == NULL) {
    return NULL;
  }
  for (size_t i = 0; i < count; i++) {
    kinds[i] = CELLS_NUMBER;
    numbers[i] = NAN; /* what nobody writes is missing */
    texts[i] = "";
  }
  c->answer->rows = rows;
  c->answer->columns = columns;
  c->answer->kinds = kinds;
  c->answer->numbers = numbers;
  c->answer->texts = texts;
  return numbers;
}

double *cells_like(struct cells_call_state *c, const struct cells_column *column) {
  return column->is_row ? cells_numbers_out(c, 1, column->n) : cells_numbers_out(c, column->n, 1);
}

bool cells_text_out(struct cells_call_state *c, int32_t row, int32_t column, const char *text) {
  size_t length = strlen(text), cell = (size_t)row * (size_t)c->answer->columns + (size_t)column;
  char *copy = cells_room(c, length + 1, 1);
  if (copy == NULL) {
    drop_cells(c->answer);
    return false;
  }
  memcpy(copy, text, length + 1);
  c->answer->kinds[cell] = CELLS_TEXT;
  c->answer->texts[cell] = copy;
  return true;
}

void cells_settle(cells_answer *answer) {
  size_t count = (size_t)answer->rows * (size_t)answer->columns;
  for (size_t i = 0; i < count; i++) {
    if (answer->kinds[i] == CELLS_NUMBER && isnan(answer->numbers[i])) {
      answer->kinds[i] = CELLS_MISSING;
    }
  }
}

/* The first value that is not above 0, by its cell. */
static bool fail_positive(struct cells_call_state *c, const struct cells_column *column) {
  for (int32_t i = 0; i < column->n; i++) {
    if (column->values[i] <= 0.0) {
      return cells_fail(c, CELLS_FAULT_NUMBER, "cell %d of %s is %.15g; %s needs values above 0",
                        "ô thứ %d của %s là %.15g; %s cần giá trị lớn hơn 0", (int)i + 1, cells_argument_name(c, 0),
                        column->values[i], c->function->name);
    }
  }
  return true;
}

bool cells_array_done(struct cells_call_state *c, inno_status status, const struct cells_column *column) {
  if (status == INNO_E_NONPOSITIVE && column != NULL && !fail_positive(c, column)) {
    return false;
  }
  return status == INNO_OK || cells_fail_library(c, status);
}

bool cells_number_done(struct cells_call_state *c, double found, bool withheld, inno_status column_status,
                       const struct cells_column *positive) {
  if (isnan(found) && !withheld) {
    if (column_status != INNO_OK && column_status != INNO_E_CONSTANT) {
      return cells_fail_library(c, column_status);
    }
    if (positive != NULL && !fail_positive(c, positive)) {
      return false;
    }
    bool vietnamese = c->language == CELLS_VIETNAMESE;
    return cells_fail(c, CELLS_FAULT_NUMBER, "%s has no result for these values and options. It is: %s",
                      "%s không có kết quả với các giá trị và tùy chọn này. Hàm này là: %s", c->function->name,
                      vietnamese ? c->function->help_vi : c->function->help);
  }
  double *out = cells_numbers_out(c, 1, 1);
  if (out != NULL) {
    *out = found;
  }
  return out != NULL;
}
