/** @file
 * Marginal points: what an improvement of one indicator of one unit would add to its score, and how many places it
 * would gain. Every number is the difference between two results: the present one, and that of the dataset in which
 * this one value is another. Definitions: handbook, what_if.
 * @since 0.1
 */
#ifndef INNOSCORE_MARGINAL_H
#define INNOSCORE_MARGINAL_H

#include "innoscore/analysis.h"
#include "innoscore/climb.h"
#include "innoscore/dataset.h"
#include "innoscore/method.h"
#include "innoscore/scheme.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Records and their fields, besides those of result.h, analysis.h and climb.h
 * @{ */
#define INNO_RECORD_MARGINAL 330 /**< one a unit, indicator and move: what the move would bring. @since 0.1 */
#define INNO_FIELD_MOVE 350      /**< I64: an INNO_MOVE_ number. @since 0.1 */
#define INNO_FIELD_PER_UNIT 354  /**< F64: difference / |new value - value|: points for one unit of the raw value; NaN
                                      where the value is missing. @since 0.1 */
#define INNO_FIELD_MOVED 355     /**< I64: 1 = final values of indicators moved in other rows too (a frame, a treatment,
                                      an imputed value followed), 0 = nothing but the unit's own. @since 0.1 */
/** @} */

/** @name Moves: where a value is taken to, always in the indicator's good direction
 * @{ */
#define INNO_MOVE_STEP 1     /**< a small step: the key move_step times the distance between best and worst.
    @since 0.1 */
#define INNO_MOVE_QUARTILE 2 /**< the next better quartile; of a missing value the worst of the three. @since 0.1 */
#define INNO_MOVE_MEDIAN 3   /**< the median. @since 0.1 */
#define INNO_MOVE_BEST 4     /**< the best value that a unit has. @since 0.1 */
/** @} */

/**
 * @brief What every indicator of every unit, or of one, would bring: #INNO_RECORD_MARGINAL, with the fields UNIT, NODE
 * (the indicator), MOVE, VALUE (raw, NaN = missing), NEW_VALUE, SCORE_BEFORE and RANK_BEFORE (of the node that the key
 * names, as things are), SCORE and RANK (after the move), DIFFERENCE (points: score minus score before), SHIFT (rank
 * minus rank before: below 0 = places gained), PER_UNIT, MOVED, STATUS.
 *
 * Unit after unit, indicator after indicator, four moves each. Best, worst and quartiles (type 7) are those of the
 * units with a value in the period. Where the method divides an indicator by its denominator they are those of the
 * quotients, and NEW_VALUE is the raw value that has this quotient with the unit's own denominator. NEW_VALUE and what
 * it brings is NaN where the unit is there already or better, where nobody has a value, and where the unit's
 * denominator is missing or zero; with #INNO_MOVE_STEP also where the value is missing or all values are the same.
 * Where the dataset with the move cannot be computed STATUS says why, and SCORE, RANK, DIFFERENCE and SHIFT are NaN;
 * the last two are too where the node has no score before. Points beyond the doubles are NaN with #INNO_E_OVERFLOW.
 *
 * Reads node, period (the row that is moved, and whose rank counts), move_step, hold_treatment, hold_normalization,
 * hold_imputation.
 * @param allocator NULL = malloc; copied
 * @param options a scheme of #INNO_STEP_EXPLAIN; NULL = every default
 * @param method the method
 * @param dataset as for inno_result_create()
 * @param unit 0 to unit count - 1, or -1 = all
 * @param[out] out the new analysis, NULL on failure; destroy with inno_analysis_destroy()
 * @param[out] error names node, unit and cure; NULL is allowed
 * @return as inno_result_create(); #INNO_E_ARGUMENT (a scheme of another step, unit), #INNO_E_CODE (no such node),
 * #INNO_E_VALUE (no such period), #INNO_E_FRAMES as inno_what_if_create()
 * @note Threads: const-shared inputs. Allocates: yes. Time: up to four what-ifs a unit and indicator. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_create_marginal(const inno_allocator *allocator,
                                                             const inno_scheme *options, const inno_method *method,
                                                             const inno_dataset *dataset, int64_t unit,
                                                             inno_analysis **out, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
