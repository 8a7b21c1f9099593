/** @file
 * The flat tier: every rule on one column or one small matrix, for spreadsheet cells and for callers without handles.
 *
 * The same rules for every function here:
 * - Only double, int32_t and pointers to double. Every array is of doubles, as cells are; it is the caller's.
 * - Missing is NaN: an empty cell. An infinite value is refused.
 * - Options come after the data. NaN (double) or INT32_MIN (int32_t) means the default, which is the one of the
 *   scheme keys in scheme.h; so are the bounds. An option that the chosen rule would not read is refused, not
 *   ignored.
 * - A function that returns double gives one number, and NaN when there is none and on any error;
 *   inno_flat_check() says what is wrong with a column.
 * - A function that returns int32_t gives a status and writes to out, its last argument. On any error the whole out
 *   is NaN (also where out is x), except that nothing is written when the sizes are wrong or out is NULL or misaligned.
 *   The result has as many values as the input. out may be x itself where that is said; no other overlap is allowed.
 * - Every array function can also return #INNO_E_NULL (a required pointer), #INNO_E_ARGUMENT (a negative size, a
 *   direction that is not 1 or -1, an order that is not 0 or 1), #INNO_E_SIZE (a limit of limits.h, or more than
 *   INT32_MAX cells), #INNO_E_ALIGN (an array not on a multiple of 8 bytes), #INNO_E_INFINITE, #INNO_E_OVERFLOW (a
 *   result is infinite), #INNO_E_DOMAIN (values so far apart or so close that their distance is no double),
 * #INNO_E_VALUE (an option outside its bounds or one that is not read), #INNO_E_RULE (an unknown rule or choice) and
 * #INNO_E_NOMEM. Only what is particular is listed below.
 * - A count of 0 is legal, with NULL arrays: an array function then writes nothing and returns #INNO_OK.
 * - Positions count from 1, as MATCH and ROW give them.
 * - A matrix is rows x columns with column_major 0 (C, NumPy: row by row) or 1 (VBA, Fortran: column by column).
 *
 * A call computes exactly what the pipeline computes for one indicator or one node: the same code, the same bits.
 *
 * From VBA: Declare PtrSafe Function inno_flat_minmax Lib "innoscore" (ByRef x As Double, ByVal n As Long, ByVal
 * direction As Long, ByVal lower As Double, ByVal upper As Double, ByVal log As Long, ByRef out As Double) As
 * Long; pass x(1), UBound(x) and &H80000000 for a default; an optional array is declared ByVal As LongPtr and
 * passed as VarPtr(w(1)) or 0.
 * @since 0.1
 */
#ifndef INNOSCORE_FLAT_H
#define INNOSCORE_FLAT_H

#include "innoscore/flat_aggregate.h"
#include "innoscore/flat_analysis.h"
#include "innoscore/flat_data.h"
#include "innoscore/flat_normalize.h"
#include "innoscore/flat_treat.h"
#include "innoscore/flat_weights.h"
#include "innoscore/limits.h"
#include "innoscore/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What is wrong with a column, for the functions that only give NaN.
 * @param x n values in any unit; NaN = missing
 * @param n 0 to #INNO_LIMIT_UNITS
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_SIZE, #INNO_E_ALIGN, #INNO_E_INFINITE, #INNO_E_NODATA
 * (n = 0 or all missing), #INNO_E_CONSTANT (one value, or all equal), #INNO_E_NOMEM
 * @note Threads: pure. Allocates: scratch. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_flat_check(const double *x, int32_t n);

#ifdef __cplusplus
}
#endif
#endif
