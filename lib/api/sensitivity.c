#include "innoscore/sensitivity.h"

#include <string.h>

#include "api/arguments.h"
#include "numeric/missing.h"
#include "numeric/sobol.h"
#include "robust/sensitivity.h"

_Static_assert(2 * INNO_LIMIT_SOBOL_INPUTS == INNO__SOBOL_DIMENSIONS, "two dimensions an input");

/* ---- designs ---- */

static inno_status check_range(int64_t value, int64_t least, int64_t most, const char *argument, inno_error *error) {
  if (value < least) return inno__bad_argument(error, argument, (double)value);
  if (value > most)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = argument, .value = (double)most});
  return INNO_OK;
}

static inno_status check_choice(int32_t value, int32_t first, int32_t last, const char *argument, inno_error *error) {
  return value >= first && value <= last ? INNO_OK : inno__bad_argument(error, argument, value);
}

static inno_status create(const inno_allocator *allocator, inno_design *wanted, const int32_t *groups,
                          inno_design **out, inno_error *error) {
  if (inno__allocator_resolve(allocator, &wanted->allocator) != INNO_OK)
    return inno__bad_argument(error, "allocator", 0.0);
  return inno__design_create(wanted, groups, out, error);
}

inno_status INNO_CALL inno_design_create_matrices(const inno_allocator *allocator, int64_t base_points, int64_t inputs,
                                                  const int32_t *groups, int32_t sequence, int64_t seed, int32_t flags,
                                                  inno_design **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = check_range(base_points, 2, INNO_LIMIT_BASE_POINTS, "base_points", error);
  if (s == INNO_OK) s = check_range(inputs, 1, INNO_LIMIT_INPUTS, "inputs", error);
  if (s == INNO_OK) s = check_choice(sequence, INNO_SEQUENCE_PHILOX, INNO_SEQUENCE_SOBOL_PLAIN, "sequence", error);
  if (s == INNO_OK) s = check_choice(flags, 0, INNO_DESIGN_SECOND_ORDER | INNO_DESIGN_BLOCKS, "flags", error);
  if (s == INNO_OK && sequence == INNO_SEQUENCE_SOBOL_PLAIN && seed != 0)
    s = inno__bad_argument(error, "seed", (double)seed);
  if (s == INNO_OK && sequence != INNO_SEQUENCE_PHILOX && inputs > INNO_LIMIT_SOBOL_INPUTS)
    s = inno__fail(error, INNO_E_SIZE, INNO__MSG_DESIGN_SOBOL,
                   &(inno__where){.count = inputs, .value = INNO_LIMIT_SOBOL_INPUTS});
  if (s != INNO_OK) return s;
  inno_design wanted = {.base = base_points,
                        .inputs = (int32_t)inputs,
                        .walk = INNO__DESIGN_MATRICES,
                        .sequence = sequence,
                        .flags = flags,
                        .seed = (uint64_t)seed};
  return create(allocator, &wanted, groups, out, error);
}

inno_status INNO_CALL inno_design_create_walks(const inno_allocator *allocator, int64_t walks, int64_t inputs,
                                               const int32_t *groups, int32_t walk, int32_t levels, int64_t seed,
                                               inno_design **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = check_range(walks, 1, INNO_LIMIT_BASE_POINTS, "walks", error);
  if (s == INNO_OK) s = check_range(inputs, 1, INNO_LIMIT_INPUTS, "inputs", error);
  if (s == INNO_OK) s = check_choice(walk, INNO_WALK_TRAJECTORY, INNO_WALK_RADIAL, "walk", error);
  if (s == INNO_OK) s = check_choice(levels, 2, 1000000, "levels", error);
  if (s == INNO_OK && levels % 2 != 0) s = inno__bad_argument(error, "levels", levels);
  if (s != INNO_OK) return s;
  inno_design wanted = {
      .base = walks, .inputs = (int32_t)inputs, .walk = walk, .levels = levels, .seed = (uint64_t)seed};
  return create(allocator, &wanted, groups, out, error);
}

void INNO_CALL inno_design_destroy(inno_design *design) { inno__design_destroy(design); }

int64_t INNO_CALL inno_design_run_count(const inno_design *design) {
  return design != NULL ? inno__design_runs(design) : 0;
}

int64_t INNO_CALL inno_design_input_count(const inno_design *design) { return design != NULL ? design->inputs : 0; }

int64_t INNO_CALL inno_design_group_count(const inno_design *design) { return design != NULL ? design->groups : 0; }

