#include "support/golden.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef INNO_SHARED_DIR
#define INNO_SHARED_DIR "../shared"
#endif

static void check(inno_status s, inno_error *error) {
  if (s != INNO_OK) print_error("%s: %s\n", inno_status_name(s), inno_error_message(error));
  assert_int_equal(s, INNO_OK);
}

static inno_error *new_error(void) {
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  return error;
}

void golden_read(csv *t, const char *path) {
  char full[1024];
  snprintf(full, sizeof full, "%s/reference/%s", INNO_SHARED_DIR, path);
  if (csv_read(t, full)) return;
  print_message("reference table %s is not here\n", path);
  skip();
}

/* ---- methods ---- */

static void set_one(inno_scheme *s, char *text, inno_error *error) {
  char *value = strchr(text, '='), *name = text, *code = NULL, *dot = NULL;
  assert_non_null(value);
  *value++ = '\0';
  while (*name == ' ') name++;
  dot = strrchr(name, '.');
  if (dot != NULL) {
    *dot = '\0';
    code = name;
    name = dot + 1;
  }
  int32_t key = inno_key_from_name(inno_scheme_step(s), name);
  assert_int_not_equal(key, 0);
  if (code != NULL && code[0] == '@') check(inno_scheme_set_level_text(s, atoi(code + 1), key, value, error), error);
  else check(inno_scheme_set_text(s, code, key, value, error), error);
}

inno_scheme *golden_scheme(int32_t step, const char *settings) {
  inno_scheme *s = NULL;
  inno_error *error = new_error();
  char text[8192];
  check(inno_scheme_create(NULL, step, &s, error), error);
  snprintf(text, sizeof text, "%s", settings);
  for (char *at = strtok(text, ";"); at != NULL; at = strtok(NULL, ";")) set_one(s, at, error);
  inno_error_destroy(error);
  return s;
}

inno_method *golden_method(const inno_indicator_set *set, const golden_step *steps) {
  inno_scheme *schemes[16];
  inno_method *method = NULL;
  inno_error *error = new_error();
  int count = 0, normalized = 0, aggregated = 0;
  for (; steps[count].step != 0; count++) {
    schemes[count] = golden_scheme(steps[count].step, steps[count].settings);
    normalized |= steps[count].step == INNO_STEP_NORMALIZE;
    aggregated |= steps[count].step == INNO_STEP_AGGREGATE;
  }
  if (!normalized) schemes[count++] = golden_scheme(INNO_STEP_NORMALIZE, "rule=none");
  if (!aggregated) schemes[count++] = golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic");
  check(inno_method_create(NULL, set, NULL, (const inno_scheme *const *)schemes, count, &method, error), error);
  for (int k = 0; k < count; k++) inno_scheme_destroy(schemes[k]);
  inno_error_destroy(error);
  return method;
}

/* ---- inputs ---- */

inno_indicator_set *golden_asem_set(int raw, const csv *weights) { return golden_asem_set_without(raw, weights, NULL); }

inno_indicator_set *golden_asem_set_without(int raw, const csv *weights, golden_skip leave) {
  inno_indicator_set *set = NULL;
  inno_error *error = new_error();
  csv meta;
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  int code = csv_column(&meta, "iCode"), parent = csv_column(&meta, "Parent"), type = csv_column(&meta, "Type");
  check(inno_indicator_set_create(NULL, &set, error), error);
  for (int r = 0; r < meta.rows; r++) {
    const char *kind = csv_text(&meta, r, type), *name = csv_text(&meta, r, code);
    if (strcmp(kind, "Indicator") != 0 && strcmp(kind, "Aggregate") != 0) continue;
    if (leave != NULL && leave(name)) continue;
    check(inno_indicator_set_add(set, name, csv_text(&meta, r, parent), error), error);
    double weight = csv_number(&meta, r, csv_column(&meta, "Weight"));
    if (weights != NULL)
      weight = csv_number(weights, csv_row(weights, csv_column(weights, "iCode"), name), csv_column(weights, "Weight"));
    check(inno_indicator_set_weight(set, name, weight, error), error);
    if (!raw) continue;
    int32_t direction = (int32_t)csv_number(&meta, r, csv_column(&meta, "Direction"));
    check(inno_indicator_set_direction(set, name, direction, error), error);
    const char *denominator = csv_text(&meta, r, csv_column(&meta, "Denominator"));
    check(inno_indicator_set_denominator(set, name, denominator, 1.0, error), error);
  }
  check(inno_indicator_set_freeze(set, error), error);
  csv_free(&meta);
  inno_error_destroy(error);
  return set;
}

static int is_number(const char *s) {
  char *end = NULL;
  if (s[0] == '\0') return 1;
  strtod(s, &end);
  return *end == '\0';
}

