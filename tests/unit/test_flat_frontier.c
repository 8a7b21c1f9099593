/* Flat tier: benefit of the doubt and order-m give what the objects give, and refuse what they refuse. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) <= 1e-13)
static const double rows[] = {2, 1, 1, 2, 1, 1}, columns[] = {2, 1, 1, 1, 2, 1};

static void benefit_of_doubt(void **state) {
  (void)state;
  double out[3], again[3];
  assert_int_equal(inno_flat_benefit_of_doubt(rows, 3, 2, 0, NAN, NAN, out), INNO_OK);
  assert_true(out[0] == 1.0 && out[1] == 1.0);
  NEAR(out[2], 2.0 / 3.0);
  assert_int_equal(inno_flat_benefit_of_doubt(columns, 3, 2, 1, 0.0, 1.0, again), INNO_OK);
  assert_memory_equal(out, again, sizeof out);
  assert_int_equal(inno_flat_benefit_of_doubt(rows, 3, 2, 0, 0.5, 0.5, out), INNO_OK);
  NEAR(out[0], 1.0 / 1.25); /* shares are half each: unit 2 has 0.5 / 2 + 2 * 0.5 of it */
  const double holes[] = {NAN, NAN, 1, 2, 2, NAN};
  assert_int_equal(inno_flat_benefit_of_doubt(holes, 3, 2, 0, NAN, NAN, out), INNO_OK);
  assert_true(isnan(out[0]) && out[1] == 1.0 && out[2] == 1.0);
}

static void refused(int32_t wanted, int32_t got, const double *out) {
  assert_int_equal(got, wanted);
  for (int i = 0; i < 3; i++) assert_true(isnan(out[i]));
}

static void what_is_refused(void **state) {
  (void)state;
  const double zero[] = {0, 1, 1, 2, 1, 1}, negative[] = {-1, 1, 1, 2, 1, 1}, hole[] = {NAN, 1, 1, 2, 1, 1},
               infinite[] = {INFINITY, 1, 1, 2, 1, 1};
  double out[3] = {0, 0, 0};
  refused(INNO_E_VALUE, inno_flat_benefit_of_doubt(rows, 3, 2, 0, NAN, 0.4, out), out);
  refused(INNO_E_VALUE, inno_flat_benefit_of_doubt(rows, 3, 2, 0, 0.6, NAN, out), out);
  refused(INNO_E_VALUE, inno_flat_benefit_of_doubt(rows, 3, 2, 0, 0.6, 0.5, out), out);
  refused(INNO_E_VALUE, inno_flat_benefit_of_doubt(rows, 3, 2, 0, -0.1, NAN, out), out);
  refused(INNO_E_NONPOSITIVE, inno_flat_benefit_of_doubt(zero, 3, 2, 0, 0.1, NAN, out), out);
  refused(INNO_E_NONPOSITIVE, inno_flat_benefit_of_doubt(negative, 3, 2, 0, NAN, NAN, out), out);
  refused(INNO_E_DOMAIN, inno_flat_benefit_of_doubt(hole, 3, 2, 0, NAN, 0.6, out), out);
  refused(INNO_E_INFINITE, inno_flat_benefit_of_doubt(infinite, 3, 2, 0, NAN, NAN, out), out);
  refused(INNO_E_NULL, inno_flat_benefit_of_doubt(NULL, 3, 2, 0, NAN, NAN, out), out);
  refused(INNO_E_NODATA, inno_flat_benefit_of_doubt(rows, 3, 0, 0, NAN, NAN, out), out);
  refused(INNO_E_MISSING_PARAMETER, inno_flat_order_m(rows, 3, 2, 0, INT32_MIN, out), out);
  refused(INNO_E_VALUE, inno_flat_order_m(rows, 3, 2, 0, 0, out), out);
  refused(INNO_E_NONPOSITIVE, inno_flat_order_m(negative, 3, 2, 0, 2, out), out);
  refused(INNO_E_INFINITE, inno_flat_order_m(infinite, 3, 2, 0, 2, out), out);
  assert_int_equal(inno_flat_benefit_of_doubt(rows, 3, 2, 2, NAN, NAN, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_benefit_of_doubt(rows, 3, 2, 0, NAN, NAN, NULL), INNO_E_NULL);
  assert_int_equal(inno_flat_benefit_of_doubt(rows, 3, 257, 0, NAN, NAN, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_benefit_of_doubt(NULL, 0, 2, 0, NAN, NAN, NULL), INNO_OK);
  assert_int_equal(inno_flat_order_m(NULL, 0, 2, 0, 1, NULL), INNO_OK);
}

static void order_m(void **state) {
  (void)state;
  double out[3];
  assert_int_equal(inno_flat_order_m(rows, 3, 2, 0, 1, out), INNO_OK);
  NEAR(out[0], 1.0 / ((1.0 + 0.5 + 0.5) / 3.0));
  NEAR(out[2], 1.0);
  assert_int_equal(inno_flat_order_m(columns, 3, 2, 1, 2, out), INNO_OK);
  NEAR(out[0], 1.0 / (0.5 + 0.5 * (1.0 - 4.0 / 9.0)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(benefit_of_doubt),
      cmocka_unit_test(what_is_refused),
      cmocka_unit_test(order_m),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
