/* Resample r: base points drawn with replacement by (seed, r), the runs of one together, everything computed again. */
#include <math.h>
#include <string.h>

#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "numeric/random.h"
#include "robust/sensitivity.h"

/* u n stays below n for every u below 1 and n below 2^53: what is taken from n is half an ulp of n or more. */
static void draw_weights(inno_sensitivity *s, int64_t resample) {
  const inno__random r = {s->seed, (uint64_t)resample, INNO__STREAM_RESAMPLE};
  memset(s->weight, 0, (size_t)s->used * sizeof *s->weight);
  inno__random_uniforms(&r, 0, s->used, s->draw);
  for (int64_t i = 0; i < s->used; i++) s->weight[(int64_t)(s->draw[i] * (double)s->used)] += 1.0;
}

static void resample(inno_sensitivity *s, int64_t r) {
  double mean, variance;
  draw_weights(s, r);
  int there = inno__sensitivity_indices(s, s->weight, s->draw, &mean, &variance);
  s->constant += !there;
  for (int64_t k = 0; k < s->indices; k++) {
    int finite = there && s->draw[k] - s->draw[k] == 0.0;
    s->resampled[k * s->resamples + r] = finite ? s->draw[k] : inno__nan();
  }
}

void inno__sensitivity_advance(inno_sensitivity *s, int64_t count) {
  int before = s->done < s->resamples;
  for (int64_t r = 0; r < count && s->done < s->resamples; r++) resample(s, s->done++);
  if (!before || s->done < s->resamples) return;
  for (int64_t k = 0; k < s->indices; k++) inno__sort(s->resampled + k * s->resamples, s->resamples, s->term);
}

void inno__sensitivity_interval(const inno_sensitivity *s, int64_t index, int32_t kind, double level, double *lower,
                                double *upper) {
  const double *x = s->resampled + index * s->resamples, tail = 0.5 * (1.0 - level);
  int64_t m = s->resamples;
  while (m > 0 && inno__is_missing(x[m - 1])) m--;
  *lower = *upper = inno__nan();
  if (m < 2) return;
  if (kind == INNO_INTERVAL_PERCENTILE) {
    *lower = inno__quantile_sorted(x, m, tail, INNO__QUANTILE_R);
    *upper = inno__quantile_sorted(x, m, 1.0 - tail, INNO__QUANTILE_R);
    return;
  }
  inno__moments moments;
  inno__moments_of(x, m, &moments);
  double reach = inno__normal_critical(tail) * inno__sd(&moments);
  *lower = s->index[index] - reach;
  *upper = s->index[index] + reach;
}
