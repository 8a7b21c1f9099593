/* Verification, piece by piece: verdicts of scores, columns, ranks, parts, and what is refused. */
#include <math.h>
#include <stdio.h>

#include "support/publication.h"

static const char *const units[] = {"U0", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "U10", "U11"};

typedef struct {
  inno_indicator_set *set;
  inno_method *method;
  inno_dataset *data;
  inno_result *result;
} model;

/* The index is the mean of a and b; with one column it is that one. */
static model model_of(const char *rule, int64_t n, const double *a, const double *b) {
  model m = {NULL, NULL, NULL, NULL};
  assert_int_equal(inno_indicator_set_create(NULL, &m.set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(m.set, "Y", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(m.set, "a", "Y", NULL), INNO_OK);
  if (b != NULL) assert_int_equal(inno_indicator_set_add(m.set, "b", "Y", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(m.set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, rule}, {0, NULL}};
  m.method = golden_method(m.set, steps);
  assert_int_equal(inno_dataset_create(NULL, n, units, &m.data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(m.data, "a", a, sizeof *a, NULL), INNO_OK);
  if (b != NULL) assert_int_equal(inno_dataset_add_column(m.data, "b", b, sizeof *b, NULL), INNO_OK);
  m.result = golden_result(m.method, m.data);
  return m;
}

static void end(model *m) {
  inno_result_destroy(m->result);
  inno_dataset_destroy(m->data);
  inno_method_destroy(m->method);
  inno_indicator_set_destroy(m->set);
}

/* ---- scores ---- */

enum {
  UP = INNO_ROUNDING_HALF_UP,
  EVEN = INNO_ROUNDING_HALF_EVEN,
  CUT = INNO_ROUNDING_TRUNCATED,
  ALL = UP | EVEN | CUT
};
enum { AGREES = INNO_VERDICT_AGREES, ROUNDED = INNO_VERDICT_ROUNDED, DISAGREES = INNO_VERDICT_DISAGREES };

/* Verdicts under a stated half_up and under a stated truncation. */
static const struct {
  double computed, printed;
  int decimals, roundings, half_up, truncated;
} cells[] = {
    {3.14159, 3.142, 3, UP | EVEN, AGREES, ROUNDED},
    {3.14159, 3.141, 3, CUT, ROUNDED, AGREES},
    {3.14159, 3.14, 2, ALL, AGREES, AGREES},
    {3.14159, 3.143, 3, 0, DISAGREES, DISAGREES},
    {0.5, 1, 0, UP, ROUNDED, ROUNDED}, /* a tie: another program may be a bit below */
    {0.5, 0, 0, EVEN | CUT, ROUNDED, AGREES},
    {1.5, 2, 0, UP | EVEN, ROUNDED, ROUNDED},
    {0.125, 0.12, 2, EVEN | CUT, ROUNDED, AGREES},
    {0.375, 0.37, 2, CUT, ROUNDED, AGREES},
    {49.365, 49.37, 2, UP | EVEN, ROUNDED, ROUNDED}, /* the double is above the tie that it stands for, ... */
    {49.365, 49.36, 2, EVEN | CUT, ROUNDED, AGREES}, /* whose even digit is below */
    {0.285, 0.29, 2, UP, ROUNDED, ROUNDED},          /* the double is below the tie, ... */
    {0.285, 0.28, 2, ALL, ROUNDED, AGREES},          /* and rounds down as it is */
    {1.005, 1.01, 2, UP, ROUNDED, ROUNDED},
    {2.9999999999999996, 3, 0, ALL, AGREES, ROUNDED}, /* truncated it may have been a whole 3 */
    {2.9999999999999996, 2, 0, CUT, ROUNDED, ROUNDED},
    {3.0000000000000004, 2, 0, 0, ROUNDED, ROUNDED}, /* only if the other program was below 3 */
    {-1.5, -2, 0, UP | EVEN, ROUNDED, ROUNDED},
    {-2.5, -3, 0, UP, ROUNDED, ROUNDED},
    {-2.5, -2, 0, EVEN | CUT, ROUNDED, AGREES},
    {-0.001, 0, 2, ALL, AGREES, AGREES},
    {-0.001, -0.0, 2, ALL, AGREES, AGREES},
    {-0.3, 0.3, 1, 0, DISAGREES, DISAGREES},
    {99.996, 100, 2, UP | EVEN, AGREES, ROUNDED},
    {0.1, 0.1, 340, ALL, AGREES, AGREES}, /* equal doubles, whatever the decimals */
    {1e300, 1e300, 0, ALL, AGREES, AGREES},
    {1e300, 2e300, 0, 0, DISAGREES, DISAGREES},
};
enum { CELLS = sizeof cells / sizeof cells[0] };

/* A last bit above 3 that truncation may have had below: not when no bit may be off. */
static void last_bits(void **state) {
  static const double computed = 3.0000000000000004, printed = 2.0;
  (void)state;
  model m = model_of("rule=arithmetic", 1, &computed, NULL);
  inno_publication *p = publication_of(m.set, 1, units);
  print_scores(p, "Y", &printed, 0);
  for (int exact = 0; exact < 2; exact++) {
    inno_analysis *a = verify(p, exact ? "ulps=0" : "", m.method, m.result);
    assert_int_equal((int)cell(a, INNO_RECORD_VERIFIED_SCORE, 0, INNO_FIELD_VERDICT), exact ? DISAGREES : ROUNDED);
    inno_analysis_destroy(a);
  }
  inno_publication_destroy(p);
  end(&m);
}

static void verdicts(void **state) {
  (void)state;
  for (int k = 0; k < CELLS; k++)
    for (int stated = 0; stated < 2; stated++) {
      model m = model_of("rule=arithmetic", 1, &cells[k].computed, NULL);
      inno_publication *p = publication_of(m.set, 1, units);
      print_scores(p, "Y", &cells[k].printed, cells[k].decimals);
      inno_analysis *a = verify(p, stated ? "rounding=truncated" : "", m.method, m.result);
      double verdict = cell(a, INNO_RECORD_VERIFIED_SCORE, 0, INNO_FIELD_VERDICT);
      double roundings = cell(a, INNO_RECORD_VERIFIED_SCORE, 0, INNO_FIELD_ROUNDINGS);
      int wanted = stated ? cells[k].truncated : cells[k].half_up;
      if (verdict != wanted || roundings != cells[k].roundings)
        fail_msg("%.17g printed %.17g (%d): verdict %g, roundings %g", cells[k].computed, cells[k].printed, stated,
                 verdict, roundings);
      inno_analysis_destroy(a);
      inno_publication_destroy(p);
      end(&m);
    }
}

static void last_digits_and_decimals(void **state) {
  static const double x[] = {1.23, 50.0, 29.6}, printed[] = {1.3, 50.0, 28.0};
  (void)state;
  model m = model_of("rule=arithmetic", 3, x, NULL);
  inno_publication *p = publication_of(m.set, 3, units);
  print_scores(p, "Y", printed, INNO_DECIMALS_FIND);
  inno_analysis *a = verify(p, "", m.method, m.result);
  assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_DECIMALS) == 1);
  assert_true(near(cell(a, INNO_RECORD_VERIFIED_SCORE, 0, INNO_FIELD_LAST_DIGITS), 0.7, 1e-14));
  assert_true(cell(a, INNO_RECORD_VERIFIED_SCORE, 1, INNO_FIELD_LAST_DIGITS) == 0.0);
  assert_true(near(cell(a, INNO_RECORD_VERIFIED_SCORE, 2, INNO_FIELD_LAST_DIGITS), -16.0, 1e-14));
  assert_int_equal(finding_count(a), 2);
  inno_analysis_destroy(a);
  /* as texts: the decimals are those that were printed */
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U0", " 1.20 ", NULL), INNO_OK);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U1", "5.0e1", NULL), INNO_OK);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U2", "", NULL), INNO_OK);
  a = verify(p, "", m.method, m.result);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_VERIFIED_SCORE), 2);
  assert_true(cell(a, INNO_RECORD_VERIFIED_SCORE, 0, INNO_FIELD_DECIMALS) == 2);
  assert_true(cell(a, INNO_RECORD_VERIFIED_SCORE, 1, INNO_FIELD_DECIMALS) == 0);
  assert_int_equal(finding_count(a), 1);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

