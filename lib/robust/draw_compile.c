/* From what was said to what is drawn: nodes and values are found, and what cannot have an effect is refused. */
#include <string.h>

#include "base/block.h"
#include "base/error.h"
#include "numeric/moments.h"
#include "robust/draw.h"

typedef struct {
  inno_uncertainty *u;
  const inno__uncertainty_input *in;
  const inno__assumption *said;
  inno__draw *d;
  int64_t number; /* of the assumption */
  int64_t *owner; /* of each node's weight: number of an assumption, -1 = none */
  inno_error *error;
} job;

static inno_status fail(const job *w, inno_status status, int32_t message, inno__where where) {
  where.number = (double)(w->number + 1); /* sentences count from 1 */
  where.list = inno__assumption_name(w->said->kind);
  return inno__fail(w->error, status, message, &where);
}

static const char *code_of(const job *w, int64_t node) { return inno__names_at(w->u->tree->codes, node); }

/* ---- memory: measured, taken, placed ---- */

static void place(inno__draw *d, inno__block *b) {
  size_t n = (size_t)d->count;
  int choice = inno__is_choice(d->kind), error = d->kind == INNO_ASSUME_ERROR;
  if (choice) d->until = inno__block_take(b, n * sizeof *d->until, 8);
  if (!error) d->nodes = inno__block_take(b, n * sizeof *d->nodes, 8);
  if (error) d->rows = inno__block_take(b, n * sizeof *d->rows, 8);
  if (!choice) d->lower = inno__block_take(b, n * sizeof *d->lower, 8);
  if (!choice) d->upper = inno__block_take(b, n * sizeof *d->upper, 8);
  if (d->kind == INNO_ASSUME_BOUNDED) d->bounded = inno__block_take(b, inno__bounded_size((int32_t)n), 8);
}

static inno_status take(const job *w, int64_t count) {
  inno__block b = {NULL, 0, 0};
  w->d->count = count;
  place(w->d, &b);
  w->d->memory = b.used > SIZE_MAX / 2 ? NULL : inno__alloc(&w->u->allocator, b.used);
  if (w->d->memory == NULL) return fail(w, INNO_E_NOMEM, INNO__MSG_NOMEM, (inno__where){0});
  w->d->bytes = b.used;
  memset(w->d->memory, 0, b.used);
  b = (inno__block){w->d->memory, 0, b.used};
  place(w->d, &b);
  return INNO_OK;
}

/* ---- nodes ---- */

static inno_status find(const job *w, int64_t which, int64_t *node) {
  const char *code = inno__names_at(w->said->codes, which);
  *node = inno__names_find(w->u->tree->codes, code);
  if (*node >= 0) return INNO_OK;
  return fail(w, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, (inno__where){.node = code, .what = code});
}

static int64_t family_of(const inno__tree *t, int64_t node) {
  return t->parent[node] < 0 ? -1 : t->parent[node] - t->indicators;
}

/* A node whose weight says something: it has siblings. */
static inno_status check_siblings(const job *w, int64_t node) {
  const inno__tree *t = w->u->tree;
  int64_t a = family_of(t, node);
  if (a >= 0 && inno__child_count(t, a) >= 2) return INNO_OK;
  return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_ALONE, (inno__where){.node = code_of(w, node)});
}

static inno_status own(const job *w, int64_t node) {
  if (w->owner[node] >= 0)
    return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_TWICE,
                (inno__where){.node = code_of(w, node), .count = w->owner[node] + 1});
  w->owner[node] = w->number;
  return INNO_OK;
}

/* ---- choices ---- */

static void fill_until(const inno__draw *d, const double *probabilities) {
  double sum = 0.0;
  for (int64_t i = 0; i < d->count; i++) {
    sum += probabilities != NULL ? probabilities[i] : 1.0 / (double)d->count;
    d->until[i] = sum;
  }
  d->until[d->count - 1] = 1.0;
}

static inno_status compile_schemes(const job *w) {
  const inno__assumption *said = w->said;
  if (said->position >= w->in->scheme_count)
    return fail(w, INNO_E_ARGUMENT, INNO__MSG_ASSUME_POSITION,
                (inno__where){.value = (double)said->position, .count = w->in->scheme_count});
  int32_t step = w->in->schemes[said->position]->entry->step;
  if (said->schemes[0]->entry->step != step)
    return fail(w, INNO_E_ARGUMENT, INNO__MSG_ASSUME_STEP,
                (inno__where){.value = (double)said->position,
                              .given = said->schemes[0]->entry->section,
                              .what = inno__step_find(step)->section});
  for (int64_t a = 0; a < w->number; a++) {
    const inno__assumption *other = &w->in->assumptions->list[a];
    if (other->kind == INNO_ASSUME_SCHEMES && other->position == said->position)
      return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_TWICE,
                  (inno__where){.node = inno__step_find(step)->section, .count = a + 1});
  }
  inno_status s = take(w, said->count);
  if (s == INNO_OK) fill_until(w->d, said->probabilities);
  return s;
}

