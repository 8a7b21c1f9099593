/** @file
 * What if: a result that follows changes of its data, weights and rules, by computing again only what they reach.
 *
 * inno_what_if_create() copies method and dataset, runs them once and shows the result. Every edit is followed at once:
 * what inno_what_if_result() shows is then, bit for bit, what inno_result_create() would make of the edited dataset and
 * method with #INNO_KEEP_ALL: scores, ranks, values of every step, marks, records. A column that comes out as it was is
 * followed no further; rows that did not change are left alone where the rule takes every row by itself. Steps that
 * look across columns (screening, imputation from siblings, regression, EM, donors, weights from data) are done again
 * as a whole when one of their inputs changed.
 *
 * What is held: with #INNO_KEY_EXPLAIN_HOLD_TREATMENT and #INNO_KEY_EXPLAIN_HOLD_NORMALIZATION these steps go on with
 * the constants that they took from the first data (both: as inno_result_create_with_frames() with the frames of the
 * first result). With #INNO_KEY_EXPLAIN_HOLD_IMPUTATION a cell that was missing at first keeps the value it was filled
 * with then, as long as it is missing; a cell that an edit makes missing stays missing.
 *
 * Rows and columns have the numbers of the dataset, nodes those of the indicator set. Formulas and examples: handbook,
 * what_if.
 * @since 0.1
 */
#ifndef INNOSCORE_WHAT_IF_H
#define INNOSCORE_WHAT_IF_H

#include "innoscore/result.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A result that follows edits. Belongs to one thread at a time. @since 0.1 */
typedef struct inno_what_if inno_what_if;

