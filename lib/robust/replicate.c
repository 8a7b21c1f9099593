#include "robust/replicate.h"

#include <string.h>

#include "base/error.h"
#include "construct/pipeline.h"
#include "construct/rank.h"
#include "numeric/missing.h"
#include "numeric/special.h"
#include "robust/kernel.h"
#include "robust/rough.h"
#include "robust/score.h"

enum { L = INNO__LANES };

/* What one caller needs to run replicates. */
typedef struct {
  const inno_uncertainty *u;
  const inno__kernel *kernel;
  inno__ranking ranking;
  void *block;
  size_t bytes;
  inno_dataset *dataset; /* errors of measurement: a copy that is written to */
  inno_run **runs;       /* and a run of every combination over it */
  inno__table values;    /* and what they come to */
  /* all below lie in the block; things x lanes */
  double *points, *parameters;
  double *weights;            /* nodes */
  double *shares, *effective; /* nodes */
  double *scores;             /* units */
  int32_t *ranks, *keys;      /* units */
  uint32_t *network;
  double *lane_weights, *lane_scores, *lane_ranks;
  void *rank_work;
  inno__scorer scorer;
  inno_status status[L];
  int64_t combination[L], removed[L], set[L];
  inno__rough rough;
  int may_be_rough; /* only ranks are wanted, and it pays */
  int is_rough;     /* this block's scores are */
  int stale;        /* weights that no assumption draws may not be the nominal ones */
} worker;

/* ---- life ---- */

static void place(worker *w, inno__block *b) {
  const inno_uncertainty *u = w->u;
  size_t nodes = (size_t)u->tree->count, units = (size_t)u->units;
  w->points = inno__block_take(b, (size_t)u->dimensions * L * sizeof(double), 64);
  w->parameters = inno__block_take(b, (size_t)u->parameters * L * sizeof(double), 64);
  w->weights = inno__block_take(b, nodes * L * sizeof(double), 64);
  w->shares = inno__block_take(b, nodes * L * sizeof(double), 64);
  w->effective = inno__block_take(b, nodes * L * sizeof(double), 64);
  w->scores = inno__block_take(b, units * L * sizeof(double), 64);
  w->ranks = inno__block_take(b, units * L * sizeof(int32_t), 64);
  w->keys = inno__block_take(b, (w->ranking.n > 0 ? units : 0) * L * sizeof(int32_t), 64);
  w->network = inno__block_take(b, 2 * (size_t)w->ranking.comparisons * sizeof *w->network, 8);
  const inno__table *terms = w->may_be_rough ? u->combinations[0].terms : NULL;
  w->rough.term = inno__block_take(b, (terms != NULL ? inno__rough_terms(terms) : 0) * sizeof(float), 64);
  w->rough.weights = inno__block_take(b, (terms != NULL ? inno__rough_weights(terms) : 0) * sizeof(float), 64);
  w->lane_weights = inno__block_take(b, nodes * sizeof(double), 8);
  w->lane_scores = inno__block_take(b, (units + 7) / 8 * 8 * sizeof(double), 8);
  w->lane_ranks = inno__block_take(b, units * sizeof(double), 8);
  w->rank_work = inno__block_take(b, inno__rank_units_work_size(u->units, 0), 8);
  inno__scorer_place(u, &w->scorer, b);
}

static void close_worker(worker *w) {
  const inno_allocator *a = &w->u->allocator;
  size_t n = (size_t)w->u->combination_count;
  for (size_t c = 0; w->runs != NULL && c < n; c++) inno__run_destroy(w->runs[c]);
  inno__free(a, w->runs, n * sizeof(void *));
  inno__dataset_destroy(w->dataset);
  inno__table_destroy(a, &w->values);
  inno__free(a, w->block, w->bytes);
}

static inno_status open_runs(worker *w) {
  const inno_uncertainty *u = w->u;
  const inno_allocator *a = &u->allocator;
  size_t n = (size_t)u->combination_count;
  inno_status s = inno__dataset_copy(u->dataset, a, &w->dataset);
  if (s != INNO_OK || !inno__table_create(a, u->rows, u->tree->indicators, &w->values)) return INNO_E_NOMEM;
  w->runs = inno__alloc(a, n * sizeof(void *));
  if (w->runs == NULL) return INNO_E_NOMEM;
  memset(w->runs, 0, n * sizeof(void *));
  for (size_t c = 0; c < n && s == INNO_OK; c++)
    s = inno__run_create(a, u->combinations[c].method, w->dataset, NULL, INNO_KEEP_SCORES, &w->runs[c], NULL);
  return s;
}

