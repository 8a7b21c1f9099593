/* What a self-check looks at, and the way through it. */
#include "explain/check.h"

#include <string.h>

#include "base/checked.h"
#include "construct/denominate.h"
#include "numeric/missing.h"

double inno__check_before(const inno__checking *c, const inno__checked *k, int64_t unit) {
  if (k->before < 0 || c->row_before[unit] < 0) return inno__nan();
  return inno__column(&c->before->columns[k->before], 0)[c->row_before[unit]];
}

double inno__check_raw(const inno__checking *c, const inno__checked *k, int64_t unit, double value) {
  double by = k->divisions > 0 ? inno__check_now(c, &c->columns[k->scaled_by])[unit] : 1.0;
  return inno__undenominate(value, by, k->scale, k->divisions);
}

/* ---- memory ---- */

static void place(inno__checking *c, inno__block *b) {
  size_t n = (size_t)c->n, labels = (size_t)c->labels;
  size_t denominators = (size_t)inno__names_count(c->method->tree->denominators);
  size_t columns = denominators + (size_t)c->method->tree->indicators;
  c->columns = inno__block_take(b, columns * sizeof *c->columns, 8);
  c->label = inno__block_take(b, n * sizeof *c->label, 8);
  c->order = inno__block_take(b, n * sizeof *c->order, 8);
  c->start = inno__block_take(b, (labels + 1) * sizeof *c->start, 8);
  c->row_before = inno__block_take(b, n * sizeof *c->row_before, 8);
  c->peers = inno__block_take(b, labels * sizeof *c->peers, 8);
  c->compared = inno__block_take(b, n * sizeof(double), 8);
  c->size = inno__block_take(b, n * sizeof(double), 8);
  c->ratio = inno__block_take(b, n * sizeof(double), 8);
  c->gathered = inno__block_take(b, n * sizeof(double), 8);
  c->work = inno__block_take(b, 2 * n * sizeof(double), 8);
  size_t marks = SIZE_MAX;
  (void)inno__mul_size(denominators, n, &marks);
  c->slipped = inno__block_take(b, marks, 8);
}

static inno_status take_memory(inno__checking *c) {
  inno__block b = {NULL, 0, 0};
  place(c, &b);
  c->block = inno__alloc(&c->a->allocator, b.used);
  if (c->block == NULL) return inno__no_memory(c->error);
  c->block_bytes = b.used;
  memset(c->block, 0, b.used);
  b = (inno__block){c->block, 0, b.used};
  place(c, &b);
  return INNO_OK;
}

/* ---- units ---- */

static const inno__grouping *grouping_of(const inno__checking *c, inno_status *s) {
  const char *name = c->rule->group_name;
  if (name == NULL) return NULL;
  int64_t g = inno__names_find(c->data->group_names, name);
  if (g < 0) {
    *s = inno__fail(c->error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = name});
    return NULL;
  }
  return &c->data->groups[g];
}

/* Units sorted by label, those of a label in their order. */
static void take_labels(inno__checking *c, const inno__grouping *g) {
  for (int64_t i = 0; i < c->n; i++) {
    c->label[i] = g != NULL ? g->label[c->first + i] : 0;
    if (c->label[i] >= 0) c->start[c->label[i] + 1]++;
  }
  for (int64_t l = 0; l < c->labels; l++) c->start[l + 1] += c->start[l];
  for (int64_t l = c->labels; l > 0; l--) c->start[l] = c->start[l - 1]; /* each moves on to the next start below */
  for (int64_t i = 0; i < c->n; i++)
    if (c->label[i] >= 0) c->order[c->start[c->label[i] + 1]++] = i;
}

static void match_units(const inno__checking *c) {
  for (int64_t i = 0; i < c->n; i++) {
    const char *code = inno__names_at(c->data->codes, i);
    int64_t there = c->before != NULL ? inno__names_find_near(c->before->codes, code, i) : -1;
    c->row_before[i] = there < 0 ? -1 : c->first_before + there;
  }
}

/* ---- columns ---- */

static double possible(const inno__checking *c, const char *code, int32_t key) {
  const inno__setting *s = c->options != NULL ? inno__scheme_resolve(c->options, code, 0, key, NULL) : NULL;
  return s != NULL ? s->number : inno__nan();
}

