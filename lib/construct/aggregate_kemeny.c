/* Condorcet and Kemeny: the order of the units that agrees with most weight, pair by pair. */
#include <string.h>

#include "base/error.h"
#include "construct/compare.h"
#include "numeric/missing.h"

/* Up to EXACT different units the best order is found over all subsets; above, by a search that improves an order until
 * nothing does. Sums of margins stay below 2^62 up to LIMIT units. Equal units are one class, as large as they are
 * many: there is always a best order in which they stand together. */
enum { EXACT = 16, LIMIT = 2000, SUBSETS = 2048 };

enum { MARGINS, SUBSET_SUMS, INSERTIONS, EXCHANGES, FINISHED };

/* Classes have numbers in the order that breaks ties: by mean margin, then by the values of the children, so that
 * neither depends on the order of the units. */
typedef struct {
  int32_t phase, classes, improved;
  int64_t at;           /* next row, subset, class or place */
  int64_t seen;         /* orders looked at */
  int64_t *size;        /* units of a class */
  int64_t *sample;      /* one of them */
  int64_t *margin;      /* classes x classes: of one over the other, times both sizes */
  int64_t *met;         /* units of other classes that a class was compared with */
  int64_t *best;        /* of each subset: the most that an order of it gets */
  double *row, *weight; /* of one row of the comparison; of the means when classes are numbered */
  int32_t *order;       /* best class first */
  int32_t *tie_order;   /* class of each number */
  unsigned char *part;
} search;

static int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

/* Where everything lies; bytes of it when s is NULL. */
static size_t layout(search *s, int64_t n, void *work) {
  int64_t most = smaller(n, LIMIT);
  const size_t lengths[] = {
      (size_t)most, (size_t)most, (size_t)(most * most),  (size_t)most,           (size_t)1 << smaller(most, EXACT),
      (size_t)n,    (size_t)n,    ((size_t)most + 1) / 2, ((size_t)most + 1) / 2, ((size_t)n + 7) / 8};
  size_t used = sizeof *s, starts[sizeof lengths / sizeof lengths[0]];
  for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
    starts[i] = used;
    used += lengths[i] * sizeof(int64_t);
  }
  if (s == NULL) return used;
  char *base = work;
  s->size = (int64_t *)(void *)(base + starts[0]);
  s->sample = (int64_t *)(void *)(base + starts[1]);
  s->margin = (int64_t *)(void *)(base + starts[2]);
  s->met = (int64_t *)(void *)(base + starts[3]);
  s->best = (int64_t *)(void *)(base + starts[4]);
  s->row = (double *)(void *)(base + starts[5]);
  s->weight = (double *)(void *)(base + starts[6]);
  s->order = (int32_t *)(void *)(base + starts[7]);
  s->tie_order = (int32_t *)(void *)(base + starts[8]);
  s->part = (unsigned char *)(base + starts[9]);
  return used;
}

static size_t work_size(int32_t k, int64_t n) {
  (void)k;
  return layout(NULL, n, NULL);
}

static int64_t *margin_of(const search *s, int32_t a, int32_t b) { return &s->margin[(int64_t)a * s->classes + b]; }

/* ---- classes ---- */

/* Below 0: unit a comes first. Child by child, the larger value, then a value before none. */
static int compare_values(const inno__node *node, int64_t a, int64_t b) {
  for (int32_t c = 0; c < node->k; c++) {
    double x = node->columns[c][a], y = node->columns[c][b];
    if (!(node->weights[c] > 0.0) || x == y || (x != x && y != y)) continue;
    return x > y || y != y ? -1 : 1;
  }
  return 0;
}

