#include "robust/uncertainty.h"

#include <string.h>

#include "base/error.h"
#include "base/sha256.h"
#include "construct/pipeline.h"
#include "construct/rank.h"
#include "numeric/random.h"
#include "numeric/sobol.h"
#include "robust/replicate.h"

void inno__uncertainty_destroy(inno_uncertainty *u) {
  if (u == NULL) return;
  inno_allocator a = u->allocator;
  size_t units = (size_t)u->units, inner = u->tree != NULL ? (size_t)(u->tree->count - u->tree->indicators) : 0;
  for (int64_t i = 0; i < u->draw_count; i++) inno__free(&a, u->draws[i].memory, u->draws[i].bytes);
  inno__free(&a, u->draws, (size_t)u->draw_count * sizeof *u->draws);
  for (int64_t c = 0; u->combinations != NULL && c < u->combination_count; c++)
    inno__method_destroy(u->combinations[c].method);
  inno__free(&a, u->combinations, (size_t)u->combination_count * sizeof *u->combinations);
  for (int64_t k = 0; k < u->table_count; k++) inno__table_destroy(&a, &u->tables[k]);
  inno__free(&a, u->tables, (size_t)u->table_count * sizeof *u->tables);
  if (u->tree != NULL) inno__free(&a, u->sets, (size_t)(u->set_count * u->tree->count) * sizeof *u->sets);
  inno__free(&a, u->directions, (size_t)u->dimensions * INNO__SOBOL_BITS * sizeof *u->directions);
  inno__free(&a, u->nominal_scores, units * sizeof *u->nominal_scores);
  inno__free(&a, u->nominal_ranks, units * sizeof *u->nominal_ranks);
  inno__free(&a, u->needed, inner);
  inno__dataset_destroy(u->dataset);
  inno__names_destroy(u->unit_codes);
  inno__tree_destroy(u->tree);
  inno__free(&a, u, sizeof *u);
}

/* ---- what is ranked ---- */

static inno_status find_node(inno_uncertainty *u, inno_error *error) {
  const inno__tree *t = u->tree;
  u->node = t->count - 1;
  if (u->rule.node_code != NULL) u->node = inno__names_find(t->codes, u->rule.node_code);
  if (u->node < 0)
    return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE,
                      &(inno__where){.node = u->rule.node_code, .what = u->rule.node_code});
  u->rule.node_code = NULL; /* the scheme may be gone before us */
  for (int64_t a = t->count - t->indicators - 1; a >= 0; a--) {
    int64_t node = t->indicators + a, parent = t->parent[node];
    u->needed[a] = node == u->node || (parent >= 0 && u->needed[parent - t->indicators]);
  }
  return INNO_OK;
}

static inno_status find_period(inno_uncertainty *u, const inno_dataset *d, inno_error *error) {
  int64_t period = 0;
  inno_status s = inno__dataset_find_period(d, u->rule.period, "period", &period, error);
  if (s == INNO_OK) u->first_row = period * d->units;
  return s;
}

/* ---- the nominal result ---- */

static inno_status run_nominal(inno_uncertainty *u, const inno_method *m, const inno_dataset *d, inno_error *error) {
  inno_run *run = NULL;
  size_t bytes = inno__rank_units_work_size(u->units, 0);
  void *work = inno__alloc(&u->allocator, bytes);
  inno_status s = work == NULL ? inno__no_memory(error)
                               : inno__run_create(&u->allocator, m, d, NULL, INNO_KEEP_SCORES, &run, error);
  if (s == INNO_OK) s = inno__run_advance(run, INT64_MAX, error);
  if (s == INNO_OK) {
    memcpy(u->nominal_scores, run->result->final[u->node] + u->first_row, (size_t)u->units * sizeof(double));
    inno__rank_units(u->nominal_scores, u->units, m->ties, NULL, u->nominal_ranks, work);
  }
  inno__run_destroy(run);
  inno__free(&u->allocator, work, bytes);
  return s;
}

/* ---- has an assumption an effect? ---- */

/* A point, and the same with other numbers where the assumption reads them: near two corners first (in a corner a
 * weight would be 0, which even rules see that read no weights), then anywhere. */
