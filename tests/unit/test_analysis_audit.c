/* The audit: every table is there; each finding is provoked by data that were planted for it, and nothing else is
 * found; its record and its sentence; options reach it; what is refused. */
#include <math.h>
#include <string.h>

#include "support/planted.h"

static const golden_step none[] = {{0, NULL}};
static const char usual[] = "places=2"; /* of 12 units */

/* ---- one finding ---- */

typedef struct {
  int finding, severity;
  double value, threshold;
  const char *sentence, *vi; /* vi: a part of it */
} expectation;

static void says(const inno_analysis *a, const expectation *e) {
  char en[1000], vi[1000];
  int64_t i = 0;
  while (i < findings(a) && of(a, i, INNO_FIELD_FINDING) != e->finding) i++;
  assert_true(i < findings(a));
  assert_int_equal((int)of(a, i, INNO_FIELD_SEVERITY), e->severity);
  /* what a smoother says is as exact as the search for its parameter */
  int smooth = e->finding == INNO_FINDING_IMPORTANCE_HIGH || e->finding == INNO_FINDING_IMPORTANCE_LOW;
  if (!near(of(a, i, INNO_FIELD_VALUE), e->value, smooth ? 1e-4 : 1e-9))
    fail_msg("value %.17g", of(a, i, INNO_FIELD_VALUE));
  if (isnan(e->threshold))
    assert_true(isnan(of(a, i, INNO_FIELD_THRESHOLD)));
  else
    assert_true(near(of(a, i, INNO_FIELD_THRESHOLD), e->threshold, 1e-15));
  assert_int_equal(inno_analysis_sentence(a, i, INNO_LANGUAGE_EN, en, 1000, NULL, NULL), INNO_OK);
  assert_int_equal(inno_analysis_sentence(a, i, INNO_LANGUAGE_VI, vi, 1000, NULL, NULL), INNO_OK);
  assert_string_equal(en, e->sentence);
  if (strstr(vi, e->vi) == NULL) fail_msg("%s\nlacks %s", vi, e->vi);
}

static void check_of(double x[LEAVES][UNITS], double weight, const double *size, const char *options,
                     const char *expected, const expectation *e) {
  family f = plant(x, UNITS, weight, size);
  inno_analysis *a = audit(&f, options);
  found(a, expected);
  says(a, e);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Column j gets other values; NULL = it stays. */
static void check(int j, const double *values, const char *options, const char *expected, const expectation *e) {
  double x[LEAVES][UNITS];
  take_clean(x);
  if (values != NULL) memcpy(x[j], values, sizeof x[j]);
  check_of(x, 1.0, NULL, options, expected, e);
}

/* ---- every table ---- */

static void every_table_is_there(void **state) {
  static const int32_t kinds[] = {
      INNO_RECORD_STATISTICS,  INNO_RECORD_OUTLIER,     INNO_RECORD_UNIT_COVERAGE,   INNO_RECORD_CORRELATION,
      INNO_RECORD_PARENT,      INNO_RECORD_SIBLING,     INNO_RECORD_RELIABILITY,     INNO_RECORD_ITEM,
      INNO_RECORD_COMPONENTS,  INNO_RECORD_COMPONENT,   INNO_RECORD_LOADING,         INNO_RECORD_COMPONENT_ITEM,
      INNO_RECORD_INFLUENCE,   INNO_RECORD_ADDED_VALUE, INNO_RECORD_COMPONENT_SCORE, INNO_RECORD_FACTOR_CORRELATION,
      INNO_RECORD_REMOVAL,     INNO_RECORD_REMOVED,     INNO_RECORD_PROFILE,         INNO_RECORD_DEVELOPMENT,
      INNO_RECORD_COEFFICIENT, INNO_RECORD_EXPECTATION};
  static const double size[UNITS] = {9, 4, 7, 3, 8, 2, 6, 5, 1, 12, 11, 10};
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, size);
  inno_analysis *a = audit(&f, "rotation=promax; retain=count; components=2; development=size; curve=linear");
  const int64_t expected[] = {5,
                              4,
                              UNITS * (1 + 3),
                              10,
                              3 * 5 - 5 + 2,
                              3 + 1 + 1,
                              4,
                              5 + 3 + 2 + 2,
                              4,
                              5 + 3 + 2 + 2,
                              25 + 9 + 4 + 4,
                              5 + 3 + 2 + 2,
                              5 + 5 + 2,
                              2,
                              8 * UNITS,
                              4,
                              7,
                              7 * UNITS,
                              8 * UNITS,
                              1,
                              2,
                              UNITS};
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
    if (inno_analysis_record_count(a, kinds[k]) != expected[k])
      fail_msg("kind %d has %lld records", (int)kinds[k], (long long)inno_analysis_record_count(a, kinds[k]));
  /* the column of development is no denominator */
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DENOMINATOR), 0);
  assert_null(inno_analysis_node_code(a, 8));
  inno_analysis_destroy(a);
  a = audit(&f, "");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DENOMINATOR), 5);
  assert_string_equal(inno_analysis_node_code(a, 8), "size");
  assert_null(inno_analysis_node_code(a, 9));
  inno_analysis_destroy(a);
  /* what was not asked for */
  a = audit(&f, "");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DEVELOPMENT), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_FACTOR_CORRELATION), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_QUANTILE), 0);
  inno_analysis_destroy(a);
  family_end(&f);
}

