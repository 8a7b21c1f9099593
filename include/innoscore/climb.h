/** @file
 * How to climb: the smallest change of a single indicator that brings a unit to a goal, for every indicator, and the
 * cheapest combination of changes.
 *
 * Every answer is a value that was put into the dataset and computed with (as a what-if, what_if.h: all steps are done
 * again unless they are held), never one that a formula promises. Because treatment and frames move with the value, a
 * score neither rises evenly nor always, so the way from the present value to the farthest one allowed (the cap) is cut
 * at every value of another row, and between them wherever a look from #INNO_KEY_EXPLAIN_LOOKS places on finds that
 * rules decide otherwise (stage, points and bounds of the treatment, ends of frames, screening, donors, orders that
 * rules compare); these places are found to the double. In a piece where nothing of that changes, the first value that
 * reaches the goal is found by halving, to the double, and where three values show a hump, its top is looked for.
 * The double before the answer, towards the present, does not reach the goal. Method and limits: handbook, climb.
 *
 * Rows and nodes have the numbers of the dataset and the indicator set; values are raw values in their own units, of an
 * indicator with a denominator the numerator.
 * @since 0.1
 */
#ifndef INNOSCORE_CLIMB_H
#define INNOSCORE_CLIMB_H

#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name What the treatment of an indicator does with a new value
 * @{ */
#define INNO_TREATMENT_SAME 0 /**< as with the present value. @since 0.1 */
#define INNO_TREATMENT_STARTS 1 /**< it sets in: the column was left as it was. @since 0.1 */
#define INNO_TREATMENT_ENDS (-1) /**< it ends: the column is left as it is. @since 0.1 */
#define INNO_TREATMENT_OTHER 2 /**< it goes on in another way: stage, points or their bounds. @since 0.1 */
/** @} */

/** @name Goals
 * @{ */
#define INNO_GOAL_SCORE 1 /**< a score of the node of at least value. @since 0.1 */
#define INNO_GOAL_RANK 2 /**< a rank in the node of at most value, 1 or more. @since 0.1 */
#define INNO_GOAL_UNIT 3 /**< another unit is to be overtaken in the node. @since 0.1 */
/** @} */

/** @name Tables of climbing
 * @{ */
#define INNO_RECORD_CLIMB 340 /**< one an indicator: the smallest change of it alone that reaches the goal.
    @since 0.1 */
#define INNO_RECORD_CLIMB_MIX 341 /**< one an indicator when there are costs: its part in the combination. @since 0.1 */
#define INNO_RECORD_CLIMB_PLAN 342 /**< one: the present, and with costs what the combination costs and reaches.
    @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h and analysis.h
 * @{ */
#define INNO_FIELD_NEW_VALUE 370 /**< F64: raw value to have. Climbing: where the goal cannot be reached the one with
    the best score or rank that was found; NaN where no change is possible. Marginal points: value after the move; NaN =
    there is nothing to move to. @since 0.1 */
#define INNO_FIELD_VALUE_CHANGE 371 /**< F64: new value minus present one; NaN where that is missing, also when the goal
    is reached already. @since 0.1 */
#define INNO_FIELD_REACHED 372 /**< I64: 1 = the goal is reached with it, 0 = it cannot be within the cap. @since 0.1 */
#define INNO_FIELD_FRAME_MOVED 373 /**< I64: 1 = constants of the normalization are others then, so that other units'
    scores move too. @since 0.1 */
#define INNO_FIELD_TREATMENT_CHANGE 374 /**< I64: an INNO_TREATMENT_ number: what the treatment of the indicator does
    then. @since 0.1 */
#define INNO_FIELD_COST 375 /**< F64: cost per unit of the indicator times the size of the change; NaN without costs or
    without a present value. @since 0.1 */
#define INNO_FIELD_CAP 376 /**< F64: the farthest raw value that was allowed. @since 0.1 */
#define INNO_FIELD_TRIES 377 /**< I64: results that were computed for it. @since 0.1 */
#define INNO_FIELD_PROVEN 378 /**< I64: 1 = nothing cheaper exists within the caps, but for rounding; 0 = the cheapest
    that was found. @since 0.1 */
/** @} */

/**
 * @brief What has to change for a unit to reach a goal: #INNO_RECORD_CLIMB, #INNO_RECORD_CLIMB_PLAN, and with costs
 * #INNO_RECORD_CLIMB_MIX.
 *
 * CLIMB, one an indicator in their order: NODE, VALUE (present raw value, NaN = missing), NEW_VALUE, VALUE_CHANGE,
 * SCORE and RANK (of the node, with the new value), REACHED, FRAME_MOVED, TREATMENT_CHANGE, COST, CAP, TRIES, STATUS.
 * Where the present value is missing, NEW_VALUE is the least good value that reaches the goal when it is reported, not
 * less good than the least good one that any row has. When the goal is reached already every VALUE_CHANGE is 0 (NaN
 * where the present value is missing). STATUS is #INNO_OK, or where the goal is not reached why some values of the way
 * cannot be computed: what inno_result_create() says (#INNO_E_NONPOSITIVE for a logarithm, ...), #INNO_E_NODATA where
 * the denominator is missing or 0 or where no row has a value to begin from.
 *
 * Caps lie in the good direction. Without one it is: with fixed_range and goalposts the good bound, else the best value
 * that any row has and #INNO_KEY_EXPLAIN_CAP_RANGES ranges of these values more, but not below 0 where none is below
 * 0; of an indicator with a denominator, of the quotients, times the unit's own.
 *
 * CLIMB_MIX, one an indicator: NODE, VALUE, NEW_VALUE, VALUE_CHANGE, COST, CAP. Indicators that the unit misses stay
 * missing (NEW_VALUE, VALUE_CHANGE and COST are NaN).
 * CLIMB_PLAN, one record: NODE, UNIT, SCORE_BEFORE, RANK_BEFORE; with costs COST (their sum), SCORE, RANK, REACHED,
 * PROVEN, TRIES of the combination, NaN without. Where no combination reaches the goal it is the best that was found.
 *
 * PROVEN is 1 where the goal's score is a straight sum of the changes and no other unit's score moves, whatever they
 * are within the caps: weighted arithmetic means up to the node, linear rules of normalization without logarithm that
 * cut nothing, constants that are given, held, or that the other rows keep where they are; no treatment (or it is held
 * and did nothing), nothing imputed, no screening by zeros. Then the cheapest combination takes the indicators by
 * points per cost, and the last of them as little as reaches. Else it begins with what gives most points per cost, step
 * by step, or with the cheapest single change, and then makes single changes smaller and exchanges pairs, until nothing
 * gets cheaper or #INNO_KEY_EXPLAIN_TRIES results were computed.
 *
 * Reads node, period, overtake, cap_ranges, looks, tries, hold_treatment, hold_normalization, hold_imputation.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param method the method
 * @param dataset the dataset
 * @param unit number of the unit that is to climb
 * @param goal an INNO_GOAL_ number
 * @param value what is to be reached, finite: a score, a rank; NaN with #INNO_GOAL_UNIT
 * @param other with #INNO_GOAL_UNIT number of the unit to overtake; -1 with every other goal
 * @param costs one an indicator in the order of the nodes: per unit of the raw value, finite, 0 or more; NULL = no
 * combination is looked for
 * @param costs_stride_bytes distance from one cost to the next, a multiple of 8; negative and 0 are legal; not read
 * without costs
 * @param caps one an indicator in the order of the nodes, raw values, finite; NaN = the default; NULL = all of them
 * @param caps_stride_bytes as costs_stride_bytes
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (a scheme of another step; unit, goal, value or other out of range
 * or not of the goal; a unit to overtake itself; a cost that is negative or no number; a cap that is infinite or on the
 * wrong side of the present value), #INNO_E_ALIGN, #INNO_E_SIZE (strides), #INNO_E_CODE (node), #INNO_E_VALUE (period),
 * #INNO_E_NODATA (the unit or the one to overtake has no score), #INNO_E_NOMEM, and as inno_what_if_create()
 * @note Threads: const-shared inputs. Allocates: yes. Time: some hundred what-ifs an indicator (TRIES). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_climb(const inno_allocator *allocator, const inno_scheme *options,
                                                          const inno_method *method, const inno_dataset *dataset,
                                                          int64_t unit, int32_t goal, double value, int64_t other,
                                                          const double *costs, ptrdiff_t costs_stride_bytes,
                                                          const double *caps, ptrdiff_t caps_stride_bytes,
                                                          inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
