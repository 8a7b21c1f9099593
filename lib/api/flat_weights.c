/* The flat tier: weights of children from their values and from the judgements of experts. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "api/flat.h"
#include "base/memory.h"
#include "construct/compile.h"
#include "construct/keys.h"
#include "construct/weigh_children.h"
#include "construct/weigh_judgement.h"
#include "innoscore/weights.h"

/* ---- from the data ---- */

static inno_status weigh(inno__flat_table *t, const inno__weigh_rule *rule, double *out) {
  size_t bytes = rule->weigher->work_size(t->columns, t->rows);
  if (bytes > SIZE_MAX / 2) return INNO_E_NOMEM;
  inno_allocator a;
  inno__allocator_resolve(NULL, &a);
  void *work = bytes > 0 ? inno__alloc(&a, bytes) : NULL;
  if (bytes > 0 && work == NULL) return INNO_E_NOMEM;
  const inno__weigh_job job = {(const double *const *)t->column, t->columns, t->rows, rule, NULL, &t->site, work};
  inno_status s = inno__weigh_children(&job, out);
  inno__free(&a, work, bytes);
  return s;
}

int32_t INNO_CALL inno_flat_weights(const double *x, int32_t rows, int32_t columns, int32_t column_major, int32_t rule,
                                    double *out) {
  inno__flat_table t;
  inno__weigh_rule r;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, NULL);
  s = inno__first(s, inno__flat_check_array(out, columns));
  memset(&r, 0, sizeof r);
  inno__flat_defaults(INNO_STEP_WEIGH, &r);
  if (rule == INT32_MIN) s = inno__first(s, INNO_E_MISSING_PARAMETER);
  r.rule = inno__flat_i32(&s, rule, INNO_KEY_WEIGH_RULE);
  if (s == INNO_OK) r.weigher = inno__rule_implementation(INNO_STEP_WEIGH, r.rule);
  if (s == INNO_OK && r.weigher == NULL) s = INNO_E_RULE; /* given: by whom */
  if (s == INNO_OK && rows == 0 && columns > 0) s = INNO_E_NODATA;
  if (s == INNO_OK && columns > 0) s = weigh(&t, &r, out);
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_check_shape(rows, columns, 0) == INNO_OK ? columns : 0);
}

/* ---- from judgements ---- */

/* The matrix row after row, as the kernels of judgements want it; then their scratch. */
static size_t judgement_work(int64_t rows, int32_t columns) {
  size_t cells = (size_t)rows * (size_t)columns, budget = 3 * (size_t)rows, ahp = 2 * (size_t)columns;
  return (cells + budget + ahp) * sizeof(double);
}

static double *by_rows(const inno__flat_table *t) {
  double *out = t->work;
  for (int64_t i = 0; i < t->rows; i++)
    for (int32_t c = 0; c < t->columns; c++) out[i * t->columns + c] = t->column[c][i];
  return out;
}

static inno_status ahp(inno__flat_table *t, int32_t rule, double *weights, inno__ahp_consistency *c) {
  double *a = by_rows(t);
  return inno__weigh_ahp(a, t->columns, rule, (double)INFINITY, NULL, &t->site, weights, c, a + t->rows * t->columns);
}

static inno_status take_judgements(inno__flat_table *t, const double *judgements, int32_t n, int32_t column_major) {
  int32_t small = n > INNO__AHP_MOST ? 0 : n; /* nothing is read of a matrix that is too large */
  inno_status s = inno__flat_take(t, judgements, small, small, column_major, judgement_work);
  return n > INNO__AHP_MOST ? INNO_E_SIZE : s;
}

int32_t INNO_CALL inno_flat_ahp(const double *judgements, int32_t n, int32_t column_major, int32_t rule, double *out) {
  inno__flat_table t;
  inno__ahp_consistency c;
  inno_status s = take_judgements(&t, judgements, n, column_major);
  s = inno__first(s, inno__flat_check_array(out, n > INNO__AHP_MOST ? 0 : n));
  int32_t which = rule == INT32_MIN ? INNO_AHP_EIGENVECTOR : rule;
  if (which < INNO_AHP_EIGENVECTOR || which > INNO_AHP_COLUMN_MEAN) s = inno__first(s, INNO_E_RULE);
  if (s == INNO_OK && n > 0) s = ahp(&t, which, out, &c);
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, n >= 0 && n <= INNO__AHP_MOST ? n : 0);
}

double INNO_CALL inno_flat_ahp_ratio(const double *judgements, int32_t n, int32_t column_major) {
  inno__flat_table t;
  inno__ahp_consistency c = {inno__nan(), inno__nan(), inno__nan()};
  double weights[INNO__AHP_MOST];
  inno_status s = take_judgements(&t, judgements, n, column_major);
  if (s == INNO_OK && n > 0) s = ahp(&t, INNO_AHP_EIGENVECTOR, weights, &c);
  inno__flat_drop(&t);
  return s == INNO_OK ? c.ratio : inno__nan();
}

int32_t INNO_CALL inno_flat_budget(const double *points, int32_t experts, int32_t children, int32_t column_major,
                                   double total, int32_t rule, double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, points, experts, children, column_major, judgement_work);
  s = inno__first(s, inno__flat_check_array(out, children));
  int32_t which = rule == INT32_MIN ? INNO_BUDGET_MEAN : rule;
  if (which != INNO_BUDGET_MEAN && which != INNO_BUDGET_MEDIAN) s = inno__first(s, INNO_E_RULE);
  if (total != total) s = inno__first(s, INNO_E_MISSING_PARAMETER);
  if (!(total > 0.0 && total <= DBL_MAX)) s = inno__first(s, INNO_E_VALUE);
  if (s == INNO_OK && experts == 0 && children > 0) s = INNO_E_NODATA;
  if (s == INNO_OK && children > 0) {
    double *rows = by_rows(&t);
    s = inno__weigh_budget(rows, experts, children, total, which, NULL, &t.site, out,
                           rows + (int64_t)experts * children);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_check_shape(experts, children, 0) == INNO_OK ? children : 0);
}