static void add_columns(inno_dataset *data, const csv *values, const csv *from, inno_error *error) {
  int unit = csv_column(values, "uCode"), unit_from = csv_column(from, "uCode");
  double *x = malloc((size_t)values->rows * sizeof *x);
  assert_non_null(x);
  for (int c = 0; c < from->columns; c++) {
    int numeric = c != unit_from && strcmp(csv_text(from, -1, c), "Time") != 0;
    for (int r = 0; r < from->rows; r++) numeric &= is_number(csv_text(from, r, c));
    if (!numeric) continue;
    for (int r = 0; r < values->rows; r++) x[r] = csv_number(from, csv_row(from, unit_from, csv_text(values, r, unit)), c);
    inno_status s = inno_dataset_add_column(data, csv_text(from, -1, c), x, sizeof *x, error);
    if (s != INNO_E_DUPLICATE) check(s, error);
  }
  free(x);
}

inno_dataset *golden_dataset(const csv *values, const csv *more) {
  inno_dataset *data = NULL;
  inno_error *error = new_error();
  const char **codes = malloc((size_t)values->rows * sizeof *codes);
  static const char *const groups[] = {"GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"};
  assert_non_null(codes);
  for (int r = 0; r < values->rows; r++) codes[r] = csv_text(values, r, csv_column(values, "uCode"));
  check(inno_dataset_create(NULL, values->rows, codes, &data, error), error);
  add_columns(data, values, values, error);
  if (more != NULL) {
    add_columns(data, values, more, error);
    for (int g = 0; g < 4; g++) {
      for (int r = 0; r < values->rows; r++)
        codes[r] = csv_text(more, csv_row(more, csv_column(more, "uCode"), csv_text(values, r, csv_column(values, "uCode"))),
                            csv_column(more, groups[g]));
      check(inno_dataset_add_group(data, groups[g], codes, error), error);
    }
    for (int r = 0; r < values->rows; r++) codes[r] = NULL;
  }
  free(codes);
  inno_error_destroy(error);
  return data;
}

inno_result *golden_result(const inno_method *method, const inno_dataset *data) {
  inno_result *result = NULL;
  inno_error *error = new_error();
  check(inno_result_create(NULL, method, data, INNO_KEEP_ALL, &result, error), error);
  inno_error_destroy(error);
  return result;
}

/* ---- comparison ---- */

static double column_scale(const csv *t, int column) {
  double scale = 0.0;
  for (int r = 0; r < t->rows; r++)
    if (fabs(csv_number(t, r, column)) > scale) scale = fabs(csv_number(t, r, column));
  return scale;
}

static double compare_column(const inno_result *r, const double *got, const csv *expected, int column, double tolerance) {
  double scale = column_scale(expected, column), worst = 0.0;
  int unit = csv_column(expected, "uCode");
  for (int k = 0; k < expected->rows; k++) {
    int64_t i = inno_result_find_unit(r, csv_text(expected, k, unit));
    double want = csv_number(expected, k, column);
    if (i < 0) fail_msg("unit %s is not in the result", csv_text(expected, k, unit));
    if (isnan(want) && isnan(got[i])) continue;
    double error = fabs(got[i] - want) / (scale > 0.0 ? scale : 1.0);
    if (!(error <= tolerance))
      fail_msg("%s of %s: got %.17g, expected %.17g", csv_text(expected, -1, column), csv_text(expected, k, unit), got[i],
               want);
    if (error > worst) worst = error;
  }
  return worst;
}

double golden_compare(const inno_result *r, int32_t step, const csv *expected, double tolerance, golden_skip leave) {
  double worst = 0.0, *got = malloc((size_t)inno_result_unit_count(r) * sizeof *got);
  int compared = 0;
  assert_non_null(got);
  for (int c = 0; c < expected->columns; c++) {
    int64_t node = inno_result_find_node(r, csv_text(expected, -1, c));
    if (node < 0 || (leave != NULL && leave(csv_text(expected, -1, c)))) continue;
    inno_status s = step == -2 ? inno_result_scores(r, node, got, sizeof *got, NULL)
                               : inno_result_values(r, step, node, got, sizeof *got, NULL);
    assert_int_equal(s, INNO_OK);
    double error = compare_column(r, got, expected, c, tolerance);
    if (error > worst) worst = error;
    compared++;
  }
  free(got);
  assert_true(compared > 0);
  return worst;
}

void golden_compare_ranks(const inno_result *r, const char *group, const csv *expected, golden_skip leave) {
  double *got = malloc((size_t)inno_result_unit_count(r) * sizeof *got);
  assert_non_null(got);
  for (int c = 0; c < expected->columns; c++) {
    int64_t node = inno_result_find_node(r, csv_text(expected, -1, c));
    if (node < 0 || (leave != NULL && leave(csv_text(expected, -1, c)))) continue;
    assert_int_equal(inno_result_ranks(r, node, group, got, sizeof *got, NULL), INNO_OK);
    compare_column(r, got, expected, c, 0.0);
  }
  free(got);
}
