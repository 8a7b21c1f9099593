/** @file
 * Verification: a published table against the method that it claims, against a result, and against itself.
 *
 * A publication (inno_publication) holds what was printed: scores of some nodes and units with the decimals they were
 * printed with, and ranks. inno_analysis_create_verification() says of every printed number whether it agrees, agrees
 * only under some rounding, or disagrees; of every rank whether it goes with the printed scores; and of every printed
 * aggregate whether it goes with its own printed parts. Only the indicator set is needed; a method adds its weights,
 * rules and ties, a result the computed numbers. inno_analysis_create_implied_weights() asks the other way round: which
 * weights does the table imply, and can any weights explain it?
 *
 * Both give an inno_analysis: tables of numbers, and findings with sentences. What they are told is a scheme of
 * #INNO_STEP_EXPLAIN. Nodes in the fields are those of the indicator set, units those of the publication. Definitions,
 * exactness and limits: docs/handbook/verification.md.
 * @since 0.1
 */
#ifndef INNOSCORE_VERIFICATION_H
#define INNOSCORE_VERIFICATION_H

#include "innoscore/analysis.h"
#include "innoscore/method.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A printed table. Mutable; any number of threads may verify the same one while nobody changes it. @since 0.1 */
typedef struct inno_publication inno_publication;

/** @brief Most decimals of a printed score. @since 0.1 */
#define INNO_LIMIT_DECIMALS 340
/** @brief Decimals are found out: as many as any value of the column needs. @since 0.1 */
#define INNO_DECIMALS_FIND (-1)

/** @name Tables
 * @{ */
#define INNO_RECORD_VERIFIED_NODE 360 /**< one for the whole table (NODE -1), then one a node with printed scores: how
    many agree, and which single rounding explains most. @since 0.1 */
#define INNO_RECORD_VERIFIED_SCORE 361 /**< one a printed score, the units of a node together. @since 0.1 */
#define INNO_RECORD_VERIFIED_RANK 362 /**< one a printed rank, the units of a node together. @since 0.1 */
#define INNO_RECORD_VERIFIED_PARTS 363 /**< one a printed score of an aggregate: between which ends its printed parts
    let it lie. Only with a method. @since 0.1 */
#define INNO_RECORD_IMPLIED 364 /**< one a printed aggregate: how well any weights explain it. @since 0.1 */
#define INNO_RECORD_IMPLIED_WEIGHT 365 /**< one a part of such an aggregate. @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h and analysis.h
 * @{ */
#define INNO_FIELD_DECIMALS 410 /**< I64: decimals that the score was printed with; of a node the most. @since 0.1 */
#define INNO_FIELD_VERDICT 411 /**< I64: an INNO_VERDICT_ number. @since 0.1 */
#define INNO_FIELD_ROUNDINGS 412 /**< I64: sum of the INNO_ROUNDING_ numbers that give the printed score; 0 = none, or
    only with a computed number that is a few ulps off. @since 0.1 */
#define INNO_FIELD_LAST_DIGITS 413 /**< F64: printed minus computed, in units of the last printed digit; of parts the
    distance from the nearer end. @since 0.1 */
#define INNO_FIELD_AGREEING 414 /**< I64: scores that agree. @since 0.1 */
#define INNO_FIELD_ROUNDED 415 /**< I64: scores that agree only under a rounding. @since 0.1 */
#define INNO_FIELD_DISAGREEING 416 /**< I64: scores that disagree, or that the result does not have. @since 0.1 */
#define INNO_FIELD_HALF_UP 417 /**< I64: scores that #INNO_ROUNDING_HALF_UP gives; those included that no rounding gives
    but for the ulps. @since 0.1 */
#define INNO_FIELD_HALF_EVEN 418 /**< I64: likewise #INNO_ROUNDING_HALF_EVEN. @since 0.1 */
#define INNO_FIELD_TRUNCATED 419 /**< I64: likewise #INNO_ROUNDING_TRUNCATED. @since 0.1 */
#define INNO_FIELD_ROUNDING 420 /**< I64: the rounding that gives most of them (of equals the one that is stated, then
    the lower number); 0 = nothing was compared. @since 0.1 */
#define INNO_FIELD_EXPLAINED 421 /**< I64: how many that one gives. @since 0.1 */
#define INNO_FIELD_MATRIX_RANK 422 /**< I64: rank of the differences between the parts; ITEMS - 1 when their weights are
    unique. @since 0.1 */