/* Twelve numbers printed under one rounding; what the column is said to be. */
static void one_rounding_of_a_column(void **state) {
  static const double x[] = {0.5, 1.5, 2.5, 3.5, 4.5, 5.7, 6.7, 7.7, 8.2, 9.2, 10.2, 11.8};
  static const double up[] = {1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 12}, even[] = {0, 2, 2, 4, 4, 6, 7, 8, 8, 9, 10, 12},
                      cut[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  static const struct {
    const double *printed;
    int rounding, given, finding;
  } columns[] = {
      {up, UP, 12, 0}, {even, EVEN, 12, INNO_FINDING_ROUNDING_OTHER}, {cut, CUT, 12, INNO_FINDING_ROUNDING_OTHER}};
  (void)state;
  model m = model_of("rule=arithmetic", 12, x, NULL);
  for (int c = 0; c < 3; c++) {
    inno_publication *p = publication_of(m.set, 12, units);
    print_scores(p, "Y", columns[c].printed, 0);
    inno_analysis *a = verify(p, "", m.method, m.result);
    assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 1, INNO_FIELD_ROUNDING) == columns[c].rounding);
    assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 1, INNO_FIELD_EXPLAINED) == columns[c].given);
    assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 1, INNO_FIELD_DISAGREEING) == 0);
    assert_int_equal(finding_count(a), columns[c].finding != 0);
    if (columns[c].finding != 0) {
      char text[400];
      assert_true(found(a, columns[c].finding, "Y", NULL));
      assert_true(cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_OTHER) == columns[c].rounding);
      assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
      assert_non_null(
          strstr(text, columns[c].rounding == EVEN ? "set rounding = half_even" : "set rounding = truncated"));
    }
    inno_analysis_destroy(a);
    inno_publication_destroy(p);
  }
  double odd[12], mixed[12];
  for (int i = 0; i < 12; i++) {
    odd[i] = i == 5 ? cut[i] : up[i];
    mixed[i] = i == 5 || i == 6 || i == 11 ? cut[i] : up[i];
  }
  inno_publication *p = publication_of(m.set, 12, units);
  print_scores(p, "Y", odd, 0);
  inno_analysis *a = verify(p, "", m.method, m.result);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_ROUNDING_ODD, "Y", "U5"));
  inno_analysis_destroy(a);
  print_scores(p, "Y", mixed, 0);
  a = verify(p, "", m.method, m.result);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_ROUNDING_MIXED, "Y", NULL));
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

