/* What must hold for any data: order of units, scale of a column, strides, pieces of work and what is kept change
 * nothing (or only by rounding, where that is said). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 61, INDICATORS = 14 };

/* Long tails, ties, zeros and gaps. */
static void fill(double x[INDICATORS][UNITS], uint64_t start) {
  seed = start;
  for (int j = 0; j < INDICATORS; j++)
    for (int i = 0; i < UNITS; i++) {
      double u = uniform();
      x[j][i] = j % 3 == 0 ? 1.0 / (0.03 + u) : j % 3 == 1 ? floor(20.0 * u) : 100.0 * u + 1.0;
      if (uniform() < 0.06) x[j][i] = NAN;
    }
}

static inno_indicator_set *new_set(void) {
  inno_indicator_set *set = pillars_of(3, INDICATORS);
  char code[16];
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    inno_indicator_set_direction(set, code, j % 4 == 3 ? -1 : 1, NULL);
    inno_indicator_set_weight(set, code, 0.5 + j % 2, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

/* order[i] = which unit stands at place i; stride in doubles */
static inno_dataset *new_data(double x[INDICATORS][UNITS], const int *order, int stride) {
  inno_dataset *data = NULL;
  static char codes[UNITS][16];
  const char *list[UNITS];
  double *spread = test_malloc(sizeof(double) * UNITS * (size_t)stride);
  char code[16];
  for (int i = 0; i < UNITS; i++) {
    snprintf(codes[i], sizeof codes[i], "u%d", order[i]);
    list[i] = codes[i];
  }
  assert_int_equal(inno_dataset_create(NULL, UNITS, list, &data, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    for (int i = 0; i < UNITS; i++) spread[(UNITS - 1 - i) * stride] = x[j][order[i]]; /* backwards in memory */
    assert_int_equal(
        inno_dataset_add_column(data, code, spread + (UNITS - 1) * stride, -(ptrdiff_t)sizeof(double) * stride, NULL),
        INNO_OK);
  }
  test_free(spread);
  return data;
}

static const golden_step steps[] = {{INNO_STEP_IMPUTE, "rule=median"},
                                    {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=3"},
                                    {INNO_STEP_NORMALIZE, "lower=1;upper=100"},
                                    {INNO_STEP_AGGREGATE, "rule=arithmetic;@3.rule=geometric"},
                                    {0, NULL}};

static void scores(const inno_result *r, int64_t node, double *out) {
  assert_int_equal(inno_result_scores(r, node, out, sizeof *out, NULL), INNO_OK);
}

static void identity(int *order) {
  for (int i = 0; i < UNITS; i++) order[i] = i;
}

static void compare_bits(const inno_result *a, const inno_result *b) {
  double x[UNITS], y[UNITS];
  for (int64_t j = 0; j < inno_result_node_count(a); j++) {
    scores(a, j, x);
    scores(b, j, y);
    assert_memory_equal(x, y, sizeof x);
  }
}

static void strides_change_no_bit(void **state) {
  (void)state;
  double x[INDICATORS][UNITS];
  int order[UNITS];
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, steps);
  identity(order);
  for (uint64_t s = 1; s <= 20; s++) {
    fill(x, s);
    inno_dataset *near = new_data(x, order, 1), *far = new_data(x, order, 5);
    inno_result *a = golden_result(method, near), *b = golden_result(method, far);
    compare_bits(a, b);
    inno_result_destroy(a);
    inno_result_destroy(b);
    inno_dataset_destroy(near);
    inno_dataset_destroy(far);
  }
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* Ranks are the same for every unit; scores may differ by the rounding of a reordered sum. */
static void order_of_units_changes_rounding_only(void **state) {
  (void)state;
  double x[INDICATORS][UNITS], u[UNITS], v[UNITS];
  int order[UNITS], shuffled[UNITS];
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, steps);
  identity(order);
  for (uint64_t s = 1; s <= 20; s++) {
    fill(x, s);
    identity(shuffled);
    for (int i = UNITS - 1; i > 0; i--) {
      int k = (int)(uniform() * (i + 1)), t = shuffled[i];
      shuffled[i] = shuffled[k];
      shuffled[k] = t;
    }
    inno_dataset *plain = new_data(x, order, 1), *mixed = new_data(x, shuffled, 1);
    inno_result *a = golden_result(method, plain), *b = golden_result(method, mixed);
    for (int64_t j = 0; j < inno_result_node_count(a); j++) {
      scores(a, j, u);
      scores(b, j, v);
      for (int i = 0; i < UNITS; i++) assert_true(fabs(v[i] - u[shuffled[i]]) <= 1e-12 * 100.0);
    }
    inno_result_destroy(a);
    inno_result_destroy(b);
    inno_dataset_destroy(plain);
    inno_dataset_destroy(mixed);
  }
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* Min-max does not see the unit of measure: a power of two changes no bit, anything else only rounding. */
static void unit_of_measure_does_not_matter(void **state) {
  (void)state;
  static const golden_step plain[] = {{INNO_STEP_TREAT, "rules=winsorize"}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  double x[INDICATORS][UNITS], y[INDICATORS][UNITS], u[UNITS], v[UNITS];
  int order[UNITS];
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, plain);
  identity(order);
  for (int c = 0; c < 2; c++) {
    double factor = c == 0 ? 0x1p20 : 1e6 / 7.0;
    fill(x, 77);
    for (int j = 0; j < INDICATORS; j++)
      for (int i = 0; i < UNITS; i++) y[j][i] = x[j][i] * factor;
    inno_dataset *small = new_data(x, order, 1), *large = new_data(y, order, 1);
    inno_result *a = golden_result(method, small), *b = golden_result(method, large);
    if (c == 0) compare_bits(a, b);
    scores(a, inno_result_find_node(a, "index"), u);
    scores(b, inno_result_find_node(b, "index"), v);
    for (int i = 0; i < UNITS; i++) assert_true(fabs(u[i] - v[i]) <= 1e-12 * 100.0);
    inno_result_destroy(a);
    inno_result_destroy(b);
    inno_dataset_destroy(small);
    inno_dataset_destroy(large);
  }
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* Work cut into pieces of any size, and what is kept, change no bit. */
static void pieces_and_keeping_change_no_bit(void **state) {
  (void)state;
  static const int64_t limits[] = {1, UNITS, 500, INT64_MAX};
  double x[INDICATORS][UNITS];
  int order[UNITS];
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, steps);
  identity(order);
  fill(x, 5);
  inno_dataset *data = new_data(x, order, 1);
  inno_result *whole = golden_result(method, data);
  for (int keep = 0; keep <= INNO_KEEP_ALL; keep++)
    for (int l = 0; l < 4; l++) {
      inno_run *run = NULL;
      inno_result *result = NULL;
      int32_t done = 0, calls = 0;
      assert_int_equal(inno_run_create(NULL, method, data, keep, &run, NULL), INNO_OK);
      for (; !done; calls++) assert_int_equal(inno_run_advance(run, limits[l], &done, NULL), INNO_OK);
      assert_true(l == 3 ? calls == 1 : calls > 1);
      assert_int_equal(inno_run_finish(run, &result, NULL), INNO_OK);
      compare_bits(whole, result);
      inno_result_destroy(result);
      assert_int_equal(inno_run_finish(run, &result, NULL), INNO_E_UNFINISHED); /* it was taken */
      assert_null(result);
      inno_run_destroy(run);
    }
  for (int keep = 0; keep <= INNO_KEEP_ALL; keep++) {
    inno_result *result = NULL;
    assert_int_equal(inno_result_create(NULL, method, data, keep, &result, NULL), INNO_OK);
    compare_bits(whole, result);
    inno_result_destroy(result);
  }
  inno_result_destroy(whole);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* The fingerprint says what is computed: not the order of settings, but every choice. */
static void fingerprints(void **state) {
  (void)state;
  static const char *const same[] = {"i1.rule=rank;i2.lower=5", "i2.lower=5;i1.rule=rank"};
  char a[INNO_FINGERPRINT_BYTES], b[INNO_FINGERPRINT_BYTES];
  inno_indicator_set *set = new_set();
  char *texts[3] = {a, b, a};
  for (int k = 0; k < 2; k++) {
    const golden_step s[] = {{INNO_STEP_NORMALIZE, same[k]}, {0, NULL}};
    inno_method *m = golden_method(set, s);
    assert_int_equal(inno_method_fingerprint(m, texts[k], INNO_FINGERPRINT_BYTES, NULL), INNO_OK);
    inno_method_destroy(m);
  }
  assert_string_equal(a, b);
  assert_int_equal(strlen(a), 64);
  static const char *const others[] = {"i1.rule=rank;i2.lower=5.000000000000001",
                                       "i1.rule=rank;i2.lower=5;i3.log=base10"};
  for (int k = 0; k < 2; k++) {
    const golden_step s[] = {{INNO_STEP_NORMALIZE, others[k]}, {0, NULL}};
    inno_method *m = golden_method(set, s);
    assert_int_equal(inno_method_fingerprint(m, b, sizeof b, NULL), INNO_OK);
    assert_string_not_equal(a, b);
    inno_method_destroy(m);
  }
  inno_indicator_set_destroy(set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strides_change_no_bit),
      cmocka_unit_test(order_of_units_changes_rounding_only),
      cmocka_unit_test(unit_of_measure_does_not_matter),
      cmocka_unit_test(pieces_and_keeping_change_no_bit),
      cmocka_unit_test(fingerprints),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
