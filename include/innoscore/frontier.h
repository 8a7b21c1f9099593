/** @file
 * Frontiers: every unit scored with the weights that suit it best, and what goes beyond a pipeline: directions, bads,
 * common weights, order-m, geometric scores and their change over time.
 *
 * Options say what is computed, by numeric keys as in scheme.h. A frontier takes a copy of a matrix of units x
 * indicators, is advanced by pieces of work, and is then read. What one unit cannot have (bounds that contradict each
 * other, a value of 0 under a share's floor) is that unit's status, not a failure of all; its numbers are NaN, never 0.
 *
 * Values are 0 or more, finite, and more is better unless INNO_KEY_FRONTIER_LESS_IS_BETTER says otherwise. NaN is
 * missing: the evaluated unit's missing indicators take no part in its own problem; a missing value of another unit
 * counts as the least that is possible, so that what is not known lowers nobody's score.
 *
 * Formulas and sources: docs/handbook/frontier.md. Indicators and units have positions from 0.
 * @since 0.1
 */
#ifndef INNOSCORE_FRONTIER_H
#define INNOSCORE_FRONTIER_H

#include <stddef.h>

#include "innoscore/error.h"
#include "innoscore/keys.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief What a frontier is to compute. Belongs to one thread while it is changed. @since 0.1 */
typedef struct inno_frontier_options inno_frontier_options;
/** @brief A computation and, when done, its results. Belongs to one thread until done. @since 0.1 */
typedef struct inno_frontier inno_frontier;

/** @brief Most indicators of a frontier; more are refused with INNO_E_SIZE. @since 0.1 */
#define INNO_LIMIT_FRONTIER_INDICATORS 256

/** @name Keys
 * @{ */
#define INNO_KEY_FRONTIER_RULE 900             /**< CHOICE "rule": default benefit_of_doubt. @since 0.1 */
#define INNO_KEY_FRONTIER_SHARE_LOWER 910      /**< F64 "share_lower", per indicator; default 0. @since 0.1 */
#define INNO_KEY_FRONTIER_SHARE_UPPER 911      /**< F64 "share_upper", per indicator; default 1. @since 0.1 */
#define INNO_KEY_FRONTIER_SHARE_OF 912         /**< CHOICE "share_of": default contribution. @since 0.1 */
#define INNO_KEY_FRONTIER_ZERO 913             /**< CHOICE "zero": INNO_ZERO_; default error. @since 0.1 */
#define INNO_KEY_FRONTIER_MULTIPLIER_LOWER 920 /**< F64 "multiplier_lower", per indicator; default 0. @since 0.1 */
#define INNO_KEY_FRONTIER_MULTIPLIER_UPPER 921 /**< F64 "multiplier_upper", per indicator; default unset. @since 0.1 */
#define INNO_KEY_FRONTIER_DIRECTION 930        /**< F64 "direction", per indicator: times y; default 1. @since 0.1 */
#define INNO_KEY_FRONTIER_LESS_IS_BETTER 931   /**< I64 "less_is_better", per indicator; default 0. @since 0.1 */
#define INNO_KEY_FRONTIER_DRAWS 940            /**< I64 "draws", 1 to 1000000: the m of order-m; needed. @since 0.1 */
#define INNO_KEY_FRONTIER_COMPROMISE 950       /**< F64 "compromise": 1 mean distance, 0 largest; 1. @since 0.1 */
#define INNO_KEY_FRONTIER_BENCHMARK 960        /**< I64 "benchmark": the unit that scores 1; needed. @since 0.1 */
#define INNO_KEY_FRONTIER_ITERATIONS 970       /**< I64 "iterations", most for one program; 100000. @since 0.1 */
/** @} */

/** @name Rules
 * @{ */
#define INNO_FRONTIER_BENEFIT_OF_DOUBT 10    /**< "benefit_of_doubt": the best weighted sum. @since 0.1 */
#define INNO_FRONTIER_DIRECTIONAL 20         /**< "directional": 1/(1 + distance) along direction times y. @since 0.1 */
#define INNO_FRONTIER_MULTIDIRECTIONAL 21    /**< "multidirectional": each indicator's own potential. @since 0.1 */
#define INNO_FRONTIER_UNDESIRABLE 30         /**< "undesirable": goods up and bads down at once. @since 0.1 */
#define INNO_FRONTIER_COMMON_WEIGHTS 40      /**< "common_weights": one set of multipliers for all units. @since 0.1 */
#define INNO_FRONTIER_ORDER_M 50             /**< "order_m": against the best of m units drawn, expected. @since 0.1 */
#define INNO_FRONTIER_DIRECTIONAL_ORDER_M 51 /**< "directional_order_m". @since 0.1 */
#define INNO_FRONTIER_GEOMETRIC 60           /**< "geometric": product of (y/benchmark)^share. @since 0.1 */
/** @} */

