/* Replicates a second, one thread unless said otherwise. Usage: uncertainty case | vignette FILE. Prints "name number"
 * lines. The parts of a replicate are timed alone, through the library's own functions, to say where the time is. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "base/table.h"
#include "robust/rough.h"
#include "work.h"

enum { UNITS = 63, INDICATORS = 52, GROUPS = 12, PILLARS = 4, WEIGHTS = INDICATORS + GROUPS + PILLARS };
enum { REPLICATES = 100000, REPEATS = 15, L = INNO__LANES };

/* ---- replicates ---- */

typedef struct {
  const inno_uncertainty *uncertainty;
  int64_t first, count;
  inno_tally *tally;
} job;

static void *run(void *argument) {
  job *j = argument;
  bench_check(inno_tally_create(NULL, j->uncertainty, &j->tally, NULL), NULL);
  bench_check(inno_tally_run(j->tally, j->uncertainty, j->first, j->count, NULL), NULL);
  return NULL;
}

/* Halves in two threads, merged; the digest is that of one thread. */
static double time_two(const inno_uncertainty *u, int64_t count, const char *expected) {
  job half[2] = {{u, 0, count / 2, NULL}, {u, count / 2, count - count / 2, NULL}};
  char digest[65];
  pthread_t other;
  double begin = bench_now();
  if (pthread_create(&other, NULL, run, &half[1]) != 0) exit(1);
  run(&half[0]);
  if (pthread_join(other, NULL) != 0) exit(1);
  bench_check(inno_tally_merge(half[0].tally, half[1].tally, NULL), NULL);
  double seconds = bench_now() - begin;
  bench_check(inno_tally_digest(half[0].tally, digest, sizeof digest, NULL), NULL);
  if (strcmp(digest, expected) != 0) {
    fprintf(stderr, "two threads counted something else than one\n");
    exit(1);
  }
  inno_tally_destroy(half[0].tally);
  inno_tally_destroy(half[1].tally);
  return seconds;
}

/* Seconds of the clock; *work: of the thread. */
static double time_one(const inno_uncertainty *u, int64_t count, char *digest, double *work) {
  job whole = {u, 0, count, NULL};
  double begin = bench_now(), cpu = bench_cpu();
  run(&whole);
  double seconds = bench_now() - begin;
  *work = bench_cpu() - cpu;
  bench_check(inno_tally_digest(whole.tally, digest, 65, NULL), NULL);
  if (inno_tally_number(whole.tally, INNO_TALLY_FAILED) != 0) exit(1);
  inno_tally_destroy(whole.tally);
  return seconds;
}

/* Best rates, and the median of the ratios of neighbours in time. */
static void report(const char *name, const inno_uncertainty *u, int64_t count) {
  double one = INFINITY, two = INFINITY, ratio[REPEATS];
  char digest[65];
  for (int r = 0; r < REPEATS; r++) {
    double work, single = time_one(u, count, digest, &work), both = time_two(u, count, digest);
    one = fmin(one, work);
    two = fmin(two, both);
    ratio[r] = single / both;
  }
  printf("%s %.9g\n", name, (double)count / one);
  printf("%s_two_threads %.9g\n", name, (double)count / two);
  printf("%s_two_threads_ratio %.9g\n", name, bench_median(ratio, REPEATS));
}

/* ---- parts ---- */

typedef struct {
  const inno__kernel *kernel;
  inno__ranking ranking;
  inno__table terms, columns;
  inno__rough rough;
  double *points, *weights, *effective, *scores;
  double middle[WEIGHTS], reach[WEIGHTS], sum[L], above[L];
  int64_t child[INDICATORS];
  int32_t *keys, *ranks;
} parts;

static double *lanes_of(int64_t rows) {
  double *x = aligned_alloc(64, (size_t)rows * L * sizeof *x);
  if (x == NULL) exit(1);
  return memset(x, 0, (size_t)rows * L * sizeof *x);
}