static void what_the_result_does_not_have(void **state) {
  static const double x[] = {1.0, NAN}, printed[] = {1.0, 2.0, 3.0}, ranks[] = {1, 2, 3};
  static const char *const codes[] = {"U0", "U1", "elsewhere"};
  (void)state;
  model m = model_of("rule=arithmetic", 2, x, NULL);
  inno_publication *p = publication_of(m.set, 3, codes);
  print_scores(p, "Y", printed, 1);
  print_ranks(p, "Y", ranks);
  inno_analysis *a = verify(p, "", m.method, m.result);
  assert_true(cell(a, INNO_RECORD_VERIFIED_SCORE, 1, INNO_FIELD_VERDICT) == INNO_VERDICT_MISSING);
  assert_true(cell(a, INNO_RECORD_VERIFIED_SCORE, 2, INNO_FIELD_VERDICT) == INNO_VERDICT_NONE);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 2, INNO_FIELD_VERDICT) == INNO_VERDICT_NONE);
  assert_true(found(a, INNO_FINDING_SCORE_MISSING, "Y", "U1"));
  assert_true(found(a, INNO_FINDING_RANK_MISSING, "Y", "U1"));
  assert_true(cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_FINDING) == INNO_FINDING_UNIT_UNKNOWN);
  /* the order of the printed scores is known without the data: 1, 2, 3 is upside down, U1 was spoken of */
  assert_true(found(a, INNO_FINDING_RANK_ORDER, "Y", "U0"));
  assert_int_equal(finding_count(a), 4);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

/* ---- ranks of a table alone ---- */

static inno_analysis *ranks_alone(const char *settings, int64_t n, const double *score, const double *rank) {
  double x[12] = {0};
  model m = model_of("rule=arithmetic", n, x, NULL);
  inno_publication *p = publication_of(m.set, n, units);
  if (score != NULL) print_scores(p, "Y", score, 1);
  print_ranks(p, "Y", rank);
  inno_analysis *a = verify(p, settings, NULL, NULL);
  inno_publication_destroy(p);
  end(&m);
  return a;
}

