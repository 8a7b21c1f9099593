/* What the flat functions share: a caller's array becomes columns of our own, a kernel runs, the result is checked. */
#ifndef INNO_API_FLAT_H
#define INNO_API_FLAT_H

#include <stddef.h>
#include <stdint.h>

#include "construct/impute.h"
#include "construct/site.h"
#include "innoscore/flat.h"
#include "numeric/missing.h"

/* Scratch of small inputs lies in the table itself. */
enum { INNO__FLAT_SMALL = 8192 };

/* rows x columns doubles as columns: a copy, in which every NaN is the one missing value. */
typedef struct {
  int64_t rows;
  int32_t columns;
  double **column;
  void *work;
  inno__site site; /* names nothing: the flat tier wants the status only */
  void *block;     /* NULL: in small */
  size_t block_bytes;
  _Alignas(16) unsigned char small[INNO__FLAT_SMALL];
} inno__flat_table;

/* Bytes of scratch that the caller wants in work. */
typedef size_t (*inno__flat_work)(int64_t rows, int32_t columns);

/* INNO_OK, INNO_E_ARGUMENT, INNO_E_SIZE for a number of units, and for the shape of a matrix. */
inno_status inno__flat_check_count(int64_t n, int64_t limit);
inno_status inno__flat_check_shape(int32_t rows, int32_t columns, int32_t column_major);
/* An array of count doubles that is read or written: NULL and alignment. */
inno_status inno__flat_check_array(const double *p, int64_t count);
/* INNO_OK or INNO_E_INFINITE */
inno_status inno__flat_check_finite(const double *x, int64_t n);

/* Copies; the table may be dropped whatever the status is. work may be NULL. */
inno_status inno__flat_take(inno__flat_table *t, const double *x, int32_t rows, int32_t columns, int32_t column_major,
                            inno__flat_work work);
void inno__flat_drop(inno__flat_table *t);

/* The end of every array function: a result that became infinite is an error, and after one every value is missing.
 * count is what out holds; a status that comes from wrong sizes must come with count 0. */
inno_status inno__flat_finish(inno_status s, double *out, int64_t count);

/* Places of an array of n results; 0 when n is no size. */
static inline int64_t inno__flat_places(int64_t n) {
  return inno__flat_check_count(n, INNO_LIMIT_UNITS) == INNO_OK ? n : 0;
}

/* The first failure of two. */
static inline inno_status inno__first(inno_status a, inno_status b) { return a != INNO_OK ? a : b; }

/* ---- options: a failure is left in *s unless there is one already; the value is then of no use ---- */

/* NaN = the key's default (NaN when it has none); else inside the key's bounds. */
double inno__flat_f64(inno_status *s, double given, int32_t key);
/* INT32_MIN = the key's default; else inside its bounds or one of its choices. */
int32_t inno__flat_i32(inno_status *s, int32_t given, int32_t key);
int32_t inno__flat_direction(inno_status *s, int32_t given);
/* Puts the default of every key of a step into its rule struct, which is all zero before; a count without one stays 0. */
void inno__flat_defaults(int32_t step, void *rule);
/* A parameter without a default. */
double inno__flat_required(inno_status *s, double given, int32_t key);
/* An option that was given although the rule does not read its key. */
void inno__flat_unread(inno_status *s, double given, int32_t rule, int32_t key);
/* Weights or directions of k columns: NULL or NaN = 1. */
void inno__flat_weights(inno_status *s, const double *given, int32_t k, double *out);
void inno__flat_directions(inno_status *s, const double *given, int32_t k, int32_t *out);

/* Numbers of groups become labels 0 .. count - 1, missing becomes -1. labels: n of them; scratch: n doubles and
 * inno__rank_work_size(n) bytes. */
inno__grouping inno__flat_groups(const double *group, int64_t n, int32_t *labels, double *scratch, void *work);

#endif
