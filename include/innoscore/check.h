/** @file
 * Self-check: what a unit looks at in its raw data before it submits them. Against its peers, against the same unit in
 * the period before, against what is possible: zeros that may mean missing, figures that were forgotten, values beyond
 * their range, slips of the unit of measurement (thousands for millions), denominators that moved; and what each gap
 * costs.
 *
 * It gives an inno_analysis: findings with sentences, the numbers behind them, and the costs. What it is told is a
 * scheme of #INNO_STEP_EXPLAIN. Nothing here is proof: a finding asks a person to look. Rules, and how often they are
 * wrong: docs/handbook/check.md.
 * @since 0.1
 */
#ifndef INNOSCORE_CHECK_H
#define INNOSCORE_CHECK_H

#include "innoscore/analysis.h"
#include "innoscore/method.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Tables
 * @{ */
#define INNO_RECORD_CHECK 370 /**< the numbers behind the findings: one a finding, in their order; of a denominator that
    moved also one an indicator that moved with it. @since 0.1 */
#define INNO_RECORD_CHECK_GAP 371 /**< four a missing value: score and rank as they are, with 0, with the mean and with
    the median of the peers. @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h and analysis.h
 * @{ */
#define INNO_FIELD_FINDING_RECORD 440 /**< I64: record of #INNO_RECORD_FINDING that it belongs to. @since 0.1 */
#define INNO_FIELD_COMPARED_VALUE 441 /**< F64: what the value was compared with: the value before;
    of #INNO_FINDING_SLIP_PEERS the value that would put the unit at the median of its peers; a bound; of
    #INNO_FINDING_GAP the rank as it is; NaN = no single number. @since 0.1 */
#define INNO_FIELD_RATIO 442 /**< F64: value / compared value; of #INNO_FINDING_ZERO_RARE the share of the other peers
    that have 0. @since 0.1 */
#define INNO_FIELD_SPREAD 443 /**< F64: of slips: spread s of the decimal logarithms that the limit is a multiple of.
    @since 0.1 */
#define INNO_FIELD_POWER 444 /**< F64: of slips: the power of ten between the value and what is suggested. @since 0.1 */
#define INNO_FIELD_SUGGESTED 445 /**< F64: of slips: value / 10^power. @since 0.1 */
#define INNO_FIELD_PART 446 /**< F64: of an indicator that moved with its denominator: the part of its change that the
    denominator explains; the rest is its numerator's. 1 = all; above 1 where the two work against each other; NaN
    where nothing changed. @since 0.1 */
#define INNO_FIELD_FILL 447 /**< I64: an INNO_FILL_ number: what stands in the gap. @since 0.1 */
/** @} */

/** @name What stands in a gap
 * @{ */
#define INNO_FILL_STAYS 1 /**< nothing, as the method has it: imputed (VALUE says what), or left out. @since 0.1 */
#define INNO_FILL_ZERO 2 /**< 0. @since 0.1 */
#define INNO_FILL_MEAN 3 /**< the mean of the peers; of an indicator with a denominator the figure that gives this unit
    the mean of the denominated values. @since 0.1 */
#define INNO_FILL_MEDIAN 4 /**< the median likewise. @since 0.1 */
/** @} */

/** @name Findings
 * @{ */
#define INNO_FINDING_ZERO_RARE 120 /**< 0, and few or no peers have 0. VALUE: share of the other peers that have 0.
    THRESHOLD: zero_share. @since 0.1 */
#define INNO_FINDING_ZERO_BEFORE 121 /**< 0, and far from 0 before. VALUE: the value before. THRESHOLD: zero_far times
    the median size before; NaN without peers. @since 0.1 */
#define INNO_FINDING_FORGOTTEN 122 /**< missing, and there before. VALUE: the value before. @since 0.1 */
#define INNO_FINDING_GOALPOST 123 /**< beyond a goalpost of the method. VALUE: after denomination. THRESHOLD: the
    goalpost. @since 0.1 */
#define INNO_FINDING_IMPOSSIBLE 124 /**< beyond what the options say is possible. VALUE: raw. THRESHOLD: the bound.
    @since 0.1 */
#define INNO_FINDING_NEGATIVE 125 /**< the only negative value. VALUE: it. @since 0.1 */
#define INNO_FINDING_FRACTION 126 /**< the only value that is not a whole number. VALUE: it. @since 0.1 */
#define INNO_FINDING_SLIP_BEFORE 127 /**< a power of ten away from the value before. VALUE: raw. THRESHOLD: what is
    suggested. @since 0.1 */
#define INNO_FINDING_SLIP_PEERS 128 /**< a power of ten away from the peers. VALUE and THRESHOLD likewise. @since 0.1 */
#define INNO_FINDING_DENOMINATOR_MOVED 129 /**< a denominator changed and a numerator did not; OTHER is the indicator
    that it moved most. VALUE: change as a share of the value before. THRESHOLD: denominator_change. @since 0.1 */
#define INNO_FINDING_GAP 130 /**< a missing value that decides places; OTHER is the node that is ranked. VALUE: the rank
    as it is. THRESHOLD: the rank with the median of the peers. @since 0.1 */
#define INNO_FINDING_NOT_SCORED 131 /**< the method cannot compute these data, so the costs of gaps are not known; NODE
    is where it failed. VALUE: the status. @since 0.1 */
/** @} */

/**
 * @brief Checks the raw data of one unit, or of all.
 *
 * Looked at are the indicators and the columns that the method divides by, which get numbers behind the nodes in
 * inno_analysis_node_code(). Findings come column by column, denominators first, the units of a column in their order;
 * then those of gaps, unit by unit. Of a cell there is at most one finding about zeros, one about its range and one
 * about slips.
 *
 * What the tables hold:
 * - CHECK: FINDING_RECORD, FINDING, UNIT, NODE, OTHER (of an indicator that moved with its denominator: the
 *   denominator), VALUE (raw; of a goalpost and of an indicator that moved with its denominator: after denomination; of
 *   a gap the rank with the median of the peers; NaN = missing), COMPARED_VALUE, RATIO, THRESHOLD (limit that was
 *   tested against: of slips slip_outside times SPREAD, of a gap gap_places; NaN = none), SPREAD, POWER, SUGGESTED,
 *   PART.
 * - CHECK_GAP: UNIT, NODE, FILL, VALUE (that stands in the gap, raw; NaN = nothing), SCORE and RANK (of the node that
 *   the key names) with it, SCORE_BEFORE and RANK_BEFORE as they are, DIFFERENCE, SHIFT, STATUS (why there is no
 *   score).
 * - FINDING: FINDING, SEVERITY, NODE, OTHER, UNIT, VALUE, THRESHOLD: the numbers of the sentence, as INNO_FINDING_
 *   says.
 * @param allocator NULL = malloc; copied
 * @param options a scheme made with #INNO_STEP_EXPLAIN, NULL = defaults. Reads node (whose score and rank a gap costs),
 * period, group (peers; a unit without a label has none), hold_treatment, hold_normalization, hold_imputation (as
 * what_if.h; by default everything is taken again), period_before (of dataset_before), min_peers, zero_share, zero_far,
 * slip_outside, slip_inside, slip_spread, denominator_change, gap_places, and for single columns by their code
 * possible_lower and possible_upper
 * @param method says which columns are read, what divides them, and what gaps cost
 * @param dataset the data of all units: the others are the peers
 * @param dataset_before the dataset of the period before, NULL = none; units and columns are matched by their codes,
 * those that it lacks are not compared. May be dataset itself where that has periods, with period_before
 * @param unit 0 to unit count - 1; -1 = all
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return #INNO_OK, also when the method cannot score the data (that is a finding); #INNO_E_NULL, #INNO_E_ARGUMENT
 * (unit; a scheme of a step), #INNO_E_VALUE (a period that is not there; possible_lower above possible_upper),
 * #INNO_E_CODE (node; a code of possible_lower or possible_upper that is no column), #INNO_E_MISSING_GROUP,
 * #INNO_E_MISSING_COLUMN, #INNO_E_FRAMES, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. Time: a run, a sort of every column, and for each missing value
 * three what-ifs. Same bits everywhere. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_check(const inno_allocator *allocator, const inno_scheme *options,
                                                          const inno_method *method, const inno_dataset *dataset,
                                                          const inno_dataset *dataset_before, int64_t unit,
                                                          inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
