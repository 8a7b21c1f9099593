#include "numeric/simplex.h"

#include <math.h>
#include <string.h>

#include "numeric/simplex_ratio.h"

enum { LOWER = 0, UPPER = 1, FREE = 2, FIXED = 3 };
enum { INVERT_AFTER = 40 };

static const double feasible_within = 1e-11; /* first; widened when rounding does not allow it */
static const double price_within = 1e-12;    /* of the terms of a price; likewise */

/* ---- memory ---- */

static size_t aligned(size_t bytes) { return (bytes + 7) & ~(size_t)7; }

size_t inno__simplex_basis_size(int32_t columns) {
  return aligned((size_t)columns * (sizeof(int64_t) + sizeof(unsigned char)));
}

inno__simplex_basis inno__simplex_basis_place(int32_t columns, void *memory) {
  inno__simplex_basis b;
  b.active = memory;
  b.side = (unsigned char *)(b.active + columns);
  return b;
}

size_t inno__simplex_work_size(int32_t columns, int64_t rows) {
  double p = columns, m = (double)rows; /* first without overflow */
  if ((p * m + 3.0 * p * p + 6.0 * (m + p) + 12.0 * p) * 8.0 > (double)(SIZE_MAX / 4)) return SIZE_MAX;
  size_t k = (size_t)columns, n = (size_t)rows, all = k + n;
  size_t doubles = k * n + n + 5 * all + 3 * k * k + 7 * k;
  return doubles * sizeof(double) + k * sizeof(double *) + inno__simplex_basis_size(columns);
}

static double *take(double **at, size_t count) {
  double *from = *at;
  *at += count;
  return from;
}

static void place(inno__simplex *s, void *work) {
  size_t k = (size_t)s->lp->columns, n = (size_t)s->lp->rows, all = k + n;
  double *at = work;
  s->basis = inno__simplex_basis_place(s->lp->columns, work);
  at += inno__simplex_basis_size(s->lp->columns) / sizeof(double);
  s->column = (double **)(void *)at;
  at += (k * sizeof(double *) + sizeof(double) - 1) / sizeof(double);
  for (size_t j = 0; j < k; j++) s->column[j] = take(&at, n);
  s->row_scale = take(&at, n);
  s->low = take(&at, all);
  s->high = take(&at, all);
  s->value = take(&at, all);
  s->rate = take(&at, all);
  s->reach = take(&at, all);
  s->edge = take(&at, k * k);
  s->square = take(&at, 2 * k * k);
  s->column_scale = take(&at, k);
  s->cost = take(&at, k);
  s->gradient = take(&at, k);
  s->direction = take(&at, k);
  s->price = take(&at, k);
  s->residual = take(&at, k);
  s->target = take(&at, k);
}

/* ---- scaling ---- */

/* 2^-e for x in 2^e .. 2^(e + 1); 1 for 0. */
static double inverse_power(double x) {
  uint64_t bits = 0;
  double out = 1.0;
  if (!(x > 0.0)) return 1.0;
  memcpy(&bits, &x, sizeof bits);
  uint64_t e = (bits >> 52) & 0x7ffu;
  e = e < 1 ? 1 : e > 2045 ? 2045 : e;
  bits = (2046u - e) << 52;
  memcpy(&out, &bits, sizeof out);
  return out;
}

void inno__simplex_reload(inno__simplex *s, int64_t first, int64_t count) {
  int32_t p = s->lp->columns;
  for (int64_t i = first; i < first + count; i++) {
    double largest = 0.0;
    for (int32_t j = 0; j < p; j++) {
      double size = fabs(s->lp->a[j][i] * s->column_scale[j]);
      if (size > largest) largest = size;
    }
    double r = s->row_scale[i] = inverse_power(largest);
    for (int32_t j = 0; j < p; j++) s->column[j][i] = s->lp->a[j][i] * s->column_scale[j] * r;
  }
}

void inno__simplex_load(inno__simplex *s, const inno__lp *lp, void *work) {
  s->lp = lp;
  place(s, work);
  for (int32_t j = 0; j < lp->columns; j++) {
    double largest = 0.0;
    for (int64_t i = 0; i < lp->rows; i++)
      if (fabs(lp->a[j][i]) > largest) largest = fabs(lp->a[j][i]);
    s->column_scale[j] = inverse_power(largest > 0.0 ? largest : fabs(lp->cost[j]));
  }
  inno__simplex_reload(s, 0, lp->rows);
  inno__simplex_start(s, NULL);
}

