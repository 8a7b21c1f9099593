/* Implied weights against exact least squares and SciPy's linear programs: implied_reference.py. */
#include "golden/implied_reference.h"

#include <stdio.h>

#include "support/publication.h"

static double away(double a, double b) { return a != a && b != b ? 0.0 : fabs(a - b); }

static double more(double worst, double error) {
  return error > worst || error != error ? error : worst; /* a NaN stays */
}

/* Worst differences: weights, their errors, ends, excess. */
typedef struct {
  double weight, error, end, excess;
} worst;

static inno_analysis *imply(const implied_case *c) {
  static const char *const parts[] = {"a", "b", "c", "d", "e", "f"};
  const char *units[IMPLIED_UNITS];
  char names[IMPLIED_UNITS][8];
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "Y", NULL, NULL), INNO_OK);
  for (int k = 0; k < c->k; k++) assert_int_equal(inno_indicator_set_add(set, parts[k], "Y", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  for (int i = 0; i < IMPLIED_UNITS; i++) {
    snprintf(names[i], sizeof names[i], "U%d", i);
    units[i] = names[i];
  }
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"},
                               {INNO_STEP_AGGREGATE, c->geometric ? "rule=geometric" : "rule=arithmetic"},
                               {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_publication *p = publication_of(set, IMPLIED_UNITS, units);
  for (int k = 0; k < c->k; k++) print_scores(p, parts[k], c->x[k], c->decimals);
  print_scores(p, "Y", c->y, c->decimals);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, method, NULL, &a, NULL), INNO_OK);
  inno_publication_destroy(p);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  return a;
}

static void compare(const implied_case *c, worst *w) {
  inno_analysis *a = imply(c);
  double sum = 0.0, explicable = cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXPLICABLE);
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_STATUS) == INNO_OK);
  assert_true(explicable == (c->excess <= 0.0 ? 1.0 : 0.0));
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_UNIQUE) == (c->pair ? 0.0 : 1.0));
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_MATRIX_RANK) == c->k - 1 - c->pair);
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_COUNT) == IMPLIED_UNITS);
  w->excess = more(w->excess, away(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXCESS), c->excess));
  w->error = more(w->error, away(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_RESIDUAL_SD), c->sd));
  for (int k = 0; k < c->k; k++) {
    double weight = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_WEIGHT);
    sum += weight;
    assert_true(weight >= 0.0);
    if (c->pair && k == 0) weight += cell(a, INNO_RECORD_IMPLIED_WEIGHT, 1, INNO_FIELD_WEIGHT);
    if (!c->pair || k != 1) w->weight = more(w->weight, away(weight, c->weight[k]));
    if (!c->pair)
      w->error = more(w->error, away(cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_STANDARD_ERROR), c->error[k]));
    w->end = more(w->end, away(cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_LOWER), c->lower[k]));
    w->end = more(w->end, away(cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_UPPER), c->upper[k]));
  }
  assert_true(near(sum, 1.0, 1e-15));
  int other = inno_analysis_record_count(a, INNO_RECORD_FINDING) > 0
                  ? (int)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_FINDING)
                  : 0;
  if (explicable == 0.0) assert_int_equal(other, INNO_FINDING_WEIGHTS_NONE);
  inno_analysis_destroy(a);
}

static void all_cases(void **state) {
  (void)state;
  for (size_t k = 0; k < sizeof implied_cases / sizeof implied_cases[0]; k++) {
    worst w = {0};
    compare(&implied_cases[k], &w);
    print_message("%-45s weights %.1e, errors %.1e, ends %.1e, excess %.1e\n", implied_cases[k].name, w.weight, w.error,
                  w.end, w.excess);
    assert_true(w.weight <= 1e-14 && w.error <= 1e-14 && w.end <= 1e-7 && w.excess <= 1e-8);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(all_cases)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
