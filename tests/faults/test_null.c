/* Every public function with every pointer argument NULL, one at a time: a status or a neutral value, and outputs as
 * documented. */
#include <math.h>

#include "innoscore/innoscore.h"
#include "support/refusal.h"

static inno_indicator_set *set, *open_set;
static inno_dataset *data;
static inno_scheme *scheme;
static inno_weights *weights;
static inno_method *method;
static inno_run *run;
static inno_result *result;
static const char *const units[] = {"A", "B", "C"};
static const double values[] = {1.0, 2.0, 4.0};

static int setup(void **state) {
  if (make_error(state) != 0) return 1;
  inno_indicator_set_create(NULL, &open_set, NULL);
  inno_indicator_set_add(open_set, "x", "index", NULL);
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "x", "index", NULL);
  inno_indicator_set_freeze(set, NULL);
  inno_dataset_create(NULL, 3, units, &data, NULL);
  inno_dataset_add_column(data, "x", values, sizeof *values, NULL);
  inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &scheme, NULL);
  inno_weights_create_given(NULL, set, &weights, NULL);
  inno_method_create(NULL, set, NULL, NULL, 0, &method, NULL);
  inno_run_create(NULL, method, data, INNO_KEEP_ALL, &run, NULL);
  return inno_result_create(NULL, method, data, INNO_KEEP_ALL, &result, NULL) == INNO_OK ? 0 : 1;
}

static int teardown(void **state) {
  inno_result_destroy(result);
  inno_run_destroy(run);
  inno_method_destroy(method);
  inno_weights_destroy(weights);
  inno_scheme_destroy(scheme);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  inno_indicator_set_destroy(open_set);
  return end_error(state);
}

static void destroying_nothing(void **state) {
  (void)state;
  inno_result_destroy(NULL);
  inno_run_destroy(NULL);
  inno_method_destroy(NULL);
  inno_weights_destroy(NULL);
  inno_scheme_destroy(NULL);
  inno_dataset_destroy(NULL);
  inno_indicator_set_destroy(NULL);
  inno_error_destroy(NULL);
}

