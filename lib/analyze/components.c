/* Principal components of the correlations of a family: eigenvalues, how many count, adequacy. */
#include "analyze/components.h"

#include <string.h>

#include "base/text.h"
#include "innoscore/keys.h"
#include "numeric/components.h"
#include "numeric/correlation.h"
#include "numeric/eigen.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/parallel.h"

/* The time grows with the cube of the columns. */
enum { MOST_COLUMNS = INNO__FAMILY_MOST };

/* ---- what is refused ---- */

/* Code of a column, else its position from 1. */
static const char *name_of(const inno_analysis *a, const inno__sample *data, int32_t column, char place[24]) {
  inno__text t;
  int64_t node = inno__sample_node(data, column);
  if (a->nodes != NULL) return inno__names_at(a->nodes, node);
  inno__text_init(&t, place, 24);
  inno__text_int(&t, node + 1);
  return place;
}

inno_status inno__components_check(const inno__components *c, inno_error *refusal) {
  if (c->k > MOST_COLUMNS)
    return inno__fail(refusal, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "columns of components", .value = MOST_COLUMNS});
  if (c->k >= 1 && c->count >= 2) return INNO_OK;
  return inno__fail(refusal, INNO_E_NODATA, INNO__MSG_COMPONENTS_TOO_FEW,
                    &(inno__where){.count = c->count, .value = c->k});
}

/* Mean and deviation of each column over the units that stay; it must vary, and by something that has a square. */
static inno_status describe(const inno_analysis *a, inno__components *c, inno_error *refusal) {
  for (int32_t j = 0; j < c->k; j++) {
    inno__moments m;
    double min, max;
    int64_t count;
    char place[24];
    for (int64_t i = 0; i < c->data->n; i++) c->column[i] = c->keep[i] ? c->data->x[j][i] : inno__nan();
    inno__range(c->column, c->data->n, &min, &max, &count);
    inno__moments_of(c->column, c->data->n, &m);
    c->mean[j] = m.mean;
    c->sd[j] = inno__sd(&m);
    if (max - min > 1e-140 && max < 1e140 && min > -1e140) continue;
    inno__where where = {.node = name_of(a, c->data, j, place), .value = min, .value2 = max, .count = count};
    if (min == max) return inno__fail(refusal, INNO_E_CONSTANT, INNO__MSG_COMPONENTS_CONSTANT, &where);
    return inno__fail(refusal, INNO_E_OVERFLOW, INNO__MSG_COMPONENTS_SPREAD, &where);
  }
  return INNO_OK;
}

/* ---- eigenvalues ---- */

static inno_status decompose(inno__components *c, inno_error *refusal) {
  const int32_t k = c->k;
  inno__correlation_matrix(c->data->x, k, c->data->n, c->keep, INNO__CORRELATIONS, c->r, c->column);
  memcpy(c->work, c->r, (size_t)k * (size_t)k * sizeof *c->r);
  if (inno__eigen_symmetric(c->work, k, c->values, c->vectors) < 0)
    return inno__fail(refusal, INNO_E_CONVERGENCE, INNO__MSG_COMPONENTS_ROTATION,
                      &(inno__where){.what = "the search for eigenvalues", .value = 0.0});
  c->kaiser = 0;
  for (int32_t f = 0; f < k; f++) {
    if (c->values[f] < 0.0) c->values[f] = 0.0; /* rounding */
    c->kaiser += c->values[f] > 1.0;
  }
  return INNO_OK;
}

/* Fewer units than columns determine each other whatever rounding says. */
static void judge(inno__components *c) {
  const double size = c->k;
  c->of_all = (inno__adequacy){inno__nan(), inno__nan(), inno__nan(), size * (size - 1.0) / 2.0};
  for (int32_t j = 0; j < c->k; j++) c->adequacy[j] = inno__nan();
  if (c->count <= c->k || inno__adequacy_of(c->r, c->k, c->count, c->adequacy, &c->of_all, c->work) >= 0)
    c->status = INNO_E_DOMAIN;
}

static inno_status compare_with_noise(const inno_analysis *a, inno__components *c, inno_error *refusal,
                                      inno_error *error) {
  const int64_t draws = c->rule->parallel_draws;
  const inno__parallel p = {.n = c->count, .k = c->k, .seed = (uint64_t)c->rule->seed, .stream = 0};
  c->parallel = -1;
  if (draws == 0) return INNO_OK;
  const size_t bytes = inno__parallel_work_size(&p), values = (size_t)draws * (size_t)c->k;
  if (bytes == 0)
    return inno__fail(refusal, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "cells of a parallel analysis", .value = 2147483648.0});
  const size_t count = values + 2 * (size_t)draws + bytes / sizeof(double) + 1;
  double *scratch = inno__analysis_scratch(a, count, error);
  if (scratch == NULL) return INNO_E_NOMEM;
  inno__parallel_draws(&p, 0, draws, scratch, scratch + values + 2 * draws);
  inno__parallel_reference(scratch, draws, c->k, c->rule->parallel_quantile, c->random_mean, c->random_upper,
                           scratch + values);
  c->parallel = inno__parallel_count(c->values, c->random_upper, c->k);
  inno__analysis_release(a, scratch, count);
  return INNO_OK;
}

/* The first is kept in any case. */
static void retain(inno__components *c) {
  const int32_t rank = inno__component_rank(c->values, c->k), rule = c->rule->retain;
  int32_t m = rule == INNO_COMPONENTS_COUNT      ? c->rule->components
              : rule == INNO_COMPONENTS_PARALLEL ? c->parallel
                                                 : c->kaiser;
  if (m > rank) m = rank;
  c->m = m < 1 ? 1 : m;
}

inno_status inno__components_find(const inno_analysis *a, inno__components *c, inno_error *refusal, inno_error *error) {
  inno_status s = describe(a, c, refusal);
  if (s == INNO_OK) s = decompose(c, refusal);
  if (s != INNO_OK) return s;
  judge(c);
  s = compare_with_noise(a, c, refusal, error);
  if (s != INNO_OK) return s;
  retain(c);
  return inno__components_rotate(c, refusal);
}
