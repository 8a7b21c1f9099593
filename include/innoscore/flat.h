/** @file
 * The flat tier: every rule on one column or one small matrix, for spreadsheet cells and for callers without handles.
 *
 * The same rules for every function here:
 * - Only double, int32_t and pointers to double. Every array is of doubles, as cells are; it is the caller's.
 * - Missing is NaN: an empty cell. An infinite value is refused.
 * - Options come after the data. NaN (double) or INT32_MIN (int32_t) means the default, which is the one of the
 *   scheme keys in scheme.h; so are the bounds. An option that the chosen rule would not read is refused, not
 *   ignored.
 * - A function that returns double gives one number, and NaN when there is none and on any error;
 *   inno_flat_check() says what is wrong with a column.
 * - A function that returns int32_t gives a status and writes to out, its last argument. On any error the whole out
 *   is NaN (also where out is x), except that nothing is written when the sizes are wrong or out is NULL or misaligned.
 *   The result has as many values as the input. out may be x itself where that is said; no other overlap is allowed.
 * - Every array function can also return #INNO_E_NULL (a required pointer), #INNO_E_ARGUMENT (a negative size, a
 *   direction that is not 1 or -1, an order that is not 0 or 1), #INNO_E_SIZE (a limit of limits.h, or more than
 *   INT32_MAX cells), #INNO_E_ALIGN (an array not on a multiple of 8 bytes), #INNO_E_INFINITE, #INNO_E_OVERFLOW (a
 *   result is infinite), #INNO_E_DOMAIN (values so far apart or so close that their distance is no double),
 * #INNO_E_VALUE (an option outside its bounds or one that is not read), #INNO_E_RULE (an unknown rule or choice) and
 * #INNO_E_NOMEM. Only what is particular is listed below.
 * - A count of 0 is legal, with NULL arrays: an array function then writes nothing and returns #INNO_OK.
 * - Positions count from 1, as MATCH and ROW give them.
 * - A matrix is rows x columns with column_major 0 (C, NumPy: row by row) or 1 (VBA, Fortran: column by column).
 *
 * A call computes exactly what the pipeline computes for one indicator or one node: the same code, the same bits.
 *
 * From VBA: Declare PtrSafe Function inno_flat_minmax Lib "innoscore" (ByRef x As Double, ByVal n As Long, ByVal
 * direction As Long, ByVal lower As Double, ByVal upper As Double, ByVal log As Long, ByRef out As Double) As
 * Long; pass x(1), UBound(x) and &H80000000 for a default; an optional array is declared ByVal As LongPtr and
 * passed as VarPtr(w(1)) or 0.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_H
#define INNOSCORE_FLAT_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What is wrong with a column, for the functions that only give NaN.
 * @param x n values in any unit; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_ALIGN, #INNO_E_INFINITE, #INNO_E_NODATA
 * (n = 0 or all missing), #INNO_E_CONSTANT (one value, or all equal), #INNO_E_NOMEM
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_check(const double *x, int32_t n);

/** @name Denomination and screening
 * @{ */

/**
 * @brief x / (denominator / scale), value by value. Where the denominator is missing or zero the result is missing.
 * @param x n values; NaN = missing
 * @param denominator n values in the denominator's own unit; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param scale > 0, for instance 10000 for "per 10,000 people"; NaN = 1
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr Denominate. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_denominate(const double *x, const double *denominator, int32_t n, double scale,
                                                double *out);

/**
 * @brief Coverage of a unit: share of its values that are not missing.
 * @param row k values of one unit; NaN = missing
 * @param k 1 to #INNO_LIMIT_NODES
 * @return 0..1; NaN on any error and for k = 0
 * @note Threads: pure. Allocates: scratch. Formula: COINr Screen, Dat_Avail. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_coverage(const double *row, int32_t k);

/**
 * @brief Share of the values of a unit that are not exactly 0, among those that are not missing.
 * @param row k values of one unit; NaN = missing
 * @param k 1 to #INNO_LIMIT_NODES
 * @return 0..1; NaN on any error and when all are missing
 * @note Threads: pure. Allocates: scratch. Formula: COINr Screen, Non_Zero. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_nonzero(const double *row, int32_t k);

/**
 * @brief Which units of a matrix stay. Equality with a threshold stays.
 * @param x units x indicators; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 1 to #INNO_LIMIT_NODES; 0 is #INNO_E_NODATA
 * @param column_major 0 or 1
 * @param forced rows numbers: #INNO_FORCE_INCLUDE, #INNO_FORCE_EXCLUDE, 0 or NaN = by its data; NULL = nobody is forced
 * @param rule INNO_SCREEN_; INT32_MIN = #INNO_SCREEN_COVERAGE
 * @param min_coverage 0..1; NaN = 2/3; read by #INNO_SCREEN_COVERAGE and #INNO_SCREEN_BOTH
 * @param min_nonzero 0..1; NaN = 0.05; read by #INNO_SCREEN_NONZERO and #INNO_SCREEN_BOTH
 * @param[out] out rows values: 1 = stays, 0 = left out
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr Screen. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_screen(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                            const double *forced, int32_t rule, double min_coverage, double min_nonzero,
                                            double *out);
/** @} */

