/* Weights from the judgements of experts: arguments checked and brought into order, then construct/weigh_judgement. */
#include <float.h>
#include <math.h>

#include "api/arguments.h"
#include "base/block.h"
#include "base/checked.h"
#include "construct/weigh.h"
#include "construct/weigh_judgement.h"
#include "innoscore/weights.h"
#include "numeric/missing.h"

/* One family and the scratch of a call. */
typedef struct {
  inno_weights *weights;
  const inno__tree *tree;
  const char *node;
  int64_t k;
  const char **codes; /* in the caller's order */
  int64_t *place;     /* of each, in the weights */
  double *matrix, *result, *work;
  void *block;
  size_t bytes;
} family;

static inno_status not_child(const family *f, const char *code, int32_t message, inno_error *error) {
  return inno__fail(error, INNO_E_CODE, message, &(inno__where){.node = f->node, .what = code, .count = f->k});
}

static inno_status check_set(const inno_weights *weights, const inno_indicator_set *set, const char *node,
                             inno_error *error) {
  if (weights == NULL) return inno__null(error, "weights");
  if (set == NULL) return inno__null(error, "set");
  if (node == NULL) return inno__null(error, "node");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  int64_t parent = inno__names_find(set->tree->codes, node);
  if (parent < 0)
    return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = node, .what = node});
  if (parent < set->tree->indicators)
    return inno__fail(error, INNO_E_CODE, INNO__MSG_NOT_AGGREGATE, &(inno__where){.node = node, .what = "this"});
  return INNO_OK;
}

static void place_scratch(family *f, inno__block *b, size_t cells, size_t work) {
  f->codes = inno__block_take(b, (size_t)f->k * sizeof *f->codes, 8);
  f->place = inno__block_take(b, (size_t)f->k * sizeof *f->place, 8);
  f->matrix = inno__block_take(b, cells * sizeof *f->matrix, 8);
  f->result = inno__block_take(b, (size_t)f->k * sizeof *f->result, 8);
  f->work = inno__block_take(b, work * sizeof *f->work, 8);
}

static inno_status take_scratch(family *f, size_t cells, size_t work, inno_error *error) {
  inno__block b = {NULL, 0, 0};
  place_scratch(f, &b, cells, work);
  f->bytes = b.used;
  f->block = b.used == SIZE_MAX ? NULL : inno__alloc(&f->weights->allocator, f->bytes);
  if (f->block == NULL) return inno__no_memory(error);
  b = (inno__block){f->block, 0, f->bytes};
  place_scratch(f, &b, cells, work);
  return INNO_OK;
}

/* The caller's codes, each a child and each once; as many of them as there are children, so none is left out. */
static inno_status match(family *f, int64_t parent, const char *const *children, inno_error *error) {
  const inno__tree *t = f->tree;
  const int64_t *child = t->children + t->first_child[parent - t->indicators];
  for (int64_t c = 0; c < f->k; c++) {
    const char *code = children != NULL ? children[c] : inno__names_at(t->codes, child[c]);
    if (code == NULL) return inno__null(error, "children");
    int64_t node = inno__names_find(t->codes, code);
    if (node < 0 || t->parent[node] != parent) return not_child(f, code, INNO__MSG_NOT_CHILD, error);
    f->codes[c] = inno__names_at(t->codes, node);
    f->place[c] = inno__names_find(f->weights->codes, code);
    if (f->place[c] < 0) return inno__fail(error, INNO_E_CODE, INNO__MSG_WEIGHT_MISSING, &(inno__where){.node = code});
    for (int64_t d = 0; d < c; d++) /* who is there twice has pushed another one out */
      if (f->place[d] == f->place[c])
        return inno__fail(error, INNO_E_CODE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.node = code, .what = code});
  }
  return INNO_OK;
}

/* Opens a family; on failure nothing is to be freed. */
static inno_status open_family(family *f, inno_weights *weights, const inno_indicator_set *set, const char *node,
                               const char *const *children, int64_t count, size_t cells, size_t work,
                               inno_error *error) {
  *f = (family){.weights = weights, .tree = set->tree, .node = node, .k = count};
  int64_t parent = inno__names_find(set->tree->codes, node);
  int64_t there = inno__child_count(set->tree, parent - set->tree->indicators);
  if (count < there && children != NULL) { /* name one that is missing */
    const int64_t *child = set->tree->children + set->tree->first_child[parent - set->tree->indicators];
    for (int64_t c = 0; c < there; c++) {
      int64_t at = 0;
      while (at < count && (children[at] == NULL || inno__names_find(set->tree->codes, children[at]) != child[c])) at++;
      if (at == count) return not_child(f, inno__names_at(set->tree->codes, child[c]), INNO__MSG_CHILD_MISSING, error);
    }
  }
  if (count != there && children == NULL) return inno__bad_argument(error, "child_count", (double)count);
  inno_status s = take_scratch(f, cells, work, error);
  if (s != INNO_OK) return s;
  s = match(f, parent, children, error);
  if (s != INNO_OK) inno__free(&weights->allocator, f->block, f->bytes);
  return s;
}

