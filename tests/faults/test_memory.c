/* Out of memory at every allocation of every function that allocates: a status, nothing half made, nothing lost, all
 * sizes right. */
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/faults.h"

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_scheme *steps[7];
  inno_weights *weights;
  inno_method *method;
  inno_run *run;
  inno_result *result, *held;
  inno_frames *frames, *read;
} everything;

static const char *const units[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
static const char *const labels[] = {"x", "x", "y", "y", "x", NULL, "y", ""};

static inno_status make_set(const inno_allocator *a, everything *e) {
  char code[8] = "i00";
  inno_status s = inno_indicator_set_create(a, &e->set, NULL);
  if (s == INNO_OK) s = inno_indicator_set_add(e->set, "index", NULL, NULL);
  if (s == INNO_OK) s = inno_indicator_set_add(e->set, "p", "index", NULL);
  if (s == INNO_OK) s = inno_indicator_set_add(e->set, "q", "index", NULL);
  for (int j = 0; j < 70 && s == INNO_OK; j++) {
    code[1] = (char)('0' + j / 10);
    code[2] = (char)('0' + j % 10);
    s = inno_indicator_set_add(e->set, code, j % 2 ? "p" : "q", NULL);
  }
  if (s == INNO_OK) s = inno_indicator_set_denominator(e->set, "i00", "d", 10.0, NULL);
  return s == INNO_OK ? inno_indicator_set_freeze(e->set, NULL) : s;
}

/* All of a matrix or nothing, wherever memory ends. */
static inno_status add_matrix(inno_dataset *data) {
  static const char *const codes[] = {"m0", "m1", "m2"};
  static const double m[3][8] = {{1.0, 2.0}, {3.0}, {4.0}};
  int64_t before = inno_dataset_column_count(data);
  inno_status s = inno_dataset_add_columns(data, codes, 3, m[0], sizeof m[0][0], sizeof m[0], NULL);
  assert_true(inno_dataset_column_count(data) == before + (s == INNO_OK ? 3 : 0));
  assert_true((inno_dataset_find_column(data, "m0") >= 0) == (s == INNO_OK));
  return s;
}

static inno_status make_data(const inno_allocator *a, everything *e) {
  char code[8] = "i00";
  double x[8];
  inno_status s = inno_dataset_create(a, 8, units, &e->data, NULL);
  for (int j = 0; j < 70 && s == INNO_OK; j++) {
    code[1] = (char)('0' + j / 10);
    code[2] = (char)('0' + j % 10);
    for (int i = 0; i < 8; i++) x[i] = i == 7 ? 1000.0 + j : (i * 7 + j) % 11 + 1.0;
    s = inno_dataset_add_column(e->data, code, x, sizeof *x, NULL);
  }
  if (s == INNO_OK) s = inno_dataset_add_column(e->data, "d", x, sizeof *x, NULL);
  if (s == INNO_OK) s = add_matrix(e->data);
  return s == INNO_OK ? inno_dataset_add_group(e->data, "g", labels, NULL) : s;
}

static inno_status make_schemes(const inno_allocator *a, everything *e) {
  static const int32_t kinds[] = {INNO_STEP_DENOMINATE, INNO_STEP_IMPUTE,    INNO_STEP_SCREEN, INNO_STEP_TREAT,
                                  INNO_STEP_NORMALIZE,  INNO_STEP_AGGREGATE, INNO_STEP_RANK};
  inno_status s = INNO_OK;
  for (int k = 0; k < 7 && s == INNO_OK; k++) s = inno_scheme_create(a, kinds[k], &e->steps[k], NULL);
  if (s == INNO_OK) s = inno_scheme_set_text(e->steps[1], NULL, INNO_KEY_IMPUTE_RULE, "group_median", NULL);
  if (s == INNO_OK) s = inno_scheme_set_text(e->steps[1], NULL, INNO_KEY_IMPUTE_GROUP, "g", NULL);
  if (s == INNO_OK) s = inno_scheme_set_i64(e->steps[2], "B", INNO_KEY_SCREEN_FORCE, INNO_FORCE_INCLUDE, NULL);
  if (s == INNO_OK) s = inno_scheme_set_text(e->steps[3], "i01", INNO_KEY_TREAT_RULES, "log_ct", NULL);
  if (s == INNO_OK) s = inno_scheme_set_f64(e->steps[4], "i02", INNO_KEY_NORMALIZE_UPPER, 50.0, NULL);
  if (s == INNO_OK) s = inno_scheme_set_level_text(e->steps[5], 2, INNO_KEY_AGGREGATE_RULE, "median", NULL);
  if (s == INNO_OK) s = inno_scheme_set_text(e->steps[5], "q", INNO_KEY_AGGREGATE_RULE, "benefit_of_doubt", NULL);
  if (s == INNO_OK) s = inno_scheme_set_f64(e->steps[5], "i02", INNO_KEY_AGGREGATE_OWN_SHARE_UPPER, 0.5, NULL);
  return s;
}

static inno_status make_frames(const inno_allocator *a, everything *e) {
  static char text[1 << 17];
  int64_t needed = 0;
  inno_status s = inno_frames_create_from_result(a, e->result, e->method, &e->frames, NULL);
  if (s == INNO_OK) s = inno_frames_write(e->frames, text, sizeof text, &needed, NULL);
  if (s == INNO_OK) s = inno_frames_read(a, text, needed - 1, &e->read, NULL);
  if (s == INNO_OK) s = inno_result_create_with_frames(a, e->method, e->data, e->read, INNO_KEEP_ALL, &e->held, NULL);
  return s;
}

/* Data with groups, in an order that must be sorted: fingerprints and the text of the result take scratch. */
static inno_status make_texts(const everything *e) {
  static char text[1 << 20];
  char hex[INNO_FINGERPRINT_BYTES];
  inno_status s = inno_dataset_fingerprint(e->data, hex, sizeof hex, NULL);
  if (s == INNO_OK) s = inno_inputs_fingerprint(e->method, e->data, hex, sizeof hex, NULL);
  if (s == INNO_OK) s = inno_result_write_json(e->result, e->method, e->data, text, sizeof text, NULL, NULL);
  return s;
}

static inno_status make_all(const inno_allocator *a, everything *e) {
  double out[8];
  inno_status s = make_set(a, e);
  if (s == INNO_OK) s = make_data(a, e);
  if (s == INNO_OK) s = make_schemes(a, e);
  if (s == INNO_OK) s = inno_weights_create_given(a, e->set, &e->weights, NULL);
  if (s == INNO_OK) {
    inno_weights *equal = NULL;
    s = inno_weights_create_equal(a, e->set, &equal, NULL);
    inno_weights_destroy(equal);
  }
  if (s == INNO_OK)
    s = inno_method_create(a, e->set, e->weights, (const inno_scheme *const *)e->steps, 7, &e->method, NULL);
  if (s == INNO_OK) {
    inno_method *usual = NULL;
    s = inno_method_create(a, e->set, NULL, NULL, 0, &usual, NULL);
    inno_method_destroy(usual);
  }
  if (s == INNO_OK) s = inno_run_create(a, e->method, e->data, INNO_KEEP_ALL, &e->run, NULL);
  if (s == INNO_OK) s = inno_result_create(a, e->method, e->data, INNO_KEEP_ALL, &e->result, NULL);
  if (s == INNO_OK) s = make_frames(a, e);
  if (s == INNO_OK) s = make_texts(e);
  if (s == INNO_OK) s = inno_result_ranks(e->result, 0, "g", out, sizeof *out, NULL);
  return s;
}

static void destroy_all(everything *e) {
  inno_result_destroy(e->result);
  inno_result_destroy(e->held);
  inno_frames_destroy(e->frames);
  inno_frames_destroy(e->read);
  inno_run_destroy(e->run);
  inno_method_destroy(e->method);
  inno_weights_destroy(e->weights);
  for (int k = 0; k < 7; k++) inno_scheme_destroy(e->steps[k]);
  inno_dataset_destroy(e->data);
  inno_indicator_set_destroy(e->set);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  faults turn = {0};
  while (faults_again(&turn)) {
    everything e;
    memset(&e, 0, sizeof e);
    faults_said(&turn, make_all(&turn.allocator, &e));
    destroy_all(&e);
  }
  assert_true(turn.permitted > 100);
}

/* Advancing a run takes no memory: it works with an allocator that has none left. */
static void advancing_never_allocates(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  everything e;
  memset(&e, 0, sizeof e);
  assert_int_equal(make_all(&a, &e), INNO_OK);
  int64_t calls = counter.calls;
  int32_t done = 0;
  counter.permitted = 0;
  while (!done) assert_int_equal(inno_run_advance(e.run, 1, &done, NULL), INNO_OK);
  inno_result *result = NULL;
  assert_int_equal(inno_run_finish(e.run, &result, NULL), INNO_OK);
  assert_int_equal(counter.calls, calls);
  inno_result_destroy(result);
  destroy_all(&e);
  assert_int_equal(counter.live_blocks, 0);
}

static void an_error_object_may_not_come_to_be(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno_error *none = NOT_AN_OBJECT;
  counter.permitted = 0;
  assert_int_equal(inno_error_create(&a, &none), INNO_E_NOMEM);
  assert_null(none);
  inno_allocator half = {a.allocate, NULL, NULL};
  assert_int_equal(inno_error_create(&half, &none), INNO_E_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(advancing_never_allocates),
      cmocka_unit_test(an_error_object_may_not_come_to_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
