#include "construct/impute_em.h"

#include "base/block.h"
#include "innoscore/result.h"
#include "numeric/em.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

typedef struct {
  inno__em *em;
  double **out;
  void *scratch;
} em_work;

static void place(em_work *w, inno__block *b, int32_t k, int64_t n) {
  w->em = inno__block_take(b, sizeof *w->em, 8);
  w->out = inno__block_take(b, (size_t)k * sizeof *w->out, 8);
  w->scratch = inno__block_take(b, inno__em_work_size(k, n), 8);
}

size_t inno__impute_em_work_size(int32_t k, int64_t n) {
  em_work w;
  inno__block measure = {NULL, 0, 0};
  place(&w, &measure, k, n);
  return measure.used;
}

static em_work open_work(const inno__family *f, void *work) {
  em_work w;
  inno__block b = {work, 0, SIZE_MAX};
  place(&w, &b, f->k, f->n);
  return w;
}

static inno_status singular(const inno__family *f, const inno__em *em, int32_t column, int32_t before,
                            const inno__site *site) {
  inno__listing list = {0};
  inno__family_list(f, em->have, before, &list);
  return inno__fail(
      site->error, INNO_E_DOMAIN, INNO__MSG_EM_SINGULAR,
      &(inno__where){.node = site->node, .what = inno__family_code(f, column), .list = inno__listing_text(&list)});
}

inno_status inno__impute_em_start(const inno__family *f, double ridge, void *work, const inno__site *site) {
  em_work w = open_work(f, work);
  int32_t column = inno__em_start(w.em, f->x, f->k, f->n, f->included, ridge, w.scratch);
  if (column < 0) return INNO_OK;
  if (w.em->scale[column] > 0.0) {
    inno__where where = {.node = inno__family_code(f, column)};
    int64_t count = 0;
    inno__range(f->x[column], f->n, &where.value, &where.value2, &count);
    return inno__fail(site->error, INNO_E_DOMAIN, INNO__MSG_SPREAD, &where);
  }
  return inno__fail(site->error, INNO_E_DOMAIN, INNO__MSG_EM_COLUMN,
                    &(inno__where){.node = site->node, .what = inno__family_code(f, column)});
}

inno_status inno__impute_em_step(const inno__family *f, double tolerance, void *work, inno__em_progress *progress,
                                 const inno__site *site) {
  em_work w = open_work(f, work);
  int32_t before = 0, column = inno__em_step(w.em, f->x, &before);
  if (column >= 0) return singular(f, w.em, column, before, site);
  if (w.em->fall > 0.0)
    return inno__fail(site->error, INNO_E_DOMAIN, INNO__MSG_EM_FALL,
                      &(inno__where){.node = site->node, .value = w.em->fall, .count = w.em->iterations});
  *progress = (inno__em_progress){w.em->iterations, w.em->change, w.em->objective, w.em->change <= tolerance};
  return INNO_OK;
}

inno_status inno__impute_em_fill(const inno__family *f, void *work, const inno__site *site) {
  em_work w = open_work(f, work);
  int32_t before = 0;
  inno__family_begin(f);
  for (int32_t c = 0; c < f->k; c++) w.out[c] = f->fill[c] ? f->out[c] : NULL;
  int32_t column = inno__em_fill(w.em, f->x, w.out, &before);
  if (column >= 0) return singular(f, w.em, column, before, site);
  for (int32_t c = 0; c < f->k; c++) {
    if (w.out[c] == NULL || f->marks == NULL || f->marks[c] == NULL) continue;
    for (int64_t i = 0; i < f->n; i++) {
      int missing = !w.em->seen[(size_t)c * (size_t)f->n + (size_t)i];
      int filled = missing && w.out[c][i] == w.out[c][i] && (f->included == NULL || f->included[i]);
      if (filled) f->marks[c][i] |= INNO_MARK_IMPUTED;
    }
  }
  return INNO_OK;
}
