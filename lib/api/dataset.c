#include "innoscore/dataset.h"

#include "api/arguments.h"
#include "api/written.h"
#include "construct/dataset.h"
#include "numeric/missing.h"

static inno_status add_codes(inno_dataset *d, const char *const *codes, inno_error *error) {
  for (int64_t i = 0; i < d->units; i++) {
    inno_status s = inno__check_code(codes[i], "codes", error);
    if (s != INNO_OK) return s;
    if (inno__names_find(d->codes, codes[i]) >= 0)
      return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_UNIT,
                        &(inno__where){.unit = codes[i], .what = codes[i]});
    if (inno__names_add(d->codes, codes[i]) < 0) return inno__no_memory(error);
  }
  return INNO_OK;
}

static inno_status check_periods(const double *periods, int64_t count, inno_error *error) {
  for (int64_t p = 0; p < count; p++) {
    if (!(periods[p] - periods[p] == 0.0)) return inno__bad_argument(error, "periods", periods[p]);
    if (p > 0 && !(periods[p] > periods[p - 1]))
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_PERIODS_ORDER,
                        &(inno__where){.value = periods[p - 1], .value2 = periods[p]});
  }
  return INNO_OK;
}

/* periods NULL: a dataset of one period without a name */
static inno_status create(const inno_allocator *allocator, int64_t unit_count, const char *const *codes,
                          int64_t period_count, const double *periods, inno_dataset **out, inno_error *error) {
  if (codes == NULL) return inno__null(error, "codes");
  if (unit_count < 1) return inno__bad_argument(error, "unit_count", (double)unit_count);
  if (unit_count > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "units", .value = INNO_LIMIT_UNITS});
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  inno_dataset *d = NULL;
  if (inno__dataset_create(&a, unit_count, periods, period_count, &d) != INNO_OK) return inno__no_memory(error);
  inno_status s = add_codes(d, codes, error);
  if (s != INNO_OK) {
    inno__dataset_destroy(d);
    return s;
  }
  *out = d;
  return INNO_OK;
}

inno_status INNO_CALL inno_dataset_create(const inno_allocator *allocator, int64_t unit_count, const char *const *codes,
                                          inno_dataset **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  return create(allocator, unit_count, codes, 1, NULL, out, error);
}

inno_status INNO_CALL inno_dataset_create_panel(const inno_allocator *allocator, int64_t unit_count,
                                                const char *const *codes, int64_t period_count, const double *periods,
                                                inno_dataset **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (periods == NULL) return inno__null(error, "periods");
  if (period_count < 1) return inno__bad_argument(error, "period_count", (double)period_count);
  if (unit_count > 0 && period_count > INNO_LIMIT_UNITS / unit_count)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "units x periods", .value = INNO_LIMIT_UNITS});
  inno_status s = check_periods(periods, period_count, error);
  return s == INNO_OK ? create(allocator, unit_count, codes, period_count, periods, out, error) : s;
}

void INNO_CALL inno_dataset_destroy(inno_dataset *dataset) { inno__dataset_destroy(dataset); }

/* A name that is not among those that are there. */
static inno_status check_new(const inno__names *names, const char *text, const char *argument, inno_error *error) {
  inno_status s = inno__check_code(text, argument, error);
  if (s == INNO_OK && inno__names_find(names, text) >= 0)
    s = inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.node = text, .what = text});
  return s;
}

static inno_status check_finite(const inno_dataset *d, const char *code, const double *x, inno_error *error) {
  for (int64_t i = 0; i < d->rows; i++)
    if (x[i] == x[i] && x[i] - x[i] != 0.0)
      return inno__fail(error, INNO_E_INFINITE, INNO__MSG_INFINITE,
                        &(inno__where){.node = code, .unit = inno__names_at(d->codes, i % d->units), .value = x[i]});
  return INNO_OK;
}

/* values: checked already */
static inno_status add_column(inno_dataset *dataset, const char *code, const char *argument, const double *values,
                              ptrdiff_t stride_bytes, inno_error *error) {
  inno_status s = check_new(dataset->column_codes, code, argument, error);
  if (s != INNO_OK) return s;
  inno__table column;
  if (inno__dataset_new_column(dataset, &column) != INNO_OK) return inno__no_memory(error);
  inno__gather(values, stride_bytes, dataset->rows, inno__column(&column, 0));
  s = check_finite(dataset, code, inno__column(&column, 0), error);
  if (s == INNO_OK && inno__dataset_keep_column(dataset, code, &column) != INNO_OK) s = inno__no_memory(error);
  if (s != INNO_OK) inno__dataset_drop_column(dataset, &column);
  return s;
}

