#include "construct/screen.h"

#include "innoscore/scheme.h"
#include "numeric/missing.h"

void inno__screen_count(const double *x, int64_t n, int32_t *available, int32_t *zeros) {
  for (int64_t i = 0; i < n; i++) {
    available[i] += x[i] == x[i];
    zeros[i] += x[i] == 0.0;
  }
}

/* As COINr writes them: one minus the share that is lacking, so that a threshold is met or missed by the same bits. */
double inno__screen_coverage(int32_t available, int32_t indicators) {
  return 1.0 - (double)(indicators - available) / (double)indicators;
}

double inno__screen_nonzero(int32_t zeros, int32_t available) {
  return available > 0 ? 1.0 - (double)zeros / (double)available : inno__nan();
}

int inno__screen_keep(const inno__screen_rule *rule, int32_t available, int32_t zeros, int32_t indicators,
                      int32_t force) {
  if (force != 0) return force == INNO_FORCE_INCLUDE;
  int coverage = inno__screen_coverage(available, indicators) >= rule->min_coverage;
  int nonzero = inno__screen_nonzero(zeros, available) >= rule->min_nonzero; /* NaN fails */
  if (rule->rule == INNO_SCREEN_COVERAGE) return coverage;
  if (rule->rule == INNO_SCREEN_NONZERO) return nonzero;
  return rule->rule == INNO_SCREEN_BOTH ? coverage && nonzero : 1;
}