static void open_parts(parts *p) {
  inno_allocator a;
  uint64_t state = 7;
  memset(p, 0, sizeof *p);
  bench_check(inno__allocator_resolve(NULL, &a), NULL);
  p->kernel = inno__kernel_best();
  if (!inno__table_create(&a, INDICATORS, UNITS, &p->terms) || !inno__table_create(&a, UNITS, INDICATORS, &p->columns))
    exit(1);
  for (int i = 0; i < UNITS; i++)
    for (int j = 0; j < INDICATORS; j++)
      inno__column(&p->terms, i)[j] = inno__column(&p->columns, j)[i] = bench_uniform(&state);
  p->rough.term = bench_grab(inno__rough_terms(&p->terms) * sizeof(float));
  p->rough.weights = bench_grab(inno__rough_weights(&p->terms) * sizeof(float));
  if (!inno__rough_fill(&p->rough, &p->terms, &p->columns)) exit(1);
  p->points = lanes_of(WEIGHTS);
  p->weights = lanes_of(WEIGHTS);
  p->effective = lanes_of(WEIGHTS);
  p->scores = lanes_of(UNITS);
  p->keys = (int32_t *)(void *)lanes_of(UNITS);
  p->ranks = (int32_t *)(void *)lanes_of(UNITS);
  for (int j = 0; j < WEIGHTS; j++) {
    p->middle[j] = 1.0;
    p->reach[j] = 0.25;
  }
  for (int j = 0; j < INDICATORS; j++) p->child[j] = j;
  for (int l = 0; l < L; l++) p->above[l] = 1.0;
  p->ranking.n = UNITS;
  p->ranking.bits = 6;
  p->ranking.comparisons = inno__network(UNITS, NULL);
  uint32_t *network = bench_grab(2 * (size_t)p->ranking.comparisons * sizeof *network);
  inno__network(UNITS, network);
  p->ranking.network = network;
  for (int l = 0; l < L; l++) inno__ranking_scale(&p->ranking, l, 0.0, 1.0);
}

static void random_part(parts *p) { p->kernel->numbers(42, 0, 0, WEIGHTS, p->points); }
static void noise_part(parts *p) { p->kernel->noise(p->middle, p->reach, WEIGHTS, p->points, p->weights); }
static void sum_part(parts *p) { p->kernel->sums(&p->terms, p->effective, p->scores); }
static void rough_part(parts *p) { p->kernel->rough(&p->rough, p->effective, p->scores); }
static void rank_part(parts *p) { p->kernel->ranks(&p->ranking, p->scores, p->keys, p->ranks); }

/* As many families of these sizes as the tree has. */
static void family_part(parts *p) {
  for (int g = 0; g < GROUPS + PILLARS + 1; g++) {
    int64_t k = g < GROUPS ? INDICATORS / GROUPS + (g < INDICATORS % GROUPS) : g < GROUPS + PILLARS ? 3 : PILLARS;
    const int64_t at = g < GROUPS ? (int64_t)g * (INDICATORS / GROUPS) : 0;
    (void)p->kernel->family(p->weights, p->child + (at + k <= INDICATORS ? at : 0), k, p->above, p->effective, p->sum);
  }
}

/* Nanoseconds a replicate. */
static double time_part(parts *p, void (*part)(parts *)) {
  enum { CALLS = 500 };
  double best = INFINITY;
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_cpu();
    for (int k = 0; k < CALLS; k++) part(p);
    best = fmin(best, bench_cpu() - begin);
  }
  return best * 1e9 / CALLS / L;
}

/* ---- what the processor can do ---- */

#if defined(__GNUC__) && defined(__x86_64__)
typedef double vector __attribute__((vector_size(32)));
#define WIDE __attribute__((target("avx2")))
#else
typedef double vector;
#define WIDE
#endif

/* Multiplications and additions that wait for nothing but themselves: nanoseconds for a vector's multiply-add. */
static WIDE double time_multiply_adds(void) {
  enum { CALLS = 2000000, CHAINS = 10 };
  double best = INFINITY;
  volatile double seed = 1.0;
  for (int r = 0; r < REPEATS; r++) {
    vector w = (vector){0} + seed, a = w, b = w, c = w, d = w, e = w, f = w, g = w, h = w, i = w, j = w;
    double begin = bench_cpu();
    for (int k = 0; k < CALLS; k++) {
      a += w * w, b += w * w, c += w * w, d += w * w, e += w * w;
      f += w * w, g += w * w, h += w * w, i += w * w, j += w * w;
#if defined(__GNUC__) && defined(__x86_64__)
      __asm__ volatile("" : "+x"(w), "+x"(a), "+x"(b), "+x"(c), "+x"(d), "+x"(e));
      __asm__ volatile("" : "+x"(f), "+x"(g), "+x"(h), "+x"(i), "+x"(j));
#endif
    }
    best = fmin(best, bench_cpu() - begin);
    a += b + c + d + e + f + g + h + i + j;
    seed = *(double *)&a > 0.0 ? 1.0 : 0.5;
  }
  return best * 1e9 / CALLS / CHAINS;
}