inno_status INNO_CALL inno_design_points(const inno_design *design, int64_t first, int64_t count, double *out,
                                         ptrdiff_t run_stride, ptrdiff_t input_stride, inno_error *error) {
  inno__error_clear(error);
  if (design == NULL) return inno__null(error, "design");
  int64_t runs = inno__design_runs(design);
  if (first < 0 || first > runs) return inno__bad_argument(error, "first", (double)first);
  if (count < 0 || count > runs - first) return inno__bad_argument(error, "count", (double)count);
  if (count == 0) return INNO_OK;
  inno_status s = inno__check_matrix(out, count, design->inputs, run_stride, input_stride, 1, "out", error);
  for (int64_t r = 0; r < count && s == INNO_OK; r++)
    inno__design_point(design, first + r, (double *)(void *)((char *)out + r * run_stride), input_stride);
  return s;
}

/* ---- outputs ---- */

static inno_status check_outputs(const inno_design *design, const double *outputs, ptrdiff_t stride,
                                 inno_error *error) {
  int64_t runs = inno__design_runs(design);
  inno_status s = inno__check_array(outputs, stride, runs, 0, "outputs", error);
  for (int64_t r = 0; r < runs && s == INNO_OK; r++) {
    double y = *(const double *)(const void *)((const char *)outputs + r * stride);
    if (y == y && y - y != 0.0)
      s = inno__fail(error, INNO_E_INFINITE, INNO__MSG_OUTPUT_INFINITE, &(inno__where){.count = r});
  }
  return s;
}

static inno_status wrong_kind(inno_error *error, const char *what, const char *maker) {
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_DESIGN_KIND, &(inno__where){.what = what, .list = maker});
}

inno_status INNO_CALL inno_design_effects(const inno_design *design, const double *outputs, ptrdiff_t output_stride,
                                          int32_t field, double *out, ptrdiff_t out_stride, inno_error *error) {
  inno__error_clear(error);
  if (design == NULL) return inno__null(error, "design");
  if (design->walk == INNO__DESIGN_MATRICES)
    return wrong_kind(error, "inno_design_effects()", "inno_design_create_walks()");
  inno_status s = check_choice(field, INNO_EFFECT_MEAN, INNO_EFFECT_COUNT, "field", error);
  if (s == INNO_OK) s = inno__check_array(out, out_stride, design->groups, 1, "out", error);
  if (s == INNO_OK) s = check_outputs(design, outputs, output_stride, error);
  if (s != INNO_OK) return s;
  return inno__walk_effects(design, outputs, output_stride, field, out, out_stride, error);
}

/* ---- indices ---- */

static const char *const estimators[] = {"jansen", "saltelli", "centered"};

int32_t INNO_CALL inno_estimator_from_name(const char *name) {
  for (int32_t e = INNO_ESTIMATOR_JANSEN; name != NULL && e <= INNO_ESTIMATOR_CENTERED; e++)
    if (strcmp(name, estimators[e - 1]) == 0) return e;
  return 0;
}

const char *INNO_CALL inno_estimator_name(int32_t estimator) {
  return estimator >= INNO_ESTIMATOR_JANSEN && estimator <= INNO_ESTIMATOR_CENTERED ? estimators[estimator - 1] : NULL;
}

inno_status INNO_CALL inno_sensitivity_create(const inno_allocator *allocator, const inno_design *design,
                                              const double *outputs, ptrdiff_t output_stride, int32_t estimator,
                                              int64_t resamples, int64_t seed, inno_sensitivity **out,
                                              inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (design == NULL) return inno__null(error, "design");
  if (design->walk != INNO__DESIGN_MATRICES)
    return wrong_kind(error, "inno_sensitivity_create()", "inno_design_create_matrices()");
  inno_status s = check_choice(estimator, INNO_ESTIMATOR_JANSEN, INNO_ESTIMATOR_CENTERED, "estimator", error);
  if (s == INNO_OK) s = check_range(resamples, 0, INNO_LIMIT_RESAMPLES, "resamples", error);
  if (s == INNO_OK) s = check_outputs(design, outputs, output_stride, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__sensitivity_create(&a, design, outputs, output_stride, estimator, resamples, (uint64_t)seed, out, error);
}

void INNO_CALL inno_sensitivity_destroy(inno_sensitivity *sensitivity) { inno__sensitivity_destroy(sensitivity); }

inno_status INNO_CALL inno_sensitivity_advance(inno_sensitivity *sensitivity, int64_t work_limit, int32_t *done,
                                               inno_error *error) {
  inno__error_clear(error);
  if (done == NULL) return inno__null(error, "done");
  *done = 0;
  if (sensitivity == NULL) return inno__null(error, "sensitivity");
  if (work_limit < 1) return inno__bad_argument(error, "work_limit", (double)work_limit);
  inno__sensitivity_advance(sensitivity, work_limit);
  *done = sensitivity->done == sensitivity->resamples;
  return INNO_OK;
}

/* ---- reading ---- */

double INNO_CALL inno_sensitivity_number(const inno_sensitivity *sensitivity, int32_t field) {
  const inno_sensitivity *s = sensitivity;
  if (s == NULL) return inno__nan();
  switch (field) {
    case INNO_SENSITIVITY_MEAN:
      return s->mean;
    case INNO_SENSITIVITY_VARIANCE:
      return s->variance;
    case INNO_SENSITIVITY_USED:
      return (double)s->used;
    case INNO_SENSITIVITY_LEFT_OUT:
      return (double)s->left_out;
    case INNO_SENSITIVITY_CONSTANT:
      return (double)s->constant;
    default:
      return inno__nan();
  }
}

inno_status INNO_CALL inno_sensitivity_indices(const inno_sensitivity *sensitivity, int32_t field, double *out,
                                               ptrdiff_t stride, inno_error *error) {
  const inno_sensitivity *s = sensitivity;
  inno__error_clear(error);
  if (s == NULL) return inno__null(error, "sensitivity");
  inno_status status = check_choice(field, INNO_SENSITIVITY_FIRST, INNO_SENSITIVITY_TOTAL, "field", error);
  if (status == INNO_OK) status = inno__check_array(out, stride, s->groups, 1, "out", error);
  if (status != INNO_OK) return status;
  inno__scatter(s->index + (field == INNO_SENSITIVITY_TOTAL ? s->groups : 0), s->groups, out, stride);
  return INNO_OK;
}

static inno_status check_interval(const inno_sensitivity *s, int32_t kind, double level, inno_error *error) {
  inno_status status = check_choice(kind, INNO_INTERVAL_PERCENTILE, INNO_INTERVAL_NORMAL, "kind", error);
  if (status != INNO_OK) return status;
  if (!(level > 0.0 && level < 1.0)) return inno__bad_argument(error, "level", level);
  if (s->resamples < 2)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_SENSITIVITY_RESAMPLES, &(inno__where){.count = s->resamples});
  if (s->done < s->resamples)
    return inno__fail(error, INNO_E_UNFINISHED, INNO__MSG_UNFINISHED, &(inno__where){.what = "sensitivity"});
  return INNO_OK;
}

