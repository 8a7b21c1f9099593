/* What one piece of each step does: fetch the column's rule, call the kernel, keep what the result keeps. */
#include <string.h>

#include "base/error.h"
#include "construct/denominate.h"
#include "construct/keys.h"
#include "construct/pipeline.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

static int keeps_steps(const inno_run *run) { return (run->result->keep & INNO_KEEP_STEPS) != 0; }

static inno__site site_of(const inno_run *run, int64_t node, inno_error *error) {
  return (inno__site){error, inno__names_at(run->method->tree->codes, node), run->result->unit_codes};
}

/* Where the step writes an indicator: a table of its own when it is kept, else the working table. */
static double *out_column(const inno_run *run, int64_t j) {
  const inno_result *r = run->result;
  return inno__column(keeps_steps(run) ? &r->steps[run->step].values : &r->indicators, j);
}

static unsigned char *out_marks(const inno_run *run, int64_t j) {
  unsigned char *marks = run->result->steps[run->step].marks;
  return marks != NULL ? marks + j * run->result->rows : NULL;
}

static void set_column(const inno_run *run, int64_t j, const double *x) { run->result->final[j] = x; }

/* The step leaves the column as it is. */
static void pass_column(const inno_run *run, int64_t j) {
  if (!keeps_steps(run)) return;
  double *out = out_column(run, j);
  memcpy(out, run->result->final[j], (size_t)run->result->rows * sizeof *out);
  set_column(run, j, out);
}

/* Infinity is never data: name the first unit that got it. */
static inno_status check_finite(const inno_run *run, int64_t node, const double *x, inno_error *error) {
  if (inno__all_finite(x, run->result->rows)) return INNO_OK;
  int64_t i = 0;
  while (x[i] != x[i] || x[i] - x[i] == 0.0) i++;
  return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
                    &(inno__where){.node = inno__names_at(run->method->tree->codes, node),
                                   .unit = inno__names_at(run->result->unit_codes, i % run->result->units),
                                   .what = inno__step_find(run->method->steps[run->step].kind)->name});
}

/* ---- denominate ---- */

static inno_status denominate(inno_run *run, const inno__step *step, inno_error *error) {
  const inno__tree *t = run->method->tree;
  int64_t j = run->item;
  if (t->denominator[j] < 0 || step->rules.denominate[j].rule != INNO_DENOMINATE_DIVIDE) {
    pass_column(run, j);
    return INNO_OK;
  }
  const double *d = inno__column(&run->dataset->columns[run->denominator[t->denominator[j]]], 0);
  double *out = out_column(run, j);
  inno__denominate(run->result->final[j], d, t->scale[j], run->result->rows, out, out_marks(run, j));
  set_column(run, j, out);
  return check_finite(run, j, out, error);
}

/* ---- screen: count every column, decide every unit, blank every column ---- */

static inno_status decide_units(inno_run *run, const inno__step *step, inno_error *error) {
  inno_result *r = run->result;
  inno__step_result *kept = &r->steps[run->step];
  const int32_t *available = kept->available != NULL ? kept->available : run->available;
  const int32_t *zeros = kept->zeros != NULL ? kept->zeros : run->zeros;
  int64_t left = 0;
  for (int64_t i = 0; i < r->rows; i++) {
    int32_t force = step->forced_count > 0 ? inno__step_forced(step, inno__names_at(r->unit_codes, i % r->units)) : 0;
    int stays = run->included[i] &&
                inno__screen_keep(step->rules.screen, available[i], zeros[i], (int32_t)r->tree->indicators, force);
    run->screened |= !stays;
    run->included[i] = (unsigned char)stays;
    left += stays;
    if (kept->kept == NULL) continue;
    kept->kept[i] = (unsigned char)stays;
    kept->forced[i] = (unsigned char)force;
  }
  if (left > 0) return INNO_OK;
  return inno__fail(error, INNO_E_NODATA, INNO__MSG_NO_UNIT_LEFT, &(inno__where){.count = r->units});
}

static void blank_units(const inno_run *run, int64_t j) {
  if (!run->screened) {
    pass_column(run, j);
    return;
  }
  const double *x = run->result->final[j];
  double *out = out_column(run, j);
  unsigned char *marks = out_marks(run, j);
  for (int64_t i = 0; i < run->result->rows; i++) {
    out[i] = run->included[i] ? x[i] : inno__nan();
    if (marks != NULL && !run->included[i]) marks[i] |= INNO_MARK_SCREENED_OUT;
  }
  set_column(run, j, out);
}

