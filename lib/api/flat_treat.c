/* The flat tier: the test, winsorizing, transformations, the whole treatment. */
#include "api/flat.h"
#include "construct/keys.h"
#include "construct/treat.h"
#include "numeric/moments.h"

static size_t treat_work(int64_t rows, int32_t columns) {
  (void)columns;
  return inno__treat_work_size(rows);
}

/* ---- statistics ---- */

static inno_status take_moments(const double *x, int32_t n, inno__moments *m) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, NULL);
  if (s == INNO_OK) inno__moments_of(t.column[0], n, m);
  inno__flat_drop(&t);
  return s;
}

double INNO_CALL inno_flat_skewness(const double *x, int32_t n, int32_t type) {
  inno__moments m;
  inno_status s = take_moments(x, n, &m);
  int32_t which = inno__flat_i32(&s, type, INNO_KEY_TREAT_SKEWNESS_TYPE);
  return s == INNO_OK ? inno__skewness(&m, which) : inno__nan();
}

double INNO_CALL inno_flat_kurtosis(const double *x, int32_t n, int32_t type) {
  inno__moments m;
  inno_status s = take_moments(x, n, &m);
  int32_t which = inno__flat_i32(&s, type, INNO_KEY_TREAT_KURTOSIS_TYPE);
  return s == INNO_OK ? inno__kurtosis(&m, which) : inno__nan();
}

/* The test's part of a rule; the rest is blank. */
static inno__treat_rule test_rule(inno_status *s, double skewness, double kurtosis, int32_t skewness_type,
                                  int32_t kurtosis_type) {
  inno__treat_rule r = {.direction = 1, .factor = inno__nan(), .lambda = inno__nan(), .degree = inno__nan()};
  r.skewness = inno__flat_f64(s, skewness, INNO_KEY_TREAT_SKEWNESS);
  r.kurtosis = inno__flat_f64(s, kurtosis, INNO_KEY_TREAT_KURTOSIS);
  r.skewness_type = inno__flat_i32(s, skewness_type, INNO_KEY_TREAT_SKEWNESS_TYPE);
  r.kurtosis_type = inno__flat_i32(s, kurtosis_type, INNO_KEY_TREAT_KURTOSIS_TYPE);
  return r;
}

double INNO_CALL inno_flat_passes(const double *x, int32_t n, double skewness, double kurtosis, int32_t skewness_type,
                                  int32_t kurtosis_type) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  inno__treat_rule rule = test_rule(&s, skewness, kurtosis, skewness_type, kurtosis_type);
  double g, k;
  int32_t passed = s == INNO_OK ? inno__treat_test(t.column[0], n, &rule, &g, &k, t.work) : -1;
  inno__flat_drop(&t);
  return passed < 0 ? inno__nan() : passed;
}

/* ---- winsorizing ---- */

typedef struct {
  int32_t limit;
  double skewness, kurtosis;
  int32_t skewness_type, kurtosis_type, force;
} winsorizing;

/* out NULL: only the number of points is wanted. */
static inno_status winsorize(const double *x, int32_t n, const winsorizing *given, double *out, double *points) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  inno__treat_rule rule = test_rule(&s, given->skewness, given->kurtosis, given->skewness_type, given->kurtosis_type);
  rule.limit = inno__flat_i32(&s, given->limit, INNO_KEY_TREAT_LIMIT);
  rule.force = inno__flat_i32(&s, given->force, INNO_KEY_TREAT_FORCE);
  *points = inno__nan();
  if (s == INNO_OK) {
    int64_t high = 0, low = 0;
    double *column = t.column[0];
    inno__winsorize(column, n, &rule, column, NULL, &high, &low, t.work);
    for (int32_t i = 0; i < n && out != NULL; i++) out[i] = column[i];
    *points = (double)(high + low);
  }
  inno__flat_drop(&t);
  return s;
}

