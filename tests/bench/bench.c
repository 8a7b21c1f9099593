/* Benchmarks of the library, one thread. Usage: bench CASE [FILE]. Prints "name median_seconds" lines; tests/bench/run
 * puts them beside the peer's and turns them into ratios. Absolute times mean little on a shared machine. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "work.h"

enum { REPEATS = 15 };

/* An allocator of the caller's that keeps its memory from one result to the next: the pages are there already. */
typedef struct {
  char *base;
  size_t used, size;
} arena;

static void *INNO_CALL arena_take(void *context, size_t bytes) {
  arena *a = context;
  size_t at = (a->used + 63) / 64 * 64;
  if (bytes > a->size - at) return NULL;
  a->used = at + bytes;
  return a->base + at;
}

static void INNO_CALL arena_release(void *context, void *block, size_t bytes) {
  (void)context; /* all at once, when the next result begins */
  (void)block;
  (void)bytes;
}

/* ---- inputs ---- */

/* Three levels above the indicators: groups of three to four, seven pillars' worth, one index. */
static void add_tree(bench_work *w, int indicators) {
  char code[16], parent[16];
  int groups = indicators / 3, pillars = 7;
  bench_check(inno_indicator_set_add(w->set, "index", NULL, w->error), w->error);
  for (int p = 0; p < pillars; p++) {
    snprintf(code, sizeof code, "p%d", p);
    bench_check(inno_indicator_set_add(w->set, code, "index", w->error), w->error);
  }
  for (int g = 0; g < groups; g++) {
    snprintf(code, sizeof code, "g%d", g);
    snprintf(parent, sizeof parent, "p%d", g % pillars);
    bench_check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
  }
  for (int j = 0; j < indicators; j++) {
    snprintf(code, sizeof code, "i%d", j);
    snprintf(parent, sizeof parent, "g%d", j % groups);
    bench_check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
    bench_check(inno_indicator_set_direction(w->set, code, j % 5 == 4 ? -1 : 1, w->error), w->error);
    bench_check(inno_indicator_set_weight(w->set, code, j % 3 == 2 ? 0.5 : 1.0, w->error), w->error);
  }
  bench_check(inno_indicator_set_freeze(w->set, w->error), w->error);
}

static void add_method(bench_work *w, const int32_t *kinds, int count) {
  inno_scheme *steps[8];
  for (int k = 0; k < count; k++) steps[k] = bench_scheme(w, kinds[k]);
  bench_check(inno_method_create(NULL, w->set, NULL, (const inno_scheme *const *)steps, count, &w->method, w->error),
              w->error);
  for (int k = 0; k < count; k++) inno_scheme_destroy(steps[k]);
}

/* ---- timing ---- */

static double time_results(const bench_work *w, int32_t keep, int64_t runs) {
  double seconds[REPEATS];
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_now();
    for (int64_t k = 0; k < runs; k++) {
      inno_result *result = NULL;
      bench_check(inno_result_create(NULL, w->method, w->data, keep, &result, w->error), w->error);
      inno_result_destroy(result);
    }
    seconds[r] = (bench_now() - begin) / (double)runs;
  }
  return bench_median(seconds, REPEATS);
}

static double time_results_in_arena(const bench_work *w, int64_t units, int nodes, int64_t runs) {
  arena memory = {.used = 0, .size = (size_t)units * (size_t)(nodes + 40) * sizeof(double) + (1u << 20)};
  const inno_allocator a = {arena_take, arena_release, &memory};
  double seconds[REPEATS];
  memory.base = bench_grab(memory.size);
  memset(memory.base, 0, memory.size);
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_now();
    for (int64_t k = 0; k < runs; k++) {
      inno_result *result = NULL;
      memory.used = 0;
      bench_check(inno_result_create(&a, w->method, w->data, INNO_KEEP_SCORES, &result, w->error), w->error);
      inno_result_destroy(result);
    }
    seconds[r] = (bench_now() - begin) / (double)runs;
  }
  free(memory.base);
  return bench_median(seconds, REPEATS);
}

