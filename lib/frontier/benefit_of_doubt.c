/* Benefit of the doubt as a pipeline has it, and the geometric score with its shares. */
#include "frontier/frontier.h"
#include "numeric/missing.h"
#include "numeric/special.h"

static size_t work_size(const inno_frontier *f) { return inno__bod_work_size(f->k, f->n, &f->bod_rule); }

static inno_status begin(inno_frontier *f, const inno__site *site) {
  return inno__bod_begin(&f->bod, (const double *const *)f->column, f->k, f->n, &f->bod_rule, f->work, f->children,
                         site);
}

static inno_status bod_unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                            const inno__site *site) {
  inno__bod_result r;
  f->bod.site = *site;
  inno_status s = inno__bod_unit(&f->bod, i, &r, multiplier, NULL, f->peers);
  out->score = r.score;
  out->certificate = r.certificate;
  out->iterations = r.iterations;
  out->available = r.available;
  if (s == INNO_OK && r.available == 0)
    s = inno__frontier_fails(f, i, site, INNO_E_NODATA, INNO__MSG_FRONTIER_NO_VALUES, NULL, -1, 0.0);
  return s;
}

const inno__frontier_rule inno__frontier_bod = {INNO_FRONTIER_BENEFIT_OF_DOUBT, work_size, begin, bod_unit, NULL, 1, 0};

/* ---- geometric ---- */

static inno_status geometric_begin(inno_frontier *f, const inno__site *site) {
  for (int32_t j = 0; j < f->k; j++) {
    double y = f->column[j][f->benchmark];
    if (inno__is_missing(y))
      return inno__frontier_fails(f, f->benchmark, site, INNO_E_NODATA, INNO__MSG_FRONTIER_BENCHMARK_MISSING, NULL, j,
                                  0.0);
    if (!(y > 0.0))
      return inno__frontier_fails(f, f->benchmark, site, INNO_E_NONPOSITIVE, INNO__MSG_FRONTIER_RATIO, NULL, j, y);
  }
  return begin(f, site);
}

/* product of (y_j / benchmark_j)^share_j; a factor whose share is 0 is 1, whatever the value. */
static inno_status geometric_unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                                  const inno__site *site) {
  double sum = 0.0;
  inno_status s = bod_unit(f, i, out, multiplier, site);
  if (s != INNO_OK) return s;
  out->score = inno__nan();
  inno__frontier_take(f, i);
  for (int32_t j = 0; j < f->k; j++) {
    double share = f->present[j] ? multiplier[j] * f->y[j] : 0.0;
    sum += share;
    f->step[j] = share;
  }
  if (!(sum > 0.0)) /* nothing but zeros, or the limit of a zero under a floor */
    return inno__frontier_fails(f, i, site, INNO_E_NONPOSITIVE, INNO__MSG_FRONTIER_NO_SHARES, NULL, -1, 0.0);
  double logarithm = 0.0;
  for (int32_t j = 0; j < f->k; j++)
    if (f->step[j] > 0.0) logarithm += f->step[j] / sum * inno__log(f->y[j] / f->column[j][f->benchmark]);
  out->score = inno__exp(logarithm);
  return INNO_OK;
}

const inno__frontier_rule inno__frontier_geometric = {
    INNO_FRONTIER_GEOMETRIC, work_size, geometric_begin, geometric_unit, NULL, 1, 0};

/* ---- change from one period to another ---- */

/* Logarithms of own values, of values against the benchmark, and shares of one unit in one period. */
typedef struct {
  double own, relative, share;
} term;

static term term_of(const inno_frontier *f, int64_t i, int32_t j) {
  double y = f->column[j][i], mark = f->column[j][f->benchmark];
  return (term){inno__log(y), inno__log(y / mark), inno__frontier_indicator_value(f, INNO_FRONTIER_SHARE, i, j)};
}

/* The shares' mean weighs the change of the values, the values' mean the change of the shares: nothing is left over. */
double inno__frontier_factor(const inno_frontier *before, const inno_frontier *after, int32_t factor, int64_t i) {
  double own = 0.0, relative = 0.0, weight = 0.0;
  if (before->unit_status[i] != INNO_OK || after->unit_status[i] != INNO_OK) return inno__nan();
  for (int32_t j = 0; j < before->k; j++) {
    int was = !inno__is_missing(before->column[j][i]), is = !inno__is_missing(after->column[j][i]);
    if (was != is) return inno__nan();
    if (!was) continue;
    term a = term_of(before, i, j), b = term_of(after, i, j);
    double share = 0.5 * (a.share + b.share), moved = b.share - a.share;
    if (share == 0.0) continue;
    own += share * (b.own - a.own);
    relative += share * (b.relative - a.relative);
    if (moved != 0.0) weight += 0.5 * moved * (b.relative + a.relative);
  }
  double log_factor = factor == INNO_CHANGE_OWN         ? own
                      : factor == INNO_CHANGE_BENCHMARK ? relative - own
                      : factor == INNO_CHANGE_WEIGHT    ? weight
                                                        : relative + weight;
  return inno__exp(log_factor);
}
