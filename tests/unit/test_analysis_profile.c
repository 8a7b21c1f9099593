/* Profiles: ranks and gaps that can be counted by hand; signs by each rule against a count over all values. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/analysis.h"
#include "support/family.h"

#define AT(unit, node, field) cell(a, INNO_RECORD_PROFILE, (unit)*nodes + (node), INNO_FIELD_##field)

static const golden_step none[] = {{0, NULL}};

static inno_analysis *profile(const inno_result *r, const char *settings) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_profile(NULL, options, r, &a, NULL), INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

/* x: 7 5 5 - 1, groups a a b b -; y: all the same */
static void by_hand(void **state) {
  static const double x[] = {7, 5, 5, NAN, 1}, y[] = {2, 2, 2, 2, 2};
  static const char *const groups[] = {"a", "a", "b", "b", NULL};
  static const family_node tree[] = {
      {.code = "index"}, {.code = "x", .parent = "index", .x = x}, {.code = "y", .parent = "index", .x = y}, {0}};
  (void)state;
  family f = family_of(tree, 5, none);
  assert_int_equal(inno_dataset_add_group(f.data, "peers", groups, NULL), INNO_OK);
  inno_result *r = golden_result(f.method, f.data);
  inno_analysis *a = profile(r, "group=peers");
  const int64_t nodes = 3;
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PROFILE), 15);
  assert_true(AT(3, 1, UNIT) == 3.0 && AT(3, 1, NODE) == 1.0);
  assert_true(AT(0, 0, RANK) == 1.0 && AT(1, 0, RANK) == 2.0 && AT(2, 0, RANK) == 2.0 && AT(4, 0, RANK) == 4.0);
  assert_true(AT(0, 0, PERCENT_RANK) == 1.0 && AT(1, 0, PERCENT_RANK) == 0.5 && AT(4, 0, PERCENT_RANK) == 0.0);
  assert_true(AT(1, 0, GAP_BEST) == 2.0 && AT(4, 0, GAP_MEDIAN) == -4.0 && AT(0, 0, GAP_BEST) == 0.0);
  assert_true(isnan(AT(3, 0, SCORE)) && isnan(AT(3, 0, RANK)) && isnan(AT(3, 0, PERCENT_RANK)) &&
              isnan(AT(3, 0, GAP_BEST)) && isnan(AT(3, 0, GAP_MEDIAN)) && AT(3, 0, SIGN) == 0.0);
  /* ties everywhere: half of the others count as worse, and the unit's other indicator is the better one */
  assert_true(AT(0, 1, PERCENT_RANK) == 0.5 && AT(0, 1, RANK) == 1.0 && AT(0, 0, SIGN) == 1.0 &&
              AT(0, 1, SIGN) == -1.0);
  assert_true(AT(1, 0, SIGN) == 0.0 && AT(1, 1, SIGN) == 0.0); /* both at one half: neither */
  assert_true(AT(3, 1, SIGN) == 0.0);                          /* one indicator is nothing to choose from */
  /* a: 7 and 5; b: 5 alone, the other has no value; nobody: no group */
  assert_true(AT(0, 0, GROUP_COUNT) == 2.0 && AT(1, 0, GROUP_RANK) == 2.0 && AT(1, 0, GROUP_GAP_BEST) == 2.0 &&
              AT(0, 0, GROUP_GAP_MEDIAN) == 1.0);
  assert_true(AT(2, 0, GROUP_COUNT) == 1.0 && AT(2, 0, GROUP_RANK) == 1.0 && AT(2, 0, GROUP_SIGN) == 0.0 &&
              AT(2, 0, GROUP_GAP_BEST) == 0.0);
  assert_true(AT(3, 0, GROUP_COUNT) == 1.0 && isnan(AT(3, 0, GROUP_RANK)) && isnan(AT(3, 0, GROUP_GAP_BEST)));
  assert_true(AT(4, 0, GROUP_COUNT) == 0.0 && isnan(AT(4, 0, GROUP_RANK)) && AT(4, 0, GROUP_SIGN) == 0.0 &&
              isnan(AT(4, 0, GROUP_GAP_MEDIAN)));
  inno_analysis_destroy(a);
  a = profile(r, "");
  assert_true(AT(0, 0, GROUP_COUNT) == 0.0 && isnan(AT(0, 0, GROUP_RANK)) && AT(0, 0, GROUP_SIGN) == 0.0);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  family_end(&f);
}