int32_t INNO_CALL inno_flat_winsorize(const double *x, int32_t n, int32_t limit, double skewness, double kurtosis,
                                      int32_t skewness_type, int32_t kurtosis_type, int32_t force, double *out) {
  const winsorizing given = {limit, skewness, kurtosis, skewness_type, kurtosis_type, force};
  double points;
  inno_status s = inno__flat_check_array(out, n);
  if (s == INNO_OK) s = winsorize(x, n, &given, out, &points);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

double INNO_CALL inno_flat_winsorize_points(const double *x, int32_t n, int32_t limit, double skewness, double kurtosis,
                                            int32_t skewness_type, int32_t kurtosis_type, int32_t force) {
  const winsorizing given = {limit, skewness, kurtosis, skewness_type, kurtosis_type, force};
  double points;
  winsorize(x, n, &given, NULL, &points);
  return points;
}

/* ---- transformations ---- */

/* option: the status of the options that are in the rule already; parameter receives what was used. */
static inno_status transform(const double *x, int32_t n, int32_t which, const inno__treat_rule *rule,
                             inno_status option, double *out, double *parameter) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  s = inno__first(s, inno__flat_check_array(out, n));
  s = inno__first(s, option);
  *parameter = inno__nan();
  if (s == INNO_OK && n > 0) s = inno__transform(t.column[0], n, which, rule, out, parameter, t.work, &t.site);
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

static const inno__treat_rule plain = {.direction = 1, .skewness_type = 2, .kurtosis_type = 2};

int32_t INNO_CALL inno_flat_log(const double *x, int32_t n, double *out) {
  double unused;
  return transform(x, n, INNO_TREAT_LOG, &plain, INNO_OK, out, &unused);
}

int32_t INNO_CALL inno_flat_log_gii(const double *x, int32_t n, int32_t direction, double factor, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.direction = inno__flat_direction(&s, direction);
  rule.factor = inno__flat_f64(&s, factor, INNO_KEY_TREAT_FACTOR);
  return transform(x, n, INNO_TREAT_LOG_GII, &rule, s, out, &used);
}

double INNO_CALL inno_flat_log_gii_factor(const double *x, int32_t n) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  inno__treat_rule rule = plain;
  double factor = inno__nan();
  rule.factor = inno__nan();
  if (s == INNO_OK)
    s = inno__transform(t.column[0], n, INNO_TREAT_LOG_GII, &rule, t.column[0], &factor, t.work, &t.site);
  inno__flat_drop(&t);
  return s == INNO_OK ? factor : inno__nan();
}

int32_t INNO_CALL inno_flat_log_ct(const double *x, int32_t n, double *out) {
  double unused;
  return transform(x, n, INNO_TREAT_LOG_CT, &plain, INNO_OK, out, &unused);
}

int32_t INNO_CALL inno_flat_log_ct_plus(const double *x, int32_t n, int32_t skewness_type, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double unused;
  rule.skewness_type = inno__flat_i32(&s, skewness_type, INNO_KEY_TREAT_SKEWNESS_TYPE);
  return transform(x, n, INNO_TREAT_LOG_CT_PLUS, &rule, s, out, &unused);
}

int32_t INNO_CALL inno_flat_log_ct_orig(const double *x, int32_t n, double *out) {
  double unused;
  return transform(x, n, INNO_TREAT_LOG_CT_ORIG, &plain, INNO_OK, out, &unused);
}

int32_t INNO_CALL inno_flat_boxcox(const double *x, int32_t n, double lambda, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.lambda = inno__flat_required(&s, lambda, INNO_KEY_TREAT_LAMBDA);
  return transform(x, n, INNO_TREAT_BOXCOX, &rule, s, out, &used);
}

int32_t INNO_CALL inno_flat_root(const double *x, int32_t n, double degree, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.degree = inno__flat_f64(&s, degree, INNO_KEY_TREAT_DEGREE);
  return transform(x, n, INNO_TREAT_ROOT, &rule, s, out, &used);
}

/* ---- rules that move points to bounds, and the root that suffices ---- */

int32_t INNO_CALL inno_flat_fence(const double *x, int32_t n, double reach, int32_t quantile_type, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.reach = inno__flat_f64(&s, reach, INNO_KEY_TREAT_REACH);
  rule.quantile_type = inno__flat_i32(&s, quantile_type, INNO_KEY_TREAT_QUANTILE_TYPE);
  return transform(x, n, INNO_TREAT_FENCE, &rule, s, out, &used);
}

int32_t INNO_CALL inno_flat_sd_fence(const double *x, int32_t n, double sds, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.sds = inno__flat_f64(&s, sds, INNO_KEY_TREAT_SDS);
  return transform(x, n, INNO_TREAT_SD_FENCE, &rule, s, out, &used);
}

