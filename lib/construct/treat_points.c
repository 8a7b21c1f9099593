/* The test of a column, and treatments that move points: winsorizing as COINr does it, fences, quantiles. Sources:
 * COINr Treat; Tukey (1977); European Innovation Scoreboard (mean and standard deviation). */
#include <math.h>
#include <string.h>

#include "construct/outliers.h"
#include "construct/treater.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/quantile.h"

/* ---- the test ---- */

typedef struct {
  int32_t passed; /* 1, 0, -1 = cannot be tested */
  int high;       /* the side that winsorizing begins with */
  double skewness, kurtosis;
} verdict;

/* Passes when nothing lies beyond the limits; the side is that of the value farthest out. */
static void test_limits(const double *x, int64_t n, double low, double high, verdict *v) {
  double min, max;
  int64_t count = 0;
  inno__range(x, n, &min, &max, &count);
  v->passed = -1;
  if (!(low < high)) return; /* no spread, too few values */
  v->passed = min >= low && max <= high;
  v->high = max - high >= low - min;
}

static verdict judge(const double *x, int64_t n, const inno__treat_rule *rule, double *work) {
  verdict v = {0};
  double low = 0.0, high = 0.0;
  inno__moments m;
  inno__moments_of(x, n, &m);
  v.skewness = inno__skewness(&m, rule->skewness_type);
  v.kurtosis = inno__kurtosis(&m, rule->kurtosis_type);
  v.high = v.skewness >= 0.0;
  if (rule->test == INNO_TEST_FENCE) {
    inno__fence_limits(x, n, rule->reach, rule->quantile_type, work, &low, &high);
    test_limits(x, n, low, high, &v);
  } else if (rule->test == INNO_TEST_SD) {
    inno__sd_limits(x, n, rule->sds, &low, &high);
    test_limits(x, n, low, high, &v);
  } else if (v.skewness != v.skewness || v.kurtosis != v.kurtosis) {
    v.passed = -1;
  } else {
    v.passed = fabs(v.skewness) < rule->skewness || v.kurtosis < rule->kurtosis;
  }
  return v;
}

int32_t inno__treat_test(const double *x, int64_t n, const inno__treat_rule *rule, double *skewness, double *kurtosis,
                         void *work) {
  const verdict v = judge(x, n, rule, work);
  *skewness = v.skewness;
  *kurtosis = v.kurtosis;
  return v.passed;
}

/* ---- winsorizing, as COINr does it: all points at the extreme move together to the next value ---- */

/* Moves the points at one end to *bound; returns how many are there now: those moved before lie among them. 0 = nothing
 * was moved, because only two distinct values are left and one would make the column constant. */
static int64_t move_extreme(double *x, int64_t n, int high, double *bound) {
  const double sign = high ? 1.0 : -1.0;
  double top = -INFINITY, next = -INFINITY, bottom = INFINITY;
  int64_t moved = 0;
  for (int64_t i = 0; i < n; i++) {
    double v = sign * x[i]; /* NaN compares false everywhere */
    if (v > top) {
      next = top;
      top = v;
    } else if (v > next && v < top) {
      next = v;
    }
    bottom = v < bottom ? v : bottom;
  }
  if (!(next > bottom)) return 0;
  for (int64_t i = 0; i < n; i++)
    if (sign * x[i] == top) {
      x[i] = sign * next;
      moved++;
    }
  *bound = sign * next;
  return moved;
}

/* Points that may be moved: a fixed number, or a share of the values that are there. */
static int64_t limit_of(const double *x, int64_t n, const inno__treat_rule *rule) {
  int64_t count = 0;
  if (!(rule->limit_share > 0.0)) return rule->limit;
  for (int64_t i = 0; i < n; i++) count += x[i] == x[i];
  return (int64_t)floor(rule->limit_share * (double)count * (1.0 + 1e-14)); /* 0.29 of 100 is 29 */
}

/* Moves points of x itself until the test passes; the stage receives points and bounds. */
static void winsorize(double *x, int64_t n, const inno__treat_rule *rule, inno__treat_stage *stage, double *work) {
  const int64_t limit = limit_of(x, n, rule);
  while (stage->points_high + stage->points_low < limit) {
    const verdict v = judge(x, n, rule, work);
    if (v.passed == -1 || (v.passed == 1 && !rule->force)) break;
    int64_t moved = move_extreme(x, n, v.high, v.high ? &stage->high : &stage->low);
    if (moved == 0) break;
    if (v.high)
      stage->points_high = moved;
    else
      stage->points_low = moved;
  }
}

void inno__winsorize(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                     int64_t *points_high, int64_t *points_low, void *work) {
  inno__treat_stage stage = {.rule = INNO_TREAT_WINSORIZE};
  if (out != x) memcpy(out, x, (size_t)n * sizeof *out);
  winsorize(out, n, rule, &stage, work);
  *points_high = stage.points_high;
  *points_low = stage.points_low;
  for (int64_t i = 0; marks != NULL && i < n; i++) {
    if (out[i] < x[i]) marks[i] |= INNO_MARK_WINSORIZED_HIGH;
    if (out[i] > x[i]) marks[i] |= INNO_MARK_WINSORIZED_LOW;
  }
}

static inno_status fit_winsorize(inno__treating *w) {
  if (w->out != w->x) memcpy(w->out, w->x, (size_t)w->n * sizeof *w->out);
  winsorize(w->out, w->n, w->rule, w->stage, w->work);
  return INNO_OK;
}

/* ---- bounds ---- */

static inno_status set_bounds(inno__treating *w, double low, double high) {
  for (int64_t i = 0; i < w->n; i++) {
    w->stage->points_low += w->x[i] < low;
    w->stage->points_high += w->x[i] > high;
  }
  if (w->stage->points_low > 0) w->stage->low = low;
  if (w->stage->points_high > 0) w->stage->high = high;
  return INNO_OK;
}

static inno_status fit_fence(inno__treating *w) {
  double low, high;
  inno__fence_limits(w->x, w->n, w->rule->reach, w->rule->quantile_type, w->work, &low, &high);
  w->stage->parameter = w->rule->reach;
  return low < high ? set_bounds(w, low, high) : INNO_OK; /* half of the values or more are one: no fence */
}

static inno_status fit_sd_fence(inno__treating *w) {
  double low, high;
  inno__sd_limits(w->x, w->n, w->rule->sds, &low, &high);
  w->stage->parameter = w->rule->sds;
  return low < high ? set_bounds(w, low, high) : INNO_OK;
}

static inno_status fit_quantiles(inno__treating *w) {
  int64_t m = inno__sort_present(w->x, w->n, w->work);
  double low = inno__quantile_sorted(w->work, m, w->rule->lower_percentile / 100.0, w->rule->quantile_type);
  double high = inno__quantile_sorted(w->work, m, w->rule->upper_percentile / 100.0, w->rule->quantile_type);
  return low < high ? set_bounds(w, low, high) : INNO_OK;
}

const inno__treater inno__treatment_none = {0};
const inno__treater inno__treatment_winsorize = {fit_winsorize, NULL, NULL, INNO__MOVES};
const inno__treater inno__treatment_fence = {fit_fence, NULL, NULL, INNO__MOVES};
const inno__treater inno__treatment_sd_fence = {fit_sd_fence, NULL, NULL, INNO__MOVES};
const inno__treater inno__treatment_quantiles = {fit_quantiles, NULL, NULL, INNO__MOVES};
