#include "explain/owen.h"

#include <string.h>

#include "base/block.h"
#include "base/error.h"
#include "construct/keys.h"
#include "innoscore/contributions.h"
#include "numeric/missing.h"

/* ---- the object ---- */

int inno__owen_is_mean(const inno__owen *o, int64_t aggregate) {
  const inno__aggregate_rule *rule = inno__owen_rule(o, aggregate);
  return rule->rule == INNO_AGGREGATE_ARITHMETIC || rule->rule == INNO_AGGREGATE_SUM ||
         (rule->rule == INNO_AGGREGATE_POWER && rule->power == 1.0);
}

static int is_aggregate(const inno__owen *o, int64_t node) { return node >= o->tree->indicators; }

/* What the block has room for. */
typedef struct {
  int64_t children; /* most of one aggregate */
  int64_t levels;   /* aggregates one above the other, at most */
  size_t work;      /* of a rule */
  size_t worths;    /* 0 = every rule is straight */
} sizes;

static void mark_inside(inno__owen *o) {
  memset(o->inside, 0, (size_t)o->tree->count);
  o->inside[o->root] = 1;
  for (int64_t j = o->root - 1; j >= 0; j--)
    o->inside[j] = (unsigned char)(o->tree->parent[j] >= 0 && o->inside[o->tree->parent[j]]);
}

/* Bits of an aggregate if every child plays: children come before their parents. */
static void measure(const inno__owen *o, sizes *s) {
  *s = (sizes){1, o->tree->level[o->root] + 1, 8, 0};
  for (int64_t a = o->tree->indicators; a <= o->root; a++) {
    if (!o->inside[a]) continue;
    int64_t k, deepest = 0;
    const int64_t *child = inno__owen_children(o, a, &k);
    for (int64_t c = 0; c < k; c++)
      if (is_aggregate(o, child[c]) && o->bits[child[c]] > deepest) deepest = o->bits[child[c]];
    deepest += k;
    o->bits[a] = (int32_t)(deepest < INNO__OWEN_BITS ? deepest : INNO__OWEN_BITS);
    s->children = k > s->children ? k : s->children;
    size_t work = inno__owen_rule(o, a)->aggregator->work_size((int32_t)k, INNO__OWEN_ROWS);
    size_t worths = inno__owen_is_mean(o, a) ? 0 : (size_t)1 << o->bits[a];
    s->work = work > s->work ? work : s->work;
    s->worths = worths > s->worths ? worths : s->worths;
  }
}

static void place_nodes(inno__owen *o, inno__block *b) {
  size_t n = (size_t)o->tree->count;
  o->inside = inno__block_take(b, n, 8);
  o->moves = inno__block_take(b, n, 8);
  o->chained = inno__block_take(b, n, 8);
  o->split = inno__block_take(b, n, 8);
  o->x = inno__block_take(b, n * sizeof *o->x, 8);
  o->y = inno__block_take(b, n * sizeof *o->y, 8);
  o->bits = inno__block_take(b, n * sizeof *o->bits, 8);
  o->line = inno__block_take(b, n * sizeof *o->line, 8);
}

static void place_work(inno__owen *o, const sizes *s, inno__block *b) {
  size_t k = (size_t)s->children;
  o->rows = inno__block_take(b, k * INNO__OWEN_ROWS * sizeof *o->rows, 64);
  o->columns = inno__block_take(b, k * sizeof *o->columns, 8);
  o->weights = inno__block_take(b, k * sizeof *o->weights, 8);
  o->out = inno__block_take(b, INNO__OWEN_ROWS * sizeof *o->out, 64);
  o->own = inno__block_take(b, k * sizeof *o->own, 8);
  o->players = inno__block_take(b, k * sizeof *o->players, 8);
  o->chain = inno__block_take(b, (size_t)s->levels * sizeof *o->chain, 8);
  o->work = inno__block_take(b, s->work, 64);
  for (int side = 0; side < 2; side++) o->worth[side] = inno__block_take(b, s->worths * sizeof(double), 64);
}

