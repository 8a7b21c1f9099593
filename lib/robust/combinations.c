/* Every combination of the schemes: a method each, and the values before the aggregation once for those that share
 * them. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "construct/pipeline.h"
#include "numeric/special.h"
#include "robust/uncertainty.h"

typedef struct {
  inno_uncertainty *u;
  const inno__uncertainty_input *in;
  const inno_scheme *schemes[INNO_LIMIT_STEPS]; /* of the combination at work */
  int64_t varies[INNO_LIMIT_STEPS];             /* number of the assumption about it; -1 = none */
  inno_error *error;
} job;

/* Steps that say how scores are made of values, not what the values are. */
static int is_later(int32_t step) {
  return step == INNO_STEP_AGGREGATE || step == INNO_STEP_WEIGH || step == INNO_STEP_RANK;
}

/* Strides of the choices: those that change values count fastest, so that combinations with the same values are those
 * with the same number modulo the number of tables. */
static inno_status number(const job *w, int64_t *tables) {
  inno_uncertainty *u = w->u;
  u->combination_count = *tables = 1;
  for (int later = 0; later < 2; later++)
    for (int32_t p = 0; p < w->in->scheme_count; p++) {
      if (w->varies[p] < 0 || is_later(w->in->schemes[p]->entry->step) != later) continue;
      inno__draw *d = &u->draws[w->varies[p]];
      d->stride = u->combination_count;
      if (d->count > INNO_LIMIT_COMBINATIONS / u->combination_count)
        return inno__fail(w->error, INNO_E_SIZE, INNO__MSG_UNCERTAINTY_COMBINATIONS,
                          &(inno__where){.value = INNO_LIMIT_COMBINATIONS});
      u->combination_count *= d->count;
      if (!later) *tables = u->combination_count;
    }
  return INNO_OK;
}

static void select_schemes(job *w, int64_t combination) {
  for (int32_t p = 0; p < w->in->scheme_count; p++) {
    w->schemes[p] = w->in->schemes[p];
    if (w->varies[p] < 0) continue;
    const inno__draw *d = &w->u->draws[w->varies[p]];
    w->schemes[p] = w->in->assumptions->list[w->varies[p]].schemes[combination / d->stride % d->count];
  }
}

static inno_status create_methods(job *w) {
  inno_uncertainty *u = w->u;
  for (int64_t c = 0; c < u->combination_count; c++) {
    select_schemes(w, c);
    inno_status s = inno__method_create(&u->allocator, w->in->tree, w->in->weights, w->schemes, w->in->scheme_count,
                                        &u->combinations[c].method, w->error);
    if (s != INNO_OK) return s;
  }
  return INNO_OK;
}

/* Two alternatives that make one method. */
static inno_status check_alternatives(const job *w) {
  const inno_uncertainty *u = w->u;
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    for (int64_t i = 0; d->kind == INNO_ASSUME_SCHEMES && i < d->count; i++)
      for (int64_t k = 0; k < i; k++)
        if (u->combinations[i * d->stride].method->stamp == u->combinations[k * d->stride].method->stamp)
          return inno__fail(w->error, INNO_E_VALUE, INNO__MSG_ASSUME_EQUAL,
                            &(inno__where){.value = (double)(k + 1),
                                           .count = i + 1,
                                           .number = (double)(a + 1),
                                           .list = inno__assumption_name(d->kind)});
  }
  return INNO_OK;
}

/* ---- values ---- */

static int any_weighting(const inno_uncertainty *u, const inno_method *nominal) {
  int any = nominal->weighting != NULL;
  for (int64_t c = 0; c < u->combination_count; c++) any |= u->combinations[c].method->weighting != NULL;
  return any;
}

static void take_rows(inno_uncertainty *u, const inno_dataset *d, int all) {
  u->rows = all ? d->rows : d->units;
  u->periods = all ? d->period_count : 1;
  u->first = all ? u->first_row : 0;
}

static inno_status compute_values(const job *w, const inno_method *m, inno__table *out) {
  const inno_uncertainty *u = w->u;
  inno_run *run = NULL;
  inno_status s = inno__run_create(&u->allocator, m, w->in->dataset, NULL, INNO_KEEP_SCORES, &run, w->error);
  if (s == INNO_OK) s = inno__run_to_aggregation(run, w->error);
  if (s == INNO_OK && !inno__table_create(&u->allocator, u->rows, u->tree->indicators, out))
    s = inno__no_memory(w->error);
  for (int64_t j = 0; s == INNO_OK && j < u->tree->indicators; j++)
    memcpy(inno__column(out, j), run->result->final[j] + (u->first_row - u->first), (size_t)u->rows * sizeof(double));
  inno__run_destroy(run);
  return s;
}

/* ---- scores that are one sum ---- */

static int is_below(const inno_uncertainty *u, int64_t node) {
  while (node >= 0 && node != u->node) node = u->tree->parent[node];
  return node == u->node;
}

