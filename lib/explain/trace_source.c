/* Which values an imputed value was made from: the sums of the imputation, term by term. */
#include "explain/trace.h"

#include <math.h>

#include "construct/impute_donor.h"
#include "construct/impute_time.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* The value that is looked at. */
typedef struct {
  const inno__trace *t;
  const inno__step *step;
  const inno__impute_rule *rule;
  int32_t k;
  int64_t node, record; /* of the step */
  int64_t count;        /* sources so far */
  int64_t first, n;     /* rows of the frame */
} cell;

/* A value that takes part; the fields that are NaN are those that the rule does not have. */
typedef struct {
  int64_t node, row;
  double value, weight, distance, minimum, maximum, direction;
} source;

static inno_status add(cell *w, const source *from) {
  const inno__trace *t = w->t;
  int64_t i;
  inno_status s = inno__analysis_grow(t->a, INNO_RECORD_TRACE_SOURCE, 1, &i, t->error);
  if (s != INNO_OK) return s;
  const inno__cell cells[] = {
      {INNO_FIELD_NODE, (double)w->node},
      {INNO_FIELD_STEP, w->k},
      {INNO_FIELD_OTHER, (double)from->node},
      {INNO_FIELD_UNIT, (double)(from->row % t->r->units)},
      {INNO_FIELD_PERIOD, (double)inno__period_of(t->r, from->row)},
      {INNO_FIELD_VALUE, from->value},
      {INNO_FIELD_WEIGHT, from->weight},
      {INNO_FIELD_DONOR_DISTANCE, from->distance},
      {INNO_FIELD_MINIMUM, from->minimum},
      {INNO_FIELD_MAXIMUM, from->maximum},
      {INNO_FIELD_DIRECTION, from->direction},
  };
  inno__analysis_put_cells(t->a, INNO_RECORD_TRACE_SOURCE, i, cells, sizeof cells / sizeof cells[0]);
  w->count++;
  return INNO_OK;
}

static const double *column_before(const cell *w, int64_t node) { return inno__result_after(w->t->r, w->k - 1, node); }

static source plain(const cell *w, int64_t row, double weight) {
  const double nan = inno__nan();
  return (source){w->node, row, column_before(w, w->node)[row], weight, nan, nan, nan, nan};
}

static void put_source(const cell *w, int64_t row) {
  const inno__trace *t = w->t;
  inno__analysis_put(t->a, INNO_RECORD_TRACE_STEP, w->record, INNO_FIELD_SOURCE_UNIT,
                     row < 0 ? -1.0 : (double)(row % t->r->units));
  inno__analysis_put(t->a, INNO_RECORD_TRACE_STEP, w->record, INNO_FIELD_SOURCE_PERIOD,
                     row < 0 ? -1.0 : (double)inno__period_of(t->r, row));
}

/* ---- means and medians of the column, or of the unit's group ---- */

static inno_status add_column(cell *w) {
  const inno_result *r = w->t->r;
  int grouped = w->rule->rule == INNO_IMPUTE_GROUP_MEAN || w->rule->rule == INNO_IMPUTE_GROUP_MEDIAN;
  const int32_t *label = NULL;
  const double *x = column_before(w, w->node);
  inno_status s = INNO_OK;
  if (grouped)
    label = r->groups[inno__names_find(r->group_names, inno__names_at(w->step->texts, w->rule->group))].label;
  for (int64_t i = w->first; i < w->first + w->n && s == INNO_OK; i++) {
    if (x[i] != x[i] || (label != NULL && label[i] != label[w->t->row])) continue;
    const source from = plain(w, i, 1.0);
    s = add(w, &from);
  }
  return s;
}

/* ---- other periods of the unit ---- */

static inno_status add_line(cell *w, const double *series, int32_t from, int32_t to) {
  const inno_result *r = w->t->r;
  int64_t rows[] = {from * r->units + w->t->unit, to * r->units + w->t->unit};
  double share = 0.0;
  if (from != to && series[from] != series[to])
    share = (r->periods[w->t->period] - r->periods[from]) / (r->periods[to] - r->periods[from]);
  inno_status s = INNO_OK;
  for (int i = 0; i < (from == to ? 1 : 2) && s == INNO_OK; i++) {
    const source one = plain(w, rows[i], i == 0 ? 1.0 - share : share);
    s = add(w, &one);
  }
  return s;
}

static inno_status add_periods(cell *w) {
  const inno_result *r = w->t->r;
  size_t periods = (size_t)r->period_count, cells = 3 * periods;
  double any = w->rule->max_age != w->rule->max_age ? INFINITY : w->rule->max_age;
  const inno__time_rule rule = {w->rule->rule, any, w->rule->max_periods};
  double *scratch = inno__analysis_scratch(w->t->a, cells, w->t->error);
  if (scratch == NULL) return INNO_E_NOMEM;
  double *out = scratch + periods;
  int32_t *from = (int32_t *)(void *)(out + periods), *to = from + periods;
  for (size_t p = 0; p < periods; p++) scratch[p] = column_before(w, w->node)[(int64_t)p * r->units + w->t->unit];
  inno__impute_time(scratch, r->periods, r->period_count, 1, &rule, NULL, out, NULL, from, to);
  inno_status s = add_line(w, scratch, from[w->t->period], to[w->t->period]);
  inno__analysis_release(w->t->a, scratch, cells);
  return s;
}

/* ---- siblings ---- */

static int is_sibling(const cell *w, int64_t node) {
  const inno__tree *t = w->t->method->tree;
  return inno__tree_ancestor(t, node, w->step->sibling_level) ==
         inno__tree_ancestor(t, w->node, w->step->sibling_level);
}

