#include "innoscore/assumptions.h"

#include <math.h>

#include "api/arguments.h"
#include "robust/assumptions.h"

inno_status INNO_CALL inno_assumptions_create(const inno_allocator *allocator, inno_assumptions **out,
                                              inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (inno__assumptions_create(&a, out) != INNO_OK) return inno__no_memory(error);
  return INNO_OK;
}

void INNO_CALL inno_assumptions_destroy(inno_assumptions *assumptions) { inno__assumptions_destroy(assumptions); }

int64_t INNO_CALL inno_assumptions_count(const inno_assumptions *assumptions) {
  return assumptions != NULL ? assumptions->count : 0;
}

/* ---- what several of them check ---- */

static inno_status begin(const inno_assumptions *assumptions, inno_error *error) {
  inno__error_clear(error);
  return assumptions == NULL ? inno__null(error, "assumptions") : INNO_OK;
}

static inno_status added(inno_status s, inno_error *error) {
  return s == INNO_OK ? s : inno__fail(error, s, INNO__MSG_NOMEM, NULL);
}

static inno_status check_count(int64_t count, int64_t least, inno_error *error) {
  if (count < least) return inno__bad_argument(error, "count", (double)count);
  if (count <= INNO_LIMIT_ALTERNATIVES) return INNO_OK;
  return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                    &(inno__where){.what = "count", .value = INNO_LIMIT_ALTERNATIVES});
}

static inno_status check_probabilities(const double *p, int64_t count, inno_error *error) {
  double sum = 0.0;
  for (int64_t i = 0; p != NULL && i < count; i++) {
    sum += p[i];
    if (!(p[i] > 0.0) || !isfinite(sum))
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ASSUME_PROBABILITY,
                        &(inno__where){.count = i + 1, .value = p[i]});
  }
  return INNO_OK;
}

/* Codes, each once and none of them the first. */
static inno_status check_codes(const inno_assumptions *assumptions, const char *first, const char *const *codes,
                               int64_t count, inno_error *error) {
  inno__names *seen = NULL;
  if (codes == NULL) return inno__null(error, "codes");
  if (inno__names_create(&assumptions->allocator, &seen) != INNO_OK) return inno__no_memory(error);
  inno_status s = INNO_OK;
  if (first != NULL && inno__names_add(seen, first) < 0) s = inno__no_memory(error);
  for (int64_t i = 0; s == INNO_OK && i < count; i++) {
    s = inno__check_code(codes[i], "codes", error);
    if (s != INNO_OK) break;
    if (inno__names_find(seen, codes[i]) >= 0)
      s = inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE,
                     &(inno__where){.node = codes[i], .what = codes[i]});
    else if (inno__names_add(seen, codes[i]) < 0)
      s = inno__no_memory(error);
  }
  inno__names_destroy(seen);
  return s;
}

static inno_status check_bounds(const char *code, double lower, double upper, inno_error *error) {
  if (lower >= 0.0 && upper > lower && isfinite(upper)) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_ASSUME_BOUNDS,
                    &(inno__where){.node = code, .value = lower, .value2 = upper});
}

static inno_status check_number(const char *code, const char *what, double value, inno_error *error) {
  if (value > 0.0 && isfinite(value)) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_ASSUME_NUMBER,
                    &(inno__where){.node = code, .what = what, .value = value});
}

/* ---- choices ---- */

inno_status INNO_CALL inno_assumptions_add_schemes(inno_assumptions *assumptions, int64_t position,
                                                   const inno_scheme *const *schemes, int64_t count,
                                                   const double *probabilities, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s != INNO_OK) return s;
  if (schemes == NULL) return inno__null(error, "schemes");
  if (position < 0 || position >= INNO_LIMIT_STEPS) return inno__bad_argument(error, "position", (double)position);
  s = check_count(count, 2, error);
  if (s != INNO_OK) return s;
  for (int64_t i = 0; i < count; i++) {
    if (schemes[i] == NULL) return inno__null(error, "schemes");
    if (schemes[i]->entry->step != schemes[0]->entry->step)
      return inno__fail(
          error, INNO_E_ARGUMENT, INNO__MSG_ASSUME_STEPS,
          &(inno__where){.count = i + 1, .what = schemes[i]->entry->section, .given = schemes[0]->entry->section});
  }
  s = check_probabilities(probabilities, count, error);
  return s != INNO_OK ? s : added(inno__assume_schemes(assumptions, position, schemes, count, probabilities), error);
}

inno_status INNO_CALL inno_assumptions_add_weight_sets(inno_assumptions *assumptions, const inno_weights *const *sets,
                                                       int64_t count, const double *probabilities, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s != INNO_OK) return s;
  if (sets == NULL) return inno__null(error, "sets");
  s = check_count(count, 2, error);
  for (int64_t i = 0; s == INNO_OK && i < count; i++)
    if (sets[i] == NULL) return inno__null(error, "sets");
  if (s == INNO_OK) s = check_probabilities(probabilities, count, error);
  return s != INNO_OK ? s : added(inno__assume_sets(assumptions, sets, count, probabilities), error);
}

