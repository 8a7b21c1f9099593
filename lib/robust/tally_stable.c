/* Has the answer settled? Judged at 2048, 4096, 8192 .. replicates from number 0 on, each compared with the first half
 * of itself, from sums that are kept by octaves of the replicate's number: they add up like everything else, so that
 * neither the split into ranges nor what was run beyond can change the judgement. */
#include <math.h>

#include "robust/tally.h"

int32_t inno__tally_checkpoints(const inno_tally *t) {
  int64_t complete = inno__ranges_complete(&t->ranges);
  int32_t count = 0;
  while (count < INNO__OCTAVES - 1 && inno__octave_end(count + 1) <= complete) count++;
  return count;
}

typedef struct {
  uint64_t good, ranked, within;
  inno__wide sum;
} unit_sums;

static void add_octave(const inno_tally *t, int32_t octave, int64_t unit, unit_sums *s) {
  const uint64_t *o = inno__tally_octave(t, octave);
  int64_t n = t->shape.units;
  s->good += o[0];
  s->ranked += o[1 + unit];
  s->within += o[1 + n + unit];
  inno__wide_add(&s->sum, inno__tally_wide(o + 1 + 2 * n, unit));
}

/* What was not known and is now is an infinite change. */
static double change(double before, double count_before, double now, double count_now) {
  if (count_now == 0.0) return 0.0;
  return count_before == 0.0 ? INFINITY : fabs(now / count_now - before / count_before);
}

void inno__tally_change(const inno_tally *t, int32_t checkpoint, double *rank_change, double *top_change) {
  *rank_change = *top_change = 0.0;
  for (int64_t i = 0; i < t->shape.units; i++) {
    unit_sums half = {0, 0, 0, {0, 0}};
    for (int32_t k = 0; k <= checkpoint; k++) add_octave(t, k, i, &half);
    unit_sums all = half;
    add_octave(t, checkpoint + 1, i, &all);
    double rank =
        change(inno__wide_double(half.sum), (double)half.ranked, inno__wide_double(all.sum), (double)all.ranked);
    double top = change((double)half.within, (double)half.good, (double)all.within, (double)all.good);
    if (t->shape.half) rank *= 0.5;
    if (rank > *rank_change) *rank_change = rank;
    if (top > *top_change) *top_change = top;
  }
  /* nothing but failures says nothing */
  if (inno__tally_octave(t, checkpoint + 1)[0] == 0) *rank_change = *top_change = INFINITY;
}
