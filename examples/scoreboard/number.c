#include "number.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

bool number_is_missing(const char *text) {
  static const char *const words[] = {"", "NA", "N/A", "n/a", ".."};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (strcmp(text, words[i]) == 0) {
      return true;
    }
  }
  return false;
}

/* [sign] digits [mark digits] [e [sign] digits], with a digit before or after the mark. strtod alone would also take hexadecimal,
 * "inf", "nan" and leading space. */
static bool is_decimal(const char *text, char mark) {
  const char *at = text + (*text == '+' || *text == '-');
  size_t digits = strspn(at, "0123456789");
  at += digits;
  if (*at == mark) {
    size_t after = strspn(++at, "0123456789");
    digits += after;
    at += after;
  }
  if (digits == 0) {
    return false;
  }
  if (*at == 'e' || *at == 'E') {
    at++;
    at += *at == '+' || *at == '-';
    size_t exponent = strspn(at, "0123456789");
    at += exponent;
    if (exponent == 0) {
      return false;
    }
  }
  return *at == '\0';
}

static bool is_word(const char *text, const char *word) {
  for (; *text != '\0' && *word != '\0'; text++, word++) {
    if (tolower((unsigned char)*text) != *word) {
      return false;
    }
  }
  return *text == *word;
}

static bool refuse(const struct session *session, struct place place, const char *text, bool decimal_comma) {
  const char *shown = utf8_shown(session->arena, text);
  const char *bare = text + (*text == '+' || *text == '-');
  if (is_word(bare, "inf") || is_word(bare, "infinity") || is_word(bare, "nan")) {
    return fail(session, place, "\"%s\" is not a finite number; leave the cell empty when there is no value",
                "\"%s\" không phải số hữu hạn; để ô trống nếu không có giá trị", shown);
  }
  if (!decimal_comma && is_decimal(text, ',')) {
    return fail(session, place, "\"%s\" has a decimal comma; expected a point, or give --decimal-comma",
                "\"%s\" dùng dấu phẩy thập phân; cần dấu chấm, hoặc thêm --decimal-comma", shown);
  }
  if (decimal_comma && is_decimal(text, '.')) {
    return fail(session, place, "\"%s\" has a decimal point, but --decimal-comma was given; expected a comma",
                "\"%s\" dùng dấu chấm thập phân nhưng đã có --decimal-comma; cần dấu phẩy", shown);
  }
  if (number_is_missing(text)) { /* a caller for whom this is no number: a weight, a setting */
    return fail(session, place, "\"%s\" is not a number; leave the cell empty for the default", "\"%s\" không phải là số; để ô trống nếu dùng mặc định",
                shown);
  }
  return fail(session, place, "\"%s\" is not a number; expected digits such as 12%c5, or an empty cell, NA, N/A, n/a or ..",
              "\"%s\" không phải là số; cần chữ số như 12%c5, hoặc ô trống, NA, N/A, n/a hay ..", shown,
              decimal_comma ? ',' : '.');
}

bool number_read(const struct session *session, struct place place, const char *text, bool decimal_comma, double *out) {
  if (!is_decimal(text, decimal_comma ? ',' : '.')) {
    return refuse(session, place, text, decimal_comma);
  }
  const char *comma = strchr(text, ',');
  if (comma != NULL) {
    char *point = arena_text(session->arena, text, strlen(text));
    point[comma - text] = '.';
    text = point;
  }
  *out = strtod(text, NULL); /* the program never leaves the C locale */
  if (!isfinite(*out)) {
    return fail(session, place, "\"%s\" is too large for a number", "\"%s\" quá lớn", utf8_shown(session->arena, text));
  }
  *out += 0.0; /* "-0" is 0 */
  return true;
}
