/* TOPSIS: how far a unit is from the worst values, out of how far it is from the worst and from the best. */
#include <math.h>

#include "construct/compare.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* Of every child: ends and divisor; one column; who takes part. */
static size_t work_size(int32_t k, int64_t n) { return (3 * (size_t)k + (size_t)n) * sizeof(double) + (size_t)n; }

typedef struct {
  double *least, *most, *divisor; /* of the children; divisor 0: the child tells nobody from the others */
  double *column;
  unsigned char *part;
} scratch;

static scratch place(const inno__node *node) {
  scratch s;
  s.least = node->work;
  s.most = s.least + node->k;
  s.divisor = s.most + node->k;
  s.column = s.divisor + node->k;
  s.part = (unsigned char *)(s.column + node->n);
  return s;
}

/* Root of the sum of squares, taken of shares of the largest so that no square is too large. */
static double norm(const inno__node *node, int32_t c, const scratch *s) {
  int64_t count = 0;
  double low = fabs(s->least[c]), high = fabs(s->most[c]), size = low > high ? low : high;
  if (!(size > 0.0)) return 0.0;
  for (int64_t i = 0; i < node->n; i++) {
    double r = node->columns[c][i] / size;
    s->column[i] = s->part[i] && r == r ? r * r : 0.0;
  }
  return size * sqrt(inno__sum(s->column, node->n, &count));
}

static inno_status take_children(const inno__node *node, const scratch *s) {
  double widest = 0.0;
  int32_t scaling = node->rule->scaling;
  for (int32_t c = 0; c < node->k; c++) {
    int there = 0;
    s->least[c] = s->most[c] = s->divisor[c] = 0.0;
    if (!(node->weights[c] > 0.0)) continue;
    inno_status status = inno__compare_range(node, s->part, c, &s->least[c], &s->most[c], &there);
    if (status != INNO_OK) return status;
    double range = s->most[c] - s->least[c];
    widest = range > widest ? range : widest;
    s->divisor[c] = scaling == INNO_SCALING_VECTOR && range > 0.0 ? norm(node, c, s) : range;
  }
  /* without scaling, one divisor for all children: it cancels, and no square is too large */
  for (int32_t c = 0; c < node->k && scaling == INNO_SCALING_NONE; c++)
    if (s->divisor[c] > 0.0) s->divisor[c] = widest;
  return INNO_OK;
}

static double closeness(const inno__node *node, int64_t i, double largest, const scratch *s) {
  double best = 0.0, worst = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][i], w = node->weights[c] / largest;
    if (x != x || !(s->divisor[c] > 0.0)) continue;
    double to_best = w * ((s->most[c] - x) / s->divisor[c]), to_worst = w * ((x - s->least[c]) / s->divisor[c]);
    best += to_best * to_best;
    worst += to_worst * to_worst;
  }
  best = sqrt(best);
  worst = sqrt(worst);
  return best + worst > 0.0 ? worst / (best + worst) : 0.5;
}

static inno_status compute(inno__node *node) {
  scratch s = place(node);
  int64_t count = 0;
  inno_status status = inno__compare_units(node, s.part, &count);
  if (status == INNO_OK) status = take_children(node, &s);
  if (status != INNO_OK) return status;
  double largest = inno__compare_weight(node);
  for (int64_t i = 0; i < node->n; i++) node->out[i] = s.part[i] ? closeness(node, i, largest, &s) : inno__nan();
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_topsis = {work_size, compute, INNO__COMPARES};