/* Of 0 0 0 0 10: mean 2, sd sqrt(20); of 4 2 0: mean 2, sd 2, and just one sd away is not beyond. */
static void group_signs(void **state) {
  static const double x[] = {0, 0, 0, 0, 10, 4, 2, 0};
  static const char *const groups[] = {"a", "a", "a", "a", "a", "b", "b", "b"};
  static const family_node tree[] = {
      {.code = "index"}, {.code = "p", .parent = "index"}, {.code = "x", .parent = "p", .x = x}, {0}};
  (void)state;
  family f = family_of(tree, 8, none);
  assert_int_equal(inno_dataset_add_group(f.data, "g", groups, NULL), INNO_OK);
  inno_result *r = golden_result(f.method, f.data);
  inno_analysis *a = profile(r, "group=g");
  const int64_t nodes = 3;
  for (int64_t j = 0; j < nodes; j++) {
    assert_true(AT(4, j, GROUP_SIGN) == 1.0 && AT(0, j, GROUP_SIGN) == 0.0);
    assert_true(AT(5, j, GROUP_SIGN) == 0.0 && AT(6, j, GROUP_SIGN) == 0.0 && AT(7, j, GROUP_SIGN) == 0.0);
  }
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  family_end(&f);
}

/* ---- signs of a larger index ---- */

enum { UNITS = 11, INDICATORS = 26, PILLARS = 2 };

static double values[INDICATORS][UNITS];

static void fill(uint64_t seed) {
  for (int j = 0; j < INDICATORS; j++)
    for (int i = 0; i < UNITS; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      double u = (double)(seed >> 11) * 0x1p-53;
      values[j][i] = u < 0.12 ? NAN : j % 2 ? floor(6.0 * u) : u;
    }
}

static family new_family(void) {
  static char codes[INDICATORS][16];
  static family_node tree[INDICATORS + PILLARS + 2];
  memset(tree, 0, sizeof tree);
  tree[0].code = "index";
  tree[1] = (family_node){.code = "p0", .parent = "index"};
  tree[2] = (family_node){.code = "p1", .parent = "index"};
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(codes[j], sizeof codes[j], "i%d", j);
    tree[3 + j] = (family_node){.code = codes[j], .parent = j < 13 ? "p0" : "p1", .x = values[j]};
  }
  return family_of(tree, UNITS, none);
}

/* Shares counted one by one: worse, and half of the equal ones. */
static double percent_of(const double *x, int unit) {
  double worse = 0.0, others = 0.0;
  for (int i = 0; i < UNITS; i++) {
    if (i == unit || isnan(x[i])) continue;
    others += 1.0;
    worse += x[i] < x[unit] ? 1.0 : x[i] == x[unit] ? 0.5 : 0.0;
  }
  return isnan(x[unit]) ? NAN : worse / others;
}

static double rank_of(const double *x, int unit) {
  double rank = 1.0;
  for (int i = 0; i < UNITS; i++) rank += x[i] > x[unit];
  return isnan(x[unit]) ? NAN : rank;
}

/* The k-th of the numbers from an end: as many are as far out or farther, fewer are farther. */
static double kth(const double *x, int count, int k, int highest) {
  for (int j = 0; j < count; j++) {
    int beyond = 0, with = 0;
    for (int i = 0; i < count; i++) {
      beyond += highest ? x[i] > x[j] : x[i] < x[j];
      with += highest ? x[i] >= x[j] : x[i] <= x[j];
    }
    if (beyond < k && with >= k) return x[j];
  }
  return NAN;
}

static void gii(void **state) {
  (void)state;
  int strong = 0, weak = 0, aggregates = 0;
  for (uint64_t seed = 1; seed <= 20; seed++)
    for (int asked = 0; asked < 2; asked++) {
      fill(seed * 77);
      family f = new_family();
      inno_analysis *a = profile(f.result, asked ? "strength_count=4" : "strengths=gii");
      const int64_t nodes = INDICATORS + PILLARS + 1;
      for (int u = 0; u < UNITS; u++) {
        double percent[INDICATORS];
        int there = 0, each = asked ? 4 : 10;
        for (int j = 0; j < INDICATORS; j++) {
          double p = percent_of(values[j], u);
          assert_true(same(AT(u, j, PERCENT_RANK), p) && same(AT(u, j, RANK), rank_of(values[j], u)));
          if (!isnan(p)) percent[there++] = p;
        }
        if (each > there / 2) each = there / 2;
        double high = kth(percent, there, each, 1), low = kth(percent, there, each, 0);
        for (int j = 0; j < INDICATORS + PILLARS; j++) {
          double p = AT(u, j, PERCENT_RANK), want = p >= high && !(p <= low)   ? 1.0
                                                    : p <= low && !(p >= high) ? -1.0
                                                                               : 0.0;
          if (j < INDICATORS && p > 0.5 && rank_of(values[j], u) <= 3.0) want = 1.0;
          assert_true(AT(u, j, SIGN) == want);
          strong += want > 0.0;
          weak += want < 0.0;
          aggregates += j >= INDICATORS && want != 0.0;
        }
        assert_true(AT(u, nodes - 1, SIGN) == 0.0);
      }
      inno_analysis_destroy(a);
      family_end(&f);
    }
  assert_true(strong > 100 && weak > 100 && aggregates > 20);
}