/** @name Imputation: observed values never change; what has no source stays missing
 * @{ */

/**
 * @brief Fills missing values with the mean of the column.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_mean. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_mean(const double *x, int32_t n, double *out);

/**
 * @brief Fills missing values with the median of the column.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_median. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_median(const double *x, int32_t n, double *out);

/**
 * @brief Fills missing values with the mean of the unit's group.
 * @param x n values; NaN = missing
 * @param group n numbers, equal inside a group; NaN = in no group: stays missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_mean_grp. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_group_mean(const double *x, const double *group, int32_t n, double *out);

/**
 * @brief Fills missing values with the median of the unit's group.
 * @param x n values; NaN = missing
 * @param group n numbers, equal inside a group; NaN = in no group: stays missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_median_grp. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_group_median(const double *x, const double *group, int32_t n, double *out);

/**
 * @brief Fills missing values with the unit's mean over its other indicators, each scaled to 0..1 in its
 * direction, mapped back.
 * @param x units x indicators that are siblings; NaN = missing; a constant column takes no part and is not filled
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param directions columns numbers: 1, -1 or NaN = 1; NULL = all 1
 * @param[out] out rows x columns values in the order of x; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr Impute by row, normalise_first. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_siblings(const double *x, int32_t rows, int32_t columns,
                                                     int32_t column_major, const double *directions, double *out);
/** @} */

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
 * @return #INNO_OK or as at the top of this file; a column that cannot be tested is left as it is
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct(const double *x, int32_t n, double *out);

/**
 * @brief inno_flat_log_ct() where the skewness is positive, else its mirror image -ln(max + 0.01 (max - min) - x).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param skewness_type 1, 2 or 3; INT32_MIN = 2; they differ below 3 values only
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT_plus. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct_plus(const double *x, int32_t n, int32_t skewness_type, double *out);

/**
 * @brief ln(x - min + 1).
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr log_CT_orig. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_log_ct_orig(const double *x, int32_t n, double *out);

/**
 * @brief Box-Cox on y = x - min + 1: (y^lambda - 1)/lambda, ln y for lambda 0.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param lambda finite; required
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Box and Cox (1964), COINr boxcox. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_boxcox(const double *x, int32_t n, double lambda, double *out);

/**
 * @brief x^(1/degree).
 * @param x n values >= 0; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param degree >= 1; NaN = 2
 * @param[out] out n values; may be x
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_DOMAIN (a negative value) or as at the top of this file
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
 * top of this file; a column that cannot be tested is left as it is
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA (fewer than 2 values) or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE or as at the top of this file
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
 * #INNO_E_DOMAIN (the reference is the worst), #INNO_E_NONPOSITIVE or as at the top of this file
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
 * worst), #INNO_E_NONPOSITIVE or as at the top of this file
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
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_DOMAIN (max <= 0), #INNO_E_NONPOSITIVE or as at the top of this file
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

/** @name Means of the children of a node for one unit
 * A missing child drops out of both sums. Weights are >= 0 and need not sum to 1; NaN = 1; NULL = all 1; a sum of
 * 0 is an error. A share of available children below min_coverage (0..1; NaN = 0) gives NaN; children of weight 0
 * count for it. inno_flat_aggregate() does the same for many units and returns the status.
 * @{ */

