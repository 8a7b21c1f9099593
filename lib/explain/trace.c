/* The trace: which nodes, what each is made of, and the numbers that its rule reads. */
#include "explain/trace.h"

#include "construct/compile.h"
#include "construct/rank.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

void inno__trace_span(const inno__trace *t, int32_t frame, double base, int64_t *first, int64_t *n) {
  const inno_result *r = t->r;
  int64_t period = t->period;
  for (int64_t p = 0; frame == INNO_FRAME_BASE && r->periods != NULL && p < r->period_count; p++)
    if (r->periods[p] == base) period = p;
  int pooled = frame != INNO_FRAME_PERIOD && frame != INNO_FRAME_BASE;
  *first = pooled ? 0 : period * r->units;
  *n = pooled ? r->rows : r->units;
}

static double value_of(const inno__trace *t, int64_t node) { return t->r->final[node][t->row]; }

/* ---- nodes ---- */

/* Depth first; a node's children are found by its number, so that no stack is needed but the list itself: what is still
 * to be visited lies at its end, backwards. */
static int64_t list_nodes(const inno__tree *t, int64_t root, int64_t *order, int64_t *waiting) {
  int64_t count = 0, left = 0;
  waiting[left++] = root;
  while (left > 0) {
    int64_t node = waiting[--left], a = node - t->indicators;
    order[count++] = node;
    for (int64_t c = a < 0 ? 0 : inno__child_count(t, a); c > 0; c--)
      waiting[left++] = t->children[t->first_child[a] + c - 1];
  }
  return count;
}

static const inno__aggregate_rule *rule_of(const inno__trace *t, int64_t aggregate) {
  return &inno__method_aggregation(t->method)->rules.aggregate[aggregate];
}

/* Weights of the children of an aggregate: of those that have a value, and of all. */
static void sum_weights(const inno__trace *t, int64_t aggregate, double *present, double *whole) {
  const inno__tree *tree = t->r->tree;
  *present = *whole = 0.0;
  for (int64_t c = tree->first_child[aggregate]; c < tree->first_child[aggregate + 1]; c++) {
    double weight = tree->weight[tree->children[c]], x = value_of(t, tree->children[c]);
    *whole += weight;
    if (weight > 0.0 && x == x) *present += weight;
  }
}

/* What a node adds to its parent's score, in the operations of the rule. */
static double adds(const inno__trace *t, int64_t node, double present, double whole) {
  const inno__aggregate_rule *rule = rule_of(t, t->r->tree->parent[node] - t->r->tree->indicators);
  double weight = t->r->tree->weight[node], x = value_of(t, node), score = value_of(t, t->r->tree->parent[node]);
  int mean = rule->rule == INNO_AGGREGATE_ARITHMETIC || (rule->rule == INNO_AGGREGATE_POWER && rule->power == 1.0);
  if (x != x || score != score || (!mean && rule->rule != INNO_AGGREGATE_SUM)) return inno__nan();
  if (!(weight > 0.0)) return 0.0;
  if (mean) return weight * x / present;
  return weight * x * (present == whole || rule->missing == INNO_MISSING_ZERO ? 1.0 : whole / present);
}

static void put_weights(const inno__trace *t, int64_t record, int64_t node) {
  const inno__tree *tree = t->r->tree;
  int64_t parent = tree->parent[node];
  double x = value_of(t, node), present, whole;
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_WEIGHT, tree->weight[node]);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_SHARE, tree->share[node]);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_EFFECTIVE, tree->effective[node]);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_WEIGHT_RULE, 0.0);
  if (parent < 0) {
    if (x == x) inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_PRESENT_SHARE, 1.0);
    return;
  }
  const inno__weigh_rule *computed = inno__method_weighting(t->method, parent - tree->indicators);
  if (computed != NULL)
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_WEIGHT_RULE, computed->rule);
  sum_weights(t, parent - tree->indicators, &present, &whole);
  if (x == x && present > 0.0)
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_PRESENT_SHARE, tree->weight[node] / present);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_ADDS, adds(t, node, present, whole));
}

static void put_children(const inno__trace *t, int64_t record, int64_t node) {
  const inno__tree *tree = t->r->tree;
  int64_t a = node - tree->indicators, there = 0;
  double x = value_of(t, node);
  if (a < 0) {
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_CHILDREN, 0.0);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_AVAILABLE, 0.0);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_COVERAGE, x == x ? 1.0 : 0.0);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_RULE, 0.0);
    return;
  }
  const inno__aggregate_rule *rule = rule_of(t, a);
  for (int64_t c = tree->first_child[a]; c < tree->first_child[a + 1]; c++) {
    double child = value_of(t, tree->children[c]);
    there += child == child;
  }
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_CHILDREN, (double)inno__child_count(tree, a));
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_AVAILABLE, (double)there);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_COVERAGE,
                     inno__column(&t->r->coverage, a)[t->row]);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_RULE, rule->rule);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_COMPARES,
                     rule->aggregator->flags & INNO__COMPARES ? 1.0 : 0.0);
}

/* ranks: one a unit; work: of the ranking. */
static void put_rank(const inno__trace *t, int64_t record, int64_t node, double *ranks, void *work) {
  const double *x = t->r->final[node] + t->period * t->r->units;
  int64_t ranked = 0;
  inno__rank_units(x, t->r->units, t->r->ties, NULL, ranks, work);
  for (int64_t i = 0; i < t->r->units; i++) ranked += ranks[i] == ranks[i];
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_RANK, ranks[t->unit]);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_COUNT, (double)ranked);
}