static void errors(void **state) {
  (void)state;
  assert_int_equal(inno_error_create(NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_error_set_language(NULL, 0), INNO_E_NULL);
  assert_int_equal(inno_error_set_language(error, 2), INNO_E_ARGUMENT);
  assert_int_equal(inno_error_status(NULL), INNO_OK);
  assert_string_equal(inno_error_message(NULL), "");
  assert_string_equal(inno_error_node(NULL), "");
  assert_string_equal(inno_error_unit(NULL), "");
  assert_string_equal(inno_status_name(-5), "INNO_E_UNKNOWN");
  assert_non_null(inno_status_text(123456, 7));
}

static void sets(void **state) {
  (void)state;
  NULLED(inno_indicator_set_create(NULL, NULL, error));
  NULLED(inno_indicator_set_add(NULL, "a", NULL, error));
  NULLED(inno_indicator_set_add(open_set, NULL, NULL, error));
  NULLED(inno_indicator_set_direction(NULL, "x", 1, error));
  NULLED(inno_indicator_set_direction(open_set, NULL, 1, error));
  NULLED(inno_indicator_set_weight(NULL, "x", 1.0, error));
  NULLED(inno_indicator_set_weight(open_set, NULL, 1.0, error));
  NULLED(inno_indicator_set_denominator(NULL, "x", "d", 1.0, error));
  NULLED(inno_indicator_set_denominator(open_set, NULL, "d", 1.0, error));
  NULLED(inno_indicator_set_freeze(NULL, error));
  assert_int_equal(inno_indicator_set_node_count(NULL), 0);
  assert_int_equal(inno_indicator_set_indicator_count(NULL), 0);
  assert_int_equal(inno_indicator_set_find(NULL, "x"), -1);
  assert_int_equal(inno_indicator_set_find(set, NULL), -1);
  assert_int_equal(inno_indicator_set_find(open_set, "x"), -1);
  assert_null(inno_indicator_set_code(NULL, 0));
  assert_int_equal(inno_indicator_set_parent(NULL, 0), -1);
  assert_int_equal(inno_indicator_set_level(NULL, 0), 0);
}

static void datasets(void **state) {
  (void)state;
  inno_dataset *out = data;
  double copy[3];
  NULLED(inno_dataset_create(NULL, 3, units, NULL, error));
  NULLED(inno_dataset_create(NULL, 3, NULL, &out, error));
  assert_null(out);
  const char *const holes[] = {"A", NULL, "C"};
  NULLED(inno_dataset_create(NULL, 3, holes, &out, error));
  assert_int_equal(inno_dataset_create(NULL, 0, units, &out, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_dataset_create(NULL, -1, units, &out, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_dataset_create(NULL, INT64_MAX, units, &out, error), INNO_E_SIZE);
  NULLED(inno_dataset_create_panel(NULL, 3, units, 2, values, NULL, error));
  NULLED(inno_dataset_create_panel(NULL, 3, NULL, 2, values, &out, error));
  NULLED(inno_dataset_create_panel(NULL, 3, units, 2, NULL, &out, error));
  assert_int_equal(inno_dataset_period_count(NULL), 0);
  assert_true(isnan(inno_dataset_period(NULL, 0)));
  assert_int_equal(inno_result_period_count(NULL), 0);
  assert_true(isnan(inno_result_period(NULL, 0)));
  NULLED(inno_dataset_add_column(NULL, "y", values, 8, error));
  NULLED(inno_dataset_add_column(data, NULL, values, 8, error));
  NULLED(inno_dataset_add_column(data, "y", NULL, 8, error));
  assert_int_equal(inno_dataset_add_column(data, "y", values, 7, error), INNO_E_ALIGN);
  assert_int_equal(inno_dataset_add_column(data, "y", (const double *)((const char *)values + 4), 8, error),
                   INNO_E_ALIGN);
  assert_int_equal(inno_dataset_add_column(data, "y", values, PTRDIFF_MAX - 7, error), INNO_E_SIZE);
  NULLED(inno_dataset_add_columns(NULL, units, 2, values, 8, 8, error));
  NULLED(inno_dataset_add_columns(data, NULL, 2, values, 8, 8, error));
  NULLED(inno_dataset_add_columns(data, units, 2, NULL, 8, 8, error));
  assert_int_equal(inno_dataset_add_columns(data, units, 2, values, 8, PTRDIFF_MAX - 7, error), INNO_E_SIZE);
  assert_int_equal(inno_dataset_add_columns(data, units, INT64_MAX, values, 8, 8, error), INNO_E_SIZE);
  NULLED(inno_dataset_add_group(NULL, "g", units, error));
  NULLED(inno_dataset_add_group(data, NULL, units, error));
  NULLED(inno_dataset_add_group(data, "g", NULL, error));
  NULLED(inno_dataset_column(NULL, "x", copy, 8, error));
  NULLED(inno_dataset_column(data, NULL, copy, 8, error));
  NULLED(inno_dataset_column(data, "x", NULL, 8, error));
  assert_int_equal(inno_dataset_column(data, "x", copy, 0, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_dataset_unit_count(NULL), 0);
  assert_int_equal(inno_dataset_column_count(NULL), 0);
  assert_null(inno_dataset_unit_code(NULL, 0));
  assert_null(inno_dataset_unit_code(data, 3));
  assert_int_equal(inno_dataset_find_unit(NULL, "A"), -1);
  assert_int_equal(inno_dataset_find_unit(data, NULL), -1);
  assert_int_equal(inno_dataset_find_column(NULL, "A"), -1);
  assert_int_equal(inno_dataset_find_column(data, NULL), -1);
  assert_null(inno_dataset_column_code(NULL, 0));
  assert_null(inno_dataset_column_code(data, 1));
}

static void schemes(void **state) {
  (void)state;
  double number = 1.0;
  int64_t integer = 1;
  NULLED(inno_scheme_create(NULL, INNO_STEP_TREAT, NULL, error));
  NULLED(inno_scheme_set_f64(NULL, NULL, INNO_KEY_NORMALIZE_LOWER, 0.0, error));
  NULLED(inno_scheme_set_i64(NULL, NULL, INNO_KEY_NORMALIZE_CAP, 0, error));
  NULLED(inno_scheme_set_text(NULL, NULL, INNO_KEY_NORMALIZE_RULE, "minmax", error));
  NULLED(inno_scheme_set_text(scheme, NULL, INNO_KEY_NORMALIZE_RULE, NULL, error));
  NULLED(inno_scheme_set_level_text(NULL, 2, INNO_KEY_AGGREGATE_RULE, "median", error));
  NULLED(inno_scheme_get_f64(NULL, NULL, INNO_KEY_NORMALIZE_MEAN, &number, error));
  assert_true(isnan(number));
  NULLED(inno_scheme_get_f64(scheme, NULL, INNO_KEY_NORMALIZE_MEAN, NULL, error));
  NULLED(inno_scheme_get_i64(NULL, NULL, INNO_KEY_NORMALIZE_CAP, &integer, error));
  assert_int_equal(integer, 0);
  NULLED(inno_scheme_get_i64(scheme, NULL, INNO_KEY_NORMALIZE_CAP, NULL, error));
  NULLED(inno_scheme_get_text(NULL, NULL, INNO_KEY_NORMALIZE_REFERENCE, NULL, 0, NULL, error));
  NULLED(inno_scheme_get_text(scheme, NULL, INNO_KEY_NORMALIZE_REFERENCE, NULL, 5, NULL, error));
  assert_int_equal(inno_scheme_step(NULL), 0);
  assert_int_equal(inno_step_info(0, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_step_info(99, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_key_info(INNO_STEP_TREAT, 0, NULL, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_key_info(INNO_STEP_TREAT, -1, NULL, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_key_from_name(INNO_STEP_TREAT, NULL), 0);
  assert_int_equal(inno_key_bounds(INNO_KEY_TREAT_LIMIT, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_key_bounds(-1, NULL, NULL, NULL), INNO_E_KEY);
  assert_int_equal(inno_choice_info(INNO_KEY_TREAT_RULES, 0, NULL, NULL), INNO_OK);
  assert_int_equal(inno_choice_info(INNO_KEY_TREAT_RULES, 999, NULL, NULL), INNO_E_ARGUMENT);
  assert_null(inno_choice_name(INNO_KEY_TREAT_RULES, 999));
}

static void weights_and_methods(void **state) {
  (void)state;
  inno_weights *w = weights;
  inno_method *m = method;
  double number = 1.0;
  char buffer[INNO_FINGERPRINT_BYTES];
  int64_t needed = -1;
  const inno_scheme *const holes[] = {scheme, NULL};
  NULLED(inno_weights_create_given(NULL, NULL, &w, error));
  assert_null(w);
  NULLED(inno_weights_create_given(NULL, set, NULL, error));
  NULLED(inno_weights_create_equal(NULL, NULL, &w, error));
  NULLED(inno_weights_create_equal(NULL, set, NULL, error));
  assert_int_equal(inno_weights_create_equal(NULL, open_set, &w, error), INNO_E_NOT_FROZEN);
  NULLED(inno_weights_set(NULL, "x", 1.0, error));
  NULLED(inno_weights_set(weights, NULL, 1.0, error));
  NULLED(inno_weights_get(NULL, "x", &number, error));
  NULLED(inno_weights_get(weights, NULL, &number, error));
  assert_true(isnan(number));
  NULLED(inno_weights_get(weights, "x", NULL, error));
  NULLED(inno_method_create(NULL, NULL, NULL, NULL, 0, &m, error));
  assert_null(m);
  NULLED(inno_method_create(NULL, set, NULL, NULL, 0, NULL, error));
  NULLED(inno_method_create(NULL, set, NULL, NULL, 2, &m, error));
  NULLED(inno_method_create(NULL, set, NULL, holes, 2, &m, error));
  assert_int_equal(inno_method_create(NULL, open_set, NULL, NULL, 0, &m, error), INNO_E_NOT_FROZEN);
  assert_int_equal(inno_method_create(NULL, set, NULL, holes, -1, &m, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_method_create(NULL, set, NULL, holes, INNO_LIMIT_STEPS + 1, &m, error), INNO_E_SIZE);
  assert_int_equal(inno_method_step_count(NULL), 0);
  assert_int_equal(inno_method_step(NULL, 0), 0);
  NULLED(inno_method_canonical(NULL, buffer, 0, &needed, error));
  NULLED(inno_method_canonical(method, NULL, 10, NULL, error));
  assert_int_equal(inno_method_canonical(method, NULL, 0, &needed, error), INNO_E_BUFFER);
  assert_true(needed > 100);
  NULLED(inno_method_fingerprint(NULL, buffer, sizeof buffer, error));
  NULLED(inno_method_fingerprint(method, NULL, 65, error));
  assert_int_equal(inno_method_fingerprint(method, buffer, 64, error), INNO_E_BUFFER);
}

static void held_frames(void **state) {
  (void)state;
  inno_frames *f = (inno_frames *)(uintptr_t)result, *own = NULL;
  inno_result *r = result;
  inno_run *run_with = run;
  char buffer[INNO_FINGERPRINT_BYTES];
  int64_t needed = 1;
  NULLED(inno_frames_create_from_result(NULL, NULL, method, &f, error));
  assert_null(f);
  NULLED(inno_frames_create_from_result(NULL, result, NULL, &f, error));
  NULLED(inno_frames_create_from_result(NULL, result, method, NULL, error));
  NULLED(inno_frames_read(NULL, NULL, 0, &f, error));
  NULLED(inno_frames_read(NULL, "", 0, NULL, error));
  assert_int_equal(inno_frames_read(NULL, "", -1, &f, error), INNO_E_ARGUMENT);
  NULLED(inno_frames_write(NULL, NULL, 0, &needed, error));
  assert_int_equal(needed, 0);
  NULLED(inno_frames_fingerprint(NULL, buffer, sizeof buffer, error));
  NULLED(inno_result_create_with_frames(NULL, method, data, NULL, 0, &r, error));
  assert_null(r);
  NULLED(inno_run_create_with_frames(NULL, method, data, NULL, 0, &run_with, error));
  assert_null(run_with);
  inno_frames_destroy(NULL);
  inno_result *kept = NULL;
  assert_int_equal(inno_result_create(NULL, method, data, INNO_KEEP_STEPS, &kept, error), INNO_OK);
  assert_int_equal(inno_frames_create_from_result(NULL, kept, method, &own, error), INNO_OK);
  NULLED(inno_frames_write(own, NULL, 10, NULL, error));
  NULLED(inno_frames_fingerprint(own, NULL, 65, error));
  NULLED(inno_result_create_with_frames(NULL, NULL, data, own, 0, &r, error));
  NULLED(inno_result_create_with_frames(NULL, method, NULL, own, 0, &r, error));
  NULLED(inno_result_create_with_frames(NULL, method, data, own, 0, NULL, error));
  NULLED(inno_run_create_with_frames(NULL, method, data, own, 0, NULL, error));
  assert_int_equal(inno_run_create_with_frames(NULL, method, data, own, 0, &run_with, error), INNO_OK);
  int32_t done = 0;
  while (!done) assert_int_equal(inno_run_advance(run_with, 1, &done, error), INNO_OK);
  assert_int_equal(inno_run_finish(run_with, &r, error), INNO_OK);
  inno_run_destroy(run_with);
  inno_result_destroy(r);
  inno_result_destroy(kept);
  inno_frames_destroy(own);
}

static void runs_and_results(void **state) {
  (void)state;
  inno_run *r = run;
  inno_result *out = result;
  int32_t done = 1, marks[3];
  int64_t sources = 7;
  double x[3], number = 1.0;
  NULLED(inno_run_create(NULL, NULL, data, 0, &r, error));
  assert_null(r);
  NULLED(inno_run_create(NULL, method, NULL, 0, &r, error));
  NULLED(inno_run_create(NULL, method, data, 0, NULL, error));
  assert_int_equal(inno_run_create(NULL, method, data, 4, &r, error), INNO_E_ARGUMENT);
  NULLED(inno_run_advance(NULL, 1, &done, error));
  assert_int_equal(done, 0);
  NULLED(inno_run_advance(run, 1, NULL, error));
  assert_int_equal(inno_run_advance(run, 0, &done, error), INNO_E_ARGUMENT);
  NULLED(inno_run_finish(NULL, &out, error));
  NULLED(inno_run_finish(run, NULL, error));
  assert_int_equal(inno_run_finish(run, &out, error), INNO_E_UNFINISHED);
  assert_null(out);
  NULLED(inno_result_create(NULL, NULL, data, 0, &out, error));
  NULLED(inno_result_create(NULL, method, NULL, 0, &out, error));
  NULLED(inno_result_create(NULL, method, data, 0, NULL, error));
  assert_int_equal(inno_result_unit_count(NULL) + inno_result_node_count(NULL) + inno_result_indicator_count(NULL), 0);
  assert_int_equal(inno_result_step_count(NULL) + inno_result_step(NULL, 0) + inno_result_node_level(NULL, 0), 0);
  assert_null(inno_result_unit_code(NULL, 0));
  assert_null(inno_result_unit_code(result, 3));
  assert_null(inno_result_node_code(NULL, 0));
  assert_null(inno_result_node_code(result, -1));
  assert_int_equal(inno_result_find_unit(NULL, "A"), -1);
  assert_int_equal(inno_result_find_unit(result, NULL), -1);
  assert_int_equal(inno_result_find_node(NULL, "x"), -1);
  assert_int_equal(inno_result_find_node(result, NULL), -1);
  assert_int_equal(inno_result_node_parent(NULL, 0), -1);
  NULLED(inno_result_scores(NULL, 0, x, 8, error));
  NULLED(inno_result_scores(result, 0, NULL, 8, error));
  assert_int_equal(inno_result_scores(result, 2, x, 8, error), INNO_E_ARGUMENT);
  NULLED(inno_result_ranks(NULL, 0, NULL, x, 8, error));
  NULLED(inno_result_ranks(result, 0, NULL, NULL, 8, error));
  NULLED(inno_result_coverage(NULL, 0, x, 8, error));
  NULLED(inno_result_coverage(result, 0, NULL, 8, error));
  NULLED(inno_result_values(NULL, 0, 0, x, 8, error));
  NULLED(inno_result_values(result, 0, 0, NULL, 8, error));
  assert_int_equal(inno_result_values(result, 99, 0, x, 8, error), INNO_E_ARGUMENT);
  NULLED(inno_result_marks(NULL, 0, 0, marks, error));
  NULLED(inno_result_marks(result, 0, 0, NULL, error));
  assert_int_equal(inno_result_marks(result, 0, 1, marks, error), INNO_E_ARGUMENT);
  NULLED(inno_result_imputation_sources(NULL, 0, 0, &sources, error));
  NULLED(inno_result_imputation_sources(result, 0, 0, NULL, error));
  assert_int_equal(inno_result_imputation_sources(result, 0, 1, &sources, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_result_record_count(NULL, INNO_RECORD_WEIGHT), 0);
  assert_int_equal(inno_result_record_count(result, 12345), 0);
  NULLED(inno_result_record(NULL, INNO_RECORD_WEIGHT, 0, INNO_FIELD_NODE, &number, error));
  assert_true(isnan(number));
  NULLED(inno_result_record(result, INNO_RECORD_WEIGHT, 0, INNO_FIELD_NODE, NULL, error));
  assert_int_equal(inno_result_record(result, INNO_RECORD_WEIGHT, 0, INNO_FIELD_SKEWNESS, &number, error), INNO_E_KEY);
  assert_int_equal(inno_result_record(result, INNO_RECORD_WEIGHT, 99, INNO_FIELD_NODE, &number, error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_result_record(result, 3, 0, INNO_FIELD_NODE, &number, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_field_count(3), 0);
  assert_int_equal(inno_field_info(INNO_RECORD_FRAME, 0, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_field_info(INNO_RECORD_FRAME, 99, NULL, NULL, NULL), INNO_E_ARGUMENT);
}

/* The error is optional everywhere: the statuses are the same without it. */
static void without_an_error(void **state) {
  (void)state;
  double x[3];
  assert_int_equal(inno_indicator_set_add(NULL, "a", NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_dataset_add_column(data, "x", values, 8, NULL), INNO_E_DUPLICATE);
  assert_int_equal(inno_scheme_set_text(scheme, NULL, INNO_KEY_NORMALIZE_RULE, "nonsense", NULL), INNO_E_RULE);
  assert_int_equal(inno_result_ranks(result, 0, "nowhere", x, 8, NULL), INNO_E_MISSING_GROUP);
}

static void texts_and_fingerprints(void **state) {
  (void)state;
  static char text[1 << 14];
  char hex[INNO_FINGERPRINT_BYTES] = "as before";
  int64_t needed = 7;
  inno_method *out = method;
  NULLED(inno_method_write_json(NULL, text, sizeof text, &needed, error));
  assert_int_equal(needed, 0);
  NULLED(inno_method_write_json(method, NULL, 1, NULL, error));
  assert_int_equal(inno_method_write_json(method, text, -1, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_method_write_json(method, NULL, 0, &needed, error), INNO_E_BUFFER);
  assert_int_equal(inno_method_write_json(method, text, needed, NULL, NULL), INNO_OK);
  NULLED(inno_method_read_json(NULL, text, needed - 1, NULL, error));
  NULLED(inno_method_read_json(NULL, NULL, 0, &out, error));
  assert_null(out);
  out = method;
  assert_int_equal(inno_method_read_json(NULL, text, -1, &out, error), INNO_E_ARGUMENT);
  assert_null(out);
  NULLED(inno_result_write_json(NULL, method, data, text, sizeof text, &needed, error));
  NULLED(inno_result_write_json(result, NULL, data, text, sizeof text, &needed, error));
  NULLED(inno_result_write_json(result, method, NULL, text, sizeof text, &needed, error));
  NULLED(inno_result_write_json(result, method, data, NULL, 1, &needed, error));
  assert_int_equal(inno_result_write_json(result, method, data, text, -1, NULL, error), INNO_E_ARGUMENT);
  NULLED(inno_dataset_fingerprint(NULL, hex, sizeof hex, error));
  NULLED(inno_dataset_fingerprint(data, NULL, 0, error));
  assert_int_equal(inno_dataset_fingerprint(data, hex, 64, error), INNO_E_BUFFER);
  assert_int_equal(inno_dataset_fingerprint(data, hex, -1, error), INNO_E_ARGUMENT);
  NULLED(inno_inputs_fingerprint(NULL, data, hex, sizeof hex, error));
  NULLED(inno_inputs_fingerprint(method, NULL, hex, sizeof hex, error));
  NULLED(inno_inputs_fingerprint(method, data, NULL, 65, error));
  assert_string_equal(hex, "as before");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(destroying_nothing),
      cmocka_unit_test(errors),
      cmocka_unit_test(sets),
      cmocka_unit_test(datasets),
      cmocka_unit_test(schemes),
      cmocka_unit_test(weights_and_methods),
      cmocka_unit_test(held_frames),
      cmocka_unit_test(runs_and_results),
      cmocka_unit_test(without_an_error),
      cmocka_unit_test(texts_and_fingerprints),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
