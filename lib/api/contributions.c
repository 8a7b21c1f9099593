/* Contributions to a score. */
#include "innoscore/contributions.h"

#include "api/analysis.h"
#include "construct/result_read.h"
#include "explain/contributions.h"

static inno_status ask_of(const inno__explain_rule *rule, const inno_method *method, const inno_result *result,
                          int64_t unit, int64_t reference, inno__contributions *ask, inno_error *error) {
  *ask = (inno__contributions){.rule = rule, .unit = unit, .other = reference};
  if (method == NULL) return inno__null(error, "method");
  if (result == NULL) return inno__null(error, "result");
  inno_status s = inno__result_check_method(result, method, error);
  if (s != INNO_OK) return s;
  if (unit < -1 || unit >= result->units) return inno__bad_argument(error, "unit", (double)unit);
  if (reference < -1 || reference >= result->units) return inno__bad_argument(error, "reference", (double)reference);
  s = inno__explain_node(rule, result->tree, &ask->node, error);
  return s == INNO_OK ? inno__result_find_period(result, rule->period, &ask->period, error) : s;
}

inno_status INNO_CALL inno_analysis_create_contributions(const inno_allocator *allocator, const inno_scheme *options,
                                                         const inno_method *method, const inno_result *result,
                                                         int64_t unit, int64_t reference, inno_analysis **out,
                                                         inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno__contributions ask;
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s == INNO_OK) s = ask_of(&rule, method, result, unit, reference, &ask, error);
  if (s == INNO_OK)
    s = inno__analysis_create(&a, &inno__contributions_kinds, result->tree->codes, result->unit_codes, out, error);
  if (s == INNO_OK) s = inno__explain_contributions(*out, method, result, &ask, error);
  return inno__analysis_end(s, out);
}
