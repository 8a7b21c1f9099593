/** @file
 * Analyses of a result, of a method, and of several results. Nodes and units have the numbers of the result; of a
 * result with periods the period that the key "period" names is analyzed, without it the latest.
 *
 * The same for every function here: inputs are read and not kept; values of indicators are their final ones
 * (normalized, more is better), those of aggregates their scores. Every function can return #INNO_E_NULL,
 * #INNO_E_ARGUMENT (a scheme of another step), #INNO_E_VALUE (also a period that is not there) and
 * #INNO_E_MISSING_PARAMETER (options that do not fit each other), #INNO_E_SIZE and #INNO_E_NOMEM; only what is
 * particular is listed.
 * @since 0.1
 */
#ifndef INNOSCORE_ANALYSIS_RESULT_H
#define INNOSCORE_ANALYSIS_RESULT_H

#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief How nodes move with their ancestors, their siblings, and the denominators: #INNO_RECORD_PARENT,
 * #INNO_RECORD_SIBLING, #INNO_RECORD_DENOMINATOR.
 *
 * Flags compare a node with its own parent. With #INNO_USE_COMPLETE a unit counts that has a value of every node, for
 * the denominators of every indicator and column. No indicator is turned round before denominators: a flag looks at
 * the size. Reads correlation, use, confidence, adjust (each table by itself), orient, silent, redundant, bias.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param result made with #INNO_KEEP_STEPS when step is given
 * @param step values of the indicators: after this step, -1 = raw; INT32_MIN = the final ones. Before a normalization
 * the key orient turns indicators round in which less is better
 * @param dataset of the result: its columns that are no indicators (and not that of the key development) are the
 * denominators, compared with the same values of the indicators (raw amounts move with any size: a finding of bias
 * means something after they were divided); NULL = no such table
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_NOT_KEPT, #INNO_E_ARGUMENT (step, a dataset of other units)
 * @note Threads: const-shared inputs. Allocates: yes. Source: COINr get_corr, get_corr_flags, get_denom_corr.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_coherence(const inno_allocator *allocator,
                                                              const inno_scheme *options, const inno_result *result,
                                                              int32_t step, const inno_dataset *dataset,
                                                              inno_analysis **out, inno_error *error);

