/* Guttman's fourth lambda: the split of columns into two parts that belong together most. */
#include <math.h>

#include "analyze/reliability.h"

enum { BEGINNINGS = 32 };

/* side: 1 or -1 for each column. gain: by how much the covariance of the two sums grows when the column changes its
 * side, which is the sum over the others of covariance x side x side. */
typedef struct {
  const double *c;
  int32_t k, minus; /* columns of side -1 */
  double *side, *gain, least;
} split;

static inline double entry(const split *s, int32_t i, int32_t j) { return s->c[(size_t)i * (size_t)s->k + (size_t)j]; }

static void find_gains(split *s) {
  for (int32_t i = 0; i < s->k; i++) {
    double sum = 0.0;
    for (int32_t j = 0; j < s->k; j++)
      if (j != i) sum += entry(s, i, j) * s->side[j];
    s->gain[i] = sum * s->side[i];
  }
}

static void move(split *s, int32_t i) {
  s->side[i] = 0.0 - s->side[i];
  s->minus += s->side[i] < 0.0 ? 1 : -1;
  s->gain[i] = 0.0 - s->gain[i];
  for (int32_t j = 0; j < s->k; j++)
    if (j != i) s->gain[j] += 2.0 * entry(s, i, j) * s->side[i] * s->side[j];
}

/* Both parts have a column after the move. */
static int may_move(const split *s, int32_t i) { return s->side[i] < 0.0 ? s->minus > 1 : s->minus < s->k - 1; }

static double covariance_of(const split *s, const double *side) {
  double sum = 0.0;
  for (int32_t i = 0; i < s->k; i++)
    for (int32_t j = 0; j < i; j++)
      if (side[i] * side[j] < 0.0) sum += entry(s, i, j);
  return sum;
}

static void keep_side(const split *s, double *best) {
  for (int32_t i = 0; i < s->k; i++) best[i] = s->side[i];
}

/* Every split, the last column always on side 1; one column moves at a time (Gray's order). */
static double try_all(split *s, double *best) {
  double now = 0.0, most = -INFINITY;
  for (int32_t i = 0; i < s->k; i++) s->side[i] = 1.0;
  find_gains(s);
  for (uint32_t step = 1; step < (uint32_t)1 << (s->k - 1); step++) {
    int32_t i = 0;
    while ((step >> i & 1) == 0) i++;
    now += s->gain[i];
    move(s, i);
    if (!(now > most)) continue;
    most = now;
    keep_side(s, best);
  }
  return covariance_of(s, best); /* without the rounding of all the steps */
}

static void begin(split *s, int32_t first) {
  for (int32_t i = 0; i < s->k; i++) s->side[i] = 0.0;
  for (int32_t t = 0; t < s->k; t++) {
    int32_t i = (first + t) % s->k;
    double sum = 0.0;
    for (int32_t j = 0; j < s->k; j++) sum += j != i ? entry(s, i, j) * s->side[j] : 0.0;
    s->side[i] = sum > 0.0 ? -1.0 : 1.0;
  }
  s->minus = 0;
  for (int32_t i = 0; i < s->k; i++) s->minus += s->side[i] < 0.0;
  find_gains(s);
}

static int32_t best_move(const split *s) {
  int32_t best = -1;
  for (int32_t i = 0; i < s->k; i++)
    if (may_move(s, i) && (best < 0 || s->gain[i] > s->gain[best])) best = i;
  return best;
}

/* 1 = two columns changed sides. */
static int exchange(split *s) {
  double most = s->least;
  int32_t a = -1, b = -1;
  for (int32_t i = 0; i < s->k; i++)
    for (int32_t j = 0; j < i; j++) {
      if (s->side[i] * s->side[j] > 0.0) continue;
      double gain = s->gain[i] + s->gain[j] + 2.0 * entry(s, i, j);
      if (!(gain > most)) continue;
      most = gain;
      a = i;
      b = j;
    }
  if (a < 0) return 0;
  move(s, a);
  move(s, b);
  return 1;
}

static void climb(split *s) {
  if (s->minus == 0) move(s, best_move(s)); /* all covariances are negative: some split there must be */
  for (int32_t step = 0; step < 4 * s->k; step++) {
    int32_t i = best_move(s);
    if (i >= 0 && s->gain[i] > s->least)
      move(s, i);
    else if (!exchange(s))
      return;
  }
}

double inno__best_split(const double *covariances, int32_t k, double *work) {
  split s = {covariances, k, 0, work, work + k, 0.0};
  double *best = work + 2 * (ptrdiff_t)k, most = -INFINITY;
  if (k <= INNO__SPLIT_ALL) return try_all(&s, best);
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++) s.least += 1e-14 * fabs(entry(&s, i, j));
  for (int32_t first = 0; first < BEGINNINGS && first < k; first++) {
    begin(&s, first);
    climb(&s);
    double found = covariance_of(&s, s.side);
    if (found > most) most = found;
  }
  return most;
}
