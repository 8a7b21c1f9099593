/** @file
 * Contributions: what each indicator and aggregate adds to a unit's score, and to its distance from another unit, in
 * points that sum.
 *
 * Points are Owen's values (Winter 1989), Shapley's rule at every aggregate: the parts of an aggregate's indicators
 * are the means, over every order in which the children of every aggregate may enter one after another, of what the
 * score gains when an indicator goes from the reference's final value to the unit's. An indicator in which both are
 * equal has 0, two that are alike have the same but for rounding, and the parts sum to the whole. A missing child is
 * rescaled, refused or counted as the method's rules say, in every coalition.
 *
 * How an aggregate's children were split is in #INNO_FIELD_SPLIT. Weighted means and sums, whose parents up to the
 * node are such too, are straight: a child both have gets weight times difference, and where one side lacks children
 * their coalitions alone are counted out (up to 20 such children of one aggregate). For other rules every coalition is
 * computed, exact, while the children that differ, added up along the longest way from the highest such rule down to an
 * indicator, are 20 at most (about a million coalitions). Beyond that the children of that highest rule are split along
 * the straight line between the two sides (Aumann and Shapley 1974) by the midpoint rule with 64 and 32 steps,
 * extrapolated, and what this leaves is spread in proportion to the parts.
 *
 * Sums are exact. All parts of one unit and reference are whole multiples of one quantum, the unit in the last place
 * of the largest of them, aggregates included; what this rounding leaves goes to the indicator with the largest part,
 * the first in the tree of equal ones, and is in #INNO_FIELD_ROUNDING_LEFT. The part of an aggregate is the sum of its
 * children's, without rounding, and that of the node is the difference of the scores (within half a quantum where a
 * part is larger than one of the scores: its last place may be coarser than theirs).
 *
 * Definitions and sources: docs/handbook/contributions.md.
 * @since 0.1
 */
#ifndef INNOSCORE_CONTRIBUTIONS_H
#define INNOSCORE_CONTRIBUTIONS_H

