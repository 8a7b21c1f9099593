/* Too many coalitions: the children move together along the straight line from the second side to the first (Aumann
 * and Shapley 1974). In each of so many equal steps each child in turn goes from its beginning to its end while the
 * others stand in the middle: the midpoint rule, with INNO__OWEN_STEPS steps and with half of them, extrapolated as
 * Romberg does. What is left of the whole difference is spread in proportion to the sizes of the parts. To the
 * aggregates below the score is then a straight line. */
#include <math.h>

#include "explain/owen.h"
#include "explain/owen_weights.h"
#include "numeric/missing.h"

/* Rows of one call: beginnings and ends of the fine steps, then of the coarse ones. */
enum { FINE = INNO__OWEN_STEPS, COARSE = FINE / 2, ROWS = 2 * (FINE + COARSE) };

typedef struct {
  inno__owen *o;
  const int64_t *child;
  int64_t aggregate, k;
  double furthest; /* of all children */
} path;

/* How far a child goes; one that only moves inside as far as the one that goes furthest. */
static double way(const path *w, int64_t c) {
  double d = w->o->x[w->child[c]] - w->o->y[w->child[c]];
  return d == 0.0 ? w->furthest : d;
}

static void fill(const path *w, int64_t mover) {
  const inno__owen *o = w->o;
  for (int64_t c = 0; c < w->k; c++) {
    double *to = o->rows + c * INNO__OWEN_ROWS, y = o->y[w->child[c]], d = o->x[w->child[c]] - y;
    for (int64_t i = 0; i < FINE + COARSE; i++) {
      double step = i < FINE ? 1.0 / FINE : 1.0 / COARSE, at = (double)(i < FINE ? i : i - FINE) + 0.5;
      double middle = y + at * step * d, half = c == mover ? 0.5 * step * way(w, c) : 0.0;
      to[2 * i] = middle - half;
      to[2 * i + 1] = middle + half;
    }
  }
}

static double sum_of(const double *rows, int64_t steps) {
  inno__owen_total t = {0.0, 0.0};
  for (int64_t i = 0; i < steps; i++) inno__owen_add(&t, rows[2 * i + 1] - rows[2 * i]);
  return inno__owen_total_of(&t);
}

/* What the score gains while one child moves. */
static double gain(const path *w, int64_t mover) {
  inno__owen *o = w->o;
  fill(w, mover);
  inno__owen_evaluate(o, w->aggregate, ROWS);
  double fine = sum_of(o->out, FINE), coarse = sum_of(o->out + (size_t)2 * FINE, COARSE);
  return o->line[w->aggregate].slope * (fine + (fine - coarse) / 3.0);
}

/* Slopes of all children that move, before the spreading; lines hold them. */
static double slopes(const path *w, inno__owen_total *sum) {
  inno__owen *o = w->o;
  double sizes = 0.0;
  for (int64_t c = 0; c < w->k && o->status == INNO_OK; c++) {
    int64_t node = w->child[c];
    if (!o->moves[node]) continue;
    double g = gain(w, c);
    if (g != g) inno__owen_fail(o, w->aggregate, INNO_E_NODATA);
    o->line[node] = (inno__line){g / way(w, c), 0.0, inno__nan()};
    if (inno__owen_same(o->x[node], o->y[node])) continue;
    inno__owen_add(sum, g);
    sizes += fabs(g);
  }
  return sizes;
}

void inno__owen_path(inno__owen *o, int64_t aggregate, double *parts) {
  path w = {.o = o, .aggregate = aggregate};
  inno__owen_total sum = {0.0, 0.0};
  w.child = inno__owen_children(o, aggregate, &w.k);
  for (int64_t c = 0; c < w.k; c++) {
    double x = o->x[w.child[c]], y = o->y[w.child[c]];
    if ((x == x) != (y == y)) inno__owen_fail(o, aggregate, INNO_E_SIZE); /* no line leads from a value to none */
    if (o->moves[w.child[c]] && fabs(x - y) > w.furthest) w.furthest = fabs(x - y);
  }
  if (w.furthest == 0.0) inno__owen_fail(o, aggregate, INNO_E_SIZE);
  double sizes = slopes(&w, &sum);
  double left = o->line[aggregate].slope * (o->x[aggregate] - o->y[aggregate]) - inno__owen_total_of(&sum);
  if (o->status == INNO_OK && sizes == 0.0 && left != 0.0) inno__owen_fail(o, aggregate, INNO_E_SIZE);
  for (int64_t c = 0; c < w.k && o->status == INNO_OK; c++) {
    int64_t node = w.child[c];
    if (!o->moves[node]) continue;
    double d = o->x[node] - o->y[node], part = o->line[node].slope * d;
    if (part != 0.0) part += left * (fabs(part) / sizes);
    if (d != 0.0) o->line[node].slope = part / d;
    if (node < o->tree->indicators) parts[node] = part;
  }
}
