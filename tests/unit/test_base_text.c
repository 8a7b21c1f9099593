/* The base room's texts: cutting, quoting what a caller wrote, integers at their ends, sentences that keep their cure.
 */
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/parse.h"
#include "base/text.h"

static void test_nothing_follows_a_cut(void **state) {
  char buffer[6];
  inno__text t;
  (void)state;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_put(&t, "abcd\xc3\xa9"); /* six bytes; the last character does not fit whole */
  assert_string_equal(buffer, "abcd");
  assert_int_equal(t.cut, 1);
  inno__text_put(&t, "x"); /* would fit, but the text ends where it was cut */
  inno__text_int(&t, 7);
  assert_string_equal(buffer, "abcd");
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_put(&t, "abcde");
  assert_int_equal(t.cut, 0);
  assert_string_equal(buffer, "abcde");
}

static const char *quoted(const char *s, size_t most, char *buffer, size_t size) {
  inno__text t;
  inno__text_init(&t, buffer, size);
  inno__text_quote(&t, s, most);
  return buffer;
}

static void test_quote(void **state) {
  char b[256];
  (void)state;
  assert_string_equal(quoted("H\xc3\xa0 N\xe1\xbb\x99i", 60, b, sizeof b), "H\xc3\xa0 N\xe1\xbb\x99i");
  assert_string_equal(quoted("", 60, b, sizeof b), "");
  /* a byte that is no character, a control character, a surrogate (three bytes), an overlong form (two), a half
   * character */
  assert_string_equal(quoted("a\xff"
                             "b",
                             60, b, sizeof b),
                      "a\xef\xbf\xbd"
                      "b");
  assert_string_equal(quoted("a\nb\x7f", 60, b, sizeof b),
                      "a\xef\xbf\xbd"
                      "b\xef\xbf\xbd");
  assert_string_equal(quoted("\xed\xa0\x80", 60, b, sizeof b), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_string_equal(quoted("\xc0\x80", 60, b, sizeof b), "\xef\xbf\xbd\xef\xbf\xbd");
  assert_string_equal(quoted("ab\xe1\xbb", 60, b, sizeof b), "ab\xef\xbf\xbd\xef\xbf\xbd");
  /* exactly as long as allowed, and one more */
  assert_string_equal(quoted("abcd", 4, b, sizeof b), "abcd");
  assert_string_equal(quoted("abcde", 4, b, sizeof b), "abcd\xe2\x80\xa6");
  assert_string_equal(quoted("abc\xc3\xa9", 4, b, sizeof b), "abc\xe2\x80\xa6");
}

/* Whatever bytes a caller's code has, what comes back is text. */
static void test_quote_is_always_text(void **state) {
  uint64_t random = 1;
  (void)state;
  for (int round = 0; round < 20000; round++) {
    char s[16], b[64];
    for (int i = 0; i < 15; i++) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      s[i] = (char)(random >> 56);
    }
    s[0] = 'x';
    s[15] = '\0';
    assert_true(inno__text_valid(quoted(s, 30, b, sizeof b)));
  }
}

static void report(inno_error *e, int32_t language, const inno__where *where) {
  memset(e, 0, sizeof *e);
  e->language = language;
  inno__report(e, INNO_E_MISSING_COLUMN, INNO__MSG_MISSING_COLUMN, where);
}

/* The end of the sentence is its cure: a code of any length leaves it whole. */
static void test_cure_survives_long_codes(void **state) {
  static inno_error plain, crowded;
  char code[4000];
  (void)state;
  memset(code, 'k', sizeof code - 1);
  code[sizeof code - 1] = '\0';
  for (int32_t language = INNO_LANGUAGE_EN; language <= INNO_LANGUAGE_VI; language++) {
    report(&plain, language, &(inno__where){.node = "k", .unit = "k", .what = "k"});
    report(&crowded, language, &(inno__where){.node = code, .unit = code, .what = code});
    const char *cure = plain.message + strlen(plain.message) - 12;
    assert_non_null(strstr(crowded.message, cure));
    assert_true(strlen(crowded.message) < sizeof crowded.message - 1);
    assert_true(inno__text_valid(crowded.message));
    assert_int_equal(strncmp(crowded.node, code, 124), 0); /* as much of the code as fits, marked as cut */
    assert_string_equal(crowded.node + 124, "\xe2\x80\xa6");
    assert_string_equal(crowded.unit, crowded.node);
  }
}

static void test_bad_bytes_in_an_error(void **state) {
  static inno_error e;
  (void)state;
  report(&e, INNO_LANGUAGE_EN,
         &(inno__where){.node = "a\x80\x01"
                                "b",
                        .unit = "\xfe",
                        .what = "\x1b[31m"});
  assert_string_equal(e.node,
                      "a\xef\xbf\xbd\xef\xbf\xbd"
                      "b");
  assert_string_equal(e.unit, "\xef\xbf\xbd");
  assert_true(inno__text_valid(e.message));
  assert_null(strchr(e.message, '\x1b'));
}