/* ---- cases ---- */

static void add_tree(bench_work *w) {
  char code[16], parent[16];
  bench_check(inno_indicator_set_add(w->set, "index", NULL, w->error), w->error);
  for (int p = 0; p < PILLARS; p++) {
    snprintf(code, sizeof code, "p%d", p);
    bench_check(inno_indicator_set_add(w->set, code, "index", w->error), w->error);
  }
  for (int g = 0; g < GROUPS; g++) {
    snprintf(code, sizeof code, "g%d", g);
    snprintf(parent, sizeof parent, "p%d", g % PILLARS);
    bench_check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
  }
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    snprintf(parent, sizeof parent, "g%d", j % GROUPS);
    bench_check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
  }
  bench_check(inno_indicator_set_freeze(w->set, w->error), w->error);
}

static void all_weights(void) {
  bench_work w;
  inno_assumptions *list = NULL;
  inno_uncertainty *u = NULL;
  bench_start(&w);
  add_tree(&w);
  bench_add_units(&w, UNITS);
  bench_add_columns(&w, UNITS, INDICATORS, 0.0);
  bench_check(inno_assumptions_create(NULL, &list, w.error), w.error);
  for (int32_t level = 1; level <= 3; level++)
    bench_check(inno_assumptions_add_weight_noise(list, level, 0.25, w.error), w.error);
  inno_scheme *steps[2] = {bench_scheme(&w, INNO_STEP_NORMALIZE), bench_scheme(&w, INNO_STEP_AGGREGATE)};
  bench_check(
      inno_uncertainty_create(NULL, w.set, NULL, (const inno_scheme *const *)steps, 2, w.data, list, NULL, &u, w.error),
      w.error);
  if (inno_uncertainty_dimension_count(u) != WEIGHTS) exit(1);
  report("replicates", u, REPLICATES);
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(list);
  for (int k = 0; k < 2; k++) inno_scheme_destroy(steps[k]);
  bench_stop(&w);
}

static void time_parts(void) {
  static const struct {
    const char *name;
    void (*part)(parts *);
  } all[] = {
      {"random", random_part}, {"noise", noise_part}, {"family", family_part}, {"sum", sum_part}, {"rank", rank_part}};
  parts p;
  open_parts(&p);
  for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) /* each leaves what the next one needs */
    printf("part_%s %.9g\n", all[k].name, time_part(&p, all[k].part));
  if (p.kernel->rough != NULL) printf("part_rough %.9g\n", time_part(&p, rough_part));
  printf("comparisons %d\n", (int)p.ranking.comparisons);
  printf("multiply_add %.9g\n", time_multiply_adds());
  printf("multiply_add_lanes %d\n", (int)(sizeof(vector) / sizeof(double)));
}

/* The four assumptions of COINr's vignette: limit of the treatment, normalization, 100 sets of noisy weights,
 * aggregation. */
static void add_choice(bench_work *w, inno_assumptions *list, int64_t position, inno_scheme *const *s, int64_t count) {
  bench_check(inno_assumptions_add_schemes(list, position, (const inno_scheme *const *)s, count, NULL, w->error),
              w->error);
  for (int64_t k = 0; k < count; k++) inno_scheme_destroy(s[k]);
}

static void add_sets(bench_work *w, inno_assumptions *list) {
  enum { SETS = 100 };
  inno_weights *sets[SETS];
  uint64_t state = 3;
  for (int s = 0; s < SETS; s++) {
    bench_check(inno_weights_create_given(NULL, w->set, &sets[s], w->error), w->error);
    for (int64_t j = 0; j < inno_indicator_set_node_count(w->set); j++) {
      const char *code = inno_indicator_set_code(w->set, j);
      double weight = 1.0;
      bench_check(inno_weights_get(sets[s], code, &weight, w->error), w->error);
      weight *= 1.0 + 0.25 * (2.0 * bench_uniform(&state) - 1.0);
      bench_check(inno_weights_set(sets[s], code, weight, w->error), w->error);
    }
  }
  bench_check(inno_assumptions_add_weight_sets(list, (const inno_weights *const *)sets, SETS, NULL, w->error),
              w->error);
  for (int s = 0; s < SETS; s++) inno_weights_destroy(sets[s]);
}

