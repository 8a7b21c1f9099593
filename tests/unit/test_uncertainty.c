/* Assumptions and replicates on a small index: 24 units, six indicators, two pillars. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"
#include "innoscore/innoscore.h"
#include "numeric/random.h"
#include "robust/replicate.h"

enum { UNITS = 24, INDICATORS = 6 };

static const char *const codes[] = {"a1", "a2", "a3", "b1", "b2", "b3"};

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_scheme *schemes[3]; /* normalization, aggregation, ranking */
  inno_assumptions *list;
  inno_scheme *options;
  inno_uncertainty *u;
  inno_error *error;
} bench;

static inno_scheme *scheme(int32_t step, const char *key, const char *value) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &s, NULL), INNO_OK);
  if (key != NULL) {
    inno_status status = inno_scheme_set_text(s, NULL, inno_key_from_name(step, key), value, NULL);
    if (status != INNO_OK) fail_msg("%s = %s: %s", key, value, inno_status_name(status));
  }
  return s;
}

static double value(int i, int j) { return 1.0 + (double)((i * 37 + j * 11 + i * i * (j + 3)) % 101) / 7.0; }

/* hole: one value is missing, so that no score is one sum */
static void open_bench(bench *b, const char *rule, int hole) {
  static char unit[UNITS][8];
  const char *units[UNITS];
  memset(b, 0, sizeof *b);
  inno_error_create(NULL, &b->error);
  inno_indicator_set_create(NULL, &b->set, NULL);
  inno_indicator_set_add(b->set, "index", NULL, NULL);
  inno_indicator_set_add(b->set, "A", "index", NULL);
  inno_indicator_set_add(b->set, "B", "index", NULL);
  for (int j = 0; j < INDICATORS; j++) {
    inno_indicator_set_add(b->set, codes[j], j < 3 ? "A" : "B", NULL);
    inno_indicator_set_weight(b->set, codes[j], 1.0 + j, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(b->set, NULL), INNO_OK);
  for (int i = 0; i < UNITS; i++) {
    snprintf(unit[i], sizeof unit[i], "u%d", i);
    units[i] = unit[i];
  }
  inno_dataset_create(NULL, UNITS, units, &b->data, NULL);
  for (int j = 0; j < INDICATORS; j++) {
    double column[UNITS];
    for (int i = 0; i < UNITS; i++) column[i] = hole && i == 5 && j == 2 ? NAN : value(i, j);
    assert_int_equal(inno_dataset_add_column(b->data, codes[j], column, sizeof *column, NULL), INNO_OK);
  }
  b->schemes[0] = scheme(INNO_STEP_NORMALIZE, "rule", "zscore");
  inno_scheme_set_text(b->schemes[0], NULL, inno_key_from_name(INNO_STEP_NORMALIZE, "mean"), "50", NULL);
  b->schemes[1] = scheme(INNO_STEP_AGGREGATE, "rule", rule);
  b->schemes[2] = scheme(INNO_STEP_RANK, NULL, NULL);
  b->options = scheme(INNO_STEP_UNCERTAINTY, "seed", "7");
  inno_assumptions_create(NULL, &b->list, NULL);
}

static void close_bench(bench *b) {
  inno_uncertainty_destroy(b->u);
  inno_assumptions_destroy(b->list);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(b->schemes[k]);
  inno_scheme_destroy(b->options);
  inno_dataset_destroy(b->data);
  inno_indicator_set_destroy(b->set);
  inno_error_destroy(b->error);
}

static inno_status compile(bench *b) {
  return inno_uncertainty_create(NULL, b->set, NULL, (const inno_scheme *const *)b->schemes, 3, b->data, b->list,
                                 b->options, &b->u, b->error);
}

static void must(const bench *b, inno_status s) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(b->error));
}

static void option(const bench *b, const char *key, const char *text) {
  must(b, inno_scheme_set_text(b->options, NULL, inno_key_from_name(INNO_STEP_UNCERTAINTY, key), text, b->error));
}

/* ---- what is drawn ---- */

