/** @file
 * Runs and results: one dataset under one method.
 *
 * inno_result_create() does it in one call. A host that must stay responsive makes a run, advances it by pieces of work
 * and may stop between them. A result stands alone: method, dataset and run may be destroyed after it.
 *
 * Nodes have the numbers of the indicator set: indicators first, the index last. Units have those of the dataset. Of a
 * dataset with periods every unit has a row in every period: row = period * unit count + unit; what is "one a row" has
 * unit count x period count values. Without periods rows are units.
 * @since 0.1
 */
#ifndef INNOSCORE_RESULT_H
#define INNOSCORE_RESULT_H

#include "innoscore/dataset.h"
#include "innoscore/method.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Every value that was kept of one run. Immutable, but for that of an inno_what_if, see there: any number of
 * threads may read it. @since 0.1 */
typedef struct inno_result inno_result;
/** @brief A computation that can be advanced by pieces. Belongs to one thread at a time. @since 0.1 */
typedef struct inno_run inno_run;

/** @name What a result keeps
 * @{ */
#define INNO_KEEP_SCORES 0 /**< final values of every node only: the cheapest. @since 0.1 */
#define INNO_KEEP_COVERAGE 1 /**< coverage of the aggregates too. @since 0.1 */
#define INNO_KEEP_STEPS 2  /**< values and marks after every step too. @since 0.1 */
#define INNO_KEEP_ALL 3    /**< everything. @since 0.1 */
/** @} */

/** @name Marks of a cell, added up
 * @{ */
#define INNO_MARK_NO_DENOMINATOR 1    /**< the denominator is missing, so the value is. @since 0.1 */
#define INNO_MARK_ZERO_DENOMINATOR 2  /**< the denominator is zero, so the value is missing. @since 0.1 */
#define INNO_MARK_IMPUTED 4           /**< was missing, filled by this step. @since 0.1 */
#define INNO_MARK_WINSORIZED_HIGH 8   /**< lowered to the next value or a bound. @since 0.1 */
#define INNO_MARK_WINSORIZED_LOW 16   /**< raised to the next value or a bound. @since 0.1 */
#define INNO_MARK_TRANSFORMED 32      /**< changed by a logarithm, root or power. @since 0.1 */
#define INNO_MARK_TRUNCATED 64        /**< cut to bounds or the cap. @since 0.1 */
#define INNO_MARK_SCREENED_OUT 128    /**< the unit was left out by this step. @since 0.1 */
/** @} */

/** @name Records: what the steps report, as tables that are read by number
 * @{ */
#define INNO_RECORD_WEIGHT 10    /**< one a node: its weight, its share among its siblings, its share of the index. @since 0.1 */
#define INNO_RECORD_SCREENING 20 /**< one a row and screening step. @since 0.1 */
#define INNO_RECORD_TREATMENT 30 /**< one an indicator, treatment step and stage: statistics before, after each rule. @since 0.1 */
#define INNO_RECORD_FRAME 40     /**< one an indicator, normalization step and frame: the constants that were used. @since 0.1 */
#define INNO_RECORD_SEARCH 50    /**< one a search (a linear program, an iteration): how it ended. @since 0.1 */
/** @} */

/** @name Fields of records
 * @{ */
