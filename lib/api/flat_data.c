/* The flat tier: checking, denomination, screening. */
#include "api/flat.h"
#include "base/view.h"
#include "construct/denominate.h"
#include "construct/keys.h"
#include "construct/screen.h"
#include "numeric/moments.h"

int32_t INNO_CALL inno_flat_check(const double *x, int32_t n) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, NULL);
  if (s == INNO_OK) {
    double min, max;
    int64_t count = 0;
    inno__range(t.column[0], n, &min, &max, &count);
    s = count == 0 ? INNO_E_NODATA : min == max ? INNO_E_CONSTANT : INNO_OK;
  }
  inno__flat_drop(&t);
  return s;
}

/* ---- denomination ---- */

static size_t one_column(int64_t rows, int32_t columns) {
  (void)columns;
  return (size_t)rows * sizeof(double);
}

int32_t INNO_CALL inno_flat_denominate(const double *x, const double *denominator, int32_t n, double scale,
                                       double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, one_column);
  s = inno__first(s, inno__flat_check_array(denominator, n));
  s = inno__first(s, inno__flat_check_array(out, n));
  double by = scale == scale ? scale : 1.0;
  if (s == INNO_OK && !(by > 0.0 && by - by == 0.0)) s = INNO_E_VALUE;
  if (s == INNO_OK && n > 0) {
    inno__gather(denominator, (ptrdiff_t)sizeof *denominator, n, t.work);
    s = inno__flat_check_finite(t.work, n);
    if (s == INNO_OK) inno__denominate(t.column[0], t.work, by, n, out, NULL);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

/* ---- screening ---- */

static size_t two_counts(int64_t rows, int32_t columns) {
  (void)columns;
  return 2 * (size_t)rows * sizeof(int32_t);
}

/* Counts of every unit: available, then zeros. */
static int32_t *count_units(const inno__flat_table *t) {
  int32_t *counts = t->work;
  for (int64_t i = 0; i < 2 * t->rows; i++) counts[i] = 0;
  for (int32_t c = 0; c < t->columns; c++) inno__screen_count(t->column[c], t->rows, counts, counts + t->rows);
  return counts;
}

double INNO_CALL inno_flat_coverage(const double *row, int32_t k) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, row, 1, k, 0, two_counts);
  double share = s == INNO_OK && k > 0 ? inno__screen_coverage(count_units(&t)[0], k) : inno__nan();
  inno__flat_drop(&t);
  return share;
}

double INNO_CALL inno_flat_nonzero(const double *row, int32_t k) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, row, 1, k, 0, two_counts);
  double share = inno__nan();
  if (s == INNO_OK) {
    const int32_t *counts = count_units(&t);
    share = inno__screen_nonzero(counts[1], counts[0]);
  }
  inno__flat_drop(&t);
  return share;
}

static inno_status screen_rule(inno__screen_rule *rule, int32_t which, double min_coverage, double min_nonzero) {
  inno_status s = INNO_OK;
  rule->rule = inno__flat_i32(&s, which, INNO_KEY_SCREEN_RULE);
  rule->min_coverage = inno__flat_f64(&s, min_coverage, INNO_KEY_SCREEN_MIN_COVERAGE);
  rule->min_nonzero = inno__flat_f64(&s, min_nonzero, INNO_KEY_SCREEN_MIN_NONZERO);
  inno__flat_unread(&s, min_coverage, rule->rule, INNO_KEY_SCREEN_MIN_COVERAGE);
  inno__flat_unread(&s, min_nonzero, rule->rule, INNO_KEY_SCREEN_MIN_NONZERO);
  return s;
}

static inno_status check_forced(const double *forced, int64_t n) {
  if (forced == NULL) return INNO_OK;
  inno_status s = inno__flat_check_array(forced, n);
  for (int64_t i = 0; i < n && s == INNO_OK; i++) {
    int known = forced[i] != forced[i] || forced[i] == 0.0 || forced[i] == INNO_FORCE_INCLUDE ||
                forced[i] == INNO_FORCE_EXCLUDE;
    if (!known) s = INNO_E_RULE;
  }
  return s;
}

int32_t INNO_CALL inno_flat_screen(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                   const double *forced, int32_t rule, double min_coverage, double min_nonzero,
                                   double *out) {
  inno__flat_table t;
  inno__screen_rule r;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, two_counts);
  s = inno__first(s, inno__flat_check_array(out, rows));
  s = inno__first(s, screen_rule(&r, rule, min_coverage, min_nonzero));
  s = inno__first(s, s == INNO_OK ? check_forced(forced, rows) : s);
  if (s == INNO_OK && columns == 0 && rows > 0) s = INNO_E_NODATA; /* no indicator has no coverage */
  if (s == INNO_OK) {
    const int32_t *counts = count_units(&t);
    for (int64_t i = 0; i < rows; i++) {
      int32_t force = forced != NULL && forced[i] == forced[i] ? (int32_t)forced[i] : 0;
      out[i] = inno__screen_keep(&r, counts[i], counts[rows + i], columns, force);
    }
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_check_shape(rows, columns, 0) == INNO_OK ? rows : 0);
}