static void test_integers_at_their_ends(void **state) {
  static const char *const wrong[] = {"9223372036854775808",
                                      "-9223372036854775809",
                                      "18446744073709551616",
                                      "92233720368547758070",
                                      "",
                                      "-",
                                      "+",
                                      "1x",
                                      "1 2",
                                      "0x1",
                                      "1.0"};
  int64_t v = 0;
  (void)state;
  assert_int_equal(inno__parse_integer("9223372036854775807", &v), 1);
  assert_true(v == INT64_MAX);
  assert_int_equal(inno__parse_integer("-9223372036854775808", &v), 1);
  assert_true(v == INT64_MIN);
  assert_int_equal(inno__parse_integer(" -0 ", &v), 1);
  assert_true(v == 0);
  assert_int_equal(inno__parse_integer("+0000000000000000000000012", &v), 1);
  assert_true(v == 12);
  v = 5;
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    assert_int_equal(inno__parse_integer(wrong[i], &v), 0);
    assert_true(v == 5);
  }
}

static uint64_t rounds = 30000;
static int stride = 97;

/* The same text as the C library's %g, for the number, its negative and its neighbors. */
static void expect_as_printf(double value) {
  char ours[64], theirs[64];
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  for (uint64_t step = 0; step < 3; step++) {
    uint64_t near = bits + step - 1;
    inno__text t;
    memcpy(&value, &near, sizeof value);
    if (value != value) continue; /* its sign is the C library's business */
    inno__text_init(&t, ours, sizeof ours);
    inno__text_number(&t, value);
    snprintf(theirs, sizeof theirs, "%.6g", value);
    assert_string_equal(ours, theirs);
  }
}

static void test_numbers_at_their_ends(void **state) {
  static const double ends[] = {5e-324, 2.2250738585072009e-308, 2.2250738585072014e-308, 1.7976931348623157e308, 0.0};
  (void)state;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) expect_as_printf(ends[i]);
  for (int power = -323; power <= 308; power++) {
    char text[16];
    snprintf(text, sizeof text, "1e%d", power);
    expect_as_printf(strtod(text, NULL));
    snprintf(text, sizeof text, "-9.999995e%d", power < 308 ? power : 307);
    expect_as_printf(strtod(text, NULL));
  }
  for (int power = -1074; power <= 1023; power++) expect_as_printf(ldexp(1.0, power));
}

/* Exactly between two texts: seven digits that end in 5, with as many of them behind the point as a double can hold. */
static void test_ties_go_to_even(void **state) {
  (void)state;
  for (int k = 100000; k < 1000000; k += stride) {
    double up = 1.0;
    expect_as_printf(k + 0.5);
    for (int zeros = 0; zeros < 15; zeros++, up *= 10.0) expect_as_printf((k * 10.0 + 5.0) * up);
  }
  for (int k = 1; k < 1000000; k += 2 * stride)
    for (int halves = 1; halves <= 10; halves++) expect_as_printf(ldexp(k, -halves));
}

static void test_numbers_for_people(void **state) {
  uint64_t random = 7;
  (void)state;
  for (uint64_t round = 0; round < rounds; round++) {
    double value;
    uint64_t mixed;
    random = random * 6364136223846793005u + 1442695040888963407u;
    mixed = (random ^ (random >> 32)) * 0x9e3779b97f4a7c15u;
    mixed ^= mixed >> 29;
    memcpy(&value, &mixed, sizeof value); /* any exponent */
    expect_as_printf(value);
    expect_as_printf((double)(int64_t)(mixed % 2000000000u) / 1e4 - 1e5); /* what people write */
  }
}

static size_t asked;

static void *INNO_CALL note_size(void *context, size_t bytes) {
  (void)context;
  asked = bytes;
  return NULL;
}

static void INNO_CALL release_nothing(void *context, void *block, size_t bytes) {
  (void)context;
  (void)block;
  (void)bytes;
}

static void test_impossible_sizes_reach_no_allocator(void **state) {
  const inno_allocator a = {note_size, release_nothing, NULL};
  (void)state;
  asked = 0;
  assert_null(inno__alloc(&a, SIZE_MAX));
  assert_null(inno__alloc(&a, SIZE_MAX / 2));
  assert_int_equal(asked, 0);
  assert_null(inno__alloc(&a, 0));
  assert_int_equal(asked, 1);
  assert_null(inno__alloc(&a, SIZE_MAX / 2 - 1));
  assert_true(asked == SIZE_MAX / 2 - 1);
}

/* With an argument, so many rounds of random numbers and every tie: the long run. */
int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing_follows_a_cut), cmocka_unit_test(test_quote),
      cmocka_unit_test(test_quote_is_always_text),  cmocka_unit_test(test_cure_survives_long_codes),
      cmocka_unit_test(test_bad_bytes_in_an_error), cmocka_unit_test(test_integers_at_their_ends),
      cmocka_unit_test(test_numbers_at_their_ends), cmocka_unit_test(test_ties_go_to_even),
      cmocka_unit_test(test_numbers_for_people),    cmocka_unit_test(test_impossible_sizes_reach_no_allocator),
  };
  if (argc > 1) {
    rounds = strtoull(argv[1], NULL, 10);
    stride = 1;
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
