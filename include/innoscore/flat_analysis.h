/** @file
 * The flat tier: quantiles, correlations, reliability and adequacy (moments are in flat_treat.h). What holds for every
 * function of the tier is at the top of flat.h; the numbers are those of analysis_data.h with default options, bit by
 * bit.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_ANALYSIS_H
#define INNOSCORE_FLAT_ANALYSIS_H

#include "innoscore/keys.h"
#include "innoscore/limits.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name One column
 * @{ */

/**
 * @brief Quantile.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param p probability, 0..1
 * @param type 1..9, Hyndman and Fan's number; INT32_MIN = 7, as R and Excel's PERCENTILE.INC
 * @return in the unit of x; NaN without values and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Hyndman and Fan 1996. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_quantile(const double *x, int32_t n, double p, int32_t type);
/** @} */

/** @name Two columns, over the units that have both values
 * @{ */

/**
 * @brief Correlation.
 * @param x n values; NaN = missing
 * @param y n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param rule INNO_CORRELATION_; INT32_MIN = #INNO_CORRELATION_PEARSON
 * @return -1..1; NaN below 2 units, where a column is constant, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: as inno_analysis_create_correlations(). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_correlation(const double *x, const double *y, int32_t n, int32_t rule);

/**
 * @brief Two-sided p-value of no correlation, as R's cor.test.
 * @param x n values; NaN = missing
 * @param y n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param rule INNO_CORRELATION_; INT32_MIN = #INNO_CORRELATION_PEARSON
 * @return 0..1; NaN where the correlation is, with too few units (Pearson: 2), and on any error
 * @note Threads: pure. Allocates: scratch. Formula: as inno_analysis_create_correlations(). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_correlation_p(const double *x, const double *y, int32_t n, int32_t rule);
/** @} */

/** @name A family of columns
 * @{ */

/**
 * @brief Cronbach's alpha of columns that should measure one thing, all in the same direction; each covariance is over
 * the units that have both values.
 * @param x units x columns; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns 2 to 1000
 * @param column_major 0 or 1
 * @param standardized 1 = of the correlations; INT32_MIN = 0, of the covariances
 * @return at most 1; NaN for other numbers of columns, where a covariance is missing, where the sum of the columns is
 * constant, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Cronbach 1951; COINr get_cronbach. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_alpha(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                          int32_t standardized);

/**
 * @brief Measure of sampling adequacy of Kaiser, Meyer and Olkin, over the units that have every value.
 * @param x units x columns; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns 2 to 1000
 * @param column_major 0 or 1
 * @return 0..1; NaN for other numbers of columns, where columns determine each other (also for no more units than
 * columns), where one is constant, and on any error
 * @note Threads: pure. Allocates: scratch. Formula: Kaiser 1970; as inno_analysis_create_components(). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_kmo(const double *x, int32_t rows, int32_t columns, int32_t column_major);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
