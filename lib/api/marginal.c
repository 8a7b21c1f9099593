#include "innoscore/marginal.h"

#include "api/analysis.h"
#include "explain/marginal.h"

/* The table of a what-if. */
static inno_status tabulate(inno_what_if *w, const inno__explain_rule *rule, int64_t unit, inno_analysis **out,
                            inno_error *error) {
  const inno_result *r = w->run->result;
  int64_t node = 0, period = 0;
  inno_status s = inno__explain_node(rule, r->tree, &node, error);
  if (s == INNO_OK) s = inno__result_find_period(r, rule->period, &period, error);
  if (s == INNO_OK)
    s = inno__analysis_create(&w->allocator, &inno__marginal_kinds, r->tree->codes, r->unit_codes, out, error);
  if (s == INNO_OK) s = inno__marginal(*out, w, node, period, unit, error);
  return inno__analysis_end(s, out);
}

inno_status INNO_CALL inno_analysis_create_marginal(const inno_allocator *allocator, const inno_scheme *options,
                                                    const inno_method *method, const inno_dataset *dataset,
                                                    int64_t unit, inno_analysis **out, inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno_what_if *w = NULL;
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s != INNO_OK) return s;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  if (unit < -1 || unit >= dataset->units) return inno__bad_argument(error, "unit", (double)unit);
  s = inno__what_if_create(&a, &rule, method, dataset, &w, error);
  if (s == INNO_OK) s = tabulate(w, &rule, unit, out, error);
  inno__what_if_destroy(w);
  return s;
}
