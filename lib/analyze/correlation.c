/* Correlations of pairs of columns and partial correlations. A column that is there for every unit in question is
 * prepared once for all its pairs: centered, ranked or sorted. */
#include "analyze/correlation.h"

#include <math.h>

#include "base/text.h"
#include "innoscore/keys.h"
#include "numeric/adjust.h"
#include "numeric/correlation.h"
#include "numeric/correlation_test.h"
#include "numeric/kendall.h"
#include "numeric/linear.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* Doubles that hold so many bytes. */
static size_t doubles(size_t bytes) { return (bytes + sizeof(double) - 1) / sizeof(double); }

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

/* ---- what a correlation is worth ---- */

static int32_t spearman_rule(int64_t n, int32_t tied) {
  if (tied || n > INNO__SPEARMAN_SERIES) return INNO_P_T;
  return n > INNO__SPEARMAN_EXACT ? INNO_P_SERIES : INNO_P_EXACT;
}

static void no_test(inno__association *out) {
  out->p = out->lower = out->upper = inno__nan();
  out->p_rule = INNO_P_NONE;
}

static void test(double p, inno__interval i, int32_t p_rule, inno__association *out) {
  out->p = p;
  out->lower = i.low;
  out->upper = i.high;
  out->p_rule = p == p ? p_rule : INNO_P_NONE;
}

static void test_pearson(const inno__audit_rule *rule, int32_t given, inno__association *out) {
  test(inno__pearson_p(out->r, out->count, given), inno__pearson_interval(out->r, out->count, given, rule->normal),
       INNO_P_T, out);
}

static void test_spearman(const inno__audit_rule *rule, int32_t tied, inno__association *out) {
  test(inno__spearman_p(out->r, out->count, tied), inno__spearman_interval(out->r, out->count, rule->normal),
       spearman_rule(out->count, tied), out);
}

static void test_kendall(const inno__audit_rule *rule, const inno__kendall *k, inno__association *out) {
  test(inno__kendall_p(k), inno__kendall_interval(out->r, out->count, rule->normal),
       inno__kendall_is_exact(k) ? INNO_P_EXACT : INNO_P_NORMAL, out);
}

/* ---- one pair ---- */

size_t inno__association_work_size(int64_t n) {
  size_t spearman = larger(inno__spearman_work_size(n), inno__weighted_spearman_work_size(n));
  return doubles(larger(spearman, inno__kendall_work_size(n))) + (size_t)n;
}

/* Pairs of units count by the product of their weights, so huge and tiny ones come nearer to 1 first. */
static double weighted_tau(const double *x, const double *y, const double *weights, int64_t n, double *work) {
  const double scale = inno__weight_scale(weights, n);
  inno__kendall k;
  for (int64_t i = 0; i < n; i++) work[i] = weights[i] * scale;
  inno__kendall_of(x, y, work, n, &k, work + n);
  return inno__kendall_tau(&k);
}

static int64_t count_units(const double *x, const double *y, const double *weights, int64_t n) {
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) count += x[i] == x[i] && y[i] == y[i] && weights[i] > 0.0;
  return count;
}

static void associate_weighted(const inno__audit_rule *rule, const double *x, const double *y, const double *weights,
                               int64_t n, double *work, inno__association *out) {
  no_test(out);
  out->count = count_units(x, y, weights, n);
  switch (rule->correlation) {
    case INNO_CORRELATION_SPEARMAN:
      out->r = inno__weighted_spearman(x, y, weights, n, work);
      return;
    case INNO_CORRELATION_KENDALL:
      out->r = weighted_tau(x, y, weights, n, work);
      return;
    default:
      out->r = inno__weighted_correlation(x, y, weights, n);
  }
}

static void associate_kendall(const inno__audit_rule *rule, const inno__kendall *k, inno__association *out) {
  out->count = k->count;
  out->r = inno__kendall_tau(k);
  test_kendall(rule, k, out);
}

static void associate_pearson(const inno__audit_rule *rule, const inno__pair *pair, inno__association *out) {
  out->count = pair->count;
  out->r = inno__pair_correlation(pair);
  test_pearson(rule, 0, out);
}

void inno__associate(const inno__audit_rule *rule, const double *x, const double *y, const double *weights, int64_t n,
                     double *work, inno__association *out) {
  inno__kendall k;
  inno__spearman_result s;
  inno__pair pair;
  if (weights != NULL) {
    associate_weighted(rule, x, y, weights, n, work, out);
    return;
  }
  switch (rule->correlation) {
    case INNO_CORRELATION_SPEARMAN:
      inno__spearman_of(x, y, n, &s, work);
      out->count = s.count;
      out->r = s.r;
      test_spearman(rule, s.tied, out);
      return;
    case INNO_CORRELATION_KENDALL:
      inno__kendall_of(x, y, NULL, n, &k, work);
      associate_kendall(rule, &k, out);
      return;
    default:
      inno__pair_of(x, y, n, &pair);
      associate_pearson(rule, &pair, out);
  }
}

