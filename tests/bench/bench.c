/* Benchmarks of the library, one thread. Usage: bench CASE [FILE]. Prints "name median_seconds" lines; tests/bench/run puts
 * them beside the peer's and turns them into ratios. Absolute times mean little on a shared machine. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "innoscore/innoscore.h"

enum { REPEATS = 15 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int by_value(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *x, int n) {
  qsort(x, (size_t)n, sizeof *x, by_value);
  return x[n / 2];
}

static void check(inno_status s, inno_error *error) {
  if (s == INNO_OK) return;
  fprintf(stderr, "%s: %s\n", inno_status_name(s), inno_error_message(error));
  exit(1);
}

static void *grab(size_t bytes) {
  void *p = malloc(bytes);
  if (p == NULL) exit(1);
  return p;
}

/* A fixed generator, so that every run works on the same numbers. */
static double uniform(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(*state >> 11) * 0x1p-53;
}

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

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_method *method;
  inno_error *error;
} work;

static void add_units(work *w, int64_t units) {
  char *text = grab((size_t)units * 12);
  const char **codes = grab((size_t)units * sizeof *codes);
  for (int64_t i = 0; i < units; i++) {
    codes[i] = text + i * 12;
    snprintf(text + i * 12, 12, "u%d", (int)i);
  }
  check(inno_dataset_create(NULL, units, codes, &w->data, w->error), w->error);
  free(codes);
  free(text);
}

/* Three levels above the indicators: groups of three to four, seven pillars' worth, one index. */
static void add_tree(work *w, int indicators) {
  char code[16], parent[16];
  int groups = indicators / 3, pillars = 7;
  check(inno_indicator_set_add(w->set, "index", NULL, w->error), w->error);
  for (int p = 0; p < pillars; p++) {
    snprintf(code, sizeof code, "p%d", p);
    check(inno_indicator_set_add(w->set, code, "index", w->error), w->error);
  }
  for (int g = 0; g < groups; g++) {
    snprintf(code, sizeof code, "g%d", g);
    snprintf(parent, sizeof parent, "p%d", g % pillars);
    check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
  }
  for (int j = 0; j < indicators; j++) {
    snprintf(code, sizeof code, "i%d", j);
    snprintf(parent, sizeof parent, "g%d", j % groups);
    check(inno_indicator_set_add(w->set, code, parent, w->error), w->error);
    check(inno_indicator_set_direction(w->set, code, j % 5 == 4 ? -1 : 1, w->error), w->error);
    check(inno_indicator_set_weight(w->set, code, j % 3 == 2 ? 0.5 : 1.0, w->error), w->error);
  }
  check(inno_indicator_set_freeze(w->set, w->error), w->error);
}

static void add_columns(work *w, int64_t units, int indicators, double missing) {
  char code[16];
  uint64_t state = 42;
  double *x = grab((size_t)units * sizeof *x);
  for (int j = 0; j < indicators; j++) {
    for (int64_t i = 0; i < units; i++) {
      double u = uniform(&state);
      x[i] = uniform(&state) < missing ? NAN : j % 4 == 0 ? 1.0 / (0.02 + u) : 10.0 + u;
    }
    snprintf(code, sizeof code, "i%d", j);
    check(inno_dataset_add_column(w->data, code, x, sizeof *x, w->error), w->error);
  }
  free(x);
}

static inno_scheme *scheme(work *w, int32_t step) {
  inno_scheme *s = NULL;
  check(inno_scheme_create(NULL, step, &s, w->error), w->error);
  return s;
}

static void add_method(work *w, const int32_t *kinds, int count) {
  inno_scheme *steps[8];
  for (int k = 0; k < count; k++) steps[k] = scheme(w, kinds[k]);
  check(inno_method_create(NULL, w->set, NULL, (const inno_scheme *const *)steps, count, &w->method, w->error), w->error);
  for (int k = 0; k < count; k++) inno_scheme_destroy(steps[k]);
}

static void start(work *w) {
  memset(w, 0, sizeof *w);
  check(inno_error_create(NULL, &w->error), NULL);
  check(inno_indicator_set_create(NULL, &w->set, w->error), w->error);
}

static void stop(work *w) {
  inno_method_destroy(w->method);
  inno_dataset_destroy(w->data);
  inno_indicator_set_destroy(w->set);
  inno_error_destroy(w->error);
}

/* ---- timing ---- */

static double time_results(const work *w, int32_t keep, int64_t runs) {
  double seconds[REPEATS];
  for (int r = 0; r < REPEATS; r++) {
    double begin = now();
    for (int64_t k = 0; k < runs; k++) {
      inno_result *result = NULL;
      check(inno_result_create(NULL, w->method, w->data, keep, &result, w->error), w->error);
      inno_result_destroy(result);
    }
    seconds[r] = (now() - begin) / (double)runs;
  }
  return median(seconds, REPEATS);
}