/* ---- the vertex ---- */

static unsigned char nearest_side(const inno__simplex *s, int64_t i, unsigned char wanted) {
  if (s->low[i] == s->high[i]) return FIXED;
  if (wanted == UPPER && s->high[i] < INFINITY) return UPPER;
  if (s->low[i] > -INFINITY) return LOWER;
  return s->high[i] < INFINITY ? UPPER : FREE;
}

static double bound_of(const inno__simplex *s, int32_t k) {
  int64_t i = s->basis.active[k];
  if (s->basis.side[k] == FREE) return 0.0;
  return s->basis.side[k] == UPPER ? s->high[i] : s->low[i];
}

/* Coefficient of variable j in constraint i. */
static double coefficient(const inno__simplex *s, int64_t i, int32_t j) {
  if (i < s->lp->columns) return i == j ? 1.0 : 0.0;
  return s->column[j][i - s->lp->columns];
}

/* to = or += ta a + tb b, in this order */
static void add_two(double *restrict to, int64_t m, double ta, const double *restrict a, double tb,
                    const double *restrict b, int begun) {
  if (begun)
    for (int64_t i = 0; i < m; i++) to[i] = (to[i] + ta * a[i]) + tb * b[i];
  else
    for (int64_t i = 0; i < m; i++) to[i] = ta * a[i] + tb * b[i];
}

/* rows of out beyond the variables = A x; variables at 0 cost nothing */
static void multiply(const inno__simplex *s, const double *x, double *out) {
  enum { BLOCK = 1024 };
  int32_t p = s->lp->columns;
  for (int64_t b = 0; b < s->lp->rows; b += BLOCK) {
    int64_t m = s->lp->rows - b < BLOCK ? s->lp->rows - b : BLOCK;
    int begun = 0;
    int32_t held = -1;
    for (int32_t j = 0; j < p; j++) {
      if (x[j] == 0.0) continue;
      if (held < 0) {
        held = j;
        continue;
      }
      add_two(out + p + b, m, x[held], s->column[held] + b, x[j], s->column[j] + b, begun);
      begun = 1;
      held = -1;
    }
    if (held >= 0) add_two(out + p + b, m, x[held], s->column[held] + b, 0.0, s->column[held] + b, begun);
    if (held < 0 && !begun) memset(out + p + b, 0, (size_t)m * sizeof *out);
  }
}

static void swap_rows(double *square, int32_t p, int32_t a, int32_t b) {
  for (int32_t j = 0; j < 2 * p; j++) {
    double t = square[a * 2 * p + j];
    square[a * 2 * p + j] = square[b * 2 * p + j];
    square[b * 2 * p + j] = t;
  }
}

/* The edges from the active constraints; 0 = they meet in no point. */
static int invert(inno__simplex *s) {
  int32_t p = s->lp->columns, wide = 2 * p;
  double *q = s->square;
  for (int32_t k = 0; k < p; k++)
    for (int32_t j = 0; j < p; j++) {
      q[k * wide + j] = coefficient(s, s->basis.active[k], j);
      q[k * wide + p + j] = k == j ? 1.0 : 0.0;
    }
  for (int32_t c = 0; c < p; c++) {
    int32_t best = c;
    for (int32_t k = c + 1; k < p; k++)
      if (fabs(q[k * wide + c]) > fabs(q[best * wide + c])) best = k;
    if (!(fabs(q[best * wide + c]) > 1e-11)) return 0;
    if (best != c) swap_rows(q, p, best, c);
    double inverse = 1.0 / q[c * wide + c];
    for (int32_t j = 0; j < wide; j++) q[c * wide + j] *= inverse;
    for (int32_t k = 0; k < p; k++) {
      double t = q[k * wide + c];
      if (k == c || t == 0.0) continue;
      for (int32_t j = c; j < wide; j++) q[k * wide + j] -= t * q[c * wide + j];
    }
  }
  for (int32_t k = 0; k < p; k++)
    for (int32_t j = 0; j < p; j++) s->edge[k * p + j] = q[j * wide + p + k];
  return 1;
}

