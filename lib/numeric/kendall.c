#include "numeric/kendall.h"

#include <math.h>
#include <string.h>

#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "numeric/order.h"

enum { EXACT_BELOW = 50 };

typedef struct {
  int64_t key; /* dense rank in the column that is merged */
  double weight;
} entry;

/* Parts of the scratch; m of n units are taken. */
typedef struct {
  int64_t m;
  double *x, *y, *weight; /* values, then dense ranks from 1 */
  double *ranks;
  int64_t *order, *other, *start;
  entry *entries, *merged;
  void *rank_work;
} table;

size_t inno__kendall_work_size(int64_t n) {
  size_t units = (size_t)n;
  return units * (4 * sizeof(double) + 2 * sizeof(int64_t) + 2 * sizeof(entry)) + (units + 8) * sizeof(int64_t) +
         inno__rank_work_size(n);
}

static table table_in(void *work, int64_t n) {
  table t = {.x = work};
  t.y = t.x + n;
  t.weight = t.y + n;
  t.ranks = t.weight + n;
  t.order = (int64_t *)(void *)(t.ranks + n);
  t.other = t.order + n;
  t.start = t.other + n;
  t.entries = (entry *)(void *)(t.start + n + 2);
  t.merged = t.entries + n;
  t.rank_work = t.merged + n;
  return t;
}

static void take(table *t, const double *x, const double *y, const double *weights, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    double w = weights == NULL ? 1.0 : weights[i];
    if (x[i] != x[i] || y[i] != y[i] || !(w > 0.0)) continue;
    t->x[t->m] = x[i];
    t->y[t->m] = y[i];
    t->weight[t->m++] = w;
  }
}

static void to_ranks(const table *t, double *x) {
  inno__rank(x, t->m, 0, INNO__TIES_DENSE, t->ranks, t->rank_work);
  for (int64_t i = 0; i < t->m; i++) x[i] = t->ranks[i];
}

/* Sorts the units listed in from (NULL: all, as they come) by rank, stable; returns how many ranks there are. Rank r
 * begins at start[r]. */
static int64_t sort_by(const double *rank, int64_t m, const int64_t *from, int64_t *to, int64_t *start) {
  int64_t ranks = 0;
  for (int64_t r = 0; r < m + 2; r++) start[r] = 0;
  for (int64_t i = 0; i < m; i++) {
    int64_t r = (int64_t)rank[i];
    start[r + 1]++;
    if (r > ranks) ranks = r;
  }
  for (int64_t r = 1; r < m + 2; r++) start[r] += start[r - 1];
  for (int64_t i = 0; i < m; i++) {
    int64_t unit = from == NULL ? i : from[i];
    to[start[(int64_t)rank[unit]]++] = unit;
  }
  for (int64_t r = m + 1; r > 0; r--) start[r] = start[r - 1];
  return ranks;
}

static void add_group(inno__ties *ties, double size) {
  ties->pairs += size * (size - 1.0);
  ties->triples += size * (size - 1.0) * (size - 2.0);
  ties->spread += size * (size - 1.0) * (2.0 * size + 5.0);
}

/* Groups of a sorted column: their ties, and the weight of the pairs from different groups. */
static double untied(const table *t, const int64_t *order, int64_t ranks, inno__ties *ties) {
  double before = 0.0, sum = 0.0;
  *ties = (inno__ties){0.0, 0.0, 0.0};
  for (int64_t r = 1; r <= ranks; r++) {
    double group = 0.0;
    for (int64_t i = t->start[r]; i < t->start[r + 1]; i++) group += t->weight[order[i]];
    sum += before * group;
    before += group;
    add_group(ties, (double)(t->start[r + 1] - t->start[r]));
  }
  return sum;
}

/* ---- merging ---- */

typedef struct {
  double concordant, discordant;
} sums;

/* Two sorted runs become one; all of the second run has the larger x. Equal keys of both count for neither. */
static void merge(const entry *a, const entry *a_end, const entry *b, const entry *b_end, entry *out, sums *s) {
  double left = 0.0, right = 0.0; /* weights of what is out */
  while (a < a_end && b < b_end) {
    int64_t key = a->key < b->key ? a->key : b->key;
    double from_a = 0.0, from_b = 0.0;
    for (; a < a_end && a->key == key; *out++ = *a++) from_a += a->weight;
    for (; b < b_end && b->key == key; *out++ = *b++) from_b += b->weight;
    s->concordant += from_b * left;
    s->discordant += from_a * right;
    left += from_a;
    right += from_b;
  }
  double rest_a = 0.0, rest_b = 0.0;
  for (; a < a_end; *out++ = *a++) rest_a += a->weight;
  for (; b < b_end; *out++ = *b++) rest_b += b->weight;
  s->concordant += rest_b * left;
  s->discordant += rest_a * right;
}

