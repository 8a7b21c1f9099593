/* Transformations of a column: the log family, Box-Cox, roots; and how any one rule is fitted and applied. Sources:
 * COINr 1.1 (log_CT and its kin), GII technical notes (log_gii), Box and Cox (1964), European Regional Innovation
 * Scoreboard (roots, the smallest degree that suffices). */
#include <math.h>
#include <string.h>

#include "construct/keys.h"
#include "construct/treater.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/special.h"

static const inno__treater *const treaters[] = {
#define INNO__DEF_IMPLEMENTATIONS
#include "construct/treat.def"
};

enum { COUNT = sizeof treaters / sizeof treaters[0] };

const inno__treater *inno__treater_of(int32_t rule) {
  const inno__treater *found = rule >= 0 && rule < COUNT ? treaters[rule] : NULL;
  return found != NULL ? found : &inno__treatment_none;
}

inno_status inno__treat_refuse(const inno__site *site, inno_status status, int32_t message, double value, double value2,
                               int64_t unit) {
  return inno__fail(site->error, status, message,
                    &(inno__where){.node = site->node,
                                   .unit = unit >= 0 ? inno__site_unit(site, unit) : NULL,
                                   .value = value,
                                   .value2 = value2});
}

static inno_status refuse(const inno__treating *w, inno_status status, int32_t message, double value, double value2) {
  return inno__treat_refuse(w->site, status, message, value, value2, -1);
}

/* A change of sign that leaves a missing value as it is: the sign bit of a NaN is part of its pattern. */
static inline double negative(double x) { return x == x ? -x : x; }

/* ---- ln x ---- */

static inno_status fit_log(inno__treating *w) {
  for (int64_t i = 0; i < w->n; i++)
    if (w->x[i] <= 0.0)
      return inno__treat_refuse(w->site, INNO_E_NONPOSITIVE, INNO__MSG_LOG_NONPOSITIVE, w->x[i], 0.0, i);
  return INNO_OK;
}

static double itself(const inno__treat_stage *s, double x) {
  (void)s;
  return x;
}

static double log_of(const inno__treat_stage *s, double y) {
  return s->mirrored ? negative(inno__log(y)) : inno__log(y);
}

/* ---- log_gii: ln((f max - 1)(x - min)/(max - min) + 1); for bads GII has max - x in place of x - min, which reverses
 * the column: its negative keeps the column's own direction, and the normalization reverses it as it does every bad. */

static inno_status fit_log_gii(inno__treating *w) {
  double f = w->rule->factor;
  if (!(w->max > 0.0)) return refuse(w, INNO_E_DOMAIN, INNO__MSG_GII_MAXIMUM, w->max, 0.0);
  if (f != f)
    for (f = 1.0; !(f * w->max > 1.0) && f < 1e300;) f *= 10.0;
  if (!(f * w->max > 1.0)) return refuse(w, INNO_E_DOMAIN, INNO__MSG_GII_FACTOR, w->max, f);
  w->stage->parameter = f;
  w->stage->mirrored = w->rule->direction < 0;
  return INNO_OK;
}

static double gii_argument(const inno__treat_stage *s, double x) {
  double stretch = s->parameter * s->maximum - 1.0, range = s->maximum - s->minimum;
  double distance = s->mirrored ? s->maximum - x : x - s->minimum;
  return stretch * distance / range + 1.0;
}

/* ---- log_ct and its kin ---- */

static inno_status fit_nothing(inno__treating *w) {
  (void)w;
  return INNO_OK;
}

static double ct_argument(const inno__treat_stage *s, double x) {
  double step = 0.01 * (s->maximum - s->minimum);
  return s->mirrored ? s->maximum + step - x : x - s->minimum + step;
}

static inno_status fit_log_ct_plus(inno__treating *w) {
  inno__moments m;
  inno__moments_of(w->x, w->n, &m);
  w->stage->mirrored = !(inno__skewness(&m, w->rule->skewness_type) > 0.0);
  return INNO_OK;
}

static double from_one(const inno__treat_stage *s, double x) { return x - s->minimum + 1.0; }

/* ---- powers ---- */

static inno_status fit_boxcox(inno__treating *w) {
  w->stage->parameter = w->rule->lambda;
  if (w->rule->lambda == w->rule->lambda) return INNO_OK;
  return refuse(w, INNO_E_MISSING_PARAMETER, INNO__MSG_LAMBDA, 0.0, 0.0);
}

static double boxcox_of(const inno__treat_stage *s, double y) {
  double lambda = s->parameter;
  return lambda == 0.0 ? inno__log(y) : (inno__pow(y, lambda) - 1.0) / lambda;
}

static inno_status fit_root(inno__treating *w) {
  w->stage->parameter = w->rule->degree == w->rule->degree ? w->rule->degree : 2.0;
  for (int64_t i = 0; i < w->n; i++)
    if (w->x[i] < 0.0) return inno__treat_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_ROOT_NEGATIVE, w->x[i], 0.0, i);
  return INNO_OK;
}

static double root_of(const inno__treat_stage *s, double x) {
  return s->parameter == 2.0 ? sqrt(x) : inno__pow(x, 1.0 / s->parameter);
}

