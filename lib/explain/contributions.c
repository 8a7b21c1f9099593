/* Points of a score, and of its distance to a reference. */
#include "explain/contributions.h"

#include <math.h>
#include <string.h>

#include "base/block.h"
#include "construct/rank.h"
#include "explain/owen.h"
#include "innoscore/contributions.h"
#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/quantile.h"

static const inno__field distance_fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(REFERENCE, "reference"),
    INNO__I64(REFERENCE_UNIT, "reference_unit"),
    INNO__I64(NODE, "node"),
    INNO__F64(RANK, "rank"),
    INNO__F64(SCORE, "score"),
    INNO__F64(REFERENCE_SCORE, "reference_score"),
    INNO__F64(DIFFERENCE, "difference"),
    INNO__F64(ROUNDING_LEFT, "rounding_left"),
    INNO__I64(SPLIT, "split"),
    INNO__I64(STATUS, "status"),
};
static const inno__field contribution_fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(REFERENCE, "reference"),
    INNO__I64(NODE, "node"),
    INNO__F64(VALUE, "value"),
    INNO__F64(REFERENCE_VALUE, "reference_value"),
    INNO__F64(CONTRIBUTION, "contribution"),
    INNO__F64(CONTRIBUTION_SHARE, "contribution_share"),
    INNO__I64(SPLIT, "split"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(CONTRIBUTION_UNIT, distance_fields),
    INNO__TABLE(CONTRIBUTION, contribution_fields),
};
const inno__record_kinds inno__contributions_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};

typedef struct {
  inno_analysis *a;
  const inno__contributions *ask;
  const inno_result *r;
  inno__owen *owen;
  inno__grouping groups; /* without labels: all units are one group */
  const double *score;   /* of the node, one a unit */
  double *rank, *place, *x, *y, *parts, *medians, *sorted;
  int64_t *holder, places, inner; /* units by place; nodes of the tree that is explained */
  void *work;
} job;

static int64_t group_count(const job *w) { return w->groups.label != NULL ? w->groups.count : 1; }

static void place(job *w, inno__block *b) {
  size_t n = (size_t)w->r->units, nodes = (size_t)w->r->tree->count, m = (size_t)w->r->tree->indicators;
  size_t ranks = inno__rank_units_work_size(w->r->units, 0), places = inno__rank_work_size(w->r->units);
  w->rank = inno__block_take(b, n * sizeof(double), 8);
  w->place = inno__block_take(b, n * sizeof(double), 8);
  w->holder = inno__block_take(b, n * sizeof *w->holder, 8);
  w->x = inno__block_take(b, m * sizeof(double), 8);
  w->y = inno__block_take(b, m * sizeof(double), 8);
  w->parts = inno__block_take(b, nodes * sizeof(double), 8);
  w->medians = inno__block_take(b, m * (size_t)group_count(w) * sizeof(double), 8);
  w->sorted = inno__block_take(b, 3 * n * sizeof(double), 8);
  w->work = inno__block_take(b, ranks > places ? ranks : places, 8);
}

static const double *column(const job *w, int64_t node) { return w->r->final[node] + w->ask->period * w->r->units; }

/* ---- references ---- */

/* Medians of every indicator in every group. */
static void find_medians(const job *w) {
  int64_t n = w->r->units, m = w->r->tree->indicators;
  for (int64_t g = 0; g < group_count(w); g++)
    for (int64_t j = 0; j < m; j++) {
      const double *x = column(w, j);
      double *peers = w->sorted + 2 * n;
      int64_t count = 0;
      for (int64_t i = 0; i < n; i++)
        if (w->groups.label == NULL || w->groups.label[i] == g) peers[count++] = x[i];
      w->medians[g * m + j] = inno__quantile(peers, count, 0.5, INNO__QUANTILE_R, w->sorted);
    }
}

/* Distinct scores from the lowest up: how many, the place of each unit's among them, and the first unit with each. */
static void find_places(job *w) {
  w->places = 0;
  inno__rank(w->score, w->r->units, 0, INNO__TIES_DENSE, w->place, w->work);
  for (int64_t i = w->r->units - 1; i >= 0; i--) {
    int64_t place = inno__is_missing(w->place[i]) ? 0 : (int64_t)w->place[i];
    if (place > 0) w->holder[place - 1] = i;
    w->places = place > w->places ? place : w->places;
  }
}

