/* One set of multipliers for all units: as near as possible to what every unit would have with its own,
 *
 *   minimize  t mean_i(d_i) + (1 - t) max_i(d_i)  with  d_i = best score of i - u.y_i,  u.y_i <= 1,  the bounds
 *
 * (D. K. Despotis, A reassessment of the human development index via data envelopment analysis, J. Oper. Res. Soc. 56
 * (2005)). Shares are of a unit with the mean of each indicator, or of the weights. */
#include <math.h>

#include "frontier/frontier.h"
#include "numeric/missing.h"

typedef struct {
  int64_t distances, share_lower, share_upper, ratios, orders, end;
} layout;

static layout lay_out(const inno_frontier *f) {
  layout l;
  l.distances = f->n;
  l.share_lower = l.distances + (f->compromise < 1.0 ? f->n : 0);
  l.share_upper = l.share_lower + (f->bounds.share_lower != NULL ? f->k : 0);
  l.ratios = l.share_upper + (f->bounds.share_upper != NULL ? f->k : 0);
  l.orders = l.ratios + 2 * (int64_t)f->bounds.ratio_count;
  l.end = l.orders + f->bounds.order_count;
  return l;
}

static size_t work_size(const inno_frontier *f) {
  size_t m = (size_t)lay_out(f).end, p = (size_t)f->k + 1;
  size_t bod = inno__bod_work_size(f->k, f->n, &f->bod_rule), simplex = inno__simplex_work_size(f->k + 1, (int64_t)m);
  if (bod == SIZE_MAX || simplex == SIZE_MAX) return SIZE_MAX;
  return bod + simplex + (m * p + 3 * m + 5 * p) * sizeof(double) + p * sizeof(double *);
}

/* ---- the program ---- */

static double *take(double **at, size_t count) {
  double *from = *at;
  *at += count;
  return from;
}

typedef struct {
  double **column, *cost, *lower, *upper, *row_lower, *row_upper;
  void *rest;
} pieces;

static pieces place(inno_frontier *f) {
  size_t m = (size_t)lay_out(f).end, p = (size_t)f->k + 1;
  pieces a;
  double *at = (double *)f->work + inno__bod_work_size(f->k, f->n, &f->bod_rule) / sizeof(double);
  a.column = (double **)(void *)at;
  at += (p * sizeof(double *) + sizeof(double) - 1) / sizeof(double);
  for (size_t j = 0; j < p; j++) {
    double *column = take(&at, m);
    a.column[j] = column;
    for (size_t i = 0; i < m; i++) column[i] = 0.0;
  }
  a.row_lower = take(&at, m);
  a.row_upper = take(&at, m);
  f->row_dual = take(&at, m);
  a.cost = take(&at, p);
  a.lower = take(&at, p);
  a.upper = take(&at, p);
  f->column_dual = take(&at, p);
  f->solution = take(&at, p);
  a.rest = at;
  return a;
}

static void set_bounds(const pieces *a, int64_t row, double lower, double upper) {
  a->row_lower[row] = lower;
  a->row_upper[row] = upper;
}

static void add_units(const inno_frontier *f, const pieces *a, const layout *l) {
  for (int64_t i = 0; i < f->n; i++) {
    for (int32_t j = 0; j < f->k; j++) a->column[j][i] = f->column[j][i];
    set_bounds(a, i, -INFINITY, 1.0);
  }
  for (int64_t i = 0; i < f->n && l->share_lower > l->distances; i++) {
    for (int32_t j = 0; j < f->k; j++) a->column[j][l->distances + i] = f->column[j][i];
    a->column[f->k][l->distances + i] = 1.0;
    set_bounds(a, l->distances + i, f->unit[i].score, INFINITY);
  }
}

static void add_shares(const inno_frontier *f, const pieces *a, int64_t first, const double *share, int is_upper) {
  const double *r = f->share_of == INNO_SHARE_OF_WEIGHT ? f->ones : f->mean;
  for (int32_t c = 0; c < f->k; c++) {
    for (int32_t j = 0; j < f->k; j++) a->column[j][first + c] = (j == c ? r[j] : 0.0) - share[c] * r[j];
    set_bounds(a, first + c, is_upper ? -INFINITY : 0.0, is_upper ? 0.0 : INFINITY);
  }
}