static void points_are_those_of_the_generator(void **state) {
  bench b;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  must(&b, inno_assumptions_add_weight_range(b.list, "A", 0.5, 2.0, b.error));
  must(&b, inno_assumptions_add_weight_noise(b.list, 1, 0.25, b.error));
  must(&b, compile(&b));
  assert_int_equal(inno_uncertainty_dimension_count(b.u), 7);
  assert_int_equal(inno_uncertainty_parameter_count(b.u), 7);
  for (int64_t r = 0; r < 50; r++) {
    double p[7];
    must(&b, inno_uncertainty_replay(b.u, r * 1000003, p, NULL, NULL, b.error));
    const inno__random range = {7, (uint64_t)(r * 1000003), 0}, noise = {7, (uint64_t)(r * 1000003), 1};
    assert_true(p[0] == 0.5 + 1.5 * inno__random_uniform(&range, 0));
    for (uint32_t j = 0; j < 6; j++) {
      double w = 1.0 + j;
      assert_true(p[1 + j] == w + w * 0.25 * (2.0 * inno__random_uniform(&noise, j) - 1.0));
    }
  }
  int64_t assumption = 0;
  int32_t kind = 0;
  const char *code = NULL;
  must(&b, inno_uncertainty_dimension(b.u, 3, &assumption, &kind, &code));
  assert_int_equal(assumption, 1);
  assert_int_equal(kind, INNO_ASSUME_WEIGHT_NOISE);
  assert_string_equal(code, "a3");
  close_bench(&b);
}

enum { DRAWS = 40000 };

/* Means and variances of a family's weights, and that they sum to 1. */
static void moments(const bench *b, int k, double *mean, double *variance) {
  double sum[8] = {0}, square[8] = {0}, p[8];
  for (int64_t r = 0; r < DRAWS; r++) {
    double whole = 0.0;
    must(b, inno_uncertainty_replay(b->u, r, p, NULL, NULL, b->error));
    for (int j = 0; j < k; j++) {
      assert_true(p[j] >= 0.0);
      sum[j] += p[j];
      square[j] += p[j] * p[j];
      whole += p[j];
    }
    assert_true(fabs(whole - 1.0) < 1e-14);
  }
  for (int j = 0; j < k; j++) {
    mean[j] = sum[j] / DRAWS;
    variance[j] = square[j] / DRAWS - mean[j] * mean[j];
  }
}

static void simplex_is_uniform(void **state) {
  bench b;
  double mean[3], variance[3];
  (void)state;
  open_bench(&b, "arithmetic", 0);
  must(&b, inno_assumptions_add_simplex(b.list, "A", b.error));
  must(&b, compile(&b));
  assert_int_equal(inno_uncertainty_dimension_count(b.u), 2);
  moments(&b, 3, mean, variance);
  for (int j = 0; j < 3; j++) { /* Beta(1, 2): sd of the mean 0.0012, of the variance 0.0003 */
    assert_true(fabs(mean[j] - 1.0 / 3.0) < 5e-3);
    assert_true(fabs(variance[j] - 1.0 / 18.0) < 1.5e-3);
  }
  close_bench(&b);
}

static void dirichlet_has_its_moments(void **state) {
  bench b;
  double mean[3], variance[3];
  (void)state;
  open_bench(&b, "arithmetic", 0);
  must(&b, inno_assumptions_add_dirichlet(b.list, "A", 12.0, b.error));
  must(&b, compile(&b));
  assert_int_equal(inno_uncertainty_dimension_count(b.u), 3);
  for (int64_t r = 0; r < 3; r++) { /* shares 1/6, 2/6, 3/6 */
    double p[3], ten[3] = {0.5, 0.5, 0.5};
    must(&b, inno_uncertainty_at_point(b.u, ten, p, NULL, NULL, b.error));
    assert_true(p[0] < p[1] && p[1] < p[2]);
  }
  enum { FEW = 4000 };
  double sum[3] = {0}, square[3] = {0};
  for (int64_t r = 0; r < FEW; r++) {
    double p[3];
    must(&b, inno_uncertainty_replay(b.u, r, p, NULL, NULL, b.error));
    for (int j = 0; j < 3; j++) {
      sum[j] += p[j];
      square[j] += p[j] * p[j];
    }
  }
  for (int j = 0; j < 3; j++) {
    double m = (1.0 + j) / 6.0;
    mean[j] = sum[j] / FEW;
    variance[j] = square[j] / FEW - mean[j] * mean[j];
    assert_true(fabs(mean[j] - m) < 5.0 * sqrt(m * (1.0 - m) / 13.0 / FEW));
    assert_true(fabs(variance[j] - m * (1.0 - m) / 13.0) < 0.1 * m * (1.0 - m) / 13.0);
  }
  close_bench(&b);
}

