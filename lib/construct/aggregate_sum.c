/* Points: a weighted sum, with weights or normalized values as maximum points. */
#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

enum { BLOCK = 256 };

static size_t work_size(int32_t k, int64_t n) {
  (void)k, (void)n;
  return 0;
}

/* Sums of one block; weight is that of the children that are there. */
typedef struct {
  double sum[BLOCK], weight[BLOCK];
} sums;

static void add_block(const inno__node *node, int64_t begin, int64_t m, sums *s) {
  for (int64_t i = 0; i < m; i++) s->sum[i] = s->weight[i] = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    const double *x = node->columns[c] + begin, w = node->weights[c];
    if (!(w > 0.0)) continue;
    for (int64_t i = 0; i < m; i++) {
      int there = x[i] == x[i];
      s->sum[i] += there ? w * x[i] : 0.0;
      s->weight[i] += there ? w : 0.0;
    }
  }
}

static inno_status compute(inno__node *node) {
  const double nan = inno__nan();
  int32_t missing = node->rule->missing;
  double whole = 0.0;
  sums s;
  for (int32_t c = 0; c < node->k; c++) whole += node->weights[c];
  for (int64_t b = 0; b < node->n; b += BLOCK) {
    int64_t m = node->n - b < BLOCK ? node->n - b : BLOCK;
    add_block(node, b, m, &s);
    for (int64_t i = 0; i < m; i++) {
      int full = s.weight[i] == whole, lost = missing == INNO_MISSING_PROPAGATE && !full;
      double factor = full || missing == INNO_MISSING_ZERO ? 1.0 : whole / s.weight[i];
      node->out[b + i] = s.weight[i] > 0.0 && !lost ? s.sum[i] * factor : nan;
    }
  }
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_sum = {work_size, compute, 0};
