/* Numbers from text: the grammar, rounding at the borders of doubles, and the C library as the judge. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/parse.h"

/* Bits, so that -0 and 0 differ. */
static void reads_as(const char *text, double want) {
  double got = 77.0;
  if (!inno__parse_number(text, &got) || memcmp(&got, &want, sizeof got) != 0)
    fail_msg("\"%.60s\" is read as %a, not %a", text, got, want);
}

static void is_refused(const char *text) {
  double got = 77.0;
  if (inno__parse_number(text, &got) || got != 77.0) fail_msg("\"%.60s\" is taken for a number", text);
}

static void what_is_a_number(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double want;
  } cases[] = {{"0", 0.0},       {"-0", -0.0},
               {"+1", 1.0},      {" \t12.5 \t", 12.5},
               {".5", 0.5},      {"5.", 5.0},
               {"-.5e1", -5.0},  {"1e3", 1000.0},
               {"1E-3", 0.001},  {"1e+0", 1.0},
               {"007", 7.0},     {"0.000", 0.0},
               {"-0e999", -0.0}, {"0e-99999999999999999999", 0.0},
               {"1e-400", 0.0},  {"-1e-99999999999", -0.0}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) reads_as(cases[k].text, cases[k].want);
}

static void what_is_none(void **state) {
  (void)state;
  static const char *const cases[] = {"",        " ",        ".",     "-",        "+",
                                      "e5",      "1e",       "1e+",   "1e-",      "1.2.3",
                                      "1 2",     "0x10",     "inf",   "nan",      "1,5",
                                      "--1",     "+-1",      "1e5x",  "Infinity", "1f",
                                      "\n1",     "1\n",      "1e400", "-1e309",   "1e999999999999999999999",
                                      "1.5e1.5", "\302\2401"};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) is_refused(cases[k]);
}

/* The largest and smallest doubles, and what lies exactly between two: ties go to the even one. */
static void borders_round_to_even(void **state) {
  (void)state;
  reads_as("1.7976931348623157e308", 0x1.fffffffffffffp+1023);
  reads_as("1.797693134862315807e308", 0x1.fffffffffffffp+1023); /* below the middle */
  is_refused("1.797693134862315808e308");                        /* above it: too large */
  reads_as("4.9406564584124654e-324", 0x1p-1074);
  reads_as("2.4703282292062327e-324", 0.0);       /* just below the half of the smallest */
  reads_as("2.4703282292062328e-324", 0x1p-1074); /* just above */
  reads_as("2.2250738585072014e-308", 0x1p-1022);
  reads_as("2.2250738585072011e-308", 0x0.fffffffffffffp-1022); /* the largest subnormal */
  reads_as("9007199254740993", 0x1p53);                         /* 2^53 + 1: even below */
  reads_as("9007199254740995", 9007199254740996.0);             /* 2^53 + 3: even above */
  reads_as("9007199254740993.00000000000000000000000000000000000001", 9007199254740994.0);
  reads_as("123456789012345678901234567890", 123456789012345678901234567890.0);
}

/* Is long double wider where this runs? Its type may be, and what emulates the machine not. */
static int is_wider(void) {
  volatile long double sum = 1.0L;
  sum += (long double)DBL_EPSILON / 4.0L;
  return sum > 1.0L;
}

/* What a middle is read as: the one whose last bit is 0. Where long double is no wider the text is that of a double
 * near it. */
static double middle(double low, double high, const char *text) {
  uint64_t bits;
  memcpy(&bits, &low, sizeof bits);
  if (!is_wider()) return strtod(text, NULL);
  return bits % 2 == 0 ? low : high;
}

/* Exact middles of doubles in full, with up to 767 digits, and moved by one unit in a digit far behind. */
static void long_middles(void **state) {
  (void)state;
  static char text[1600];
  static const double values[] = {0x1.0000000000001p-1022, 0x1p-1074, 0x1.8p-1070, 0x1.fffffffffffffp-1,
                                  0x1.23456789abcdep+100};
  for (size_t k = 0; k < sizeof values / sizeof values[0]; k++) {
    double low = values[k], high = nextafter(low, INFINITY);
    int length = snprintf(text, sizeof text, "%.1100Lf", ((long double)low + (long double)high) / 2.0L);
    assert_true(length > 0 && (size_t)length < sizeof text - 2);
    reads_as(text, middle(low, high, text));
    text[length] = '1';
    text[length + 1] = '\0';
    reads_as(text, is_wider() ? high : strtod(text, NULL));
  }
  memset(text, '0', 1500); /* leading and trailing zeros count for nothing */
  memcpy(text + 700, "1.5", 3);
  text[1500] = '\0';
  reads_as(text, 1.5);
  memset(text, '9', 1500);
  is_refused(text);
  memcpy(text + 1496, "e-99", 4);
  is_refused(text); /* 1e1397 */
  memcpy(text + 1494, "e-1494", 6);
  reads_as(text, 1.0);
}

