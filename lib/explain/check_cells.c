/* One column at a time: what it looks like among peers, then every unit's value in it. */
#include <math.h>

#include "explain/check.h"
#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/special.h"

/* The scale that makes a median of absolute deviations the standard deviation of a normal distribution. */
#define NORMAL 1.4826
/* Slips of units of measurement are no larger: dong for trillions. */
enum { LARGEST = 12 };

/* ---- the column ---- */

static double log_size(double x) { return x != 0.0 && x == x ? inno__log10(fabs(x)) : inno__nan(); }

static void take_values(const inno__checking *c, const inno__checked *k) {
  const double *x = inno__check_now(c, k);
  for (int64_t i = 0; i < c->n; i++) {
    double before = inno__check_before(c, k, i), v = x[i];
    for (int32_t d = k->divisions; d > 0; d--) {
      double by = inno__check_now(c, &c->columns[k->scaled_by])[i];
      v = by == by && by != 0.0 ? v / (by / k->scale) : inno__nan();
    }
    c->compared[i] = v - v == 0.0 ? v : inno__nan();
    c->size[i] = v > 0.0 ? log_size(c->compared[i]) : inno__nan();
    int same_sign = (x[i] > 0.0 && before > 0.0) || (x[i] < 0.0 && before < 0.0);
    c->ratio[i] = same_sign ? log_size(x[i]) - log_size(before) : inno__nan();
  }
}

/* Values of the units of a label, without those that are missing. */
static int64_t gather(const inno__checking *c, int64_t label, const double *x) {
  int64_t m = 0;
  for (int64_t at = c->start[label]; at < c->start[label + 1]; at++)
    if (!inno__is_missing(x[c->order[at]])) c->gathered[m++] = x[c->order[at]];
  return m;
}

/* Median and spread of what was gathered; without enough of it the spread is the least one and the median 0. */
static void center(const inno__checking *c, int64_t m, double *median, double *spread) {
  *median = 0.0;
  *spread = c->rule->slip_spread;
  if (m < c->rule->min_peers) return;
  *median = inno__median(c->gathered, m, c->work);
  for (int64_t i = 0; i < m; i++) c->gathered[i] = fabs(c->gathered[i] - *median);
  double s = NORMAL * inno__median(c->gathered, m, c->work);
  if (s > *spread) *spread = s;
}

static void take_peers(const inno__checking *c, const inno__checked *k, int64_t label) {
  const double *x = inno__check_now(c, k);
  inno__peers *p = &c->peers[label];
  *p = (inno__peers){0};
  for (int64_t at = c->start[label]; at < c->start[label + 1]; at++) {
    double v = x[c->order[at]];
    p->count += !inno__is_missing(v);
    p->zeros += v == 0.0;
    p->negatives += v < 0.0;
    p->fractions += !inno__is_missing(v) && floor(v) != v;
  }
  p->sizes = gather(c, label, c->size);
  center(c, p->sizes, &p->size, &p->size_spread);
  p->ratios = gather(c, label, c->ratio);
  center(c, p->ratios, &p->ratio, &p->ratio_spread);
  int64_t m = 0;
  for (int64_t at = c->start[label]; at < c->start[label + 1]; at++) {
    double before = inno__check_before(c, k, c->order[at]);
    if (!inno__is_missing(before)) c->gathered[m++] = fabs(before);
  }
  p->before = inno__median(c->gathered, m, c->work);
}

/* ---- zeros and gaps ---- */

static inno_status check_zero(const inno__checking *c, const inno__checked *k, const inno__peers *p, int64_t unit) {
  double before = inno__check_before(c, k, unit), far = p != NULL ? c->rule->zero_far * p->before : inno__nan();
  if (fabs(before) > far) {
    inno__noted n = inno__noted_of(INNO_FINDING_ZERO_BEFORE, k, unit);
    n.value = n.compared = before;
    n.threshold = n.limit = far;
    n.figure = n.ratio = 0.0;
    return inno__check_note(c, &n);
  }
  if (before == 0.0 || p == NULL || p->count <= c->rule->min_peers) return INNO_OK;
  double share = (double)(p->zeros - 1) / (double)(p->count - 1);
  if (share > c->rule->zero_share) return INNO_OK;
  inno__noted n = inno__noted_of(INNO_FINDING_ZERO_RARE, k, unit);
  n.value = n.ratio = share;
  n.threshold = n.limit = c->rule->zero_share;
  n.figure = 0.0;
  return inno__check_note(c, &n);
}

static inno_status check_missing(const inno__checking *c, const inno__checked *k, int64_t unit) {
  double before = inno__check_before(c, k, unit);
  if (inno__is_missing(before)) return INNO_OK;
  inno__noted n = inno__noted_of(INNO_FINDING_FORGOTTEN, k, unit);
  n.value = n.compared = before;
  return inno__check_note(c, &n);
}

/* ---- range ---- */

static inno_status beyond(const inno__checking *c, int32_t finding, const inno__checked *k, int64_t unit, double value,
                          double bound) {
  inno__noted n = inno__noted_of(finding, k, unit);
  n.value = n.figure = value;
  n.threshold = n.limit = n.compared = bound;
  n.ratio = bound != 0.0 ? value / bound : inno__nan();
  return inno__check_note(c, &n);
}

static inno_status alone(const inno__checking *c, int32_t finding, const inno__checked *k, int64_t unit, double value) {
  inno__noted n = inno__noted_of(finding, k, unit);
  n.value = n.figure = value;
  return inno__check_note(c, &n);
}