static void ranks_against_scores(void **state) {
  static const double score[] = {9, 8, 8, 8, 5, 4}, good[] = {1, 2, 4, 3, 5, 6}, tied[] = {1, 2, 2, 2, 5, 6},
                      swapped[] = {1, 2, 4, 3, 6, 5}, equal[] = {1, 2, 4, 3, 5, 5}, last[] = {6, 2, 4, 3, 5, 6};
  (void)state;
  inno_analysis *a = ranks_alone("", 6, score, good);
  assert_int_equal(finding_count(a), 0);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 0, INNO_FIELD_VERDICT) == INNO_VERDICT_NONE);
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, score, tied);
  assert_int_equal(finding_count(a), 0);
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, score, swapped);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_RANK_ORDER, "Y", "U5"));
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, score, equal);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_RANK_ORDER, "Y", "U5"));
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, score, last); /* the first unit's rank is 6: one finding, not five */
  assert_int_equal(finding_count(a), 1);
  double other = cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_OTHER);
  assert_string_equal(inno_analysis_unit_code(a, (int64_t)other), "U0");
  inno_analysis_destroy(a);
}

static void ranks_among_themselves(void **state) {
  static const double repeated[] = {1, 2, 2, 3, 5, 6}, fine[] = {1, 2, 2, 4, 5, 6}, broken[] = {1, 2.5, 0, 4, 9, 6};
  (void)state;
  inno_analysis *a = ranks_alone("", 6, NULL, repeated);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_RANK_REPEATED, "Y", "U1"));
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, NULL, fine);
  assert_int_equal(finding_count(a), 0);
  inno_analysis_destroy(a);
  a = ranks_alone("", 6, NULL, broken); /* nobody said how many were ranked: 9 may be one of many */
  assert_int_equal(finding_count(a), 2);
  inno_analysis_destroy(a);
  a = ranks_alone("ranked_units=6", 6, NULL, broken);
  assert_int_equal(finding_count(a), 3);
  assert_true(found(a, INNO_FINDING_RANK_IMPOSSIBLE, "Y", "U1"));
  assert_true(found(a, INNO_FINDING_RANK_IMPOSSIBLE, "Y", "U2"));
  assert_true(found(a, INNO_FINDING_RANK_IMPOSSIBLE, "Y", "U4"));
  inno_analysis_destroy(a);
}

/* Every convention of ties: its own ranks are right, and one of them spoilt is found. */
static void ties_of_the_method(void **state) {
  static const char *const ties[] = {"competition", "modified", "dense", "fractional"};
  static const double x[] = {9, 8, 8, 7, 6, 6, 6, 1};
  (void)state;
  for (int t = 0; t < 4; t++) {
    char settings[40];
    double rank[8];
    model m = model_of("rule=arithmetic", 8, x, NULL);
    snprintf(settings, sizeof settings, "ties=%s", ties[t]);
    const golden_step steps[] = {
        {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, ""}, {INNO_STEP_RANK, settings}, {0, NULL}};
    inno_method *method = golden_method(m.set, steps);
    inno_result *result = golden_result(method, m.data);
    assert_int_equal(inno_result_ranks(result, 1, NULL, rank, sizeof *rank, NULL), INNO_OK);
    inno_publication *p = publication_of(m.set, 8, units);
    print_ranks(p, "Y", rank);
    for (int with = 0; with < 2; with++) {
      inno_analysis *a = verify(p, "ranked_units=8", method, with ? result : NULL);
      assert_int_equal(finding_count(a), 0);
      inno_analysis_destroy(a);
    }
    rank[3] = rank[2];
    print_ranks(p, "Y", rank);
    inno_analysis *a = verify(p, "", method, result);
    assert_int_equal(finding_count(a), 1);
    assert_true(found(a, INNO_FINDING_RANK_DIFFERS, "Y", "U3"));
    inno_analysis_destroy(a);
    inno_publication_destroy(p);
    inno_result_destroy(result);
    inno_method_destroy(method);
    end(&m);
  }
}

/* Ranks taken from the printed scores: ties there, none in the computed ones. */
static void ranks_of_what_was_printed(void **state) {
  static const double x[] = {8.04, 7.96, 8.01, 7.4}, score[] = {8.0, 8.0, 8.0, 7.4}, rank[] = {1, 1, 1, 4},
                      wrong[] = {1, 1, 1, 3};
  (void)state;
  model m = model_of("rule=arithmetic", 4, x, NULL);
  inno_publication *p = publication_of(m.set, 4, units);
  print_scores(p, "Y", score, 1);
  print_ranks(p, "Y", rank);
  inno_analysis *a = verify(p, "", m.method, m.result);
  assert_int_equal(finding_count(a), 0);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 1, INNO_FIELD_VERDICT) == ROUNDED);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 1, INNO_FIELD_RANK) == 3);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 1, INNO_FIELD_LOWER) == 1);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 1, INNO_FIELD_UPPER) == 3);
  assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, 3, INNO_FIELD_VERDICT) == AGREES);
  inno_analysis_destroy(a);
  print_ranks(p, "Y", wrong);
  a = verify(p, "", m.method, m.result);
  assert_int_equal(finding_count(a), 1);
  assert_true(found(a, INNO_FINDING_RANK_DIFFERS, "Y", "U3"));
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

