#include "construct/benefit_of_doubt_program.h"

#include <math.h>
#include <string.h>

#include "numeric/missing.h"

/* Extra rows behind those of the units: the equation, then one group a kind of bound. */
typedef struct {
  int64_t equation, share_lower, share_upper, multiplier_lower, multiplier_upper, ratios, orders, end;
} layout;

static layout lay_out(int32_t k, int64_t n, const inno__bod_bounds *b) {
  layout l;
  l.equation = n;
  l.share_lower = n + 1;
  l.share_upper = l.share_lower + (b->share_rows && b->share_lower != NULL ? k : 0);
  l.multiplier_lower = l.share_upper + (b->share_rows && b->share_upper != NULL ? k : 0);
  l.multiplier_upper = l.multiplier_lower + (b->multiplier_lower != NULL ? k : 0);
  l.ratios = l.multiplier_upper + (b->multiplier_upper != NULL ? k : 0);
  l.orders = l.ratios + 2 * (int64_t)b->ratio_count;
  l.end = l.orders + b->order_count;
  return l;
}

size_t inno__bod_program_work_size(int32_t k, int64_t n, const inno__bod_bounds *bounds) {
  int64_t rows = lay_out(k, n, bounds).end;
  size_t simplex = inno__simplex_work_size(k + 1, rows), basis = inno__simplex_basis_size(k + 1);
  if (simplex == SIZE_MAX) return SIZE_MAX; /* else what is below, being smaller, fits too */
  size_t m = (size_t)rows, p = (size_t)k + 1;
  return simplex + basis + (2 * m * p + 6 * m + 5 * p) * sizeof(double) + 2 * p * sizeof(double *) + 2 * sizeof(double);
}

static double *take(double **at, size_t count) {
  double *from = *at;
  *at += count;
  return from;
}

static void *place(inno__bod_program *q, int64_t rows, double **row_lower, double **row_upper, void *work) {
  size_t m = (size_t)rows, p = (size_t)q->k + 1,
         pointers = (p * sizeof(double *) + sizeof(double) - 1) / sizeof(double);
  double *at = work;
  q->start = inno__simplex_basis_place(q->k + 1, at);
  at += inno__simplex_basis_size(q->k + 1) / sizeof(double);
  q->column = (double **)(void *)at;
  at += pointers;
  q->full = (double **)(void *)at;
  at += pointers;
  for (size_t j = 0; j < p; j++) q->column[j] = take(&at, m);
  for (size_t j = 0; j < p; j++) q->full[j] = take(&at, (size_t)q->n);
  q->kept = (int64_t *)(void *)take(&at, (size_t)q->n);
  *row_lower = take(&at, (size_t)q->n);
  *row_upper = take(&at, (size_t)q->n);
  q->row_lower = take(&at, m);
  q->row_upper = take(&at, m);
  q->row_dual = take(&at, m);
  q->cost = take(&at, p);
  q->lower = take(&at, p);
  q->upper = take(&at, p);
  q->x = take(&at, p);
  q->column_dual = take(&at, p);
  return at;
}

/* ---- the rows of the units ---- */

/* 1 = unit a is at least as good as b in everything; of two that are equal the first is. */
static int covers(const inno__bod_program *q, int64_t a, int64_t b) {
  int better = a < b;
  for (int32_t j = 0; j < q->k; j++) {
    if (q->full[j][a] < q->full[j][b]) return 0;
    better |= q->full[j][a] > q->full[j][b];
  }
  return better;
}

/* As u >= 0, a row that another covers follows from it. Whoever covers most comes to the front of the list. */
static void keep_rows(inno__bod_program *q) {
  int64_t count = 0;
  for (int64_t i = 0; i < q->n; i++) {
    int64_t left = 0, by = 0;
    while (by < count && !covers(q, q->kept[by], i)) by++;
    if (by < count) {
      int64_t winner = q->kept[by];
      for (; by > 0; by--) q->kept[by] = q->kept[by - 1];
      q->kept[0] = winner;
      continue;
    }
    for (int64_t c = 0; c < count; c++)
      if (!covers(q, i, q->kept[c])) q->kept[left++] = q->kept[c];
    q->kept[left++] = i;
    count = left;
  }
  q->kept_count = count;
}

/* Back into the order of the units: which rows are there must not depend on how they were found. */
static void sort_kept(inno__bod_program *q) {
  int64_t n = q->kept_count;
  for (int64_t gap = n / 2; gap > 0; gap /= 2)
    for (int64_t i = gap; i < n; i++) {
      int64_t unit = q->kept[i], at = i;
      for (; at >= gap && q->kept[at - gap] > unit; at -= gap) q->kept[at] = q->kept[at - gap];
      q->kept[at] = unit;
    }
}

