/** @file
 * Tallies: what many replicates of an uncertainty said, in whole numbers, so that adding up is exact: two tallies of
 * different replicates, merged in any order and grouping, are equal to the bit to one of all of them.
 *
 * What is counted is decided at creation by the options of the uncertainty's scheme: ranks always; scores on a fixed-point
 * scale, pairs of units and central weights when asked for. Memory does not depend on the number of replicates.
 *
 * A replicate that fails (a zero under a geometric mean) is counted with its status, never dropped in silence; the lowest
 * number of a failed one is kept, and inno_uncertainty_replay() says what went wrong.
 * @since 0.1
 */
#ifndef INNOSCORE_TALLY_H
#define INNOSCORE_TALLY_H

#include "innoscore/uncertainty.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Counts of many replicates. Belongs to one thread at a time. @since 0.1 */
typedef struct inno_tally inno_tally;

/** @name Numbers of a unit
 * @{ */
#define INNO_TALLY_NOMINAL 1      /**< nominal rank. @since 0.1 */
#define INNO_TALLY_MEAN 2         /**< mean rank, over the replicates in which it has one. @since 0.1 */
#define INNO_TALLY_SD 3           /**< standard deviation of the rank, divisor count - 1. @since 0.1 */
#define INNO_TALLY_ERROR 4        /**< standard error of the mean rank. @since 0.1 */
#define INNO_TALLY_BEST 5         /**< best rank that was seen. @since 0.1 */
#define INNO_TALLY_WORST 6        /**< worst. @since 0.1 */
#define INNO_TALLY_UNRANKED 7     /**< replicates in which it has no rank. @since 0.1 */
#define INNO_TALLY_SCORE_MEAN 10  /**< mean score; NaN unless scores are counted, or when some were beyond the scale. @since 0.1 */
#define INNO_TALLY_SCORE_SD 11    /**< standard deviation of the score, likewise. @since 0.1 */
#define INNO_TALLY_SCORE_BELOW 12 /**< scores below the scale. @since 0.1 */
#define INNO_TALLY_SCORE_ABOVE 13 /**< scores above the scale. @since 0.1 */
/** @} */

/**
 * @brief Makes an empty tally.
 * @param allocator NULL = malloc; copied
 * @param uncertainty what it will count; may be destroyed before the tally
 * @param[out] out the new tally, NULL on failure; destroy with inno_tally_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: const-shared uncertainty. Allocates: yes: units^2 counts for the ranks. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_create(const inno_allocator *allocator, const inno_uncertainty *uncertainty,
                                                 inno_tally **out, inno_error *error);

/**
 * @brief Destroys a tally.
 * @param tally NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_tally_destroy(inno_tally *tally);

/**
 * @brief Runs replicates first to first + count - 1 and counts them.
 *
 * @param tally made for this uncertainty
 * @param uncertainty shared by all threads
 * @param first 0 or more
 * @param count 0 or more; first + count at most 2^62
 * @param[out] error NULL is allowed
 * @return #INNO_OK (failed replicates are counted), #INNO_E_NULL, #INNO_E_ARGUMENT (also a tally of something else),
 * #INNO_E_OVERFLOW (more than 2^53 replicates), #INNO_E_NOMEM; on failure the tally is as before
 * @note Threads: exclusive tally. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_run(inno_tally *tally, const inno_uncertainty *uncertainty, int64_t first,
                                              int64_t count, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
