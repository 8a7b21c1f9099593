#include "construct/normalize.h"

#include <float.h>
#include <math.h>

#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/lanes.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/special.h"

/* Where less is better a rule works on -x. Every rule here is written on x itself with the ends exchanged, which gives
 * the same bits, because a change of sign is exact. */

static size_t column_bytes(int64_t n) { return (size_t)n * sizeof(double); }

size_t inno__normalize_work_size(int64_t n) { return column_bytes(n) + inno__rank_work_size(n); }

static inno_status refuse(const inno__site *site, inno_status status, int32_t message, double value, double value2,
                          int64_t unit) {
  return inno__fail(site->error, status, message,
                    &(inno__where){.node = site->node,
                                   .unit = unit >= 0 ? inno__site_unit(site, unit) : NULL,
                                   .value = value,
                                   .value2 = value2,
                                   .count = 1});
}

static double logarithm(double x, int32_t log) {
  if (log == INNO_LOG_NATURAL) return inno__log(x);
  return log == INNO_LOG_BASE10 ? inno__log10(x) : x;
}

/* The column after the optional logarithm: x itself, or its logarithms in work. */
static inno_status take_log(const double **x, int64_t n, const inno__normalize_rule *rule, double *work,
                            const inno__site *site) {
  const double *from = *x;
  if (rule->log == INNO_LOG_NONE) return INNO_OK;
  for (int64_t i = 0; i < n; i++) {
    if (from[i] <= 0.0) return refuse(site, INNO_E_NONPOSITIVE, INNO__MSG_LOG_NONPOSITIVE, from[i], 0.0, i);
    work[i] = from[i] == from[i] ? logarithm(from[i], rule->log) : inno__nan();
  }
  *x = work;
  return INNO_OK;
}

/* ---- fit ---- */

typedef struct {
  const double *x;
  int64_t n;
  const inno__normalize_rule *rule;
  inno__frame *frame;
  const inno__site *site;
  double best, worst;
} fit;

static int needs_variation(int32_t rule) {
  return rule == INNO_NORMALIZE_MINMAX || rule == INNO_NORMALIZE_ZSCORE || rule == INNO_NORMALIZE_DISTANCE_TO_MAX ||
         rule == INNO_NORMALIZE_DISTANCE_TO_REFERENCE;
}

/* A parameter in raw units must have a logarithm when the values are taken to theirs. */
static inno_status check_log(const fit *w, const char *name, double value) {
  if (w->rule->log == INNO_LOG_NONE || value > 0.0) return INNO_OK;
  return inno__fail(w->site->error, INNO_E_VALUE, INNO__MSG_LOG_BOUND,
                    &(inno__where){.node = w->site->node, .what = name, .value = value});
}

static inno_status fit_bounds(fit *w) {
  inno_status s = check_log(w, "lower", w->rule->lower);
  if (s == INNO_OK) s = check_log(w, "upper", w->rule->upper);
  if (s != INNO_OK) return s;
  double lower = logarithm(w->rule->lower, w->rule->log), upper = logarithm(w->rule->upper, w->rule->log);
  if (!(lower < upper))
    return refuse(w->site, INNO_E_VALUE, INNO__MSG_BOUNDS_ORDER, w->rule->lower, w->rule->upper, -1);
  w->frame->center = w->rule->direction > 0 ? lower : upper;
  w->frame->scale = w->rule->direction > 0 ? upper - lower : lower - upper;
  return INNO_OK;
}

static inno_status fit_reference(fit *w) {
  int64_t unit = w->rule->reference;
  double reference = unit >= 0 && unit < w->n ? w->x[unit] : inno__nan();
  if (reference != reference) return refuse(w->site, INNO_E_NODATA, INNO__MSG_REFERENCE, 0.0, 0.0, unit);
  if (reference == w->worst)
    return refuse(w->site, INNO_E_DOMAIN, INNO__MSG_REFERENCE_WORST, reference, 0.0, unit);
  w->frame->center = reference;
  w->frame->scale = reference - w->worst;
  return INNO_OK;
}

