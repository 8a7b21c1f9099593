#include "construct/benefit_of_doubt.h"

#include <math.h>

#include "numeric/missing.h"
#include "numeric/moments.h"

/* What is this close to an equality is one: sums of shares such as ten times 0.1. */
static const double rounding = 1e-12;

static inno__bod_bounds bounds_of(const inno__bod_rule *rule) {
  inno__bod_bounds b = rule->bounds;
  b.share_rows = rule->share_of != INNO__BOD_SHARE_CONTRIBUTION;
  return b;
}

size_t inno__bod_work_size(int32_t k, int64_t n, const inno__bod_rule *rule) {
  inno__bod_bounds bounds = bounds_of(rule);
  size_t program = inno__bod_program_work_size(k, n, &bounds);
  if (program == SIZE_MAX) return SIZE_MAX;
  return program + 3 * (size_t)k * sizeof(double) + ((size_t)k + 7) / 8 * 8;
}

/* ---- what holds for all units ---- */

static const char *child(const inno__bod *b, int32_t j) { return b->children != NULL ? b->children[j] : NULL; }

static inno_status check_values(const inno__bod *b) {
  for (int32_t j = 0; j < b->program.k; j++)
    for (int64_t i = 0; i < b->program.n; i++)
      if (b->columns[j][i] < 0.0)
        return inno__fail(b->site.error, INNO_E_NONPOSITIVE, INNO__MSG_BOD_NEGATIVE,
                          &(inno__where){.node = b->site.node,
                                         .unit = inno__site_unit(&b->site, i),
                                         .what = child(b, j),
                                         .value = b->columns[j][i]});
  return INNO_OK;
}

static inno_status bad_bound(const inno__bod *b, int32_t message, const char *bound, int32_t j, double lower,
                             double upper) {
  return inno__fail(
      b->site.error, INNO_E_VALUE, message,
      &(inno__where){
          .node = b->site.node, .what = bound, .given = j >= 0 ? child(b, j) : NULL, .value = lower, .value2 = upper});
}

/* lower <= upper, neither below 0. */
static inno_status check_pairs(const inno__bod *b, const double *lower, const double *upper, const char *name) {
  for (int32_t j = 0; j < b->program.k; j++) {
    double l = lower != NULL ? lower[j] : 0.0, u = upper != NULL ? upper[j] : INFINITY;
    if (!(l >= 0.0) || !(l <= u) || !(l < INFINITY)) return bad_bound(b, INNO__MSG_BOD_ORDER, name, j, l, u);
  }
  return INNO_OK;
}

static double sum_of(const double *x, int32_t k) {
  double sum = 0.0;
  for (int32_t j = 0; j < k; j++) sum += x[j] < 1.0 ? x[j] : 1.0;
  return sum;
}

inno_status inno__bod_check_bounds(const inno__bod *b) {
  const inno__bod_bounds *bounds = &b->rule->bounds;
  int32_t k = b->program.k;
  inno_status s = check_pairs(b, bounds->multiplier_lower, bounds->multiplier_upper, "multiplier");
  if (s == INNO_OK) s = check_pairs(b, bounds->share_lower, bounds->share_upper, "share");
  if (s != INNO_OK) return s;
  if (bounds->share_upper != NULL && sum_of(bounds->share_upper, k) < 1.0 - rounding)
    return bad_bound(b, INNO__MSG_BOD_UPPER_SUM, "share_upper", -1, sum_of(bounds->share_upper, k), 1.0);
  if (bounds->share_lower != NULL && sum_of(bounds->share_lower, k) > 1.0 + rounding)
    return bad_bound(b, INNO__MSG_BOD_LOWER_SUM, "share_lower", -1, sum_of(bounds->share_lower, k), 1.0);
  for (int32_t c = 0; c < bounds->ratio_count; c++) {
    const inno__bod_ratio *r = &bounds->ratios[c];
    if (!(r->lower >= 0.0 && r->lower <= r->upper) || !(r->lower < INFINITY))
      return bad_bound(b, INNO__MSG_BOD_ORDER, "ratio", r->first, r->lower, r->upper);
  }
  return INNO_OK;
}