static void make_point(const inno_uncertainty *u, int64_t assumption, uint64_t trial, double *point) {
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    const inno__random r = {(uint64_t)u->rule.seed, a == assumption ? trial : 0, (uint32_t)a};
    double *at = point + d->first_dimension;
    inno__random_uniforms(&r, 0, d->dimensions, at);
    for (int64_t i = 0; a == assumption && trial < 2 && i < d->dimensions; i++) at[i] = trial == 0 ? 0.01 : 0.99;
  }
}

/* Nodes that may be left out, or one case: none is. */
static int64_t removals(const inno_uncertainty *u) {
  for (int64_t a = 0; a < u->draw_count; a++)
    if (u->draws[a].kind == INNO_ASSUME_REMOVAL) return u->draws[a].count;
  return 1;
}

/* Alternatives of the schemes that make this combination, and the node that is left out: where it is gone, its siblings
 * may have no say. */
static void set_choices(const inno_uncertainty *u, int64_t combination, int64_t removal, double *parameters) {
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    if (d->kind == INNO_ASSUME_SCHEMES) parameters[d->first_parameter] = (double)(combination / d->stride % d->count);
    if (d->kind == INNO_ASSUME_REMOVAL) parameters[d->first_parameter] = (double)removal;
  }
}

enum { TRIALS = 12 };

/* 1 = the scores differ between trials, or one cannot be made and so nothing can be said; -1 = no memory. */
static int differs(const inno_uncertainty *u, int64_t assumption, int64_t combination, int64_t removal, double *room) {
  double *point = room, *parameters = point + u->dimensions, *scores = parameters + u->parameters;
  double *others = scores + u->units;
  const inno__draw *d = &u->draws[assumption];
  int chosen = inno__is_choice(d->kind);
  int64_t trials = chosen ? d->count : TRIALS;
  for (int64_t t = 0; t < trials; t++) {
    make_point(u, assumption, (uint64_t)t, point);
    const inno__replicate_input at = {.point = point};
    inno_status s = inno__replicate_one(u, &at, parameters, NULL, NULL, NULL);
    if (s == INNO_E_NOMEM) return -1;
    set_choices(u, combination, removal, parameters);
    if (chosen) parameters[d->first_parameter] = (double)t;
    const inno__replicate_input given = {.parameters = parameters};
    s = inno__replicate_one(u, &given, NULL, t == 0 ? scores : others, NULL, NULL);
    if (s == INNO_E_NOMEM) return -1;
    if (s != INNO_OK) return 1;
    for (int64_t i = 0; t > 0 && i < u->units; i++)
      if (scores[i] != others[i] && (scores[i] == scores[i] || others[i] == others[i])) return 1;
  }
  return 0;
}

/* An error of measurement whose indicator lies elsewhere: it can only change what is imputed or screened. */
static int is_error_elsewhere(const inno_uncertainty *u, const inno__draw *d) {
  int64_t node = d->code;
  while (node >= 0 && node != u->node) node = u->tree->parent[node];
  return d->kind == INNO_ASSUME_ERROR && node < 0;
}

/* Scores cannot tell: they are different with other errors of values, or only ties are ranked otherwise. */
static int is_open(const inno_uncertainty *u, const inno__draw *d) {
  int ranks = 0;
  for (int64_t k = 0; d->kind == INNO_ASSUME_SCHEMES && k < d->count; k++)
    ranks |= u->combinations[k * d->stride].method->ties != u->combinations[0].method->ties;
  return d->kind == INNO_ASSUME_SCHEMES && (ranks || u->dataset != NULL);
}

static inno_status check_effect(const inno_uncertainty *u, int64_t assumption, double *room, inno_error *error) {
  const inno__draw *d = &u->draws[assumption];
  int elsewhere = is_error_elsewhere(u, d);
  if (is_open(u, d) || (d->kind == INNO_ASSUME_ERROR && !elsewhere)) return INNO_OK;
  for (int64_t c = 0; c < u->combination_count * removals(u); c++) {
    int differ = differs(u, assumption, c / removals(u), c % removals(u), room);
    if (differ < 0) return inno__no_memory(error);
    if (differ) return INNO_OK;
  }
  int64_t about = d->code >= 0 ? d->code : u->node;
  if (d->kind != INNO_ASSUME_WEIGHT_SETS && d->code < 0 && d->nodes != NULL) about = d->nodes[0];
  int32_t message = d->kind == INNO_ASSUME_SCHEMES ? INNO__MSG_ASSUME_SCHEMES_NO_EFFECT
                    : elsewhere                    ? INNO__MSG_ASSUME_ELSEWHERE
                                                   : INNO__MSG_ASSUME_NO_EFFECT;
  return inno__fail(error, INNO_E_VALUE, message,
                    &(inno__where){.node = inno__names_at(u->tree->codes, about),
                                   .what = inno__names_at(u->tree->codes, u->node),
                                   .number = (double)(assumption + 1),
                                   .list = inno__assumption_name(d->kind)});
}