static inno_status fit_target(fit *w) {
  inno_status s = check_log(w, "target", w->rule->target);
  if (s != INNO_OK) return s;
  double target = logarithm(w->rule->target, w->rule->log);
  int better = w->rule->direction > 0 ? target > w->worst : target < w->worst;
  if (!better) return refuse(w->site, INNO_E_DOMAIN, INNO__MSG_TARGET, w->rule->target, w->worst, -1);
  w->frame->center = w->worst;
  w->frame->scale = target - w->worst;
  return INNO_OK;
}

/* x / max, or where less is better min / x, of positive values: then both are at most 1 and the best is 1 */
static inno_status fit_fraction(fit *w) {
  w->frame->scale = w->best;
  if (w->rule->direction > 0)
    return w->best > 0.0 ? INNO_OK : refuse(w->site, INNO_E_DOMAIN, INNO__MSG_FRACTION_MAXIMUM, w->best, 0.0, -1);
  for (int64_t i = 0; i < w->n; i++)
    if (w->x[i] <= 0.0) return refuse(w->site, INNO_E_NONPOSITIVE, INNO__MSG_FRACTION_VALUE, w->x[i], 0.0, i);
  return INNO_OK;
}

static void fit_zscore(fit *w) {
  inno__moments m;
  inno__moments_of(w->x, w->n, &m);
  w->frame->center = m.mean;
  w->frame->scale = inno__sd(&m) * w->rule->direction;
}

static inno_status fit_rule(fit *w) {
  switch (w->rule->rule) {
    case INNO_NORMALIZE_MINMAX:
      w->frame->center = w->worst;
      w->frame->scale = w->best - w->worst;
      return INNO_OK;
    case INNO_NORMALIZE_DISTANCE_TO_MAX:
      w->frame->center = w->best;
      w->frame->scale = w->best - w->worst;
      return INNO_OK;
    case INNO_NORMALIZE_ZSCORE: fit_zscore(w); return INNO_OK;
    case INNO_NORMALIZE_FIXED_RANGE:
    case INNO_NORMALIZE_GOALPOSTS: return fit_bounds(w);
    case INNO_NORMALIZE_DISTANCE_TO_REFERENCE: return fit_reference(w);
    case INNO_NORMALIZE_DISTANCE_TO_TARGET: return fit_target(w);
    case INNO_NORMALIZE_FRACTION_OF_MAX: return fit_fraction(w);
    case INNO_NORMALIZE_PERCENTILE_RANK:
      return w->frame->count > 1 ? INNO_OK : refuse(w->site, INNO_E_NODATA, INNO__MSG_TOO_FEW, 0.0, 0.0, -1);
    default: return INNO_OK;
  }
}

/* Values so far apart, or so close, that their distance is no double would all get the same score. */
static inno_status check_scale(const fit *w) {
  double size = w->frame->scale < 0.0 ? -w->frame->scale : w->frame->scale;
  if (size != size || (size > 0.0 && size < INFINITY)) return INNO_OK; /* NaN: the rule has none */
  return refuse(w->site, INNO_E_DOMAIN, INNO__MSG_SPREAD, w->frame->minimum, w->frame->maximum, -1);
}

inno_status inno__normalize_fit(const double *x, int64_t n, const inno__normalize_rule *rule, inno__frame *frame,
                                void *work, const inno__site *site) {
  fit w = {.x = x, .n = n, .rule = rule, .frame = frame, .site = site};
  *frame = (inno__frame){inno__nan(), inno__nan(), inno__nan(), inno__nan(), 0};
  inno_status s = take_log(&w.x, n, rule, work, site);
  if (s != INNO_OK) return s;
  inno__range(w.x, n, &frame->minimum, &frame->maximum, &frame->count);
  if (frame->count == 0) return refuse(site, INNO_E_NODATA, INNO__MSG_NO_VALUES, 0.0, 0.0, -1);
  if (frame->minimum == frame->maximum && needs_variation(rule->rule))
    return refuse(site, INNO_E_CONSTANT, INNO__MSG_CONSTANT, frame->minimum, 0.0, -1);
  w.best = rule->direction > 0 ? frame->maximum : frame->minimum;
  w.worst = rule->direction > 0 ? frame->minimum : frame->maximum;
  s = fit_rule(&w);
  return s == INNO_OK ? check_scale(&w) : s;
}

/* ---- apply ---- */

/* (x - center) / scale * factor + offset: COINr's order of operations, so that the best gets factor + offset exactly.
 * The offset also makes the -0 of a bad's worst value 0. */