inno_status INNO_CALL inno_assumptions_add_removal(inno_assumptions *assumptions, const char *const *codes,
                                                   int64_t count, int32_t none, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s != INNO_OK) return s;
  if (none != 0 && none != 1) return inno__bad_argument(error, "none", none);
  s = check_count(count, 1, error);
  if (s == INNO_OK) s = check_codes(assumptions, NULL, codes, count, error);
  if (s != INNO_OK) return s;
  if (count == 1 && !none)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ASSUME_ONE, &(inno__where){.node = codes[0]});
  const inno__assumption model = {.kind = INNO_ASSUME_REMOVAL, .none = none};
  return added(inno__assume_nodes(assumptions, &model, NULL, NULL, codes, count, NULL, NULL), error);
}

/* ---- weights ---- */

inno_status INNO_CALL inno_assumptions_add_weight_range(inno_assumptions *assumptions, const char *code, double lower,
                                                        double upper, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s == INNO_OK) s = inno__check_code(code, "code", error);
  if (s == INNO_OK) s = check_bounds(code, lower, upper, error);
  if (s != INNO_OK) return s;
  const inno__assumption model = {.kind = INNO_ASSUME_WEIGHT_RANGE};
  return added(inno__assume_nodes(assumptions, &model, NULL, NULL, &code, 1, &lower, &upper), error);
}

inno_status INNO_CALL inno_assumptions_add_weight_noise(inno_assumptions *assumptions, int32_t level, double share,
                                                        inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s != INNO_OK) return s;
  if (level < 1 || level > INNO_LIMIT_LEVELS) return inno__bad_argument(error, "level", level);
  if (!(share > 0.0 && share <= 1.0))
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_ASSUME_SHARE, &(inno__where){.count = level, .value = share});
  return added(inno__assume_level(assumptions, level, share), error);
}

static inno_status add_family(inno_assumptions *assumptions, int32_t kind, const char *parent, double concentration,
                              inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s == INNO_OK) s = inno__check_code(parent, "parent", error);
  if (s == INNO_OK && kind == INNO_ASSUME_DIRICHLET) s = check_number(parent, "concentration", concentration, error);
  if (s != INNO_OK) return s;
  const inno__assumption model = {.kind = kind, .size = concentration};
  return added(inno__assume_nodes(assumptions, &model, NULL, NULL, &parent, 1, NULL, NULL), error);
}

inno_status INNO_CALL inno_assumptions_add_simplex(inno_assumptions *assumptions, const char *parent,
                                                   inno_error *error) {
  return add_family(assumptions, INNO_ASSUME_SIMPLEX, parent, 0.0, error);
}

inno_status INNO_CALL inno_assumptions_add_dirichlet(inno_assumptions *assumptions, const char *parent,
                                                     double concentration, inno_error *error) {
  return add_family(assumptions, INNO_ASSUME_DIRICHLET, parent, concentration, error);
}

static inno_status check_family(const inno_assumptions *assumptions, const char *parent, const char *const *codes,
                                int64_t count, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s == INNO_OK) s = inno__check_code(parent, "parent", error);
  if (s == INNO_OK) s = check_count(count, 2, error);
  return s == INNO_OK ? check_codes(assumptions, parent, codes, count, error) : s;
}

static inno_status check_all_bounds(const char *parent, const char *const *codes, const double *lower,
                                    const double *upper, int64_t count, inno_error *error) {
  double low = 0.0, high = 0.0;
  for (int64_t i = 0; i < count; i++) {
    inno_status s = check_bounds(codes[i], lower[i], upper[i], error);
    if (s != INNO_OK) return s;
    low += lower[i];
    high += upper[i];
  }
  if (low < 1.0 && high > 1.0) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_ASSUME_BOUND_SUMS,
                    &(inno__where){.node = parent, .value = low, .value2 = high});
}

inno_status INNO_CALL inno_assumptions_add_bounded(inno_assumptions *assumptions, const char *parent,
                                                   const char *const *codes, const double *lower, const double *upper,
                                                   int64_t count, inno_error *error) {
  inno_status s = check_family(assumptions, parent, codes, count, error);
  if (s != INNO_OK) return s;
  if (lower == NULL) return inno__null(error, "lower");
  if (upper == NULL) return inno__null(error, "upper");
  if (count > INNO_LIMIT_BOUNDED)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_ASSUME_BOUNDED_SIZE,
                      &(inno__where){.node = parent, .count = count, .value = INNO_LIMIT_BOUNDED});
  s = check_all_bounds(parent, codes, lower, upper, count, error);
  if (s != INNO_OK) return s;
  const inno__assumption model = {.kind = INNO_ASSUME_BOUNDED};
  return added(inno__assume_nodes(assumptions, &model, parent, NULL, codes, count, lower, upper), error);
}