/* One rule for the whole tree, every value there, and (a product) above 0; no weights that a rule computes. */
static int32_t fast_kind(const inno_uncertainty *u, const inno__combination *c) {
  const inno__step *step = inno__method_aggregation(c->method);
  const inno__tree *t = u->tree;
  int32_t rule = 0;
  if (u->dataset != NULL || u->node < t->indicators || c->method->weighting != NULL) return 0;
  for (int64_t a = 0; a < t->count - t->indicators; a++) {
    if (!u->needed[a]) continue;
    const inno__aggregate_rule *r = &step->rules.aggregate[a];
    if (rule != 0 && r->rule != rule) return 0;
    rule = r->rule;
    if (rule == INNO_AGGREGATE_GEOMETRIC && r->nonpositive != INNO_NONPOSITIVE_ERROR) return 0;
  }
  if (rule != INNO_AGGREGATE_ARITHMETIC && rule != INNO_AGGREGATE_GEOMETRIC) return 0;
  for (int64_t j = 0; j < t->indicators; j++) {
    const double *x = inno__column(c->values, j) + u->first;
    for (int64_t i = 0; is_below(u, j) && i < u->units; i++)
      if (x[i] != x[i] || (rule == INNO_AGGREGATE_GEOMETRIC && !(x[i] > 0.0))) return 0;
  }
  return rule == INNO_AGGREGATE_ARITHMETIC ? INNO__FAST_SUM : INNO__FAST_PRODUCT;
}

/* A column a unit, and again a column an indicator. */
static inno_status take_terms(inno_uncertainty *u, const inno__combination *c, inno__table *terms, inno__table *columns,
                              inno_error *error) {
  const inno__tree *t = u->tree;
  if (!inno__table_create(&u->allocator, t->indicators, u->units, terms) ||
      !inno__table_create(&u->allocator, u->units, t->indicators, columns))
    return inno__no_memory(error);
  for (int64_t j = 0; j < t->indicators; j++) {
    const double *x = inno__column(c->values, j) + u->first;
    for (int64_t i = 0; i < u->units; i++) {
      double term = !is_below(u, j) ? 0.0 : c->fast == INNO__FAST_SUM ? x[i] : inno__log(x[i]);
      inno__column(terms, i)[j] = inno__column(columns, j)[i] = term;
    }
  }
  return INNO_OK;
}

static void take_ends(const inno_uncertainty *u, inno__combination *c) {
  c->low = INFINITY;
  c->high = -INFINITY;
  for (int64_t j = 0; j < u->tree->indicators; j++)
    for (int64_t i = 0; is_below(u, j) && i < u->units; i++) {
      double x = inno__column(c->values, j)[u->first + i];
      c->low = x < c->low ? x : c->low;
      c->high = x > c->high ? x : c->high;
    }
}

/* Terms are shared like the values: two tables for the sums and two for the products of each. */
static inno_status make_fast(const job *w, int64_t tables) {
  inno_uncertainty *u = w->u;
  for (int64_t n = 0; n < u->combination_count; n++) {
    inno__combination *c = &u->combinations[n];
    c->fast = fast_kind(u, c);
    if (c->fast == 0) continue;
    int64_t product = c->fast == INNO__FAST_PRODUCT;
    inno__table *terms = &u->tables[tables * (1 + product) + n % tables];
    inno__table *columns = &u->tables[tables * (3 + product) + n % tables];
    if (columns->cells == NULL) {
      inno_status s = take_terms(u, c, terms, columns, w->error);
      if (s != INNO_OK) return s;
    }
    c->columns = columns;
    c->terms = terms;
    take_ends(u, c);
  }
  return INNO_OK;
}

inno_status inno__combinations_compile(inno_uncertainty *u, const inno__uncertainty_input *in,
                                       const inno_method *nominal, inno_error *error) {
  job w = {.u = u, .in = in, .error = error};
  int64_t tables = 0;
  for (int32_t p = 0; p < INNO_LIMIT_STEPS; p++) w.varies[p] = -1;
  for (int64_t a = 0; a < u->draw_count; a++)
    if (u->draws[a].kind == INNO_ASSUME_SCHEMES) w.varies[in->assumptions->list[a].position] = a;
  inno_status s = number(&w, &tables);
  if (s != INNO_OK) {
    u->combination_count = 0;
    return s;
  }
  u->combinations = inno__alloc(&u->allocator, (size_t)u->combination_count * sizeof *u->combinations);
  u->tables = inno__alloc(&u->allocator, (size_t)(5 * tables) * sizeof *u->tables);
  if (u->combinations != NULL) memset(u->combinations, 0, (size_t)u->combination_count * sizeof *u->combinations);
  if (u->tables != NULL) {
    memset(u->tables, 0, (size_t)(5 * tables) * sizeof *u->tables);
    u->table_count = 5 * tables;
  }
  if (u->combinations == NULL || u->tables == NULL) return inno__no_memory(error);
  s = create_methods(&w);
  if (s == INNO_OK) s = check_alternatives(&w);
  if (s != INNO_OK) return s;
  take_rows(u, in->dataset, any_weighting(u, nominal));
  for (int64_t k = 0; k < tables && s == INNO_OK; k++) s = compute_values(&w, u->combinations[k].method, &u->tables[k]);
  for (int64_t c = 0; c < u->combination_count; c++) u->combinations[c].values = &u->tables[c % tables];
  return s == INNO_OK ? make_fast(&w, tables) : s;
}