static void nothing_is_found_in_clean_data(void **state) {
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, NULL);
  inno_analysis *a = audit(&f, usual);
  found(a, "");
  inno_analysis_destroy(a);
  family_end(&f);
}

/* ---- the data ---- */

static void findings_of_the_data(void **state) {
  static const double half[UNITS] = {73, NAN, 51, NAN, 50, NAN, 8, NAN, 44, NAN, 62, NAN};
  static const double zeros[UNITS] = {69, 0, 54, 0, 0, 0, 0, 59, 0, 105, 0, 39};
  static const double few[UNITS] = {70, 10, 50, 50, 50, 30, 10, 50, 30, 70, 30, 30};
  static const double outlier[UNITS] = {45, 30, 44, 44, 42, 39, 36, 45, 41, 500, 40, 42};
  static const double constant[UNITS] = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
  double x[LEAVES][UNITS];
  (void)state;
  check(1, half, usual, "1 b - -; 21 P - -; ",
        &(expectation){INNO_FINDING_COVERAGE, 2, 0.5, 0.65,
                       "'b' has values for 50% of the units, below 65%; collect more or leave it out",
                       "'b' có số liệu ở 50% số đơn vị, dưới 65%"});
  check(2, zeros, usual, "3 c - -; 12 c P -; ",
        &(expectation){INNO_FINDING_ZEROS, 1, 5.0 / 12.0, 0.5,
                       "'c' is not zero in only 42% of the cases, below 50%; check whether zero means missing",
                       "'c' chỉ khác 0 trong 42% trường hợp, dưới 50%"});
  check(2, few, usual, "4 c - -; ",
        &(expectation){INNO_FINDING_SAME_VALUES, 1, 4.0 / 12.0, 0.5,
                       "'c' has few different values (33%, below 50%); many units tie",
                       "'c' có ít giá trị khác nhau (33%, dưới 50%)"});
  check(2, outlier, usual, "5 c - -; 12 c P -; 12 P I -; 20 P - -; 20 I - -; 21 P - -; ",
        &(expectation){INNO_FINDING_OUTLIERS, 2, 3.4575382081276103, 2.0,
                       "'c' still has outliers when it is normalized (skewness 3.46, limit 2); treat it",
                       "'c' vẫn còn giá trị ngoại lai khi chuẩn hóa (độ lệch 3.46, giới hạn 2)"});
  check(2, constant, usual, "6 c - -; 12 b P -; 20 P - -; ",
        &(expectation){INNO_FINDING_CONSTANT, 3, 7.0, NAN,
                       "'c' is 7 for every unit that has a value, so it cannot tell them apart; leave it out",
                       "'c' bằng 7 ở mọi đơn vị có số liệu"});
  take_clean(x);
  x[0][3] = x[1][3] = x[2][3] = NAN;
  check_of(x, 1.0, NULL, usual, "2 - - u3; ",
           &(expectation){INNO_FINDING_UNIT_COVERAGE, 2, 0.4, 0.65,
                          "unit 'u3' has 40% of the indicators, below 65%; its scores rest on little",
                          "đơn vị 'u3' có 40% số chỉ tiêu, dưới 65%"});
}