inno_status INNO_CALL inno_assumptions_add_order(inno_assumptions *assumptions, const char *parent,
                                                 const char *const *codes, int64_t count, inno_error *error) {
  inno_status s = check_family(assumptions, parent, codes, count, error);
  if (s != INNO_OK) return s;
  const inno__assumption model = {.kind = INNO_ASSUME_ORDER};
  return added(inno__assume_nodes(assumptions, &model, parent, NULL, codes, count, NULL, NULL), error);
}

/* ---- values ---- */

inno_status INNO_CALL inno_assumptions_add_error(inno_assumptions *assumptions, const char *code, const char *unit,
                                                 int32_t law, double size, int32_t measure, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s == INNO_OK) s = inno__check_code(code, "code", error);
  if (s == INNO_OK && unit != NULL) s = inno__check_code(unit, "unit", error);
  if (s != INNO_OK) return s;
  if (law < INNO_ERROR_NORMAL || law > INNO_ERROR_LOGNORMAL || measure < INNO_ERROR_ABSOLUTE ||
      measure > INNO_ERROR_SD || (law == INNO_ERROR_LOGNORMAL && measure != INNO_ERROR_RELATIVE))
    return inno__fail(error, INNO_E_RULE, INNO__MSG_ASSUME_LAW,
                      &(inno__where){.node = code, .count = law, .value = measure});
  s = check_number(code, "size", size, error);
  if (s != INNO_OK) return s;
  const inno__assumption model = {.kind = INNO_ASSUME_ERROR, .law = law, .measure = measure, .size = size};
  return added(inno__assume_nodes(assumptions, &model, NULL, unit, &code, 1, NULL, NULL), error);
}

/* ---- the JRC's design ---- */

static inno_status add_geometric(inno_assumptions *assumptions, const inno_scheme *own, int64_t position, int32_t level,
                                 inno_error *error) {
  inno_scheme *other = NULL;
  inno_status s = inno__scheme_copy(own, &assumptions->allocator, &other);
  if (s != INNO_OK) return added(s, error);
  s = inno__scheme_set_number(other, NULL, level, inno__key_find(INNO_KEY_AGGREGATE_RULE), INNO_AGGREGATE_GEOMETRIC,
                              error);
  if (s == INNO_OK)
    s = inno_assumptions_add_schemes(assumptions, position, (const inno_scheme *const[]){own, other}, 2, NULL, error);
  inno__scheme_destroy(other);
  return s;
}

static inno_status add_em(inno_assumptions *assumptions, const inno_scheme *own, int64_t position, inno_error *error) {
  inno_scheme *other = NULL;
  inno_status s = inno__scheme_create(&assumptions->allocator, INNO_STEP_IMPUTE, &other, error);
  if (s != INNO_OK) return s;
  s = inno__scheme_set_number(other, NULL, 0, inno__key_find(INNO_KEY_IMPUTE_RULE), INNO_IMPUTE_EM, error);
  if (s == INNO_OK)
    s = inno_assumptions_add_schemes(assumptions, position, (const inno_scheme *const[]){own, other}, 2, NULL, error);
  inno__scheme_destroy(other);
  return s;
}

/* A choice that varies has a scheme of its step and a position, one that does not has neither. */
static inno_status check_choice(const inno_scheme *own, int64_t position, int32_t step, const char *what,
                                inno_error *error) {
  if ((own == NULL) != (position == -1) || (own != NULL && own->entry->step != step))
    return inno__bad_argument(error, what, (double)position);
  return INNO_OK;
}

inno_status INNO_CALL inno_assumptions_add_jrc(inno_assumptions *assumptions, const char *const *codes,
                                               const double *lower, const double *upper, int64_t count,
                                               const inno_scheme *aggregation, int64_t aggregation_position,
                                               int32_t geometric_level, const inno_scheme *imputation,
                                               int64_t imputation_position, inno_error *error) {
  inno_status s = begin(assumptions, error);
  if (s != INNO_OK) return s;
  if (codes == NULL) return inno__null(error, "codes");
  if (lower == NULL) return inno__null(error, "lower");
  if (upper == NULL) return inno__null(error, "upper");
  s = check_count(count, 1, error);
  if (s == INNO_OK)
    s = check_choice(aggregation, aggregation_position, INNO_STEP_AGGREGATE, "aggregation_position", error);
  if (s == INNO_OK) s = check_choice(imputation, imputation_position, INNO_STEP_IMPUTE, "imputation_position", error);
  if (s != INNO_OK) return s;
  if (aggregation != NULL ? geometric_level < 2 || geometric_level > INNO_LIMIT_LEVELS : geometric_level != 0)
    return inno__bad_argument(error, "geometric_level", geometric_level);
  int64_t before = assumptions->count;
  for (int64_t i = 0; i < count && s == INNO_OK; i++)
    s = inno_assumptions_add_weight_range(assumptions, codes[i], lower[i], upper[i], error);
  if (s == INNO_OK && aggregation != NULL)
    s = add_geometric(assumptions, aggregation, aggregation_position, geometric_level, error);
  if (s == INNO_OK && imputation != NULL) s = add_em(assumptions, imputation, imputation_position, error);
  if (s != INNO_OK) inno__assumptions_cut(assumptions, before);
  return s;
}
