/* The flat tier: one function an aggregation rule that has parameters of its own. */
#include "api/flat_aggregate.h"

/* ---- one unit ---- */

double INNO_CALL inno_flat_sum(const double *x, const double *weights, int32_t n, int32_t missing,
                               double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_SUM, min_coverage);
  r.missing = inno__flat_i32(&s, missing, INNO_KEY_AGGREGATE_MISSING);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

/* A count has no default: one that is not given stays unset. */
static void take_count(inno_status *s, inno__aggregate_rule *r, int32_t count) {
  if (count != INT32_MIN) r->count = inno__flat_i32(s, count, INNO_KEY_AGGREGATE_COUNT);
}

double INNO_CALL inno_flat_mean_of_best(const double *x, const double *weights, int32_t n, int32_t count,
                                        double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_MEAN_OF_BEST, min_coverage);
  take_count(&s, &r, count);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

double INNO_CALL inno_flat_mean_of_worst(const double *x, const double *weights, int32_t n, int32_t count,
                                         double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_MEAN_OF_WORST, min_coverage);
  take_count(&s, &r, count);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

/* The same bounds as in a scheme; a place of the list may not be empty. */
static void take_list(inno_status *s, inno__aggregate_rule *r, const double *list, int32_t count) {
  const inno__key *key = inno__key_find(INNO_KEY_AGGREGATE_ORDER_WEIGHTS);
  *s = inno__first(*s, inno__flat_check_count(count, INNO_LIMIT_LIST));
  if (*s == INNO_OK) *s = inno__flat_check_array(list, count);
  for (int32_t i = 0; i < count && *s == INNO_OK; i++)
    if (!(list[i] >= key->lower) || list[i] - list[i] != 0.0) *s = INNO_E_VALUE;
  if (*s == INNO_OK && count > 0) r->order_weights = (inno__list){list, count};
}

double INNO_CALL inno_flat_owa(const double *x, const double *weights, int32_t n, const double *order_weights,
                               int32_t order_count, double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_OWA, min_coverage);
  take_list(&s, &r, order_weights, order_count);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

double INNO_CALL inno_flat_mean_min(const double *x, const double *weights, int32_t n, double alpha, double beta,
                                    double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_MEAN_MIN, min_coverage);
  r.alpha = inno__flat_f64(&s, alpha, INNO_KEY_AGGREGATE_ALPHA);
  r.beta = inno__flat_f64(&s, beta, INNO_KEY_AGGREGATE_BETA);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

double INNO_CALL inno_flat_mazziotta_pareto(const double *x, const double *weights, int32_t n, int32_t penalty,
                                            int32_t deviation, double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_MAZZIOTTA_PARETO, min_coverage);
  r.penalty = inno__flat_i32(&s, penalty, INNO_KEY_AGGREGATE_PENALTY);
  r.deviation = inno__flat_i32(&s, deviation, INNO_KEY_AGGREGATE_DEVIATION);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

double INNO_CALL inno_flat_penalized_cv(const double *x, const double *weights, int32_t n, double coefficient,
                                        int32_t deviation, double min_coverage) {
  inno_status s = INNO_OK;
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_PENALIZED_CV, min_coverage);
  r.coefficient = inno__flat_f64(&s, coefficient, INNO_KEY_AGGREGATE_COEFFICIENT);
  r.deviation = inno__flat_i32(&s, deviation, INNO_KEY_AGGREGATE_DEVIATION);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
}

/* ---- units compared with each other ---- */

int32_t INNO_CALL inno_flat_copeland(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                     const double *weights, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  const inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_COPELAND, min_coverage);
  return inno__flat_aggregate(&c, &r, s, out);
}

int32_t INNO_CALL inno_flat_borda_count(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                        const double *weights, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  const inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_BORDA, min_coverage);
  return inno__flat_aggregate(&c, &r, s, out);
}

int32_t INNO_CALL inno_flat_kemeny(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                   const double *weights, int32_t search_limit, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_KEMENY, min_coverage);
  r.search_limit = inno__flat_i32(&s, search_limit, INNO_KEY_AGGREGATE_SEARCH_LIMIT);
  return inno__flat_aggregate(&c, &r, s, out);
}

int32_t INNO_CALL inno_flat_topsis(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                   const double *weights, int32_t scaling, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_TOPSIS, min_coverage);
  r.scaling = inno__flat_i32(&s, scaling, INNO_KEY_AGGREGATE_SCALING);
  return inno__flat_aggregate(&c, &r, s, out);
}

int32_t INNO_CALL inno_flat_vikor(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                  const double *weights, double compromise, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_VIKOR, min_coverage);
  r.compromise = inno__flat_f64(&s, compromise, INNO_KEY_AGGREGATE_COMPROMISE);
  return inno__flat_aggregate(&c, &r, s, out);
}

/* A threshold that the preference does not read. */
static void take_threshold(inno_status *s, const inno__aggregate_rule *r, double *to, double given, int32_t key) {
  *to = inno__flat_f64(s, given, key);
  if (*s == INNO_OK && given == given && !inno__aggregate_reads(r, key)) *s = INNO_E_VALUE;
}

int32_t INNO_CALL inno_flat_promethee(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                      const double *weights, int32_t preference, double indifference,
                                      double strict_preference, double sigma, double min_coverage, double *out) {
  inno_status s = INNO_OK;
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  inno__aggregate_rule r = inno__flat_aggregate_rule(&s, INNO_AGGREGATE_PROMETHEE, min_coverage);
  r.preference = inno__flat_i32(&s, preference, INNO_KEY_AGGREGATE_PREFERENCE);
  take_threshold(&s, &r, &r.indifference, indifference, INNO_KEY_AGGREGATE_INDIFFERENCE);
  take_threshold(&s, &r, &r.strict_preference, strict_preference, INNO_KEY_AGGREGATE_STRICT_PREFERENCE);
  take_threshold(&s, &r, &r.sigma, sigma, INNO_KEY_AGGREGATE_SIGMA);
  return inno__flat_aggregate(&c, &r, s, out);
}
