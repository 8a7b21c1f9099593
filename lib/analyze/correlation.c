/* Correlations of pairs of columns and partial correlations. A column that is there for every unit in question is
 * prepared once for all its pairs: centered, ranked or sorted. */
#include "analyze/correlation.h"

#include <math.h>

#include "innoscore/keys.h"
#include "numeric/adjust.h"
#include "numeric/correlation.h"
#include "numeric/correlation_test.h"
#include "numeric/kendall.h"
#include "numeric/linear.h"
#include "numeric/missing.h"

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

static void test(const inno__audit_rule *rule, double p, inno__interval i, int32_t p_rule, inno__association *out) {
  (void)rule;
  out->p = p;
  out->lower = i.low;
  out->upper = i.high;
  out->p_rule = p == p ? p_rule : INNO_P_NONE;
}

static void test_pearson(const inno__audit_rule *rule, int32_t given, inno__association *out) {
  test(rule, inno__pearson_p(out->r, out->count, given),
       inno__pearson_interval(out->r, out->count, given, rule->confidence), INNO_P_T, out);
}

static void test_spearman(const inno__audit_rule *rule, int32_t tied, inno__association *out) {
  test(rule, inno__spearman_p(out->r, out->count, tied), inno__spearman_interval(out->r, out->count, rule->confidence),
       spearman_rule(out->count, tied), out);
}

static void test_kendall(const inno__audit_rule *rule, const inno__kendall *k, inno__association *out) {
  test(rule, inno__kendall_p(k), inno__kendall_interval(out->r, out->count, rule->confidence),
       inno__kendall_is_exact(k) ? INNO_P_EXACT : INNO_P_NORMAL, out);
}

/* ---- one pair ---- */

size_t inno__association_work_size(int64_t n) {
  size_t spearman = larger(inno__spearman_work_size(n), inno__weighted_spearman_work_size(n));
  return doubles(larger(spearman, inno__kendall_work_size(n)));
}

static int64_t count_units(const double *x, const double *y, const double *weights, int64_t n) {
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) count += x[i] == x[i] && y[i] == y[i] && weights[i] > 0.0;
  return count;
}

static void associate_weighted(const inno__audit_rule *rule, const double *x, const double *y, const double *weights,
                               int64_t n, double *work, inno__association *out) {
  inno__kendall k;
  no_test(out);
  out->count = count_units(x, y, weights, n);
  switch (rule->correlation) {
    case INNO_CORRELATION_SPEARMAN:
      out->r = inno__weighted_spearman(x, y, weights, n, work);
      return;
    case INNO_CORRELATION_KENDALL:
      inno__kendall_of(x, y, weights, n, &k, work);
      out->r = inno__kendall_tau(&k);
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
  inno__analysis_cells(a, kind, INNO_FIELD_COUNT)[record] = (double)association->count;
  inno__analysis_cells(a, kind, INNO_FIELD_CORRELATION)[record] = association->r;
  inno__analysis_cells(a, kind, INNO_FIELD_P_VALUE)[record] = association->p;
  inno__analysis_cells(a, kind, INNO_FIELD_LOWER)[record] = association->lower;
  inno__analysis_cells(a, kind, INNO_FIELD_UPPER)[record] = association->upper;
  inno__analysis_cells(a, kind, INNO_FIELD_P_RULE)[record] = association->p_rule;
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
  inno__analysis_cells(a, kind, INNO_FIELD_NODE)[record] = (double)inno__sample_node(data, first);
  inno__analysis_cells(a, kind, INNO_FIELD_OTHER)[record] = (double)inno__sample_node(data, second);
  inno__association_write(a, kind, record, association);
}

/* ---- all pairs ---- */

/* A column that has all units in question, ready for its pairs. */
typedef struct {
  int whole;
  int32_t tied;
  double square;             /* of the centered values */
  double *centered;          /* values, or ranks of the units that are there */
  inno__kendall_column sorted;
} prepared;

/* Scratch: for each column its masked values and what it is prepared to; then what one pair needs. */
typedef struct {
  const inno__audit_rule *rule;
  const inno__sample *data;
  const double *weights; /* NULL = none */
  double **x;            /* the columns that are compared */
  int64_t units;         /* that are in question */
  prepared *columns;
  double *work;
} pairs;

static size_t home_size(const inno__audit_rule *rule, int64_t n) {
  return rule->correlation == INNO_CORRELATION_KENDALL ? doubles(inno__kendall_column_size(n)) : (size_t)n;
}

static size_t pair_work_size(int64_t n) {
  size_t size = larger(inno__association_work_size(n), doubles(inno__kendall_between_work_size(n)));
  size = larger(size, (size_t)n + doubles(inno__kendall_sort_work_size(n)));
  return larger(size, 2 * (size_t)n + doubles(inno__rank_work_size(n)));
}

/* ---- preparing ---- */