/* Where units are few, ranks come from a network. */
static void measure_network(worker *w) {
  if (w->u->units < 2 || w->u->units > INNO__NETWORK_MOST) return;
  w->ranking.n = (int32_t)w->u->units;
  while ((1 << w->ranking.bits) < w->ranking.n) w->ranking.bits++;
  w->ranking.comparisons = inno__network(w->ranking.n, NULL);
}

/* One combination, whose scores are sums. */
static int can_be_rough(const worker *w) {
  return w->kernel->rough != NULL && w->ranking.n > 0 && w->u->combination_count == 1 &&
         w->u->combinations[0].fast == INNO__FAST_SUM;
}

static inno_status open_worker(worker *w, const inno__kernel *kernel, const inno_uncertainty *u, int32_t wants,
                               inno_error *error) {
  inno__block b = {NULL, 0, 0};
  memset(w, 0, sizeof *w);
  w->u = u;
  w->kernel = kernel;
  measure_network(w);
  w->may_be_rough = !(wants & INNO__WANT_SCORES) && can_be_rough(w);
  place(w, &b);
  w->bytes = b.used;
  w->block = b.used > SIZE_MAX / 2 ? NULL : inno__alloc(&u->allocator, b.used);
  inno_status s = w->block != NULL ? INNO_OK : INNO_E_NOMEM;
  if (s == INNO_OK) {
    memset(w->block, 0, w->bytes);
    b = (inno__block){w->block, 0, w->bytes};
    place(w, &b);
    w->stale = 1;
    for (int32_t l = 0; l < L; l++) w->effective[u->node * L + l] = 1.0;
    inno__network(w->ranking.n, w->network);
    w->ranking.network = w->ranking.n > 0 ? w->network : NULL;
    if (w->may_be_rough)
      w->may_be_rough = inno__rough_fill(&w->rough, u->combinations[0].terms, u->combinations[0].columns);
    if (u->dataset != NULL) s = open_runs(w);
  }
  if (s == INNO_OK) return s;
  close_worker(w);
  return inno__no_memory(error);
}

/* ---- from parameters to weights and choices ---- */

static void decide(worker *w, int32_t lanes) {
  const inno_uncertainty *u = w->u;
  for (int32_t l = 0; l < lanes; l++) {
    w->status[l] = INNO_OK;
    w->combination[l] = 0;
    w->removed[l] = w->set[l] = -1;
  }
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    const double *p = w->parameters + d->first_parameter * L;
    for (int32_t l = 0; inno__is_choice(d->kind) && l < lanes; l++) {
      int64_t k = (int64_t)p[l];
      if (d->kind == INNO_ASSUME_SCHEMES) w->combination[l] += k * d->stride;
      if (d->kind == INNO_ASSUME_WEIGHT_SETS) w->set[l] = k;
      if (d->kind == INNO_ASSUME_REMOVAL) w->removed[l] = d->nodes[k];
    }
  }
}

static void fill_weights(worker *w, int32_t lanes) {
  const inno_uncertainty *u = w->u;
  const inno__tree *t = u->tree;
  for (int64_t j = 0; j < t->count; j++)
    for (int32_t l = 0; l < L; l++)
      w->weights[j * L + l] = l < lanes && w->set[l] >= 0 ? u->sets[w->set[l] * t->count + j] : t->weight[j];
}

static void weigh(worker *w, int32_t lanes) {
  const inno_uncertainty *u = w->u;
  if (w->stale) fill_weights(w, lanes);
  w->stale = u->sets != NULL;
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    if (inno__is_choice(d->kind) || d->kind == INNO_ASSUME_ERROR) continue;
    const double *p = w->parameters + d->first_parameter * L, scale = d->scale;
    for (int64_t i = 0; i < d->count; i++) {
      double *restrict to = w->weights + d->nodes[i] * L;
      const double *restrict from = p + i * L;
      for (int32_t l = 0; l < L; l++) to[l] = from[l] * scale;
    }
  }
}

/* ---- scores: aggregate by aggregate ---- */