static void take_units(inno__bod_program *q, const double *const *columns, const double *signs, double *row_lower,
                       double *row_upper) {
  for (int32_t j = 0; j <= q->k; j++)
    for (int64_t i = 0; i < q->n; i++) {
      double sign = signs != NULL && j < q->k ? signs[j] : 1.0;
      q->full[j][i] = j == q->k ? -1.0 : inno__is_missing(columns[j][i]) ? 0.0 : columns[j][i] * sign;
    }
  for (int64_t i = 0; i < q->n; i++) {
    row_lower[i] = -INFINITY;
    row_upper[i] = 0.0;
  }
  for (int32_t j = 0; j < q->k && signs != NULL; j++) /* bads may be beyond all bounds: the row says nothing */
    for (int64_t i = 0; i < q->n && signs[j] < 0.0; i++)
      for (int32_t l = 0; l <= q->k && inno__is_missing(columns[j][i]); l++) q->full[l][i] = 0.0;
}

void inno__bod_program_load(inno__bod_program *q, const double *const *columns, const double *signs, int32_t k,
                            int64_t n, const inno__bod_bounds *bounds, int levelled, void *work) {
  *q = (inno__bod_program){.k = k, .n = n, .bounds = bounds};
  double *row_lower, *row_upper;
  void *rest = place(q, lay_out(k, n, bounds).end, &row_lower, &row_upper, work);
  take_units(q, columns, signs, row_lower, row_upper);
  keep_rows(q);
  sort_kept(q);
  layout l = lay_out(k, q->kept_count, bounds);
  for (int32_t j = 0; j <= k; j++) {
    for (int64_t i = 0; i < q->kept_count; i++) q->column[j][i] = q->full[j][q->kept[i]];
    for (int64_t i = q->kept_count; i < l.end; i++) q->column[j][i] = 0.0;
    q->lower[j] = q->cost[j] = 0.0;
    q->upper[j] = j < k || levelled ? INFINITY : 0.0;
  }
  for (int64_t i = 0; i < l.end; i++) {
    q->row_lower[i] = -INFINITY;
    q->row_upper[i] = i < q->kept_count ? 0.0 : INFINITY;
  }
  q->cost[k] = -1.0;
  q->data = (inno__lp){k + 1, n, (const double *const *)q->full, q->cost, q->lower, q->upper, row_lower, row_upper};
  q->lp = (inno__lp){k + 1,        l.end,       (const double *const *)q->column, q->cost, q->lower, q->upper,
                     q->row_lower, q->row_upper};
  inno__simplex_load(&q->simplex, &q->lp, rest);
}

/* ---- rows of one question ---- */

static void set_row_bounds(inno__bod_program *q, int64_t row, double lower, double upper) {
  q->row_lower[row] = lower;
  q->row_upper[row] = upper;
}

/* bound sum(r u) against r_j u_j, for every indicator that takes part */
static void set_share_rows(inno__bod_program *q, int64_t first, const double *share, int is_upper,
                           const inno__bod_question *question) {
  const double *r = question->reference;
  for (int32_t j = 0; j < q->k; j++) {
    int64_t row = first + j;
    int used = question->present[j] && (is_upper ? share[j] < 1.0 : share[j] > 0.0);
    for (int32_t l = 0; l < q->k; l++)
      q->column[l][row] = !used || !question->present[l] ? 0.0 : (l == j ? r[l] : 0.0) - share[j] * r[l];
    set_row_bounds(q, row, used && !is_upper ? 0.0 : -INFINITY, used && is_upper ? 0.0 : INFINITY);
  }
}

/* u_j against bound times level */
static void set_multiplier_rows(inno__bod_program *q, int64_t first, const double *bound, int is_upper,
                                const inno__bod_question *question) {
  for (int32_t j = 0; j < q->k; j++) {
    int64_t row = first + j;
    int used = question->present[j] && (is_upper ? bound[j] < INFINITY : bound[j] > 0.0);
    q->column[j][row] = used ? 1.0 : 0.0;
    q->column[q->k][row] = used ? -bound[j] : 0.0;
    set_row_bounds(q, row, used && !is_upper ? 0.0 : -INFINITY, used && is_upper ? 0.0 : INFINITY);
  }
}

static void set_ratio_rows(inno__bod_program *q, int64_t first, const inno__bod_question *question) {
  for (int32_t c = 0; c < q->bounds->ratio_count; c++) {
    const inno__bod_ratio *r = &q->bounds->ratios[c];
    int both = question->present[r->first] && question->present[r->second];
    for (int is_upper = 0; is_upper < 2; is_upper++) {
      int64_t row = first + 2 * (int64_t)c + is_upper;
      double bound = is_upper ? r->upper : r->lower;
      int used = both && bound > 0.0 && bound < INFINITY;
      q->column[r->first][row] = used ? 1.0 : 0.0;
      q->column[r->second][row] = used ? -bound : 0.0;
      set_row_bounds(q, row, used && !is_upper ? 0.0 : -INFINITY, used && is_upper ? 0.0 : INFINITY);
    }
  }
}

static void set_order_rows(inno__bod_program *q, int64_t first, const inno__bod_question *question) {
  for (int32_t c = 0; c < q->bounds->order_count; c++) {
    const inno__bod_order *o = &q->bounds->orders[c];
    int both = question->present[o->first] && question->present[o->second];
    q->column[o->first][first + c] = both ? question->reference[o->first] : 0.0;
    q->column[o->second][first + c] = both ? -question->reference[o->second] : 0.0;
    set_row_bounds(q, first + c, both ? 0.0 : -INFINITY, INFINITY);
  }
}