static inno_status screen(inno_run *run, const inno__step *step, inno_error *error) {
  inno_result *r = run->result;
  inno__step_result *kept = &r->steps[run->step];
  int64_t m = r->tree->indicators, item = run->item;
  int32_t *available = kept->available != NULL ? kept->available : run->available;
  int32_t *zeros = kept->zeros != NULL ? kept->zeros : run->zeros;
  if (item == 0) {
    for (int64_t i = 0; i < r->rows; i++) available[i] = zeros[i] = 0;
  }
  if (item < m) inno__screen_count(r->final[item], r->rows, available, zeros);
  if (item > m) blank_units(run, item - m - 1);
  return item == m ? decide_units(run, step, error) : INNO_OK;
}

/* ---- frames: which rows a statistic is taken from, and which it is used for ---- */

typedef struct {
  int64_t fit, fit_n; /* rows of the frame */
  int64_t first, n;   /* rows that it is applied to */
} span;

static int32_t span_count(const inno_run *run, int32_t frame) {
  return frame == INNO_FRAME_PERIOD ? (int32_t)run->result->period_count : 1;
}

static span span_of(const inno_run *run, int32_t frame, double base, int32_t f) {
  const inno_result *r = run->result;
  if (frame == INNO_FRAME_PERIOD) return (span){f * r->units, r->units, f * r->units, r->units};
  if (frame != INNO_FRAME_BASE) return (span){0, r->rows, 0, r->rows};
  int64_t p = inno__find_period(run->dataset, base);
  return (span){p * r->units, r->units, 0, r->rows};
}

/* ---- impute: families of siblings first, because they read columns that the plain rules would fill ---- */

/* Collects the family below an ancestor, from a row on; returns its size, 0 when nothing in it is filled. */
static int32_t collect_family(inno_run *run, const inno__step *step, int64_t ancestor, int64_t first) {
  const inno__tree *t = run->method->tree;
  int32_t k = 0, filled = 0;
  for (int64_t j = 0; j < t->indicators; j++) {
    if (inno__tree_ancestor(t, j, step->sibling_level) != ancestor) continue;
    unsigned char *marks = out_marks(run, j);
    run->fill[k] = step->rules.impute[j].rule == INNO_IMPUTE_SIBLING_MEAN;
    filled += run->fill[k];
    run->columns[k] = run->result->final[j] + first;
    run->directions[k] = step->oriented ? 1 : t->direction[j];
    run->outs[k] = out_column(run, j) + first;
    run->mark_columns[k] = marks != NULL ? marks + first : NULL;
    k++;
  }
  return filled > 0 ? k : 0;
}

static inno_status impute_family(inno_run *run, const inno__step *step, int64_t ancestor, inno_error *error) {
  const inno__tree *t = run->method->tree;
  const inno__impute_rule *rule = &step->rules.impute[0]; /* the frame is one for all indicators of the rule */
  int32_t k = 0;
  for (int64_t j = 0; j < t->indicators; j++)
    if (step->rules.impute[j].rule == INNO_IMPUTE_SIBLING_MEAN) rule = &step->rules.impute[j];
  for (int32_t f = 0; f < span_count(run, rule->frame); f++) {
    const span at = span_of(run, rule->frame, 0, f);
    k = collect_family(run, step, ancestor, at.first);
    if (k == 0) return INNO_OK;
    inno__impute_siblings(run->columns, run->directions, run->fill, k, at.n,
                          run->screened ? run->included + at.first : NULL, run->outs, run->mark_columns, run->scratch);
  }
  for (int64_t j = 0, c = 0; j < t->indicators; j++) {
    if (inno__tree_ancestor(t, j, step->sibling_level) != ancestor) continue;
    if (!run->fill[c++]) continue;
    set_column(run, j, out_column(run, j));
    inno_status s = check_finite(run, j, out_column(run, j), error);
    if (s != INNO_OK) return s;
  }
  return INNO_OK;
}

static int64_t family_count(const inno_run *run, const inno__step *step) {
  return step->sibling_level >= 0 ? run->method->tree->count - run->method->tree->indicators : 0;
}

static inno_status impute(inno_run *run, const inno__step *step, inno_error *error) {
  inno_result *r = run->result;
  int64_t families = family_count(run, step);
  if (run->item < families) {
    return impute_family(run, step, r->tree->indicators + run->item, error);
  }
  int64_t j = run->item - families;
  const inno__impute_rule *rule = &step->rules.impute[j];
  if (rule->rule == INNO_IMPUTE_SIBLING_MEAN) return INNO_OK; /* done above */
  if (rule->rule == INNO_IMPUTE_NONE) {
    pass_column(run, j);
    return INNO_OK;
  }
  inno__grouping grouping = {NULL, 0};
  if (rule->group >= 0) grouping = run->dataset->groups[run->bound[run->first_bound[run->step] + rule->group]];
  double *out = out_column(run, j);
  unsigned char *marks = out_marks(run, j);
  for (int32_t f = 0; f < span_count(run, rule->frame); f++) {
    const span at = span_of(run, rule->frame, 0, f);
    const inno__grouping here = {grouping.label != NULL ? grouping.label + at.first : NULL, grouping.count};
    inno__impute_column(r->final[j] + at.first, at.n, rule->rule, &here,
                        run->screened ? run->included + at.first : NULL, out + at.first,
                        marks != NULL ? marks + at.first : NULL, run->scratch);
  }
  set_column(run, j, out);
  return check_finite(run, j, out, error);
}

