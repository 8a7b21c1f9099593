/* Linear programs over the set: what they find is a suggestion, which others prove. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "robust/rank_bounds.h"

enum { ITERATIONS = 100000 }; /* of one program */

int32_t inno__rank_program_columns(const inno_rank_bounds *b) { return b->k > 1 ? 2 * b->k : 2; }

int64_t inno__rank_program_rows(const inno_rank_bounds *b) {
  int64_t swap = 2 * (int64_t)b->k + 1;
  return 1 + b->set.rows + (b->n > swap ? b->n : swap);
}

void inno__rank_program_begin(inno_rank_bounds *b, int64_t more) {
  inno__rank_program *p = &b->program;
  int32_t k = b->k;
  int64_t rows = 1 + b->set.rows + more;
  b->search.stale = 1; /* a search that is under way must fill it again */
  p->lp = (inno__lp){k + 1,        rows,        (const double *const *)p->column, p->cost, p->lower, p->upper,
                     p->row_lower, p->row_upper};
  for (int32_t j = 0; j <= k; j++) {
    memset(p->column[j], 0, (size_t)rows * sizeof(double));
    p->column[j][0] = j < k ? 1.0 : 0.0;
    p->cost[j] = 0.0;
    p->lower[j] = j < k ? b->set.lower[j] : 0.0;
    p->upper[j] = j < k ? b->set.upper[j] : 0.0;
  }
  p->row_lower[0] = b->set.point ? -INFINITY : 1.0;
  p->row_upper[0] = b->set.point ? INFINITY : 1.0;
  for (int32_t r = 0; r < b->set.rows; r++) {
    p->column[b->set.row[r].first][1 + r] = b->set.row[r].on_first;
    p->column[b->set.row[r].second][1 + r] = b->set.row[r].on_second;
    p->row_lower[1 + r] = 0.0;
    p->row_upper[1 + r] = INFINITY;
  }
  for (int64_t i = 1 + b->set.rows; i < rows; i++) {
    p->row_lower[i] = -INFINITY;
    p->row_upper[i] = INFINITY;
  }
}

void inno__rank_program_load(inno_rank_bounds *b) {
  inno__simplex_load(&b->program.simplex, &b->program.lp, b->program.work);
}

int32_t inno__rank_program_solve(inno_rank_bounds *b, const inno__simplex_basis *from, int64_t *work) {
  inno__rank_program *p = &b->program;
  inno__simplex_start(&p->simplex, from);
  int32_t status = inno__simplex_advance(&p->simplex, ITERATIONS);
  *work += 1 + p->simplex.iterations;
  inno__simplex_solution(&p->simplex, p->x, p->row_dual, p->column_dual);
  return status;
}

/* ---- sums that know what rounding took ---- */

static void add(inno_rank_bounds *b, int32_t j, double value) {
  inno__pair s = inno__exact_sum(b->c[j], value);
  b->c[j] = s.high;
  b->spread[j] += fabs(s.low);
}

void inno__rank_add(inno_rank_bounds *b, int32_t j, double factor, double high, double low) {
  if (high == 0.0 || factor == 0.0) return;
  inno__pair p = inno__exact_product(factor, high);
  b->spread[j] += fabs(p.low) + fabs(factor * low);
  if (fabs(p.high) < DBL_MIN / (DBL_EPSILON * DBL_EPSILON)) b->spread[j] += DBL_MIN;
  add(b, j, p.high);
}

void inno__rank_add_prices(inno_rank_bounds *b) {
  for (int32_t r = 0; r < b->set.rows; r++) {
    double price = -b->program.row_dual[1 + r];
    if (!(price > 0.0)) continue;
    inno__rank_add(b, b->set.row[r].first, price, b->set.row[r].on_first, 0.0);
    inno__rank_add(b, b->set.row[r].second, price, b->set.row[r].on_second, 0.0);
  }
}

/* ---- weights of the set ---- */

/* For instance "w[0] >= 2 w[3]". */
static void describe(inno__listing *l, const char *left, int64_t first, const char *sign, double factor,
                     int64_t second) {
  char buffer[80];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_put(&t, left);
  inno__text_int(&t, first);
  inno__text_put(&t, sign);
  if (second < 0 || factor != 1.0) inno__text_number(&t, factor);
  if (second >= 0) {
    inno__text_put(&t, factor != 1.0 ? " w[" : "w[");
    inno__text_int(&t, second);
    inno__text_put(&t, "]");
  }
  inno__listing_add(l, buffer);
}

/* The bounds that have a price in the proof that there are no weights. */
static inno_status contradiction(const inno_rank_bounds *b, inno_error *error) {
  const inno__rank_program *p = &b->program;
  inno__listing list = {{0}, 0, 0};
  for (int32_t r = 0; r < b->set.rows; r++) {
    const inno__weight_row *row = &b->set.row[r];
    int at_least = row->on_first > 0.0;
    if (p->row_dual[1 + r] != 0.0)
      describe(&list, "w[", row->first, at_least ? "] >= " : "] <= ", at_least ? -row->on_second : row->on_second,
               row->second);
  }
  for (int32_t j = 0; j < b->k; j++) {
    if (p->column_dual[j] < 0.0 && p->lower[j] > 0.0) describe(&list, "w[", j, "] >= ", p->lower[j], -1);
    if (p->column_dual[j] > 0.0 && p->upper[j] < 1.0) describe(&list, "w[", j, "] <= ", p->upper[j], -1);
  }
  return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_WEIGHT_SET_EMPTY,
                    &(inno__where){.list = inno__listing_text(&list)});
}

/* Between the bounds, all as far as the sum of 1 allows. */
static void center_of_bounds(const inno_rank_bounds *b) {
  double low = 0.0, high = 0.0;
  for (int32_t j = 0; j < b->k; j++) {
    low += b->set.lower[j];
    high += b->set.upper[j];
  }
  double part = high > low ? (1.0 - low) / (high - low) : 0.0;
  for (int32_t j = 0; j < b->k; j++) b->center[j] = b->set.lower[j] + part * (b->set.upper[j] - b->set.lower[j]);
}

inno_status inno__rank_center(inno_rank_bounds *b, inno_error *error) {
  int64_t work = 0;
  if (b->set.rows == 0) center_of_bounds(b);
  for (int32_t j = 0; j < b->k && b->set.rows > 0; j++) { /* the mean of a few vertices */
    inno__rank_program_begin(b, 0);
    b->program.cost[j] = 1.0;
    inno__rank_program_load(b);
    int32_t status = inno__rank_program_solve(b, NULL, &work);
    if (status == INNO__LP_INFEASIBLE) return contradiction(b, error);
    if (status != INNO__LP_OPTIMAL) return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_RANK_UNPROVEN, NULL);
    for (int32_t l = 0; l < b->k; l++) b->center[l] += b->program.x[l] / b->k;
  }
  inno__weights_repair(&b->set, b->center);
  if (inno__weight_set_violation(&b->set, b->center) > 1e-9)
    return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_RANK_UNPROVEN, NULL);
  return INNO_OK;
}
