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
  return marks != NULL ? marks + j * run->result->units : NULL;
}

static void set_column(const inno_run *run, int64_t j, const double *x) { run->result->final[j] = x; }

/* The step leaves the column as it is. */
static void pass_column(const inno_run *run, int64_t j) {
  if (!keeps_steps(run)) return;
  double *out = out_column(run, j);
  memcpy(out, run->result->final[j], (size_t)run->result->units * sizeof *out);
  set_column(run, j, out);
}

/* Infinity is never data: name the first unit that got it. */
static inno_status check_finite(const inno_run *run, int64_t node, const double *x, inno_error *error) {
  if (inno__all_finite(x, run->result->units)) return INNO_OK;
  int64_t i = 0;
  while (x[i] != x[i] || x[i] - x[i] == 0.0) i++;
  return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
                    &(inno__where){.node = inno__names_at(run->method->tree->codes, node),
                                   .unit = inno__names_at(run->result->unit_codes, i),
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
  inno__denominate(run->result->final[j], d, t->scale[j], run->result->units, out, out_marks(run, j));
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
  for (int64_t i = 0; i < r->units; i++) {
    int32_t force = step->forced_count > 0 ? inno__step_forced(step, inno__names_at(r->unit_codes, i)) : 0;
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
  for (int64_t i = 0; i < run->result->units; i++) {
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
    for (int64_t i = 0; i < r->units; i++) available[i] = zeros[i] = 0;
  }
  if (item < m) inno__screen_count(r->final[item], r->units, available, zeros);
  if (item > m) blank_units(run, item - m - 1);
  return item == m ? decide_units(run, step, error) : INNO_OK;
}

/* ---- impute: families of siblings first, because they read columns that the plain rules would fill ---- */

/* Collects the family below an ancestor; returns its size, 0 when nothing in it is filled. */
static int32_t collect_family(inno_run *run, const inno__step *step, int64_t ancestor) {
  const inno__tree *t = run->method->tree;
  int32_t k = 0, filled = 0;
  for (int64_t j = 0; j < t->indicators; j++) {
    if (inno__tree_ancestor(t, j, step->sibling_level) != ancestor) continue;
    run->fill[k] = step->rules.impute[j].rule == INNO_IMPUTE_SIBLING_MEAN;
    filled += run->fill[k];
    run->columns[k] = run->result->final[j];
    run->directions[k] = t->direction[j];
    run->outs[k] = out_column(run, j);
    run->mark_columns[k] = out_marks(run, j);
    k++;
  }
  return filled > 0 ? k : 0;
}

static void impute_family(inno_run *run, const inno__step *step, int64_t ancestor) {
  const inno__tree *t = run->method->tree;
  int32_t k = collect_family(run, step, ancestor);
  if (k == 0) return;
  inno__impute_siblings(run->columns, run->directions, run->fill, k, run->result->units,
                        run->screened ? run->included : NULL, run->outs, run->mark_columns, run->scratch);
  for (int64_t j = 0, c = 0; j < t->indicators; j++) {
    if (inno__tree_ancestor(t, j, step->sibling_level) != ancestor) continue;
    if (run->fill[c]) set_column(run, j, run->outs[c]);
    c++;
  }
}

static int64_t family_count(const inno_run *run, const inno__step *step) {
  return step->sibling_level >= 0 ? run->method->tree->count - run->method->tree->indicators : 0;
}

static inno_status impute(inno_run *run, const inno__step *step) {
  inno_result *r = run->result;
  int64_t families = family_count(run, step);
  if (run->item < families) {
    impute_family(run, step, r->tree->indicators + run->item);
    return INNO_OK;
  }
  int64_t j = run->item - families;
  const inno__impute_rule *rule = &step->rules.impute[j];
  if (rule->rule == INNO_IMPUTE_SIBLING_MEAN) return INNO_OK; /* done above */
  if (rule->rule == INNO_IMPUTE_NONE) {
    pass_column(run, j);
    return INNO_OK;
  }
  const inno__grouping *grouping = NULL;
  if (rule->group >= 0) grouping = &run->dataset->groups[run->bound[run->first_bound[run->step] + rule->group]];
  double *out = out_column(run, j);
  inno__impute_column(r->final[j], r->units, rule->rule, grouping, run->screened ? run->included : NULL, out,
                      out_marks(run, j), run->scratch);
  set_column(run, j, out);
  return INNO_OK;
}

/* ---- treat, normalize, aggregate ---- */

static inno_status treat(inno_run *run, const inno__step *step, inno_error *error) {
  int64_t j = run->item;
  inno__treat_log *logs = run->result->steps[run->step].logs, *log = logs != NULL ? &logs[j] : run->log;
  const inno__site site = site_of(run, j, error);
  double *out = out_column(run, j);
  inno_status s = inno__treat(run->result->final[j], run->result->units, &step->rules.treat[j], out, out_marks(run, j),
                              log, run->scratch, &site);
  if (s != INNO_OK) return s;
  set_column(run, j, out);
  return log->kept > 0 ? check_finite(run, j, out, error) : INNO_OK;
}

static inno_status normalize(inno_run *run, const inno__step *step, inno_error *error) {
  int64_t j = run->item, n = run->result->units;
  inno__normalize_rule rule = step->rules.normalize[j];
  if (rule.reference >= 0) rule.reference = run->bound[run->first_bound[run->step] + rule.reference];
  inno__frame *frames = run->result->steps[run->step].frames, *frame = frames != NULL ? &frames[j] : run->frame;
  const inno__site site = site_of(run, j, error);
  const double *x = run->result->final[j];
  double *out = out_column(run, j);
  inno_status s = inno__normalize_fit(x, n, &rule, frame, run->scratch, &site);
  if (s == INNO_OK) s = inno__normalize_apply(x, n, &rule, frame, out, out_marks(run, j), run->scratch, &site);
  if (s != INNO_OK) return s;
  set_column(run, j, out);
  /* between two finite ends there is no infinity to look for */
  int bounded = rule.rule == INNO_NORMALIZE_MINMAX && frame->scale - frame->scale == 0.0;
  return bounded ? INNO_OK : check_finite(run, j, out, error);
}

static inno_status aggregate(inno_run *run, const inno__step *step, inno_error *error) {
  inno_result *r = run->result;
  const inno__tree *t = run->method->tree;
  int64_t a = run->item, node = t->indicators + a;
  const int64_t *child = t->children + t->first_child[a];
  int32_t k = (int32_t)inno__child_count(t, a);
  for (int32_t c = 0; c < k; c++) {
    run->columns[c] = r->final[child[c]];
    run->weights[c] = t->weight[child[c]];
    run->codes[c] = inno__names_at(t->codes, child[c]);
  }
  double *out = inno__column(&r->aggregates, a);
  double *coverage = r->keep & INNO_KEEP_COVERAGE ? inno__column(&r->coverage, a) : NULL;
  const inno__site site = site_of(run, node, error);
  inno_status s = inno__aggregate(run->columns, run->weights, k, r->units, &step->rules.aggregate[a], out, coverage,
                                  run->scratch, run->codes, &site);
  run->cells += (k - 1) * r->units; /* a node costs as much as its children */
  return s == INNO_E_OVERFLOW ? check_finite(run, node, out, error) : s;
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
  if (pieces > 0) switch (step->kind) {
      case INNO_STEP_DENOMINATE:
        s = denominate(run, step, error);
        break;
      case INNO_STEP_SCREEN:
        s = screen(run, step, error);
        break;
      case INNO_STEP_IMPUTE:
        s = impute(run, step);
        break;
      case INNO_STEP_TREAT:
        s = treat(run, step, error);
        break;
      case INNO_STEP_NORMALIZE:
        s = normalize(run, step, error);
        break;
      case INNO_STEP_AGGREGATE:
        s = aggregate(run, step, error);
        break;
      default:
        break;
    }
  run->cells += run->result->units;
  run->item++;
  *done = run->item >= pieces;
  return s;
}
