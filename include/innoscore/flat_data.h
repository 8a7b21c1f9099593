/** @file
 * The flat tier: denomination, screening, imputation. What holds for every function of the tier is at the top of flat.h.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_DATA_H
#define INNOSCORE_FLAT_DATA_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Denomination and screening
 * @{ */

/**
 * @brief x / (denominator / scale), value by value. Where the denominator is missing or zero the result is missing.
 * @param x n values; NaN = missing
 * @param denominator n values in the denominator's own unit; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param scale > 0, for instance 10000 for "per 10,000 people"; NaN = 1
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of flat.h
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
 * @return #INNO_OK or as at the top of flat.h
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
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_mean. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_mean(const double *x, int32_t n, double *out);

/**
 * @brief Fills missing values with the median of the column.
 * @param x n values; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_median. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_median(const double *x, int32_t n, double *out);

/**
 * @brief Fills missing values with the mean of the unit's group.
 * @param x n values; NaN = missing
 * @param group n numbers, equal inside a group; NaN = in no group: stays missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr i_mean_grp. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_group_mean(const double *x, const double *group, int32_t n, double *out);

/**
 * @brief Fills missing values with the median of the unit's group.
 * @param x n values; NaN = missing
 * @param group n numbers, equal inside a group; NaN = in no group: stays missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param[out] out n values; may be x
 * @return #INNO_OK or as at the top of flat.h
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
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: COINr Impute by row, normalise_first. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_siblings(const double *x, int32_t rows, int32_t columns,
                                                     int32_t column_major, const double *directions, double *out);

/**
 * @brief Fills missing values by least squares on the siblings that the unit has, fitted on the units that have all of
 * these and the cell's column. A unit without any value stays missing.
 * @param x units x indicators that are siblings; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param too_few INNO_TOO_FEW_, what becomes of a cell with fewer units than predictors + 2 or with collinear
 * ones; INT32_MIN = #INNO_TOO_FEW_REFUSE, which is #INNO_E_DOMAIN
 * @param[out] out rows x columns values in the order of x; may be x
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_regression(const double *x, int32_t rows, int32_t columns,
                                                       int32_t column_major, int32_t too_few, double *out);

/**
 * @brief Fills missing values with their conditional means under one normal distribution of the siblings, found by EM
 * to the tolerance and within the iterations that are the defaults of scheme.h. A unit without any value stays missing.
 * @param x units x indicators that are siblings; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param ridge >= 0, added to the diagonal of the covariance, in variances of the columns; NaN = 0
 * @param[out] out rows x columns values in the order of x; may be x
 * @return #INNO_OK, #INNO_E_CONVERGENCE (not within 1000 iterations: a ridge helps) or as at the top of flat.h;
 * #INNO_E_DOMAIN also for a column without two different values and for one that follows from others
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_em(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                               double ridge, double *out);

/**
 * @brief Fills missing values with the plain mean of the nearest units that have the value; nearest by the columns that
 * both have, each scaled by its range. A cell for which there is no such unit stays missing.
 * @param x units x indicators that are siblings; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param neighbors at most this many, 1 to 1000; INT32_MIN = 5
 * @param[out] out rows x columns values in the order of x; may be x
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_nearest(const double *x, int32_t rows, int32_t columns,
                                                    int32_t column_major, int32_t neighbors, double *out);

/**
 * @brief Fills all missing values of a unit from the nearest complete unit of its group, nearest as in
 * inno_flat_impute_nearest(). A unit that has none stays missing.
 * @param x units x indicators that are siblings; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS
 * @param columns indicators, 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param group rows numbers, equal inside a group; NaN = in no group: stays missing; NULL = all in one
 * @param[out] out rows x columns values in the order of x; may be x
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_hot_deck(const double *x, int32_t rows, int32_t columns,
                                                     int32_t column_major, const double *group, double *out);

/**
 * @brief Fills gaps in one unit's series with its last observation before.
 * @param values n values of one unit; NaN = missing
 * @param times n times, strictly ascending; else #INNO_E_ARGUMENT
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param max_age > 0, largest distance in time to every observation used; NaN = any
 * @param[out] out n values; may be values
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_latest(const double *values, const double *times, int32_t n,
                                                   double max_age, double *out);

/**
 * @brief Fills gaps in one unit's series on the line between the observations around; beyond them with the nearest one.
 * A series with one observation stays as it is.
 * @param values n values of one unit; NaN = missing
 * @param times n times, strictly ascending; else #INNO_E_ARGUMENT
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param max_age > 0, largest distance in time to every observation used; NaN = any
 * @param[out] out n values; may be values
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_linear(const double *values, const double *times, int32_t n,
                                                   double max_age, double *out);

/**
 * @brief Fills gaps in one unit's series with its last observation before, ahead of the first with the first.
 * @param values n values of one unit; NaN = missing
 * @param times n times, strictly ascending; else #INNO_E_ARGUMENT
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param max_age > 0, largest distance in time to every observation used; NaN = any
 * @param[out] out n values; may be values
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_constant(const double *values, const double *times, int32_t n,
                                                     double max_age, double *out);

/**
 * @brief inno_flat_impute_linear(), but a single observation is taken everywhere.
 * @param values n values of one unit; NaN = missing
 * @param times n times, strictly ascending; else #INNO_E_ARGUMENT
 * @param n 0 to #INNO_LIMIT_UNITS
 * @param max_age > 0, largest distance in time to every observation used; NaN = any
 * @param[out] out n values; may be values
 * @return #INNO_OK or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/imputation.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_impute_linear_constant(const double *values, const double *times, int32_t n,
                                                            double max_age, double *out);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
