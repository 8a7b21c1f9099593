/* The components that are kept: turned, and what follows from it. */
#include "analyze/components.h"
#include "innoscore/keys.h"
#include "numeric/components.h"
#include "numeric/rotation.h"

enum { SWEEPS = 1000 };

static void be_identity(double *a, int32_t m) {
  for (int32_t f = 0; f < m; f++)
    for (int32_t g = 0; g < m; g++) a[(size_t)f * (size_t)m + (size_t)g] = f == g ? 1.0 : 0.0;
}

static void copy(const double *from, size_t count, double *to) {
  for (size_t e = 0; e < count; e++) to[e] = from[e];
}

/* out = left x right, all m x m; out is neither. */
static void multiply(const double *left, const double *right, int32_t m, double *out) {
  for (int32_t f = 0; f < m; f++)
    for (int32_t g = 0; g < m; g++) {
      double sum = 0.0;
      for (int32_t h = 0; h < m; h++)
        sum += left[(size_t)f * (size_t)m + (size_t)h] * right[(size_t)h * (size_t)m + (size_t)g];
      out[(size_t)f * (size_t)m + (size_t)g] = sum;
    }
}

static inno_status stuck(const char *what, double value, inno_error *refusal) {
  return inno__fail(refusal, INNO_E_CONVERGENCE, INNO__MSG_COMPONENTS_ROTATION,
                    &(inno__where){.what = what, .value = value});
}

/* What varimax turned is turned once more; the two turns are one. */
static inno_status oblique(inno__components *c, inno_error *refusal) {
  const int32_t m = c->m;
  double *second = c->work, *both = second + (size_t)m * (size_t)m, *rest = both + (size_t)m * (size_t)m;
  int32_t lost = inno__promax(c->rotated, c->k, m, c->rule->promax_power, c->structure, c->factors, second, rest);
  if (lost >= 0) return stuck("promax", (double)lost + 1.0, refusal);
  multiply(c->turned, second, m, both);
  copy(both, (size_t)m * (size_t)m, c->turned);
  return INNO_OK;
}

static inno_status turn(inno__components *c, inno_error *refusal) {
  inno__rotation_report report;
  be_identity(c->turned, c->m);
  be_identity(c->factors, c->m);
  if (c->rule->rotation == INNO_ROTATION_NONE) return INNO_OK;
  inno__varimax(c->rotated, c->k, c->m, SWEEPS, c->turned, &report, c->work);
  if (!report.converged) return stuck("varimax", report.angle, refusal);
  return c->rule->rotation == INNO_ROTATION_PROMAX ? oblique(c, refusal) : INNO_OK;
}

static void scale_to_one(double *x, int32_t k) {
  double sum = 0.0;
  for (int32_t j = 0; j < k; j++) sum += x[j];
  for (int32_t j = 0; j < k; j++) x[j] = x[j] / sum;
}

inno_status inno__components_rotate(inno__components *c, inno_error *refusal) {
  const size_t cells = (size_t)c->k * (size_t)c->m;
  inno__component_loadings(c->values, c->vectors, c->k, c->m, c->loadings);
  copy(c->loadings, cells, c->rotated);
  inno_status s = turn(c, refusal);
  if (s != INNO_OK) return s;
  if (c->rule->rotation != INNO_ROTATION_PROMAX) copy(c->rotated, cells, c->structure);
  inno__factor_squares(c->rotated, c->k, c->m, c->squares);
  inno__factor_weights(c->rotated, c->squares, c->k, c->m, c->weights, c->factor);
  scale_to_one(c->weights, c->k);
  return INNO_OK;
}