/* ---- treat and normalize: a frame is taken from its rows, or is one of the held ones, and used for its rows ---- */

/* Spans that a column is cut into: one frame each. A held frame that is not of a single period serves all rows. */
static int32_t frame_count(const inno_run *run, int64_t j, int32_t frame) {
  if (run->frames == NULL) return span_count(run, frame);
  return inno__frames_of(run->frames, run->step, j)->count > 1 ? (int32_t)run->result->period_count : 1;
}

static span frame_span(const inno_run *run, int64_t j, int32_t frame, double base, int32_t f) {
  if (run->frames == NULL) return span_of(run, frame, base, f);
  return span_of(run, inno__frames_of(run->frames, run->step, j)->count > 1 ? INNO_FRAME_PERIOD : INNO_FRAME_POOLED, 0,
                 f);
}

/* The held frame of span f. */
static int64_t held_at(const inno_run *run, int64_t j, int32_t f) {
  const inno__held *held = inno__frames_of(run->frames, run->step, j);
  if (held->count == 1) return held->first;
  return held->first + inno__frames_period(run->frames, run->result->periods[f]); /* there: bind() looked */
}

static inno_status treat_span(inno_run *run, int64_t j, int32_t f, const inno__treat_rule *rule, inno__treat_log *log,
                              const inno__site *site) {
  const span at = frame_span(run, j, rule->frame, rule->base_period, f);
  const double *x = run->result->final[j];
  double *out = out_column(run, j) + at.first;
  unsigned char *marks = out_marks(run, j);
  if (marks != NULL) marks += at.first;
  if (run->frames != NULL) {
    *log = run->frames->logs[held_at(run, j, f)];
    return inno__treat_again(x + at.first, at.n, rule, log, out, marks, run->scratch, site);
  }
  if (at.fit_n == at.n) return inno__treat(x + at.first, at.n, rule, out, marks, log, run->scratch, site);
  /* one period for all: the log is taken from it, what out holds then is written anew for every row */
  inno_status s = inno__treat(x + at.fit, at.fit_n, rule, run->spare, NULL, log, run->scratch, site);
  return s == INNO_OK ? inno__treat_again(x, at.n, rule, log, out, marks, run->scratch, site) : s;
}

static inno_status treat(inno_run *run, const inno__step *step, inno_error *error) {
  int64_t j = run->item;
  const inno__treat_rule *rule = &step->rules.treat[j];
  inno__treat_log *logs = run->result->steps[run->step].logs;
  const inno__site site = site_of(run, j, error);
  int changed = 0;
  for (int32_t f = 0; f < frame_count(run, j, rule->frame); f++) {
    inno__treat_log *log = logs != NULL ? &logs[j * run->result->period_count + f] : run->log;
    inno_status s = treat_span(run, j, f, rule, log, &site);
    if (s != INNO_OK) return s;
    changed |= log->kept > 0;
  }
  const double *out = out_column(run, j);
  set_column(run, j, out);
  return changed ? check_finite(run, j, out, error) : INNO_OK;
}

static inno_status normalize(inno_run *run, const inno__step *step, inno_error *error) {
  int64_t j = run->item;
  inno__normalize_rule rule = step->rules.normalize[j];
  if (rule.reference >= 0) rule.reference = run->bound[run->first_bound[run->step] + rule.reference];
  inno__frame *frames = run->result->steps[run->step].frames;
  const inno__site site = site_of(run, j, error);
  const double *x = run->result->final[j];
  double *out = out_column(run, j);
  unsigned char *marks = out_marks(run, j);
  int bounded = run->frames == NULL;
  for (int32_t f = 0; f < frame_count(run, j, rule.frame); f++) {
    const span at = frame_span(run, j, rule.frame, rule.base_period, f);
    inno__frame *frame = frames != NULL ? &frames[j * run->result->period_count + f] : run->frame;
    inno_status s = INNO_OK;
    if (run->frames != NULL)
      *frame = run->frames->frames[held_at(run, j, f)];
    else
      s = inno__normalize_fit(x + at.fit, at.fit_n, &rule, frame, run->scratch, &site);
    if (s == INNO_OK)
      s = inno__normalize_apply(x + at.first, at.n, &rule, frame, out + at.first,
                                marks != NULL ? marks + at.first : NULL, run->scratch, &site);
    if (s != INNO_OK) return s;
    /* between two finite ends of its own there is no infinity to look for */
    bounded &= rule.rule == INNO_NORMALIZE_MINMAX && at.fit_n == at.n && frame->scale - frame->scale == 0.0;
  }
  set_column(run, j, out);
  return bounded ? INNO_OK : check_finite(run, j, out, error);
}

