/* The figures of the new units. Sums run in the order of the old units, whatever the order of the map. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/block.h"
#include "base/text.h"
#include "construct/regroup.h"
#include "numeric/missing.h"

/* One figure in the making. */
typedef struct {
  double sum, weight; /* sum(share w x) and sum(share w); of a ratio the two sums */
  double low, high;   /* of what went into a mean */
  int64_t parts, missing;
} figure;

typedef struct {
  const inno__regroup_task *t;
  int64_t units;   /* new ones */
  figure *figures; /* one a new unit */
  int64_t *start;  /* first row of each unit of the dataset */
  int64_t *place;  /* new unit of each row */
  int64_t *label;  /* of a grouping, one a new unit */
  int64_t *spoke;  /* old unit that gave the label, -1 = none so far */
  void *block;
  size_t bytes;
} run;

static void place_run(run *w, inno__block *b) {
  size_t units = (size_t)w->units, one = sizeof(int64_t);
  w->figures = inno__block_take(b, units * sizeof *w->figures, 8);
  w->label = inno__block_take(b, units * one, 8);
  w->spoke = inno__block_take(b, units * one, 8);
  w->start = inno__block_take(b, (size_t)w->t->data->units * one, 8);
  w->place = inno__block_take(b, (size_t)w->t->r->row_count * one, 8);
}

static int open_run(run *w, const inno__regroup_task *t) {
  *w = (run){.t = t, .units = inno__regroup_unit_count(t->r)};
  inno__block b = {NULL, 0, 0};
  place_run(w, &b);
  w->bytes = b.used;
  w->block = inno__alloc(t->allocator, w->bytes);
  if (w->block == NULL) return 0;
  b = (inno__block){w->block, 0, w->bytes};
  place_run(w, &b);
  for (int64_t i = 0; i < t->data->units; i++)
    w->start[i] = t->r->first[inno__names_find(t->r->from, inno__names_at(t->data->codes, i))];
  for (int64_t k = 0; k < t->r->row_count; k++) w->place[k] = inno__regroup_place(t->r, t->r->rows[k].to);
  return 1;
}

static void close_run(run *w) { inno__free(w->t->allocator, w->block, w->bytes); }

/* ---- one column ---- */

static void add_mean(figure *f, double x, double w) {
  f->sum += w * x;
  f->weight += w;
  if (!(w > 0.0)) return;
  f->low = x < f->low ? x : f->low;
  f->high = x > f->high ? x : f->high;
}

static void add_part(figure *f, const inno__regroup_rule *rule, double share, double x, double a, double b) {
  int lacks = rule->rule == INNO__REGROUP_SUM    ? x != x
              : rule->rule == INNO__REGROUP_MEAN ? x != x || a != a
                                                 : a != a || b != b;
  f->parts++;
  f->missing += lacks;
  if (lacks) return;
  if (rule->rule == INNO__REGROUP_SUM) f->sum += share * x;
  if (rule->rule == INNO__REGROUP_MEAN) add_mean(f, x, share * a);
  if (rule->rule == INNO__REGROUP_RATIO) {
    f->sum += share * a;
    f->weight += share * b;
  }
}

/* A column of the dataset, from the rows of a period on; NULL = none. */
static const double *column_of(const inno__regroup_task *t, int64_t j, int64_t period) {
  return j >= 0 ? inno__column(&t->data->columns[j], 0) + period * t->data->units : NULL;
}

static inno_status bad_weight(const run *w, int64_t column, const inno__regroup_rule *rule, const char *unit,
                              double value) {
  return inno__fail(w->t->error, INNO_E_WEIGHTS, INNO__MSG_REGROUP_WEIGHT,
                    &(inno__where){.node = inno__names_at(w->t->data->column_codes, column),
                                   .unit = unit,
                                   .what = inno__names_at(w->t->r->references, rule->a),
                                   .value = value});
}

static inno_status collect(const run *w, int64_t column, int64_t period) {
  const inno__regroup_task *t = w->t;
  const inno__regroup_rule *rule = inno__regroup_rule_of(t, column);
  const double *x = column_of(t, column, period), *a = column_of(t, inno__regroup_reference(t, rule->a), period),
               *b = column_of(t, inno__regroup_reference(t, rule->b), period);
  for (int64_t u = 0; u < w->units; u++) w->figures[u] = (figure){.low = INFINITY, .high = -INFINITY};
  for (int64_t i = 0; i < t->data->units; i++) {
    if (rule->rule == INNO__REGROUP_MEAN && a[i] < 0.0)
      return bad_weight(w, column, rule, inno__names_at(t->data->codes, i), a[i]);
    for (int64_t k = w->start[i]; k >= 0; k = t->r->rows[k].next)
      add_part(&w->figures[w->place[k]], rule, t->r->rows[k].share, x[i], a != NULL ? a[i] : 0.0,
               b != NULL ? b[i] : 0.0);
  }
  return INNO_OK;
}

/* A mean is never outside what went into it, so equal parts give exactly their value. */
static double value_of(const figure *f, const inno__regroup_rule *rule) {
  if (f->missing == f->parts || (f->missing > 0 && rule->missing == INNO_REGROUP_MISSING)) return inno__nan();
  if (rule->rule == INNO__REGROUP_SUM) return f->sum;
  if (rule->rule == INNO__REGROUP_RATIO) return f->weight != 0.0 ? f->sum / (f->weight / rule->scale) : inno__nan();
  double mean = f->sum / f->weight;
  return mean < f->low ? f->low : mean > f->high ? f->high : mean;
}

