/* Weights from experts (budget allocation, AHP), equal weights of indicators, shares and effective weights: the public
 * functions. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/allocator.h"

typedef struct {
  inno_indicator_set *set;
  inno_weights *weights;
  inno_error *error;
  counting counter;
  inno_allocator allocator;
} fixture;

static void add(const fixture *f, const char *code, const char *parent, double weight) {
  assert_int_equal(inno_indicator_set_add(f->set, code, parent, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(f->set, code, weight, f->error), INNO_OK);
}

/* Index of pillars P (a, b, c), Q (d) and the indicator e. */
static int setup(void **state) {
  static fixture f;
  memset(&f, 0, sizeof f);
  f.counter.permitted = -1;
  f.allocator = counting_allocator(&f.counter);
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, f.error), INNO_OK);
  add(&f, "I", NULL, 1.0);
  add(&f, "P", "I", 3.0);
  add(&f, "Q", "I", 1.0);
  add(&f, "e", "I", 4.0);
  add(&f, "a", "P", 2.0);
  add(&f, "b", "P", 0.5);
  add(&f, "c", "P", 0.0);
  add(&f, "d", "Q", 7.0);
  assert_int_equal(inno_indicator_set_freeze(f.set, f.error), INNO_OK);
  assert_int_equal(inno_weights_create_given(&f.allocator, f.set, &f.weights, f.error), INNO_OK);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno_weights_destroy(f->weights);
  assert_true(f->counter.live_blocks == 0 && f->counter.live_bytes == 0 && !f->counter.wrong_size);
  inno_indicator_set_destroy(f->set);
  inno_error_destroy(f->error);
  return 0;
}

static double get(const fixture *f, const char *code) {
  double value = 0.0;
  assert_int_equal(inno_weights_get(f->weights, code, &value, f->error), INNO_OK);
  return value;
}

static void assert_says(const fixture *f, const char *word) {
  if (strstr(inno_error_message(f->error), word) == NULL)
    fail_msg("'%s' is not in: %s", word, inno_error_message(f->error));
}

static double at(const fixture *f, const double *x, const char *code) {
  return x[inno_indicator_set_find(f->set, code)];
}

/* ---- shares ---- */

