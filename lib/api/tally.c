#include "innoscore/tally.h"

#include "api/arguments.h"
#include "api/matrix.h"
#include "api/written.h"
#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "robust/tally.h"

inno_status INNO_CALL inno_tally_create(const inno_allocator *allocator, const inno_uncertainty *uncertainty,
                                        inno_tally **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__tally_for(&a, uncertainty, out, error);
}

void INNO_CALL inno_tally_destroy(inno_tally *tally) { inno__tally_destroy(tally); }

inno_status INNO_CALL inno_tally_run(inno_tally *tally, const inno_uncertainty *uncertainty, int64_t first,
                                     int64_t count, inno_error *error) {
  inno__error_clear(error);
  if (tally == NULL) return inno__null(error, "tally");
  if (uncertainty == NULL) return inno__null(error, "uncertainty");
  if (first < 0) return inno__bad_argument(error, "first", (double)first);
  if (count < 0) return inno__bad_argument(error, "count", (double)count);
  return inno__tally_run(tally, uncertainty, first, count, error);
}

inno_status INNO_CALL inno_tally_merge(inno_tally *into, const inno_tally *from, inno_error *error) {
  inno__error_clear(error);
  if (into == NULL) return inno__null(error, "into");
  if (from == NULL) return inno__null(error, "from");
  return inno__tally_merge(into, from, error);
}

/* ---- reading ---- */

static int64_t first_failed(const inno_tally *t) {
  int64_t first = -1;
  for (int32_t k = 0; k < t->failure_count; k++)
    if (first < 0 || t->failure[k].first < first) first = t->failure[k].first;
  return first;
}

int64_t INNO_CALL inno_tally_number(const inno_tally *tally, int32_t number) {
  if (tally == NULL) return 0;
  switch (number) {
    case INNO_TALLY_UNITS:
      return tally->shape.units;
    case INNO_TALLY_REPLICATES:
      return tally->ranges.total;
    case INNO_TALLY_FAILED:
      return (int64_t)tally->failed;
    case INNO_TALLY_FIRST_FAILED:
      return first_failed(tally);
    case INNO_TALLY_FAILURES:
      return tally->failure_count;
    case INNO_TALLY_RANGES:
      return tally->ranges.count;
    case INNO_TALLY_COMPLETE:
      return inno__ranges_complete(&tally->ranges);
    case INNO_TALLY_CHECKPOINTS:
      return inno__tally_checkpoints(tally);
    case INNO_TALLY_TOP_COUNT:
      return tally->shape.top;
    case INNO_TALLY_HALVES:
      return tally->shape.half;
    default:
      return 0;
  }
}

inno_status INNO_CALL inno_tally_range(const inno_tally *tally, int64_t index, int64_t *first, int64_t *count) {
  if (first != NULL) *first = -1;
  if (count != NULL) *count = 0;
  if (tally == NULL || first == NULL || count == NULL) return INNO_E_NULL;
  if (index < 0 || index >= tally->ranges.count) return INNO_E_ARGUMENT;
  *first = tally->ranges.at[index].first;
  *count = tally->ranges.at[index].end - *first;
  return INNO_OK;
}

inno_status INNO_CALL inno_tally_failure(const inno_tally *tally, int64_t index, inno_status *status, int64_t *count,
                                         int64_t *replicate) {
  if (status != NULL) *status = INNO_OK;
  if (count != NULL) *count = 0;
  if (replicate != NULL) *replicate = -1;
  if (tally == NULL || status == NULL || count == NULL || replicate == NULL) return INNO_E_NULL;
  if (index < 0 || index >= tally->failure_count) return INNO_E_ARGUMENT;
  *status = (inno_status)tally->failure[index].status;
  *count = (int64_t)tally->failure[index].count;
  *replicate = tally->failure[index].first;
  return INNO_OK;
}

