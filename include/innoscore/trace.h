/** @file
 * Trace: how one unit came to its scores, every number of the way, as tables.
 *
 * Five tables: nodes, steps of the indicators, stages of their treatments, parameters of the rules, sources of imputed
 * values. Together they are enough to compute every score of the unit again by hand, and to the same bits in the
 * order of operations that docs/handbook/trace.md states. Two things cannot be had from a unit's own records and are
 * flagged (#INNO_FIELD_COMPARES): rules that compare units with each other (outranking, benefit of the doubt, ranks as
 * normalization), and values imputed by a model of all units (regression, EM). Constants that come from all units (a
 * minimum, a mean, a bound of a treatment) are in the records as numbers, with the unit that set a minimum or maximum.
 *
 * Numbers of nodes, units, periods and steps are those of the result.
 * @since 0.1
 */
#ifndef INNOSCORE_TRACE_H
#define INNOSCORE_TRACE_H

#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Tables of a trace
 * @{ */
#define INNO_RECORD_TRACE_NODE 310 /**< one a node: score, weight, what it adds to its parent. A node comes before its
    children, these by their numbers (the order that a rule adds them in), each followed by all below it; the first is
    the node asked for.
    @since 0.1 */
#define INNO_RECORD_TRACE_STEP 311 /**< one an indicator and step that computes indicators (all but weighting,
    aggregation and ranking): value before and after, and what made the difference. Indicators in the order of
    #INNO_RECORD_TRACE_NODE, the steps of each together. @since 0.1 */
#define INNO_RECORD_TRACE_STAGE 312 /**< one an indicator, step of treatment and stage, 0 = before: what each rule of
    the chain was tried for and found. @since 0.1 */
#define INNO_RECORD_TRACE_PARAMETER 313 /**< one a rule and number that it reads, by step: first of the step as a whole
    (NODE -1: screening), then of each indicator or aggregate in the order of #INNO_RECORD_TRACE_NODE. @since 0.1 */
#define INNO_RECORD_TRACE_SOURCE 314 /**< one an imputed value and value that it was made from, in the order of
    #INNO_RECORD_TRACE_STEP, then in the order of summation. @since 0.1 */
/** @} */

/** @name Fields of a trace, besides those of result.h and analysis.h
 * @{ */
#define INNO_FIELD_PRESENT_SHARE 300 /**< F64: weight / sum of the weights of the siblings that have a value and itself,
    added in the tree's order; NaN where it has none itself. @since 0.1 */
#define INNO_FIELD_ADDS 301 /**< F64: what the node adds to its parent's score: weight * score / sum of the weights that
    are there (arithmetic, power 1), weight * score * factor (sum); NaN under other rules, where no such part exists,
    for the index, and where node or parent have no score. @since 0.1 */
#define INNO_FIELD_CHILDREN 302 /**< I64: direct children; 0 = an indicator. @since 0.1 */
#define INNO_FIELD_COMPARES 303 /**< I64: 1 = cannot be computed from the unit's own records: of a step that its rule
    ranks units, or a model of all units filled the value; of an aggregate that its own rule compares units; of an
    indicator that one of its steps does. @since 0.1 */
#define INNO_FIELD_WEIGHT_RULE 304 /**< I64: 0 = the weight was given, else the INNO_WEIGH_ number of the rule that
    computed it from the data. @since 0.1 */
#define INNO_FIELD_STEP_KIND 305 /**< I64: an INNO_STEP_ number. @since 0.1 */
#define INNO_FIELD_VALUE_BEFORE 306 /**< F64: the indicator's value before the step. @since 0.1 */
#define INNO_FIELD_VALUE_AFTER 307 /**< F64: its value after the step; NaN = missing. @since 0.1 */
#define INNO_FIELD_MARKS 308 /**< I64: sum of INNO_MARK_ numbers. @since 0.1 */
#define INNO_FIELD_DIRECTION 309 /**< I64: 1 = more is better, -1 = less is better, as the step saw it: after a
    normalization 1. @since 0.1 */
#define INNO_FIELD_DENOMINATOR 310 /**< F64: value of the denominator; after = before / (denominator /
    denominator_scale). @since 0.1 */
#define INNO_FIELD_DENOMINATOR_SCALE 311 /**< F64: see there. @since 0.1 */
#define INNO_FIELD_SOURCE_UNIT 312 /**< I64: unit that an imputed value came from, of several neighbors the nearest; -1
    = of no single one. @since 0.1 */
#define INNO_FIELD_SOURCE_PERIOD 313 /**< I64: period that it came from; -1 = of no single one. @since 0.1 */
#define INNO_FIELD_SOURCES 314 /**< I64: records of #INNO_RECORD_TRACE_SOURCE that it has. @since 0.1 */
#define INNO_FIELD_SKEWNESS_AFTER 315 /**< F64: skewness of the column after the stage that was kept. @since 0.1 */
#define INNO_FIELD_KURTOSIS_AFTER 316 /**< F64: kurtosis likewise. @since 0.1 */
#define INNO_FIELD_MIRRORED 317 /**< I64: 1 = counted down from the maximum (log_gii, log_ct_plus). @since 0.1 */
#define INNO_FIELD_APPLIED 318 /**< I64: 1 = the stage is part of the value that went on: the kept one, and in a chain
    with combine or force every stage up to it. @since 0.1 */
#define INNO_FIELD_MINIMUM_UNIT 319 /**< I64: the first unit whose value is the minimum; -1 = none of these data.
    @since 0.1 */
