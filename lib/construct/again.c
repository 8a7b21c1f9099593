#include "construct/again.h"

#include <string.h>

inno_status inno__again(inno_run *run, int64_t aggregate) {
  run->step = (int32_t)(inno__method_aggregation(run->method) - run->method->steps);
  run->call = run->place = 0;
  for (run->item = aggregate; run->item == aggregate;) {
    int done = 0;
    inno_status s = inno__run_piece(run, &done, NULL);
    if (s != INNO_OK) return s;
  }
  return INNO_OK;
}

int64_t inno__again_leaving(const inno__tree *tree, int64_t node) {
  for (int64_t parent = tree->parent[node]; parent >= 0; node = parent, parent = tree->parent[node]) {
    int64_t a = parent - tree->indicators;
    double others = 0.0;
    for (int64_t c = tree->first_child[a]; c < tree->first_child[a + 1]; c++)
      if (tree->children[c] != node) others += tree->weight[tree->children[c]];
    if (others > 0.0) return node;
  }
  return -1;
}

/* A family is shortened by its last child while its aggregate computes; the next family is not looked at then. */
inno_status inno__again_without(inno_run *run, int64_t node) {
  const inno__tree *t = run->result->tree;
  int64_t parent = t->parent[node], a = parent - t->indicators, k = inno__child_count(t, a), at = 0;
  int64_t *child = t->children + t->first_child[a];
  while (child[at] != node) at++;
  size_t after = (size_t)(k - at - 1) * sizeof *child;
  memmove(child + at, child + at + 1, after);
  t->first_child[a + 1]--;
  inno_status s = inno__again(run, a);
  t->first_child[a + 1]++;
  memmove(child + at + 1, child + at, after);
  child[at] = node;
  for (parent = t->parent[parent]; s == INNO_OK && parent >= 0; parent = t->parent[parent])
    s = inno__again(run, parent - t->indicators);
  return s;
}
