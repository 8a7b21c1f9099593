#include "robust/score.h"

#include "base/error.h"
#include "construct/keys.h"
#include "construct/rank.h"
#include "numeric/moments.h"

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

/* The largest scratch and the most outcomes that any node of any method asks for. */
static void measure(const inno_uncertainty *u, size_t *bytes, int64_t *outcomes) {
  const inno__tree *t = u->tree;
  *bytes = 8;
  *outcomes = 0;
  for (int64_t c = 0; c < u->combination_count; c++) {
    const inno_method *m = u->combinations[c].method;
    const inno__step *step = inno__method_aggregation(m);
    for (int64_t a = 0; a < t->count - t->indicators; a++) {
      const inno__aggregator *how = step->rules.aggregate[a].aggregator;
      const inno__weigh_rule *weigh = inno__method_weighting(m, a);
      int32_t k = (int32_t)inno__child_count(t, a);
      *bytes = larger(*bytes, how->work_size(k, how->flags & INNO__COMPARES ? u->units : u->rows));
      if (weigh != NULL) *bytes = larger(*bytes, weigh->weigher->work_size(k, u->rows));
      int64_t n = inno__outcome_count(how, u->rows);
      if (n > *outcomes) *outcomes = n;
    }
  }
}

void inno__scorer_place(const inno_uncertainty *u, inno__scorer *s, inno__block *b) {
  const inno__tree *t = u->tree;
  size_t work, most = 1;
  int64_t outcomes, inner = t->count - t->indicators;
  measure(u, &work, &outcomes);
  for (int64_t a = 0; a < inner; a++) most = larger(most, (size_t)inno__child_count(t, a));
  s->aggregates = inno__block_take(b, (size_t)inner * (size_t)u->rows * sizeof *s->aggregates, 64);
  s->columns = inno__block_take(b, most * sizeof *s->columns, 8);
  s->codes = inno__block_take(b, most * sizeof *s->codes, 8);
  s->weights = inno__block_take(b, most * sizeof *s->weights, 8);
  s->own = inno__block_take(b, most * sizeof *s->own, 8);
  s->outcomes = inno__block_take(b, (size_t)outcomes * sizeof *s->outcomes, 8);
  s->work = inno__block_take(b, work, 64);
}

static const double *values_of(const inno_uncertainty *u, const inno__scorer *s, const inno__score_job *job,
                               int64_t node) {
  const inno__tree *t = u->tree;
  return node < t->indicators ? inno__column(job->values, node) : s->aggregates + (node - t->indicators) * u->rows;
}

/* Children that take part, and their weights, which must have a sum. */
static inno_status take_children(const inno_uncertainty *u, const inno__scorer *s, const inno__score_job *job,
                                 int64_t a, const inno__step *step, const inno__site *site, int32_t *k) {
  const inno__tree *t = u->tree;
  const inno__weigh_rule *weigh = inno__method_weighting(job->method, a);
  const int64_t *child = t->children + t->first_child[a];
  double sum = 0.0;
  *k = 0;
  for (int64_t c = 0; c < inno__child_count(t, a); c++) {
    if (child[c] == job->removed) continue;
    s->columns[*k] = values_of(u, s, job, child[c]);
    s->codes[*k] = inno__names_at(t->codes, child[c]);
    s->weights[*k] = job->weights[child[c]];
    s->own[(*k)++] = step->own[child[c]];
  }
  if (weigh != NULL) {
    const inno__weigh_job w = {s->columns, *k, u->rows, weigh, s->codes, site, s->work};
    inno_status status = inno__weigh_children(&w, s->weights);
    if (status != INNO_OK) return status;
    for (int64_t c = 0, i = 0; c < inno__child_count(t, a); c++)
      if (child[c] != job->removed) job->weights[child[c]] = s->weights[i++];
  }
  for (int32_t c = 0; c < *k; c++) sum += s->weights[c];
  if (sum > 0.0 && sum <= 1.7976931348623157e308) return INNO_OK;
  return inno__fail(job->error, INNO_E_WEIGHTS, INNO__MSG_UNCERTAINTY_WEIGHTS,
                    &(inno__where){.node = site->node, .value = sum});
}

/* One period where the rule compares units, else every row. */
static inno_status call(const inno_uncertainty *u, const inno__scorer *s, const inno__aggregate_rule *rule, int32_t k,
                        int64_t first, int64_t rows, double *out, const inno__site *site) {
  inno__node node = {.columns = s->columns,
                     .weights = s->weights,
                     .own = s->own,
                     .k = k,
                     .n = rows,
                     .rule = rule,
                     .children = s->codes,
                     .site = site,
                     .out = out + first,
                     .outcomes = s->outcomes,
                     .work = s->work};
  inno_status status = INNO_OK;
  for (int32_t c = 0; c < k; c++) s->columns[c] += first;
  while (status == INNO_OK && !node.done) status = inno__aggregate(&node);
  for (int32_t c = 0; c < k; c++) s->columns[c] -= first;
  (void)u;
  return status;
}

static inno_status aggregate(const inno_uncertainty *u, const inno__scorer *s, const inno__score_job *job, int64_t a,
                             const inno__step *step) {
  const inno__tree *t = u->tree;
  const inno__aggregate_rule *rule = &step->rules.aggregate[a];
  const inno__site site = {job->error, inno__names_at(t->codes, t->indicators + a), u->unit_codes};
  double *out = s->aggregates + a * u->rows;
  int32_t k = 0;
  inno_status status = take_children(u, s, job, a, step, &site, &k);
  int64_t calls = rule->aggregator->flags & INNO__COMPARES ? u->periods : 1, rows = u->rows / calls;
  for (int64_t p = 0; p < calls && status == INNO_OK; p++) status = call(u, s, rule, k, p * rows, rows, out, &site);
  if (status != INNO_OK || inno__all_finite(out, u->rows)) return status;
  int64_t i = 0;
  while (out[i] != out[i] || out[i] - out[i] == 0.0) i++;
  return inno__fail(
      job->error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
      &(inno__where){
          .node = site.node, .unit = inno__site_unit(&site, i), .what = inno__step_find(INNO_STEP_AGGREGATE)->name});
}

inno_status inno__score(const inno_uncertainty *u, inno__scorer *s, const inno__score_job *job) {
  const inno__step *step = inno__method_aggregation(job->method);
  inno_status status = INNO_OK;
  for (int64_t a = 0; a < u->tree->count - u->tree->indicators && status == INNO_OK; a++)
    if (u->needed[a]) status = aggregate(u, s, job, a, step);
  const double *x = values_of(u, s, job, u->node) + u->first;
  for (int64_t i = 0; status == INNO_OK && i < u->units; i++) job->out[i] = x[i];
  return status;
}

void inno__score_ranks(const inno_uncertainty *u, const inno_method *method, const double *scores, double *ranks,
                       void *work) {
  inno__rank_units(scores, u->units, method->ties, NULL, ranks, work);
}