/* 1 = both give every node the same share. */
static int same_shares(const double *one, const double *other, int64_t count) {
  for (int64_t j = 0; j < count; j++)
    if (one[j] != other[j]) return 0;
  return 1;
}

static inno_status compile_sets(const job *w) {
  inno_uncertainty *u = w->u;
  const inno__tree *t = u->tree;
  int64_t n = t->count, count = w->said->count;
  inno_status s = take(w, count);
  if (s != INNO_OK) return s;
  fill_until(w->d, w->said->probabilities);
  for (int64_t j = 0; j + 1 < n && s == INNO_OK; j++) s = own(w, j);
  if (s != INNO_OK) return s;
  u->sets = inno__alloc(&u->allocator, (size_t)(count * n) * sizeof *u->sets);
  double *shares = inno__alloc(&u->allocator, (size_t)((count + 1) * n) * sizeof *shares);
  if (u->sets != NULL) u->set_count = count;
  if (u->sets == NULL || shares == NULL) s = fail(w, INNO_E_NOMEM, INNO__MSG_NOMEM, (inno__where){0});
  for (int64_t i = 0; i < count && s == INNO_OK; i++) {
    s = inno__weights_spread(w->said->sets[i], t, u->sets + i * n, shares + i * n, shares + count * n, w->error);
    for (int64_t k = 0; k < i && s == INNO_OK; k++)
      if (same_shares(shares + k * n, shares + i * n, n))
        s = fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_EQUAL, (inno__where){.value = (double)(k + 1), .count = i + 1});
  }
  inno__free(&u->allocator, shares, (size_t)((count + 1) * n) * sizeof *shares);
  return s;
}

/* Below the node whose scores are ranked. */
static int is_below(const inno_uncertainty *u, int64_t node) {
  for (node = u->tree->parent[node]; node >= 0; node = u->tree->parent[node])
    if (node == u->node) return 1;
  return 0;
}

static inno_status compile_removal(const job *w) {
  int64_t count = w->said->count;
  inno_status s = take(w, count + w->said->none);
  for (int64_t i = 0; i < count && s == INNO_OK; i++) {
    s = find(w, i, &w->d->nodes[i]);
    if (s == INNO_OK) s = check_siblings(w, w->d->nodes[i]);
    if (s == INNO_OK && !is_below(w->u, w->d->nodes[i]))
      s = fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_ELSEWHERE,
               (inno__where){.node = code_of(w, w->d->nodes[i]), .what = code_of(w, w->u->node)});
  }
  for (int64_t a = 0; a < w->number && s == INNO_OK; a++)
    if (w->in->assumptions->list[a].kind == INNO_ASSUME_REMOVAL)
      s = fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_REMOVALS, (inno__where){.count = a + 1});
  if (s != INNO_OK) return s;
  if (w->said->none) w->d->nodes[count] = -1;
  fill_until(w->d, NULL);
  return INNO_OK;
}

/* ---- weights ---- */

static inno_status compile_range(const job *w) {
  int64_t node = 0;
  inno_status s = find(w, 0, &node);
  if (s == INNO_OK) s = check_siblings(w, node);
  if (s == INNO_OK) s = own(w, node);
  if (s == INNO_OK) s = take(w, 1);
  if (s != INNO_OK) return s;
  w->d->code = w->d->nodes[0] = node;
  w->d->lower[0] = w->said->lower[0];
  w->d->upper[0] = w->said->upper[0];
  return INNO_OK;
}

/* 1 = noise changes it: it has siblings and a weight. */
static int is_noisy(const inno__tree *t, int64_t node, int32_t level) {
  int64_t a = family_of(t, node);
  return t->level[node] == level && a >= 0 && inno__child_count(t, a) >= 2 && t->weight[node] > 0.0;
}

static inno_status compile_noise(const job *w) {
  const inno__tree *t = w->u->tree;
  int64_t count = 0;
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < t->count; j++) count += is_noisy(t, j, w->said->level);
  if (count == 0) return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_LEVEL, (inno__where){.count = w->said->level});
  s = take(w, count);
  for (int64_t j = 0, k = 0; j < t->count && s == INNO_OK; j++) {
    if (!is_noisy(t, j, w->said->level)) continue;
    s = own(w, j);
    w->d->nodes[k] = j;
    w->d->lower[k] = t->weight[j];
    w->d->upper[k] = t->weight[j] * w->said->size;
    k++;
  }
  return s;
}

