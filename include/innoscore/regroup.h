/** @file
 * Regrouping of units: provinces that were merged into new ones, or split. The figures of the new units are made from
 * raw
 * numerators and denominators of the old ones, never from scores or ranks; smallest, largest and first values are
 * not offered, because none of them is the figure of a merged unit.
 *
 * A regrouping says which old unit goes into which new one, and for each column how its figures are put together. It
 * is checked against the dataset from both sides: an old unit of the map that the dataset does not have, a unit of the
 * dataset
 * that the map forgets, a new unit of the expected list without any old one are errors that name them.
 * @since 0.1
 */
#ifndef INNOSCORE_REGROUP_H
#define INNOSCORE_REGROUP_H

#include "innoscore/dataset.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Which units go where, and a rule for each column. Fill it, then only read it. @since 0.1 */
typedef struct inno_regrouping inno_regrouping;

/** @name What becomes of a new unit's figure when some of its old units lack theirs
 * @{ */
#define INNO_REGROUP_MISSING 0   /**< it is missing. @since 0.1 */
#define INNO_REGROUP_AVAILABLE 1 /**< it is made from those that have one; inno_regrouping_parts() tells. @since 0.1 */
/** @} */

/**
 * @brief Makes an empty regrouping.
 * @param allocator NULL = malloc; copied
 * @param[out] out the new object, NULL on failure; destroy with inno_regrouping_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_create(const inno_allocator *allocator, inno_regrouping **out,
                                                      inno_error *error);

/**
 * @brief Destroys a regrouping. Datasets made with it stay valid.
 * @param regrouping NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_regrouping_destroy(inno_regrouping *regrouping);

/**
 * @brief Says that an old unit, or a share of it, belongs to a new one. A new unit may have the code of an old one.
 *
 * A split assumes that everything that is summed, and every weight, divides by the same share; a mean that is
 * weighted, or a ratio, is then the same in all pieces. The shares of an old unit must sum to 1 within 1e-9 over its
 * rows.
 * @param regrouping the object
 * @param old_unit code, 1 to #INNO_LIMIT_TEXT bytes
 * @param new_unit code, 1 to #INNO_LIMIT_TEXT bytes
 * @param share above 0, at most 1; 1 = the whole unit
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_ARGUMENT, #INNO_E_DUPLICATE (the same pair again),
 * #INNO_E_SIZE,
 * #INNO_E_NOMEM; on failure the regrouping is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_add(inno_regrouping *regrouping, const char *old_unit,
                                                   const char *new_unit, double share, inno_error *error);

/**
 * @brief Names a unit of the new list. As soon as one is named the list is complete: every new unit must be in it, and
 * every unit in it must have an old one. The new units are then in the order of this list, else in that of the map.
 * @param regrouping the object
 * @param new_unit code
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_expect(inno_regrouping *regrouping, const char *new_unit,
                                                      inno_error *error);

/**
 * @brief A column of amounts: they are summed.
 * @param regrouping the object
 * @param column code; NULL = every column that has no rule of its own
 * @param missing #INNO_REGROUP_MISSING or #INNO_REGROUP_AVAILABLE
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_RULE (missing), #INNO_E_DUPLICATE (the column has a rule),
 * #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_sum(inno_regrouping *regrouping, const char *column, int32_t missing,
                                                   inno_error *error);

/**
 * @brief A column of averages: their mean, weighted by another column of the dataset, for instance by population.
 * @param regrouping the object
 * @param column code
 * @param weight code of a column of weights of at least 0; an old unit without a weight counts as missing
 * @param missing #INNO_REGROUP_MISSING or #INNO_REGROUP_AVAILABLE
 * @param[out] error NULL is allowed
 * @return as inno_regrouping_sum()
 * @note Threads: exclusive. Allocates: yes. Formula: sum(share w x) / sum(share w). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_mean(inno_regrouping *regrouping, const char *column, const char *weight,
                                                    int32_t missing, inno_error *error);

/**
 * @brief A column that is the ratio of two others: it is computed anew from their sums, and its own old values are not
 * used.
 * A sum of denominators of zero makes it missing.
 * @param regrouping the object
 * @param column code
 * @param numerator code of a column of amounts; its own rule, if it is kept, must be a sum
 * @param denominator code of a column of amounts; its own rule, if it is kept, must be a sum
 * @param scale finite, above 0: 100 for a percentage, 10000 for "per 10,000 people"
 * @param missing #INNO_REGROUP_MISSING or #INNO_REGROUP_AVAILABLE: then only old units that have both count
 * @param[out] error NULL is allowed
 * @return as inno_regrouping_sum(); #INNO_E_ARGUMENT (scale)
 * @note Threads: exclusive. Allocates: yes. Formula: sum(share a) / (sum(share b) / scale). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_ratio(inno_regrouping *regrouping, const char *column,
                                                     const char *numerator, const char *denominator, double scale,
                                                     int32_t missing, inno_error *error);

/**
 * @brief A column that the new dataset does not have. It may still be a weight, a numerator or a denominator.
 * @param regrouping the object
 * @param column code; NULL = every column that has no rule of its own
 * @param[out] error NULL is allowed
 * @return as inno_regrouping_sum()
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_leave_out(inno_regrouping *regrouping, const char *column,
                                                         inno_error *error);

/**
 * @brief A grouping that the new dataset does not have. All others are carried over: the old units of a new one must
 * agree.
 * @param regrouping the object
 * @param group name of a grouping
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_leave_out_group(inno_regrouping *regrouping, const char *group,
                                                               inno_error *error);

/**
 * @brief Makes the dataset of the new units. Columns keep their order, periods stay; sums run in the order of the old
 * units.
 * @param allocator NULL = malloc; copied
 * @param dataset of the old units
 * @param regrouping map and rules: every unit and every column of the dataset is spoken of
 * @param[out] out the new dataset, NULL on failure; destroy with inno_dataset_destroy()
 * @param[out] error names units, columns and the cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_CODE (units that one side does not have, rules for columns
 * that do
 * not exist), #INNO_E_VALUE (shares), #INNO_E_MISSING_PARAMETER (columns without a rule), #INNO_E_MISSING_COLUMN
 * (weights,
 * numerators and denominators), #INNO_E_ORDER (a ratio of what is not summed), #INNO_E_MISSING_GROUP, #INNO_E_DOMAIN
 * (groups
 * that disagree), #INNO_E_WEIGHTS (a negative weight, or all of a new unit zero), #INNO_E_OVERFLOW, #INNO_E_SIZE,
 * #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_regroup(const inno_allocator *allocator, const inno_dataset *dataset,
                                                    const inno_regrouping *regrouping, inno_dataset **out,
                                                    inno_error *error);

/**
 * @brief How much of a new unit's figure there was: tells a whole sum from a partial one.
 * @param regrouping map and rules
 * @param dataset of the old units
 * @param column code of a column that is not left out
 * @param new_unit code
 * @param period 0 to period count - 1; 0 for a dataset without periods
 * @param[out] parts old units that belong to it, 0 on failure
 * @param[out] missing those of them that lack the value, the weight, the numerator or the denominator, 0 on failure
 * @param[out] error NULL is allowed
 * @return as inno_dataset_regroup() for what concerns map and rules; #INNO_E_CODE for column and new_unit,
 * #INNO_E_ARGUMENT for period
 * @note Threads: const-shared. Allocates: scratch, with the regrouping's allocator. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_regrouping_parts(const inno_regrouping *regrouping, const inno_dataset *dataset,
                                                     const char *column, const char *new_unit, int64_t period,
                                                     int64_t *parts, int64_t *missing, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