/* Run r is start[r] .. start[r + 1], r = 1 .. runs, each sorted by key. */
static sums merge_all(table *t, int64_t runs) {
  sums s = {0.0, 0.0};
  int64_t *start = t->start;
  while (runs > 1) {
    int64_t joined = 0;
    for (int64_t r = 1; r <= runs; r += 2) {
      int64_t first = start[r], middle = start[r + 1], end = r < runs ? start[r + 2] : middle;
      merge(t->entries + first, t->entries + middle, t->entries + middle, t->entries + end, t->merged + first, &s);
      start[++joined] = first;
    }
    start[joined + 1] = t->m;
    runs = joined;
    entry *swap = t->entries;
    t->entries = t->merged;
    t->merged = swap;
  }
  return s;
}

/* Pairs by merging y in the order of x; also the ties of both. */
static sums count_pairs(table *t, const double *x, const double *y, double *untied_x, inno__ties *ties_x,
                        double *untied_y, inno__ties *ties_y) {
  int64_t ranks = sort_by(y, t->m, NULL, t->order, t->start);
  *untied_y = untied(t, t->order, ranks, ties_y);
  ranks = sort_by(x, t->m, t->order, t->other, t->start);
  *untied_x = untied(t, t->other, ranks, ties_x);
  for (int64_t i = 0; i < t->m; i++) t->entries[i] = (entry){(int64_t)y[t->other[i]], t->weight[t->other[i]]};
  return merge_all(t, ranks);
}

/* ---- without weights: columns are sorted once, and what a pair has out of order is counted ---- */

static size_t even(size_t count) { return count + (count & 1u); }

size_t inno__kendall_column_size(int64_t n) { return even(3 * (size_t)n + 1) * sizeof(int32_t); }
size_t inno__kendall_sort_work_size(int64_t n) { return (size_t)n * sizeof(double) + inno__rank_work_size(n); }

void inno__kendall_sort(const double *x, int64_t n, inno__kendall_column *out, void *home, void *work) {
  double *rank = work;
  int32_t *group = home, *order = group + n, *start = order + n;
  inno__rank(x, n, 0, INNO__TIES_DENSE, rank, rank + n);
  *out = (inno__kendall_column){.n = n, .group = group, .order = order, .start = start};
  memset(start, 0, ((size_t)n + 1) * sizeof *start);
  for (int64_t i = 0; i < n; i++) {
    group[i] = (int32_t)rank[i] - 1;
    start[group[i] + 1]++;
    if (group[i] >= out->groups) out->groups = group[i] + 1;
  }
  for (int64_t g = 0; g < out->groups; g++) {
    double size = start[g + 1];
    out->untied += (double)start[g] * size;
    add_group(&out->ties, size);
    start[g + 1] += start[g];
  }
  for (int64_t i = 0; i < n; i++) order[start[group[i]]++] = (int32_t)i;
  for (int64_t g = out->groups; g > 0; g--) start[g] = start[g - 1];
  start[0] = 0;
}

/* y's groups in the order of x, ties of x by y. place: groups of x. */
static void arrange(const inno__kendall_column *x, const inno__kendall_column *y, int32_t *out, int32_t *place) {
  memcpy(place, x->start, (size_t)x->groups * sizeof *place);
  for (int32_t g = 0; g < y->groups; g++)
    for (int32_t i = y->start[g]; i < y->start[g + 1]; i++) out[place[x->group[y->order[i]]]++] = g;
}

/* Pairs that share both values: runs within a group of x. */
static double both_tied(const inno__kendall_column *x, const int32_t *y) {
  double pairs = 0.0;
  for (int64_t g = 0; g < x->groups; g++)
    for (int32_t i = x->start[g], end; i < x->start[g + 1]; i = end) {
      for (end = i + 1; end < x->start[g + 1] && y[end] == y[i];) end++;
      pairs += (double)(end - i) * (double)(end - i - 1) / 2.0;
    }
  return pairs;
}

/* Which places are taken: 64 to a word, and sums of the words in a binary indexed tree (Fenwick 1994). */
typedef struct {
  uint64_t *words;
  int32_t *sums; /* from 1 */
  int64_t count; /* of words */
} places;