/* A block of its own for the nodes first: they say how large the rest is. */
static inno_status take_blocks(inno__owen *o, sizes *s) {
  inno__block b = {NULL, 0, 0};
  place_nodes(o, &b);
  size_t bytes = b.used;
  void *first = inno__alloc(&o->allocator, bytes);
  if (first == NULL) return INNO_E_NOMEM;
  b = (inno__block){first, 0, bytes};
  place_nodes(o, &b);
  mark_inside(o);
  measure(o, s);
  inno__free(&o->allocator, first, bytes);
  b = (inno__block){NULL, 0, 0};
  place_nodes(o, &b);
  place_work(o, s, &b);
  o->block = inno__alloc(&o->allocator, b.used);
  if (o->block == NULL) return INNO_E_NOMEM;
  o->block_bytes = b.used;
  b = (inno__block){o->block, 0, o->block_bytes};
  place_nodes(o, &b);
  place_work(o, s, &b);
  mark_inside(o);
  return INNO_OK;
}

static inno_status check_rules(const inno_method *m, const inno__step *step, int64_t root, inno_error *error) {
  const inno__tree *t = m->tree;
  for (int64_t a = t->indicators; a <= root; a++) {
    int64_t above = a;
    while (above >= 0 && above < root) above = t->parent[above];
    const inno__aggregate_rule *rule = &step->rules.aggregate[a - t->indicators];
    if (above != root || !(rule->aggregator->flags & INNO__COMPARES)) continue;
    return inno__fail(error, INNO_E_RULE, INNO__MSG_OWEN_COMPARES,
                      &(inno__where){.node = inno__names_at(t->codes, a),
                                     .what = inno__choice_name(INNO_KEY_AGGREGATE_RULE, rule->rule)});
  }
  return INNO_OK;
}

inno_status inno__owen_create(const inno_allocator *allocator, const inno_method *method, int64_t root,
                              inno__owen **out, inno_error *error) {
  const inno__step *step = inno__method_aggregation(method);
  *out = NULL;
  inno_status s = check_rules(method, step, root, error);
  if (s != INNO_OK) return s;
  inno__owen *o = inno__alloc(allocator, sizeof *o);
  if (o == NULL) return inno__no_memory(error);
  memset(o, 0, sizeof *o);
  o->allocator = *allocator;
  o->tree = method->tree;
  o->step = step;
  o->root = root;
  sizes size;
  if (take_blocks(o, &size) != INNO_OK) {
    inno__owen_destroy(o);
    return inno__no_memory(error);
  }
  *out = o;
  return INNO_OK;
}

void inno__owen_destroy(inno__owen *o) {
  if (o == NULL) return;
  const inno_allocator a = o->allocator;
  inno__free(&a, o->block, o->block_bytes);
  inno__free(&a, o, sizeof *o);
}

/* ---- values ---- */

void inno__owen_evaluate(inno__owen *o, int64_t aggregate, int64_t n) {
  int64_t k;
  const int64_t *child = inno__owen_children(o, aggregate, &k);
  const inno__site site = {NULL, NULL, NULL};
  for (int64_t c = 0; c < k; c++) {
    o->columns[c] = o->rows + c * INNO__OWEN_ROWS;
    o->weights[c] = o->weight[child[c]];
    o->own[c] = o->step->own[child[c]];
  }
  inno__node node = {.columns = o->columns,
                     .weights = o->weights,
                     .own = o->own,
                     .k = (int32_t)k,
                     .n = n,
                     .rule = inno__owen_rule(o, aggregate),
                     .site = &site,
                     .out = o->out,
                     .work = o->work};
  while (!node.done && o->status == INNO_OK) {
    inno_status s = inno__aggregate(&node);
    if (s != INNO_OK) inno__owen_fail(o, aggregate, s);
  }
  for (int64_t i = 0; i < n && o->status == INNO_OK; i++)
    if (o->out[i] == o->out[i] && o->out[i] - o->out[i] != 0.0) inno__owen_fail(o, aggregate, INNO_E_OVERFLOW);
}

/* Both sides of every aggregate, children first. */
static void values_of(inno__owen *o, const double *x, const double *y) {
  for (int64_t j = 0; j < o->tree->indicators && j <= o->root; j++) {
    o->x[j] = x[j];
    o->y[j] = y[j];
  }
  for (int64_t a = o->tree->indicators; a <= o->root && o->status == INNO_OK; a++) {
    if (!o->inside[a]) continue;
    int64_t k;
    const int64_t *child = inno__owen_children(o, a, &k);
    for (int64_t c = 0; c < k; c++) {
      o->rows[c * INNO__OWEN_ROWS] = o->x[child[c]];
      o->rows[c * INNO__OWEN_ROWS + 1] = o->y[child[c]];
    }
    inno__owen_evaluate(o, a, 2);
    o->x[a] = o->out[0];
    o->y[a] = o->out[1];
  }
}

