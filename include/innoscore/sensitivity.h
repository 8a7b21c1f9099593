/** @file
 * Sensitivity of any model: which of its uncertain inputs its output depends on. Design out, outputs in: a design gives
 * the points of the unit cube at which the model is to be run, by number; the caller runs the model, anywhere; the
 * outputs come back in the order of the runs and give indices. Nothing here knows what the model is. Several outputs of
 * one model are several calls with one design.
 *
 * Inputs are coordinates of the unit cube, strictly between 0 and 1; the caller turns them into what the model takes. A
 * group of inputs moves together and has one index (weights that sum to 1 are one group). Groups are numbered from 0.
 *
 * A run that failed has the output NaN. What needs that run is left out and counted, never guessed.
 *
 * Formulas: with f(A) the outputs at one matrix of points, f(B) at another, f(AB_g) at A with the columns of group g
 * from B and f(BA_g) at B with those from A, N base points, m the mean and V the variance, divisor 2 N - 1, of f(A) and
 * f(B) together (m = half the sum of the means):
 *  - first order: see INNO_ESTIMATOR_;
 *  - total: sum (f(A) - f(AB_g))^2 / (2 N V) (Jansen 1999);
 *  - second order: sum [(f(BA_g) - m) (f(AB_h) - m) - (f(A) - m) (f(B) - m)] / (N V) - S_g - S_h (Saltelli 2002).
 * @since 0.1
 */
#ifndef INNOSCORE_SENSITIVITY_H
#define INNOSCORE_SENSITIVITY_H

#include <stddef.h>

#include "innoscore/allocator.h"
#include "innoscore/error.h"
#include "innoscore/keys.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A design: how many runs, and the point of each. Immutable, shareable between threads. @since 0.1 */
typedef struct inno_design inno_design;
/** @brief Indices of one output with their bootstrap. Belongs to one thread until advanced to the end. @since 0.1 */
typedef struct inno_sensitivity inno_sensitivity;

/** @brief Most base points of a design. @since 0.1 */
#define INNO_LIMIT_BASE_POINTS 100000000
/** @brief Most inputs of a design. @since 0.1 */
#define INNO_LIMIT_INPUTS 100000
/** @brief Most inputs of a design with Sobol' points, which takes two dimensions for each. @since 0.1 */
#define INNO_LIMIT_SOBOL_INPUTS 512
/** @brief Most resamples of a bootstrap. @since 0.1 */
#define INNO_LIMIT_RESAMPLES 1000000

/** @name Where the base points come from: #INNO_SEQUENCE_PHILOX, #INNO_SEQUENCE_SOBOL (with Owen's scrambling; best with N
 * a power of 2), or
 * @{ */
#define INNO_SEQUENCE_SOBOL_PLAIN 3 /**< Sobol' points, middles of cells of 2^-52; the seed must be 0. @since 0.1 */
/** @} */

/** @name Flags of a design of matrices, summed
 * @{ */
#define INNO_DESIGN_SECOND_ORDER 1 /**< with the runs BA_g, which indices of second order need. @since 0.1 */
/** Order of runs A, B, AB_0, ..., [BA_0, ...], all base points of one after those of the other, as in COINr. Without
 * this flag base point by base point: A, AB_0, ..., [BA_0, ...], B, as in SALib. @since 0.1 */
#define INNO_DESIGN_BLOCKS 2
/** @} */

/** @name Walks of a screening by elementary effects
 * @{ */
#define INNO_WALK_TRAJECTORY 1 /**< each run moves one more group, in random order (Morris 1991). @since 0.1 */
#define INNO_WALK_RADIAL 2     /**< each run moves one group away from the first run. @since 0.1 */
/** @} */

/** @name Estimators of the first order
 * @{ */