static void an_order_is_kept(void **state) {
  bench b;
  double mean[3], variance[3];
  (void)state;
  open_bench(&b, "arithmetic", 0);
  must(&b, inno_assumptions_add_order(b.list, "A", (const char *const[]){"a3", "a1", "a2"}, 3, b.error));
  must(&b, compile(&b));
  const char *code = NULL;
  must(&b, inno_uncertainty_parameter(b.u, 0, NULL, NULL, &code, NULL));
  assert_string_equal(code, "a3");
  moments(&b, 3, mean, variance);
  /* the j-th largest of a uniform simplex: 1/k times the sum of 1/i, i from j to k */
  const double expected[] = {11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0};
  for (int j = 0; j < 3; j++) assert_true(fabs(mean[j] - expected[j]) < 4e-3);
  close_bench(&b);
}

/* ---- the same numbers every way ---- */

typedef struct {
  int64_t next;
  double ranks[64][UNITS], scores[64][UNITS];
  inno_status status[64];
} record;

static inno_status take(void *context, const inno__replicate_block *block) {
  record *r = context;
  for (int32_t l = 0; l < block->count; l++, r->next++) {
    assert_int_equal(block->first + l, r->next);
    r->status[r->next] = block->status[l];
    for (int i = 0; i < UNITS; i++) {
      int32_t rank = block->ranks[i * INNO__LANES + l];
      r->ranks[r->next][i] = rank > 0 ? 0.5 * rank : NAN;
      r->scores[r->next][i] = block->scores[i * INNO__LANES + l];
    }
  }
  return INNO_OK;
}

static int same(const double *a, const double *b, int n) {
  for (int i = 0; i < n; i++)
    if (a[i] != b[i] && !(a[i] != a[i] && b[i] != b[i])) return 0;
  return 1;
}

/* Runs of any length, replay, the parameters again, and the point: to the bit. */
static void check_all_ways(const bench *b) {
  static record whole, parts;
  whole.next = parts.next = 0;
  assert_int_equal(inno__replicates(b->u, 0, 64, INNO__WANT_SCORES, take, &whole, NULL), INNO_OK);
  for (int64_t at = 0, length = 1; at < 64; at += length, length = length % 13 + 4) {
    if (at + length > 64) length = 64 - at;
    assert_int_equal(inno__replicates(b->u, at, length, INNO__WANT_SCORES, take, &parts, NULL), INNO_OK);
  }
  for (int r = 0; r < 64; r++) {
    double p[64], score[UNITS], rank[UNITS];
    assert_true(inno_uncertainty_parameter_count(b->u) <= 64);
    inno_status s = inno_uncertainty_replay(b->u, r, p, score, rank, b->error);
    assert_int_equal(s, whole.status[r]);
    assert_int_equal(s, parts.status[r]);
    assert_true(same(score, whole.scores[r], UNITS) && same(rank, whole.ranks[r], UNITS));
    assert_true(same(score, parts.scores[r], UNITS) && same(rank, parts.ranks[r], UNITS));
    assert_int_equal(inno_uncertainty_at_parameters(b->u, p, score, rank, b->error), s);
    assert_true(same(score, whole.scores[r], UNITS) && same(rank, whole.ranks[r], UNITS));
  }
}

static void add_aggregations(const bench *b, const char *one, const char *other) {
  inno_scheme *s[2] = {scheme(INNO_STEP_AGGREGATE, "rule", one), scheme(INNO_STEP_AGGREGATE, "rule", other)};
  must(b, inno_assumptions_add_schemes(b->list, 1, (const inno_scheme *const *)s, 2, (double[]){1.0, 3.0}, b->error));
  inno_scheme_destroy(s[0]);
  inno_scheme_destroy(s[1]);
}