inno_status INNO_CALL inno_tally_unit_values(const inno_tally *tally, int32_t field, double *out, ptrdiff_t stride,
                                             inno_error *error) {
  inno__error_clear(error);
  if (tally == NULL) return inno__null(error, "tally");
  int known = (field >= INNO_TALLY_NOMINAL && field <= INNO_TALLY_TOP) ||
              (field >= INNO_TALLY_SCORE_MEAN && field <= INNO_TALLY_UPPER);
  if (!known) return inno__bad_argument(error, "field", field);
  inno_status s = inno__check_array(out, stride, tally->shape.units, 1, "out", error);
  for (int64_t i = 0; i < tally->shape.units && s == INNO_OK; i++)
    *inno__at(out, stride, i) = inno__tally_value(tally, field, i);
  return s;
}

/* What both kinds of quantiles check. */
static inno_status check_quantiles(const inno_tally *tally, const double *probabilities, int64_t count, int32_t type,
                                   const double *out, ptrdiff_t row_stride, ptrdiff_t column_stride,
                                   inno_error *error) {
  if (tally == NULL) return inno__null(error, "tally");
  inno_status s = inno__check_probabilities(probabilities, count, type, error);
  return s == INNO_OK ? inno__check_matrix(out, tally->shape.units, count, row_stride, column_stride, 1, "out", error)
                      : s;
}

inno_status INNO_CALL inno_tally_rank_quantiles(const inno_tally *tally, const double *probabilities, int64_t count,
                                                int32_t type, double *out, ptrdiff_t row_stride,
                                                ptrdiff_t column_stride, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_quantiles(tally, probabilities, count, type, out, row_stride, column_stride, error);
  if (s != INNO_OK) return s;
  for (int64_t i = 0; i < tally->shape.units; i++)
    for (int64_t k = 0; k < count; k++)
      *inno__at(inno__at(out, row_stride, i), column_stride, k) =
          inno__tally_rank_quantile(tally, i, probabilities[k], type);
  return INNO_OK;
}

static inno_status not_counted(inno_error *error, const char *what) {
  return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_TALLY_NOT_COUNTED, &(inno__where){.what = what});
}

inno_status INNO_CALL inno_tally_score_quantiles(const inno_tally *tally, const double *probabilities, int64_t count,
                                                 int32_t type, double *out, ptrdiff_t row_stride,
                                                 ptrdiff_t column_stride, double *error_bound, inno_error *error) {
  inno__error_clear(error);
  if (error_bound != NULL) *error_bound = inno__nan();
  inno_status s = check_quantiles(tally, probabilities, count, type, out, row_stride, column_stride, error);
  if (s != INNO_OK) return s;
  if (!tally->shape.scores) return not_counted(error, "scores");
  for (int64_t i = 0; i < tally->shape.units; i++)
    for (int64_t k = 0; k < count; k++)
      *inno__at(inno__at(out, row_stride, i), column_stride, k) =
          inno__tally_score_quantile(tally, i, probabilities[k], type);
  if (error_bound != NULL) *error_bound = inno__tally_score_error(tally);
  return INNO_OK;
}

inno_status INNO_CALL inno_tally_top(const inno_tally *tally, int64_t k, double confidence, double *share,
                                     double *lower, double *upper, ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  if (tally == NULL) return inno__null(error, "tally");
  int64_t n = tally->shape.units;
  if (k < 1 || k > n) return inno__bad_argument(error, "k", (double)k);
  if (!(confidence > 0.0 && confidence < 1.0)) return inno__bad_argument(error, "confidence", confidence);
  double *out[3] = {share, lower, upper};
  static const char *const names[3] = {"share", "lower", "upper"};
  for (int a = 0; a < 3; a++) {
    inno_status s = out[a] == NULL ? INNO_OK : inno__check_array(out[a], stride, n, 1, names[a], error);
    if (s != INNO_OK) return s;
  }
  double z = inno__normal_critical((1.0 - confidence) / 2.0), of = (double)inno__tally_good(tally);
  for (int64_t i = 0; i < n; i++) {
    double value[3], count = (double)inno__tally_within(tally, i, k);
    value[0] = of > 0.0 ? count / of : inno__nan();
    inno__share_interval(count, of, z, &value[1], &value[2]);
    for (int a = 0; a < 3; a++)
      if (out[a] != NULL) *inno__at(out[a], stride, i) = value[a];
  }
  return INNO_OK;
}