#define INNO_ESTIMATOR_JANSEN 1   /**< "jansen": 1 - sum (f(B) - f(AB_g))^2 / (2 N V) (Jansen 1999). @since 0.1 */
#define INNO_ESTIMATOR_SALTELLI 2 /**< "saltelli": sum f(B) (f(AB_g) - f(A)) / (N V) (Saltelli 2010). @since 0.1 */
#define INNO_ESTIMATOR_CENTERED 3 /**< "centered": the same of f - m, so that a shift is nothing. @since 0.1 */
/** @} */

/** @name Values of each group
 * @{ */
#define INNO_SENSITIVITY_FIRST 1 /**< first order: share of V that the group explains alone. @since 0.1 */
#define INNO_SENSITIVITY_TOTAL 2 /**< total: share of V that it has a part in. @since 0.1 */
/** @} */

/** @name Numbers of a whole analysis
 * @{ */
#define INNO_SENSITIVITY_MEAN 10     /**< m. @since 0.1 */
#define INNO_SENSITIVITY_VARIANCE 11 /**< V. @since 0.1 */
#define INNO_SENSITIVITY_USED 12     /**< base points all of whose runs have an output. @since 0.1 */
#define INNO_SENSITIVITY_LEFT_OUT 13 /**< base points left out because a run failed. @since 0.1 */
#define INNO_SENSITIVITY_CONSTANT 14 /**< resamples so far without variance; they take no part. @since 0.1 */
/** @} */

/** @name Kinds of intervals
 * @{ */
#define INNO_INTERVAL_PERCENTILE 1 /**< quantiles (type 7) of the resampled indices. @since 0.1 */
#define INNO_INTERVAL_NORMAL 2     /**< index -+ normal quantile times their standard deviation. @since 0.1 */
/** @} */

/** @name Values of a screening, of each group
 * @{ */
#define INNO_EFFECT_MEAN 1     /**< mu, mean effect; NaN for a group of several inputs: they move apart. @since 0.1 */
#define INNO_EFFECT_MEAN_ABS 2 /**< mu*, mean size of the effect (Campolongo, Cariboni, Saltelli 2007). @since 0.1 */
#define INNO_EFFECT_SD 3       /**< sigma, divisor r - 1; NaN below 2, and as mu. @since 0.1 */
#define INNO_EFFECT_COUNT 4    /**< r, effects whose two runs have outputs. @since 0.1 */
/** @} */

