#include "numeric/blend.h"

#include <math.h>

#include "base/block.h"
#include "numeric/linear.h"
#include "numeric/missing.h"

typedef struct {
  int32_t k, used; /* columns at work: the first of list */
  int32_t *list;
  unsigned char *listed, *barred;
  double *matrix; /* used x used: products / scale + 1, then its factor */
  double *next;   /* weights of the affine optimum, in the order of list */
  double *rate;   /* D' (D w) of every column */
  const double *products;
  double size; /* the largest square: products are looked at relative to it */
} state;

static void place(state *s, inno__block *b, int32_t k) {
  size_t n = (size_t)k;
  s->matrix = inno__block_take(b, n * n * sizeof *s->matrix, 8);
  s->next = inno__block_take(b, n * sizeof *s->next, 8);
  s->rate = inno__block_take(b, n * sizeof *s->rate, 8);
  s->list = inno__block_take(b, n * sizeof *s->list, 8);
  s->listed = inno__block_take(b, n, 1);
  s->barred = inno__block_take(b, n, 1);
}

size_t inno__blend_work_size(int32_t k) {
  state s;
  inno__block measure = {NULL, 0, 0};
  place(&s, &measure, k);
  return measure.used;
}

static double product(const state *s, int32_t a, int32_t b) { return s->products[(int64_t)a * s->k + b]; }

/* The factor of the columns at work; adding 1 to every product makes it positive definite unless a column is a blend,
 * with weights of any sign, of others. Returns the position of that column, or -1. */
static int32_t factor(const state *s) {
  for (int32_t i = 0; i < s->used; i++)
    for (int32_t j = 0; j < s->used; j++)
      s->matrix[i * s->used + j] = product(s, s->list[i], s->list[j]) / s->size + 1.0;
  return inno__cholesky(s->matrix, s->used, INNO__SINGULAR);
}

static void drop(state *s, int32_t position) {
  s->listed[s->list[position]] = 0;
  for (int32_t i = position + 1; i < s->used; i++) s->list[i - 1] = s->list[i];
  s->used--;
}

/* From w toward next, as far as no weight goes below 0; a column that gets there leaves. 1 = all the way. */
static int walk(state *s, double *w) {
  double length = 1.0;
  int32_t leaves = -1;
  for (int32_t i = 0; i < s->used; i++) {
    double here = w[s->list[i]];
    if (s->next[i] > 0.0) continue;
    double reach = here > 0.0 ? here / (here - s->next[i]) : 0.0;
    if (leaves >= 0 && reach >= length) continue;
    length = reach;
    leaves = i;
  }
  for (int32_t i = 0; i < s->used; i++) {
    double *x = &w[s->list[i]];
    *x = leaves < 0 ? s->next[i] : *x + length * (s->next[i] - *x);
  }
  if (leaves < 0) return 1;
  /* other columns are at work now, so what followed from them may follow no longer; what came in vain does not again */
  int32_t column = s->list[leaves];
  for (int32_t j = 0; j < s->k; j++) s->barred[j] = 0;
  s->barred[column] = length == 0.0;
  w[column] = 0.0;
  drop(s, leaves);
  return 0;
}

/* The nearest point of the hull of the columns at work. The newest is barred when it follows from the others: then they
 * can do whatever it can. */
static void settle(state *s, double *w) {
  for (;;) {
    if (factor(s) >= 0) {
      int32_t last = s->used - 1;
      s->barred[s->list[last]] = 1;
      w[s->list[last]] = 0.0;
      drop(s, last);
      return;
    }
    double sum = 0.0;
    for (int32_t i = 0; i < s->used; i++) s->next[i] = 1.0;
    inno__cholesky_solve(s->matrix, s->used, s->next);
    for (int32_t i = 0; i < s->used; i++) sum += s->next[i];
    for (int32_t i = 0; i < s->used; i++) s->next[i] /= sum;
    if (walk(s, w)) return;
  }
}

