/** @file
 * Limits that a call refuses to exceed, with #INNO_E_SIZE unless another status is named. They may grow in later
 * versions, never shrink.
 * @since 0.1
 */
#ifndef INNOSCORE_LIMITS_H
#define INNOSCORE_LIMITS_H

/** @brief Most units in a dataset. @since 0.1 */
#define INNO_LIMIT_UNITS 100000000
/** @brief Most nodes (indicators and aggregates) in an indicator set. @since 0.1 */
#define INNO_LIMIT_NODES 100000
/** @brief Highest level of a node. @since 0.1 */
#define INNO_LIMIT_LEVELS 100
/** @brief Longest code, name or label in bytes of UTF-8; #INNO_E_TEXT. @since 0.1 */
#define INNO_LIMIT_TEXT 1000
/** @brief Most steps in a method. @since 0.1 */
#define INNO_LIMIT_STEPS 64
/** @brief Most numbers in one list. @since 0.1 */
#define INNO_LIMIT_LIST 200
/** @brief Most rules in one treatment chain; #INNO_E_RULE. @since 0.1 */
#define INNO_LIMIT_CHAIN 8
/** @brief Most combinations of alternative schemes in an uncertainty. @since 0.1 */
#define INNO_LIMIT_COMBINATIONS 4096
/** @brief Most alternatives of one assumption, and most nodes that one is about. @since 0.1 */
#define INNO_LIMIT_ALTERNATIVES 100000
/** @brief Most children of a family whose weights are uniform between bounds. @since 0.1 */
#define INNO_LIMIT_BOUNDED 10
/** @brief Most ranges of replicates in a tally; neighbours are one. @since 0.1 */
#define INNO_LIMIT_TALLY_RANGES 4096
/** @brief Most bins of the scores of a unit. @since 0.1 */
#define INNO_LIMIT_TALLY_BINS 1000000
/** @brief Bytes of a fingerprint: 64 hexadecimal digits and NUL. @since 0.1 */
#define INNO_FINGERPRINT_BYTES 65

#endif
