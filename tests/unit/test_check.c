/* The self-check, rule by rule, on columns small enough to see through. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/analysis.h"
#include "support/golden.h"

enum { UNITS = 12 };

typedef struct {
  const char *code;
  double x[UNITS];
} column;

static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
/* plain figures around 100, a count per people, and people */
static const column plain = {"plain", {98, 103, 91, 110, 120, 87, 95, 101, 99, 105, 116, 93}};
static const column staff = {"staff", {52, 61, 47, 55, 70, 49, 58, 66, 44, 53, 59, 63}};
static const column people = {"people", {1000, 1200, 900, 1100, 1500, 950, 1150, 1300, 850, 1050, 1250, 1400}};

static inno_error *error;
static inno_indicator_set *set;
static inno_method *method;

static int begin_with(const golden_step *steps) {
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &set, error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "index", NULL, error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "plain", "index", error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "staff", "index", error), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(set, "staff", "people", 100.0, error), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, error), INNO_OK);
  method = golden_method(set, steps);
  return 0;
}

static int begin(void **state) {
  static const golden_step steps[] = {{INNO_STEP_DENOMINATE, ""},
                                      {INNO_STEP_NORMALIZE, "rule=minmax"},
                                      {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                      {0, NULL}};
  (void)state;
  return begin_with(steps);
}

static int end(void **state) {
  (void)state;
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  return 0;
}

static inno_dataset *data_of(column a, column b, column c) {
  static const char *const labels[UNITS] = {"a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", NULL};
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &d, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, a.code, a.x, sizeof(double), error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, b.code, b.x, sizeof(double), error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, c.code, c.x, sizeof(double), error), INNO_OK);
  assert_int_equal(inno_dataset_add_group(d, "region", labels, error), INNO_OK);
  return d;
}

static column with(column c, int64_t unit, double value) {
  c.x[unit] = value;
  return c;
}

static inno_analysis *check(const inno_dataset *now, const inno_dataset *before, int64_t unit, const char *settings) {
  inno_analysis *a = NULL;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  if (inno_analysis_create_check(NULL, options, method, now, before, unit, &a, error) != INNO_OK)
    fail_msg("%s", inno_error_message(error));
  inno_scheme_destroy(options);
  return a;
}

static int64_t findings(const inno_analysis *a) { return inno_analysis_record_count(a, INNO_RECORD_FINDING); }

static double numbers(const inno_analysis *a, int64_t record, int32_t field) {
  return cell(a, INNO_RECORD_CHECK, record, field);
}

/* The only finding: what, of which column, of which unit; and both sentences, of which the first has the words. */
static void only(const inno_analysis *a, int32_t finding, const char *code, int64_t unit, const char *words) {
  char en[1000], vi[1000];
  assert_int_equal(findings(a), 1);
  assert_int_equal((int)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_FINDING), finding);
  assert_int_equal((int64_t)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_UNIT), unit);
  int64_t node = (int64_t)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_NODE);
  assert_string_equal(inno_analysis_node_code(a, node), code);
  assert_int_equal((int)numbers(a, 0, INNO_FIELD_FINDING), finding);
  assert_int_equal((int64_t)numbers(a, 0, INNO_FIELD_FINDING_RECORD), 0);
  assert_int_equal((int64_t)numbers(a, 0, INNO_FIELD_NODE), node);
  assert_int_equal((int64_t)numbers(a, 0, INNO_FIELD_UNIT), unit);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, en, sizeof en, NULL, NULL), INNO_OK);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_VI, vi, sizeof vi, NULL, NULL), INNO_OK);
  if (strstr(en, words) == NULL) fail_msg("no \"%s\" in: %s", words, en);
  assert_null(strchr(en, '?'));
  assert_null(strchr(vi, '?'));
}

/* One changed figure, checked with and without a year before; before NULL = none. */
static inno_analysis *one(column a, column b, column c, const inno_dataset *before, const char *settings) {
  inno_dataset *now = data_of(a, b, c);
  inno_analysis *found = check(now, before, -1, settings);
  inno_dataset_destroy(now);
  return found;
}

