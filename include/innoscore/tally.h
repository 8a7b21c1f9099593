/** @file
 * Tallies: what many replicates of an uncertainty said, in whole numbers, so that adding up is exact: two tallies of
 * different replicates, merged in any order and grouping, are equal to the bit to one of all of them.
 *
 * What is counted is decided at creation by the options of the uncertainty's scheme: ranks always; scores on a
 * fixed-point scale, pairs of units and central weights when asked for. Memory does not depend on the number of
 * replicates.
 *
 * A replicate that fails (a zero under a geometric mean) is counted with its status, never dropped in silence; the
 * lowest number of a failed one is kept, and inno_uncertainty_replay() says what went wrong.
 * @since 0.1
 */
#ifndef INNOSCORE_TALLY_H
#define INNOSCORE_TALLY_H

#include <stddef.h>

#include "innoscore/uncertainty.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Counts of many replicates. Belongs to one thread at a time. @since 0.1 */
typedef struct inno_tally inno_tally;

/** @name Numbers of a unit. A share is of the replicates that did not fail.
 * @{ */
#define INNO_TALLY_NOMINAL 1      /**< nominal rank; NaN = none. @since 0.1 */
#define INNO_TALLY_MEAN 2         /**< mean rank where it has one; NaN = nowhere. @since 0.1 */
#define INNO_TALLY_SD 3           /**< standard deviation of the rank, divisor count - 1. @since 0.1 */
#define INNO_TALLY_ERROR 4        /**< standard error of the mean rank: deviation / sqrt(count). @since 0.1 */
#define INNO_TALLY_BEST 5         /**< best rank that was seen. @since 0.1 */
#define INNO_TALLY_WORST 6        /**< worst. @since 0.1 */
#define INNO_TALLY_UNRANKED 7     /**< replicates without a rank, failed ones not counted. @since 0.1 */
#define INNO_TALLY_TOP 8          /**< share in which it is in the top. @since 0.1 */
#define INNO_TALLY_SCORE_MEAN 10  /**< mean score; NaN: not counted, or some beyond the scale. @since 0.1 */
#define INNO_TALLY_SCORE_SD 11    /**< standard deviation of the score, likewise. @since 0.1 */
#define INNO_TALLY_SCORE_BELOW 12 /**< scores below the scale; NaN: not counted. @since 0.1 */
#define INNO_TALLY_SCORE_ABOVE 13 /**< scores above the scale, likewise. @since 0.1 */
#define INNO_TALLY_SCORE_ERROR 14 /**< standard error of the mean score, as of the mean. @since 0.1 */
#define INNO_TALLY_MEDIAN 15      /**< median rank; like the next two by type 7, NaN = nowhere. @since 0.1 */
#define INNO_TALLY_LOWER 16       /**< rank at (1 - confidence) / 2 of the replicates, the option's. @since 0.1 */
#define INNO_TALLY_UPPER 17       /**< rank at (1 + confidence) / 2. @since 0.1 */
/** @} */

/** @name Matrices: a row for each unit
 *
 * Shares are of the replicates that did not fail, NaN when there are none; a unit without a rank is neither above nor
 * below another. Weights are shares among siblings, a column for each node of the indicator set. A row of ranks begins
 * with rank 1 and has a column for each rank, or for each half when ties share the mean of their ranks: 1, 1.5, 2 ..
 * @{ */
#define INNO_TALLY_RANK_COUNTS 1  /**< replicates with this rank, exactly. @since 0.1 */
#define INNO_TALLY_RANK_SHARES 2  /**< share with this rank: the acceptability of SMAA. @since 0.1 */
#define INNO_TALLY_RANK_WITHIN 3  /**< share with this rank or a better one. @since 0.1 */
#define INNO_TALLY_PAIR_WINS 4    /**< share in which the row's unit ranks above the column's; own NaN. @since 0.1 */
#define INNO_TALLY_PAIR_TIES 5    /**< share in which both have the same rank; own NaN. @since 0.1 */
#define INNO_TALLY_CENTRAL 6      /**< mean weight of a node where nobody is better; NaN = never first. @since 0.1 */
#define INNO_TALLY_SCORE_COUNTS 7 /**< scores in a bin, exactly; bins are equally wide, from the lowest. @since 0.1 */
/** @} */

/** @name Whole numbers of a tally
 * @{ */
