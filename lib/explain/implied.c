#include "explain/implied.h"

#include <math.h>

#include "base/block.h"
#include "base/checked.h"
#include "numeric/blend.h"
#include "numeric/decimal.h"
#include "numeric/linear.h"
#include "numeric/special.h"

/* Parts of an aggregate, and the share of each by the method; NaN = not known. */
typedef struct {
  int32_t k;
  int64_t node[INNO__PARTS_MOST];
  double share[INNO__PARTS_MOST];
} parts;

typedef struct {
  inno__verification *v;
  int64_t aggregate;
  int32_t rule;
  parts parts;
  inno__implied_table table;
  double *weights, *variance, *lower, *upper, *products, *differences, *spare;
  void *work;
} state;

static int32_t rule_of(const inno__verification *v, int64_t aggregate) {
  const inno__step *step = inno__verify_aggregation(v);
  return step != NULL ? step->rules.aggregate[aggregate].rule : INNO_AGGREGATE_ARITHMETIC;
}

static int any_printed(const inno_publication *p, int64_t node) {
  for (int64_t i = 0; p->nodes[node].score != NULL && i < p->n; i++)
    if (inno__is_printed(p, node, i)) return 1;
  return 0;
}

/* Puts the children of an aggregate in the place of one part; 0 = too many. */
static int expand(const inno__verification *v, parts *p, int32_t at, int64_t aggregate, double share) {
  const inno__tree *t = v->p->tree;
  const int64_t *child = t->children + t->first_child[aggregate];
  int64_t k = inno__child_count(t, aggregate);
  double sum = 0.0;
  if (p->k - 1 + k > INNO__PARTS_MOST) return 0;
  for (int32_t c = p->k - 1; c > at; c--) {
    p->node[c + k - 1] = p->node[c];
    p->share[c + k - 1] = p->share[c];
  }
  for (int64_t c = 0; c < k; c++) sum += v->method != NULL ? inno__verify_weight(v, child[c]) : inno__nan();
  for (int64_t c = 0; c < k; c++) {
    p->node[at + c] = child[c];
    p->share[at + c] = v->method != NULL ? share * (inno__verify_weight(v, child[c]) / sum) : inno__nan();
  }
  p->k += (int32_t)k - 1;
  return 1;
}

/* Its printed children, and in the place of one that was not printed its own. */
static inno_status find_parts(state *s) {
  const inno__verification *v = s->v;
  int64_t m = v->p->tree->indicators;
  parts *p = &s->parts;
  p->k = 1;
  if (s->rule != INNO_AGGREGATE_ARITHMETIC && s->rule != INNO_AGGREGATE_GEOMETRIC) return INNO_E_RULE;
  if (!expand(v, p, 0, s->aggregate, 1.0)) return INNO_E_SIZE;
  for (int32_t c = 0; c < p->k;) {
    if (any_printed(v->p, p->node[c])) {
      c++;
      continue;
    }
    if (p->node[c] < m) return INNO_E_NODATA;
    if (rule_of(v, p->node[c] - m) != s->rule) return INNO_E_RULE;
    if (!expand(v, p, c, p->node[c] - m, p->share[c])) return INNO_E_SIZE;
  }
  return INNO_OK;
}

static void place(state *s, inno__block *b) {
  size_t n = (size_t)s->v->p->n, k = (size_t)s->parts.k, columns = k + 1;
  inno__implied_table *t = &s->table;
  double *cells = inno__block_take(b, 3 * columns * n * sizeof *cells, 8);
  t->unit = inno__block_take(b, n * sizeof *t->unit, 8);
  t->value = inno__block_take(b, columns * sizeof *t->value, 8);
  t->low = inno__block_take(b, columns * sizeof *t->low, 8);
  t->high = inno__block_take(b, columns * sizeof *t->high, 8);
  for (size_t c = 0; b->base != NULL && c < columns; c++) {
    t->value[c] = cells + 3 * c * n;
    t->low[c] = t->value[c] + n;
    t->high[c] = t->low[c] + n;
  }
  s->weights = inno__block_take(b, k * sizeof *s->weights, 8);
  s->variance = inno__block_take(b, k * sizeof *s->variance, 8);
  s->lower = inno__block_take(b, k * sizeof *s->lower, 8);
  s->upper = inno__block_take(b, k * sizeof *s->upper, 8);
  s->spare = inno__block_take(b, k * sizeof *s->spare, 8);
  s->products = inno__block_take(b, k * k * sizeof *s->products, 8);
  s->differences = inno__block_take(b, k * k * sizeof *s->differences, 8);
  s->work = inno__block_take(b, inno__blend_work_size(s->parts.k), 8);
}