#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Tables of contributions
 * @{ */
#define INNO_RECORD_CONTRIBUTION_UNIT 320 /**< one a unit and reference, the references of a unit together: both scores,
    and whether the difference could be split. @since 0.1 */
#define INNO_RECORD_CONTRIBUTION 321 /**< one a unit, reference and node of the tree below the node that is explained,
    itself last, in the order of #INNO_RECORD_CONTRIBUTION_UNIT, nodes ascending. @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h and analysis.h
 * @{ */
#define INNO_FIELD_REFERENCE 330 /**< I64: an INNO_REFERENCE_ number. @since 0.1 */
#define INNO_FIELD_REFERENCE_UNIT 331 /**< I64: the unit that it is; -1 = made up, or there is none. @since 0.1 */
#define INNO_FIELD_REFERENCE_SCORE 332 /**< F64: its score of the node, by the method. @since 0.1 */
#define INNO_FIELD_REFERENCE_VALUE 333 /**< F64: its final value of the indicator, its score of the aggregate.
    @since 0.1 */
#define INNO_FIELD_CONTRIBUTION 334 /**< F64: part of the difference; NaN where it could not be split. @since 0.1 */
#define INNO_FIELD_SPLIT 335 /**< I64: an INNO_SPLIT_ number: of an aggregate how its children were split, of a distance
    the least exact of all; 0 = an indicator, or nothing differs. @since 0.1 */
#define INNO_FIELD_ROUNDING_LEFT 336 /**< F64: what rounding left, which is in the largest part. @since 0.1 */
#define INNO_FIELD_CONTRIBUTION_SHARE 337 /**< F64: contribution / difference; NaN where this is 0 or could not be
    split. @since 0.1 */
/** @} */

/** @name References
 * @{ */
#define INNO_REFERENCE_BASELINE 1 /**< made up: the key baseline as final value of every indicator that the unit has,
    the others missing. Points from a baseline of 0 are the points of the score itself. @since 0.1 */
#define INNO_REFERENCE_BEST 2 /**< the unit with the highest score, the first of equal ones. @since 0.1 */
#define INNO_REFERENCE_ABOVE 3 /**< the unit with the lowest score above this one's, the first of equal ones.
    @since 0.1 */
#define INNO_REFERENCE_BELOW 4 /**< the unit with the highest score below this one's, the first of equal ones.
    @since 0.1 */
#define INNO_REFERENCE_MEDIAN 5 /**< made up: the median (Hyndman and Fan, type 7) of every indicator's final values
    among the units with the same label in the key group, without it all units; NaN where nobody has one. @since 0.1 */
#define INNO_REFERENCE_UNIT 6 /**< the unit that the call names. @since 0.1 */
/** @} */

/** @name How children were split
 * @{ */
#define INNO_SPLIT_STRAIGHT 1 /**< weighted means: in closed form, exact. @since 0.1 */
#define INNO_SPLIT_COALITIONS 2 /**< every coalition, exact. @since 0.1 */
#define INNO_SPLIT_PATH 3 /**< along the straight line: not Shapley's rule, but close to it; sums are exact all the
    same. @since 0.1 */
/** @} */

/**
 * @brief Points of each indicator and aggregate in a score, and in its distance to other units:
 * #INNO_RECORD_CONTRIBUTION_UNIT, #INNO_RECORD_CONTRIBUTION.
 *
 * Every unit has the references 1 to 5 in this order, and 6 when the call names one. STATUS of a distance is #INNO_OK
 * or why there are no points: #INNO_E_NODATA (no such reference, no score on a side, or a coalition without a score:
 * what is left of it is missing or covers too little), #INNO_E_NONPOSITIVE (a coalition, or the reference itself, meets
 * a value that a mean refuses, as a geometric mean refuses a baseline of 0), #INNO_E_OVERFLOW (the difference is beyond
 * the doubles: DIFFERENCE is NaN and SPLIT 0), #INNO_E_SIZE (more than 20 children that only one side has; too many
 * coalitions and no straight line, because a child exists on one side only). RANK is the unit's, of the node, ties as
 * the method says.
 *
 * What the tables hold:
 * - CONTRIBUTION_UNIT: UNIT, REFERENCE, REFERENCE_UNIT, NODE (that is explained), RANK, SCORE, REFERENCE_SCORE,
 *   DIFFERENCE (SCORE - REFERENCE_SCORE), ROUNDING_LEFT, SPLIT, STATUS.
 * - CONTRIBUTION: UNIT, REFERENCE, NODE, VALUE (the unit's final value of the indicator, score of the aggregate),
 *   REFERENCE_VALUE, CONTRIBUTION, CONTRIBUTION_SHARE, SPLIT.
 *
 * Reads node, period, group, baseline.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param method of the result
 * @param result any of this method; it need not keep steps
 * @param unit the only one that is explained, 0 to unit count - 1; -1 = all
 * @param reference the unit of #INNO_REFERENCE_UNIT, 0 to unit count - 1; -1 = none is named
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (unit or reference out of range, a scheme of another step, a result
 * of another method), #INNO_E_CODE (node), #INNO_E_MISSING_GROUP, #INNO_E_VALUE (period), #INNO_E_RULE (a rule at or
 * below the node compares units, so that a unit's score is not made of its own values), #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. Time: units x nodes for means; for other rules units x references
 * x the coalitions above, twice as long with each child: 0.7 s for one unit and reference of a geometric mean of 20
 * children, 0.02 s of 15 (handbook: what to do). Source: Shapley 1953; Owen 1977; Winter 1989; Aumann and Shapley 1974.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_contributions(const inno_allocator *allocator,
                                                                  const inno_scheme *options,
                                                                  const inno_method *method, const inno_result *result,
                                                                  int64_t unit, int64_t reference,
                                                                  inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
