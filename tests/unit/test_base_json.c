/* JSON without meaning: what is written, what the reader takes apart, shortest decimals of known hard numbers. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/parse.h"
#include "innoscore/innoscore.h"

static char written[4096];

static void take(void *context, const char *text, size_t length) {
  size_t *used = context;
  assert_true(*used + length < sizeof written);
  memcpy(written + *used, text, length);
  *used += length;
  written[*used] = '\0';
}

/* As a person may have typed it: whole; what was computed: cut to so many digits. */
static void figures(void **state) {
  static const struct {
    double value;
    int digits;
    const char *text;
  } cases[] = {
      {123456.87, 6, "123456.87"},
      {5000001, 6, "5000001"},
      {-0.0123, 6, "-0.0123"},
      {1.0 / 3.0, 6, "0.333333"},
      {2.0 / 3.0, 6, "0.666667"},
      {1.23 * 10.0 / 100.0, 6, "0.123"},
      {0.1 + 0.2, 6, "0.3"},
      {0.1 + 0.2, 17, "0.30000000000000004"},
      {9.9999999999999982, 6, "10"},
      {99999.599999999991, 5, "100000"},
      {1e21 / 3.0, 6, "333333000000000000000"},
      {1e300 / 3.0, 6, "3.33333e+299"},
      {1e-7 / 3.0, 6, "3.33333e-8"},
      {0.0, 6, "0"},
      {-0.0, 6, "0"},
      {5e-324, 6, "5e-324"},
      {NAN, 6, "nan"},
      {-INFINITY, 6, "-inf"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char buffer[40];
    inno__text t;
    inno__text_init(&t, buffer, sizeof buffer);
    inno__text_figure(&t, cases[i].value, cases[i].digits);
    assert_string_equal(buffer, cases[i].text);
  }
}

static void expect_number(double value, const char *text) {
  char buffer[32];
  inno__text t;
  double back = 0.0;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_shortest(&t, value);
  assert_false(t.cut);
  assert_string_equal(buffer, text);
  if (strcmp(text, "null") == 0) return;
  assert_true(inno__parse_number(buffer, &back));
  assert_memory_equal(&back, &value, sizeof value);
}

/* The examples of RFC 8785, appendix B, and the ends of every form. */
static void shortest_decimals(void **state) {
  (void)state;
  expect_number(0.0, "0");
  expect_number(-0.0, "-0.0");
  expect_number(5e-324, "5e-324");
  expect_number(-5e-324, "-5e-324");
  expect_number(1.7976931348623157e308, "1.7976931348623157e+308");
  expect_number(-1.7976931348623157e308, "-1.7976931348623157e+308");
  expect_number(9007199254740992.0, "9007199254740992");
  expect_number(-9007199254740992.0, "-9007199254740992");
  expect_number(295147905179352830000.0, "295147905179352830000");
  expect_number(9.999999999999997e22, "9.999999999999997e+22");
  expect_number(1e23, "1e+23");
  expect_number(1.0000000000000001e23, "1.0000000000000001e+23");
  expect_number(999999999999999700000.0, "999999999999999700000");
  expect_number(999999999999999900000.0, "999999999999999900000");
  expect_number(1e21, "1e+21");
  expect_number(9.999999999999997e-7, "9.999999999999997e-7");
  expect_number(0.000001, "0.000001");
  expect_number(333333333.3333332, "333333333.3333332");
  expect_number(333333333.33333325, "333333333.33333325");
  expect_number(-0.0000033333333333333333, "-0.0000033333333333333333");
  expect_number(1424953923781206.2, "1424953923781206.2");
  expect_number(2.2250738585072014e-308, "2.2250738585072014e-308");
  expect_number(0.1, "0.1");
  expect_number(0.1 + 0.2, "0.30000000000000004");
  expect_number(100.0, "100");
  expect_number(123.456, "123.456");
  expect_number((double)NAN, "null");
  expect_number((double)INFINITY, "null");
  expect_number(-(double)INFINITY, "null");
}

/* At powers of two, where the doubles below are denser, 2^-44 for one. */
static void powers_of_two(void **state) {
  (void)state;
  char buffer[32];
  for (int power = -1074; power < 1024; power++) {
    double value = ldexp(1.0, power), back = 0.0;
    inno__text t;
    inno__text_init(&t, buffer, sizeof buffer);
    inno__text_shortest(&t, value);
    assert_true(inno__parse_number(buffer, &back));
    assert_true(back == value);
  }
  expect_number(ldexp(1.0, -44), "5.684341886080802e-14");
}

static void writing(void **state) {
  (void)state;
  size_t used = 0;
  inno__json_out o = {take, &used, 0};
  inno__json_open(&o, '{');
  inno__json_name(&o, "a");
  inno__json_open(&o, '[');
  inno__json_put_integer(&o, INT64_MIN);
  inno__json_put_number(&o, 0.5);
  inno__json_put_number(&o, (double)NAN);
  inno__json_put_boolean(&o, 1);
  inno__json_put_boolean(&o, 0);
  inno__json_open(&o, '{');
  inno__json_close(&o, '}');
  inno__json_close(&o, ']');
  inno__json_name(&o, "b\"\\\n\x01\x1f");
  inno__json_put_text(&o, "\xe1\xba\xad/\t\b\f\r\x7f");
  inno__json_close(&o, '}');
  assert_string_equal(written,
                      "{\"a\":[-9223372036854775808,0.5,null,true,false,{}],"
                      "\"b\\\"\\\\\\n\\u0001\\u001f\":\"\xe1\xba\xad/\\t\\b\\f\\r\x7f\"}");
}

static void taking_apart(void **state) {
  (void)state;
  static const char text[] =
      " {\"k\" : [1 , -2.5e-3,\"\\u1ead\\ud83d\\ude00\\/\" ,null,[],{\"x\":true}] , \"l\":false}\n";
  static const char *const names[] = {"l", "k", "m"};
  inno_allocator a;
  inno__json j;
  int64_t values[3];
  char out[INNO__JSON_TEXT_BYTES];
  double x = 0.0;
  assert_int_equal(inno__allocator_resolve(NULL, &a), INNO_OK);
  assert_int_equal(inno__json_parse(&a, text, sizeof text - 1, &j, NULL), INNO_OK);
  assert_int_equal(j.count, 13);
  assert_int_equal(j.nodes[0].size, 2);
  assert_int_equal(inno__json_members(&j, 0, names, 3, 2, values, NULL), INNO_OK);
  assert_int_equal(values[2], -1);
  assert_int_equal(j.nodes[values[0]].kind, INNO__JSON_FALSE);
  int64_t list = values[1], at = list + 1;
  assert_int_equal(j.nodes[list].size, 6);
  at = j.nodes[at].next;
  assert_int_equal(inno__json_number(&j, at, "x", &x, NULL), INNO_OK);
  assert_true(x == -2.5e-3);
  at = j.nodes[at].next;
  assert_int_equal(inno__json_text(&j, at, "x", out, NULL), INNO_OK);
  assert_string_equal(out, "\xe1\xba\xad\xf0\x9f\x98\x80/");
  at = j.nodes[at].next;
  assert_int_equal(j.nodes[at].kind, INNO__JSON_NULL);
  at = j.nodes[at].next;
  assert_int_equal(j.nodes[at].size, 0);
  at = j.nodes[at].next;
  assert_int_equal(inno__json_object(&j, at, "x", NULL), INNO_OK);
  assert_int_equal(inno__json_list(&j, at, "x", NULL), INNO_E_JSON);
  assert_int_equal(j.nodes[at].next, j.nodes[list].next);
  assert_int_equal(inno__json_members(&j, 0, names, 1, 1, values, NULL), INNO_E_JSON);
  assert_int_equal(inno__json_members(&j, 0, names, 3, 3, values, NULL), INNO_E_JSON);
  inno__json_free(&j);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shortest_decimals), cmocka_unit_test(figures),      cmocka_unit_test(powers_of_two),
      cmocka_unit_test(writing),           cmocka_unit_test(taking_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
