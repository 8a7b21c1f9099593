/* The nearest weights at which two units are level. */
#include <math.h>
#include <string.h>

#include "robust/rank_bounds.h"

/* second - first at the weights is 0 or more: of size 1, in the row after the set's. */
static void add_swap_row(inno_rank_bounds *b, int64_t first, int64_t second, int64_t row) {
  inno__rank_program *p = &b->program;
  double largest = 0.0;
  inno__rank_difference(b, second, first);
  for (int32_t j = 0; j < b->k; j++) largest = inno__larger(largest, fabs(b->c[j]));
  for (int32_t j = 0; j < b->k && largest > 0.0; j++) p->column[j][row] = b->c[j] / largest;
  p->row_lower[row] = 0.0;
  p->row_upper[row] = INFINITY;
}

/* Largest change: weights, and the bound on every change as the last variable, which is minimized. */
static void ask_largest(inno_rank_bounds *b, int64_t first, int64_t second) {
  inno__rank_program *p = &b->program;
  int64_t row = 1 + b->set.rows;
  int32_t k = b->k;
  inno__rank_program_begin(b, 1 + 2 * (int64_t)k);
  add_swap_row(b, first, second, row++);
  p->upper[k] = 2.0;
  p->cost[k] = -1.0;
  for (int32_t j = 0; j < k; j++)
    for (int sign = -1; sign <= 1; sign += 2, row++) { /* sign (w - from) <= size */
      p->column[j][row] = sign;
      p->column[k][row] = -1.0;
      p->row_upper[row] = sign * b->from[j];
    }
}

/* Sum of changes: w = above - below, above = from or more, below = 0 or more. All terms have the size of weights, so
 * that the rounding of a change that is nearly none proves nothing wrong. */
static void ask_sum(inno_rank_bounds *b, int64_t first, int64_t second) {
  inno__rank_program *p = &b->program;
  int32_t k = b->k;
  int64_t rows = 2 + b->set.rows;
  inno__rank_program_begin(b, 1);
  add_swap_row(b, first, second, rows - 1);
  p->lp.columns = 2 * k;
  for (int32_t j = 0; j < k; j++) {
    double from = b->from[j], lower = b->set.lower[j], upper = b->set.upper[j];
    for (int64_t i = 0; i < rows; i++) p->column[k + j][i] = -p->column[j][i];
    p->lower[j] = inno__larger(from, lower);
    p->upper[j] = inno__larger(from, upper);
    p->lower[k + j] = inno__larger(from - upper, 0.0);
    p->upper[k + j] = inno__larger(from - lower, 0.0);
    p->cost[j] = p->cost[k + j] = -1.0;
  }
}

inno_status inno__rank_swap(inno_rank_bounds *b, int64_t first, int64_t second, int32_t measure, double *change,
                            double *w, inno_error *error) {
  inno__rank_program *p = &b->program;
  inno__lp_certificate certificate;
  int64_t work = 0;
  (measure == INNO_MEASURE_SUM ? ask_sum : ask_largest)(b, first, second);
  inno__rank_program_load(b);
  int32_t status = inno__rank_program_solve(b, NULL, &work);
  *change = INFINITY;
  if (status == INNO__LP_INFEASIBLE) return INNO_OK;
  if (status == INNO__LP_OPTIMAL) inno__lp_certify(&p->lp, p->x, p->row_dual, p->column_dual, &certificate);
  if (status != INNO__LP_OPTIMAL || !inno__lp_proves(&certificate))
    return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_RANK_UNPROVEN, NULL);
  for (int32_t j = 0; j < b->k; j++) w[j] = measure == INNO_MEASURE_SUM ? p->x[j] - p->x[b->k + j] : p->x[j];
  inno__weights_repair(&b->set, w);
  *change = 0.0;
  for (int32_t j = 0; j < b->k; j++) {
    double size = fabs(w[j] - b->from[j]);
    *change = measure == INNO_MEASURE_SUM ? *change + size : inno__larger(*change, size);
  }
  return INNO_OK;
}
