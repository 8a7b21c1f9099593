/* Compind's input tables through ours: complete units by screening, a panel from a wide table. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

/* Six indicators of 2011, the two totals of the Union left out: units that lack one are screened away, and the table of
 * complete cases is what stays. */
static void complete_cases(void **state) {
  csv all, complete;
  const char *units[64];
  double x[64];
  int n = 0, left = 0;
  (void)state;
  golden_read(&all, "compind/EU_2020.csv");
  golden_read(&complete, "compind/EU_2020_sub2011.csv");
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "EU", NULL, NULL), INNO_OK);
  for (int r = 2; r < all.rows; r++) units[n++] = csv_text(&all, r, 0);
  assert_int_equal(inno_dataset_create(NULL, n, units, &data, NULL), INNO_OK);
  for (int c = 1; c < complete.columns; c++) {
    const char *code = csv_text(&complete, -1, c);
    assert_int_equal(inno_indicator_set_add(set, code, "EU", NULL), INNO_OK);
    for (int r = 0; r < n; r++) x[r] = csv_number(&all, r + 2, csv_column(&all, code));
    assert_int_equal(inno_dataset_add_column(data, code, x, sizeof *x, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_SCREEN, "min_coverage=1"}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_result *result = golden_result(method, data);
  for (int c = 1; c < complete.columns; c++) {
    int64_t node = inno_result_find_node(result, csv_text(&complete, -1, c));
    assert_int_equal(inno_result_values(result, 0, node, x, sizeof *x, NULL), INNO_OK);
    for (int r = 0; r < n; r++) {
      int row = csv_row(&complete, 0, units[r]);
      if ((isnan(x[r]) != 0) != (row < 0) || (row >= 0 && x[r] != csv_number(&complete, row, c)))
        fail_msg("%s %s: %.17g", csv_text(&complete, -1, c), units[r], x[r]);
      left += row >= 0;
    }
  }
  assert_int_equal(left, complete.rows * (complete.columns - 1));
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  csv_free(&complete);
  csv_free(&all);
}

/* The long table is the wide one with a row a unit and year: what we read is what Compind read. */
static void long_is_wide(void **state) {
  csv wide, tall;
  (void)state;
  golden_read(&wide, "compind/EU_2020.csv");
  golden_read(&tall, "compind/EU_2020_long_employ_finalenergy.csv");
  static const char *const indicators[] = {"employ", "finalenergy"};
  for (int r = 0; r < tall.rows; r++)
    for (int k = 0; k < 2; k++) {
      char code[64];
      snprintf(code, sizeof code, "%s_%s", indicators[k], csv_text(&tall, r, csv_column(&tall, "time")));
      int column = csv_column(&wide, code);
      if (column < 0) fail_msg("no column %s", code);
      double a = csv_number(&wide, csv_row(&wide, 0, csv_text(&tall, r, 0)), column),
             b = csv_number(&tall, r, csv_column(&tall, indicators[k]));
      assert_true(a == b || (isnan(a) && isnan(b)));
    }
  csv_free(&tall);
  csv_free(&wide);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(complete_cases), cmocka_unit_test(long_is_wide)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