/* The first class that does not come before the unit. */
static int32_t place_of(const inno__node *node, const search *s, int64_t unit) {
  int32_t low = 0, high = s->classes;
  while (low < high) {
    int32_t middle = low + (high - low) / 2;
    if (compare_values(node, s->sample[middle], unit) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Units that differ are put in the order of their values; those that do not become one class. */
static void find_classes(const inno__node *node, search *s) {
  for (int64_t i = 0; i < node->n; i++) {
    if (!s->part[i]) continue;
    int32_t low = place_of(node, s, i);
    if (low < s->classes && compare_values(node, s->sample[low], i) == 0) {
      s->size[low]++;
      continue;
    }
    memmove(s->sample + low + 1, s->sample + low, (size_t)(s->classes - low) * sizeof *s->sample);
    memmove(s->size + low + 1, s->size + low, (size_t)(s->classes - low) * sizeof *s->size);
    s->sample[low] = i;
    s->size[low] = 1;
    s->classes++;
  }
}

/* One row of the comparison: what the class gets against each other one. */
static void take_row(const inno__node *node, search *s) {
  int32_t a = (int32_t)s->at;
  inno__compare_row(node, s->sample[a], 0, s->row, s->weight);
  s->met[a] = 0;
  for (int32_t b = 0; b < s->classes; b++) {
    int64_t unit = s->sample[b];
    int compared = b != a && s->weight[unit] > 0.0;
    *margin_of(s, a, b) = compared ? (int64_t)s->row[unit] * s->size[a] * s->size[b] : 0;
    s->met[a] += compared ? s->size[b] : 0;
  }
}

/* The order that ties follow; insertion keeps the order of the values among equals. */
static void order_classes(search *s) {
  for (int32_t a = 0; a < s->classes; a++) {
    int64_t sum = 0;
    for (int32_t b = 0; b < s->classes; b++) sum += *margin_of(s, a, b);
    s->row[a] = s->met[a] > 0 ? (double)sum / ((double)s->met[a] * (double)s->size[a]) : 0.0;
    int32_t at = a;
    while (at > 0 && s->row[s->order[at - 1]] < s->row[a]) {
      s->order[at] = s->order[at - 1];
      at--;
    }
    s->order[at] = a;
  }
  int32_t kept = 0; /* a class that met nobody has no place, unless it is the only one */
  for (int32_t p = 0; p < s->classes; p++)
    if (s->met[s->order[p]] > 0 || s->classes == 1) s->order[kept++] = s->order[p];
  for (int32_t p = 0; p < kept; p++) s->tie_order[p] = s->order[p];
  s->at = kept;
}

/* ---- the exact way ---- */

/* Most that class j in front of the others of a subset can get. j and the subset are by numbers of the tie order. */
static int64_t in_front(const search *s, int32_t j, int64_t subset, int32_t m) {
  int64_t rest = subset & ~((int64_t)1 << j), sum = s->best[rest];
  for (int32_t i = 0; i < m; i++)
    if (rest >> i & 1) sum += *margin_of(s, s->tie_order[j], s->tie_order[i]);
  return sum;
}

static void sum_subsets(search *s, int32_t m) {
  int64_t end = smaller((int64_t)1 << m, s->at + SUBSETS);
  for (; s->at < end; s->at++) {
    int64_t most = s->at == 0 ? 0 : INT64_MIN;
    for (int32_t j = 0; j < m; j++)
      if (s->at >> j & 1) {
        int64_t sum = in_front(s, j, s->at, m);
        if (sum > most) most = sum;
      }
    s->best[s->at] = most;
  }
}

/* Of the best orders the one that keeps to the tie order from the top. */
static void read_subsets(search *s, int32_t m) {
  int64_t subset = ((int64_t)1 << m) - 1;
  for (int32_t p = 0; p < m; p++) {
    int32_t j = 0;
    while (!(subset >> j & 1) || in_front(s, j, subset, m) != s->best[subset]) j++;
    s->order[p] = s->tie_order[j];
    subset &= ~((int64_t)1 << j);
  }
}

/* ---- the search ---- */

static void move_class(int32_t *order, int32_t from, int32_t to) {
  int32_t a = order[from];
  if (from < to) memmove(order + from, order + from + 1, (size_t)(to - from) * sizeof *order);
  if (from > to) memmove(order + to + 1, order + to, (size_t)(from - to) * sizeof *order);
  order[to] = a;
}

/* Takes one class (by its number in the tie order) to its best place, when that is better than where it is. */
static void insert_class(search *s, int32_t m, int64_t limit) {
  int32_t a = s->tie_order[s->at], from = 0, to;
  while (s->order[from] != a) from++;
  int64_t most = 0, gain = 0;
  to = from;
  for (int32_t p = from - 1; p >= 0 && s->seen < limit; p--, s->seen++) {
    gain += *margin_of(s, a, s->order[p]);
    if (gain > most) most = gain, to = p;
  }
  gain = 0;
  for (int32_t p = from + 1; p < m && s->seen < limit; p++, s->seen++) {
    gain -= *margin_of(s, a, s->order[p]);
    if (gain > most) most = gain, to = p;
  }
  s->improved |= most > 0;
  move_class(s->order, from, to);
}

/* Exchanges the class at a place with the later one that gains most. */
static void exchange_class(search *s, int32_t m, int64_t limit) {
  int32_t p = (int32_t)s->at, a = s->order[p], to = p;
  int64_t most = 0, passed = 0; /* what a gains behind those between */
  for (int32_t q = p + 1; q < m && s->seen < limit; q++, s->seen++) {
    int32_t b = s->order[q];
    int64_t gain = passed + *margin_of(s, b, a);
    for (int32_t t = p + 1; t < q; t++) gain += *margin_of(s, b, s->order[t]);
    passed += *margin_of(s, b, a);
    if (gain > most) most = gain, to = q;
  }
  s->improved |= most > 0;
  s->order[p] = s->order[to];
  s->order[to] = a;
}

/* ---- phases ---- */

static int32_t kept_classes(const search *s) {
  int32_t kept = 0;
  for (int32_t a = 0; a < s->classes; a++) kept += s->met[a] > 0 || s->classes == 1;
  return kept;
}

static void next_phase(search *s, int32_t m, int64_t limit) {
  int spent = s->seen >= limit;
  s->at = 0;
  switch (s->phase) {
    case SUBSET_SUMS:
      read_subsets(s, m);
      s->seen = (int64_t)1 << m;
      s->phase = FINISHED;
      break;
    case INSERTIONS:
      s->phase = spent ? FINISHED : s->improved ? INSERTIONS : EXCHANGES;
      break;
    default:
      s->phase = spent || !s->improved ? FINISHED : INSERTIONS;
  }
  s->improved = 0;
}

static void advance(const inno__node *node, search *s) {
  int64_t limit = node->rule->search_limit;
  int32_t m;
  if (s->phase == MARGINS) {
    take_row(node, s);
    if (++s->at < s->classes) return;
    order_classes(s);
    s->phase = s->at <= EXACT ? SUBSET_SUMS : INSERTIONS;
    s->at = 0;
    return;
  }
  m = kept_classes(s);
  if (s->phase == SUBSET_SUMS) {
    sum_subsets(s, m);
    if (s->at >> m) next_phase(s, m, limit);
    return;
  }
  if (s->phase == INSERTIONS)
    insert_class(s, m, limit);
  else
    exchange_class(s, m, limit);
  if (++s->at == m || s->seen >= limit) next_phase(s, m, limit);
}

/* ---- the end ---- */

/* Agreement: shares of weight on the side of the order, summed over the pairs compared. No order has more than with
 * every pair on the side of the majority: the gap is to that. */
static void report(const search *s, int32_t m, inno__outcome *outcome) {
  int64_t got = 0, all = 0, pairs = 0;
  for (int32_t p = 0; p < m; p++)
    for (int32_t q = p + 1; q < m; q++) {
      int64_t margin = *margin_of(s, s->order[p], s->order[q]);
      got += margin;
      all += margin < 0 ? -margin : margin;
    }
  for (int32_t a = 0; a < s->classes; a++) pairs += s->met[a] * s->size[a];
  int exact = m <= EXACT || got == all;
  double compared = (double)pairs / 2.0, bound = (compared + (double)all / INNO__MARGIN_ONE) / 2.0;
  *outcome = (inno__outcome){exact, s->seen, inno__nan(), inno__nan(), inno__nan(), 0.0};
  if (pairs > 0) outcome->value = (compared + (double)got / INNO__MARGIN_ONE) / 2.0;
  if (!exact) outcome->gap = (bound - outcome->value) / bound;
}

static void put_scores(const inno__node *node, search *s, int32_t m) {
  int64_t below = 0;
  for (int32_t a = 0; a < s->classes; a++) s->row[a] = inno__nan();
  for (int32_t p = m - 1; p >= 0; p--) {
    s->row[s->order[p]] = (double)below;
    below += s->size[s->order[p]];
  }
  for (int64_t i = 0; i < node->n; i++) node->out[i] = s->part[i] ? s->row[place_of(node, s, i)] : inno__nan();
}

static inno_status begin(const inno__node *node, search *s) {
  int64_t count = 0;
  memset(s, 0, sizeof *s);
  layout(s, node->n, s);
  inno_status status = inno__compare_units(node, s->part, &count);
  if (status == INNO_OK && count > LIMIT)
    return inno__fail(node->site->error, INNO_E_SIZE, INNO__MSG_KEMENY_SIZE,
                      &(inno__where){.node = node->site->node, .count = count, .value = LIMIT});
  if (status == INNO_OK) find_classes(node, s);
  if (status == INNO_OK && count == 0) s->phase = FINISHED;
  return status;
}

static inno_status compute(inno__node *node) {
  search *s = node->work;
  inno_status status = node->item == 0 ? begin(node, s) : INNO_OK;
  if (status != INNO_OK) return status;
  node->item++;
  if (s->phase != FINISHED) advance(node, s);
  if (s->phase != FINISHED) return INNO_OK;
  int32_t m = kept_classes(s);
  report(s, m, node->outcomes);
  put_scores(node, s, m);
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_kemeny = {work_size, compute, INNO__COMPARES | INNO__HAS_OUTCOME};
