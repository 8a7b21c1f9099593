/* Normalization: every rule by hand, exact ends, the frame, the logarithm, marks, and what is refused. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/normalize.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/special.h"

static double work[4096];

typedef struct {
  inno_error *error;
  inno__names *units;
  inno__site site;
} fixture;

static int setup(void **state) {
  static fixture f;
  static const char *const names[] = {"Ha Noi", "Hue", "Da Nang", "Can Tho"};
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno__names_create(&f.error->allocator, &f.units), INNO_OK);
  for (int i = 0; i < 4; i++) assert_int_equal(inno__names_add(f.units, names[i]), i);
  f.site = (inno__site){f.error, "X.1", f.units};
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno__names_destroy(f->units);
  inno_error_destroy(f->error);
  return 0;
}

static inno__normalize_rule rule_of(int32_t which, int32_t direction) {
  return (inno__normalize_rule){.rule = which,
                                .direction = direction,
                                .log = INNO_LOG_NONE,
                                .ties = INNO_TIES_COMPETITION,
                                .truncate = which == INNO_NORMALIZE_GOALPOSTS,
                                .upper = 100.0,
                                .points = 100.0,
                                .sd = 1.0,
                                .target = inno__nan(),
                                .reference = -1};
}

static void normalize(const fixture *f, const double *x, int n, const inno__normalize_rule *rule, double *out,
                      unsigned char *marks, inno__frame *frame) {
  inno__frame own;
  if (frame == NULL) frame = &own;
  inno_status s = inno__normalize_fit(x, n, rule, frame, work, &f->site);
  if (s == INNO_OK) s = inno__normalize_apply(x, n, rule, frame, out, marks, work, &f->site);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(f->error));
}

static void expect(const fixture *f, const double *x, int n, const inno__normalize_rule *rule, const double *want) {
  const double nan = inno__nan();
  double out[16];
  normalize(f, x, n, rule, out, NULL, NULL);
  for (int i = 0; i < n; i++) {
    if (x[i] != x[i])
      assert_memory_equal(&out[i], &nan, sizeof nan);
    else if (!(out[i] == want[i]) || (out[i] == 0.0 && signbit(out[i])))
      fail_msg("rule %d direction %d place %d: got %.17g, expected %.17g", rule->rule, rule->direction, i, out[i],
               want[i]);
  }
}

/* ---- rules by hand: 1, 2, 5 and a missing value ---- */

static void every_rule_by_hand(void **state) {
  const fixture *f = *state;
  const double x[] = {1.0, 2.0, inno__nan(), 5.0};
  static const struct {
    int32_t rule, direction;
    double want[4];
  } cases[] = {
      {INNO_NORMALIZE_NONE, 1, {1, 2, 0, 5}},
      {INNO_NORMALIZE_NONE, -1, {-1, -2, 0, -5}},
      {INNO_NORMALIZE_MINMAX, 1, {0, 25, 0, 100}},
      {INNO_NORMALIZE_MINMAX, -1, {100, 75, 0, 0}},
      {INNO_NORMALIZE_RANK, 1, {1, 2, 0, 3}},
      {INNO_NORMALIZE_RANK, -1, {3, 2, 0, 1}},
      {INNO_NORMALIZE_BORDA, 1, {0, 1, 0, 2}},
      {INNO_NORMALIZE_BORDA, -1, {2, 1, 0, 0}},
      {INNO_NORMALIZE_PERCENTILE_RANK, 1, {0, 0.5, 0, 1}},
      {INNO_NORMALIZE_DISTANCE_TO_MAX, 1, {0, 0.25, 0, 1}},
      {INNO_NORMALIZE_DISTANCE_TO_MAX, -1, {1, 0.75, 0, 0}},
      {INNO_NORMALIZE_FRACTION_OF_MAX, 1, {1 / 5., 2 / 5., 0, 1}},
      {INNO_NORMALIZE_FRACTION_OF_MAX, -1, {1, 1 / 2., 0, 1 / 5.}},
      {INNO_NORMALIZE_FIXED_RANGE, 1, {1, 2, 0, 5}},
      {INNO_NORMALIZE_FIXED_RANGE, -1, {99, 98, 0, 95}},
  };
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno__normalize_rule rule = rule_of(cases[k].rule, cases[k].direction);
    expect(f, x, 4, &rule, cases[k].want);
  }
}

