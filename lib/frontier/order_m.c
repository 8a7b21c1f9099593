/* Order-m: the unit against the best of m units drawn with replacement, by the expectation's closed form, so that
 * nothing is drawn. */
#include <math.h>

#include "frontier/frontier.h"
#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/special.h"

static size_t work_size(const inno_frontier *f) {
  (void)f;
  return 0;
}

static inno_status begin(inno_frontier *f, const inno__site *site) {
  (void)f;
  (void)site;
  return INNO_OK;
}

/* Expectation of the largest of m draws from the count values, sorted: r_(count) less what lies below, by Abel's sum.
 */
static double expected_largest(const double *sorted, int64_t count, int64_t m) {
  double sum = 0.0;
  for (int64_t t = 1; t < count; t++)
    sum += (sorted[t] - sorted[t - 1]) * inno__pow((double)t / (double)count, (double)m);
  return sorted[count - 1] - sum;
}

/* A peer is drawn when it has every indicator that the unit has. */
static int has_all(const inno_frontier *f, int64_t peer) {
  for (int32_t j = 0; j < f->k; j++)
    if (f->present[j] && inno__is_missing(f->column[j][peer])) return 0;
  return 1;
}

static inno_status nobody(const inno_frontier *f, int64_t i, const inno__site *site) {
  return inno__frontier_fails(f, i, site, INNO_E_NODATA, INNO__MSG_FRONTIER_NO_VALUES, NULL, -1, 0.0);
}

/* min over j of y_peer / y; an indicator of which the unit has 0 is no limit. */
static inno_status radial_unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                               const inno__site *site) {
  int64_t count = 0;
  (void)multiplier;
  out->available = inno__frontier_take(f, i);
  out->iterations = 1;
  if (out->available == 0) return nobody(f, i, site);
  for (int64_t peer = 0; peer < f->n; peer++) {
    double least = INFINITY;
    if (!has_all(f, peer)) continue;
    for (int32_t j = 0; j < f->k; j++)
      if (f->present[j] && f->y[j] > 0.0 && f->column[j][peer] / f->y[j] < least) least = f->column[j][peer] / f->y[j];
    f->scratch[count++] = least;
  }
  out->score = 0.0; /* nothing but zeros: any multiple of it is reached */
  if (!(f->scratch[0] < INFINITY)) return INNO_OK;
  inno__sort(f->scratch, count, f->scratch + f->n);
  out->score = 1.0 / expected_largest(f->scratch, count, f->draws);
  return INNO_OK;
}

const inno__frontier_rule inno__frontier_order_m = {INNO_FRONTIER_ORDER_M, work_size, begin, radial_unit, NULL, 0, 0};

/* min over j of (y_peer - y) / step. Where the direction has no step a peer must be as good as the unit to be drawn. */
static inno_status directional_unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                                    const inno__site *site) {
  int64_t count = 0;
  int moves = 0;
  (void)multiplier;
  out->available = inno__frontier_take(f, i);
  out->iterations = 1;
  if (out->available == 0) return nobody(f, i, site);
  for (int32_t j = 0; j < f->k; j++) {
    f->step[j] = f->present[j] ? f->direction[j] * f->y[j] : 0.0;
    moves |= f->step[j] > 0.0;
  }
  if (!moves) return inno__frontier_fails(f, i, site, INNO_E_DOMAIN, INNO__MSG_FRONTIER_DIRECTION, NULL, -1, 0.0);
  for (int64_t peer = 0; peer < f->n; peer++) {
    double least = INFINITY;
    int drawn = has_all(f, peer);
    for (int32_t j = 0; j < f->k && drawn; j++) {
      double more = f->present[j] ? f->column[j][peer] - f->y[j] : 0.0;
      if (f->step[j] > 0.0)
        least = more / f->step[j] < least ? more / f->step[j] : least;
      else if (more < 0.0)
        drawn = 0;
    }
    if (drawn) f->scratch[count++] = least;
  }
  inno__sort(f->scratch, count, f->scratch + f->n);
  out->distance = expected_largest(f->scratch, count, f->draws);
  if (!(out->distance > -1.0)) /* directions beyond the unit's own values: no score is left */
    return inno__frontier_fails(f, i, site, INNO_E_DOMAIN, INNO__MSG_FRONTIER_BEYOND, "direction", -1, out->distance);
  out->score = 1.0 / (1.0 + out->distance);
  return INNO_OK;
}

const inno__frontier_rule inno__frontier_directional_order_m = {
    INNO_FRONTIER_DIRECTIONAL_ORDER_M, work_size, begin, directional_unit, NULL, 0, 0};