static double time_ranks(const bench_work *w, int64_t runs) {
  double seconds[REPEATS];
  inno_result *result = NULL;
  bench_check(inno_result_create(NULL, w->method, w->data, INNO_KEEP_SCORES, &result, w->error), w->error);
  double *rank = bench_grab((size_t)inno_result_unit_count(result) * sizeof *rank);
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_now();
    for (int64_t k = 0; k < runs; k++)
      for (int64_t j = 0; j < inno_result_node_count(result); j++)
        bench_check(inno_result_ranks(result, j, NULL, rank, sizeof *rank, w->error), w->error);
    seconds[r] = (bench_now() - begin) / (double)runs;
  }
  free(rank);
  inno_result_destroy(result);
  return bench_median(seconds, REPEATS);
}

/* The whole audit; draws: random data sets of the parallel analysis. */
static double time_audit(bench_work *w, int draws, int repeats) {
  double best = 0.0;
  inno_scheme *options = bench_scheme(w, INNO_STEP_AUDIT);
  bench_check(inno_scheme_set_i64(options, NULL, INNO_KEY_AUDIT_PARALLEL_DRAWS, draws, w->error), w->error);
  for (int r = 0; r < repeats; r++) {
    inno_analysis *a = NULL;
    double begin = bench_now();
    bench_check(inno_analysis_create_audit(NULL, options, w->method, w->data, &a, w->error), w->error);
    double seconds = bench_now() - begin;
    best = r == 0 || seconds < best ? seconds : best;
    inno_analysis_destroy(a);
  }
  inno_scheme_destroy(options);
  return best;
}

/* What the unit in the middle has to change to gain three places: every indicator alone; with costs also together. */
static double time_climb(bench_work *w, int64_t units, int indicators, int together, double *tries) {
  double best = 0.0, goal = 0.0, *costs = bench_grab((size_t)indicators * sizeof *costs);
  double *rank = bench_grab((size_t)units * sizeof *rank);
  inno_result *result = NULL;
  bench_check(inno_result_create(NULL, w->method, w->data, INNO_KEEP_SCORES, &result, w->error), w->error);
  const int64_t index = inno_result_node_count(result) - 1;
  bench_check(inno_result_ranks(result, index, NULL, rank, sizeof *rank, w->error), w->error);
  goal = rank[units / 2] > 3.0 ? rank[units / 2] - 3.0 : 1.0;
  for (int j = 0; j < indicators; j++) costs[j] = 1.0 + j % 7;
  for (int r = 0; r < 3; r++) {
    inno_analysis *a = NULL;
    double begin = bench_now();
    bench_check(inno_analysis_create_climb(NULL, NULL, w->method, w->data, units / 2, INNO_GOAL_RANK, goal, -1,
                                           together ? costs : NULL, sizeof(double), NULL, 0, &a, w->error),
                w->error);
    double seconds = bench_now() - begin, more = 0.0;
    best = r == 0 || seconds < best ? seconds : best;
    *tries = 0.0;
    for (int j = 0; j < indicators; j++) {
      bench_check(inno_analysis_record(a, INNO_RECORD_CLIMB, j, INNO_FIELD_TRIES, &more, w->error), w->error);
      *tries += more;
    }
    if (together) {
      bench_check(inno_analysis_record(a, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_TRIES, &more, w->error), w->error);
      *tries += more;
    }
    inno_analysis_destroy(a);
  }
  inno_result_destroy(result);
  free(rank);
  free(costs);
  return best;
}

static void print_climb(bench_work *w, const char *name, int64_t units, int indicators, int together) {
  double tries = 0.0, seconds = time_climb(w, units, indicators, together, &tries);
  printf("%s %.9g\n%s_tries %.0f\n", name, seconds, name, tries);
}

/* Copying the matrix into fresh memory, as a result has to. */
static double time_copy(int64_t units, int indicators) {
  size_t bytes = (size_t)units * (size_t)indicators * sizeof(double);
  char *from = bench_grab(bytes);
  memset(from, 1, bytes);
  double seconds[REPEATS];
  volatile char sink = 0;
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_now();
    char *to = bench_grab(bytes);
    memcpy(to, from, bytes);
    sink = (char)(sink + to[bytes / 2]);
    free(to);
    seconds[r] = bench_now() - begin;
  }
  free(from);
  return bench_median(seconds, REPEATS);
}

/* ---- cases ---- */

