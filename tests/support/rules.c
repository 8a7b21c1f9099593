#include "support/rules.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static char sentence[512];
static double search[64];

const char *rules_message(void) { return sentence; }
double rules_search(int32_t field) { return search[field]; }

static void take_search(const inno_result *r) {
  for (int f = 0; f < 64; f++) search[f] = (double)NAN;
  if (inno_result_record_count(r, INNO_RECORD_SEARCH) == 0) return;
  static const int32_t fields[] = {INNO_FIELD_CONVERGED, INNO_FIELD_ITERATIONS, INNO_FIELD_OBJECTIVE, INNO_FIELD_GAP};
  for (int f = 0; f < 4; f++)
    assert_int_equal(inno_result_record(r, INNO_RECORD_SEARCH, 0, fields[f], &search[fields[f]], NULL), INNO_OK);
}

inno_indicator_set *rules_set(int k, const double *weights) {
  inno_indicator_set *set = NULL;
  char code[16];
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "IDX", NULL, NULL), INNO_OK);
  for (int c = 0; c < k; c++) {
    snprintf(code, sizeof code, "c%d", c);
    assert_int_equal(inno_indicator_set_add(set, code, "IDX", NULL), INNO_OK);
    if (weights != NULL) assert_int_equal(inno_indicator_set_weight(set, code, weights[c], NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static inno_dataset *new_data(const double *x, int k, int n) {
  inno_dataset *data = NULL;
  char codes[RULES_UNITS][16], code[16];
  const char *units[RULES_UNITS];
  for (int i = 0; i < n; i++) {
    snprintf(codes[i], sizeof codes[i], "u%d", i);
    units[i] = codes[i];
  }
  assert_int_equal(inno_dataset_create(NULL, n, units, &data, NULL), INNO_OK);
  for (int c = 0; c < k; c++) {
    snprintf(code, sizeof code, "c%d", c);
    assert_int_equal(inno_dataset_add_column(data, code, x + c * n, sizeof *x, NULL), INNO_OK);
  }
  return data;
}

inno_status rules_run(const double *x, int k, int n, const double *weights, const char *settings, double *out) {
  inno_error *error = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  assert_true(n <= RULES_UNITS && k <= RULES_CHILDREN);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  inno_indicator_set *set = rules_set(k, weights);
  inno_dataset *data = new_data(x, k, n);
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                          golden_scheme(INNO_STEP_AGGREGATE, settings)};
  inno_status s = inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 2, &method, error);
  if (s == INNO_OK) s = inno_result_create(NULL, method, data, INNO_KEEP_ALL, &result, error);
  snprintf(sentence, sizeof sentence, "%s", inno_error_message(error));
  if (s == INNO_OK) {
    assert_int_equal(inno_result_scores(result, k, out, sizeof *out, NULL), INNO_OK);
    take_search(result);
  }
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_scheme_destroy(steps[0]);
  inno_scheme_destroy(steps[1]);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  return s;
}

void rules_expect(const double *x, int k, int n, const double *weights, const char *settings, double tolerance,
                  const double *expected) {
  double out[RULES_UNITS];
  inno_status s = rules_run(x, k, n, weights, settings, out);
  if (s != INNO_OK) fail_msg("%s: %s", settings, sentence);
  for (int i = 0; i < n; i++)
    if (!(fabs(out[i] - expected[i]) <= tolerance) && !(isnan(out[i]) && isnan(expected[i])))
      fail_msg("%s: unit %d has %.17g, not %.17g", settings, i, out[i], expected[i]);
}

void rules_refuse(const double *x, int k, int n, const char *settings, inno_status status, const char *const *words) {
  double out[RULES_UNITS];
  inno_status s = rules_run(x, k, n, NULL, settings, out);
  if (s != status) fail_msg("%s: %s, not %s (%s)", settings, inno_status_name(s), inno_status_name(status), sentence);
  for (; *words != NULL; words++)
    if (strstr(sentence, *words) == NULL) fail_msg("%s: no \"%s\" in: %s", settings, *words, sentence);
}