static inno_status check_range(const inno__checking *c, const inno__checked *k, const inno__peers *p, int64_t unit,
                               double x) {
  double v = c->compared[unit];
  int enough = p != NULL && p->count > c->rule->min_peers;
  if (x < k->lower) return beyond(c, INNO_FINDING_IMPOSSIBLE, k, unit, x, k->lower);
  if (x > k->upper) return beyond(c, INNO_FINDING_IMPOSSIBLE, k, unit, x, k->upper);
  if (v < k->bottom) return beyond(c, INNO_FINDING_GOALPOST, k, unit, v, k->bottom);
  if (v > k->top) return beyond(c, INNO_FINDING_GOALPOST, k, unit, v, k->top);
  if (enough && x < 0.0 && p->negatives == 1) return alone(c, INNO_FINDING_NEGATIVE, k, unit, x);
  if (enough && floor(x) != x && p->fractions == 1) return alone(c, INNO_FINDING_FRACTION, k, unit, x);
  return INNO_OK;
}

/* ---- slips ---- */

/* The power of ten by which a logarithm is off: it lies far outside, and taken back well inside. 0 = none, also without
 * a logarithm. */
static double power_of(const inno__explain_rule *rule, double log, double median, double spread) {
  double off = log - median, size = fabs(off);
  if (!(size > rule->slip_outside * spread)) return 0.0;
  int32_t power = (int32_t)(size + 0.5); /* logarithms of doubles: no more than 700 */
  if (power < 1 || power > LARGEST || !(fabs(size - power) <= rule->slip_inside * spread)) return 0.0;
  return off < 0.0 ? -power : power;
}

static inno_status slipped(const inno__checking *c, int32_t finding, const inno__checked *k, int64_t unit, double x,
                           double compared, double spread, double power) {
  inno__noted n = inno__noted_of(finding, k, unit);
  n.value = n.figure = x;
  n.suggested = n.threshold = power > 0.0 ? x / inno__pow(10.0, power) : x * inno__pow(10.0, -power);
  n.compared = compared;
  n.ratio = x / compared;
  n.spread = spread;
  n.limit = c->rule->slip_outside * spread;
  n.power = power;
  return inno__check_note(c, &n);
}

/* A denominator that slipped is named itself, not in everything that it divides. */
static int divided_by_slip(const inno__checking *c, const inno__checked *k, int64_t unit) {
  return k->scaled_by >= 0 && k->scaled_by < c->denominator_count && c->slipped[k->scaled_by * c->n + unit];
}

/* 1 = no other peer is as far out: between the unit and the next one toward the median lies half a power of ten. Long
 * tails are filled, a slip stands alone. */
static int isolated(const inno__checking *c, int64_t unit, double median) {
  int64_t label = c->label[unit];
  double side = c->size[unit] < median ? -1.0 : 1.0, limit = side * c->size[unit] - 0.5;
  for (int64_t at = c->start[label]; at < c->start[label + 1]; at++)
    if (c->order[at] != unit && side * c->size[c->order[at]] > limit) return 0;
  return 1;
}

static void mark_slip(const inno__checking *c, int64_t which, int64_t unit) {
  if (which < c->denominator_count) c->slipped[which * c->n + unit] = 1;
}

/* Without peers every other year is compared with the least spread. */
static inno_status check_slip(const inno__checking *c, int64_t which, const inno__peers *p, int64_t unit, double x) {
  const inno__checked *k = &c->columns[which];
  double spread = p != NULL ? p->ratio_spread : c->rule->slip_spread, usual = p != NULL ? p->ratio : 0.0;
  double ratio = c->ratio[unit], power = power_of(c->rule, ratio, usual, spread);
  if (power != 0.0) {
    mark_slip(c, which, unit);
    return slipped(c, INNO_FINDING_SLIP_BEFORE, k, unit, x, inno__check_before(c, k, unit), spread, power);
  }
  /* of the size that it had last year: then it is the unit that is large or small */
  if (fabs(ratio - usual) < 0.5) return INNO_OK;
  if (p == NULL || p->sizes <= c->rule->min_peers || divided_by_slip(c, k, unit)) return INNO_OK;
  power = power_of(c->rule, c->size[unit], p->size, p->size_spread);
  if (power == 0.0 || !isolated(c, unit, p->size)) return INNO_OK;
  mark_slip(c, which, unit);
  double middle = inno__check_raw(c, k, unit, inno__pow(10.0, p->size));
  return slipped(c, INNO_FINDING_SLIP_PEERS, k, unit, x, middle, p->size_spread, power);
}

/* ---- all of it ---- */

inno_status inno__check_column(const inno__checking *c, int64_t which) {
  const inno__checked *k = &c->columns[which];
  const double *x = inno__check_now(c, k);
  inno_status s = INNO_OK;
  take_values(c, k);
  for (int64_t l = 0; l < c->labels; l++) take_peers(c, k, l);
  for (int64_t i = c->begin; i < c->end && s == INNO_OK; i++) {
    const inno__peers *p = c->label[i] >= 0 ? &c->peers[c->label[i]] : NULL;
    if (inno__is_missing(x[i])) {
      s = check_missing(c, k, i);
      continue;
    }
    if (x[i] == 0.0) s = check_zero(c, k, p, i);
    if (s == INNO_OK) s = check_range(c, k, p, i, x[i]);
    if (s == INNO_OK) s = check_slip(c, which, p, i, x[i]);
  }
  return s;
}
