/** @file
 * Analyses of a matrix: units x columns of doubles with two strides, so that rows of C, columns of Fortran and parts of
 * a NumPy array are read where they lie. Missing is NaN; an infinite value is refused and named.
 *
 * The same for every function here: values may be NULL only without units or columns; strides are in bytes, multiples
 * of 8, and may be negative or 0; codes name the columns in messages and in the analysis (NULL = positions from 1);
 * inputs are read and not kept. Every function can return #INNO_E_NULL, #INNO_E_ARGUMENT (a count, a scheme of another
 * step), #INNO_E_SIZE (more than #INNO_LIMIT_UNITS units, #INNO_LIMIT_NODES columns, or tables beyond 2^31 cells),
 * #INNO_E_ALIGN, #INNO_E_INFINITE, #INNO_E_TEXT and #INNO_E_DUPLICATE (codes), #INNO_E_VALUE and
 * #INNO_E_MISSING_PARAMETER (options that do not fit each other) and #INNO_E_NOMEM; only what is particular is listed.
 * @since 0.1
 */
#ifndef INNOSCORE_ANALYSIS_DATA_H
#define INNOSCORE_ANALYSIS_DATA_H

#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Statistics of each column: #INNO_RECORD_STATISTICS, #INNO_RECORD_QUANTILE, #INNO_RECORD_OUTLIER,
 * #INNO_RECORD_UNIT_COVERAGE.
 *
 * Reads skewness_type, kurtosis_type, quantile_type, max_skewness, max_kurtosis, min_coverage, min_nonzero, min_unique,
 * share_of, fence. COUNT is all units, AVAILABLE those with a value; NODE of a UNIT_COVERAGE is -1. A column without
 * values has a record: counts, coverage and shares of all units are 0 (and so flagged), the rest NaN.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param values the first value; NaN = missing
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param columns 0 to #INNO_LIMIT_NODES
 * @param row_stride bytes from a unit to the next
 * @param column_stride bytes from a column to the next
 * @param codes columns texts, copied; NULL = positions
 * @param probabilities 0..1 each, of the quantiles wanted; NULL = none
 * @param probability_count 0 or more
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_ARGUMENT also for a probability
 * @note Threads: const-shared inputs. Allocates: yes. Source: COINr get_stats; OECD/JRC Handbook, step 3. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_statistics(const inno_allocator *allocator,
                                                               const inno_scheme *options, const double *values,
                                                               int64_t units, int64_t columns, ptrdiff_t row_stride,
                                                               ptrdiff_t column_stride, const char *const *codes,
                                                               const double *probabilities, int64_t probability_count,
                                                               inno_analysis **out, inno_error *error);

