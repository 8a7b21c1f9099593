#define _POSIX_C_SOURCE 200809L
#include "work.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double bench_cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double bench_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int by_value(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

double bench_median(double *x, int n) {
  qsort(x, (size_t)n, sizeof *x, by_value);
  return x[n / 2];
}

void bench_check(inno_status s, inno_error *error) {
  if (s == INNO_OK) return;
  fprintf(stderr, "%s: %s\n", inno_status_name(s), inno_error_message(error));
  exit(1);
}

void *bench_grab(size_t bytes) {
  void *p = malloc(bytes);
  if (p == NULL) exit(1);
  return p;
}

/* A fixed generator, so that every run works on the same numbers. */
double bench_uniform(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(*state >> 11) * 0x1p-53;
}

void bench_add_units(bench_work *w, int64_t units) {
  char *text = bench_grab((size_t)units * 12);
  const char **codes = bench_grab((size_t)units * sizeof *codes);
  for (int64_t i = 0; i < units; i++) {
    codes[i] = text + i * 12;
    snprintf(text + i * 12, 12, "u%d", (int)i);
  }
  bench_check(inno_dataset_create(NULL, units, codes, &w->data, w->error), w->error);
  free(codes);
  free(text);
}

void bench_add_columns(bench_work *w, int64_t units, int indicators, double missing) {
  char code[16];
  uint64_t state = 42;
  double *x = bench_grab((size_t)units * sizeof *x);
  for (int j = 0; j < indicators; j++) {
    for (int64_t i = 0; i < units; i++) {
      double u = bench_uniform(&state);
      x[i] = bench_uniform(&state) < missing ? NAN : j % 4 == 0 ? 1.0 / (0.02 + u) : 10.0 + u;
    }
    snprintf(code, sizeof code, "i%d", j);
    bench_check(inno_dataset_add_column(w->data, code, x, sizeof *x, w->error), w->error);
  }
  free(x);
}

inno_scheme *bench_scheme(bench_work *w, int32_t step) {
  inno_scheme *s = NULL;
  bench_check(inno_scheme_create(NULL, step, &s, w->error), w->error);
  return s;
}

void bench_start(bench_work *w) {
  memset(w, 0, sizeof *w);
  bench_check(inno_error_create(NULL, &w->error), NULL);
  bench_check(inno_indicator_set_create(NULL, &w->set, w->error), w->error);
}

void bench_stop(bench_work *w) {
  inno_method_destroy(w->method);
  inno_dataset_destroy(w->data);
  inno_indicator_set_destroy(w->set);
  inno_error_destroy(w->error);
}

/* FILE as tests/bench/asem.py writes it: counts, nodes, groups, columns; NaN is "nan". */
void bench_read_asem(bench_work *w, const char *path) {
  FILE *file = fopen(path, "r");
  int nodes = 0, units = 0, columns = 0, direction = 0;
  double weight = 0.0;
  char code[64], parent[64], denominator[64], unit[256][64], label[256][64];
  const char *units_list[256], *labels[256];
  if (file == NULL || fscanf(file, "%d %d %d", &nodes, &units, &columns) != 3 || units > 256) exit(1);
  for (int j = 0; j < nodes; j++) {
    if (fscanf(file, "%63s %63s %d %lf %63s", code, parent, &direction, &weight, denominator) != 5) exit(1);
    bench_check(inno_indicator_set_add(w->set, code, strcmp(parent, "-") == 0 ? NULL : parent, w->error), w->error);
    bench_check(inno_indicator_set_direction(w->set, code, direction, w->error), w->error);
    bench_check(inno_indicator_set_weight(w->set, code, weight, w->error), w->error);
    if (strcmp(denominator, "-") != 0)
      bench_check(inno_indicator_set_denominator(w->set, code, denominator, 1.0, w->error), w->error);
  }
  bench_check(inno_indicator_set_freeze(w->set, w->error), w->error);
  for (int i = 0; i < units; i++) {
    if (fscanf(file, "%63s %63s", unit[i], label[i]) != 2) exit(1);
    units_list[i] = unit[i];
    labels[i] = label[i];
  }
  bench_check(inno_dataset_create(NULL, units, units_list, &w->data, w->error), w->error);
  bench_check(inno_dataset_add_group(w->data, "EurAsia_group", labels, w->error), w->error);
  for (int j = 0; j < columns; j++) {
    double x[256];
    if (fscanf(file, "%63s", code) != 1) exit(1);
    for (int i = 0; i < units; i++)
      if (fscanf(file, "%lf", &x[i]) != 1) exit(1);
    bench_check(inno_dataset_add_column(w->data, code, x, sizeof *x, w->error), w->error);
  }
  fclose(file);
}