/* Bounds of the variables: shares when they are of the direction, which makes sum(r u) = 1. */
static void set_variables(inno__bod_program *q, const inno__bod_question *question) {
  const inno__bod_bounds *b = q->bounds;
  for (int32_t j = 0; j < q->k; j++) {
    double r = question->reference[j];
    int bounded = !b->share_rows && question->present[j] && r > 0.0;
    q->cost[j] = question->present[j] ? question->base[j] : 0.0;
    q->lower[j] = bounded && b->share_lower != NULL ? b->share_lower[j] / r : 0.0;
    q->upper[j] = bounded && b->share_upper != NULL && b->share_upper[j] < 1.0 ? b->share_upper[j] / r : INFINITY;
    if (!question->present[j]) q->upper[j] = 0.0;
    if (j == question->fixed) q->lower[j] = q->upper[j] = 1.0;
  }
}

void inno__bod_program_ask(inno__bod_program *q, const inno__bod_question *question) {
  const inno__bod_bounds *b = q->bounds;
  layout l = lay_out(q->k, q->kept_count, b);
  int equation = question->fixed < 0;
  for (int32_t j = 0; j < q->k; j++)
    q->column[j][l.equation] = equation && question->present[j] ? question->direction[j] : 0.0;
  set_row_bounds(q, l.equation, equation ? 1.0 : -INFINITY, equation ? 1.0 : INFINITY);
  set_variables(q, question);
  if (l.share_upper > l.share_lower) set_share_rows(q, l.share_lower, b->share_lower, 0, question);
  if (l.multiplier_lower > l.share_upper) set_share_rows(q, l.share_upper, b->share_upper, 1, question);
  if (l.multiplier_upper > l.multiplier_lower)
    set_multiplier_rows(q, l.multiplier_lower, b->multiplier_lower, 0, question);
  if (l.ratios > l.multiplier_upper) set_multiplier_rows(q, l.multiplier_upper, b->multiplier_upper, 1, question);
  set_ratio_rows(q, l.ratios, question);
  set_order_rows(q, l.orders, question);
  inno__simplex_reload(&q->simplex, q->kept_count, l.end - q->kept_count);
  inno__simplex_start(&q->simplex, q->has_start ? &q->start : NULL);
}

/* ---- searching ---- */

int32_t inno__bod_program_advance(inno__bod_program *q, int64_t iterations) {
  return inno__simplex_advance(&q->simplex, iterations);
}

void inno__bod_program_keep_start(inno__bod_program *q) {
  inno__simplex_save(&q->simplex, &q->start);
  q->has_start = 1;
}

void inno__bod_program_answer(inno__bod_program *q, inno__lp_certificate *certificate, double *peers) {
  inno__simplex_solution(&q->simplex, q->x, q->row_dual, q->column_dual);
  inno__lp_certify(&q->lp, q->x, q->row_dual, q->column_dual, certificate);
  double everybody = inno__lp_violation(&q->data, q->x);
  if (everybody > certificate->primal) certificate->primal = everybody;
  for (int64_t i = 0; i < q->n && peers != NULL; i++) peers[i] = 0.0;
  for (int64_t i = 0; i < q->kept_count && peers != NULL; i++) peers[q->kept[i]] = q->row_dual[i];
}

/* The first indicator whose row in a group has a price. */
static int32_t priced(const inno__bod_program *q, int64_t first, int64_t end) {
  for (int64_t row = first; row < end; row++)
    if (q->row_dual[row] != 0.0) return (int32_t)(row - first);
  return -1;
}

const char *inno__bod_program_culprit(inno__bod_program *q, int32_t *indicator) {
  layout l = lay_out(q->k, q->kept_count, q->bounds);
  int32_t at;
  inno__simplex_solution(&q->simplex, q->x, q->row_dual, q->column_dual);
  for (*indicator = 0; *indicator < q->k; ++*indicator) {
    if (q->column_dual[*indicator] > 0.0) return "share_upper";
    if (q->column_dual[*indicator] < 0.0 && q->lower[*indicator] > 0.0) return "share_lower";
  }
  if ((*indicator = priced(q, l.share_lower, l.share_upper)) >= 0) return "share_lower";
  if ((*indicator = priced(q, l.share_upper, l.multiplier_lower)) >= 0) return "share_upper";
  if ((*indicator = priced(q, l.multiplier_lower, l.multiplier_upper)) >= 0) return "multiplier_lower";
  if ((*indicator = priced(q, l.multiplier_upper, l.ratios)) >= 0) return "multiplier_upper";
  if ((at = priced(q, l.ratios, l.orders)) >= 0) {
    *indicator = q->bounds->ratios[at / 2].first;
    return "ratio";
  }
  if ((at = priced(q, l.orders, l.end)) >= 0) {
    *indicator = q->bounds->orders[at].first;
    return "order";
  }
  return "direction";
}
