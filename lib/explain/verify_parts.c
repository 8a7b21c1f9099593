/* A printed aggregate against its own printed parts: between which ends can it lie? Interval arithmetic for rules that
 * never fall when a child rises: the ends of the aggregate are the rule's values at the ends of the children. */
#include <math.h>
#include <string.h>

#include "base/block.h"
#include "explain/verify.h"
#include "numeric/decimal.h"

/* A printed score that was found wrong may stand for its own parts, or for itself: what it is compared with may be what
 * is wrong. */
enum { AS_FOUND, AS_PRINTED };

typedef struct {
  inno__verification *v;
  const inno__step *step;
  double *low, *high; /* of every aggregate and unit, from its parts; NaN = not known */
  /* of the children of one aggregate */
  double *child_low, *child_high, *weights;
  const double **columns;
  inno__own_rule *own;
  void *work;
  int64_t aggregate;
} state;

typedef struct {
  double low, high;
} ends;

static int rises(const inno__aggregate_rule *rule) {
  switch (rule->rule) {
    case INNO_AGGREGATE_ARITHMETIC:
    case INNO_AGGREGATE_GEOMETRIC:
    case INNO_AGGREGATE_HARMONIC:
    case INNO_AGGREGATE_POWER:
    case INNO_AGGREGATE_WEIGHTED_PRODUCT:
    case INNO_AGGREGATE_SUM:
    case INNO_AGGREGATE_MEDIAN:
    case INNO_AGGREGATE_MINIMUM:
    case INNO_AGGREGATE_OWA:
    case INNO_AGGREGATE_MEAN_OF_BEST:
    case INNO_AGGREGATE_MEAN_OF_WORST:
    case INNO_AGGREGATE_MEAN_MIN:
      return 1;
    default:
      return 0;
  }
}

static ends unknown(void) { return (ends){inno__nan(), inno__nan()}; }

static ends printed_ends(const inno__verification *v, int64_t node, int64_t unit) {
  const inno__printed *at = &v->p->nodes[node];
  ends e;
  inno__print_interval(at->score[unit], at->decimals[unit], v->rule->rounding, &e.low, &e.high);
  return e;
}

/* Between which ends a child lies; *missing = the data have no value there, which is the rule's business. */
static ends child_ends(const state *s, int64_t node, int64_t unit, int how, int *missing) {
  const inno__verification *v = s->v;
  int64_t aggregate = node - v->p->tree->indicators;
  int wrong = how == AS_FOUND && (*inno__found(v, node, unit) & INNO__FOUND_SCORE);
  *missing = 0;
  if (inno__is_printed(v->p, node, unit) && !wrong) return printed_ends(v, node, unit);
  if (aggregate >= 0) {
    ends e = {s->low[aggregate * v->p->n + unit], s->high[aggregate * v->p->n + unit]};
    if (e.low == e.low) return e;
  }
  *missing = v->row[unit] >= 0 && isnan(inno__verify_computed(v, node, unit));
  return unknown();
}

/* The rule at one end of every child; NaN = not defined there. */
static double value_at(const state *s, const double *children, int32_t k, inno_status *status) {
  const inno__aggregate_rule *rule = &s->step->rules.aggregate[s->aggregate];
  const inno__site site = {0};
  double out = inno__nan();
  inno__node node = {.columns = s->columns,
                     .weights = s->weights,
                     .own = s->own,
                     .k = k,
                     .n = 1,
                     .rule = rule,
                     .site = &site,
                     .out = &out,
                     .work = s->work};
  for (int32_t c = 0; c < k; c++) s->columns[c] = &children[c];
  *status = inno__aggregate(&node);
  return *status == INNO_OK && out - out == 0.0 ? out : inno__nan();
}

/* The ends of an aggregate from those of its children. */
static ends ends_of(const state *s, int64_t unit, int how) {
  const inno__verification *v = s->v;
  const inno__tree *t = v->p->tree;
  const int64_t *child = t->children + t->first_child[s->aggregate];
  int32_t k = (int32_t)inno__child_count(t, s->aggregate);
  double size = 0.0;
  for (int32_t c = 0; c < k; c++) {
    int missing;
    ends e = child_ends(s, child[c], unit, how, &missing);
    if (!missing && e.low != e.low) return unknown();
    s->child_low[c] = e.low;
    s->child_high[c] = e.high;
    size = fabs(e.low) > size ? fabs(e.low) : size;
    size = fabs(e.high) > size ? fabs(e.high) : size;
  }
  inno_status below, above;
  ends e = {value_at(s, s->child_low, k, &below), value_at(s, s->child_high, k, &above)};
  if (below == INNO_E_NONPOSITIVE && above == INNO_OK) e.low = 0.0; /* such a mean falls to 0 there, and no lower */
  if (e.low != e.low || e.high != e.high) return unknown();
  size = fabs(e.high) > size ? fabs(e.high) : size;
  double slack = (double)v->rule->ulps * 2.220446049250313e-16 * size;
  return (ends){e.low - slack, e.high + slack};
}

static int meets(ends a, ends b) { return a.low <= b.high && b.low <= a.high; }