static void shares_and_effective_weights(void **state) {
  const fixture *f = *state;
  double share[8], effective[16];
  assert_int_equal(inno_weights_shares(f->weights, f->set, share, sizeof *share, f->error), INNO_OK);
  assert_true(at(f, share, "a") == 0.8 && at(f, share, "b") == 0.2 && at(f, share, "c") == 0.0 &&
              at(f, share, "d") == 1.0);
  assert_true(at(f, share, "P") == 0.375 && at(f, share, "Q") == 0.125 && at(f, share, "e") == 0.5 &&
              at(f, share, "I") == 1.0);
  for (int i = 0; i < 16; i++) effective[i] = -1.0;
  assert_int_equal(inno_weights_effective(f->weights, f->set, effective, 2 * sizeof *effective, f->error), INNO_OK);
  for (int i = 0; i < 8; i++) assert_true(effective[2 * i + 1] == -1.0);
  int64_t a = inno_indicator_set_find(f->set, "a");
  assert_true(effective[2 * a] == 0.8 * 0.375);
  assert_int_equal(inno_weights_set(f->weights, "d", 0.0, f->error), INNO_OK);
  share[0] = -7.0;
  assert_int_equal(inno_weights_shares(f->weights, f->set, share, sizeof *share, f->error), INNO_E_WEIGHTS);
  assert_string_equal(inno_error_node(f->error), "Q");
  assert_true(share[0] == -7.0);
  assert_int_equal(inno_weights_shares(f->weights, f->set, share, 0, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_weights_shares(f->weights, f->set, share, 4, f->error), INNO_E_ALIGN);
  assert_int_equal(inno_weights_shares(f->weights, f->set, NULL, 8, f->error), INNO_E_NULL);
  assert_int_equal(inno_weights_shares(NULL, f->set, share, 8, f->error), INNO_E_NULL);
  assert_int_equal(inno_weights_effective(f->weights, NULL, share, 8, f->error), INNO_E_NULL);
}

static void another_set_is_refused(void **state) {
  const fixture *f = *state;
  inno_indicator_set *other = NULL;
  double share[8];
  assert_int_equal(inno_indicator_set_create(NULL, &other, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(other, "I", NULL, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(other, "z", "I", f->error), INNO_OK);
  assert_int_equal(inno_weights_shares(f->weights, other, share, 8, f->error), INNO_E_NOT_FROZEN);
  assert_int_equal(inno_indicator_set_freeze(other, f->error), INNO_OK);
  assert_int_equal(inno_weights_shares(f->weights, other, share, 8, f->error), INNO_E_CODE);
  assert_string_equal(inno_error_node(f->error), "z");
  assert_int_equal(inno_weights_set_ahp(f->weights, other, "I", NULL, 1, (const double[]){1.0}, 8, 8,
                                        INNO_AHP_EIGENVECTOR, 0.1, NULL, NULL, NULL, f->error),
                   INNO_E_CODE);
  inno_indicator_set_destroy(other);
}

static void equal_over_indicators(void **state) {
  const fixture *f = *state;
  inno_weights *w = NULL;
  double effective[8], value = 0.0;
  assert_int_equal(inno_weights_create_equal_indicators(NULL, f->set, &w, f->error), INNO_OK);
  assert_int_equal(inno_weights_effective(w, f->set, effective, 8, f->error), INNO_OK);
  for (int64_t i = 0; i < inno_indicator_set_indicator_count(f->set); i++)
    assert_true(fabs(effective[i] - 0.2) < 1e-16);
  assert_int_equal(inno_weights_get(w, "P", &value, f->error), INNO_OK);
  assert_true(value == 3.0);
  inno_weights_destroy(w);
  assert_int_equal(inno_weights_create_equal_indicators(NULL, NULL, &w, f->error), INNO_E_NULL);
}

/* ---- budget allocation ---- */

static inno_status budget(const fixture *f, const char *node, const char *const *codes, int64_t count,
                          const double *points, int64_t experts, int32_t rule) {
  return inno_weights_set_budget(f->weights, f->set, node, codes, count, points, experts, count * 8, 8, 100.0, rule,
                                 f->error);
}

static void budget_by_mean_and_median(void **state) {
  const fixture *f = *state;
  static const char *const codes[] = {"c", "a", "b"};
  static const double points[] = {50, 30, 20, 10, 60, 30, 0, 90, 10};
  assert_int_equal(budget(f, "P", codes, 3, points, 3, INNO_BUDGET_MEAN), INNO_OK);
  assert_true(fabs(get(f, "c") - 0.2) < 1e-15 && fabs(get(f, "a") - 0.6) < 1e-15 && fabs(get(f, "b") - 0.2) < 1e-15);
  assert_int_equal(budget(f, "P", codes, 3, points, 3, INNO_BUDGET_MEDIAN), INNO_OK); /* 10 60 20 */
  assert_true(fabs(get(f, "c") - 10.0 / 90) < 1e-15 && fabs(get(f, "a") - 60.0 / 90) < 1e-15);
  /* columns as rows: one expert's points lie three apart; no codes: the order of the set */
  static const double turned[] = {50, 10, 0, 30, 60, 90, 20, 30, 10};
  assert_int_equal(
      inno_weights_set_budget(f->weights, f->set, "P", NULL, 3, turned, 3, 8, 24, 100.0, INNO_BUDGET_MEAN, f->error),
      INNO_OK);
  assert_true(fabs(get(f, "a") - 0.2) < 1e-15 && fabs(get(f, "b") - 0.6) < 1e-15);
  assert_true(get(f, "e") == 4.0 && get(f, "d") == 7.0); /* others stay */
}

static void budget_refuses(void **state) {
  const fixture *f = *state;
  static const char *const codes[] = {"a", "b", "c"}, *const twice[] = {"a", "b", "a"},
                           *const other[] = {"a", "b", "d"}, *const unknown[] = {"a", "b", "zz"},
                           *const null[] = {"a", NULL, "c"};
  double points[] = {50, 30, 20, 10, 60, 29};
  assert_int_equal(budget(f, "P", codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_INCONSISTENT);
  assert_says(f, "expert 2");
  assert_says(f, "99");
  points[5] = -10.0;
  assert_int_equal(budget(f, "P", codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_INCONSISTENT);
  assert_string_equal(inno_error_node(f->error), "c");
  points[5] = NAN;
  assert_int_equal(budget(f, "P", codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_INCONSISTENT);
  points[5] = 30.0;
  assert_int_equal(budget(f, "P", twice, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_int_equal(budget(f, "P", other, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_says(f, "'d'");
  assert_int_equal(budget(f, "P", unknown, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_says(f, "'zz'");
  assert_int_equal(budget(f, "P", null, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_NULL);
  assert_int_equal(budget(f, "P", codes, 2, points, 3, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_says(f, "'c'");
  assert_int_equal(budget(f, "P", NULL, 2, points, 3, INNO_BUDGET_MEAN), INNO_E_ARGUMENT);
  assert_int_equal(budget(f, "zz", codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_int_equal(budget(f, "a", codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_CODE);
  assert_int_equal(budget(f, NULL, codes, 3, points, 2, INNO_BUDGET_MEAN), INNO_E_NULL);
  assert_int_equal(budget(f, "P", codes, 3, NULL, 2, INNO_BUDGET_MEAN), INNO_E_NULL);
  assert_int_equal(budget(f, "P", codes, 3, points, 0, INNO_BUDGET_MEAN), INNO_E_ARGUMENT);
  assert_int_equal(budget(f, "P", codes, 0, points, 2, INNO_BUDGET_MEAN), INNO_E_ARGUMENT);
  assert_int_equal(budget(f, "P", codes, 3, points, INNO_LIMIT_UNITS + INT64_C(1), INNO_BUDGET_MEAN), INNO_E_SIZE);
  assert_int_equal(budget(f, "P", codes, 3, points, 2, 3), INNO_E_RULE);
  assert_int_equal(inno_weights_set_budget(f->weights, f->set, "P", codes, 3, points, 2, 24, 8, 0.0, 1, f->error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_weights_set_budget(f->weights, f->set, "P", codes, 3, points, 2, 20, 8, 100.0, 1, f->error),
                   INNO_E_ALIGN);
  static const double disjoint[] = {100, 0, 0, 0, 100, 0, 0, 0, 100};
  assert_int_equal(budget(f, "P", codes, 3, disjoint, 3, INNO_BUDGET_MEDIAN), INNO_E_WEIGHTS);
  assert_true(get(f, "a") == 2.0 && get(f, "b") == 0.5 && get(f, "c") == 0.0); /* untouched by all of it */
}

/* ---- analytic hierarchy process ---- */

static inno_status ahp(const fixture *f, const double *a, double limit, double *ratio) {
  static const char *const codes[] = {"a", "b", "c"};
  return inno_weights_set_ahp(f->weights, f->set, "P", codes, 3, a, 24, 8, INNO_AHP_EIGENVECTOR, limit, NULL, NULL,
                              ratio, f->error);
}

/* Judgements in a circle, a = x b, b = x c, c = x a: all weights 1/3 and lambda = 1 + x + 1/x, whatever the method. */
static void circle_of_judgements(void **state) {
  const fixture *f = *state;
  const double a[] = {1, 2, 0.5, 0.5, 1, 2, 2, 0.5, 1};
  for (int32_t rule = INNO_AHP_EIGENVECTOR; rule <= INNO_AHP_COLUMN_MEAN; rule++) {
    double lambda, index, ratio;
    assert_int_equal(
        inno_weights_set_ahp(f->weights, f->set, "P", NULL, 3, a, 24, 8, rule, 0.1, &lambda, &index, &ratio, f->error),
        INNO_E_INCONSISTENT);
    assert_says(f, "0.431034");
    assert_true(fabs(lambda - 3.5) < 1e-13 && fabs(index - 0.25) < 1e-13 && fabs(ratio - 0.25 / 0.58) < 1e-13);
    assert_true(get(f, "a") == 2.0);
    assert_int_equal(
        inno_weights_set_ahp(f->weights, f->set, "P", NULL, 3, a, 24, 8, rule, INFINITY, NULL, NULL, NULL, f->error),
        INNO_OK);
    assert_true(fabs(get(f, "a") - 1.0 / 3) < 1e-15 && fabs(get(f, "c") - 1.0 / 3) < 1e-15);
    assert_int_equal(inno_weights_set(f->weights, "a", 2.0, f->error), INNO_OK);
  }
}

static void consistent_judgements_in_any_order(void **state) {
  const fixture *f = *state;
  const double a[] = {1, 3, 6, 0.3333, 1, 2, 0.1667, 0.5, 1}, turned[] = {1, 0.3333, 0.1667, 3, 1, 0.5, 6, 2, 1};
  double ratio = -1.0;
  assert_int_equal(ahp(f, a, 0.1, &ratio), INNO_OK); /* four decimals are enough */
  assert_true(fabs(ratio) < 1e-4);
  assert_true(fabs(get(f, "a") - 6.0 / 9) < 1e-4 && fabs(get(f, "b") - 2.0 / 9) < 1e-4 &&
              fabs(get(f, "c") - 1.0 / 9) < 1e-4);
  double weight = get(f, "a");
  assert_int_equal(inno_weights_set_ahp(f->weights, f->set, "P", NULL, 3, turned, 8, 24, INNO_AHP_EIGENVECTOR, 0.1,
                                        NULL, NULL, NULL, f->error),
                   INNO_OK);
  assert_true(get(f, "a") == weight);
  const double one[] = {1};
  assert_int_equal(inno_weights_set_ahp(f->weights, f->set, "Q", NULL, 1, one, 8, 8, INNO_AHP_EIGENVECTOR, 0.0, NULL,
                                        NULL, &ratio, f->error),
                   INNO_OK);
  assert_true(ratio == 0.0 && get(f, "d") == 1.0);
}

static void ahp_refuses(void **state) {
  const fixture *f = *state;
  double a[] = {1, 3, 6, 1.0 / 3, 1, 2, 1.0 / 6, 0.5, 1}, ratio = 0.0;
  a[3] = 0.3; /* 3 x 0.3 = 0.9 */
  assert_int_equal(ahp(f, a, 0.1, &ratio), INNO_E_INCONSISTENT);
  assert_says(f, "'b' against 'a'");
  assert_true(isnan(ratio));
  static const double wrong[] = {0.0, -1.0, NAN, INFINITY, 1e7};
  for (int i = 0; i < 5; i++) {
    a[3] = wrong[i];
    assert_int_equal(ahp(f, a, 0.1, NULL), INNO_E_INCONSISTENT);
    assert_says(f, "'b' against 'a'");
  }
  a[3] = 1.0 / 3;
  a[4] = 2.0;
  assert_int_equal(ahp(f, a, 0.1, NULL), INNO_E_INCONSISTENT);
  assert_says(f, "'b' against 'b'");
  a[4] = 1.0;
  assert_int_equal(ahp(f, a, -0.1, NULL), INNO_E_ARGUMENT);
  assert_int_equal(ahp(f, a, NAN, NULL), INNO_E_ARGUMENT);
  assert_int_equal(ahp(f, NULL, 0.1, NULL), INNO_E_NULL);
  assert_int_equal(inno_weights_set_ahp(f->weights, f->set, "P", NULL, 3, a, 24, 8, 4, 0.1, NULL, NULL, NULL, f->error),
                   INNO_E_RULE);
  assert_int_equal(
      inno_weights_set_ahp(f->weights, f->set, "P", NULL, 16, a, 24, 8, 1, 0.1, NULL, NULL, NULL, f->error),
      INNO_E_SIZE);
  assert_int_equal(inno_weights_set_ahp(NULL, f->set, "P", NULL, 3, a, 24, 8, 1, 0.1, NULL, NULL, NULL, NULL),
                   INNO_E_NULL);
  inno_error_set_language(f->error, INNO_LANGUAGE_VI);
  a[3] = 0.3;
  assert_int_equal(ahp(f, a, 0.1, NULL), INNO_E_INCONSISTENT);
  assert_says(f, "nghịch đảo");
}

/* Fifteen children, judgements w_i / w_j of known weights. */
static void as_many_as_there_are_random_indices_for(void **state) {
  const fixture *f = *state;
  inno_indicator_set *set = NULL;
  inno_weights *w = NULL;
  double a[225], lambda = 0.0, value = 0.0;
  char code[2] = "a";
  assert_int_equal(inno_indicator_set_create(NULL, &set, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "I", NULL, f->error), INNO_OK);
  for (int i = 0; i < 15; i++, code[0]++) assert_int_equal(inno_indicator_set_add(set, code, "I", f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, f->error), INNO_OK);
  assert_int_equal(inno_weights_create_equal(NULL, set, &w, f->error), INNO_OK);
  for (int i = 0; i < 15; i++)
    for (int j = 0; j < 15; j++) a[15 * i + j] = (i + 1.0) / (j + 1.0);
  assert_int_equal(inno_weights_set_ahp(w, set, "I", NULL, 15, a, 120, 8, INNO_AHP_EIGENVECTOR, 1e-10, &lambda, NULL,
                                        NULL, f->error),
                   INNO_OK);
  assert_true(fabs(lambda - 15.0) < 1e-11);
  code[0] = 'a';
  for (int i = 0; i < 15; i++, code[0]++) {
    assert_int_equal(inno_weights_get(w, code, &value, f->error), INNO_OK);
    assert_true(fabs(value - (i + 1.0) / 120.0) < 1e-15);
  }
  inno_weights_destroy(w);
  inno_indicator_set_destroy(set);
}

static void memory_runs_out(void **state) {
  fixture *f = *state;
  const double a[] = {1, 3, 6, 1.0 / 3, 1, 2, 1.0 / 6, 0.5, 1}, points[] = {100, 0, 0};
  double share[8];
  f->counter.permitted = 0;
  assert_int_equal(ahp(f, a, 0.1, NULL), INNO_E_NOMEM);
  assert_int_equal(budget(f, "P", NULL, 3, points, 1, INNO_BUDGET_MEAN), INNO_E_NOMEM);
  assert_int_equal(inno_weights_shares(f->weights, f->set, share, 8, f->error), INNO_E_NOMEM);
  f->counter.permitted = -1;
  assert_true(get(f, "a") == 2.0);
  assert_int_equal(ahp(f, a, 0.1, NULL), INNO_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(shares_and_effective_weights),
      TEST(another_set_is_refused),
      TEST(equal_over_indicators),
      TEST(budget_by_mean_and_median),
      TEST(budget_refuses),
      TEST(circle_of_judgements),
      TEST(consistent_judgements_in_any_order),
      TEST(ahp_refuses),
      TEST(as_many_as_there_are_random_indices_for),
      TEST(memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
