/** @file
 * Methods and results as JSON (RFC 8259), for other programs and for archives.
 *
 * The text is canonical: names of an object in ascending order, no white space, numbers in the shortest form that reads
 * back as the same double, written as RFC 8785 does (an integer without a point, exponents as in 1e+21 and 1e-7), but
 * minus zero is -0.0; what is missing or not finite is null; texts are UTF-8 with the fewest escapes. One line, no line
 * feed at its end. Equal objects have equal texts on every platform. docs/handbook/json.md describes every name.
 *
 * A method can be read back; a result cannot: it is computed again from method and data, whose fingerprints it names.
 * @since 0.1
 */
#ifndef INNOSCORE_JSON_H
#define INNOSCORE_JSON_H

#include "innoscore/dataset.h"
#include "innoscore/method.h"
#include "innoscore/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Writes a method as JSON: nodes, steps with the rule and parameters of every node, fingerprint.
 * @param method the object
 * @param[out] buffer receives the text with its NUL; untouched on failure; NULL is allowed with capacity 0
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. Time: proportional to the nodes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_method_write_json(const inno_method *method, char *buffer, int64_t capacity,
                                                      int64_t *needed, inno_error *error);

/**
 * @brief Makes the method that a JSON text describes. It has the same nodes, steps and choices as the one that was
 * written, and so the same fingerprint and the same results, bit for bit.
 *
 * The text may come from anywhere: white space, the order of names and the way numbers and texts are written are free;
 * names that are not known, that come twice or that are missing, and anything behind the text are refused with line and
 * column. Lists and objects may be nested 32 deep. A fingerprint need not be there; when it is, the method must have
 * it.
 * @param allocator NULL = malloc; copied
 * @param text UTF-8; need not end in NUL
 * @param length of text in bytes
 * @param[out] out the new method, NULL on failure; destroy with inno_method_destroy()
 * @param[out] error line and column, or the node and the cure; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_JSON, #INNO_E_NOMEM, #INNO_E_TREE, #INNO_E_DUPLICATE, and
 * what inno_scheme_set_text() and inno_method_create() return for what the text asks for
 * @note Threads: pure. Allocates: yes; memory in proportion to the text. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_method_read_json(const inno_allocator *allocator, const char *text, int64_t length,
                                                     inno_method **out, inno_error *error);

/**
 * @brief SHA-256 in lower-case hexadecimal over the canonical form of a method (inno_method_canonical()) followed by
 * that of the data (see inno_dataset_fingerprint()): what a result is computed from. The same fingerprint gives the
 * same bits of every score on every platform, unless constants were held from another result (frames.h).
 * @param method the object
 * @param dataset the object
 * @param[out] buffer of at least #INNO_FINGERPRINT_BYTES bytes; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: scratch. Source: FIPS 180-4. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_inputs_fingerprint(const inno_method *method, const inno_dataset *dataset,
                                                       char *buffer, int64_t capacity, inno_error *error);

/**
 * @brief Writes a result as JSON: codes of units and nodes, periods, scores, ranks, weights and searches, and as far as
 * they were kept coverage (#INNO_KEEP_COVERAGE) and raw values, values and marks after every step, records of
 * screening, treatment and frames (#INNO_KEEP_STEPS); fingerprints of method and data and of both together.
 * @param result the object
 * @param method the one that it was made with, or one of the same choices
 * @param dataset the one that it was made from, or one of the same values in the same order of units
 * @param[out] buffer receives the text with its NUL; untouched on failure; NULL is allowed with capacity 0
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (another method or dataset), #INNO_E_BUFFER, #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: scratch. Time: proportional to the values. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_write_json(const inno_result *result, const inno_method *method,
                                                      const inno_dataset *dataset, char *buffer, int64_t capacity,
                                                      int64_t *needed, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
