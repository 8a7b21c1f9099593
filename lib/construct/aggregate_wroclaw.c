/* Wroclaw taxonomic measure (Hellwig): distance to the pattern of best values, as share of a distance that is far. */
#include <math.h>

#include "construct/compare.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* Of every child: best value; of every unit: distance; who takes part. */
static size_t work_size(int32_t k, int64_t n) { return ((size_t)k + (size_t)n) * sizeof(double) + (size_t)n; }

typedef struct {
  double *best, *distance;
  double widest; /* range of a child: distances are in it, so that no square is too large; it cancels */
  unsigned char *part;
} scratch;

static inno_status take_children(const inno__node *node, scratch *s) {
  s->widest = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    int there = 0;
    double least = 0.0;
    s->best[c] = 0.0;
    if (!(node->weights[c] > 0.0)) continue;
    inno_status status = inno__compare_range(node, s->part, c, &least, &s->best[c], &there);
    if (status != INNO_OK) return status;
    if (s->best[c] - least > s->widest) s->widest = s->best[c] - least;
  }
  return INNO_OK;
}

/* Root of the weighted mean of squares over the children that the unit has. */
static double distance(const inno__node *node, int64_t i, double largest, const scratch *s) {
  double sum = 0.0, weight = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][i], w = node->weights[c] / largest;
    if (x != x || !(w > 0.0)) continue;
    double d = s->widest > 0.0 ? (s->best[c] - x) / s->widest : 0.0;
    sum += w * (d * d);
    weight += w;
  }
  return sqrt(sum / weight);
}

static inno_status compute(inno__node *node) {
  scratch s;
  int64_t count = 0;
  s.best = node->work;
  s.distance = s.best + node->k;
  s.part = (unsigned char *)(s.distance + node->n);
  inno_status status = inno__compare_units(node, s.part, &count);
  if (status == INNO_OK) status = take_children(node, &s);
  if (status != INNO_OK) return status;
  double largest = inno__compare_weight(node);
  for (int64_t i = 0; i < node->n; i++) s.distance[i] = s.part[i] ? distance(node, i, largest, &s) : inno__nan();
  inno__moments m;
  inno__moments_of(s.distance, node->n, &m);
  double far = m.mean + 2.0 * inno__sd(&m); /* 0 = all stand at the pattern */
  for (int64_t i = 0; i < node->n; i++)
    node->out[i] = !s.part[i] ? inno__nan() : far > 0.0 ? 1.0 - s.distance[i] / far : 1.0;
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_wroclaw = {work_size, compute, INNO__COMPARES};
