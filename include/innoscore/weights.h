/** @file
 * Weights: one weight per node, bound to codes. A method without them uses the weights of the indicator set.
 * @since 0.1
 */
#ifndef INNOSCORE_WEIGHTS_H
#define INNOSCORE_WEIGHTS_H

#include <stddef.h>

#include "innoscore/indicator_set.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A weight for every node of one indicator set. @since 0.1 */
typedef struct inno_weights inno_weights;

/**
 * @brief The weights that the nodes of the set have, as a set of their own.
 * @param allocator NULL = malloc; copied
 * @param set frozen
 * @param[out] out the new weights, NULL on failure; destroy with inno_weights_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_create_given(const inno_allocator *allocator,
                                                         const inno_indicator_set *set, inno_weights **out,
                                                         inno_error *error);

/**
 * @brief Equal weights at each level: 1 for every node.
 * @param allocator NULL = malloc; copied
 * @param set frozen
 * @param[out] out the new weights, NULL on failure; destroy with inno_weights_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_create_equal(const inno_allocator *allocator,
                                                         const inno_indicator_set *set, inno_weights **out,
                                                         inno_error *error);

/**
 * @brief The same effective weight for every indicator: a node's weight is the number of indicators below it.
 * @param allocator NULL = malloc; copied
 * @param set frozen
 * @param[out] out the new weights, NULL on failure; destroy with inno_weights_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_create_equal_indicators(const inno_allocator *allocator,
                                                                    const inno_indicator_set *set, inno_weights **out,
                                                                    inno_error *error);

/**
 * @brief Destroys weights. Methods made with them stay valid.
 * @param weights NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_weights_destroy(inno_weights *weights);

/**
 * @brief Changes the weight of one node.
 * @param weights the object
 * @param code of a node of the set; an unknown code is an error that names it
 * @param weight finite, >= 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_ARGUMENT
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_set(inno_weights *weights, const char *code, double weight,
                                                inno_error *error);

/**
 * @brief The weight of one node.
 * @param weights the object
 * @param code of a node of the set
 * @param[out] weight >= 0; NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_get(const inno_weights *weights, const char *code, double *weight,
                                                inno_error *error);

/**
 * @brief Share of every node among its siblings: weight / sum of the siblings' weights; 1 for the index.
 * @param weights the object
 * @param set frozen, with exactly the codes of the weights
 * @param[out] shares one place a node, in the order of the set; untouched on failure
 * @param stride_bytes distance from one place to the next in bytes, a multiple of 8, not 0 for more than one node
 * @param[out] error names the node; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_CODE (a code that only one of the two has),
 * #INNO_E_WEIGHTS (the children of a node sum to zero), #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: yes, returned before the end. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_shares(const inno_weights *weights, const inno_indicator_set *set,
                                                   double *shares, ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Effective weight of every node: the product of the shares from the node up to the index. The nodes of one level
 * sum to 1 where every branch reaches that level.
 * @param weights the object
 * @param set frozen, with exactly the codes of the weights
 * @param[out] effective one place a node, in the order of the set; untouched on failure
 * @param stride_bytes as in inno_weights_shares()
 * @param[out] error names the node; NULL is allowed
 * @return as inno_weights_shares()
 * @note Threads: const-shared. Allocates: yes, returned before the end. Formula: COINr get_eff_weights. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_effective(const inno_weights *weights, const inno_indicator_set *set,
                                                      double *effective, ptrdiff_t stride_bytes, inno_error *error);

/** @name How the points of several experts become one weight: rule of inno_weights_set_budget()
 * @{ */
#define INNO_BUDGET_MEAN 1   /**< arithmetic mean. @since 0.1 */
#define INNO_BUDGET_MEDIAN 2 /**< median, then scaled to sum 1. @since 0.1 */
/** @} */

