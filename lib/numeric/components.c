#include "numeric/components.h"

#include <math.h>
#include <stddef.h>

int32_t inno__component_rank(const double *values, int32_t k) {
  int32_t rank = 0;
  while (rank < k && values[rank] > 1e-12 * k) rank++;
  return rank;
}

void inno__component_loadings(const double *values, const double *vectors, int32_t k, int32_t m, double *loadings) {
  for (int32_t f = 0; f < m; f++) {
    double root = sqrt(values[f]);
    for (int32_t j = 0; j < k; j++)
      loadings[(size_t)j * (size_t)m + (size_t)f] = vectors[(size_t)f * (size_t)k + (size_t)j] * root;
  }
}

void inno__factor_squares(const double *loadings, int32_t k, int32_t m, double *squares) {
  for (int32_t f = 0; f < m; f++) {
    squares[f] = 0.0;
    for (int32_t j = 0; j < k; j++) {
      double l = loadings[(size_t)j * (size_t)m + (size_t)f];
      squares[f] += l * l;
    }
  }
}

void inno__factor_weights(const double *loadings, const double *squares, int32_t k, int32_t m, double *weights,
                          int32_t *factor) {
  for (int32_t j = 0; j < k; j++) {
    double share = -1.0;
    weights[j] = 0.0;
    if (factor != NULL) factor[j] = 0;
    for (int32_t f = 0; f < m; f++) {
      double l = loadings[(size_t)j * (size_t)m + (size_t)f];
      if (!(l * l / squares[f] > share)) continue;
      share = l * l / squares[f];
      weights[j] = l * l;
      if (factor != NULL) factor[j] = f;
    }
  }
}

void inno__score_coefficients(const double *values, const double *vectors, int32_t k, int32_t m, const double *turn,
                              int32_t f, double *out) {
  for (int32_t j = 0; j < k; j++) {
    out[j] = 0.0;
    for (int32_t g = 0; g < m; g++)
      out[j] += vectors[(size_t)g * (size_t)k + (size_t)j] / sqrt(values[g]) * turn[(size_t)g * (size_t)m + (size_t)f];
  }
}
