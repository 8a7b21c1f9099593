/** @file
 * Change over time: the difference of a score between two results, split over its causes, and by indicator.
 *
 * The causes are the unit's own figures, its own denominators, the data of the others, the method with its weights,
 * and which cells exist; each is either as before or as after, and for every combination the whole pipeline is
 * computed. A cause has the mean, over every order in which the causes may change from before to after, of what the
 * score gains when it does: Shapley's rule. Own figures and own denominators are one player that is split in two in
 * the same way (Owen's value), so together they have what own data have.
 *
 * - A cell (unit and column) that both sides have belongs to the data: own figures or denominators (columns that an
 *   indicator of a method is divided by) in the unit's own row, the others in all other rows.
 * - A cell that only one side has belongs to missing data, in every row.
 * - Which units there are, and their groups, belong to the others.
 * - Regrouping comes first and alone: the data before are computed in their own units and in the new ones (the caller's
 *   regrouped dataset) by the old method; new data do not exist in old units, so there is no other order.
 *
 * Each step of every order is then split by indicator as in contributions.h, between the unit's final values before and
 * after the step. Where the step also changes how values are aggregated (another method, weights computed from other
 * data), values and aggregation are two players of Shapley's rule; what the aggregation has is the record of NODE -1.
 *
 * Sums are exact as in contributions.h: the parts of one unit are multiples of one quantum, what rounding leaves goes
 * to the largest part of a cause and indicator, causes in the order of their numbers and indicators in that of the
 * tree where parts are equal; a cause has the exact sum of its parts, and the causes sum to the difference. When the
 * two sides are exchanged every part changes its sign, within rounding.
 *
 * Definitions and sources: docs/handbook/change.md.
 * @since 0.1
 */
#ifndef INNOSCORE_CHANGE_H
#define INNOSCORE_CHANGE_H

#include "innoscore/analysis.h"
#include "innoscore/contributions.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Tables of a change
 * @{ */
#define INNO_RECORD_CHANGE 350 /**< one a unit that both sides have, in the order of the dataset after: scores and
    ranks. @since 0.1 */
#define INNO_RECORD_CHANGE_CAUSE 351 /**< one a unit and cause, the causes of a unit together. @since 0.1 */
#define INNO_RECORD_CHANGE_INDICATOR 352 /**< one a unit, cause and indicator below the node in either method, then one
    with NODE -1: weights and aggregation. @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h, analysis.h and contributions.h
 * @{ */
#define INNO_FIELD_CAUSE 390 /**< I64: an INNO_CAUSE_ number. @since 0.1 */
#define INNO_FIELD_SCORE_REGROUPED 391 /**< F64: score of the data before in the new units; without regrouping the
    score before. @since 0.1 */
#define INNO_FIELD_INDICATOR_STATUS 392 /**< I64: #INNO_OK, or why there is no split by indicator. @since 0.1 */
/** @} */

/** @name Causes
 * @{ */
#define INNO_CAUSE_FIGURES 1 /**< the unit's own figures, but for denominators. @since 0.1 */
#define INNO_CAUSE_DENOMINATORS 2 /**< the unit's own denominators: did patents fall or did population rise?
    @since 0.1 */
#define INNO_CAUSE_OTHERS 3 /**< data of the other units, and which there are: they move frames and treatment.
    @since 0.1 */
#define INNO_CAUSE_METHOD 4 /**< rules and weights. @since 0.1 */
#define INNO_CAUSE_MISSING 5 /**< cells that only one side has, of all units. @since 0.1 */
#define INNO_CAUSE_REGROUPING 6 /**< old units to new ones; only where a regrouped dataset is given. @since 0.1 */
/** @} */

/**
 * @brief Why scores changed: #INNO_RECORD_CHANGE, #INNO_RECORD_CHANGE_CAUSE, #INNO_RECORD_CHANGE_INDICATOR.
 *
 * Nodes have the numbers of method_after, units those of dataset_after. Both methods must have the same indicators; the
 * aggregates may differ, but each has the node. Every column that either method reads must be in every dataset, with
 * missing values where there are none: a column that is left out cannot be told from one that was forgotten. A dataset
 * with periods is used in one of them as if it had no other: frames and imputation see that period alone, and constants
 * held from elsewhere are not used.
 *
 * DIFFERENCE is SCORE - SCORE_BEFORE; a unit that the old units do not have has no SCORE_BEFORE and no part of
 * regrouping, and DIFFERENCE is SCORE - SCORE_REGROUPED. RANK_BEFORE is the rank among the units of the regrouped
 * dataset, where there is one. SHIFT is rank minus rank before. STATUS is #INNO_OK or why a unit's difference could not
 * be split: #INNO_E_NODATA (no score on a side or in a combination), #INNO_E_OVERFLOW (it is beyond the doubles:
 * DIFFERENCE is NaN), or the status of a combination that the method refuses. INDICATOR_STATUS is this, or #INNO_E_RULE
 * (a rule below the node compares units), or one of those of inno_analysis_create_contributions(). Parts are then NaN.
 *
 * What the tables hold:
 * - CHANGE: UNIT, NODE, SCORE_BEFORE, SCORE_REGROUPED, SCORE, DIFFERENCE, RANK_BEFORE, RANK, SHIFT, ROUNDING_LEFT,
 *   SPLIT (the least exact of all steps by indicator), STATUS, INDICATOR_STATUS.
 * - CHANGE_CAUSE: UNIT, CAUSE, CONTRIBUTION, CONTRIBUTION_SHARE.
 * - CHANGE_INDICATOR: UNIT, CAUSE, NODE, CONTRIBUTION.
 *
 * Reads node (in both methods), period (of dataset_after), period_before (of dataset_before and regrouped_before).
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param method_before any
 * @param dataset_before as for inno_result_create() with either method
 * @param method_after any; may be method_before
 * @param dataset_after likewise; may be dataset_before, in another period
 * @param regrouped_before the data before in the new units (inno_regroup()); NULL = the units are the same
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; where the pipeline refuses, its sentence begins with the scores that it speaks
 * of (before, before but regrouped, after, or whose data by whose method); NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (a scheme of another step), #INNO_E_CODE (node; an indicator of one
 * method alone), #INNO_E_MISSING_COLUMN, #INNO_E_VALUE (period), #INNO_E_NODATA (no unit in common), #INNO_E_SIZE,
 * #INNO_E_NOMEM, and what inno_result_create() returns for the two results themselves, and before computing (a group, a
 * unit that a rule names) for each method with each dataset
 * @note Threads: const-shared inputs. Allocates: yes. Time: for each unit up to 24 runs of the pipeline: 2 when only
 * data differ, twice as many for each of method and missing cells, and three times as many when denominators do.
 * Source: Shapley 1953; Owen 1977; Shorrocks 2013. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_change(
    const inno_allocator *allocator, const inno_scheme *options, const inno_method *method_before,
    const inno_dataset *dataset_before, const inno_method *method_after, const inno_dataset *dataset_after,
    const inno_dataset *regrouped_before, inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