/* ---- parts ---- */

static inno_analysis *parts_of(const char *rule, int64_t n, const double *a, const double *b, const double *y) {
  model m = model_of("rule=arithmetic", n, a, b);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, rule}, {0, NULL}};
  inno_method *method = golden_method(m.set, steps);
  inno_publication *p = publication_of(m.set, n, units);
  print_scores(p, "a", a, 1);
  print_scores(p, "b", b, 1);
  print_scores(p, "Y", y, 1);
  inno_analysis *analysis = verify(p, "", method, NULL);
  inno_publication_destroy(p);
  inno_method_destroy(method);
  end(&m);
  return analysis;
}

static double parts_field(const inno_analysis *a, int64_t record, int32_t field) {
  return cell(a, INNO_RECORD_VERIFIED_PARTS, record, field);
}

/* Halves of 51.5 and 47.3: between 49.35 and 49.45, so 49.3 and 49.5 just can be, 49.2 and 49.6 cannot. */
static void parts_by_intervals(void **state) {
  static const double a[] = {51.5, 51.5, 51.5, 51.5, 51.5}, b[] = {47.3, 47.3, 47.3, 47.3, NAN},
                      y[] = {49.3, 49.5, 49.2, 49.6, 49.4};
  static const int wanted[] = {AGREES, AGREES, DISAGREES, DISAGREES, INNO_VERDICT_NONE};
  (void)state;
  inno_analysis *p = parts_of("rule=arithmetic", 5, a, b, y);
  for (int i = 0; i < 5; i++) assert_true(parts_field(p, i, INNO_FIELD_VERDICT) == wanted[i]);
  assert_true(near(parts_field(p, 2, INNO_FIELD_LOWER), 49.35, 1e-14));
  assert_true(near(parts_field(p, 2, INNO_FIELD_UPPER), 49.45, 1e-14));
  assert_true(near(parts_field(p, 2, INNO_FIELD_LAST_DIGITS), -1.5, 1e-12));
  assert_true(near(parts_field(p, 3, INNO_FIELD_LAST_DIGITS), 1.5, 1e-12));
  assert_true(parts_field(p, 4, INNO_FIELD_STATUS) == INNO_E_NODATA);
  assert_int_equal(finding_count(p), 2);
  assert_true(found(p, INNO_FINDING_PARTS_DIFFER, "Y", "U2"));
  inno_analysis_destroy(p);
}

static void parts_by_other_rules(void **state) {
  static const double a[] = {4.0, 0.0}, b[] = {9.0, 9.0}, y[] = {6.0, 0.4}, copeland[] = {0.0, 0.0};
  (void)state;
  inno_analysis *p = parts_of("rule=geometric", 2, a, b, y);
  assert_true(near(parts_field(p, 0, INNO_FIELD_LOWER), sqrt(3.95 * 8.95), 1e-13));
  assert_true(near(parts_field(p, 0, INNO_FIELD_UPPER), sqrt(4.05 * 9.05), 1e-13));
  assert_true(parts_field(p, 1, INNO_FIELD_LOWER) <= 0.0); /* a printed 0.0 may be anything above 0 */
  assert_true(near(parts_field(p, 1, INNO_FIELD_UPPER), sqrt(0.05 * 9.05), 1e-13));
  assert_int_equal(finding_count(p), 0);
  inno_analysis_destroy(p);
  p = parts_of("rule=copeland", 2, a, b, copeland);
  assert_true(parts_field(p, 0, INNO_FIELD_STATUS) == INNO_E_RULE);
  assert_true(parts_field(p, 0, INNO_FIELD_VERDICT) == INNO_VERDICT_NONE);
  assert_int_equal(finding_count(p), 0);
  inno_analysis_destroy(p);
}