/** @name Values of a unit
 * @{ */
#define INNO_FRONTIER_SCORE 10      /**< 1 = on the frontier; order-m and geometric scores can exceed it. @since 0.1 */
#define INNO_FRONTIER_DISTANCE 11   /**< of the directional rules, 0 = on the frontier; else NaN. @since 0.1 */
#define INNO_FRONTIER_AVAILABLE 12  /**< indicators that the unit has. @since 0.1 */
#define INNO_FRONTIER_PRIMAL 20     /**< certificate: largest relative violation of a constraint. @since 0.1 */
#define INNO_FRONTIER_DUAL 21       /**< certificate: largest relative violation by the prices. @since 0.1 */
#define INNO_FRONTIER_GAP 22        /**< certificate: relative gap of primal and dual objective. @since 0.1 */
#define INNO_FRONTIER_ITERATIONS 23 /**< of the unit's programs together. @since 0.1 */
/** @} */

/** @name Values of a unit and an indicator
 * @{ */
#define INNO_FRONTIER_MULTIPLIER 30      /**< u; not unique: another optimum may have others. @since 0.1 */
#define INNO_FRONTIER_SHARE 31           /**< as INNO_KEY_FRONTIER_SHARE_OF says; they sum to 1. @since 0.1 */
#define INNO_FRONTIER_TARGET 32          /**< the value on the frontier, in the indicator's own unit. @since 0.1 */
#define INNO_FRONTIER_INDICATOR_SCORE 33 /**< value / target, of a bad target / value. @since 0.1 */
/** @} */

/** @name Factors of a change between two periods
 * @{ */
#define INNO_CHANGE_OVERALL 1   /**< score after / score before: the product of the other three. @since 0.1 */
#define INNO_CHANGE_OWN 2       /**< of the unit's own values. @since 0.1 */
#define INNO_CHANGE_BENCHMARK 3 /**< of the benchmark's values, below 1 when it moved ahead. @since 0.1 */
#define INNO_CHANGE_WEIGHT 4    /**< of the shares. @since 0.1 */
/** @} */

