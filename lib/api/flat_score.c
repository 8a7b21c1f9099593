/* The flat tier: a whole index in one call, by way of the objects that a program would use. */
#include <string.h>

#include "api/flat.h"
#include "base/memory.h"
#include "base/text.h"
#include "innoscore/result.h"

/* Codes of nodes and units are their positions, "1", "2", ... */
enum { CODE_BYTES = 12 };

typedef struct {
  const double *x;
  int32_t rows, columns, column_major;
  const double *parents, *directions, *weights;
  int32_t nodes;
  double lower, upper, min_coverage;
  int32_t treatment, rule;
  double *out;
} score;

/* Everything that is made on the way and destroyed at the end. */
typedef struct {
  inno_indicator_set *set;
  inno_dataset *dataset;
  inno_scheme *steps[3];
  inno_method *method;
  inno_result *result;
} objects;

static void write_code(char *code, int64_t position) {
  inno__text t;
  inno__text_init(&t, code, CODE_BYTES);
  inno__text_int(&t, position);
}

/* ---- the tree ---- */

/* A parent is an aggregate; the index has none. */
static inno_status read_parent(const score *a, int32_t node, char *code) {
  double p = a->parents[node];
  code[0] = '\0';
  if (p != p || p == 0.0) return INNO_OK;
  if (!(p > a->columns && p <= a->nodes) || (double)(int32_t)p != p) return INNO_E_TREE;
  write_code(code, (int64_t)p);
  return INNO_OK;
}

static inno_status add_node(const score *a, inno_indicator_set *set, int32_t node) {
  char code[CODE_BYTES], parent[CODE_BYTES];
  write_code(code, (int64_t)node + 1);
  inno_status s = read_parent(a, node, parent);
  if (s == INNO_OK) s = inno_indicator_set_add(set, code, parent, NULL);
  if (s == INNO_OK && a->directions != NULL && a->directions[node] == a->directions[node]) {
    double d = a->directions[node];
    s = d == 1.0 || d == -1.0 ? inno_indicator_set_direction(set, code, (int32_t)d, NULL) : INNO_E_ARGUMENT;
  }
  if (s == INNO_OK && a->weights != NULL && a->weights[node] == a->weights[node])
    s = inno_indicator_set_weight(set, code, a->weights[node], NULL);
  return s;
}

static inno_status make_set(const score *a, objects *o) {
  inno_status s = inno_indicator_set_create(NULL, &o->set, NULL);
  for (int32_t node = 0; node < a->nodes && s == INNO_OK; node++) s = add_node(a, o->set, node);
  if (s == INNO_OK) s = inno_indicator_set_freeze(o->set, NULL);
  /* an aggregate without children would count as an indicator, one without a column */
  if (s == INNO_OK && inno_indicator_set_indicator_count(o->set) != a->columns) s = INNO_E_TREE;
  return s;
}

/* ---- the data ---- */

static inno_status add_columns(const score *a, inno_dataset *dataset) {
  const ptrdiff_t one = (ptrdiff_t)sizeof *a->x;
  inno_status s = INNO_OK;
  for (int32_t c = 0; c < a->columns && s == INNO_OK; c++) {
    char code[CODE_BYTES];
    write_code(code, (int64_t)c + 1);
    const double *first = a->x + (a->column_major ? (int64_t)c * a->rows : c);
    s = inno_dataset_add_column(dataset, code, first, a->column_major ? one : one * a->columns, NULL);
  }
  return s;
}

static inno_status make_dataset(const score *a, objects *o) {
  inno_allocator malloced;
  inno__allocator_resolve(NULL, &malloced);
  size_t n = (size_t)a->rows, bytes = n * (sizeof(char *) + CODE_BYTES);
  const char **codes = inno__alloc(&malloced, bytes);
  if (codes == NULL) return INNO_E_NOMEM;
  char *text = (char *)(codes + n);
  for (size_t i = 0; i < n; i++) {
    codes[i] = text + i * CODE_BYTES;
    write_code(text + i * CODE_BYTES, (int64_t)i + 1);
  }
  inno_status s = inno_dataset_create(NULL, a->rows, codes, &o->dataset, NULL);
  inno__free(&malloced, codes, bytes);
  return s == INNO_OK ? add_columns(a, o->dataset) : s;
}

/* ---- the method: treat unless told otherwise, min-max, means ---- */

static inno_status set_given(inno_scheme *scheme, int32_t key, double value) {
  return value == value ? inno_scheme_set_f64(scheme, NULL, key, value, NULL) : INNO_OK;
}

