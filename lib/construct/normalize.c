/* What every normalization rule has in common, and the linear ones. */
#include "construct/normalize.h"

#include <float.h>
#include <math.h>

#include "construct/normalizer.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/lanes.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/special.h"

static const inno__normalizer *const rules[] = {
#define INNO__DEF_IMPLEMENTATIONS
#include "construct/normalize.def"
};

static const inno__normalizer *normalizer_of(int32_t rule) { return rules[rule]; }

static size_t column_bytes(int64_t n) { return (size_t)n * sizeof(double); }

size_t inno__normalize_work_size(int64_t n) {
  size_t ranks = inno__rank_work_size(n), sorting = 2 * column_bytes(n);
  return column_bytes(n) + (ranks > sorting ? ranks : sorting);
}

inno_status inno__normalize_refuse(const inno__site *site, inno_status status, int32_t message, double value,
                                   double value2, int64_t unit) {
  return inno__fail(site->error, status, message,
                    &(inno__where){.node = site->node,
                                   .unit = unit >= 0 ? inno__site_unit(site, unit) : NULL,
                                   .value = value,
                                   .value2 = value2,
                                   .count = 1});
}

double inno__normalize_logarithm(double x, int32_t log) {
  if (log == INNO_LOG_NATURAL) return inno__log(x);
  return log == INNO_LOG_BASE10 ? inno__log10(x) : x;
}

/* The column after the optional logarithm: x itself, or its logarithms in work. */
static inno_status take_log(const double **x, int64_t n, const inno__normalize_rule *rule, double *work,
                            const inno__site *site) {
  const double *from = *x;
  if (rule->log == INNO_LOG_NONE) return INNO_OK;
  for (int64_t i = 0; i < n; i++) {
    if (from[i] <= 0.0)
      return inno__normalize_refuse(site, INNO_E_NONPOSITIVE, INNO__MSG_LOG_NONPOSITIVE, from[i], 0.0, i);
    work[i] = from[i] == from[i] ? inno__normalize_logarithm(from[i], rule->log) : inno__nan();
  }
  *x = work;
  return INNO_OK;
}

/* ---- fit ---- */

/* A parameter in raw units must have a logarithm when the values are taken to theirs. */
static inno_status check_log(const inno__normalize_rule *rule, const inno__site *site, const char *name, double value) {
  if (rule->log == INNO_LOG_NONE || value > 0.0) return INNO_OK;
  return inno__fail(site->error, INNO_E_VALUE, INNO__MSG_LOG_BOUND,
                    &(inno__where){.node = site->node, .what = name, .value = value});
}

inno_status inno__normalize_parameter(const inno__fitting *w, const char *name, double given, double *value) {
  inno_status s = check_log(w->rule, w->site, name, given);
  if (s == INNO_OK) *value = inno__normalize_logarithm(given, w->rule->log);
  return s;
}

/* Values so far apart, or so close, that their distance is no double would all get the same score. */
static inno_status check_scale(const inno__fitting *w) {
  double size = w->frame->scale < 0.0 ? -w->frame->scale : w->frame->scale;
  if (size != size || (size > 0.0 && size < INFINITY)) return INNO_OK; /* NaN: the rule has none */
  return inno__normalize_refuse(w->site, INNO_E_DOMAIN, INNO__MSG_SPREAD, w->frame->minimum, w->frame->maximum, -1);
}

inno_status inno__normalize_fit(const double *x, int64_t n, const inno__normalize_rule *rule, inno__frame *frame,
                                void *work, const inno__site *site) {
  const inno__normalizer *how = normalizer_of(rule->rule);
  inno__fitting w = {
      .x = x, .n = n, .rule = rule, .frame = frame, .site = site, .work = (char *)work + column_bytes(n)};
  frame->rule = rule->rule;
  frame->cut_count = 0;
  frame->center = frame->scale = inno__nan();
  inno_status s = take_log(&w.x, n, rule, work, site);
  if (s != INNO_OK) return s;
  inno__range(w.x, n, &frame->minimum, &frame->maximum, &frame->count);
  if (frame->count == 0) return inno__normalize_refuse(site, INNO_E_NODATA, INNO__MSG_NO_VALUES, 0.0, 0.0, -1);
  if (frame->minimum == frame->maximum && (how->flags & INNO__VARIES))
    return inno__normalize_refuse(site, INNO_E_CONSTANT, INNO__MSG_CONSTANT, frame->minimum, 0.0, -1);
  w.best = rule->direction > 0 ? frame->maximum : frame->minimum;
  w.worst = rule->direction > 0 ? frame->minimum : frame->maximum;
  s = how->fit != NULL ? how->fit(&w) : INNO_OK;
  return s == INNO_OK ? check_scale(&w) : s;
}

/* ---- apply ---- */

