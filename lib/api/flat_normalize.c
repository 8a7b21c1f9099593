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
