/** @file
 * Uncertainty: a method, a dataset and assumptions, compiled. Replicate r is a function of the seed and of r alone, so
 * that any range of replicates can be run anywhere, in any order, and added up (tally.h) to the same bits.
 *
 * The library starts no thread: give each thread ranges and a tally of its own, and merge. An uncertainty is immutable and
 * shared by all of them.
 * @since 0.1
 */
#ifndef INNOSCORE_UNCERTAINTY_H
#define INNOSCORE_UNCERTAINTY_H

#include "innoscore/assumptions.h"
#include "innoscore/dataset.h"
#include "innoscore/indicator_set.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Method, dataset and assumptions, compiled. Immutable: any number of threads may use it. @since 0.1 */
typedef struct inno_uncertainty inno_uncertainty;

/**
 * @brief Compiles. A method is made for every combination of schemes, and what comes before the aggregation is computed
 * once here and kept. A combination whose aggregation fails is no failure here: its replicates fail, and are counted.
 *
 * An assumption about weights, nodes that are left out, or schemes is tried: when no score of the ranked node changes
 * over its trial draws or alternatives, in any combination, it is refused. So is an error of values whose indicator is no
 * part of that node and changes nothing that is imputed. Not tried are conventions of ties, which change ranks alone, and
 * schemes beside errors of values, which may matter for other errors than those tried.
 *
 * The inputs are those of inno_method_create(), a dataset, assumptions, and options: a scheme of
 * #INNO_STEP_UNCERTAINTY (seed, sequence, node whose scores are ranked, period).
 * @param allocator NULL = malloc; copied
 * @param set frozen; copied
 * @param weights nominal ones; NULL = those of the set
 * @param schemes the steps of the nominal method, in order; none = the default ones, positions 0 to 4
 * @param scheme_count number of schemes
 * @param dataset as for inno_result_create(); not kept
 * @param assumptions 1 or more; copied
 * @param options a scheme of #INNO_STEP_UNCERTAINTY; NULL = every default
 * @param[out] out the new object, NULL on failure; destroy with inno_uncertainty_destroy()
 * @param[out] error names assumption, node and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (no assumption, a position or a scheme that does not fit),
 * #INNO_E_CODE, #INNO_E_VALUE (an assumption without effect, two about the same weight, equal alternatives, bounds too
 * uneven to be exact), #INNO_E_NODATA (an error of values that are all missing), #INNO_E_SIZE (more than
 * #INNO_LIMIT_COMBINATIONS combinations of schemes; more dimensions than Sobol' points have), and what
 * inno_method_create() and inno_result_create() return for the nominal method, and before the aggregation for every
 * combination
 * @note Threads: const-shared inputs. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                                       const inno_weights *weights, const inno_scheme *const *schemes,
                                                       int64_t scheme_count, const inno_dataset *dataset,
                                                       const inno_assumptions *assumptions, const inno_scheme *options,
                                                       inno_uncertainty **out, inno_error *error);

/**
 * @brief Destroys an uncertainty. Tallies made for it stay valid.
 * @param uncertainty NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_uncertainty_destroy(inno_uncertainty *uncertainty);

/**
 * @brief Number of units.
 * @param uncertainty NULL gives 0
 * @return 1 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_uncertainty_unit_count(const inno_uncertainty *uncertainty);

/**
 * @brief Code of a unit.
 * @param uncertainty the object
 * @param unit 0 to unit count - 1
 * @return text that lives as long as the object; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_uncertainty_unit_code(const inno_uncertainty *uncertainty, int64_t unit);

/**
 * @brief Number of dimensions of all assumptions together: the inputs of a sensitivity analysis.
 * @param uncertainty NULL gives 0
 * @return 1 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_uncertainty_dimension_count(const inno_uncertainty *uncertainty);

/**
 * @brief What a dimension belongs to. Dimensions of one assumption lie next to each other and are one group of inputs.
 * @param uncertainty the object
 * @param dimension 0 to dimension count - 1
 * @param[out] assumption its number; NULL is allowed
 * @param[out] kind INNO_ASSUME_; NULL is allowed
 * @param[out] code the node it is about, NULL when it is about none; lives as long as the object; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_dimension(const inno_uncertainty *uncertainty, int64_t dimension,
                                                          int64_t *assumption, int32_t *kind, const char **code);

/**
 * @brief Number of parameters of a replicate: what its draw decided.
 *
 * One a choice (the number of the alternative, from 0; of a removal also count = none) and one a weight or value that is
 * drawn, in the order of the assumptions.
 * @param uncertainty NULL gives 0
 * @return 1 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_uncertainty_parameter_count(const inno_uncertainty *uncertainty);

/**
 * @brief What a parameter is.
 * @param uncertainty the object
 * @param parameter 0 to parameter count - 1
 * @param[out] assumption its number; NULL is allowed
 * @param[out] kind INNO_ASSUME_; NULL is allowed
 * @param[out] code the node whose weight or value it is, NULL for a choice; lives as long as the object; NULL is allowed
 * @param[out] unit of a measured value, else -1; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_parameter(const inno_uncertainty *uncertainty, int64_t parameter,
                                                          int64_t *assumption, int32_t *kind, const char **code,
                                                          int64_t *unit);

/**
 * @brief Nominal scores and ranks: of the method without any assumption.
 * @param uncertainty the object
 * @param[out] scores unit count doubles, NaN = none; NULL = not wanted
 * @param[out] ranks unit count doubles; NULL = not wanted
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_nominal(const inno_uncertainty *uncertainty, double *scores,
                                                        double *ranks, inno_error *error);

/**
 * @brief One replicate again: what was drawn, and what came out.
 * @param uncertainty the object
 * @param replicate 0 to 2^62 - 1; of Sobol' points 0 to 2^52 - 1
 * @param[out] parameters parameter count doubles; NULL = not wanted
 * @param[out] scores unit count doubles; NULL = not wanted
 * @param[out] ranks unit count doubles; NULL = not wanted
 * @param[out] error names the node and unit where it failed; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM, and what inno_result_create() returns when the replicate
 * fails: then scores and ranks are NaN and parameters are there
 * @note Threads: const-shared. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_replay(const inno_uncertainty *uncertainty, int64_t replicate,
                                                       double *parameters, double *scores, double *ranks,
                                                       inno_error *error);

/**
 * @brief Scores and ranks at a point: the dimensions are given, not drawn. For designs of a sensitivity analysis.
 * @param uncertainty the object
 * @param point dimension count numbers, 0..1; below 2^-53 and above 1 - 2^-53 they count as these, which are the least and
 * the most that a replicate draws
 * @param[out] parameters as in inno_uncertainty_replay()
 * @param[out] scores as in inno_uncertainty_replay()
 * @param[out] ranks as in inno_uncertainty_replay()
 * @param[out] error NULL is allowed
 * @return as inno_uncertainty_replay(); #INNO_E_VALUE (a number outside 0..1)
 * @note Threads: const-shared. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_at_point(const inno_uncertainty *uncertainty, const double *point,
                                                         double *parameters, double *scores, double *ranks,
                                                         inno_error *error);

/**
 * @brief Scores and ranks under given parameters: to replay what another program drew.
 * @param uncertainty the object
 * @param parameters parameter count numbers: alternatives by number, weights of 0 or more, finite values
 * @param[out] scores as in inno_uncertainty_replay()
 * @param[out] ranks as in inno_uncertainty_replay()
 * @param[out] error NULL is allowed
 * @return as inno_uncertainty_replay(); #INNO_E_VALUE (a parameter that is none)
 * @note Threads: const-shared. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_uncertainty_at_parameters(const inno_uncertainty *uncertainty,
                                                              const double *parameters, double *scores, double *ranks,
                                                              inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