/* ---- the reference: a unit with the mean of every indicator ---- */

static inno__bod_question own_question(const inno__bod *b) {
  const double *reference = b->rule->share_of == INNO__BOD_SHARE_CONTRIBUTION ? b->values : b->reference;
  return (inno__bod_question){b->values, b->zeros, reference, b->present, -1};
}

static void solve_reference(inno__bod *b) {
  int any = 0;
  for (int32_t j = 0; j < b->program.k; j++) {
    int64_t count = 0;
    double mean = inno__mean(b->columns[j], b->program.n, &count);
    b->present[j] = mean > 0.0;
    b->values[j] = b->present[j] ? mean : 0.0;
    b->reference[j] = b->rule->share_of == INNO__BOD_SHARE_MEAN ? b->values[j] : 1.0;
    any |= b->present[j];
  }
  if (!any) return;
  inno__bod_question question = own_question(b);
  inno__bod_program_ask(&b->program, &question);
  if (inno__bod_program_advance(&b->program, INNO__BOD_ITERATIONS) == INNO__LP_OPTIMAL)
    inno__bod_program_keep_start(&b->program);
}

inno_status inno__bod_begin(inno__bod *b, const double *const *columns, int32_t k, int64_t n,
                            const inno__bod_rule *rule, void *work, const char *const *children,
                            const inno__site *site) {
  double *at = work;
  *b = (inno__bod){.columns = columns, .rule = rule, .children = children, .site = *site};
  b->program.k = k;
  b->program.n = n;
  inno_status s = inno__bod_check_bounds(b);
  if (s == INNO_OK) s = check_values(b);
  if (s != INNO_OK) return s;
  b->values = at;
  b->zeros = at + k;
  b->reference = at + 2 * (size_t)k;
  b->present = (unsigned char *)(at + 3 * (size_t)k);
  b->bounds = bounds_of(rule);
  for (int32_t j = 0; j < k; j++) b->zeros[j] = 0.0;
  inno__bod_program_load(&b->program, columns, NULL, k, n, &b->bounds, 1, b->present + ((size_t)k + 7) / 8 * 8);
  solve_reference(b);
  return INNO_OK;
}

/* ---- one unit ---- */

static void nothing_known(inno__bod_result *out, int32_t k, int64_t n, double *multipliers, double *shares,
                          double *peers) {
  const double nan = inno__nan();
  *out = (inno__bod_result){.score = nan, .certificate = {nan, nan, nan, nan}};
  for (int32_t j = 0; j < k; j++) {
    if (multipliers != NULL) multipliers[j] = nan;
    if (shares != NULL) shares[j] = nan;
  }
  for (int64_t i = 0; i < n && peers != NULL; i++) peers[i] = nan;
}

static inno_status unit_fails(const inno__bod *b, int64_t unit, inno_status status, int32_t message, const char *what,
                              int32_t j, double value) {
  return inno__fail(b->site.error, status, message,
                    &(inno__where){.node = b->site.node,
                                   .unit = inno__site_unit(&b->site, unit),
                                   .what = what,
                                   .given = j >= 0 ? child(b, j) : NULL,
                                   .value = value,
                                   .count = b->rule->iterations});
}

/* Takes the unit's values; *positive = how many are above 0, *zero = one that is 0 under a floor, or -1. */
static void take_unit(inno__bod *b, int64_t unit, inno__bod_result *out, int32_t *positive, int32_t *zero) {
  const double *floor = b->rule->share_of == INNO__BOD_SHARE_CONTRIBUTION ? b->rule->bounds.share_lower : NULL;
  *positive = 0;
  *zero = -1;
  for (int32_t j = 0; j < b->program.k; j++) {
    double y = b->columns[j][unit];
    b->present[j] = !inno__is_missing(y);
    b->values[j] = b->present[j] ? y : 0.0;
    out->available += b->present[j];
    *positive += y > 0.0;
    if (y == 0.0 && *zero < 0 && floor != NULL && floor[j] > 0.0) *zero = j;
  }
}

