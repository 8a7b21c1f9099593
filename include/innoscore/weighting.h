/** @file
 * Weights from data that are kept: those that a run computed (step #INNO_STEP_WEIGH), and those of a level that are
 * best for its correlations with the index.
 * @since 0.1
 */
#ifndef INNOSCORE_WEIGHTING_H
#define INNOSCORE_WEIGHTING_H

#include "innoscore/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The weights that a result was made with: given ones, and those that its method computed from the data.
 *
 * A method with a step #INNO_STEP_WEIGH computes weights anew in every run. To hold those of one year, or to compare
 * two years under the same weights, take them from the result here and give them to a method without that step.
 * @param allocator NULL = malloc; copied
 * @param result any
 * @param[out] out the new weights, NULL on failure; destroy with inno_weights_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_create_from_result(const inno_allocator *allocator,
                                                               const inno_result *result, inno_weights **out,
                                                               inno_error *error);

/** @name What optimal weights aim at
 * @{ */
#define INNO_OPTIMAL_BALANCE 1 /**< shares of the correlations as near to targets as can be. @since 0.1 */
#define INNO_OPTIMAL_INFOMAX 2 /**< the largest sum of correlations. @since 0.1 */
/** @} */

/**
 * @brief Weights of a whole level, chosen for the correlations (Pearson's, r) that its nodes then have with the index.
 *
 * Balance: the smallest mean over nodes of (t - r/sum(r))^2, t = target/sum(targets). Infomax: the largest sum(r).
 * Weights are 0 or more. The method runs once; then the aggregates above the level are computed again for each
 * candidate. The search starts from the method's weights, never makes them worse, and ends where no small change of
 * them helps; with arithmetic means above the level that is the best there is. Correlations are taken over all rows
 * (all periods) in which both have a value.
 * @param allocator NULL = malloc; copied
 * @param method whose weights of the level are given, not computed; its families there have children of that level only
 * @param dataset as for inno_run_create()
 * @param level 1 = indicators, ... below that of the index
 * @param aim #INNO_OPTIMAL_BALANCE or #INNO_OPTIMAL_INFOMAX
 * @param codes balance: nodes of the level, each once, in any order; NULL = equal targets
 * @param targets balance: wanted importance of each, >= 0, not all 0, any scale; NULL = equal targets
 * @param target_count number of codes and targets; 0 with NULL and for infomax
 * @param limit most evaluations, at least 1; 10000 is plenty for some dozens of nodes. An iteration takes about twice
 * as many as the level has nodes
 * @param[out] out the method's weights with those of the level replaced (they sum to 1 over the level); NULL on failure
 * @param[out] first objective under the method's weights: the mean square, or the sum of correlations; NULL = not
 * wanted
 * @param[out] last objective under the weights found; NULL = not wanted
 * @param[out] evaluations how many it took; NULL = not wanted
 * @param[out] converged 1, or 0 when limit ended the search: a method made with the weights found goes on from there;
 * NULL = not wanted
 * @param[out] error names the node; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE (not a node of the level, one that is missing or there twice),
 * #INNO_E_RULE, #INNO_E_ARGUMENT (level, limit, a target), #INNO_E_TREE (a sibling of another level), #INNO_E_VALUE
 * (weights that the method computes), #INNO_E_CONSTANT, #INNO_E_NODATA, #INNO_E_DOMAIN (correlations that do not sum to
 * something positive), #INNO_E_NOMEM, and what inno_result_create() returns
 * @note Threads: const-shared. Allocates: yes. Formula: COINr get_opt_weights. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_create_optimal(const inno_allocator *allocator, const inno_method *method,
                                                           const inno_dataset *dataset, int32_t level, int32_t aim,
                                                           const char *const *codes, const double *targets,
                                                           int64_t target_count, int64_t limit, inno_weights **out,
                                                           double *first, double *last, int64_t *evaluations,
                                                           int32_t *converged, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