static inno_status check_effects(const inno_uncertainty *u, inno_error *error) {
  size_t bytes = (size_t)(u->dimensions + u->parameters + 2 * u->units) * sizeof(double);
  double *room = inno__alloc(&u->allocator, bytes);
  inno_status s = room != NULL ? INNO_OK : inno__no_memory(error);
  for (int64_t a = 0; a < u->draw_count && s == INNO_OK; a++) s = check_effect(u, a, room, error);
  inno__free(&u->allocator, room, bytes);
  return s;
}

/* ---- the fingerprint ---- */

static void hash_bits(inno__sha256 *h, uint64_t bits) {
  unsigned char bytes[8];
  for (int i = 0; i < 8; i++) bytes[i] = (unsigned char)(bits >> (8 * i));
  inno__sha256_update(h, bytes, sizeof bytes);
}

static void hash_numbers(inno__sha256 *h, const double *x, int64_t count) {
  for (int64_t i = 0; x != NULL && i < count; i++) {
    uint64_t bits;
    memcpy(&bits, &x[i], sizeof bits);
    hash_bits(h, x[i] != x[i] ? UINT64_MAX : bits);
  }
}

static void hash_draw(inno__sha256 *h, const inno__draw *d) {
  const int64_t said[] = {d->kind, d->law, d->count, d->code, d->stride, d->column};
  for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) hash_bits(h, (uint64_t)said[i]);
  for (int64_t i = 0; d->nodes != NULL && i < d->count; i++) hash_bits(h, (uint64_t)d->nodes[i]);
  for (int64_t i = 0; d->rows != NULL && i < d->count; i++) hash_bits(h, (uint64_t)d->rows[i]);
  hash_numbers(h, d->until, d->count);
  hash_numbers(h, d->lower, d->count);
  hash_numbers(h, d->upper, d->count);
  hash_numbers(h, &d->scale, 1);
}

static void make_fingerprint(inno_uncertainty *u) {
  inno__sha256 h;
  inno__sha256_init(&h);
  hash_bits(&h, (uint64_t)u->rule.sequence);
  hash_bits(&h, (uint64_t)u->rule.seed);
  hash_bits(&h, (uint64_t)u->node);
  hash_bits(&h, (uint64_t)u->first_row);
  for (int64_t i = 0; i < u->units; i++) {
    const char *code = inno__names_at(u->unit_codes, i);
    inno__sha256_update(&h, code, strlen(code) + 1);
  }
  for (int64_t a = 0; a < u->draw_count; a++) hash_draw(&h, &u->draws[a]);
  hash_numbers(&h, u->sets, u->set_count * u->tree->count);
  hash_numbers(&h, u->tree->weight, u->tree->count);
  for (int64_t c = 0; c < u->combination_count; c++) {
    const inno__table *v = u->combinations[c].values;
    hash_bits(&h, u->combinations[c].method->stamp);
    if (c == 0 || v != u->combinations[c - 1].values)
      for (int64_t j = 0; j < v->columns; j++) hash_numbers(&h, inno__column(v, j), v->rows);
  }
  if (u->dataset != NULL) /* replicates begin with the raw values, of which those above say too little */
    for (int64_t j = 0; j < inno__names_count(u->dataset->column_codes); j++)
      hash_numbers(&h, inno__column(&u->dataset->columns[j], 0), u->dataset->rows);
  hash_numbers(&h, u->nominal_scores, u->units);
  inno__sha256_hex(&h, u->fingerprint);
}

/* ---- creation ---- */

