/* Arguments: cells become numbers, columns, matrices and words. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "state.h"

bool cells_given(const struct cells_call_state *c, int32_t argument) {
  return argument < c->count && c->arguments[argument].rows > 0 && c->arguments[argument].columns > 0;
}

const char *cells_argument_name(const struct cells_call_state *c, int32_t argument) {
  int32_t last = c->function->argument_count - 1;
  const struct cells_argument *one = &c->function->arguments[argument < last ? argument : last];
  return c->language == CELLS_VIETNAMESE ? one->name_vi : one->name;
}

/* ---- one cell ---- */

static size_t cell_at(const struct cells_range *range, int32_t row, int32_t column) {
  return (size_t)row * (size_t)range->columns + (size_t)column;
}

/* Blanks as people type and paste them: the last ones are no-break, zero-width and narrow, and a byte order mark. */
static const char *const blanks[] = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

/* Bytes of the blank that the text begins, or with end = its length ends, with; 0 = none. */
static size_t blank_at(const char *text, size_t end) {
  for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
    size_t length = strlen(blanks[i]);
    const char *at = end == 0 ? text : length <= end ? text + end - length : NULL;
    if (at != NULL && strncmp(at, blanks[i], length) == 0) {
      return length;
    }
  }
  return 0;
}

/* Text without blanks at both ends. */
static const char *trimmed(const char *text, size_t *length) {
  for (size_t blank; (blank = blank_at(text, 0)) > 0;) {
    text += blank;
  }
  *length = strlen(text);
  for (size_t blank; *length > 0 && (blank = blank_at(text, *length)) > 0;) {
    *length -= blank;
  }
  return text;
}

/* The marks of docs/formats.md, which stand for nothing. */
static bool is_mark(const char *text, size_t length) {
  static const char *const marks[] = {"", "NA", "N/A", "n/a", ".."};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (strlen(marks[i]) == length && memcmp(marks[i], text, length) == 0) {
      return true;
    }
  }
  return false;
}

bool cells_is_mark(const char *text) { return is_mark(text, strlen(text)); }

bool cells_cell_blank(const struct cells_call_state *c, int32_t argument, int32_t row, int32_t column) {
  const struct cells_range *range = &c->arguments[argument];
  size_t cell = cell_at(range, row, column), length = 0;
  if (range->kinds[cell] == CELLS_TEXT) {
    (void)trimmed(range->texts[cell], &length);
    return length == 0;
  }
  return range->kinds[cell] == CELLS_BLANK;
}

bool cells_row_blank(const struct cells_call_state *c, int32_t argument, int32_t row) {
  for (int32_t k = 0; k < c->arguments[argument].columns; k++) {
    if (!cells_cell_blank(c, argument, row, k)) {
      return false;
    }
  }
  return true;
}

static bool is_single(const struct cells_range *range) { return range->rows == 1 && range->columns == 1; }

static bool fail_error(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column) {
  const struct cells_range *range = &c->arguments[argument];
  double code = range->numbers != NULL ? range->numbers[cell_at(range, row, column)] : 0.0;
  (void)cells_fail(c, CELLS_FAULT_ERROR, "there is an error in row %d, column %d of %s; correct that cell first",
                   "có lỗi ở hàng %d, cột %d của %s; hãy sửa ô đó trước", (int)row + 1, (int)column + 1,
                   cells_argument_name(c, argument));
  c->answer->error = code;
  return false;
}

/* Long texts are cut behind a whole letter. */
const char *cells_shown(struct cells_call_state *c, const char *text, size_t length) {
  bool cut = length > 40;
  for (length = cut ? 40 : length; cut && ((unsigned char)text[length] & 0xC0) == 0x80; length--) {
  }
  char *copy = cells_room(c, length + 4, 1);
  if (copy == NULL) {
    return "";
  }
  memcpy(copy, text, length);
  memcpy(copy + length, cut ? "..." : "", cut ? 4 : 1);
  return copy;
}

static bool fail_text(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, const char *text,
                      size_t length) {
  const char *given = cells_shown(c, text, length), *name = cells_argument_name(c, argument);
  if (is_single(&c->arguments[argument])) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is the text '%s'; give a number", "%s là chữ '%s'; hãy nhập một số",
                      name, given);
  }
  return cells_fail(c, CELLS_FAULT_VALUE,
                    "there is the text '%s' in row %d, column %d of %s; put a number there or leave the cell empty",
                    "có chữ '%s' ở hàng %d, cột %d của %s; hãy nhập số hoặc để ô trống", given, (int)row + 1,
                    (int)column + 1, name);
}