/* The children in the order of the assumption, or of the tree. */
static inno_status take_children(const job *w, int64_t a) {
  const inno__tree *t = w->u->tree;
  const int64_t *child = t->children + t->first_child[a];
  int64_t k = inno__child_count(t, a);
  int named = inno__names_count(w->said->codes) > 1;
  if (named && w->said->count != k)
    return fail(w, INNO_E_ARGUMENT, INNO__MSG_ASSUME_CHILDREN,
                (inno__where){.node = code_of(w, t->indicators + a), .count = k, .value = (double)w->said->count});
  inno_status s = take(w, k);
  for (int64_t c = 0; c < k && s == INNO_OK; c++) {
    w->d->nodes[c] = child[c];
    if (named) s = find(w, 1 + c, &w->d->nodes[c]);
    if (s == INNO_OK && family_of(t, w->d->nodes[c]) != a)
      s = fail(w, INNO_E_CODE, INNO__MSG_ASSUME_NO_CHILD,
               (inno__where){.node = code_of(w, t->indicators + a), .what = code_of(w, w->d->nodes[c])});
    if (s == INNO_OK) s = own(w, w->d->nodes[c]);
  }
  return s;
}

static inno_status compile_dirichlet(const job *w) {
  const inno__tree *t = w->u->tree;
  for (int64_t c = 0; c < w->d->count; c++) {
    int64_t node = w->d->nodes[c];
    w->d->lower[c] = w->said->size * t->share[node];
    if (!(t->share[node] > 0.0))
      return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_ZERO, (inno__where){.node = code_of(w, node)});
    if (!(w->d->lower[c] >= 1e-300 && w->d->lower[c] <= 5e9)) /* what its quantiles are computed for */
      return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_CONCENTRATION,
                  (inno__where){.node = code_of(w, node), .value = w->said->size, .value2 = w->d->lower[c]});
  }
  return INNO_OK;
}

static inno_status compile_bounded(const job *w) {
  inno__draw *d = w->d;
  memcpy(d->lower, w->said->lower, (size_t)d->count * sizeof *d->lower);
  memcpy(d->upper, w->said->upper, (size_t)d->count * sizeof *d->upper);
  if (inno__bounded_make(d->bounded, d->lower, d->upper, (int32_t)d->count)) return INNO_OK;
  return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_UNEVEN, (inno__where){.node = code_of(w, d->code)});
}

static inno_status compile_family(const job *w) {
  const inno__tree *t = w->u->tree;
  inno__draw *d = w->d;
  int64_t parent = 0;
  inno_status s = find(w, 0, &parent);
  if (s != INNO_OK) return s;
  d->code = parent;
  if (parent < t->indicators)
    return fail(w, INNO_E_VALUE, INNO__MSG_NOT_AGGREGATE, (inno__where){.node = code_of(w, parent), .what = "weights"});
  int64_t a = parent - t->indicators;
  if (inno__child_count(t, a) < 2)
    return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_ALONE,
                (inno__where){.node = code_of(w, t->children[t->first_child[a]])});
  s = take_children(w, a);
  if (s != INNO_OK) return s;
  d->scale = 0.0;
  for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) d->scale += t->weight[t->children[c]];
  if (d->kind == INNO_ASSUME_DIRICHLET) return compile_dirichlet(w);
  return d->kind == INNO_ASSUME_BOUNDED ? compile_bounded(w) : INNO_OK;
}

/* ---- values ---- */

/* What one unit of the law adds to a value. */
static double spread_of(const inno__assumption *said, double x, double sd) {
  if (said->law == INNO_ERROR_LOGNORMAL) return x != 0.0 ? said->size : 0.0;
  double of = said->measure == INNO_ERROR_RELATIVE ? (x < 0.0 ? -x : x) : said->measure == INNO_ERROR_SD ? sd : 1.0;
  return said->size * of;
}

