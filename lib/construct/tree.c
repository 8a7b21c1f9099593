#include "construct/tree.h"

#include <string.h>

#include "base/block.h"
#include "base/error.h"

static void place_arrays(inno__tree *t, inno__block *b) {
  size_t n = (size_t)t->count, inner = (size_t)(t->count - t->indicators);
  t->parent = inno__block_take(b, n * sizeof *t->parent, 8);
  t->first_child = inno__block_take(b, (inner + 1) * sizeof *t->first_child, 8);
  t->children = inno__block_take(b, n * sizeof *t->children, 8);
  t->denominator = inno__block_take(b, n * sizeof *t->denominator, 8);
  t->weight = inno__block_take(b, n * sizeof *t->weight, 8);
  t->scale = inno__block_take(b, n * sizeof *t->scale, 8);
  t->share = inno__block_take(b, n * sizeof *t->share, 8);
  t->effective = inno__block_take(b, n * sizeof *t->effective, 8);
  t->level = inno__block_take(b, n * sizeof *t->level, 4);
  t->direction = inno__block_take(b, n * sizeof *t->direction, 4);
}

static inno__tree *tree_allocate(const inno_allocator *a, int64_t count, int64_t indicators) {
  inno__tree *t = inno__alloc(a, sizeof *t);
  if (t == NULL) return NULL;
  memset(t, 0, sizeof *t);
  t->allocator = *a;
  t->count = count;
  t->indicators = indicators;
  inno__block measure = {NULL, 0, 0};
  place_arrays(t, &measure);
  t->block_bytes = measure.used;
  t->block = inno__alloc(a, t->block_bytes);
  if (t->block == NULL) {
    inno__free(a, t, sizeof *t);
    return NULL;
  }
  inno__block place = {t->block, 0, t->block_bytes};
  place_arrays(t, &place);
  return t;
}

void inno__tree_destroy(inno__tree *t) {
  if (t == NULL) return;
  inno_allocator a = t->allocator;
  inno__names_destroy(t->codes);
  inno__names_destroy(t->denominators);
  inno__free(&a, t->block, t->block_bytes);
  inno__free(&a, t, sizeof *t);
}

inno_status inno__tree_copy(const inno__tree *from, const inno_allocator *allocator, inno__tree **out) {
  *out = NULL;
  inno__tree *t = tree_allocate(allocator, from->count, from->indicators);
  if (t == NULL) return INNO_E_NOMEM;
  memcpy(t->block, from->block, t->block_bytes);
  if (inno__names_copy(from->codes, allocator, &t->codes) != INNO_OK ||
      inno__names_copy(from->denominators, allocator, &t->denominators) != INNO_OK) {
    inno__tree_destroy(t);
    return INNO_E_NOMEM;
  }
  *out = t;
  return INNO_OK;
}

int64_t inno__tree_ancestor(const inno__tree *t, int64_t node, int32_t level) {
  int64_t at = t->parent[node];
  if (level <= 0) return t->count - 1;
  while (t->parent[at] >= 0 && t->level[at] < level) at = t->parent[at];
  return at;
}

/* ---- building ---- */

/* Scratch of one build, indexed by the order of adding. */
typedef struct {
  const inno_indicator_set *set;
  int64_t count;
  int64_t *parent;  /* -1 = the index */
  int64_t *pending; /* children whose level is not known yet */
  int64_t *fanout;  /* children */
  int64_t *queue;
  int64_t *number; /* of the node in the tree */
  int32_t *level;
  void *block;
  size_t block_bytes;
} build;

static void place_build(build *w, inno__block *b) {
  size_t n = (size_t)w->count;
  w->parent = inno__block_take(b, n * sizeof *w->parent, 8);
  w->pending = inno__block_take(b, n * sizeof *w->pending, 8);
  w->fanout = inno__block_take(b, n * sizeof *w->fanout, 8);
  w->queue = inno__block_take(b, n * sizeof *w->queue, 8);
  w->number = inno__block_take(b, n * sizeof *w->number, 8);
  w->level = inno__block_take(b, n * sizeof *w->level, 4);
}

static const char *code_of(const build *w, int64_t i) { return inno__names_at(w->set->codes, i); }

static inno_status find_parents(build *w, inno_error *error) {
  int64_t root = -1;
  for (int64_t i = 0; i < w->count; i++) {
    const inno__node_entry *e = &w->set->entries[i];
    w->parent[i] = -1;
    if (e->parent < 0) {
      if (root >= 0)
        return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_TWO_ROOTS,
                          &(inno__where){.node = code_of(w, i), .what = code_of(w, root)});
      root = i;
      continue;
    }
    const char *name = inno__names_at(w->set->texts, e->parent);
    int64_t p = inno__names_find(w->set->codes, name);
    if (p < 0)
      return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_ORPHAN, &(inno__where){.node = code_of(w, i), .what = name});
    w->parent[i] = p;
    w->fanout[p]++;
    w->pending[p]++;
  }
  if (root < 0) return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_NO_ROOT, &(inno__where){.count = w->count});
  if (w->fanout[root] == 0)
    return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_EMPTY, &(inno__where){.node = code_of(w, root)});
  return INNO_OK;
}

