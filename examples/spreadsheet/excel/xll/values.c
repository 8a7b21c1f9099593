#include "values.h"

#include <stdlib.h>
#include <string.h>

/* ---- Excel's values become cells ---- */

/* One letter of UTF-16 as UTF-8; half a pair, and the 0 that would end a C text, become U+FFFD. */
static char *put_letter(char *out, const wchar_t *text, int32_t length, int32_t *at) {
  uint32_t letter = text[(*at)++];
  if (letter >= 0xD800 && letter < 0xDC00 && *at < length && text[*at] >= 0xDC00 && text[*at] < 0xE000) {
    letter = 0x10000 + ((letter - 0xD800) << 10) + (text[(*at)++] - 0xDC00u);
  } else if ((letter >= 0xD800 && letter < 0xE000) || letter == 0) {
    letter = 0xFFFD;
  }
  if (letter < 0x80) {
    *out++ = (char)letter;
    return out;
  }
  int further = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  *out++ = (char)((0xFF00u >> (further + 1) & 0xFFu) | letter >> (6 * further));
  while (further-- > 0) {
    *out++ = (char)(0x80u | (letter >> (6 * further) & 0x3Fu));
  }
  return out;
}

static size_t text_room(const xll_value *cell) {
  bool is_text = (cell->type & XLL_TYPE) == XLL_STRING;
  return is_text ? (size_t)cell->as.text[0] * 3 + 1 : 0; /* a pair has 4 bytes, less than twice 3 */
}

static char *take_cell(const xll_value *cell, uint8_t *kind, double *number, const char **text, char *room) {
  switch (cell->type & XLL_TYPE) {
  case XLL_NUMBER:
    *kind = CELLS_NUMBER;
    *number = cell->as.number;
    break;
  case XLL_INTEGER:
    *kind = CELLS_NUMBER;
    *number = cell->as.integer;
    break;
  case XLL_BOOLEAN:
    *kind = CELLS_BOOLEAN;
    *number = cell->as.boolean != 0 ? 1.0 : 0.0;
    break;
  case XLL_STRING:
    *kind = CELLS_TEXT;
    *text = room;
    for (int32_t at = 0, length = cell->as.text[0]; at < length;) {
      room = put_letter(room, cell->as.text + 1, length, &at);
    }
    *room++ = '\0';
    break;
  case XLL_NIL:
  case XLL_MISSING:
    *kind = CELLS_BLANK;
    break;
  case XLL_ERROR:
    *kind = cell->as.error == XLL_ERROR_NA ? CELLS_MISSING : CELLS_ERROR;
    *number = cell->as.error;
    break;
  default: /* nothing that Excel gives where values are asked for */
    *kind = CELLS_ERROR;
    *number = XLL_ERROR_VALUE;
    break;
  }
  return room;
}

bool xll_take(const xll_value *value, struct cells_range *out) {
  uint32_t type = value->type & XLL_TYPE;
  *out = (struct cells_range){0, 0, NULL, NULL, NULL};
  if (type == XLL_MISSING) {
    return true;
  }
  bool many = type == XLL_MULTI;
  const xll_value *cells = many ? value->as.multi.cells : value;
  int32_t rows = many ? value->as.multi.rows : 1, columns = many ? value->as.multi.columns : 1;
  size_t count = (size_t)rows * (size_t)columns, room = 0;
  for (size_t i = 0; i < count; i++) {
    room += text_room(&cells[i]);
  }
  double *numbers = calloc(1, count * (sizeof *numbers + sizeof(char *) + 1) + room); /* one block for all four */
  if (numbers == NULL) {
    return false;
  }
  const char **texts = (const char **)(numbers + count);
  uint8_t *kinds = (uint8_t *)(texts + count);
  char *letters = (char *)(kinds + count);
  for (size_t i = 0; i < count; i++) {
    letters = take_cell(&cells[i], &kinds[i], &numbers[i], &texts[i], letters);
  }
  *out = (struct cells_range){rows, columns, kinds, numbers, texts};
  return true;
}

void xll_drop(struct cells_range *range) {
  free((double *)range->numbers);
  *range = (struct cells_range){0, 0, NULL, NULL, NULL};
}

/* ---- answers become Excel's values ---- */

