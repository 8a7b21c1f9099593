/* Pieces of the imputation. Families come first, because they read columns that the other rules would fill; a family
 * that takes long is filled in several calls: one iteration, one pattern of gaps, or some units, each. */
#include <math.h>

#include "construct/impute_donor.h"
#include "construct/impute_em.h"
#include "construct/impute_regression.h"
#include "construct/impute_time.h"
#include "construct/steps.h"
#include "numeric/missing.h"

/* Cells that one call of a rule with donors compares, or a little more. */
enum { COMPARED = 65536 };

static inno__donor_rule donor_rule(const inno__impute_rule *rule, const inno__grouping *grouping) {
  int nearest = rule->rule == INNO_IMPUTE_NEAREST;
  return (inno__donor_rule){.rule = rule->rule,
                            .neighbors = nearest ? rule->neighbors : 1,
                            .weighted = nearest && rule->weighting == INNO_WEIGHTING_DISTANCE,
                            .min_overlap = rule->min_overlap,
                            .grouping = nearest ? NULL : grouping};
}

size_t inno__impute_family_work_size(const inno__impute_rule *rule, int32_t k, int64_t n, int32_t groups) {
  const inno__grouping grouping = {NULL, groups};
  const inno__donor_rule donor = donor_rule(rule, &grouping);
  if (!inno__impute_is_family(rule->rule)) return 0;
  if (rule->rule == INNO_IMPUTE_SIBLING_MEAN) return inno__impute_siblings_work_size(n, k);
  if (rule->rule == INNO_IMPUTE_REGRESSION) return inno__impute_regression_work_size(k, n);
  return rule->rule == INNO_IMPUTE_EM ? inno__impute_em_work_size(k, n) : inno__impute_donor_work_size(k, n, &donor);
}

/* ---- families ---- */

/* The family below an ancestor. */
typedef struct {
  const inno__impute_rule *rule; /* of those that are filled; NULL when none is */
  int64_t ancestor;
  int32_t k;
  span at;
} kin;

/* The rule that the family is filled by. */
static const inno__impute_rule *rule_of_family(const inno_run *run, const inno__step *step, int64_t ancestor) {
  const inno__tree *t = run->method->tree;
  for (int64_t j = 0; j < t->indicators; j++)
    if (inno__impute_is_family(step->rules.impute[j].rule) &&
        inno__tree_ancestor(t, j, step->sibling_level) == ancestor)
      return &step->rules.impute[j];
  return NULL;
}

/* Sources of a column's cells, from a row on; NULL = not kept. */
static int64_t *out_sources(const inno_run *run, int64_t j, int64_t first) {
  int64_t *sources = run->result->steps[run->step].sources;
  return sources != NULL ? sources + j * run->result->rows + first : NULL;
}

/* Puts the columns of the family, from the first row of the frame on, into the run's lists. */
static void collect(inno_run *run, const inno__step *step, kin *f) {
  const inno__tree *t = run->method->tree;
  f->k = 0;
  for (int64_t j = 0; j < t->indicators; j++) {
    if (inno__tree_ancestor(t, j, step->sibling_level) != f->ancestor) continue;
    unsigned char *marks = out_marks(run, j);
    run->fill[f->k] = (unsigned char)inno__impute_is_family(step->rules.impute[j].rule);
    run->columns[f->k] = run->result->final[j] + f->at.first;
    run->directions[f->k] = step->oriented ? 1 : t->direction[j];
    run->codes[f->k] = inno__names_at(t->codes, j);
    run->outs[f->k] = out_column(run, j) + f->at.first;
    run->mark_columns[f->k] = marks != NULL ? marks + f->at.first : NULL;
    run->source_columns[f->k] = out_sources(run, j, f->at.first);
    f->k++;
  }
}