static inno_status make_method(const score *a, objects *o) {
  if (a->treatment != INT32_MIN && a->treatment != 0 && a->treatment != 1) return INNO_E_VALUE;
  int32_t count = 0;
  inno_status s = INNO_OK;
  if (a->treatment != 0) s = inno_scheme_create(NULL, INNO_STEP_TREAT, &o->steps[count++], NULL);
  if (s == INNO_OK) s = inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &o->steps[count++], NULL);
  if (s == INNO_OK) s = inno_scheme_create(NULL, INNO_STEP_AGGREGATE, &o->steps[count++], NULL);
  if (s != INNO_OK) return s;
  inno_scheme *normalize = o->steps[count - 2], *aggregate = o->steps[count - 1];
  s = set_given(normalize, INNO_KEY_NORMALIZE_LOWER, a->lower);
  if (s == INNO_OK) s = set_given(normalize, INNO_KEY_NORMALIZE_UPPER, a->upper);
  if (s == INNO_OK && a->rule != INT32_MIN)
    s = inno_scheme_set_i64(aggregate, NULL, INNO_KEY_AGGREGATE_RULE, a->rule, NULL);
  if (s == INNO_OK) s = set_given(aggregate, INNO_KEY_AGGREGATE_MIN_COVERAGE, a->min_coverage);
  if (s != INNO_OK) return s;
  return inno_method_create(NULL, o->set, NULL, (const inno_scheme *const *)o->steps, count, &o->method, NULL);
}

/* ---- the way through ---- */

static inno_status write_scores(const score *a, const inno_result *result) {
  int32_t inner = a->nodes - a->columns;
  const ptrdiff_t one = (ptrdiff_t)sizeof *a->out;
  inno_status s = INNO_OK;
  for (int32_t k = 0; k < inner && s == INNO_OK; k++) {
    char code[CODE_BYTES];
    write_code(code, (int64_t)a->columns + k + 1);
    double *first = a->out + (a->column_major ? (int64_t)k * a->rows : k);
    s = inno_result_scores(result, inno_result_find_node(result, code), first, a->column_major ? one : one * inner,
                           NULL);
  }
  return s;
}

static inno_status compute(const score *a) {
  objects o;
  memset(&o, 0, sizeof o);
  inno_status s = make_set(a, &o);
  if (s == INNO_OK) s = make_dataset(a, &o);
  if (s == INNO_OK) s = make_method(a, &o);
  if (s == INNO_OK) s = inno_result_create(NULL, o.method, o.dataset, INNO_KEEP_SCORES, &o.result, NULL);
  if (s == INNO_OK) s = write_scores(a, o.result);
  inno_result_destroy(o.result);
  inno_method_destroy(o.method);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(o.steps[k]);
  inno_dataset_destroy(o.dataset);
  inno_indicator_set_destroy(o.set);
  return s;
}

/* Sizes of x and of out. */
static inno_status check_shapes(const score *a) {
  inno_status s = inno__flat_check_shape(a->rows, a->columns, 0);
  s = inno__first(s, inno__flat_check_count(a->nodes, INNO_LIMIT_NODES));
  if (s == INNO_OK && (a->columns < 1 || a->nodes <= a->columns)) s = INNO_E_ARGUMENT;
  return s == INNO_OK ? inno__flat_check_shape(a->rows, a->nodes - a->columns, 0) : s;
}

static inno_status check_arrays(const score *a) {
  if (a->column_major != 0 && a->column_major != 1) return INNO_E_ARGUMENT;
  inno_status s = inno__flat_check_array(a->out, (int64_t)a->rows * (a->nodes - a->columns));
  s = inno__first(s, inno__flat_check_array(a->x, (int64_t)a->rows * a->columns));
  if (a->rows == 0) return s;
  s = inno__first(s, inno__flat_check_array(a->parents, a->nodes));
  if (a->directions != NULL) s = inno__first(s, inno__flat_check_array(a->directions, a->nodes));
  if (a->weights != NULL) s = inno__first(s, inno__flat_check_array(a->weights, a->nodes));
  return s;
}

int32_t INNO_CALL inno_flat_score(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                  const double *parents, const double *directions, const double *weights, int32_t nodes,
                                  int32_t treatment, double lower, double upper, int32_t rule, double min_coverage,
                                  double *out) {
  const score a = {.x = x,
                   .rows = rows,
                   .columns = columns,
                   .column_major = column_major,
                   .parents = parents,
                   .directions = directions,
                   .weights = weights,
                   .nodes = nodes,
                   .lower = lower,
                   .upper = upper,
                   .min_coverage = min_coverage,
                   .treatment = treatment,
                   .rule = rule,
                   .out = out};
  inno_status shape = check_shapes(&a);
  if (shape != INNO_OK) return shape;
  inno_status s = check_arrays(&a);
  if (s == INNO_OK && rows > 0) s = compute(&a);
  return inno__flat_finish(s, out, (int64_t)rows * (nodes - columns));
}