static double time_results_in_arena(const work *w, int64_t units, int nodes, int64_t runs) {
  arena memory = {.used = 0, .size = (size_t)units * (size_t)(nodes + 40) * sizeof(double) + (1u << 20)};
  const inno_allocator a = {arena_take, arena_release, &memory};
  double seconds[REPEATS];
  memory.base = grab(memory.size);
  memset(memory.base, 0, memory.size);
  for (int r = 0; r < REPEATS; r++) {
    double begin = now();
    for (int64_t k = 0; k < runs; k++) {
      inno_result *result = NULL;
      memory.used = 0;
      check(inno_result_create(&a, w->method, w->data, INNO_KEEP_SCORES, &result, w->error), w->error);
      inno_result_destroy(result);
    }
    seconds[r] = (now() - begin) / (double)runs;
  }
  free(memory.base);
  return median(seconds, REPEATS);
}

static double time_ranks(const work *w, int64_t runs) {
  double seconds[REPEATS];
  inno_result *result = NULL;
  check(inno_result_create(NULL, w->method, w->data, INNO_KEEP_SCORES, &result, w->error), w->error);
  double *rank = grab((size_t)inno_result_unit_count(result) * sizeof *rank);
  for (int r = 0; r < REPEATS; r++) {
    double begin = now();
    for (int64_t k = 0; k < runs; k++)
      for (int64_t j = 0; j < inno_result_node_count(result); j++)
        check(inno_result_ranks(result, j, NULL, rank, sizeof *rank, w->error), w->error);
    seconds[r] = (now() - begin) / (double)runs;
  }
  free(rank);
  inno_result_destroy(result);
  return median(seconds, REPEATS);
}

/* The whole audit; draws: random data sets of the parallel analysis. */
static double time_audit(work *w, int draws, int repeats) {
  double best = 0.0;
  inno_scheme *options = scheme(w, INNO_STEP_AUDIT);
  check(inno_scheme_set_i64(options, NULL, INNO_KEY_AUDIT_PARALLEL_DRAWS, draws, w->error), w->error);
  for (int r = 0; r < repeats; r++) {
    inno_analysis *a = NULL;
    double begin = now();
    check(inno_analysis_create_audit(NULL, options, w->method, w->data, &a, w->error), w->error);
    double seconds = now() - begin;
    best = r == 0 || seconds < best ? seconds : best;
    inno_analysis_destroy(a);
  }
  inno_scheme_destroy(options);
  return best;
}

/* Copying the matrix into fresh memory, as a result has to. */
static double time_copy(int64_t units, int indicators) {
  size_t bytes = (size_t)units * (size_t)indicators * sizeof(double);
  char *from = grab(bytes);
  memset(from, 1, bytes);
  double seconds[REPEATS];
  volatile char sink = 0;
  for (int r = 0; r < REPEATS; r++) {
    double begin = now();
    char *to = grab(bytes);
    memcpy(to, from, bytes);
    sink = (char)(sink + to[bytes / 2]);
    free(to);
    seconds[r] = now() - begin;
  }
  free(from);
  return median(seconds, REPEATS);
}

/* ---- cases ---- */