/* Ends are what the rule gives at random points within the prints: never outside, and reached at the corners. */
static void ends_hold_for_every_rule(void **state) {
  static const char *const rules[] = {"rule=arithmetic",
                                      "rule=geometric",
                                      "rule=harmonic",
                                      "rule=power;power=3",
                                      "rule=power;power=-0.5",
                                      "rule=weighted_product",
                                      "rule=sum",
                                      "rule=median",
                                      "rule=minimum",
                                      "rule=owa;order_weights=0.7,0.3",
                                      "rule=mean_of_best;count=1",
                                      "rule=mean_of_worst;count=1",
                                      "rule=mean_min;alpha=1;beta=0.1",
                                      "rule=mean_min;alpha=0.5;beta=0"};
  static const double a[] = {4.0, 20.5, 7.7}, b[] = {9.0, 3.1, 7.7}, y[] = {6.0, 5.0, 7.7};
  uint64_t seed = 3;
  (void)state;
  for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++) {
    inno_analysis *p = parts_of(rules[r], 3, a, b, y);
    for (int i = 0; i < 3; i++) {
      double low = parts_field(p, i, INNO_FIELD_LOWER), high = parts_field(p, i, INNO_FIELD_UPPER);
      assert_true(low < high);
      for (int k = 0; k < 60; k++) {
        double x[2], got[1];
        for (int c = 0; c < 2; c++) {
          seed = seed * 6364136223846793005u + 1442695040888963407u;
          x[c] = (c == 0 ? a[i] : b[i]) - 0.05 + 0.1 * (double)(seed >> 11) / 9007199254740992.0;
        }
        model m = model_of(rules[r], 1, &x[0], &x[1]);
        assert_int_equal(inno_result_scores(m.result, 2, got, sizeof *got, NULL), INNO_OK);
        if (!(got[0] >= low && got[0] <= high)) fail_msg("%s: %g outside %g..%g", rules[r], got[0], low, high);
        end(&m);
      }
    }
    inno_analysis_destroy(p);
  }
}

/* ---- implied ---- */

static void implied_of_little(void **state) {
  static const double a[] = {1.0, 2.0, 7.0}, b[] = {4.0, 9.0, 3.0}, y[] = {3.1, 6.9, 4.2};
  (void)state;
  model m = model_of("rule=copeland", 3, a, b);
  inno_publication *p = publication_of(m.set, 3, units);
  inno_analysis *i;
  print_scores(p, "Y", y, 1);
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, NULL, NULL, &i, NULL), INNO_OK);
  assert_true(cell(i, INNO_RECORD_IMPLIED, 0, INNO_FIELD_STATUS) == INNO_E_NODATA); /* no parts */
  inno_analysis_destroy(i);
  print_scores(p, "a", a, 1);
  print_scores(p, "b", b, 1);
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, m.method, NULL, &i, NULL), INNO_OK);
  assert_true(cell(i, INNO_RECORD_IMPLIED, 0, INNO_FIELD_STATUS) == INNO_E_RULE);
  assert_true(cell(i, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXPLICABLE) == -1);
  inno_analysis_destroy(i);
  /* without the method: 0.3 and 0.7 */
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, NULL, NULL, &i, NULL), INNO_OK);
  assert_true(cell(i, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXPLICABLE) == 1);
  assert_true(near(cell(i, INNO_RECORD_IMPLIED_WEIGHT, 0, INNO_FIELD_WEIGHT), 0.3, 1e-14));
  assert_true(isnan(cell(i, INNO_RECORD_IMPLIED_WEIGHT, 0, INNO_FIELD_SHARE)));
  inno_analysis_destroy(i);
  end(&m);
  /* a method with equal weights is refuted by the same table */
  m = model_of("rule=arithmetic", 3, a, b);
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, m.method, NULL, &i, NULL), INNO_OK);
  assert_int_equal(finding_count(i), 1);
  assert_true(cell(i, INNO_RECORD_FINDING, 0, INNO_FIELD_FINDING) == INNO_FINDING_WEIGHTS_OTHER);
  inno_analysis_destroy(i);
  end(&m);
  inno_publication_destroy(p);
}

