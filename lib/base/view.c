#include "base/view.h"

#include <string.h>

inno_status inno__check_view(const void *p, ptrdiff_t stride_bytes, int64_t n) {
  if (n < 0) return INNO_E_ARGUMENT;
  if (n == 0) return INNO_OK;
  if (p == NULL) return INNO_E_NULL;
  if ((((uintptr_t)p | (uintptr_t)stride_bytes) & 7u) != 0) return INNO_E_ALIGN;
  int64_t step = stride_bytes;
  if (step == INT64_MIN) return INNO_E_SIZE;
  if (step < 0) step = -step;
  if (step > 0 && n > PTRDIFF_MAX / step) return INNO_E_SIZE;
  return INNO_OK;
}

void inno__gather(const void *p, ptrdiff_t stride_bytes, int64_t n, double *out) {
  static const union {
    uint64_t bits;
    double value;
  } missing = {0x7ff8000000000000u};
  const char *at = p;
  if (stride_bytes == (ptrdiff_t)sizeof(double)) {
    if (n > 0) memcpy(out, p, (size_t)n * sizeof(double));
  } else {
    for (int64_t i = 0; i < n; i++) out[i] = *(const double *)(const void *)(at + i * stride_bytes);
  }
  for (int64_t i = 0; i < n; i++) out[i] = out[i] == out[i] ? out[i] : missing.value;
}

void inno__scatter(const double *x, int64_t n, void *p, ptrdiff_t stride_bytes) {
  char *at = p;
  if (stride_bytes == (ptrdiff_t)sizeof(double)) {
    if (n > 0) memcpy(p, x, (size_t)n * sizeof(double));
    return;
  }
  for (int64_t i = 0; i < n; i++) *(double *)(void *)(at + i * stride_bytes) = x[i];
}
