/** @file
 * Change over time: growth rates, slopes and values between the periods, of series with gaps. Nothing here needs an
 * indicator set; a series may be a column of raw data or the scores of a result.
 *
 * Values lie anywhere in memory with two strides: from unit to unit, and from period to period. Missing values drop out
 * together with their times. The times belong to the periods and ascend strictly.
 *
 * A series that has no rate gives NaN and a reason. None of these functions gives an infinity for a growth from zero.
 * @since 0.1
 */
#ifndef INNOSCORE_TREND_H
#define INNOSCORE_TREND_H

#include <stddef.h>

#include "innoscore/error.h"
#include "innoscore/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Reasons for a missing trend
 * @{ */
#define INNO_TREND_OK 0          /**< there is a value. @since 0.1 */
#define INNO_TREND_TOO_FEW 1     /**< fewer than two observations, or fewer than `latest`. @since 0.1 */
#define INNO_TREND_FROM_ZERO 2   /**< it begins at zero and changes: no rate leads away from zero. @since 0.1 */
#define INNO_TREND_SIGN_CHANGE 3 /**< it changes its sign; a percentage: from below zero to above. @since 0.1 */
#define INNO_TREND_OVERFLOW 4    /**< the rate is beyond the range of a double. @since 0.1 */
/** @} */

/**
 * @brief Compound growth rate per unit of time of each unit: (last / first)^(1 / (t_last - t_first)) - 1.
 *
 * Only the first and the last observation count. Equal ends: 0, also when both are zero. A last value of zero: -1. Two
 * negative ends: growth of the size.
 * @param values unit u in period p is at values + u * unit_stride + p * period_stride; NaN = missing; infinite is
 * refused
 * @param unit_stride distance between units in bytes; a multiple of 8; negative and 0 are legal
 * @param period_stride distance between periods in bytes; a multiple of 8; negative and 0 are legal
 * @param unit_count 0 to #INNO_LIMIT_UNITS
 * @param times period_count values, strictly ascending, for instance years
 * @param period_count 0 to #INNO_LIMIT_UNITS
 * @param latest 0 = all observations; k of at least 2 = the latest k observations of each unit, and none when it has
 * fewer
 * @param[out] out unit_count rates, a share and not a percentage; NaN = see reasons
 * @param out_stride in bytes; a multiple of 8; not 0
 * @param[out] reasons unit_count INNO_TREND_ numbers, one after the other; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (counts, latest, times that are not finite or do not ascend),
 * #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_INFINITE (a value); out and reasons are then not written
 * @note Threads: pure. Allocates: never. Formula: COINr CAGR. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_trend_cagr(const double *values, ptrdiff_t unit_stride, ptrdiff_t period_stride,
                                               int64_t unit_count, const double *times, int64_t period_count,
                                               int32_t latest, double *out, ptrdiff_t out_stride, int32_t *reasons,
                                               inno_error *error);

/**
 * @brief Change in percent of the first value, per `per` units of time.
 *
 * Two observations: 100 (last - first) / first * per / (t_last - t_first). Three and more: the least squares line
 * through all of them, slope b and value f at the first time: 100 b per / f. All values equal: 0. A base below zero:
 * change of the size, unless the last value (of the line) is above zero.
 * @param values see inno_trend_cagr()
 * @param unit_stride see inno_trend_cagr()
 * @param period_stride see inno_trend_cagr()
 * @param unit_count see inno_trend_cagr()
 * @param times see inno_trend_cagr()
 * @param period_count see inno_trend_cagr()
 * @param latest see inno_trend_cagr()
 * @param per span of time that the change is for, a finite number above 0; 1 = per year when times are years
 * @param[out] out unit_count percentages; NaN = see reasons
 * @param out_stride in bytes; a multiple of 8; not 0
 * @param[out] reasons unit_count INNO_TREND_ numbers; NULL is allowed
 * @param[out] error NULL is allowed
 * @return as inno_trend_cagr(); #INNO_E_ARGUMENT for per too
 * @note Threads: pure. Allocates: never. Formula: COINr prc_change. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_trend_percentage_change(const double *values, ptrdiff_t unit_stride,
                                                            ptrdiff_t period_stride, int64_t unit_count,
                                                            const double *times, int64_t period_count, int32_t latest,
                                                            double per, double *out, ptrdiff_t out_stride,
                                                            int32_t *reasons, inno_error *error);

/**
 * @brief Values at other times, on the straight lines between observations.
 *
 * At a time that was observed: the observation itself. Before the first and after the last observation, and for a
 * series with fewer than two: missing, except at the observations.
 * @param values see inno_trend_cagr()
 * @param unit_stride see inno_trend_cagr()
 * @param period_stride see inno_trend_cagr()
 * @param unit_count see inno_trend_cagr()
 * @param times see inno_trend_cagr()
 * @param period_count see inno_trend_cagr()
 * @param at at_count finite times in any order
 * @param at_count 0 to #INNO_LIMIT_UNITS
 * @param[out] out unit u at time a is at out + u * out_unit_stride + a * out_at_stride; may not overlap values
 * @param out_unit_stride in bytes; a multiple of 8; not 0
 * @param out_at_stride in bytes; a multiple of 8; not 0; no two places may be the same
 * @param[out] error NULL is allowed
 * @return as inno_trend_cagr()
 * @note Threads: pure. Allocates: never. Formula: COINr approx_df without its end values. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_trend_interpolate(const double *values, ptrdiff_t unit_stride,
                                                      ptrdiff_t period_stride, int64_t unit_count, const double *times,
                                                      int64_t period_count, const double *at, int64_t at_count,
                                                      double *out, ptrdiff_t out_unit_stride, ptrdiff_t out_at_stride,
                                                      inno_error *error);

/**
 * @brief inno_trend_cagr() of one series, for a cell.
 * @param values n values; NaN = missing
 * @param times n times, strictly ascending
 * @param n 0 to 2147483647
 * @param latest 0 or INT32_MIN = all; k of at least 2
 * @return the rate; NaN for every reason and every error
 * @note Threads: pure. Allocates: never. Formula: COINr CAGR. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_cagr(const double *values, const double *times, int32_t n, int32_t latest);

/**
 * @brief inno_trend_percentage_change() of one series, for a cell.
 * @param values n values; NaN = missing
 * @param times n times, strictly ascending
 * @param n 0 to 2147483647
 * @param latest 0 or INT32_MIN = all; k of at least 2
 * @param per NaN = 1
 * @return the percentage; NaN for every reason and every error
 * @note Threads: pure. Allocates: never. Formula: COINr prc_change. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_percentage_change(const double *values, const double *times, int32_t n,
                                                      int32_t latest, double per);

/**
 * @brief inno_trend_interpolate() of one series at one time, for a cell.
 * @param values n values; NaN = missing
 * @param times n times, strictly ascending
 * @param n 0 to 2147483647
 * @param at the time
 * @return the value; NaN outside the observations and for every error
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_flat_interpolate(const double *values, const double *times, int32_t n, double at);

#ifdef __cplusplus
}
#endif
#endif
