/* Strided views: what is refused, and what is read and written through them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/view.h"

static const ptrdiff_t one = (ptrdiff_t)sizeof(double);

static void wrong_views_are_refused(void **state) {
  (void)state;
  double x[4] = {0.0};
  const char *off = (const char *)x + 4;
  assert_int_equal(inno__check_view(x, one, 4), INNO_OK);
  assert_int_equal(inno__check_view(x, 0, 4), INNO_OK); /* reading: one value for all */
  assert_int_equal(inno__check_view(x + 3, -one, 4), INNO_OK);
  assert_int_equal(inno__check_view(x, one, -1), INNO_E_ARGUMENT);
  assert_int_equal(inno__check_view(NULL, one, -1), INNO_E_ARGUMENT);
  assert_int_equal(inno__check_view(NULL, one, 1), INNO_E_NULL);
  assert_int_equal(inno__check_view(off, one, 1), INNO_E_ALIGN);
  assert_int_equal(inno__check_view(x, one + 4, 1), INNO_E_ALIGN);
  assert_int_equal(inno__check_view(x, -1, 1), INNO_E_ALIGN);
}

/* Nothing is read of nothing, so anything will do. */
static void an_empty_view_is_always_right(void **state) {
  (void)state;
  double x = 1.0;
  assert_int_equal(inno__check_view(NULL, 0, 0), INNO_OK);
  assert_int_equal(inno__check_view((const char *)&x + 1, 3, 0), INNO_OK);
  inno__gather(NULL, one, 0, &x);
  inno__gather(NULL, 24, 0, &x);
  inno__scatter(&x, 0, NULL, one);
  inno__scatter(&x, 0, NULL, 24);
  assert_true(x == 1.0);
}

static void distances_that_overflow_are_refused(void **state) {
  (void)state;
  double x = 1.0;
  const int64_t most = PTRDIFF_MAX / one;
  assert_int_equal(inno__check_view(&x, one, most), INNO_OK);
  assert_int_equal(inno__check_view(&x, -one, most), INNO_OK);
  assert_int_equal(inno__check_view(&x, one, most + 1), INNO_E_SIZE);
  assert_int_equal(inno__check_view(&x, -one, most + 1), INNO_E_SIZE);
  assert_int_equal(inno__check_view(&x, 1 << 20, INT64_MAX), INNO_E_SIZE);
  assert_int_equal(inno__check_view(&x, 0, INT64_MAX), INNO_OK);
  assert_int_equal(inno__check_view(&x, PTRDIFF_MIN, 1), INNO_E_SIZE); /* it has no absolute value */
}

static void values_are_gathered_at_any_stride(void **state) {
  (void)state;
  double x[12], out[4];
  for (int i = 0; i < 12; i++) x[i] = i;
  static const struct {
    int from;
    ptrdiff_t stride;
    double want[4];
  } cases[] = {
      {0, 1, {0, 1, 2, 3}}, {0, 3, {0, 3, 6, 9}}, {11, -2, {11, 9, 7, 5}}, {5, 0, {5, 5, 5, 5}}, {3, -1, {3, 2, 1, 0}}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno__gather(x + cases[k].from, cases[k].stride * one, 4, out);
    assert_memory_equal(out, cases[k].want, sizeof out);
  }
}

static void every_nan_becomes_the_one(void **state) {
  (void)state;
  static const uint64_t patterns[] = {0x7ff8000000000000u, 0xfff8000000000000u,
                                      0x7ff8000000001234u, 0xffffffffffffffffu,
                                      0x7ff0000000000000u, 0x8000000000000000u}; /* the last two are no NaN */
  double x[6], apart[12] = {0.0}, out[6];
  uint64_t bits[6];
  memcpy(x, patterns, sizeof x);
  for (int i = 0; i < 6; i++) memcpy(&apart[2 * i], &patterns[i], sizeof apart[0]);
  for (int k = 0; k < 2; k++) {
    inno__gather(k == 0 ? x : apart, k == 0 ? one : 2 * one, 6, out);
    memcpy(bits, out, sizeof bits);
    for (int i = 0; i < 6; i++) assert_true(bits[i] == (i < 4 ? 0x7ff8000000000000u : patterns[i]));
  }
}

static void only_the_places_are_written(void **state) {
  (void)state;
  const double x[3] = {1, 2, 3};
  double out[9];
  for (int i = 0; i < 9; i++) out[i] = -1.0;
  inno__scatter(x, 3, out + 1, 3 * one);
  for (int i = 0; i < 9; i++) assert_true(out[i] == (i % 3 == 1 ? x[i / 3] : -1.0));
  inno__scatter(x, 3, out + 8, -one);
  assert_true(out[8] == 1.0 && out[7] == 2.0 && out[6] == 3.0 && out[5] == -1.0);
  inno__scatter(x, 3, out, one);
  assert_memory_equal(out, x, sizeof x);
  assert_true(out[3] == -1.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(wrong_views_are_refused),
      cmocka_unit_test(an_empty_view_is_always_right),
      cmocka_unit_test(distances_that_overflow_are_refused),
      cmocka_unit_test(values_are_gathered_at_any_stride),
      cmocka_unit_test(every_nan_becomes_the_one),
      cmocka_unit_test(only_the_places_are_written),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
