#include "construct/impute_regression.h"

#include "base/block.h"
#include "innoscore/keys.h"
#include "numeric/ols.h"
#include "numeric/patterns.h"

typedef struct {
  const inno__family *f;
  const inno__site *site;
  int32_t too_few;
  unsigned char *seen;
  int64_t *count; /* of the units in order; kept from call to call, as are order and seen */
  int64_t *order, *rows;
  int32_t *have, *lack, p, q;
  const double **predictors;
  void *fit;
} regression;

static void place(regression *r, inno__block *b, int32_t k, int64_t n) {
  size_t columns = (size_t)k, units = (size_t)n;
  r->count = inno__block_take(b, sizeof *r->count, 8);
  r->order = inno__block_take(b, units * sizeof *r->order, 8);
  r->rows = inno__block_take(b, units * sizeof *r->rows, 8);
  r->have = inno__block_take(b, columns * sizeof *r->have, 8);
  r->lack = inno__block_take(b, columns * sizeof *r->lack, 8);
  r->predictors = inno__block_take(b, columns * sizeof *r->predictors, 8);
  r->fit = inno__block_take(b, inno__ols_work_size(k), 8);
  r->seen = inno__block_take(b, units > SIZE_MAX / (columns + 1) ? SIZE_MAX : units * columns, 8);
}

size_t inno__impute_regression_work_size(int32_t k, int64_t n) {
  regression r;
  inno__block measure = {NULL, 0, 0};
  place(&r, &measure, k, n);
  return measure.used;
}

/* Units that have the target and every predictor. */
static int64_t collect_rows(const regression *r, int32_t target) {
  const size_t n = (size_t)r->f->n;
  int64_t count = 0;
  for (size_t i = 0; i < n; i++) {
    int all = r->seen[(size_t)target * n + i];
    for (int32_t j = 0; j < r->p && all; j++) all = r->seen[(size_t)r->have[j] * n + i];
    if (all) r->rows[count++] = (int64_t)i;
  }
  return count;
}

static inno_status refuse(const regression *r, int32_t target, int64_t unit, int32_t message, int64_t count,
                          int32_t column) {
  inno__listing list = {0};
  inno__family_list(r->f, r->have, r->p, &list);
  return inno__fail(r->site->error, INNO_E_DOMAIN, message,
                    &(inno__where){.node = r->site->node,
                                   .unit = inno__site_unit(r->site, unit),
                                   .what = inno__family_code(r->f, target),
                                   .given = inno__family_code(r->f, column),
                                   .list = inno__listing_text(&list),
                                   .value = (double)r->p + 2.0,
                                   .count = count});
}

/* One missing column of the units order[begin..end), which have the same columns. */
static inno_status fill_target(const regression *r, int32_t target, int64_t begin, int64_t end) {
  int64_t count = collect_rows(r, target);
  inno__ols fit;
  if (count < (int64_t)r->p + 2)
    return r->too_few == INNO_TOO_FEW_SKIP
               ? INNO_OK
               : refuse(r, target, r->order[begin], INNO__MSG_REGRESSION_FEW, count, target);
  int32_t column = inno__ols_fit(&fit, r->predictors, r->p, r->f->x[target], r->rows, count, r->fit);
  if (column >= 0)
    return r->too_few == INNO_TOO_FEW_SKIP
               ? INNO_OK
               : refuse(r, target, r->order[begin], INNO__MSG_REGRESSION_SINGULAR, count, r->have[column]);
  for (int64_t i = begin; i < end; i++)
    inno__family_put(r->f, target, r->order[i], inno__ols_predict(&fit, r->predictors, r->order[i]), -1);
  return INNO_OK;
}

static regression open_work(const inno__family *f, int32_t too_few, void *work, const inno__site *site) {
  regression r = {.f = f, .site = site, .too_few = too_few};
  inno__block b = {work, 0, SIZE_MAX};
  place(&r, &b, f->k, f->n);
  return r;
}

void inno__impute_regression_start(const inno__family *f, void *work) {
  regression r = open_work(f, 0, work, NULL);
  inno__patterns_see(f->x, f->k, f->n, f->included, r.seen);
  *r.count = inno__patterns_order(r.seen, f->k, f->n, r.order, r.rows);
  inno__family_begin(f);
}

inno_status inno__impute_regression_step(const inno__family *f, int32_t too_few, int64_t *place, int *done, void *work,
                                         const inno__site *site) {
  regression r = open_work(f, too_few, work, site);
  int64_t begin = *place;
  inno_status s = INNO_OK;
  *done = begin >= *r.count;
  if (*done) return INNO_OK;
  int64_t end = inno__patterns_end(r.seen, f->k, f->n, r.order, *r.count, begin);
  r.p = inno__patterns_columns(r.seen, f->k, f->n, r.order[begin], 1, r.have);
  r.q = inno__patterns_columns(r.seen, f->k, f->n, r.order[begin], 0, r.lack);
  for (int32_t j = 0; j < r.p; j++) r.predictors[j] = f->x[r.have[j]];
  for (int32_t j = 0; j < r.q && s == INNO_OK; j++)
    if (f->fill[r.lack[j]]) s = fill_target(&r, r.lack[j], begin, end);
  *place = end;
  *done = end == *r.count;
  return s;
}
