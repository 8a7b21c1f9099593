/** @file
 * The flat tier: weights of the children of one node. What holds for every function of the tier is at the top of
 * flat.h.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_WEIGHTS_H
#define INNOSCORE_FLAT_WEIGHTS_H

#include "innoscore/limits.h"
#include "innoscore/scheme.h"
#include "innoscore/status.h"
#include "innoscore/weights.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Weights of children from their values, every parameter of the rule at the default of scheme.h.
 * @param x units x children, more is better; NaN = missing
 * @param rows units, 0 to #INNO_LIMIT_UNITS; 0 is #INNO_E_NODATA
 * @param columns children, 0 to #INNO_LIMIT_NODES; a single one has weight 1, whatever its values
 * @param column_major 0 or 1
 * @param rule INNO_WEIGH_, required; #INNO_WEIGH_GIVEN is #INNO_E_RULE
 * @param[out] out columns values, 0 or more, summing to 1; not x
 * @return #INNO_OK, #INNO_E_MISSING_PARAMETER (no rule), #INNO_E_NODATA (too few units with values), #INNO_E_CONSTANT
 * (a constant child), #INNO_E_NONPOSITIVE (a value not above 0, merec), #INNO_E_DOMAIN (also a negative weight of the
 * first component), #INNO_E_WEIGHTS (all weights 0), #INNO_E_CONVERGENCE (factors) or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: docs/handbook/weights.md. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_weights(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                             int32_t rule, double *out);

/**
 * @brief Analytic hierarchy process: weights from a matrix of pairwise judgements. Any consistency is accepted:
 * inno_flat_ahp_ratio() tells it.
 * @param judgements n x n, how many times more the child of the row matters than that of the column: as in
 * inno_weights_set_ahp(); none may be missing
 * @param n children, 0 to 15; more is #INNO_E_SIZE
 * @param column_major 0 or 1
 * @param rule INNO_AHP_; INT32_MIN = #INNO_AHP_EIGENVECTOR
 * @param[out] out n values, summing to 1; not the matrix
 * @return #INNO_OK, #INNO_E_INCONSISTENT (no judgement, not reciprocal), #INNO_E_CONVERGENCE or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: Saaty 1980; OECD/JRC Handbook, step 6. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_ahp(const double *judgements, int32_t n, int32_t column_major, int32_t rule,
                                         double *out);

/**
 * @brief Consistency ratio of a matrix of pairwise judgements under #INNO_AHP_EIGENVECTOR; Saaty advises at most 0.1.
 * @param judgements as in inno_flat_ahp()
 * @param n 1 to 15
 * @param column_major 0 or 1
 * @return the ratio, 0 for n = 1 and 2; NaN on any error and for n = 0
 * @note Threads: pure. Allocates: scratch. Formula: as inno_weights_set_ahp(). @since 0.1
 */
INNO_API double INNO_CALL inno_flat_ahp_ratio(const double *judgements, int32_t n, int32_t column_major);

/**
 * @brief Budget allocation: weights from points that experts distributed among children.
 * @param points experts x children, each at least 0; none may be missing
 * @param experts 0 to #INNO_LIMIT_UNITS; 0 is #INNO_E_NODATA
 * @param children 0 to #INNO_LIMIT_NODES
 * @param column_major 0 or 1
 * @param total what every expert's points must sum to, within 1e-9 of it; above 0; required
 * @param rule INNO_BUDGET_; INT32_MIN = #INNO_BUDGET_MEAN
 * @param[out] out children values, summing to 1; not points
 * @return #INNO_OK, #INNO_E_MISSING_PARAMETER (no total), #INNO_E_NODATA, #INNO_E_INCONSISTENT (a negative or missing
 * number of points, another total), #INNO_E_WEIGHTS (all medians 0) or as at the top of flat.h
 * @note Threads: pure. Allocates: scratch. Formula: OECD/JRC Handbook, step 6. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_budget(const double *points, int32_t experts, int32_t children,
                                            int32_t column_major, double total, int32_t rule, double *out);

#ifdef __cplusplus
}
#endif
#endif