bool cells_cell_number(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, double *out) {
  const struct cells_range *range = &c->arguments[argument];
  size_t cell = cell_at(range, row, column), length = 0;
  *out = NAN;
  switch (range->kinds[cell]) {
    case CELLS_NUMBER:
    case CELLS_BOOLEAN:
      *out = range->numbers[cell];
      return true;
    case CELLS_TEXT: {
      const char *text = trimmed(range->texts[cell], &length);
      return is_mark(text, length) || fail_text(c, argument, row, column, text, length);
    }
    case CELLS_BLANK:
    case CELLS_MISSING:
      return true;
    default:
      return fail_error(c, argument, row, column);
  }
}

/* As typed: the fewest digits that give the same double, with a decimal point whatever the locale. */
static bool number_text(struct cells_call_state *c, double number, const char **out) {
  char *text = cells_room(c, 32, 1);
  if (text == NULL) {
    return false;
  }
  for (int digits = 15; digits <= 17; digits++) {
    (void)snprintf(text, 32, "%.*g", digits, number);
    if (strtod(text, NULL) == number) {
      break;
    }
  }
  for (char *at = text; *at != '\0'; at++) {
    if (strchr("0123456789+-einfa", *at) == NULL) {
      *at = '.';
    }
  }
  *out = text;
  return true;
}

bool cells_cell_text(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, const char **out) {
  const struct cells_range *range = &c->arguments[argument];
  size_t cell = cell_at(range, row, column), length = 0;
  *out = "";
  switch (range->kinds[cell]) {
    case CELLS_NUMBER:
      return number_text(c, range->numbers[cell], out);
    case CELLS_BOOLEAN:
      *out = range->numbers[cell] != 0.0 ? "1" : "0";
      return true;
    case CELLS_TEXT: {
      const char *text = trimmed(range->texts[cell], &length);
      char *copy = cells_room(c, length + 1, 1);
      if (copy == NULL) {
        return false;
      }
      memcpy(copy, text, length);
      *out = copy;
      return true;
    }
    case CELLS_BLANK:
    case CELLS_MISSING:
      return true;
    default:
      return fail_error(c, argument, row, column);
  }
}

/* ---- ranges ---- */

static bool fail_left_out(struct cells_call_state *c, int32_t argument) {
  return cells_fail(c, CELLS_FAULT_VALUE, "%s is left out; %s needs it", "thiếu %s; hàm %s cần đối số này",
                    cells_argument_name(c, argument), c->function->name);
}

/* true when it is there. false: *absent tells whether that is allowed, else there is a fault. */
static bool there(struct cells_call_state *c, int32_t argument, bool *absent) {
  if (cells_given(c, argument)) {
    return true;
  }
  *absent = c->function->arguments[argument].optional || fail_left_out(c, argument);
  return false;
}

bool cells_check_shape(struct cells_call_state *c, int32_t argument, int32_t size) {
  const struct cells_range *range = &c->arguments[argument];
  const char *name = cells_argument_name(c, argument);
  if (range->rows > 1 && range->columns > 1) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is a range of %d rows and %d columns; give one row or one column",
                      "%s là vùng %d hàng và %d cột; hãy chọn một hàng hoặc một cột", name, (int)range->rows,
                      (int)range->columns);
  }
  int32_t found = range->rows > 1 ? range->rows : range->columns;
  if (size >= 0 && found != size) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s has %d cells, but %d are needed", "%s có %d ô, nhưng cần %d ô", name,
                      (int)found, (int)size);
  }
  return true;
}

/* Room for a row or column; its values stay NULL where it was left out, and after a fault, which the return value
 * tells. */
static bool begin_column(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out) {
  bool absent = false;
  *out = (struct cells_column){NULL, 0, false};
  if (!there(c, argument, &absent)) {
    return absent;
  }
  const struct cells_range *range = &c->arguments[argument];
  if (!cells_check_shape(c, argument, size)) {
    return false;
  }
  out->n = range->rows > 1 ? range->rows : range->columns;
  out->is_row = range->rows == 1 && range->columns > 1;
  out->values = cells_room(c, (size_t)out->n, sizeof *out->values);
  return out->values != NULL;
}

bool cells_take_column(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out) {
  if (!begin_column(c, argument, size, out)) {
    return false;
  }
  for (int32_t i = 0; i < out->n; i++) {
    if (!cells_cell_number(c, argument, out->is_row ? 0 : i, out->is_row ? i : 0, &out->values[i])) {
      return false;
    }
  }
  return true;
}