static void linear(const double *x, int64_t n, const inno__frame *f, double factor, double offset, double *out) {
  const double center = f->center, scale = f->scale;
  for (int64_t i = 0; i < n; i++) out[i] = (x[i] - center) / scale * factor + offset;
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

static void distance(const double *x, int64_t n, const inno__frame *f, double *out) {
  const double center = f->center, scale = f->scale;
  for (int64_t i = 0; i < n; i++) out[i] = 1.0 - (center - x[i]) / scale;
}

static void fraction(const double *x, int64_t n, const inno__frame *f, int32_t direction, double *out) {
  const double best = f->scale;
  if (direction > 0)
    for (int64_t i = 0; i < n; i++) out[i] = x[i] / best;
  else
    for (int64_t i = 0; i < n; i++) out[i] = best / x[i];
}

/* Cuts to low .. high and marks what was cut. */
static void truncate(double *x, int64_t n, double low, double high, unsigned char *marks) {
  for (int64_t i = 0; i < n; i++) {
    int cut = (x[i] < low) | (x[i] > high);
    x[i] = x[i] < low ? low : x[i] > high ? high : x[i];
    if (marks != NULL && cut) marks[i] |= INNO_MARK_TRUNCATED;
  }
}

static void ranks(const double *x, int64_t n, const inno__normalize_rule *rule, const inno__frame *f, double *out,
                  double *rank, void *work) {
  double less = rule->rule == INNO_NORMALIZE_RANK ? 0.0 : 1.0;
  double divisor = rule->rule == INNO_NORMALIZE_PERCENTILE_RANK ? (double)(f->count - 1) : 1.0;
  inno__rank(x, n, rule->direction < 0, rule->ties, rank, work);
  for (int64_t i = 0; i < n; i++) out[i] = (rank[i] - less) / divisor;
}

inno_status inno__normalize_apply(const double *x, int64_t n, const inno__normalize_rule *rule,
                                  const inno__frame *frame, double *out, unsigned char *marks, void *work,
                                  const inno__site *site) {
  double *column = work;
  void *rest = (char *)work + column_bytes(n);
  inno_status s = take_log(&x, n, rule, column, site);
  if (s != INNO_OK) return s;
  switch (rule->rule) {
    case INNO_NORMALIZE_MINMAX: multiplied(x, n, frame, rule->upper - rule->lower, rule->lower, out); break;
    case INNO_NORMALIZE_ZSCORE: linear(x, n, frame, rule->sd, rule->mean, out); break;
    case INNO_NORMALIZE_FIXED_RANGE: linear(x, n, frame, rule->points, 0.0, out); break;
    case INNO_NORMALIZE_GOALPOSTS:
      linear(x, n, frame, 1.0, 0.0, out);
      if (rule->truncate) truncate(out, n, 0.0, 1.0, marks);
      for (int64_t i = 0; i < n; i++) out[i] *= rule->points;
      break;
    case INNO_NORMALIZE_RANK:
    case INNO_NORMALIZE_PERCENTILE_RANK:
    case INNO_NORMALIZE_BORDA:
      /* ranks may not overwrite what they rank: they go where the logarithms are not */
      if (x == column) ranks(x, n, rule, frame, out, out == x ? column : out, rest);
      else ranks(x, n, rule, frame, out, column, rest);
      break;
    case INNO_NORMALIZE_DISTANCE_TO_MAX: distance(x, n, frame, out); break;
    case INNO_NORMALIZE_DISTANCE_TO_REFERENCE: distance(x, n, frame, out); break;
    case INNO_NORMALIZE_DISTANCE_TO_TARGET: linear(x, n, frame, 1.0, 0.0, out); break;
    case INNO_NORMALIZE_FRACTION_OF_MAX: fraction(x, n, frame, rule->direction, out); break;
    default:
      for (int64_t i = 0; i < n; i++) out[i] = x[i] * rule->direction + 0.0; /* -0 becomes 0 */
  }
  int distances = rule->rule == INNO_NORMALIZE_DISTANCE_TO_REFERENCE || rule->rule == INNO_NORMALIZE_DISTANCE_TO_TARGET;
  if (distances && rule->cap) truncate(out, n, -INFINITY, 1.0, marks);
  return INNO_OK;
}
