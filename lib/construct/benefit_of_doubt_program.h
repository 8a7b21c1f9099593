/* The linear program behind benefit of the doubt and its relatives: for one unit after the other
 *
 *   minimize level - base.u   with  y_i.u <= level for every unit i,  direction.u = 1,  u >= 0, level >= 0
 *
 * and bounds on the multipliers u. With direction = base = the unit's own values, 1 / level is its benefit of the
 * doubt, u / level are the multipliers in the usual scale and u_j y_j are shares that sum to 1: bounds on shares are
 * bounds of variables here. Only the extra rows differ from unit to unit, so the data are scaled once. Every search
 * begins at the vertex of a common reference, not at that of the unit before: units in any order, in any pieces, give
 * the same bits.
 *
 * A missing value of another unit counts as the least it can be, 0: u must then only keep what is known of that unit
 * below the level, so nobody's score is lowered by what is not known (T. Kuosmanen, Data envelopment analysis with
 * missing data, J. Oper. Res. Soc. 60 (2009)). The evaluated unit's missing indicators are given no multiplier. */
#ifndef INNO_CONSTRUCT_BENEFIT_OF_DOUBT_PROGRAM_H
#define INNO_CONSTRUCT_BENEFIT_OF_DOUBT_PROGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "numeric/simplex.h"

/* lower <= u_first / u_second <= upper; 0 and infinity are no bounds */
typedef struct {
  int32_t first, second;
  double lower, upper;
} inno__bod_ratio;

/* share of first >= share of second */
typedef struct {
  int32_t first, second;
} inno__bod_order;

/* One of each an indicator, or NULL for none; 0 and infinity are no bounds. */
typedef struct {
  const double *multiplier_lower, *multiplier_upper; /* of u / level */
  const double *share_lower, *share_upper;
  const inno__bod_ratio *ratios;
  const inno__bod_order *orders;
  int32_t ratio_count, order_count;
  int share_rows; /* shares are of a reference that is not the direction: they need rows */
} inno__bod_bounds;

typedef struct {
  int32_t k; /* indicators; the level is variable k */
  int64_t n; /* units */
  const inno__bod_bounds *bounds;
  inno__lp data; /* the rows of all units, as given: what a certificate is about */
  double **full; /* its columns */
  int64_t *kept; /* units that no other is at least as good as in everything: the only rows that can bind */
  int64_t kept_count;
  inno__lp lp; /* the rows kept, then the extra ones */
  inno__simplex simplex;
  double **column; /* k + 1 of n + extra rows */
  double *cost, *lower, *upper, *row_lower, *row_upper;
  double *x, *row_dual, *column_dual;
  inno__simplex_basis start;
  int has_start;
} inno__bod_program;

size_t inno__bod_program_work_size(int32_t k, int64_t n, const inno__bod_bounds *bounds);

/* columns: k of n values >= 0, NaN = missing. signs: 1, or -1 for an indicator of which less is better; NULL = all 1.
 * levelled 0: the level is 0. columns may go afterwards, bounds stay. */
void inno__bod_program_load(inno__bod_program *q, const double *const *columns, const double *signs, int32_t k,
                            int64_t n, const inno__bod_bounds *bounds, int levelled, void *work);

/* The next unit: k numbers each. reference: values that shares are of; multipliers where present is 0 stay 0.
 * fixed: an indicator with multiplier 1 instead of the equation of the direction, or -1. */
typedef struct {
  const double *direction, *base, *reference;
  const unsigned char *present;
  int32_t fixed;
} inno__bod_question;

void inno__bod_program_ask(inno__bod_program *q, const inno__bod_question *question);
/* INNO__LP_ status; ends after so many iterations at most, and goes on when called again. */
int32_t inno__bod_program_advance(inno__bod_program *q, int64_t iterations);
/* The vertex of the present question is where later ones begin. */
void inno__bod_program_keep_start(inno__bod_program *q);
/* Fills x, row_dual, column_dual and the certificate; peers: the price of each of the n units, or NULL. */
void inno__bod_program_answer(inno__bod_program *q, inno__lp_certificate *certificate, double *peers);

/* After INNO__LP_INFEASIBLE: a bound that takes part in the contradiction, by name, and its indicator (-1 = none). */
const char *inno__bod_program_culprit(inno__bod_program *q, int32_t *indicator);

#endif
