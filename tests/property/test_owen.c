/* Splits against their definition: on small trees with every rule and with gaps, the mean over every order of children
 * in children of what an indicator adds, from the scores of all coalitions that the pipeline itself computes. Also the
 * path where there are too many coalitions. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "explain/owen.h"
#include "innoscore/contributions.h"
#include "support/golden.h"

enum { MOST = 10, COALITIONS = 1 << MOST, UNITS = COALITIONS + 1 };

static uint64_t state_of;
static double draw(void) { /* 0..1, xorshift */
  state_of ^= state_of << 13;
  state_of ^= state_of >> 7;
  state_of ^= state_of << 17;
  return (double)(state_of >> 11) / 9007199254740992.0;
}

typedef struct {
  inno_indicator_set *set;
  inno_method *method;
  int64_t m;
  double x[MOST], y[MOST], worth[UNITS];
} game;

/* Two levels of aggregates: the index, three pillars of 1 to 3 indicators, and one indicator below the index. */
static void make_tree(game *g) {
  char code[24];
  assert_int_equal(inno_indicator_set_create(NULL, &g->set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(g->set, "index", NULL, NULL), INNO_OK);
  for (int p = 0; p < 3; p++) {
    const char pillar[2] = {(char)('p' + p), '\0'};
    assert_int_equal(inno_indicator_set_add(g->set, pillar, "index", NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_weight(g->set, pillar, 0.5 + draw(), NULL), INNO_OK);
    for (int k = 0, n = 1 + (int)(3 * draw()); k < n; k++) {
      snprintf(code, sizeof code, "%s%d", pillar, k);
      assert_int_equal(inno_indicator_set_add(g->set, code, pillar, NULL), INNO_OK);
      assert_int_equal(inno_indicator_set_weight(g->set, code, draw() < 0.1 && k > 0 ? 0.0 : 0.5 + draw(), NULL),
                       INNO_OK);
    }
  }
  assert_int_equal(inno_indicator_set_add(g->set, "s", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(g->set, NULL), INNO_OK);
}

static void make_method(game *g, const char *aggregation) {
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, aggregation}, {0, NULL}};
  g->method = golden_method(g->set, steps);
}

/* One unit a coalition: bit j says that indicator j has the value of the first side. One more has every value. */
static void play(game *g) {
  static char names[UNITS][24];
  static const char *codes[UNITS];
  static double column[UNITS];
  inno_dataset *data;
  int64_t count = (int64_t)1 << g->m;
  for (int64_t i = 0; i <= count; i++) {
    snprintf(names[i], sizeof names[i], "u%d", (int)i);
    codes[i] = names[i];
  }
  assert_int_equal(inno_dataset_create(NULL, count + 1, codes, &data, NULL), INNO_OK);
  for (int64_t j = 0; j < g->m; j++) {
    for (int64_t i = 0; i < count; i++) column[i] = i >> j & 1 ? g->x[j] : g->y[j];
    column[count] = 50.0;
    assert_int_equal(
        inno_dataset_add_column(data, inno__names_at(g->method->tree->codes, j), column, sizeof(double), NULL),
        INNO_OK);
  }
  inno_result *r = golden_result(g->method, data);
  assert_int_equal(inno_result_scores(r, inno_result_node_count(r) - 1, g->worth, sizeof(double), NULL), INNO_OK);
  inno_result_destroy(r);
  inno_dataset_destroy(data);
}

/* ---- every order ---- */

typedef struct {
  const game *g;
  const inno__tree *t;
  double sum[MOST];
  int64_t orders;
  int lost; /* a coalition without a score */
  int64_t sequence[MOST];
} orders;

static void one_order(orders *w) {
  int64_t bits = 0;
  double before = w->g->worth[0];
  for (int64_t i = 0; i < w->g->m; i++) {
    bits |= (int64_t)1 << w->sequence[i];
    double after = w->g->worth[bits];
    if (isnan(after) || isnan(before)) w->lost = 1;
    w->sum[w->sequence[i]] += after - before;
    before = after;
  }
  w->orders++;
}

/* Permutations of the children of aggregates, the index first, each as digits of Lehmer's code. */
static int64_t factorial(int64_t n) { return n < 2 ? 1 : n * factorial(n - 1); }

static int64_t put_children(orders *w, int64_t a, const int64_t *code, int64_t at) {
  const inno__tree *t = w->t;
  const int64_t *child = t->children + t->first_child[a - t->indicators];
  int64_t k = inno__child_count(t, a - t->indicators), left[MOST], number = code[a - t->indicators];
  for (int64_t c = 0; c < k; c++) left[c] = child[c];
  for (int64_t n = k; n > 0; n--) {
    int64_t take = number % n, node = left[take];
    number /= n;
    memmove(left + take, left + take + 1, (size_t)(n - 1 - take) * sizeof *left);
    if (node < t->indicators)
      w->sequence[at++] = node;
    else
      at = put_children(w, node, code, at);
  }
  return at;
}

static void every_order(orders *w) {
  int64_t inner = w->t->count - w->t->indicators, code[MOST] = {0};
  for (int64_t a = 0; a < inner;) {
    assert_int_equal(put_children(w, w->t->count - 1, code, 0), w->g->m);
    one_order(w);
    for (a = 0; a < inner && ++code[a] == factorial(inno__child_count(w->t, a)); a++) code[a] = 0;
  }
}

/* ---- the comparison ---- */

static int compared, lost_both, straight, counted;

static void compare(game *g) {
  inno_allocator a;
  inno__owen *o;
  inno__owen_report report;
  double parts[MOST];
  assert_int_equal(inno__allocator_resolve(NULL, &a), INNO_OK);
  orders w = {.g = g, .t = g->method->tree};
  every_order(&w);
  assert_int_equal(inno__owen_create(&a, g->method, g->method->tree->count - 1, &o, NULL), INNO_OK);
  inno__owen_split(o, g->method->tree->weight, g->x, g->y, parts, &report);
  if (w.lost) {
    assert_int_equal(report.status, INNO_E_NODATA);
    lost_both++;
  } else {
    assert_int_equal(report.status, INNO_OK);
    assert_true(report.x == g->worth[((int64_t)1 << g->m) - 1]);
    assert_true(report.y == g->worth[0]);
    for (int64_t j = 0; j < g->m; j++) {
      double expected = w.sum[j] / (double)w.orders;
      if (!(fabs(parts[j] - expected) <= 1e-12 * (1.0 + fabs(expected))))
        fail_msg("%s: %.17g, by definition %.17g", inno__names_at(g->method->tree->codes, j), parts[j], expected);
    }
    compared++;
    straight += report.split == INNO_SPLIT_STRAIGHT;
    counted += report.split == INNO_SPLIT_COALITIONS;
  }
  inno__owen_destroy(o);
}

static const char *const rules[] = {
    "rule=arithmetic",
    "rule=geometric",
    "rule=harmonic;p.rule=arithmetic",
    "rule=power;power=3;q.rule=geometric",
    "rule=arithmetic;p.rule=geometric;q.rule=median",
    "rule=geometric;p.rule=arithmetic;q.rule=arithmetic;r.rule=minimum",
    "rule=sum;p.missing=zero;q.missing=propagate",
    "rule=arithmetic;min_coverage=0.6",
    "rule=geometric;min_coverage=0.5;p.min_coverage=0",
    "rule=mean_min;alpha=0.4;beta=1;p.rule=sum",
    "rule=owa;order_weights=3, 2, 1;p.rule=mean_of_best;count=2",
    "rule=mazziotta_pareto;p.rule=penalized_cv",
    "rule=weighted_product;p.rule=sum",
    "rule=minimum;q.rule=power;q.power=1",
};

static void small_trees(void **state) {
  (void)state;
  state_of = 88172645463325252u;
  for (int round = 0; round < 40; round++)
    for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++) {
      game g = {0};
      double gaps = 0.15 * (round % 4);
      make_tree(&g);
      make_method(&g, rules[r]);
      g.m = g.method->tree->indicators;
      for (int64_t j = 0; j < g.m; j++) {
        g.x[j] = draw() < gaps ? NAN : 1.0 + 99.0 * draw();
        g.y[j] = draw() < gaps ? NAN : draw() < 0.1 ? g.x[j] : 1.0 + 99.0 * draw();
      }
      play(&g);
      compare(&g);
      inno_method_destroy(g.method);
      inno_indicator_set_destroy(g.set);
    }
  print_message("%d splits by definition (%d straight, %d counted), %d without a score in some coalition\n", compared,
                straight, counted, lost_both);
  assert_true(compared > 350 && lost_both > 30 && straight > 60 && counted > 200);
}