/* Two parts that are alike: any split of their weight is as good, so that no error of one can be said. */
static void errors_of_weights_that_are_not_unique(void **state) {
  static const double a[] = {1.0, 2.0, 7.0, 5.0}, b[] = {4.0, 9.0, 3.0, 1.0}, y[] = {3.1, 6.9, 4.2, 2.3};
  (void)state;
  for (int alike = 0; alike < 2; alike++) {
    model m = model_of("rule=arithmetic", 4, a, b);
    inno_publication *p = publication_of(m.set, 4, units);
    inno_analysis *i;
    print_scores(p, "Y", alike ? a : y, 1);
    print_scores(p, "a", a, 1);
    print_scores(p, "b", alike ? a : b, 1);
    assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, NULL, NULL, &i, NULL), INNO_OK);
    assert_true(cell(i, INNO_RECORD_IMPLIED, 0, INNO_FIELD_UNIQUE) == !alike);
    for (int c = 0; c < 2; c++) {
      double error = cell(i, INNO_RECORD_IMPLIED_WEIGHT, c, INNO_FIELD_STANDARD_ERROR);
      assert_true(alike ? isnan(error) : error >= 0.0);
    }
    inno_analysis_destroy(i);
    inno_publication_destroy(p);
    end(&m);
  }
}

/* ---- refusals and sentences ---- */

static void refusals(void **state) {
  static const double x[] = {1.0, 2.0}, infinite[] = {1.0, INFINITY};
  static const char *const twice[] = {"U0", "U0"};
  inno_publication *p = NULL;
  inno_analysis *a = (inno_analysis *)&p;
  inno_indicator_set *open = NULL;
  (void)state;
  model m = model_of("rule=arithmetic", 2, x, NULL), other = model_of("rule=arithmetic", 2, x, x);
  inno_indicator_set_create(NULL, &open, NULL);
  assert_int_equal(inno_publication_create(NULL, open, 2, units, &p, NULL), INNO_E_NOT_FROZEN);
  assert_int_equal(inno_publication_create(NULL, m.set, 0, units, &p, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_publication_create(NULL, m.set, 2, twice, &p, NULL), INNO_E_DUPLICATE);
  assert_null(p);
  inno_indicator_set_destroy(open);
  p = publication_of(m.set, 2, units);
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, m.method, NULL, &a, NULL), INNO_E_NODATA);
  assert_null(a);
  assert_int_equal(inno_publication_set_scores(p, "Z", x, sizeof *x, 1, NULL), INNO_E_CODE);
  assert_int_equal(inno_publication_set_scores(p, "Y", x, sizeof *x, -2, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_publication_set_scores(p, "Y", x, sizeof *x, INNO_LIMIT_DECIMALS + 1, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_publication_set_scores(p, "Y", infinite, sizeof *x, 1, NULL), INNO_E_INFINITE);
  assert_int_equal(inno_publication_set_scores(p, "Y", x, 7, 1, NULL), INNO_E_ALIGN);
  assert_int_equal(inno_publication_set_ranks(p, "Y", infinite, sizeof *x, NULL), INNO_E_INFINITE);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U9", "1", NULL), INNO_E_CODE);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U1", "1,5", NULL), INNO_E_TEXT);
  inno_error *error;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U1", "1e400", error), INNO_E_TEXT);
  assert_non_null(strstr(inno_error_message(error), "'Y' of unit 'U1': '1e400' goes beyond the range of doubles"));
  inno_error_destroy(error);
  assert_int_equal(inno_publication_set_score_text(p, "Y", "U1", "1e-341", NULL), INNO_E_VALUE);
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, m.method, NULL, &a, NULL), INNO_E_NODATA);
  print_scores(p, "Y", x, 1);
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, other.method, NULL, &a, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, NULL, other.result, &a, NULL), INNO_E_ARGUMENT);
  inno_scheme *audit = golden_scheme(INNO_STEP_AUDIT, ""), *period = golden_scheme(INNO_STEP_EXPLAIN, "period=1999");
  assert_int_equal(inno_analysis_create_verification(NULL, audit, p, NULL, NULL, &a, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_verification(NULL, period, p, NULL, m.result, &a, NULL), INNO_E_VALUE);
  assert_int_equal(inno_analysis_create_implied_weights(NULL, audit, p, NULL, NULL, &a, NULL), INNO_E_ARGUMENT);
  assert_null(a);
  inno_scheme_destroy(audit);
  inno_scheme_destroy(period);
  inno_publication_destroy(p);
  end(&m);
  end(&other);
}