/* A 0 must not come out as -0, which prints as such. */
static void zero_has_no_sign(void **state) {
  const fixture *f = *state;
  const double x[] = {0.0, 5.0}, minus[] = {0.0, -5.0}, scores[] = {100.0, 0.0};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_NONE, -1);
  expect(f, x, 2, &rule, minus);
  rule = rule_of(INNO_NORMALIZE_MINMAX, -1);
  expect(f, x, 2, &rule, scores);
}

static void z_scores(void **state) {
  const fixture *f = *state;
  const double x[] = {1.0, 2.0, 3.0}, up[] = {-1.0, 0.0, 1.0}, down[] = {14.0, 10.0, 6.0};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_ZSCORE, 1);
  expect(f, x, 3, &rule, up);
  rule = rule_of(INNO_NORMALIZE_ZSCORE, -1);
  rule.mean = 10.0;
  rule.sd = 4.0;
  expect(f, x, 3, &rule, down);
}

static void reference_and_target(void **state) {
  const fixture *f = *state;
  const double x[] = {0.0, 4.0, 8.0}, good[] = {0.0, 1.0, 2.0}, bad[] = {2.0, 1.0, 0.0}, capped[] = {0.0, 1.0, 1.0};
  unsigned char marks[3] = {0};
  double out[3];
  for (int k = 0; k < 2; k++) {
    int32_t which = k == 0 ? INNO_NORMALIZE_DISTANCE_TO_REFERENCE : INNO_NORMALIZE_DISTANCE_TO_TARGET;
    inno__normalize_rule rule = rule_of(which, 1);
    rule.reference = 1;
    rule.target = 4.0;
    expect(f, x, 3, &rule, good);
    rule.direction = -1;
    expect(f, x, 3, &rule, bad);
    rule.direction = 1;
    rule.cap = 1;
    expect(f, x, 3, &rule, capped);
    normalize(f, x, 3, &rule, out, marks, NULL);
    assert_int_equal(marks[0] | marks[1], 0);
    assert_int_equal(marks[2], INNO_MARK_TRUNCATED);
  }
}

static void goalposts_cut_and_mark(void **state) {
  const fixture *f = *state;
  const double x[] = {10.0, 20.0, 45.0, 70.0, 90.0, inno__nan()};
  const double cut[] = {0, 0, 50, 100, 100, 0}, bad[] = {100, 100, 50, 0, 0, 0}, open[] = {-20, 0, 50, 100, 140, 0};
  const int64_t cuts = INNO_MARK_TRUNCATED;
  unsigned char marks[6] = {INNO_MARK_IMPUTED, 0, 0, 0, 0, 0};
  double out[6];
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_GOALPOSTS, 1);
  rule.lower = 20.0;
  rule.upper = 70.0;
  expect(f, x, 6, &rule, cut);
  normalize(f, x, 6, &rule, out, marks, NULL);
  for (int i = 0; i < 6; i++) assert_int_equal(marks[i], i == 0 ? cuts | INNO_MARK_IMPUTED : i == 4 ? cuts : 0);
  rule.direction = -1;
  expect(f, x, 6, &rule, bad);
  rule.direction = 1;
  rule.truncate = 0;
  expect(f, x, 6, &rule, open);
}

/* A rank depends on it: the best unit gets the upper end to the last bit, the worst the lower one, whatever the values.
 */
static void the_ends_are_exact(void **state) {
  const fixture *f = *state;
  const double ends[][2] = {{0.0, 100.0}, {1.0, 100.0}, {0.1, 0.7}, {-3.0, 7.0}, {0.0, 1.0}};
  double base = 0.1;
  for (int trial = 0; trial < 200; trial++) {
    base = base * 1.37 + 0.013;
    if (base > 1e6) base /= 1e7;
    const double x[] = {base / 3.0, base, base * 7.1, inno__nan()};
    for (int k = 0; k < 5; k++)
      for (int32_t direction = -1; direction <= 1; direction += 2) {
        double out[4];
        inno__normalize_rule rule = rule_of(INNO_NORMALIZE_MINMAX, direction);
        rule.lower = ends[k][0];
        rule.upper = ends[k][1];
        normalize(f, x, 4, &rule, out, NULL, NULL);
        double width = rule.upper - rule.lower;
        assert_true(out[direction > 0 ? 2 : 0] == width + rule.lower);
        assert_true(out[direction > 0 ? 0 : 2] == rule.lower);
      }
  }
}

/* Min-max multiplies where its formula divides. The ends are those of the formula, the order of two values is never
 * turned, what lies between is within two units in the last place, and each value gets the same bits alone. */