static void every_way_gives_the_same_bits(void **state) {
  static const char *const sequences[] = {"philox", "sobol"};
  (void)state;
  for (int hole = 0; hole < 2; hole++)
    for (int q = 0; q < 2; q++) {
      bench b;
      open_bench(&b, "arithmetic", hole);
      option(&b, "sequence", sequences[q]);
      add_aggregations(&b, "arithmetic", "geometric");
      must(&b, inno_assumptions_add_simplex(b.list, "A", b.error));
      must(&b, inno_assumptions_add_weight_noise(b.list, 2, 1.0, b.error));
      must(&b, inno_assumptions_add_bounded(b.list, "B", codes + 3, (double[]){0.1, 0.2, 0.0},
                                            (double[]){0.5, 0.4, 0.9}, 3, b.error));
      must(&b, inno_assumptions_add_removal(b.list, (const char *const[]){"a1", "B", "b2"}, 3, 1, b.error));
      must(&b, compile(&b));
      check_all_ways(&b);
      close_bench(&b);
    }
}

static void errors_of_measurement_give_the_same_bits(void **state) {
  bench b;
  (void)state;
  open_bench(&b, "geometric", 1);
  must(&b, inno_assumptions_add_error(b.list, "a3", NULL, INNO_ERROR_NORMAL, 0.1, INNO_ERROR_SD, b.error));
  must(&b, inno_assumptions_add_error(b.list, "b1", "u3", INNO_ERROR_LOGNORMAL, 0.2, INNO_ERROR_RELATIVE, b.error));
  must(&b, inno_assumptions_add_error(b.list, "b2", "u0", INNO_ERROR_UNIFORM, 0.5, INNO_ERROR_ABSOLUTE, b.error));
  must(&b, inno_assumptions_add_weight_range(b.list, "A", 0.0, 2.0, b.error));
  must(&b, compile(&b));
  assert_int_equal(inno_uncertainty_parameter_count(b.u), UNITS - 1 + 3); /* a3 has a hole */
  int64_t unit = 0;
  must(&b, inno_uncertainty_parameter(b.u, UNITS - 1, NULL, NULL, NULL, &unit));
  assert_int_equal(unit, 3);
  check_all_ways(&b);
  close_bench(&b);
}

/* An error that is 0 is no error: the pipeline's own bits. */
static void no_error_is_the_nominal_result(void **state) {
  bench b;
  double point[UNITS], score[UNITS], rank[UNITS], nominal[UNITS], first[UNITS];
  (void)state;
  open_bench(&b, "geometric", 0);
  must(&b, inno_assumptions_add_error(b.list, "a1", NULL, INNO_ERROR_UNIFORM, 0.3, INNO_ERROR_RELATIVE, b.error));
  must(&b, compile(&b));
  for (int i = 0; i < UNITS; i++) point[i] = 0.5;
  must(&b, inno_uncertainty_at_point(b.u, point, NULL, score, rank, b.error));
  must(&b, inno_uncertainty_nominal(b.u, nominal, first, b.error));
  assert_true(same(score, nominal, UNITS) && same(rank, first, UNITS));
  close_bench(&b);
}

/* Weights that are the nominal ones: the nominal scores, whichever way they are summed. */
static void nominal_weights_give_nominal_scores(void **state) {
  static const char *const rules[] = {"arithmetic", "geometric", "harmonic"};
  (void)state;
  for (int k = 0; k < 3; k++) {
    bench b;
    double point[6] = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, score[UNITS], rank[UNITS], nominal[UNITS], first[UNITS];
    open_bench(&b, rules[k], 0);
    must(&b, inno_assumptions_add_weight_noise(b.list, 1, 0.5, b.error));
    must(&b, compile(&b));
    must(&b, inno_uncertainty_at_point(b.u, point, NULL, score, rank, b.error));
    must(&b, inno_uncertainty_nominal(b.u, nominal, first, b.error));
    for (int i = 0; i < UNITS; i++) assert_true(fabs(score[i] - nominal[i]) <= 1e-13 * nominal[i]);
    assert_true(same(rank, first, UNITS));
    close_bench(&b);
  }
}