/* ---- correlations ---- */

static void findings_of_correlations(void **state) {
  static const double silent[UNITS] = {51, 50, 50, 49, 52, 48, 50, 49, 51, 49, 50, 51};
  double other[UNITS], size[UNITS], x[LEAVES][UNITS];
  (void)state;
  check(2, silent, usual, "4 c - -; 12 b P -; 10 c P -; 20 P - -; 21 P - -; 23 P - -; 31 c P -; ",
        &(expectation){INNO_FINDING_SILENT, 2, -0.024137647421466579, 0.3,
                       "'c' hardly moves with 'P' (correlation -0.02, below 0.3): its weight has no say",
                       "'c' hầu như không biến động cùng 'P' (tương quan -0.02, dưới 0.3)"});
  for (int i = 0; i < UNITS; i++) other[i] = 100.0 - clean[2][i];
  check(2, other, usual, "11 c P -; 12 Q I -; 14 a c -; 14 b c -; 20 P - -; 20 I - -; 32 Q I -; ",
        &(expectation){INNO_FINDING_WRONG_SIGN, 3, -0.54279788031539888, -0.3,
                       "'c' moves against 'P' (correlation -0.54, at or below -0.3); check its direction",
                       "'c' biến động ngược với 'P' (tương quan -0.54, không quá -0.3)"});
  check(2, other, usual, "11 c P -; 12 Q I -; 14 a c -; 14 b c -; 20 P - -; 20 I - -; 32 Q I -; ",
        &(expectation){INNO_FINDING_CONFLICT, 2, -0.76603484575609437, -0.3,
                       "'a' and 'c' move against each other (correlation -0.77, at or below -0.3): they cancel out",
                       "'a' và 'c' biến động ngược nhau (tương quan -0.77, không quá -0.3)"});
  for (int i = 0; i < UNITS; i++) other[i] = 30.0 * clean[2][i];
  check(2, other, usual, "12 c P -; 12 P I -; 20 P - -; 20 I - -; 32 P I -; ",
        &(expectation){INNO_FINDING_DOMINANT, 1, 0.99967795480137034, 0.92,
                       "'c' almost is 'P' (correlation 1, above 0.92): the others add little",
                       "'c' gần như chính là 'P' (tương quan 1, trên 0.92)"});
  for (int i = 0; i < UNITS; i++) other[i] = clean[0][i] + (i % 3 == 0 ? 1.0 : i % 3 == 1 ? 0.0 : 2.0);
  check(1, other, usual, "13 a b -; ",
        &(expectation){INNO_FINDING_REDUNDANT, 2, 0.99924727788537748, 0.92,
                       "'a' and 'b' say the same (correlation 1, above 0.92); keep one or halve the weights",
                       "'a' và 'b' đo cùng một điều (tương quan 1, trên 0.92)"});
  take_clean(x);
  for (int i = 0; i < UNITS; i++) size[i] = 3.0 * clean[0][i] + i;
  check_of(x, 1.0, size, "places=2;bias=0.95", "15 a size -; ",
           &(expectation){INNO_FINDING_BIAS, 2, 0.99832529254880598, 0.95,
                          "'a' moves with 'size' (correlation 1, limit 0.95): it may measure size and not "
                          "merit; check its denominator",
                          "'a' biến động cùng 'size' (tương quan 1, giới hạn 0.95)"});
}

