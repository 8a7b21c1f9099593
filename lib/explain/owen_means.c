/* Weighted means and sums: straight in every child while the same children are there. Only the coalitions of those
 * that one side lacks are counted out; the others enter at their mean place. Players that enter in a random order do
 * so at independent random times of 0..1: given that u of o others came before a child and o - u after it, its own time
 * has the mean (u + 1) / (o + 2), and every other child has come by then with that probability. */
#include "explain/owen.h"
#include "explain/owen_weights.h"
#include "innoscore/contributions.h"
#include "numeric/missing.h"

typedef struct {
  inno__owen *o;
  const int64_t *child;
  int64_t aggregate, k;
  double whole;      /* of all weights, as sum divides by */
  int64_t weighty;   /* children with weight */
  int64_t one_sided; /* children that only one side has; their positions are in o->players */
  double slope;      /* of every child that both sides have, for a weight of 1; NaN = not yet known */
} mean;

/* Sums over children that are there. */
typedef struct {
  double sum, weight;
  int64_t available, weighty;
} sums;

static int there(double v) { return v == v; }

static void add(sums *s, double weight, double value) {
  if (!there(value)) return;
  s->available++;
  if (!(weight > 0.0)) return;
  s->sum += weight * value;
  s->weight += weight;
  s->weighty++;
}

/* Children that both sides have, but one, where they are at a time: sums of their beginnings, and of their ways. */
typedef struct {
  sums from;
  double way;
} steady;

static steady steady_of(const mean *w, int64_t except) {
  const inno__owen *o = w->o;
  steady s = {{0.0, 0.0, 0, 0}, 0.0};
  for (int64_t c = 0; c < w->k; c++) {
    int64_t node = w->child[c];
    if (c == except || !there(o->x[node]) || !there(o->y[node])) continue;
    add(&s.from, o->weight[node], o->y[node]);
    if (o->weight[node] > 0.0 && o->x[node] != o->y[node]) s.way += o->weight[node] * (o->x[node] - o->y[node]);
  }
  return s;
}

/* With the one-sided ones but one: bits says which of them come from the first side. */
static sums others_of(const mean *w, const steady *with, int64_t except, uint32_t bits, double time) {
  const inno__owen *o = w->o;
  sums s = with->from;
  s.sum += time * with->way;
  for (int64_t i = 0; i < w->one_sided; i++) {
    int64_t node = w->child[o->players[i]];
    if (o->players[i] == except) continue;
    add(&s, o->weight[node], bits & 1 ? o->x[node] : o->y[node]);
    bits >>= 1;
  }
  return s;
}

/* What a sum of so much weight is multiplied by; NaN = no score. */
static double factor(const mean *w, const sums *s) {
  const inno__aggregate_rule *rule = inno__owen_rule(w->o, w->aggregate);
  if (!(s->weight > 0.0) || (double)s->available / (double)w->k < rule->min_coverage) return inno__nan();
  if (rule->rule != INNO_AGGREGATE_SUM) return 1.0 / s->weight;
  if (s->weighty == w->weighty || rule->missing == INNO_MISSING_ZERO) return 1.0;
  return rule->missing == INNO_MISSING_PROPAGATE ? inno__nan() : w->whole / s->weight;
}

/* The line of one child of the aggregate: the score as a line of the child's value, through the line of the aggregate,
 * averaged over what the others do. */
static inno__line line_of(const mean *w, int64_t c) {
  const inno__owen *o = w->o;
  const inno__line *up = &o->line[w->aggregate];
  const int64_t node = w->child[c],
                count = w->one_sided - (there(o->x[node]) != there(o->y[node])); /* it moves, so it is one of them */
  const double weight = o->weight[node] > 0.0 ? o->weight[node] : 0.0;
  const steady both = steady_of(w, c);
  inno__line line = {0.0, 0.0, 0.0};
  for (uint32_t bits = 0; bits < (uint32_t)1 << count; bits++) {
    int32_t before = inno__owen_ones(bits);
    double p = inno__owen_weight(before, count + 1), time = (before + 1.0) / ((double)count + 2.0);
    sums s = others_of(w, &both, c, bits, time), with = s;
    double without = factor(w, &s), f;
    with.weight += weight;
    with.available++;
    with.weighty += weight > 0.0;
    f = factor(w, &with);
    line.slope += there(f) ? p * up->slope * weight * f : 0.0;
    line.intercept += p * (there(f) ? up->slope * (s.sum * f) + up->intercept : up->gap);
    line.gap += p * (there(without) ? up->slope * (s.sum * without) + up->intercept : up->gap);
  }
  return line;
}

/* Weight apart, children that both sides have have one slope. NaN where a coalition has no score. */
static double common_slope(mean *w) {
  const inno__line *up = &w->o->line[w->aggregate];
  const steady both = steady_of(w, -1);
  double slope = 0.0;
  for (uint32_t bits = 0; bits < (uint32_t)1 << w->one_sided; bits++) {
    sums s = others_of(w, &both, -1, bits, 0.0);
    double f = factor(w, &s);
    slope += inno__owen_weight(inno__owen_ones(bits), w->one_sided + 1) * (there(f) ? up->slope * f : 0.0 * up->gap);
  }
  return slope;
}

static double at(const inno__line *line, double v) { return there(v) ? line->slope * v + line->intercept : line->gap; }

static double part_of(mean *w, int64_t c) {
  const inno__owen *o = w->o;
  int64_t node = w->child[c];
  double x = o->x[node], y = o->y[node];
  if (there(x) && there(y)) {
    if (!there(w->slope)) w->slope = common_slope(w);
    return o->weight[node] > 0.0 ? w->slope * o->weight[node] * (x - y) : 0.0 * w->slope;
  }
  const inno__line line = line_of(w, c);
  return at(&line, x) - at(&line, y);
}

void inno__owen_means(inno__owen *o, int64_t aggregate, double *parts) {
  mean w = {.o = o, .aggregate = aggregate, .slope = inno__nan()};
  w.child = inno__owen_children(o, aggregate, &w.k);
  for (int64_t c = 0; c < w.k; c++) {
    int64_t node = w.child[c];
    w.whole += o->weight[node];
    w.weighty += o->weight[node] > 0.0;
    int counts = o->weight[node] > 0.0 || inno__owen_rule(o, aggregate)->min_coverage > 0.0;
    if (counts && there(o->x[node]) != there(o->y[node])) o->players[w.one_sided++] = c;
  }
  if (w.one_sided > INNO__OWEN_BITS) inno__owen_fail(o, aggregate, INNO_E_SIZE);
  for (int64_t c = 0; c < w.k && o->status == INNO_OK; c++) {
    int64_t node = w.child[c];
    if (!o->moves[node]) continue;
    double known = 0.0;
    if (node >= o->tree->indicators) {
      o->line[node] = line_of(&w, c);
      known = o->line[node].intercept; /* a coalition without a score shows here; in the gap when it is needed */
    } else {
      known = parts[node] = part_of(&w, c);
    }
    if (!there(known)) inno__owen_fail(o, aggregate, INNO_E_NODATA);
  }
}
