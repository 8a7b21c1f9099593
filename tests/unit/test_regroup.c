/* Regrouping of units: sums, means, ratios and splits by hand; both lists against each other; memory; the 34 provinces.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/csv.h"
#include "support/faults.h"

#define NA NAN

static inno_error *error;
static inno_dataset *old;
static inno_regrouping *map;
static const char *const codes[] = {"A", "B", "C", "D", "E"};

/* A and C go into X, B stays, D and E go into Y. */
static int setup(void **state) {
  const double people[] = {100, 50, 300, 10, 30}, patents[] = {7, 3, 5, 0, 8}, rate[] = {99, 98, 97, 96, 95};
  const double score[] = {60, 55, 40, 0.1, 0.1}, gap[] = {1, 2, NA, NA, NA};
  static const char *const region[] = {"north", "south", "north", "south", "south"};
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 5, codes, &old, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(old, "people", people, 8, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(old, "patents", patents, 8, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(old, "rate", rate, 8, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(old, "score", score, 8, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(old, "gap", gap, 8, error), INNO_OK);
  assert_int_equal(inno_dataset_add_group(old, "region", region, error), INNO_OK);
  assert_int_equal(inno_regrouping_create(NULL, &map, error), INNO_OK);
  return 0;
}

static int teardown(void **state) {
  (void)state;
  inno_regrouping_destroy(map);
  inno_dataset_destroy(old);
  inno_error_destroy(error);
  return 0;
}

static void put(const char *from, const char *to, double share) {
  assert_int_equal(inno_regrouping_add(map, from, to, share, error), INNO_OK);
}

static void usual_map(void) {
  put("E", "Y", 1.0); /* in any order */
  put("A", "X", 1.0);
  put("B", "B", 1.0);
  put("C", "X", 1.0);
  put("D", "Y", 1.0);
}

static void usual_rules(int32_t missing) {
  assert_int_equal(inno_regrouping_sum(map, "people", missing, error), INNO_OK);
  assert_int_equal(inno_regrouping_sum(map, "gap", missing, error), INNO_OK);
  assert_int_equal(inno_regrouping_leave_out(map, "patents", error), INNO_OK);
  assert_int_equal(inno_regrouping_ratio(map, "rate", "patents", "people", 1000.0, missing, error), INNO_OK);
  assert_int_equal(inno_regrouping_mean(map, "score", "people", missing, error), INNO_OK);
}

static inno_dataset *regroup(void) {
  inno_dataset *out = NULL;
  if (inno_dataset_regroup(NULL, old, map, &out, error) != INNO_OK) fail_msg("%s", inno_error_message(error));
  return out;
}

static void check(const inno_dataset *d, const char *column, const double *want) {
  double got[8];
  int64_t n = inno_dataset_unit_count(d);
  assert_int_equal(inno_dataset_column(d, column, got, 8, error), INNO_OK);
  for (int i = 0; i < n; i++)
    if (!(got[i] == want[i] || (got[i] != got[i] && want[i] != want[i])))
      fail_msg("%s of %s: got %.17g, expected %.17g", column, inno_dataset_unit_code(d, i), got[i], want[i]);
}

static void refused(inno_status status, const char *words) {
  inno_dataset *out = old;
  assert_int_equal(inno_dataset_regroup(NULL, old, map, &out, error), status);
  assert_null(out);
  if (strstr(inno_error_message(error), words) == NULL) fail_msg("no '%s' in: %s", words, inno_error_message(error));
}

/* ---- figures ---- */

/* Order of the map: Y, X, B. Ratios from sums: 8/40, 12/400, 3/50 per thousand; never a mean of 96 and 95. Mean of X:
 * (60*100 + 40*300) / 400. Two equal scores of 0.1 give 0.1 to the bit. */
static void amounts_are_summed_means_weighted_ratios_computed_anew(void **state) {
  const double people[] = {40, 400, 50}, rate[] = {8 / (40 / 1000.0), 12 / (400 / 1000.0), 3 / (50 / 1000.0)};
  const double score[] = {0.1, 45, 55}, gap[] = {NA, NA, 2};
  (void)state;
  usual_map();
  usual_rules(INNO_REGROUP_MISSING);
  inno_dataset *d = regroup();
  assert_int_equal(inno_dataset_unit_count(d), 3);
  assert_string_equal(inno_dataset_unit_code(d, 0), "Y");
  assert_string_equal(inno_dataset_unit_code(d, 2), "B");
  assert_int_equal(inno_dataset_column_count(d), 4);
  assert_string_equal(inno_dataset_column_code(d, 1), "rate"); /* the order of the columns stays */
  check(d, "people", people);
  check(d, "rate", rate);
  check(d, "score", score);
  check(d, "gap", gap);
  inno_dataset_destroy(d);
}

static void what_is_there_is_taken_only_when_asked_for_and_can_be_told(void **state) {
  const double gap[] = {NA, 1, 2};
  int64_t parts, missing;
  (void)state;
  usual_map();
  usual_rules(INNO_REGROUP_AVAILABLE);
  inno_dataset *d = regroup();
  check(d, "gap", gap);
  inno_dataset_destroy(d);
  assert_int_equal(inno_regrouping_parts(map, old, "gap", "X", 0, &parts, &missing, error), INNO_OK);
  assert_int_equal(parts, 2);
  assert_int_equal(missing, 1);
  assert_int_equal(inno_regrouping_parts(map, old, "rate", "Y", 0, &parts, &missing, error), INNO_OK);
  assert_int_equal(parts, 2);
  assert_int_equal(missing, 0);
  assert_int_equal(inno_regrouping_parts(map, old, "patents", "Y", 0, &parts, &missing, error), INNO_E_CODE);
  assert_int_equal(inno_regrouping_parts(map, old, "gap", "A", 0, &parts, &missing, error), INNO_E_CODE);
  assert_int_equal(parts, 0);
}

/* A quarter of C goes to B: 75 people, 1.25 patents. A mean of pieces is weighted by the pieces. */
static void a_unit_may_be_split_by_shares(void **state) {
  const double people[] = {100 + 0.75 * 300, 50 + 0.25 * 300, 40};
  const double rate[] = {(7 + 0.75 * 5) / (325 / 1000.0), (3 + 0.25 * 5) / (125 / 1000.0), 8 / (40 / 1000.0)};
  const double score[] = {(60.0 * 100 + 40.0 * 225) / 325, (55.0 * 50 + 40.0 * 75) / 125, 0.1};
  (void)state;
  put("A", "X", 1.0), put("B", "B", 1.0), put("C", "B", 0.25), put("C", "X", 0.75), put("D", "Y", 1.0);
  put("E", "Y", 1.0);
  usual_rules(INNO_REGROUP_MISSING);
  assert_int_equal(inno_regrouping_leave_out_group(map, "region", error), INNO_OK);
  inno_dataset *d = regroup();
  check(d, "people", people);
  check(d, "rate", rate);
  check(d, "score", score);
  inno_dataset_destroy(d);
}

/* 63 units of 0.1 in another order of the map: the same bits, because sums follow the old units. */
static void the_order_of_the_map_changes_no_bit(void **state) {
  double a[3], b[3];
  (void)state;
  usual_map();
  assert_int_equal(inno_regrouping_sum(map, NULL, INNO_REGROUP_MISSING, error), INNO_OK);
  inno_dataset *d = regroup();
  inno_dataset_column(d, "rate", a, 8, error);
  inno_dataset_destroy(d);
  inno_regrouping_destroy(map);
  inno_regrouping_create(NULL, &map, error);
  put("D", "Y", 1.0), put("C", "X", 1.0), put("B", "B", 1.0), put("E", "Y", 1.0), put("A", "X", 1.0);
  inno_regrouping_sum(map, NULL, INNO_REGROUP_MISSING, error);
  d = regroup();
  inno_dataset_column(d, "rate", b, 8, error);
  inno_dataset_destroy(d);
  assert_memory_equal(a, b, sizeof a);
}

static void a_zero_denominator_is_missing_and_a_list_sets_the_order(void **state) {
  const double zero[] = {0, 0, 0, 0, 1}, none[] = {NA, NA, 8};
  (void)state;
  assert_int_equal(inno_dataset_add_column(old, "zero", zero, 8, error), INNO_OK);
  usual_map();
  assert_int_equal(inno_regrouping_ratio(map, "rate", "patents", "zero", 1.0, INNO_REGROUP_MISSING, error), INNO_OK);
  assert_int_equal(inno_regrouping_leave_out(map, NULL, error), INNO_OK);
  assert_int_equal(inno_regrouping_expect(map, "B", error), INNO_OK);
  assert_int_equal(inno_regrouping_expect(map, "X", error), INNO_OK);
  assert_int_equal(inno_regrouping_expect(map, "Y", error), INNO_OK);
  inno_dataset *d = regroup();
  assert_int_equal(inno_dataset_column_count(d), 1);
  assert_string_equal(inno_dataset_unit_code(d, 0), "B");
  check(d, "rate", none);
  inno_dataset_destroy(d);
}

/* Carried-over groups are those of the old units: ranks inside regions of the new dataset. */
static void groups_are_carried_over(void **state) {
  inno_indicator_set *set = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  double rank[3];
  const double want[] = {2, 1, 1}; /* Y 40 and B 50 in the south, X 400 alone */
  (void)state;
  usual_map();
  usual_rules(INNO_REGROUP_MISSING);
  inno_dataset *d = regroup();
  inno_indicator_set_create(NULL, &set, error);
  inno_indicator_set_add(set, "index", NULL, error);
  inno_indicator_set_add(set, "people", "index", error);
  inno_indicator_set_freeze(set, error);
  assert_int_equal(inno_method_create(NULL, set, NULL, NULL, 0, &method, error), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, d, INNO_KEEP_ALL, &result, error), INNO_OK);
  assert_int_equal(inno_result_ranks(result, 1, "region", rank, 8, error), INNO_OK);
  assert_memory_equal(rank, want, sizeof rank);
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  inno_dataset_destroy(d);
}

/* Two years: in the second C has no figure and B is in another region. Every period by itself. */
static void every_period_is_regrouped_by_itself(void **state) {
  const double years[] = {2024, 2025}, x[] = {1, 2, 3, 4, 5, 10, 20, NA, 40, 50}, want[] = {4, 2, 9, NA, 20, 90};
  static const char *const region[] = {"n", "s", "n", "s", "s", "n", "n", "n", "s", "s"};
  double got[6];
  int64_t parts, missing;
  (void)state;
  inno_dataset_destroy(old);
  assert_int_equal(inno_dataset_create_panel(NULL, 5, codes, 2, years, &old, error), INNO_OK);
  inno_dataset_add_column(old, "x", x, 8, error);
  inno_dataset_add_group(old, "region", region, error);
  put("A", "X", 1.0), put("B", "B", 1.0), put("C", "X", 1.0), put("D", "Y", 1.0), put("E", "Y", 1.0);
  inno_regrouping_sum(map, "x", INNO_REGROUP_MISSING, error);
  inno_dataset *d = regroup();
  assert_int_equal(inno_dataset_unit_count(d), 3);
  assert_int_equal(inno_dataset_period_count(d), 2);
  assert_true(inno_dataset_period(d, 1) == 2025.0);
  assert_int_equal(inno_dataset_column(d, "x", got, 8, error), INNO_OK);
  for (int i = 0; i < 6; i++) assert_true(got[i] == want[i] || (isnan(got[i]) && isnan(want[i])));
  assert_int_equal(inno_regrouping_parts(map, old, "x", "X", 0, &parts, &missing, error), INNO_OK);
  assert_int_equal(missing, 0);
  assert_int_equal(inno_regrouping_parts(map, old, "x", "X", 1, &parts, &missing, error), INNO_OK);
  assert_int_equal(missing, 1);
  assert_int_equal(inno_regrouping_parts(map, old, "x", "X", 2, &parts, &missing, error), INNO_E_ARGUMENT);
  inno_dataset_destroy(d);
}

/* ---- refusals ---- */

static void both_lists_are_checked(void **state) {
  (void)state;
  usual_rules(INNO_REGROUP_MISSING);
  put("A", "X", 1.0), put("Q", "X", 1.0), put("R", "X", 1.0);
  refused(INNO_E_CODE, "2 old units of the map are not in the dataset: 'Q', 'R'");
  assert_string_equal(inno_error_unit(error), "Q");
  inno_regrouping_destroy(map);
  inno_regrouping_create(NULL, &map, error);
  usual_rules(INNO_REGROUP_MISSING);
  put("A", "X", 1.0), put("D", "X", 1.0);
  refused(INNO_E_CODE, "3 units of the dataset are not in the map: 'B', 'C', 'E'");
  put("B", "B", 1.0), put("C", "X", 1.0), put("E", "Y", 0.7);
  refused(INNO_E_VALUE, "the shares of 'E' sum to 0.7");
  put("E", "X", 0.3), put("A", "Y", 1.0);
  refused(INNO_E_VALUE, "the shares of 'A' sum to 2");
}

static void new_units_must_be_those_expected(void **state) {
  (void)state;
  usual_map();
  usual_rules(INNO_REGROUP_MISSING);
  inno_regrouping_expect(map, "X", error);
  inno_regrouping_expect(map, "Z", error);
  inno_regrouping_expect(map, "B", error);
  refused(INNO_E_CODE, "1 expected new units have no old one: 'Z'");
  inno_regrouping_destroy(map);
  inno_regrouping_create(NULL, &map, error);
  usual_map();
  usual_rules(INNO_REGROUP_MISSING);
  inno_regrouping_expect(map, "X", error);
  refused(INNO_E_CODE, "2 new units of the map are not on the expected list: 'Y', 'B'");
  assert_int_equal(inno_regrouping_expect(map, "X", error), INNO_E_DUPLICATE);
}

static void every_column_needs_a_rule_that_can_be_done(void **state) {
  const double negative[] = {1, 1, -2, 1, 1}, zero[] = {0, 1, 0, 1, 1};
  (void)state;
  usual_map();
  assert_int_equal(inno_regrouping_sum(map, "people", INNO_REGROUP_MISSING, error), INNO_OK);
  refused(INNO_E_MISSING_PARAMETER, "4 columns have no regrouping rule: 'patents', 'rate', 'score', 'gap'");
  assert_string_equal(inno_error_node(error), "patents");
  assert_int_equal(inno_regrouping_leave_out(map, NULL, error), INNO_OK);
  assert_int_equal(inno_regrouping_mean(map, "score", "nothing", INNO_REGROUP_MISSING, error), INNO_OK);
  refused(INNO_E_MISSING_COLUMN, "'score' needs the column 'nothing'");
  inno_dataset_add_column(old, "nothing", negative, 8, error);
  refused(INNO_E_WEIGHTS, "the weight 'nothing' of unit 'C' for 'score' is -2");
  assert_int_equal(inno_regrouping_mean(map, "gap", "zero", INNO_REGROUP_AVAILABLE, error), INNO_OK);
  inno_dataset_add_column(old, "zero", zero, 8, error);
  refused(INNO_E_WEIGHTS, "-2");
  assert_int_equal(inno_regrouping_ratio(map, "rate", "score", "people", 1.0, INNO_REGROUP_MISSING, error), INNO_OK);
  refused(INNO_E_ORDER, "'rate' is a ratio with 'score', which is not summed");
  assert_int_equal(inno_regrouping_sum(map, "ghost", INNO_REGROUP_MISSING, error), INNO_OK);
  refused(INNO_E_CODE, "no such column");
  assert_string_equal(inno_error_node(error), "ghost");
}

static void weights_may_not_all_be_zero(void **state) {
  const double zero[] = {0, 1, 0, 1, 1};
  (void)state;
  usual_map();
  inno_dataset_add_column(old, "zero", zero, 8, error);
  inno_regrouping_leave_out(map, NULL, error);
  assert_int_equal(inno_regrouping_mean(map, "score", "zero", INNO_REGROUP_MISSING, error), INNO_OK);
  refused(INNO_E_WEIGHTS, "of unit 'X' for 'score' is 0");
}

static void groups_must_agree(void **state) {
  (void)state;
  put("A", "X", 1.0), put("B", "X", 1.0), put("C", "X", 1.0), put("D", "Y", 1.0), put("E", "Y", 1.0);
  usual_rules(INNO_REGROUP_MISSING);
  refused(INNO_E_DOMAIN, "'A' and 'B', both of 'X', are in different groups of 'region'");
  assert_int_equal(inno_regrouping_leave_out_group(map, "region", error), INNO_OK);
  inno_dataset_destroy(regroup());
  assert_int_equal(inno_regrouping_leave_out_group(map, "climate", error), INNO_OK);
  refused(INNO_E_MISSING_GROUP, "climate");
}

static void a_sum_beyond_a_double_is_refused(void **state) {
  const double huge[] = {1.7e308, 1, 1.7e308, 1, 1};
  (void)state;
  usual_map();
  inno_dataset_add_column(old, "huge", huge, 8, error);
  inno_regrouping_sum(map, NULL, INNO_REGROUP_MISSING, error);
  refused(INNO_E_OVERFLOW, "'huge' of unit 'X'");
}

static void wrong_arguments(void **state) {
  inno_dataset *out = old;
  int64_t parts = 7, missing = 7;
  (void)state;
  assert_int_equal(inno_regrouping_create(NULL, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_add(NULL, "A", "X", 1.0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_add(map, NULL, "X", 1.0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_add(map, "A", NULL, 1.0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_add(map, "A", "", 1.0, error), INNO_E_TEXT);
  assert_int_equal(inno_regrouping_add(map, "A", "X", 0.0, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_regrouping_add(map, "A", "X", 1.5, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_regrouping_add(map, "A", "X", NA, error), INNO_E_ARGUMENT);
  put("A", "X", 0.5);
  assert_int_equal(inno_regrouping_add(map, "A", "X", 0.5, error), INNO_E_DUPLICATE);
  assert_string_equal(inno_error_unit(error), "A");
  assert_int_equal(inno_regrouping_expect(NULL, "X", error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_expect(map, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_sum(NULL, "x", 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_sum(map, "x", 2, error), INNO_E_RULE);
  assert_int_equal(inno_regrouping_sum(map, "x", 0, error), INNO_OK);
  assert_int_equal(inno_regrouping_leave_out(map, "x", error), INNO_E_DUPLICATE);
  assert_int_equal(inno_regrouping_sum(map, NULL, 0, error), INNO_OK);
  assert_int_equal(inno_regrouping_leave_out(map, NULL, error), INNO_E_DUPLICATE);
  assert_int_equal(inno_regrouping_leave_out(NULL, "y", error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_mean(map, NULL, "w", 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_mean(map, "y", NULL, 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_mean(NULL, "y", "w", 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_ratio(map, "y", "a", "b", 0.0, 0, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_regrouping_ratio(map, "y", "a", "b", INFINITY, 0, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_regrouping_ratio(map, NULL, "a", "b", 1.0, 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_ratio(map, "y", NULL, "b", 1.0, 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_ratio(map, "y", "a", NULL, 1.0, 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_ratio(NULL, "y", "a", "b", 1.0, 0, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_leave_out_group(NULL, "g", error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_leave_out_group(map, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_dataset_regroup(NULL, NULL, map, &out, error), INNO_E_NULL);
  assert_null(out);
  assert_int_equal(inno_dataset_regroup(NULL, old, NULL, &out, error), INNO_E_NULL);
  assert_int_equal(inno_dataset_regroup(NULL, old, map, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_parts(NULL, old, "x", "X", 0, &parts, &missing, error), INNO_E_NULL);
  assert_int_equal(parts + missing, 0);
  assert_int_equal(inno_regrouping_parts(map, NULL, "x", "X", 0, &parts, &missing, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_parts(map, old, NULL, "X", 0, &parts, &missing, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_parts(map, old, "x", NULL, 0, &parts, &missing, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_parts(map, old, "x", "X", 0, NULL, &missing, error), INNO_E_NULL);
  assert_int_equal(inno_regrouping_parts(map, old, "x", "X", 0, &parts, NULL, error), INNO_E_NULL);
  inno_regrouping_destroy(NULL);
}

/* ---- memory: every allocation fails once ---- */

static inno_status once(const inno_allocator *a) {
  inno_regrouping *r = NULL;
  inno_dataset *out = NULL;
  inno_status s = inno_regrouping_create(a, &r, NULL);
  for (int i = 0; i < 5 && s == INNO_OK; i++) s = inno_regrouping_add(r, codes[i], i == 1 ? "B" : "X", 1.0, NULL);
  if (s == INNO_OK) s = inno_regrouping_expect(r, "X", NULL);
  if (s == INNO_OK) s = inno_regrouping_expect(r, "B", NULL);
  if (s == INNO_OK) s = inno_regrouping_mean(r, "score", "people", 0, NULL);
  if (s == INNO_OK) s = inno_regrouping_sum(r, NULL, 0, NULL);
  if (s == INNO_OK) s = inno_regrouping_leave_out_group(r, "region", NULL);
  if (s == INNO_OK) s = inno_dataset_regroup(a, old, r, &out, NULL);
  if (s != INNO_OK) assert_null(out);
  inno_dataset_destroy(out);
  inno_regrouping_destroy(r);
  return s;
}

static void every_allocation_failing(void **state) {
  (void)state;
  faults turn = {0};
  while (faults_again(&turn)) faults_said(&turn, once(&turn.allocator));
  assert_true(turn.permitted > 20 && turn.permitted < 500);
}

/* ---- the provinces ---- */

/* 63 provinces with 1, 2, 3 ... people and one patent each become 34; checked by adding up the file itself. */
static void sixty_three_provinces_become_thirty_four(void **state) {
  csv t;
  const char *olds[64];
  double people[64], patents[64], sums[64], counts[64], rates[64];
  int whole = 0, merged = 0;
  (void)state;
  assert_true(csv_read(&t, INNO_SOURCE_DIR "/examples/data/provinces/map_2025.csv"));
  int from = csv_column(&t, "unit"), to = csv_column(&t, "new_unit"), name = csv_column(&t, "new_name");
  assert_int_equal(t.rows, 63);
  inno_dataset_destroy(old);
  for (int r = 0; r < 63; r++) {
    olds[r] = csv_text(&t, r, from);
    people[r] = r + 1.0;
    patents[r] = 1.0;
    put(olds[r], csv_text(&t, r, to), 1.0);
  }
  assert_int_equal(inno_dataset_create(NULL, 63, olds, &old, error), INNO_OK);
  inno_dataset_add_column(old, "people", people, 8, error);
  inno_dataset_add_column(old, "patents", patents, 8, error);
  inno_dataset_add_column(old, "rate", people, 8, error);
  inno_regrouping_sum(map, NULL, INNO_REGROUP_MISSING, error);
  assert_int_equal(inno_regrouping_ratio(map, "rate", "patents", "people", 100.0, 0, error), INNO_OK);
  inno_dataset *d = regroup();
  assert_int_equal(inno_dataset_unit_count(d), 34);
  inno_dataset_column(d, "people", sums, 8, error);
  inno_dataset_column(d, "patents", counts, 8, error);
  inno_dataset_column(d, "rate", rates, 8, error);
  for (int u = 0; u < 34; u++) {
    double sum = 0.0, count = 0.0;
    const char *first_name = NULL;
    for (int r = 0; r < 63; r++) {
      if (strcmp(csv_text(&t, r, to), inno_dataset_unit_code(d, u)) != 0) continue;
      sum += people[r];
      count += 1.0;
      if (first_name == NULL) first_name = csv_text(&t, r, name);
      assert_string_equal(csv_text(&t, r, name), first_name);
    }
    assert_true(sums[u] == sum && counts[u] == count && rates[u] == count / (sum / 100.0));
    whole += count == 1.0;
    merged += count > 1.0;
  }
  assert_int_equal(whole, 11);
  assert_int_equal(merged, 23);
  /* by hand: Phú Thọ = Phú Thọ + Vĩnh Phúc + Hòa Bình; An Giang = An Giang + Kiên Giang, the last two rows */
  assert_true(sums[33] == 62.0 + 63.0 && counts[33] == 2.0);
  int64_t parts, missing;
  assert_int_equal(inno_regrouping_parts(map, old, "people", "PTH", 0, &parts, &missing, error), INNO_OK);
  assert_int_equal(parts, 3);
  assert_int_equal(missing, 0);
  inno_dataset_destroy(d);
  csv_free(&t);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(amounts_are_summed_means_weighted_ratios_computed_anew),
      TEST(what_is_there_is_taken_only_when_asked_for_and_can_be_told),
      TEST(a_unit_may_be_split_by_shares),
      TEST(the_order_of_the_map_changes_no_bit),
      TEST(a_zero_denominator_is_missing_and_a_list_sets_the_order),
      TEST(groups_are_carried_over),
      TEST(every_period_is_regrouped_by_itself),
      TEST(both_lists_are_checked),
      TEST(new_units_must_be_those_expected),
      TEST(every_column_needs_a_rule_that_can_be_done),
      TEST(weights_may_not_all_be_zero),
      TEST(groups_must_agree),
      TEST(a_sum_beyond_a_double_is_refused),
      TEST(wrong_arguments),
      TEST(every_allocation_failing),
      TEST(sixty_three_provinces_become_thirty_four),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