#define INNO_TALLY_UNITS 1        /**< units. @since 0.1 */
#define INNO_TALLY_REPLICATES 2   /**< replicates, failed ones too. @since 0.1 */
#define INNO_TALLY_FAILED 3       /**< replicates that failed. @since 0.1 */
#define INNO_TALLY_FIRST_FAILED 4 /**< lowest number of them; -1 = none. @since 0.1 */
#define INNO_TALLY_FAILURES 5     /**< different statuses among them. @since 0.1 */
#define INNO_TALLY_RANGES 6       /**< ranges of replicates. @since 0.1 */
#define INNO_TALLY_COMPLETE 7     /**< replicates 0 to this - 1 are all there. @since 0.1 */
#define INNO_TALLY_CHECKPOINTS 8  /**< doublings that can be judged. @since 0.1 */
#define INNO_TALLY_TOP_COUNT 9    /**< how many are the top. @since 0.1 */
#define INNO_TALLY_HALVES 10      /**< 1 = ranks are counted in halves. @since 0.1 */
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
 * @return #INNO_OK (failed replicates are counted), #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_TALLY (a tally of something
 * else, or a replicate that it holds already), #INNO_E_SIZE (more than #INNO_LIMIT_TALLY_RANGES separate ranges),
 * #INNO_E_OVERFLOW (more than 2^53 replicates), #INNO_E_NOMEM; on failure the tally is as before
 * @note Threads: exclusive tally. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_run(inno_tally *tally, const inno_uncertainty *uncertainty, int64_t first,
                                              int64_t count, inno_error *error);

/**
 * @brief Adds the replicates of another tally of the same uncertainty. Any order and grouping gives the same bits.
 * @param into receives them
 * @param from stays as it is
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TALLY (another uncertainty or other options; a replicate that is in both),
 * #INNO_E_SIZE (more than #INNO_LIMIT_TALLY_RANGES separate ranges), #INNO_E_OVERFLOW (more than 2^53 replicates),
 * #INNO_E_NOMEM; on failure into is as before
 * @note Threads: exclusive into, const-shared from. Allocates: the list of ranges. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_merge(inno_tally *into, const inno_tally *from, inno_error *error);

/** @name Reading
 * @{ */

