/* Compind 3.4: Mazziotta-Pareto, its adjusted form, ordered averages, geometric mean; and what is wrong there. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

/* One column of numbers of a table; -1 = the first */
static void column(const csv *t, int which, double *out) {
  for (int r = 0; r < t->rows; r++) out[r] = csv_number(t, r, which);
}

/* The indicators of a table, below its first column, as units x indicators. */
static double *matrix(const csv *t) {
  int k = t->columns - 1;
  double *x = test_malloc(sizeof *x * (size_t)(t->rows * k));
  for (int r = 0; r < t->rows; r++)
    for (int c = 0; c < k; c++) x[r * k + c] = csv_number(t, r, c + 1);
  return x;
}

static double largest_difference(const double *a, const double *b, int n) {
  double worst = 0.0, scale = 0.0;
  for (int i = 0; i < n; i++) {
    assert_false(isnan(a[i]) || isnan(b[i]));
    worst = fmax(worst, fabs(a[i] - b[i]));
    scale = fmax(scale, fabs(b[i]));
  }
  return worst / scale;
}

typedef double (*unit_rule)(const double *row, int k);

static void compare(const char *input_file, const char *expected_file, const char *name, unit_rule rule) {
  csv input, expected;
  golden_read(&input, input_file);
  golden_read(&expected, expected_file);
  double *x = matrix(&input), *got = test_malloc(sizeof *got * (size_t)input.rows),
         *want = test_malloc(sizeof *want * (size_t)input.rows);
  for (int r = 0; r < input.rows; r++) got[r] = rule(x + r * (input.columns - 1), input.columns - 1);
  column(&expected, csv_column(&expected, name), want);
  double error = largest_difference(got, want, input.rows);
  print_message("%s %s: largest error %.2g\n", expected_file, name, error);
  assert_true(error <= 1e-12);
  test_free(want);
  test_free(got);
  test_free(x);
  csv_free(&expected);
  csv_free(&input);
}

/* Compind divides by p - 1; "POS" takes the penalty off. */
static double mpi_pos(const double *row, int k) {
  return inno_flat_mazziotta_pareto(row, NULL, k, INNO_PENALTY_NEGATIVE, INNO_DEVIATION_SAMPLE, NAN);
}

static double mpi_neg(const double *row, int k) {
  return inno_flat_mazziotta_pareto(row, NULL, k, INNO_PENALTY_POSITIVE, INNO_DEVIATION_SAMPLE, NAN);
}

static double three_best(const double *row, int k) { return inno_flat_mean_of_best(row, NULL, k, 3, NAN); }
static double three_worst(const double *row, int k) { return inno_flat_mean_of_worst(row, NULL, k, 3, NAN); }
static double geometric(const double *row, int k) { return inno_flat_geometric_mean(row, NULL, k, NAN, NAN, NAN); }

/* The mean of the j largest, as an ordered average. */
static double three_largest(const double *row, int k) {
  double w[32] = {1, 1, 1};
  return inno_flat_owa(row, NULL, k, w, k, NAN);
}

static void of_better_life(void **state) {
  (void)state;
  compare("compind/bli_norm_z100_10.csv", "compind/mpi_bli_POS.csv", "score", mpi_pos);
  compare("compind/bli_norm_z100_10.csv", "compind/mpi_bli_NEG.csv", "score", mpi_neg);
  compare("compind/bli_norm_minmax.csv", "compind/owa_bli_j3.csv", "p", three_best);
  compare("compind/bli_norm_minmax.csv", "compind/owa_bli_j3.csv", "p", three_largest);
  compare("compind/bli_norm_minmax.csv", "compind/owa_bli_j3.csv", "n", three_worst);
  compare("compind/BLI_2017.csv", "compind/geom_equal_bli.csv", "score", geometric);
}

/* Against the literature's divisor p the scores of Compind's MPI are off by up to 0.23 points. */
static void the_divisor_matters(void **state) {
  csv input, expected;
  double worst = 0.0;
  (void)state;
  golden_read(&input, "compind/bli_norm_z100_10.csv");
  golden_read(&expected, "compind/mpi_bli_POS.csv");
  double *x = matrix(&input);
  int k = input.columns - 1;
  for (int r = 0; r < input.rows; r++) {
    double ours = inno_flat_mazziotta_pareto(x + r * k, NULL, k, INT32_MIN, INT32_MIN, NAN);
    worst = fmax(worst, fabs(ours - csv_number(&expected, r, csv_column(&expected, "score"))));
  }
  print_message("population and sample: up to %.3f points\n", worst);
  assert_true(worst > 0.2 && worst < 0.25);
  test_free(x);
  csv_free(&expected);
  csv_free(&input);
}

enum { PERIODS = 2, KIDS = 2 };
static const double references[KIDS] = {50, 100};
static const char *const kids[KIDS] = {"employ", "finalenergy"};

/* Adjusted form: per indicator, over all periods, goalposts half a range below and above the reference become 70 and
 * 130; then the same aggregation with the divisor p. */
static double adjusted(const csv *t, int row, int32_t penalty) {
  double r[KIDS];
  for (int c = 0; c < KIDS; c++) {
    double low = INFINITY, high = -INFINITY, x = csv_number(t, row, csv_column(t, kids[c]));
    for (int i = 0; i < t->rows; i++) {
      double v = csv_number(t, i, csv_column(t, kids[c]));
      low = fmin(low, v);
      high = fmax(high, v);
    }
    double half = (high - low) / 2;
    r[c] = (x - (references[c] - half)) / (2 * half) * 60 + 70;
  }
  return inno_flat_mazziotta_pareto(r, NULL, KIDS, penalty, INNO_DEVIATION_POPULATION, NAN);
}

/* Compind rounds to 3 decimals, and gives the scores of "POS" for "NEG" too, because it overwrites the argument: its
 * NEG is wrong, a positive penalty never lies below the mean. */
static void adjusted_form(void **state) {
  csv input, expected;
  (void)state;
  golden_read(&input, "compind/EU_2020_long_employ_finalenergy.csv");
  golden_read(&expected, "compind/ampi_eu_helpex_POS.csv");
  int compared = 0, apart = 0;
  for (int row = 0; row < input.rows; row++) {
    double year = csv_number(&input, row, csv_column(&input, "time"));
    int at = csv_row(&expected, csv_column(&expected, "unit"), csv_text(&input, row, csv_column(&input, "geo")));
    assert_true(at >= 0);
    double want = csv_number(&expected, at, csv_column(&expected, year == 2010 ? "X2010" : "X2011"));
    double got = adjusted(&input, row, INNO_PENALTY_NEGATIVE), other = adjusted(&input, row, INNO_PENALTY_POSITIVE);
    if (fabs(floor(got * 1000 + 0.5) / 1000 - want) > 1e-9)
      fail_msg("%s %g: %.6f, not %.3f", csv_text(&input, row, 0), year, got, want);
    apart += other > want + 0.0005;
    assert_true(other >= got);
    compared++;
  }
  print_message("AMPI: %d scores equal at 3 decimals; a positive penalty differs in %d\n", compared, apart);
  assert_true(compared == 60 && apart > 30);
  csv_free(&expected);
  csv_free(&input);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_better_life),
      cmocka_unit_test(the_divisor_matters),
      cmocka_unit_test(adjusted_form),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