/* UTF-16 units of a text of UTF-8. */
static size_t text_length(const char *text) {
  size_t length = 0;
  for (; *text != '\0'; text++) {
    unsigned char byte = (unsigned char)*text;
    length += (byte & 0xC0) != 0x80 ? (byte >= 0xF0 ? 2u : 1u) : 0u;
  }
  return length;
}

bool xll_text(const char *text, int32_t limit, wchar_t *out) {
  size_t length = text_length(text);
  if (length > (size_t)limit) {
    return false;
  }
  *out++ = (wchar_t)length;
  for (const unsigned char *at = (const unsigned char *)text; *at != '\0';) {
    int further = *at < 0xC0 ? 0 : *at < 0xE0 ? 1 : *at < 0xF0 ? 2 : 3;
    uint32_t letter = *at++ & (further == 0 ? 0x7Fu : 0x3Fu >> further);
    for (; further > 0 && (*at & 0xC0) == 0x80; further--) {
      letter = letter << 6 | (*at++ & 0x3Fu);
    }
    if (letter >= 0x10000) {
      *out++ = (wchar_t)(0xD800 + ((letter - 0x10000) >> 10));
      letter = 0xDC00 + ((letter - 0x10000) & 0x3FF);
    }
    *out++ = (wchar_t)letter;
  }
  return true;
}

xll_value *xll_give_error(int32_t error) {
  static xll_value no_memory = {{.error = XLL_ERROR_VALUE}, XLL_ERROR};
  xll_value *value = calloc(1, sizeof *value);
  if (value == NULL) {
    return &no_memory;
  }
  value->as.error = error;
  value->type = XLL_ERROR | XLL_FREED_BY_DLL;
  return value;
}

static wchar_t *give_cell(const cells_answer *answer, size_t i, xll_value *out, wchar_t *room) {
  switch (cells_kinds(answer)[i]) {
  case CELLS_NUMBER:
    out->as.number = cells_numbers(answer)[i];
    out->type = XLL_NUMBER;
    break;
  case CELLS_TEXT:
    if (xll_text(cells_texts(answer)[i], XLL_TEXT, room)) {
      out->as.text = room;
      out->type = XLL_STRING;
      room += room[0] + 1;
      break;
    }
    out->as.error = XLL_ERROR_VALUE; /* longer than a cell can hold */
    out->type = XLL_ERROR;
    break;
  case CELLS_BLANK:
    out->as.text = room;
    out->type = XLL_STRING; /* an empty cell of an array would show as 0 */
    *room++ = 0;
    break;
  default:
    out->as.error = XLL_ERROR_NA;
    out->type = XLL_ERROR;
    break;
  }
  return room;
}

static int32_t error_of(const cells_answer *answer) {
  switch (cells_fault(answer)) {
  case CELLS_FAULT_NUMBER:
    return XLL_ERROR_NUM;
  case CELLS_FAULT_NONE:
    return XLL_ERROR_NA;
  case CELLS_FAULT_ERROR:
    return (int32_t)cells_error(answer);
  default:
    return XLL_ERROR_VALUE;
  }
}

xll_value *xll_give(const cells_answer *answer) {
  int32_t rows = cells_rows(answer), columns = cells_columns(answer);
  if (cells_fault(answer) != CELLS_OK) {
    return xll_give_error(error_of(answer));
  }
  if (rows < 1 || columns < 1 || rows > XLL_ROWS || columns > XLL_COLUMNS) { /* more than a sheet can hold */
    return xll_give_error(XLL_ERROR_VALUE);
  }
  size_t count = (size_t)rows * (size_t)columns, letters = count;
  for (size_t i = 0; i < count; i++) {
    letters += cells_kinds(answer)[i] == CELLS_TEXT ? text_length(cells_texts(answer)[i]) : 0;
  }
  bool many = count > 1;
  xll_value *value = calloc(1, (count + 1) * sizeof *value + letters * sizeof(wchar_t)); /* one block for all */
  if (value == NULL) {
    return xll_give_error(XLL_ERROR_VALUE);
  }
  xll_value *cells = many ? value + 1 : value;
  wchar_t *room = (wchar_t *)(value + count + 1);
  for (size_t i = 0; i < count; i++) {
    room = give_cell(answer, i, &cells[i], room);
  }
  if (many) {
    value->as.multi.cells = cells;
    value->as.multi.rows = rows;
    value->as.multi.columns = columns;
    value->type = XLL_MULTI;
  }
  value->type |= XLL_FREED_BY_DLL;
  return value;
}