static void nothing_wrong(void **state) {
  (void)state;
  inno_dataset *d = data_of(plain, staff, people);
  inno_analysis *a = check(d, NULL, -1, "");
  assert_int_equal(findings(a), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHECK), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHECK_GAP), 0);
  assert_string_equal(inno_analysis_node_code(a, 3), "people");
  assert_null(inno_analysis_node_code(a, 4));
  inno_analysis_destroy(a);
  a = check(d, d, 4, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  inno_dataset_destroy(d);
}

static void zeros(void **state) {
  (void)state;
  inno_dataset *before = data_of(plain, staff, people);
  inno_analysis *a = one(with(plain, 2, 0.0), staff, people, NULL, "");
  only(a, INNO_FINDING_ZERO_RARE, "plain", 2, "which only 0% of its peers have (limit 5%)");
  assert_true(numbers(a, 0, INNO_FIELD_RATIO) == 0.0 && numbers(a, 0, INNO_FIELD_VALUE) == 0.0);
  inno_analysis_destroy(a);
  a = one(with(plain, 2, 0.0), staff, people, before, "");
  only(a, INNO_FINDING_ZERO_BEFORE, "plain", 2, "was 91 last year");
  assert_true(numbers(a, 0, INNO_FIELD_COMPARED_VALUE) == 91.0);
  assert_true(near(numbers(a, 0, INNO_FIELD_THRESHOLD), 0.1 * 100.0, 1e-15)); /* median of last year: 99 and 101 */
  inno_analysis_destroy(a);
  /* two of twelve: 1 of the 11 others is 9 % */
  a = one(with(with(plain, 2, 0.0), 5, 0.0), staff, people, NULL, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  a = one(with(with(plain, 2, 0.0), 5, 0.0), staff, people, NULL, "zero_share=0.1");
  assert_int_equal(findings(a), 2);
  inno_analysis_destroy(a);
  /* 0 in both years is 0 */
  inno_dataset *zero = data_of(with(plain, 2, 0.0), staff, people);
  a = check(zero, zero, -1, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  inno_dataset_destroy(zero);
  /* too few peers to ask: the group of u7 has five units */
  a = one(with(plain, 7, 0.0), staff, people, NULL, "group=region");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  a = one(with(plain, 7, 0.0), staff, people, NULL, "group=region;min_peers=4");
  only(a, INNO_FINDING_ZERO_RARE, "plain", 7, "0%");
  inno_analysis_destroy(a);
  inno_dataset_destroy(before);
}

static void forgotten(void **state) {
  (void)state;
  inno_dataset *before = data_of(plain, staff, people);
  inno_analysis *a = one(with(plain, 2, NAN), staff, people, before, "gap_places=1000");
  only(a, INNO_FINDING_FORGOTTEN, "plain", 2, "is missing, and was 91 last year");
  inno_analysis_destroy(a);
  a = one(with(plain, 2, NAN), staff, people, NULL, "gap_places=1000");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  inno_dataset_destroy(before);
}

static void ranges(void **state) {
  (void)state;
  inno_analysis *a = one(with(plain, 4, -12.0), staff, people, NULL, "");
  only(a, INNO_FINDING_NEGATIVE, "plain", 4, "is -12, and none of its peers is below 0");
  inno_analysis_destroy(a);
  a = one(with(plain, 4, 99.5), staff, people, NULL, "");
  only(a, INNO_FINDING_FRACTION, "plain", 4, "is 99.5, and all its peers have whole numbers");
  inno_analysis_destroy(a);
  a = one(with(plain, 4, 99.001), staff, people, NULL, ""); /* not 99 */
  only(a, INNO_FINDING_FRACTION, "plain", 4, "is 99.001, and all its peers have whole numbers");
  inno_analysis_destroy(a);
  a = one(with(plain, 4, 119.00002), staff, people, NULL, "plain.possible_upper=119.00001;gap_places=1000");
  only(a, INNO_FINDING_IMPOSSIBLE, "plain", 4, "is 119.00002, which is beyond 119.00001 and cannot be");
  inno_analysis_destroy(a);
  a = one(plain, staff, people, NULL, "plain.possible_upper=119;staff.possible_lower=0");
  only(a, INNO_FINDING_IMPOSSIBLE, "plain", 4, "is 120, which is beyond 119 and cannot be");
  assert_int_equal((int)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_SEVERITY), 3);
  inno_analysis_destroy(a);
  a = one(plain, staff, people, NULL, "plain.possible_lower=88;people.possible_upper=2000");
  only(a, INNO_FINDING_IMPOSSIBLE, "plain", 5, "is 87, which is beyond 88");
  inno_analysis_destroy(a);
}

static void goalposts(void **state) {
  static const golden_step steps[] = {{INNO_STEP_DENOMINATE, ""},
                                      {INNO_STEP_NORMALIZE, "rule=goalposts;lower=3;upper=118"},
                                      {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                      {0, NULL}};
  (void)state;
  begin_with(steps);
  inno_analysis *a = one(plain, staff, people, NULL, "");
  only(a, INNO_FINDING_GOALPOST, "plain", 4, "is 120, beyond the bound 118");
  inno_analysis_destroy(a);
  a = one(plain, with(staff, 3, 22.0), people, NULL, "plain.possible_upper=200"); /* 22 per 11 hundred people */
  assert_int_equal(findings(a), 2);
  assert_int_equal((int)cell(a, INNO_RECORD_FINDING, 1, INNO_FIELD_FINDING), INNO_FINDING_GOALPOST);
  assert_true(numbers(a, 1, INNO_FIELD_VALUE) == 2.0 && numbers(a, 1, INNO_FIELD_COMPARED_VALUE) == 3.0);
  inno_analysis_destroy(a);
  end(NULL);
}

static void slips(void **state) {
  (void)state;
  inno_dataset *before = data_of(plain, staff, people);
  for (int power = -3; power <= 3; power++) {
    if (power == 0) continue;
    column far = with(staff, 6, staff.x[6] * pow(10.0, power));
    inno_analysis *a = one(plain, far, people, before, "staff.possible_lower=-1");
    int64_t last = findings(a) - 1; /* a fraction too where it is one */
    assert_int_equal((int)numbers(a, last, INNO_FIELD_FINDING), INNO_FINDING_SLIP_BEFORE);
    assert_int_equal((int)numbers(a, last, INNO_FIELD_POWER), power);
    assert_true(near(numbers(a, last, INNO_FIELD_SUGGESTED), 58.0, 1e-15));
    assert_true(numbers(a, last, INNO_FIELD_COMPARED_VALUE) == 58.0);
    assert_true(near(numbers(a, last, INNO_FIELD_RATIO), pow(10.0, power), 1e-14));
    assert_true(numbers(a, last, INNO_FIELD_SPREAD) == 0.1 && numbers(a, last, INNO_FIELD_THRESHOLD) == 0.4);
    inno_analysis_destroy(a);
    a = one(plain, far, people, NULL, "");
    last = findings(a) - 1;
    assert_int_equal((int)numbers(a, last, INNO_FIELD_FINDING), INNO_FINDING_SLIP_PEERS);
    assert_int_equal((int)numbers(a, last, INNO_FIELD_POWER), power);
    assert_true(near(numbers(a, last, INNO_FIELD_SUGGESTED), 58.0, 1e-15));
    /* the median per hundred people, times people: what the unit would have amid its peers */
    assert_true(numbers(a, last, INNO_FIELD_COMPARED_VALUE) > 50.0 &&
                numbers(a, last, INNO_FIELD_COMPARED_VALUE) < 66.0);
    inno_analysis_destroy(a);
  }
  /* a unit that is large every year is no slip, whatever the peers */
  column large = with(plain, 3, 1e5);
  inno_dataset *large_before = data_of(with(plain, 3, 9e4), staff, people);
  inno_analysis *a = one(large, staff, people, large_before, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  a = one(large, staff, people, NULL, "");
  only(a, INNO_FINDING_SLIP_PEERS, "plain", 3, "is 100000, far outside its peers, and 100 would lie amid them");
  inno_analysis_destroy(a);
  /* two that lie there together are a tail */
  a = one(with(large, 8, 9e4), staff, people, NULL, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  /* everybody counts in other units this year: nobody slipped, but the one that did not follow */
  column thousandth = plain;
  for (int i = 0; i < UNITS; i++) thousandth.x[i] = i == 9 ? plain.x[i] : plain.x[i] / 1000.0;
  a = one(thousandth, staff, people, before, "");
  only(a, INNO_FINDING_SLIP_BEFORE, "plain", 9, "is 105, but 0.105 would go with last year");
  inno_analysis_destroy(a);
  inno_dataset_destroy(large_before);
  inno_dataset_destroy(before);
}

static void denominators(void **state) {
  (void)state;
  inno_dataset *before = data_of(plain, staff, people);
  /* one that slipped is named itself, not what it divides */
  inno_analysis *a = one(plain, staff, with(people, 1, 1.2), before, "people.possible_lower=0");
  assert_int_equal((int)numbers(a, findings(a) - 1, INNO_FIELD_FINDING), INNO_FINDING_SLIP_BEFORE);
  for (int64_t k = 0; k < findings(a); k++) assert_int_equal((int)numbers(a, k, INNO_FIELD_NODE), 3);
  inno_analysis_destroy(a);
  a = one(plain, staff, with(people, 1, 1500.0), before, "");
  only(a, INNO_FINDING_DENOMINATOR_MOVED, "people", 1, "changed by 25% against last year (limit 10%)");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHECK), 2);
  assert_true(numbers(a, 0, INNO_FIELD_VALUE) == 1500.0 && numbers(a, 0, INNO_FIELD_COMPARED_VALUE) == 1200.0);
  assert_string_equal(inno_analysis_node_code(a, (int64_t)numbers(a, 1, INNO_FIELD_NODE)), "staff");
  assert_true(numbers(a, 1, INNO_FIELD_OTHER) == 3.0 && numbers(a, 1, INNO_FIELD_FINDING_RECORD) == 0.0);
  assert_true(near(numbers(a, 1, INNO_FIELD_PART), 1.0, 1e-14)); /* the numerator is the same */
  assert_true(near(numbers(a, 1, INNO_FIELD_VALUE), 61.0 / 15.0, 1e-15));
  inno_analysis_destroy(a);
  /* the numerator rose by 4 of 61: the two causes by hand */
  a = one(plain, with(staff, 1, 65.0), with(people, 1, 1500.0), before, "");
  double now = 65.0 / 15.0, then = 61.0 / 12.0, of = 0.5 * (65.0 + 61.0) * (1.0 / 15.0 - 1.0 / 12.0);
  assert_true(near(numbers(a, 1, INNO_FIELD_PART), of / (now - then), 1e-14));
  assert_true(numbers(a, 1, INNO_FIELD_PART) > 1.0);
  inno_analysis_destroy(a);
  /* the numerator moved as well, or the change is small: nothing */
  a = one(plain, with(staff, 1, 76.0), with(people, 1, 1500.0), before, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  a = one(plain, staff, with(people, 1, 1300.0), before, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  inno_dataset_destroy(before);
}

/* Every threshold, at its default and at a value on the other side of what is found. */
static void thresholds(void **state) {
  (void)state;
  inno_dataset *before = data_of(plain, staff, people);
  const struct {
    const char *settings;
    int32_t by_default, set; /* the finding; 0 = none */
    column a, b, c;
  } cases[] = {
      {"zero_far=0.95", INNO_FINDING_ZERO_BEFORE, INNO_FINDING_ZERO_RARE, with(plain, 2, 0.0), staff, people},
      {"slip_outside=11", INNO_FINDING_SLIP_BEFORE, 0, plain, with(staff, 6, 580.0), people},
      {"slip_spread=0.5", INNO_FINDING_SLIP_BEFORE, 0, plain, with(staff, 6, 580.0), people},
      {"slip_inside=1", INNO_FINDING_SLIP_BEFORE, 0, plain, with(staff, 6, 870.0), people},
      {"denominator_change=0.3", INNO_FINDING_DENOMINATOR_MOVED, 0, plain, staff, with(people, 1, 1500.0)},
      {"denominator_change=0.05", 0, INNO_FINDING_DENOMINATOR_MOVED, plain, staff, with(people, 1, 1300.0)},
  };
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++)
    for (int set_it = 0; set_it < 2; set_it++) {
      int32_t wanted = set_it ? cases[k].set : cases[k].by_default;
      inno_analysis *a = one(cases[k].a, cases[k].b, cases[k].c, before, set_it ? cases[k].settings : "");
      int32_t found = findings(a) > 0 ? (int32_t)cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_FINDING) : 0;
      if (findings(a) > 1 || found != wanted) fail_msg("%s (%d): finding %d", cases[k].settings, set_it, found);
      inno_analysis_destroy(a);
    }
  inno_dataset_destroy(before);
}

static void gaps(void **state) {
  (void)state;
  inno_analysis *a = one(plain, with(staff, 3, NAN), people, NULL, "");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHECK_GAP), 4);
  double sum = 0.0;
  for (int i = 0; i < UNITS; i++) sum += i == 3 ? 0.0 : staff.x[i] / (people.x[i] / 100.0);
  for (int64_t k = 0; k < 4; k++) {
    assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_FILL), (int)k + INNO_FILL_STAYS);
    assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_STATUS), INNO_OK);
    assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_NODE), 1);
    double difference = cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_SCORE) -
                        cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_SCORE_BEFORE);
    assert_true(difference == cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_DIFFERENCE));
  }
  assert_true(isnan(cell(a, INNO_RECORD_CHECK_GAP, 0, INNO_FIELD_VALUE))); /* left out, not imputed */
  assert_true(cell(a, INNO_RECORD_CHECK_GAP, 1, INNO_FIELD_VALUE) == 0.0);
  assert_true(near(cell(a, INNO_RECORD_CHECK_GAP, 2, INNO_FIELD_VALUE), sum / 11.0 * 11.0,
                   1e-14)); /* of eleven hundred people */
  assert_true(cell(a, INNO_RECORD_CHECK_GAP, 1, INNO_FIELD_SHIFT) > 0.0);
  inno_analysis_destroy(a);
  /* without a denominator there is no figure that the peers could give; a unit without a label has no peers */
  a = one(plain, with(staff, 3, NAN), with(people, 3, NAN), NULL, "");
  assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, 2, INNO_FIELD_STATUS), INNO_E_NODATA);
  inno_analysis_destroy(a);
  a = one(with(plain, 11, NAN), staff, people, NULL, "group=region");
  assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, 3, INNO_FIELD_STATUS), INNO_E_NODATA);
  assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, 1, INNO_FIELD_STATUS), INNO_OK);
  inno_analysis_destroy(a);
}

