#include "innoscore/uncertainty.h"

#include <math.h>
#include <string.h>

#include "api/arguments.h"
#include "numeric/missing.h"
#include "robust/replicate.h"

static inno_status check_inputs(const inno_indicator_set *set, const inno_scheme *const *schemes, int64_t scheme_count,
                                const inno_dataset *dataset, const inno_assumptions *assumptions, inno_error *error) {
  if (set == NULL) return inno__null(error, "set");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  if (dataset == NULL) return inno__null(error, "dataset");
  if (assumptions == NULL) return inno__null(error, "assumptions");
  if (scheme_count < 0) return inno__bad_argument(error, "scheme_count", (double)scheme_count);
  if (scheme_count > INNO_LIMIT_STEPS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "steps", .value = INNO_LIMIT_STEPS});
  if (schemes == NULL && scheme_count > 0) return inno__null(error, "schemes");
  for (int64_t k = 0; k < scheme_count; k++)
    if (schemes[k] == NULL) return inno__null(error, "schemes");
  return INNO_OK;
}

inno_status INNO_CALL inno_uncertainty_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                              const inno_weights *weights, const inno_scheme *const *schemes,
                                              int64_t scheme_count, const inno_dataset *dataset,
                                              const inno_assumptions *assumptions, const inno_scheme *options,
                                              inno_uncertainty **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = check_inputs(set, schemes, scheme_count, dataset, assumptions, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  const inno__uncertainty_input in = {set->tree, weights,     schemes, (int32_t)scheme_count,
                                      dataset,   assumptions, options};
  return inno__uncertainty_create(&a, &in, out, error);
}

void INNO_CALL inno_uncertainty_destroy(inno_uncertainty *uncertainty) { inno__uncertainty_destroy(uncertainty); }

/* ---- what it is made of ---- */

int64_t INNO_CALL inno_uncertainty_unit_count(const inno_uncertainty *uncertainty) {
  return uncertainty != NULL ? uncertainty->units : 0;
}

const char *INNO_CALL inno_uncertainty_unit_code(const inno_uncertainty *uncertainty, int64_t unit) {
  if (uncertainty == NULL || unit < 0 || unit >= uncertainty->units) return NULL;
  return inno__names_at(uncertainty->unit_codes, unit);
}

int64_t INNO_CALL inno_uncertainty_dimension_count(const inno_uncertainty *uncertainty) {
  return uncertainty != NULL ? uncertainty->dimensions : 0;
}

int64_t INNO_CALL inno_uncertainty_parameter_count(const inno_uncertainty *uncertainty) {
  return uncertainty != NULL ? uncertainty->parameters : 0;
}

static const char *code_of(const inno_uncertainty *u, int64_t node) {
  return node >= 0 ? inno__names_at(u->tree->codes, node) : NULL;
}

inno_status INNO_CALL inno_uncertainty_dimension(const inno_uncertainty *uncertainty, int64_t dimension,
                                                 int64_t *assumption, int32_t *kind, const char **code) {
  if (assumption != NULL) *assumption = -1;
  if (kind != NULL) *kind = 0;
  if (code != NULL) *code = NULL;
  if (uncertainty == NULL) return INNO_E_NULL;
  if (dimension < 0 || dimension >= uncertainty->dimensions) return INNO_E_ARGUMENT;
  int64_t a = 0;
  while (dimension >= uncertainty->draws[a].first_dimension + uncertainty->draws[a].dimensions) a++;
  const inno__draw *d = &uncertainty->draws[a];
  if (assumption != NULL) *assumption = a;
  if (kind != NULL) *kind = d->kind;
  if (code != NULL)
    *code =
        code_of(uncertainty, d->kind == INNO_ASSUME_WEIGHT_NOISE ? d->nodes[dimension - d->first_dimension] : d->code);
  return INNO_OK;
}

