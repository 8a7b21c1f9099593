/* What functions share that fill a matrix of the caller. */
#ifndef INNO_API_MATRIX_H
#define INNO_API_MATRIX_H

#include "api/arguments.h"

static inline double *inno__at(double *base, ptrdiff_t stride, int64_t i) {
  return (double *)(void *)((char *)base + i * stride);
}

static inline inno_status inno__check_probabilities(const double *probabilities, int64_t count, int32_t type,
                                                    inno_error *error) {
  if (count < 0 || count > INNO_LIMIT_UNITS) return inno__bad_argument(error, "count", (double)count);
  if (probabilities == NULL && count > 0) return inno__null(error, "probabilities");
  if (type < 1 || type > 9) return inno__bad_argument(error, "type", type);
  for (int64_t k = 0; k < count; k++)
    if (!(probabilities[k] >= 0.0 && probabilities[k] <= 1.0))
      return inno__bad_argument(error, "probabilities", probabilities[k]);
  return INNO_OK;
}

#endif
