/* Analyses of a matrix through the public functions. Prints name and seconds, the best of some repeats; with a name,
 * only that one, once, for counting instructions. Usage: analysis [NAME] */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "innoscore/innoscore.h"

enum { COLUMNS = 49, MOST = 4000 };

static double x[COLUMNS * MOST];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* splitmix64: columns that move together, without ties or in 20 grades; missing: one of so many values, 0 = none */
static void make_values(int units, int grades, int missing) {
  unsigned long long seed = 1;
  for (int i = 0; i < units; i++) {
    double common = 0.0;
    for (int j = -1; j < COLUMNS; j++) {
      unsigned long long v = (seed += 0x9e3779b97f4a7c15u);
      v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
      v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
      v ^= v >> 31;
      double u = (double)(v >> 11) * 0x1p-53;
      if (j < 0) common = u;
      if (j < 0) continue;
      u = common + u;
      if (missing && v % (unsigned)missing == 0) u = NAN;
      x[j * units + i] = grades ? floor(10.0 * u) : u;
    }
  }
}

typedef struct {
  const char *name, *correlation; /* NULL = statistics */
  int units, grades, missing;
} job;

static const job jobs[] = {{"statistics_51x49", NULL, 51, 0, 0},
                           {"pearson_1000x49", "pearson", 1000, 0, 0},
                           {"pearson_1000x49_gaps", "pearson", 1000, 0, 20},
                           {"spearman_1000x49", "spearman", 1000, 0, 0},
                           {"kendall_250x49", "kendall", 250, 0, 0},
                           {"kendall_1000x49", "kendall", 1000, 0, 0},
                           {"kendall_4000x49", "kendall", 4000, 0, 0},
                           {"kendall_1000x49_ties", "kendall", 1000, 1, 0},
                           {"kendall_1000x49_gaps", "kendall", 1000, 0, 20},
                           {"kendall_51x49", "kendall", 51, 0, 0}};

static double run(const job *j) {
  inno_scheme *options;
  inno_analysis *a = NULL;
  const ptrdiff_t one = (ptrdiff_t)sizeof *x;
  if (inno_scheme_create(NULL, INNO_STEP_AUDIT, &options, NULL)) exit(1);
  if (j->correlation && inno_scheme_set_text(options, NULL, INNO_KEY_AUDIT_CORRELATION, j->correlation, NULL)) exit(1);
  double begin = now();
  inno_status s = j->correlation ? inno_analysis_create_correlations(NULL, options, x, j->units, COLUMNS, one,
                                                                     j->units * one, NULL, NULL, &a, NULL)
                                 : inno_analysis_create_statistics(NULL, options, x, j->units, COLUMNS, one,
                                                                   j->units * one, NULL, NULL, 0, &a, NULL);
  double seconds = now() - begin;
  if (s) exit(1);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
  return seconds;
}

int main(int argc, char **argv) {
  for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++) {
    double best = INFINITY;
    if (argc > 1 && strcmp(argv[1], jobs[i].name) != 0) continue;
    make_values(jobs[i].units, jobs[i].grades, jobs[i].missing);
    for (int repeat = 0; repeat < (argc > 1 ? 1 : 9); repeat++) best = fmin(best, run(&jobs[i]));
    printf("%s %.9f\n", jobs[i].name, best);
  }
  return 0;
}