static void imputed_gap(void **state) {
  static const golden_step steps[] = {{INNO_STEP_IMPUTE, "rule=median"},
                                      {INNO_STEP_NORMALIZE, "rule=minmax;lower=1"},
                                      {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                      {0, NULL}};
  (void)state;
  begin_with(steps);
  inno_analysis *a = one(with(plain, 2, NAN), staff, people, NULL, "");
  assert_true(cell(a, INNO_RECORD_CHECK_GAP, 0, INNO_FIELD_VALUE) == 101.0);
  assert_true(cell(a, INNO_RECORD_CHECK_GAP, 3, INNO_FIELD_VALUE) == 101.0);
  assert_true(cell(a, INNO_RECORD_CHECK_GAP, 3, INNO_FIELD_DIFFERENCE) == 0.0);
  assert_null(inno_analysis_node_code(a, 3)); /* nothing is divided: people are not looked at */
  inno_analysis_destroy(a);
  end(NULL);
}

/* Weights that the data make 0 and searches that do not end are found, too. */
static void values_without_weights_or_end(void **state) {
  static const golden_step weighing[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_WEIGH, "@2.rule=critic"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  static const golden_step searching[] = {
      {INNO_STEP_NORMALIZE, "rule=none"},
      {INNO_STEP_AGGREGATE, "rule=benefit_of_doubt;share_lower=0.2;share_upper=0.7;iterations=1"},
      {0, NULL}};
  static const inno_status wanted[] = {INNO_E_WEIGHTS, INNO_E_UNFINISHED};
  column same[] = {plain, staff};
  (void)state;
  memcpy(same[1].x, plain.x, sizeof plain.x); /* no conflict between the two */
  for (int k = 0; k < 2; k++) {
    begin_with(k == 0 ? weighing : searching);
    inno_analysis *a = k == 0 ? one(same[0], same[1], people, NULL, "") : one(plain, staff, people, NULL, "");
    int64_t last = findings(a) - 1;
    assert_int_equal((int)numbers(a, last, INNO_FIELD_FINDING), INNO_FINDING_NOT_SCORED);
    assert_int_equal((int)cell(a, INNO_RECORD_FINDING, last, INNO_FIELD_VALUE), wanted[k]);
    inno_analysis_destroy(a);
    end(NULL);
  }
}

/* What one supposition fails with stays in its record; what the data fail with is a finding. */
static void failures(void **state) {
  static const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "rule=geometric"}, {0, NULL}};
  char text[1000];
  (void)state;
  begin_with(steps);
  inno_analysis *a = one(with(plain, 2, NAN), staff, people, NULL, "gap_places=1000");
  assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, 1, INNO_FIELD_STATUS), INNO_E_NONPOSITIVE);
  assert_true(isnan(cell(a, INNO_RECORD_CHECK_GAP, 1, INNO_FIELD_SCORE)));
  assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, 2, INNO_FIELD_STATUS), INNO_OK);
  assert_true(!isnan(cell(a, INNO_RECORD_CHECK_GAP, 2, INNO_FIELD_SCORE)));
  inno_analysis_destroy(a);
  a = one(with(with(plain, 2, NAN), 5, 0.0), staff, people, NULL, "");
  assert_int_equal(findings(a), 2);
  assert_int_equal((int)numbers(a, 0, INNO_FIELD_FINDING), INNO_FINDING_ZERO_RARE);
  assert_int_equal((int)numbers(a, 1, INNO_FIELD_FINDING), INNO_FINDING_NOT_SCORED);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHECK_GAP), 0);
  assert_int_equal(inno_analysis_sentence(a, 1, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
  assert_non_null(strstr(text, "'index' from these data (a logarithm, ratio or mean met a value"));
  assert_int_equal((int)cell(a, INNO_RECORD_FINDING, 1, INNO_FIELD_VALUE), INNO_E_NONPOSITIVE);
  inno_analysis_destroy(a);
  end(NULL);
}

/* Years of one dataset; units and columns of the other dataset in another order, some not there. */
static void years(void **state) {
  static const double period[] = {2024, 2025};
  inno_dataset *panel = NULL, *other = NULL;
  double x[2 * UNITS], y[2 * UNITS];
  (void)state;
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, units, 2, period, &panel, error), INNO_OK);
  for (int i = 0; i < UNITS; i++) {
    x[i] = x[UNITS + i] = plain.x[i];
    y[i] = y[UNITS + i] = staff.x[i];
  }
  x[UNITS + 4] = 120e3;
  assert_int_equal(inno_dataset_add_column(panel, "plain", x, sizeof(double), error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(panel, "staff", y, sizeof(double), error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(panel, "people", y, sizeof(double), error), INNO_OK);
  inno_analysis *a = check(panel, panel, -1, "period_before=2024");
  only(a, INNO_FINDING_SLIP_BEFORE, "plain", 4, "120");
  inno_analysis_destroy(a);
  a = check(panel, panel, -1, "period=2024;period_before=2025");
  only(a, INNO_FINDING_SLIP_BEFORE, "plain", 4, "120000 would go with last year");
  inno_analysis_destroy(a);
  const char *const some[] = {"u9", "u4"};
  const double before[] = {105, 120};
  assert_int_equal(inno_dataset_create(NULL, 2, some, &other, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "plain", before, sizeof(double), error), INNO_OK);
  a = check(panel, other, -1, "");
  only(a, INNO_FINDING_SLIP_BEFORE, "plain", 4, "120");
  assert_true(numbers(a, 0, INNO_FIELD_COMPARED_VALUE) == 120.0);
  inno_analysis_destroy(a);
  a = check(panel, other, 3, "");
  assert_int_equal(findings(a), 0);
  inno_analysis_destroy(a);
  inno_dataset_destroy(other);
  inno_dataset_destroy(panel);
}

static void refuse(const inno_dataset *d, const inno_dataset *before, int64_t unit, const char *settings,
                   inno_status status, const char *words) {
  inno_analysis *a = (inno_analysis *)&status;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  assert_int_equal(inno_analysis_create_check(NULL, options, method, d, before, unit, &a, error), status);
  assert_null(a);
  if (strstr(inno_error_message(error), words) == NULL) fail_msg("no \"%s\" in: %s", words, inno_error_message(error));
  inno_scheme_destroy(options);
}

static void refusals(void **state) {
  (void)state;
  inno_dataset *d = data_of(plain, staff, people), *less = NULL;
  refuse(d, NULL, UNITS, "", INNO_E_ARGUMENT, "unit");
  refuse(d, NULL, -2, "", INNO_E_ARGUMENT, "unit");
  refuse(d, NULL, 0, "node=nowhere", INNO_E_CODE, "nowhere");
  refuse(d, NULL, 0, "group=nowhere", INNO_E_MISSING_GROUP, "nowhere");
  refuse(d, NULL, 0, "period=2024", INNO_E_VALUE, "2024");
  refuse(d, d, 0, "period_before=2023", INNO_E_VALUE, "period_before");
  refuse(d, NULL, 0, "nowhere.possible_upper=1", INNO_E_CODE, "nowhere");
  refuse(d, NULL, 0, "index.possible_upper=1", INNO_E_CODE, "index");
  refuse(d, NULL, 0, "plain.possible_upper=1;plain.possible_lower=2", INNO_E_VALUE, "possible_lower = 2 is above");
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &less, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(less, "plain", plain.x, sizeof(double), error), INNO_OK);
  refuse(less, NULL, 0, "", INNO_E_MISSING_COLUMN, "staff");
  inno_dataset_destroy(less);
  inno_dataset_destroy(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(nothing_wrong, begin, end),
      cmocka_unit_test_setup_teardown(zeros, begin, end),
      cmocka_unit_test_setup_teardown(forgotten, begin, end),
      cmocka_unit_test_setup_teardown(ranges, begin, end),
      cmocka_unit_test(goalposts),
      cmocka_unit_test_setup_teardown(thresholds, begin, end),
      cmocka_unit_test_setup_teardown(slips, begin, end),
      cmocka_unit_test_setup_teardown(denominators, begin, end),
      cmocka_unit_test_setup_teardown(gaps, begin, end),
      cmocka_unit_test(imputed_gap),
      cmocka_unit_test(failures),
      cmocka_unit_test(values_without_weights_or_end),
      cmocka_unit_test_setup_teardown(years, begin, end),
      cmocka_unit_test_setup_teardown(refusals, begin, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
