/* Self-checks of raw data: arguments are checked here. */
#include "innoscore/check.h"

#include "api/analysis.h"
#include "explain/check.h"

static inno_status ask(inno__checking *c, int64_t unit, inno_error *error) {
  const inno__explain_rule *rule = c->rule;
  if (unit < -1 || unit >= c->data->units) return inno__bad_argument(error, "unit", (double)unit);
  c->n = c->data->units;
  c->begin = unit < 0 ? 0 : unit;
  c->end = unit < 0 ? c->n : unit + 1;
  inno_status s = inno__explain_node(rule, c->method->tree, &c->target, error);
  int64_t period = 0, before = 0;
  if (s == INNO_OK) s = inno__dataset_find_period(c->data, rule->period, "period", &period, error);
  c->first = period * c->n;
  if (s != INNO_OK || c->before == NULL) return s;
  s = inno__dataset_find_period(c->before, rule->period_before, "period_before", &before, error);
  c->first_before = before * c->before->units;
  return s;
}

/* What the values make a run fail with: then there is still much to check. */
static int is_of_values(inno_status s) {
  return s == INNO_E_NODATA || s == INNO_E_CONSTANT || s == INNO_E_NONPOSITIVE || s == INNO_E_DOMAIN ||
         s == INNO_E_OVERFLOW || s == INNO_E_CONVERGENCE || s == INNO_E_UNFINISHED || s == INNO_E_WEIGHTS;
}

/* The run that gaps are priced with; c->w stays NULL where the values forbid one: *node is where, *why the status. */
static inno_status open_run(inno__checking *c, const inno_allocator *allocator, int64_t *node, inno_status *why) {
  inno_error own = {.language = INNO_LANGUAGE_EN};
  *node = -1;
  inno_status s = inno__what_if_create(allocator, c->rule, c->method, c->data, &c->w, &own);
  if (is_of_values(s)) {
    int64_t named = inno__names_find(c->method->tree->codes, own.node);
    *node = named >= 0 ? named : c->target;
    *why = s;
    return INNO_OK;
  }
  /* once more for the sentence in the caller's language */
  return s != INNO_OK ? inno__what_if_create(allocator, c->rule, c->method, c->data, &c->w, c->error) : s;
}

static inno_status fill(inno__checking *c, const inno_allocator *allocator) {
  int64_t failed;
  inno_status why = INNO_OK, s = open_run(c, allocator, &failed, &why);
  if (s == INNO_OK) s = inno__check(c);
  if (s == INNO_OK && c->w == NULL) {
    const inno__checked none = {.node = failed};
    inno__noted n = inno__noted_of(INNO_FINDING_NOT_SCORED, &none, -1);
    n.value = why;
    s = inno__check_note(c, &n);
  }
  inno__what_if_destroy(c->w);
  return s;
}

inno_status INNO_CALL inno_analysis_create_check(const inno_allocator *allocator, const inno_scheme *options,
                                                 const inno_method *method, const inno_dataset *dataset,
                                                 const inno_dataset *dataset_before, int64_t unit, inno_analysis **out,
                                                 inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno__checking c = {
      .method = method, .data = dataset, .before = dataset_before, .options = options, .rule = &rule, .error = error};
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s != INNO_OK) return s;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  s = ask(&c, unit, error);
  if (s == INNO_OK) s = inno__analysis_create(&a, &inno__check_kinds, method->tree->codes, dataset->codes, out, error);
  c.a = *out;
  if (s == INNO_OK) s = fill(&c, &a);
  return inno__analysis_end(s, out);
}