#define INNO_FIELD_MINIMUM_PERIOD 320 /**< I64: its period, the earliest; -1 likewise. @since 0.1 */
#define INNO_FIELD_MAXIMUM_UNIT 321 /**< I64: likewise of the maximum. @since 0.1 */
#define INNO_FIELD_MAXIMUM_PERIOD 322 /**< I64: likewise. @since 0.1 */
#define INNO_FIELD_ORIGIN 323 /**< I64: an INNO_ORIGIN_ number. @since 0.1 */
#define INNO_FIELD_PARAMETER_KEY 324 /**< I64: an INNO_KEY_ number. @since 0.1 */
#define INNO_FIELD_PARAMETER_POSITION 325 /**< I64: place in a list, from 0; 0 for a single number. @since 0.1 */
#define INNO_FIELD_DONOR_DISTANCE 326 /**< F64: distance of a neighbor; NaN under other rules. @since 0.1 */
#define INNO_FIELD_DENOMINATOR_COLUMN 327 /**< I64: the denominator in inno_analysis_node_code(), where columns that are
    no nodes come after them; -1 = undivided. @since 0.1 */
/** @} */

/** @name Where the constants of a normalization come from
 * @{ */
#define INNO_ORIGIN_NONE 0 /**< the rule has none. @since 0.1 */
#define INNO_ORIGIN_DATA 1 /**< taken from the values of the units. @since 0.1 */
#define INNO_ORIGIN_GIVEN 2 /**< given by parameters: goalposts, fixed_range. @since 0.1 */
#define INNO_ORIGIN_BOTH 3 /**< one given, one taken: distance_to_target, ampi with reference_value. @since 0.1 */
#define INNO_ORIGIN_HELD 4 /**< held from another run, or by a what-if. @since 0.1 */
/** @} */

/**
 * @brief Traces one unit: #INNO_RECORD_TRACE_NODE, #INNO_RECORD_TRACE_STEP, #INNO_RECORD_TRACE_STAGE,
 * #INNO_RECORD_TRACE_PARAMETER, #INNO_RECORD_TRACE_SOURCE.
 *
 * Fields that are not about the step of a record, or do not exist, are NaN. What the tables hold:
 * - nodes: NODE, PARENT (-1 = the index), SCORE (final value, NaN = missing or left out), WEIGHT, SHARE (among all
 *   siblings), PRESENT_SHARE, EFFECTIVE, ADDS, RANK and COUNT (units with a rank) in the period, COVERAGE, AVAILABLE
 *   (children with a value), CHILDREN, RULE (INNO_AGGREGATE_, 0 = an indicator), COMPARES, WEIGHT_RULE.
 * - steps: NODE, STEP, STEP_KIND, RULE (the choice; treatment: of the stage that was kept, 0 = the column stayed as it
 *   was), VALUE_BEFORE, VALUE_AFTER, MARKS, DIRECTION, COMPARES; denomination: DENOMINATOR_COLUMN, DENOMINATOR,
 *   DENOMINATOR_SCALE; screening: AVAILABLE, ZEROS, COVERAGE, NONZERO, FORCED, INCLUDED; imputation of a missing value:
 *   SOURCE_UNIT, SOURCE_PERIOD, SOURCES, and for sibling_mean MINIMUM, MAXIMUM of the column; treatment: STAGE (kept),
 *   SKEWNESS, KURTOSIS and PASSED of the column before, SKEWNESS_AFTER, KURTOSIS_AFTER, POINTS_HIGH, POINTS_LOW,
 *   PARAMETER, LOW, HIGH, MINIMUM, MAXIMUM, MIRRORED of the kept stage; normalization: ORIGIN, COUNT (values of the
 *   frame), CENTER, SCALE, MINIMUM, MAXIMUM (after the logarithm) and the units and periods that set these two. PERIOD
 *   of a treatment or normalization: that of the frame, -1 = one frame for all.
 * - stages: NODE, STEP, STAGE, RULE, APPLIED, KEPT, SKEWNESS, KURTOSIS, PASSED, POINTS_HIGH, POINTS_LOW, PARAMETER,
 *   LOW, HIGH, MINIMUM, MAXIMUM (of the column that a transformation began with), MIRRORED.
 * - parameters: STEP, STEP_KIND, NODE, PARAMETER_KEY, PARAMETER_POSITION, VALUE: the numbers that the rule reads, as
 *   compiled, defaults too; unset ones, the rule itself, chains of rules and the own bounds of benefit_of_doubt are
 *   left out. A reference unit is its number, a grouping its position in the dataset.
 * - sources: NODE (imputed), STEP, OTHER (node that the value is of), UNIT, PERIOD, VALUE, WEIGHT, DONOR_DISTANCE; for
 *   sibling_mean MINIMUM, MAXIMUM and DIRECTION of the sibling. None for regression and em, and for a value that a
 *   what-if holds (COMPARES is 1 then: it cannot be computed again from these data).
 *
 * Reads node (the root of what is traced; without it the index) and period.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param method the method that the result was computed by
 * @param dataset the dataset that it was computed from, or one with the same values; nothing added since
 * @param result made with #INNO_KEEP_ALL; with held frames it may be too
 * @param unit 0 to unit count - 1; one that was left out by screening is traced as well
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (allocator, unit, a scheme of another step, a result of another
 * method or of other data: unit codes, periods, columns, values, groupings), #INNO_E_NOT_KEPT, #INNO_E_CODE (node),
 * #INNO_E_VALUE (a period that is not there), #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. Time: nodes x units x log units for the ranks; neighbors are
 * looked for again. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_trace(const inno_allocator *allocator, const inno_scheme *options,
                                                          const inno_method *method, const inno_dataset *dataset,
                                                          const inno_result *result, int64_t unit, inno_analysis **out,
                                                          inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