static inno_status take_directions(inno_uncertainty *u, inno_error *error) {
  if (u->rule.sequence != INNO_SEQUENCE_SOBOL) return INNO_OK;
  if (u->dimensions > INNO__SOBOL_DIMENSIONS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_UNCERTAINTY_DIMENSIONS,
                      &(inno__where){.count = u->dimensions, .value = INNO__SOBOL_DIMENSIONS});
  u->directions = inno__alloc(&u->allocator, (size_t)u->dimensions * INNO__SOBOL_BITS * sizeof *u->directions);
  if (u->directions == NULL) return inno__no_memory(error);
  for (int32_t d = 0; d < u->dimensions; d++) inno__sobol_directions(d, u->directions + d * INNO__SOBOL_BITS);
  return INNO_OK;
}

static int has_errors(const inno_assumptions *a) {
  for (int64_t i = 0; i < a->count; i++)
    if (a->list[i].kind == INNO_ASSUME_ERROR) return 1;
  return 0;
}

static inno_status take_parts(inno_uncertainty *u, const inno__uncertainty_input *in, const inno_method *nominal,
                              inno_error *error) {
  const inno_allocator *a = &u->allocator;
  u->units = in->dataset->units;
  u->nominal_scores = inno__alloc(a, (size_t)u->units * sizeof *u->nominal_scores);
  u->nominal_ranks = inno__alloc(a, (size_t)u->units * sizeof *u->nominal_ranks);
  if (u->nominal_scores == NULL || u->nominal_ranks == NULL || inno__tree_copy(nominal->tree, a, &u->tree) != INNO_OK ||
      inno__names_copy(in->dataset->codes, a, &u->unit_codes) != INNO_OK)
    return inno__no_memory(error);
  if (has_errors(in->assumptions) && inno__dataset_copy(in->dataset, a, &u->dataset) != INNO_OK)
    return inno__no_memory(error);
  u->needed = inno__alloc(a, (size_t)(u->tree->count - u->tree->indicators));
  return u->needed != NULL ? INNO_OK : inno__no_memory(error);
}

static inno_status build(inno_uncertainty *u, const inno__uncertainty_input *in, const inno_method *nominal,
                         inno_error *error) {
  inno_status s = take_parts(u, in, nominal, error);
  if (s == INNO_OK) s = find_node(u, error);
  if (s == INNO_OK) s = find_period(u, in->dataset, error);
  if (s == INNO_OK) s = run_nominal(u, nominal, in->dataset, error);
  if (s == INNO_OK) s = inno__draws_compile(u, in, error);
  if (s == INNO_OK) s = inno__combinations_compile(u, in, nominal, error);
  if (s == INNO_OK) s = take_directions(u, error);
  if (s == INNO_OK) s = check_effects(u, error);
  if (s == INNO_OK) make_fingerprint(u);
  return s;
}

static inno_status create(const inno_allocator *allocator, const inno__uncertainty_input *in, inno_uncertainty **out,
                          inno_error *error) {
  inno_method *nominal = NULL;
  inno_uncertainty *u = inno__alloc(allocator, sizeof *u);
  if (u == NULL) return inno__no_memory(error);
  memset(u, 0, sizeof *u);
  u->allocator = *allocator;
  inno_status s = inno__uncertainty_read(in->options, &u->rule, error);
  if (s == INNO_OK && in->assumptions->count == 0)
    s = inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_UNCERTAINTY_NO_ASSUMPTION, NULL);
  if (s == INNO_OK)
    s = inno__method_create(allocator, in->tree, in->weights, in->schemes, in->scheme_count, &nominal, error);
  if (s == INNO_OK) s = build(u, in, nominal, error);
  inno__method_destroy(nominal);
  if (s == INNO_OK)
    *out = u;
  else
    inno__uncertainty_destroy(u);
  return s;
}

inno_status inno__uncertainty_create(const inno_allocator *allocator, const inno__uncertainty_input *in,
                                     inno_uncertainty **out, inno_error *error) {
  inno_scheme *schemes[INNO__DEFAULT_STEPS];
  inno__uncertainty_input with_default = *in;
  *out = NULL;
  if (in->scheme_count > 0) return create(allocator, in, out, error);
  inno_status s = inno__default_schemes(allocator, schemes, error);
  with_default.schemes = (const inno_scheme *const *)schemes;
  with_default.scheme_count = INNO__DEFAULT_STEPS;
  if (s == INNO_OK) s = create(allocator, &with_default, out, error);
  inno__default_schemes_destroy(schemes);
  return s;
}
