#include "numeric/rotation.h"

#include <math.h>
#include <stddef.h>

#include "numeric/eigen.h"
#include "numeric/linear.h"
#include "numeric/special.h"

/* Column f of a matrix with m columns. */
typedef struct {
  double *entry;
  int32_t count, stride;
} column;

static column column_of(double *a, int32_t rows, int32_t m, int32_t f) { return (column){a + f, rows, m}; }
static inline double *entry(const column *c, int32_t i) { return c->entry + (ptrdiff_t)i * c->stride; }

/* Cosine and sine of the angle whose fourfold has this tangent, num / den, and lies in the quadrant of (den, num):
 * halved twice with square roots only. 0 = no angle is better than another. */
static int quarter_angle(double num, double den, double least, double *c, double *s) {
  double length = sqrt(num * num + den * den);
  if (!(length > least)) return 0;
  double cos4 = den / length, sin4 = num / length, cos2, sin2;
  if (cos4 >= 0.0) {
    cos2 = sqrt((1.0 + cos4) / 2.0);
    sin2 = sin4 / (2.0 * cos2);
  } else {
    sin2 = (sin4 < 0.0 ? -1.0 : 1.0) * sqrt((1.0 - cos4) / 2.0);
    cos2 = sin4 / (2.0 * sin2);
  }
  *c = sqrt((1.0 + cos2) / 2.0);
  *s = sin2 / (2.0 * *c);
  return 1;
}

static int best_turn(const column *x, const column *y, double *c, double *s) {
  double sum_u = 0.0, sum_v = 0.0, squares = 0.0, products = 0.0, size = 0.0, k = x->count;
  for (int32_t i = 0; i < x->count; i++) {
    double p = *entry(x, i), q = *entry(y, i), u = p * p - q * q, v = 2.0 * p * q;
    sum_u += u;
    sum_v += v;
    squares += u * u - v * v;
    products += 2.0 * u * v;
    size += (p * p + q * q) * (p * p + q * q);
  }
  double num = products - 2.0 * sum_u * sum_v / k, den = squares - (sum_u * sum_u - sum_v * sum_v) / k;
  return quarter_angle(num, den, 1e-14 * size, c, s);
}

static void turn(const column *x, const column *y, double c, double s) {
  for (int32_t i = 0; i < x->count; i++) {
    double p = *entry(x, i), q = *entry(y, i);
    *entry(x, i) = p * c + q * s;
    *entry(y, i) = q * c - p * s;
  }
}

static double sweep(double *a, int32_t k, int32_t m, double *turned) {
  double largest = 0.0, c, s;
  for (int32_t f = 0; f < m; f++)
    for (int32_t g = f + 1; g < m; g++) {
      column x = column_of(a, k, m, f), y = column_of(a, k, m, g);
      if (!best_turn(&x, &y, &c, &s)) continue;
      turn(&x, &y, c, s);
      if (turned != NULL) {
        column p = column_of(turned, m, m, f), q = column_of(turned, m, m, g);
        turn(&p, &q, c, s);
      }
      largest = fabs(s) > largest ? fabs(s) : largest;
    }
  return largest;
}

static void scale_rows(double *a, int32_t k, int32_t m, double *length, int back) {
  for (int32_t i = 0; i < k; i++) {
    double *row = a + (ptrdiff_t)i * m, sum = 0.0;
    for (int32_t f = 0; f < m; f++) sum += row[f] * row[f];
    if (!back) length[i] = sqrt(sum);
    for (int32_t f = 0; f < m && length[i] > 0.0; f++) row[f] = back ? row[f] * length[i] : row[f] / length[i];
  }
}

static double sum_of_squares(const column *c) {
  double sum = 0.0;
  for (int32_t i = 0; i < c->count; i++) sum += *entry(c, i) * *entry(c, i);
  return sum;
}

static void swap(const column *x, const column *y) {
  for (int32_t i = 0; i < x->count; i++) {
    double v = *entry(x, i);
    *entry(x, i) = *entry(y, i);
    *entry(y, i) = v;
  }
}

/* Order and signs; what is done to a column of loadings is done to that of the rotation. */
static void arrange(double *a, int32_t k, int32_t m, double *turned) {
  for (int32_t f = 1; f < m; f++)
    for (int32_t g = f; g > 0; g--) {
      column x = column_of(a, k, m, g - 1), y = column_of(a, k, m, g);
      if (!(sum_of_squares(&y) > sum_of_squares(&x))) break;
      swap(&x, &y);
      if (turned == NULL) continue;
      column p = column_of(turned, m, m, g - 1), q = column_of(turned, m, m, g);
      swap(&p, &q);
    }
  for (int32_t f = 0; f < m; f++) {
    column x = column_of(a, k, m, f);
    double before = 0.0, after = 0.0;
    for (int32_t i = 0; i < k && before == 0.0; i++) before = *entry(&x, i);
    inno__orient(x.entry, k, m);
    for (int32_t i = 0; i < k && after == 0.0; i++) after = *entry(&x, i);
    for (int32_t i = 0; i < m && turned != NULL && (before < 0.0) != (after < 0.0); i++)
      turned[(ptrdiff_t)i * m + f] = 0.0 - turned[(ptrdiff_t)i * m + f];
  }
}

