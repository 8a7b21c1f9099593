/* What the pieces of all steps share: where they read and write, whom they name, which rows they take together. */
#ifndef INNO_CONSTRUCT_STEPS_H
#define INNO_CONSTRUCT_STEPS_H

#include <string.h>

#include "base/error.h"
#include "construct/keys.h"
#include "construct/pipeline.h"
#include "numeric/moments.h"

static inline int keeps_steps(const inno_run *run) { return (run->result->keep & INNO_KEEP_STEPS) != 0; }

static inline inno__site site_of(const inno_run *run, int64_t node, inno_error *error) {
  return (inno__site){error, inno__names_at(run->method->tree->codes, node), run->result->unit_codes};
}

/* Where the step writes an indicator: a table of its own when it is kept, else the working table. */
static inline double *out_column(const inno_run *run, int64_t j) {
  const inno_result *r = run->result;
  return inno__column(keeps_steps(run) ? &r->steps[run->step].values : &r->indicators, j);
}

static inline unsigned char *out_marks(const inno_run *run, int64_t j) {
  unsigned char *marks = run->result->steps[run->step].marks;
  return marks != NULL ? marks + j * run->result->rows : NULL;
}

static inline void set_column(const inno_run *run, int64_t j, const double *x) { run->result->final[j] = x; }

/* The step leaves the column as it is. */
static inline void pass_column(const inno_run *run, int64_t j) {
  if (!keeps_steps(run)) return;
  double *out = out_column(run, j);
  memcpy(out, run->result->final[j], (size_t)run->result->rows * sizeof *out);
  set_column(run, j, out);
}

/* Infinity is never data: name the first unit that got it. */
static inline inno_status check_finite(const inno_run *run, int64_t node, const double *x, inno_error *error) {
  if (inno__all_finite(x, run->result->rows)) return INNO_OK;
  int64_t i = 0;
  while (x[i] != x[i] || x[i] - x[i] == 0.0) i++;
  return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_OVERFLOW,
                    &(inno__where){.node = inno__names_at(run->method->tree->codes, node),
                                   .unit = inno__names_at(run->result->unit_codes, i % run->result->units),
                                   .what = inno__step_find(run->method->steps[run->step].kind)->name});
}

/* ---- frames: which rows a statistic is taken from, and which it is used for ---- */

typedef struct {
  int64_t fit, fit_n; /* rows of the frame */
  int64_t first, n;   /* rows that it is applied to */
} span;

static inline int32_t span_count(const inno_run *run, int32_t frame) {
  return frame == INNO_FRAME_PERIOD ? (int32_t)run->result->period_count : 1;
}

static inline span span_of(const inno_run *run, int32_t frame, double base, int32_t f) {
  const inno_result *r = run->result;
  if (frame == INNO_FRAME_PERIOD) return (span){f * r->units, r->units, f * r->units, r->units};
  if (frame != INNO_FRAME_BASE) return (span){0, r->rows, 0, r->rows};
  int64_t p = inno__find_period(run->dataset, base);
  return (span){p * r->units, r->units, 0, r->rows};
}

/* Scratch of a rule that fills k siblings of n rows each; 0 for other rules. */
size_t inno__impute_family_work_size(const inno__impute_rule *rule, int32_t k, int64_t n, int32_t groups);

/* Imputation, in steps_impute.c: how many pieces, and one of them; *whole = 0 when it has to be called again. */
int64_t inno__impute_pieces(const inno_run *run, const inno__step *step);
inno_status inno__run_impute(inno_run *run, const inno__step *step, int *whole, inno_error *error);

#endif
