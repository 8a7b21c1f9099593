/* How to climb: arguments are checked here, but each cost and cap where it is used, with the data at hand. */
#include "innoscore/climb.h"

#include <math.h>

#include "api/analysis.h"
#include "base/memory.h"
#include "explain/climb.h"

static inno_status check_goal(const inno__climb_ask *ask, const inno_dataset *d, inno_error *error) {
  const double value = ask->value;
  const int64_t other = ask->other;
  if (ask->goal < INNO_GOAL_SCORE || ask->goal > INNO_GOAL_UNIT) return inno__bad_argument(error, "goal", ask->goal);
  const int overtakes = ask->goal == INNO_GOAL_UNIT;
  int sound = overtakes ? value != value : isfinite(value) && (ask->goal != INNO_GOAL_RANK || value >= 1.0);
  if (!sound) return inno__bad_argument(error, "value", value);
  sound = overtakes ? other >= 0 && other < d->units : other == -1;
  if (!sound) return inno__bad_argument(error, "other", (double)other);
  if (other != ask->unit) return INNO_OK;
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_CLIMB_SELF,
                    &(inno__where){.unit = inno__names_at(d->codes, ask->unit)});
}

static inno_status check_ask(inno__climb_ask *ask, const inno_method *method, const inno_dataset *dataset,
                             inno_error *error) {
  inno_status s = inno__explain_node(ask->rule, method->tree, &ask->node, error);
  if (s != INNO_OK) return s;
  if (ask->unit < 0 || ask->unit >= dataset->units) return inno__bad_argument(error, "unit", (double)ask->unit);
  s = check_goal(ask, dataset, error);
  return s == INNO_OK ? inno__dataset_find_period(dataset, ask->rule->period, "period", &ask->period, error) : s;
}

static const double *dense(const double *p, ptrdiff_t stride_bytes, int64_t n, double *room) {
  inno__gather(p, stride_bytes, n, room);
  return room;
}

inno_status INNO_CALL inno_analysis_create_climb(const inno_allocator *allocator, const inno_scheme *options,
                                                 const inno_method *method, const inno_dataset *dataset, int64_t unit,
                                                 int32_t goal, double value, int64_t other, const double *costs,
                                                 ptrdiff_t costs_stride_bytes, const double *caps,
                                                 ptrdiff_t caps_stride_bytes, inno_analysis **out, inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s != INNO_OK) return s;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  inno__climb_ask ask = {.rule = &rule, .unit = unit, .goal = goal, .value = value, .other = other};
  const int64_t m = method->tree->indicators;
  double *given = NULL;
  s = check_ask(&ask, method, dataset, error);
  if (s == INNO_OK && costs != NULL) s = inno__check_array(costs, costs_stride_bytes, m, 0, "costs", error);
  if (s == INNO_OK && caps != NULL) s = inno__check_array(caps, caps_stride_bytes, m, 0, "caps", error);
  if (s == INNO_OK && (given = inno__alloc(&a, 2 * (size_t)m * sizeof *given)) == NULL) s = inno__no_memory(error);
  if (s == INNO_OK && costs != NULL) ask.costs = dense(costs, costs_stride_bytes, m, given);
  if (s == INNO_OK && caps != NULL) ask.caps = dense(caps, caps_stride_bytes, m, given + m);
  if (s == INNO_OK) s = inno__explain_climb(&a, &ask, method, dataset, out, error);
  inno__free(&a, given, 2 * (size_t)m * sizeof *given);
  return inno__analysis_end(s, out);
}