/* Levels from the leaves up; a node that is never reached lies on or above a cycle. */
static inno_status find_levels(build *w, inno_error *error) {
  int64_t head = 0, tail = 0;
  for (int64_t i = 0; i < w->count; i++)
    if (w->fanout[i] == 0) {
      w->level[i] = 1;
      w->queue[tail++] = i;
    }
  while (head < tail) {
    int64_t i = w->queue[head++], p = w->parent[i];
    if (w->level[i] > INNO_LIMIT_LEVELS)
      return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                        &(inno__where){.node = code_of(w, i), .what = "levels", .value = INNO_LIMIT_LEVELS});
    if (p < 0) continue;
    if (w->level[p] <= w->level[i]) w->level[p] = w->level[i] + 1;
    if (--w->pending[p] == 0) w->queue[tail++] = p;
  }
  if (tail == w->count) return INNO_OK;
  /* from a node that was never reached, as many steps up as there are nodes end inside the cycle */
  int64_t at = 0;
  while (w->pending[at] == 0) at++;
  for (int64_t k = 0; k < w->count && w->parent[at] >= 0; k++) at = w->parent[at];
  return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_CYCLE, &(inno__where){.node = code_of(w, at)});
}

static inno_status check_aggregates(const build *w, inno_error *error) {
  for (int64_t i = 0; i < w->count; i++) {
    const inno__node_entry *e = &w->set->entries[i];
    if (w->fanout[i] == 0) continue;
    if (e->direction != 1)
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_AGGREGATE_DIRECTION, &(inno__where){.node = code_of(w, i)});
    if (e->denominator >= 0)
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_AGGREGATE_DENOMINATOR, &(inno__where){.node = code_of(w, i)});
  }
  return INNO_OK;
}

/* queue[] becomes the order of the numbers: a counting sort by level, stable in the order of adding. */
static int64_t number_nodes(build *w) {
  int64_t start[INNO_LIMIT_LEVELS + 2] = {0};
  for (int64_t i = 0; i < w->count; i++) start[w->level[i] + 1]++;
  for (int32_t l = 1; l <= INNO_LIMIT_LEVELS; l++) start[l + 1] += start[l];
  int64_t indicators = start[2];
  for (int64_t i = 0; i < w->count; i++) {
    w->number[i] = start[w->level[i]]++;
    w->queue[w->number[i]] = i;
  }
  return indicators;
}

static inno_status fill_names(const build *w, inno__tree *t) {
  const inno_allocator *a = &w->set->allocator;
  if (inno__names_create(a, &t->codes) != INNO_OK || inno__names_create(a, &t->denominators) != INNO_OK)
    return INNO_E_NOMEM;
  for (int64_t k = 0; k < t->count; k++) {
    const inno__node_entry *e = &w->set->entries[w->queue[k]];
    if (inno__names_add(t->codes, code_of(w, w->queue[k])) < 0) return INNO_E_NOMEM;
    t->denominator[k] = -1;
    if (e->denominator < 0) continue;
    const char *column = inno__names_at(w->set->texts, e->denominator);
    t->denominator[k] = inno__names_find(t->denominators, column);
    if (t->denominator[k] < 0) t->denominator[k] = inno__names_add(t->denominators, column);
    if (t->denominator[k] < 0) return INNO_E_NOMEM;
  }
  return INNO_OK;
}

static void fill_nodes(const build *w, inno__tree *t) {
  for (int64_t k = 0; k < t->count; k++) {
    int64_t i = w->queue[k];
    t->parent[k] = w->parent[i] < 0 ? -1 : w->number[w->parent[i]];
    t->level[k] = w->level[i];
    t->direction[k] = w->set->entries[i].direction;
    t->weight[k] = w->set->entries[i].weight;
    t->scale[k] = w->set->entries[i].scale;
    if (t->parent[k] >= 0) t->first_child[t->parent[k] - t->indicators + 1]++;
  }
  int64_t inner = t->count - t->indicators;
  for (int64_t a = 0; a < inner; a++) t->first_child[a + 1] += t->first_child[a];
  int64_t *next = w->pending; /* no longer needed: the place of each aggregate's next child */
  for (int64_t a = 0; a < inner; a++) next[a] = t->first_child[a];
  for (int64_t k = 0; k < t->count; k++)
    if (t->parent[k] >= 0) t->children[next[t->parent[k] - t->indicators]++] = k;
}

static inno_status build_tree(build *w, inno__tree **out, inno_error *error) {
  inno_status s = find_parents(w, error);
  if (s == INNO_OK) s = find_levels(w, error);
  if (s == INNO_OK) s = check_aggregates(w, error);
  if (s != INNO_OK) return s;
  int64_t indicators = number_nodes(w);
  inno__tree *t = tree_allocate(&w->set->allocator, w->count, indicators);
  if (t != NULL) memset(t->block, 0, t->block_bytes);
  if (t == NULL || fill_names(w, t) != INNO_OK) {
    inno__tree_destroy(t);
    return inno__no_memory(error);
  }
  fill_nodes(w, t);
  *out = t;
  return INNO_OK;
}

inno_status inno__tree_build(const inno_indicator_set *set, inno__tree **out, inno_error *error) {
  *out = NULL;
  build w = {.set = set, .count = inno__names_count(set->codes)};
  if (w.count == 0) return inno__fail(error, INNO_E_TREE, INNO__MSG_TREE_NO_ROOT, &(inno__where){.count = 0});
  inno__block measure = {NULL, 0, 0};
  place_build(&w, &measure);
  w.block_bytes = measure.used;
  w.block = inno__alloc(&set->allocator, w.block_bytes);
  if (w.block == NULL) return inno__no_memory(error);
  memset(w.block, 0, w.block_bytes);
  inno__block place = {w.block, 0, w.block_bytes};
  place_build(&w, &place);
  inno_status s = build_tree(&w, out, error);
  inno__free(&set->allocator, w.block, w.block_bytes);
  return s;
}
