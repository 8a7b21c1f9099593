/* Copeland: how many units a unit outranks, less how many outrank it. */
#include "construct/compare.h"
#include "numeric/missing.h"

/* Of one row: margins, weights; of every unit: wins less losses, comparisons; who takes part. */
static size_t work_size(int32_t k, int64_t n) {
  (void)k;
  return (size_t)n * (4 * sizeof(double) + 1);
}

typedef struct {
  double *margin, *weight, *wins, *met;
  unsigned char *part;
} scratch;

static scratch place(const inno__node *node) {
  scratch s;
  s.margin = node->work;
  s.weight = s.margin + node->n;
  s.wins = s.weight + node->n;
  s.met = s.wins + node->n;
  s.part = (unsigned char *)(s.met + node->n);
  return s;
}

/* Unit i against those after it: each pair is looked at once. */
static void take_row(const inno__node *node, int64_t i, const scratch *s) {
  inno__compare_row(node, i, i + 1, s->margin, s->weight);
  for (int64_t j = i + 1; j < node->n; j++) {
    if (!s->part[j] || !(s->weight[j] > 0.0)) continue;
    double won = (s->margin[j] > 0.0) - (s->margin[j] < 0.0);
    s->wins[i] += won;
    s->wins[j] -= won;
    s->met[i] += 1.0;
    s->met[j] += 1.0;
  }
}

static inno_status compute(inno__node *node) {
  scratch s = place(node);
  int64_t count = 0;
  if (node->item == 0) {
    inno_status status = inno__compare_units(node, s.part, &count);
    if (status != INNO_OK) return status;
    for (int64_t i = 0; i < node->n; i++) s.wins[i] = s.met[i] = 0.0;
  }
  for (int64_t cells = 0; node->item < node->n && cells < INNO__COMPARE_SLICE; node->item++) {
    if (!s.part[node->item]) continue;
    take_row(node, node->item, &s);
    cells += (node->n - node->item) * node->k;
  }
  node->done = node->item == node->n;
  for (int64_t i = 0; i < node->n && node->done; i++) node->out[i] = s.met[i] > 0.0 ? s.wins[i] : inno__nan();
  return INNO_OK;
}

const inno__aggregator inno__aggregator_copeland = {work_size, compute, INNO__COMPARES};