/* A weight that is missing would count as 1, without a word. */
bool cells_take_weights(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out) {
  if (!cells_take_column(c, argument, size, out)) {
    return false;
  }
  double most = 0.0;
  for (int32_t i = 0; i < out->n; i++) {
    if (!(out->values[i] >= 0.0)) {
      return cells_fail(c, CELLS_FAULT_VALUE, "cell %d of %s is empty or below 0; give 0 to leave a value out",
                        "ô thứ %d của %s trống hoặc nhỏ hơn 0; hãy nhập 0 để bỏ một giá trị", (int)i + 1,
                        cells_argument_name(c, argument));
    }
    most = out->values[i] > most ? out->values[i] : most;
  }
  return out->n == 0 || most > 0.0 ||
         cells_fail(c, CELLS_FAULT_VALUE, "all %s are 0; one at least must be above 0",
                    "mọi %s đều bằng 0; ít nhất một phải lớn hơn 0", cells_argument_name(c, argument));
}

bool cells_take_matrix(struct cells_call_state *c, int32_t argument, struct cells_matrix *out) {
  bool absent = false;
  *out = (struct cells_matrix){NULL, 0, 0, 0};
  if (!there(c, argument, &absent)) {
    return absent;
  }
  const struct cells_range *range = &c->arguments[argument];
  out->given_rows = out->rows = range->rows;
  out->columns = range->columns;
  while (out->rows > 1 && cells_row_blank(c, argument, out->rows - 1)) {
    out->rows--;
  }
  out->values = cells_room(c, (size_t)out->rows * (size_t)out->columns, sizeof *out->values);
  if (out->values == NULL) {
    return false;
  }
  for (int32_t i = 0; i < out->rows; i++) {
    for (int32_t k = 0; k < out->columns; k++) {
      if (!cells_cell_number(c, argument, i, k, &out->values[cell_at(range, i, k)])) {
        return false;
      }
    }
  }
  return true;
}

bool cells_take_square(struct cells_call_state *c, int32_t argument, struct cells_matrix *out) {
  if (!cells_take_matrix(c, argument, out)) {
    return false;
  }
  return out->rows == out->columns ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s has %d rows and %d columns; give as many rows as columns",
                    "%s có %d hàng và %d cột; số hàng và số cột phải bằng nhau", cells_argument_name(c, argument),
                    (int)out->rows, (int)out->columns);
}

/* ---- groups: labels become numbers ---- */

struct label {
  const char *text;
  int32_t cell;
};

static int compare_labels(const void *a, const void *b) {
  return strcmp(((const struct label *)a)->text, ((const struct label *)b)->text);
}

bool cells_take_group(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out) {
  if (!begin_column(c, argument, size, out)) {
    return false;
  }
  struct label *labels = cells_room(c, (size_t)out->n, sizeof *labels);
  if (labels == NULL) {
    return false;
  }
  for (int32_t i = 0; i < out->n; i++) {
    labels[i].cell = i;
    if (!cells_cell_text(c, argument, out->is_row ? 0 : i, out->is_row ? i : 0, &labels[i].text)) {
      return false;
    }
    labels[i].text = cells_is_mark(labels[i].text) ? "" : labels[i].text;
  }
  qsort(labels, (size_t)out->n, sizeof *labels, compare_labels);
  double number = 0.0;
  for (int32_t i = 0; i < out->n; i++) {
    number += i == 0 || strcmp(labels[i].text, labels[i - 1].text) != 0 ? 1.0 : 0.0;
    out->values[labels[i].cell] = labels[i].text[0] != '\0' ? number : NAN;
  }
  return true;
}

/* ---- single cells ---- */

static bool single(struct cells_call_state *c, int32_t argument, bool *absent) {
  if (!there(c, argument, absent)) {
    return false;
  }
  if (!is_single(&c->arguments[argument])) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is a range of %d rows and %d columns; give one cell",
                      "%s là vùng %d hàng và %d cột; hãy chọn một ô", cells_argument_name(c, argument),
                      (int)c->arguments[argument].rows, (int)c->arguments[argument].columns);
  }
  if (cells_cell_blank(c, argument, 0, 0) || c->arguments[argument].kinds[0] == CELLS_MISSING) {
    *absent = c->function->arguments[argument].optional || fail_left_out(c, argument);
    return false;
  }
  return true;
}

bool cells_take_number(struct cells_call_state *c, int32_t argument, double *out) {
  bool absent = false;
  *out = NAN;
  return single(c, argument, &absent) ? cells_cell_number(c, argument, 0, 0, out) : absent;
}

