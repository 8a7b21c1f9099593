/* Can any weights explain the table? A linear program: with w >= 0 the parts within their own rounding reach from
 * sum w low to sum w high, and that must meet the interval of the aggregate. One more variable t widens all intervals
 * alike: its least value says how far the table is from being explicable. */
#include <math.h>

#include "base/block.h"
#include "base/checked.h"
#include "explain/implied.h"
#include "numeric/simplex.h"

#define SLACK 1e-6 /* of a last digit */
enum { ITERATIONS = 100000 };

typedef struct {
  const inno__implied_table *t;
  inno__lp lp;
  inno__simplex simplex;
  double **columns, *cost, *lower, *upper, *row_lower, *row_upper, *x, *row_dual, *column_dual;
  inno__simplex_basis basis;
  void *basis_memory, *work;
} program;

static void place(program *p, inno__block *b) {
  size_t columns = (size_t)p->t->k + 1, rows = 2 * (size_t)p->t->m + 1;
  double *cells = inno__block_take(b, columns * rows * sizeof *cells, 8);
  p->columns = inno__block_take(b, columns * sizeof *p->columns, 8);
  for (size_t c = 0; b->base != NULL && c < columns; c++) p->columns[c] = cells + c * rows;
  p->cost = inno__block_take(b, columns * sizeof *p->cost, 8);
  p->lower = inno__block_take(b, columns * sizeof *p->lower, 8);
  p->upper = inno__block_take(b, columns * sizeof *p->upper, 8);
  p->row_lower = inno__block_take(b, rows * sizeof *p->row_lower, 8);
  p->row_upper = inno__block_take(b, rows * sizeof *p->row_upper, 8);
  p->x = inno__block_take(b, columns * sizeof *p->x, 8);
  p->column_dual = inno__block_take(b, columns * sizeof *p->column_dual, 8);
  p->row_dual = inno__block_take(b, rows * sizeof *p->row_dual, 8);
  p->basis_memory = inno__block_take(b, inno__simplex_basis_size((int32_t)columns), 8);
  p->work = inno__block_take(b, inno__simplex_work_size((int32_t)columns, (int64_t)rows), 8);
}

/* Width of the aggregate's interval: one last digit. */
static double width(const inno__implied_table *t, int64_t i) { return t->high[t->k][i] - t->low[t->k][i]; }

double inno__implied_excess(const inno__implied_table *t, const double *w) {
  double worst = -INFINITY;
  for (int64_t i = 0; i < t->m; i++) {
    double y = t->value[t->k][i], low = 0.0, high = 0.0;
    for (int32_t c = 0; c < t->k; c++) {
      low += w[c] * (t->low[c][i] - y);
      high += w[c] * (t->high[c][i] - y);
    }
    double above = (low - (t->high[t->k][i] - y)) / width(t, i), below = ((t->low[t->k][i] - y) - high) / width(t, i);
    worst = above > worst ? above : worst;
    worst = below > worst ? below : worst;
  }
  return worst;
}

/* Everything is taken relative to the aggregate, which the sum of the weights allows, and in last digits: then the
 * numbers of the program are of the size that its answer has. */
static void fill(program *p) {
  const inno__implied_table *t = p->t;
  int64_t m = t->m;
  for (int64_t i = 0; i < m; i++) {
    double y = t->value[t->k][i], digit = width(t, i);
    for (int32_t c = 0; c < t->k; c++) {
      p->columns[c][i] = (t->high[c][i] - y) / digit;
      p->columns[c][m + i] = (t->low[c][i] - y) / digit;
    }
    p->columns[t->k][i] = 1.0;
    p->columns[t->k][m + i] = -1.0;
    p->row_lower[i] = (t->low[t->k][i] - y) / digit;
    p->row_upper[i] = INFINITY;
    p->row_lower[m + i] = -INFINITY;
    p->row_upper[m + i] = (t->high[t->k][i] - y) / digit;
  }
  for (int32_t c = 0; c <= t->k; c++) {
    p->columns[c][2 * m] = c < t->k ? 1.0 : 0.0;
    p->lower[c] = p->cost[c] = 0.0;
    p->upper[c] = 1.0;
  }
  p->row_lower[2 * m] = p->row_upper[2 * m] = 1.0;
  p->lp = (inno__lp){.columns = t->k + 1,
                     .rows = 2 * m + 1,
                     .a = (const double *const *)p->columns,
                     .cost = p->cost,
                     .lower = p->lower,
                     .upper = p->upper,
                     .row_lower = p->row_lower,
                     .row_upper = p->row_upper};
}