static void fail_lane(worker *w, int32_t l, inno_status status) {
  w->status[l] = status;
  for (int64_t i = 0; i < w->u->units; i++) w->scores[i * L + l] = inno__nan();
}

static inno_status measure(worker *w, int32_t l, inno_error *error) {
  const inno_uncertainty *u = w->u;
  inno_run *run = w->runs[w->combination[l]];
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    for (int64_t i = 0; d->kind == INNO_ASSUME_ERROR && i < d->count; i++) {
      double x = w->parameters[(d->first_parameter + i) * L + l];
      inno__column(&w->dataset->columns[d->column], 0)[d->rows[i]] = x;
      if (x - x != 0.0)
        return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
                          &(inno__where){.node = inno__names_at(u->tree->codes, d->code),
                                         .unit = inno__names_at(u->unit_codes, d->rows[i] % u->units),
                                         .what = "uncertainty"});
    }
  }
  inno__run_restart(run);
  inno_status s = inno__run_to_aggregation(run, error);
  for (int64_t j = 0; s == INNO_OK && j < u->tree->indicators; j++)
    memcpy(inno__column(&w->values, j), run->result->final[j] + (u->first_row - u->first),
           (size_t)u->rows * sizeof(double));
  return s;
}

static void score_lane(worker *w, int32_t l, inno_error *error) {
  const inno_uncertainty *u = w->u;
  const inno__combination *c = &u->combinations[w->combination[l]];
  inno_status s = u->dataset != NULL ? measure(w, l, error) : INNO_OK;
  for (int64_t j = 0; j < u->tree->count; j++) w->lane_weights[j] = w->weights[j * L + l];
  const inno__score_job job = {.method = c->method,
                               .values = u->dataset != NULL ? &w->values : c->values,
                               .weights = w->lane_weights,
                               .removed = w->removed[l],
                               .out = w->lane_scores,
                               .error = error};
  if (s == INNO_OK) s = inno__score(u, &w->scorer, &job);
  if (s != INNO_OK) {
    fail_lane(w, l, s);
    return;
  }
  for (int64_t i = 0; i < u->units; i++) w->scores[i * L + l] = w->lane_scores[i];
  for (int64_t j = 0; j < u->tree->count; j++) w->weights[j * L + l] = w->lane_weights[j];
  w->stale |= c->method->weighting != NULL; /* computed ones */
}

/* ---- scores: one sum ---- */

static void name_family(worker *w, int32_t lanes, uint32_t bad, int64_t a, const double *sum, inno_error *error) {
  for (int32_t l = 0; l < lanes; l++) {
    if (!(bad >> l & 1u) || w->status[l] != INNO_OK) continue;
    w->status[l] = inno__fail(
        error, INNO_E_WEIGHTS, INNO__MSG_UNCERTAINTY_WEIGHTS,
        &(inno__where){.node = inno__names_at(w->u->tree->codes, w->u->tree->indicators + a), .value = sum[l]});
  }
}

/* Shares among siblings, and products of shares down to each node from the one that is ranked. Children have lower
 * numbers than their parents. What lies elsewhere has 0 since the beginning. */
static void spread(worker *w, int32_t lanes, inno_error *error) {
  const inno_uncertainty *u = w->u;
  const inno__tree *t = u->tree;
  for (int64_t a = t->count - t->indicators - 1; a >= 0; a--) {
    const int64_t *child = t->children + t->first_child[a];
    const double *above = w->effective + (t->indicators + a) * L;
    int64_t k = inno__child_count(t, a);
    double sum[L];
    if (!u->needed[a]) continue;
    uint32_t bad = w->kernel->family(w->weights, child, k, above, w->effective, sum);
    if (bad) name_family(w, lanes, bad, a, sum, error);
  }
}

/* All lanes by one table of terms, or NULL. */
static const inno__table *common_terms(const worker *w, int32_t lanes) {
  const inno__table *terms = w->u->combinations[w->combination[0]].terms;
  for (int32_t l = 1; l < lanes; l++)
    if (w->u->combinations[w->combination[l]].terms != terms) return NULL;
  return terms;
}

static void sum_lane(worker *w, const inno__combination *c, int32_t l) {
  for (int64_t j = 0; j < w->u->tree->indicators; j++) w->lane_weights[j] = w->effective[j * L + l];
  inno__kernel_sum_lane(c->columns, w->lane_weights, w->lane_scores);
  for (int64_t i = 0; i < w->u->units; i++) w->scores[i * L + l] = w->lane_scores[i];
}