/* ---- many children ---- */

static inno_method *flat_method(int children, const char *rule, inno_indicator_set **set) {
  char code[24];
  assert_int_equal(inno_indicator_set_create(NULL, set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(*set, "index", NULL, NULL), INNO_OK);
  for (int j = 0; j < children; j++) {
    snprintf(code, sizeof code, "x%02d", j);
    assert_int_equal(inno_indicator_set_add(*set, code, "index", NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_weight(*set, code, 1.0 + j % 3, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(*set, NULL), INNO_OK);
  return golden_method(*set,
                       (golden_step[]){{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, rule}, {0, NULL}});
}

static void split_flat(int children, const char *rule, const double *x, const double *y, double *parts,
                       inno__owen_report *report) {
  inno_indicator_set *set;
  inno_allocator a;
  inno__owen *o;
  inno_method *m = flat_method(children, rule, &set);
  assert_int_equal(inno__allocator_resolve(NULL, &a), INNO_OK);
  assert_int_equal(inno__owen_create(&a, m, children, &o, NULL), INNO_OK);
  inno__owen_split(o, m->tree->weight, x, y, parts, report);
  inno__owen_destroy(o);
  inno_method_destroy(m);
  inno_indicator_set_destroy(set);
}

/* A geometric mean of 24: w (x - y) times the integral of the mean over the child's value along the line, by Simpson's
 * rule. A child that both sides have equal gets nothing. */
static void path(void **state) {
  enum { K = 24, N = 4000 };
  double x[K], y[K], parts[K], sum = 0.0, weight = 0.0;
  inno__owen_report report;
  (void)state;
  state_of = 362436069u;
  for (int j = 0; j < K; j++) {
    x[j] = 20.0 + 60.0 * draw();
    y[j] = j == 5 ? x[j] : 20.0 + 60.0 * draw();
    weight += 1.0 + j % 3;
  }
  split_flat(K, "rule=geometric", x, y, parts, &report);
  assert_int_equal(report.status, INNO_OK);
  assert_int_equal(report.split, INNO_SPLIT_PATH);
  for (int j = 0; j < K; j++) {
    double integral = 0.0;
    for (int i = 0; i <= N; i++) {
      double t = (double)i / N, log_mean = 0.0;
      for (int c = 0; c < K; c++) log_mean += (1.0 + c % 3) / weight * log(y[c] + t * (x[c] - y[c]));
      integral += (i == 0 || i == N ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * exp(log_mean) / (y[j] + t * (x[j] - y[j]));
    }
    double expected = (1.0 + j % 3) / weight * (x[j] - y[j]) * integral / (3.0 * N);
    assert_true(fabs(parts[j] - expected) <= 1e-8);
    sum += parts[j];
  }
  assert_true(parts[5] == 0.0);
  assert_true(fabs(sum - (report.x - report.y)) <= 1e-13 * 100.0);
  /* straight whatever the number, and also where 15 are one-sided */
  split_flat(K, "rule=arithmetic", x, y, parts, &report);
  assert_int_equal(report.split, INNO_SPLIT_STRAIGHT);
  for (int j = 0; j < K; j++) assert_true(fabs(parts[j] - (1.0 + j % 3) / weight * (x[j] - y[j])) <= 1e-14);
  for (int j = 8; j < K - 1; j++) *(j % 2 ? &x[j] : &y[j]) = NAN;
  split_flat(K, "rule=arithmetic", x, y, parts, &report);
  assert_int_equal(report.status, INNO_OK);
  sum = 0.0;
  for (int j = 0; j < K; j++) sum += parts[j];
  assert_true(fabs(sum - (report.x - report.y)) <= 1e-12);
  /* no straight line leads from a value to none */
  for (int j = 0; j < K; j++) x[j] = 30.0, y[j] = 40.0 + j;
  y[3] = NAN;
  split_flat(K, "rule=geometric", x, y, parts, &report);
  assert_int_equal(report.status, INNO_E_SIZE);
  assert_true(isnan(parts[0]));
}

/* 14 children counted out are close to the path of Aumann and Shapley only where the rule is nearly straight; alike
 * children share alike. */
static void alike(void **state) {
  enum { K = 14 };
  double x[K], y[K], parts[K];
  inno__owen_report report;
  (void)state;
  for (int j = 0; j < K; j++) x[j] = 40.0, y[j] = 10.0;
  split_flat(K, "rule=harmonic", x, y, parts, &report);
  assert_int_equal(report.split, INNO_SPLIT_COALITIONS);
  for (int j = 3; j < K; j++) assert_true(fabs(parts[j] - parts[j % 3]) <= 1e-14 * 30.0);
}

/* Settled parts: sums of any of them are exact, and the total is met. */
static void settle(void **state) {
  (void)state;
  state_of = 123456789u;
  for (int round = 0; round < 2000; round++) {
    double parts[20], sum = 0.0, largest = 0.0;
    for (int j = 0; j < 20; j++) {
      parts[j] = j == 7 ? 0.0 : (draw() - 0.5) * exp2(-30.0 * draw());
      sum += parts[j];
      largest = fmax(largest, fabs(parts[j]));
    }
    double total = (sum + 60.0) - 60.0, copy[20]; /* the difference of two scores of 60 or so */
    memcpy(copy, parts, sizeof parts);
    largest = fmax(largest, fabs(total));
    double left = inno__owen_settle(parts, 20, total, largest), mirrored[20];
    assert_true(inno__owen_sum(parts, 20) == total);
    assert_true(fabs(left) <= 1e-13);
    assert_true(parts[7] == 0.0);
    for (int j = 0; j < 20; j++) mirrored[j] = -copy[j];
    inno__owen_settle(mirrored, 20, -total, largest);
    for (int j = 0; j < 20; j++) assert_true(mirrored[j] == -parts[j]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_trees),
      cmocka_unit_test(path),
      cmocka_unit_test(alike),
      cmocka_unit_test(settle),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