static inno_status solve(program *p, const inno__simplex_basis *from) {
  inno__lp_certificate certificate;
  inno__simplex_start(&p->simplex, from);
  if (inno__simplex_advance(&p->simplex, ITERATIONS) != INNO__LP_OPTIMAL) return INNO_E_CONVERGENCE;
  inno__simplex_solution(&p->simplex, p->x, p->row_dual, p->column_dual);
  inno__lp_certify(&p->lp, p->x, p->row_dual, p->column_dual, &certificate);
  if (!inno__lp_proves(&certificate)) return INNO_E_CONVERGENCE;
  inno__simplex_save(&p->simplex, &p->basis);
  return INNO_OK;
}

/* The widening can be bounded: no unit is farther beyond than under the weights that are known. */
static inno_status least_excess(program *p, const double *w, double *excess) {
  const inno__implied_table *t = p->t;
  double least = 0.0, known = inno__implied_excess(t, w), sum = 0.0;
  for (int64_t i = 0; i < t->m; i++)
    for (int32_t c = 0; c < t->k; c++) {
      double own = (t->high[c][i] - t->low[c][i]) / width(t, i);
      least = own > least ? own : least;
    }
  p->lower[t->k] = -2.0 - least; /* half the widths of both: nothing is farther inside */
  p->upper[t->k] = known > 0.0 ? 2.0 * known + 1.0 : 1.0;
  p->cost[t->k] = -1.0;
  inno__simplex_load(&p->simplex, &p->lp, p->work);
  inno_status s = solve(p, NULL);
  if (s != INNO_OK) return s;
  for (int32_t c = 0; c < t->k; c++) {
    p->x[c] = p->x[c] > 0.0 ? p->x[c] : 0.0;
    sum += p->x[c];
  }
  for (int32_t c = 0; c < t->k; c++) p->x[c] /= sum;
  *excess = inno__implied_excess(t, p->x); /* of weights that are whole, whatever the program's own rounding */
  *excess = known < *excess ? known : *excess;
  return INNO_OK;
}

static inno_status ranges(program *p, double *lower, double *upper) {
  int32_t k = p->t->k;
  inno_status s = INNO_OK;
  p->cost[k] = 0.0;
  p->lower[k] = p->upper[k] = SLACK;
  for (int32_t c = 0; c < k && s == INNO_OK; c++) {
    p->cost[c] = 1.0;
    s = solve(p, &p->basis);
    upper[c] = p->x[c];
    p->cost[c] = -1.0;
    if (s == INNO_OK) s = solve(p, &p->basis);
    lower[c] = p->x[c];
    p->cost[c] = 0.0;
  }
  return s;
}

inno_status inno__implied_program(const inno_allocator *allocator, const inno__implied_table *t, const double *w,
                                  double *excess, double *lower, double *upper) {
  program p = {.t = t};
  inno__block b = {NULL, 0, 0};
  size_t bytes;
  if (!inno__mul_size((size_t)t->m, 3 * sizeof(double) * (INNO__PARTS_MOST + 1), &bytes)) return INNO_E_NOMEM;
  place(&p, &b); /* two rows a unit */
  bytes = b.used;
  b = (inno__block){inno__alloc(allocator, bytes), 0, bytes};
  if (b.base == NULL) return INNO_E_NOMEM;
  void *base = b.base;
  place(&p, &b);
  p.basis = inno__simplex_basis_place(t->k + 1, p.basis_memory);
  fill(&p);
  *excess = inno__nan();
  inno_status s = least_excess(&p, w, excess);
  if (s == INNO_OK && *excess <= SLACK) s = ranges(&p, lower, upper);
  if (s != INNO_OK || !(*excess <= SLACK))
    for (int32_t c = 0; c < t->k; c++) lower[c] = upper[c] = inno__nan();
  inno__free(allocator, base, bytes);
  return s;
}
