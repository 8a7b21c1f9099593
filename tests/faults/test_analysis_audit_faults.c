/* The audit: every pointer NULL, every allocation failing once. */
#include <math.h>

#include "support/allocator.h"
#include "support/planted.h"

static const double size[UNITS] = {9, 4, 7, 3, 8, 2, 6, 5, 1, 12, 11, 10};
static const char everything[] =
    "use=complete; correlation=kendall; rotation=promax; retain=count; components=2; parallel_draws=3; "
    "development=size; redundant=0.1; bias=0.1";

static void every_allocation_may_fail(void **state) {
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  x[1][4] = NAN;
  family f = plant(x, UNITS, 1.0, size);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, everything);
  for (int64_t permitted = 0;; permitted++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = (inno_analysis *)&counter;
    inno_error *error = NULL;
    assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
    counter.permitted = permitted;
    inno_status s = inno_analysis_create_audit(&a, options, f.method, f.data, &out, error);
    assert_int_equal(inno_error_status(error), s);
    inno_error_destroy(error);
    if (s != INNO_OK) {
      assert_int_equal(s, INNO_E_NOMEM);
      assert_null(out);
    } else {
      assert_true(findings(out) > 3);
    }
    counter.permitted = -1;
    inno_analysis_destroy(out);
    assert_int_equal(counter.live_blocks, 0);
    assert_int_equal(counter.live_bytes, 0);
    assert_int_equal(counter.wrong_size, 0);
    if (s != INNO_OK) continue;
    print_message("%lld allocations, each failed once\n", (long long)permitted);
    assert_true(permitted > 40);
    break;
  }
  inno_scheme_destroy(options);
  family_end(&f);
}

/* A refusal leaves nothing behind. */
static void refusals_leak_nothing(void **state) {
  static const char *const options[] = {"development=none", "group=none", "period=1999"};
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, size);
  for (int k = 0; k < 3; k++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = (inno_analysis *)&counter;
    inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options[k]);
    assert_int_not_equal(inno_analysis_create_audit(&a, scheme, f.method, f.data, &out, NULL), INNO_OK);
    assert_null(out);
    assert_int_equal(counter.live_blocks, 0);
    inno_scheme_destroy(scheme);
  }
  family_end(&f);
}

static void nothing_given(void **state) {
  double x[LEAVES][UNITS];
  inno_error *error = NULL;
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, NULL);
  inno_analysis *out = (inno_analysis *)&f;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_analysis_create_audit(NULL, NULL, NULL, f.data, &out, error), INNO_E_NULL);
  assert_int_equal(inno_error_status(error), INNO_E_NULL);
  assert_null(out);
  out = (inno_analysis *)&f;
  assert_int_equal(inno_analysis_create_audit(NULL, NULL, f.method, NULL, &out, error), INNO_E_NULL);
  assert_int_equal(inno_error_status(error), INNO_E_NULL);
  assert_null(out);
  assert_int_equal(inno_analysis_create_audit(NULL, NULL, f.method, f.data, NULL, error), INNO_E_NULL);
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  out = (inno_analysis *)&f;
  assert_int_equal(inno_analysis_create_audit(NULL, other, f.method, f.data, &out, error), INNO_E_ARGUMENT);
  assert_null(out);
  inno_scheme_destroy(other);
  assert_int_equal(inno_analysis_create_audit(NULL, NULL, f.method, f.data, &out, NULL), INNO_OK);
  inno_analysis_destroy(out);
  inno_error_destroy(error);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(refusals_leak_nothing),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