static inno__grouping grouping_of(const inno_run *run, const inno__impute_rule *rule, int64_t first) {
  if (rule->group < 0) return (inno__grouping){NULL, 0};
  inno__grouping g = run->dataset->groups[run->bound[run->first_bound[run->step] + rule->group]];
  return (inno__grouping){g.label + first, g.count};
}

static void keep_outcome(const inno_run *run, const kin *f, const inno__em_progress *p) {
  const inno__step_result *kept = &run->result->steps[run->step];
  if (kept->outcomes == NULL) return;
  const double nan = inno__nan();
  kept->outcomes[kept->first_record[f->ancestor - run->method->tree->indicators] + run->call] =
      (inno__outcome){p->converged, p->iterations, p->likelihood, p->change, nan, nan};
}

/* One iteration; the parameters that the last one reached fill the cells. */
static inno_status step_em(inno_run *run, const kin *f, const inno__family *family, int *done, const inno__site *site) {
  inno__em_progress p = {0};
  inno_status s = INNO_OK;
  if (run->place == 0) s = inno__impute_em_start(family, f->rule->ridge, run->scratch, site);
  if (s == INNO_OK) s = inno__impute_em_step(family, f->rule->tolerance, run->scratch, &p, site);
  run->place++;
  *done = p.converged || p.iterations >= f->rule->max_iterations;
  if (s == INNO_OK && *done) s = inno__impute_em_fill(family, run->scratch, site);
  if (s == INNO_OK && *done) keep_outcome(run, f, &p);
  return s;
}

/* Some units. */
static void step_donor(inno_run *run, const kin *f, const inno__family *family, int *done) {
  const inno__grouping grouping = grouping_of(run, f->rule, f->at.first);
  const inno__donor_rule rule = donor_rule(f->rule, &grouping);
  int64_t each = family->n * family->k + 1, last = run->place + 1 + COMPARED / each;
  if (run->place == 0) inno__impute_donor_start(family, &rule, run->scratch);
  if (last > family->n) last = family->n;
  inno__impute_donor_units(family, &rule, run->place, last, run->scratch);
  run->place = last;
  *done = last == family->n;
}

static inno_status fill_family(inno_run *run, const kin *f, int *done, const inno__site *site) {
  const inno__family family = {.x = run->columns,
                               .k = f->k,
                               .n = f->at.n,
                               .included = run->screened ? run->included + f->at.first : NULL,
                               .fill = run->fill,
                               .out = run->outs,
                               .marks = run->mark_columns,
                               .source = run->source_columns,
                               .codes = run->codes};
  *done = 1;
  run->cells +=
      (int64_t)(f->k - 1) * f->at.n; /* a call looks at the whole family; one column is counted for every piece */
  switch (f->rule->rule) {
    case INNO_IMPUTE_SIBLING_MEAN:
      inno__impute_siblings(family.x, run->directions, family.fill, family.k, family.n, family.included, family.out,
                            family.marks, run->scratch);
      return INNO_OK;
    case INNO_IMPUTE_REGRESSION:
      if (run->place == 0) inno__impute_regression_start(&family, run->scratch);
      return inno__impute_regression_step(&family, f->rule->too_few, &run->place, done, run->scratch, site);
    case INNO_IMPUTE_EM:
      return step_em(run, f, &family, done, site);
    default:
      step_donor(run, f, &family, done);
      return INNO_OK;
  }
}

/* The kernel counts the rows of its frame; the result counts them all. */
static void shift_sources(const inno_run *run, const kin *f) {
  for (int32_t c = 0; c < f->k; c++)
    for (int64_t i = 0; run->fill[c] && run->source_columns[c] != NULL && i < f->at.n; i++)
      if (run->source_columns[c][i] >= 0) run->source_columns[c][i] += f->at.first;
}

/* The filled columns are those that go on. */
static inno_status finish_family(const inno_run *run, const inno__step *step, int64_t ancestor, inno_error *error) {
  const inno__tree *t = run->method->tree;
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < t->indicators && s == INNO_OK; j++) {
    if (!inno__impute_is_family(step->rules.impute[j].rule)) continue;
    if (inno__tree_ancestor(t, j, step->sibling_level) != ancestor) continue;
    set_column(run, j, out_column(run, j));
    s = check_finite(run, j, out_column(run, j), error);
  }
  return s;
}