/* ---- families ---- */

static void findings_of_families(void **state) {
  static const double apart[UNITS] = {51, 50, 50, 49, 52, 48, 50, 49, 51, 49, 50, 51};
  double sum[UNITS];
  (void)state;
  check(2, apart, usual, "4 c - -; 12 b P -; 10 c P -; 20 P - -; 21 P - -; 23 P - -; 31 c P -; ",
        &(expectation){INNO_FINDING_ALPHA, 2, 0.604710652058497, 0.7,
                       "the parts of 'P' agree little (Cronbach's alpha 0.6, below 0.7): do they measure one thing?",
                       "các thành phần của 'P' ít nhất quán (alpha Cronbach 0.6, dưới 0.7)"});
  check(2, apart, usual, "4 c - -; 12 b P -; 10 c P -; 20 P - -; 21 P - -; 23 P - -; 31 c P -; ",
        &(expectation){INNO_FINDING_DIMENSIONS, 1, 2.0, 1.0,
                       "the parts of 'P' have 2 dimensions, not one; consider sub-pillars",
                       "các thành phần của 'P' có 2 chiều chứ không phải một"});
  check(0, NULL, "places=2;min_adequacy=0.9", "21 P - -; ",
        &(expectation){INNO_FINDING_ADEQUACY, 1, 0.7204011192919155, 0.9,
                       "the parts of 'P' share little (KMO 0.72, below 0.9); components describe them badly",
                       "các thành phần của 'P' có ít phần chung (KMO 0.72, dưới 0.9)"});
  check(0, NULL, "places=2;min_first_share=0.86", "24 P - -; ",
        &(expectation){INNO_FINDING_FIRST_SHARE, 1, 0.850800960358991, 0.86,
                       "the first component of 'P' explains 85% of its parts, below 86%",
                       "thành phần chính thứ nhất của 'P' giải thích 85% biến động, dưới 86%"});
  for (int i = 0; i < UNITS; i++) sum[i] = clean[0][i] + clean[1][i];
  check(2, sum, usual, "13 b c -; 22 P - -; 32 P I -; ",
        &(expectation){INNO_FINDING_SINGULAR, 1, 3.0, NAN,
                       "3 parts of 'P' determine each other, or are not fewer than the units with all of them",
                       "3 thành phần của 'P' xác định lẫn nhau"});
}

/* ---- influence ---- */

static void findings_of_influence(void **state) {
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  check_of(x, 9.0, NULL, usual, "12 b P -; 30 a P -; 31 b P -; 30 c P -; 32 P I -; ",
           &(expectation){INNO_FINDING_IMPORTANCE_HIGH, 2, 3.6142775039923727, 2.0,
                          "'a' matters 3.61 times what its weight in 'P' says (limit 2); review the weight",
                          "'a' quan trọng gấp 3.61 lần trọng số của nó trong 'P' (giới hạn 2)"});
  check_of(x, 9.0, NULL, usual, "12 b P -; 30 a P -; 31 b P -; 30 c P -; 32 P I -; ",
           &(expectation){INNO_FINDING_IMPORTANCE_LOW, 2, 0.4561963759266149, 0.5,
                          "'b' matters only 0.46 times what its weight in 'P' says (limit 0.5); review the weight",
                          "'b' chỉ quan trọng bằng 0.46 lần trọng số của nó trong 'P' (giới hạn 0.5)"});
  check_of(x, 9.0, NULL, usual, "12 b P -; 30 a P -; 31 b P -; 30 c P -; 32 P I -; ",
           &(expectation){INNO_FINDING_ADDS_LITTLE, 1, 1.0 / 12.0, 0.1,
                          "'P' ranks only 8% of the units differently from 'I', below 10%: it adds little",
                          "'P' chỉ xếp hạng khác 'I' ở 8% số đơn vị, dưới 10%"});
  check(0, NULL, "places=2;max_shift=1", "33 Q - -; ",
        &(expectation){INNO_FINDING_REMOVAL, 2, 16.0 / 12.0, 1.0,
                       "without 'Q' units move by 1.33 places on average, more than 1: it decides the ranking",
                       "nếu bỏ 'Q', các đơn vị thay đổi trung bình 1.33 bậc, hơn 1"});
}