/**
 * @brief A whole number of the tally.
 * @param tally NULL gives 0
 * @param number INNO_TALLY_UNITS to INNO_TALLY_HALVES; any other gives 0
 * @return the number
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_tally_number(const inno_tally *tally, int32_t number);

/**
 * @brief A range of replicates that is in it. Ranges ascend; neighbours are one.
 * @param tally the object
 * @param index 0 to #INNO_TALLY_RANGES - 1
 * @param[out] first its first replicate; -1 on failure
 * @param[out] count its replicates; 0 on failure
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_range(const inno_tally *tally, int64_t index, int64_t *first, int64_t *count);

/**
 * @brief A kind of failure. inno_uncertainty_replay() of the replicate says what went wrong.
 * @param tally the object
 * @param index 0 to #INNO_TALLY_FAILURES - 1, by ascending status
 * @param[out] status of the replicates; #INNO_OK on failure
 * @param[out] count how many failed with it; 0 on failure
 * @param[out] replicate the lowest of them; -1 on failure
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_failure(const inno_tally *tally, int64_t index, inno_status *status,
                                                  int64_t *count, int64_t *replicate);

/**
 * @brief One number for every unit.
 * @param tally the object
 * @param field INNO_TALLY_NOMINAL to INNO_TALLY_UPPER
 * @param[out] out units doubles
 * @param stride bytes from one to the next
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE
 * @note Threads: const-shared. Allocates: never. Standard errors are those of independent draws; with a scrambled
 * Sobol' sequence the means are better than they say. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_unit_values(const inno_tally *tally, int32_t field, double *out,
                                                      ptrdiff_t stride, inno_error *error);

/**
 * @brief Quantiles of the ranks of every unit, exactly those of all its ranks one by one: an interval chart asks for
 * 0.05, 0.5 and 0.95.
 *
 * A confidence interval of the quantile p itself, with z = 1.96 for 95 %: ask for p - z sqrt(p (1 - p) / count) by type
 * 1 and for p + z sqrt(p (1 - p) / count) by type 1.
 * @param tally the object
 * @param probabilities 0 to 1
 * @param count how many; 0 is allowed
 * @param type 1 to 9 of Hyndman and Fan (1996); 7 is R's and COINr's
 * @param[out] out units x count doubles; NaN for a unit that never has a rank
 * @param row_stride bytes from one unit to the next
 * @param column_stride bytes from one probability to the next
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_rank_quantiles(const inno_tally *tally, const double *probabilities,
                                                         int64_t count, int32_t type, double *out, ptrdiff_t row_stride,
                                                         ptrdiff_t column_stride, inno_error *error);

/**
 * @brief Quantiles of the scores of every unit from the bins: the middle of the bin that holds the score, at most
 * half a bin away from it (and a rounding of (high - low) / 2^36). Exact ones take a second pass:
 * inno_score_pass_create().
 * @param tally the object; scores must be counted
 * @param probabilities 0 to 1
 * @param count how many; 0 is allowed
 * @param type 1 to 9, as in inno_tally_rank_quantiles()
 * @param[out] out units x count doubles; NaN when the quantile lies beyond the scale, or there is no score
 * @param row_stride bytes from one unit to the next
 * @param column_stride bytes from one probability to the next
 * @param[out] error_bound the largest distance of any of them from the exact one; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_NOT_KEPT (scores are not
 * counted)
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_score_quantiles(const inno_tally *tally, const double *probabilities,
                                                          int64_t count, int32_t type, double *out,
                                                          ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                          double *error_bound, inno_error *error);

/**
 * @brief Probability of being among the first k, with Wilson's confidence interval.
 * @param tally the object
 * @param k 1 to units; a unit is among them when its rank is k or better
 * @param confidence of the interval, above 0 and below 1
 * @param[out] share units doubles; NaN when every replicate failed; NULL = not wanted
 * @param[out] lower likewise
 * @param[out] upper likewise
 * @param stride bytes from one unit to the next in all three
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE
 * @note Threads: const-shared. Allocates: never. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_top(const inno_tally *tally, int64_t k, double confidence, double *share,
                                              double *lower, double *upper, ptrdiff_t stride, inno_error *error);

/**
 * @brief Columns of a matrix.
 * @param tally NULL gives 0
 * @param matrix INNO_TALLY_RANK_COUNTS to INNO_TALLY_SCORE_COUNTS
 * @return number of columns; 0 when it is not counted, or no matrix
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_tally_column_count(const inno_tally *tally, int32_t matrix);

/**
 * @brief A matrix, all units at once.
 * @param tally the object
 * @param matrix INNO_TALLY_RANK_COUNTS to INNO_TALLY_SCORE_COUNTS; counts are exact as doubles
 * @param[out] out units x column count doubles
 * @param row_stride bytes from one unit to the next
 * @param column_stride bytes from one column to the next
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_NOT_KEPT (not counted)
 * @note Threads: const-shared. Allocates: never. Source of acceptabilities, central weights and pairs: R. Lahdelma and
 * P. Salminen, Oper. Res. 49 (2001). @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_matrix(const inno_tally *tally, int32_t matrix, double *out,
                                                 ptrdiff_t row_stride, ptrdiff_t column_stride, inno_error *error);

/**
 * @brief What changed at a doubling: replicates 0 to n - 1 against the first half of them.
 *
 * Checkpoint k is n = 2048 * 2^k. It can be judged when the tally holds all of these replicates, whatever else it
 * holds, so the answer is the same for every split into ranges.
 * @param tally the object
 * @param checkpoint 0 to #INNO_TALLY_CHECKPOINTS - 1
 * @param[out] replicates n; 0 on failure
 * @param[out] rank_change largest change of a mean rank; infinite when a unit has its first rank in the second half
 * @param[out] top_change largest change of the probability of the top; NULL is allowed for each of the three
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT; on failure the changes are NaN
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_change(const inno_tally *tally, int64_t checkpoint, int64_t *replicates,
                                                 double *rank_change, double *top_change);

/**
 * @brief The number of replicates at which the answer had settled: the first checkpoint whose changes are both within.
 *
 * More replicates never change an answer above 0. Run on to the next checkpoint while it is 0.
 * @param tally NULL gives 0
 * @param rank_change largest change of a mean rank that is allowed, for instance 0.1
 * @param top_change largest change of the probability of the top that is allowed, for instance 0.01
 * @return the number; 0 = at no checkpoint that can be judged, also when one of the limits is NaN
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_tally_stable(const inno_tally *tally, double rank_change, double top_change);

/** @} */

/** @name Writing
 * @{ */