static inno_scheme *treatment(bench_work *w, int64_t limit) {
  inno_scheme *s = bench_scheme(w, INNO_STEP_TREAT);
  bench_check(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_RULES, "winsorize, log_ct", w->error), w->error);
  bench_check(inno_scheme_set_i64(s, NULL, INNO_KEY_TREAT_LIMIT, limit, w->error), w->error);
  return s;
}

static inno_scheme *normalization(bench_work *w, int64_t rule, int32_t key, double x, int32_t key2, double y) {
  inno_scheme *s = bench_scheme(w, INNO_STEP_NORMALIZE);
  bench_check(inno_scheme_set_i64(s, NULL, INNO_KEY_NORMALIZE_RULE, rule, w->error), w->error);
  bench_check(inno_scheme_set_f64(s, NULL, key, x, w->error), w->error);
  bench_check(inno_scheme_set_f64(s, NULL, key2, y, w->error), w->error);
  return s;
}

static inno_scheme *aggregation(bench_work *w, int64_t rule) {
  inno_scheme *s = bench_scheme(w, INNO_STEP_AGGREGATE);
  bench_check(inno_scheme_set_i64(s, NULL, INNO_KEY_AGGREGATE_RULE, rule, w->error), w->error);
  return s;
}

static void assume_four(bench_work *w, inno_assumptions *list) {
  inno_scheme *limits[5], *normal[2], *aggregate[2];
  for (int k = 0; k < 5; k++) limits[k] = treatment(w, k + 1);
  normal[0] = normalization(w, INNO_NORMALIZE_MINMAX, INNO_KEY_NORMALIZE_LOWER, 1.0, INNO_KEY_NORMALIZE_UPPER, 100.0);
  normal[1] = normalization(w, INNO_NORMALIZE_ZSCORE, INNO_KEY_NORMALIZE_MEAN, 10.0, INNO_KEY_NORMALIZE_SD, 2.0);
  aggregate[0] = aggregation(w, INNO_AGGREGATE_ARITHMETIC);
  aggregate[1] = aggregation(w, INNO_AGGREGATE_GEOMETRIC);
  add_choice(w, list, 3, limits, 5);
  add_choice(w, list, 4, normal, 2);
  add_sets(w, list);
  add_choice(w, list, 5, aggregate, 2);
}

static void vignette(const char *path) {
  enum { STEPS = 6 };
  bench_work w;
  inno_assumptions *list = NULL;
  inno_uncertainty *u = NULL;
  bench_start(&w);
  bench_read_asem(&w, path);
  inno_scheme *steps[STEPS] = {bench_scheme(&w, INNO_STEP_DENOMINATE), bench_scheme(&w, INNO_STEP_IMPUTE),
                               bench_scheme(&w, INNO_STEP_SCREEN),     treatment(&w, 5),
                               bench_scheme(&w, INNO_STEP_NORMALIZE),  bench_scheme(&w, INNO_STEP_AGGREGATE)};
  bench_check(inno_scheme_set_i64(steps[1], NULL, INNO_KEY_IMPUTE_RULE, INNO_IMPUTE_GROUP_MEAN, w.error), w.error);
  bench_check(inno_scheme_set_text(steps[1], NULL, INNO_KEY_IMPUTE_GROUP, "EurAsia_group", w.error), w.error);
  bench_check(inno_scheme_set_f64(steps[2], NULL, INNO_KEY_SCREEN_MIN_COVERAGE, 0.9, w.error), w.error);
  bench_check(inno_assumptions_create(NULL, &list, w.error), w.error);
  assume_four(&w, list);
  bench_check(inno_uncertainty_create(NULL, w.set, NULL, (const inno_scheme *const *)steps, STEPS, w.data, list, NULL,
                                      &u, w.error),
              w.error);
  report("vignette", u, REPLICATES / 4);
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(list);
  for (int k = 0; k < STEPS; k++) inno_scheme_destroy(steps[k]);
  bench_stop(&w);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "case") == 0) {
    all_weights();
    time_parts();
  } else if (argc == 3 && strcmp(argv[1], "vignette") == 0) {
    vignette(argv[2]);
  } else {
    fprintf(stderr, "usage: uncertainty case | vignette FILE\n");
    return 2;
  }
  return 0;
}
