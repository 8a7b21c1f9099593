/* What one piece of each step does: fetch the column's rule, call the kernel, keep what the result keeps. */
#include <string.h>

#include "base/error.h"
#include "construct/denominate.h"
#include "construct/keys.h"
#include "construct/steps.h"
#include "numeric/missing.h"

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
  const inno__normalize_rule *rule = &step->rules.normalize[j];
  inno__normalize_rule bound;
  if (rule->reference >= 0) { /* the code of a unit becomes its number */
    bound = *rule;
    bound.reference = run->bound[run->first_bound[run->step] + rule->reference];
    rule = &bound;
  }
  inno__frame *frames = run->result->steps[run->step].frames;
  const inno__site site = site_of(run, j, error);
  const double *x = run->result->final[j];
  double *out = out_column(run, j);
  unsigned char *marks = out_marks(run, j);
  int bounded = run->frames == NULL;
  for (int32_t f = 0; f < frame_count(run, j, rule->frame); f++) {
    const span at = frame_span(run, j, rule->frame, rule->base_period, f);
    inno__frame *frame = frames != NULL ? &frames[j * run->result->period_count + f] : run->frame;
    inno_status s = INNO_OK;
    if (run->frames != NULL)
      *frame = run->frames->frames[held_at(run, j, f)];
    else
      s = inno__normalize_fit(x + at.fit, at.fit_n, rule, frame, run->scratch, &site);
    if (s == INNO_OK)
      s = inno__normalize_apply(x + at.first, at.n, rule, frame, out + at.first,
                                marks != NULL ? marks + at.first : NULL, run->scratch, &site);
    if (s != INNO_OK) return s;
    /* between two finite ends of its own there is no infinity to look for */
    bounded &= rule->rule == INNO_NORMALIZE_MINMAX && at.fit_n == at.n && frame->scale - frame->scale == 0.0;
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

/* The weights of a node's children, where a rule computes them: from all rows, before the first call of its aggregator.
 */
static inno_status weigh(const inno_run *run, int64_t a, const inno__site *site) {
  const inno__tree *t = run->result->tree;
  const int64_t *child = t->children + t->first_child[a];
  const inno__weigh_rule *rule = inno__method_weighting(run->method, a);
  if (rule == NULL || run->held || run->call > 0 || run->place > 0) return INNO_OK;
  const inno__weigh_job job = {
      run->columns, (int32_t)inno__child_count(t, a), run->result->rows, rule, run->codes, site, run->scratch};
  for (int32_t c = 0; c < job.k; c++) run->columns[c] = run->result->final[child[c]];
  inno_status s = inno__weigh_children(&job, run->weights);
  for (int32_t c = 0; s == INNO_OK && c < job.k; c++) t->weight[child[c]] = run->weights[c];
  return s;
}

/* What the rule of an aggregate is told of n rows of its children. */
static inno__node children_of(const inno_run *run, const inno__step *step, int64_t a, int64_t first, int64_t n) {
  const inno_result *r = run->result;
  const inno__tree *t = r->tree; /* the result's own, where weights may have been computed */
  const int64_t *child = t->children + t->first_child[a];
  inno__node node = {.columns = run->columns,
                     .weights = run->weights,
                     .own = run->own,
                     .k = (int32_t)inno__child_count(t, a),
                     .n = n,
                     .rule = &step->rules.aggregate[a],
                     .out = inno__column(&r->aggregates, a) + first,
                     .outcomes = outcomes_of(run, a, first),
                     .work = run->scratch,
                     .item = run->place};
  if (r->keep & INNO_KEEP_COVERAGE) node.coverage = inno__column(&r->coverage, a) + first;
  for (int32_t c = 0; c < node.k; c++) {
    run->columns[c] = r->final[child[c]] + first;
    run->weights[c] = t->weight[child[c]];
    run->own[c] = step->own[child[c]];
  }
  return node;
}

/* One call of the node's rule: over one period where it compares units, else over all rows. run->call counts the
 * periods; run->place is the rule's own place in its work. */
static inno_status aggregate(inno_run *run, const inno__step *step, int *whole, inno_error *error) {
  inno_result *r = run->result;
  const inno__tree *t = r->tree;
  int64_t a = run->item, index = t->indicators + a;
  const int64_t *child = t->children + t->first_child[a];
  int compares = (step->rules.aggregate[a].aggregator->flags & INNO__COMPARES) != 0;
  int64_t rows = compares ? r->units : r->rows, first = compares ? run->call * r->units : 0;
  const inno__site site = site_of(run, index, error);
  for (int64_t c = 0; c < inno__child_count(t, a); c++) run->codes[c] = inno__names_at(t->codes, child[c]);
  inno_status s = weigh(run, a, &site);
  if (s != INNO_OK) return s;
  inno__node node = children_of(run, step, a, first, rows);
  node.children = run->codes;
  node.site = &site;
  s = inno__aggregate(&node);
  run->place = node.done ? 0 : node.item;
  run->cells += (node.k - 1) * rows; /* a node costs as much as its children */
  if (s != INNO_OK) return s;
  if (node.done) run->call++;
  *whole = node.done && (!compares || run->call == r->period_count);
  if (!*whole || (node.finite && !compares)) return INNO_OK;
  return check_finite(run, index, inno__column(&r->aggregates, a), error);
}

int inno__run_by_rows(const inno_run *run, int64_t a) {
  const inno__aggregator *how = run->method->steps[run->step].rules.aggregate[a].aggregator;
  int alone = INNO__COMPARES | INNO__HAS_OUTCOME | INNO__HAS_OUTCOMES;
  return !(how->flags & alone) && inno__method_weighting(run->method, a) == NULL;
}

inno_status inno__run_rows(inno_run *run, int64_t a, int64_t first, int64_t n) {
  const inno__site site = {NULL, NULL, NULL};
  run->call = run->place = 0;
  inno__node node = children_of(run, &run->method->steps[run->step], a, first, n);
  node.site = &site;
  inno_status s = inno__aggregate(&node);
  return s == INNO_OK && !inno__all_finite(node.out, n) ? INNO_E_OVERFLOW : s;
}

static int64_t piece_count(const inno_run *run, const inno__step *step) {
  int64_t m = run->method->tree->indicators, inner = run->method->tree->count - m;
  int32_t kind = step->kind;
  if (kind == INNO_STEP_SCREEN) return 2 * m + 1;
  if (kind == INNO_STEP_IMPUTE) return inno__impute_pieces(run, step);
  if (kind == INNO_STEP_AGGREGATE) return inner;
  return kind == INNO_STEP_RANK || kind == INNO_STEP_WEIGH ? 0 : m;
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
        s = inno__run_impute(run, step, &whole, error);
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