/**
 * @brief sum(w x)/sum(w).
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @return the mean; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: COINr a_amean. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_arithmetic_mean(const double *x, const double *weights, int32_t n,
                                                    double min_coverage);

/**
 * @brief exp(sum(w ln x)/sum(w)).
 * @param x n scores > 0, unless floor or shift is given; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @param floor > 0: smaller values count as floor; NaN = no floor
 * @param shift > 0: mean of x + shift, minus shift; NaN = no shift; not together with floor
 * @return the mean; NaN when nothing is available, below the coverage, and on any error, a value <= 0 among them
 * @note Threads: pure. Allocates: scratch. Formula: COINr a_gmean; HDI technical notes. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_geometric_mean(const double *x, const double *weights, int32_t n,
                                                   double min_coverage, double floor, double shift);

/**
 * @brief sum(w)/sum(w/x).
 * @param x n scores > 0, unless floor or shift is given; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @param floor as in inno_flat_geometric_mean()
 * @param shift as in inno_flat_geometric_mean()
 * @return the mean; NaN when nothing is available, below the coverage, and on any error, a value <= 0 among them
 * @note Threads: pure. Allocates: scratch. Formula: COINr a_hmean. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_harmonic_mean(const double *x, const double *weights, int32_t n,
                                                  double min_coverage, double floor, double shift);

/**
 * @brief (sum(w x^power)/sum(w))^(1/power).
 * @param x n scores: > 0 for a negative power, >= 0 for a positive one but 1; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param power finite, not 0; required
 * @param min_coverage 0..1; NaN = 0
 * @param floor as in inno_flat_geometric_mean()
 * @param shift as in inno_flat_geometric_mean()
 * @return the mean; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: COINr a_genmean, missing values omitted. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_power_mean(const double *x, const double *weights, int32_t n, double power,
                                               double min_coverage, double floor, double shift);

/**
 * @brief Median, unweighted; a child of weight 0 takes no part.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @return the median; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_median(const double *x, const double *weights, int32_t n, double min_coverage);

/**
 * @brief Minimum, unweighted; a child of weight 0 takes no part.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @return the minimum; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_minimum(const double *x, const double *weights, int32_t n, double min_coverage);

/**
 * @brief Weighted product: exp(sum(w ln x)), weights as given; what is missing gives its weight to the others.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param min_coverage 0..1; NaN = 0
 * @param floor as in inno_flat_geometric_mean()
 * @param shift as in inno_flat_geometric_mean()
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: handbook page aggregation. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_weighted_product(const double *x, const double *weights, int32_t n,
                                                     double min_coverage, double floor, double shift);

/**
 * @brief Points: sum(w x), weights as given.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param missing INNO_MISSING_; INT32_MIN = #INNO_MISSING_RESCALE
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: handbook page aggregation. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_sum(const double *x, const double *weights, int32_t n, int32_t missing,
                                        double min_coverage);

/**
 * @brief Ordered weighted average, from the largest score to the smallest. A child of weight 0 takes no part.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param order_weights order_count numbers >= 0, not all 0; with another number of scores they are read as a density
 * @param order_count 1 to #INNO_LIMIT_LIST
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Yager; handbook page aggregation. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_owa(const double *x, const double *weights, int32_t n, const double *order_weights,
                                        int32_t order_count, double min_coverage);

/**
 * @brief Mean of the largest scores, unweighted; of all when there are fewer.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param count how many, 1 to 100000
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Compind ci_owa. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_mean_of_best(const double *x, const double *weights, int32_t n, int32_t count,
                                                 double min_coverage);

/**
 * @brief Mean of the smallest scores, unweighted; of all when there are fewer.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param count how many, 1 to 100000
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Compind ci_owa. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_mean_of_worst(const double *x, const double *weights, int32_t n, int32_t count,
                                                  double min_coverage);

/**
 * @brief Mean-min: M - alpha (sqrt((M - min)^2 + beta^2) - beta).
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param alpha 0..1, required
 * @param beta >= 0, required
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Casadio Tarabusi and Guarini. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_mean_min(const double *x, const double *weights, int32_t n, double alpha,
                                             double beta, double min_coverage);

/**
 * @brief Mazziotta-Pareto: M - S^2/M, or M + S^2/M.
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param penalty INNO_PENALTY_; INT32_MIN = #INNO_PENALTY_NEGATIVE
 * @param deviation INNO_DEVIATION_; INT32_MIN = #INNO_DEVIATION_POPULATION
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error (M must be above 0)
 * @note Threads: pure. Allocates: scratch. Formula: Mazziotta and Pareto. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_mazziotta_pareto(const double *x, const double *weights, int32_t n, int32_t penalty,
                                                     int32_t deviation, double min_coverage);

/**
 * @brief Mean less a multiple of the standard deviation: M (1 - coefficient S/M).
 * @param x n scores; NaN = missing
 * @param weights n weights or NULL
 * @param n 0 to #INNO_LIMIT_NODES
 * @param coefficient >= 0; NaN = 1
 * @param deviation INNO_DEVIATION_; INT32_MIN = #INNO_DEVIATION_POPULATION
 * @param min_coverage 0..1; NaN = 0
 * @return the score; NaN when nothing is available, below the coverage, and on any error (M must be above 0)
 * @note Threads: pure. Allocates: scratch. Formula: handbook page aggregation. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_penalized_cv(const double *x, const double *weights, int32_t n, double coefficient,
                                                 int32_t deviation, double min_coverage);
/** @} */

