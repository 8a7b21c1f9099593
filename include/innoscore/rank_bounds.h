/** @file
 * What holds for every set of weights: which unit is above which, the best and the worst rank that a unit can have, and
 * the smallest change of weights that lets another unit draw level. Proved, not sampled.
 *
 * A weight set says which weights are meant: those of the children of one node, or of the columns of a matrix. They
 * sum to 1, lie between bounds, and may be ordered or held in ratios. Scores are sum(w x), more is better, x complete.
 * Rank = 1 + number of units that are strictly above, so that ties share the better rank.
 *
 * An object takes a copy of all it needs, is advanced by pieces of work and can be read at any time: a bound that is
 * not proved yet is an interval that holds. Exact are: every comparison at given weights, and every pair of units where
 * only bounds restrict the weights (exact arithmetic on the doubles as given). Where orders and ratios do, a pair is
 * decided by a linear program whose dual is checked with outward rounding; what is within rounding of a tie is
 * "undecided", never a guess. Weights of several levels at once are products of weights; they are not offered.
 *
 * Formulas and sources: docs/handbook/rank_bounds.md. Weights and units have positions from 0.
 * @since 0.1
 */
#ifndef INNOSCORE_RANK_BOUNDS_H
#define INNOSCORE_RANK_BOUNDS_H

#include <stddef.h>

#include "innoscore/error.h"
#include "innoscore/method.h"
#include "innoscore/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A set of weight vectors. Belongs to one thread while it is changed. @since 0.1 */
typedef struct inno_weight_set inno_weight_set;
/** @brief Bounds of ranks over a weight set. Belongs to one thread. @since 0.1 */
typedef struct inno_rank_bounds inno_rank_bounds;

/** @brief Most weights of a set; more are refused with INNO_E_SIZE. @since 0.1 */
#define INNO_LIMIT_RANK_BOUNDS_WEIGHTS 256
/** @brief Most units whose ranks are bounded; more are refused with INNO_E_SIZE. @since 0.1 */
#define INNO_LIMIT_RANK_BOUNDS_UNITS 10000

/** @name Values of a unit; NaN for a unit without any values
 * @{ */
#define INNO_RANK_BEST_LOWER 10   /**< no weights give a better rank than this. @since 0.1 */
#define INNO_RANK_BEST_UPPER 11   /**< some weights give this rank: inno_rank_bounds_weights(). @since 0.1 */
#define INNO_RANK_BEST_PROVEN 12  /**< 1 = the two are equal. @since 0.1 */
#define INNO_RANK_WORST_LOWER 20  /**< some weights give this rank. @since 0.1 */
#define INNO_RANK_WORST_UPPER 21  /**< no weights give a worse rank than this. @since 0.1 */
#define INNO_RANK_WORST_PROVEN 22 /**< 1 = the two are equal. @since 0.1 */
#define INNO_RANK_ALWAYS_ABOVE 30 /**< units that are strictly above for all weights. @since 0.1 */
#define INNO_RANK_EVER_ABOVE 31   /**< units that may be strictly above for some weights. @since 0.1 */
/** @} */

/** @name Relations of two units
 * @{ */
#define INNO_DOMINANCE_NECESSARY 1        /**< at least as good for all weights. @since 0.1 */
#define INNO_DOMINANCE_NECESSARY_STRICT 2 /**< strictly better for all weights. @since 0.1 */
#define INNO_DOMINANCE_POSSIBLE 3         /**< at least as good for some weights. @since 0.1 */
#define INNO_DOMINANCE_POSSIBLE_STRICT 4  /**< strictly better for some weights. @since 0.1 */
/** @} */

/** @name Sizes of a change of weights
 * @{ */
#define INNO_MEASURE_SUM 1     /**< sum of |change| (L1); half of it is the weight that is moved. @since 0.1 */
#define INNO_MEASURE_LARGEST 2 /**< largest |change| (L-infinity). @since 0.1 */
/** @} */