#define INNO_FIELD_STEP 1            /**< I64: step of the method, from 0. @since 0.1 */
#define INNO_FIELD_NODE 2            /**< I64: node. @since 0.1 */
#define INNO_FIELD_UNIT 3            /**< I64: unit; -1 = it is about all of them. @since 0.1 */
#define INNO_FIELD_STAGE 4           /**< I64: 0 = before, k = after the k-th rule that was tried. @since 0.1 */
#define INNO_FIELD_RULE 5            /**< I64: number of the choice; 0 at stage 0. @since 0.1 */
#define INNO_FIELD_PERIOD 6          /**< I64: period, from 0; 0 where all periods share one frame. @since 0.1 */
#define INNO_FIELD_WEIGHT 10         /**< F64: as given. @since 0.1 */
#define INNO_FIELD_SHARE 11          /**< F64: among siblings, they sum to 1. @since 0.1 */
#define INNO_FIELD_EFFECTIVE 12      /**< F64: product of the shares up to the index. @since 0.1 */
#define INNO_FIELD_AVAILABLE 20      /**< I64: values that are not missing. @since 0.1 */
#define INNO_FIELD_ZEROS 21          /**< I64: values that are exactly 0. @since 0.1 */
#define INNO_FIELD_COVERAGE 22       /**< F64: available / indicators. @since 0.1 */
#define INNO_FIELD_NONZERO 23        /**< F64: 1 - zeros / available; NaN when none is available. @since 0.1 */
#define INNO_FIELD_FORCED 24         /**< I64: 0 or an INNO_FORCE_ number. @since 0.1 */
#define INNO_FIELD_INCLUDED 25       /**< I64: 1 = kept, 0 = left out. @since 0.1 */
#define INNO_FIELD_SKEWNESS 30       /**< F64: NaN when undefined. @since 0.1 */
#define INNO_FIELD_KURTOSIS 31       /**< F64: NaN when undefined. @since 0.1 */
#define INNO_FIELD_PASSED 32         /**< I64: 1 = passes the test, 0 = fails, -1 = cannot be tested. @since 0.1 */
#define INNO_FIELD_KEPT 33           /**< I64: 1 = the values of this stage are those that go on. @since 0.1 */
#define INNO_FIELD_POINTS_HIGH 34    /**< I64: points winsorized from above. @since 0.1 */
#define INNO_FIELD_POINTS_LOW 35     /**< I64: points winsorized from below. @since 0.1 */
#define INNO_FIELD_PARAMETER 36      /**< F64: f, lambda, degree, reach or sds that was used; NaN when the rule has none. @since 0.1 */
#define INNO_FIELD_LOW 37            /**< F64: lower values were moved to here; NaN = none was. @since 0.1 */
#define INNO_FIELD_HIGH 38           /**< F64: higher values were moved to here; NaN = none was. @since 0.1 */
#define INNO_FIELD_CENTER 40         /**< F64: minmax: worst; zscore: mean; goalposts: bad bound, after the logarithm and in the
                                          column's own direction; NaN when the rule has none. @since 0.1 */
#define INNO_FIELD_SCALE 41          /**< F64: minmax: best - worst (negative where less is better); zscore: sd; ... @since 0.1 */
#define INNO_FIELD_MINIMUM 42        /**< F64: smallest value that went in, after the logarithm. @since 0.1 */
#define INNO_FIELD_MAXIMUM 43        /**< F64: largest. @since 0.1 */
#define INNO_FIELD_CONVERGED 50      /**< I64: 1 = solved or exact, 0 = stopped at its limit or by a heuristic. @since 0.1 */
#define INNO_FIELD_ITERATIONS 51     /**< I64: steps, candidates or iterations that it took. @since 0.1 */
#define INNO_FIELD_OBJECTIVE 52      /**< F64: objective, likelihood; NaN when there is none. @since 0.1 */
#define INNO_FIELD_PRIMAL 53         /**< F64: what is left of primal feasibility, of EM its last change; or NaN. @since 0.1 */
#define INNO_FIELD_DUAL 54           /**< F64: what is left of dual feasibility; NaN when there is none. @since 0.1 */
#define INNO_FIELD_GAP 55            /**< F64: relative distance of the two objectives; NaN when there is none. @since 0.1 */
/** @} */

