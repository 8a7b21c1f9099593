/* Every coalition, counted out. The children of an aggregate make 2^d vectors; each aggregate above, up to one whose
 * line is known, meets each of them with every coalition of its other children. Row r of a level is coalition r mod 2^s
 * of the siblings with the value of row r / 2^s of the level below. */
#include "explain/owen.h"
#include "explain/owen_weights.h"

typedef struct {
  inno__owen *o;
  int64_t aggregate;
  int64_t inner;   /* the child below on the chain; -1 at the first level */
  int64_t players; /* the others that differ, in o->players */
} level;

static level level_of(inno__owen *o, int64_t aggregate, int64_t inner) {
  level l = {o, aggregate, inner, 0};
  int64_t k, count = inno__owen_players(o, aggregate);
  const int64_t *child = inno__owen_children(o, aggregate, &k);
  for (int64_t p = 0; p < count; p++)
    if (child[o->players[p]] != inner) o->players[l.players++] = o->players[p];
  return l;
}

/* Rows begin to begin + m of a level, children in columns. */
static void fill(const level *l, const double *below, int64_t begin, int64_t m) {
  const inno__owen *o = l->o;
  int64_t k, next = 0;
  const int64_t *child = inno__owen_children(o, l->aggregate, &k);
  for (int64_t c = 0; c < k; c++) {
    double *to = o->rows + c * INNO__OWEN_ROWS;
    double x = o->x[child[c]], y = o->y[child[c]];
    if (below != NULL && child[c] == l->inner) {
      for (int64_t i = 0; i < m; i++) to[i] = below[(begin + i) >> l->players];
    } else if (next < l->players && o->players[next] == c) {
      for (int64_t i = 0; i < m; i++) to[i] = (begin + i) >> next & 1 ? x : y;
      next++;
    } else {
      for (int64_t i = 0; i < m; i++) to[i] = y;
    }
  }
}

static void expand(const level *l, const double *below, int64_t rows, double *above) {
  inno__owen *o = l->o;
  for (int64_t b = 0; b < rows && o->status == INNO_OK; b += INNO__OWEN_ROWS) {
    int64_t m = rows - b < INNO__OWEN_ROWS ? rows - b : INNO__OWEN_ROWS;
    fill(l, below, b, m);
    inno__owen_evaluate(o, l->aggregate, m);
    for (int64_t i = 0; i < m; i++) above[b + i] = o->out[i];
  }
}

/* Through the known line; a coalition without a score ends it. */
static void finish(inno__owen *o, int64_t top, double *worth, int64_t rows) {
  const inno__line line = o->line[top];
  for (int64_t i = 0; i < rows; i++) {
    double v = worth[i];
    worth[i] = v == v ? line.slope * v + line.intercept : line.gap;
    if (worth[i] != worth[i]) inno__owen_fail(o, top, INNO_E_NODATA);
  }
}

/* The mean over the coalitions of s siblings, for each row of the level below; in place. */
static void average(double *worth, int64_t below, int64_t s) {
  double p[INNO__OWEN_BITS + 1] = {0.0};
  for (int64_t m = 0; m <= s; m++) p[m] = inno__owen_weight(m, s + 1);
  for (int64_t j = 0; j < below; j++) {
    inno__owen_total t = {0.0, 0.0};
    for (uint32_t bits = 0; bits < (uint32_t)1 << s; bits++)
      inno__owen_add(&t, p[inno__owen_ones(bits)] * worth[(j << s) + bits]);
    worth[j] = inno__owen_total_of(&t);
  }
}

/* The worth of every coalition of the aggregate's children. */
static const double *worths(inno__owen *o, int64_t aggregate, int64_t *players) {
  int64_t count = 0, rows, side = 0;
  level l = level_of(o, aggregate, -1);
  *players = l.players;
  rows = (int64_t)1 << l.players;
  expand(&l, NULL, rows, o->worth[0]);
  int64_t node = aggregate;
  for (; o->chained[node] && o->status == INNO_OK; side = 1 - side, node = o->tree->parent[node]) {
    l = level_of(o, o->tree->parent[node], node);
    rows <<= l.players;
    o->chain[count++] = l.players;
    expand(&l, o->worth[side], rows, o->worth[1 - side]);
  }
  if (o->status == INNO_OK) finish(o, node, o->worth[side], rows);
  while (count-- > 0 && o->status == INNO_OK) {
    rows >>= o->chain[count];
    average(o->worth[side], rows, o->chain[count]);
  }
  return o->worth[side];
}

/* Shapley's value of one player. */
static double value_of(const double *worth, int64_t players, int64_t player) {
  double p[INNO__OWEN_BITS + 1] = {0.0};
  uint32_t own = (uint32_t)1 << player;
  inno__owen_total t = {0.0, 0.0};
  for (int64_t m = 0; m < players; m++) p[m] = inno__owen_weight(m, players);
  for (uint32_t bits = 0; bits < (uint32_t)1 << players; bits++)
    if (!(bits & own)) inno__owen_add(&t, p[inno__owen_ones(bits)] * (worth[bits | own] - worth[bits]));
  return inno__owen_total_of(&t);
}

void inno__owen_coalitions(inno__owen *o, int64_t aggregate, double *parts) {
  int64_t k, players, indicators = 0, of_indicators = 0;
  const int64_t *child = inno__owen_children(o, aggregate, &k);
  for (int64_t c = 0; c < k; c++) {
    if (child[c] >= o->tree->indicators)
      o->chained[child[c]] = 1;
    else
      indicators += o->moves[child[c]];
  }
  if (indicators == 0) return; /* what is below asks for its own coalitions */
  const double *worth = worths(o, aggregate, &players);
  if (o->status != INNO_OK) return;
  of_indicators = inno__owen_players(o, aggregate);
  for (int64_t p = 0; p < of_indicators; p++) {
    int64_t node = child[o->players[p]];
    if (node < o->tree->indicators) parts[node] = value_of(worth, players, p);
  }
}