inno_status INNO_CALL inno_sensitivity_intervals(const inno_sensitivity *sensitivity, int32_t field, int32_t kind,
                                                 double level, double *lower, ptrdiff_t lower_stride, double *upper,
                                                 ptrdiff_t upper_stride, inno_error *error) {
  const inno_sensitivity *s = sensitivity;
  inno__error_clear(error);
  if (s == NULL) return inno__null(error, "sensitivity");
  inno_status status = check_choice(field, INNO_SENSITIVITY_FIRST, INNO_SENSITIVITY_TOTAL, "field", error);
  if (status == INNO_OK) status = check_interval(s, kind, level, error);
  if (status == INNO_OK) status = inno__check_array(lower, lower_stride, s->groups, 1, "lower", error);
  if (status == INNO_OK) status = inno__check_array(upper, upper_stride, s->groups, 1, "upper", error);
  for (int32_t g = 0; g < s->groups && status == INNO_OK; g++)
    inno__sensitivity_interval(s, field == INNO_SENSITIVITY_TOTAL ? s->groups + g : g, kind, level,
                               (double *)(void *)((char *)lower + g * lower_stride),
                               (double *)(void *)((char *)upper + g * upper_stride));
  return status;
}

static inno_status find_pair(const inno_sensitivity *s, int64_t first, int64_t second, int64_t *at, inno_error *error) {
  if (s == NULL) return inno__null(error, "sensitivity");
  if (!s->second_order) return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_DESIGN_SECOND, NULL);
  if (first < 0 || first >= s->groups) return inno__bad_argument(error, "first", (double)first);
  if (second < 0 || second >= s->groups || second == first) return inno__bad_argument(error, "second", (double)second);
  *at = inno__sensitivity_pair(s, first < second ? first : second, first < second ? second : first);
  return INNO_OK;
}

inno_status INNO_CALL inno_sensitivity_second(const inno_sensitivity *sensitivity, int64_t first, int64_t second,
                                              double *value, inno_error *error) {
  int64_t at = 0;
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = inno__nan();
  inno_status status = find_pair(sensitivity, first, second, &at, error);
  if (status == INNO_OK) *value = sensitivity->index[at];
  return status;
}

inno_status INNO_CALL inno_sensitivity_second_interval(const inno_sensitivity *sensitivity, int64_t first,
                                                       int64_t second, int32_t kind, double level, double *lower,
                                                       double *upper, inno_error *error) {
  int64_t at = 0;
  inno__error_clear(error);
  if (lower != NULL) *lower = inno__nan();
  if (upper != NULL) *upper = inno__nan();
  if (lower == NULL) return inno__null(error, "lower");
  if (upper == NULL) return inno__null(error, "upper");
  inno_status status = find_pair(sensitivity, first, second, &at, error);
  if (status == INNO_OK) status = check_interval(sensitivity, kind, level, error);
  if (status == INNO_OK) inno__sensitivity_interval(sensitivity, at, kind, level, lower, upper);
  return status;
}