/* The first unit so many places above this one; -1 = none. */
static int64_t neighbor(const job *w, int64_t unit, int64_t above) {
  if (inno__is_missing(w->place[unit])) return -1;
  int64_t place = (int64_t)w->place[unit] + above;
  return place >= 1 && place <= w->places ? w->holder[place - 1] : -1;
}

/* The unit that a reference is; -1 = made up, or none. */
static int64_t reference_unit(const job *w, int64_t unit, int32_t reference) {
  switch (reference) {
    case INNO_REFERENCE_BEST:
      return w->places > 0 ? w->holder[w->places - 1] : -1;
    case INNO_REFERENCE_ABOVE:
      return neighbor(w, unit, 1);
    case INNO_REFERENCE_BELOW:
      return neighbor(w, unit, -1);
    case INNO_REFERENCE_UNIT:
      return w->ask->other;
    default:
      return -1;
  }
}

/* 0 = there is no such reference. */
static int take_reference(const job *w, int64_t unit, int32_t reference, int64_t other) {
  int64_t m = w->r->tree->indicators;
  int64_t group = w->groups.label != NULL ? w->groups.label[unit] : 0;
  if (reference == INNO_REFERENCE_BASELINE) {
    for (int64_t j = 0; j < m; j++) w->y[j] = inno__is_missing(w->x[j]) ? inno__nan() : w->ask->rule->baseline;
    return 1;
  }
  if (reference == INNO_REFERENCE_MEDIAN) {
    if (group >= 0) memcpy(w->y, w->medians + group * m, (size_t)m * sizeof *w->y);
    return group >= 0;
  }
  for (int64_t j = 0; j < m && other >= 0; j++) w->y[j] = column(w, j)[other];
  return other >= 0;
}

/* ---- one unit and reference ---- */

static void put(const job *w, int32_t table, int32_t field, int64_t record, double value) {
  inno__analysis_put(w->a, table, record, field, value);
}

static double largest_of(const job *w, double difference) {
  double largest = fabs(difference);
  for (int64_t j = 0; j <= w->ask->node; j++)
    if (w->owen->inside[j] && fabs(w->parts[j]) > largest) largest = fabs(w->parts[j]);
  return largest;
}

/* Parts that sum; what rounding left. */
static double settle(const job *w, double difference) {
  inno__owen_sum_up(w->owen, w->parts);
  double largest = largest_of(w, difference);
  double left = inno__owen_settle(w->parts, w->r->tree->indicators, difference, largest);
  inno__owen_sum_up(w->owen, w->parts);
  return left;
}

static void write_nodes(const job *w, int64_t unit, int32_t reference, int known, double difference, int64_t first) {
  static const int32_t table = INNO_RECORD_CONTRIBUTION;
  const inno__owen *o = w->owen;
  for (int64_t j = 0; j <= w->ask->node; j++) {
    if (!o->inside[j]) continue;
    put(w, table, INNO_FIELD_UNIT, first, (double)unit);
    put(w, table, INNO_FIELD_REFERENCE, first, reference);
    put(w, table, INNO_FIELD_NODE, first, (double)j);
    put(w, table, INNO_FIELD_VALUE, first, column(w, j)[unit]);
    put(w, table, INNO_FIELD_SPLIT, first, known ? o->split[j] : 0);
    if (known) {
      put(w, table, INNO_FIELD_REFERENCE_VALUE, first, o->y[j]);
      put(w, table, INNO_FIELD_CONTRIBUTION, first, w->parts[j]);
      put(w, table, INNO_FIELD_CONTRIBUTION_SHARE, first, difference != 0.0 ? w->parts[j] / difference : inno__nan());
    }
    first++;
  }
}