static void minmax_multiplies(void **state) {
  const fixture *f = *state;
  const double sizes[] = {1e-300, 1e-9, 0.37, 1.0, 3.0, 1e5, 1e300}, widths[] = {1.0, 7.3, 99.0, 100.0};
  double x[45], out[45], alone;
  for (int trial = 0; trial < 280; trial++) {
    const double size = sizes[trial % 7], center = trial % 2 == 0 ? 0.0 : -0.81 * size;
    inno__normalize_rule rule = rule_of(INNO_NORMALIZE_MINMAX, trial % 3 == 0 ? -1 : 1);
    rule.upper = widths[trial % 4];
    for (int i = 0; i < 45; i++) x[i] = i == 31 ? inno__nan() : center + size * sqrt(0.01 * trial + 0.2 * i);
    x[1] = nextafter(x[0], INFINITY);
    x[43] = nextafter(x[44], 0.0);
    inno__frame frame;
    normalize(f, x, 45, &rule, out, NULL, &frame);
    assert_true(out[0] == (rule.direction > 0 ? 0.0 : rule.upper) && out[44] == rule.upper - out[0]);
    assert_true(out[31] != out[31]);
    for (int i = 0; i < 45; i++) {
      assert_int_equal(inno__normalize_apply(x + i, 1, &rule, &frame, &alone, NULL, work, &f->site), INNO_OK);
      assert_memory_equal(&alone, &out[i], sizeof alone);
      if (i == 31) continue;
      long double want = ((long double)x[i] - frame.center) / frame.scale * rule.upper, rounding = 0x1p-52L;
      assert_true(fabsl(out[i] - want) <= 2.0L * rounding * want);
      int before = i == 32 ? 30 : i - 1;
      if (i > 0) assert_true((out[i] - out[before]) * rule.direction >= 0.0);
    }
  }
}

/* The score of -x as a good is the score of x as a bad, bit for bit: COINr multiplies by the direction first. */
static void a_bad_is_a_good_turned_round(void **state) {
  const fixture *f = *state;
  const int32_t rules[] = {INNO_NORMALIZE_NONE,
                           INNO_NORMALIZE_MINMAX,
                           INNO_NORMALIZE_ZSCORE,
                           INNO_NORMALIZE_RANK,
                           INNO_NORMALIZE_PERCENTILE_RANK,
                           INNO_NORMALIZE_BORDA,
                           INNO_NORMALIZE_DISTANCE_TO_MAX,
                           INNO_NORMALIZE_DISTANCE_TO_REFERENCE};
  double x[11], turned[11], a[11], b[11];
  for (int i = 0; i < 11; i++) {
    x[i] = i == 4 ? inno__nan() : 0.1 * i * i - 0.7 * i;
    turned[i] = i == 4 ? inno__nan() : -x[i];
  }
  for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++) {
    inno__normalize_rule bad = rule_of(rules[k], -1), good = rule_of(rules[k], 1);
    bad.reference = good.reference = 6;
    normalize(f, x, 11, &bad, a, NULL, NULL);
    normalize(f, turned, 11, &good, b, NULL, NULL);
    for (int i = 0; i < 11; i++)
      if (!(a[i] == b[i]) && i != 4) fail_msg("rule %d place %d: %.17g and %.17g", rules[k], i, a[i], b[i]);
  }
}

static void ties_as_asked(void **state) {
  const fixture *f = *state;
  const double x[] = {3.0, 1.0, 3.0, 7.0};
  const double want[5][4] = {{0}, {2, 1, 2, 4}, {3, 1, 3, 4}, {2, 1, 2, 3}, {2.5, 1, 2.5, 4}};
  for (int32_t ties = INNO_TIES_COMPETITION; ties <= INNO_TIES_FRACTIONAL; ties++) {
    inno__normalize_rule rule = rule_of(INNO_NORMALIZE_RANK, 1);
    rule.ties = ties;
    expect(f, x, 4, &rule, want[ties]);
  }
}

/* ---- the frame ---- */

static void the_frame_tells_what_was_used(void **state) {
  const fixture *f = *state;
  const double x[] = {4.0, 1.0, inno__nan(), 3.0};
  double out[4];
  inno__frame frame;
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_MINMAX, -1);
  normalize(f, x, 4, &rule, out, NULL, &frame);
  assert_true(frame.center == 4.0 && frame.scale == -3.0 && frame.minimum == 1.0 && frame.maximum == 4.0);
  assert_int_equal(frame.count, 3);
  rule = rule_of(INNO_NORMALIZE_GOALPOSTS, -1);
  rule.lower = 2.0;
  rule.upper = 10.0;
  normalize(f, x, 4, &rule, out, NULL, &frame);
  assert_true(frame.center == 10.0 && frame.scale == -8.0 && frame.minimum == 1.0);
  rule = rule_of(INNO_NORMALIZE_NONE, 1);
  normalize(f, x, 4, &rule, out, NULL, &frame);
  assert_true(frame.center != frame.center && frame.scale != frame.scale && frame.maximum == 4.0);
}

