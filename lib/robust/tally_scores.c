/* What the counters say of scores. */
#include <math.h>

#include "numeric/missing.h"
#include "numeric/quantile.h"
#include "robust/tally.h"

static double step_of(const inno__tally_shape *s) {
  return (s->score_high - s->score_low) / (double)inno__scale_steps(s);
}

static uint64_t inside(const inno_tally *t, int64_t unit) {
  uint64_t sum = 0;
  for (int64_t b = 0; b < t->shape.bins; b++) sum += t->bin[unit * t->shape.bins + b];
  return sum;
}

double inno__tally_score_value(const inno_tally *t, int32_t field, int64_t unit) {
  if (!t->shape.scores) return inno__nan();
  if (field == INNO_TALLY_SCORE_BELOW) return (double)t->below[unit];
  if (field == INNO_TALLY_SCORE_ABOVE) return (double)t->above[unit];
  uint64_t count = inside(t, unit);
  if (count == 0 || t->below[unit] > 0 || t->above[unit] > 0) return inno__nan();
  double above, step = step_of(&t->shape);
  uint64_t center = inno__tally_center(inno__tally_wide(t->sum, unit), count, &above);
  if (field == INNO_TALLY_SCORE_MEAN) return t->shape.score_low + step * ((double)center + above / (double)count);
  /* sum of (x - c)^2 = sum of x^2 - c^2 n - 2 c (sum of x - c), every term exact */
  inno__wide squares = inno__tally_wide(t->square, unit), part;
  inno__wide_times(inno__wide_product(center, center), count, &part);
  if (above < 0.0) inno__wide_add(&squares, inno__wide_product(2 * center, (uint64_t)-above));
  inno__wide_subtract(&squares, part);
  if (above > 0.0) inno__wide_subtract(&squares, inno__wide_product(2 * center, (uint64_t)above));
  double deviation = step * inno__tally_deviation(count, above, squares);
  return field == INNO_TALLY_SCORE_SD ? deviation : deviation / sqrt((double)count);
}

/* ---- quantiles ---- */

/* The bin of the score at a place of the whole sample, from 0; 0 = it is beyond the scale. */
static int find(const inno_tally *t, int64_t unit, uint64_t at, int64_t *bin, uint64_t *before) {
  const uint64_t *count = t->bin + unit * t->shape.bins;
  *before = t->below[unit];
  if (at < *before) return 0;
  for (int64_t b = 0; b < t->shape.bins; *before += count[b++]) {
    *bin = b;
    if (at - *before < count[b]) return 1;
  }
  return 0;
}

int inno__tally_score_place(const inno_tally *t, int64_t unit, double p, int32_t type, inno__score_place *out) {
  if (!t->shape.scores) return 0;
  uint64_t count = inside(t, unit) + t->below[unit] + t->above[unit];
  if (count == 0) return 0;
  inno__quantile_place place = inno__quantile_places((int64_t)count, p, type);
  *out = (inno__score_place){.upper = place.upper};
  out->at[0] = (uint64_t)(place.upper == 1.0 ? place.high : place.low);
  out->at[1] = (uint64_t)(place.upper == 0.0 ? place.low : place.high);
  return find(t, unit, out->at[0], &out->bin[0], &out->before[0]) &&
         find(t, unit, out->at[1], &out->bin[1], &out->before[1]);
}

/* The middle of the bin: no score of it is farther away than half a bin, and half a step of rounding. */
static double middle(const inno__tally_shape *s, int64_t bin) {
  return s->score_low + (s->score_high - s->score_low) * (((double)bin + 0.5) / (double)s->bins);
}

double inno__tally_score_error(const inno_tally *t) {
  return (t->shape.score_high - t->shape.score_low) / (double)t->shape.bins / 2.0 + step_of(&t->shape);
}

double inno__tally_score_quantile(const inno_tally *t, int64_t unit, double p, int32_t type) {
  inno__score_place place;
  if (!inno__tally_score_place(t, unit, p, type, &place)) return inno__nan();
  return inno__quantile_between(middle(&t->shape, place.bin[0]), middle(&t->shape, place.bin[1]), place.upper);
}
