/* Datasets: what is copied, what is refused by name, and that a refusal leaves everything as it was. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { UNITS = 4 };

typedef struct {
  inno_dataset *data;
  inno_error *error;
} fixture;

static const char *const units[UNITS] = {"HN", "\xc4\x90N", "HCM", "CT"};

static int setup(void **state) {
  static fixture f;
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &f.data, f.error), INNO_OK);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno_dataset_destroy(f->data);
  inno_error_destroy(f->error);
  return 0;
}

static void read_back(const fixture *f, const char *code, double *out) {
  assert_int_equal(inno_dataset_column(f->data, code, out, sizeof *out, f->error), INNO_OK);
}

static void units_and_columns_keep_their_order(void **state) {
  fixture *f = *state;
  const double x[UNITS] = {1, 2, 3, 4};
  assert_true(inno_dataset_unit_count(f->data) == UNITS);
  assert_true(inno_dataset_column_count(f->data) == 0);
  for (int i = 0; i < UNITS; i++) assert_string_equal(inno_dataset_unit_code(f->data, i), units[i]);
  assert_null(inno_dataset_unit_code(f->data, UNITS));
  assert_null(inno_dataset_unit_code(f->data, -1));
  for (int i = 0; i < UNITS; i++) assert_int_equal(inno_dataset_find_unit(f->data, units[i]), i);
  assert_int_equal(inno_dataset_find_unit(f->data, "nobody"), -1);
  for (int j = 0; j < 150; j++) { /* beyond the first room for columns, and the second */
    char code[16];
    double y[UNITS];
    snprintf(code, sizeof code, "c%d", j);
    for (int i = 0; i < UNITS; i++) y[i] = x[i] + 10.0 * j;
    assert_int_equal(inno_dataset_add_column(f->data, code, y, sizeof *y, f->error), INNO_OK);
  }
  assert_true(inno_dataset_column_count(f->data) == 150);
  for (int j = 0; j < 150; j++) {
    double y[UNITS];
    const char *code = inno_dataset_column_code(f->data, j);
    assert_int_equal(inno_dataset_find_column(f->data, code), j);
    assert_int_equal(atoi(code + 1), j);
    read_back(f, code, y);
    for (int i = 0; i < UNITS; i++) assert_true(y[i] == x[i] + 10.0 * j);
  }
  assert_null(inno_dataset_column_code(f->data, 150));
  assert_int_equal(inno_dataset_find_column(f->data, "nobody"), -1);
}

static void values_are_copied_in_any_stride(void **state) {
  fixture *f = *state;
  double x[2 * UNITS] = {1, -1, 2, -2, 3, -3, 4, -4}, y[UNITS], spread[2 * UNITS] = {0};
  assert_int_equal(inno_dataset_add_column(f->data, "even", x, 2 * sizeof *x, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f->data, "back", x + 6, -2 * (ptrdiff_t)sizeof *x, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f->data, "same", x + 1, 0, f->error), INNO_OK);
  memset(x, 0, sizeof x);
  read_back(f, "even", y);
  for (int i = 0; i < UNITS; i++) assert_true(y[i] == i + 1.0);
  read_back(f, "back", y);
  for (int i = 0; i < UNITS; i++) assert_true(y[i] == 4.0 - i);
  read_back(f, "same", y);
  for (int i = 0; i < UNITS; i++) assert_true(y[i] == -1.0);
  assert_int_equal(inno_dataset_column(f->data, "even", spread + 7, -2 * (ptrdiff_t)sizeof *x, f->error), INNO_OK);
  for (int i = 0; i < UNITS; i++) {
    assert_true(spread[7 - 2 * i] == i + 1.0);
    assert_true(spread[6 - 2 * i] == 0.0); /* between the places nothing is written */
  }
}

