/* Analyses of results and methods. */
#include "innoscore/analysis_result.h"

#include "analyze/analyze.h"
#include "api/analysis.h"

/* What comes before: nothing is made yet. */
static inno_status begin(const inno_allocator *allocator, const inno_scheme *options, inno_analysis **out,
                         inno_allocator *resolved, inno__audit_rule *rule, inno_error *error) {
  inno_status s = inno__analysis_begin(allocator, resolved, out, error);
  return s == INNO_OK ? inno__audit_read(options, rule, error) : s;
}

/* The object for one result, and the period. */
static inno_status open_analysis(const inno_allocator *allocator, const inno__audit_rule *rule,
                                 const inno_result *result, int64_t *period, inno_analysis **out, inno_error *error) {
  if (result == NULL) return inno__null(error, "result");
  inno_status s = inno__result_find_period(result, rule->period, period, error);
  return s != INNO_OK ? s
                      : inno__analysis_create(allocator, &inno__audit_kinds, result->tree->codes, result->unit_codes,
                                              out, error);
}

/* A step to take the indicators from, and a dataset of the same units. */
static inno_status check_coherence(const inno_result *r, int32_t step, const inno_dataset *d, inno_error *error) {
  if (step != INT32_MIN && (step < -1 || step >= r->step_count)) return inno__bad_argument(error, "step", step);
  if (step != INT32_MIN && (r->keep & INNO_KEEP_STEPS) == 0)
    return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_NOT_KEPT, &(inno__where){.what = "INNO_KEEP_STEPS"});
  int same = d == NULL || (d->units == r->units && d->period_count == r->period_count);
  for (int64_t i = 0; d != NULL && same && i < r->units; i++)
    same = inno__names_find_near(r->unit_codes, inno__names_at(d->codes, i), i) == i;
  return same ? INNO_OK : inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_AUDIT_OTHER_UNITS, NULL);
}

inno_status INNO_CALL inno_analysis_create_coherence(const inno_allocator *allocator, const inno_scheme *options,
                                                     const inno_result *result, int32_t step,
                                                     const inno_dataset *dataset, inno_analysis **out,
                                                     inno_error *error) {
  inno_allocator a;
  inno__audit_rule rule;
  int64_t period;
  inno_status s = begin(allocator, options, out, &a, &rule, error);
  if (s == INNO_OK) s = open_analysis(&a, &rule, result, &period, out, error);
  if (s == INNO_OK) s = check_coherence(result, step, dataset, error);
  if (s == INNO_OK) s = inno__analyze_coherence(*out, &rule, result, period, step, dataset, error);
  return inno__analysis_end(s, out);
}

/* Those that need nothing but a result. */
typedef inno_status (*of_result)(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                 inno_error *error);

static inno_status analyze_result(const inno_allocator *allocator, const inno_scheme *options,
                                  const inno_result *result, of_result analyze, inno_analysis **out,
                                  inno_error *error) {
  inno_allocator a;
  inno__audit_rule rule;
  int64_t period;
  inno_status s = begin(allocator, options, out, &a, &rule, error);
  if (s == INNO_OK) s = open_analysis(&a, &rule, result, &period, out, error);
  if (s == INNO_OK) s = analyze(*out, &rule, result, period, error);
  return inno__analysis_end(s, out);
}

inno_status INNO_CALL inno_analysis_create_families(const inno_allocator *allocator, const inno_scheme *options,
                                                    const inno_result *result, inno_analysis **out, inno_error *error) {
  return analyze_result(allocator, options, result, inno__analyze_families, out, error);
}

inno_status INNO_CALL inno_analysis_create_influence(const inno_allocator *allocator, const inno_scheme *options,
                                                     const inno_result *result, inno_analysis **out,
                                                     inno_error *error) {
  return analyze_result(allocator, options, result, inno__analyze_influence, out, error);
}

/* Both need a result of their own. */
typedef inno_status (*of_method)(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                                 const inno_dataset *dataset, const inno_result *r, int64_t period, inno_error *error);

static inno_status analyze_method(const inno_allocator *allocator, const inno_scheme *options,
                                  const inno_method *method, const inno_dataset *dataset, of_method analyze,
                                  inno_analysis **out, inno_error *error) {
  inno_allocator a;
  inno__audit_rule rule;
  int64_t period;
  inno_result *result = NULL;
  inno_status s = begin(allocator, options, out, &a, &rule, error);
  if (s == INNO_OK) s = inno_result_create(&a, method, dataset, INNO_KEEP_ALL, &result, error);
  if (s == INNO_OK) s = open_analysis(&a, &rule, result, &period, out, error);
  if (s == INNO_OK) s = analyze(*out, &rule, method, dataset, result, period, error);
  inno_result_destroy(result);
  return inno__analysis_end(s, out);
}

inno_status INNO_CALL inno_analysis_create_removal(const inno_allocator *allocator, const inno_scheme *options,
                                                   const inno_method *method, const inno_dataset *dataset,
                                                   inno_analysis **out, inno_error *error) {
  return analyze_method(allocator, options, method, dataset, inno__analyze_removal, out, error);
}

inno_status INNO_CALL inno_analysis_create_profile(const inno_allocator *allocator, const inno_scheme *options,
                                                   const inno_result *result, inno_analysis **out, inno_error *error) {
  return analyze_result(allocator, options, result, inno__analyze_profile, out, error);
}

inno_status INNO_CALL inno_analysis_create_comparison(const inno_allocator *allocator, const inno_scheme *options,
                                                      const inno_result *const *results, int64_t count,
                                                      inno_analysis **out, inno_error *error) {
  inno_allocator a;
  inno__audit_rule rule;
  inno_status s = begin(allocator, options, out, &a, &rule, error);
  if (s != INNO_OK) return s;
  if (count < 2) return inno__bad_argument(error, "count", (double)count);
  if (results == NULL) return inno__null(error, "results");
  for (int64_t i = 0; i < count; i++)
    if (results[i] == NULL) return inno__null(error, "results");
  return inno__analysis_end(inno__analyze_comparison(&a, &rule, results, count, out, error), out);
}

inno_status INNO_CALL inno_analysis_create_audit(const inno_allocator *allocator, const inno_scheme *options,
                                                 const inno_method *method, const inno_dataset *dataset,
                                                 inno_analysis **out, inno_error *error) {
  return analyze_method(allocator, options, method, dataset, inno__analyze_audit, out, error);
}
