/** @file
 * The flat tier: treatment of outliers. What holds for every function of the tier is at the top of flat.h.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_TREAT_H
#define INNOSCORE_FLAT_TREAT_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Treatment of outliers
 * @{ */

/**
 * @brief Skewness of a column.
 * @param x n values; NaN = missing, omitted
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param type 1, 2 or 3; INT32_MIN = 2, the one of SAS, Excel and COINr
 * @return the skewness; NaN on any error, for a constant column, and below 3 values for type 2
 * @note Threads: pure. Allocates: scratch. Formula: Joanes and Gill (1998). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_skewness(const double *x, int32_t n, int32_t type);

/**
 * @brief Excess kurtosis of a column.
 * @param x n values; NaN = missing, omitted
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param type 1, 2 or 3; INT32_MIN = 2, the one of SAS, Excel and COINr
 * @return the kurtosis; NaN on any error, for a constant column, and below 4 values for type 2
 * @note Threads: pure. Allocates: scratch. Formula: Joanes and Gill (1998). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_kurtosis(const double *x, int32_t n, int32_t type);

/**
 * @brief Whether a column needs no treatment: |skewness| < limit or kurtosis < limit.
 * @param x n values; NaN = missing, omitted
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param skewness > 0; NaN = 2
 * @param kurtosis NaN = 3.5
 * @param skewness_type 1, 2 or 3; INT32_MIN = 2
 * @param kurtosis_type 1, 2 or 3; INT32_MIN = 2
 * @return 1 = passes, 0 = fails; NaN on any error and when a statistic is undefined
 * @note Threads: pure. Allocates: scratch. Formula: COINr check_SkewKurt. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_passes(const double *x, int32_t n, double skewness, double kurtosis,
                                           int32_t skewness_type, int32_t kurtosis_type);

/**
 * @brief Moves the points at the extreme to the next value until the column passes or the limit is reached.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param limit of moved points, >= 0; INT32_MIN = 5; a tie may go beyond it
 * @param skewness as in inno_flat_passes()
 * @param kurtosis as in inno_flat_passes()
 * @param skewness_type as in inno_flat_passes()
 * @param kurtosis_type as in inno_flat_passes()
 * @param force 1 = up to the limit without the test; INT32_MIN = 0
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of flat.h; a column that cannot be tested is left as it is
 * @note Threads: pure. Allocates: scratch. Formula: COINr winsorise. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_winsorize(const double *x, int32_t n, int32_t limit, double skewness,
                                               double kurtosis, int32_t skewness_type, int32_t kurtosis_type,
                                               int32_t force, double *out);

/**
 * @brief Number of points that inno_flat_winsorize() moves, both ends together.
 * @param x as there
 * @param n as there
 * @param limit as there
 * @param skewness as there
 * @param kurtosis as there
 * @param skewness_type as there
 * @param kurtosis_type as there
 * @param force as there
 * @return 0 or more; NaN on any error
 * @note Threads: pure. Allocates: scratch. Formula: COINr winsorise, nwin. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_winsorize_points(const double *x, int32_t n, int32_t limit, double skewness,
                                                     double kurtosis, int32_t skewness_type, int32_t kurtosis_type,
                                                     int32_t force);

/**
 * @brief ln x.
 * @param x n values > 0; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log(const double *x, int32_t n, double *out);

/**
 * @brief The logarithm of the GII: ln((f max - 1)(x - min)/(max - min) + 1); where less is better
 * -ln((f max - 1)(max - x)/(max - min) + 1), which keeps the direction of x.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 = more is better, -1 = less is better; INT32_MIN = 1
 * @param factor f > 0 with f max > 1; NaN = inno_flat_log_gii_factor()
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_DOMAIN (max <= 0, f max <= 1) or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: GII technical notes. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_gii(const double *x, int32_t n, int32_t direction, double factor, double *out);

/**
 * @brief The factor that inno_flat_log_gii() takes by itself: the smallest power of ten >= 1 with f max > 1.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @return f; NaN on any error and where the rule is not defined
 * @note Threads: pure. Allocates: scratch. Formula: GII technical notes. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_log_gii_factor(const double *x, int32_t n);

/**
 * @brief ln(x - min + 0.01 (max - min)).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct(const double *x, int32_t n, double *out);

/**
 * @brief inno_flat_log_ct() where the skewness is positive, else its mirror image -ln(max + 0.01 (max - min) - x).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param skewness_type 1, 2 or 3; INT32_MIN = 2; they differ below 3 values only
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT_plus. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct_plus(const double *x, int32_t n, int32_t skewness_type, double *out);

/**
 * @brief ln(x - min + 1).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT_orig. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct_orig(const double *x, int32_t n, double *out);

/**
 * @brief Box-Cox on y = x - min + 1: (y^lambda - 1)/lambda, ln y for lambda 0.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param lambda finite; required
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: Box and Cox (1964), COINr boxcox. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_boxcox(const double *x, int32_t n, double lambda, double *out);

/**
 * @brief x^(1/degree).
 * @param x n values >= 0; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param degree >= 1; NaN = 2
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_DOMAIN (a negative value) or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: European Innovation Scoreboard. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_root(const double *x, int32_t n, double degree, double *out);

/**
 * @brief Moves what lies beyond the quartiles by more than reach times their distance to there.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param reach >= 0; NaN = 1.5
 * @param quantile_type 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Tukey. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_fence(const double *x, int32_t n, double reach, int32_t quantile_type, double
                                           *out);

/**
 * @brief Moves what lies beyond mean - sds * sd or mean + sds * sd to there.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param sds > 0; NaN = 2
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: European Innovation Scoreboard. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_sd_fence(const double *x, int32_t n, double sds, double *out);

/**
 * @brief Moves what lies beyond two percentiles to them.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param lower_percentile 0..100; NaN = 5
 * @param upper_percentile above it; NaN = 95
 * @param quantile_type 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: handbook, treatment. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_winsorize_quantiles(const double *x, int32_t n, double lower_percentile, double
                                                         upper_percentile, int32_t quantile_type, double *out);

/**
 * @brief The root of the smallest degree 2, 3, ... after which |skewness| < skewness; of the last when none suffices.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param max_degree 2 to 1000; INT32_MIN = 10
 * @param skewness > 0; NaN = 2
 * @param skewness_type 1, 2 or 3; INT32_MIN = 2
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of
 * this file
 * @note Threads: pure. Allocates: scratch. Formula: Regional Innovation Scoreboard. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_root_search(const double *x, int32_t n, int32_t max_degree, double skewness,
                                                 int32_t skewness_type, double *out);

/**
 * @brief The degree that inno_flat_root_search() takes.
 * @param x as there
 * @param n as there
 * @param max_degree as there
 * @param skewness as there
 * @param skewness_type as there
 * @return 2 to max_degree; NaN on any error
 * @note Threads: pure. Allocates: scratch. Formula: Regional Innovation Scoreboard. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_root_search_degree(const double *x, int32_t n, int32_t max_degree, double skewness,
                                                       int32_t skewness_type);

/**
 * @brief The whole treatment: a column that passes the test stays; else the first rule; when it still fails, the
 * second. The second starts again from x unless combine or force is 1, and its values are kept even if they fail too.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 or -1; INT32_MIN = 1; only #INNO_TREAT_LOG_GII looks at it
 * @param first INNO_TREAT_; INT32_MIN = #INNO_TREAT_WINSORIZE; #INNO_TREAT_NONE = leave the column
 * @param first_parameter limit (a whole number) of #INNO_TREAT_WINSORIZE, factor of #INNO_TREAT_LOG_GII, lambda of
 * #INNO_TREAT_BOXCOX (required), degree of #INNO_TREAT_ROOT, max_degree of #INNO_TREAT_ROOT_SEARCH, reach of
 * #INNO_TREAT_FENCE, sds of #INNO_TREAT_SD_FENCE, lower percentile p of #INNO_TREAT_QUANTILES (the upper one is 100 - p);
 * NaN = the default
 * @param second INNO_TREAT_, another one; INT32_MIN = #INNO_TREAT_LOG_GII after #INNO_TREAT_WINSORIZE, else none;
 * #INNO_TREAT_NONE = no second rule
 * @param second_parameter as first_parameter, for the second rule
 * @param skewness as in inno_flat_passes()
 * @param kurtosis as in inno_flat_passes()
 * @param skewness_type as in inno_flat_passes()
 * @param kurtosis_type as in inno_flat_passes()
 * @param combine 1 = the second rule works on the values of the first; INT32_MIN = 0
 * @param force 1 = apply both rules without the test; INT32_MIN = 0
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_MISSING_PARAMETER, #INNO_E_NONPOSITIVE, #INNO_E_DOMAIN, #INNO_E_CONSTANT or as at the
 * top of flat.h; a column that cannot be tested is left as it is
 * @note Threads: pure. Allocates: scratch. Formula: COINr Treat; defaults of GII and PII. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_treat(const double *x, int32_t n, int32_t direction, int32_t first,
                                           double first_parameter, int32_t second, double second_parameter,
                                           double skewness, double kurtosis, int32_t skewness_type,
                                           int32_t kurtosis_type, int32_t combine, int32_t force, double *out);

/**
 * @brief The rule whose values inno_flat_treat() keeps.
 * @param x as there
 * @param n as there
 * @param direction as there
 * @param first as there
 * @param first_parameter as there
 * @param second as there
 * @param second_parameter as there
 * @param skewness as there
 * @param kurtosis as there
 * @param skewness_type as there
 * @param kurtosis_type as there
 * @param combine as there
 * @param force as there
 * @return INNO_TREAT_ number, #INNO_TREAT_NONE = the column stays as it is; NaN on any error
 * @note Threads: pure. Allocates: scratch. Formula: COINr Treat. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_treat_rule(const double *x, int32_t n, int32_t direction, int32_t first,
                                               double first_parameter, int32_t second, double second_parameter,
                                               double skewness, double kurtosis, int32_t skewness_type,
                                               int32_t kurtosis_type, int32_t combine, int32_t force);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