/**
 * @brief The tally as bytes: the same on every machine for the same replicates of the same uncertainty.
 *
 * Size query: buffer NULL and capacity 0 give #INNO_OK and the size.
 * @param tally the object
 * @param[out] buffer receives them; untouched on failure
 * @param capacity bytes in buffer
 * @param[out] needed bytes of the tally
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (capacity below 0), #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_write(const inno_tally *tally, void *buffer, int64_t capacity,
                                                int64_t *needed, inno_error *error);

/**
 * @brief A tally from bytes. Needs no uncertainty: it can be read, merged and written.
 * @param allocator NULL = malloc; copied
 * @param data what inno_tally_write() wrote
 * @param size its bytes
 * @param[out] out the new tally, NULL on failure; destroy with inno_tally_destroy()
 * @param[out] error says what is wrong; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_TALLY (cut, changed, no tally, counters that contradict
 * each other, or of a newer version), #INNO_E_NOMEM
 * @note Threads: const-shared data. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_read(const inno_allocator *allocator, const void *data, int64_t size,
                                               inno_tally **out, inno_error *error);

/**
 * @brief SHA-256 of the tally's bytes: equal for equal tallies, on every machine.
 * @param tally the object
 * @param[out] out 64 lower-case digits and NUL; empty on failure when there is room for one byte
 * @param capacity bytes in out, 65 or more
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_tally_digest(const inno_tally *tally, char *out, int64_t capacity,
                                                 inno_error *error);

/** @} */

/** @name Exact quantiles of scores
 *
 * The bins of a tally tell where the order statistics lie; a second pass over the same replicates gathers the scores of
 * these bins alone. How many that are is known when it is made, and is its memory: 8 bytes a score. Passes of different
 * ranges merge, like tallies.
 * @{ */

/** @brief A second pass. Belongs to one thread at a time. @since 0.1 */
typedef struct inno_score_pass inno_score_pass;

/**
 * @brief Makes a second pass for some quantiles of every unit.
 * @param allocator NULL = malloc; copied
 * @param tally the whole first pass, with scores; may be destroyed before
 * @param probabilities 0 to 1
 * @param count 1 or more
 * @param type 1 to 9, as in inno_tally_rank_quantiles()
 * @param most scores that may be gathered at most
 * @param[out] out the new pass, NULL on failure; destroy with inno_score_pass_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_KEPT (scores are not counted), #INNO_E_DOMAIN (a
 * quantile lies beyond the scale), #INNO_E_SIZE (more than most), #INNO_E_NOMEM
 * @note Threads: const-shared tally. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_create(const inno_allocator *allocator, const inno_tally *tally,
                                                      const double *probabilities, int64_t count, int32_t type,
                                                      int64_t most, inno_score_pass **out, inno_error *error);

/**
 * @brief Destroys a pass.
 * @param pass NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_score_pass_destroy(inno_score_pass *pass);

/**
 * @brief Runs replicates again and gathers.
 * @param pass made from a tally of this uncertainty
 * @param uncertainty shared by all threads
 * @param first 0 or more
 * @param count 0 or more
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_TALLY (a replicate that is not in the tally, or seen
 * already; other scores than those of the first pass), #INNO_E_SIZE, #INNO_E_NOMEM; on failure the pass is as before
 * @note Threads: exclusive pass. Allocates: scratch. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_run(inno_score_pass *pass, const inno_uncertainty *uncertainty,
                                                   int64_t first, int64_t count, inno_error *error);

/**
 * @brief Adds the replicates of another pass made from an equal tally for the same quantiles.
 * @param into receives them
 * @param from stays as it is
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TALLY, #INNO_E_SIZE, #INNO_E_NOMEM; on failure into is as before
 * @note Threads: exclusive into, const-shared from. Allocates: the list of ranges. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_merge(inno_score_pass *into, const inno_score_pass *from,
                                                     inno_error *error);

/**
 * @brief A pass as bytes, for inno_score_pass_merge_bytes() elsewhere. Size query as in inno_tally_write().
 * @param pass the object
 * @param[out] buffer receives them; untouched on failure
 * @param capacity bytes in buffer
 * @param[out] needed bytes of the pass
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (capacity below 0), #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_write(const inno_score_pass *pass, void *buffer, int64_t capacity,
                                                     int64_t *needed, inno_error *error);

/**
 * @brief As inno_score_pass_merge(), from bytes.
 * @param into made from an equal tally for the same quantiles
 * @param data what inno_score_pass_write() wrote
 * @param size its bytes
 * @param[out] error says what is wrong; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_TALLY, #INNO_E_SIZE, #INNO_E_NOMEM; on failure into is as
 * before
 * @note Threads: exclusive into, const-shared data. Allocates: the list of ranges. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_merge_bytes(inno_score_pass *into, const void *data, int64_t size,
                                                           inno_error *error);

/**
 * @brief The quantiles, exactly those of all scores one by one.
 * @param pass has seen every replicate of its tally
 * @param[out] out units x count doubles; NaN for a unit without any score
 * @param row_stride bytes from one unit to the next
 * @param column_stride bytes from one probability to the next
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_UNFINISHED (replicates are
 * missing)
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_score_pass_quantiles(const inno_score_pass *pass, double *out, ptrdiff_t row_stride,
                                                         ptrdiff_t column_stride, inno_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