static void close_family(const family *f, inno_status s) {
  for (int64_t c = 0; s == INNO_OK && c < f->k; c++) f->weights->values[f->place[c]] = f->result[c];
  inno__free(&f->weights->allocator, f->block, f->bytes);
}

static void gather_rows(const double *p, ptrdiff_t row_stride, ptrdiff_t column_stride, int64_t rows, int64_t columns,
                        double *out) {
  for (int64_t r = 0; r < rows; r++)
    inno__gather((const char *)(const void *)p + r * row_stride, column_stride, columns, out + r * columns);
}

static inno_status check_rows(const double *p, ptrdiff_t row_stride, ptrdiff_t column_stride, int64_t rows,
                              int64_t columns, const char *argument, inno_error *error) {
  inno_status s = inno__check_array(p, row_stride, rows, 0, argument, error);
  return s != INNO_OK ? s : inno__check_array(p, column_stride, columns, 0, argument, error);
}

inno_status INNO_CALL inno_weights_set_budget(inno_weights *weights, const inno_indicator_set *set, const char *node,
                                              const char *const *children, int64_t child_count, const double *points,
                                              int64_t experts, ptrdiff_t expert_stride_bytes,
                                              ptrdiff_t child_stride_bytes, double total, int32_t rule,
                                              inno_error *error) {
  family f;
  inno__error_clear(error);
  inno_status s = check_set(weights, set, node, error);
  if (s != INNO_OK) return s;
  if (child_count < 1 || child_count > INNO_LIMIT_NODES)
    return inno__bad_argument(error, "child_count", (double)child_count);
  if (experts < 1) return inno__bad_argument(error, "experts", (double)experts);
  if (experts > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "experts", .value = INNO_LIMIT_UNITS});
  if (!(total > 0.0 && total <= DBL_MAX)) return inno__bad_argument(error, "total", total);
  if (rule != INNO_BUDGET_MEAN && rule != INNO_BUDGET_MEDIAN)
    return inno__fail(error, INNO_E_RULE, INNO__MSG_ARGUMENT, &(inno__where){.what = "rule", .value = rule});
  s = check_rows(points, expert_stride_bytes, child_stride_bytes, experts, child_count, "points", error);
  if (s != INNO_OK) return s;
  size_t cells = 0;
  if (!inno__mul_size((size_t)experts, (size_t)child_count, &cells) || cells > SIZE_MAX / 32)
    return inno__no_memory(error);
  s = open_family(&f, weights, set, node, children, child_count, cells, 3 * (size_t)experts, error);
  if (s != INNO_OK) return s;
  gather_rows(points, expert_stride_bytes, child_stride_bytes, experts, child_count, f.matrix);
  s = inno__weigh_budget(f.matrix, experts, (int32_t)f.k, total, rule, f.codes, &(inno__site){error, node, NULL},
                         f.result, f.work);
  close_family(&f, s);
  return s;
}

static void report(const inno__ahp_consistency *c, double *lambda, double *index, double *ratio) {
  if (lambda != NULL) *lambda = c->lambda;
  if (index != NULL) *index = c->index;
  if (ratio != NULL) *ratio = c->ratio;
}

inno_status INNO_CALL inno_weights_set_ahp(inno_weights *weights, const inno_indicator_set *set, const char *node,
                                           const char *const *children, int64_t child_count, const double *judgements,
                                           ptrdiff_t row_stride_bytes, ptrdiff_t column_stride_bytes, int32_t rule,
                                           double limit, double *lambda, double *consistency_index,
                                           double *consistency_ratio, inno_error *error) {
  family f;
  inno__ahp_consistency c = {inno__nan(), inno__nan(), inno__nan()};
  inno__error_clear(error);
  report(&c, lambda, consistency_index, consistency_ratio);
  inno_status s = check_set(weights, set, node, error);
  if (s != INNO_OK) return s;
  if (child_count < 1) return inno__bad_argument(error, "child_count", (double)child_count);
  if (child_count > INNO__AHP_MOST)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "children", .value = INNO__AHP_MOST});
  if (!(limit >= 0.0)) return inno__bad_argument(error, "limit", limit);
  if (rule < INNO_AHP_EIGENVECTOR || rule > INNO_AHP_COLUMN_MEAN)
    return inno__fail(error, INNO_E_RULE, INNO__MSG_ARGUMENT, &(inno__where){.what = "rule", .value = rule});
  s = check_rows(judgements, row_stride_bytes, column_stride_bytes, child_count, child_count, "judgements", error);
  if (s != INNO_OK) return s;
  size_t k = (size_t)child_count;
  s = open_family(&f, weights, set, node, children, child_count, k * k, k, error);
  if (s != INNO_OK) return s;
  gather_rows(judgements, row_stride_bytes, column_stride_bytes, child_count, child_count, f.matrix);
  s = inno__weigh_ahp(f.matrix, (int32_t)f.k, rule, limit, f.codes, &(inno__site){error, node, NULL}, f.result, &c,
                      f.work);
  report(&c, lambda, consistency_index, consistency_ratio);
  close_family(&f, s);
  return s;
}
