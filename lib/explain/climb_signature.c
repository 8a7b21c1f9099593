/* Signatures: numbers that differ where a rule decides otherwise, and stay where only amounts move. They stand for the
 * stages of a treatment, points and the units whose values are bounds or ends of frames, marks, donors, who is
 * included, classes and ranks that a normalization gives, and the order of units where an aggregate compares them. */
#include <string.h>

#include "construct/steps.h"
#include "explain/climb.h"
#include "numeric/missing.h"

static uint64_t mix(uint64_t h, uint64_t v) {
  h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
  return h ^ h >> 29;
}

static uint64_t mix_bytes(uint64_t h, const void *bytes, size_t count) {
  const unsigned char *at = bytes;
  uint64_t v = 0;
  for (; count >= sizeof v; count -= sizeof v, at += sizeof v) {
    memcpy(&v, at, sizeof v);
    h = mix(h, v);
  }
  v = 0;
  if (count > 0) memcpy(&v, at, count);
  return mix(h, v);
}

static uint64_t mix_double(uint64_t h, double x) {
  uint64_t bits;
  x = x == x ? x + 0.0 : inno__nan();
  memcpy(&bits, &x, sizeof bits);
  return mix(h, bits);
}

/* ---- what the frames of an indicator are ---- */

/* Frames that a treatment or normalization uses: one, or one a period. */
static int64_t frame_count(const inno__climb *c, int32_t k, int64_t j) {
  const inno__step *step = &c->w->method->steps[k];
  int treats = step->kind == INNO_STEP_TREAT;
  int held = treats ? c->w->rule.hold_treatment : c->w->rule.hold_normalization;
  int64_t periods = c->w->run->result->period_count;
  if (held) return inno__frames_of(c->w->frames, k, j)->count > 1 ? periods : 1;
  int32_t frame = treats ? step->rules.treat[j].frame : step->rules.normalize[j].frame;
  return frame == INNO_FRAME_PERIOD ? periods : 1;
}

/* Which row has the value; -1 = none: it is no value of a single one. */
static uint64_t holder(const double *x, int64_t rows, double value) {
  for (int64_t i = 0; i < rows; i++)
    if (x[i] == value) return (uint64_t)i;
  return UINT64_MAX;
}

static uint64_t mix_log(uint64_t h, const inno__treat_log *log, const double *x, int64_t rows) {
  h = mix(mix(h, (uint64_t)log->count), (uint64_t)log->kept);
  for (int32_t k = 0; k < log->count; k++) {
    const inno__treat_stage *s = &log->stage[k];
    h = mix(mix(h, (uint64_t)(int64_t)s->passed), (uint64_t)s->points_high);
    h = mix(mix(h, (uint64_t)s->points_low), (uint64_t)(int64_t)s->mirrored);
    h = mix(mix(h, holder(x, rows, s->low)), holder(x, rows, s->high));
  }
  return h;
}

/* Where each value lies between the ends: who is an end, and who is beyond. */
static uint64_t mix_ends(uint64_t h, const inno__normalize_rule *rule, const double *y, int64_t rows) {
  for (int64_t i = 0; i < rows; i++) {
    uint64_t place = (uint64_t)(y[i] >= rule->lower) + (uint64_t)(y[i] > rule->lower) +
                     (uint64_t)(y[i] >= rule->upper) + (uint64_t)(y[i] > rule->upper);
    h = mix(h, place);
  }
  return h;
}

static uint64_t mix_normalized(uint64_t h, const inno__normalize_rule *rule, const double *y, int64_t rows) {
  int ranks = !inno__normalize_holds(rule->rule), classes = rule->rule == INNO_NORMALIZE_CATEGORICAL;
  if (rule->rule >= INNO_NORMALIZE_MINMAX && rule->rule <= INNO_NORMALIZE_MINMAX_INNER &&
      rule->rule != INNO_NORMALIZE_ZSCORE)
    return mix_ends(h, rule, y, rows);
  if (!ranks && !classes && rule->rule != INNO_NORMALIZE_ABOVE_BELOW_MEAN) return h;
  for (int64_t i = 0; i < rows; i++) h = mix_double(h, y[i]);
  return h;
}

static uint64_t mix_step(uint64_t h, const inno__climb *c, int32_t k, int64_t j) {
  const inno_result *r = c->w->run->result;
  const inno__step_result *s = &r->steps[k];
  const inno__step *step = &c->w->method->steps[k];
  const size_t rows = (size_t)r->rows;
  if (s->marks != NULL) h = mix_bytes(h, s->marks + j * r->rows, rows);
  if (s->sources != NULL) h = mix_bytes(h, s->sources + j * r->rows, rows * sizeof *s->sources);
  if (step->kind == INNO_STEP_TREAT)
    for (int64_t f = 0; f < frame_count(c, k, j); f++)
      h = mix_log(h, &s->logs[j * r->period_count + f], inno__result_after(r, k - 1, j), r->rows);
  if (step->kind == INNO_STEP_NORMALIZE)
    h = mix_normalized(h, &step->rules.normalize[j], inno__result_after(r, k, j), r->rows);
  return h;
}

