/* What must hold for every aggregation rule, whatever the data: the order of units and of children, the scale of
 * weights, pieces of work, and dominance. The rules come from the table, so that a new one is tested too. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/chance.h"
#include "support/rules.h"

enum { UNITS = 23, KIDS = 5, ROUNDS = 12 };

/* Values above 0, with ties; a gap now and then when gaps is set. Every unit keeps its first child. */
static void fill(double *x, int gaps) {
  for (int c = 0; c < KIDS; c++)
    for (int i = 0; i < UNITS; i++) {
      double u = uniform();
      x[c * UNITS + i] = c % 2 == 0 ? 1.0 + floor(8.0 * u) : 1.0 + 9.0 * u;
      if (gaps && c > 0 && uniform() < 0.15) x[c * UNITS + i] = NAN;
    }
}

static void shuffle(int *order, int n) {
  for (int i = 0; i < n; i++) order[i] = i;
  for (int i = n - 1; i > 0; i--) {
    int j = (int)(uniform() * (i + 1)), keep = order[i];
    order[i] = order[j];
    order[j] = keep;
  }
}

/* What a rule needs that has no default. */
static const char *needs(const char *rule) {
  static const char *const parameters[][2] = {{"power", "power=2"},
                                              {"owa", "order_weights=3, 2, 1"},
                                              {"mean_of_best", "count=2"},
                                              {"mean_of_worst", "count=2"},
                                              {"mean_min", "alpha=0.5;beta=1"}};
  for (size_t k = 0; k < sizeof parameters / sizeof parameters[0]; k++)
    if (strcmp(parameters[k][0], rule) == 0) return parameters[k][1];
  return "";
}

static const char *rule_at(int32_t index, int32_t *number, char *settings, size_t size) {
  const char *name = NULL;
  assert_int_equal(inno_choice_info(INNO_KEY_AGGREGATE_RULE, index, number, &name), INNO_OK);
  snprintf(settings, size, "rule=%s;%s", name, needs(name));
  return name;
}

static void run(const double *x, const double *weights, const char *settings, double *out) {
  inno_status s = rules_run(x, KIDS, UNITS, weights, settings, out);
  if (s != INNO_OK) fail_msg("%s: %s", settings, rules_message());
}

static void same(const char *settings, const double *a, const double *b, const int *order, double tolerance) {
  for (int i = 0; i < UNITS; i++) {
    double got = b[i], want = a[order != NULL ? order[i] : i];
    int equal = fabs(got - want) <= tolerance * fmax(1.0, fabs(want)) || (isnan(got) && isnan(want));
    if (!equal) fail_msg("%s: unit %d: %.17g, not %.17g", settings, i, got, want);
  }
}

typedef void (*rule_check)(int32_t rule, const char *settings, const double *x, const double *weights);

static void for_every_rule(rule_check check) {
  char settings[128];
  double x[KIDS * UNITS];
  const double weights[KIDS] = {1.0, 0.3, 2.0, 0.1, 0.7};
  for (int32_t k = 0; k < inno_choice_count(INNO_KEY_AGGREGATE_RULE); k++)
    for (seed = 1; seed <= 2 * ROUNDS; seed++) {
      uint64_t begun = seed;
      int32_t rule = 0;
      rule_at(k, &rule, settings, sizeof settings);
      if (rule == INNO_AGGREGATE_FACTOR_SCORES) break; /* refuses children that disagree, as random ones do */
      fill(x, begun % 2 == 0);
      check(rule, settings, x, begun % 3 == 0 ? NULL : weights);
      seed = begun;
    }
}

/* Units in another order have the same scores: nothing is given to whoever stands first. */
static void check_units(int32_t rule, const char *settings, const double *x, const double *weights) {
  double turned[KIDS * UNITS], a[UNITS], b[UNITS];
  int order[UNITS];
  (void)rule;
  shuffle(order, UNITS);
  for (int c = 0; c < KIDS; c++)
    for (int i = 0; i < UNITS; i++) turned[c * UNITS + i] = x[c * UNITS + order[i]];
  run(x, weights, settings, a);
  run(turned, weights, settings, b);
  same(settings, a, b, order, 1e-12);
}