/**
 * @brief Computes a result.
 * @param allocator NULL = malloc; copied
 * @param method the method
 * @param dataset has a column for every indicator and every denominator that is used
 * @param keep a sum of INNO_KEEP_ numbers
 * @param[out] out the new result, NULL on failure; destroy with inno_result_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_MISSING_COLUMN, #INNO_E_MISSING_GROUP, #INNO_E_CODE (unit),
 * #INNO_E_NODATA (no unit left, a column without values where a rule needs one), #INNO_E_CONSTANT, #INNO_E_NONPOSITIVE,
 * #INNO_E_DOMAIN, #INNO_E_VALUE (periods that a rule needs and the dataset does not have), #INNO_E_OVERFLOW,
 * #INNO_E_WEIGHTS (weights that the data make are all 0 below a node), #INNO_E_CONVERGENCE (the factors of such
 * weights), #INNO_E_UNFINISHED (the linear program of benefit_of_doubt within its iterations), #INNO_E_SIZE,
 * #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: once for the work, once for the result's texts. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_create(const inno_allocator *allocator, const inno_method *method,
                                                  const inno_dataset *dataset, int32_t keep, inno_result **out,
                                                  inno_error *error);

/**
 * @brief Destroys a result.
 * @param result NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_result_destroy(inno_result *result);

/**
 * @brief Prepares a computation without doing any of it.
 * @param allocator NULL = malloc; copied
 * @param method stays alive and unchanged until the run is finished or destroyed
 * @param dataset stays alive and unchanged until the run is finished or destroyed
 * @param keep a sum of INNO_KEEP_ numbers
 * @param[out] out the new run, NULL on failure; destroy with inno_run_destroy()
 * @param[out] error NULL is allowed
 * @return as inno_result_create() for what can be known before computing
 * @note Threads: const-shared inputs. Allocates: yes; advancing never does. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_run_create(const inno_allocator *allocator, const inno_method *method,
                                               const inno_dataset *dataset, int32_t keep, inno_run **out,
                                               inno_error *error);

/**
 * @brief Destroys a run, finished or not.
 * @param run NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_run_destroy(inno_run *run);

/**
 * @brief Works until the limit or the end. The pieces into which work is cut change no bit of the result.
 * @param run the object; after a failure it returns the same status again
 * @param work_limit cells (units x nodes) to work on, at least 1; it stops at the next whole column; INT64_MAX = to the end
 * @param[out] done 1 = finished, 0 = call again; 0 on failure
 * @param[out] error NULL is allowed
 * @return as inno_result_create() for what computing finds
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_run_advance(inno_run *run, int64_t work_limit, int32_t *done, inno_error *error);

/**
 * @brief Takes the result out of a finished run. The run can then only be destroyed.
 * @param run finished
 * @param[out] out the result, NULL on failure; destroy with inno_result_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_UNFINISHED (also when it was taken before)
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_run_finish(inno_run *run, inno_result **out, inno_error *error);

/**
 * @brief Number of units, those left out included.
 * @param result NULL gives 0
 * @return 1 to #INNO_LIMIT_UNITS
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_unit_count(const inno_result *result);

/**
 * @brief Number of periods.
 * @param result NULL gives 0
 * @return 1 for a dataset without periods
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_period_count(const inno_result *result);

/**
 * @brief Value of a period, as it was given to inno_dataset_create_panel().
 * @param result the object
 * @param period 0 to period count - 1
 * @return NaN for a dataset without periods and when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_result_period(const inno_result *result, int64_t period);

/**
 * @brief Code of a unit.
 * @param result the object
 * @param unit 0 to unit count - 1
 * @return text that lives as long as the result; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_result_unit_code(const inno_result *result, int64_t unit);

/**
 * @brief Number of a unit.
 * @param result the object
 * @param code text
 * @return 0 to unit count - 1; -1 when there is none or an argument is NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_find_unit(const inno_result *result, const char *code);

/**
 * @brief Number of nodes.
 * @param result NULL gives 0
 * @return 1 to #INNO_LIMIT_NODES; the index is the last
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_node_count(const inno_result *result);

/**
 * @brief Number of indicators: nodes 0 to this - 1.
 * @param result NULL gives 0
 * @return 1 to #INNO_LIMIT_NODES
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_indicator_count(const inno_result *result);

/**
 * @brief Code of a node.
 * @param result the object
 * @param node 0 to node count - 1
 * @return text that lives as long as the result; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_result_node_code(const inno_result *result, int64_t node);

/**
 * @brief Number of a node.
 * @param result the object
 * @param code text
 * @return 0 to node count - 1; -1 when there is none or an argument is NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_find_node(const inno_result *result, const char *code);

/**
 * @brief Parent of a node.
 * @param result the object
 * @param node 0 to node count - 1
 * @return number of the parent; -1 for the index and when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_node_parent(const inno_result *result, int64_t node);

/**
 * @brief Level of a node.
 * @param result the object
 * @param node 0 to node count - 1
 * @return 1 to #INNO_LIMIT_LEVELS; 0 when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_result_node_level(const inno_result *result, int64_t node);

/**
 * @brief Number of steps of the method.
 * @param result NULL gives 0
 * @return 1 to #INNO_LIMIT_STEPS
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_result_step_count(const inno_result *result);

/**
 * @brief Kind of a step of the method.
 * @param result the object
 * @param step 0 to step count - 1
 * @return one of INNO_STEP_; 0 when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_result_step(const inno_result *result, int32_t step);

/**
 * @brief Final values of a node: the score of an aggregate, the normalized value of an indicator.
 * @param result the object
 * @param node 0 to node count - 1
 * @param[out] out one double a row; NaN = missing or left out; untouched on failure
 * @param stride_bytes distance from one place to the next in bytes, a multiple of 8, not 0 for more than one row
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_scores(const inno_result *result, int64_t node, double *out,
                                                  ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Ranks of a node by its unrounded final values: 1 = best, ties as the method's ranking says.
 * @param result the object
 * @param node 0 to node count - 1
 * @param group NULL = among all units; else a grouping of the dataset: among the units with the same label; always inside a period
 * @param[out] out one double a row; NaN = no value, or in no group; untouched on failure
 * @param stride_bytes as in inno_result_scores()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_MISSING_GROUP, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: scratch. Time: n log n. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_ranks(const inno_result *result, int64_t node, const char *group, double *out,
                                                 ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Coverage of a node: of an indicator 1 or 0 after all steps, of an aggregate available / all direct children.
 * @param result made with #INNO_KEEP_COVERAGE
 * @param node 0 to node count - 1
 * @param[out] out one double a row, 0..1; untouched on failure
 * @param stride_bytes as in inno_result_scores()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_NOT_KEPT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_coverage(const inno_result *result, int64_t node, double *out,
                                                    ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Values of an indicator after a step.
 * @param result made with #INNO_KEEP_STEPS
 * @param step 0 to step count - 1; -1 = the raw data
 * @param node an indicator; for the aggregation any node
 * @param[out] out one double a row; NaN = missing or left out; untouched on failure
 * @param stride_bytes as in inno_result_scores()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_NOT_KEPT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_values(const inno_result *result, int32_t step, int64_t node, double *out,
                                                  ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief What a step did to each value of an indicator.
 * @param result made with #INNO_KEEP_STEPS
 * @param step 0 to step count - 1
 * @param indicator 0 to indicator count - 1
 * @param[out] out one number a row, each a sum of INNO_MARK_ numbers; untouched on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_marks(const inno_result *result, int32_t step, int64_t indicator,
                                                 int32_t *out, inno_error *error);

/**
 * @brief Where the values come from that an imputation took from other units or other periods.
 * @param result made with #INNO_KEEP_STEPS
 * @param step 0 to step count - 1
 * @param indicator 0 to indicator count - 1
 * @param[out] out one number a row: the row that the value was taken from (period * units + unit), with several
 *   neighbors the nearest of them; -1 = observed, missing, or of no single row (means, regressions, a line between two
 *   periods); untouched on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_imputation_sources(const inno_result *result, int32_t step,
                                                              int64_t indicator, int64_t *out, inno_error *error);

/**
 * @brief Number of records of a kind; 0 for a kind whose step the method does not have.
 * @param result NULL gives 0
 * @param kind one of INNO_RECORD_
 * @return 0 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_result_record_count(const inno_result *result, int32_t kind);

/**
 * @brief A number of a record.
 * @param result the object
 * @param kind one of INNO_RECORD_
 * @param index 0 to record count - 1; in the order of steps, then nodes or units, then stages
 * @param field an F64 or I64 field of that kind; integers are exact
 * @param[out] value NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_KEY
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_record(const inno_result *result, int32_t kind, int64_t index, int32_t field,
                                                  double *value, inno_error *error);

/**
 * @brief Number of fields of a kind of record.
 * @param kind one of INNO_RECORD_
 * @return 0 for an unknown kind
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_field_count(int32_t kind);

/**
 * @brief A field by position.
 * @param kind one of INNO_RECORD_
 * @param index 0 to inno_field_count() - 1
 * @param[out] field INNO_FIELD_ number; NULL is allowed
 * @param[out] name static text, as a column heading: "skewness"; NULL is allowed
 * @param[out] type #INNO_TYPE_F64 or #INNO_TYPE_I64; NULL is allowed
 * @return #INNO_OK, #INNO_E_ARGUMENT
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_field_info(int32_t kind, int32_t index, int32_t *field, const char **name,
                                               int32_t *type);

#ifdef __cplusplus
}
#endif
#endif