void inno__varimax(double *loadings, int32_t k, int32_t m, int32_t limit, double *turned, inno__rotation_report *report,
                   double *work) {
  *report = (inno__rotation_report){0, 0, 0.0};
  for (int32_t i = 0; turned != NULL && i < m; i++)
    for (int32_t f = 0; f < m; f++) turned[(ptrdiff_t)i * m + f] = i == f ? 1.0 : 0.0;
  scale_rows(loadings, k, m, work, 0);
  while (report->sweeps < limit && !report->converged) {
    report->angle = sweep(loadings, k, m, turned);
    report->sweeps++;
    report->converged = report->angle <= 1e-10;
  }
  scale_rows(loadings, k, m, work, 1);
  arrange(loadings, k, m, turned);
}

/* ---- promax: scratch is m x m twice, and a row ---- */

size_t inno__promax_work_count(int32_t m) { return 2 * (size_t)m * (size_t)m + (size_t)m; }

/* out = a' b, m x m; a and b have the same rows. */
static void cross_products(const double *a, const double *b, int32_t rows, int32_t m, double *out) {
  for (int32_t f = 0; f < m; f++)
    for (int32_t g = 0; g < m; g++) {
      double sum = 0.0;
      for (int32_t i = 0; i < rows; i++) sum += a[(ptrdiff_t)i * m + f] * b[(ptrdiff_t)i * m + g];
      out[(ptrdiff_t)f * m + g] = sum;
    }
}

/* out = a b; out may be a. row: m doubles. */
static void multiply(const double *a, const double *b, int32_t rows, int32_t m, double *out, double *row) {
  for (int32_t i = 0; i < rows; i++) {
    for (int32_t g = 0; g < m; g++) {
      row[g] = 0.0;
      for (int32_t f = 0; f < m; f++) row[g] += a[(ptrdiff_t)i * m + f] * b[(ptrdiff_t)f * m + g];
    }
    for (int32_t g = 0; g < m; g++) out[(ptrdiff_t)i * m + g] = row[g];
  }
}

static double raised(double x, double power) {
  double size = inno__pow(fabs(x), power);
  return x < 0.0 ? -size : size;
}

/* The coefficients of least squares that lead loadings to their target, into turn; target is scratch. */
static int32_t towards_target(const double *loadings, int32_t k, int32_t m, double power, double *target, double *turn,
                              double *l, double *one) {
  for (ptrdiff_t i = 0; i < (ptrdiff_t)k * m; i++) target[i] = raised(loadings[i], power);
  cross_products(loadings, target, k, m, turn);
  cross_products(loadings, loadings, k, m, l);
  int32_t singular = inno__cholesky(l, m, INNO__SINGULAR);
  if (singular >= 0) return singular;
  for (int32_t g = 0; g < m; g++) {
    for (int32_t f = 0; f < m; f++) one[f] = turn[(ptrdiff_t)f * m + g];
    inno__cholesky_solve(l, m, one);
    for (int32_t f = 0; f < m; f++) turn[(ptrdiff_t)f * m + g] = one[f];
  }
  return -1;
}

/* The inverse of turn' turn: covariances of the factors. */
static int32_t covariances(const double *turn, int32_t m, double *l, double *out) {
  cross_products(turn, turn, m, m, l);
  int32_t singular = inno__cholesky(l, m, INNO__SINGULAR);
  if (singular < 0) inno__cholesky_inverse(l, m, out);
  return singular;
}

int32_t inno__promax(double *loadings, int32_t k, int32_t m, double power, double *structure, double *factors,
                     double *turned, double *work) {
  double *turn = work, *l = turn + (ptrdiff_t)m * m, *row = l + (ptrdiff_t)m * m;
  int32_t singular = towards_target(loadings, k, m, power, structure, turn, l, row);
  if (singular < 0) singular = covariances(turn, m, l, factors);
  if (singular >= 0) return singular;
  for (int32_t f = 0; f < m; f++) row[f] = sqrt(factors[(ptrdiff_t)f * m + f]);
  for (int32_t g = 0; g < m; g++)
    for (int32_t f = 0; f < m; f++) turn[(ptrdiff_t)g * m + f] *= row[f];
  multiply(loadings, turn, k, m, loadings, row);
  arrange(loadings, k, m, turn);
  singular = covariances(turn, m, l, factors);
  for (int32_t f = 0; f < m; f++) factors[(ptrdiff_t)f * m + f] = 1.0; /* but for rounding it is that */
  multiply(loadings, factors, k, m, structure, row);
  for (ptrdiff_t i = 0; turned != NULL && i < (ptrdiff_t)m * m; i++) turned[i] = turn[i];
  return singular;
}
