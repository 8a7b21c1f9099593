/* Every step from one state to the next: its weight in Shapley's rule, and its parts by indicator. */
#include <string.h>

#include "explain/change.h"
#include "explain/owen_weights.h"
#include "innoscore/change.h"
#include "innoscore/contributions.h"
#include "numeric/missing.h"

/* The aggregation of a method; NULL = it cannot be split. */
static inno__owen *owen_of(const inno__change *w, int method) { return w->owen[w->same_method ? 0 : method]; }

/* Values in the order of a method's own tree. */
static const double *in_order(const inno__change *w, int method, const double *x, double *room) {
  if (method == 1) return x;
  for (int64_t j = 0; j < w->indicators; j++) room[w->map[j]] = x[j];
  return room;
}

typedef struct {
  inno__change *w;
  inno__change_parts *p;
  double *parts; /* of the cause */
  double weight; /* of the step */
} step;

static void report_status(const step *s, inno_status status) {
  if (s->p->indicator_status == INNO_OK) s->p->indicator_status = status;
}

/* Adds the parts of x minus y under one aggregation. */
static void add_values(const step *s, int method, const double *weight, const double *x, const double *y,
                       double share) {
  inno__owen_report report;
  const double *first = in_order(s->w, method, x, s->p->swapped[0]);
  const double *second = in_order(s->w, method, y, s->p->swapped[1]);
  inno__owen_split(owen_of(s->w, method), weight, first, second, s->p->part, &report);
  if (report.status != INNO_OK) report_status(s, report.status);
  if (report.split > s->p->split) s->p->split = report.split;
  for (int64_t j = 0; j < s->w->indicators; j++) s->parts[j] += share * s->p->part[method == 1 ? j : s->w->map[j]];
}

static double score_of(const step *s, int method, const double *weight, const double *x) {
  inno_status status;
  double v = inno__owen_score(owen_of(s->w, method), weight, in_order(s->w, method, x, s->p->swapped[0]), &status);
  if (status != INNO_OK) report_status(s, status);
  return v;
}

/* One step by indicator: values under both aggregations, and the aggregation with both values, half each. */
static void add_step(const step *s, const inno__change_state *from, int m, const inno__change_state *to, int n) {
  const size_t bytes = (size_t)s->w->method[m]->tree->count * sizeof(double);
  if (owen_of(s->w, m) == NULL || owen_of(s->w, n) == NULL) {
    report_status(s, s->w->owen_status);
    return;
  }
  if (m == n && memcmp(from->weight, to->weight, bytes) == 0) {
    add_values(s, m, from->weight, to->x, from->x, s->weight);
    return;
  }
  add_values(s, m, from->weight, to->x, from->x, 0.5 * s->weight);
  add_values(s, n, to->weight, to->x, from->x, 0.5 * s->weight);
  double mixed = score_of(s, n, to->weight, from->x) - score_of(s, m, from->weight, to->x);
  s->parts[s->w->indicators] += 0.5 * s->weight * ((to->score - from->score) + mixed);
}

static double *parts_of(const inno__change *w, const inno__change_parts *p, int32_t cause) {
  return p->parts + (cause - 1) * (w->indicators + 1);
}

/* From one state to another in which one cause has changed. */
static void walk(inno__change *w, const inno__change_state *const *states, int from, int cause_bit, int32_t cause,
                 double weight, inno__change_parts *p) {
  const inno__change_state *a = states[from], *b = states[from | cause_bit];
  const step s = {w, p, parts_of(w, p, cause), weight};
  if (a == b) return; /* the same run: it changes nothing */
  if (a->status != INNO_OK || b->status != INNO_OK) {
    if (p->status == INNO_OK) p->status = a->status != INNO_OK ? a->status : b->status;
    return;
  }
  p->cause[cause - 1] += weight * (b->score - a->score);
  if (p->indicator_status != INNO_OK) return;
  /* the same method: in whatever order its own tree has */
  int m = !w->same_method && (from & INNO__METHOD), n = !w->same_method && ((from | cause_bit) & INNO__METHOD);
  add_step(&s, a, m, b, n);
}

/* Own data, the others, method, missing: four players; own data are two in one. */
static void walk_all(inno__change *w, const inno__change_state *const *states, inno__change_parts *p) {
  static const struct {
    int bit;
    int32_t cause;
  } player[] = {{INNO__OWN, 0},
                {INNO__OTHERS, INNO_CAUSE_OTHERS},
                {INNO__METHOD, INNO_CAUSE_METHOD},
                {INNO__MISSING, INNO_CAUSE_MISSING}};
  for (uint32_t coalition = 0; coalition < 16; coalition++) {
    const double weight = inno__owen_weight(inno__owen_ones(coalition), 4);
    int from = 0;
    for (int i = 0; i < 4; i++) from |= coalition >> i & 1 ? player[i].bit : 0;
    for (int i = 1; i < 4; i++)
      if (!(coalition >> i & 1)) walk(w, states, from, player[i].bit, player[i].cause, weight, p);
    if (coalition & 1) continue;
    walk(w, states, from, INNO__FIGURES, INNO_CAUSE_FIGURES, 0.5 * weight, p);
    walk(w, states, from | INNO__DENOMINATORS, INNO__FIGURES, INNO_CAUSE_FIGURES, 0.5 * weight, p);
    walk(w, states, from, INNO__DENOMINATORS, INNO_CAUSE_DENOMINATORS, 0.5 * weight, p);
    walk(w, states, from | INNO__FIGURES, INNO__DENOMINATORS, INNO_CAUSE_DENOMINATORS, 0.5 * weight, p);
  }
}

void inno__change_split(inno__change *w, const inno__change_state *const *states, inno__change_parts *p) {
  memset(p->cause, 0, sizeof p->cause);
  for (int64_t j = 0; j < INNO__CAUSES * (w->indicators + 1); j++) p->parts[j] = 0.0;
  p->status = p->indicator_status = INNO_OK;
  p->split = 0;
  if (states[0]->status != INNO_OK) p->status = states[0]->status;
  if (states[INNO__STATES - 1]->status != INNO_OK) p->status = states[INNO__STATES - 1]->status;
  if (p->status == INNO_OK) walk_all(w, states, p);
}

void inno__change_regroup(inno__change *w, const inno__change_state *old, const inno__change_state *before,
                          inno__change_parts *p) {
  const step s = {w, p, parts_of(w, p, INNO_CAUSE_REGROUPING), 1.0};
  p->cause[INNO_CAUSE_REGROUPING - 1] = before->score - old->score;
  if (p->status == INNO_OK && p->indicator_status == INNO_OK) add_step(&s, old, 0, before, 0);
}