inno_status INNO_CALL inno_dataset_add_column(inno_dataset *dataset, const char *code, const double *values,
                                              ptrdiff_t stride_bytes, inno_error *error) {
  inno__error_clear(error);
  if (dataset == NULL) return inno__null(error, "dataset");
  inno_status s = inno__check_array(values, stride_bytes, dataset->rows, 0, "values", error);
  return s == INNO_OK ? add_column(dataset, code, "code", values, stride_bytes, error) : s;
}

inno_status INNO_CALL inno_dataset_add_columns(inno_dataset *dataset, const char *const *codes, int64_t count,
                                               const double *values, ptrdiff_t row_stride_bytes,
                                               ptrdiff_t column_stride_bytes, inno_error *error) {
  inno__error_clear(error);
  if (dataset == NULL) return inno__null(error, "dataset");
  if (count < 0) return inno__bad_argument(error, "count", (double)count);
  if (count > 0 && codes == NULL) return inno__null(error, "codes");
  inno_status s = INNO_OK;
  if (count > 0)
    s = inno__check_matrix(values, dataset->rows, count, row_stride_bytes, column_stride_bytes, 0, "values", error);
  int64_t added = 0;
  while (s == INNO_OK && added < count) {
    const char *first = (const char *)values + added * column_stride_bytes;
    s = add_column(dataset, codes[added], "codes", (const double *)(const void *)first, row_stride_bytes, error);
    if (s == INNO_OK) added++;
  }
  if (s != INNO_OK)
    for (; added > 0; added--) inno__dataset_drop_last_column(dataset);
  return s;
}

inno_status INNO_CALL inno_dataset_add_group(inno_dataset *dataset, const char *name, const char *const *labels,
                                             inno_error *error) {
  inno__error_clear(error);
  if (dataset == NULL) return inno__null(error, "dataset");
  if (labels == NULL) return inno__null(error, "labels");
  inno_status s = check_new(dataset->group_names, name, "name", error);
  for (int64_t i = 0; i < dataset->rows && s == INNO_OK; i++)
    if (labels[i] != NULL && labels[i][0] != '\0') s = inno__check_code(labels[i], "labels", error);
  if (s == INNO_OK && inno__dataset_add_group(dataset, name, labels) != INNO_OK) s = inno__no_memory(error);
  return s;
}

int64_t INNO_CALL inno_dataset_unit_count(const inno_dataset *dataset) { return dataset != NULL ? dataset->units : 0; }

const char *INNO_CALL inno_dataset_unit_code(const inno_dataset *dataset, int64_t unit) {
  if (dataset == NULL || unit < 0 || unit >= dataset->units) return NULL;
  return inno__names_at(dataset->codes, unit);
}

int64_t INNO_CALL inno_dataset_find_unit(const inno_dataset *dataset, const char *code) {
  return dataset != NULL && code != NULL ? inno__names_find(dataset->codes, code) : -1;
}

int64_t INNO_CALL inno_dataset_period_count(const inno_dataset *dataset) {
  return dataset != NULL ? dataset->period_count : 0;
}

double INNO_CALL inno_dataset_period(const inno_dataset *dataset, int64_t period) {
  if (dataset == NULL || dataset->periods == NULL || period < 0 || period >= dataset->period_count) return inno__nan();
  return dataset->periods[period];
}

int64_t INNO_CALL inno_dataset_column_count(const inno_dataset *dataset) {
  return dataset != NULL ? inno__names_count(dataset->column_codes) : 0;
}

const char *INNO_CALL inno_dataset_column_code(const inno_dataset *dataset, int64_t column) {
  if (column < 0 || column >= inno_dataset_column_count(dataset)) return NULL;
  return inno__names_at(dataset->column_codes, column);
}

int64_t INNO_CALL inno_dataset_find_column(const inno_dataset *dataset, const char *code) {
  return dataset != NULL && code != NULL ? inno__names_find(dataset->column_codes, code) : -1;
}

inno_status INNO_CALL inno_dataset_column(const inno_dataset *dataset, const char *code, double *out,
                                          ptrdiff_t stride_bytes, inno_error *error) {
  inno__error_clear(error);
  if (dataset == NULL) return inno__null(error, "dataset");
  if (code == NULL) return inno__null(error, "code");
  inno_status s = inno__check_array(out, stride_bytes, dataset->rows, 1, "out", error);
  if (s != INNO_OK) return s;
  int64_t j = inno__names_find(dataset->column_codes, code);
  if (j < 0) return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
  inno__scatter(inno__column(&dataset->columns[j], 0), dataset->rows, out, stride_bytes);
  return INNO_OK;
}

inno_status INNO_CALL inno_dataset_fingerprint(const inno_dataset *dataset, char *buffer, int64_t capacity,
                                               inno_error *error) {
  inno__error_clear(error);
  if (dataset == NULL) return inno__null(error, "dataset");
  inno_status s = inno__check_hex(buffer, capacity, error);
  if (s == INNO_OK && inno__dataset_fingerprint(dataset, buffer) != INNO_OK) s = inno__no_memory(error);
  return s;
}