static inno_status put_nodes(const inno__trace *t, double *ranks, void *work) {
  int64_t first;
  inno_status s = inno__analysis_grow(t->a, INNO_RECORD_TRACE_NODE, t->count, &first, t->error);
  for (int64_t i = 0; i < t->count && s == INNO_OK; i++) {
    int64_t node = t->order[i];
    int compares = 0;
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, i, INNO_FIELD_NODE, (double)node);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, i, INNO_FIELD_PARENT, (double)t->r->tree->parent[node]);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, i, INNO_FIELD_SCORE, value_of(t, node));
    put_weights(t, i, node);
    put_children(t, i, node);
    put_rank(t, i, node, ranks, work);
    if (node >= t->r->tree->indicators) continue;
    s = inno__trace_indicator(t, node, &compares);
    inno__analysis_put(t->a, INNO_RECORD_TRACE_NODE, i, INNO_FIELD_COMPARES, compares);
  }
  return s;
}

/* ---- parameters ---- */

static inno_status put_parameter(const inno__trace *t, int32_t step, int64_t node, int32_t key, int64_t position,
                                 double value) {
  int64_t i;
  if (value != value) return INNO_OK; /* unset */
  inno_status s = inno__analysis_grow(t->a, INNO_RECORD_TRACE_PARAMETER, 1, &i, t->error);
  if (s != INNO_OK) return s;
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_STEP, step);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_STEP_KIND, t->method->steps[step].kind);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_NODE, (double)node);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_PARAMETER_KEY, key);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_PARAMETER_POSITION, (double)position);
  inno__analysis_put(t->a, INNO_RECORD_TRACE_PARAMETER, i, INNO_FIELD_VALUE, value);
  return INNO_OK;
}

/* A reference unit or a grouping: its number. */
static double number_of_text(const inno__trace *t, const inno__step *step, int64_t text) {
  if (text < 0) return inno__nan();
  const char *name = inno__names_at(step->texts, text);
  const inno__names *names = step->kind == INNO_STEP_IMPUTE ? t->r->group_names : t->r->unit_codes;
  return (double)inno__names_find(names, name);
}

static inno_status put_value(const inno__trace *t, int32_t k, int64_t node, const inno__binding *b, const void *at) {
  const inno__list *list = at;
  inno_status s = INNO_OK;
  switch (b->storage) {
    case INNO__AS_F64:
      return put_parameter(t, k, node, b->key, 0, *(const double *)at);
    case INNO__AS_I32:
      return put_parameter(t, k, node, b->key, 0, *(const int32_t *)at);
    case INNO__AS_TEXT:
      return put_parameter(t, k, node, b->key, 0, number_of_text(t, &t->method->steps[k], *(const int64_t *)at));
    case INNO__AS_LIST:
      for (int64_t i = 0; i < list->count && s == INNO_OK; i++)
        s = put_parameter(t, k, node, b->key, i, list->values[i]);
      return s;
    default: /* a chain: the stages say it */
      return INNO_OK;
  }
}

/* The first binding of a step is its rule, which other tables have. */
static inno_status put_rule(const inno__trace *t, int32_t k, int64_t node, int64_t place) {
  const inno__step *step = &t->method->steps[k];
  const char *rule = (const char *)step->rules.any + (size_t)place * step->rule_size;
  int32_t count = 0;
  const inno__binding *b = inno__bindings(step->kind, &count);
  inno_status s = INNO_OK;
  for (int32_t i = 1; i < count && s == INNO_OK; i++)
    if (inno__rule_reads(step->kind, rule, b[i].key)) s = put_value(t, k, node, &b[i], rule + b[i].offset);
  return s;
}

static inno_status put_parameters(const inno__trace *t) {
  int64_t indicators = t->r->tree->indicators;
  inno_status s = INNO_OK;
  for (int32_t k = 0; k < t->method->step_count && s == INNO_OK; k++) {
    int32_t kind = t->method->steps[k].kind;
    if (kind == INNO_STEP_SCREEN) s = put_rule(t, k, -1, 0);
    if (kind == INNO_STEP_SCREEN || inno__step_changes_nothing(kind)) continue;
    for (int64_t i = 0; i < t->count && s == INNO_OK; i++) {
      int inner = t->order[i] >= indicators;
      if (inner != inno__step_of_aggregates(kind)) continue;
      s = put_rule(t, k, t->order[i], inner ? t->order[i] - indicators : t->order[i]);
    }
  }
  return s;
}

inno_status inno__explain_trace(inno_analysis *a, const inno_method *method, const inno_dataset *dataset,
                                const inno_result *r, int64_t root, int64_t row, inno_error *error) {
  inno__trace t = {.a = a, .method = method, .dataset = dataset, .r = r, .row = row, .error = error};
  size_t nodes = (size_t)r->tree->count, ranks = (size_t)r->units * sizeof(double);
  size_t work = inno__rank_units_work_size(r->units, 0), lists = 2 * nodes * sizeof(int64_t);
  unsigned char *scratch = inno__alloc(&a->allocator, lists + ranks + work);
  if (scratch == NULL) return inno__no_memory(error);
  t.unit = row % r->units;
  t.period = row / r->units;
  t.order = (int64_t *)(void *)scratch;
  t.count = list_nodes(r->tree, root, t.order, t.order + nodes);
  inno_status s = put_nodes(&t, (double *)(void *)(scratch + lists), scratch + lists + ranks);
  if (s == INNO_OK) s = put_parameters(&t);
  inno__free(&a->allocator, scratch, lists + ranks + work);
  return s;
}
