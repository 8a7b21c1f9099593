#include "numeric/eigen_values.h"

#include <float.h>
#include <math.h>

#include "numeric/lanes.h"
#include "numeric/missing.h"

/* A step finds a third of an eigenvalue at worst; more than this many for one does not happen. */
enum { STEPS = 40 };

/* Rows have whole eights; what is beyond a row's entries is finite and meets zeros only. */
static int32_t eights(int32_t k) { return (k + INNO__EIGHT - 1) / INNO__EIGHT * INNO__EIGHT; }

size_t inno__eigen_values_work_count(int32_t k) {
  size_t stride = (size_t)eights(k);
  return (size_t)k * stride + 4 * stride;
}

typedef struct {
  double *a, *u, *q; /* k rows; a reflection's vector; its product with a */
  double *d, *e;     /* the diagonal; e[i] is between i and i + 1 */
  int32_t k, stride;
} matrix;

static inline double *row(const matrix *m, int32_t i) { return m->a + (size_t)i * (size_t)m->stride; }

/* Copies, scaled so that the largest entry is 1. Returns that entry, or 1 when all are 0; 0 = not finite. */
static double load(const matrix *m, const double *a) {
  double size = 0.0;
  int finite = 1;
  for (int32_t i = 0; i < m->k; i++)
    for (int32_t j = 0; j <= i; j++) {
      double entry = fabs(a[(size_t)i * (size_t)m->k + (size_t)j]);
      finite &= entry <= DBL_MAX;
      size = entry > size ? entry : size;
    }
  if (!finite) return 0.0;
  if (size == 0.0) size = 1.0;
  for (int32_t i = 0; i < m->k; i++) {
    for (int32_t j = m->k; j < m->stride; j++) row(m, i)[j] = 0.0;
    for (int32_t j = 0; j <= i; j++) row(m, i)[j] = row(m, j)[i] = a[(size_t)i * (size_t)m->k + (size_t)j] / size;
  }
  return size;
}

static double dot(const double *x, const double *y, int32_t count) {
  double lane[INNO__EIGHT];
  inno__eight sum = inno__eight_of(0.0);
  for (int32_t i = 0; i < count; i += INNO__EIGHT)
    sum = inno__eight_add(sum, inno__eight_mul(inno__eight_load(x + i), inno__eight_load(y + i)));
  inno__eight_store(lane, sum);
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

/* x -= s y + t z */
static void subtract(double *x, double s, const double *y, double t, const double *z, int32_t count) {
  const inno__eight p = inno__eight_of(s), q = inno__eight_of(t);
  for (int32_t i = 0; i < count; i += INNO__EIGHT) {
    inno__eight v = inno__eight_mul(p, inno__eight_load(y + i)), w = inno__eight_mul(q, inno__eight_load(z + i));
    inno__eight_store(x + i, inno__eight_sub(inno__eight_load(x + i), inno__eight_add(v, w)));
  }
}

/* Reflects the rows and columns before i so that of row i only the entry at i - 1 is left. */
static void reflect(const matrix *m, int32_t i) {
  const double *x = row(m, i);
  const int32_t width = eights(i);
  double *u = m->u, *q = m->q;
  for (int32_t j = 0; j < width; j++) {
    u[j] = j < i - 1 ? x[j] : 0.0;
    q[j] = 0.0;
  }
  double rest = dot(u, u, width), last = x[i - 1];
  m->d[i] = x[i];
  m->e[i - 1] = last;
  if (!(rest > 0.0)) return;
  double length = sqrt(last * last + rest);
  m->e[i - 1] = last < 0.0 ? length : -length;
  u[i - 1] = last - m->e[i - 1];
  double h = length * (length + fabs(last)); /* half the square of u's length */
  for (int32_t j = 0; j < i; j++) q[j] = dot(row(m, j), u, width) / h;
  double share = dot(q, u, width) / (2.0 * h);
  for (int32_t j = 0; j < i; j++) q[j] -= share * u[j];
  for (int32_t j = 0; j < i; j++) subtract(row(m, j), u[j], q, q[j], u, width);
}

static void make_tridiagonal(const matrix *m) {
  for (int32_t i = m->k - 1; i > 0; i--) reflect(m, i);
  m->d[0] = row(m, 0)[0];
}

static int negligible(const double *d, const double *e, int32_t i) {
  const double half_ulp = 1.1102230246251565e-16, floor = 8.673617379884035e-19; /* 2^-53; 2^-60 of the largest */
  return fabs(e[i]) <= half_ulp * (fabs(d[i]) + fabs(d[i + 1])) || fabs(e[i]) <= floor;
}

/* The eigenvalue of the last two rows that is nearer to the last entry. */
static double shift_of(const double *d, const double *e, int32_t last) {
  double half = (d[last - 1] - d[last]) / 2.0, b = e[last - 1];
  double root = sqrt(half * half + b * b);
  return d[last] - b * b / (half < 0.0 ? half - root : half + root);
}

/* One step of QR with that shift on rows first .. last, done by rotations that chase one entry downwards. */
static void chase(double *d, double *e, int32_t first, int32_t last) {
  double x = d[first] - shift_of(d, e, last), z = e[first];
  for (int32_t i = first; i < last; i++) {
    double r = sqrt(x * x + z * z), c = r > 0.0 ? x / r : 1.0, s = r > 0.0 ? z / r : 0.0;
    if (i > first) e[i - 1] = r;
    double t = s * (d[i + 1] - d[i]) + 2.0 * c * e[i];
    d[i] += s * t;
    d[i + 1] -= s * t;
    e[i] = c * t - e[i];
    if (i + 1 == last) break;
    x = e[i];
    z = s * e[i + 1];
    e[i + 1] *= c;
  }
}

static int32_t make_diagonal(double *d, double *e, int32_t k) {
  int32_t steps = 0, of_this = 0;
  for (int32_t last = k - 1; last > 0;) {
    int32_t first = last;
    while (first > 0 && !negligible(d, e, first - 1)) first--;
    if (first == last) {
      last--;
      of_this = 0;
      continue;
    }
    if (of_this++ == STEPS) return -1;
    chase(d, e, first, last);
    steps++;
  }
  return steps;
}

int32_t inno__eigen_values(const double *a, int32_t k, double *values, double *work) {
  const size_t stride = (size_t)eights(k);
  double *rest = work + (size_t)k * stride;
  matrix m = {work, rest, rest + stride, rest + 2 * stride, rest + 3 * stride, k, (int32_t)stride};
  double scale = load(&m, a);
  int32_t steps = -1;
  if (scale > 0.0) {
    make_tridiagonal(&m);
    steps = make_diagonal(m.d, m.e, k);
  }
  for (int32_t i = 0; i < k; i++) {
    double v = steps < 0 ? inno__nan() : m.d[i] * scale;
    int32_t j = i;
    for (; j > 0 && v > values[j - 1]; j--) values[j] = values[j - 1];
    values[j] = v;
  }
  return steps;
}