static inno_status add_column(inno__checking *c, const char *code, int64_t node) {
  const double nan = inno__nan();
  inno__checked k = {.node = node, .before = -1, .scaled_by = -1, .bottom = nan, .top = nan};
  k.column = inno__names_find(c->data->column_codes, code);
  if (c->before != NULL) k.before = inno__names_find(c->before->column_codes, code);
  k.lower = possible(c, code, INNO_KEY_EXPLAIN_POSSIBLE_LOWER);
  k.upper = possible(c, code, INNO_KEY_EXPLAIN_POSSIBLE_UPPER);
  c->columns[c->column_count++] = k;
  if (!(k.lower > k.upper)) return INNO_OK;
  return inno__fail(c->error, INNO_E_VALUE, INNO__MSG_CHECK_BOUNDS,
                    &(inno__where){.node = code, .value = k.lower, .value2 = k.upper});
}

/* A column that divides and is an indicator too is looked at once, as a denominator. */
static int64_t position_of(const inno__checking *c, int64_t column) {
  int64_t at = 0;
  while (at < c->column_count && c->columns[at].column != column) at++;
  return at < c->column_count ? at : -1;
}

static inno_status add_denominators(inno__checking *c) {
  const inno__tree *t = c->method->tree;
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < t->indicators && s == INNO_OK; j++) {
    if (inno__method_divisions(c->method, c->method->step_count, j) == 0) continue;
    const char *code = inno__names_at(t->denominators, t->denominator[j]);
    if (position_of(c, inno__names_find(c->data->column_codes, code)) >= 0) continue;
    int64_t node = inno__names_find(c->a->nodes, code);
    if (node < 0) node = inno__names_add(c->a->nodes, code);
    s = node >= 0 ? add_column(c, code, node) : inno__no_memory(c->error);
  }
  c->denominator_count = c->column_count;
  return s;
}

static inno_status add_indicators(inno__checking *c) {
  const inno__tree *t = c->method->tree;
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < t->indicators && s == INNO_OK; j++) {
    const char *code = inno__names_at(t->codes, j);
    int64_t at = position_of(c, inno__names_find(c->data->column_codes, code));
    if (at < 0) {
      at = c->column_count;
      s = add_column(c, code, j);
    }
    inno__checked *k = &c->columns[at];
    k->divisions = inno__method_divisions(c->method, c->method->step_count, j);
    if (k->divisions > 0) {
      const char *by = inno__names_at(t->denominators, t->denominator[j]);
      k->scaled_by = position_of(c, inno__names_find(c->data->column_codes, by));
      k->scale = t->scale[j];
    }
    const inno__normalize_rule *bounds = inno__method_goalposts(c->method, j);
    if (bounds != NULL) {
      k->bottom = bounds->lower;
      k->top = bounds->upper;
    }
  }
  return s;
}

/* Bounds for a code that is no column would be ignored: they are refused. */
static inno_status check_codes(const inno__checking *c) {
  for (int64_t i = 0; c->options != NULL && i < inno__names_count(c->options->codes); i++) {
    const char *code = inno__names_at(c->options->codes, i);
    if (c->options->heads[i] < 0 || position_of(c, inno__names_find(c->data->column_codes, code)) >= 0) continue;
    return inno__fail(c->error, INNO_E_CODE, INNO__MSG_CHECK_CODE, &(inno__where){.node = code, .what = code});
  }
  return INNO_OK;
}

/* ---- all of it ---- */

inno_status inno__check(inno__checking *c) {
  inno_status s = INNO_OK;
  const inno__grouping *g = grouping_of(c, &s);
  c->labels = g != NULL ? g->count : 1;
  if (s == INNO_OK) s = take_memory(c);
  if (s == INNO_OK) {
    take_labels(c, g);
    match_units(c);
    s = add_denominators(c);
  }
  if (s == INNO_OK) s = add_indicators(c);
  if (s == INNO_OK) s = check_codes(c);
  for (int64_t k = 0; k < c->denominator_count && s == INNO_OK; k++) s = inno__check_column(c, k);
  if (s == INNO_OK) s = inno__check_moved(c);
  for (int64_t k = c->denominator_count; k < c->column_count && s == INNO_OK; k++) s = inno__check_column(c, k);
  if (s == INNO_OK && c->w != NULL) s = inno__check_gaps(c);
  inno__free(&c->a->allocator, c->block, c->block_bytes);
  return s;
}