static uint64_t mix_column(uint64_t h, const inno__climb *c, int64_t j) {
  for (int32_t k = 0; k < c->w->aggregation; k++) h = mix_step(h, c, k, j);
  return h;
}

static uint64_t mix_screening(uint64_t h, const inno__climb *c) {
  const inno_result *r = c->w->run->result;
  for (int32_t k = 0; k < c->w->aggregation; k++)
    if (r->steps[k].kept != NULL) h = mix_bytes(h, r->steps[k].kept, (size_t)r->rows);
  return h;
}

/* ---- orders ---- */

/* The order of the period's units in a child of an aggregate that compares them. */
static uint64_t mix_order(uint64_t h, const inno__climb *c, int64_t node) {
  const inno_result *r = c->w->run->result;
  const double *x = r->final[node] + c->row / r->units * r->units;
  for (int64_t i = 0; i < r->units; i++) {
    uint64_t above = 0;
    for (int64_t k = 0; k < r->units; k++) above += x[k] > x[i];
    h = mix(h, x[i] == x[i] ? above : UINT64_MAX);
  }
  return h;
}

static int compares(const inno_method *m, int64_t aggregate) {
  return (inno__method_aggregation(m)->rules.aggregate[aggregate].aggregator->flags & INNO__COMPARES) != 0;
}

int inno__climb_compares(const inno_method *m) {
  int any = 0;
  for (int64_t a = 0; a < m->tree->count - m->tree->indicators; a++) any |= compares(m, a);
  return any;
}

static uint64_t mix_orders(uint64_t h, const inno__climb *c, int64_t indicator) {
  const inno__tree *t = c->w->method->tree;
  for (int64_t node = c->wide ? 0 : indicator; node >= 0;) {
    int64_t parent = t->parent[node];
    if (parent >= 0 && compares(c->w->method, parent - t->indicators)) h = mix_order(h, c, node);
    node = c->wide ? (node + 1 < t->count ? node + 1 : -1) : parent;
  }
  return h;
}

/* ---- all of it ---- */

int inno__climb_is_wide(const inno_method *m) {
  int wide = 0;
  for (int32_t k = 0; k < m->step_count; k++)
    wide |= m->steps[k].kind == INNO_STEP_SCREEN ||
            (m->steps[k].kind == INNO_STEP_IMPUTE && m->steps[k].sibling_level >= 0);
  return wide;
}

uint64_t inno__climb_signature(const inno__climb *c, int64_t indicator) {
  uint64_t h = 1;
  if (c->wide) {
    for (int64_t j = 0; j < c->w->method->tree->indicators; j++) h = mix_column(h, c, j);
    h = mix_screening(h, c);
  } else {
    h = mix_column(h, c, indicator);
  }
  return c->compares ? mix_orders(h, c, indicator) : h;
}

static uint64_t mix_frames(uint64_t h, const inno__climb *c, int64_t j) {
  const inno_result *r = c->w->run->result;
  for (int32_t k = 0; k < c->w->aggregation; k++)
    for (int64_t f = 0; r->steps[k].frames != NULL && f < frame_count(c, k, j); f++) {
      const inno__frame *at = &r->steps[k].frames[j * r->period_count + f];
      h = mix_double(mix_double(h, at->center), at->scale);
      for (int32_t i = 0; i < at->cut_count; i++) h = mix_double(h, at->cuts[i]);
    }
  return h;
}

uint64_t inno__climb_frames(const inno__climb *c, int64_t indicator) {
  uint64_t h = 1;
  for (int64_t j = 0; j < c->w->method->tree->indicators; j++)
    if (c->wide || j == indicator) h = mix_frames(h, c, j);
  return h;
}

uint64_t inno__climb_treatment(const inno__climb *c, int64_t j, int *treated) {
  const inno_result *r = c->w->run->result;
  uint64_t h = 1;
  *treated = 0;
  for (int32_t k = 0; k < c->w->aggregation; k++) {
    if (r->steps[k].logs == NULL) continue;
    int64_t f = frame_count(c, k, j) > 1 ? c->row / r->units : 0;
    const inno__treat_log *log = &r->steps[k].logs[j * r->period_count + f];
    *treated |= log->kept > 0;
    h = mix(h, (uint64_t)log->kept);
    for (int32_t i = 1; i <= log->kept; i++) {
      const inno__treat_stage *s = &log->stage[i];
      h = mix(mix(h, (uint64_t)s->points_high), (uint64_t)s->points_low);
      h = mix_double(mix_double(h, s->low), s->high);
    }
  }
  return h;
}
