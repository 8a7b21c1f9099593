#include "robust/score_pass.h"

#include "api/arguments.h"
#include "api/matrix.h"
#include "api/written.h"

inno_status INNO_CALL inno_score_pass_create(const inno_allocator *allocator, const inno_tally *tally,
                                             const double *probabilities, int64_t count, int32_t type, int64_t most,
                                             inno_score_pass **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (tally == NULL) return inno__null(error, "tally");
  if (count == 0) return inno__bad_argument(error, "count", 0.0);
  if (most < 0) return inno__bad_argument(error, "most", (double)most);
  inno_status s = inno__check_probabilities(probabilities, count, type, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__score_pass_create(&a, tally, probabilities, count, type, most, out, error);
}

void INNO_CALL inno_score_pass_destroy(inno_score_pass *pass) { inno__score_pass_destroy(pass); }

inno_status INNO_CALL inno_score_pass_run(inno_score_pass *pass, const inno_uncertainty *uncertainty, int64_t first,
                                          int64_t count, inno_error *error) {
  inno__error_clear(error);
  if (pass == NULL) return inno__null(error, "pass");
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  if (first < 0) return inno__bad_argument(error, "first", (double)first);
  if (count < 0) return inno__bad_argument(error, "count", (double)count);
  return inno__score_pass_run(pass, uncertainty, first, count, error);
}

inno_status INNO_CALL inno_score_pass_merge(inno_score_pass *into, const inno_score_pass *from, inno_error *error) {
  inno__error_clear(error);
  if (into == NULL) return inno__null(error, "into");
  if (from == NULL) return inno__null(error, "from");
  return inno__score_pass_merge(into, from, error);
}

inno_status INNO_CALL inno_score_pass_write(const inno_score_pass *pass, void *buffer, int64_t capacity,
                                            int64_t *needed, inno_error *error) {
  inno__error_clear(error);
  if (needed == NULL) return inno__null(error, "needed");
  *needed = 0;
  if (pass == NULL) return inno__null(error, "pass");
  *needed = inno__score_pass_size(pass);
  inno_status s = inno__check_buffer(buffer, capacity, error);
  if (s != INNO_OK || buffer == NULL) return s; /* without a buffer only the size is asked for */
  s = inno__check_room(capacity, *needed, error);
  if (s == INNO_OK) inno__score_pass_write(pass, buffer);
  return s;
}

inno_status INNO_CALL inno_score_pass_merge_bytes(inno_score_pass *into, const void *data, int64_t size,
                                                  inno_error *error) {
  inno__error_clear(error);
  if (into == NULL) return inno__null(error, "into");
  if (data == NULL) return inno__null(error, "data");
  if (size < 0) return inno__bad_argument(error, "size", (double)size);
  return inno__score_pass_merge_bytes(into, data, size, error);
}

inno_status INNO_CALL inno_score_pass_quantiles(const inno_score_pass *pass, double *out, ptrdiff_t row_stride,
                                                ptrdiff_t column_stride, inno_error *error) {
  inno__error_clear(error);
  if (pass == NULL) return inno__null(error, "pass");
  if (!pass->finished)
    return inno__fail(error, INNO_E_UNFINISHED, INNO__MSG_SCORE_PASS_UNFINISHED,
                      &(inno__where){.value = (double)pass->seen.total, .value2 = (double)pass->first.total});
  inno_status s =
      inno__check_matrix(out, pass->shape.units, pass->probabilities, row_stride, column_stride, 1, "out", error);
  for (int64_t i = 0; i < pass->shape.units && s == INNO_OK; i++)
    for (int64_t k = 0; k < pass->probabilities; k++)
      *inno__at(inno__at(out, row_stride, i), column_stride, k) = inno__score_pass_quantile(pass, i, k);
  return s;
}
