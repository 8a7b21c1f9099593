/* Whether the score is a straight sum of the changes, so that points per cost decide exactly. Everything is asked of
 * the two ends of each way; between them nothing can happen, because every rule that passes rises with its value. */
#include <math.h>

#include "construct/steps.h"
#include "explain/climb.h"

/* ---- of the whole method ---- */

static int fills(const inno__climb *c, int32_t k) {
  const inno_result *r = c->w->run->result;
  const unsigned char *marks = r->steps[k].marks;
  for (int64_t i = 0; i < r->rows * r->tree->indicators; i++)
    if (marks[i] & INNO_MARK_IMPUTED) return 1;
  return 0;
}

/* No value reaches another indicator, nor who is included. */
static int keeps_apart(const inno__climb *c) {
  for (int32_t k = 0; k < c->w->aggregation; k++) {
    const inno__step *step = &c->w->method->steps[k];
    if (step->kind == INNO_STEP_SCREEN && step->rules.screen->rule != INNO_SCREEN_NONE &&
        step->rules.screen->rule != INNO_SCREEN_COVERAGE)
      return 0;
    if (step->kind == INNO_STEP_IMPUTE && !c->w->rule.hold_imputation && fills(c, k)) return 0;
  }
  return 1;
}

static int means_above(const inno__climb *c, int64_t indicator) {
  const inno__tree *t = c->w->method->tree;
  const inno__step *step = &c->w->method->steps[c->w->aggregation];
  for (int64_t node = indicator; node != c->ask->node && node >= 0;) {
    node = t->parent[node];
    if (node < 0) return 1; /* it is not below the node: nothing of it arrives */
    if (step->rules.aggregate[node - t->indicators].rule != INNO_AGGREGATE_ARITHMETIC ||
        inno__method_weighting(c->w->method, node - t->indicators) != NULL)
      return 0;
  }
  return 1;
}

/* ---- of one indicator, in the present state ---- */

static int is_untreated(const inno__climb *c, int32_t k, int64_t j) {
  const inno_result *r = c->w->run->result;
  const inno__treat_rule *rule = &c->w->method->steps[k].rules.treat[j];
  if (rule->rules[0] == INNO_TREAT_NONE) return 1;
  int64_t frames = c->w->rule.hold_treatment ? inno__frames_of(c->w->frames, k, j)->count : 0;
  int64_t f = frames > 1 ? c->row / r->units : 0;
  return c->w->rule.hold_treatment && r->steps[k].logs[j * r->period_count + f].kept == 0;
}

static int is_linear(const inno__normalize_rule *rule, int held) {
  switch (rule->rule) {
    case INNO_NORMALIZE_NONE:
    case INNO_NORMALIZE_MINMAX:
    case INNO_NORMALIZE_FIXED_RANGE:
    case INNO_NORMALIZE_GOALPOSTS:
    case INNO_NORMALIZE_DISTANCE_TO_MAX:
      return 1;
    case INNO_NORMALIZE_DISTANCE_TO_TARGET:
      return !rule->cap;
    case INNO_NORMALIZE_DISTANCE_TO_REFERENCE:
      return held && !rule->cap;
    case INNO_NORMALIZE_ZSCORE:
    case INNO_NORMALIZE_MINMAX_PERCENTILE:
    case INNO_NORMALIZE_MINMAX_SD:
    case INNO_NORMALIZE_MINMAX_INNER:
    case INNO_NORMALIZE_AMPI:
      return held;
    default:
      return 0;
  }
}

/* The constants stay: they are given or held, or other rows of the frame are at or beyond the value on both sides. */
static int is_between(const inno__climb *c, const inno__normalize_rule *rule, const double *x) {
  const inno_run *run = c->w->run;
  const span at = span_of(run, rule->frame, rule->base_period,
                          rule->frame == INNO_FRAME_PERIOD ? (int32_t)(c->row / run->result->units) : 0);
  double min = INFINITY, max = -INFINITY;
  if (c->row < at.fit || c->row >= at.fit + at.fit_n) return 1;
  for (int64_t i = at.fit; i < at.fit + at.fit_n; i++) {
    if (i == c->row) continue;
    min = x[i] < min ? x[i] : min;
    max = x[i] > max ? x[i] : max;
  }
  return x[c->row] >= min && x[c->row] <= max;
}

static int is_straight_step(const inno__climb *c, int32_t k, int64_t j) {
  const inno_result *r = c->w->run->result;
  const inno__step *step = &c->w->method->steps[k];
  if (step->kind == INNO_STEP_TREAT) return is_untreated(c, k, j);
  if (step->kind != INNO_STEP_NORMALIZE) return 1;
  const inno__normalize_rule *rule = &step->rules.normalize[j];
  int held = c->w->rule.hold_normalization;
  int given = held || rule->rule == INNO_NORMALIZE_NONE || rule->rule == INNO_NORMALIZE_FIXED_RANGE ||
              rule->rule == INNO_NORMALIZE_GOALPOSTS;
  return rule->log == INNO_LOG_NONE && is_linear(rule, held) &&
         !(r->steps[k].marks[j * r->rows + c->row] & INNO_MARK_TRUNCATED) &&
         (given || is_between(c, rule, inno__result_after(r, k - 1, j)));
}

static int is_straight_here(const inno__climb *c, int64_t j) {
  int straight = 1;
  for (int32_t k = 0; k < c->w->aggregation; k++) straight = straight && is_straight_step(c, k, j);
  return straight;
}

int inno__climb_is_straight(inno__climb *c, const inno__climb_way *ways) {
  int straight = keeps_apart(c);
  for (int64_t j = 0; straight && j < c->w->method->tree->indicators; j++) {
    const inno__climb_way *way = &ways[j];
    if (way->present != way->present || !(way->to > way->from)) continue;
    straight = means_above(c, j) && is_straight_here(c, j);
    if (!straight || inno__what_if_try(c->w, c->row, way->column, way->sign * way->to + 0.0, NULL) != INNO_OK) return 0;
    straight = is_straight_here(c, j);
    inno__what_if_take_back(c->w);
  }
  return straight;
}