/* Children in another order; kemeny says in the handbook that the first child breaks ties of whole orders. */
static void check_children(int32_t rule, const char *settings, const double *x, const double *weights) {
  double turned[KIDS * UNITS], moved[KIDS], a[UNITS], b[UNITS];
  int order[KIDS];
  if (rule == INNO_AGGREGATE_KEMENY) return;
  shuffle(order, KIDS);
  for (int c = 0; c < KIDS; c++) {
    memcpy(turned + c * UNITS, x + order[c] * UNITS, UNITS * sizeof *x);
    moved[c] = weights != NULL ? weights[order[c]] : 1.0;
  }
  run(x, weights, settings, a);
  run(turned, moved, settings, b);
  same(settings, a, b, NULL, 1e-12);
}

static int adds_up(int32_t rule) {
  return rule == INNO_AGGREGATE_SUM || rule == INNO_AGGREGATE_WEIGHTED_PRODUCT || rule == INNO_AGGREGATE_BORDA;
}

/* Weights three times as large say the same, but where they are points: three times the sum, the cube of the product.
 */
static void check_weights(int32_t rule, const char *settings, const double *x, const double *weights) {
  double a[UNITS], b[UNITS], tripled[KIDS];
  for (int c = 0; c < KIDS; c++) tripled[c] = 3.0 * (weights != NULL ? weights[c] : 1.0);
  run(x, weights, settings, a);
  run(x, tripled, settings, b);
  for (int i = 0; i < UNITS && adds_up(rule); i++)
    a[i] = rule == INNO_AGGREGATE_WEIGHTED_PRODUCT ? a[i] * a[i] * a[i] : 3.0 * a[i];
  same(settings, a, b, NULL, 1e-12);
}

/* Who is at least as good everywhere does not score lower. A penalty for imbalance may take more than it was given, so
 * those that have one are left out, and mean-min with them. */
static void check_dominance(int32_t rule, const char *settings, const double *x, const double *weights) {
  double better[KIDS * UNITS], out[UNITS];
  if (rule >= INNO_AGGREGATE_MEAN_MIN && rule <= INNO_AGGREGATE_PENALIZED_CV) return;
  memcpy(better, x, sizeof better);
  for (int c = 0; c < KIDS; c++) {
    double *child = better + c * UNITS;
    for (int i = 0; i < UNITS; i++) child[i] = isnan(child[i]) ? 3.0 : child[i];
    child[1] = child[0] + (uniform() < 0.5 ? 0.0 : uniform());
  }
  run(better, weights, settings, out);
  if (!(out[1] >= out[0] - 1e-12 * fabs(out[0]))) fail_msg("%s: %.17g below %.17g", settings, out[1], out[0]);
}

/* A child of weight 0 speaks nowhere. */
static void check_silence(int32_t rule, const char *settings, const double *x, const double *weights) {
  double noisy[KIDS * UNITS], a[UNITS], b[UNITS], silent[KIDS];
  (void)rule;
  for (int c = 0; c < KIDS; c++) silent[c] = c == 2 ? 0.0 : weights != NULL ? weights[c] : 1.0;
  memcpy(noisy, x, sizeof noisy);
  for (int i = 0; i < UNITS; i++) noisy[2 * UNITS + i] = -1e6 * uniform();
  run(x, silent, settings, a);
  run(noisy, silent, settings, b);
  assert_memory_equal(a, b, sizeof a);
}

static void the_order_of_units_says_nothing(void **state) {
  (void)state;
  for_every_rule(check_units);
}

static void the_order_of_children_says_nothing(void **state) {
  (void)state;
  for_every_rule(check_children);
}