inno_status inno__normalize_apply(const double *x, int64_t n, const inno__normalize_rule *rule,
                                  const inno__frame *frame, double *out, unsigned char *marks, void *work,
                                  const inno__site *site) {
  inno__applying w = {x, n, rule, frame, site, out, marks, work, (char *)work + column_bytes(n)};
  inno_status s = take_log(&w.x, n, rule, work, site);
  return s == INNO_OK ? normalizer_of(rule->rule)->apply(&w) : s;
}

/* (x - center) / scale * factor + offset: COINr's order of operations, so that the best gets factor + offset exactly.
 * The offset also makes the -0 of a bad's worst value 0. */
static void linear(const double *x, int64_t n, const inno__frame *f, double factor, double offset, double *out) {
  const double center = f->center, scale = f->scale;
  for (int64_t i = 0; i < n; i++) out[i] = (x[i] - center) / scale * factor + offset;
}

void inno__linear(const double *x, int64_t n, const inno__frame *f, double factor, double offset, double *out) {
  linear(x, n, f, factor, offset, out);
}

/* The same without a division for every value, which would take longer than all the rest of a run: times factor /
 * scale, held below it so that the product with scale does not pass factor, and times the small rest that makes the two
 * products add up to factor. Every operation rises with x, so that the order of two values is never turned. */
static void multiplied(const double *x, int64_t n, const inno__frame *f, double factor, double offset, double *out) {
  const double center = f->center, scale = f->scale;
  double rate = factor / scale;
  if (scale * rate > factor) rate -= rate * DBL_EPSILON;
  const double rest = (factor - scale * rate) / scale;
  if (!(scale * rate + scale * rest == factor)) { /* at the ends of the range of a double */
    linear(x, n, f, factor, offset, out);
    return;
  }
  const inno__eight c = inno__eight_of(center), r = inno__eight_of(rate), s = inno__eight_of(rest);
  int64_t i = 0;
  for (; i + INNO__EIGHT <= n; i += INNO__EIGHT) {
    const inno__eight d = inno__eight_sub(inno__eight_load(x + i), c);
    const inno__eight y = inno__eight_add(inno__eight_mul(d, r), inno__eight_mul(d, s));
    inno__eight_store(out + i, inno__eight_add(y, inno__eight_of(offset)));
  }
  for (; i < n; i++) out[i] = ((x[i] - center) * rate + (x[i] - center) * rest) + offset;
}

void inno__truncate(double *x, int64_t n, double low, double high, unsigned char *marks) {
  for (int64_t i = 0; i < n; i++) {
    int cut = (x[i] < low) | (x[i] > high);
    x[i] = x[i] < low ? low : x[i] > high ? high : x[i];
    if (marks != NULL && cut) marks[i] |= INNO_MARK_TRUNCATED;
  }
}

/* ---- what can be known without data ---- */

int inno__normalize_holds(int32_t rule) { return !(normalizer_of(rule)->flags & INNO__RANKS); }

static int is_finite(double x) { return x - x == 0.0; }

int inno__frame_usable(const inno__normalize_rule *rule, const inno__frame *frame) {
  const inno__normalizer *how = normalizer_of(rule->rule);
  int classes = rule->rule == INNO_NORMALIZE_CATEGORICAL;
  if (frame->rule != rule->rule || frame->cut_count != (classes ? rule->cuts.count : 0)) return 0;
  if ((how->flags & INNO__DIVIDES) && (!is_finite(frame->scale) || frame->scale == 0.0)) return 0;
  int centered = (how->flags & INNO__DIVIDES) && frame->center == frame->center;
  if (centered && !is_finite(frame->center)) return 0;
  for (int64_t k = 0; k < frame->cut_count; k++)
    if (frame->cuts[k] != frame->cuts[k]) return 0;
  return 1;
}

static inno_status check_percentiles(const inno__normalize_rule *r, const inno__site *site) {
  if (r->rule != INNO_NORMALIZE_MINMAX_PERCENTILE || r->lower_percentile < r->upper_percentile) return INNO_OK;
  return inno__normalize_refuse(site, INNO_E_VALUE, INNO__MSG_PERCENTILES_ORDER, r->lower_percentile,
                                r->upper_percentile, -1);
}

/* Cuts in order, not too many, and a score for each class. */
static inno_status check_classes(const inno__normalize_rule *r, const inno__site *site) {
  if (r->rule != INNO_NORMALIZE_CATEGORICAL) return INNO_OK;
  int sound = r->cuts.count >= 1 && r->cuts.count <= INNO__CUTS && r->scores.count == r->cuts.count + 1;
  for (int64_t k = 1; sound && k < r->cuts.count; k++) sound = r->cuts.values[k - 1] < r->cuts.values[k];
  if (sound) return INNO_OK;
  return inno__fail(
      site->error, INNO_E_VALUE, INNO__MSG_CLASSES,
      &(inno__where){
          .node = site->node, .value = (double)r->cuts.count, .value2 = (double)r->scores.count, .count = INNO__CUTS});
}