static void add_restrictions(const inno_frontier *f, const pieces *a, const layout *l) {
  const double *r = f->share_of == INNO_SHARE_OF_WEIGHT ? f->ones : f->mean;
  for (int32_t c = 0; c < f->bounds.ratio_count; c++) {
    const inno__bod_ratio *ratio = &f->ratios[c];
    for (int is_upper = 0; is_upper < 2; is_upper++) {
      int64_t row = l->ratios + 2 * (int64_t)c + is_upper;
      double bound = is_upper ? ratio->upper : ratio->lower;
      int used = bound < INFINITY;
      a->column[ratio->first][row] = used ? 1.0 : 0.0;
      a->column[ratio->second][row] = used ? -bound : 0.0;
      set_bounds(a, row, is_upper ? -INFINITY : 0.0, is_upper ? 0.0 : INFINITY);
    }
  }
  for (int32_t c = 0; c < f->bounds.order_count; c++) {
    a->column[f->orders[c].first][l->orders + c] = r[f->orders[c].first];
    a->column[f->orders[c].second][l->orders + c] = -r[f->orders[c].second];
    set_bounds(a, l->orders + c, 0.0, INFINITY);
  }
}

static void make_program(inno_frontier *f) {
  layout l = lay_out(f);
  pieces a = place(f);
  add_units(f, &a, &l);
  if (f->bounds.share_lower != NULL) add_shares(f, &a, l.share_lower, f->share_lower, 0);
  if (f->bounds.share_upper != NULL) add_shares(f, &a, l.share_upper, f->share_upper, 1);
  add_restrictions(f, &a, &l);
  for (int32_t j = 0; j < f->k; j++) {
    a.cost[j] = f->compromise * f->mean[j];
    a.lower[j] = f->bounds.multiplier_lower != NULL ? f->multiplier_lower[j] : 0.0;
    a.upper[j] = f->bounds.multiplier_upper != NULL ? f->multiplier_upper[j] : INFINITY;
  }
  a.cost[f->k] = f->compromise - 1.0;
  a.lower[f->k] = 0.0;
  a.upper[f->k] = f->compromise < 1.0 ? INFINITY : 0.0;
  f->lp =
      (inno__lp){f->k + 1, l.end, (const double *const *)a.column, a.cost, a.lower, a.upper, a.row_lower, a.row_upper};
  inno__simplex_load(&f->simplex, &f->lp, a.rest);
}

/* ---- the rule ---- */

static inno_status begin(inno_frontier *f, const inno__site *site) {
  f->lp.columns = 0; /* not made yet */
  for (int32_t j = 0; j < f->k; j++)
    for (int64_t i = 0; i < f->n; i++)
      if (inno__is_missing(f->column[j][i]))
        return inno__frontier_fails(f, i, site, INNO_E_NODATA, INNO__MSG_FRONTIER_INCOMPLETE, NULL, j, 0.0);
  return inno__bod_begin(&f->bod, (const double *const *)f->column, f->k, f->n, &f->bod_rule, f->work, f->children,
                         site);
}

/* The best score of each unit, which the common weights come near to. One that fails fails all. */
static inno_status unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                        const inno__site *site) {
  inno__bod_result r;
  (void)multiplier;
  f->bod.site = *site;
  inno_status s = inno__bod_unit(&f->bod, i, &r, NULL, NULL, NULL);
  out->score = r.score;
  out->iterations = r.iterations;
  out->available = r.available;
  if (s != INNO_OK) f->status = s;
  return s;
}

static void give(inno_frontier *f) {
  for (int64_t i = 0; i < f->n; i++) {
    inno__frontier_unit *u = &f->unit[i];
    u->score = 0.0;
    for (int32_t j = 0; j < f->k; j++) {
      f->multiplier[i * f->k + j] = f->solution[j];
      u->score += f->solution[j] * f->column[j][i];
    }
    u->certificate = f->certificate;
    u->iterations = f->simplex.iterations;
  }
}

static inno_status finish(inno_frontier *f, int64_t limit, int *done, const inno__site *site) {
  if (f->lp.columns == 0) make_program(f);
  int64_t left = f->iterations - f->simplex.iterations;
  int32_t status = inno__simplex_advance(&f->simplex, limit < left ? limit : left);
  *done = 0;
  if (status == INNO__LP_LIMIT && f->simplex.iterations < f->iterations) return INNO_OK;
  if (status == INNO__LP_LIMIT)
    return inno__frontier_fails(f, -1, site, INNO_E_UNFINISHED, INNO__MSG_BOD_ITERATIONS, "iterations", -1, 0.0);
  if (status != INNO__LP_OPTIMAL)
    return inno__frontier_fails(f, -1, site, INNO_E_DOMAIN, INNO__MSG_FRONTIER_COMMON, NULL, -1, 0.0);
  inno__simplex_solution(&f->simplex, f->solution, f->row_dual, f->column_dual);
  inno__lp_certify(&f->lp, f->solution, f->row_dual, f->column_dual, &f->certificate);
  if (!inno__lp_proves(&f->certificate))
    return inno__frontier_fails(f, -1, site, INNO_E_OVERFLOW, INNO__MSG_BOD_UNPROVEN, NULL, -1, 0.0);
  give(f);
  *done = 1;
  return INNO_OK;
}

const inno__frontier_rule inno__frontier_common = {INNO_FRONTIER_COMMON_WEIGHTS, work_size, begin, unit, finish, 0, 0};
