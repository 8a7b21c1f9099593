/* The audit: every pointer NULL, every allocation failing once. */
#include <math.h>

#include "support/faults.h"
#include "support/planted.h"
#include "support/refusal.h"

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
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno__error_clear(error);
    inno_status s = inno_analysis_create_audit(&turn.allocator, options, f.method, f.data, &out, error);
    assert_int_equal(inno_error_status(error), s);
    if (FAULTS_MADE(&turn, s, out)) assert_true(findings(out) > 3);
    inno_analysis_destroy(out);
  }
  assert_true(turn.permitted > 40);
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
    inno_analysis *out = NOT_AN_OBJECT;
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
  inno_analysis *out;
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, NULL);
  NOT_MADE(out, inno_analysis_create_audit(NULL, NULL, NULL, f.data, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_audit(NULL, NULL, f.method, NULL, &out, error), INNO_E_NULL);
  NULLED(inno_analysis_create_audit(NULL, NULL, f.method, f.data, NULL, error));
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  NOT_MADE(out, inno_analysis_create_audit(NULL, other, f.method, f.data, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
  assert_int_equal(inno_analysis_create_audit(NULL, NULL, f.method, f.data, &out, NULL), INNO_OK);
  inno_analysis_destroy(out);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(refusals_leak_nothing),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
