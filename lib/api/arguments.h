/* Checks that every public function makes the same way. */
#ifndef INNO_API_ARGUMENTS_H
#define INNO_API_ARGUMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/view.h"
#include "innoscore/limits.h"

static inline inno_status inno__null(inno_error *error, const char *argument) {
  return inno__fail(error, INNO_E_NULL, INNO__MSG_NULL, &(inno__where){.what = argument});
}

/* A code, name or label: valid UTF-8 without control characters, 1 to INNO_LIMIT_TEXT bytes. */
static inline inno_status inno__check_code(const char *text, const char *argument, inno_error *error) {
  if (text == NULL) return inno__null(error, argument);
  size_t length = 0;
  while (length <= INNO_LIMIT_TEXT && text[length] != '\0') length++;
  if (length == 0 || length > INNO_LIMIT_TEXT || !inno__text_valid(text))
    return inno__fail(error, INNO_E_TEXT, INNO__MSG_TEXT, &(inno__where){.what = argument});
  return INNO_OK;
}

static inline inno_status inno__bad_argument(inno_error *error, const char *argument, double value) {
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ARGUMENT, &(inno__where){.what = argument, .value = value});
}

static inline inno_status inno__take_allocator(const inno_allocator *allocator, inno_allocator *resolved,
                                               inno_error *error) {
  return inno__allocator_resolve(allocator, resolved) == INNO_OK ? INNO_OK
                                                                 : inno__bad_argument(error, "allocator", 0.0);
}

/* A text that is read, with its length, and who allocates what is made of it. */
static inline inno_status inno__check_text(const char *text, int64_t length, const inno_allocator *allocator,
                                           inno_allocator *resolved, inno_error *error) {
  if (text == NULL) return inno__null(error, "text");
  if (length < 0) return inno__bad_argument(error, "length", (double)length);
  return inno__take_allocator(allocator, resolved, error);
}

/* A strided array that is read, or written: then two places must not be the same. */
static inline inno_status inno__check_array(const void *p, ptrdiff_t stride, int64_t n, int written,
                                            const char *argument, inno_error *error) {
  inno_status s = inno__check_view(p, stride, n);
  if (s == INNO_OK && written && n > 1 && stride == 0) s = INNO_E_ARGUMENT;
  if (s == INNO_OK) return s;
  int32_t message = s == INNO_E_NULL    ? INNO__MSG_NULL
                    : s == INNO_E_ALIGN ? INNO__MSG_ALIGN
                    : s == INNO_E_SIZE  ? INNO__MSG_SIZE
                    : n < 0             ? INNO__MSG_ARGUMENT
                                        : INNO__MSG_STRIDE;
  return inno__fail(error, s, message, &(inno__where){.what = argument, .value = (double)stride});
}

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

static inline inno_status inno__check_codes(const char *const *codes, int64_t count, const char *argument,
                                            inno_error *error) {
  inno_status s = INNO_OK;
  for (int64_t i = 0; codes != NULL && i < count && s == INNO_OK; i++) s = inno__check_code(codes[i], argument, error);
  return s;
}

#endif
