#include "numeric/adequacy.h"

#include <string.h>

#include "numeric/linear.h"
#include "numeric/missing.h"
#include "numeric/special.h"

size_t inno__adequacy_work_size(int32_t k) { return 2 * (size_t)k * (size_t)k * sizeof(double); }

static double share(double correlations, double partial) {
  double both = correlations + partial;
  return both > 0.0 ? correlations / both : inno__nan();
}

static double kmo_of(const double *r, const double *inverse, int32_t k, double *each) {
  double all = 0.0, all_partial = 0.0;
  for (int32_t i = 0; i < k; i++) {
    const double *row = r + (size_t)i * (size_t)k, *inv = inverse + (size_t)i * (size_t)k;
    double sum = 0.0, partial = 0.0;
    for (int32_t j = 0; j < k; j++) {
      if (j == i) continue;
      sum += row[j] * row[j];
      partial += inv[j] * inv[j] / (inv[i] * inverse[(size_t)j * (size_t)k + (size_t)j]);
    }
    if (each != NULL) each[i] = share(sum, partial);
    all += sum;
    all_partial += partial;
  }
  return share(all, all_partial);
}

int32_t inno__adequacy_of(const double *r, int32_t k, int64_t n, double *each, inno__adequacy *out, void *work) {
  const double size = k, factor = (double)n - 1.0 - (2.0 * size + 5.0) / 6.0;
  double *l = work, *inverse = l + (size_t)k * (size_t)k;
  *out = (inno__adequacy){inno__nan(), inno__nan(), inno__nan(), size * (size - 1.0) / 2.0};
  for (int32_t i = 0; i < k && each != NULL; i++) each[i] = inno__nan();
  memcpy(l, r, (size_t)k * (size_t)k * sizeof *l);
  int32_t singular = inno__cholesky(l, k, INNO__SINGULAR);
  if (singular >= 0) return singular;
  inno__cholesky_inverse(l, k, inverse);
  out->kmo = kmo_of(r, inverse, k, each);
  out->log_determinant = 0.0;
  for (int32_t i = 0; i < k; i++) out->log_determinant += 2.0 * inno__log(l[(size_t)i * (size_t)k + (size_t)i]);
  if (factor > 0.0) out->bartlett = 0.0 - factor * out->log_determinant;
  return -1;
}