#define INNO_FIELD_UNIQUE 423 /**< I64: 1 = only one set of weights is best. @since 0.1 */
#define INNO_FIELD_EXPLICABLE 424 /**< I64: 1 = weights exist that give every printed score within rounding, 0 = none
    do, -1 = not decided (STATUS says why). @since 0.1 */
#define INNO_FIELD_EXCESS 425 /**< F64: how far beyond rounding the worst unit stays under the best weights for it, in
    units of the last digit; 0 or less = explicable. @since 0.1 */
/** @} */

/** @name Verdicts on a printed number: of a score; of ranks and parts as said
 * @{ */
#define INNO_VERDICT_NONE 0 /**< nothing to compare with: no result, a unit that it does not have, parts that are not
    known (STATUS). @since 0.1 */
#define INNO_VERDICT_AGREES 1 /**< the stated rounding of the computed number gives the printed one, also if the
    computed one is off by the ulps allowed. A rank: it is the computed one. Parts: the score lies between the ends that
    they give. @since 0.1 */
#define INNO_VERDICT_ROUNDED 2 /**< agrees only under a rounding: another one than stated gives it, or the computed
    number lies within the ulps of a tie. A rank: not the computed one, but between LOWER and UPPER. Parts: never.
    @since 0.1 */
#define INNO_VERDICT_DISAGREES 3 /**< no rounding gives it; a rank: outside LOWER..UPPER; parts: they cannot give the
    score. @since 0.1 */
#define INNO_VERDICT_MISSING 4 /**< printed, and the result has no value. Parts: never. @since 0.1 */
/** @} */

/** @name Findings
 * @{ */
#define INNO_FINDING_SCORE_DIFFERS 100 /**< a printed score disagrees. VALUE: printed. THRESHOLD: computed.
    @since 0.1 */
#define INNO_FINDING_SCORE_MISSING 101 /**< a score was printed that the result does not have. VALUE: printed.
    @since 0.1 */
#define INNO_FINDING_RANK_DIFFERS 102 /**< a printed rank disagrees. VALUE: printed. THRESHOLD: computed. @since 0.1 */
#define INNO_FINDING_RANK_MISSING 103 /**< a rank was printed that the result does not have. VALUE: printed.
    @since 0.1 */
#define INNO_FINDING_RANK_ORDER 104 /**< ranks against the order of the printed scores: UNIT has the lower printed score
    and a rank number that is not higher than that of OTHER, a unit too; one of the two goes against the other units.
    VALUE: printed score of UNIT. THRESHOLD: that of OTHER, always higher. @since 0.1 */
#define INNO_FINDING_RANK_REPEATED 105 /**< a rank is printed twice, and the next one is not left out; OTHER is a unit.
    VALUE: the rank. THRESHOLD: the one that should be left out. @since 0.1 */
#define INNO_FINDING_RANK_IMPOSSIBLE 106 /**< a rank that no unit can have. VALUE: it. @since 0.1 */
#define INNO_FINDING_PARTS_DIFFER 107 /**< a printed score that its own printed parts cannot give. VALUE: it. THRESHOLD:
    the nearest that they give. @since 0.1 */
#define INNO_FINDING_UNIT_UNKNOWN 108 /**< a unit that the result does not have. @since 0.1 */
#define INNO_FINDING_ROUNDING_OTHER 109 /**< a column was printed under another rounding than stated: OTHER, an
    INNO_ROUNDING_ number. VALUE: scores that the stated one gives. THRESHOLD: of how many. @since 0.1 */
#define INNO_FINDING_ROUNDING_MIXED 110 /**< no single rounding explains a column: the best one leaves more than a tenth.
    VALUE: scores that the best one gives. THRESHOLD: of how many. @since 0.1 */
#define INNO_FINDING_WEIGHTS_NONE 111 /**< no weights explain the printed scores of an aggregate. VALUE: EXCESS.
    @since 0.1 */
#define INNO_FINDING_WEIGHTS_OTHER 112 /**< the weights of the method do not, others do; OTHER is the part whose weight
    is farthest off. VALUE: the method's weight of it. THRESHOLD: the nearest weight that explains. @since 0.1 */
#define INNO_FINDING_ROUNDING_ODD 113 /**< a score that another rounding gives, not that of its column. VALUE: printed.
    THRESHOLD: computed. @since 0.1 */
/** @} */