/* One country's frame on another year's values: what a frame is for. */
static void a_frame_serves_other_values(void **state) {
  const fixture *f = *state;
  const double x[] = {0.0, 10.0}, next[] = {5.0, 12.0};
  double out[2];
  inno__frame frame;
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_MINMAX, 1);
  normalize(f, x, 2, &rule, out, NULL, &frame);
  assert_int_equal(inno__normalize_apply(next, 2, &rule, &frame, out, NULL, work, &f->site), INNO_OK);
  assert_true(out[0] == 50.0 && out[1] == 120.0);
}

/* ---- the logarithm: bounds and targets stay in raw units ---- */

static void the_logarithm_comes_first(void **state) {
  const fixture *f = *state;
  const double x[] = {100.0, 75000.0, 1000.0, inno__nan()};
  double out[4];
  inno__frame frame;
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_GOALPOSTS, 1);
  rule.lower = 100.0;
  rule.upper = 75000.0;
  rule.points = 1.0;
  rule.log = INNO_LOG_NATURAL; /* the income index of the HDI */
  normalize(f, x, 4, &rule, out, NULL, &frame);
  assert_true(out[0] == 0.0 && out[1] == 1.0);
  assert_true(fabs(out[2] - (log(1000.0) - log(100.0)) / (log(75000.0) - log(100.0))) < 1e-15);
  assert_true(frame.center == inno__log(100.0) && frame.maximum == inno__log(75000.0));
  rule = rule_of(INNO_NORMALIZE_DISTANCE_TO_TARGET, 1);
  rule.target = 10000.0;
  rule.log = INNO_LOG_BASE10;
  normalize(f, x, 4, &rule, out, NULL, NULL);
  assert_true(out[0] == 0.0 && out[2] == 0.5);
  rule = rule_of(INNO_NORMALIZE_RANK, -1);
  rule.log = INNO_LOG_BASE10;
  normalize(f, x, 4, &rule, out, NULL, NULL);
  assert_true(out[0] == 3.0 && out[1] == 1.0 && out[2] == 2.0);
}

/* ---- refusals ---- */

static void refuse(const fixture *f, const double *x, const inno__normalize_rule *rule, inno_status status,
                   const char *unit, const char *cure) {
  double out[4] = {7.0, 7.0, 7.0, 7.0};
  inno__frame frame;
  inno__error_clear(f->error);
  inno_status s = inno__normalize_fit(x, 4, rule, &frame, work, &f->site);
  if (s == INNO_OK) s = inno__normalize_apply(x, 4, rule, &frame, out, NULL, work, &f->site);
  if (s != status) fail_msg("rule %d: status %d, expected %d", rule->rule, s, status);
  assert_string_equal(f->error->node, "X.1");
  assert_string_equal(f->error->unit, unit);
  if (strstr(inno_error_message(f->error), cure) == NULL)
    fail_msg("no '%s' in: %s", cure, inno_error_message(f->error));
}

static void columns_without_variation_or_values(void **state) {
  const fixture *f = *state;
  const double nan = inno__nan(), same[] = {3, 3, nan, 3}, empty[] = {nan, nan, nan, nan}, one[] = {nan, 3, nan, nan};
  const int32_t need[] = {INNO_NORMALIZE_MINMAX, INNO_NORMALIZE_ZSCORE, INNO_NORMALIZE_DISTANCE_TO_MAX,
                          INNO_NORMALIZE_DISTANCE_TO_REFERENCE};
  const int32_t need_not[] = {INNO_NORMALIZE_NONE,           INNO_NORMALIZE_FIXED_RANGE, INNO_NORMALIZE_GOALPOSTS,
                              INNO_NORMALIZE_RANK,           INNO_NORMALIZE_BORDA,       INNO_NORMALIZE_PERCENTILE_RANK,
                              INNO_NORMALIZE_FRACTION_OF_MAX};
  for (int k = 0; k < 4; k++) {
    inno__normalize_rule rule = rule_of(need[k], 1);
    rule.reference = 1;
    refuse(f, same, &rule, INNO_E_CONSTANT, "", "goalposts");
    refuse(f, one, &rule, INNO_E_CONSTANT, "", "3");
    refuse(f, empty, &rule, INNO_E_NODATA, "", "impute");
  }
  for (int k = 0; k < 7; k++) {
    double out[4];
    inno__normalize_rule rule = rule_of(need_not[k], 1);
    normalize(f, same, 4, &rule, out, NULL, NULL);
    refuse(f, empty, &rule, INNO_E_NODATA, "", "impute");
  }
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_PERCENTILE_RANK, 1);
  refuse(f, one, &rule, INNO_E_NODATA, "", "two");
}

