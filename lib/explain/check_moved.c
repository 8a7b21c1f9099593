/* Denominators that moved: what part of the change of what they divide is theirs. */
#include <math.h>

#include "explain/check.h"
#include "numeric/missing.h"

/* Values of both years: of a numerator, of what divides it, and of both together. */
typedef struct {
  double x, x_before, by, by_before, value, value_before;
} years;

static double change(double now, double before) { return before != 0.0 ? fabs((now - before) / before) : inno__nan(); }

/* 1 = every number is there, and the numerator stayed where it was. */
static int stayed(const inno__checking *c, const inno__checked *k, int64_t unit, years *y) {
  const inno__checked *d = &c->columns[k->scaled_by];
  y->x = inno__check_now(c, k)[unit];
  y->x_before = inno__check_before(c, k, unit);
  y->by = inno__check_now(c, d)[unit] / k->scale;
  y->by_before = inno__check_before(c, d, unit) / k->scale;
  y->value = y->x / y->by;
  y->value_before = y->x_before / y->by_before;
  return y->value - y->value == 0.0 && y->value_before - y->value_before == 0.0 &&
         (y->x == y->x_before || change(y->x, y->x_before) <= c->rule->denominator_change);
}

/* Shapley's split of a change between two causes: each is changed first as often as last. */
static double part_of(const years *y, double *effect) {
  *effect = 0.5 * (y->x + y->x_before) * (1.0 / y->by - 1.0 / y->by_before);
  double all = y->value - y->value_before;
  return all != 0.0 ? *effect / all : inno__nan();
}

/* The next indicator behind at that the column divides and whose numerator stayed; -1 = no more. */
static int64_t next(const inno__checking *c, int64_t which, int64_t unit, int64_t at, years *y) {
  for (at++; at < c->column_count; at++) {
    const inno__checked *k = &c->columns[at];
    if (k->divisions == 1 && k->scaled_by == which && stayed(c, k, unit, y)) return at;
  }
  return -1;
}

/* The indicator that it moved most, by the share of the value before. */
static int64_t most_moved(const inno__checking *c, int64_t which, int64_t unit) {
  int64_t most = -1;
  double largest = -1.0;
  years y;
  for (int64_t at = next(c, which, unit, -1, &y); at >= 0; at = next(c, which, unit, at, &y)) {
    double effect;
    (void)part_of(&y, &effect);
    double size = y.value_before != 0.0 ? fabs(effect / y.value_before) : 0.0;
    if (size > largest) {
      largest = size;
      most = at;
    }
  }
  return most;
}

static inno_status check_unit(const inno__checking *c, int64_t which, int64_t unit) {
  const inno__checked *d = &c->columns[which];
  double now = inno__check_now(c, d)[unit], before = inno__check_before(c, d, unit);
  if (c->slipped[which * c->n + unit] || !(change(now, before) > c->rule->denominator_change)) return INNO_OK;
  int64_t most = most_moved(c, which, unit);
  if (most < 0) return INNO_OK;
  inno__noted n = inno__noted_of(INNO_FINDING_DENOMINATOR_MOVED, d, unit);
  years y;
  n.other = c->columns[most].node;
  n.value = (now - before) / before;
  n.threshold = n.limit = c->rule->denominator_change;
  n.figure = now;
  n.compared = before;
  n.ratio = now / before;
  inno_status s = inno__check_note(c, &n);
  for (int64_t at = next(c, which, unit, -1, &y); at >= 0 && s == INNO_OK; at = next(c, which, unit, at, &y)) {
    double effect;
    n = inno__noted_of(INNO_FINDING_DENOMINATOR_MOVED, &c->columns[at], unit);
    n.other = d->node;
    n.figure = y.value;
    n.compared = y.value_before;
    n.ratio = y.value_before != 0.0 ? y.value / y.value_before : inno__nan();
    n.limit = c->rule->denominator_change;
    n.part = part_of(&y, &effect);
    s = inno__check_number(c, &n);
  }
  return s;
}

inno_status inno__check_moved(const inno__checking *c) {
  inno_status s = INNO_OK;
  for (int64_t which = 0; which < c->denominator_count; which++)
    for (int64_t i = c->begin; i < c->end && s == INNO_OK; i++) s = check_unit(c, which, i);
  return s;
}
