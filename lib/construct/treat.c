#include "construct/treat.h"

#include <math.h>
#include <string.h>

#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

size_t inno__treat_work_size(int64_t n) { return (size_t)n * sizeof(double); }

int32_t inno__treat_test(const double *x, int64_t n, const inno__treat_rule *rule, double *skewness, double *kurtosis) {
  inno__moments m;
  inno__moments_of(x, n, &m);
  *skewness = inno__skewness(&m, rule->skewness_type);
  *kurtosis = inno__kurtosis(&m, rule->kurtosis_type);
  if (*skewness != *skewness || *kurtosis != *kurtosis) return -1;
  return fabs(*skewness) < rule->skewness || *kurtosis < rule->kurtosis;
}

/* ---- winsorizing, as COINr does it: all points at the extreme move together to the next value ---- */

/* Moves the points at one end; returns how many are there now: those moved before lie among them. 0 = nothing was
 * moved, because only two distinct values are left and one would make the column constant. */
static int64_t move_extreme(double *x, int64_t n, int high) {
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
  return moved;
}

/* Every value that differs from the original on this side was moved. */
static void mark_moved(const double *x, const double *out, int64_t n, unsigned char *marks) {
  if (marks == NULL) return;
  for (int64_t i = 0; i < n; i++) {
    if (out[i] < x[i]) marks[i] |= INNO_MARK_WINSORIZED_HIGH;
    if (out[i] > x[i]) marks[i] |= INNO_MARK_WINSORIZED_LOW;
  }
}

void inno__winsorize(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                     int64_t *points_high, int64_t *points_low) {
  double skewness, kurtosis;
  *points_high = *points_low = 0;
  if (out != x) memcpy(out, x, (size_t)n * sizeof *out);
  while (*points_high + *points_low < rule->limit) {
    int32_t passed = inno__treat_test(out, n, rule, &skewness, &kurtosis);
    if (passed == -1 || (passed == 1 && !rule->force)) break;
    int64_t moved = move_extreme(out, n, skewness >= 0.0);
    if (moved == 0) break;
    if (skewness >= 0.0) *points_high = moved;
    else *points_low = moved;
  }
  mark_moved(x, out, n, marks);
}

/* ---- the chain ---- */

static inno_status apply_rule(const double *from, int64_t n, const inno__treat_rule *rule, int32_t which, double *out,
                              inno__treat_stage *stage, const inno__site *site) {
  *stage = (inno__treat_stage){.rule = which, .parameter = inno__nan()};
  if (which != INNO_TREAT_WINSORIZE) return inno__transform(from, n, which, rule, out, &stage->parameter, site);
  inno__winsorize(from, n, rule, out, NULL, &stage->points_high, &stage->points_low);
  return INNO_OK;
}

/* What the values that go on went through: with combined rules all stages up to the kept one, else that one alone.
 * (The points that a combined chain winsorized were marked when they moved.) */
static void mark_stages(const double *original, const double *out, int64_t n, const inno__treat_log *log, int combined,
                        unsigned char *marks) {
  int transformed = 0;
  for (int32_t k = combined ? 1 : log->kept; k <= log->kept; k++)
    transformed |= log->stage[k].rule != INNO_TREAT_WINSORIZE;
  if (marks == NULL) return;
  if (!transformed && !combined) mark_moved(original, out, n, marks);
  if (transformed)
    for (int64_t i = 0; i < n; i++)
      if (out[i] == out[i]) marks[i] |= INNO_MARK_TRANSFORMED;
}

/* original: a copy of the column; a combined chain keeps in it what each stage began with. */
static inno_status run_chain(double *original, int64_t n, const inno__treat_rule *rule, double *out,
                             unsigned char *marks, inno__treat_log *log, const inno__site *site) {
  int combined = rule->combine || rule->force;
  for (int32_t k = 0; k < rule->rule_count; k++) {
    inno__treat_stage *stage = &log->stage[log->count];
    const double *from = combined ? out : original;
    if (combined && k > 0) memcpy(original, out, (size_t)n * sizeof *original);
    inno_status s = apply_rule(from, n, rule, rule->rules[k], out, stage, site);
    if (s != INNO_OK) return s;
    if (combined && stage->rule == INNO_TREAT_WINSORIZE) mark_moved(original, out, n, marks);
    stage->passed = inno__treat_test(out, n, rule, &stage->skewness, &stage->kurtosis);
    log->kept = log->count++;
    if (!rule->force && stage->passed == 1) break;
  }
  mark_stages(original, out, n, log, combined, marks);
  return INNO_OK;
}

/* Nothing to treat: no values, or one value only. */
static int is_constant(const double *x, int64_t n) {
  double min, max;
  int64_t count = 0;
  inno__range(x, n, &min, &max, &count);
  return !(min < max);
}

inno_status inno__treat(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                        inno__treat_log *log, void *work, const inno__site *site) {
  double *original = work;
  inno__treat_stage *before = &log->stage[0];
  log->count = 1;
  log->kept = 0;
  *before = (inno__treat_stage){.parameter = inno__nan()};
  before->passed = inno__treat_test(x, n, rule, &before->skewness, &before->kurtosis);
  if (out != x) memcpy(out, x, (size_t)n * sizeof *out);
  if (rule->rules[0] == INNO_TREAT_NONE || (!rule->force && before->passed != 0)) return INNO_OK;
  if (rule->force && before->passed == -1 && is_constant(x, n)) return INNO_OK;
  memcpy(original, x, (size_t)n * sizeof *original);
  return run_chain(original, n, rule, out, marks, log, site);
}