/* The rows of one period. */
static inno_status fill_period(const run *w, int64_t column, int64_t period, double *out) {
  const inno__regroup_rule *rule = inno__regroup_rule_of(w->t, column);
  inno_status s = collect(w, column, period);
  for (int64_t u = 0; u < w->units && s == INNO_OK; u++) {
    const figure *f = &w->figures[u];
    const char *code = inno__regroup_unit_code(w->t->r, u);
    out[u] = value_of(f, rule);
    if (rule->rule == INNO__REGROUP_MEAN && f->missing < f->parts && f->weight == 0.0)
      s = bad_weight(w, column, rule, code, 0.0);
    else if (rule->rule == INNO__REGROUP_MEAN ? !(f->weight <= DBL_MAX && fabs(f->sum) <= DBL_MAX)
                                              : out[u] == out[u] && fabs(out[u]) > DBL_MAX)
      s = inno__fail(
          w->t->error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
          &(inno__where){.node = inno__names_at(w->t->data->column_codes, column), .unit = code, .what = "regroup"});
  }
  return s;
}

static inno_status run_columns(const run *w, inno_dataset *out) {
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < inno__names_count(w->t->data->column_codes) && s == INNO_OK; j++) {
    inno__table column;
    if (inno__regroup_rule_of(w->t, j)->rule == INNO__REGROUP_LEAVE_OUT) continue;
    if (inno__dataset_new_column(out, &column) != INNO_OK) return inno__no_memory(w->t->error);
    for (int64_t p = 0; p < out->period_count && s == INNO_OK; p++)
      s = fill_period(w, j, p, inno__column(&column, 0) + p * w->units);
    const char *code = inno__names_at(w->t->data->column_codes, j);
    if (s == INNO_OK && inno__dataset_keep_column(out, code, &column) != INNO_OK) s = inno__no_memory(w->t->error);
    if (s != INNO_OK) inno__dataset_drop_column(out, &column);
  }
  return s;
}

/* ---- groupings ---- */

/* Labels of the new units in one period. */
static inno_status agree(const run *w, int64_t group, int64_t period) {
  const inno__regroup_task *t = w->t;
  const int32_t *label = t->data->groups[group].label + period * t->data->units;
  for (int64_t u = 0; u < w->units; u++) w->spoke[u] = -1;
  for (int64_t i = 0; i < t->data->units; i++)
    for (int64_t k = w->start[i]; k >= 0; k = t->r->rows[k].next) {
      int64_t u = w->place[k];
      if (w->spoke[u] >= 0 && w->label[u] != label[i])
        return inno__fail(t->error, INNO_E_DOMAIN, INNO__MSG_REGROUP_GROUP,
                          &(inno__where){.node = inno__names_at(t->data->group_names, group),
                                         .unit = inno__regroup_unit_code(t->r, u),
                                         .what = inno__names_at(t->data->codes, w->spoke[u]),
                                         .given = inno__names_at(t->data->codes, i)});
      w->spoke[u] = i;
      w->label[u] = label[i];
    }
  return INNO_OK;
}

static inno_status run_group(const run *w, int64_t group, inno_dataset *out) {
  const inno__regroup_task *t = w->t;
  size_t bytes = (size_t)out->rows * sizeof(char *);
  inno_status s = INNO_OK;
  const char **text = inno__alloc(t->allocator, bytes);
  if (text == NULL) return inno__no_memory(t->error);
  for (int64_t p = 0; p < out->period_count && s == INNO_OK; p++) {
    s = agree(w, group, p);
    for (int64_t u = 0; u < w->units && s == INNO_OK; u++)
      text[p * w->units + u] = w->label[u] >= 0 ? inno__names_at(t->data->labels[group].texts, w->label[u]) : NULL;
  }
  if (s == INNO_OK && inno__dataset_add_group(out, inno__names_at(t->data->group_names, group), text) != INNO_OK)
    s = inno__no_memory(t->error);
  inno__free(t->allocator, (void *)text, bytes);
  return s;
}

static inno_status run_groups(const run *w, inno_dataset *out) {
  inno_status s = INNO_OK;
  for (int64_t g = 0; g < inno__names_count(w->t->data->group_names) && s == INNO_OK; g++)
    if (inno__names_find(w->t->r->groups, inno__names_at(w->t->data->group_names, g)) < 0) s = run_group(w, g, out);
  return s;
}

/* ---- the whole ---- */

inno_status inno__regroup_run(const inno__regroup_task *t, inno_dataset *out) {
  run w;
  inno_status s = INNO_OK;
  if (!open_run(&w, t)) return inno__no_memory(t->error);
  for (int64_t u = 0; u < w.units && s == INNO_OK; u++)
    if (inno__names_add(out->codes, inno__regroup_unit_code(t->r, u)) < 0) s = inno__no_memory(t->error);
  if (s == INNO_OK) s = run_columns(&w, out);
  if (s == INNO_OK) s = run_groups(&w, out);
  close_run(&w);
  return s;
}

inno_status inno__regroup_parts(const inno__regroup_task *t, int64_t column, int64_t unit, int64_t period,
                                int64_t *parts, int64_t *missing) {
  run w;
  if (!open_run(&w, t)) return inno__no_memory(t->error);
  inno_status s = collect(&w, column, period);
  if (s == INNO_OK) {
    *parts = w.figures[unit].parts;
    *missing = w.figures[unit].missing;
  }
  close_run(&w);
  return s;
}