/** @name Matrices
 * @{ */

/**
 * @brief One node for many units: a mean of each row.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES; 0 is #INNO_E_NODATA
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param rule INNO_AGGREGATE_, its parameters at their defaults; INT32_MIN = #INNO_AGGREGATE_ARITHMETIC. A rule with
 * parameters of its own has a function of its own.
 * @param power of #INNO_AGGREGATE_POWER, required by it; NaN for the others
 * @param min_coverage 0..1; NaN = 0
 * @param floor as in inno_flat_geometric_mean()
 * @param shift as in inno_flat_geometric_mean()
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER, #INNO_E_WEIGHTS (they sum to 0),
 * #INNO_E_NONPOSITIVE or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: as the means above. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_aggregate(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                               const double *weights, int32_t rule, double power, double min_coverage,
                                               double floor, double shift, double *out);

/**
 * @brief Copeland: units outranked less units outranking, over the children that both have.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0) or as at
 * the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr a_copeland, without B3. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_copeland(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                              const double *weights, double min_coverage, double *out);

/**
 * @brief Borda: sum over children of w times the units that are lower; equal units count half.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0) or as at
 * the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, step 6. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_borda_count(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                                 const double *weights, double min_coverage, double *out);

/**
 * @brief Condorcet and Kemeny: number of units below in the order that agrees with most weight. Exact up to 16
 * different units; above, the best that a search finds: always the same.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param search_limit orders that the search may look at, 0 to 10^8; INT32_MIN = 10^7
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0),
 * #INNO_E_SIZE (also above 2000 units with values) or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Handbook, step 6. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_kemeny(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                            const double *weights, int32_t search_limit, double min_coverage,
                                            double *out);

/**
 * @brief TOPSIS: distance to the worst / (distance to the worst + to the best); 0.5 when both are 0.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param scaling INNO_SCALING_; INT32_MIN = #INNO_SCALING_NONE
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0) or as at
 * the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Hwang and Yoon. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_topsis(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                            const double *weights, int32_t scaling, double min_coverage, double *out);

/**
 * @brief VIKOR: 1 - Q, so that more is better.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param compromise v, 0..1; NaN = 0.5
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0) or as at
 * the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Opricovic and Tzeng. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_vikor(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                           const double *weights, double compromise, double min_coverage, double *out);

/**
 * @brief PROMETHEE II: net flow, -1..1.
 * @param x units x children, scores; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns children, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param weights columns weights >= 0, NaN = 1; NULL = all 1
 * @param preference INNO_PREFERENCE_; INT32_MIN = #INNO_PREFERENCE_USUAL
 * @param indifference q >= 0 of u_shape, level, linear; NaN = 0, and NaN for the others
 * @param strict_preference p > 0 of v_shape, level, linear, required by them, above q; NaN for the others
 * @param sigma > 0 of gaussian, required by it; NaN for the others
 * @param min_coverage 0..1; NaN = 0
 * @param[out] out rows values; NaN = missing
 * @return #INNO_OK, #INNO_E_NODATA (no column, or only one unit has values), #INNO_E_WEIGHTS (they sum to 0),
 * #INNO_E_MISSING_PARAMETER or as at
 * the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: Brans and Vincke. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_promethee(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                               const double *weights, int32_t preference, double indifference,
                                               double strict_preference, double sigma, double min_coverage,
                                               double *out);

/**
 * @brief Places: 1 = best. A missing value has no place.
 * @param x n values; NaN = missing
 * @param group n numbers, equal inside a group: places among the units of the same group; NaN = in no group, no place;
 * NULL = among all
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param direction 1 = the largest is best, -1 = the smallest; INT32_MIN = 1
 * @param ties INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of this file
 * @note Threads: pure. Allocates: scratch. Formula: COINr rank_df. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_rank(const double *x, const double *group, int32_t n, int32_t direction,
                                          int32_t ties, double *out);

/**
 * @brief A whole index in one call: treats each indicator, scales it by min-max, takes means up the tree. With
 * every option at its default it is the default method of inno_method_create().
 *
 * The nodes have positions: 1 to columns are the indicators, in the order of the columns of x; columns + 1 to
 * nodes are the aggregates in any order.
 * @param x units x indicators, raw values; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 1 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1, of x and of out
 * @param parents nodes positions: the aggregate above each node; 0 or NaN for one node, the index
 * @param directions nodes numbers 1, -1 or NaN = 1, -1 for indicators only; NULL = all 1
 * @param weights nodes weights >= 0 among siblings, NaN = 1; NULL = all 1
 * @param nodes indicators and aggregates, columns + 1 to #INNO_LIMIT_NODES
 * @param treatment 1 = as inno_flat_treat() by default, 0 = none; INT32_MIN = 1
 * @param lower score of the worst unit of an indicator, < upper; NaN = 0
 * @param upper score of the best; NaN = 100
 * @param rule INNO_AGGREGATE_ of every aggregate; INT32_MIN = #INNO_AGGREGATE_ARITHMETIC; not #INNO_AGGREGATE_POWER
 * @param min_coverage 0..1 of every aggregate; NaN = 0
 * @param[out] out rows x (nodes - columns) scores of the aggregates in the order of their positions; NaN = missing
 * @return #INNO_OK, #INNO_E_TREE (parents that are no tree, an aggregate without children, an indicator as
 * parent), #INNO_E_WEIGHTS, #INNO_E_NODATA, #INNO_E_CONSTANT, #INNO_E_DOMAIN, #INNO_E_NONPOSITIVE,
 * #INNO_E_MISSING_PARAMETER (power), or as at the top of this file
 * @note Threads: pure. Allocates: scratch, about three times x. Formula: PII and GII; inno_method_create(). @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_score(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                           const double *parents, const double *directions, const double *weights,
                                           int32_t nodes, int32_t treatment, double lower, double upper, int32_t rule,
                                           double min_coverage, double *out);
/** @} */

