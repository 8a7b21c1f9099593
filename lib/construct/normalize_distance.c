/* Normalizations by distance from, or ratio to, one value. Sources: COINr n_dist2max, n_dist2ref, n_dist2targ,
 * n_fracmax; Handbook, step 5 and Table 15. */
#include <math.h>

#include "construct/normalizer.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* ---- distances ---- */

static inno_status fit_best(inno__fitting *w) {
  w->frame->center = w->best;
  w->frame->scale = w->best - w->worst;
  return INNO_OK;
}

static inno_status fit_reference(inno__fitting *w) {
  int64_t unit = w->rule->reference;
  double reference = unit >= 0 && unit < w->n ? w->x[unit] : inno__nan();
  if (reference != reference)
    return inno__normalize_refuse(w->site, INNO_E_NODATA, INNO__MSG_REFERENCE, 0.0, 0.0, unit);
  if (reference == w->worst)
    return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_REFERENCE_WORST, reference, 0.0, unit);
  w->frame->center = reference;
  w->frame->scale = reference - w->worst;
  return INNO_OK;
}

static inno_status fit_target(inno__fitting *w) {
  double target = 0.0;
  inno_status s = inno__normalize_parameter(w, "target", w->rule->target, &target);
  if (s != INNO_OK) return s;
  int better = w->rule->direction > 0 ? target > w->worst : target < w->worst;
  if (!better) return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_TARGET, w->rule->target, w->worst, -1);
  w->frame->center = w->worst;
  w->frame->scale = target - w->worst;
  return INNO_OK;
}

static inno_status apply_distance(const inno__applying *w) {
  const double center = w->frame->center, scale = w->frame->scale;
  for (int64_t i = 0; i < w->n; i++) w->out[i] = 1.0 - (center - w->x[i]) / scale;
  return INNO_OK;
}

static inno_status apply_reference(const inno__applying *w) {
  apply_distance(w);
  if (w->rule->cap) inno__truncate(w->out, w->n, -INFINITY, 1.0, w->marks);
  return INNO_OK;
}

static inno_status apply_target(const inno__applying *w) {
  inno__linear(w->x, w->n, w->frame, 1.0, 0.0, w->out);
  if (w->rule->cap) inno__truncate(w->out, w->n, -INFINITY, 1.0, w->marks);
  return INNO_OK;
}

/* ---- ratios: x / scale, or where less is better scale / x, so that more is better in both ---- */

/* First value that is not above 0; -1 = none. */
static int64_t find_nonpositive(const double *x, int64_t n) {
  for (int64_t i = 0; i < n; i++)
    if (x[i] <= 0.0) return i;
  return -1;
}

static inno_status fit_fraction(inno__fitting *w) {
  int64_t bad = w->rule->direction < 0 ? find_nonpositive(w->x, w->n) : -1;
  w->frame->scale = w->best;
  if (bad >= 0)
    return inno__normalize_refuse(w->site, INNO_E_NONPOSITIVE, INNO__MSG_FRACTION_VALUE, w->x[bad], 0.0, bad);
  if (w->best > 0.0) return INNO_OK;
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_FRACTION_MAXIMUM, w->best, 0.0, -1);
}

static inno_status fit_ratio_to_mean(inno__fitting *w) {
  int64_t count = 0;
  w->frame->scale = inno__mean(w->x, w->n, &count);
  if (w->frame->scale > 0.0) return INNO_OK;
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_MEAN_DIVISOR, w->frame->scale, 0.0, -1);
}

static inno_status fit_ratio_to_worst(inno__fitting *w) {
  w->frame->scale = w->worst;
  if (w->worst > 0.0) return INNO_OK;
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_WORST_DIVISOR, w->worst, 0.0, -1);
}

static inno_status apply_ratio(const inno__applying *w) {
  const double scale = w->frame->scale;
  if (w->rule->direction > 0) {
    for (int64_t i = 0; i < w->n; i++) w->out[i] = w->x[i] / scale;
    return INNO_OK;
  }
  int64_t bad = find_nonpositive(w->x, w->n);
  if (bad >= 0)
    return inno__normalize_refuse(w->site, INNO_E_NONPOSITIVE, INNO__MSG_FRACTION_VALUE, w->x[bad], 0.0, bad);
  for (int64_t i = 0; i < w->n; i++) w->out[i] = scale / w->x[i];
  return INNO_OK;
}

/* ---- above, around or below the mean ---- */

static inno_status fit_mean(inno__fitting *w) {
  int64_t count = 0;
  w->frame->center = inno__mean(w->x, w->n, &count);
  if (w->frame->center > 0.0 && w->frame->center < INFINITY) return INNO_OK;
  if (w->frame->center > 0.0) /* the sum left the range of a double: every unit would be below it */
    return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_SPREAD, w->frame->minimum, w->frame->maximum, -1);
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_MEAN_DIVISOR, w->frame->center, 0.0, -1);
}

static inno_status apply_above_below(const inno__applying *w) {
  const double mean = w->frame->center, p = w->rule->threshold, sign = w->rule->direction > 0 ? 1.0 : -1.0;
  for (int64_t i = 0; i < w->n; i++) {
    double ratio = w->x[i] / mean, place = ratio > 1.0 + p ? sign : ratio < 1.0 - p ? -sign : 0.0;
    w->out[i] = ratio == ratio ? place : inno__nan();
  }
  return INNO_OK;
}

const inno__normalizer inno__normalize_distance_to_max = {fit_best, apply_distance, INNO__VARIES | INNO__DIVIDES};
const inno__normalizer inno__normalize_distance_to_reference = {fit_reference, apply_reference,
                                                                INNO__VARIES | INNO__DIVIDES};
const inno__normalizer inno__normalize_distance_to_target = {fit_target, apply_target, INNO__DIVIDES};
const inno__normalizer inno__normalize_fraction_of_max = {fit_fraction, apply_ratio, INNO__DIVIDES};
const inno__normalizer inno__normalize_ratio_to_mean = {fit_ratio_to_mean, apply_ratio, INNO__DIVIDES};
const inno__normalizer inno__normalize_ratio_to_worst = {fit_ratio_to_worst, apply_ratio, INNO__DIVIDES};
const inno__normalizer inno__normalize_above_below_mean = {fit_mean, apply_above_below, 0};