/* ---- tables ---- */

void inno__association_write(inno_analysis *a, int32_t kind, int64_t record, const inno__association *association) {
  inno__analysis_put(a, kind, record, INNO_FIELD_COUNT, (double)association->count);
  inno__analysis_put(a, kind, record, INNO_FIELD_CORRELATION, association->r);
  inno__analysis_put(a, kind, record, INNO_FIELD_P_VALUE, association->p);
  inno__analysis_put(a, kind, record, INNO_FIELD_LOWER, association->lower);
  inno__analysis_put(a, kind, record, INNO_FIELD_UPPER, association->upper);
  inno__analysis_put(a, kind, record, INNO_FIELD_P_RULE, association->p_rule);
}

static int32_t adjustment(int32_t choice) {
  switch (choice) {
    case INNO_ADJUST_BENJAMINI_YEKUTIELI:
      return INNO__ADJUST_BENJAMINI_YEKUTIELI;
    case INNO_ADJUST_HOLM:
      return INNO__ADJUST_HOLM;
    case INNO_ADJUST_BONFERRONI:
      return INNO__ADJUST_BONFERRONI;
    default:
      return INNO__ADJUST_BENJAMINI_HOCHBERG;
  }
}

inno_status inno__association_adjust(inno_analysis *a, const inno__audit_rule *rule, int32_t kind, inno_error *error) {
  const int64_t count = inno__analysis_count(a, kind);
  if (count == 0) return INNO_OK;
  const double *p = inno__analysis_cells(a, kind, INNO_FIELD_P_VALUE);
  double *out = inno__analysis_cells(a, kind, INNO_FIELD_P_ADJUSTED);
  for (int64_t i = 0; i < count; i++) out[i] = p[i];
  if (rule->adjust == INNO_ADJUST_NONE) return INNO_OK;
  const size_t size = doubles(inno__adjust_work_size(count)) + 1;
  double *work = inno__analysis_scratch(a, size, error);
  if (work == NULL) return INNO_E_NOMEM;
  inno__adjust(out, count, adjustment(rule->adjust), out, work);
  inno__analysis_release(a, work, size);
  return INNO_OK;
}

static void write_pair(inno_analysis *a, int32_t kind, int64_t record, const inno__sample *data, int32_t first,
                       int32_t second, const inno__association *association) {
  inno__analysis_put(a, kind, record, INNO_FIELD_NODE, (double)inno__sample_node(data, first));
  inno__analysis_put(a, kind, record, INNO_FIELD_OTHER, (double)inno__sample_node(data, second));
  inno__association_write(a, kind, record, association);
}

/* ---- all pairs ---- */

/* A column that has all units in question, ready for its pairs. */
typedef struct {
  int whole;
  int32_t tied;
  double square; /* of the centered values */
  double *home;  /* centered values, or ranks of the units that are there; Kendall: where sorted lives */
  inno__kendall_column sorted;
} prepared;

typedef struct {
  const inno__audit_rule *rule;
  const inno__sample *data;
  const double *weights; /* NULL = none */
  int64_t units;         /* in question: all, or those that have every value */
  const double **x;      /* the columns; NaN for units that are not in question */
  prepared *columns;
  double *work; /* of one pair, or of preparing a column */
  double *scratch;
  size_t size;
} pairs;

static size_t work_size(int64_t n) {
  size_t units = (size_t)n, size = doubles(inno__kendall_between_work_size(n));
  size = larger(size, units + doubles(inno__kendall_sort_work_size(n)));
  size = larger(size, 2 * units + doubles(inno__rank_work_size(n)));
  return larger(size, inno__association_work_size(n));
}

static size_t home_size(int64_t n) { return larger((size_t)n, doubles(inno__kendall_column_size(n))); }

/* The units that have every value; the columns are copied without the others. copies: k n doubles. */
static void keep_complete(pairs *p, double *copies) {
  const int64_t n = p->data->n;
  unsigned char *keep = (unsigned char *)p->work;
  p->units = inno__complete_cases(p->data->x, p->data->k, n, keep);
  for (int32_t c = 0; c < p->data->k; c++) {
    double *copy = copies + (size_t)c * (size_t)n;
    for (int64_t i = 0; i < n; i++) copy[i] = keep[i] ? p->data->x[c][i] : inno__nan();
    p->x[c] = copy;
  }
}

