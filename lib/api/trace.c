#include "innoscore/trace.h"

#include "api/analysis.h"
#include "construct/result_read.h"
#include "explain/trace.h"

static inno_status check_inputs(const inno_method *method, const inno_dataset *d, const inno_result *r, int64_t unit,
                                inno_error *error) {
  if (method == NULL) return inno__null(error, "method");
  if (d == NULL) return inno__null(error, "dataset");
  if (r == NULL) return inno__null(error, "result");
  if (unit < 0 || unit >= r->units) return inno__bad_argument(error, "unit", (double)unit);
  if (r->keep != INNO_KEEP_ALL)
    return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_NOT_KEPT, &(inno__where){.what = "INNO_KEEP_ALL"});
  return inno__result_check_origin(r, method, d, error);
}

inno_status INNO_CALL inno_analysis_create_trace(const inno_allocator *allocator, const inno_scheme *options,
                                                 const inno_method *method, const inno_dataset *dataset,
                                                 const inno_result *result, int64_t unit, inno_analysis **out,
                                                 inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  int64_t root, period;
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s == INNO_OK) s = check_inputs(method, dataset, result, unit, error);
  if (s == INNO_OK) s = inno__explain_node(&rule, result->tree, &root, error);
  if (s == INNO_OK) s = inno__result_find_period(result, rule.period, &period, error);
  if (s == INNO_OK)
    s = inno__analysis_create(&a, &inno__trace_kinds, result->tree->codes, result->unit_codes, out, error);
  if (s == INNO_OK) s = inno__explain_trace(*out, method, dataset, result, root, period * result->units + unit, error);
  return inno__analysis_end(s, out);
}