static double rates(const state *s, const double *w) {
  double square = 0.0;
  for (int32_t j = 0; j < s->k; j++) {
    s->rate[j] = 0.0;
    for (int32_t i = 0; i < s->k; i++) s->rate[j] += product(s, j, i) * w[i];
    square += s->rate[j] * w[j];
  }
  return square;
}

/* The column that would lessen the square most; -1 = none would. */
static int32_t entering(const state *s, double square) {
  int32_t best = -1;
  double least = square - 1e-15 * s->k * s->size;
  for (int32_t j = 0; j < s->k; j++)
    if (!s->listed[j] && !s->barred[j] && s->rate[j] < least) {
      least = s->rate[j];
      best = j;
    }
  return best;
}

static void variances(const state *s, double *variance) {
  double all = 0.0, *row = s->next, *unit = s->rate;
  const double nan = inno__nan();
  int32_t m = s->used;
  for (int32_t j = 0; j < s->k; j++) variance[j] = nan;
  if (factor(s) >= 0) return;
  /* of the inverse its row sums and its diagonal are needed */
  for (int32_t i = 0; i < m; i++) row[i] = 1.0;
  inno__cholesky_solve(s->matrix, m, row);
  for (int32_t i = 0; i < m; i++) all += row[i];
  for (int32_t i = 0; i < m; i++) {
    for (int32_t j = 0; j < m; j++) unit[j] = j == i ? 1.0 : 0.0;
    inno__cholesky_solve(s->matrix, m, unit);
    double left = unit[i] - row[i] * row[i] / all;
    variance[s->list[i]] = (left > 0.0 ? left : 0.0) / s->size;
  }
}

int inno__blend_fit(const double *products, int32_t k, double *w, double *variance, void *work) {
  state s = {.k = k, .products = products};
  inno__block b = {work, 0, SIZE_MAX};
  place(&s, &b, k);
  int32_t nearest = 0;
  for (int32_t j = 0; j < k; j++) {
    w[j] = 0.0;
    s.listed[j] = s.barred[j] = 0;
    double square = product(&s, j, j);
    s.size = square > s.size ? square : s.size;
    if (square < product(&s, nearest, nearest)) nearest = j;
  }
  s.size = s.size > 0.0 ? s.size : 1.0;
  s.list[s.used++] = nearest;
  s.listed[nearest] = 1;
  w[nearest] = 1.0;
  int64_t limit = 100 * (int64_t)k + 100;
  double square = rates(&s, w);
  for (int32_t j = entering(&s, square); j >= 0 && limit > 0; limit--) {
    s.list[s.used++] = j;
    s.listed[j] = 1;
    settle(&s, w);
    square = rates(&s, w);
    j = entering(&s, square);
  }
  variances(&s, variance);
  return limit > 0;
}

/* Every square becomes 1, so that what is left of it is a share. */
static void standardize(double *p, int32_t k, double *root) {
  for (int32_t j = 0; j < k; j++) root[j] = sqrt(p[j * k + j]);
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++) {
      double size = root[i] * root[j];
      p[i * k + j] = i == j ? (size > 0.0 ? 1.0 : 0.0) : size > 0.0 ? p[i * k + j] / size : 0.0;
    }
}

int32_t inno__products_rank(double *p, int32_t k, double tolerance, double *work) {
  int32_t rank = 0;
  standardize(p, k, work);
  for (;;) {
    int32_t pivot = -1; /* what was used or follows has a square of 0 from here on */
    for (int32_t j = 0; j < k; j++)
      if (p[j * k + j] > 0.0 && (pivot < 0 || p[j * k + j] > p[pivot * k + pivot])) pivot = j;
    if (pivot < 0) return rank;
    rank++;
    for (int32_t i = 0; i < k; i++) {
      if (i == pivot || !(p[i * k + i] > 0.0)) continue;
      double factor_of = p[i * k + pivot] / p[pivot * k + pivot];
      for (int32_t j = 0; j < k; j++)
        if (j != pivot) p[i * k + j] -= factor_of * p[pivot * k + j];
      if (!(p[i * k + i] > tolerance)) p[i * k + i] = 0.0;
    }
    p[pivot * k + pivot] = 0.0;
  }
}