inno_status inno__normalize_check(const inno__normalize_rule *r, const inno__site *site) {
  int32_t flags = normalizer_of(r->rule)->flags;
  if (r->frame == INNO_FRAME_BASE && (flags & INNO__RANKS))
    return inno__fail(site->error, INNO_E_VALUE, INNO__MSG_FRAME_RANK, &(inno__where){.node = site->node});
  if ((flags & (INNO__SCORE_BOUNDS | INNO__RAW_BOUNDS)) && !(r->lower < r->upper))
    return inno__normalize_refuse(site, INNO_E_VALUE, INNO__MSG_BOUNDS_ORDER, r->lower, r->upper, -1);
  if (r->rule == INNO_NORMALIZE_ZSCORE && r->truncate && !(r->floor < r->ceiling))
    return inno__normalize_refuse(site, INNO_E_VALUE, INNO__MSG_FLOOR_ORDER, r->floor, r->ceiling, -1);
  inno_status s = INNO_OK;
  if (flags & INNO__RAW_BOUNDS) s = check_log(r, site, "lower", r->lower);
  if (s == INNO_OK && r->rule == INNO_NORMALIZE_DISTANCE_TO_TARGET) s = check_log(r, site, "target", r->target);
  if (s == INNO_OK && r->rule == INNO_NORMALIZE_AMPI && r->reference_value == r->reference_value)
    s = check_log(r, site, "reference_value", r->reference_value);
  if (s == INNO_OK) s = check_percentiles(r, site);
  return s == INNO_OK ? check_classes(r, site) : s;
}

/* ---- the rules: the value itself, min-max, z-scores, given bounds ---- */

static inno_status orient(const inno__applying *w) {
  for (int64_t i = 0; i < w->n; i++) w->out[i] = w->x[i] * w->rule->direction + 0.0; /* -0 becomes 0 */
  return INNO_OK;
}

static inno_status fit_minmax(inno__fitting *w) {
  w->frame->center = w->worst;
  w->frame->scale = w->best - w->worst;
  return INNO_OK;
}

inno_status inno__normalize_between(const inno__applying *w) {
  const inno__normalize_rule *r = w->rule;
  multiplied(w->x, w->n, w->frame, r->upper - r->lower, r->lower, w->out);
  if (r->truncate) inno__truncate(w->out, w->n, r->lower, r->upper, w->marks);
  return INNO_OK;
}

static inno_status fit_zscore(inno__fitting *w) {
  inno__moments m;
  inno__moments_of(w->x, w->n, &m);
  w->frame->center = m.mean;
  w->frame->scale = inno__sd(&m) * w->rule->direction;
  return INNO_OK;
}

static inno_status apply_zscore(const inno__applying *w) {
  linear(w->x, w->n, w->frame, w->rule->sd, w->rule->mean, w->out);
  if (w->rule->truncate) inno__truncate(w->out, w->n, w->rule->floor, w->rule->ceiling, w->marks);
  return INNO_OK;
}

static inno_status fit_bounds(inno__fitting *w) {
  double lower = 0.0, upper = 0.0;
  inno_status s = inno__normalize_parameter(w, "lower", w->rule->lower, &lower);
  if (s == INNO_OK) s = inno__normalize_parameter(w, "upper", w->rule->upper, &upper);
  if (s != INNO_OK) return s;
  if (!(lower < upper))
    return inno__normalize_refuse(w->site, INNO_E_VALUE, INNO__MSG_BOUNDS_ORDER, w->rule->lower, w->rule->upper, -1);
  w->frame->center = w->rule->direction > 0 ? lower : upper;
  w->frame->scale = w->rule->direction > 0 ? upper - lower : lower - upper;
  return INNO_OK;
}

static inno_status apply_range(const inno__applying *w) {
  linear(w->x, w->n, w->frame, w->rule->points, 0.0, w->out);
  return INNO_OK;
}

static inno_status apply_goalposts(const inno__applying *w) {
  linear(w->x, w->n, w->frame, 1.0, 0.0, w->out);
  if (w->rule->truncate) inno__truncate(w->out, w->n, 0.0, 1.0, w->marks);
  for (int64_t i = 0; i < w->n; i++) w->out[i] *= w->rule->points;
  return INNO_OK;
}

const inno__normalizer inno__normalize_none = {NULL, orient, 0};
const inno__normalizer inno__normalize_minmax = {fit_minmax, inno__normalize_between,
                                                 INNO__VARIES | INNO__SCORE_BOUNDS | INNO__DIVIDES};
const inno__normalizer inno__normalize_zscore = {fit_zscore, apply_zscore, INNO__VARIES | INNO__DIVIDES};
const inno__normalizer inno__normalize_fixed_range = {fit_bounds, apply_range, INNO__RAW_BOUNDS | INNO__DIVIDES};
const inno__normalizer inno__normalize_goalposts = {fit_bounds, apply_goalposts, INNO__RAW_BOUNDS | INNO__DIVIDES};