/* One sum, and the same mean aggregate by aggregate (power 1 is asked for by its number). */
static void one_sum_is_the_mean_of_means(void **state) {
  bench b, c;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  open_bench(&c, "power", 0);
  inno_scheme_set_text(c.schemes[1], NULL, inno_key_from_name(INNO_STEP_AGGREGATE, "power"), "1", NULL);
  for (bench *x = &b; x != NULL; x = x == &b ? &c : NULL) {
    must(x, inno_assumptions_add_weight_noise(x->list, 1, 1.0, x->error));
    must(x, inno_assumptions_add_simplex(x->list, "index", x->error));
    must(x, inno_assumptions_add_removal(x->list, codes, 6, 0, x->error));
    must(x, compile(x));
  }
  for (int64_t r = 0; r < 200; r++) {
    double s[UNITS], t[UNITS], p[9], q[9];
    must(&b, inno_uncertainty_replay(b.u, r, p, s, NULL, b.error));
    must(&c, inno_uncertainty_replay(c.u, r, q, t, NULL, c.error));
    assert_int_equal(inno_uncertainty_parameter_count(b.u), 9);
    assert_true(same(p, q, 9));
    for (int i = 0; i < UNITS; i++) assert_true(fabs(s[i] - t[i]) <= 1e-13 * t[i]);
  }
  close_bench(&b);
  close_bench(&c);
}

/* ---- a replicate that fails ---- */

static void a_failed_replicate_says_so(void **state) {
  bench b;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  inno_scheme_destroy(b.schemes[0]);
  b.schemes[0] = scheme(INNO_STEP_NORMALIZE, "rule", "minmax"); /* the worst unit has 0 */
  add_aggregations(&b, "arithmetic", "geometric");
  must(&b, compile(&b));
  static record r;
  r.next = 0;
  assert_int_equal(inno__replicates(b.u, 0, 64, INNO__WANT_SCORES, take, &r, NULL), INNO_OK);
  int failed = 0;
  for (int k = 0; k < 64; k++) {
    double p = 0.0;
    inno_status s = inno_uncertainty_replay(b.u, k, &p, NULL, NULL, b.error);
    assert_int_equal(s, r.status[k]);
    assert_int_equal(s, p == 1.0 ? INNO_E_NONPOSITIVE : INNO_OK);
    failed += s != INNO_OK;
    if (s == INNO_OK) continue;
    assert_true(isnan(r.scores[k][0]) && isnan(r.ranks[k][UNITS - 1]));
    assert_non_null(strstr(inno_error_message(b.error), "'A'"));
  }
  assert_true(failed > 32 && failed < 60); /* three quarters */
  close_bench(&b);
}

/* ---- several assumptions in one call ---- */

static void the_design_of_the_jrc(void **state) {
  bench b;
  double p[4], score[UNITS];
  int seen[2][2] = {{0}};
  (void)state;
  open_bench(&b, "arithmetic", 1);
  inno_scheme *impute = scheme(INNO_STEP_IMPUTE, "rule", "mean");
  const inno_scheme *const steps[] = {impute, b.schemes[0], b.schemes[1], b.schemes[2]};
  must(&b, inno_assumptions_add_jrc(b.list, (const char *const[]){"A", "B"}, (double[]){0.1, 0.4}, (double[]){0.3, 0.6},
                                    2, b.schemes[1], 2, 3, impute, 0, b.error));
  assert_int_equal(inno_assumptions_count(b.list), 4);
  must(&b, inno_uncertainty_create(NULL, b.set, NULL, steps, 4, b.data, b.list, b.options, &b.u, b.error));
  for (int64_t r = 0; r < 40; r++) {
    must(&b, inno_uncertainty_replay(b.u, r, p, score, NULL, b.error));
    assert_true(p[0] >= 0.1 && p[0] <= 0.3 && p[1] >= 0.4 && p[1] <= 0.6);
    seen[(int)p[2]][(int)p[3]]++;
  }
  assert_true(seen[0][0] && seen[0][1] && seen[1][0] && seen[1][1]);
  /* the hole is filled in two ways, the index is a mean of two kinds */
  double a[UNITS], c[UNITS];
  must(&b, inno_uncertainty_at_parameters(b.u, (double[]){0.2, 0.5, 0, 0}, a, NULL, b.error));
  must(&b, inno_uncertainty_at_parameters(b.u, (double[]){0.2, 0.5, 0, 1}, c, NULL, b.error));
  assert_true(a[5] != c[5]);
  must(&b, inno_uncertainty_at_parameters(b.u, (double[]){0.2, 0.5, 1, 0}, c, NULL, b.error));
  for (int i = 0; i < UNITS; i++) assert_true(c[i] < a[i]);
  inno_scheme_destroy(impute);
  close_bench(&b);
}