static void the_scale_of_weights_says_nothing(void **state) {
  (void)state;
  for_every_rule(check_weights);
}

static void who_dominates_is_not_below(void **state) {
  (void)state;
  for_every_rule(check_dominance);
}

static void a_child_of_weight_0_is_silent(void **state) {
  (void)state;
  for_every_rule(check_silence);
}

/* Three periods of which the second is x and the others its neighbors, in pieces of work as small as can be. */
static void run_panel(const double *x, const double *weights, const char *settings, double *out) {
  enum { PERIODS = 3 };
  static const double years[PERIODS] = {2022, 2023, 2024};
  static double column[PERIODS * UNITS];
  static char names[UNITS][16];
  const char *units[UNITS];
  inno_dataset *data = NULL;
  inno_run *work = NULL;
  inno_result *r = NULL;
  int32_t done = 0;
  for (int i = 0; i < UNITS; i++) {
    snprintf(names[i], sizeof names[i], "u%d", i);
    units[i] = names[i];
  }
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, units, PERIODS, years, &data, NULL), INNO_OK);
  for (int c = 0; c < KIDS; c++) {
    for (int i = 0; i < UNITS; i++) {
      column[UNITS + i] = x[c * UNITS + i];
      column[i] = x[c * UNITS + (i + 1) % UNITS];
      column[2 * UNITS + i] = 20.0 - x[c * UNITS + i];
    }
    snprintf(names[0], sizeof names[0], "c%d", c);
    assert_int_equal(inno_dataset_add_column(data, names[0], column, sizeof *column, NULL), INNO_OK);
  }
  inno_indicator_set *set = rules_set(KIDS, weights);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, settings}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  assert_int_equal(inno_run_create(NULL, method, data, INNO_KEEP_ALL, &work, NULL), INNO_OK);
  while (!done) assert_int_equal(inno_run_advance(work, 1, &done, NULL), INNO_OK);
  assert_int_equal(inno_run_finish(work, &r, NULL), INNO_OK);
  double all[PERIODS * UNITS];
  assert_int_equal(inno_result_scores(r, KIDS, all, sizeof *all, NULL), INNO_OK);
  memcpy(out, all + UNITS, UNITS * sizeof *out);
  inno_result_destroy(r);
  inno_run_destroy(work);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  inno_dataset_destroy(data);
}

/* The scores of a period are those of its data alone. */
static void check_periods(int32_t rule, const char *settings, const double *x, const double *weights) {
  double a[UNITS], b[UNITS];
  (void)rule;
  run(x, weights, settings, a);
  run_panel(x, weights, settings, b);
  assert_memory_equal(a, b, sizeof a);
}

static void other_periods_say_nothing(void **state) {
  (void)state;
  for_every_rule(check_periods);
}

/* The flat tier runs the same code, with the defaults of the table. */
static void check_flat(int32_t rule, const char *settings, const double *x, const double *weights) {
  double a[UNITS], b[UNITS];
  int lacks = strstr(settings, ";power") || strstr(settings, ";order") || strstr(settings, ";count") ||
              strstr(settings, ";alpha");
  int32_t s = inno_flat_aggregate(x, UNITS, KIDS, 1, weights, rule, NAN, NAN, NAN, NAN, b);
  assert_int_equal(s, lacks ? INNO_E_MISSING_PARAMETER : INNO_OK);
  if (lacks) return;
  run(x, weights, settings, a);
  assert_memory_equal(a, b, sizeof a);
}

static void cells_give_the_same_bits(void **state) {
  (void)state;
  for_every_rule(check_flat);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_order_of_units_says_nothing),   cmocka_unit_test(the_order_of_children_says_nothing),
      cmocka_unit_test(the_scale_of_weights_says_nothing), cmocka_unit_test(who_dominates_is_not_below),
      cmocka_unit_test(a_child_of_weight_0_is_silent),     cmocka_unit_test(cells_give_the_same_bits),
      cmocka_unit_test(other_periods_say_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
