/* Frames that are held: the same data give the same bits, other data the same meaning; the text is exact and believed
 * in nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/error.h"
#include "support/golden.h"

enum { UNITS = 40, PERIODS = 3, ROWS = UNITS * PERIODS, INDICATORS = 6, TEXT = 1 << 18 };

static char text[TEXT];

static inno_indicator_set *new_set(void) {
  inno_indicator_set *set = NULL;
  char code[16];
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    inno_indicator_set_add(set, code, "index", NULL);
    inno_indicator_set_direction(set, code, j % 2 ? -1 : 1, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

/* Long tails, ties and gaps; every later year is a little higher. */
static inno_dataset *new_data(uint64_t seed, int units, int periods, double first_year) {
  static char names[UNITS][8];
  const char *codes[UNITS];
  double years[PERIODS], x[ROWS];
  inno_dataset *d = NULL;
  char code[16];
  for (int i = 0; i < units; i++) {
    snprintf(names[i], sizeof names[i], "u%d", i);
    codes[i] = names[i];
  }
  for (int p = 0; p < periods; p++) years[p] = first_year + p;
  if (periods == 0)
    assert_int_equal(inno_dataset_create(NULL, units, codes, &d, NULL), INNO_OK);
  else
    assert_int_equal(inno_dataset_create_panel(NULL, units, codes, periods, years, &d, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++) {
    for (int r = 0; r < units * (periods > 0 ? periods : 1); r++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      double u = (double)(seed >> 11) * 0x1p-53;
      x[r] = (j % 3 == 0 ? 1.0 / (0.02 + u) : j % 3 == 1 ? floor(20.0 * u) + 1.0 : 100.0 * u + 1.0) + 0.1 * (r / units);
      if (r % 17 == j) x[r] = NAN;
    }
    snprintf(code, sizeof code, "i%d", j);
    assert_int_equal(inno_dataset_add_column(d, code, x, sizeof(double), NULL), INNO_OK);
  }
  return d;
}

static inno_method *method_of(const char *treatment, const char *normalization) {
  const golden_step steps[] = {
      {INNO_STEP_TREAT, treatment}, {INNO_STEP_NORMALIZE, normalization}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  inno_indicator_set *set = new_set();
  inno_method *m = golden_method(set, steps);
  inno_indicator_set_destroy(set);
  return m;
}

static inno_frames *frames_of(const inno_result *r, const inno_method *m) {
  inno_frames *f = NULL;
  inno_status s = inno_frames_create_from_result(NULL, r, m, &f, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  return f;
}

static inno_result *result_with(const inno_method *m, const inno_dataset *d, const inno_frames *f, int32_t keep) {
  inno_result *r = NULL;
  inno_status s = inno_result_create_with_frames(NULL, m, d, f, keep, &r, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  return r;
}

static void same_scores(const inno_result *a, const inno_result *b, int rows) {
  double x[ROWS], y[ROWS];
  for (int64_t j = 0; j < inno_result_node_count(a); j++) {
    assert_int_equal(inno_result_scores(a, j, x, sizeof(double), NULL), INNO_OK);
    assert_int_equal(inno_result_scores(b, j, y, sizeof(double), NULL), INNO_OK);
    assert_memory_equal(x, y, (size_t)rows * sizeof(double));
  }
}

/* Values, marks and every record that the frames make. */
static void same_steps(const inno_result *a, const inno_result *b, int rows) {
  double x[ROWS], y[ROWS];
  int32_t p[ROWS], q[ROWS];
  for (int32_t k = 0; k < 2; k++)
    for (int64_t j = 0; j < INDICATORS; j++) {
      inno_result_values(a, k, j, x, sizeof(double), NULL);
      inno_result_values(b, k, j, y, sizeof(double), NULL);
      assert_memory_equal(x, y, (size_t)rows * sizeof(double));
      inno_result_marks(a, k, j, p, NULL);
      inno_result_marks(b, k, j, q, NULL);
      assert_memory_equal(p, q, (size_t)rows * sizeof p[0]);
    }
  static const int32_t kinds[] = {INNO_RECORD_TREATMENT, INNO_RECORD_FRAME};
  for (int k = 0; k < 2; k++) {
    assert_int_equal(inno_result_record_count(a, kinds[k]), inno_result_record_count(b, kinds[k]));
    for (int64_t i = 0; i < inno_result_record_count(a, kinds[k]); i++)
      for (int32_t f = 0; f < inno_field_count(kinds[k]); f++) {
        int32_t field = 0;
        inno_field_info(kinds[k], f, &field, NULL, NULL);
        inno_result_record(a, kinds[k], i, field, &x[0], NULL);
        inno_result_record(b, kinds[k], i, field, &y[0], NULL);
        assert_memory_equal(x, y, sizeof(double));
      }
  }
}

static int64_t write_text(const inno_frames *f) {
  int64_t needed = 0;
  assert_int_equal(inno_frames_write(f, NULL, 0, &needed, error), INNO_E_BUFFER);
  assert_true(needed > 0 && needed <= TEXT);
  assert_int_equal(inno_frames_write(f, text, needed - 1, NULL, error), INNO_E_BUFFER);
  assert_int_equal(inno_frames_write(f, text, needed, NULL, error), INNO_OK);
  assert_int_equal(strlen(text), needed - 1);
  return needed - 1;
}

/* ---- the same data ---- */

static const char *const treatments[] = {"rules=winsorize, log_gii",
                                         "rules=log_ct_plus;force=1",
                                         "rules=boxcox;lambda=0.3;force=1;frame=pooled",
                                         "rules=winsorize, log_ct;limit_share=0.02;frame=pooled",
                                         "rules=fence;test=fence",
                                         "rules=winsorize, root_search;combine=1;skewness=0.5;kurtosis=-1",
                                         "rules=winsorize, root;force=1;frame=base;base_period=2021",
                                         "rules=quantiles;force=1",
                                         "rules=none",
                                         "rules=sd_fence, log;test=sd;sds=1;frame=base;base_period=2020"};
static const char *const normalizations[] = {
    "frame=pooled",
    "rule=zscore;frame=period;truncate=1;floor=-1;ceiling=1",
    "rule=minmax_percentile;frame=base;base_period=2022",
    "rule=minmax_inner;outliers=fence",
    "rule=ampi;i1.reference_value=3",
    "rule=categorical;cuts=20, 40, 60;scores=0, 1, 2, 3;frame=period",
    ("rule=distance_to_max;i1.rule=goalposts;i1.lower=0;i1.upper=20;i1.truncate=0;"
     "i2.rule=distance_to_target;i2.target=200"),
    "rule=distance_to_reference;reference=u10;frame=base;base_period=2020;i5.rule=above_below_mean"};

static void the_same_data_give_the_same_bits(void **state) {
  (void)state;
  enum { T = sizeof treatments / sizeof treatments[0], K = sizeof normalizations / sizeof normalizations[0] };
  inno_dataset *d = new_data(7, UNITS, PERIODS, 2020);
  for (int t = 0; t < T; t++)
    for (int k = 0; k < K; k++) {
      inno_method *m = method_of(treatments[t], normalizations[k]);
      inno_result *r = golden_result(m, d);
      inno_frames *f = frames_of(r, m), *read = NULL;
      int64_t length = write_text(f);
      inno_result *held = result_with(m, d, f, INNO_KEEP_ALL), *bare = result_with(m, d, f, INNO_KEEP_SCORES);
      same_scores(r, held, ROWS);
      same_scores(r, bare, ROWS);
      same_steps(r, held, ROWS);
      inno_status s = inno_frames_read(NULL, text, length, &read, error);
      if (s != INNO_OK) fail_msg("%s\n%.300s", inno_error_message(error), text);
      inno_result *from_text = result_with(m, d, read, INNO_KEEP_ALL);
      same_steps(r, from_text, ROWS);
      inno_frames *twice = frames_of(from_text, m);
      char *first = malloc((size_t)length + 1);
      assert_non_null(first);
      memcpy(first, text, (size_t)length + 1);
      write_text(twice);
      assert_string_equal(first, text);
      free(first);
      inno_result_destroy(r), inno_result_destroy(held), inno_result_destroy(bare), inno_result_destroy(from_text);
      inno_frames_destroy(f), inno_frames_destroy(read), inno_frames_destroy(twice);
      inno_method_destroy(m);
    }
  inno_dataset_destroy(d);
}

/* ---- other data ---- */

static void a_later_year_is_measured_by_the_old_one(void **state) {
  (void)state;
  inno_dataset *old = new_data(7, UNITS, 0, 0), *young = new_data(8, UNITS - 5, 0, 0);
  inno_method *m = method_of("rules=none", "rule=minmax");
  inno_result *r = golden_result(m, old);
  inno_frames *f = frames_of(r, m);
  inno_result *next = result_with(m, young, f, INNO_KEEP_ALL);
  for (int64_t j = 0; j < INDICATORS; j++) {
    double center = 0, scale = 0, raw[ROWS], score[ROWS];
    inno_result_record(r, INNO_RECORD_FRAME, j, INNO_FIELD_CENTER, &center, NULL);
    inno_result_record(r, INNO_RECORD_FRAME, j, INNO_FIELD_SCALE, &scale, NULL);
    inno_result_values(next, -1, j, raw, sizeof(double), NULL);
    inno_result_values(next, 1, j, score, sizeof(double), NULL);
    for (int i = 0; i < UNITS - 5; i++) {
      double want = (raw[i] - center) / scale * 100.0 + 0.0;
      /* min-max multiplies by a rounded rate: two roundings more than the quotient */
      assert_true(isnan(want) ? isnan(score[i]) : fabs(score[i] - want) <= 1e-15 * fmax(100.0, fabs(want)));
    }
  }
  inno_result_destroy(r), inno_result_destroy(next);
  inno_frames_destroy(f);
  inno_method_destroy(m);
  inno_dataset_destroy(old), inno_dataset_destroy(young);
}

/* Frames of single periods serve these, in any dataset; a base period need not be in the new data. */
static void periods_are_found_by_their_value(void **state) {
  (void)state;
  inno_dataset *all = new_data(7, UNITS, PERIODS, 2020), *later = new_data(9, UNITS, 2, 2022),
               *some = new_data(9, UNITS, 2, 2021);
  inno_method *m = method_of("rules=none", "frame=period");
  inno_result *r = golden_result(m, all), *held = NULL;
  inno_frames *f = frames_of(r, m);
  assert_int_equal(inno_result_create_with_frames(NULL, m, later, f, 0, &held, error), INNO_E_FRAMES);
  assert_non_null(strstr(inno_error_message(error), "2023"));
  held = result_with(m, some, f, INNO_KEEP_ALL);
  double old_scale = 0, new_scale = 0;
  inno_result_record(r, INNO_RECORD_FRAME, 2, INNO_FIELD_SCALE, &old_scale, NULL); /* 2022 of the first indicator */
  inno_result_record(held, INNO_RECORD_FRAME, 1, INNO_FIELD_SCALE, &new_scale, NULL);
  assert_true(old_scale == new_scale);
  inno_result_destroy(r), inno_result_destroy(held);
  inno_frames_destroy(f);
  inno_method_destroy(m);
  m = method_of("rules=fence;test=fence;frame=base;base_period=2020", "frame=base;base_period=2020");
  r = golden_result(m, all);
  f = frames_of(r, m);
  held = NULL;
  assert_int_equal(inno_result_create(NULL, m, later, 0, &held, error), INNO_E_VALUE);
  held = result_with(m, later, f, INNO_KEEP_SCORES);
  inno_result_destroy(r), inno_result_destroy(held);
  inno_frames_destroy(f);
  inno_method_destroy(m);
  inno_dataset_destroy(all), inno_dataset_destroy(later), inno_dataset_destroy(some);
}

/* A logarithm of the base year is not defined for what lies far below it: named, not made up. */
static void a_value_without_a_logarithm_is_named(void **state) {
  (void)state;
  inno_dataset *d = new_data(7, UNITS, PERIODS, 2020);
  inno_method *m = method_of("rules=log_ct;force=1;frame=base;base_period=2020", "frame=pooled");
  inno_result *r = NULL;
  assert_int_equal(inno_result_create(NULL, m, d, 0, &r, error), INNO_E_DOMAIN);
  assert_string_equal(inno_error_node(error), "i1");
  assert_string_equal(inno_error_unit(error), "u26");
  assert_non_null(strstr(inno_error_message(error), "log_ct"));
  inno_method_destroy(m);
  inno_dataset_destroy(d);
}

static void what_cannot_be_held_or_used_is_refused(void **state) {
  (void)state;
  inno_dataset *d = new_data(7, UNITS, 0, 0);
  inno_method *m = method_of("rules=none", "i3.rule=rank"), *other = method_of("rules=none", "lower=1");
  inno_result *r = golden_result(m, d), *bare = NULL, *held = NULL;
  inno_frames *f = NULL;
  char hex[INNO_FINGERPRINT_BYTES], of_method[INNO_FINGERPRINT_BYTES];
  assert_int_equal(inno_frames_create_from_result(NULL, r, m, &f, error), INNO_E_FRAMES);
  assert_string_equal(inno_error_node(error), "i3");
  assert_non_null(strstr(inno_error_message(error), "rank"));
  assert_null(f);
  assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_COVERAGE, &bare, error), INNO_OK);
  assert_int_equal(inno_frames_create_from_result(NULL, bare, m, &f, error), INNO_E_NOT_KEPT);
  inno_result_destroy(r), inno_result_destroy(bare);
  r = golden_result(other, d);
  assert_int_equal(inno_frames_create_from_result(NULL, r, m, &f, error), INNO_E_FRAMES); /* not its method */
  f = frames_of(r, other);
  assert_int_equal(inno_result_create_with_frames(NULL, m, d, f, 0, &held, error), INNO_E_FRAMES);
  assert_int_equal(inno_frames_fingerprint(f, hex, sizeof hex, error), INNO_OK);
  assert_int_equal(inno_method_fingerprint(other, of_method, sizeof of_method, error), INNO_OK);
  assert_string_equal(hex, of_method);
  assert_int_equal(inno_frames_fingerprint(f, hex, 64, error), INNO_E_BUFFER);
  inno_result_destroy(r);
  inno_frames_destroy(f);
  inno_method_destroy(m), inno_method_destroy(other);
  inno_dataset_destroy(d);
}

/* ---- the text ---- */

static void damage_is_seen(void **state) {
  (void)state;
  inno_dataset *d = new_data(7, UNITS, PERIODS, 2020);
  inno_method *m = method_of("rules=winsorize, log_ct", "rule=categorical;cuts=50;scores=0, 1;frame=period");
  inno_result *r = golden_result(m, d);
  inno_frames *f = frames_of(r, m), *read = NULL;
  int64_t length = write_text(f);
  for (int64_t i = 0; i < length; i += 1 + i / 400) {
    char kept = text[i];
    text[i] = kept == '1' ? '2' : '1';
    assert_int_equal(inno_frames_read(NULL, text, length, &read, error), INNO_E_FRAMES);
    assert_null(read);
    text[i] = kept;
    assert_int_equal(inno_frames_read(NULL, text, i, &read, error), INNO_E_FRAMES);
  }
  assert_int_equal(inno_frames_read(NULL, text, length + 1, &read, error), INNO_E_FRAMES);
  assert_int_equal(inno_frames_read(NULL, "", 0, &read, error), INNO_E_FRAMES);
  assert_int_equal(inno_frames_read(NULL, text, length, &read, error), INNO_OK);
  inno_frames_destroy(f), inno_frames_destroy(read);
  inno_result_destroy(r);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
}

/* A format of the future is not called damaged, whatever follows it; what only looks like one is. */
static void a_newer_format_says_so(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int newer;
  } cases[] = {{"innoscore frames 2\nwhat comes is not known", 1},
               {"innoscore frames 999999999\n", 1},
               {"innoscore frames 1\n", 0},
               {"innoscore frames 0\n", 0},
               {"innoscore frames 02\n", 0},
               {"innoscore frames 2", 0},
               {"innoscore frames 9999999999\n", 0},
               {"innoscore frames x\n", 0},
               {"innoscore frames ", 0},
               {"innoscore method 2\n", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    inno_frames *read = NULL;
    int64_t length = (int64_t)strlen(cases[i].text);
    assert_int_equal(inno_frames_read(NULL, cases[i].text, length, &read, error), INNO_E_FRAMES);
    assert_null(read);
    if ((strstr(inno_error_message(error), "newer than this library") != NULL) != cases[i].newer)
      fail_msg("%s: %s", cases[i].text, inno_error_message(error));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_data_give_the_same_bits),
      cmocka_unit_test(a_later_year_is_measured_by_the_old_one),
      cmocka_unit_test(periods_are_found_by_their_value),
      cmocka_unit_test(a_value_without_a_logarithm_is_named),
      cmocka_unit_test(what_cannot_be_held_or_used_is_refused),
      cmocka_unit_test(damage_is_seen),
      cmocka_unit_test(a_newer_format_says_so),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
