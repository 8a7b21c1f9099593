/* From where to where a value may go, and where that way is cut. */
#include <math.h>

#include "construct/denominate.h"
#include "explain/climb.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* The first treatment or normalization: what goes into it decides the ends. */
static int32_t first_rule(const inno_what_if *w) {
  int32_t k = 0;
  while (k < w->aggregation && w->method->steps[k].kind != INNO_STEP_TREAT &&
         w->method->steps[k].kind != INNO_STEP_NORMALIZE)
    k++;
  return k;
}

static const double *compared(const inno_what_if *w, int64_t indicator) {
  return inno__result_after(w->run->result, first_rule(w) - 1, indicator);
}

/* What a quotient is multiplied with to be the row's raw value; 1 without denominator; NaN where there is none. */
static double unit_of(const inno_what_if *w, int64_t indicator, int64_t row) {
  const inno__tree *t = w->method->tree;
  int32_t divisions = inno__method_divisions(w->method, first_rule(w), indicator);
  if (divisions == 0) return 1.0;
  double d = inno__column(&w->dataset->columns[w->run->denominator[t->denominator[indicator]]], 0)[row];
  double unit = inno__undenominate(1.0, d, t->scale[indicator], divisions);
  return unit != 0.0 ? unit : inno__nan();
}

/* ---- ends ---- */

/* Ends of what goes into the first rule, over the rows that have a figure of their own: what is imputed is no cap. */
static int64_t ends(const inno__climb *c, int64_t indicator, double *min, double *max) {
  const double *x = compared(c->w, indicator);
  const double *raw = inno__column(&c->w->dataset->columns[c->w->run->column[indicator]], 0);
  int64_t count = 0;
  *min = INFINITY;
  *max = -INFINITY;
  for (int64_t i = 0; i < c->w->run->result->rows; i++) {
    if (raw[i] != raw[i] || x[i] != x[i]) continue;
    count++;
    if (x[i] < *min) *min = x[i];
    if (x[i] > *max) *max = x[i];
  }
  return count;
}

/* In what goes into the first rule. NaN when no row has a value. */
static double default_cap(const inno__climb *c, int64_t indicator) {
  const inno__normalize_rule *bounds = inno__method_goalposts(c->w->method, indicator);
  double min, max;
  if (bounds != NULL) return bounds->direction > 0 ? bounds->upper : bounds->lower;
  if (ends(c, indicator, &min, &max) == 0) return inno__nan();
  double more = c->ask->rule->cap_ranges * (max - min);
  if (c->w->method->tree->direction[indicator] > 0) return max + more;
  return min >= 0.0 && min - more < 0.0 ? 0.0 : min - more;
}

static double least_good(const inno__climb *c, int64_t indicator) {
  double min, max;
  if (ends(c, indicator, &min, &max) == 0) return inno__nan();
  return c->w->method->tree->direction[indicator] > 0 ? min : max;
}

static inno_status refuse_cap(const inno__climb *c, const inno__climb_way *way, double cap, inno_error *error) {
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_CLIMB_CAP,
                    &(inno__where){.node = inno__names_at(c->w->method->tree->codes, way->indicator),
                                   .unit = inno__names_at(c->w->dataset->codes, c->ask->unit),
                                   .value = cap,
                                   .value2 = way->present});
}

inno_status inno__climb_way_of(const inno__climb *c, int64_t indicator, inno__climb_way *way, inno_error *error) {
  const double given = c->ask->caps != NULL ? c->ask->caps[indicator] : inno__nan();
  int64_t column = c->w->run->column[indicator];
  *way = (inno__climb_way){.indicator = indicator, .column = column, .unit = unit_of(c->w, indicator, c->row)};
  way->present = inno__column(&c->w->dataset->columns[column], 0)[c->row];
  way->sign = c->w->method->tree->direction[indicator] * (way->unit < 0.0 ? -1.0 : 1.0);
  way->from = way->sign * (way->present == way->present ? way->present : way->unit * least_good(c, indicator));
  way->to = way->sign * (given == given ? given : way->unit * default_cap(c, indicator));
  if (given == given && (given - given != 0.0 || way->to < way->sign * way->present))
    return refuse_cap(c, way, given, error);
  if (way->unit != way->unit || way->from != way->from || way->to - way->to != 0.0) {
    way->status = way->to == INFINITY ? INNO_E_OVERFLOW : INNO_E_NODATA;
    way->to = way->from;
    return INNO_OK;
  }
  if (way->to < way->from && way->present != way->present) way->from = way->to;
  if (way->to < way->from) way->to = way->from; /* better than the default cap already */
  return INNO_OK;
}

/* ---- cuts ---- */

enum { NEIGHBORS = 2, CUTS = 2 * NEIGHBORS + 1, OTHERS = 3 };

int64_t inno__climb_breaks_most(const inno_what_if *w) {
  return CUTS * (w->run->result->rows + OTHERS * w->method->step_count + 1);
}

typedef struct {
  const inno__climb_way *way;
  double *at;
  int64_t count;
} cuts;

/* A place in what goes into the first rule, with the doubles around it: division rounds. */
static void cut(cuts *c, double value) {
  double y = c->way->sign * (c->way->unit * value);
  if (y != y) return;
  const int64_t first = inno__ordinal(y) - NEIGHBORS;
  for (int k = 0; k < CUTS; k++) {
    y = inno__of_ordinal(first + k);
    if (y > c->way->from && y < c->way->to) c->at[c->count++] = y;
  }
}

/* Values that a rule itself names. */
static void cut_at_rules(const inno_what_if *w, cuts *c) {
  for (int32_t k = 0; k < w->aggregation; k++) {
    if (w->method->steps[k].kind != INNO_STEP_NORMALIZE) continue;
    const inno__normalize_rule *rule = &w->method->steps[k].rules.normalize[c->way->indicator];
    int bounds = rule->rule == INNO_NORMALIZE_FIXED_RANGE || rule->rule == INNO_NORMALIZE_GOALPOSTS;
    if (bounds) cut(c, rule->lower);
    if (bounds) cut(c, rule->upper);
    if (rule->rule == INNO_NORMALIZE_DISTANCE_TO_TARGET) cut(c, rule->target);
  }
}

int64_t inno__climb_breaks(const inno__climb *c, const inno__climb_way *way) {
  const double *x = compared(c->w, way->indicator);
  cuts found = {way, c->breaks, 0};
  int64_t kept = 0;
  for (int64_t i = 0; i < c->w->run->result->rows; i++)
    if (i != c->row) cut(&found, x[i]);
  cut_at_rules(c->w, &found);
  cut(&found, 0.0);
  inno__sort(found.at, found.count, c->breaks + c->breaks_most);
  for (int64_t i = 0; i < found.count; i++)
    if (kept == 0 || found.at[kept - 1] < found.at[i]) found.at[kept++] = found.at[i];
  return kept;
}
