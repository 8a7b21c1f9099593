/** @file
 * The dataset: units and their columns. Columns are indicators and denominators, bound to the indicator set by code;
 * columns that no method uses are allowed. Groups are columns of labels. Missing is NaN.
 *
 * A dataset with periods (a panel) has a row for every unit in every period: row = period * unit count + unit, so that
 * the units of one period lie next to each other. A unit that is not there in a period has only missing values in it.
 * Columns and groups have one value a row. Without periods rows are units.
 * @since 0.1
 */
#ifndef INNOSCORE_DATASET_H
#define INNOSCORE_DATASET_H

#include <stddef.h>

#include "innoscore/error.h"
#include "innoscore/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Units x columns. Fill it, then only read it. @since 0.1 */
typedef struct inno_dataset inno_dataset;

/**
 * @brief Makes a dataset without columns.
 * @param allocator NULL = malloc; copied
 * @param unit_count 1 to #INNO_LIMIT_UNITS
 * @param codes unit_count unique codes, UTF-8 without control characters, 1 to #INNO_LIMIT_TEXT bytes each; copied
 * @param[out] out the new dataset, NULL on failure; destroy with inno_dataset_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_create(const inno_allocator *allocator, int64_t unit_count,
                                                   const char *const *codes, inno_dataset **out, inno_error *error);

/**
 * @brief Makes a dataset with periods, without columns.
 * @param allocator NULL = malloc; copied
 * @param unit_count 1 to #INNO_LIMIT_UNITS
 * @param codes as in inno_dataset_create(): the units of all periods
 * @param period_count 1 or more; unit_count * period_count is at most #INNO_LIMIT_UNITS
 * @param periods period_count finite numbers in ascending order, for instance years; copied
 * @param[out] out the new dataset, NULL on failure; destroy with inno_dataset_destroy()
 * @param[out] error NULL is allowed
 * @return as inno_dataset_create(); #INNO_E_ARGUMENT also for periods that do not ascend
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_create_panel(const inno_allocator *allocator, int64_t unit_count,
                                                         const char *const *codes, int64_t period_count,
                                                         const double *periods, inno_dataset **out, inno_error *error);

/**
 * @brief Destroys a dataset. Results made from it stay valid.
 * @param dataset NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_dataset_destroy(inno_dataset *dataset);

/**
 * @brief Adds a column of values, in the order of the units. The values are copied.
 * @param dataset the object
 * @param code unique among the columns; UTF-8 without control characters
 * @param values one double a row, in the column's own units; NaN = missing; infinite is refused and named
 * @param stride_bytes distance from one value to the next in bytes; a multiple of 8; negative and 0 are legal
 * @param[out] error names the unit of an infinite value; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_INFINITE,
 * #INNO_E_NOMEM; on failure the dataset is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_add_column(inno_dataset *dataset, const char *code, const double *values,
                                                       ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Adds the columns of a matrix, in the order of the units. The values are copied. All of them or none.
 * @param dataset the object
 * @param codes count texts, unique among themselves and the columns; UTF-8 without control characters
 * @param count of columns, 0 or more
 * @param values one double a row and column, each column in its own units; NaN = missing; infinite is refused and named
 * @param row_stride_bytes distance from a value to that of the next row in bytes; a multiple of 8; negative and 0 are legal
 * @param column_stride_bytes distance from a value to that of the next column in bytes; likewise
 * @param[out] error names the code that is wrong, or column and unit of an infinite value; NULL is allowed
 * @return as inno_dataset_add_column(), and #INNO_E_ARGUMENT for a negative count; on failure the dataset is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_add_columns(inno_dataset *dataset, const char *const *codes, int64_t count,
                                                        const double *values, ptrdiff_t row_stride_bytes,
                                                        ptrdiff_t column_stride_bytes, inno_error *error);

/**
 * @brief Adds a grouping of the units, for instance by region.
 * @param dataset the object
 * @param name unique among the groupings; UTF-8 without control characters
 * @param labels one label a row; NULL or "" = the unit is in no group; copied
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_SIZE, #INNO_E_NOMEM; on failure the dataset is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_add_group(inno_dataset *dataset, const char *name,
                                                      const char *const *labels, inno_error *error);

/**
 * @brief Number of units.
 * @param dataset NULL gives 0
 * @return 0 to #INNO_LIMIT_UNITS
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_dataset_unit_count(const inno_dataset *dataset);

/**
 * @brief Number of periods.
 * @param dataset NULL gives 0
 * @return 1 for a dataset without periods
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_dataset_period_count(const inno_dataset *dataset);

/**
 * @brief Value of a period.
 * @param dataset the object
 * @param period 0 to period count - 1
 * @return NaN for a dataset without periods and when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API double INNO_CALL inno_dataset_period(const inno_dataset *dataset, int64_t period);

/**
 * @brief Code of a unit.
 * @param dataset the object
 * @param unit 0 to unit count - 1
 * @return text that lives as long as the dataset; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_dataset_unit_code(const inno_dataset *dataset, int64_t unit);

/**
 * @brief Number of a unit.
 * @param dataset the object
 * @param code text
 * @return 0 to unit count - 1; -1 when there is none or an argument is NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_dataset_find_unit(const inno_dataset *dataset, const char *code);

/**
 * @brief Number of columns.
 * @param dataset NULL gives 0
 * @return 0 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_dataset_column_count(const inno_dataset *dataset);

/**
 * @brief Code of a column, in the order they were added.
 * @param dataset the object
 * @param column 0 to column count - 1
 * @return text that lives as long as the dataset; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_dataset_column_code(const inno_dataset *dataset, int64_t column);

/**
 * @brief Number of a column.
 * @param dataset the object
 * @param code text
 * @return 0 to column count - 1; -1 when there is none or an argument is NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_dataset_find_column(const inno_dataset *dataset, const char *code);

/**
 * @brief Copies a column out.
 * @param dataset the object
 * @param code of a column
 * @param[out] out one double a row; NaN = missing
 * @param stride_bytes distance from one place to the next in bytes, a multiple of 8, not 0 for more than one row
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_ALIGN, #INNO_E_ARGUMENT; out is untouched on failure
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_column(const inno_dataset *dataset, const char *code, double *out,
                                                   ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief SHA-256 in lower-case hexadecimal over the canonical form of the data: codes of the units, periods, columns with
 * exact values, groupings with their labels; docs/handbook/json.md has it byte by byte.
 *
 * The order in which columns and groupings were added does not matter, nor do the sign of a zero and the payload of a
 * NaN. The order of the units does: sums over units run in it, so that another order may change a last bit.
 * @param dataset the object
 * @param[out] buffer of at least #INNO_FINGERPRINT_BYTES bytes; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: scratch. Time: proportional to the cells. Source: FIPS 180-4. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_dataset_fingerprint(const inno_dataset *dataset, char *buffer, int64_t capacity,
                                                        inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
