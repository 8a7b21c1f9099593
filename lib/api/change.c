/* Changes of scores. */
#include "innoscore/change.h"

#include "api/analysis.h"
#include "explain/change.h"

static inno_status fill(const inno__explain_rule *rule, inno__change_ask *ask, inno_error *error) {
  inno_status s = INNO_OK;
  for (int m = 0; m < 2 && s == INNO_OK; m++) s = inno__explain_node(rule, ask->method[m]->tree, &ask->node[m], error);
  if (s == INNO_OK)
    s = inno__dataset_find_period(ask->data[0], rule->period_before, "period_before", &ask->period[0], error);
  if (s == INNO_OK) s = inno__dataset_find_period(ask->data[1], rule->period, "period", &ask->period[1], error);
  if (s == INNO_OK && ask->regrouped != NULL)
    s = inno__dataset_find_period(ask->regrouped, rule->period_before, "period_before", &ask->regrouped_period, error);
  return s;
}

inno_status INNO_CALL inno_analysis_create_change(const inno_allocator *allocator, const inno_scheme *options,
                                                  const inno_method *method_before, const inno_dataset *dataset_before,
                                                  const inno_method *method_after, const inno_dataset *dataset_after,
                                                  const inno_dataset *regrouped_before, inno_analysis **out,
                                                  inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s != INNO_OK) return s;
  if (method_before == NULL) return inno__null(error, "method_before");
  if (dataset_before == NULL) return inno__null(error, "dataset_before");
  if (method_after == NULL) return inno__null(error, "method_after");
  if (dataset_after == NULL) return inno__null(error, "dataset_after");
  inno__change_ask ask = {
      .method = {method_before, method_after}, .data = {dataset_before, dataset_after}, .regrouped = regrouped_before};
  s = fill(&rule, &ask, error);
  if (s == INNO_OK)
    s = inno__analysis_create(&a, &inno__change_kinds, method_after->tree->codes, dataset_after->codes, out, error);
  if (s == INNO_OK) s = inno__explain_change(*out, &ask, error);
  return inno__analysis_end(s, out);
}
