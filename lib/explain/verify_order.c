#include "explain/verify_order.h"

#include "numeric/order.h"

void inno__order_place(inno__order *o, inno__block *b, int64_t most) {
  size_t n = (size_t)most;
  o->level = inno__block_take(b, n * sizeof *o->level, 8);
  o->weight = inno__block_take(b, n * sizeof *o->weight, 8);
  o->before = inno__block_take(b, n * sizeof *o->before, 8);
  o->heaviest = inno__block_take(b, (n + 1) * sizeof *o->heaviest, 8);
  o->chosen = inno__block_take(b, n * sizeof *o->chosen, 8);
  o->value = inno__block_take(b, n * sizeof *o->value, 8);
  o->inside = inno__block_take(b, n, 1);
}

/* Levels of the scores; uses chosen for the places by score. */
static void take_levels(inno__order *o, const double *score, void *work) {
  int64_t level = 0;
  for (int64_t k = 0; k < o->count; k++) {
    o->value[k] = score[o->unit[k]];
    o->chosen[k] = k;
  }
  inno__sort_positions(o->value, o->chosen, o->count, 1, work);
  for (int64_t k = 0; k < o->count; k++) {
    level += k > 0 && o->value[o->chosen[k]] != o->value[o->chosen[k - 1]];
    o->level[o->chosen[k]] = level;
  }
}

/* The heaviest group of that level or above; -1 = none yet. */
static int64_t heaviest_above(const inno__order *o, int64_t level) {
  int64_t best = -1;
  for (int64_t k = level + 1; k > 0; k -= k & -k)
    if (o->heaviest[k] >= 0 && (best < 0 || o->weight[o->heaviest[k]] > o->weight[best])) best = o->heaviest[k];
  return best;
}

static void note(inno__order *o, int64_t level, int64_t place) {
  for (int64_t k = level + 1; k <= o->count; k += k & -k)
    if (o->heaviest[k] < 0 || o->weight[place] > o->weight[o->heaviest[k]]) o->heaviest[k] = place;
}

/* Behind the last place with the same rank, or the same rank and score. */
static int64_t end_of_rank(const inno__order *o, const double *rank, int64_t place) {
  int64_t end = place + 1;
  while (end < o->count && rank[o->unit[end]] == rank[o->unit[place]]) end++;
  return end;
}

static int64_t end_of_group(const inno__order *o, int64_t place, int64_t end_of) {
  int64_t end = place + 1;
  while (end < end_of && o->level[end] == o->level[place]) end++;
  return end;
}

static int64_t find_sets(inno__order *o, const double *rank) {
  int64_t best = -1;
  for (int64_t i = 0, end; i < o->count; i = end) {
    end = end_of_rank(o, rank, i);
    for (int64_t g = i, next; g < end; g = next) { /* groups of one rank exclude each other */
      next = end_of_group(o, g, end);
      o->before[g] = heaviest_above(o, o->level[g]);
      o->weight[g] = next - g + (o->before[g] >= 0 ? o->weight[o->before[g]] : 0);
      if (best < 0 || o->weight[g] > o->weight[best]) best = g;
    }
    for (int64_t g = i, next; g < end; g = next) {
      next = end_of_group(o, g, end);
      note(o, o->level[g], g);
    }
  }
  return best;
}

void inno__order_find(inno__order *o, const double *rank, const double *score, const int64_t *unit, int64_t count,
                      void *work) {
  o->unit = unit;
  o->count = count;
  o->groups = 0;
  take_levels(o, score, work);
  for (int64_t k = 0; k <= count; k++) o->heaviest[k] = -1;
  for (int64_t k = 0; k < count; k++) o->inside[k] = 0;
  int64_t last = find_sets(o, rank);
  for (int64_t g = last; g >= 0; g = o->before[g]) o->groups++;
  int64_t at = o->groups;
  for (int64_t g = last; g >= 0; g = o->before[g]) {
    int64_t end = end_of_group(o, g, end_of_rank(o, rank, g));
    o->chosen[--at] = g;
    for (int64_t k = g; k < end; k++) o->inside[k] = 1;
  }
}

int64_t inno__order_against(const inno__order *o, const double *rank, const double *score, int64_t unit,
                            int64_t place) {
  int64_t low = 0, high = o->groups; /* the first group of the set behind the place */
  if (o->inside[place]) return -1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    if (o->chosen[middle] > place)
      high = middle;
    else
      low = middle + 1;
  }
  int64_t behind = low < o->groups ? o->unit[o->chosen[low]] : -1;
  if (behind >= 0 && (score[behind] > score[unit] || rank[behind] == rank[unit])) return behind;
  return o->unit[o->chosen[low - 1]]; /* else the unit would make the set larger */
}