/* x = sum of bound k times edge k, improved once by what is left over. */
static void stand(inno__simplex *s) {
  int32_t p = s->lp->columns;
  double *x = s->value;
  for (int32_t j = 0; j < p; j++) x[j] = 0.0;
  for (int32_t k = 0; k < p; k++) s->target[k] = s->residual[k] = bound_of(s, k);
  for (int round = 0; round < 2; round++) {
    for (int32_t k = 0; k < p; k++) {
      double t = s->residual[k];
      if (t == 0.0) continue;
      for (int32_t j = 0; j < p; j++) x[j] += t * s->edge[k * p + j];
    }
    for (int32_t k = 0; k < p && round == 0; k++) {
      double sum = 0.0;
      for (int32_t j = 0; j < p; j++) sum += coefficient(s, s->basis.active[k], j) * x[j];
      s->residual[k] = s->target[k] - sum;
    }
  }
  multiply(s, x, s->value);
  for (int32_t k = 0; k < p; k++)
    if (s->basis.side[k] != FREE) s->value[s->basis.active[k]] = s->target[k];
}

static void stand_at_bounds(inno__simplex *s) {
  for (int32_t k = 0; k < s->lp->columns; k++) {
    s->basis.active[k] = k;
    s->basis.side[k] = nearest_side(s, k, LOWER);
  }
  (void)invert(s); /* the identity */
}

/* ---- what is violated ---- */

static double within(const inno__simplex *s, double bound) { return s->tolerance * (1.0 + fabs(bound)); }
static int is_above(const inno__simplex *s, int64_t i) { return s->value[i] > s->high[i] + within(s, s->high[i]); }
static int is_below(const inno__simplex *s, int64_t i) { return s->value[i] < s->low[i] - within(s, s->low[i]); }

static void judge(inno__simplex *s) {
  int64_t all = s->lp->columns + s->lp->rows;
  s->feasible = 1;
  for (int64_t i = 0; i < all && s->feasible; i++)
    if (s->value[i] > s->high[i] || s->value[i] < s->low[i]) s->feasible = !is_above(s, i) && !is_below(s, i);
}

/* What phase 1 climbs: minus the sum of the violations. */
static void slope_of_violations(inno__simplex *s) {
  int32_t p = s->lp->columns;
  int64_t all = p + s->lp->rows;
  for (int32_t j = 0; j < p; j++) s->gradient[j] = 0.0;
  for (int64_t i = 0; i < all; i++) {
    if (s->value[i] <= s->high[i] && s->value[i] >= s->low[i]) continue;
    double sign = is_above(s, i) ? -1.0 : is_below(s, i) ? 1.0 : 0.0;
    if (sign == 0.0) continue;
    if (i < p) s->gradient[i] += sign;
    if (i >= p)
      for (int32_t j = 0; j < p; j++) s->gradient[j] += sign * s->column[j][i - p];
  }
}

/* ---- start ---- */

static int restand(inno__simplex *s) {
  if (!invert(s)) return 0;
  s->since_inversion = 0;
  stand(s);
  judge(s);
  return 1;
}

static void take_bounds(inno__simplex *s) {
  const inno__lp *lp = s->lp;
  int32_t p = lp->columns;
  double largest = 0.0;
  for (int32_t j = 0; j < p; j++) {
    s->low[j] = lp->lower[j] / s->column_scale[j];
    s->high[j] = lp->upper[j] / s->column_scale[j];
    s->cost[j] = lp->cost[j] * s->column_scale[j];
    if (fabs(s->cost[j]) > largest) largest = fabs(s->cost[j]);
  }
  s->cost_scale = inverse_power(largest);
  for (int32_t j = 0; j < p; j++) s->cost[j] *= s->cost_scale;
  for (int64_t i = 0; i < lp->rows; i++) {
    s->low[p + i] = lp->row_lower[i] * s->row_scale[i];
    s->high[p + i] = lp->row_upper[i] * s->row_scale[i];
  }
}