/* A panel: the units of one period. */
static void one_period_is_ranked(void **state) {
  bench b;
  double score[UNITS], nominal[UNITS], half[6] = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
  const char *units[UNITS];
  inno_dataset *panel = NULL;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  for (int i = 0; i < UNITS; i++) units[i] = inno_dataset_unit_code(b.data, i);
  must(&b, inno_dataset_create_panel(NULL, UNITS, units, 2, (double[]){2020, 2021}, &panel, b.error));
  for (int j = 0; j < INDICATORS; j++) {
    double column[2 * UNITS];
    for (int i = 0; i < 2 * UNITS; i++) column[i] = value(i, j);
    must(&b, inno_dataset_add_column(panel, codes[j], column, sizeof *column, b.error));
  }
  must(&b, inno_assumptions_add_weight_noise(b.list, 1, 0.5, b.error));
  for (int q = 0; q < 2; q++) {
    option(&b, "period", q == 0 ? "2020" : "2021");
    must(&b, inno_uncertainty_create(NULL, b.set, NULL, (const inno_scheme *const *)b.schemes, 3, panel, b.list,
                                     b.options, &b.u, b.error));
    must(&b, inno_uncertainty_nominal(b.u, nominal, NULL, b.error));
    must(&b, inno_uncertainty_at_point(b.u, half, NULL, score, NULL, b.error));
    for (int i = 0; i < UNITS; i++) assert_true(fabs(score[i] - nominal[i]) <= 1e-13 * nominal[i]);
    inno_uncertainty_destroy(b.u);
    b.u = NULL;
  }
  option(&b, "period", "1999");
  assert_int_equal(inno_uncertainty_create(NULL, b.set, NULL, (const inno_scheme *const *)b.schemes, 3, panel, b.list,
                                           b.options, &b.u, b.error),
                   INNO_E_VALUE);
  inno_dataset_destroy(panel);
  close_bench(&b);
}

/* ---- what is refused ---- */

static void refuse(bench *b, inno_status status, const char *word) {
  assert_int_equal(compile(b), status);
  if (strstr(inno_error_message(b->error), word) == NULL)
    fail_msg("no '%s' in: %s", word, inno_error_message(b->error));
  assert_null(b->u);
  inno_assumptions_destroy(b->list);
  inno_assumptions_create(NULL, &b->list, NULL);
}