/* run->call counts the frames, run->place is the rule's own place in its work. */
static inno_status impute_family(inno_run *run, const inno__step *step, int *whole, inno_error *error) {
  kin f = {.ancestor = run->method->tree->indicators + run->item};
  const inno__site site = site_of(run, f.ancestor, error);
  int done = 1;
  f.rule = rule_of_family(run, step, f.ancestor);
  if (f.rule == NULL) return INNO_OK;
  f.at = span_of(run, f.rule->frame, 0, (int32_t)run->call);
  collect(run, step, &f);
  inno_status s = fill_family(run, &f, &done, &site);
  if (done) {
    shift_sources(run, &f);
    run->place = 0;
    run->call++;
  }
  *whole = done && run->call == span_count(run, f.rule->frame);
  return s == INNO_OK && *whole ? finish_family(run, step, f.ancestor, error) : s;
}

/* ---- columns ---- */

static void fill_over_time(const inno_run *run, int64_t j, const inno__impute_rule *rule) {
  const inno_result *r = run->result;
  double any = rule->max_age != rule->max_age ? INFINITY : rule->max_age;
  const inno__time_rule time = {rule->rule, any, rule->max_periods};
  int64_t *sources = out_sources(run, j, 0);
  int32_t *from = run->available, *to = run->zeros; /* lent by the screening, which is not at work */
  inno__impute_time(r->final[j], run->dataset->periods, r->period_count, r->units, &time,
                    run->screened ? run->included : NULL, out_column(run, j), out_marks(run, j), from, to);
  for (int64_t i = 0; sources != NULL && i < r->rows; i++)
    if (from[i] >= 0 && from[i] == to[i]) sources[i] = from[i] * r->units + i % r->units;
}

static void fill_frames(const inno_run *run, int64_t j, const inno__impute_rule *rule) {
  double *out = out_column(run, j);
  unsigned char *marks = out_marks(run, j);
  for (int32_t f = 0; f < span_count(run, rule->frame); f++) {
    const span at = span_of(run, rule->frame, 0, f);
    const inno__grouping here = grouping_of(run, rule, at.first);
    inno__impute_column(run->result->final[j] + at.first, at.n, rule->rule, &here,
                        run->screened ? run->included + at.first : NULL, out + at.first,
                        marks != NULL ? marks + at.first : NULL, run->scratch);
  }
}

static inno_status impute_indicator(const inno_run *run, const inno__step *step, int64_t j, inno_error *error) {
  const inno__impute_rule *rule = &step->rules.impute[j];
  if (inno__impute_is_family(rule->rule)) return INNO_OK; /* done above */
  if (rule->rule == INNO_IMPUTE_NONE) {
    pass_column(run, j);
    return INNO_OK;
  }
  if (inno__impute_is_over_time(rule->rule))
    fill_over_time(run, j, rule);
  else
    fill_frames(run, j, rule);
  set_column(run, j, out_column(run, j));
  return check_finite(run, j, out_column(run, j), error);
}

/* ---- pieces: one an aggregate when there are families, one an indicator ---- */

static int64_t family_count(const inno_run *run, const inno__step *step) {
  return step->sibling_level >= 0 ? run->method->tree->count - run->method->tree->indicators : 0;
}

int64_t inno__impute_pieces(const inno_run *run, const inno__step *step) {
  return family_count(run, step) + run->method->tree->indicators;
}

inno_status inno__run_impute(inno_run *run, const inno__step *step, int *whole, inno_error *error) {
  int64_t families = family_count(run, step);
  *whole = 1;
  if (run->item < families) return impute_family(run, step, whole, error);
  return impute_indicator(run, step, run->item - families, error);
}