/* Just so many of each; a sign never stands against a better or worse one without. */
static void numbers(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 20; seed++)
    for (int coinr = 0; coinr < 2; coinr++) {
      fill(seed * 1234567);
      family f = new_family();
      inno_analysis *a =
          profile(f.result, coinr ? "strengths=coinr;strength_count=6;min_distinct=0.5" : "strengths=count");
      const int64_t nodes = INDICATORS + PILLARS + 1;
      int each = coinr ? 6 : 5;
      for (int u = 0; u < UNITS; u++) {
        int plus = 0, minus = 0, there = 0;
        double worst_plus = -1.0, best_minus = 1000.0, best_rest = 1000.0, worst_rest = -1.0;
        for (int j = 0; j < INDICATORS; j++) {
          double sign = AT(u, j, SIGN), key = coinr ? AT(u, j, RANK) : -AT(u, j, PERCENT_RANK), last = 0.0, most = 0.0;
          int different = 0;
          for (int i = 0; i < UNITS; i++) {
            int first = !isnan(values[j][i]);
            for (int k = 0; k < i; k++) first &= values[j][k] != values[j][i];
            different += first;
            most += !isnan(values[j][i]);
            if (AT(i, j, RANK) > last) last = AT(i, j, RANK);
          }
          int counts = !isnan(key) && (!coinr || (key < last && different / most > 0.5));
          if (!counts) {
            assert_true(sign == 0.0);
            continue;
          }
          there++;
          plus += sign > 0.0;
          minus += sign < 0.0;
          if (sign > 0.0) worst_plus = fmax(worst_plus, key);
          if (sign < 0.0) best_minus = fmin(best_minus, key);
          if (sign == 0.0) best_rest = fmin(best_rest, key), worst_rest = fmax(worst_rest, key);
        }
        int want = each < there / 2 ? each : there / 2;
        assert_int_equal(plus, want);
        assert_int_equal(minus, want);
        assert_true(worst_plus <= best_rest && (worst_rest < -1.0 || worst_rest <= best_minus));
        for (int64_t j = INDICATORS; j < nodes; j++) assert_true(AT(u, j, SIGN) == 0.0);
      }
      inno_analysis_destroy(a);
      family_end(&f);
    }
}

/* Three of the four children are missing: no sign of either kind, where that is asked for. */
static void thin(void **state) {
  static const double x[] = {9, 1, 2, 3}, rest[] = {NAN, 1, 2, 3}, v[] = {2, 1, 4, 3};
  static const char *const groups[] = {"a", "a", "a", "a"};
  static const family_node tree[] = {{.code = "index"},
                                     {.code = "p", .parent = "index"},
                                     {.code = "x", .parent = "p", .x = x},
                                     {.code = "y", .parent = "p", .x = rest},
                                     {.code = "z", .parent = "p", .x = rest},
                                     {.code = "w", .parent = "p", .x = rest},
                                     {.code = "v", .parent = "index", .x = v},
                                     {0}};
  (void)state;
  family f = family_of(tree, 4, none);
  assert_int_equal(inno_dataset_add_group(f.data, "g", groups, NULL), INNO_OK);
  inno_result *r = golden_result(f.method, f.data), *bare = NULL;
  const int64_t nodes = 7, p = 5;
  assert_int_equal(inno_result_find_node(r, "p"), p);
  inno_analysis *a = profile(r, "group=g");
  assert_true(AT(0, p, SIGN) == 1.0 && AT(0, p, GROUP_SIGN) == 1.0);
  inno_analysis_destroy(a);
  a = profile(r, "group=g;strength_coverage=0.25");
  assert_true(AT(0, p, GROUP_SIGN) == 1.0); /* coverage is 0.25, not below */
  inno_analysis_destroy(a);
  a = profile(r, "group=g;strength_coverage=0.3");
  assert_true(AT(0, p, SIGN) == 0.0 && AT(0, p, GROUP_SIGN) == 0.0);
  inno_analysis_destroy(a);
  assert_int_equal(inno_result_create(NULL, f.method, f.data, INNO_KEEP_SCORES, &bare, NULL), INNO_OK);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "strength_coverage=0.3");
  assert_int_equal(inno_analysis_create_profile(NULL, options, bare, &a, NULL), INNO_E_NOT_KEPT);
  assert_null(a);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_AUDIT, "group=nothing");
  assert_int_equal(inno_analysis_create_profile(NULL, options, r, &a, NULL), INNO_E_MISSING_GROUP);
  assert_null(a);
  inno_scheme_destroy(options);
  inno_result_destroy(bare);
  inno_result_destroy(r);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand), cmocka_unit_test(group_signs), cmocka_unit_test(gii),
      cmocka_unit_test(numbers), cmocka_unit_test(thin),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