static inno_status add_siblings(cell *w) {
  const inno__trace *t = w->t;
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < t->r->tree->indicators && s == INNO_OK; j++) {
    if (!is_sibling(w, j)) continue;
    const double *x = column_before(w, j), direction = w->step->oriented ? 1.0 : t->method->tree->direction[j];
    double low, high;
    int64_t count = 0;
    inno__range(x + w->first, w->n, &low, &high, &count);
    if (j == w->node) {
      inno__analysis_put(t->a, INNO_RECORD_TRACE_STEP, w->record, INNO_FIELD_MINIMUM, low);
      inno__analysis_put(t->a, INNO_RECORD_TRACE_STEP, w->record, INNO_FIELD_MAXIMUM, high);
    }
    if (!(low < high) || x[t->row] != x[t->row]) continue;
    const source from = {j, t->row, x[t->row], 1.0, inno__nan(), low, high, direction};
    s = add(w, &from);
  }
  return s;
}

/* ---- nearest neighbors ---- */

typedef struct {
  int64_t *who;
  double *distance, *weight;
  void *work;
} neighbors;

static inno_status add_neighbors(cell *w, const inno__family *f, const inno__donor_rule *rule, int32_t column,
                                 const neighbors *found) {
  inno__impute_donor_start(f, rule, found->work);
  int32_t count = inno__impute_donor_neighbors(f, rule, w->t->row - w->first, column, found->who, found->distance,
                                               found->weight, found->work);
  inno_status s = INNO_OK;
  for (int32_t i = 0; i < count && s == INNO_OK; i++) {
    source from = plain(w, w->first + found->who[i], found->weight[i]);
    from.distance = found->distance[i];
    s = add(w, &from);
  }
  return s;
}

/* The family as the step saw it: a unit that was left out has no values and so gives none. */
static inno_status add_nearest(cell *w) {
  const inno__trace *t = w->t;
  int32_t k = 0, column = 0;
  for (int64_t j = 0; j < t->r->tree->indicators; j++) k += is_sibling(w, j);
  const inno__donor_rule rule = {.rule = INNO_IMPUTE_NEAREST,
                                 .neighbors = w->rule->neighbors,
                                 .weighted = w->rule->weighting == INNO_WEIGHTING_DISTANCE,
                                 .min_overlap = w->rule->min_overlap};
  size_t most = (size_t)rule.neighbors, pointers = (size_t)k * sizeof(double *);
  size_t lists = most * (sizeof(int64_t) + 2 * sizeof(double)), work = inno__impute_donor_work_size(k, w->n, &rule);
  size_t bytes = work < SIZE_MAX - lists - pointers - (size_t)k ? lists + pointers + (size_t)k + work : SIZE_MAX;
  unsigned char *block = bytes < SIZE_MAX ? inno__alloc(&t->a->allocator, bytes + 8) : NULL;
  if (block == NULL) return inno__no_memory(t->error);
  neighbors found = {.who = (int64_t *)(void *)block};
  found.distance = (double *)(void *)(found.who + most);
  found.weight = found.distance + most;
  const double **columns = (const double **)(void *)(found.weight + most);
  found.work = (double *)(void *)(columns + k);
  unsigned char *fill = (unsigned char *)found.work + work; /* none: nothing is written */
  k = 0;
  for (int64_t j = 0; j < t->r->tree->indicators; j++) {
    if (!is_sibling(w, j)) continue;
    if (j == w->node) column = k;
    fill[k] = 0;
    columns[k++] = column_before(w, j) + w->first;
  }
  const inno__family f = {.x = columns, .k = k, .n = w->n, .fill = fill};
  inno_status s = add_neighbors(w, &f, &rule, column, &found);
  inno__free(&t->a->allocator, block, bytes + 8);
  return s;
}

/* ---- any rule ---- */

inno_status inno__trace_sources(const inno__trace *t, int32_t k, int64_t node, int64_t record, int *compares) {
  const inno__step_result *kept = &t->r->steps[k];
  cell w = {.t = t, .step = &t->method->steps[k], .k = k, .node = node, .record = record};
  inno_status s = INNO_OK;
  if (!(kept->marks[node * t->r->rows + t->row] & INNO_MARK_IMPUTED)) return INNO_OK;
  if (t->r->held & INNO__HELD_IMPUTATION) { /* the figures that made it may be others now */
    *compares = 1;
    return INNO_OK;
  }
  w.rule = &w.step->rules.impute[node];
  int64_t row = kept->sources != NULL ? kept->sources[node * t->r->rows + t->row] : -1;
  inno__trace_span(t, w.rule->frame, 0.0, &w.first, &w.n);
  put_source(&w, row);
  switch (w.rule->rule) {
    case INNO_IMPUTE_REGRESSION:
    case INNO_IMPUTE_EM:
      *compares = 1;
      break;
    case INNO_IMPUTE_SIBLING_MEAN:
      s = add_siblings(&w);
      break;
    case INNO_IMPUTE_NEAREST:
      s = add_nearest(&w);
      break;
    case INNO_IMPUTE_HOT_DECK:
    case INNO_IMPUTE_HOT_DECK_SEQUENTIAL: {
      const source from = plain(&w, row, 1.0);
      s = add(&w, &from);
      break;
    }
    default:
      s = inno__impute_is_over_time(w.rule->rule) ? add_periods(&w) : add_column(&w);
  }
  inno__analysis_put(t->a, INNO_RECORD_TRACE_STEP, record, INNO_FIELD_SOURCES, (double)w.count);
  return s;
}
