/** @file
 * Frames: the constants that treatment and normalization took from one dataset, held to be used for another.
 *
 * A result that kept its steps knows them: minimum and maximum, mean and standard deviation, which treatment was kept,
 * where winsorizing ended. inno_frames_create_from_result() takes them out, inno_frames_write() and inno_frames_read()
 * keep them as a text, and inno_result_create_with_frames() computes another dataset with them under the same method: a
 * later year, provinces that were merged, one province more. Scores then mean the same as in the first dataset. With
 * the
 * dataset that the frames come from the result is the same, bit for bit.
 *
 * A frame that served all rows of the first dataset (frame = pooled or base, or one period only) serves all rows of the
 * next. Frames of single periods (frame = period) serve the same periods. A value outside the frame gets a score
 * outside
 * the range of the rule, unless the rule truncates. Imputation, screening, aggregation and ranks look at the new
 * dataset.
 * @since 0.1
 */
#ifndef INNOSCORE_FRAMES_H
#define INNOSCORE_FRAMES_H

#include "innoscore/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Held constants of one method. Immutable: any number of threads may use it. @since 0.1 */
typedef struct inno_frames inno_frames;

/**
 * @brief Takes the frames out of a result. They stand alone: the result may be destroyed after it.
 * @param allocator NULL = malloc; copied
 * @param result made with #INNO_KEEP_STEPS
 * @param method the one that the result was made with, or one of the same choices
 * @param[out] out the new frames, NULL on failure; destroy with inno_frames_destroy()
 * @param[out] error names the node; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT, #INNO_E_FRAMES (a rule of ranks compares
 * units and has no constants; another method), #INNO_E_NOMEM
 * @note Threads: const-shared. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frames_create_from_result(const inno_allocator *allocator,
                                                              const inno_result *result, const inno_method *method,
                                                              inno_frames **out, inno_error *error);

/**
 * @brief Destroys frames. Results made with them stay valid; runs must be destroyed first.
 * @param frames NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_frames_destroy(inno_frames *frames);

/**
 * @brief Fingerprint of the method that the frames belong to, as inno_method_fingerprint() gives it.
 * @param frames the object
 * @param[out] buffer of at least #INNO_FINGERPRINT_BYTES bytes; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frames_fingerprint(const inno_frames *frames, char *buffer, int64_t capacity,
                                                       inno_error *error);

/**
 * @brief The frames as a text: UTF-8, one line a fact, numbers exact, the same on every platform, with a checksum.
 * @param frames the object
 * @param[out] buffer receives the text with its NUL; untouched on failure; NULL is allowed with capacity 0
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. Format: handbook, frames. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frames_write(const inno_frames *frames, char *buffer, int64_t capacity,
                                                 int64_t *needed, inno_error *error);

/**
 * @brief Reads what inno_frames_write() wrote. Nothing in the text is trusted.
 * @param allocator NULL = malloc; copied
 * @param text length bytes; needs no NUL
 * @param length of the text in bytes, without a NUL
 * @param[out] out the new frames, NULL on failure; destroy with inno_frames_destroy()
 * @param[out] error names the line; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_FRAMES (not such a text, changed, or of a newer version),
 * #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. Time: two passes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_frames_read(const inno_allocator *allocator, const char *text, int64_t length,
                                                inno_frames **out, inno_error *error);

/**
 * @brief Computes a result with held frames in place of those that the dataset would give.
 * @param allocator NULL = malloc; copied
 * @param method the method that the frames come from, or one with the same fingerprint
 * @param dataset as for inno_result_create(); base periods and reference units need not be in it
 * @param frames the constants
 * @param keep a sum of INNO_KEEP_ numbers; records of treatment and frames then show what was held: statistics and
 * points are those of the first dataset
 * @param[out] out the new result, NULL on failure; destroy with inno_result_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return as inno_result_create(), and #INNO_E_FRAMES (another method, a period that is not held), #INNO_E_DOMAIN (a
 * value
 * for which a transformation with these constants is not defined)
 * @note Threads: const-shared inputs. Allocates: once for the work, once for the result's texts. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_result_create_with_frames(const inno_allocator *allocator,
                                                              const inno_method *method, const inno_dataset *dataset,
                                                              const inno_frames *frames, int32_t keep,
                                                              inno_result **out, inno_error *error);

/**
 * @brief Prepares such a computation without doing any of it; advance it with inno_run_advance().
 * @param allocator NULL = malloc; copied
 * @param method stays alive and unchanged until the run is finished or destroyed
 * @param dataset stays alive and unchanged until the run is finished or destroyed
 * @param frames stays alive until the run is finished or destroyed
 * @param keep a sum of INNO_KEEP_ numbers
 * @param[out] out the new run, NULL on failure; destroy with inno_run_destroy()
 * @param[out] error NULL is allowed
 * @return as inno_result_create_with_frames() for what can be known before computing
 * @note Threads: const-shared inputs. Allocates: yes; advancing never does. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_run_create_with_frames(const inno_allocator *allocator, const inno_method *method,
                                                           const inno_dataset *dataset, const inno_frames *frames,
                                                           int32_t keep, inno_run **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