int32_t INNO_CALL inno_flat_winsorize_quantiles(const double *x, int32_t n, double lower_percentile,
                                                double upper_percentile, int32_t quantile_type, double *out) {
  inno_status s = INNO_OK;
  inno__treat_rule rule = plain;
  double used;
  rule.lower_percentile = inno__flat_f64(&s, lower_percentile, INNO_KEY_TREAT_LOWER_PERCENTILE);
  rule.upper_percentile = inno__flat_f64(&s, upper_percentile, INNO_KEY_TREAT_UPPER_PERCENTILE);
  rule.quantile_type = inno__flat_i32(&s, quantile_type, INNO_KEY_TREAT_QUANTILE_TYPE);
  if (s == INNO_OK && !(rule.lower_percentile < rule.upper_percentile)) s = INNO_E_VALUE;
  return transform(x, n, INNO_TREAT_QUANTILES, &rule, s, out, &used);
}

static inno__treat_rule root_rule(inno_status *s, int32_t max_degree, double skewness, int32_t skewness_type) {
  inno__treat_rule rule = plain;
  rule.degree = inno__nan();
  rule.max_degree = inno__flat_i32(s, max_degree, INNO_KEY_TREAT_MAX_DEGREE);
  rule.skewness = inno__flat_f64(s, skewness, INNO_KEY_TREAT_SKEWNESS);
  rule.skewness_type = inno__flat_i32(s, skewness_type, INNO_KEY_TREAT_SKEWNESS_TYPE);
  return rule;
}

int32_t INNO_CALL inno_flat_root_search(const double *x, int32_t n, int32_t max_degree, double skewness,
                                        int32_t skewness_type, double *out) {
  inno_status s = INNO_OK;
  double used;
  const inno__treat_rule rule = root_rule(&s, max_degree, skewness, skewness_type);
  return transform(x, n, INNO_TREAT_ROOT_SEARCH, &rule, s, out, &used);
}

double INNO_CALL inno_flat_root_search_degree(const double *x, int32_t n, int32_t max_degree, double skewness,
                                              int32_t skewness_type) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  double degree = inno__nan();
  const inno__treat_rule rule = root_rule(&s, max_degree, skewness, skewness_type);
  if (s == INNO_OK)
    s = inno__transform(t.column[0], n, INNO_TREAT_ROOT_SEARCH, &rule, t.column[0], &degree, t.work, &t.site);
  inno__flat_drop(&t);
  return s == INNO_OK ? degree : inno__nan();
}

/* ---- the whole treatment ---- */

typedef struct {
  int32_t direction, first;
  double first_parameter;
  int32_t second;
  double second_parameter, skewness, kurtosis;
  int32_t skewness_type, kurtosis_type, combine, force;
} treatment;

/* The rule of a chain is no CHOICE key, but its numbers are listed in the same way. */
static int is_rule(int32_t number) {
  const inno__key *key = inno__key_find(INNO_KEY_TREAT_RULES);
  for (int32_t i = 0; i < key->choice_count; i++)
    if (key->choices[i].number == number) return 1;
  return 0;
}

/* It comes as a double, because every rule has one parameter of that type. */
static int32_t whole_number(inno_status *s, double given, int32_t key) {
  double limit = inno__flat_f64(s, given, key);
  if (*s != INNO_OK) return 0;
  if ((double)(int32_t)limit != limit) *s = INNO_E_VALUE;
  return (int32_t)limit;
}

/* Appends one rule of the chain with its parameter. */
static void append(inno_status *s, inno__treat_rule *r, int32_t which, double parameter) {
  if (*s == INNO_OK && !is_rule(which)) *s = INNO_E_RULE;
  int reads = (which >= INNO_TREAT_WINSORIZE && which <= INNO_TREAT_QUANTILES) || which == INNO_TREAT_LOG_GII ||
              which == INNO_TREAT_BOXCOX || which == INNO_TREAT_ROOT || which == INNO_TREAT_ROOT_SEARCH;
  if (*s == INNO_OK && !reads && parameter == parameter) *s = INNO_E_VALUE;
  if (*s != INNO_OK) return;
  r->rules[r->rule_count++] = which;
  if (which == INNO_TREAT_WINSORIZE) r->limit = whole_number(s, parameter, INNO_KEY_TREAT_LIMIT);
  if (which == INNO_TREAT_FENCE) r->reach = inno__flat_f64(s, parameter, INNO_KEY_TREAT_REACH);
  if (which == INNO_TREAT_SD_FENCE) r->sds = inno__flat_f64(s, parameter, INNO_KEY_TREAT_SDS);
  if (which == INNO_TREAT_ROOT_SEARCH) r->max_degree = whole_number(s, parameter, INNO_KEY_TREAT_MAX_DEGREE);
  if (which == INNO_TREAT_QUANTILES) {
    r->lower_percentile = inno__flat_f64(s, parameter, INNO_KEY_TREAT_LOWER_PERCENTILE);
    r->upper_percentile = 100.0 - r->lower_percentile;
    if (*s == INNO_OK && !(r->lower_percentile < r->upper_percentile)) *s = INNO_E_VALUE;
  }
  if (which == INNO_TREAT_LOG_GII) r->factor = inno__flat_f64(s, parameter, INNO_KEY_TREAT_FACTOR);
  if (which == INNO_TREAT_BOXCOX) r->lambda = inno__flat_required(s, parameter, INNO_KEY_TREAT_LAMBDA);
  if (which == INNO_TREAT_ROOT) r->degree = inno__flat_f64(s, parameter, INNO_KEY_TREAT_DEGREE);
}