double inno__owen_score(inno__owen *o, const double *weight, const double *x, inno_status *status) {
  o->weight = weight;
  o->status = INNO_OK;
  o->failed = -1;
  values_of(o, x, x);
  *status = o->status;
  if (o->status == INNO_OK && o->x[o->root] != o->x[o->root]) *status = INNO_E_NODATA;
  return *status == INNO_OK ? o->x[o->root] : inno__nan();
}

/* ---- who plays ---- */

/* A child without weight counts only where coverage does. */
static int can_count(const inno__owen *o, int64_t aggregate, int64_t child) {
  return o->weight[child] > 0.0 || inno__owen_rule(o, aggregate)->min_coverage > 0.0;
}

int64_t inno__owen_players(inno__owen *o, int64_t aggregate) {
  int64_t k, count = 0;
  const int64_t *child = inno__owen_children(o, aggregate, &k);
  for (int64_t c = 0; c < k; c++)
    if (o->moves[child[c]] && !inno__owen_same(o->x[child[c]], o->y[child[c]])) o->players[count++] = c;
  return count;
}

/* Which nodes move, and how many players the longest chain from each aggregate down has. */
static void look(inno__owen *o) {
  for (int64_t j = 0; j <= o->root; j++) {
    if (!o->inside[j]) continue;
    o->moves[j] = o->chained[j] = o->split[j] = 0;
    o->bits[j] = 0;
    if (!is_aggregate(o, j)) {
      int64_t parent = o->tree->parent[j];
      o->moves[j] = (unsigned char)(!inno__owen_same(o->x[j], o->y[j]) && (j == o->root || can_count(o, parent, j)));
      continue;
    }
    int64_t k, deepest = 0;
    const int64_t *child = inno__owen_children(o, j, &k);
    for (int64_t c = 0; c < k; c++) {
      o->moves[j] |= o->moves[child[c]];
      if (is_aggregate(o, child[c]) && o->moves[child[c]] && o->bits[child[c]] > deepest) deepest = o->bits[child[c]];
    }
    deepest += inno__owen_players(o, j);
    o->bits[j] = (int32_t)(deepest < 1000 ? deepest : 1000);
    if (j != o->root && !can_count(o, o->tree->parent[j], j)) o->moves[j] = 0;
  }
}

/* ---- the split ---- */

static void split_node(inno__owen *o, int64_t a, double *parts) {
  if (!o->chained[a] && inno__owen_is_mean(o, a)) {
    o->split[a] = INNO_SPLIT_STRAIGHT;
    inno__owen_means(o, a, parts);
  } else if (o->chained[a] || o->bits[a] <= INNO__OWEN_BITS) {
    o->split[a] = INNO_SPLIT_COALITIONS;
    inno__owen_coalitions(o, a, parts);
  } else {
    o->split[a] = INNO_SPLIT_PATH;
    inno__owen_path(o, a, parts);
  }
}

/* A score that one side lacks, or both. */
static void check_scores(inno__owen *o) {
  if (o->status == INNO_OK && (o->x[o->root] != o->x[o->root] || o->y[o->root] != o->y[o->root]))
    inno__owen_fail(o, o->root, INNO_E_NODATA);
}

void inno__owen_split(inno__owen *o, const double *weight, const double *x, const double *y, double *parts,
                      inno__owen_report *report) {
  int64_t root = o->root, indicators = o->tree->indicators;
  int32_t least = 0;
  o->weight = weight;
  o->status = INNO_OK;
  o->failed = -1;
  for (int64_t j = 0; j < indicators; j++) parts[j] = 0.0;
  values_of(o, x, y);
  const int known = o->status == INNO_OK;
  check_scores(o);
  if (o->status == INNO_OK) {
    look(o);
    o->line[root] = (inno__line){1.0, 0.0, inno__nan()};
    if (!is_aggregate(o, root)) parts[root] = o->x[root] - o->y[root];
    for (int64_t a = root; a >= indicators && o->status == INNO_OK; a--) {
      if (!o->inside[a] || !o->moves[a]) continue;
      split_node(o, a, parts);
      least = o->split[a] > least ? o->split[a] : least;
    }
  }
  *report = (inno__owen_report){.status = o->status,
                                .failed = o->failed,
                                .split = least,
                                .x = known ? o->x[root] : inno__nan(),
                                .y = known ? o->y[root] : inno__nan()};
  for (int64_t j = 0; j < indicators && o->status != INNO_OK; j++) parts[j] = inno__nan();
}