/* Degrees 2, 3, ... until the skewness is small enough, or the last that may be tried. */
static inno_status fit_root_search(inno__treating *w) {
  double *root = w->work;
  inno_status s = fit_root(w);
  for (int32_t degree = 2; s == INNO_OK && degree <= w->rule->max_degree; degree++) {
    inno__moments m;
    w->stage->parameter = degree;
    for (int64_t i = 0; i < w->n; i++) root[i] = w->x[i] == w->x[i] ? root_of(w->stage, w->x[i]) : w->x[i];
    inno__moments_of(root, w->n, &m);
    double skewness = inno__skewness(&m, w->rule->skewness_type);
    if (!(fabs(skewness) >= w->rule->skewness)) break;
  }
  return s;
}

/* ---- any rule ---- */

inno_status inno__treat_fit(inno__treating *w) {
  const inno__treater *how = inno__treater_of(w->stage->rule);
  int64_t count = 0;
  inno__treat_stage *s = w->stage;
  *s = (inno__treat_stage){.rule = s->rule, .parameter = inno__nan(), .low = -INFINITY, .high = INFINITY};
  inno__range(w->x, w->n, &w->min, &w->max, &count);
  s->minimum = how->flags & INNO__MOVES ? inno__nan() : w->min;
  s->maximum = how->flags & INNO__MOVES ? inno__nan() : w->max;
  if (how->fit == NULL) return refuse(w, INNO_E_RULE, INNO__MSG_ARGUMENT, s->rule, 0.0);
  if (count == 0) return refuse(w, INNO_E_NODATA, INNO__MSG_NO_VALUES, 0.0, 0.0);
  if ((how->flags & INNO__SCALED) && w->min == w->max)
    return refuse(w, INNO_E_CONSTANT, INNO__MSG_CONSTANT, w->min, 0.0);
  if ((how->flags & INNO__SHIFTED) && !(w->max - w->min < INFINITY))
    return refuse(w, INNO_E_DOMAIN, INNO__MSG_SPREAD, w->min, w->max);
  return how->fit(w);
}

/* Every value lies where the transformation is defined: always in the column that gave the constants. */
static inno_status check_inside(const inno__treat_stage *stage, const double *x, int64_t n, const inno__site *site) {
  const inno__treater *how = inno__treater_of(stage->rule);
  int root = stage->rule == INNO_TREAT_ROOT || stage->rule == INNO_TREAT_ROOT_SEARCH;
  for (int64_t i = 0; i < n; i++) {
    double y = how->argument(stage, x[i]);
    if (x[i] != x[i] || y > 0.0 || (root && y == 0.0)) continue;
    return inno__fail(site->error, INNO_E_DOMAIN, INNO__MSG_OUTSIDE_FRAME,
                      &(inno__where){.node = site->node,
                                     .unit = inno__site_unit(site, i),
                                     .what = inno__rule_name(INNO_STEP_TREAT, stage->rule),
                                     .value = x[i]});
  }
  return INNO_OK;
}

inno_status inno__treat_apply(const inno__treat_stage *stage, const double *x, int64_t n, double *out,
                              const inno__site *site) {
  const inno__treater *how = inno__treater_of(stage->rule);
  if (how->flags & INNO__MOVES) {
    const double low = stage->low, high = stage->high;
    for (int64_t i = 0; i < n; i++) out[i] = x[i] > high ? high : x[i] < low ? low : x[i];
    return INNO_OK;
  }
  inno_status s = check_inside(stage, x, n, site);
  for (int64_t i = 0; i < n && s == INNO_OK; i++)
    out[i] = x[i] == x[i] ? how->value(stage, how->argument(stage, x[i])) : x[i];
  return s;
}

inno_status inno__transform(const double *x, int64_t n, int32_t which, const inno__treat_rule *rule, double *out,
                            double *parameter, void *work, const inno__site *site) {
  inno__treat_stage stage = {.rule = which};
  inno__treating w = {.x = x, .n = n, .rule = rule, .stage = &stage, .out = out, .work = work, .site = site};
  inno_status s = inno__treat_fit(&w);
  *parameter = stage.parameter;
  return s == INNO_OK ? inno__treat_apply(&stage, x, n, out, site) : s;
}

const inno__treater inno__treatment_log = {fit_log, itself, log_of, 0};
const inno__treater inno__treatment_log_gii = {fit_log_gii, gii_argument, log_of, INNO__SCALED | INNO__SHIFTED};
const inno__treater inno__treatment_log_ct = {fit_nothing, ct_argument, log_of, INNO__SCALED | INNO__SHIFTED};
const inno__treater inno__treatment_log_ct_plus = {fit_log_ct_plus, ct_argument, log_of, INNO__SCALED | INNO__SHIFTED};
const inno__treater inno__treatment_log_ct_orig = {fit_nothing, from_one, log_of, INNO__SHIFTED};
const inno__treater inno__treatment_boxcox = {fit_boxcox, from_one, boxcox_of, INNO__SHIFTED};
const inno__treater inno__treatment_root = {fit_root, itself, root_of, 0};
const inno__treater inno__treatment_root_search = {fit_root_search, itself, root_of, 0};