/* Two numbers that are not the same do not read the same. */
static void close_numbers_in_words(void **state) {
  static const double x[] = {123456.87, 100.0 / 3.0}, printed[] = {123456.78, 33.34};
  static const char *const said[] = {"is printed as 123456.78, computed is 123456.87:",
                                     "is printed as 33.34, computed is 33.3333:"};
  (void)state;
  model m = model_of("rule=arithmetic", 2, x, NULL);
  for (int k = 0; k < 2; k++) {
    inno_publication *p = publication_of(m.set, 2, units);
    const double one[] = {k == 0 ? printed[0] : NAN, k == 1 ? printed[1] : NAN};
    print_scores(p, "Y", one, 2);
    inno_analysis *a = verify(p, "", NULL, m.result);
    char text[400];
    assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
    if (strstr(text, said[k]) == NULL) fail_msg("%s", text);
    inno_analysis_destroy(a);
    inno_publication_destroy(p);
  }
  end(&m);
}

static void sentences(void **state) {
  static const double x[] = {1.234, 7.0}, printed[] = {1.25, 7.0}, rank[] = {1, 2};
  (void)state;
  model m = model_of("rule=arithmetic", 2, x, NULL);
  inno_publication *p = publication_of(m.set, 2, units);
  print_scores(p, "Y", printed, 2);
  print_ranks(p, "Y", rank);
  inno_analysis *a = verify(p, "", NULL, m.result);
  char text[400];
  assert_int_equal(finding_count(a), 3);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
  assert_non_null(strstr(text, "'Y' of unit 'U0' is printed as 1.25, computed is 1.234"));
  assert_int_equal(inno_analysis_sentence(a, 1, INNO_LANGUAGE_VI, text, sizeof text, NULL, NULL), INNO_OK);
  assert_non_null(strstr(text, "hạng của đơn vị 'U0' ở 'Y' được in là 1, tính được 2"));
  inno_analysis_destroy(a);
  a = verify(p, "", NULL, NULL);
  assert_int_equal(finding_count(a), 1);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
  assert_non_null(strstr(text, "unit 'U0' (1.25) is ranked no lower than 'U1', whose printed score is higher (7.00)"));
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

/* A score is said with the decimals that it was printed with; the computed one as it is. */
static void decimals_of_the_print_in_words(void **state) {
  static const double x[] = {47.125, 9.0, 1.0, 5e30};
  static const struct {
    const char *unit, *printed, *said;
  } scores[] = {{"U0", "46.50", "'Y' of unit 'U0' is printed as 46.50, computed is 47.125:"},
                {"U1", "7.000", "'Y' of unit 'U1' is printed as 7.000, computed is 9:"},
                {"U2", "-0.0", "'Y' of unit 'U2' is printed as 0.0, computed is 1:"},
                {"U3", "6.0e30", "'Y' of unit 'U3' is printed as 6e+30, computed is 5e+30:"}};
  (void)state;
  model m = model_of("rule=arithmetic", 4, x, NULL);
  inno_publication *p = publication_of(m.set, 4, units);
  for (int k = 0; k < 4; k++) {
    assert_int_equal(inno_publication_set_score_text(p, "Y", scores[k].unit, scores[k].printed, NULL), INNO_OK);
    assert_int_equal(inno_publication_set_score_text(p, "a", scores[k].unit, "4", NULL), INNO_OK);
  }
  inno_analysis *a = verify(p, "", NULL, m.result);
  assert_int_equal(finding_count(a), 8);
  for (int k = 0; k < 4; k++) {
    char text[400];
    assert_int_equal(inno_analysis_sentence(a, 4 + k, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
    if (strstr(text, scores[k].said) == NULL) fail_msg("%s", text);
    assert_int_equal(inno_analysis_sentence(a, k, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
    if (strstr(text, "is printed as 4, computed is ") == NULL) fail_msg("%s", text);
  }
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(verdicts),
      cmocka_unit_test(errors_of_weights_that_are_not_unique),
      cmocka_unit_test(decimals_of_the_print_in_words),
      cmocka_unit_test(last_bits),
      cmocka_unit_test(last_digits_and_decimals),
      cmocka_unit_test(one_rounding_of_a_column),
      cmocka_unit_test(what_the_result_does_not_have),
      cmocka_unit_test(ranks_against_scores),
      cmocka_unit_test(ranks_among_themselves),
      cmocka_unit_test(ties_of_the_method),
      cmocka_unit_test(ranks_of_what_was_printed),
      cmocka_unit_test(parts_by_intervals),
      cmocka_unit_test(parts_by_other_rules),
      cmocka_unit_test(ends_hold_for_every_rule),
      cmocka_unit_test(implied_of_little),
      cmocka_unit_test(refusals),
      cmocka_unit_test(close_numbers_in_words),
      cmocka_unit_test(sentences),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
