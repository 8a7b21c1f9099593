#include "construct/impute_time.h"

#include "innoscore/keys.h"
#include "innoscore/result.h"
#include "numeric/missing.h"

/* A unit's series: row of a period is unit + period * units. */
typedef struct {
  const double *x, *times;
  int64_t periods, units, unit;
  const inno__time_rule *rule;
  const unsigned char *included;
} series;

static int64_t row_of(const series *s, int64_t period) { return period * s->units + s->unit; }

static int is_in(const series *s, int64_t period) { return s->included == NULL || s->included[row_of(s, period)]; }

static int observed(const series *s, int64_t period) {
  double v = s->x[row_of(s, period)];
  return v == v && is_in(s, period);
}

static int in_reach(const series *s, int64_t source, int64_t period) {
  int64_t apart = source < period ? period - source : source - period;
  double age = source < period ? s->times[period] - s->times[source] : s->times[source] - s->times[period];
  return apart <= s->rule->max_periods && age <= s->rule->max_age;
}

/* Chooses from the observations around a gap, -1 = none, which one or two are used. */
static void choose(const series *s, int64_t before, int64_t after, int64_t count, int64_t *from, int64_t *to) {
  int32_t rule = s->rule->rule;
  *from = *to = -1;
  if (rule == INNO_IMPUTE_LATEST) after = -1;
  if (rule == INNO_IMPUTE_LINEAR && count < 2) return;
  int line = rule == INNO_IMPUTE_LINEAR || rule == INNO_IMPUTE_LINEAR_CONSTANT;
  *from = before >= 0 ? before : after;
  *to = line && after >= 0 ? after : *from;
}

static double value_at(const series *s, int64_t period, int64_t from, int64_t to) {
  double a = s->x[row_of(s, from)], b = s->x[row_of(s, to)];
  if (a == b) return a;
  double share = (s->times[period] - s->times[from]) / (s->times[to] - s->times[from]);
  return a * (1.0 - share) + b * share; /* no difference of two large values */
}

void inno__impute_time(const double *x, const double *times, int64_t periods, int64_t units,
                       const inno__time_rule *rule, const unsigned char *included, double *out, unsigned char *marks,
                       int32_t *from, int32_t *to) {
  for (int64_t u = 0; u < units; u++) {
    series s = {x, times, periods, units, u, rule, included};
    int64_t count = 0, before = -1, after = -1;
    for (int64_t p = 0; p < periods; p++) count += observed(&s, p);
    /* period by period; observations lie at or before `before`, and from `after` on, so that out may be x */
    for (int64_t p = 0; p < periods; p++) {
      int64_t row = row_of(&s, p), a, b;
      if (from != NULL) from[row] = -1;
      if (to != NULL) to[row] = -1;
      int there = observed(&s, p);
      out[row] = x[row];
      if (there) before = p;
      if (there || !is_in(&s, p)) continue;
      if (after >= 0 && after < p) after = -1;
      if (after < 0)
        for (after = p + 1; after < periods && !observed(&s, after);) after++;
      choose(&s, before, after < periods ? after : -1, count, &a, &b);
      if (a < 0 || !in_reach(&s, a, p) || !in_reach(&s, b, p)) continue;
      out[row] = value_at(&s, p, a, b);
      if (marks != NULL) marks[row] |= INNO_MARK_IMPUTED;
      if (from != NULL) from[row] = (int32_t)a;
      if (to != NULL) to[row] = (int32_t)b;
    }
  }
}
