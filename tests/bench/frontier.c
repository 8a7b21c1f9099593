/* Benefit of the doubt of many units: ours, and lp_solve through the same programs in the same run. Prints name and
 * seconds. With INNO_LPSOLVE it needs liblpsolve55-dev. Usage: frontier UNITS INDICATORS */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "construct/benefit_of_doubt.h"

#ifdef INNO_LPSOLVE
#include <lpsolve/lp_lib.h>
#endif

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int n, k;
static double *values, *ours, *theirs, low[64], high[64];
static const double *columns[64];

/* splitmix64: values from 1 to 100, correlated as indicators are */
static void make_values(void) {
  unsigned long long seed = 1;
  for (int i = 0; i < n; i++) {
    double common = 0.0;
    for (int j = -1; j < k; j++) {
      unsigned long long v = (seed += 0x9e3779b97f4a7c15u);
      v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
      v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
      double u = (double)((v ^ (v >> 31)) >> 11) * 0x1p-53;
      if (j < 0) common = u;
      if (j >= 0) values[(size_t)j * (size_t)n + (size_t)i] = 1.0 + 99.0 * (0.5 * common + 0.5 * u);
    }
  }
}

static double run_ours(int bounded, long long *iterations) {
  inno__bod_rule rule = {
      .share_of = INNO__BOD_SHARE_CONTRIBUTION, .zero = INNO__BOD_ZERO_ERROR, .iterations = INNO__BOD_ITERATIONS};
  inno__site nowhere = {NULL, NULL, NULL};
  inno__bod b;
  inno__bod_result r;
  double worst = 0.0;
  if (bounded) rule.bounds.share_lower = low, rule.bounds.share_upper = high;
  void *work = malloc(inno__bod_work_size(k, n, &rule));
  double begin = now();
  *iterations = 0;
  if (inno__bod_begin(&b, columns, k, n, &rule, work, NULL, &nowhere)) exit(1);
  for (int i = 0; i < n; i++) {
    if (inno__bod_unit(&b, i, &r, NULL, NULL, NULL)) exit(1);
    ours[i] = r.score;
    *iterations += r.iterations;
    worst = fmax(worst, fmax(r.certificate.primal, fmax(r.certificate.dual, r.certificate.gap)));
  }
  double seconds = now() - begin;
  free(work);
  if (!(worst < 1e-10)) printf("bad_certificate %g\n", worst);
  return seconds;
}

#ifdef INNO_LPSOLVE
/* max u.y_i, u.y_j <= 1; shares as rows. One program kept from unit to unit, its last basis too: lp_solve at its best.
 */
static double run_theirs(int bounded) {
  double *row = calloc((size_t)k + 1, sizeof *row);
  lprec *lp = make_lp(0, k);
  set_verbose(lp, NEUTRAL);
  set_maxim(lp);
  double begin = now();
  set_add_rowmode(lp, TRUE);
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < k; j++) row[j + 1] = columns[j][i];
    add_constraint(lp, row, LE, 1.0);
  }
  for (int j = 0; j < 2 * k && bounded; j++) add_constraint(lp, row, j < k ? GE : LE, 0.0);
  set_add_rowmode(lp, FALSE);
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < k; j++) row[j + 1] = columns[j][i];
    row[0] = 0.0;
    set_obj_fn(lp, row);
    for (int c = 0; c < 2 * k && bounded; c++) {
      double *share = calloc((size_t)k + 1, sizeof *share), bound = c < k ? low[c] : high[c - k];
      for (int j = 0; j < k; j++) share[j + 1] = ((j == c % k) - bound) * columns[j][i];
      set_row(lp, n + 1 + c, share);
      free(share);
    }
    if (solve(lp) != OPTIMAL) printf("lp_solve_failed %d\n", i);
    theirs[i] = get_objective(lp);
  }
  double seconds = now() - begin;
  delete_lp(lp);
  free(row);
  return seconds;
}
#endif

int main(int argc, char **argv) {
  n = argc > 1 ? atoi(argv[1]) : 1000;
  k = argc > 2 ? atoi(argv[2]) : 7;
  if (n < 1 || k < 1 || k > 64) return 2;
  values = malloc((size_t)n * (size_t)k * sizeof *values);
  ours = malloc((size_t)n * sizeof *ours);
  theirs = malloc((size_t)n * sizeof *theirs);
  for (int j = 0; j < k; j++) columns[j] = values + (size_t)j * (size_t)n, low[j] = 0.5 / k, high[j] = 2.0 / k;
  make_values();
  for (int bounded = 0; bounded < 2; bounded++) {
    const char *name = bounded ? "bod_shares" : "bod";
    long long iterations = 0;
    double best = INFINITY;
    for (int repeat = 0; repeat < 5; repeat++) best = fmin(best, run_ours(bounded, &iterations));
    printf("%s %.9f\n%s_iterations_per_unit %.2f\n", name, best, name, (double)iterations / n);
#ifdef INNO_LPSOLVE
    double other = run_theirs(bounded), worst = 0.0;
    for (int i = 0; i < n; i++) worst = fmax(worst, fabs(ours[i] - theirs[i]));
    printf("%s_lp_solve %.9f\n%s_times_faster %.1f\n%s_largest_difference %.3g\n", name, other, name, other / best,
           name, worst);
#endif
  }
  free(theirs);
  free(ours);
  free(values);
  return 0;
}
