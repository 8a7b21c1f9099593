#include "robust/kernel.h"

enum { L = INNO__LANES };

void inno__kernel_sums(const inno__table *terms, const double *weights, double *scores) {
  for (int64_t i = 0; i < terms->columns; i++) {
    const double *x = inno__column(terms, i);
    double sum[L] = {0.0};
    for (int64_t j = 0; j < terms->rows; j++)
      for (int32_t l = 0; l < L; l++) sum[l] += x[j] * weights[j * L + l];
    for (int32_t l = 0; l < L; l++) scores[i * L + l] = sum[l];
  }
}

void inno__kernel_sum_lane(const inno__table *terms, const double *weights, int32_t lane, double *scores) {
  for (int64_t i = 0; i < terms->columns; i++) {
    const double *x = inno__column(terms, i);
    double sum = 0.0;
    for (int64_t j = 0; j < terms->rows; j++) sum += x[j] * weights[j * L + lane];
    scores[i * L + lane] = sum;
  }
}
