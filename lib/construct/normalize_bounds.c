/* Min-max between bounds that outliers do not move: percentiles (SDG index, EPI), mean and standard deviation, the
 * range without outliers (European Innovation Scoreboard), the goalposts of the adjusted Mazziotta-Pareto index. */
#include <math.h>

#include "construct/normalizer.h"
#include "construct/outliers.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/quantile.h"

/* Near the ends of the range of a double a sum of squares, and so a limit, may be no number. */
static inno_status too_far(const inno__fitting *w) {
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_SPREAD, w->frame->minimum, w->frame->maximum, -1);
}

/* low and high are ends of x; which of them is worst, the direction says. */
static inno_status set_ends(inno__fitting *w, double low, double high) {
  int more = w->rule->direction > 0;
  if (low != low || high != high) return too_far(w);
  if (!(low < high)) return inno__normalize_refuse(w->site, INNO_E_CONSTANT, INNO__MSG_BOUNDS_EQUAL, low, 0.0, -1);
  w->frame->center = more ? low : high;
  w->frame->scale = more ? high - low : low - high;
  return INNO_OK;
}

static inno_status fit_percentiles(inno__fitting *w) {
  const inno__normalize_rule *r = w->rule;
  double *sorted = w->work;
  int64_t m = inno__sort_present(w->x, w->n, sorted);
  return set_ends(w, inno__quantile_sorted(sorted, m, r->lower_percentile / 100.0, r->quantile_type),
                  inno__quantile_sorted(sorted, m, r->upper_percentile / 100.0, r->quantile_type));
}

static inno_status fit_sd(inno__fitting *w) {
  double low, high;
  inno__sd_limits(w->x, w->n, w->rule->sds, &low, &high);
  return set_ends(w, low, high);
}

/* Minimum and maximum of what lies inside the limits. */
static inno_status fit_inner(inno__fitting *w) {
  double low, high, least = INFINITY, most = -INFINITY;
  if (w->rule->outliers == INNO_OUTLIERS_FENCE)
    inno__fence_limits(w->x, w->n, w->rule->reach, w->rule->quantile_type, w->work, &low, &high);
  else
    inno__sd_limits(w->x, w->n, w->rule->sds, &low, &high);
  if (low != low || high != high) return too_far(w);
  for (int64_t i = 0; i < w->n; i++) {
    if (!(w->x[i] >= low && w->x[i] <= high)) continue;
    least = w->x[i] < least ? w->x[i] : least;
    most = w->x[i] > most ? w->x[i] : most;
  }
  if (least < most) return set_ends(w, least, most);
  return inno__normalize_refuse(w->site, INNO_E_CONSTANT, INNO__MSG_BOUNDS_EQUAL,
                                least <= most ? least : w->frame->minimum, 0.0, -1);
}

/* Goalposts half a range around the reference, so that it gets 100 and the range 60 points. */
static inno_status fit_ampi(inno__fitting *w) {
  int64_t count = 0;
  double middle = 0.0, half = (w->frame->maximum - w->frame->minimum) / 2.0;
  if (w->rule->reference_value == w->rule->reference_value) {
    inno_status s = inno__normalize_parameter(w, "reference_value", w->rule->reference_value, &middle);
    if (s != INNO_OK) return s;
  } else {
    middle = inno__mean(w->x, w->n, &count);
  }
  w->frame->center = w->rule->direction > 0 ? middle - half : middle + half;
  w->frame->scale = w->rule->direction > 0 ? 2.0 * half : -2.0 * half;
  return INNO_OK;
}

static inno_status apply_ampi(const inno__applying *w) {
  inno__linear(w->x, w->n, w->frame, 60.0, 70.0, w->out);
  return INNO_OK;
}

enum { KIN = INNO__VARIES | INNO__SCORE_BOUNDS | INNO__DIVIDES };

const inno__normalizer inno__normalize_minmax_percentile = {fit_percentiles, inno__normalize_between, KIN};
const inno__normalizer inno__normalize_minmax_sd = {fit_sd, inno__normalize_between, KIN};
const inno__normalizer inno__normalize_minmax_inner = {fit_inner, inno__normalize_between, KIN};
const inno__normalizer inno__normalize_ampi = {fit_ampi, apply_ampi, INNO__VARIES | INNO__DIVIDES};