static int32_t ones(uint64_t v) {
  v -= v >> 1 & 0x5555555555555555u;
  v = (v & 0x3333333333333333u) + (v >> 2 & 0x3333333333333333u);
  return (int32_t)(((v + (v >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56);
}

static inline int32_t taken_below(const places *p, int32_t place) {
  int32_t word = place >> 6, sum = ones(p->words[word] & (((uint64_t)1 << (place & 63)) - 1));
  for (; word > 0; word &= word - 1) sum += p->sums[word];
  return sum;
}

static inline void take_place(const places *p, int32_t place) {
  p->words[place >> 6] |= (uint64_t)1 << (place & 63);
  for (int64_t i = (place >> 6) + 1; i <= p->count; i += i & -i) p->sums[i]++;
}

/* Pairs in which the first group is the larger: those of larger groups that are there when a unit comes. next: start of
 * every group. */
static int64_t out_of_order(const int32_t *y, int64_t n, const int32_t *start, int32_t *next, const places *p) {
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) {
    count += i - taken_below(p, start[y[i] + 1]);
    take_place(p, next[y[i]]++);
  }
  return count;
}

static int64_t words_for(int64_t n) { return n / 64 + 1; }

size_t inno__kendall_between_work_size(int64_t n) {
  size_t words = (size_t)words_for(n);
  return words * sizeof(uint64_t) + even(words + 1 + 3 * (size_t)n) * sizeof(int32_t);
}

void inno__kendall_between(const inno__kendall_column *x, const inno__kendall_column *y, inno__kendall *out,
                           void *work) {
  places p = {.words = work, .count = words_for(x->n)};
  p.sums = (int32_t *)(void *)(p.words + p.count);
  int32_t *arranged = p.sums + p.count + 1, *place = arranged + x->n, *next = place + x->n;
  const double n = (double)x->n;
  memset(p.words, 0, (size_t)p.count * sizeof *p.words);
  memset(p.sums, 0, ((size_t)p.count + 1) * sizeof *p.sums);
  memcpy(next, y->start, (size_t)y->groups * sizeof *next);
  arrange(x, y, arranged, place);
  double both = x->ties.pairs > 0.0 && y->ties.pairs > 0.0 ? both_tied(x, arranged) : 0.0;
  *out = (inno__kendall){x->n, 0.0, 0.0, x->untied, y->untied, x->ties, y->ties};
  out->discordant = (double)out_of_order(arranged, x->n, y->start, next, &p);
  out->concordant = x->untied + y->untied + both - n * (n - 1.0) / 2.0 - out->discordant;
}

/* ---- both ---- */

/* In the scratch behind x and y, which is larger. */
static void without_weights(const table *t, inno__kendall *out) {
  inno__kendall_column x, y;
  const size_t size = inno__kendall_column_size(t->m);
  char *home = (char *)t->weight, *work = home + 2 * size;
  inno__kendall_sort(t->x, t->m, &x, home, work);
  inno__kendall_sort(t->y, t->m, &y, home + size, work);
  inno__kendall_between(&x, &y, out, work);
}

void inno__kendall_of(const double *x, const double *y, const double *weights, int64_t n, inno__kendall *out,
                      void *work) {
  table t = table_in(work, n);
  double again;
  take(&t, x, y, weights, n);
  if (weights == NULL) {
    without_weights(&t, out);
    return;
  }
  to_ranks(&t, t.x);
  to_ranks(&t, t.y);
  *out = (inno__kendall){.count = t.m};
  sums s = count_pairs(&t, t.x, t.y, &out->untied_x, &out->ties_x, &out->untied_y, &out->ties_y);
  /* the column sorted first has its groups in the units' order: take both from there */
  sums r = count_pairs(&t, t.y, t.x, &again, &out->ties_y, &out->untied_x, &out->ties_x);
  out->concordant = (s.concordant + r.concordant) / 2.0;
  out->discordant = (s.discordant + r.discordant) / 2.0;
}

double inno__kendall_tau(const inno__kendall *k) {
  if (!(k->untied_x > 0.0) || !(k->untied_y > 0.0)) return inno__nan();
  double between = k->untied_x == k->untied_y ? k->untied_x : sqrt(k->untied_x) * sqrt(k->untied_y);
  double tau = (k->concordant - k->discordant) / between;
  return tau > 1.0 ? 1.0 : tau < -1.0 ? -1.0 : tau;
}

/* ---- p-value ---- */

/* Share of the permutations of n with at most `most` inversions. They number 0 .. i - 1 for the i-th place, each as
 * often: a product of polynomials, of which the first half of the coefficients is enough. */
static double share_of_inversions(int64_t n, int64_t most) {
  double share[EXACT_BELOW * (EXACT_BELOW - 1) / 4 + 2] = {1.0}, sum = 0.0;
  for (int64_t i = 2; i <= n; i++) {
    for (int64_t k = 1; k <= most; k++) share[k] += share[k - 1];
    for (int64_t k = most; k >= i; k--) share[k] -= share[k - i];
    for (int64_t k = 0; k <= most; k++) share[k] /= (double)i;
  }
  for (int64_t k = 0; k <= most; k++) sum += share[k];
  return sum;
}

int inno__kendall_is_exact(const inno__kendall *k) {
  return k->count < EXACT_BELOW && k->ties_x.pairs == 0.0 && k->ties_y.pairs == 0.0;
}

double inno__kendall_p(const inno__kendall *k) {
  const double n = (double)k->count, score = k->concordant - k->discordant;
  const inno__ties *x = &k->ties_x, *y = &k->ties_y;
  if (!(k->untied_x > 0.0) || !(k->untied_y > 0.0)) return inno__nan();
  if (inno__kendall_is_exact(k)) {
    double fewer = k->concordant < k->discordant ? k->concordant : k->discordant;
    double p = 2.0 * share_of_inversions(k->count, (int64_t)fewer);
    return p > 1.0 ? 1.0 : p;
  }
  double pairs = n * (n - 1.0);
  double variance = (pairs * (2.0 * n + 5.0) - (x->spread + y->spread)) / 18.0 + x->pairs * y->pairs / (2.0 * pairs) +
                    x->triples * y->triples / (9.0 * pairs * (n - 2.0));
  return 2.0 * inno__normal_upper(fabs(score) / sqrt(variance));
}