/* ---- aggregate ---- */

/* Where the outcomes of an aggregate's search go, from a row on; NULL when its rule does not search. */
static inno__outcome *outcomes_of(const inno_run *run, int64_t aggregate, int64_t first) {
  const inno__step_result *kept = &run->result->steps[run->step];
  const inno__aggregate_rule *rule = &run->method->steps[run->step].rules.aggregate[aggregate];
  int64_t n = inno__outcome_count(rule->aggregator, run->result->units);
  if (n == 0) return NULL;
  if (kept->outcomes == NULL) return run->outcomes;
  return kept->outcomes + kept->first_record[aggregate] + (n == 1 ? first / run->result->units : first);
}

/* One call of the node's rule: over one period where it compares units, else over all rows. run->call counts the
 * periods; run->place is the rule's own place in its work. */
static inno_status aggregate(inno_run *run, const inno__step *step, int *whole, inno_error *error) {
  inno_result *r = run->result;
  const inno__tree *t = run->method->tree;
  int64_t a = run->item, index = t->indicators + a;
  const int64_t *child = t->children + t->first_child[a];
  const inno__aggregate_rule *rule = &step->rules.aggregate[a];
  int compares = (rule->aggregator->flags & INNO__COMPARES) != 0;
  int64_t rows = compares ? r->units : r->rows, first = compares ? run->call * r->units : 0;
  const inno__site site = site_of(run, index, error);
  inno__node node = {.columns = run->columns,
                     .weights = run->weights,
                     .own = run->own,
                     .k = (int32_t)inno__child_count(t, a),
                     .n = rows,
                     .rule = rule,
                     .children = run->codes,
                     .site = &site,
                     .out = inno__column(&r->aggregates, a) + first,
                     .outcomes = outcomes_of(run, a, first),
                     .work = run->scratch,
                     .item = run->place};
  if (r->keep & INNO_KEEP_COVERAGE) node.coverage = inno__column(&r->coverage, a) + first;
  for (int32_t c = 0; c < node.k; c++) {
    run->columns[c] = r->final[child[c]] + first;
    run->weights[c] = t->weight[child[c]];
    run->own[c] = step->own[child[c]];
    run->codes[c] = inno__names_at(t->codes, child[c]);
  }
  inno_status s = inno__aggregate(&node);
  run->place = node.done ? 0 : node.item;
  run->cells += (node.k - 1) * rows; /* a node costs as much as its children */
  if (s != INNO_OK) return s;
  if (node.done) run->call++;
  *whole = node.done && (!compares || run->call == r->period_count);
  return *whole ? check_finite(run, index, inno__column(&r->aggregates, a), error) : INNO_OK;
}

static int64_t piece_count(const inno_run *run, const inno__step *step) {
  int64_t m = run->method->tree->indicators, inner = run->method->tree->count - m;
  int32_t kind = step->kind;
  if (kind == INNO_STEP_SCREEN) return 2 * m + 1;
  if (kind == INNO_STEP_IMPUTE) return family_count(run, step) + m;
  if (kind == INNO_STEP_AGGREGATE) return inner;
  return kind == INNO_STEP_RANK ? 0 : m;
}

inno_status inno__run_piece(inno_run *run, int *done, inno_error *error) {
  const inno__step *step = &run->method->steps[run->step];
  int64_t pieces = piece_count(run, step);
  inno_status s = INNO_OK;
  int whole = 1;
  if (pieces > 0) switch (step->kind) {
      case INNO_STEP_DENOMINATE:
        s = denominate(run, step, error);
        break;
      case INNO_STEP_SCREEN:
        s = screen(run, step, error);
        break;
      case INNO_STEP_IMPUTE:
        s = impute(run, step, error);
        break;
      case INNO_STEP_TREAT:
        s = treat(run, step, error);
        break;
      case INNO_STEP_NORMALIZE:
        s = normalize(run, step, error);
        break;
      case INNO_STEP_AGGREGATE:
        s = aggregate(run, step, &whole, error);
        break;
      default:
        break;
    }
  run->cells += run->result->rows;
  if (whole) {
    run->item++;
    run->call = run->place = 0;
  }
  *done = run->item >= pieces;
  return s;
}