static void a_matrix_is_added_in_any_layout(void **state) {
  fixture *f = *state;
  static const char *const codes[] = {"a", "b", "c"}, *const back[] = {"r", "s", "t"};
  double m[UNITS][3], y[UNITS], t[3][UNITS];
  for (int i = 0; i < UNITS; i++)
    for (int j = 0; j < 3; j++) t[j][i] = m[i][j] = 10.0 * j + i;
  assert_int_equal(inno_dataset_add_columns(f->data, codes, 3, m[0], sizeof m[0], sizeof m[0][0], f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_columns(f->data, back, 3, &t[2][UNITS - 1], -(ptrdiff_t)sizeof t[0][0],
                                            -(ptrdiff_t)sizeof t[0], f->error),
                   INNO_OK);
  assert_int_equal(inno_dataset_add_columns(f->data, NULL, 0, NULL, 0, 0, f->error), INNO_OK);
  assert_true(inno_dataset_column_count(f->data) == 6);
  for (int j = 0; j < 3; j++) {
    read_back(f, codes[j], y);
    for (int i = 0; i < UNITS; i++) assert_true(y[i] == 10.0 * j + i);
    read_back(f, back[j], y);
    for (int i = 0; i < UNITS; i++) assert_true(y[i] == 10.0 * (2 - j) + (UNITS - 1 - i));
  }
}

/* All columns of a matrix or none: whatever is refused, the dataset is as before, and takes the same codes again. */
static void a_matrix_is_added_whole_or_not(void **state) {
  fixture *f = *state;
  static const char *const codes[] = {"b", "c", "b"}, *const own[] = {"b", "c", "a"}, *const bad[] = {"b", "c", "\x01"};
  static const char *const none[] = {"b", "c", NULL}, *const good[] = {"b", "c", "d"};
  char before[INNO_FINGERPRINT_BYTES], after[INNO_FINGERPRINT_BYTES];
  double m[3][UNITS] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
  const ptrdiff_t one = sizeof m[0][0], row = sizeof m[0];
  assert_int_equal(inno_dataset_add_column(f->data, "a", m[0], one, f->error), INNO_OK);
  assert_int_equal(inno_dataset_fingerprint(f->data, before, sizeof before, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_columns(f->data, codes, 3, m[0], one, row, f->error), INNO_E_DUPLICATE);
  assert_int_equal(inno_dataset_add_columns(f->data, own, 3, m[0], one, row, f->error), INNO_E_DUPLICATE);
  assert_int_equal(inno_dataset_add_columns(f->data, bad, 3, m[0], one, row, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_columns(f->data, none, 3, m[0], one, row, f->error), INNO_E_NULL);
  assert_int_equal(inno_dataset_add_columns(f->data, good, 3, m[0], one, 12, f->error), INNO_E_ALIGN);
  assert_int_equal(inno_dataset_add_columns(f->data, good, -1, m[0], one, row, f->error), INNO_E_ARGUMENT);
  m[2][1] = INFINITY;
  assert_int_equal(inno_dataset_add_columns(f->data, good, 3, m[0], one, row, f->error), INNO_E_INFINITE);
  assert_string_equal(inno_error_node(f->error), "d");
  assert_true(inno_dataset_column_count(f->data) == 1);
  assert_int_equal(inno_dataset_find_column(f->data, "b"), -1);
  assert_int_equal(inno_dataset_fingerprint(f->data, after, sizeof after, f->error), INNO_OK);
  assert_string_equal(before, after);
  assert_int_equal(inno_dataset_add_columns(f->data, good, 2, m[0], one, row, f->error), INNO_OK);
  assert_int_equal(inno_dataset_find_column(f->data, "c"), 2);
}

static void every_nan_becomes_the_same(void **state) {
  fixture *f = *state;
  double x[UNITS] = {1.0, NAN, -NAN, -0.0}, y[UNITS];
  const uint64_t odd = 0xfff0000000000123u, one = 0x7ff8000000000000u;
  memcpy(&x[1], &odd, sizeof odd);
  assert_int_equal(inno_dataset_add_column(f->data, "x", x, sizeof *x, f->error), INNO_OK);
  read_back(f, "x", y);
  assert_memory_equal(&y[1], &one, sizeof one);
  assert_memory_equal(&y[2], &one, sizeof one);
  assert_true(y[3] == 0.0 && signbit(y[3]));
}

static void an_infinite_value_is_named(void **state) {
  fixture *f = *state;
  const double x[UNITS] = {1, 2, -INFINITY, INFINITY};
  assert_int_equal(inno_dataset_add_column(f->data, "x", x, sizeof *x, f->error), INNO_E_INFINITE);
  assert_string_equal(inno_error_unit(f->error), "HCM");
  assert_non_null(strstr(inno_error_message(f->error), "HCM"));
  assert_true(inno_dataset_column_count(f->data) == 0);
}

static void refused_columns_leave_nothing_behind(void **state) {
  fixture *f = *state;
  double x[UNITS + 1] = {1, 2, 3, 4, 5}, y[UNITS] = {9, 9, 9, 9};
  assert_int_equal(inno_dataset_add_column(f->data, "x", x, sizeof *x, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f->data, "x", x + 1, sizeof *x, f->error), INNO_E_DUPLICATE);
  assert_int_equal(inno_dataset_add_column(f->data, "", x, sizeof *x, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_column(f->data, "a\xff", x, sizeof *x, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_column(f->data, "a\n", x, sizeof *x, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_column(f->data, "y", x, 4, f->error), INNO_E_ALIGN);
  assert_true(inno_dataset_column_count(f->data) == 1);
  assert_int_equal(inno_dataset_column(f->data, "y", y, sizeof *y, f->error), INNO_E_CODE);
  assert_int_equal(inno_dataset_column(f->data, "x", y, 0, f->error), INNO_E_ARGUMENT); /* four values, one place */
  assert_int_equal(inno_dataset_column(f->data, "x", y, 12, f->error), INNO_E_ALIGN);
  for (int i = 0; i < UNITS; i++) assert_true(y[i] == 9.0);
  read_back(f, "x", y);
  for (int i = 0; i < UNITS; i++) assert_true(y[i] == i + 1.0);
}

static void units_are_checked_one_by_one(void **state) {
  fixture *f = *state;
  const char *const twice[] = {"A", "B", "A"}, *const empty[] = {"A", ""}, *const hole[] = {"A", NULL};
  inno_dataset *d = f->data;
  assert_int_equal(inno_dataset_create(NULL, 3, twice, &d, f->error), INNO_E_DUPLICATE);
  assert_null(d);
  assert_non_null(strstr(inno_error_message(f->error), "A"));
  assert_int_equal(inno_dataset_create(NULL, 2, empty, &d, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_create(NULL, 2, hole, &d, f->error), INNO_E_NULL);
  assert_int_equal(inno_dataset_create(NULL, 0, twice, &d, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_dataset_create(NULL, -1, twice, &d, f->error), INNO_E_ARGUMENT);
  assert_null(d);
}

static void groups_are_refused_as_columns_are(void **state) {
  fixture *f = *state;
  const char *const labels[UNITS] = {"north", NULL, "", "south"}, *const bad[UNITS] = {"north", "\x01", "a", "b"};
  assert_int_equal(inno_dataset_add_group(f->data, "region", labels, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_group(f->data, "region", labels, f->error), INNO_E_DUPLICATE);
  assert_int_equal(inno_dataset_add_group(f->data, "", labels, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_group(f->data, "other", bad, f->error), INNO_E_TEXT);
  assert_int_equal(inno_dataset_add_group(f->data, "other", labels, f->error), INNO_OK); /* the failure left no trace */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(units_and_columns_keep_their_order, setup, teardown),
      cmocka_unit_test_setup_teardown(values_are_copied_in_any_stride, setup, teardown),
      cmocka_unit_test_setup_teardown(a_matrix_is_added_in_any_layout, setup, teardown),
      cmocka_unit_test_setup_teardown(a_matrix_is_added_whole_or_not, setup, teardown),
      cmocka_unit_test_setup_teardown(every_nan_becomes_the_same, setup, teardown),
      cmocka_unit_test_setup_teardown(an_infinite_value_is_named, setup, teardown),
      cmocka_unit_test_setup_teardown(refused_columns_leave_nothing_behind, setup, teardown),
      cmocka_unit_test_setup_teardown(units_are_checked_one_by_one, setup, teardown),
      cmocka_unit_test_setup_teardown(groups_are_refused_as_columns_are, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