/* One cell of the table at its next row; 0 = it has no logarithm. */
static int take_cell(const state *s, int32_t column, int64_t node, int64_t unit) {
  const inno__printed *at = &s->v->p->nodes[node];
  const inno__implied_table *t = &s->table;
  double value = at->score[unit], low, high;
  inno__print_interval(value, at->decimals[unit], s->v->rule->rounding, &low, &high);
  if (s->rule == INNO_AGGREGATE_GEOMETRIC) {
    if (!(low > 0.0)) return 0;
    value = inno__log(value);
    low = inno__log(low);
    high = inno__log(high);
  }
  t->value[column][t->m] = value;
  t->low[column][t->m] = low;
  t->high[column][t->m] = high;
  return 1;
}

static void take_units(state *s) {
  const inno_publication *p = s->v->p;
  int64_t node = p->tree->indicators + s->aggregate;
  inno__implied_table *t = &s->table;
  t->k = s->parts.k;
  t->m = 0;
  for (int64_t i = 0; i < p->n; i++) {
    int whole = inno__is_printed(p, node, i) && take_cell(s, t->k, node, i);
    for (int32_t c = 0; whole && c < t->k; c++)
      whole = inno__is_printed(p, s->parts.node[c], i) && take_cell(s, c, s->parts.node[c], i);
    if (whole) t->unit[t->m++] = i;
  }
}

/* More digits than the programs can hold are not asked of them: no interval is narrower than 1e-9 of the largest
 * number; of a logarithm, than 1e-9. */
static void widen(const state *s) {
  const inno__implied_table *t = &s->table;
  double size = 0.0;
  for (int32_t c = 0; c <= t->k; c++)
    for (int64_t i = 0; i < t->m; i++) size = fabs(t->value[c][i]) > size ? fabs(t->value[c][i]) : size;
  double least = s->rule == INNO_AGGREGATE_GEOMETRIC ? 5e-10 : 5e-10 * size;
  for (int32_t c = 0; c <= t->k; c++)
    for (int64_t i = 0; i < t->m; i++) {
      double value = t->value[c][i];
      if (value - t->low[c][i] < least) t->low[c][i] = value - least;
      if (t->high[c][i] - value < least) t->high[c][i] = value + least;
    }
}

/* Cross products of the columns less the aggregate, and of the columns less the first; sums run over units in order. */
static void multiply(const state *s) {
  const inno__implied_table *t = &s->table;
  int32_t k = t->k;
  const double *y = t->value[k], *first = t->value[0];
  for (int32_t a = 0; a < k; a++)
    for (int32_t b = 0; b <= a; b++) {
      const double *x = t->value[a], *z = t->value[b];
      double sum = 0.0, between = 0.0;
      for (int64_t i = 0; i < t->m; i++) {
        sum += (x[i] - y[i]) * (z[i] - y[i]);
        between += (x[i] - first[i]) * (z[i] - first[i]);
      }
      s->products[a * k + b] = s->products[b * k + a] = sum;
      s->differences[a * k + b] = s->differences[b * k + a] = between;
    }
}

/* What least squares leave. */
typedef struct {
  double sum, worst;
  int64_t unit;
  int32_t free;
} rest;

static rest rest_of(const state *s) {
  const inno__implied_table *t = &s->table;
  rest r = {.unit = -1};
  for (int32_t c = 0; c < t->k; c++) r.free += s->weights[c] > 0.0;
  for (int64_t i = 0; i < t->m; i++) {
    double y = t->value[t->k][i], left = 0.0;
    for (int32_t c = 0; c < t->k; c++) left += s->weights[c] * (t->value[c][i] - y);
    left = -left;
    r.sum += left * left;
    if (r.unit >= 0 && !(fabs(left) > fabs(r.worst))) continue;
    r.worst = left;
    r.unit = t->unit[i];
  }
  return r;
}

static void set(const state *s, int32_t kind, int64_t record, int32_t field, double value) {
  inno__analysis_put(s->v->a, kind, record, field, value);
}

static inno_status say(const state *s, double excess) {
  const inno__verification *v = s->v;
  int64_t node = v->p->tree->indicators + s->aggregate;
  double farthest = 1e-7; /* what the ends of a weight are worth */
  int32_t part = -1;
  if (excess > 1e-6) return inno__verify_say(v, INNO_FINDING_WEIGHTS_NONE, node, -1, -1, excess, inno__nan());
  for (int32_t c = 0; c < s->parts.k; c++) {
    double share = s->parts.share[c], below = s->lower[c] - share, above = share - s->upper[c];
    double away = below > above ? below : above;
    if (!(away > farthest)) continue; /* also where a share or an end is not known */
    farthest = away;
    part = c;
  }
  if (part < 0) return INNO_OK;
  double share = s->parts.share[part];
  return inno__verify_say(v, INNO_FINDING_WEIGHTS_OTHER, node, s->parts.node[part], -1, share,
                          share < s->lower[part] ? s->lower[part] : s->upper[part]);
}

