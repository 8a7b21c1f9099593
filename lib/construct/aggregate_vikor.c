/* VIKOR: a compromise of the sum of regrets and the largest regret, turned so that more is better. */
#include "construct/compare.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* Of every child: ends; of every unit: both regrets; who takes part. */
static size_t work_size(int32_t k, int64_t n) { return 2 * ((size_t)k + (size_t)n) * sizeof(double) + (size_t)n; }

typedef struct {
  double *most, *range; /* of the children */
  double *sum, *largest;
  unsigned char *part;
} scratch;

static scratch place(const inno__node *node) {
  scratch s;
  s.most = node->work;
  s.range = s.most + node->k;
  s.sum = s.range + node->k;
  s.largest = s.sum + node->n;
  s.part = (unsigned char *)(s.largest + node->n);
  return s;
}

static inno_status take_children(const inno__node *node, const scratch *s) {
  for (int32_t c = 0; c < node->k; c++) {
    int there = 0;
    double least = 0.0;
    s->most[c] = s->range[c] = 0.0;
    if (!(node->weights[c] > 0.0)) continue;
    inno_status status = inno__compare_range(node, s->part, c, &least, &s->most[c], &there);
    if (status != INNO_OK) return status;
    s->range[c] = s->most[c] - least;
  }
  return INNO_OK;
}

/* Weights are shares of those of the children that the unit has. Nobody regrets a constant child. */
static void regret(const inno__node *node, int64_t i, double unit, const scratch *s) {
  double weight = 0.0;
  s->sum[i] = s->largest[i] = inno__nan();
  if (!s->part[i]) return;
  for (int32_t c = 0; c < node->k; c++)
    weight += node->columns[c][i] == node->columns[c][i] ? node->weights[c] / unit : 0.0;
  s->sum[i] = s->largest[i] = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][i];
    if (x != x || !(s->range[c] > 0.0)) continue;
    double r = node->weights[c] / unit / weight * ((s->most[c] - x) / s->range[c]);
    s->sum[i] += r;
    if (r > s->largest[i]) s->largest[i] = r;
  }
}

/* 0 at the best, 1 at the worst; 0 for all when they are equal but for rounding (regrets are shares of 1). */
static double place_of(double x, double least, double most) {
  return most - least > 1.0 / INNO__MARGIN_ONE ? (x - least) / (most - least) : 0.0;
}

static inno_status compute(inno__node *node) {
  scratch s = place(node);
  int64_t count = 0;
  double least_sum, most_sum, least_one, most_one, v = node->rule->compromise, unit = inno__compare_weight(node);
  inno_status status = inno__compare_units(node, s.part, &count);
  if (status == INNO_OK) status = take_children(node, &s);
  if (status != INNO_OK) return status;
  for (int64_t i = 0; i < node->n; i++) regret(node, i, unit, &s);
  inno__range(s.sum, node->n, &least_sum, &most_sum, &count);
  inno__range(s.largest, node->n, &least_one, &most_one, &count);
  for (int64_t i = 0; i < node->n; i++)
    node->out[i] = s.part[i] ? 1.0 - (v * place_of(s.sum[i], least_sum, most_sum) +
                                      (1.0 - v) * place_of(s.largest[i], least_one, most_one))
                             : inno__nan();
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_vikor = {work_size, compute, INNO__COMPARES};
