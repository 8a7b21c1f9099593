/** @file
 * Weights: one weight per node, bound to codes. A method without them uses the weights of the indicator set.
 * @since 0.1
 */
#ifndef INNOSCORE_WEIGHTS_H
#define INNOSCORE_WEIGHTS_H

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

#ifdef __cplusplus
}
#endif
#endif