/** @name Places
 * @{ */
#define INNO_PLACE_LOST 1   /**< a unit that is not above draws level: a little more, and it is above. @since 0.1 */
#define INNO_PLACE_GAINED 2 /**< a unit that is above no longer is. @since 0.1 */
/** @} */

/**
 * @brief Makes a set: all weights of 0 or more that sum to 1.
 * @param allocator NULL = malloc; copied
 * @param count 1 to #INNO_LIMIT_RANK_BOUNDS_WEIGHTS
 * @param[out] out the new object, NULL on failure; destroy with inno_weight_set_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_create(const inno_allocator *allocator, int64_t count,
                                                      inno_weight_set **out, inno_error *error);

/**
 * @brief Destroys a set. Objects made with it stay valid.
 * @param set NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_weight_set_destroy(inno_weight_set *set);

/**
 * @brief Bounds of a weight.
 * @param set the object
 * @param index position from 0; -1 = every weight
 * @param lower 0 to upper
 * @param upper lower to 1
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (index), #INNO_E_VALUE (bounds, NaN)
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_bounds(inno_weight_set *set, int64_t index, double lower, double upper,
                                                      inno_error *error);

/**
 * @brief Bounds of every weight: share - relative x share to share + relative x share, at most 1; share = weight / sum
 * of weights.
 * @param set the object
 * @param weights as many doubles as the set has weights, 0 or more, finite, not all 0
 * @param stride bytes from one to the next, a multiple of 8, may be negative or 0
 * @param relative 0 to 1; 0.2 = plus and minus 20 percent; 0 = these weights alone
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_VALUE (a weight, relative), #INNO_E_WEIGHTS (all
 * 0)
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_around(inno_weight_set *set, const double *weights, ptrdiff_t stride,
                                                      double relative, inno_error *error);

/**
 * @brief Orders weights: first is at least second.
 * @param set the object
 * @param first position from 0
 * @param second position from 0, not first
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_add_order(inno_weight_set *set, int64_t first, int64_t second,
                                                         inno_error *error);

/**
 * @brief Restricts a ratio of weights: lower x second <= first <= upper x second.
 * @param set the object
 * @param first position from 0
 * @param second position from 0, not first
 * @param lower 0 or more, at most 1e100; 0 = no bound
 * @param upper at least lower, at most 1e100 or infinite; infinite = no bound; one of the two must be a bound
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_VALUE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_add_ratio(inno_weight_set *set, int64_t first, int64_t second,
                                                         double lower, double upper, inno_error *error);

/**
 * @brief Number of weights.
 * @param set NULL gives 0
 * @return 0 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_weight_set_count(const inno_weight_set *set);

/**
 * @brief How far weights are outside the set: the largest violation of a bound, an order, a ratio or of the sum of 1.
 * @param set the object
 * @param weights as many doubles as the set has weights, finite
 * @param stride bytes from one to the next, a multiple of 8, may be negative or 0
 * @param[out] violation 0 = inside; orders and ratios relative to 1 + the factor; NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_VALUE (a weight that is not finite)
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_weight_set_violation(const inno_weight_set *set, const double *weights,
                                                         ptrdiff_t stride, double *violation, inno_error *error);

/**
 * @brief Prepares bounds of ranks for a matrix: copies the values and finds weights of the set, or that there are none.
 *
 * Bounds whose lower (upper) ends miss the sum of 1 by no more than rounding are the single weight vector of these
 * ends, divided by their sum. A unit without any value takes no part and has no rank.
 * @param allocator NULL = malloc; copied
 * @param set copied
 * @param values the first value; units x weights of the set, finite, at most 1e150 in size; more is better
 * @param units 1 to #INNO_LIMIT_RANK_BOUNDS_UNITS
 * @param row_stride bytes from a unit to the next, a multiple of 8, may be negative
 * @param column_stride bytes from a column to the next, likewise
 * @param unit_codes units texts for messages, copied; NULL = positions from 0
 * @param[out] out the new object, NULL on failure; destroy with inno_rank_bounds_destroy()
 * @param[out] error names unit, column or contradictory bounds, and the cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_ALIGN, #INNO_E_INFINITE, #INNO_E_NODATA (a
 * unit with some values but not all, or no unit with values), #INNO_E_OVERFLOW (a value beyond 1e150), #INNO_E_DOMAIN
 * (no weights: bounds that contradict each other), #INNO_E_DUPLICATE (codes), #INNO_E_TEXT, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes; nothing else does. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_create(const inno_allocator *allocator, const inno_weight_set *set,
                                                       const double *values, int64_t units, ptrdiff_t row_stride,
                                                       ptrdiff_t column_stride, const char *const *unit_codes,
                                                       inno_rank_bounds **out, inno_error *error);

/**
 * @brief Prepares bounds of the ranks of an aggregate while the weights of the children of another one, or of its own,
 * vary. All other weights stay as they are.
 *
 * Every aggregate from node up to top must be an arithmetic mean. What lies beside the path enters as a constant of
 * each unit, rounded once; with node = top the values are taken as they are. A unit that has no score at top takes no
 * part.
 * @param allocator NULL = malloc; copied
 * @param set copied; its weights are those of node's children in the order of their numbers
 * @param method the one that made the result
 * @param result any
 * @param node number of an aggregate: its children's weights vary
 * @param top number of the aggregate whose ranks are wanted: node or an ancestor of it
 * @param period position from 0; -1 = the latest
 * @param[out] out the new object, NULL on failure; destroy with inno_rank_bounds_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return as inno_rank_bounds_create(); #INNO_E_ARGUMENT (also a set of another size, a result of another method),
 * #INNO_E_RULE (an aggregate on the path that is not an arithmetic mean), #INNO_E_NODATA (also a missing value beside
 * the path, which would change the weights)
 * @note Threads: const-shared inputs. Allocates: yes; nothing else does. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_create_result(const inno_allocator *allocator,
                                                              const inno_weight_set *set, const inno_method *method,
                                                              const inno_result *result, int64_t node, int64_t top,
                                                              int64_t period, inno_rank_bounds **out,
                                                              inno_error *error);

/**
 * @brief Destroys an object, done or not.
 * @param bounds NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_rank_bounds_destroy(inno_rank_bounds *bounds);

/**
 * @brief Works until the limit or the end: first every pair of units, then ranks, hard ones in ever longer rounds. The
 * pieces change no bit of the results.
 * @param bounds the object
 * @param work_limit 1 or more: comparisons of two units, and simplex iterations; the program that reaches it is
 * finished
 * @param[out] done 1 when every bound is proved, or is undecided within rounding
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_advance(inno_rank_bounds *bounds, int64_t work_limit, int32_t *done,
                                                        inno_error *error);

/**
 * @brief A value of every unit, as far as it is known: before the end too. #INNO_RANK_ALWAYS_ABOVE is counted low and
 * #INNO_RANK_EVER_ABOVE high until then.
 * @param bounds the object
 * @param field INNO_RANK_
 * @param[out] out as many doubles as units; NaN where a unit takes no part
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_values(const inno_rank_bounds *bounds, int32_t field, double *out,
                                                       ptrdiff_t stride, inno_error *error);

/**
 * @brief Weights that give a unit the rank #INNO_RANK_BEST_UPPER or #INNO_RANK_WORST_LOWER.
 * @param bounds the object
 * @param unit position from 0
 * @param field #INNO_RANK_BEST_UPPER or #INNO_RANK_WORST_LOWER
 * @param[out] weights as many doubles as the set has weights; NaN on failure or where a unit takes no part
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] violation how far these doubles are outside the set (see inno_weight_set_violation()): rounding; NULL is
 * allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_UNFINISHED (pairs)
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_weights(const inno_rank_bounds *bounds, int64_t unit, int32_t field,
                                                        double *weights, ptrdiff_t stride, double *violation,
                                                        inno_error *error);

/**
 * @brief A relation of every unit (row) to every unit (column).
 * @param bounds advanced until the pairs are done
 * @param relation INNO_DOMINANCE_
 * @param[out] out units x units doubles: 1 = it holds, 0 = it does not, NaN = undecided within rounding, or a unit that
 * takes no part
 * @param row_stride bytes from a unit to the next, a multiple of 8, not 0
 * @param column_stride bytes from a unit to the next, likewise
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. Source: Salo, Hamalainen (1992); Greco, Mousseau, Slowinski (2008).
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_dominance(const inno_rank_bounds *bounds, int32_t relation, double *out,
                                                          ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                          inno_error *error);

/**
 * @brief The largest that score(first) - score(second) can be. The least is minus that of second and first.
 * @param bounds the object; nothing has to be done
 * @param first position of a unit from 0
 * @param second position of a unit from 0
 * @param[out] lower the largest difference is at least this, by weights of the set; NaN on failure
 * @param[out] upper and at most this, proved; the two differ by rounding. NaN on failure
 * @param[out] weights weights that give it; NULL = not wanted
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_NODATA (takes no part),
 * #INNO_E_OVERFLOW (values too far apart for a proof)
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_difference(inno_rank_bounds *bounds, int64_t first, int64_t second,
                                                           double *lower, double *upper, double *weights,
                                                           ptrdiff_t stride, inno_error *error);

/**
 * @brief The smallest change from given weights to weights of the set where of two units the one that was lower is
 * level with the other; a little more, and it is above.
 * @param bounds the object; nothing has to be done
 * @param from as many doubles as the set has weights, 0 or more, finite, not all 0; divided by their sum. They need not
 * lie in the set
 * @param from_stride bytes from one to the next, a multiple of 8, may be negative or 0
 * @param first position of a unit from 0
 * @param second position of a unit from 0
 * @param measure #INNO_MEASURE_SUM or #INNO_MEASURE_LARGEST
 * @param[out] change its size, to 1e-9 relative or 1e-10, what is more; infinite = no weights of the set do it; NaN on
 * failure
 * @param[out] weights the weights that do it, NaN when there are none; NULL = not wanted
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_VALUE (a weight),
 * #INNO_E_WEIGHTS (all 0), #INNO_E_NODATA (takes no part), #INNO_E_OVERFLOW (values too far apart for a proof)
 * @note Threads: exclusive. Allocates: never. Source: Triantaphyllou, Sanchez (1997); Wolters, Mareschal (1995).
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_swap(inno_rank_bounds *bounds, const double *from,
                                                     ptrdiff_t from_stride, int64_t first, int64_t second,
                                                     int32_t measure, double *change, double *weights, ptrdiff_t stride,
                                                     inno_error *error);

/**
 * @brief The smallest change from given weights at which a unit's place is no longer safe: the nearest swap with any
 * unit on one side. Up to the lesser of the two changes its rank is the same for all weights of the set.
 * @param bounds the object; nothing has to be done
 * @param from as in inno_rank_bounds_swap()
 * @param from_stride bytes from one to the next, a multiple of 8, may be negative or 0
 * @param unit position from 0
 * @param place #INNO_PLACE_LOST or #INNO_PLACE_GAINED
 * @param measure #INNO_MEASURE_SUM or #INNO_MEASURE_LARGEST
 * @param[out] change as in inno_rank_bounds_swap()
 * @param[out] other position of the unit it meets, the first of several; -1 = none. NULL = not wanted
 * @param[out] weights as in inno_rank_bounds_swap()
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return as inno_rank_bounds_swap()
 * @note Threads: exclusive. Allocates: never. Time: a linear program a unit. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_rank_bounds_place(inno_rank_bounds *bounds, const double *from,
                                                      ptrdiff_t from_stride, int64_t unit, int32_t place,
                                                      int32_t measure, double *change, int64_t *other, double *weights,
                                                      ptrdiff_t stride, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