bool cells_take_integer(struct cells_call_state *c, int32_t argument, int32_t *out) {
  bool absent = false;
  double number = 0.0;
  *out = INT32_MIN;
  if (!single(c, argument, &absent)) {
    return absent;
  }
  if (!cells_cell_number(c, argument, 0, 0, &number)) {
    return false;
  }
  if (!(number > INT32_MIN && number <= INT32_MAX) || number != floor(number)) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is %.15g; give a whole number", "%s là %.15g; hãy nhập số nguyên",
                      cells_argument_name(c, argument), number);
  }
  *out = (int32_t)number;
  return true;
}

bool cells_take_direction(struct cells_call_state *c, int32_t argument, int32_t *out) {
  if (!cells_take_integer(c, argument, out)) {
    return false;
  }
  return *out == INT32_MIN || *out == 1 || *out == -1 ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s is %d; give 1 (more is better) or -1 (less is better)",
                    "%s là %d; hãy nhập 1 (càng nhiều càng tốt) hoặc -1 (càng ít càng tốt)",
                    cells_argument_name(c, argument), (int)*out);
}

bool cells_check_range(struct cells_call_state *c, int32_t argument, double value, double lower, double upper,
                       bool above) {
  if (isnan(value) || (value >= lower && value <= upper && !(above && value == lower))) {
    return true;
  }
  const char *name = cells_argument_name(c, argument);
  if (above) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is %.15g; give a number above %.15g",
                      "%s là %.15g; hãy nhập số lớn hơn %.15g", name, value, lower);
  }
  if (isinf(upper)) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is %.15g; give %.15g or more", "%s là %.15g; hãy nhập từ %.15g trở lên",
                      name, value, lower);
  }
  return cells_fail(c, CELLS_FAULT_VALUE, "%s is %.15g; give a number from %.15g to %.15g",
                    "%s là %.15g; hãy nhập số từ %.15g đến %.15g", name, value, lower, upper);
}

bool cells_take_flag(struct cells_call_state *c, int32_t argument, int32_t *out) {
  if (!cells_take_integer(c, argument, out)) {
    return false;
  }
  return *out == INT32_MIN || *out == 0 || *out == 1 ||
         cells_fail(c, CELLS_FAULT_VALUE, "%s is %d; give TRUE or FALSE", "%s là %d; hãy nhập TRUE hoặc FALSE",
                    cells_argument_name(c, argument), (int)*out);
}

bool cells_take_text(struct cells_call_state *c, int32_t argument, const char **out) {
  bool absent = false;
  *out = NULL;
  return single(c, argument, &absent) ? cells_cell_text(c, argument, 0, 0, out) : absent;
}

/* "competition, modified, dense"; NULL after a fault */
static const char *word_list(struct cells_call_state *c, const struct cells_word *words, int32_t count) {
  size_t room = 1;
  for (int32_t i = 0; i < count; i++) {
    room += strlen(words[i].word) + 2;
  }
  char *list = cells_room(c, room, 1), *at = list;
  for (int32_t i = 0; at != NULL && i < count; i++) {
    at += snprintf(at, room - (size_t)(at - list), "%s%s", i > 0 ? ", " : "", words[i].word);
  }
  return list;
}

/* One of the words, or its number as the headers of the library have it. */
bool cells_take_word(struct cells_call_state *c, int32_t argument, const struct cells_word *words, int32_t count,
                     int32_t *out) {
  const char *given = NULL;
  *out = INT32_MIN;
  if (!cells_take_text(c, argument, &given) || given == NULL) {
    return !cells_failed(c);
  }
  int32_t kind = c->arguments[argument].kinds[0];
  for (int32_t i = 0; i < count; i++) {
    bool numbered = kind == CELLS_NUMBER && c->arguments[argument].numbers[0] == words[i].number;
    if (numbered || (kind == CELLS_TEXT && strcmp(words[i].word, given) == 0)) {
      *out = words[i].number;
      return true;
    }
  }
  const char *list = word_list(c, words, count);
  return list != NULL &&
         cells_fail(c, CELLS_FAULT_VALUE, "%s is '%s'; it is one of %s", "%s là '%s'; cần là một trong %s",
                    cells_argument_name(c, argument), cells_shown(c, given, strlen(given)), list);
}

bool cells_take_choice(struct cells_call_state *c, int32_t argument, int32_t key, int32_t *out) {
  int32_t count = inno_choice_count(key);
  struct cells_word *words = cells_room(c, (size_t)count, sizeof *words);
  if (words == NULL) {
    return false;
  }
  for (int32_t i = 0; i < count; i++) {
    words[i].word = "";
    (void)inno_choice_info(key, i, &words[i].number, &words[i].word);
  }
  return cells_take_word(c, argument, words, count, out);
}