/* Shares that the unit can have at most: of the indicators that it has, above 0 where that matters. */
static double reachable(const inno__bod *b) {
  double sum = 0.0;
  int any_value = b->rule->share_of != INNO__BOD_SHARE_CONTRIBUTION;
  for (int32_t j = 0; j < b->program.k; j++)
    if (any_value ? b->present[j] : b->values[j] > 0.0)
      sum += b->rule->bounds.share_upper[j] < 1.0 ? b->rule->bounds.share_upper[j] : 1.0;
  return sum;
}

static void take_answer(inno__bod *b, inno__bod_result *out, double *multipliers, double *shares, double *peers) {
  inno__bod_program *q = &b->program;
  double own = 0.0, level = 0.0;
  inno__bod_program_answer(q, &out->certificate, peers);
  level = q->x[q->k];
  for (int32_t j = 0; j < q->k; j++) own += q->x[j] * b->values[j];
  /* own is 1: a unit that is its own best peer has the score 1, not 1 less a rounding */
  if (level <= own * (1.0 + rounding)) level = 1.0;
  out->score = 1.0 / level;
  for (int32_t j = 0; j < q->k; j++) {
    if (multipliers != NULL && b->present[j]) multipliers[j] = q->x[j] / level;
    if (shares != NULL && b->present[j]) shares[j] = q->x[j] * b->values[j] / own;
  }
}

static void score_of_zero(const inno__bod *b, inno__bod_result *out, double *multipliers, double *peers) {
  out->score = 0.0;
  for (int32_t j = 0; j < b->program.k && multipliers != NULL; j++)
    if (b->present[j]) multipliers[j] = 0.0;
  for (int64_t i = 0; i < b->program.n && peers != NULL; i++) peers[i] = 0.0;
}

inno_status inno__bod_unit(inno__bod *b, int64_t unit, inno__bod_result *out, double *multipliers, double *shares,
                           double *peers) {
  inno__bod_program *q = &b->program;
  const inno__bod_bounds *bounds = &b->rule->bounds;
  int32_t positive, zero, culprit = -1;
  nothing_known(out, q->k, q->n, multipliers, shares, peers);
  take_unit(b, unit, out, &positive, &zero);
  if (out->available == 0) return INNO_OK;
  if (zero >= 0 && b->rule->zero == INNO__BOD_ZERO_ERROR)
    return unit_fails(b, unit, INNO_E_NONPOSITIVE, INNO__MSG_BOD_ZERO, "share_lower", zero, bounds->share_lower[zero]);
  if (positive == 0 || (zero >= 0 && b->rule->zero == INNO__BOD_ZERO_LIMIT)) {
    score_of_zero(b, out, multipliers, peers);
    return INNO_OK;
  }
  if (bounds->share_upper != NULL && reachable(b) < 1.0 - rounding)
    return unit_fails(b, unit, INNO_E_DOMAIN, INNO__MSG_BOD_REACH, "share_upper", -1, reachable(b));
  inno__bod_question question = own_question(b);
  inno__bod_program_ask(q, &question);
  int32_t status = inno__bod_program_advance(q, b->rule->iterations);
  out->iterations = q->simplex.iterations;
  if (status == INNO__LP_LIMIT)
    return unit_fails(b, unit, INNO_E_UNFINISHED, INNO__MSG_BOD_ITERATIONS, "iterations", -1, 0.0);
  if (status != INNO__LP_OPTIMAL) {
    const char *bound = inno__bod_program_culprit(q, &culprit);
    return unit_fails(b, unit, INNO_E_DOMAIN, INNO__MSG_BOD_CONTRADICTION, bound, culprit, 0.0);
  }
  take_answer(b, out, multipliers, shares, peers);
  if (inno__lp_proves(&out->certificate)) return INNO_OK;
  nothing_known(out, q->k, q->n, multipliers, shares, peers);
  return unit_fails(b, unit, INNO_E_OVERFLOW, INNO__MSG_BOD_UNPROVEN, NULL, -1, 0.0);
}
