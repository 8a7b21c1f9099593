/* The flat tier: one function a normalization rule. */
#include "api/flat.h"
#include "construct/normalize.h"

static size_t normalize_work(int64_t rows, int32_t columns) {
  (void)columns;
  return inno__normalize_work_size(rows);
}

/* A rule with its direction and logarithm; the rest is blank. */
static inno__normalize_rule begin(inno_status *s, int32_t which, int32_t direction, int32_t log) {
  inno__normalize_rule r = {.rule = which, .ties = INNO_TIES_COMPETITION, .reference = -1};
  r.direction = inno__flat_direction(s, direction);
  r.log = inno__flat_i32(s, log, INNO_KEY_NORMALIZE_LOG);
  return r;
}

/* Bounds of scores or in raw units; the defaults are 0 and 100, as in a scheme. */
static void bounds(inno_status *s, inno__normalize_rule *r, double lower, double upper) {
  r->lower = inno__flat_f64(s, lower == lower ? lower : 0.0, INNO_KEY_NORMALIZE_LOWER);
  r->upper = inno__flat_f64(s, upper == upper ? upper : 100.0, INNO_KEY_NORMALIZE_UPPER);
  int raw = r->rule != INNO_NORMALIZE_MINMAX;
  int order = r->lower < r->upper, logarithm = !raw || r->log == INNO_LOG_NONE || r->lower > 0.0;
  if (*s == INNO_OK && !(order && logarithm)) *s = INNO_E_VALUE;
}

/* option: the status of the options that are in the rule already */
static int32_t run(const double *x, int32_t n, const inno__normalize_rule *rule, inno_status option, double *out) {
  inno__flat_table t;
  inno__frame frame;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, normalize_work);
  s = inno__first(s, inno__flat_check_array(out, n));
  s = inno__first(s, option);
  if (s == INNO_OK) s = inno__normalize_check(rule, &t.site);
  if (s == INNO_OK && n > 0) s = inno__normalize_fit(t.column[0], n, rule, &frame, t.work, &t.site);
  if (s == INNO_OK && n > 0) s = inno__normalize_apply(t.column[0], n, rule, &frame, out, NULL, t.work, &t.site);
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

int32_t INNO_CALL inno_flat_orient(const double *x, int32_t n, int32_t direction, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_NONE, direction, log);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_minmax(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                   int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_MINMAX, direction, log);
  bounds(&s, &r, lower, upper);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_zscore(const double *x, int32_t n, int32_t direction, double mean, double sd, int32_t log,
                                   double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_ZSCORE, direction, log);
  r.mean = inno__flat_f64(&s, mean, INNO_KEY_NORMALIZE_MEAN);
  r.sd = inno__flat_f64(&s, sd, INNO_KEY_NORMALIZE_SD);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_fixed_range(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                        double points, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_FIXED_RANGE, direction, log);
  bounds(&s, &r, lower, upper);
  r.points = inno__flat_f64(&s, points, INNO_KEY_NORMALIZE_POINTS);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_goalposts(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                      double points, int32_t truncate, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_GOALPOSTS, direction, log);
  inno__flat_required(&s, lower, INNO_KEY_NORMALIZE_LOWER); /* goalposts have no default */
  inno__flat_required(&s, upper, INNO_KEY_NORMALIZE_UPPER);
  bounds(&s, &r, lower, upper);
  r.points = inno__flat_f64(&s, points, INNO_KEY_NORMALIZE_POINTS);
  r.truncate = inno__flat_i32(&s, truncate, INNO_KEY_NORMALIZE_TRUNCATE);
  return run(x, n, &r, s, out);
}

static int32_t rank_rule(const double *x, int32_t n, int32_t which, int32_t direction, int32_t ties, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, which, direction, INNO_LOG_NONE);
  r.ties = inno__flat_i32(&s, ties, INNO_KEY_NORMALIZE_TIES);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_rank_from_below(const double *x, int32_t n, int32_t direction, int32_t ties, double *out) {
  return rank_rule(x, n, INNO_NORMALIZE_RANK, direction, ties, out);
}

int32_t INNO_CALL inno_flat_percentile_rank(const double *x, int32_t n, int32_t direction, int32_t ties, double *out) {
  return rank_rule(x, n, INNO_NORMALIZE_PERCENTILE_RANK, direction, ties, out);
}

int32_t INNO_CALL inno_flat_borda(const double *x, int32_t n, int32_t direction, int32_t ties, double *out) {
  return rank_rule(x, n, INNO_NORMALIZE_BORDA, direction, ties, out);
}

