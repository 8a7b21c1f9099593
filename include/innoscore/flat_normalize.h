/** @file
 * The flat tier: normalization. What holds for every function of the tier is at the top of flat.h.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_NORMALIZE_H
#define INNOSCORE_FLAT_NORMALIZE_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Normalization
 * Where direction is -1 less is better, and parameters stay in the column's own units and direction. The option
 * log takes the logarithm of the values first (INNO_LOG_; INT32_MIN = none), of bounds and targets too, which are
 * given in raw units; values must then be above 0, else #INNO_E_NONPOSITIVE. Rules of ranks have no such option:
 * it would not change them.
 * @{ */

/**
 * @brief No rule: x * direction, after the optional logarithm.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_orient(const double *x, int32_t n, int32_t direction, int32_t log, double *out);

/**
 * @brief Min-max: the worst value gets lower, the best gets upper.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower score of the worst, < upper; NaN = 0
 * @param upper score of the best; NaN = 100
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_minmax. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_minmax(const double *x, int32_t n, int32_t direction, double lower, double upper,
                                            int32_t log, double *out);

/**
 * @brief Z-score with divisor m - 1, moved to a mean and a standard deviation.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param mean of the scores; NaN = 0
 * @param sd of the scores, > 0; NaN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_zscore. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_zscore(const double *x, int32_t n, int32_t direction, double mean, double sd,
                                            int32_t log, double *out);

/**
 * @brief Scaling by a range that is given: 0 at the bad end, points at the good end, never truncated.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower smaller end in raw units, above 0 with a logarithm; NaN = 0
 * @param upper larger end in raw units; NaN = 100
 * @param points > 0; NaN = 100
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_scaled. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_fixed_range(const double *x, int32_t n, int32_t direction, double lower,
                                                 double upper, double points, int32_t log, double *out);

/**
 * @brief Goalposts: 0 at the bad post, points at the good one.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower smaller post in raw units, above 0 with a logarithm; required
 * @param upper larger post in raw units; required
 * @param points > 0; NaN = 100
 * @param truncate 1 = cut to 0..points, 0 = do not; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_goalposts; HDI technical notes. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_goalposts(const double *x, int32_t n, int32_t direction, double lower,
                                               double upper, double points, int32_t truncate, int32_t log, double *out);

/**
 * @brief Rank from below as a score: the best has the highest. For places (1 = best) take inno_flat_rank().
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param ties INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION
 * @param[out] out n values, 1 to n; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_rank. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_rank_from_below(const double *x, int32_t n, int32_t direction, int32_t ties,
                                                     double *out);

/**
 * @brief Percentile rank: (rank from below - 1)/(m - 1), m values.
 * @param x n values, at least 2 of them there; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param ties INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION
 * @param[out] out n values, 0..1; may be x
 * @return #INNO_OK, #INNO_E_NODATA (fewer than 2 values) or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_prank. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_percentile_rank(const double *x, int32_t n, int32_t direction, int32_t ties,
                                                     double *out);

/**
 * @brief Borda score: rank from below - 1.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param ties INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION
 * @param[out] out n values, 0 to n - 1; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_borda. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_borda(const double *x, int32_t n, int32_t direction, int32_t ties, double *out);

/**
 * @brief Distance to the best: 1 - (best - x)/(best - worst).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values, 0..1; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_dist2max. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_distance_to_max(const double *x, int32_t n, int32_t direction, int32_t log,
                                                     double *out);

/**
 * @brief Distance to a reference unit: 1 - (reference - x)/(reference - worst).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param reference position of the reference unit in x, 1 to n; required
 * @param cap 1 = scores above 1 become 1; INT32_MIN = 0
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_MISSING_PARAMETER, #INNO_E_NODATA (no values, or none at the reference),
 * #INNO_E_DOMAIN (the reference is the worst), #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_dist2ref. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_distance_to_reference(const double *x, int32_t n, int32_t direction,
                                                           int32_t reference, int32_t cap, int32_t log, double *out);

/**
 * @brief Distance to a target: (x - worst)/(target - worst).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param target in raw units, better than the worst value, above 0 with a logarithm; required
 * @param cap 1 = scores above 1 become 1; INT32_MIN = 0
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_MISSING_PARAMETER, #INNO_E_NODATA, #INNO_E_DOMAIN (the target is not better than the
 * worst), #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_dist2targ. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_distance_to_target(const double *x, int32_t n, int32_t direction, double target,
                                                        int32_t cap, int32_t log, double *out);

/**
 * @brief Fraction of the best: x/max; where less is better min/x.
 * @param x n values, above 0 where less is better; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values, at most 1; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_DOMAIN (max <= 0), #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr n_fracmax, its reversal for bads corrected. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_fraction_of_max(const double *x, int32_t n, int32_t direction, int32_t log,
                                                     double *out);

/**
 * @brief Min-max between two percentiles: units beyond them get the ends.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower score of the worst, < upper; NaN = 0
 * @param upper score of the best; NaN = 100
 * @param lower_percentile of x, whatever the direction, 0..100; NaN = 2.5
 * @param upper_percentile of x, above the lower one; NaN = 97.5
 * @param quantile_type 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7
 * @param truncate 1 = cut to lower..upper, 0 = not; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: SDG index, EPI. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_minmax_percentile(const double *x, int32_t n, int32_t direction, double lower,
                                                       double upper, double lower_percentile, double upper_percentile,
                                                       int32_t quantile_type, int32_t truncate, int32_t log, double
                                                       *out);

/**
 * @brief Min-max between mean - sds * sd and mean + sds * sd: units beyond them get the ends.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower score of the worst, < upper; NaN = 0
 * @param upper score of the best; NaN = 100
 * @param sds > 0; NaN = 2
 * @param truncate 1 = cut to lower..upper, 0 = not; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: handbook, normalization. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_minmax_sd(const double *x, int32_t n, int32_t direction, double lower, double
                                               upper, double sds, int32_t truncate, int32_t log, double *out);

/**
 * @brief Min-max whose minimum and maximum leave outliers out: these get the ends.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param lower score of the worst, < upper; NaN = 0
 * @param upper score of the best; NaN = 100
 * @param outliers INNO_OUTLIERS_; INT32_MIN = #INNO_OUTLIERS_SD
 * @param width standard deviations from the mean (NaN = 2), or distances of the quartiles beyond them (NaN = 1.5)
 * @param truncate 1 = cut to lower..upper, 0 = not; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: European Innovation Scoreboard. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_minmax_inner(const double *x, int32_t n, int32_t direction, double lower, double
                                                  upper, int32_t outliers, double width, int32_t truncate, int32_t log,
                                                  double *out);

/**
 * @brief Goalposts half a range around a reference value, which gets 100; the range is 60 points.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param reference_value of x; NaN = the mean
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: adjusted Mazziotta-Pareto. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_ampi(const double *x, int32_t n, int32_t direction, double reference_value, int32_t
                                          log, double *out);

/**
 * @brief 100 rank / m, ranks from below.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param ties INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, Table 15. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_percentile(const double *x, int32_t n, int32_t direction, int32_t ties, double
                                                *out);

/**
 * @brief Classes of the percentile 100 rank / m: a score for each.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param cuts cut_count percentiles at which a class begins, ascending, 0..100
 * @param cut_count 1 to 20
 * @param scores cut_count + 1 scores, from the worst class to the best
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, Table 15. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_categorical(const double *x, int32_t n, int32_t direction, const double *cuts,
                                                 int32_t cut_count, const double *scores, double *out);

/**
 * @brief x / mean; where less is better mean / x.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, Table 15. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_ratio_to_mean(const double *x, int32_t n, int32_t direction, int32_t log, double
                                                   *out);

/**
 * @brief x / min; where less is better max / x.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, Table 15. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_ratio_to_worst(const double *x, int32_t n, int32_t direction, int32_t log, double
                                                    *out);

/**
 * @brief 1 above the mean, 0 around it, -1 below; reversed where less is better.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1
 * @param threshold 0..1: a share of the mean on either side counts as around it; NaN = 0.2
 * @param log INNO_LOG_; INT32_MIN = #INNO_LOG_NONE
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, Table 15. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_above_below_mean(const double *x, int32_t n, int32_t direction, double threshold,
                                                      int32_t log, double *out);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