static void score_fast(worker *w, int32_t lanes, inno_error *error) {
  const inno_uncertainty *u = w->u;
  int64_t units = u->units;
  for (int32_t l = 0; l < lanes; l++)
    if (w->removed[l] >= 0) { /* nothing is missing: as good as not there */
      w->weights[w->removed[l] * L + l] = 0.0;
      w->stale = 1;
    }
  spread(w, lanes, error);
  const inno__table *terms = common_terms(w, lanes);
  w->is_rough = w->may_be_rough && lanes > 1;
  if (w->is_rough)
    w->kernel->rough(&w->rough, w->effective, w->scores);
  else if (terms != NULL)
    w->kernel->sums(terms, w->effective, w->scores);
  for (int32_t l = 0; l < lanes; l++) {
    const inno__combination *c = &u->combinations[w->combination[l]];
    if (c->fast == 0) continue;
    if (w->status[l] != INNO_OK) {
      fail_lane(w, l, w->status[l]);
      continue;
    }
    if (terms == NULL) sum_lane(w, c, l);
    for (int64_t i = 0; c->fast == INNO__FAST_PRODUCT && i < units; i++)
      w->scores[i * L + l] = inno__exp(w->scores[i * L + l]);
  }
}

/* ---- a block ---- */

static void rank_lane(worker *w, int32_t l) {
  const inno_uncertainty *u = w->u;
  for (int64_t i = 0; i < u->units; i++) w->lane_scores[i] = w->scores[i * L + l];
  inno__score_ranks(u, u->combinations[w->combination[l]].method, w->lane_scores, w->lane_ranks, w->rank_work);
  for (int64_t i = 0; i < u->units; i++)
    w->ranks[i * L + l] = w->lane_ranks[i] == w->lane_ranks[i] ? (int32_t)(2.0 * w->lane_ranks[i]) : 0;
}

/* Lanes that stay doubtful get their scores in full; where many do, so do all from now on. */
static uint32_t rank_rough(worker *w, uint32_t all) {
  const inno__combination *c = &w->u->combinations[0];
  int32_t count = 0;
  inno__rough_scale(&w->rough, &w->ranking);
  uint32_t left = w->kernel->ranks(&w->ranking, w->scores, w->keys, w->ranks) & all;
  for (int32_t l = 0; l < L; l++) {
    if (!(left >> l & 1u) || w->status[l] != INNO_OK) continue;
    if (inno__rough_settle(&w->ranking, c->terms, w->effective, l, w->keys, w->ranks)) {
      left &= ~(1u << l);
      continue;
    }
    sum_lane(w, c, l);
    count++;
  }
  if (count > L / 4) w->may_be_rough = 0;
  return left;
}

/* Ranks of every lane whose scores lie on a scale; a bit for each that is still to be ranked. Without a scale keys say
 * nothing: scores of two units, one of them missing, would even look far apart. */
static uint32_t rank_block(worker *w, int32_t lanes) {
  uint32_t all = (1u << lanes) - 1u, scaled = 0;
  if (lanes < 2 || w->ranking.n == 0) return all;
  if (w->is_rough) return rank_rough(w, all);
  w->ranking.near = 0;
  for (int32_t l = 0; l < L; l++) {
    const inno__combination *c = &w->u->combinations[w->combination[l < lanes ? l : 0]];
    int sums = l < lanes && c->fast != 0;
    inno__ranking_scale(&w->ranking, l, sums ? c->low : 0.0, sums ? c->high : 0.0);
    scaled |= (uint32_t)(w->ranking.scale[l] > 0.0) << l;
  }
  if (scaled == 0) return all;
  return (w->kernel->ranks(&w->ranking, w->scores, w->keys, w->ranks) | ~scaled) & all;
}