static inno_status compile_error(const job *w) {
  inno__draw *d = w->d;
  const inno_dataset *data = w->in->dataset;
  int64_t unit = -1, count = 0, effects = 0;
  inno_status s = find(w, 0, &d->code);
  if (s != INNO_OK) return s;
  const char *code = code_of(w, d->code);
  if (d->code >= w->u->tree->indicators)
    return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_NO_INDICATOR, (inno__where){.node = code});
  d->column = inno__names_find(data->column_codes, code); /* there: the nominal method has run */
  if (w->said->unit != NULL && (unit = inno__names_find(data->codes, inno__names_at(w->said->unit, 0))) < 0)
    return fail(w, INNO_E_CODE, INNO__MSG_UNKNOWN_UNIT,
                (inno__where){.node = code, .what = inno__names_at(w->said->unit, 0)});
  for (int64_t a = 0; a < w->number; a++)
    if (w->u->draws[a].kind == INNO_ASSUME_ERROR && w->u->draws[a].column == d->column &&
        (unit < 0 || w->in->assumptions->list[a].unit == NULL ||
         strcmp(inno__names_at(w->in->assumptions->list[a].unit, 0), inno__names_at(data->codes, unit)) == 0))
      return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_TWICE, (inno__where){.node = code, .count = a + 1});
  const double *x = inno__column(&data->columns[d->column], 0);
  for (int64_t i = 0; i < data->rows; i++) count += x[i] == x[i] && (unit < 0 || i % data->units == unit);
  if (count == 0) return fail(w, INNO_E_NODATA, INNO__MSG_ASSUME_NO_VALUES, (inno__where){.node = code});
  s = take(w, count);
  if (s != INNO_OK) return s;
  inno__moments m;
  inno__moments_of(x, data->rows, &m);
  double sd = inno__sd(&m);
  for (int64_t i = 0, k = 0; i < data->rows; i++) {
    if (x[i] != x[i] || (unit >= 0 && i % data->units != unit)) continue;
    d->rows[k] = i;
    d->lower[k] = x[i];
    d->upper[k] = spread_of(w->said, x[i], sd);
    effects += d->upper[k++] > 0.0;
  }
  d->law = w->said->law;
  if (effects > 0) return INNO_OK;
  return fail(w, INNO_E_VALUE, INNO__MSG_ASSUME_NO_SPREAD, (inno__where){.node = code});
}

/* ---- all of them ---- */

static inno_status compile(const job *w) {
  switch (w->d->kind) {
    case INNO_ASSUME_SCHEMES:
      return compile_schemes(w);
    case INNO_ASSUME_WEIGHT_SETS:
      return compile_sets(w);
    case INNO_ASSUME_WEIGHT_RANGE:
      return compile_range(w);
    case INNO_ASSUME_WEIGHT_NOISE:
      return compile_noise(w);
    case INNO_ASSUME_REMOVAL:
      return compile_removal(w);
    case INNO_ASSUME_ERROR:
      return compile_error(w);
    default:
      return compile_family(w);
  }
}

static int64_t dimensions_of(const inno__draw *d) {
  if (inno__is_choice(d->kind)) return 1;
  return inno__is_family(d->kind) && d->kind != INNO_ASSUME_DIRICHLET ? d->count - 1 : d->count;
}

static inno_status compile_all(job *w) {
  inno_uncertainty *u = w->u;
  for (w->number = 0; w->number < w->in->assumptions->count; w->number++) {
    w->said = &w->in->assumptions->list[w->number];
    w->d = &u->draws[w->number];
    w->d->kind = w->said->kind;
    w->d->code = -1;
    w->d->scale = 1.0;
    inno_status s = compile(w);
    if (s != INNO_OK) return s;
    w->d->first_dimension = u->dimensions;
    w->d->first_parameter = u->parameters;
    w->d->dimensions = dimensions_of(w->d);
    w->d->parameters = inno__is_choice(w->d->kind) ? 1 : w->d->count;
    u->dimensions += w->d->dimensions;
    u->parameters += w->d->parameters;
  }
  return INNO_OK;
}

inno_status inno__draws_compile(inno_uncertainty *u, const inno__uncertainty_input *in, inno_error *error) {
  size_t owners = (size_t)u->tree->count;
  int64_t count = in->assumptions->count;
  job w = {.u = u, .in = in, .error = error};
  w.owner = inno__alloc(&u->allocator, owners * sizeof *w.owner);
  u->draws = inno__alloc(&u->allocator, (size_t)count * sizeof *u->draws);
  if (u->draws != NULL) {
    memset(u->draws, 0, (size_t)count * sizeof *u->draws);
    u->draw_count = count;
  }
  inno_status s = INNO_OK;
  if (w.owner == NULL || u->draws == NULL) {
    s = inno__no_memory(error);
  } else {
    for (size_t j = 0; j < owners; j++) w.owner[j] = -1;
    s = compile_all(&w);
  }
  inno__free(&u->allocator, w.owner, owners * sizeof *w.owner);
  return s;
}
