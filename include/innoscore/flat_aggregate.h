/** @file
 * The flat tier: aggregation, whole matrices, frontiers. What holds for every function of the tier is at the top of flat.h.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_AGGREGATE_H
#define INNOSCORE_FLAT_AGGREGATE_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

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
 * #INNO_E_NONPOSITIVE or as at the top of flat.h
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
 * the top of flat.h
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
 * the top of flat.h
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
 * #INNO_E_SIZE (also above 2000 units with values) or as at the top of flat.h
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
 * the top of flat.h
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
 * the top of flat.h
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
 * the top of flat.h
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
 * @return #INNO_OK or as at the top of flat.h
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
 * #INNO_E_MISSING_PARAMETER (power), or as at the top of flat.h
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
 * zeros cannot meet) or as at the top of flat.h
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
 * 0) or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch, about four times x. Formula: Cazals, Florens, Simar (2002). @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_order_m(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                             int32_t draws, double *out);
/** @} */

#ifdef __cplusplus
}
#endif
#endif
