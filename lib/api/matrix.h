/* Matrices of the caller with two strides, and what their functions share. */
#ifndef INNO_API_MATRIX_H
#define INNO_API_MATRIX_H

#include "api/check.h"

/* Every row and every column must lie in memory that can be addressed: as strided arrays one by one. */
static inline inno_status inno__check_matrix(const double *values, int64_t rows, int64_t columns, ptrdiff_t row_stride,
                                             ptrdiff_t column_stride, int written, const char *argument,
                                             inno_error *error) {
  inno_status s = inno__check_array(values, row_stride, columns > 0 ? rows : 0, written, argument, error);
  if (s == INNO_OK) s = inno__check_array(values, column_stride, rows > 0 ? columns : 0, written, argument, error);
  if (s != INNO_OK) return s;
  int64_t down = row_stride < 0 ? -(int64_t)row_stride : row_stride;
  int64_t right = column_stride < 0 ? -(int64_t)column_stride : column_stride;
  if (rows * down > PTRDIFF_MAX - columns * right)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = argument, .value = (double)PTRDIFF_MAX});
  return INNO_OK;
}

static inline double *inno__at(double *base, ptrdiff_t stride, int64_t i) {
  return (double *)(void *)((char *)base + i * stride);
}

/* A number of bytes, or a size query: buffer NULL and capacity 0. */
static inline inno_status inno__check_buffer(const void *buffer, int64_t capacity, int64_t needed, inno_error *error) {
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  if (buffer == NULL && capacity > 0) return inno__null(error, "buffer");
  if (buffer != NULL && capacity < needed)
    return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = needed});
  return INNO_OK;
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