/* The one way from parameters to scores and ranks. */
static void evaluate(worker *w, int32_t lanes, inno_error *error) {
  const inno_uncertainty *u = w->u;
  int any_fast = 0;
  w->is_rough = 0;
  decide(w, lanes);
  weigh(w, lanes);
  for (int32_t l = 0; l < lanes; l++) any_fast |= u->combinations[w->combination[l]].fast != 0;
  if (any_fast) score_fast(w, lanes, error);
  for (int32_t l = 0; l < lanes; l++)
    if (u->combinations[w->combination[l]].fast == 0) score_lane(w, l, error);
  uint32_t left = rank_block(w, lanes);
  for (int32_t l = 0; l < lanes; l++)
    if (w->status[l] != INNO_OK || (left >> l & 1u)) rank_lane(w, l);
}

static void fill_shares(worker *w, int32_t lanes) {
  const inno__tree *t = w->u->tree;
  const double nan = inno__nan();
  for (int32_t l = 0; l < lanes; l++) {
    w->shares[(t->count - 1) * L + l] = 1.0;
    for (int64_t a = 0; a < t->count - t->indicators; a++) {
      double sum = 0.0;
      for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++)
        if (t->children[c] != w->removed[l]) sum += w->weights[t->children[c] * L + l];
      for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++)
        w->shares[t->children[c] * L + l] =
            t->children[c] == w->removed[l] ? 0.0 : w->weights[t->children[c] * L + l] / sum;
    }
    for (int64_t j = 0; w->status[l] != INNO_OK && j < t->count; j++) w->shares[j * L + l] = nan;
  }
}

inno_status inno__replicates_by(const inno__kernel *kernel, const inno_uncertainty *u, int64_t first, int64_t count,
                                int32_t wants, inno__replicate_sink sink, void *context, inno_error *error) {
  worker w;
  if (count <= 0) return INNO_OK;
  inno_status s = open_worker(&w, kernel, u, wants, error);
  if (s != INNO_OK) return s;
  for (int64_t done = 0; s == INNO_OK && done < count; done += L) {
    inno__replicate_block block = {.first = first + done,
                                   .count = (int32_t)(count - done < L ? count - done : L),
                                   .status = w.status,
                                   .ranks = w.ranks,
                                   .scores = wants & INNO__WANT_SCORES ? w.scores : NULL,
                                   .weights = wants & INNO__WANT_WEIGHTS ? w.shares : NULL};
    inno__draw_points(u, w.kernel, block.first, block.count, w.points);
    inno__draw_parameters(u, w.kernel, block.count, w.points, w.parameters);
    evaluate(&w, block.count, NULL);
    if (block.weights != NULL) fill_shares(&w, block.count);
    for (int32_t l = 0; l < block.count; l++) block.failed += w.status[l] != INNO_OK;
    s = sink(context, &block);
  }
  close_worker(&w);
  return s;
}

inno_status inno__replicates(const inno_uncertainty *u, int64_t first, int64_t count, int32_t wants,
                             inno__replicate_sink sink, void *context, inno_error *error) {
  return inno__replicates_by(inno__kernel_best(), u, first, count, wants, sink, context, error);
}

inno_status inno__replicate_one(const inno_uncertainty *u, const inno__replicate_input *in, double *parameters,
                                double *scores, double *ranks, inno_error *error) {
  /* numbers that a replicate never draws count as the nearest that it does */
  const double least = 0x1p-53, most = 1.0 - 0x1p-53;
  worker w;
  inno_status s = open_worker(&w, inno__kernel_best(), u, INNO__WANT_SCORES, error);
  if (s != INNO_OK) return s;
  if (in->parameters != NULL) {
    for (int64_t p = 0; p < u->parameters; p++) w.parameters[p * L] = in->parameters[p];
  } else {
    for (int64_t d = 0; in->point != NULL && d < u->dimensions; d++)
      w.points[d * L] = in->point[d] < least ? least : in->point[d] > most ? most : in->point[d];
    if (in->point == NULL) inno__draw_points(u, w.kernel, in->replicate, 1, w.points);
    inno__draw_parameters(u, w.kernel, 1, w.points, w.parameters);
  }
  evaluate(&w, 1, error);
  for (int64_t p = 0; parameters != NULL && p < u->parameters; p++) parameters[p] = w.parameters[p * L];
  for (int64_t i = 0; scores != NULL && i < u->units; i++) scores[i] = w.scores[i * L];
  for (int64_t i = 0; ranks != NULL && i < u->units; i++)
    ranks[i] = w.ranks[i * L] > 0 ? 0.5 * w.ranks[i * L] : inno__nan();
  s = w.status[0];
  close_worker(&w);
  return s;
}
