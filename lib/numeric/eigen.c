#include "numeric/eigen.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

#include "numeric/missing.h"

enum { SWEEPS = 60 };

static inline double *at(double *a, int32_t k, int32_t i) { return a + (size_t)i * (size_t)k; }

void inno__orient(double *x, int32_t k, int32_t stride) {
  double sum = 0.0;
  for (int32_t i = 0; i < k; i++) sum += x[(ptrdiff_t)i * stride];
  for (int32_t i = 0; i < k && fabs(sum) <= 1e-12; i++)
    if (fabs(x[(ptrdiff_t)i * stride]) > 1e-12) sum = x[(ptrdiff_t)i * stride];
  for (int32_t i = 0; i < k && sum < 0.0; i++) x[(ptrdiff_t)i * stride] = 0.0 - x[(ptrdiff_t)i * stride];
}

/* ---- Jacobi ---- */

/* Rows p and q of x turned by the angle with cosine c and sine s. */
static void turn_rows(double *p, double *q, int32_t k, double c, double s) {
  for (int32_t i = 0; i < k; i++) {
    double x = p[i], y = q[i];
    p[i] = c * x - s * y;
    q[i] = s * x + c * y;
  }
}

/* Makes a[p][q] vanish. The new diagonal comes from the tangent, which loses less than the rotation itself. */
static void turn(double *a, double *vectors, int32_t k, int32_t p, int32_t q) {
  double off = at(a, k, p)[q], low = at(a, k, p)[p], high = at(a, k, q)[q];
  double theta = (high - low) / (2.0 * off);
  double t = (theta < 0.0 ? -1.0 : 1.0) / (fabs(theta) + sqrt(theta * theta + 1.0));
  double c = 1.0 / sqrt(t * t + 1.0), s = t * c;
  turn_rows(at(a, k, p), at(a, k, q), k, c, s);
  for (int32_t i = 0; i < k; i++) {
    double *r = at(a, k, i);
    r[p] = at(a, k, p)[i];
    r[q] = at(a, k, q)[i];
  }
  at(a, k, p)[p] = low - t * off;
  at(a, k, q)[q] = high + t * off;
  at(a, k, p)[q] = at(a, k, q)[p] = 0.0;
  turn_rows(at(vectors, k, p), at(vectors, k, q), k, c, s);
}

/* Whether an entry off the diagonal still matters to the two eigenvalues that it couples. */
static int couples(double off, double p, double q, double size) {
  const double half_ulp = 1.1102230246251565e-16;
  return !(fabs(off) <= half_ulp * sqrt(fabs(p)) * sqrt(fabs(q)) || fabs(off) <= half_ulp * half_ulp * size);
}

static int32_t sweep_until_done(double *a, double *vectors, int32_t k, double size) {
  for (int32_t sweep = 0; sweep < SWEEPS; sweep++) {
    int turned = 0;
    for (int32_t p = 0; p < k; p++)
      for (int32_t q = p + 1; q < k; q++) {
        if (!couples(at(a, k, p)[q], at(a, k, p)[p], at(a, k, q)[q], size)) continue;
        turn(a, vectors, k, p, q);
        turned = 1;
      }
    if (!turned) return sweep;
  }
  return -1;
}

/* Insertion keeps equal values in their order. */
static void sort_pairs(double *values, double *vectors, int32_t k) {
  for (int32_t i = 1; i < k; i++)
    for (int32_t j = i; j > 0 && values[j] > values[j - 1]; j--) {
      double v = values[j];
      values[j] = values[j - 1];
      values[j - 1] = v;
      for (int32_t m = 0; m < k; m++) {
        v = at(vectors, k, j)[m];
        at(vectors, k, j)[m] = at(vectors, k, j - 1)[m];
        at(vectors, k, j - 1)[m] = v;
      }
    }
}

int32_t inno__eigen_symmetric(double *a, int32_t k, double *values, double *vectors) {
  double size = 0.0;
  int finite = 1;
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < k; j++) {
      double entry = fabs(at(a, k, i)[j]);
      at(vectors, k, i)[j] = i == j ? 1.0 : 0.0;
      finite &= entry <= DBL_MAX;
      if (entry > size) size = entry;
    }
  int32_t sweeps = finite ? sweep_until_done(a, vectors, k, size) : -1;
  for (int32_t i = 0; i < k; i++) values[i] = at(a, k, i)[i];
  sort_pairs(values, vectors, k);
  for (int32_t i = 0; i < k; i++) inno__orient(at(vectors, k, i), k, 1);
  return sweeps;
}

/* ---- powers ---- */

int32_t inno__eigen_positive(const double *a, int32_t k, int32_t limit, double *value, double *vector, double *work) {
  for (int32_t i = 0; i < k; i++) vector[i] = 1.0 / k;
  *value = inno__nan();
  for (int32_t step = 1; step <= limit; step++) {
    double low = INFINITY, high = 0.0, sum = 0.0;
    for (int32_t i = 0; i < k; i++) {
      work[i] = 0.0;
      for (int32_t j = 0; j < k; j++) work[i] += a[(size_t)i * (size_t)k + (size_t)j] * vector[j];
      double ratio = work[i] / vector[i];
      low = ratio < low ? ratio : low;
      high = ratio > high ? ratio : high;
      sum += work[i];
    }
    for (int32_t i = 0; i < k; i++) vector[i] = work[i] / sum;
    *value = sum; /* the vector before summed to 1 */
    if (high <= low * (1.0 + 1e-14 * k)) return step;
  }
  return -1;
}
