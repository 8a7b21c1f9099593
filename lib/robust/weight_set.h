/* A set of weights: bounds, the sum of 1, and rows that compare two weights. */
#ifndef INNO_ROBUST_WEIGHT_SET_H
#define INNO_ROBUST_WEIGHT_SET_H

#include "base/error.h"
#include "base/memory.h"
#include "innoscore/rank_bounds.h"
#include "robust/exact.h"

/* a when b is NaN */
static inline double inno__larger(double a, double b) { return b > a ? b : a; }
static inline double inno__smaller(double a, double b) { return b < a ? b : a; }

/* on_first w_first + on_second w_second >= 0 */
typedef struct {
  int32_t first, second;
  double on_first, on_second;
} inno__weight_row;

struct inno_weight_set {
  inno_allocator allocator;
  int32_t count, rows;
  int64_t capacity;      /* of rows */
  double *lower, *upper; /* one block */
  inno__weight_row *row;
};

/* The set as computations see it. */
typedef struct {
  int32_t k, rows;
  int point; /* bounds leave one vector, lower / sum(lower): the sum of 1 is no more to be asked for */
  const double *lower, *upper;
  const inno__weight_row *row;
} inno__weights;

inno_status inno__weight_set_create(const inno_allocator *a, int32_t count, inno_weight_set **out);
void inno__weight_set_destroy(inno_weight_set *set);
inno_status inno__weight_set_add(inno_weight_set *set, const inno__weight_row *row);

/* Weights divided by their sum; INNO_E_VALUE, INNO_E_WEIGHTS. */
inno_status inno__take_shares(const double *weights, ptrdiff_t stride, int32_t k, double *out, inno_error *error);

double inno__weight_set_violation(const inno__weights *set, const double *w);

/* What rounding leaves of the sum of 1: bounds that miss it by no more are a point, others contradict each other. lower
 * and upper (count each) are filled with the bounds to be used. room: 2 count doubles. */
inno_status inno__weights_take(const inno_weight_set *set, double *lower, double *upper, inno__weight_row *row,
                               double *room, inno__weights *out, inno_error *error);

/* Bounds on the largest c.w over bounds and sum, without the rows: lower <= largest <= upper with all rounding
 * included, when every coefficient lies within spread of c (NULL = exactly c). *at: a coefficient of the optimum whose
 * weight is the one between its bounds. */
typedef struct {
  double lower, upper;
  int32_t at;
} inno__largest;
inno__largest inno__weights_largest(const inno__weights *set, const double *c, const double *spread);

/* The weights of that optimum. */
void inno__weights_fill(const inno__weights *set, const double *c, double at, double *w);

/* Makes the sum 1 again and every weight lie in its bounds. */
void inno__weights_repair(const inno__weights *set, double *w);

#endif