static void explain(const job *w, int64_t unit, int32_t reference, int64_t record, int64_t first) {
  static const int32_t table = INNO_RECORD_CONTRIBUTION_UNIT;
  int64_t other = reference_unit(w, unit, reference);
  inno__owen_report report = {.status = INNO_E_NODATA, .x = w->score[unit], .y = inno__nan()};
  if (take_reference(w, unit, reference, other))
    inno__owen_split(w->owen, w->r->tree->weight, w->x, w->y, w->parts, &report);
  double difference = report.x - report.y; /* NaN where a score is missing */
  if (difference - difference != 0.0) {
    if (report.status == INNO_OK) report.status = INNO_E_OVERFLOW;
    difference = inno__nan();
  }
  put(w, table, INNO_FIELD_UNIT, record, (double)unit);
  put(w, table, INNO_FIELD_REFERENCE, record, reference);
  put(w, table, INNO_FIELD_REFERENCE_UNIT, record, (double)other);
  put(w, table, INNO_FIELD_NODE, record, (double)w->ask->node);
  put(w, table, INNO_FIELD_RANK, record, w->rank[unit]);
  put(w, table, INNO_FIELD_SCORE, record, w->score[unit]);
  put(w, table, INNO_FIELD_REFERENCE_SCORE, record, report.y);
  put(w, table, INNO_FIELD_DIFFERENCE, record, difference);
  put(w, table, INNO_FIELD_SPLIT, record, report.status == INNO_OK ? report.split : 0);
  put(w, table, INNO_FIELD_STATUS, record, report.status);
  if (report.status == INNO_OK) put(w, table, INNO_FIELD_ROUNDING_LEFT, record, settle(w, difference));
  write_nodes(w, unit, reference, report.status == INNO_OK, difference, first);
}

/* ---- all of them ---- */

static inno_status find_groups(job *w, inno_error *error) {
  const char *name = w->ask->rule->group_name;
  if (name == NULL) return INNO_OK;
  int64_t g = inno__names_find(w->r->group_names, name);
  if (g < 0) return inno__fail(error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = name});
  w->groups = (inno__grouping){w->r->groups[g].label + w->ask->period * w->r->units, w->r->groups[g].count};
  return INNO_OK;
}

static inno_status explain_all(job *w, inno_error *error) {
  const int32_t references = w->ask->other >= 0 ? INNO_REFERENCE_UNIT : INNO_REFERENCE_MEDIAN;
  int64_t begin = w->ask->unit >= 0 ? w->ask->unit : 0, end = w->ask->unit >= 0 ? begin + 1 : w->r->units;
  int64_t record = 0, first = 0, count = (end - begin) * references;
  inno__rank_units(w->score, w->r->units, w->r->ties, NULL, w->rank, w->work);
  find_places(w);
  find_medians(w);
  for (int64_t j = 0; j <= w->ask->node; j++) w->inner += w->owen->inside[j];
  inno_status s = inno__analysis_grow(w->a, INNO_RECORD_CONTRIBUTION_UNIT, count, &record, error);
  if (s == INNO_OK) s = inno__analysis_grow(w->a, INNO_RECORD_CONTRIBUTION, count * w->inner, &first, error);
  for (int64_t i = begin; i < end && s == INNO_OK; i++) {
    for (int64_t j = 0; j < w->r->tree->indicators; j++) w->x[j] = column(w, j)[i];
    for (int32_t reference = 1; reference <= references; reference++, record++, first += w->inner)
      explain(w, i, reference, record, first);
  }
  return s;
}

inno_status inno__explain_contributions(inno_analysis *a, const inno_method *method, const inno_result *r,
                                        const inno__contributions *ask, inno_error *error) {
  job w = {.a = a, .ask = ask, .r = r};
  inno_status s = find_groups(&w, error);
  if (s == INNO_OK) s = inno__owen_create(&a->allocator, method, ask->node, &w.owen, error);
  if (s != INNO_OK) return s;
  inno__block b = {NULL, 0, 0};
  place(&w, &b);
  size_t count = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(a, count, error);
  if (block != NULL) {
    b = (inno__block){(unsigned char *)block, 0, b.used};
    place(&w, &b);
    w.score = column(&w, ask->node);
    s = explain_all(&w, error);
    inno__analysis_release(a, block, count);
  } else {
    s = INNO_E_NOMEM;
  }
  inno__owen_destroy(w.owen);
  return s;
}