static void small_case(void) {
  static const int32_t kinds[] = {INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  static const int32_t treated[] = {INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  bench_work w;
  bench_start(&w);
  add_tree(&w, 52);
  bench_add_units(&w, 63);
  bench_add_columns(&w, 63, 52, 0.0);
  add_method(&w, kinds, 2);
  printf("normalize+means_63x52 %.9g\n", time_results(&w, INNO_KEEP_SCORES, 2000));
  print_climb(&w, "climb_63x52", 63, 52, 0);
  print_climb(&w, "climb_together_63x52", 63, 52, 1);
  inno_method_destroy(w.method);
  add_method(&w, treated, 3);
  print_climb(&w, "climb_treated_63x52", 63, 52, 0);
  bench_stop(&w);
}

static void scaling_case(int64_t units) {
  static const int32_t untreated[] = {INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  static const int32_t treated[] = {INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  int64_t runs = units >= 100000 ? 1 : 100000 / units;
  bench_work w;
  bench_start(&w);
  add_tree(&w, 50);
  bench_add_units(&w, units);
  bench_add_columns(&w, units, 50, 0.02);
  add_method(&w, untreated, 2);
  printf("untreated_%lldx50 %.9g\n", (long long)units, time_results(&w, INNO_KEEP_SCORES, runs));
  printf("kept_%lldx50 %.9g\n", (long long)units, time_results_in_arena(&w, units, 74, runs));
  inno_method_destroy(w.method);
  add_method(&w, treated, 3);
  printf("treated_%lldx50 %.9g\n", (long long)units, time_results(&w, INNO_KEEP_SCORES, runs));
  bench_stop(&w);
  printf("copy_%lldx50 %.9g\n", (long long)units, time_copy(units, 50));
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("peak_bytes_%lldx50 %.9g\n", (long long)units, (double)usage.ru_maxrss * 1024.0);
}

static void asem_case(const char *path) {
  static const int32_t kinds[] = {INNO_STEP_DENOMINATE, INNO_STEP_IMPUTE,    INNO_STEP_SCREEN,
                                  INNO_STEP_TREAT,      INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  inno_scheme *steps[6];
  bench_work w;
  bench_start(&w);
  bench_read_asem(&w, path);
  for (int k = 0; k < 6; k++) steps[k] = bench_scheme(&w, kinds[k]);
  bench_check(inno_scheme_set_i64(steps[1], NULL, INNO_KEY_IMPUTE_RULE, INNO_IMPUTE_GROUP_MEAN, w.error), w.error);
  bench_check(inno_scheme_set_text(steps[1], NULL, INNO_KEY_IMPUTE_GROUP, "EurAsia_group", w.error), w.error);
  bench_check(inno_scheme_set_f64(steps[2], NULL, INNO_KEY_SCREEN_MIN_COVERAGE, 0.9, w.error), w.error);
  bench_check(inno_scheme_set_text(steps[3], NULL, INNO_KEY_TREAT_RULES, "winsorize, log_ct", w.error), w.error);
  bench_check(inno_method_create(NULL, w.set, NULL, (const inno_scheme *const *)steps, 6, &w.method, w.error), w.error);
  for (int k = 0; k < 6; k++) inno_scheme_destroy(steps[k]);
  printf("asem_scores %.9g\n", time_results(&w, INNO_KEEP_SCORES, 400));
  printf("asem_every_step %.9g\n", time_results(&w, INNO_KEEP_ALL, 400));
  printf("asem_ranks_of_60_nodes %.9g\n", time_ranks(&w, 200));
  printf("asem_audit %.9g\n", time_audit(&w, 0, 15));
  printf("asem_audit_200_draws %.9g\n", time_audit(&w, 200, 3));
  bench_stop(&w);
}

/* The audit of many units. */
static void audit_case(int64_t units) {
  static const int32_t kinds[] = {INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  bench_work w;
  bench_start(&w);
  add_tree(&w, 50);
  bench_add_units(&w, units);
  bench_add_columns(&w, units, 50, 0.02);
  add_method(&w, kinds, 3);
  printf("audit_%lldx50 %.9g\n", (long long)units, time_audit(&w, 0, 3));
  bench_stop(&w);
}

/* ---- what if ---- */

/* A cell, and a value between the ends of its column (as bench_add_columns() makes them): of one that is not treated,
 * so that nothing but the path of one score changes, or of one with outliers. */
static void next_edit(uint64_t *state, int treated, int64_t *row, int64_t *column, double *value) {
  double u = 0.1 + 0.8 * bench_uniform(state);
  *row = (int64_t)(bench_uniform(state) * 63.0);
  *column = 4 * (int64_t)(bench_uniform(state) * 13.0) + (treated ? 0 : 1);
  *value = treated ? 1.0 / (0.02 + u) : 10.0 + u;
}

enum { EDITS = 2000 };

/* Seconds of one edit in a batch with its score and rank; of one that is set and one that is undone. */
static void time_what_ifs(bench_work *w, int treated) {
  static int64_t rows[EDITS], columns[EDITS];
  static double values[EDITS], scores[EDITS], ranks[EDITS];
  double batch[REPEATS], set[REPEATS], undo[REPEATS];
  uint64_t state = 7;
  inno_what_if *what_if = NULL;
  bench_check(inno_what_if_create(NULL, NULL, w->method, w->data, &what_if, w->error), w->error);
  int64_t index = inno_result_node_count(inno_what_if_result(what_if)) - 1;
  for (int e = 0; e < EDITS; e++) next_edit(&state, treated, &rows[e], &columns[e], &values[e]);
  for (int r = 0; r < REPEATS; r++) {
    double begin = bench_cpu();
    bench_check(inno_what_if_try_values(what_if, EDITS, rows, columns, values, sizeof(double), index, scores,
                                        sizeof(double), ranks, sizeof(double), NULL, w->error),
                w->error);
    batch[r] = (bench_cpu() - begin) / EDITS;
    begin = bench_cpu();
    for (int e = 0; e < EDITS / 10; e++)
      bench_check(inno_what_if_set_value(what_if, rows[e], columns[e], values[e], w->error), w->error);
    set[r] = (bench_cpu() - begin) / (EDITS / 10);
    begin = bench_cpu();
    for (int e = 0; e < EDITS / 10; e++) bench_check(inno_what_if_undo(what_if, 1, w->error), w->error);
    undo[r] = (bench_cpu() - begin) / (EDITS / 10);
  }
  inno_what_if_destroy(what_if);
  const char *kind = treated ? "treated" : "path";
  printf("what_if_batch_%s_63x52 %.9g\n", kind, bench_median(batch, REPEATS));
  printf("what_if_set_%s_63x52 %.9g\n", kind, bench_median(set, REPEATS));
  printf("what_if_undo_%s_63x52 %.9g\n", kind, bench_median(undo, REPEATS));
}

static double time_marginal(bench_work *w) {
  double seconds[REPEATS];
  for (int r = 0; r < REPEATS; r++) {
    inno_analysis *a = NULL;
    double begin = bench_cpu();
    bench_check(inno_analysis_create_marginal(NULL, NULL, w->method, w->data, -1, &a, w->error), w->error);
    seconds[r] = bench_cpu() - begin;
    inno_analysis_destroy(a);
  }
  return bench_median(seconds, REPEATS);
}

/* The default method. */
static void what_if_case(void) {
  bench_work w;
  bench_start(&w);
  add_tree(&w, 52);
  bench_add_units(&w, 63);
  bench_add_columns(&w, 63, 52, 0.0);
  bench_check(inno_method_create(NULL, w.set, NULL, NULL, 0, &w.method, w.error), w.error);
  printf("result_63x52 %.9g\n", time_results(&w, INNO_KEEP_ALL, 200));
  time_what_ifs(&w, 0);
  time_what_ifs(&w, 1);
  printf("marginal_63x52 %.9g\n", time_marginal(&w));
  bench_stop(&w);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "small") == 0)
    small_case();
  else if (argc == 3 && strcmp(argv[1], "asem") == 0)
    asem_case(argv[2]);
  else if (argc == 3 && strcmp(argv[1], "scaling") == 0)
    scaling_case(atoll(argv[2]));
  else if (argc == 2 && strcmp(argv[1], "what_if") == 0)
    what_if_case();
  else if (argc == 3 && strcmp(argv[1], "audit") == 0)
    audit_case(atoll(argv[2]));
  else {
    fprintf(stderr, "usage: bench small | what_if | asem FILE | scaling UNITS | audit UNITS\n");
    return 2;
  }
  return 0;
}
