/* Borda: on each child a unit has as many points as units are lower; equal ones count half. */
#include "construct/compare.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* Of one child: values of those who take part, their ranks; of every unit: points, weight; sorting; who takes part. */
static size_t work_size(int32_t k, int64_t n) {
  (void)k;
  return (size_t)n * (4 * sizeof(double) + 1) + inno__rank_work_size(n) + 2 * sizeof(double);
}

typedef struct {
  int64_t *count; /* of units that take part */
  double *whole;  /* weight of all children */
  double *x, *rank, *points, *weight;
  void *sorting;
  unsigned char *part;
} scratch;

static scratch place(const inno__node *node) {
  scratch s;
  s.count = node->work;
  s.whole = (double *)(void *)(s.count + 1);
  s.x = s.whole + 1;
  s.rank = s.x + node->n;
  s.points = s.rank + node->n;
  s.weight = s.points + node->n;
  s.sorting = s.weight + node->n;
  s.part = (unsigned char *)s.sorting + inno__rank_work_size(node->n);
  return s;
}

/* Where some lack the child, the points of the others are stretched: the best has as many as with everybody there. */
static void take_child(const inno__node *node, int32_t c, const scratch *s) {
  const double nan = inno__nan(), w = node->weights[c];
  int64_t m = 0;
  for (int64_t i = 0; i < node->n; i++) {
    s->x[i] = s->part[i] ? node->columns[c][i] : nan;
    m += s->x[i] == s->x[i];
  }
  if (m < 2) return; /* nobody to be compared with */
  inno__rank(s->x, node->n, 0, INNO__TIES_AVERAGE, s->rank, s->sorting);
  double stretch = (double)(*s->count - 1) / (double)(m - 1);
  for (int64_t i = 0; i < node->n; i++) {
    if (s->x[i] != s->x[i]) continue;
    s->points[i] += w * ((s->rank[i] - 1.0) * stretch);
    s->weight[i] += w;
  }
}

static inno_status compute(inno__node *node) {
  scratch s = place(node);
  if (node->item == 0) {
    inno_status status = inno__compare_units(node, s.part, s.count);
    if (status != INNO_OK) return status;
    for (int64_t i = 0; i < node->n; i++) s.points[i] = s.weight[i] = 0.0;
    *s.whole = 0.0;
    for (int32_t c = 0; c < node->k; c++) *s.whole += node->weights[c];
  }
  if (node->item < node->k && node->weights[node->item] > 0.0) take_child(node, (int32_t)node->item, &s);
  node->done = ++node->item >= node->k;
  for (int64_t i = 0; i < node->n && node->done; i++) {
    double points = s.weight[i] == *s.whole ? s.points[i] : s.points[i] * (*s.whole / s.weight[i]);
    node->out[i] = s.weight[i] > 0.0 ? points : inno__nan();
  }
  return INNO_OK;
}

const inno__aggregator inno__aggregator_borda = {work_size, compute, INNO__COMPARES};