/**
 * @brief Makes a design of matrices A, B, AB_g, BA_g, for Sobol' indices.
 *
 * Runs: N (G + 2), with second order N (2 G + 2). Column j of A is dimension j, of B dimension input_count + j, of the
 * sequence; base point i is its point i. So the first base points of a larger design are those of a smaller one.
 * @param allocator NULL = malloc; copied
 * @param base_points N, 2 to #INNO_LIMIT_BASE_POINTS
 * @param inputs 1 to #INNO_LIMIT_INPUTS; with Sobol' points to #INNO_LIMIT_SOBOL_INPUTS
 * @param groups the group of each input, inputs numbers of which each from 0 to the largest occurs; NULL = each input
 * is a group
 * @param sequence INNO_SEQUENCE_
 * @param seed any number; 0 for #INNO_SEQUENCE_SOBOL_PLAIN, which has none
 * @param flags 0, or a sum of INNO_DESIGN_
 * @param[out] out the new object, NULL on failure; destroy with inno_design_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. Source: Saltelli et al. (2010); Joe and Kuo (2008); Owen (1995). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_design_create_matrices(const inno_allocator *allocator, int64_t base_points,
                                                           int64_t inputs, const int32_t *groups, int32_t sequence,
                                                           int64_t seed, int32_t flags, inno_design **out,
                                                           inno_error *error);

/**
 * @brief Makes a design of walks, for screening by elementary effects.
 *
 * Runs: N (G + 1), walk by walk. An input has the levels (2 k + 1) / (2 levels), k = 0 to levels - 1, the middles of
 * equal cells; a move is 1/2 up from the lower half and 1/2 down from the upper one. The inputs of a group move at
 * once, each in its own direction.
 * @param allocator NULL = malloc; copied
 * @param walks N, 1 to #INNO_LIMIT_BASE_POINTS; 10 to 50 are usual
 * @param inputs 1 to #INNO_LIMIT_INPUTS
 * @param groups see inno_design_create_matrices()
 * @param walk INNO_WALK_
 * @param levels an even number from 2 to 1000000; 4 is usual
 * @param seed any number
 * @param[out] out the new object, NULL on failure; destroy with inno_design_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. Source: Morris (1991), on the middles of cells instead of their ends, so that no
 * coordinate is 0 or 1. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_design_create_walks(const inno_allocator *allocator, int64_t walks, int64_t inputs,
                                                        const int32_t *groups, int32_t walk, int32_t levels,
                                                        int64_t seed, inno_design **out, inno_error *error);

/**
 * @brief Destroys a design. Analyses made with it stay valid.
 * @param design NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_design_destroy(inno_design *design);

/**
 * @brief Number of runs.
 * @param design NULL gives 0
 * @return the number
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_design_run_count(const inno_design *design);

/**
 * @brief Number of inputs.
 * @param design NULL gives 0
 * @return the number
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_design_input_count(const inno_design *design);

/**
 * @brief Number of groups.
 * @param design NULL gives 0
 * @return the number
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_design_group_count(const inno_design *design);

/**
 * @brief Points of some runs. A run's point depends on its number alone, so ranges may be asked for in any order, by
 * any thread or machine.
 * @param design the object
 * @param first number of the first run, from 0
 * @param count number of runs, 0 to run count - first
 * @param[out] out coordinate j of run first + r at out + r * run_stride + j * input_stride
 * @param run_stride in bytes, a multiple of 8, not 0
 * @param input_stride in bytes, a multiple of 8, not 0; no two places may be the same
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE; out is then not written
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_design_points(const inno_design *design, int64_t first, int64_t count, double *out,
                                                  ptrdiff_t run_stride, ptrdiff_t input_stride, inno_error *error);

/**
 * @brief Elementary effects of each group from the outputs of a design of walks: change of the output over change of
 * the input, which is 1/2; of a group of several inputs its size only.
 * @param design of walks
 * @param outputs one for each run, in their order; NaN = failed; infinite is refused
 * @param output_stride in bytes, a multiple of 8; negative and 0 are legal
 * @param field INNO_EFFECT_
 * @param[out] out a double for each group; NaN where there is none
 * @param out_stride in bytes, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also a design of matrices), #INNO_E_ALIGN, #INNO_E_SIZE,
 * #INNO_E_INFINITE, #INNO_E_OVERFLOW; out is then not written, or NaN for overflow
 * @note Threads: const-shared. Allocates: never. Source: Morris (1991); Campolongo et al. (2007). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_design_effects(const inno_design *design, const double *outputs,
                                                   ptrdiff_t output_stride, int32_t field, double *out,
                                                   ptrdiff_t out_stride, inno_error *error);

/**
 * @brief Number of an estimator from its name.
 * @param name "jansen", "saltelli", "centered"
 * @return INNO_ESTIMATOR_, 0 for any other name and for NULL
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_estimator_from_name(const char *name);

/**
 * @brief Name of an estimator.
 * @param estimator INNO_ESTIMATOR_
 * @return its name, NULL for any other number
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_estimator_name(int32_t estimator);

/**
 * @brief Indices from the outputs of a design of matrices. A copy is taken of both.
 * @param allocator NULL = malloc; copied
 * @param design of matrices
 * @param outputs one for each run, in their order; NaN = failed: the base point is left out and counted; infinite is
 * refused
 * @param output_stride in bytes, a multiple of 8; negative and 0 are legal
 * @param estimator INNO_ESTIMATOR_, of the first order
 * @param resamples of the bootstrap, 0 to #INNO_LIMIT_RESAMPLES: base points are drawn with replacement, all runs of
 * one together, and m and V are computed again
 * @param seed of the bootstrap; resample r depends on seed and r alone
 * @param[out] out the new object, NULL on failure; destroy with inno_sensitivity_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also a design of walks), #INNO_E_ALIGN, #INNO_E_SIZE,
 * #INNO_E_INFINITE, #INNO_E_NODATA (fewer than 2 base points with all their runs), #INNO_E_CONSTANT (all of f(A) and
 * f(B) equal: no shares of nothing), #INNO_E_OVERFLOW (no finite variance), #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes, 8 bytes an output and 8 bytes for each resample and index. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_create(const inno_allocator *allocator, const inno_design *design,
                                                       const double *outputs, ptrdiff_t output_stride,
                                                       int32_t estimator, int64_t resamples, int64_t seed,
                                                       inno_sensitivity **out, inno_error *error);

/**
 * @brief Destroys an analysis.
 * @param sensitivity NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_sensitivity_destroy(inno_sensitivity *sensitivity);

/**
 * @brief Computes some resamples of the bootstrap. Intervals can be read when it is done; the bits do not depend on the
 * pieces.
 * @param sensitivity the object
 * @param work_limit most resamples of this call, at least 1
 * @param[out] done 1 = all are there; 0 on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_advance(inno_sensitivity *sensitivity, int64_t work_limit,
                                                        int32_t *done, inno_error *error);

/**
 * @brief A number of the whole analysis.
 * @param sensitivity NULL gives NaN
 * @param field INNO_SENSITIVITY_MEAN to INNO_SENSITIVITY_CONSTANT
 * @return the number; NaN for another field
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_sensitivity_number(const inno_sensitivity *sensitivity, int32_t field);

/**
 * @brief Index of each group. No bootstrap is needed.
 * @param sensitivity the object
 * @param field #INNO_SENSITIVITY_FIRST or #INNO_SENSITIVITY_TOTAL
 * @param[out] out a double for each group; estimates may leave 0..1
 * @param stride in bytes, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_indices(const inno_sensitivity *sensitivity, int32_t field, double *out,
                                                        ptrdiff_t stride, inno_error *error);

/**
 * @brief Confidence interval of the index of each group.
 * @param sensitivity done, with 2 resamples at least
 * @param field #INNO_SENSITIVITY_FIRST or #INNO_SENSITIVITY_TOTAL
 * @param kind INNO_INTERVAL_
 * @param level above 0 and below 1, for instance 0.95
 * @param[out] lower a double for each group; NaN when fewer than 2 resamples have variance
 * @param lower_stride in bytes, a multiple of 8, not 0
 * @param[out] upper likewise
 * @param upper_stride likewise
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also fewer than 2 resamples asked for), #INNO_E_ALIGN,
 * #INNO_E_SIZE, #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_intervals(const inno_sensitivity *sensitivity, int32_t field,
                                                          int32_t kind, double level, double *lower,
                                                          ptrdiff_t lower_stride, double *upper, ptrdiff_t upper_stride,
                                                          inno_error *error);

/**
 * @brief Index of second order of a pair of groups: the share of V that only the two together explain. Of a design with
 * #INNO_DESIGN_SECOND_ORDER.
 * @param sensitivity the object
 * @param first a group from 0
 * @param second another group
 * @param[out] value the index; NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT (a design without second order)
 * @note Threads: const-shared. Allocates: never. Source: Saltelli (2002), from BA of the group with the smaller number.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_second(const inno_sensitivity *sensitivity, int64_t first,
                                                       int64_t second, double *value, inno_error *error);

/**
 * @brief Confidence interval of an index of second order.
 * @param sensitivity done, with 2 resamples at least
 * @param first a group from 0
 * @param second another group
 * @param kind INNO_INTERVAL_
 * @param level above 0 and below 1
 * @param[out] lower NaN on failure, and when fewer than 2 resamples have variance
 * @param[out] upper likewise
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT, #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_sensitivity_second_interval(const inno_sensitivity *sensitivity, int64_t first,
                                                                int64_t second, int32_t kind, double level,
                                                                double *lower, double *upper, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
