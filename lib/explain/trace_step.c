/* What each step did to an indicator of the unit, and the constants that it did it with. */
#include "explain/trace.h"

#include "base/error.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

/* One step of an indicator, and its record. */
typedef struct {
  const inno__trace *t;
  const inno__step *step;
  const inno__step_result *kept;
  int32_t k;
  int64_t node, record;
  double before, after;
  int compares;
} at_step;

static void put(const at_step *w, int32_t field, double value) {
  inno__analysis_put(w->t->a, INNO_RECORD_TRACE_STEP, w->record, field, value);
}

/* ---- denominate ---- */

static inno_status trace_denominate(const at_step *w) {
  const inno__trace *t = w->t;
  const inno__tree *tree = t->method->tree;
  int64_t denominator = tree->denominator[w->node];
  put(w, INNO_FIELD_RULE, w->step->rules.denominate[w->node].rule);
  put(w, INNO_FIELD_DENOMINATOR_COLUMN, -1.0);
  if (denominator < 0 || w->step->rules.denominate[w->node].rule != INNO_DENOMINATE_DIVIDE) return INNO_OK;
  const char *code = inno__names_at(tree->denominators, denominator);
  int64_t column = inno__names_find(t->dataset->column_codes, code), number = inno__names_find(t->a->nodes, code);
  if (number < 0) number = inno__names_add(t->a->nodes, code);
  if (number < 0) return inno__fail(t->error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  put(w, INNO_FIELD_DENOMINATOR_COLUMN, (double)number);
  put(w, INNO_FIELD_DENOMINATOR, inno__column(&t->dataset->columns[column], 0)[t->row]);
  put(w, INNO_FIELD_DENOMINATOR_SCALE, tree->scale[w->node]);
  return INNO_OK;
}

/* ---- screen ---- */

static void trace_screen(const at_step *w) {
  const inno__step_result *s = w->kept;
  int64_t row = w->t->row;
  put(w, INNO_FIELD_RULE, w->step->rules.screen->rule);
  put(w, INNO_FIELD_AVAILABLE, s->available[row]);
  put(w, INNO_FIELD_ZEROS, s->zeros[row]);
  put(w, INNO_FIELD_COVERAGE, inno__screen_coverage(s->available[row], (int32_t)w->t->r->tree->indicators));
  put(w, INNO_FIELD_NONZERO, inno__screen_nonzero(s->zeros[row], s->available[row]));
  put(w, INNO_FIELD_FORCED, s->forced[row]);
  put(w, INNO_FIELD_INCLUDED, s->kept[row]);
}

/* ---- treat ---- */

/* A side where nothing was moved has no bound. */
static double bound(double x) { return x - x == 0.0 ? x : inno__nan(); }

/* The frame of one period is a position, one that holds for several has none. */
static double frame_period(const inno__trace *t, int32_t frame, double base, int by_period) {
  int64_t first, n;
  if (by_period) return (double)t->period;
  if (frame != INNO_FRAME_BASE) return -1.0;
  inno__trace_span(t, frame, base, &first, &n);
  return (double)inno__period_of(t->r, first);
}

static const inno__treat_log *log_of(const at_step *w, int *by_period) {
  const inno_result *r = w->t->r;
  const inno__treat_log *logs = &w->kept->logs[w->node * r->period_count];
  int64_t records = w->kept->first_record[w->node + 1] - w->kept->first_record[w->node];
  *by_period = records != logs[0].count; /* more than those of the first */
  return *by_period ? &logs[w->t->period] : logs;
}

static inno_status put_stages(const at_step *w, const inno__treat_log *log, int combined) {
  const inno__trace *t = w->t;
  int64_t first;
  inno_status s = inno__analysis_grow(t->a, INNO_RECORD_TRACE_STAGE, log->count, &first, t->error);
  for (int32_t i = 0; i < log->count && s == INNO_OK; i++) {
    const inno__treat_stage *stage = &log->stage[i];
    const inno__cell cells[] = {
        {INNO_FIELD_NODE, (double)w->node},
        {INNO_FIELD_STEP, w->k},
        {INNO_FIELD_STAGE, i},
        {INNO_FIELD_RULE, stage->rule},
        {INNO_FIELD_APPLIED, i > 0 && (i == log->kept || (combined && i < log->kept)) ? 1.0 : 0.0},
        {INNO_FIELD_KEPT, i == log->kept ? 1.0 : 0.0},
        {INNO_FIELD_SKEWNESS, stage->skewness},
        {INNO_FIELD_KURTOSIS, stage->kurtosis},
        {INNO_FIELD_PASSED, stage->passed},
        {INNO_FIELD_POINTS_HIGH, (double)stage->points_high},
        {INNO_FIELD_POINTS_LOW, (double)stage->points_low},
        {INNO_FIELD_PARAMETER, stage->parameter},
        {INNO_FIELD_LOW, bound(stage->low)},
        {INNO_FIELD_HIGH, bound(stage->high)},
        {INNO_FIELD_MINIMUM, stage->minimum},
        {INNO_FIELD_MAXIMUM, stage->maximum},
        {INNO_FIELD_MIRRORED, stage->mirrored},
    };
    inno__analysis_put_cells(t->a, INNO_RECORD_TRACE_STAGE, first + i, cells, sizeof cells / sizeof cells[0]);
  }
  return s;
}

static inno_status trace_treat(const at_step *w) {
  const inno__treat_rule *rule = &w->step->rules.treat[w->node];
  int by_period;
  const inno__treat_log *log = log_of(w, &by_period);
  const inno__treat_stage *before = &log->stage[0], *kept = &log->stage[log->kept];
  put(w, INNO_FIELD_PERIOD, frame_period(w->t, rule->frame, rule->base_period, by_period));
  put(w, INNO_FIELD_RULE, kept->rule);
  put(w, INNO_FIELD_STAGE, log->kept);
  put(w, INNO_FIELD_SKEWNESS, before->skewness);
  put(w, INNO_FIELD_KURTOSIS, before->kurtosis);
  put(w, INNO_FIELD_PASSED, before->passed);
  put(w, INNO_FIELD_SKEWNESS_AFTER, kept->skewness);
  put(w, INNO_FIELD_KURTOSIS_AFTER, kept->kurtosis);
  put(w, INNO_FIELD_POINTS_HIGH, (double)kept->points_high);
  put(w, INNO_FIELD_POINTS_LOW, (double)kept->points_low);
  put(w, INNO_FIELD_PARAMETER, kept->parameter);
  put(w, INNO_FIELD_LOW, bound(kept->low));
  put(w, INNO_FIELD_HIGH, bound(kept->high));
  put(w, INNO_FIELD_MINIMUM, kept->minimum);
  put(w, INNO_FIELD_MAXIMUM, kept->maximum);
  put(w, INNO_FIELD_MIRRORED, kept->mirrored);
  return put_stages(w, log, rule->combine || rule->force);
}

/* ---- normalize ---- */

/* The first row of the frame that has this value; -1 = none. */
static int64_t row_with(const double *x, int64_t first, int64_t n, int32_t log, double value) {
  for (int64_t i = first; i < first + n; i++)
    if (x[i] == x[i] && inno__normalize_logarithm(x[i], log) == value) return i;
  return -1;
}

/* 1 = the frame is of these rows: as many values, none beyond its ends. */
static int is_of_rows(const double *x, int64_t first, int64_t n, int32_t log, const inno__frame *f) {
  int64_t count = 0;
  for (int64_t i = first; i < first + n; i++) {
    if (x[i] != x[i]) continue;
    double y = inno__normalize_logarithm(x[i], log);
    if (y < f->minimum || y > f->maximum) return 0;
    count++;
  }
  return count == f->count;
}

static int32_t origin_of(const inno__normalize_rule *rule, int held) {
  switch (rule->rule) {
    case INNO_NORMALIZE_NONE:
      return INNO_ORIGIN_NONE;
    case INNO_NORMALIZE_GOALPOSTS:
    case INNO_NORMALIZE_FIXED_RANGE:
      return INNO_ORIGIN_GIVEN;
    case INNO_NORMALIZE_DISTANCE_TO_TARGET:
      return held ? INNO_ORIGIN_HELD : INNO_ORIGIN_BOTH;
    case INNO_NORMALIZE_AMPI:
      return held                                             ? INNO_ORIGIN_HELD
             : rule->reference_value == rule->reference_value ? INNO_ORIGIN_BOTH
                                                              : INNO_ORIGIN_DATA;
    default:
      if (!inno__normalize_holds(rule->rule)) return INNO_ORIGIN_NONE;
      return held ? INNO_ORIGIN_HELD : INNO_ORIGIN_DATA;
  }
}

static void put_setter(const at_step *w, int64_t row, int32_t unit, int32_t period) {
  put(w, unit, row < 0 ? -1.0 : (double)(row % w->t->r->units));
  put(w, period, row < 0 ? -1.0 : (double)inno__period_of(w->t->r, row));
}

static void trace_normalize(at_step *w) {
  const inno_result *r = w->t->r;
  const inno__normalize_rule *rule = &w->step->rules.normalize[w->node];
  int by_period = w->kept->first_record[w->node + 1] - w->kept->first_record[w->node] > 1;
  const inno__frame *f = &w->kept->frames[w->node * r->period_count + (by_period ? w->t->period : 0)];
  const double *x = inno__result_after(r, w->k - 1, w->node);
  int64_t first, n;
  inno__trace_span(w->t, by_period ? INNO_FRAME_PERIOD : rule->frame, rule->base_period, &first, &n);
  int64_t low = row_with(x, first, n, rule->log, f->minimum), high = row_with(x, first, n, rule->log, f->maximum);
  int held = (r->held & INNO__HELD_NORMALIZATION) != 0, elsewhere = !is_of_rows(x, first, n, rule->log, f);
  put(w, INNO_FIELD_RULE, rule->rule);
  put(w, INNO_FIELD_PERIOD, frame_period(w->t, rule->frame, rule->base_period, by_period));
  put(w, INNO_FIELD_ORIGIN, origin_of(rule, held));
  put(w, INNO_FIELD_COUNT, (double)f->count);
  put(w, INNO_FIELD_CENTER, f->center);
  put(w, INNO_FIELD_SCALE, f->scale);
  put(w, INNO_FIELD_MINIMUM, f->minimum);
  put(w, INNO_FIELD_MAXIMUM, f->maximum);
  put_setter(w, elsewhere ? -1 : low, INNO_FIELD_MINIMUM_UNIT, INNO_FIELD_MINIMUM_PERIOD);
  put_setter(w, elsewhere ? -1 : high, INNO_FIELD_MAXIMUM_UNIT, INNO_FIELD_MAXIMUM_PERIOD);
  w->compares |= !inno__normalize_holds(rule->rule) || rule->rule == INNO_NORMALIZE_CATEGORICAL;
}

/* ---- any step ---- */

static inno_status trace_step(at_step *w) {
  switch (w->step->kind) {
    case INNO_STEP_DENOMINATE:
      return trace_denominate(w);
    case INNO_STEP_SCREEN:
      trace_screen(w);
      return INNO_OK;
    case INNO_STEP_IMPUTE:
      put(w, INNO_FIELD_RULE, w->step->rules.impute[w->node].rule);
      return inno__trace_sources(w->t, w->k, w->node, w->record, &w->compares);
    case INNO_STEP_TREAT:
      return trace_treat(w);
    default:
      trace_normalize(w);
      return INNO_OK;
  }
}

static int of_indicators(int32_t kind) { return !inno__step_changes_nothing(kind) && !inno__step_of_aggregates(kind); }

static int32_t direction_of(const inno__trace *t, const inno__step *step, int64_t node) {
  return step->oriented ? 1 : t->method->tree->direction[node];
}

inno_status inno__trace_indicator(const inno__trace *t, int64_t node, int *compares) {
  inno_status s = INNO_OK;
  for (int32_t k = 0; k < t->method->step_count && s == INNO_OK; k++) {
    at_step w = {.t = t, .step = &t->method->steps[k], .kept = &t->r->steps[k], .k = k, .node = node};
    if (!of_indicators(w.step->kind)) continue;
    s = inno__analysis_grow(t->a, INNO_RECORD_TRACE_STEP, 1, &w.record, t->error);
    if (s != INNO_OK) return s;
    w.before = inno__result_after(t->r, k - 1, node)[t->row];
    w.after = inno__result_after(t->r, k, node)[t->row];
    put(&w, INNO_FIELD_NODE, (double)node);
    put(&w, INNO_FIELD_STEP, k);
    put(&w, INNO_FIELD_STEP_KIND, w.step->kind);
    put(&w, INNO_FIELD_VALUE_BEFORE, w.before);
    put(&w, INNO_FIELD_VALUE_AFTER, w.after);
    put(&w, INNO_FIELD_MARKS, w.kept->marks[node * t->r->rows + t->row]);
    put(&w, INNO_FIELD_DIRECTION, direction_of(t, w.step, node));
    s = trace_step(&w);
    put(&w, INNO_FIELD_COMPARES, w.compares);
    *compares |= w.compares;
  }
  return s;
}
