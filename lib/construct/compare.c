#include "construct/compare.h"

#include <math.h>

#include "base/error.h"

inno_status inno__compare_units(const inno__node *node, unsigned char *part, int64_t *count) {
  int64_t units = 0;
  for (int64_t i = 0; i < node->n; i++) {
    int32_t there = 0, speaking = 0;
    for (int32_t c = 0; c < node->k; c++) {
      int has = node->columns[c][i] == node->columns[c][i];
      there += has;
      speaking += has && node->weights[c] > 0.0;
    }
    part[i] = speaking > 0 && (double)there / (double)node->k >= node->rule->min_coverage;
    units += part[i];
  }
  *count = units;
  if (units != 1) return INNO_OK;
  return inno__fail(node->site->error, INNO_E_NODATA, INNO__MSG_COMPARE_FEW,
                    &(inno__where){.node = node->site->node, .count = units});
}

double inno__compare_weight(const inno__node *node) {
  double largest = 0.0;
  for (int32_t c = 0; c < node->k; c++) largest = node->weights[c] > largest ? node->weights[c] : largest;
  return largest;
}

/* Nearest whole number, halves away from 0: the same for both units of a pair. */
static double whole(double x) { return x < 0.0 ? -floor(0.5 - x) : floor(x + 0.5); }

void inno__compare_row(const inno__node *node, int64_t i, int64_t begin, double *margin, double *weight) {
  double largest = inno__compare_weight(node);
  for (int64_t j = begin; j < node->n; j++) margin[j] = weight[j] = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    const double *x = node->columns[c], a = x[i], w = node->weights[c] / largest;
    if (a != a || !(w > 0.0)) continue;
    for (int64_t j = begin; j < node->n; j++) {
      margin[j] += w * ((a > x[j]) - (a < x[j]));
      weight[j] += x[j] == x[j] ? w : 0.0;
    }
  }
  for (int64_t j = begin; j < node->n; j++)
    margin[j] = weight[j] > 0.0 ? whole(margin[j] / weight[j] * INNO__MARGIN_ONE) : 0.0;
}

inno_status inno__compare_range(const inno__node *node, const unsigned char *part, int32_t child, double *least,
                                double *most, int *there) {
  const double *x = node->columns[child];
  *there = 0;
  *least = *most = 0.0;
  for (int64_t i = 0; i < node->n; i++) {
    if (!part[i] || x[i] != x[i]) continue;
    *least = !*there || x[i] < *least ? x[i] : *least;
    *most = !*there || x[i] > *most ? x[i] : *most;
    *there = 1;
  }
  if (*most - *least - (*most - *least) == 0.0) return INNO_OK;
  return inno__fail(
      node->site->error, INNO_E_DOMAIN, INNO__MSG_SPREAD,
      &(inno__where){
          .node = node->children != NULL ? node->children[child] : node->site->node, .value = *least, .value2 = *most});
}