/**
 * @brief Reliability and components of the children of every aggregate that has two or more: the tables of
 * inno_analysis_create_reliability() and inno_analysis_create_components(), with the aggregate in the field PARENT.
 *
 * Reads what these read. A family whose components would be refused (something is constant, fewer than 2 complete
 * units) has NaN in #INNO_RECORD_COMPONENTS and #INNO_RECORD_COMPONENT_ITEM (0 components kept, none a child's), the
 * reason in STATUS, and no other records of components.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param result any
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK
 * @note Threads: const-shared inputs. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_families(const inno_allocator *allocator,
                                                             const inno_scheme *options, const inno_result *result,
                                                             inno_analysis **out, inno_error *error);

/**
 * @brief Weight against importance, and what a pillar adds to the index: #INNO_RECORD_INFLUENCE,
 * #INNO_RECORD_ADDED_VALUE.
 *
 * Pillars are the aggregates below the index, and what stands directly below it. Units with both values count.
 * Importance is the correlation ratio Var(E(y|x))/Var(y) of a node x for its parent and for the index y, by a cubic
 * smoothing spline with generalized cross-validation; up to three different values of x a straight line; NaN where y or
 * x does not vary. DEGREES are those of the smoother. Reads places.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param result any
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK
 * @note Threads: const-shared inputs. Allocates: yes. Time: nodes x units log units. Source: Paruolo, Saisana, Saltelli
 * 2013. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_influence(const inno_allocator *allocator,
                                                              const inno_scheme *options, const inno_result *result,
                                                              inno_analysis **out, inno_error *error);

/**
 * @brief The index without each node in turn: #INNO_RECORD_REMOVAL, #INNO_RECORD_REMOVED.
 *
 * The aggregation is repeated without the node: its siblings share its weight, and only they count in coverage. Data,
 * imputation, treatment and frames stay as they are, and so do weights that the method computes from data. A node none
 * of whose siblings has weight takes its parent along; what would leave no index has NaN. Spearman's and Kendall's
 * correlations are of the index with and without. Time: one run, and each node's ancestors once.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param method any
 * @param dataset as for inno_result_create()
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK, and what inno_result_create() returns
 * @note Threads: const-shared inputs. Allocates: yes. Source: COINr remove_elements. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_removal(const inno_allocator *allocator, const inno_scheme *options,
                                                            const inno_method *method, const inno_dataset *dataset,
                                                            inno_analysis **out, inno_error *error);

/**
 * @brief Every unit at every node: rank, gaps, strength or weakness, alone and among its peers: #INNO_RECORD_PROFILE.
 *
 * SIGN by the rule of strengths, each over the indicators that the unit has, n = strength_count but never more than
 * half of them; the index has none:
 * - #INNO_STRENGTHS_GII: at or above the unit's own n-th highest percentile rank is a strength, at or below the n-th
 *   lowest a weakness, both is neither; an indicator of rank 1 to 3 whose percentile rank is above one half is a
 * strength in any case. The bounds that its indicators give decide for the unit's aggregates too.
 * - #INNO_STRENGTHS_COUNT, #INNO_STRENGTHS_COINR: just n of each by percentile rank, or by rank; of equal ones the
 * first in the tree is the better. COINR leaves out indicators in which the unit has the last rank, or too few of the
 * values that are there differ. Aggregates have none.
 *
 * Reads strengths, strength_count, min_distinct, strength_coverage, group.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param result with #INNO_KEEP_COVERAGE when strength_coverage is set
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_MISSING_GROUP, #INNO_E_NOT_KEPT
 * @note Threads: const-shared inputs. Allocates: yes. Source: GII 2023, economy profiles; COINr get_str_weak.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_profile(const inno_allocator *allocator, const inno_scheme *options,
                                                            const inno_result *result, inno_analysis **out,
                                                            inno_error *error);

/**
 * @brief Results side by side: #INNO_RECORD_COMPARISON, #INNO_RECORD_COMPARED.
 *
 * Units and nodes are matched by their codes: the analysis has the units of all results, in the order of their first
 * appearance, and the nodes that all results have, in the order of the first. Differences are that result minus the
 * first. Ranks are each result's own, over its own units. Every result is looked at in the period that the key names,
 * without it in its own latest.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param results at least 2, the first is the one the others are compared with
 * @param count number of results
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK; #INNO_E_CODE (no node in common)
 * @note Threads: const-shared inputs. Allocates: yes. Source: COINr compare_coins_multi,
 * compare_coins_corr. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_comparison(const inno_allocator *allocator,
                                                               const inno_scheme *options,
                                                               const inno_result *const *results, int64_t count,
                                                               inno_analysis **out, inno_error *error);

/**
 * @brief The whole audit in one object: every table above, of one method and dataset, and #INNO_RECORD_FINDING.
 *
 * STATISTICS, OUTLIER and QUANTILE (none) are those of the raw indicators, with LOW_... flags; a finding of outliers is
 * about the values that go into normalization. No finding rests on fewer than two values or on a correlation of two
 * units, and a pillar adds little only where there are more units than places. Reads every key; DEVELOPMENT is there
 * when the key development is set, and then the statuses of inno_analysis_create_development() are possible too.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_AUDIT; NULL = every default
 * @param method any
 * @param dataset as for inno_result_create()
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node and unit; NULL is allowed
 * @return #INNO_OK, and what inno_result_create() returns; #INNO_E_MISSING_COLUMN (development)
 * @note Threads: const-shared inputs. Allocates: yes. Source: JRC audit of the GII; OECD/JRC Handbook, step 4 to 7.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_audit(const inno_allocator *allocator, const inno_scheme *options,
                                                          const inno_method *method, const inno_dataset *dataset,
                                                          inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