/**
 * @brief Makes an empty publication.
 * @param allocator NULL = malloc; copied
 * @param set frozen; copied, so it may be destroyed
 * @param unit_count 1 to #INNO_LIMIT_UNITS
 * @param codes unit_count unique texts: the units that were printed, in any order
 * @param[out] out the new publication, NULL on failure; destroy with inno_publication_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOT_FROZEN, #INNO_E_SIZE, #INNO_E_TEXT, #INNO_E_DUPLICATE,
 * #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_publication_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                                       int64_t unit_count, const char *const *codes,
                                                       inno_publication **out, inno_error *error);

/**
 * @brief Destroys a publication. Analyses made of it stay valid.
 * @param publication NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_publication_destroy(inno_publication *publication);

/**
 * @brief Sets the printed scores of a node, of all units; those set before are replaced.
 * @param publication the object
 * @param node code of a node; of an indicator its normalized values are meant
 * @param scores one double a unit, in units of the score; NaN = not printed; infinite is refused
 * @param stride_bytes distance from one value to the next in bytes, a multiple of 8, may be 0 or negative
 * @param decimals 0 to #INNO_LIMIT_DECIMALS; #INNO_DECIMALS_FIND = the most that any of these values needs to be read
 * back, which a column that lost its trailing zeros (13, 29.6) has right
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_ARGUMENT, #INNO_E_ALIGN, #INNO_E_SIZE, #INNO_E_INFINITE,
 * #INNO_E_NOMEM; on failure nothing has changed
 * @note Threads: exclusive. Allocates: on first use of a node. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_publication_set_scores(inno_publication *publication, const char *node,
                                                           const double *scores, ptrdiff_t stride_bytes,
                                                           int32_t decimals, inno_error *error);

/**
 * @brief Sets one printed score as the text that was printed: its decimals are counted there, so that 0.50 has two.
 * @param publication the object
 * @param node code of a node
 * @param unit code of a unit
 * @param text a decimal number with a point, "46.50" or "1.2e-3", blanks around it allowed; NULL or "" = not printed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_TEXT (not a number, or beyond the doubles), #INNO_E_VALUE (more
 * decimals than #INNO_LIMIT_DECIMALS), #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: on first use of a node. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_publication_set_score_text(inno_publication *publication, const char *node,
                                                               const char *unit, const char *text, inno_error *error);

/**
 * @brief Sets the printed ranks of a node, of all units; those set before are replaced.
 * @param publication the object
 * @param node code of a node
 * @param ranks one double a unit; NaN = not printed; infinite is refused, whatever else is a matter of verification
 * @param stride_bytes as in inno_publication_set_scores()
 * @param[out] error NULL is allowed
 * @return as inno_publication_set_scores()
 * @note Threads: exclusive. Allocates: on first use of a node. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_publication_set_ranks(inno_publication *publication, const char *node,
                                                          const double *ranks, ptrdiff_t stride_bytes,
                                                          inno_error *error);

/**
 * @brief Verifies a publication: #INNO_RECORD_VERIFIED_NODE, #INNO_RECORD_VERIFIED_SCORE, #INNO_RECORD_VERIFIED_RANK,
 * #INNO_RECORD_VERIFIED_PARTS, #INNO_RECORD_FINDING.
 *
 * Scores: the decision is exact. The printed number is a whole number of last digits; the computed double is its exact
 * binary value; whether a rounding turns the one into the other is decided in whole numbers. Because another correct
 * program may be a few last bits off, a computed number within `ulps` ulps of a tie agrees only under a rounding.
 *
 * Ranks: with a result, a printed rank agrees with the computed one, agrees under a rounding (the units between were
 * printed with the same score), or disagrees. Always: the smallest set of units is found without which ranks and printed
 * scores have the same order; equal printed scores with different ranks are consistent, equal ranks with different
 * printed scores are not. Ranks that no unit can have, and ranks that a tie leaves out and that are printed all the same,
 * are found under the ties of the result, else of the method, else competition.
 *
 * Parts: with a method, a printed aggregate is computed again from the ends of the intervals that its printed children
 * may have been rounded from; an aggregate that was not printed stands for its own children. For rules that never fall
 * when a child rises (the means, sum, median, minimum, owa, mean_of_best, mean_of_worst, mean_min) these are the ends of
 * what is possible; other rules have #INNO_E_RULE in STATUS. Ends are computed in double and widened by `ulps` ulps.
 *
 * What the tables hold:
 * - VERIFIED_NODE: NODE, COUNT (scores that were printed), DECIMALS, AGREEING, ROUNDED, DISAGREEING, HALF_UP,
 *   HALF_EVEN, TRUNCATED, ROUNDING, EXPLAINED.
 * - VERIFIED_SCORE: NODE, UNIT, VALUE (printed), DECIMALS, SCORE (computed; NaN = none), VERDICT, ROUNDINGS,
 *   LAST_DIGITS.
 * - VERIFIED_RANK: NODE, UNIT, VALUE (printed), RANK (computed; NaN = none), LOWER and UPPER (best and worst
 *   computed rank of the units that were printed with the same score, its own with ties either way; NaN = none),
 *   VERDICT.
 * - VERIFIED_PARTS: NODE, UNIT, VALUE (printed), LOWER and UPPER (between which the parts let it lie), VERDICT,
 *   LAST_DIGITS, STATUS.
 * - FINDING: FINDING, SEVERITY, NODE, OTHER, UNIT, VALUE, THRESHOLD: the numbers of the sentence, as INNO_FINDING_
 *   says.
 *
 * Sentences write a printed score with the decimals that it was printed with (46.50), up to 17 of them; of a column of
 * #INNO_DECIMALS_FIND with those that were found.
 *
 * Findings are one an error: what follows from a cell that was already found is in the tables, not said again.
 *
 * Reads period, rounding, ulps, ranked_units.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param publication the printed table
 * @param method of the same indicator set; NULL = no parts are looked at
 * @param result of the same indicator set; its units are found by their codes; NULL = nothing computed to compare with
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (a scheme of another step, a method or result of another indicator
 * set), #INNO_E_VALUE (no such period), #INNO_E_NODATA (nothing was printed), #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: const-shared inputs. Allocates: yes. Time: n log n a node. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_verification(const inno_allocator *allocator,
                                                                 const inno_scheme *options,
                                                                 const inno_publication *publication,
                                                                 const inno_method *method, const inno_result *result,
                                                                 inno_analysis **out, inno_error *error);

/**
 * @brief The weights that a printed table implies: #INNO_RECORD_IMPLIED, #INNO_RECORD_IMPLIED_WEIGHT,
 * #INNO_RECORD_FINDING.
 *
 * Of every printed aggregate whose parts were printed (a child that was not printed stands for its own children) and
 * whose rule is arithmetic, or geometric (then of logarithms; units with an end at or below 0 are left out). Weights are
 * those of the parts in the aggregate: at least 0, sum 1.
 * WEIGHT: least squares, by P. Wolfe's nearest point; STANDARD_ERROR: of the weights above 0, from the residuals, which
 * are rounding and misprints, not sampling; NaN for the others, and for all where UNIQUE is 0: other weights are as
 * good then, and LOWER, UPPER say how far they go. LOWER, UPPER: between which ends the weight can lie such that every
 * printed score is within rounding of what the parts, each within its own rounding, give: linear programs, held to 1e-6
 * last digits; NaN where no weights do. No rounding is taken for less than 1e-9 of the largest number of the table:
 * what was printed with more digits is explained to that precision. Sums over units run in their order.
 *
 * What the tables hold:
 * - IMPLIED: NODE, COUNT (units with every number), ITEMS (parts), RESIDUAL_SD, RESIDUAL (the largest, with its sign),
 *   UNIT (whose that is), MATRIX_RANK, UNIQUE, EXPLICABLE, EXCESS, STATUS.
 * - IMPLIED_WEIGHT: PARENT (the aggregate), NODE (the part), WEIGHT, STANDARD_ERROR, LOWER, UPPER, SHARE (weight that
 *   the method gives the part; NaN = not known).
 *
 * Reads period, rounding.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param publication the printed table
 * @param method of the same indicator set; NULL = every aggregate is arithmetic and nothing is known of its weights
 * @param result of the same indicator set, for weights that a method computes; NULL is allowed
 * @param[out] out as inno_analysis_create_verification()
 * @param[out] error NULL is allowed
 * @return as inno_analysis_create_verification(). What concerns one aggregate is in its STATUS: #INNO_E_NODATA (parts not
 * printed, fewer than 2 complete units), #INNO_E_RULE, #INNO_E_SIZE (more than 200 parts), #INNO_E_CONVERGENCE
 * @note Threads: const-shared inputs. Allocates: yes. Source: P. Wolfe 1976; C. L. Lawson, R. J. Hanson, Solving Least
 * Squares Problems, 1974. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_implied_weights(const inno_allocator *allocator,
                                                                    const inno_scheme *options,
                                                                    const inno_publication *publication,
                                                                    const inno_method *method,
                                                                    const inno_result *result, inno_analysis **out,
                                                                    inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
