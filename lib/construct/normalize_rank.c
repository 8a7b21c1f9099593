/* Normalizations by rank, and by the classes that ranks fall into. Sources: COINr n_rank, n_prank, n_borda; Handbook,
 * step 5 and Table 15 (ranks, percentiles, categorical scale). */
#include <math.h>

#include "construct/normalizer.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* (rank - less) * factor / divisor; ranks may not overwrite what they rank: they go where the logarithms are not. */
static inno_status ranks(const inno__applying *w, double less, double factor, double divisor) {
  double *rank = w->x == w->column ? w->out : w->column;
  inno__rank(w->x, w->n, w->rule->direction < 0, w->rule->ties, rank, w->work);
  for (int64_t i = 0; i < w->n; i++) w->out[i] = (rank[i] - less) * factor / divisor;
  return INNO_OK;
}

static inno_status apply_rank(const inno__applying *w) { return ranks(w, 0.0, 1.0, 1.0); }
static inno_status apply_borda(const inno__applying *w) { return ranks(w, 1.0, 1.0, 1.0); }

static inno_status fit_percentile_rank(inno__fitting *w) {
  if (w->frame->count > 1) return INNO_OK;
  return inno__normalize_refuse(w->site, INNO_E_NODATA, INNO__MSG_TOO_FEW, 0.0, 0.0, -1);
}

static inno_status apply_percentile_rank(const inno__applying *w) {
  return ranks(w, 1.0, 1.0, (double)(w->frame->count - 1));
}

static inno_status apply_percentile(const inno__applying *w) { return ranks(w, 0.0, 100.0, (double)w->frame->count); }

/* ---- classes ---- */

/* Where a class begins: the least good value whose percentile 100 rank / m reaches its cut; tied values have the rank
 * of the lowest of them. Infinitely good where none does. */
static inno_status fit_classes(inno__fitting *w) {
  const double sign = w->rule->direction > 0 ? 1.0 : -1.0, m = (double)w->frame->count;
  double *sorted = w->work;
  int64_t count = 0, at = 0, first = 0;
  w->frame->cut_count = (int32_t)w->rule->cuts.count;
  for (int64_t i = 0; i < w->n; i++)
    if (w->x[i] == w->x[i]) sorted[count++] = sign * w->x[i];
  inno__sort(sorted, count, sorted + w->n);
  for (int64_t k = 0; k < w->rule->cuts.count; k++) {
    while (at < count && (double)(first + 1) * 100.0 / m < w->rule->cuts.values[k]) {
      at++;
      if (at < count && sorted[at] > sorted[first]) first = at;
    }
    w->frame->cuts[k] = sign * (at < count ? sorted[at] : INFINITY);
  }
  return INNO_OK;
}

static inno_status apply_classes(const inno__applying *w) {
  const double sign = w->rule->direction > 0 ? 1.0 : -1.0;
  const int64_t cuts = w->rule->cuts.count;
  for (int64_t i = 0; i < w->n; i++) {
    int64_t class = 0;
    while (class < cuts && sign * w->x[i] >= sign * w->frame->cuts[class]) class ++;
    w->out[i] = w->x[i] == w->x[i] ? w->rule->scores.values[class] + 0.0 : inno__nan();
  }
  return INNO_OK;
}

const inno__normalizer inno__normalize_rank = {NULL, apply_rank, INNO__RANKS};
const inno__normalizer inno__normalize_percentile_rank = {fit_percentile_rank, apply_percentile_rank, INNO__RANKS};
const inno__normalizer inno__normalize_borda = {NULL, apply_borda, INNO__RANKS};
const inno__normalizer inno__normalize_percentile = {NULL, apply_percentile, INNO__RANKS};
const inno__normalizer inno__normalize_categorical = {fit_classes, apply_classes, 0};