void inno__simplex_start(inno__simplex *s, const inno__simplex_basis *from) {
  take_bounds(s);
  s->iterations = s->stalled = 0;
  s->tolerance = feasible_within;
  s->price_tolerance = price_within;
  s->status = INNO__LP_LIMIT;
  memset(s->gradient, 0, (size_t)s->lp->columns * sizeof *s->gradient);
  for (int64_t i = 0; i < s->lp->columns + s->lp->rows; i++)
    if (s->low[i] > s->high[i]) s->status = INNO__LP_INFEASIBLE;
  if (from == NULL) stand_at_bounds(s);
  for (int32_t k = 0; k < s->lp->columns && from != NULL; k++) {
    s->basis.active[k] = from->active[k];
    s->basis.side[k] = nearest_side(s, from->active[k], from->side[k]);
  }
  if (restand(s)) return;
  stand_at_bounds(s);
  (void)restand(s);
}

void inno__simplex_save(const inno__simplex *s, inno__simplex_basis *to) {
  for (int32_t k = 0; k < s->lp->columns; k++) {
    to->active[k] = s->basis.active[k];
    to->side[k] = s->basis.side[k];
  }
}

/* ---- one iteration ---- */

static double largest_of(const double *x, int32_t n) {
  double most = 0.0;
  for (int32_t j = 0; j < n; j++) most = fabs(x[j]) > most ? fabs(x[j]) : most;
  return most;
}

/* The edge to follow and its sense; -1 = none leads upward. The steepest, or the first by number while stalled. */
static int32_t choose_edge(inno__simplex *s, const double *gradient, double *sense) {
  int32_t p = s->lp->columns, best = -1;
  double best_slope = 0.0, hair = 0.1 * s->price_tolerance * largest_of(gradient, p), rounding = hair * hair;
  int first_by_number = s->stalled > 2 * (int64_t)p + 20;
  for (int32_t k = 0; k < p; k++) {
    const double *d = s->edge + (int64_t)k * p;
    double price = 0.0, size = 0.0, length = 0.0;
    unsigned char side = s->basis.side[k];
    if (side == FIXED) continue;
    for (int32_t j = 0; j < p; j++) {
      price += gradient[j] * d[j];
      size += fabs(gradient[j] * d[j]);
      length += d[j] * d[j];
    }
    if ((side == LOWER && price < 0.0) || (side == UPPER && price > 0.0)) continue;
    /* coordinates of an edge that should be 0 are not quite: their products are no price */
    if (!(fabs(price) > s->price_tolerance * size && price * price > rounding * length)) continue;
    double slope = price * price / length;
    if (first_by_number ? best >= 0 && s->basis.active[k] > s->basis.active[best] : !(slope > best_slope)) continue;
    best = k;
    best_slope = slope;
    *sense = price > 0.0 ? 1.0 : -1.0;
  }
  s->slope = best_slope;
  return best;
}

static void set_rates(inno__simplex *s, int32_t k, double sense) {
  int32_t p = s->lp->columns;
  for (int32_t j = 0; j < p; j++) s->rate[j] = s->direction[j] = sense * s->edge[(int64_t)k * p + j];
  multiply(s, s->direction, s->rate);
  for (int32_t l = 0; l < p; l++) s->rate[s->basis.active[l]] = l == k ? sense : 0.0;
}

/* Constraint i takes the place of active constraint k. */
static int replace(inno__simplex *s, int32_t k, int64_t i) {
  int32_t p = s->lp->columns;
  for (int32_t l = 0; l < p; l++) {
    double sum = 0.0;
    for (int32_t j = 0; j < p; j++) sum += coefficient(s, i, j) * s->edge[(int64_t)l * p + j];
    s->residual[l] = sum;
  }
  double *d = s->edge + (int64_t)k * p, pivot = s->residual[k];
  if (!(fabs(pivot) > 1e-14)) return 0;
  for (int32_t j = 0; j < p; j++) d[j] /= pivot;
  for (int32_t l = 0; l < p; l++) {
    double t = s->residual[l];
    if (l == k || t == 0.0) continue;
    for (int32_t j = 0; j < p; j++) s->edge[(int64_t)l * p + j] -= t * d[j];
  }
  s->basis.active[k] = i;
  return 1;
}

static void walk(inno__simplex *s, double length) {
  int64_t all = s->lp->columns + s->lp->rows;
  double *restrict value = s->value;
  const double *restrict rate = s->rate;
  if (length > 0.0)
    for (int64_t i = 0; i < all; i++) value[i] += length * rate[i];
}