/**
 * @brief Correlations of all pairs of columns, with p-values, adjusted p-values and intervals:
 * #INNO_RECORD_CORRELATION.
 *
 * Reads correlation, use, confidence, adjust. Pairs with fewer than 2 units, or a constant column among them, have NaN.
 * p-values follow R's cor.test.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param values the first value; NaN = missing
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param columns 0 to #INNO_LIMIT_NODES
 * @param row_stride bytes from a unit to the next
 * @param column_stride bytes from a column to the next
 * @param codes columns texts, copied; NULL = positions
 * @param unit_weights units numbers >= 0, finite, one after the other: the weight of each unit; then there are no
 * p-values and no intervals; NULL = all the same
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_WEIGHTS for a weight
 * @note Threads: const-shared inputs. Allocates: yes. Time: columns^2 x units log units. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_correlations(const inno_allocator *allocator,
                                                                 const inno_scheme *options, const double *values,
                                                                 int64_t units, int64_t columns, ptrdiff_t row_stride,
                                                                 ptrdiff_t column_stride, const char *const *codes,
                                                                 const double *unit_weights, inno_analysis **out,
                                                                 inno_error *error);

/**
 * @brief Partial correlations: of pairs of columns, given others: #INNO_RECORD_PARTIAL.
 *
 * Over the units that have every value. Reads correlation (spearman: of the ranks; kendall is refused), confidence,
 * adjust.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param values the first value; NaN = missing
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param columns 0 to #INNO_LIMIT_NODES
 * @param row_stride bytes from a unit to the next
 * @param column_stride bytes from a column to the next
 * @param codes columns texts, copied; NULL = positions
 * @param held columns that are held, the last ones of the matrix: pairs are made of the others; -1 = for each pair all
 * other columns
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_RULE (kendall), #INNO_E_DOMAIN (a column follows from others, or fewer units than columns +
 * 1: it is named)
 * @note Threads: const-shared inputs. Allocates: yes. Formula: from the inverse of the correlation matrix. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_partial(const inno_allocator *allocator, const inno_scheme *options,
                                                            const double *values, int64_t units, int64_t columns,
                                                            ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                            const char *const *codes, int64_t held, inno_analysis **out,
                                                            inno_error *error);

/**
 * @brief Reliability of columns that should measure one thing, all in the same direction: #INNO_RECORD_RELIABILITY and
 * #INNO_RECORD_ITEM.
 *
 * Reads use. Alpha, the lambdas and the correlations of a column with the sum of the others are of the covariances;
 * omega, LOADING and COMMUNALITY (1 - uniqueness) are those of one factor of the correlations. COUNT is the units with
 * every value, or, pairwise, with any. What does not exist is NaN, and STATUS of the record is the first reason:
 * #INNO_E_SIZE (more than 1000 columns: everything is NaN), #INNO_E_OVERFLOW (a variance), #INNO_E_NODATA (a pair of
 * columns with fewer than 2 units), #INNO_E_CONSTANT (a column), #INNO_E_DOMAIN (fewer than 2 columns; a sum that does
 * not vary; lambda 6: singular covariances; omega: fewer than 3 columns or a communality above 1), #INNO_E_CONVERGENCE
 * (omega).
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param values the first value; NaN = missing
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param columns 0 to #INNO_LIMIT_NODES
 * @param row_stride bytes from a unit to the next
 * @param column_stride bytes from a column to the next
 * @param codes columns texts, copied; NULL = positions
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK
 * @note Threads: const-shared inputs. Allocates: yes. Time: columns^2 x units + columns^3. Source: Cronbach 1951;
 * Guttman 1945; McDonald 1999. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_reliability(const inno_allocator *allocator,
                                                                const inno_scheme *options, const double *values,
                                                                int64_t units, int64_t columns, ptrdiff_t row_stride,
                                                                ptrdiff_t column_stride, const char *const *codes,
                                                                inno_analysis **out, inno_error *error);

/**
 * @brief Principal components of the correlation matrix: #INNO_RECORD_COMPONENTS, #INNO_RECORD_COMPONENT,
 * #INNO_RECORD_LOADING, #INNO_RECORD_COMPONENT_ITEM, #INNO_RECORD_COMPONENT_SCORE, #INNO_RECORD_FACTOR_CORRELATION.
 *
 * Over the units that have every value (scores: of these units; others NaN). Vectors have length 1 and the sign that
 * makes their sum positive (where the sum is 0 the first entry is positive). Scores are those of the components as they
 * are turned: mean 0, variance 1; without rotation ROTATED and STRUCTURE are the loadings. WEIGHT: a column belongs to
 * the component of whose squared rotated loadings it has the largest share (COMPONENT); its weight is that share times
 * the component's part of the variance that all explain, scaled to sum 1. Reads rotation, promax_power, retain,
 * components, parallel_draws, parallel_quantile, seed. Where columns determine each other adequacy and Bartlett's test
 * are NaN and STATUS of the record is #INNO_E_DOMAIN; the components are there all the same.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param values the first value; NaN = missing
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param columns 0 to #INNO_LIMIT_NODES
 * @param row_stride bytes from a unit to the next
 * @param column_stride bytes from a column to the next
 * @param codes columns texts, copied; NULL = positions
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_NODATA (fewer than 2 complete units, no column), #INNO_E_CONSTANT, #INNO_E_OVERFLOW (values
 * that are too large or too close for a variance), #INNO_E_CONVERGENCE (a rotation), #INNO_E_SIZE (also more than 1000
 * columns; with parallel_draws also 2^31 cells)
 * @note Threads: const-shared inputs. Allocates: yes. Time: columns^2 x units + columns^3, that again for each draw.
 * Source: OECD/JRC Handbook, step 4 and 6; Kaiser 1970; Horn 1965. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_components(const inno_allocator *allocator,
                                                               const inno_scheme *options, const double *values,
                                                               int64_t units, int64_t columns, ptrdiff_t row_stride,
                                                               ptrdiff_t column_stride, const char *const *codes,
                                                               inno_analysis **out, inno_error *error);

/**
 * @brief Scores against the natural logarithm of a measure of development: #INNO_RECORD_DEVELOPMENT,
 * #INNO_RECORD_COEFFICIENT, #INNO_RECORD_EXPECTATION.
 *
 * Least squares over the units that have both. Reads curve, knots, band: LOWER and UPPER are the prediction interval,
 * so that a unit outside is one that its development does not explain. A unit without a score has an expectation, but
 * no RESIDUAL, LEVERAGE and CLASS (NaN); one without development has none of these. Coefficients: the constant, then
 * those of ln development and of its square; or of t = (ln development - first knot) / (last - first) and of the other
 * columns of a natural cubic spline (Hastie, Tibshirani and Friedman 2009, 5.2.1), and then VALUE lists the knots, one
 * a record, in ascending order, as logarithms; of other curves it is NaN.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param scores units values; NaN = missing
 * @param scores_stride bytes from one to the next
 * @param development units values above 0 in any unit of measure (for instance GRDP per head); NaN = missing
 * @param development_stride bytes from one to the next
 * @param units 0 to #INNO_LIMIT_UNITS
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names column and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_NONPOSITIVE, #INNO_E_NODATA (not more units than coefficients), #INNO_E_CONSTANT
 * (development), #INNO_E_DOMAIN (knots that coincide)
 * @note Threads: const-shared inputs. Allocates: yes. Source: GII, performance at development level. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_development(const inno_allocator *allocator,
                                                                const inno_scheme *options, const double *scores,
                                                                ptrdiff_t scores_stride, const double *development,
                                                                ptrdiff_t development_stride, int64_t units,
                                                                inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