/** @name Frontiers
 * @{ */

/**
 * @brief Benefit of the doubt: each unit's best weighted sum, no unit's being more than 1 with the same weights.
 * @param x units x indicators, 0 or more, more is better; NaN = missing: the unit's missing indicators get no weight,
 * another unit's missing value counts as the least possible
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 1 to 256; 0 is #INNO_E_NODATA
 * @param column_major 0 or 1
 * @param share_lower floor of each contribution's share, 0..1; NaN = 0
 * @param share_upper ceiling of each contribution's share, 0..1; NaN = 1
 * @param[out] out rows scores, 0..1; NaN for a unit without values
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_VALUE (shares outside 0..1, in the wrong order, or that cannot sum to 1),
 * #INNO_E_NONPOSITIVE (a value below 0, or 0 under a floor), #INNO_E_DOMAIN (bounds that a unit with missing values or
 * zeros cannot meet) or as at the top of this file
 * @note Threads: pure. Allocates: scratch, about four times x. Formula: Cherchye and others (2007); inno_frontier_create().
 * @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_benefit_of_doubt(const double *x, int32_t rows, int32_t columns,
                                                      int32_t column_major, double share_lower, double share_upper,
                                                      double *out);

/**
 * @brief Order-m score: the unit against the best of m units drawn with replacement, in expectation, exactly.
 * @param x units x indicators, 0 or more, more is better; NaN = missing: units without an indicator are not drawn
 * against those that have it
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 1 to 256; 0 is #INNO_E_NODATA
 * @param column_major 0 or 1
 * @param draws m, 1 to 1000000; required
 * @param[out] out rows scores, above 1 where the unit beats the expectation; NaN for a unit without values
 * @return #INNO_OK, #INNO_E_NODATA, #INNO_E_MISSING_PARAMETER, #INNO_E_VALUE (draws), #INNO_E_NONPOSITIVE (a value below
 * 0) or as at the top of this file
 * @note Threads: pure. Allocates: scratch, about four times x. Formula: Cazals, Florens, Simar (2002). @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_order_m(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                             int32_t draws, double *out);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
