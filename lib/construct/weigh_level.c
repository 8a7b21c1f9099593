#include "construct/weigh_level.h"

#include <string.h>

#include "base/block.h"
#include "construct/again.h"

int64_t inno__level_nodes(const inno__tree *tree, int32_t level, int64_t *nodes) {
  int64_t k = 0;
  for (int64_t j = 0; j + 1 < tree->count; j++) { /* the index has no siblings to be weighed against */
    if (tree->level[j] != level) continue;
    if (nodes != NULL) nodes[k] = j;
    k++;
  }
  return k;
}

/* One search. */
typedef struct {
  inno_run *run;
  int64_t *nodes;
  const double **columns;
  const char **codes;
  double *weights;
  void *work;
  int32_t level, k;
} level_search;

static void place(level_search *s, inno__block *b, int64_t k, int64_t rows) {
  size_t n = (size_t)k;
  s->nodes = inno__block_take(b, n * sizeof *s->nodes, 8);
  s->columns = inno__block_take(b, n * sizeof *s->columns, 8);
  s->codes = inno__block_take(b, n * sizeof *s->codes, 8);
  s->weights = inno__block_take(b, n * sizeof *s->weights, 8);
  s->work = inno__block_take(b, inno__weigh_optimal_work_size((int32_t)k, rows), 8);
}

/* 1 = no family of the level has lost all its weight. */
static int families_weigh(const inno__tree *t, const level_search *s) {
  for (int32_t j = 0; j < s->k; j++) {
    int64_t a = t->parent[s->nodes[j]] - t->indicators;
    double sum = 0.0;
    for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) sum += t->weight[t->children[c]];
    if (!(sum > 0.0)) return 0;
  }
  return 1;
}

/* Aggregates above the level again; those up to it do not depend on its weights. */
static inno_status aggregate_again(void *context, const double *weights, double *index) {
  const level_search *s = context;
  inno_run *run = s->run;
  const inno__tree *t = run->result->tree;
  for (int32_t j = 0; j < s->k; j++) t->weight[s->nodes[j]] = weights[j];
  if (!families_weigh(t, s)) return INNO_E_WEIGHTS;
  for (int64_t a = 0; a < t->count - t->indicators; a++) {
    if (t->level[t->indicators + a] <= s->level) continue;
    inno_status status = inno__again(run, a);
    if (status != INNO_OK) return status;
  }
  memcpy(index, run->result->final[t->count - 1], (size_t)run->result->rows * sizeof *index);
  return INNO_OK;
}

static inno_status check_families(const inno_method *m, int32_t level, inno_error *error) {
  const inno__tree *t = m->tree;
  for (int64_t a = 0; a < t->count - t->indicators; a++) {
    const int64_t *child = t->children + t->first_child[a];
    int64_t k = inno__child_count(t, a), there = 0;
    for (int64_t c = 0; c < k; c++) there += t->level[child[c]] == level;
    if (there == 0) continue;
    inno__where where = {.node = inno__names_at(t->codes, t->indicators + a), .count = level};
    if (inno__method_weighting(m, a) != NULL)
      return inno__fail(error, INNO_E_VALUE, INNO__MSG_OPTIMAL_COMPUTED, &where);
    for (int64_t c = 0; c < k; c++) {
      if (t->level[child[c]] == level) continue;
      where.what = inno__names_at(t->codes, child[c]);
      return inno__fail(error, INNO_E_TREE, INNO__MSG_OPTIMAL_LEVEL, &where);
    }
  }
  return INNO_OK;
}

static inno_status search_level(level_search *s, const inno_method *m, const inno__level_aim *aim,
                                inno__optimal_report *report, inno_error *error) {
  inno_result *r = s->run->result;
  inno__level_nodes(r->tree, aim->level, s->nodes);
  for (int32_t j = 0; j < s->k; j++) {
    s->columns[j] = r->final[s->nodes[j]];
    s->codes[j] = inno__names_at(r->tree->codes, s->nodes[j]);
    s->weights[j] = m->tree->weight[s->nodes[j]];
  }
  const inno__site site = {error, inno__names_at(r->tree->codes, r->tree->count - 1), r->unit_codes};
  const inno__optimal_job job = {.columns = s->columns,
                                 .k = s->k,
                                 .n = r->rows,
                                 .codes = s->codes,
                                 .kind = aim->kind,
                                 .targets = aim->targets,
                                 .index = aggregate_again,
                                 .context = s,
                                 .tolerance = 1e-8,
                                 .limit = aim->limit,
                                 .site = &site,
                                 .work = s->work};
  return inno__weigh_optimal(&job, s->weights, report);
}

/* The method's weights with those that were found. */
static inno_status take_found(const inno_allocator *a, const level_search *s, const inno_method *m, inno_weights **out,
                              inno_error *error) {
  inno_status status = inno__weights_create(a, m->tree, 0, out);
  if (status != INNO_OK) return inno__fail(error, status, INNO__MSG_NOMEM, NULL);
  for (int32_t j = 0; j < s->k; j++) (*out)->values[s->nodes[j]] = s->weights[j]; /* both in the tree's order */
  return INNO_OK;
}

inno_status inno__weigh_level(const inno_allocator *allocator, const inno_method *method, const inno_dataset *dataset,
                              const inno__level_aim *aim, inno_weights **out, inno__optimal_report *report,
                              inno_error *error) {
  level_search s = {.level = aim->level, .k = (int32_t)inno__level_nodes(method->tree, aim->level, NULL)};
  inno__block b = {NULL, 0, 0};
  inno_status status = check_families(method, aim->level, error);
  if (status != INNO_OK) return status;
  place(&s, &b, s.k, dataset->rows);
  size_t bytes = b.used;
  void *block = bytes > SIZE_MAX / 2 ? NULL : inno__alloc(allocator, bytes);
  if (block == NULL) return inno__no_memory(error);
  b = (inno__block){block, 0, bytes};
  place(&s, &b, s.k, dataset->rows);
  status = inno__run_create(allocator, method, dataset, NULL, INNO_KEEP_SCORES, &s.run, error);
  if (status == INNO_OK) status = inno__run_advance(s.run, INT64_MAX, error);
  if (status == INNO_OK) status = search_level(&s, method, aim, report, error);
  if (status == INNO_OK) status = take_found(allocator, &s, method, out, error);
  inno__run_destroy(s.run);
  inno__free(allocator, block, bytes);
  return status;
}