/**
 * @brief Runs the method once and holds everything that edits need.
 * @param allocator NULL = malloc; copied
 * @param options a scheme made with #INNO_STEP_EXPLAIN, NULL = defaults. Reads hold_treatment, hold_normalization,
 * hold_imputation
 * @param method copied: it may be destroyed afterwards
 * @param dataset copied: it may be destroyed afterwards
 * @param[out] out the new object, NULL on failure; destroy with inno_what_if_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return as inno_result_create(); #INNO_E_ARGUMENT for a scheme of a step; #INNO_E_FRAMES when hold_normalization is
 * asked of a rule of ranks, which has no constants
 * @note Threads: const-shared inputs. Allocates: yes. Time: one run; with hold_imputation two. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_create(const inno_allocator *allocator, const inno_scheme *options,
                                                   const inno_method *method, const inno_dataset *dataset,
                                                   inno_what_if **out, inno_error *error);

/**
 * @brief Destroys the object and the result that it shows.
 * @param what_if NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_what_if_destroy(inno_what_if *what_if);

/**
 * @brief The result of the present state, for all functions that read results. The pointer stays the same as long as
 * the object lives; what it shows changes with every edit. It is not the caller's to destroy. Functions that also want
 * the method or the data of the result want those of the present state: inno_what_if_method(), inno_what_if_dataset().
 * @param what_if NULL gives NULL
 * @return the result, with everything kept
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API const inno_result *INNO_CALL inno_what_if_result(const inno_what_if *what_if);

/**
 * @brief The method of the present state, with the weights that were set: what traces, contributions, climbs and JSON
 * of the present state want. Valid until the next edit, undo or reset: these may put another one in its place. It is
 * not the caller's to destroy.
 * @param what_if NULL gives NULL
 * @return the method
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API const inno_method *INNO_CALL inno_what_if_method(const inno_what_if *what_if);

/**
 * @brief The data of the present state. The pointer stays the same as long as the object lives; the values change with
 * every edit. It is not the caller's to destroy.
 * @param what_if NULL gives NULL
 * @return the dataset, with every column and grouping of the one that the object was made with
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API const inno_dataset *INNO_CALL inno_what_if_dataset(const inno_what_if *what_if);

/**
 * @brief A raw value as it is now.
 * @param what_if the object
 * @param row 0 to unit count * period count - 1: period * unit count + unit
 * @param column of the dataset, in the order they were added
 * @return NaN = missing, and when an argument is wrong
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_what_if_value(const inno_what_if *what_if, int64_t row, int64_t column);

/**
 * @brief A weight as it is now: as it was given or set, or as the method computed it from the present data.
 * @param what_if the object
 * @param node 0 to node count - 1
 * @return finite, 0 or more; NaN when an argument is wrong
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_what_if_weight(const inno_what_if *what_if, int64_t node);

/**
 * @brief Edits that were made and not undone.
 * @param what_if NULL gives 0
 * @return 0 or more
 * @note Threads: const-shared while nobody edits. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_what_if_edit_count(const inno_what_if *what_if);

/**
 * @brief Sets a raw value: of an indicator, of a denominator, of any column.
 * @param what_if the object
 * @param row 0 to unit count * period count - 1: period * unit count + unit
 * @param column of the dataset, in the order they were added
 * @param value in the column's own units; NaN = make it missing; infinite is refused
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_INFINITE, #INNO_E_NOMEM, and as inno_result_create() for
 * what computing finds, with its sentence; on failure the object is as before
 * @note Threads: exclusive. Allocates: only where the memory of earlier edits does not suffice. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_set_value(inno_what_if *what_if, int64_t row, int64_t column, double value,
                                                      inno_error *error);

/**
 * @brief Sets the weight of a node, as inno_weights_set() before a method is made. That of the index has no effect but
 * in the records.
 * @param what_if the object
 * @param node 0 to node count - 1
 * @param weight finite, 0 or more
 * @param[out] error names node and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (also for a weight that the method computes), #INNO_E_WEIGHTS
 * (siblings that sum to 0), #INNO_E_NOMEM, and as inno_method_create() and inno_result_create(); on failure the object
 * is as before
 * @note Threads: exclusive. Allocates: as inno_what_if_set_value(). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_set_weight(inno_what_if *what_if, int64_t node, double weight,
                                                       inno_error *error);

/**
 * @brief Replaces the method by another one for the same tree: same nodes under the same parents; directions,
 * denominators, weights and all rules may differ. With the same sequence of steps only what differs is computed again,
 * with another one everything. Weights that were set before go with the method before.
 * @param what_if the object
 * @param method copied
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (another tree), #INNO_E_FRAMES (it has not the rules of a step that
 * is held), #INNO_E_NOMEM, and as inno_result_create(); on failure the object is as before
 * @note Threads: exclusive; method const-shared. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_set_method(inno_what_if *what_if, const inno_method *method,
                                                       inno_error *error);

/**
 * @brief Takes the last edits back, the latest first. The last edits (some megabytes of what they changed) are put back
 * from memory, those before them are computed again.
 * @param what_if the object
 * @param count 0 to inno_what_if_edit_count()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM (only when a method is put back: the edits after it
 * are undone then, as inno_what_if_edit_count() says)
 * @note Threads: exclusive. Allocates: only when a method is put back. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_undo(inno_what_if *what_if, int64_t count, inno_error *error);

/**
 * @brief Takes all edits back.
 * @param what_if the object
 * @param[out] error NULL is allowed
 * @return as inno_what_if_undo()
 * @note Threads: exclusive. Allocates: only when a method is put back. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_reset(inno_what_if *what_if, inno_error *error);

/**
 * @brief Many edits of one value, each alone on the present state: the score of one node for the unit that is edited,
 * and its rank among the units of its period. The state is as before afterwards, and nothing is recorded as an edit.
 * @param what_if the object
 * @param count 0 or more
 * @param rows count rows, as in inno_what_if_set_value(), one directly after another
 * @param columns count columns of the dataset, one directly after another
 * @param values count values; NaN = make it missing; infinite is refused
 * @param values_stride_bytes distance from one value to the next, a multiple of 8; negative and 0 are legal
 * @param node whose score is wanted
 * @param[out] scores count scores, NaN where the edit fails or the unit has none; NULL = not wanted
 * @param scores_stride_bytes distance from one place to the next, a multiple of 8, not 0 for more than one
 * @param[out] ranks count ranks in all units, with the ties of the method, NaN where there is no score; NULL = not
 * wanted
 * @param ranks_stride_bytes as scores_stride_bytes
 * @param[out] statuses count numbers, one directly after another: #INNO_OK, or what inno_what_if_set_value() would
 * return; NULL = not wanted
 * @param[out] error NULL is allowed
 * @return #INNO_OK also when edits fail; #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_INFINITE
 * (of any of the edits: nothing is computed then); #INNO_E_NOMEM (edits before it are written)
 * @note Threads: exclusive. Allocates: as inno_what_if_set_value(). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_what_if_try_values(inno_what_if *what_if, int64_t count, const int64_t *rows,
                                                       const int64_t *columns, const double *values,
                                                       ptrdiff_t values_stride_bytes, int64_t node, double *scores,
                                                       ptrdiff_t scores_stride_bytes, double *ranks,
                                                       ptrdiff_t ranks_stride_bytes, int32_t *statuses,
                                                       inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