/**
 * @brief Budget allocation: the weights of a node's children from points that experts distributed among them.
 * @param weights receives the children's weights, summing to 1; untouched on failure
 * @param set frozen
 * @param node code of the parent, an aggregate
 * @param children codes in the order of the columns of points, every child once; NULL = the order of the set
 * @param child_count number of columns
 * @param points experts x children; each at least 0
 * @param experts number of rows, at least 1
 * @param expert_stride_bytes distance from one expert to the next in bytes, a multiple of 8
 * @param child_stride_bytes distance from one child to the next in bytes, a multiple of 8
 * @param total what every expert's points must sum to, within 1e-9 of it; above 0
 * @param rule #INNO_BUDGET_MEAN or #INNO_BUDGET_MEDIAN
 * @param[out] error names the expert by number, from 1; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_CODE (unknown code, not a child, a child missing or twice,
 * node an indicator), #INNO_E_RULE, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_INCONSISTENT (a negative or
 * infinite number of points, another total), #INNO_E_WEIGHTS (all medians 0), #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes, returned before the end. Formula: OECD/JRC Handbook, step 6. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_set_budget(inno_weights *weights, const inno_indicator_set *set,
                                                       const char *node, const char *const *children,
                                                       int64_t child_count, const double *points, int64_t experts,
                                                       ptrdiff_t expert_stride_bytes, ptrdiff_t child_stride_bytes,
                                                       double total, int32_t rule, inno_error *error);

/** @name How a matrix of judgements becomes weights: rule of inno_weights_set_ahp()
 * @{ */
#define INNO_AHP_EIGENVECTOR 1   /**< principal eigenvector, Saaty's own. @since 0.1 */
#define INNO_AHP_ROW_GEOMETRIC 2 /**< geometric means of the rows. @since 0.1 */
#define INNO_AHP_COLUMN_MEAN 3   /**< columns scaled to sum 1, then means of the rows. @since 0.1 */
/** @} */

/**
 * @brief Analytic hierarchy process: the weights of a node's children from a matrix of pairwise judgements.
 *
 * lambda = mean over i of (A w)_i / w_i (the largest eigenvalue, when w is its vector); consistency index
 * = (lambda - k) / (k - 1); consistency ratio = index / mean index of random judgements: 0.58 0.90 1.12 1.24 1.32 1.41 1.45
 * 1.49 1.51 1.48 1.56 1.57 1.59 for k = 3 to 15. One or two children cannot contradict themselves: ratio 0.
 * @param weights receives the children's weights, summing to 1; untouched on failure
 * @param set frozen
 * @param node code of the parent, an aggregate with at most 15 children
 * @param children codes in the order of rows and columns, every child once; NULL = the order of the set
 * @param child_count number of rows and of columns
 * @param judgements how many times more the child of the row matters than that of the column: 0.000001 to 1000000, 1 on
 * the diagonal, judgement times its reverse within 0.001 of 1
 * @param row_stride_bytes distance from one row to the next in bytes, a multiple of 8
 * @param column_stride_bytes distance from one column to the next in bytes, a multiple of 8
 * @param rule #INNO_AHP_EIGENVECTOR, #INNO_AHP_ROW_GEOMETRIC or #INNO_AHP_COLUMN_MEAN
 * @param limit largest ratio that is accepted, at least 0; Saaty advises 0.1; infinity accepts every one
 * @param[out] lambda NULL = not wanted; NaN when the judgements were refused before
 * @param[out] consistency_index NULL = not wanted; likewise
 * @param[out] consistency_ratio NULL = not wanted; likewise; it is there when the ratio itself is refused
 * @param[out] error names the two children, or the ratio; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_CODE (as inno_weights_set_budget()), #INNO_E_RULE,
 * #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE (more than 15 children), #INNO_E_INCONSISTENT (no judgement, not
 * reciprocal, ratio above the limit), #INNO_E_CONVERGENCE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes, returned before the end. Formula: Saaty 1980; OECD/JRC Handbook, step 6.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weights_set_ahp(inno_weights *weights, const inno_indicator_set *set,
                                                    const char *node, const char *const *children, int64_t child_count,
                                                    const double *judgements, ptrdiff_t row_stride_bytes,
                                                    ptrdiff_t column_stride_bytes, int32_t rule, double limit,
                                                    double *lambda, double *consistency_index,
                                                    double *consistency_ratio, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