/* Where phase 1 meets what is violated it stops, too: there it is violated no longer. */
static int64_t choose_stop(inno__simplex *s, double *length, unsigned char *side) {
  int32_t p = s->lp->columns;
  int64_t all = p + s->lp->rows, stop = -1;
  const double violated = s->feasible ? 0.0 : s->tolerance;
  double least = inno__simplex_reach(s->value, s->rate, s->low, s->high, all, violated, s->reach), largest = 0.0;
  if (!(least < INFINITY)) return -1;
  int first_by_number = s->stalled > 2 * (int64_t)p + 20;
  for (int64_t i = 0; i < all; i++) {
    double size = fabs(s->rate[i]);
    if (!(size > largest) || !inno__simplex_stops(s->reach[i], s->rate[i], least)) continue;
    stop = i;
    largest = size;
    if (first_by_number) break;
  }
  *length = inno__simplex_length(s->value[stop], s->rate[stop], s->low[stop], s->high[stop], violated);
  int upward = s->rate[stop] > 0.0;
  if (!s->feasible && upward && is_below(s, stop))
    upward = 0;
  else if (!s->feasible && !upward && is_above(s, stop))
    upward = 1;
  *side = s->low[stop] == s->high[stop] ? FIXED : upward ? UPPER : LOWER;
  return stop;
}

/* Nothing leads upward: the end, if it still is the end when everything is computed afresh. */
static void conclude(inno__simplex *s) {
  if (s->since_inversion > 0) {
    int was_feasible = s->feasible;
    if (!restand(s)) {
      stand_at_bounds(s);
      (void)restand(s);
    }
    if (was_feasible && !s->feasible && s->tolerance < 1e-8) {
      s->tolerance *= 10.0;
      judge(s);
    }
    return;
  }
  s->status = s->feasible ? INNO__LP_OPTIMAL : INNO__LP_INFEASIBLE;
}

/* Steps that gain nothing, of length 0 or along an edge that only rounding lets climb. */
static void note_progress(inno__simplex *s, int32_t k, double length) {
  int32_t p = s->lp->columns;
  double size = 1.0, gain = sqrt(s->slope), square = 0.0;
  for (int32_t j = 0; j < p; j++) {
    double d = s->edge[(int64_t)k * p + j];
    square += d * d;
    size += fabs(s->cost[j] * s->value[j]);
  }
  gain *= sqrt(square) * length;
  s->stalled = gain > 1e-15 * size ? 0 : s->stalled + 1;
  if (s->stalled > 0 && s->stalled % (20 * (int64_t)p + 200) == 0 && s->price_tolerance < 1e-8)
    s->price_tolerance *= 10.0;
}

static void iterate(inno__simplex *s) {
  double sense = 1.0, length = 0.0;
  unsigned char side = LOWER;
  if (!s->feasible) {
    slope_of_violations(s);
    judge(s);
  }
  int32_t k = choose_edge(s, s->feasible ? s->cost : s->gradient, &sense);
  if (k < 0) {
    conclude(s);
    return;
  }
  s->iterations++;
  set_rates(s, k, sense);
  int64_t stop = choose_stop(s, &length, &side);
  if (stop < 0) {
    if (s->since_inversion > 0 && restand(s)) return;
    s->status = s->feasible ? INNO__LP_UNBOUNDED : INNO__LP_INFEASIBLE;
    return;
  }
  walk(s, length);
  note_progress(s, k, length);
  int replaced = stop == s->basis.active[k] || replace(s, k, stop);
  if (replaced) {
    s->basis.side[k] = side;
    s->value[stop] = bound_of(s, k);
  }
  s->since_inversion++;
  if (replaced && s->since_inversion < INVERT_AFTER) return;
  if (restand(s)) return;
  stand_at_bounds(s);
  (void)restand(s);
}

int32_t inno__simplex_advance(inno__simplex *s, int64_t iterations) {
  int64_t end = iterations < INT64_MAX - s->iterations ? s->iterations + iterations : INT64_MAX;
  while (s->status == INNO__LP_LIMIT && s->iterations < end) iterate(s);
  return s->status;
}