static inno_status put(const state *s, int64_t unit, ends parts, inno_status status) {
  const inno__verification *v = s->v;
  int64_t node = v->p->tree->indicators + s->aggregate, record;
  double printed = v->p->nodes[node].score[unit], away = inno__nan(), nearer = parts.low;
  int32_t verdict = INNO_VERDICT_NONE;
  if (parts.low == parts.low) {
    verdict = meets(parts, printed_ends(v, node, unit)) ? INNO_VERDICT_AGREES : INNO_VERDICT_DISAGREES;
    nearer = printed > parts.high ? parts.high : printed < parts.low ? parts.low : printed;
    away = (printed - nearer) / inno__last_digit(v->p->nodes[node].decimals[unit]);
  }
  inno_status done = inno__analysis_grow(v->a, INNO_RECORD_VERIFIED_PARTS, 1, &record, v->error);
  if (done != INNO_OK) return done;
  const inno__cell fields[] = {{INNO_FIELD_NODE, (double)node}, {INNO_FIELD_UNIT, (double)unit},
                               {INNO_FIELD_VALUE, printed},     {INNO_FIELD_LOWER, parts.low},
                               {INNO_FIELD_UPPER, parts.high},  {INNO_FIELD_VERDICT, verdict},
                               {INNO_FIELD_LAST_DIGITS, away},  {INNO_FIELD_STATUS, status}};
  inno__analysis_put_cells(v->a, INNO_RECORD_VERIFIED_PARTS, record, fields, sizeof fields / sizeof fields[0]);
  unsigned char *found = inno__found(v, node, unit);
  if (verdict != INNO_VERDICT_DISAGREES || (*found & INNO__FOUND_SCORE)) return INNO_OK;
  *found |= INNO__FOUND_SCORE;
  return inno__verify_say(v, INNO_FINDING_PARTS_DIFFER, node, -1, unit, printed, nearer);
}

/* One unit. Either reading of its parts may be right; where none fits and one is not known, nothing is said. */
static inno_status verify_unit(const state *s, int64_t unit, int usable) {
  const inno__verification *v = s->v;
  int64_t node = v->p->tree->indicators + s->aggregate, at = s->aggregate * v->p->n + unit;
  ends parts = usable ? ends_of(s, unit, AS_FOUND) : unknown(),
       other = usable ? ends_of(s, unit, AS_PRINTED) : unknown();
  if (inno__is_printed(v->p, node, unit) && meets(other, printed_ends(v, node, unit))) parts = other;
  s->low[at] = parts.low;
  s->high[at] = parts.high;
  if (!inno__is_printed(v->p, node, unit)) return INNO_OK;
  int risen = rises(&s->step->rules.aggregate[s->aggregate]);
  inno_status status = parts.low == parts.low ? INNO_OK : risen ? INNO_E_NODATA : INNO_E_RULE;
  return put(s, unit, parts, status);
}

/* Rule and weights of an aggregate; 0 = they say nothing about its ends. */
static int take_aggregate(state *s, int64_t aggregate) {
  const inno__tree *t = s->v->p->tree;
  const int64_t *child = t->children + t->first_child[aggregate];
  int usable = rises(&s->step->rules.aggregate[aggregate]);
  s->aggregate = aggregate;
  for (int64_t c = 0; c < inno__child_count(t, aggregate); c++) {
    s->weights[c] = inno__verify_weight(s->v, child[c]);
    s->own[c] = s->step->own[child[c]];
    usable = usable && s->weights[c] == s->weights[c];
  }
  return usable;
}

static void place(state *s, inno__block *b) {
  const inno__tree *t = s->v->p->tree;
  int64_t aggregates = t->count - t->indicators, most = 1;
  size_t work = 1, cells = (size_t)aggregates * (size_t)s->v->p->n;
  for (int64_t a = 0; a < aggregates; a++) {
    int64_t k = inno__child_count(t, a);
    const inno__aggregate_rule *rule = &s->step->rules.aggregate[a];
    size_t needed = rises(rule) ? rule->aggregator->work_size((int32_t)k, 1) : 0;
    most = k > most ? k : most;
    work = needed > work ? needed : work;
  }
  size_t children = (size_t)most;
  s->low = inno__block_take(b, cells * sizeof *s->low, 8);
  s->high = inno__block_take(b, cells * sizeof *s->high, 8);
  s->child_low = inno__block_take(b, children * sizeof *s->child_low, 8);
  s->child_high = inno__block_take(b, children * sizeof *s->child_high, 8);
  s->weights = inno__block_take(b, children * sizeof *s->weights, 8);
  s->columns = inno__block_take(b, children * sizeof *s->columns, 8);
  s->own = inno__block_take(b, children * sizeof *s->own, 8);
  s->work = inno__block_take(b, work, 64);
}

inno_status inno__verify_parts(inno__verification *v) {
  state s = {.v = v, .step = inno__verify_aggregation(v)};
  inno__block b = {NULL, 0, 0};
  inno_status status = INNO_OK;
  if (s.step == NULL) return INNO_OK;
  place(&s, &b);
  size_t bytes = b.used;
  b = (inno__block){inno__alloc(&v->a->allocator, bytes), 0, bytes};
  if (b.base == NULL) return inno__no_memory(v->error);
  void *base = b.base;
  place(&s, &b);
  for (int64_t a = 0; a < v->p->tree->count - v->p->tree->indicators && status == INNO_OK; a++) {
    int usable = take_aggregate(&s, a);
    for (int64_t i = 0; i < v->p->n && status == INNO_OK; i++) status = verify_unit(&s, i, usable);
  }
  inno__free(&v->a->allocator, base, bytes);
  return status;
}