inno_status INNO_CALL inno_uncertainty_parameter(const inno_uncertainty *uncertainty, int64_t parameter,
                                                 int64_t *assumption, int32_t *kind, const char **code, int64_t *unit) {
  if (assumption != NULL) *assumption = -1;
  if (kind != NULL) *kind = 0;
  if (code != NULL) *code = NULL;
  if (unit != NULL) *unit = -1;
  if (uncertainty == NULL) return INNO_E_NULL;
  if (parameter < 0 || parameter >= uncertainty->parameters) return INNO_E_ARGUMENT;
  int64_t a = 0;
  while (parameter >= uncertainty->draws[a].first_parameter + uncertainty->draws[a].parameters) a++;
  const inno__draw *d = &uncertainty->draws[a];
  int64_t at = parameter - d->first_parameter;
  if (assumption != NULL) *assumption = a;
  if (kind != NULL) *kind = d->kind;
  if (code != NULL && !inno__is_choice(d->kind))
    *code = code_of(uncertainty, d->kind == INNO_ASSUME_ERROR ? d->code : d->nodes[at]);
  if (unit != NULL && d->kind == INNO_ASSUME_ERROR) *unit = d->rows[at] % uncertainty->units;
  return INNO_OK;
}

/* ---- results ---- */

static void blank(const inno_uncertainty *u, double *scores, double *ranks) {
  for (int64_t i = 0; scores != NULL && i < u->units; i++) scores[i] = inno__nan();
  for (int64_t i = 0; ranks != NULL && i < u->units; i++) ranks[i] = inno__nan();
}

inno_status INNO_CALL inno_uncertainty_nominal(const inno_uncertainty *uncertainty, double *scores, double *ranks,
                                               inno_error *error) {
  inno__error_clear(error);
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  size_t bytes = (size_t)uncertainty->units * sizeof(double);
  if (scores != NULL) memcpy(scores, uncertainty->nominal_scores, bytes);
  if (ranks != NULL) memcpy(ranks, uncertainty->nominal_ranks, bytes);
  return INNO_OK;
}

inno_status INNO_CALL inno_uncertainty_replay(const inno_uncertainty *uncertainty, int64_t replicate,
                                              double *parameters, double *scores, double *ranks, inno_error *error) {
  inno__error_clear(error);
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  blank(uncertainty, scores, ranks);
  if (replicate < 0 || replicate >= inno__replicate_limit(uncertainty))
    return inno__bad_argument(error, "replicate", (double)replicate);
  const inno__replicate_input in = {.replicate = replicate};
  return inno__replicate_one(uncertainty, &in, parameters, scores, ranks, error);
}

inno_status INNO_CALL inno_uncertainty_at_point(const inno_uncertainty *uncertainty, const double *point,
                                                double *parameters, double *scores, double *ranks, inno_error *error) {
  inno__error_clear(error);
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  blank(uncertainty, scores, ranks);
  if (point == NULL) return inno__null(error, "point");
  for (int64_t d = 0; d < uncertainty->dimensions; d++)
    if (!(point[d] >= 0.0 && point[d] <= 1.0))
      return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNCERTAINTY_POINT,
                        &(inno__where){.count = d + 1, .value = point[d]});
  const inno__replicate_input in = {.point = point};
  return inno__replicate_one(uncertainty, &in, parameters, scores, ranks, error);
}

static inno_status check_parameters(const inno_uncertainty *u, const double *p, inno_error *error) {
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    for (int64_t k = d->first_parameter; k < d->first_parameter + d->parameters; k++) {
      int fits = isfinite(p[k]) != 0;
      if (inno__is_choice(d->kind))
        fits = p[k] >= 0.0 && p[k] < (double)d->count && p[k] == floor(p[k]);
      else if (d->kind != INNO_ASSUME_ERROR)
        fits = fits && p[k] >= 0.0;
      if (!fits)
        return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNCERTAINTY_PARAMETER,
                          &(inno__where){.count = k + 1, .value = p[k], .value2 = (double)(d->count - 1)});
    }
  }
  return INNO_OK;
}

inno_status INNO_CALL inno_uncertainty_at_parameters(const inno_uncertainty *uncertainty, const double *parameters,
                                                     double *scores, double *ranks, inno_error *error) {
  inno__error_clear(error);
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  blank(uncertainty, scores, ranks);
  if (parameters == NULL) return inno__null(error, "parameters");
  inno_status s = check_parameters(uncertainty, parameters, error);
  if (s != INNO_OK) return s;
  const inno__replicate_input in = {.parameters = parameters};
  return inno__replicate_one(uncertainty, &in, NULL, scores, ranks, error);
}