/* ---- the solution ---- */

/* gradient = sum of price k times active constraint k, improved once. */
static void prices(const inno__simplex *s, const double *gradient) {
  int32_t p = s->lp->columns;
  for (int32_t k = 0; k < p; k++) s->price[k] = 0.0;
  for (int32_t j = 0; j < p; j++) s->residual[j] = gradient[j];
  for (int round = 0; round < 2; round++) {
    for (int32_t k = 0; k < p; k++) {
      double sum = 0.0;
      for (int32_t j = 0; j < p; j++) sum += s->residual[j] * s->edge[(int64_t)k * p + j];
      s->price[k] += sum;
    }
    for (int32_t j = 0; j < p && round == 0; j++) {
      double sum = 0.0;
      for (int32_t k = 0; k < p; k++) sum += s->price[k] * coefficient(s, s->basis.active[k], j);
      s->residual[j] = gradient[j] - sum;
    }
  }
  double hair = 1e-14 * largest_of(gradient, p);
  for (int32_t k = 0; k < p; k++) { /* what rounding left, or gave the wrong sign */
    unsigned char side = s->basis.side[k];
    double square = 0.0, price = s->price[k];
    for (int32_t j = 0; j < p; j++) square += s->edge[(int64_t)k * p + j] * s->edge[(int64_t)k * p + j];
    if ((side == LOWER && price > 0.0) || (side == UPPER && price < 0.0) || side == FREE ||
        price * price <= hair * hair * square)
      s->price[k] = 0.0;
  }
}

static void add_price(const inno__simplex *s, int64_t i, double price, double *row_dual, double *column_dual) {
  int32_t p = s->lp->columns;
  if (i < p && column_dual != NULL) column_dual[i] += price / s->column_scale[i];
  if (i >= p && row_dual != NULL) row_dual[i - p] += price * s->row_scale[i - p];
}

/* Variable j is what is left of terms that cancel. */
static int is_rounding(const inno__simplex *s, int32_t j) {
  double size = 0.0;
  for (int32_t k = 0; k < s->lp->columns; k++) size += fabs(bound_of(s, k) * s->edge[(int64_t)k * s->lp->columns + j]);
  return fabs(s->value[j]) <= 1e-14 * size;
}

/* What rounding put beyond a bound is put on it. */
static void take_point(const inno__simplex *s, double *x) {
  const inno__lp *lp = s->lp;
  for (int32_t j = 0; j < lp->columns; j++) {
    x[j] = is_rounding(s, j) ? 0.0 : s->value[j] * s->column_scale[j];
    if (s->status == INNO__LP_INFEASIBLE) continue;
    if (x[j] < lp->lower[j]) x[j] = lp->lower[j];
    if (x[j] > lp->upper[j]) x[j] = lp->upper[j];
  }
}

static void take_ray(const inno__simplex *s, double *x) {
  int32_t p = s->lp->columns;
  double least = inno__simplex_pivot(s->rate, p + s->lp->rows);
  for (int32_t j = 0; j < p; j++) x[j] = fabs(s->direction[j]) > least ? s->direction[j] * s->column_scale[j] : 0.0;
}

void inno__simplex_solution(const inno__simplex *s, double *x, double *row_dual, double *column_dual) {
  int32_t p = s->lp->columns;
  int64_t all = p + s->lp->rows;
  int violated = s->status == INNO__LP_INFEASIBLE;
  if (s->status == INNO__LP_UNBOUNDED)
    take_ray(s, x);
  else
    take_point(s, x);
  if (row_dual != NULL) memset(row_dual, 0, (size_t)s->lp->rows * sizeof *row_dual);
  if (column_dual != NULL) memset(column_dual, 0, (size_t)p * sizeof *column_dual);
  prices(s, violated ? s->gradient : s->cost);
  for (int32_t k = 0; k < p; k++)
    add_price(s, s->basis.active[k], violated ? s->price[k] : s->price[k] / s->cost_scale, row_dual, column_dual);
  for (int64_t i = 0; i < all && violated; i++) {
    double sign = is_above(s, i) ? 1.0 : is_below(s, i) ? -1.0 : 0.0;
    if (sign != 0.0) add_price(s, i, sign, row_dual, column_dual);
  }
}
