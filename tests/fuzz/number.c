/* Numbers and texts of lib/base: reading against strtod in the C locale, writing against reading back, quoting and
 * cutting. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parse.h"
#include "base/text.h"
#include "fuzz/fuzz.h"

enum { LONGEST = 1200 };

static uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static const char *skip_blanks(const char *s) { return s + strspn(s, " \t"); }

/* The grammar of parse.h, on its own: blanks, sign, digits with at most one point, exponent, blanks. */
static int is_number(const char *s) {
  s = skip_blanks(s);
  s += *s == '+' || *s == '-';
  size_t whole = strspn(s, "0123456789"), fraction = 0;
  s += whole;
  if (*s == '.') fraction = strspn(++s, "0123456789");
  s += fraction;
  if (whole + fraction == 0) return 0;
  if (*s == 'e' || *s == 'E') {
    s++;
    s += *s == '+' || *s == '-';
    size_t exponent = strspn(s, "0123456789");
    if (exponent == 0) return 0;
    s += exponent;
  }
  return *skip_blanks(s) == '\0';
}

static void check_number(const char *s) {
  double got = 12345.0, expected = strtod(s, NULL); /* the program never leaves the C locale */
  int read = inno__parse_number(s, &got);
  FUZZ_CHECK(read == (is_number(s) && !isinf(expected)));
  if (read)
    FUZZ_CHECK(bits_of(got) == bits_of(expected));
  else
    FUZZ_CHECK(got == 12345.0);
}

static void check_integer(const char *s) {
  int64_t got = 12345;
  const char *digits = skip_blanks(s);
  digits += *digits == '+' || *digits == '-';
  size_t count = strspn(digits, "0123456789");
  int whole = count > 0 && *skip_blanks(digits + count) == '\0', read = inno__parse_integer(s, &got);
  errno = 0;
  long long expected = strtoll(s, NULL, 10);
  FUZZ_CHECK(read == (whole && errno != ERANGE));
  FUZZ_CHECK(got == (read ? expected : 12345));
}

/* Every double there and back. */
static void check_written(double x) {
  char buffer[64], printed[64];
  inno__text t;
  double back = 0.0;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_hexfloat(&t, x);
  FUZZ_CHECK(!t.cut && t.length == strlen(buffer));
  if (x == x)
    FUZZ_CHECK(bits_of(strtod(buffer, NULL)) == bits_of(x));
  else
    FUZZ_CHECK(strcmp(buffer, "nan") == 0);
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_number(&t, x);
  FUZZ_CHECK(!t.cut && t.length == strlen(buffer));
  if (x - x != 0.0) return;
  FUZZ_CHECK(fabs(strtod(buffer, NULL) - x) <= 1.5e-5 * fabs(x) + 0x1p-1074);
  snprintf(printed, sizeof printed, "%.17g", x);
  FUZZ_CHECK(inno__parse_number(printed, &back) && bits_of(back) == bits_of(x));
}

/* A text that is quoted is always valid and of the length that was asked for; what was valid and short stays as it is.
 */
static void check_text(const char *s, size_t most, size_t room) {
  char buffer[LONGEST], cut[LONGEST];
  inno__text t;
  int valid = inno__text_valid(s);
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_quote(&t, s, most);
  FUZZ_CHECK(buffer[0] == '\0' || inno__text_valid(buffer));
  FUZZ_CHECK(t.length == strlen(buffer) && t.length <= most + 3);
  if (valid && strlen(s) <= most) FUZZ_CHECK(strcmp(buffer, s) == 0);
  inno__text_init(&t, cut, room + 1);
  inno__text_put(&t, s);
  FUZZ_CHECK(t.length == strlen(cut) && t.length <= room && strncmp(cut, s, t.length) == 0);
  FUZZ_CHECK(t.cut == (strlen(s) > room));
  if (valid && cut[0] != '\0') FUZZ_CHECK(inno__text_valid(cut)); /* between characters */
  if (valid && t.cut) FUZZ_CHECK(t.length + 3 >= room);           /* and no earlier than needed */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char alphabet[] = "0123456789012345678900995.5e-+E \tx";
  fuzz_input in = {data, size};
  char text[LONGEST];
  int32_t kind = fuzz_below(&in, 4);
  if (kind == 0) check_written(fuzz_number(&in));
  if (kind == 1) {
    size_t most = (size_t)fuzz_byte(&in), room = (size_t)fuzz_byte(&in);
    check_text(fuzz_text(&in, text, 512), most, room);
  }
  if (kind >= 2) {
    fuzz_text(&in, text, sizeof text);
    if (kind == 3) /* every byte becomes one that a number may have */
      for (char *c = text; *c != '\0'; c++) *c = alphabet[(unsigned char)*c % (sizeof alphabet - 1)];
    check_number(text);
    check_integer(text);
  }
  return 0;
}
