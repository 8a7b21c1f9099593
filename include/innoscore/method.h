/** @file
 * The method: indicator set, weights and steps, checked against each other, compiled and frozen.
 *
 * The steps run in the order given. Any order and any repetition is legal, with these bounds: at most one ranking, and a
 * normalization before the aggregation, which comes last of those that compute (ranking aside) and once.
 *
 * Without steps the method is the default of GII and PII: denominate; treat (|skewness| < 2 or kurtosis < 3.5 passes,
 * type 2; winsorize up to 5 points, else the GII logarithm); min-max to 0..100; weighted arithmetic mean; competition
 * ranks. Nothing is imputed and nobody is screened out.
 * @since 0.1
 */
#ifndef INNOSCORE_METHOD_H
#define INNOSCORE_METHOD_H

#include "innoscore/indicator_set.h"
#include "innoscore/scheme.h"
#include "innoscore/weights.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief All choices together. Immutable: any number of threads may use it. @since 0.1 */
typedef struct inno_method inno_method;

/**
 * @brief Checks and freezes a method. It copies what it needs: set, weights and schemes may be destroyed afterwards.
 * @param allocator NULL = malloc; copied
 * @param set frozen
 * @param weights made from a set with the same codes; NULL = the weights of the set
 * @param steps step_count schemes in the order of the steps; NULL = the default method
 * @param step_count 0 to #INNO_LIMIT_STEPS; 0 = the default method
 * @param[out] out the new method, NULL on failure; destroy with inno_method_destroy()
 * @param[out] error names the node and the cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_NOT_FROZEN, #INNO_E_CODE (setting for an unknown code), #INNO_E_VALUE (a setting
 * that could have no effect, bounds in the wrong order), #INNO_E_MISSING_PARAMETER, #INNO_E_ORDER, #INNO_E_WEIGHTS
 * (weights below a node sum to zero), #INNO_E_SIZE, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_method_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                                  const inno_weights *weights, const inno_scheme *const *steps,
                                                  int32_t step_count, inno_method **out, inno_error *error);

/**
 * @brief Destroys a method. Results made with it stay valid; runs must be destroyed first.
 * @param method NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_method_destroy(inno_method *method);

/**
 * @brief Number of steps, the default ones included.
 * @param method NULL gives 0
 * @return 0 to #INNO_LIMIT_STEPS
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_method_step_count(const inno_method *method);

/**
 * @brief Kind of a step.
 * @param method the object
 * @param step 0 to step count - 1
 * @return one of INNO_STEP_; 0 when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_method_step(const inno_method *method, int32_t step);

/**
 * @brief The canonical form: a text that says every choice of the method and nothing else, one line a fact, numbers exact.
 * Two methods that compute the same have the same text, whatever order the settings were made in.
 * @param method the object
 * @param[out] buffer receives the text with its NUL; untouched on failure; NULL is allowed with capacity 0
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. Time: proportional to the nodes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_method_canonical(const inno_method *method, char *buffer, int64_t capacity,
                                                     int64_t *needed, inno_error *error);

/**
 * @brief SHA-256 of the canonical form in lower-case hexadecimal.
 * @param method the object
 * @param[out] buffer of at least #INNO_FINGERPRINT_BYTES bytes; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. Source: FIPS 180-4. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_method_fingerprint(const inno_method *method, char *buffer, int64_t capacity,
                                                       inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