static void parameters_that_do_not_fit(void **state) {
  const fixture *f = *state;
  const double x[] = {1, 2, 3, inno__nan()};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_GOALPOSTS, 1);
  rule.lower = 100.0;
  refuse(f, x, &rule, INNO_E_VALUE, "", "less than upper");
  rule.lower = 0.0;
  rule.log = INNO_LOG_NATURAL; /* of 0 there is none, and minus infinity would make every score NaN */
  refuse(f, x, &rule, INNO_E_VALUE, "", "lower");
  rule = rule_of(INNO_NORMALIZE_DISTANCE_TO_TARGET, 1);
  rule.target = 1.0;
  refuse(f, x, &rule, INNO_E_DOMAIN, "", "target");
  rule.direction = -1;
  rule.target = 3.5;
  refuse(f, x, &rule, INNO_E_DOMAIN, "", "direction");
  rule.target = -1.0;
  rule.log = INNO_LOG_BASE10;
  refuse(f, x, &rule, INNO_E_VALUE, "", "target");
  rule = rule_of(INNO_NORMALIZE_DISTANCE_TO_REFERENCE, 1);
  rule.reference = 3;
  refuse(f, x, &rule, INNO_E_NODATA, "Can Tho", "another");
  rule.reference = 0;
  refuse(f, x, &rule, INNO_E_DOMAIN, "Ha Noi", "worst");
  rule.reference = -1;
  refuse(f, x, &rule, INNO_E_NODATA, "", "another");
}

static void values_that_do_not_fit(void **state) {
  const fixture *f = *state;
  const double negative[] = {-1, -2, -3, -4}, zero[] = {1, 0, 3, 4}, wide[] = {-1.7e308, 0, 1, 1.7e308};
  const double squares[] = {1e200, 2e200, 3e200, 4e200}, close[] = {1e-200, 2e-200, 3e-200, 4e-200};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_FRACTION_OF_MAX, 1);
  refuse(f, negative, &rule, INNO_E_DOMAIN, "", "above 0");
  rule.direction = -1;
  refuse(f, zero, &rule, INNO_E_NONPOSITIVE, "Hue", "above 0");
  rule = rule_of(INNO_NORMALIZE_MINMAX, 1);
  refuse(f, wide, &rule, INNO_E_DOMAIN, "", "unit of measure");
  rule.log = INNO_LOG_NATURAL;
  refuse(f, zero, &rule, INNO_E_NONPOSITIVE, "Hue", "correct the value");
  rule = rule_of(INNO_NORMALIZE_ZSCORE, 1);
  refuse(f, squares, &rule, INNO_E_DOMAIN, "", "unit of measure");
  refuse(f, close, &rule, INNO_E_DOMAIN, "", "unit of measure");
}

static void nothing_is_needed_for_an_error(void **state) {
  const inno__site nowhere = {NULL, NULL, NULL};
  const double x[] = {1.0, 0.0};
  inno__frame frame;
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_FRACTION_OF_MAX, -1);
  (void)state;
  assert_int_equal(inno__normalize_fit(x, 2, &rule, &frame, work, &nowhere), INNO_E_NONPOSITIVE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_rule_by_hand),
      cmocka_unit_test(zero_has_no_sign),
      cmocka_unit_test(z_scores),
      cmocka_unit_test(reference_and_target),
      cmocka_unit_test(goalposts_cut_and_mark),
      cmocka_unit_test(the_ends_are_exact),
      cmocka_unit_test(minmax_multiplies),
      cmocka_unit_test(a_bad_is_a_good_turned_round),
      cmocka_unit_test(ties_as_asked),
      cmocka_unit_test(the_frame_tells_what_was_used),
      cmocka_unit_test(a_frame_serves_other_values),
      cmocka_unit_test(the_logarithm_comes_first),
      cmocka_unit_test(columns_without_variation_or_values),
      cmocka_unit_test(parameters_that_do_not_fit),
      cmocka_unit_test(values_that_do_not_fit),
      cmocka_unit_test(nothing_is_needed_for_an_error),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