static void prepare_ranks(prepared *c, int64_t m, double *values, double *rank, void *work) {
  inno__rank(values, m, 0, INNO__TIES_AVERAGE, rank, work);
  c->tied = inno__ranks_tied(rank, m, values);
  inno__center(rank, m, c->home);
}

static void prepare(const pairs *p, int32_t column) {
  prepared *c = &p->columns[column];
  const double *x = p->x[column];
  const int64_t n = p->data->n;
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) p->work[m++] = x[i];
  c->whole = m == p->units;
  if (!c->whole) return;
  if (p->rule->correlation == INNO_CORRELATION_KENDALL) {
    inno__kendall_sort(p->work, m, &c->sorted, c->home, p->work + n);
    return;
  }
  int ranked = p->rule->correlation == INNO_CORRELATION_SPEARMAN;
  if (ranked)
    prepare_ranks(c, m, p->work, p->work + n, p->work + 2 * n);
  else
    inno__center(x, n, c->home);
  c->square = inno__products(c->home, c->home, ranked ? m : n);
}

static void pairs_end(const inno_analysis *a, pairs *p) { inno__analysis_release(a, p->scratch, p->size); }

static inno_status pairs_begin(pairs *p, const inno_analysis *a, const inno__audit_rule *rule, int complete,
                               const inno__sample *data, const double *weights, inno_error *error) {
  const size_t k = (size_t)data->k, n = (size_t)data->n, home = home_size(data->n), work = work_size(data->n);
  const size_t pointers = doubles(k * sizeof *p->x), structs = doubles(k * sizeof *p->columns);
  *p = (pairs){.rule = rule, .data = data, .weights = weights, .units = data->n};
  p->size = pointers + structs + work + k * home + (complete ? k * n : 0) + 1;
  p->scratch = inno__analysis_scratch(a, p->size, error);
  if (p->scratch == NULL) return INNO_E_NOMEM;
  p->x = (const double **)(void *)p->scratch;
  p->columns = (prepared *)(void *)(p->scratch + pointers);
  p->work = p->scratch + pointers + structs;
  double *homes = p->work + work;
  for (size_t c = 0; c < k; c++) {
    p->x[c] = data->x[c];
    p->columns[c] = (prepared){.home = homes + c * home};
  }
  if (complete) keep_complete(p, homes + k * home);
  for (int32_t c = 0; c < data->k && weights == NULL; c++) prepare(p, c);
  return INNO_OK;
}

/* Of two columns that are whole, Pearson's of the values or of the ranks */
static double centered_correlation(const pairs *p, int32_t i, int32_t j) {
  const prepared *x = &p->columns[i], *y = &p->columns[j];
  int64_t n = p->rule->correlation == INNO_CORRELATION_SPEARMAN ? p->units : p->data->n;
  return inno__pair_correlation(
      &(inno__pair){.count = p->units, .xx = x->square, .xy = inno__products(x->home, y->home, n), .yy = y->square});
}

static void associate_whole(const pairs *p, int32_t i, int32_t j, inno__association *out) {
  inno__kendall k;
  if (p->rule->correlation == INNO_CORRELATION_KENDALL) {
    inno__kendall_between(&p->columns[i].sorted, &p->columns[j].sorted, &k, p->work);
    associate_kendall(p->rule, &k, out);
    return;
  }
  out->count = p->units;
  out->r = centered_correlation(p, i, j);
  if (p->rule->correlation == INNO_CORRELATION_SPEARMAN)
    test_spearman(p->rule, p->columns[i].tied || p->columns[j].tied, out);
  else
    test_pearson(p->rule, 0, out);
}

inno_status inno__analyze_correlations(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                       const double *weights, inno_error *error) {
  pairs p;
  int64_t record, count = (int64_t)data->k * (data->k - 1) / 2;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_CORRELATION, count, &record, error);
  if (s != INNO_OK) return s;
  s = pairs_begin(&p, a, rule, rule->use == INNO_USE_COMPLETE, data, weights, error);
  for (int32_t j = 1; s == INNO_OK && j < data->k; j++)
    for (int32_t i = 0; i < j; i++, record++) {
      inno__association out;
      if (p.columns[i].whole && p.columns[j].whole)
        associate_whole(&p, i, j, &out);
      else
        inno__associate(rule, p.x[i], p.x[j], weights, data->n, p.work, &out);
      write_pair(a, INNO_RECORD_CORRELATION, record, data, i, j, &out);
    }
  pairs_end(a, &p);
  return s == INNO_OK ? inno__association_adjust(a, rule, INNO_RECORD_CORRELATION, error) : s;
}

/* ---- partial ---- */

