/** @file
 * Status codes: what a call returns. 0 is success; every other value is an error.
 * Bands: 1-99 the call was wrong, 100-199 the data are, 200-299 the numbers cannot be computed, 300-399 resources.
 * Numbers are frozen: a retired one stays reserved.
 * @since 0.1
 */
#ifndef INNOSCORE_STATUS_H
#define INNOSCORE_STATUS_H

#include <stdint.h>

#include "innoscore/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Result of a call: #INNO_OK or one of the INNO_E_ codes. @since 0.1 */
typedef int32_t inno_status;

/** @name Statuses
 * @{ */
#define INNO_OK 0                    /**< success. @since 0.1 */
#define INNO_E_NULL 1                /**< a required pointer is NULL. @since 0.1 */
#define INNO_E_ARGUMENT 2            /**< an argument is outside its range. @since 0.1 */
#define INNO_E_KEY 3                 /**< this scheme has no such key. @since 0.1 */
#define INNO_E_TYPE 4                /**< the key has another type. @since 0.1 */
#define INNO_E_VALUE 5               /**< the value is outside the key's range. @since 0.1 */
#define INNO_E_RULE 6                /**< unknown rule. @since 0.1 */
#define INNO_E_CODE 7                /**< unknown code. @since 0.1 */
#define INNO_E_DUPLICATE 8           /**< the code is already there. @since 0.1 */
#define INNO_E_TREE 9                /**< the indicator set is not a tree with one index. @since 0.1 */
#define INNO_E_FROZEN 10             /**< the object is frozen. @since 0.1 */
#define INNO_E_NOT_FROZEN 11         /**< the object is not frozen yet. @since 0.1 */
#define INNO_E_ORDER 12              /**< the steps are not in a possible order. @since 0.1 */
#define INNO_E_BUFFER 13             /**< the buffer is too small. @since 0.1 */
#define INNO_E_ALIGN 14              /**< pointer or stride is not a multiple of 8 bytes. @since 0.1 */
#define INNO_E_NOT_KEPT 15           /**< the result did not keep this. @since 0.1 */
#define INNO_E_TEXT 16               /**< the text is not valid UTF-8 without control characters. @since 0.1 */
#define INNO_E_UNFINISHED 17         /**< the run is not finished. @since 0.1 */
#define INNO_E_FRAMES 18             /**< the frames are of another method, or unusable. @since 0.1 */
#define INNO_E_TALLY 19              /**< the tally is of something else, of the same replicates, or unusable. @since 0.1 */
#define INNO_E_JSON 20               /**< the text is no JSON of the expected form. @since 0.1 */
#define INNO_E_INFINITE 100          /**< a value is infinite. @since 0.1 */
#define INNO_E_NODATA 101            /**< there are no values. @since 0.1 */
#define INNO_E_CONSTANT 102          /**< all values are equal. @since 0.1 */
#define INNO_E_MISSING_COLUMN 103    /**< the dataset has no such column. @since 0.1 */
#define INNO_E_MISSING_GROUP 104     /**< the dataset has no such group. @since 0.1 */
#define INNO_E_MISSING_PARAMETER 105 /**< the rule needs a parameter that is not set. @since 0.1 */
#define INNO_E_WEIGHTS 106           /**< the weights of a node sum to zero. @since 0.1 */
#define INNO_E_INCONSISTENT 107      /**< judgements of experts contradict each other or do not add up. @since 0.1 */
#define INNO_E_NONPOSITIVE 200       /**< a logarithm, ratio or mean met a value that is not positive. @since 0.1 */
#define INNO_E_DOMAIN 201            /**< the rule is not defined for these values. @since 0.1 */
#define INNO_E_OVERFLOW 202          /**< a result is too large for a double. @since 0.1 */
#define INNO_E_CONVERGENCE 203       /**< a search did not converge within its limit. @since 0.1 */
#define INNO_E_NOMEM 300             /**< out of memory. @since 0.1 */
#define INNO_E_SIZE 301              /**< a size is beyond the limits. @since 0.1 */
/** @} */

/** @brief Language of sentences: English. @since 0.1 */
#define INNO_LANGUAGE_EN 0
/** @brief Language of sentences: Vietnamese. @since 0.1 */
#define INNO_LANGUAGE_VI 1

/**
 * @brief Name of a status, for instance "INNO_E_NULL".
 * @param status any number
 * @return static text, never NULL; "INNO_E_UNKNOWN" for a number that is no status
 * @note Threads: pure. Allocates: never.
 * @since 0.1
 */
INNO_API const char *INNO_CALL inno_status_name(inno_status status);

/**
 * @brief One general sentence for a status; the particular one is in the #inno_error of the call.
 * @param status any number
 * @param language #INNO_LANGUAGE_EN or #INNO_LANGUAGE_VI; any other number gives English
 * @return static UTF-8 text, never NULL
 * @note Threads: pure. Allocates: never.
 * @since 0.1
 */
INNO_API const char *INNO_CALL inno_status_text(inno_status status, int32_t language);

#ifdef __cplusplus
}
#endif
#endif