int32_t INNO_CALL inno_flat_distance_to_max(const double *x, int32_t n, int32_t direction, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_DISTANCE_TO_MAX, direction, log);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_distance_to_reference(const double *x, int32_t n, int32_t direction, int32_t reference,
                                                  int32_t cap, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_DISTANCE_TO_REFERENCE, direction, log);
  if (reference == INT32_MIN)
    s = inno__first(s, INNO_E_MISSING_PARAMETER);
  else if (reference < 1 || (n > 0 && reference > n))
    s = inno__first(s, INNO_E_VALUE);
  r.reference = (int64_t)reference - 1;
  r.cap = inno__flat_i32(&s, cap, INNO_KEY_NORMALIZE_CAP);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_distance_to_target(const double *x, int32_t n, int32_t direction, double target,
                                               int32_t cap, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_DISTANCE_TO_TARGET, direction, log);
  r.target = inno__flat_required(&s, target, INNO_KEY_NORMALIZE_TARGET);
  if (s == INNO_OK && r.log != INNO_LOG_NONE && !(r.target > 0.0)) s = INNO_E_VALUE;
  r.cap = inno__flat_i32(&s, cap, INNO_KEY_NORMALIZE_CAP);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_fraction_of_max(const double *x, int32_t n, int32_t direction, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_FRACTION_OF_MAX, direction, log);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_ratio_to_mean(const double *x, int32_t n, int32_t direction, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_RATIO_TO_MEAN, direction, log);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_ratio_to_worst(const double *x, int32_t n, int32_t direction, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_RATIO_TO_WORST, direction, log);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_above_below_mean(const double *x, int32_t n, int32_t direction, double threshold,
                                             int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_ABOVE_BELOW_MEAN, direction, log);
  r.threshold = inno__flat_f64(&s, threshold, INNO_KEY_NORMALIZE_THRESHOLD);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_percentile(const double *x, int32_t n, int32_t direction, int32_t ties, double *out) {
  return rank_rule(x, n, INNO_NORMALIZE_PERCENTILE, direction, ties, out);
}

int32_t INNO_CALL inno_flat_categorical(const double *x, int32_t n, int32_t direction, const double *cuts,
                                        int32_t cut_count, const double *scores, double *out) {
  double own_cuts[INNO__CUTS], own_scores[INNO__CUTS + 1];
  inno_status s = cut_count < 0 ? INNO_E_ARGUMENT : cut_count < 1 || cut_count > INNO__CUTS ? INNO_E_VALUE : INNO_OK;
  if (s == INNO_OK) s = inno__flat_check_array(cuts, cut_count);
  if (s == INNO_OK) s = inno__flat_check_array(scores, cut_count + 1);
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_CATEGORICAL, direction, INNO_LOG_NONE);
  for (int32_t k = 0; s == INNO_OK && k < cut_count; k++)
    own_cuts[k] = inno__flat_required(&s, cuts[k], INNO_KEY_NORMALIZE_CUTS);
  for (int32_t k = 0; s == INNO_OK && k <= cut_count; k++)
    own_scores[k] = inno__flat_required(&s, scores[k], INNO_KEY_NORMALIZE_SCORES);
  r.cuts = (inno__list){own_cuts, cut_count};
  r.scores = (inno__list){own_scores, (int64_t)cut_count + 1};
  return run(x, n, &r, s, out);
}

/* Ends of the scores, and whether they are kept to. */
static void between(inno_status *s, inno__normalize_rule *r, double lower, double upper, int32_t truncate) {
  bounds(s, r, lower, upper);
  r->truncate = inno__flat_i32(s, truncate, INNO_KEY_NORMALIZE_TRUNCATE);
}

int32_t INNO_CALL inno_flat_minmax_percentile(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                              double lower_percentile, double upper_percentile, int32_t quantile_type,
                                              int32_t truncate, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_MINMAX_PERCENTILE, direction, log);
  between(&s, &r, lower, upper, truncate);
  r.lower_percentile = inno__flat_f64(&s, lower_percentile, INNO_KEY_NORMALIZE_LOWER_PERCENTILE);
  r.upper_percentile = inno__flat_f64(&s, upper_percentile, INNO_KEY_NORMALIZE_UPPER_PERCENTILE);
  r.quantile_type = inno__flat_i32(&s, quantile_type, INNO_KEY_NORMALIZE_QUANTILE_TYPE);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_minmax_sd(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                      double sds, int32_t truncate, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_MINMAX_SD, direction, log);
  between(&s, &r, lower, upper, truncate);
  r.sds = inno__flat_f64(&s, sds, INNO_KEY_NORMALIZE_SDS);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_minmax_inner(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                         int32_t outliers, double width, int32_t truncate, int32_t log, double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_MINMAX_INNER, direction, log);
  between(&s, &r, lower, upper, truncate);
  r.outliers = inno__flat_i32(&s, outliers, INNO_KEY_NORMALIZE_OUTLIERS);
  r.quantile_type = inno__flat_i32(&s, INT32_MIN, INNO_KEY_NORMALIZE_QUANTILE_TYPE);
  if (r.outliers == INNO_OUTLIERS_FENCE)
    r.reach = inno__flat_f64(&s, width, INNO_KEY_NORMALIZE_REACH);
  else
    r.sds = inno__flat_f64(&s, width, INNO_KEY_NORMALIZE_SDS);
  return run(x, n, &r, s, out);
}

int32_t INNO_CALL inno_flat_ampi(const double *x, int32_t n, int32_t direction, double reference_value, int32_t log,
                                 double *out) {
  inno_status s = INNO_OK;
  inno__normalize_rule r = begin(&s, INNO_NORMALIZE_AMPI, direction, log);
  r.reference_value = inno__flat_f64(&s, reference_value, INNO_KEY_NORMALIZE_REFERENCE_VALUE);
  return run(x, n, &r, s, out);
}