/**
 * @brief Makes options with every key at its default.
 * @param allocator NULL = malloc; copied
 * @param[out] out the new object, NULL on failure; destroy with inno_frontier_options_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_create(const inno_allocator *allocator,
                                                            inno_frontier_options **out, inno_error *error);

/**
 * @brief Destroys options. Frontiers made with them stay valid.
 * @param options NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_frontier_options_destroy(inno_frontier_options *options);

/**
 * @brief Sets an F64 key.
 * @param options the object
 * @param indicator position from 0 for this indicator only, which wins; -1 = for all
 * @param key an F64 key; per indicator only those that say so
 * @param value inside the bounds of the key, finite
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY, #INNO_E_TYPE, #INNO_E_VALUE, #INNO_E_ARGUMENT (an indicator for a key
 * that is for all, or beyond the limit), #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_set_f64(inno_frontier_options *options, int64_t indicator,
                                                             int32_t key, double value, inno_error *error);

/**
 * @brief Sets an I64 key or a CHOICE.
 * @param options the object
 * @param indicator as in inno_frontier_options_set_f64()
 * @param key an I64 or CHOICE key
 * @param value inside the bounds of the key, or one of its choices
 * @param[out] error NULL is allowed
 * @return as inno_frontier_options_set_f64(), and #INNO_E_RULE (no such choice)
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_set_i64(inno_frontier_options *options, int64_t indicator,
                                                             int32_t key, int64_t value, inno_error *error);

/**
 * @brief The value a key has for an indicator: its own, else that for all, else the default.
 * @param options the object
 * @param indicator position from 0, or -1
 * @param key any key; integers and choices come as doubles that hold them exactly
 * @param[out] value NaN when unset and without default, and on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_get(const inno_frontier_options *options, int64_t indicator,
                                                         int32_t key, double *value, inno_error *error);

/**
 * @brief Restricts a ratio of multipliers: lower <= u_first / u_second <= upper (assurance region of type I). It
 * depends on the units of measure of both indicators.
 * @param options the object
 * @param first position from 0
 * @param second position from 0, not first
 * @param lower 0 or more; 0 = no bound
 * @param upper at least lower; infinite = no bound; one of the two must be a bound
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_VALUE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. Source: Thompson, Singleton, Thrall, Smith (1986). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_add_ratio(inno_frontier_options *options, int64_t first,
                                                               int64_t second, double lower, double upper,
                                                               inno_error *error);

/**
 * @brief Orders shares: that of first is at least that of second.
 * @param options the object
 * @param first position from 0
 * @param second position from 0, not first
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_options_add_order(inno_frontier_options *options, int64_t first,
                                                               int64_t second, inno_error *error);

/**
 * @brief Number of keys.
 * @return 1 or more
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_frontier_key_count(void);

/**
 * @brief A key by position.
 * @param index 0 to inno_frontier_key_count() - 1
 * @param[out] key number; NULL is allowed
 * @param[out] name static text; NULL is allowed
 * @param[out] type INNO_TYPE_F64, INNO_TYPE_I64 or INNO_TYPE_CHOICE of scheme.h; NULL is allowed
 * @param[out] per_indicator 1 = can be set for one indicator; NULL is allowed
 * @return #INNO_OK, #INNO_E_ARGUMENT
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_key_info(int32_t index, int32_t *key, const char **name, int32_t *type,
                                                      int32_t *per_indicator);

/**
 * @brief Number of a key from its name.
 * @param name as inno_frontier_key_info() gives it; NULL gives 0
 * @return the key, or 0 when there is none
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_frontier_key_from_name(const char *name);

/**
 * @brief Bounds and default of a key.
 * @param key a key
 * @param[out] lower smallest value; NULL is allowed
 * @param[out] upper largest value; NULL is allowed
 * @param[out] fallback the default; NaN when unset; NULL is allowed
 * @return #INNO_OK, #INNO_E_KEY
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_key_bounds(int32_t key, double *lower, double *upper, double *fallback);

/**
 * @brief A choice of a CHOICE key by position.
 * @param key a CHOICE key
 * @param index from 0
 * @param[out] choice number; NULL is allowed
 * @param[out] name static text; NULL is allowed
 * @return #INNO_OK, #INNO_E_KEY, #INNO_E_ARGUMENT (index is beyond the last)
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_choice_info(int32_t key, int32_t index, int32_t *choice,
                                                         const char **name);

/**
 * @brief Whether a rule reads a key. A key that was set and is not read is refused by inno_frontier_create().
 * @param rule INNO_FRONTIER_ rule
 * @param key a key
 * @return 1 or 0
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_frontier_rule_uses(int32_t rule, int32_t key);

/**
 * @brief Prepares a computation: copies the values and checks what holds for all units.
 * @param allocator NULL = malloc; copied
 * @param options copied
 * @param values the first value; units x indicators, 0 or more, finite; NaN = missing
 * @param units 1 to #INNO_LIMIT_UNITS
 * @param indicators 1 to #INNO_LIMIT_FRONTIER_INDICATORS
 * @param row_stride bytes from a unit to the next, a multiple of 8, may be negative
 * @param column_stride bytes from an indicator to the next, likewise
 * @param unit_codes units texts for messages, copied; NULL = positions from 1
 * @param indicator_codes indicators texts for messages, copied; NULL = positions from 1
 * @param[out] out the new object, NULL on failure; destroy with inno_frontier_destroy()
 * @param[out] error names unit, indicator, bound and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also a position beyond the indicators or units), #INNO_E_SIZE,
 * #INNO_E_ALIGN, #INNO_E_INFINITE, #INNO_E_NONPOSITIVE (a value below 0), #INNO_E_VALUE (bounds in the wrong order,
 * shares that cannot sum to 1, a key or restriction that the rule does not read, no bad for the undesirable rule),
 * #INNO_E_MISSING_PARAMETER (draws, benchmark), #INNO_E_NODATA (common weights or a benchmark with a missing value),
 * #INNO_E_DUPLICATE (codes), #INNO_E_TEXT, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes; advancing never does. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_create(const inno_allocator *allocator,
                                                    const inno_frontier_options *options, const double *values,
                                                    int64_t units, int64_t indicators, ptrdiff_t row_stride,
                                                    ptrdiff_t column_stride, const char *const *unit_codes,
                                                    const char *const *indicator_codes, inno_frontier **out,
                                                    inno_error *error);

/**
 * @brief Destroys a frontier, done or not.
 * @param frontier NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_frontier_destroy(inno_frontier *frontier);

/**
 * @brief Works until the limit or the end. The pieces change no bit of the results.
 * @param frontier the object
 * @param work_limit 1 or more: simplex iterations (order-m: units); the unit that reaches it is finished
 * @param[out] done 1 when everything is computed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT; for common weights also #INNO_E_DOMAIN (bounds that contradict
 * each other), #INNO_E_UNFINISHED (iterations) and #INNO_E_OVERFLOW (no proof), which then stay
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_advance(inno_frontier *frontier, int64_t work_limit, int32_t *done,
                                                     inno_error *error);

/**
 * @brief A value of every unit.
 * @param frontier done
 * @param field INNO_FRONTIER_SCORE to INNO_FRONTIER_ITERATIONS
 * @param[out] out as many doubles as units; NaN where there is none
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_unit_values(const inno_frontier *frontier, int32_t field, double *out,
                                                         ptrdiff_t stride, inno_error *error);

/**
 * @brief A value of every unit and indicator.
 * @param frontier done
 * @param field INNO_FRONTIER_MULTIPLIER to INNO_FRONTIER_INDICATOR_SCORE
 * @param[out] out units x indicators doubles; NaN where there is none: missing, refused, or not of this rule
 * @param row_stride bytes from a unit to the next, a multiple of 8, not 0
 * @param column_stride bytes from an indicator to the next, likewise
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_indicator_values(const inno_frontier *frontier, int32_t field,
                                                              double *out, ptrdiff_t row_stride,
                                                              ptrdiff_t column_stride, inno_error *error);

/**
 * @brief What became of a unit. For the sentence its program is solved once more.
 * @param frontier done
 * @param unit position from 0
 * @param[out] error receives the sentence; NULL is allowed
 * @return #INNO_OK, #INNO_E_NODATA (no value at all), #INNO_E_NONPOSITIVE (a value of 0 under a floor, or nothing but
 * zeros where a ratio needs more), #INNO_E_DOMAIN (bounds that contradict each other, a direction of 0),
 * #INNO_E_UNFINISHED (iterations), #INNO_E_OVERFLOW (values too far apart for a proof); #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_unit_status(inno_frontier *frontier, int64_t unit, inno_error *error);

/**
 * @brief Number of peers of a unit: those whose rows hold its score down.
 * @param frontier done
 * @param unit position from 0
 * @return 0 to indicators + 1; 0 when an argument is wrong, it is not done, or the rule has no peers (common weights,
 * order-m)
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_frontier_peer_count(const inno_frontier *frontier, int64_t unit);

/**
 * @brief A peer of a unit: its mixture of peers with these weights is at least its target, when no bounds interfere.
 * @param frontier done
 * @param unit position from 0
 * @param index 0 to inno_frontier_peer_count() - 1
 * @param[out] peer position of the peer; -1 on failure
 * @param[out] weight its weight, above 0; NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_peer(const inno_frontier *frontier, int64_t unit, int64_t index,
                                                  int64_t *peer, double *weight, inno_error *error);

/**
 * @brief Factors of the change of geometric scores from one period to another.
 * @param before done, of the geometric rule
 * @param after done, of the geometric rule, with as many units and indicators in the same order
 * @param factor INNO_CHANGE_
 * @param[out] out as many doubles as units; NaN where a unit has no score or other indicators in the two periods
 * @param stride bytes from one to the next, a multiple of 8, not 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also frontiers that do not match), #INNO_E_ALIGN, #INNO_E_SIZE,
 * #INNO_E_UNFINISHED
 * @note Threads: const-shared. Allocates: never. Source: Van Puyenbroeck and Rogge (2017). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frontier_change(const inno_frontier *before, const inno_frontier *after,
                                                    int32_t factor, double *out, ptrdiff_t stride, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