static inno__treat_rule chain_rule(inno_status *s, const treatment *given) {
  inno__treat_rule r = test_rule(s, given->skewness, given->kurtosis, given->skewness_type, given->kurtosis_type);
  r.quantile_type = inno__flat_i32(s, INT32_MIN, INNO_KEY_TREAT_QUANTILE_TYPE);
  int32_t first = given->first == INT32_MIN ? INNO_TREAT_WINSORIZE : given->first;
  int32_t second = given->second;
  if (second == INT32_MIN) second = first == INNO_TREAT_WINSORIZE ? INNO_TREAT_LOG_GII : INNO_TREAT_NONE;
  r.direction = inno__flat_direction(s, given->direction);
  r.combine = inno__flat_i32(s, given->combine, INNO_KEY_TREAT_COMBINE);
  r.force = inno__flat_i32(s, given->force, INNO_KEY_TREAT_FORCE);
  append(s, &r, first, given->first_parameter);
  int alone = second == INNO_TREAT_NONE;
  /* "none" and then something, or the same rule again, has no meaning */
  if (*s == INNO_OK && !alone && (first == INNO_TREAT_NONE || first == second)) *s = INNO_E_VALUE;
  if (*s == INNO_OK && alone && given->second_parameter == given->second_parameter) *s = INNO_E_VALUE;
  if (!alone) append(s, &r, second, given->second_parameter);
  return r;
}

/* out NULL: only the rule is wanted. */
static inno_status treat(const double *x, int32_t n, const treatment *given, double *out, double *kept) {
  inno__flat_table t;
  inno__treat_log log;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, treat_work);
  inno__treat_rule rule = chain_rule(&s, given);
  *kept = inno__nan();
  if (s == INNO_OK) {
    double *column = t.column[0];
    s = inno__treat(column, n, &rule, column, NULL, &log, t.work, &t.site);
    for (int32_t i = 0; i < n && out != NULL && s == INNO_OK; i++) out[i] = column[i];
    if (s == INNO_OK) s = inno__flat_check_finite(column, n) == INNO_OK ? INNO_OK : INNO_E_OVERFLOW;
    if (s == INNO_OK) *kept = log.kept > 0 ? log.stage[log.kept].rule : INNO_TREAT_NONE;
  }
  inno__flat_drop(&t);
  return s;
}

int32_t INNO_CALL inno_flat_treat(const double *x, int32_t n, int32_t direction, int32_t first, double first_parameter,
                                  int32_t second, double second_parameter, double skewness, double kurtosis,
                                  int32_t skewness_type, int32_t kurtosis_type, int32_t combine, int32_t force,
                                  double *out) {
  const treatment given = {direction,     first,         first_parameter, second, second_parameter, skewness, kurtosis,
                           skewness_type, kurtosis_type, combine,         force};
  double kept;
  inno_status s = inno__flat_check_array(out, n);
  if (s == INNO_OK) s = treat(x, n, &given, out, &kept);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

double INNO_CALL inno_flat_treat_rule(const double *x, int32_t n, int32_t direction, int32_t first,
                                      double first_parameter, int32_t second, double second_parameter, double skewness,
                                      double kurtosis, int32_t skewness_type, int32_t kurtosis_type, int32_t combine,
                                      int32_t force) {
  const treatment given = {direction,     first,         first_parameter, second, second_parameter, skewness, kurtosis,
                           skewness_type, kurtosis_type, combine,         force};
  double kept;
  treat(x, n, &given, NULL, &kept);
  return kept;
}
