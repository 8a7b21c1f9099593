/* Transformations of a column: the log family, Box-Cox, roots. Sources: COINr 1.1 (log_CT and its kin), GII technical
 * notes (log_gii), Box and Cox (1964), European Regional Innovation Scoreboard (roots). */
#include <math.h>

#include "construct/treat.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/special.h"

typedef struct {
  const double *x;
  int64_t n;
  double min, max;
  double *out;
  double *parameter;
  const inno__site *site;
} job;

static inno_status refuse(const job *w, inno_status status, int32_t message, double value, double value2,
                          int64_t unit) {
  return inno__fail(w->site->error, status, message,
                    &(inno__where){.node = w->site->node,
                                   .unit = unit >= 0 ? inno__site_unit(w->site, unit) : NULL,
                                   .value = value,
                                   .value2 = value2});
}

/* First value at or below (strict: below) a bound; -1 = none. */
static int64_t find_low(const job *w, double bound, int strict) {
  for (int64_t i = 0; i < w->n; i++)
    if (w->x[i] < bound || (!strict && w->x[i] == bound)) return i;
  return -1;
}

/* A change of sign that leaves a missing value as it is: the sign bit of a NaN is part of its pattern. */
static inline double negative(double x) { return x == x ? -x : x; }

static inno_status plain_log(const job *w) {
  int64_t bad = find_low(w, 0.0, 0);
  if (bad >= 0) return refuse(w, INNO_E_NONPOSITIVE, INNO__MSG_LOG_NONPOSITIVE, w->x[bad], 0.0, bad);
  for (int64_t i = 0; i < w->n; i++) w->out[i] = inno__log(w->x[i]);
  return INNO_OK;
}

/* ln((f max - 1)(x - min)/(max - min) + 1); for bads GII has max - x in place of x - min, which reverses the column:
 * its negative keeps the column's own direction, and the normalization reverses it as it does every bad. */
static inno_status log_gii(const job *w, const inno__treat_rule *rule) {
  double f = rule->factor;
  if (!(w->max > 0.0)) return refuse(w, INNO_E_DOMAIN, INNO__MSG_GII_MAXIMUM, w->max, 0.0, -1);
  if (f != f)
    for (f = 1.0; !(f * w->max > 1.0) && f < 1e300;) f *= 10.0;
  if (!(f * w->max > 1.0)) return refuse(w, INNO_E_DOMAIN, INNO__MSG_GII_FACTOR, w->max, f, -1);
  *w->parameter = f;
  double stretch = f * w->max - 1.0, range = w->max - w->min;
  for (int64_t i = 0; i < w->n; i++) {
    double v = w->x[i];
    if (rule->direction >= 0) w->out[i] = inno__log(stretch * (v - w->min) / range + 1.0);
    else w->out[i] = negative(inno__log(stretch * (w->max - v) / range + 1.0));
  }
  return INNO_OK;
}

static inno_status log_ct(const job *w) {
  double step = 0.01 * (w->max - w->min);
  for (int64_t i = 0; i < w->n; i++) w->out[i] = inno__log(w->x[i] - w->min + step);
  return INNO_OK;
}

static inno_status log_ct_plus(const job *w, const inno__treat_rule *rule) {
  inno__moments m;
  inno__moments_of(w->x, w->n, &m);
  if (inno__skewness(&m, rule->skewness_type) > 0.0) return log_ct(w);
  double step = 0.01 * (w->max - w->min);
  for (int64_t i = 0; i < w->n; i++) w->out[i] = negative(inno__log(w->max + step - w->x[i]));
  return INNO_OK;
}

static inno_status log_ct_orig(const job *w) {
  for (int64_t i = 0; i < w->n; i++) w->out[i] = inno__log(w->x[i] - w->min + 1.0);
  return INNO_OK;
}

static inno_status boxcox(const job *w, const inno__treat_rule *rule) {
  double lambda = rule->lambda;
  if (lambda != lambda) return refuse(w, INNO_E_MISSING_PARAMETER, INNO__MSG_LAMBDA, 0.0, 0.0, -1);
  *w->parameter = lambda;
  for (int64_t i = 0; i < w->n; i++) {
    double y = w->x[i] - w->min + 1.0;
    w->out[i] = lambda == 0.0 ? inno__log(y) : (inno__pow(y, lambda) - 1.0) / lambda;
  }
  return INNO_OK;
}

static inno_status root(const job *w, const inno__treat_rule *rule) {
  double degree = rule->degree == rule->degree ? rule->degree : 2.0;
  int64_t bad = find_low(w, 0.0, 1);
  if (bad >= 0) return refuse(w, INNO_E_DOMAIN, INNO__MSG_ROOT_NEGATIVE, w->x[bad], 0.0, bad);
  *w->parameter = degree;
  for (int64_t i = 0; i < w->n; i++) {
    double v = w->x[i];
    w->out[i] = v != v ? v : degree == 2.0 ? sqrt(v) : inno__pow(v, 1.0 / degree);
  }
  return INNO_OK;
}

inno_status inno__transform(const double *x, int64_t n, int32_t which, const inno__treat_rule *rule, double *out,
                            double *parameter, const inno__site *site) {
  job w = {.x = x, .n = n, .out = out, .parameter = parameter, .site = site};
  int64_t count = 0;
  *parameter = inno__nan();
  inno__range(x, n, &w.min, &w.max, &count);
  if (count == 0) return refuse(&w, INNO_E_NODATA, INNO__MSG_NO_VALUES, 0.0, 0.0, -1);
  int scaled = which >= INNO_TREAT_LOG_GII && which <= INNO_TREAT_LOG_CT_PLUS;
  if (scaled && w.min == w.max) return refuse(&w, INNO_E_CONSTANT, INNO__MSG_CONSTANT, w.min, 0.0, -1);
  if (which > INNO_TREAT_LOG && which < INNO_TREAT_ROOT && !(w.max - w.min < INFINITY))
    return refuse(&w, INNO_E_DOMAIN, INNO__MSG_SPREAD, w.min, w.max, -1);
  switch (which) {
    case INNO_TREAT_LOG: return plain_log(&w);
    case INNO_TREAT_LOG_GII: return log_gii(&w, rule);
    case INNO_TREAT_LOG_CT: return log_ct(&w);
    case INNO_TREAT_LOG_CT_PLUS: return log_ct_plus(&w, rule);
    case INNO_TREAT_LOG_CT_ORIG: return log_ct_orig(&w);
    case INNO_TREAT_BOXCOX: return boxcox(&w, rule);
    case INNO_TREAT_ROOT: return root(&w, rule);
    default: return refuse(&w, INNO_E_RULE, INNO__MSG_ARGUMENT, which, 0.0, -1);
  }
}
