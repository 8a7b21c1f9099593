/* The chain: which rules are tried, which is kept, and the same again for other values. */
#include "construct/treat.h"

#include <math.h>
#include <string.h>

#include "construct/outliers.h"
#include "construct/treater.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

size_t inno__treat_work_size(int64_t n) { return 3 * (size_t)n * sizeof(double); }

/* ---- marks ---- */

/* Every value that differs from the original on this side was moved. */
static void mark_moved(const double *x, const double *out, int64_t n, unsigned char *marks) {
  if (marks == NULL) return;
  for (int64_t i = 0; i < n; i++) {
    if (out[i] < x[i]) marks[i] |= INNO_MARK_WINSORIZED_HIGH;
    if (out[i] > x[i]) marks[i] |= INNO_MARK_WINSORIZED_LOW;
  }
}

static int moves(int32_t rule) { return (inno__treater_of(rule)->flags & INNO__MOVES) != 0; }

/* What the values that go on went through: with combined rules all stages up to the kept one, else that one alone.
 * (The points that a combined chain moved were marked then.) */
static void mark_stages(const double *original, const double *out, int64_t n, const inno__treat_log *log, int combined,
                        unsigned char *marks) {
  int transformed = 0;
  for (int32_t k = combined ? 1 : log->kept; k <= log->kept; k++) transformed |= !moves(log->stage[k].rule);
  if (marks == NULL) return;
  if (!transformed && !combined) mark_moved(original, out, n, marks);
  if (transformed)
    for (int64_t i = 0; i < n; i++)
      if (out[i] == out[i]) marks[i] |= INNO_MARK_TRANSFORMED;
}

/* ---- the chain ---- */

static int is_combined(const inno__treat_rule *rule) { return rule->combine || rule->force; }

/* original: a copy of the column; a combined chain keeps in it what each stage began with. */
static inno_status run_chain(double *original, int64_t n, const inno__treat_rule *rule, double *out,
                             unsigned char *marks, inno__treat_log *log, double *work, const inno__site *site) {
  int combined = is_combined(rule);
  for (int32_t k = 0; k < rule->rule_count; k++) {
    inno__treat_stage *stage = &log->stage[log->count];
    if (combined && k > 0) memcpy(original, out, (size_t)n * sizeof *original);
    *stage = (inno__treat_stage){.rule = rule->rules[k]};
    inno__treating w = {.x = original, .n = n, .rule = rule, .stage = stage, .out = out, .work = work, .site = site};
    inno_status s = inno__treat_fit(&w);
    if (s == INNO_OK) s = inno__treat_apply(stage, original, n, out, site);
    if (s != INNO_OK) return s;
    if (combined && moves(stage->rule)) mark_moved(original, out, n, marks);
    stage->passed = inno__treat_test(out, n, rule, &stage->skewness, &stage->kurtosis, work);
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

static inno__treat_stage untreated(void) {
  return (inno__treat_stage){
      .parameter = inno__nan(), .low = -INFINITY, .high = INFINITY, .minimum = inno__nan(), .maximum = inno__nan()};
}

inno_status inno__treat(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                        inno__treat_log *log, void *work, const inno__site *site) {
  double *original = work, *rest = original + n;
  inno__treat_stage *before = &log->stage[0];
  log->count = 1;
  log->kept = 0;
  *before = untreated();
  before->passed = inno__treat_test(x, n, rule, &before->skewness, &before->kurtosis, rest);
  if (out != x) memcpy(out, x, (size_t)n * sizeof *out);
  if (rule->rules[0] == INNO_TREAT_NONE || (!rule->force && before->passed != 0)) return INNO_OK;
  if (rule->force && before->passed == -1 && is_constant(x, n)) return INNO_OK;
  memcpy(original, x, (size_t)n * sizeof *original);
  return run_chain(original, n, rule, out, marks, log, rest, site);
}

/* ---- the same again ---- */

inno_status inno__treat_again(const double *x, int64_t n, const inno__treat_rule *rule, const inno__treat_log *log,
                              double *out, unsigned char *marks, void *work, const inno__site *site) {
  int combined = is_combined(rule);
  double *original = work;
  memcpy(original, x, (size_t)n * sizeof *original);
  if (out != x) memcpy(out, x, (size_t)n * sizeof *out);
  if (log->kept == 0) return INNO_OK;
  for (int32_t k = combined ? 1 : log->kept; k <= log->kept; k++) {
    const inno__treat_stage *stage = &log->stage[k];
    if (combined && k > 1) memcpy(original, out, (size_t)n * sizeof *original);
    inno_status s = inno__treat_apply(stage, original, n, out, site);
    if (s != INNO_OK) return s;
    if (combined && moves(stage->rule)) mark_moved(original, out, n, marks);
  }
  mark_stages(original, out, n, log, combined, marks);
  return INNO_OK;
}

static int stage_usable(const inno__treat_stage *s) {
  const int32_t flags = inno__treater_of(s->rule)->flags;
  if (flags & INNO__MOVES) return s->low <= s->high;
  double range = s->maximum - s->minimum;
  if ((flags & (INNO__SCALED | INNO__SHIFTED)) && !(range >= 0.0 && range < INFINITY)) return 0;
  if ((flags & INNO__SCALED) && range == 0.0) return 0;
  int needs = s->rule == INNO_TREAT_LOG_GII || s->rule == INNO_TREAT_BOXCOX || s->rule == INNO_TREAT_ROOT ||
              s->rule == INNO_TREAT_ROOT_SEARCH;
  if (!needs) return 1;
  if (!(fabs(s->parameter) < INFINITY)) return 0;
  if (s->rule == INNO_TREAT_LOG_GII) return s->parameter * s->maximum > 1.0;
  return s->rule == INNO_TREAT_BOXCOX || s->parameter >= 1.0;
}

int inno__treat_log_usable(const inno__treat_rule *rule, const inno__treat_log *log) {
  if (log->count < 1 || log->count > rule->rule_count + 1 || log->kept < 0 || log->kept >= log->count) return 0;
  for (int32_t k = 1; k < log->count; k++)
    if (log->stage[k].rule != rule->rules[k - 1]) return 0;
  for (int32_t k = is_combined(rule) ? 1 : log->kept; k <= log->kept; k++)
    if (k > 0 && (log->stage[k].rule == INNO_TREAT_NONE || !stage_usable(&log->stage[k]))) return 0;
  return 1;
}

/* ---- without data ---- */

inno_status inno__treat_check(const inno__treat_rule *rule, const inno__site *site) {
  for (int32_t k = 0; k < rule->rule_count; k++)
    if (rule->rules[k] == INNO_TREAT_QUANTILES && !(rule->lower_percentile < rule->upper_percentile))
      return inno__treat_refuse(site, INNO_E_VALUE, INNO__MSG_PERCENTILES_ORDER, rule->lower_percentile,
                                rule->upper_percentile, -1);
  return INNO_OK;
}