static void what_has_no_effect_is_refused(void **state) {
  bench b;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  refuse(&b, INNO_E_ARGUMENT, "no assumption");
  inno_assumptions_add_weight_range(b.list, "nobody", 0.0, 1.0, NULL);
  refuse(&b, INNO_E_CODE, "nobody");
  inno_assumptions_add_weight_range(b.list, "index", 0.0, 1.0, NULL);
  refuse(&b, INNO_E_VALUE, "siblings");
  inno_assumptions_add_weight_range(b.list, "a1", 0.0, 1.0, NULL);
  inno_assumptions_add_weight_noise(b.list, 1, 0.1, NULL);
  refuse(&b, INNO_E_VALUE, "assumptions 1 and 2 (weight_noise) are both about 'a1'");
  inno_assumptions_add_weight_noise(b.list, 3, 0.1, NULL);
  refuse(&b, INNO_E_VALUE, "level 3");
  inno_assumptions_add_simplex(b.list, "a1", NULL);
  refuse(&b, INNO_E_VALUE, "a1");
  inno_assumptions_add_order(b.list, "A", (const char *const[]){"a1", "a2"}, 2, NULL);
  refuse(&b, INNO_E_ARGUMENT, "3 children");
  inno_assumptions_add_order(b.list, "A", (const char *const[]){"a1", "a2", "b1"}, 3, NULL);
  refuse(&b, INNO_E_CODE, "no child");
  add_aggregations(&b, "geometric", "geometric");
  refuse(&b, INNO_E_VALUE, "same method");
  add_aggregations(&b, "arithmetic", "geometric");
  add_aggregations(&b, "arithmetic", "harmonic");
  refuse(&b, INNO_E_VALUE, "both about");
  inno_assumptions_add_error(b.list, "A", NULL, INNO_ERROR_NORMAL, 1.0, INNO_ERROR_SD, NULL);
  refuse(&b, INNO_E_VALUE, "'A'");
  inno_assumptions_add_error(b.list, "a1", "u99", INNO_ERROR_NORMAL, 1.0, INNO_ERROR_SD, NULL);
  refuse(&b, INNO_E_CODE, "u99");
  inno_assumptions_add_removal(b.list, (const char *const[]){"index", "a1"}, 2, 0, NULL);
  refuse(&b, INNO_E_VALUE, "siblings");
  option(&b, "node", "A");
  inno_assumptions_add_removal(b.list, (const char *const[]){"b1", "a1"}, 2, 0, NULL);
  refuse(&b, INNO_E_VALUE, "'b1' is no part of 'A'");
  inno_assumptions_add_weight_noise(b.list, 2, 0.5, NULL); /* the weights of A and B, which A's scores do not know */
  refuse(&b, INNO_E_VALUE, "changes no score of 'A'");
  close_bench(&b);
  open_bench(&b, "median", 0);
  inno_assumptions_add_simplex(b.list, "A", NULL);
  refuse(&b, INNO_E_VALUE, "changes no score");
  close_bench(&b);
}