/* ---- sentences ---- */

/* A value is not said to be below what looks the same. */
static void digits_tell_apart(void **state) {
  static const double half[UNITS] = {73, NAN, 51, NAN, 50, NAN, 8, NAN, 44, NAN, 62, NAN};
  (void)state;
  check(1, half, "places=2;min_coverage=0.5003;min_adequacy=0.4;strength_coverage=0", "1 b - -; ",
        &(expectation){INNO_FINDING_COVERAGE, 2, 0.5, 0.5003,
                       "'b' has values for 50% of the units, below 50.03%; collect more or leave it out", "50.03%"});
  check(0, NULL, "places=2;min_adequacy=0.7211", "21 P - -; ",
        &(expectation){INNO_FINDING_ADEQUACY, 1, 0.7204011192919155, 0.7211,
                       "the parts of 'P' share little (KMO 0.72, below 0.721); components describe them badly",
                       "(KMO 0.72, dưới 0.721)"});
}

static void sentences_are_checked(void **state) {
  double x[LEAVES][UNITS];
  char buffer[200], before[200];
  int64_t needed = 0, again = 0;
  inno_error *error = NULL;
  (void)state;
  take_clean(x);
  for (int i = 0; i < UNITS; i++) x[2][i] = 7.0;
  family f = plant(x, UNITS, 1.0, NULL);
  inno_analysis *a = audit(&f, usual);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  memset(buffer, 'z', sizeof buffer);
  memcpy(before, buffer, sizeof buffer);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, NULL, 0, &needed, error), INNO_E_BUFFER);
  assert_true(needed > 40 && needed < 200);
  assert_int_equal(inno_error_status(error), INNO_E_BUFFER);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, buffer, needed - 1, &again, error), INNO_E_BUFFER);
  assert_int_equal(again, needed);
  assert_memory_equal(buffer, before, sizeof buffer);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, buffer, needed, NULL, error), INNO_OK);
  assert_int_equal(strlen(buffer) + 1, needed);
  assert_int_equal(buffer[needed], 'z');
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, NULL, 10, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_sentence(a, 0, INNO_LANGUAGE_EN, buffer, -1, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_sentence(a, 0, 7, buffer, 200, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_sentence(a, -1, INNO_LANGUAGE_VI, buffer, 200, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_sentence(a, findings(a), INNO_LANGUAGE_VI, buffer, 200, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_sentence(NULL, 0, INNO_LANGUAGE_EN, buffer, 200, NULL, error), INNO_E_NULL);
  inno_error_destroy(error);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Whatever the codes, a sentence ends, and needed says how long it is. */
static void long_codes(void **state) {
  char code[3][900], buffer[1000];
  family_node nodes[5] = {{.code = "I"}};
  int64_t needed;
  (void)state;
  for (int k = 0; k < 3; k++) {
    memset(code[k], 'a' + k, sizeof code[k]);
    code[k][899] = 0;
    nodes[k + 1] = (family_node){.code = code[k], .parent = "I", .x = clean[k]};
  }
  family f = family_of(nodes, UNITS, none);
  inno_analysis *a = audit(&f, "redundant=0.1");
  assert_true(findings(a) > 0);
  for (int64_t i = 0; i < findings(a); i++)
    for (int32_t language = INNO_LANGUAGE_EN; language <= INNO_LANGUAGE_VI; language++) {
      assert_int_equal(inno_analysis_sentence(a, i, language, buffer, 1000, &needed, NULL), INNO_OK);
      assert_int_equal(strlen(buffer) + 1, needed);
    }
  inno_analysis_destroy(a);
  family_end(&f);
}

/* ---- options ---- */

static void options_reach_every_part(void **state) {
  static const struct {
    const char *options;
    int32_t kind, field;
  } cases[] = {
      {"correlation=kendall", INNO_RECORD_PARENT, INNO_FIELD_CORRELATION},
      {"correlation=spearman", INNO_RECORD_CORRELATION, INNO_FIELD_CORRELATION},
      {"confidence=0.5", INNO_RECORD_SIBLING, INNO_FIELD_LOWER},
      {"adjust=bonferroni", INNO_RECORD_CORRELATION, INNO_FIELD_P_ADJUSTED},
      {"quantile_type=4", INNO_RECORD_STATISTICS, INNO_FIELD_LOWER_QUARTILE},
      {"skewness_type=1", INNO_RECORD_STATISTICS, INNO_FIELD_SKEWNESS},
      {"kurtosis_type=3", INNO_RECORD_STATISTICS, INNO_FIELD_KURTOSIS},
      {"fence=0.1", INNO_RECORD_STATISTICS, INNO_FIELD_OUTLIERS_HIGH},
      {"rotation=promax;retain=count;components=2", INNO_RECORD_COMPONENTS, INNO_FIELD_RETAINED},
      {"parallel_draws=3", INNO_RECORD_COMPONENT, INNO_FIELD_RANDOM_MEAN},
      {"places=1", INNO_RECORD_ADDED_VALUE, INNO_FIELD_DIFFERENT},
      {"strengths=count;strength_count=1", INNO_RECORD_PROFILE, INNO_FIELD_SIGN},
  };
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  family f = plant(x, UNITS, 1.0, NULL);
  inno_analysis *usually = audit(&f, "");
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno_analysis *a = audit(&f, cases[k].options);
    int differs = 0;
    for (int64_t i = 0; i < inno_analysis_record_count(a, cases[k].kind); i++)
      differs |= !same(cell(a, cases[k].kind, i, cases[k].field), cell(usually, cases[k].kind, i, cases[k].field));
    if (!differs) fail_msg("%s changes nothing", cases[k].options);
    inno_analysis_destroy(a);
  }
  inno_analysis_destroy(usually);
  family_end(&f);
}

static void what_is_refused(void **state) {
  static const double same_size[UNITS] = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
  static const double negative[UNITS] = {1, 2, -3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  static const struct {
    const char *options;
    const double *size;
    inno_status status;
  } cases[] = {
      {"development=none", same_size, INNO_E_MISSING_COLUMN},
      {"development=size", same_size, INNO_E_CONSTANT},
      {"development=size", negative, INNO_E_NONPOSITIVE},
      {"group=g", same_size, INNO_E_MISSING_GROUP},
      {"period=3", same_size, INNO_E_VALUE},
      {"retain=count", same_size, INNO_E_MISSING_PARAMETER},
  };
  double x[LEAVES][UNITS];
  inno_error *error = NULL;
  (void)state;
  take_clean(x);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    family f = plant(x, UNITS, 1.0, cases[k].size);
    inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, cases[k].options);
    inno_analysis *a = (inno_analysis *)&f;
    assert_int_equal(inno_analysis_create_audit(NULL, scheme, f.method, f.data, &a, error), cases[k].status);
    assert_int_equal(inno_error_status(error), cases[k].status);
    assert_true(strlen(inno_error_message(error)) > 20);
    assert_null(a);
    inno_scheme_destroy(scheme);
    family_end(&f);
  }
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_table_is_there), cmocka_unit_test(nothing_is_found_in_clean_data),
      cmocka_unit_test(findings_of_the_data), cmocka_unit_test(findings_of_correlations),
      cmocka_unit_test(findings_of_families), cmocka_unit_test(findings_of_influence),
      cmocka_unit_test(digits_tell_apart),    cmocka_unit_test(sentences_are_checked),
      cmocka_unit_test(long_codes),           cmocka_unit_test(options_reach_every_part),
      cmocka_unit_test(what_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
