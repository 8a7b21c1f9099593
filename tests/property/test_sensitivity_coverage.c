/* The bootstrap's intervals hold the exact index as often as they say, over 200 seeds. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support/models.h"

enum { SEEDS = 200, N = 1024, RESAMPLES = 100 };

/* Seeds whose interval holds the exact value, for each estimator, field, kind and input. */
static int held[4][3][3][3];

static void count(const inno_sensitivity *s, int32_t estimator, int32_t field, int32_t kind) {
  const double *exact = field == INNO_SENSITIVITY_FIRST ? model_ishigami_first : model_ishigami_total;
  double low[3], high[3];
  assert_int_equal(inno_sensitivity_intervals(s, field, kind, 0.95, low, 8, high, 8, NULL), INNO_OK);
  for (int j = 0; j < 3; j++) held[estimator][field][kind][j] += low[j] <= exact[j] && exact[j] <= high[j];
}

static void intervals_cover(void **state) {
  int least = SEEDS, all = 0, cases = 0;
  (void)state;
  for (int64_t seed = 0; seed < SEEDS; seed++) {
    inno_design *d = model_design(N, 3, INNO_SEQUENCE_PHILOX, seed, 0);
    double *y = model_run(d, model_ishigami);
    for (int32_t e = INNO_ESTIMATOR_JANSEN; e <= INNO_ESTIMATOR_CENTERED; e++) {
      inno_sensitivity *s = model_analyze(d, y, e, RESAMPLES, seed);
      for (int32_t field = INNO_SENSITIVITY_FIRST; field <= INNO_SENSITIVITY_TOTAL; field++)
        for (int32_t kind = INNO_INTERVAL_PERCENTILE; kind <= INNO_INTERVAL_NORMAL; kind++) count(s, e, field, kind);
      inno_sensitivity_destroy(s);
    }
    free(y);
    inno_design_destroy(d);
  }
  for (int e = 1; e <= 3; e++)
    for (int field = 1; field <= 2; field++)
      for (int kind = 1; kind <= 2; kind++)
        for (int j = 0; j < 3; j++, cases++) {
          int here = held[e][field][kind][j];
          all += here;
          if (here < least) least = here;
        }
  print_message("95 %% intervals hold the index in %.1f %% of the seeds, in the worst of %d cases in %.1f %%\n",
                100.0 * all / cases / SEEDS, cases, 100.0 * least / SEEDS);
  assert_true(least >= 0.90 * SEEDS);
  assert_true(all < 0.99 * cases * SEEDS); /* and they are not merely wide */
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(intervals_cover)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
