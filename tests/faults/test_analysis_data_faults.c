/* Statistics, correlations, partial correlations and development of a matrix: every allocation failing, every pointer
 * NULL. */
#include <math.h>

#include "support/analysis.h"
#include "support/faults.h"
#include "support/golden.h"
#include "support/refusal.h"

enum { N = 12, K = 3 };
static double x[N * K], weights[N];

static void fill(void) {
  for (int i = 0; i < N * K; i++) x[i] = (double)(i * i * 37 % 101);
  for (int i = 0; i < N; i++) weights[i] = 1.0 + i;
  x[3] = NAN;
  x[N] = 1e6; /* an outlier */
}

#define MATRIX x, N, K, sizeof *x, N *(ptrdiff_t)sizeof *x

typedef inno_status (*maker)(const inno_allocator *allocator, const inno_scheme *options, inno_analysis **out,
                             inno_error *error);

static inno_status statistics(const inno_allocator *m, const inno_scheme *o, inno_analysis **a, inno_error *e) {
  static const char *const codes[] = {"a", "b", "c"};
  static const double p[] = {0.1, 0.9};
  return inno_analysis_create_statistics(m, o, MATRIX, codes, p, 2, a, e);
}
static inno_status correlations(const inno_allocator *m, const inno_scheme *o, inno_analysis **a, inno_error *e) {
  return inno_analysis_create_correlations(m, o, MATRIX, NULL, NULL, a, e);
}
static inno_status weighted(const inno_allocator *m, const inno_scheme *o, inno_analysis **a, inno_error *e) {
  return inno_analysis_create_correlations(m, o, MATRIX, NULL, weights, a, e);
}
static inno_status partial(const inno_allocator *m, const inno_scheme *o, inno_analysis **a, inno_error *e) {
  return inno_analysis_create_partial(m, o, MATRIX, NULL, 1, a, e);
}
static inno_status development(const inno_allocator *m, const inno_scheme *o, inno_analysis **a, inno_error *e) {
  return inno_analysis_create_development(m, o, x + 2 * N, sizeof *x, weights, sizeof *weights, N, a, e);
}

static const struct {
  maker make;
  const char *settings;
} makers[] = {{statistics, ""},
              {correlations, ""},
              {correlations, "correlation=spearman; use=complete"},
              {correlations, "correlation=kendall; adjust=benjamini_yekutieli"},
              {weighted, "correlation=kendall"},
              {partial, "correlation=spearman"},
              {partial, "adjust=none"},
              {development, ""},
              {development, "curve=quadratic"}};

static void every_allocation_may_fail(void **state) {
  (void)state;
  fill();
  for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
    inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, makers[i].settings);
    faults turn = {0};
    while (faults_again(&turn)) {
      inno_analysis *a = NOT_AN_OBJECT;
      FAULTS_MADE(&turn, makers[i].make(&turn.allocator, options, &a, NULL), a);
      inno_analysis_destroy(a);
    }
    assert_true(turn.permitted > 3);
    inno_scheme_destroy(options);
  }
}

static void nothing_is_survived(void **state) {
  inno_analysis *a;
  (void)state;
  fill();
  for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
    assert_int_equal(makers[i].make(NULL, NULL, NULL, NULL), INNO_E_NULL);
  const ptrdiff_t row = 8, column = 8 * N;
  assert_int_equal(inno_analysis_create_statistics(NULL, NULL, NULL, N, K, row, column, NULL, NULL, 0, &a, NULL),
                   INNO_E_NULL);
  assert_null(a);
  assert_int_equal(inno_analysis_create_statistics(NULL, NULL, x, N, K, row, column, NULL, NULL, 1, &a, NULL),
                   INNO_E_NULL);
  assert_int_equal(inno_analysis_create_correlations(NULL, NULL, NULL, N, K, row, column, NULL, NULL, &a, NULL),
                   INNO_E_NULL);
  assert_int_equal(inno_analysis_create_partial(NULL, NULL, NULL, N, K, row, column, NULL, 1, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_development(NULL, NULL, NULL, 8, weights, 8, N, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_development(NULL, NULL, x, 8, NULL, 8, N, &a, NULL), INNO_E_NULL);
  assert_null(a);
}

static void sizes_beyond_limits(void **state) {
  inno_analysis *a;
  (void)state;
  assert_int_equal(
      inno_analysis_create_correlations(NULL, NULL, x, INNO_LIMIT_UNITS + 1, 1, 0, 8, NULL, NULL, &a, NULL),
      INNO_E_SIZE);
  assert_int_equal(
      inno_analysis_create_statistics(NULL, NULL, x, 2, INNO_LIMIT_NODES + 1, 8, 0, NULL, NULL, 0, &a, NULL),
      INNO_E_SIZE);
  assert_null(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_is_survived),
      cmocka_unit_test(sizes_beyond_limits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
