/* Rank bounds hold for every sampled weight vector of the set, whatever the set, the scale of the values and their
 * digits; and weights that are said to give a rank give it. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/chance.h"

enum { N = 20, MOST_K = 7, SAMPLES = 400, TRIALS = 60 };

typedef struct {
  int k, order, digits, ratio;
  double relative, scale;
  double nominal[MOST_K], x[N * MOST_K];
} trial;

static void ok(inno_status s) { assert_int_equal(s, INNO_OK); }

static void make_trial(trial *t, int number) {
  static const double scales[] = {1.0, 1.0, 1e-140, 1e140};
  t->k = 1 + number % MOST_K;
  t->order = number % 3 == 1;
  t->ratio = number % 5 == 4 && t->k > 1;
  t->digits = number % 4 == 2;
  t->relative = number % 2 ? 0.3 : 1.0;
  t->scale = scales[number / 2 % 4];
  for (int j = 0; j < t->k; j++) t->nominal[j] = 1.0 + (t->k - j) / 2.0;
  for (int i = 0; i < N; i++) {
    double general = uniform();
    for (int j = 0; j < t->k; j++) {
      double v = 0.6 * general + 0.4 * uniform();
      t->x[i * t->k + j] = t->scale * (t->digits ? floor(8.0 * v) : v);
    }
  }
}

static inno_weight_set *make_set(const trial *t) {
  inno_weight_set *set = NULL;
  ok(inno_weight_set_create(NULL, t->k, &set, NULL));
  if (t->relative < 1.0) ok(inno_weight_set_around(set, t->nominal, 8, t->relative, NULL));
  for (int j = 0; j + 1 < t->k && t->order; j++) ok(inno_weight_set_add_order(set, j, j + 1, NULL));
  if (t->ratio) ok(inno_weight_set_add_ratio(set, 0, t->k - 1, 0.5, 4.0, NULL));
  return set;
}

/* Inside, often on the border: a mixture of few corners of the simplex, or near the nominal weights. */
static int sample(const trial *t, const inno_weight_set *set, double *w) {
  double sum = 0.0, off;
  for (int j = 0; j < t->k; j++) {
    double u = uniform();
    w[j] = t->relative < 1.0 ? t->nominal[j] * (1.0 + 0.6 * t->relative * (2.0 * u - 1.0)) : u < 0.4 ? 0.0 : u;
    if (t->order && j > 0 && w[j] > w[j - 1]) w[j] = w[j - 1];
    sum += w[j];
  }
  if (!(sum > 0.0)) return 0;
  for (int j = 0; j < t->k; j++) w[j] /= sum;
  ok(inno_weight_set_violation(set, w, 8, &off, NULL));
  return off <= 1e-14;
}

/* Differences within rounding count as neither above nor below: the least and the most that the rank can be. */
static void rank_at(const trial *t, const double *w, int i, int *least, int *most) {
  *least = *most = 1;
  for (int o = 0; o < N; o++) {
    double d = 0.0, size = 0.0;
    for (int j = 0; j < t->k; j++) {
      double term = w[j] * (t->x[o * t->k + j] - t->x[i * t->k + j]);
      d += term;
      size += fabs(term);
    }
    *least += d > 1e-12 * size;
    *most += d > -1e-12 * size && size > 0.0;
  }
}

static void check_samples(const trial *t, const inno_weight_set *set, const inno_rank_bounds *b, int *used) {
  double best[N], worst[N], necessary[N * N], w[MOST_K];
  ok(inno_rank_bounds_values(b, INNO_RANK_BEST_LOWER, best, 8, NULL));
  ok(inno_rank_bounds_values(b, INNO_RANK_WORST_UPPER, worst, 8, NULL));
  ok(inno_rank_bounds_dominance(b, INNO_DOMINANCE_NECESSARY_STRICT, necessary, 8 * N, 8, NULL));
  for (int s = 0; s < SAMPLES; s++) {
    int least, most;
    if (!sample(t, set, w)) continue;
    ++*used;
    for (int i = 0; i < N; i++) {
      rank_at(t, w, i, &least, &most);
      assert_true(most >= best[i] && least <= worst[i]);
      for (int o = 0; o < N; o++) {
        double d = 0.0;
        for (int j = 0; j < t->k; j++) d += w[j] * (t->x[i * t->k + j] - t->x[o * t->k + j]);
        assert_true(necessary[i * N + o] != 1.0 || d >= -1e-13 * t->scale);
      }
    }
  }
}

static void check_witnesses(const trial *t, const inno_weight_set *set, const inno_rank_bounds *b) {
  static const int32_t fields[] = {INNO_RANK_BEST_UPPER, INNO_RANK_WORST_LOWER};
  for (int f = 0; f < 2; f++) {
    double rank[N], w[MOST_K], off;
    ok(inno_rank_bounds_values(b, fields[f], rank, 8, NULL));
    for (int i = 0; i < N; i++) {
      int least, most;
      ok(inno_rank_bounds_weights(b, i, fields[f], w, 8, NULL, NULL));
      ok(inno_weight_set_violation(set, w, 8, &off, NULL));
      assert_true(off <= 1e-9);
      rank_at(t, w, i, &least, &most);
      assert_true(least <= rank[i] && rank[i] <= most);
    }
  }
}

static int count_proven(const inno_rank_bounds *b) {
  double best[N], worst[N];
  int count = 0;
  ok(inno_rank_bounds_values(b, INNO_RANK_BEST_PROVEN, best, 8, NULL));
  ok(inno_rank_bounds_values(b, INNO_RANK_WORST_PROVEN, worst, 8, NULL));
  for (int i = 0; i < N; i++) count += (best[i] == 1.0) + (worst[i] == 1.0);
  return count;
}

static void bounds_hold(void **state) {
  (void)state;
  int used = 0, sides[2] = {0, 0}, proven[2] = {0, 0}; /* values with all digits, with few */
  for (int number = 0; number < TRIALS; number++) {
    trial t;
    inno_rank_bounds *b = NULL;
    int32_t done = 0;
    make_trial(&t, number);
    inno_weight_set *set = make_set(&t);
    ok(inno_rank_bounds_create(NULL, set, t.x, N, 8 * t.k, 8, NULL, &b, NULL));
    for (int piece = 0; !done; piece++) {
      assert_true(piece < 100);
      ok(inno_rank_bounds_advance(b, 10000, &done, NULL));
      if (piece < 2 && !done) check_samples(&t, set, b, &used); /* in between too */
    }
    check_samples(&t, set, b, &used);
    check_witnesses(&t, set, b);
    sides[t.digits] += 2 * N;
    proven[t.digits] += count_proven(b);
    inno_rank_bounds_destroy(b);
    inno_weight_set_destroy(set);
  }
  assert_true(used > TRIALS * SAMPLES / 3);
  print_message("proven: %d of %d, few digits %d of %d\n", proven[0], sides[0], proven[1], sides[1]);
  assert_int_equal(proven[0], sides[0]);
  assert_true(proven[1] >= sides[1] - sides[1] / 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(bounds_hold)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