/* Where other weights are as good the error of one says nothing. */
static inno_status put_weights(const state *s, double sd, int unique) {
  int64_t first;
  inno_status status = inno__analysis_grow(s->v->a, INNO_RECORD_IMPLIED_WEIGHT, s->parts.k, &first, s->v->error);
  for (int32_t c = 0; status == INNO_OK && c < s->parts.k; c++) {
    const int32_t kind = INNO_RECORD_IMPLIED_WEIGHT;
    set(s, kind, first + c, INNO_FIELD_PARENT, (double)(s->v->p->tree->indicators + s->aggregate));
    set(s, kind, first + c, INNO_FIELD_NODE, (double)s->parts.node[c]);
    set(s, kind, first + c, INNO_FIELD_WEIGHT, s->weights[c]);
    set(s, kind, first + c, INNO_FIELD_STANDARD_ERROR, unique ? sd * sqrt(s->variance[c]) : inno__nan());
    set(s, kind, first + c, INNO_FIELD_LOWER, s->lower[c]);
    set(s, kind, first + c, INNO_FIELD_UPPER, s->upper[c]);
    set(s, kind, first + c, INNO_FIELD_SHARE, s->parts.share[c]);
  }
  return status;
}

static inno_status put(const state *s, int64_t record) {
  const int32_t kind = INNO_RECORD_IMPLIED;
  const inno__implied_table *t = &s->table;
  double excess;
  multiply(s);
  int best = inno__blend_fit(s->products, t->k, s->weights, s->variance, s->work);
  rest r = rest_of(s);
  int64_t degrees = t->m - (r.free - 1);
  double sd = degrees > 0 ? sqrt(r.sum / (double)degrees) : inno__nan();
  int32_t rank = inno__products_rank(s->differences, t->k, INNO__SINGULAR, s->spare);
  int unique = rank == t->k - 1;
  inno_status status = inno__implied_program(&s->v->a->allocator, t, s->weights, &excess, s->lower, s->upper);
  if (status == INNO_E_NOMEM) return inno__fail(s->v->error, status, INNO__MSG_NOMEM, NULL);
  set(s, kind, record, INNO_FIELD_COUNT, (double)t->m);
  set(s, kind, record, INNO_FIELD_RESIDUAL_SD, sd);
  set(s, kind, record, INNO_FIELD_RESIDUAL, r.worst);
  set(s, kind, record, INNO_FIELD_UNIT, (double)r.unit);
  set(s, kind, record, INNO_FIELD_MATRIX_RANK, rank);
  set(s, kind, record, INNO_FIELD_UNIQUE, unique);
  set(s, kind, record, INNO_FIELD_EXPLICABLE, status != INNO_OK ? -1.0 : excess <= 1e-6 ? 1.0 : 0.0);
  set(s, kind, record, INNO_FIELD_EXCESS, excess);
  set(s, kind, record, INNO_FIELD_STATUS, best ? status : INNO_E_CONVERGENCE);
  status = status == INNO_OK ? say(s, excess) : INNO_OK;
  return status == INNO_OK ? put_weights(s, sd, unique) : status;
}

/* An aggregate with printed scores: one record, whatever can be said. */
static inno_status imply(state *s, int64_t aggregate) {
  int64_t record;
  s->aggregate = aggregate;
  s->rule = rule_of(s->v, aggregate);
  inno_status unusable = find_parts(s);
  inno_status status = inno__analysis_grow(s->v->a, INNO_RECORD_IMPLIED, 1, &record, s->v->error);
  if (status != INNO_OK) return status;
  set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_NODE, (double)(s->v->p->tree->indicators + aggregate));
  set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_EXPLICABLE, -1.0);
  set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_STATUS, unusable);
  if (unusable != INNO_OK) return INNO_OK;
  set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_ITEMS, s->parts.k);
  inno__block b = {NULL, 0, 0};
  size_t bytes;
  if (!inno__mul_size((size_t)s->v->p->n, 3 * sizeof(double) * (INNO__PARTS_MOST + 1), &bytes))
    return inno__fail(s->v->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  place(s, &b);
  bytes = b.used;
  b = (inno__block){inno__alloc(&s->v->a->allocator, bytes), 0, bytes};
  if (b.base == NULL) return inno__fail(s->v->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  void *base = b.base;
  place(s, &b);
  take_units(s);
  widen(s);
  set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_COUNT, (double)s->table.m);
  if (s->table.m < 2)
    set(s, INNO_RECORD_IMPLIED, record, INNO_FIELD_STATUS, INNO_E_NODATA);
  else
    status = put(s, record);
  inno__free(&s->v->a->allocator, base, bytes);
  return status;
}

inno_status inno__implied(inno__verification *v) {
  state s = {.v = v};
  inno_status status = INNO_OK;
  for (int64_t a = 0; a < v->p->tree->count - v->p->tree->indicators && status == INNO_OK; a++)
    if (any_printed(v->p, v->p->tree->indicators + a)) status = imply(&s, a);
  return status;
}