static inno_status depends(const inno_analysis *a, const inno__sample *data, int32_t column, inno_error *error) {
  char place[24];
  inno__text t;
  int64_t node = inno__sample_node(data, column);
  const char *code = a->nodes != NULL && node >= 0 ? inno__names_at(a->nodes, node) : NULL;
  inno__text_init(&t, place, sizeof place);
  inno__text_int(&t, column + 1);
  return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_PARTIAL_DEPENDS,
                    &(inno__where){.node = code != NULL ? code : place});
}

/* k x k correlations of the units in question, both triangles. */
static void fill_matrix(const pairs *p, double *matrix) {
  const int32_t k = p->data->k;
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j <= i; j++) {
      double r = centered_correlation(p, i, j);
      if (i == j && r == r) r = 1.0;
      matrix[(size_t)i * (size_t)k + (size_t)j] = matrix[(size_t)j * (size_t)k + (size_t)i] = r;
    }
}

/* Every other column held: from the inverse. Returns -1 or the column that follows from others. work: k x k. */
static int32_t all_held(double *matrix, int32_t k, double *out, double *work) {
  const size_t size = (size_t)k;
  for (size_t i = 0; i < size * size; i++) work[i] = matrix[i];
  int32_t singular = inno__cholesky(work, k, INNO__SINGULAR);
  if (singular >= 0) return singular;
  inno__cholesky_inverse(work, k, matrix);
  for (size_t j = 1; j < size; j++)
    for (size_t i = 0; i < j; i++) {
      double r = -matrix[j * size + i] / (sqrt(matrix[i * size + i]) * sqrt(matrix[j * size + j]));
      *out++ = r > 1.0 ? 1.0 : r < -1.0 ? -1.0 : r;
    }
  return -1;
}

/* The last columns held. work: (held + 2)^2 doubles, then held numbers */
static int32_t last_held(const double *matrix, int32_t k, int32_t held, double *out, double *work) {
  int32_t *given = (int32_t *)(void *)(work + ((size_t)held + 2) * ((size_t)held + 2)), singular = -1;
  for (int32_t c = 0; c < held; c++) given[c] = k - held + c;
  for (int32_t j = 1; j < k - held; j++)
    for (int32_t i = 0; i < j && singular < 0; i++)
      singular = inno__partial_correlation(matrix, k, i, j, given, held, out++, work);
  return singular;
}

static void write_partial(inno_analysis *a, const pairs *p, int64_t record, int32_t columns, int32_t given,
                          const double *r) {
  for (int32_t j = 1; j < columns; j++)
    for (int32_t i = 0; i < j; i++, record++, r++) {
      inno__association out = {.r = *r, .count = p->units};
      test_pearson(p->rule, given, &out);
      write_pair(a, INNO_RECORD_PARTIAL, record, p->data, i, j, &out);
    }
}

/* columns: those that pairs are made of; given: held for each pair. */
static inno_status partial(inno_analysis *a, const pairs *p, int32_t columns, int32_t given, inno_error *error) {
  const int32_t k = p->data->k, used = given + 2;
  const size_t matrix = (size_t)k * (size_t)k, pair = (size_t)used * (size_t)used + (size_t)given;
  const size_t count = (size_t)columns * ((size_t)columns - 1) / 2, size = matrix + count + larger(matrix, pair);
  if (p->units < used + 1)
    return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_PARTIAL_UNITS,
                      &(inno__where){.count = used + 1, .value = (double)p->units});
  int64_t record;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_PARTIAL, (int64_t)count, &record, error);
  if (s != INNO_OK) return s;
  double *scratch = inno__analysis_scratch(a, size, error);
  if (scratch == NULL) return INNO_E_NOMEM;
  double *r = scratch + matrix;
  fill_matrix(p, scratch);
  int32_t singular =
      columns == k && given > 0 ? all_held(scratch, k, r, r + count) : last_held(scratch, k, given, r, r + count);
  if (singular >= 0)
    s = depends(a, p->data, singular, error);
  else
    write_partial(a, p, record, columns, given, r);
  inno__analysis_release(a, scratch, size);
  return s;
}

inno_status inno__analyze_partial(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                  int64_t held, inno_error *error) {
  pairs p;
  const int32_t columns = held < 0 ? data->k : data->k - (int32_t)held;
  if (rule->correlation == INNO_CORRELATION_KENDALL)
    return inno__fail(error, INNO_E_RULE, INNO__MSG_PARTIAL_KENDALL, NULL);
  if (columns < 2) return INNO_OK;
  inno_status s = pairs_begin(&p, a, rule, 1, data, NULL, error);
  if (s == INNO_OK) s = partial(a, &p, columns, held < 0 ? data->k - 2 : (int32_t)held, error);
  pairs_end(a, &p);
  return s == INNO_OK ? inno__association_adjust(a, rule, INNO_RECORD_PARTIAL, error) : s;
}