static void arguments_are_checked(void **state) {
  bench b;
  double p[3] = {0.5, 0.5, 0.5};
  (void)state;
  open_bench(&b, "arithmetic", 0);
  assert_int_equal(inno_assumptions_add_weight_range(b.list, "A", 0.5, 0.5, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_weight_range(b.list, "A", -1.0, 0.5, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_weight_range(b.list, "A", 0.0, INFINITY, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_weight_range(b.list, NULL, 0.0, 1.0, b.error), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_range(NULL, "A", 0.0, 1.0, b.error), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_noise(b.list, 0, 0.5, b.error), INNO_E_ARGUMENT);
  assert_int_equal(inno_assumptions_add_weight_noise(b.list, 1, 1.5, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_weight_noise(b.list, 1, NAN, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_dirichlet(b.list, "A", 0.0, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_dirichlet(b.list, "A", INFINITY, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_removal(b.list, codes, 1, 0, b.error), INNO_E_ARGUMENT);
  assert_int_equal(inno_assumptions_add_removal(b.list, (const char *const[]){"a1", "a1"}, 2, 0, b.error),
                   INNO_E_DUPLICATE);
  assert_int_equal(inno_assumptions_add_error(b.list, "a1", NULL, 4, 1.0, 1, b.error), INNO_E_RULE);
  assert_int_equal(inno_assumptions_add_error(b.list, "a1", NULL, INNO_ERROR_LOGNORMAL, 1.0, INNO_ERROR_SD, b.error),
                   INNO_E_RULE);
  assert_int_equal(inno_assumptions_add_error(b.list, "a1", NULL, 1, -1.0, 1, b.error), INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_bounded(b.list, "A", codes, (double[]){0.5, 0.4, 0.3},
                                                (double[]){0.6, 0.6, 0.6}, 3, b.error),
                   INNO_E_VALUE);
  assert_int_equal(inno_assumptions_add_schemes(b.list, 0, (const inno_scheme *const *)b.schemes, 2, NULL, b.error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_assumptions_count(b.list), 0);
  must(&b, inno_assumptions_add_weight_noise(b.list, 1, 0.5, b.error));
  must(&b, compile(&b));
  assert_int_equal(inno_uncertainty_replay(b.u, -1, NULL, NULL, NULL, b.error), INNO_E_ARGUMENT);
  assert_int_equal(inno_uncertainty_replay(b.u, INT64_MAX, NULL, NULL, NULL, b.error), INNO_E_ARGUMENT);
  double six[6] = {0.5, 0.5, 0.5, 0.5, 0.5, 1.5};
  assert_int_equal(inno_uncertainty_at_point(b.u, six, NULL, NULL, NULL, b.error), INNO_E_VALUE);
  six[5] = NAN;
  assert_int_equal(inno_uncertainty_at_point(b.u, six, NULL, NULL, NULL, b.error), INNO_E_VALUE);
  assert_int_equal(inno_uncertainty_at_parameters(b.u, six, NULL, NULL, b.error), INNO_E_VALUE);
  memset(six, 0, sizeof six); /* a family without weight: the replicate fails, and says which */
  assert_int_equal(inno_uncertainty_at_parameters(b.u, six, NULL, NULL, b.error), INNO_E_WEIGHTS);
  assert_int_equal(inno_uncertainty_at_point(b.u, (double[]){0, 1, 0, 1, 0, 1}, NULL, NULL, NULL, b.error), INNO_OK);
  (void)p;
  close_bench(&b);
}

/* ---- the same bits with every compiler ---- */

static inno_status hash_block(void *context, const inno__replicate_block *block) {
  inno__sha256 *h = context;
  for (int32_t l = 0; l < block->count; l++)
    for (int i = 0; i < UNITS; i++) {
      unsigned char bytes[8];
      uint64_t bits;
      double score = block->scores[i * INNO__LANES + l];
      memcpy(&bits, &score, sizeof bits);
      for (int k = 0; k < 8; k++) bytes[k] = (unsigned char)(bits >> (8 * k));
      inno__sha256_update(h, bytes, sizeof bytes);
    }
  return INNO_OK;
}

static void bits_are_those_of_every_platform(void **state) {
  bench b;
  char hex[65];
  inno__sha256 h;
  (void)state;
  open_bench(&b, "arithmetic", 0);
  add_aggregations(&b, "arithmetic", "geometric");
  must(&b, inno_assumptions_add_simplex(b.list, "A", b.error));
  must(&b, inno_assumptions_add_weight_noise(b.list, 2, 0.5, b.error));
  must(&b, inno_assumptions_add_bounded(b.list, "B", codes + 3, (double[]){0.1, 0.2, 0.0}, (double[]){0.5, 0.4, 0.9}, 3,
                                        b.error));
  must(&b, compile(&b));
  inno__sha256_init(&h);
  assert_int_equal(inno__replicates(b.u, 1234567, 5000, INNO__WANT_SCORES, hash_block, &h, NULL), INNO_OK);
  inno__sha256_hex(&h, hex);
  assert_string_equal(hex, "acca92b1d527c0ccff137cf02eaf3275366c546722abcbcf9d71a852311a9388");
  close_bench(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points_are_those_of_the_generator),
      cmocka_unit_test(simplex_is_uniform),
      cmocka_unit_test(dirichlet_has_its_moments),
      cmocka_unit_test(an_order_is_kept),
      cmocka_unit_test(every_way_gives_the_same_bits),
      cmocka_unit_test(errors_of_measurement_give_the_same_bits),
      cmocka_unit_test(no_error_is_the_nominal_result),
      cmocka_unit_test(nominal_weights_give_nominal_scores),
      cmocka_unit_test(one_sum_is_the_mean_of_means),
      cmocka_unit_test(a_failed_replicate_says_so),
      cmocka_unit_test(the_design_of_the_jrc),
      cmocka_unit_test(one_period_is_ranked),
      cmocka_unit_test(what_has_no_effect_is_refused),
      cmocka_unit_test(arguments_are_checked),
      cmocka_unit_test(bits_are_those_of_every_platform),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