/* Refused for its size alone, or because it is none. */
static void what_is_beyond(void **state) {
  static const char *const beyond[] = {"1e400", " -1e309 ", "1e999999999999999999999", "1.797693134862315808e308"};
  static const char *const others[] = {"", "1e400x", "inf", "1e308", "1e-400", "0e400", "nan"};
  double list[3];
  (void)state;
  for (size_t k = 0; k < sizeof beyond / sizeof beyond[0]; k++) assert_true(inno__parse_beyond(beyond[k]));
  for (size_t k = 0; k < sizeof others / sizeof others[0]; k++) assert_false(inno__parse_beyond(others[k]));
  assert_int_equal(inno__parse_list("1, 1e400", list, 3), -2);
  assert_int_equal(inno__parse_list("1, 1e400x", list, 3), -1);
  assert_int_equal(inno__parse_list("1, 2, 3", list, 3), 3);
}

/* Neither a long text nor a long exponent makes the count run over. */
static void decimals_of_long_texts(void **state) {
  enum { MANY = 3000000 };
  char *text = malloc(MANY + 40);
  (void)state;
  assert_non_null(text);
  memset(text, '0', MANY);
  text[1] = '.';
  text[MANY] = '\0';
  assert_int_equal(inno__parse_decimals(text), MANY - 2);
  strcpy(text + MANY, "e-99999999999999999999999");
  assert_true(inno__parse_decimals(text) > 900000000);
  text[MANY + 1] = '+';
  assert_int_equal(inno__parse_decimals(text), 0);
  text[1] = '9';
  strcpy(text + MANY, "e99999999999999999999999");
  assert_int_equal(inno__parse_decimals(text), 0);
  assert_true(inno__parse_beyond(text));
  free(text);
}

static uint64_t seed = 1;

static uint64_t draw(void) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return seed ^ seed >> 29;
}

/* Doubles of all sizes, printed with 1 to 40 digits. */
static void the_c_library_agrees(void **state) {
  (void)state;
  char text[400];
  for (int k = 0; k < 5000; k++) {
    uint64_t bits = draw();
    double x;
    memcpy(&x, &bits, sizeof x);
    if (x - x != 0.0) continue;
    snprintf(text, sizeof text, "%.*e", (int)(draw() % 40), x);
    double want = strtod(text, NULL);
    if (isinf(want))
      is_refused(text);
    else
      reads_as(text, want);
  }
}

static void integers(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t want;
  } cases[] = {{"0", 0},
               {"-0", 0},
               {"+7", 7},
               {" 12\t", 12},
               {"0009", 9},
               {"9223372036854775807", INT64_MAX},
               {"-9223372036854775808", INT64_MIN},
               {"-9223372036854775807", -INT64_MAX}};
  static const char *const none[] = {"",
                                     " ",
                                     "-",
                                     "1.0",
                                     "1e3",
                                     "0x1",
                                     "1 2",
                                     "9223372036854775808",
                                     "-9223372036854775809",
                                     "99999999999999999999999",
                                     "a",
                                     "--1"};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    int64_t got = 77;
    assert_int_equal(inno__parse_integer(cases[k].text, &got), 1);
    assert_true(got == cases[k].want);
  }
  for (size_t k = 0; k < sizeof none / sizeof none[0]; k++) {
    int64_t got = 77;
    assert_int_equal(inno__parse_integer(none[k], &got), 0);
    assert_true(got == 77);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_a_number),
      cmocka_unit_test(what_is_none),
      cmocka_unit_test(borders_round_to_even),
      cmocka_unit_test(what_is_beyond),
      cmocka_unit_test(decimals_of_long_texts),
      cmocka_unit_test(long_middles),
      cmocka_unit_test(integers),
      cmocka_unit_test(the_c_library_agrees),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
