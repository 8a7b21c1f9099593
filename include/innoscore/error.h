/** @file
 * The error object: status, node, unit and sentence of the last failure. The caller's, reusable, optional everywhere.
 * @since 0.1
 */
#ifndef INNOSCORE_ERROR_H
#define INNOSCORE_ERROR_H

#include "innoscore/allocator.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Receives what went wrong. Every call that takes one clears it first. @since 0.1 */
typedef struct inno_error inno_error;

/**
 * @brief Makes an empty error object.
 * @param allocator NULL = malloc
 * @param[out] out the new object, or NULL on failure; destroy it with inno_error_destroy()
 * @return #INNO_OK, #INNO_E_NULL (out), #INNO_E_ARGUMENT (allocator without functions), #INNO_E_NOMEM
 * @note Threads: pure. Allocates: once; reporting an error never does.
 * @since 0.1
 */
INNO_API inno_status INNO_CALL inno_error_create(const inno_allocator *allocator, inno_error **out);

/**
 * @brief Destroys an error object.
 * @param error NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_error_destroy(inno_error *error);

/**
 * @brief Chooses the language of the sentences of later failures.
 * @param error the object
 * @param language #INNO_LANGUAGE_EN (default) or #INNO_LANGUAGE_VI
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_error_set_language(inno_error *error, int32_t language);

/**
 * @brief Status of the last call that was given this object.
 * @param error NULL gives #INNO_OK
 * @return the status
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_error_status(const inno_error *error);

/**
 * @brief The sentence: what, where and the cure.
 * @param error NULL gives ""
 * @return UTF-8 text of at most 511 bytes, never NULL; "" after success; valid until the object is used again
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_error_message(const inno_error *error);

/**
 * @brief Code of the node (indicator or aggregate) the failure is about.
 * @param error NULL gives ""
 * @return UTF-8 text, never NULL; "" when it is about no node; cut at 127 bytes
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_error_node(const inno_error *error);

/**
 * @brief Code of the unit the failure is about.
 * @param error NULL gives ""
 * @return UTF-8 text, never NULL; "" when it is about no unit; cut at 127 bytes
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_error_unit(const inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