int64_t INNO_CALL inno_tally_column_count(const inno_tally *tally, int32_t matrix) {
  return tally == NULL ? 0 : inno__tally_columns(tally, matrix);
}

inno_status INNO_CALL inno_tally_matrix(const inno_tally *tally, int32_t matrix, double *out, ptrdiff_t row_stride,
                                        ptrdiff_t column_stride, inno_error *error) {
  static const char *const what[] = {"ranks",           "ranks", "ranks", "pairs (pairs = 1)", "pairs (pairs = 1)",
                                     "central weights", "scores"};
  inno__error_clear(error);
  if (tally == NULL) return inno__null(error, "tally");
  if (matrix < INNO_TALLY_RANK_COUNTS || matrix > INNO_TALLY_SCORE_COUNTS)
    return inno__bad_argument(error, "matrix", matrix);
  int64_t columns = inno__tally_columns(tally, matrix);
  if (columns == 0) return not_counted(error, what[matrix - INNO_TALLY_RANK_COUNTS]);
  inno_status s = inno__check_matrix(out, tally->shape.units, columns, row_stride, column_stride, 1, "out", error);
  for (int64_t i = 0; i < tally->shape.units && s == INNO_OK; i++)
    inno__tally_matrix_row(tally, matrix, i, inno__at(out, row_stride, i), column_stride);
  return s;
}

inno_status INNO_CALL inno_tally_change(const inno_tally *tally, int64_t checkpoint, int64_t *replicates,
                                        double *rank_change, double *top_change) {
  double rank = inno__nan(), top = inno__nan();
  inno_status s = tally == NULL ? INNO_E_NULL : INNO_OK;
  if (s == INNO_OK && (checkpoint < 0 || checkpoint >= inno__tally_checkpoints(tally))) s = INNO_E_ARGUMENT;
  if (s == INNO_OK) inno__tally_change(tally, (int32_t)checkpoint, &rank, &top);
  if (replicates != NULL) *replicates = s == INNO_OK ? inno__octave_end((int32_t)checkpoint + 1) : 0;
  if (rank_change != NULL) *rank_change = rank;
  if (top_change != NULL) *top_change = top;
  return s;
}

int64_t INNO_CALL inno_tally_stable(const inno_tally *tally, double rank_change, double top_change) {
  int32_t count = tally == NULL ? 0 : inno__tally_checkpoints(tally);
  for (int32_t k = 0; k < count; k++) {
    double rank, top;
    inno__tally_change(tally, k, &rank, &top);
    if (rank <= rank_change && top <= top_change) return inno__octave_end(k + 1);
  }
  return 0;
}

/* ---- writing ---- */

inno_status INNO_CALL inno_tally_write(const inno_tally *tally, void *buffer, int64_t capacity, int64_t *needed,
                                       inno_error *error) {
  inno__error_clear(error);
  if (needed == NULL) return inno__null(error, "needed");
  *needed = 0;
  if (tally == NULL) return inno__null(error, "tally");
  *needed = inno__tally_size(tally);
  inno_status s = inno__check_buffer(buffer, capacity, error);
  if (s != INNO_OK || buffer == NULL) return s; /* without a buffer only the size is asked for */
  s = inno__check_room(capacity, *needed, error);
  if (s == INNO_OK) inno__tally_write(tally, buffer);
  return s;
}

inno_status INNO_CALL inno_tally_read(const inno_allocator *allocator, const void *data, int64_t size, inno_tally **out,
                                      inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (data == NULL) return inno__null(error, "data");
  if (size < 0) return inno__bad_argument(error, "size", (double)size);
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__tally_read(&a, data, size, out, error);
}

inno_status INNO_CALL inno_tally_digest(const inno_tally *tally, char *out, int64_t capacity, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  if (capacity > 0) out[0] = '\0';
  if (tally == NULL) return inno__null(error, "tally");
  inno_status s = inno__check_room(capacity, INNO_FINGERPRINT_BYTES, error);
  if (s == INNO_OK) inno__tally_digest(tally, out);
  return s;
}