static void small_case(void) {
  static const int32_t kinds[] = {INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  work w;
  start(&w);
  add_tree(&w, 52);
  add_units(&w, 63);
  add_columns(&w, 63, 52, 0.0);
  add_method(&w, kinds, 2);
  printf("normalize+means_63x52 %.9g\n", time_results(&w, INNO_KEEP_SCORES, 2000));
  stop(&w);
}

static void scaling_case(int64_t units) {
  static const int32_t untreated[] = {INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  static const int32_t treated[] = {INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  int64_t runs = units >= 100000 ? 1 : 100000 / units;
  work w;
  start(&w);
  add_tree(&w, 50);
  add_units(&w, units);
  add_columns(&w, units, 50, 0.02);
  add_method(&w, untreated, 2);
  printf("untreated_%lldx50 %.9g\n", (long long)units, time_results(&w, INNO_KEEP_SCORES, runs));
  printf("kept_%lldx50 %.9g\n", (long long)units, time_results_in_arena(&w, units, 74, runs));
  inno_method_destroy(w.method);
  add_method(&w, treated, 3);
  printf("treated_%lldx50 %.9g\n", (long long)units, time_results(&w, INNO_KEEP_SCORES, runs));
  stop(&w);
  printf("copy_%lldx50 %.9g\n", (long long)units, time_copy(units, 50));
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("peak_bytes_%lldx50 %.9g\n", (long long)units, (double)usage.ru_maxrss * 1024.0);
}

/* FILE as tests/bench/asem.py writes it: counts, nodes, groups, columns; NaN is "nan". */
static void read_asem(work *w, const char *path) {
  FILE *file = fopen(path, "r");
  int nodes = 0, units = 0, columns = 0, direction = 0;
  double weight = 0.0;
  char code[64], parent[64], denominator[64], unit[256][64], label[256][64];
  const char *units_list[256], *labels[256];
  if (file == NULL || fscanf(file, "%d %d %d", &nodes, &units, &columns) != 3 || units > 256) exit(1);
  for (int j = 0; j < nodes; j++) {
    if (fscanf(file, "%63s %63s %d %lf %63s", code, parent, &direction, &weight, denominator) != 5) exit(1);
    check(inno_indicator_set_add(w->set, code, strcmp(parent, "-") == 0 ? NULL : parent, w->error), w->error);
    check(inno_indicator_set_direction(w->set, code, direction, w->error), w->error);
    check(inno_indicator_set_weight(w->set, code, weight, w->error), w->error);
    if (strcmp(denominator, "-") != 0)
      check(inno_indicator_set_denominator(w->set, code, denominator, 1.0, w->error), w->error);
  }
  check(inno_indicator_set_freeze(w->set, w->error), w->error);
  for (int i = 0; i < units; i++) {
    if (fscanf(file, "%63s %63s", unit[i], label[i]) != 2) exit(1);
    units_list[i] = unit[i];
    labels[i] = label[i];
  }
  check(inno_dataset_create(NULL, units, units_list, &w->data, w->error), w->error);
  check(inno_dataset_add_group(w->data, "EurAsia_group", labels, w->error), w->error);
  for (int j = 0; j < columns; j++) {
    double x[256];
    if (fscanf(file, "%63s", code) != 1) exit(1);
    for (int i = 0; i < units; i++)
      if (fscanf(file, "%lf", &x[i]) != 1) exit(1);
    check(inno_dataset_add_column(w->data, code, x, sizeof *x, w->error), w->error);
  }
  fclose(file);
}

static void asem_case(const char *path) {
  static const int32_t kinds[] = {INNO_STEP_DENOMINATE, INNO_STEP_IMPUTE,    INNO_STEP_SCREEN,
                                  INNO_STEP_TREAT,      INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  inno_scheme *steps[6];
  work w;
  start(&w);
  read_asem(&w, path);
  for (int k = 0; k < 6; k++) steps[k] = scheme(&w, kinds[k]);
  check(inno_scheme_set_i64(steps[1], NULL, INNO_KEY_IMPUTE_RULE, INNO_IMPUTE_GROUP_MEAN, w.error), w.error);
  check(inno_scheme_set_text(steps[1], NULL, INNO_KEY_IMPUTE_GROUP, "EurAsia_group", w.error), w.error);
  check(inno_scheme_set_f64(steps[2], NULL, INNO_KEY_SCREEN_MIN_COVERAGE, 0.9, w.error), w.error);
  check(inno_scheme_set_text(steps[3], NULL, INNO_KEY_TREAT_RULES, "winsorize, log_ct", w.error), w.error);
  check(inno_method_create(NULL, w.set, NULL, (const inno_scheme *const *)steps, 6, &w.method, w.error), w.error);
  for (int k = 0; k < 6; k++) inno_scheme_destroy(steps[k]);
  printf("asem_scores %.9g\n", time_results(&w, INNO_KEEP_SCORES, 400));
  printf("asem_every_step %.9g\n", time_results(&w, INNO_KEEP_ALL, 400));
  printf("asem_ranks_of_60_nodes %.9g\n", time_ranks(&w, 200));
  printf("asem_audit %.9g\n", time_audit(&w, 0, 15));
  printf("asem_audit_200_draws %.9g\n", time_audit(&w, 200, 3));
  stop(&w);
}

/* The audit of many units. */
static void audit_case(int64_t units) {
  static const int32_t kinds[] = {INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  work w;
  start(&w);
  add_tree(&w, 50);
  add_units(&w, units);
  add_columns(&w, units, 50, 0.02);
  add_method(&w, kinds, 3);
  printf("audit_%lldx50 %.9g\n", (long long)units, time_audit(&w, 0, 3));
  stop(&w);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "small") == 0) small_case();
  else if (argc == 3 && strcmp(argv[1], "asem") == 0) asem_case(argv[2]);
  else if (argc == 3 && strcmp(argv[1], "scaling") == 0) scaling_case(atoll(argv[2]));
  else if (argc == 3 && strcmp(argv[1], "audit") == 0) audit_case(atoll(argv[2]));
  else {
    fprintf(stderr, "usage: bench small | asem FILE | scaling UNITS | audit UNITS\n");
    return 2;
  }
  return 0;
}
