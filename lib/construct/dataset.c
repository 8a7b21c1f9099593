#include "construct/dataset.h"

#include <string.h>

#include "base/error.h"
#include "construct/stamp.h"

inno_status inno__dataset_create(const inno_allocator *allocator, int64_t units, const double *periods,
                                 int64_t period_count, inno_dataset **out) {
  *out = NULL;
  inno_dataset *d = inno__alloc(allocator, sizeof *d);
  if (d == NULL) return INNO_E_NOMEM;
  memset(d, 0, sizeof *d);
  d->allocator = *allocator;
  d->units = units;
  d->period_count = period_count;
  d->rows = units * period_count;
  size_t bytes = (size_t)period_count * sizeof *d->periods;
  if (periods != NULL && (d->periods = inno__alloc(allocator, bytes)) != NULL) memcpy(d->periods, periods, bytes);
  if ((periods != NULL && d->periods == NULL) || inno__names_create(allocator, &d->codes) != INNO_OK ||
      inno__names_create(allocator, &d->column_codes) != INNO_OK ||
      inno__names_create(allocator, &d->group_names) != INNO_OK) {
    inno__dataset_destroy(d);
    return INNO_E_NOMEM;
  }
  *out = d;
  return INNO_OK;
}

static size_t label_bytes(const inno_dataset *d) { return (size_t)d->rows * sizeof(int32_t); }

void inno__dataset_destroy(inno_dataset *d) {
  if (d == NULL) return;
  inno_allocator a = d->allocator;
  if (d->column_codes != NULL)
    for (int64_t j = 0; j < inno__names_count(d->column_codes); j++) inno__dataset_drop_column(d, &d->columns[j]);
  for (int64_t g = 0; d->group_names != NULL && g < inno__names_count(d->group_names); g++) {
    inno__free(&a, (void *)(uintptr_t)d->groups[g].label, label_bytes(d)); /* NOLINT(performance-no-int-to-ptr) */
    inno__names_destroy(d->labels[g].texts);
  }
  inno__free(&a, d->columns, (size_t)d->column_capacity * sizeof *d->columns);
  inno__free(&a, d->groups, (size_t)d->group_capacity * sizeof *d->groups);
  inno__free(&a, d->labels, (size_t)d->label_capacity * sizeof *d->labels);
  inno__free(&a, d->periods, (size_t)d->period_count * sizeof *d->periods);
  inno__names_destroy(d->codes);
  inno__names_destroy(d->column_codes);
  inno__names_destroy(d->group_names);
  inno__free(&a, d, sizeof *d);
}

int64_t inno__find_period(const inno_dataset *d, double value) {
  for (int64_t p = 0; d->periods != NULL && p < d->period_count; p++)
    if (d->periods[p] == value) return p;
  return -1;
}

inno_status inno__dataset_find_period(const inno_dataset *d, double asked, const char *key, int64_t *period,
                                      inno_error *error) {
  *period = asked == asked ? inno__find_period(d, asked) : d->period_count - 1;
  if (*period >= 0) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNKNOWN_PERIOD, &(inno__where){.what = key, .value = asked});
}

inno_status inno__dataset_new_column(inno_dataset *d, inno__table *column) {
  return inno__table_create(&d->allocator, d->rows, 1, column) ? INNO_OK : INNO_E_NOMEM;
}

void inno__dataset_drop_column(inno_dataset *d, inno__table *column) { inno__table_destroy(&d->allocator, column); }

static uint64_t stamp_of_column(const char *code) { return inno__mix_text(1, code); }

inno_status inno__dataset_keep_column(inno_dataset *d, const char *code, const inno__table *column) {
  int64_t count = inno__names_count(d->column_codes);
  inno__table *columns = inno__reserve(&d->allocator, d->columns, &d->column_capacity, count, sizeof *columns);
  if (columns == NULL) return INNO_E_NOMEM;
  d->columns = columns;
  if (inno__names_add(d->column_codes, code) < 0) return INNO_E_NOMEM;
  d->columns[count] = *column;
  uint64_t h = stamp_of_column(code);
  for (int64_t i = 0; i < d->rows; i++) d->stamp += inno__mix_cell(h, i, inno__column(column, 0)[i]);
  return INNO_OK;
}

void inno__dataset_drop_last_column(inno_dataset *d) {
  int64_t last = inno__names_count(d->column_codes) - 1;
  uint64_t h = stamp_of_column(inno__names_at(d->column_codes, last));
  for (int64_t i = 0; i < d->rows; i++) d->stamp -= inno__mix_cell(h, i, inno__column(&d->columns[last], 0)[i]);
  inno__dataset_drop_column(d, &d->columns[last]);
  inno__names_drop_last(d->column_codes);
}

void inno__dataset_put(inno_dataset *d, int64_t row, int64_t column, double value) {
  uint64_t h = stamp_of_column(inno__names_at(d->column_codes, column));
  double *cell = &inno__column(&d->columns[column], 0)[row];
  d->stamp -= inno__mix_cell(h, row, *cell);
  d->stamp += inno__mix_cell(h, row, value);
  *cell = value;
}

int inno__dataset_is(const inno_dataset *d, uint64_t stamp, const inno__names *codes, const double *periods,
                     int64_t period_count) {
  int same = d->stamp == stamp && d->units == inno__names_count(codes) && d->period_count == period_count &&
             (d->periods != NULL) == (periods != NULL);
  for (int64_t i = 0; same && i < d->units; i++)
    same = strcmp(inno__names_at(d->codes, i), inno__names_at(codes, i)) == 0;
  for (int64_t p = 0; same && periods != NULL && p < period_count; p++) same = d->periods[p] == periods[p];
  return same;
}

static inno_status number_labels(const inno_dataset *d, const char *const *labels, int32_t *number, inno__names *seen) {
  for (int64_t i = 0; i < d->rows; i++) {
    number[i] = -1;
    if (labels[i] == NULL || labels[i][0] == '\0') continue;
    int64_t k = inno__names_find(seen, labels[i]);
    if (k < 0) k = inno__names_add(seen, labels[i]);
    if (k < 0) return INNO_E_NOMEM;
    number[i] = (int32_t)k;
  }
  return INNO_OK;
}

static inno_status reserve_group(inno_dataset *d) {
  int64_t count = inno__names_count(d->group_names);
  inno__grouping *groups = inno__reserve(&d->allocator, d->groups, &d->group_capacity, count, sizeof *groups);
  if (groups == NULL) return INNO_E_NOMEM;
  d->groups = groups;
  inno__labels *labels = inno__reserve(&d->allocator, d->labels, &d->label_capacity, count, sizeof *labels);
  if (labels == NULL) return INNO_E_NOMEM;
  d->labels = labels;
  return INNO_OK;
}

/* Makes them part of the dataset; on failure they are the caller's as before. */
static inno_status keep_group(inno_dataset *d, const char *name, int32_t *number, inno__names *labels) {
  int64_t count = inno__names_count(d->group_names);
  if (reserve_group(d) != INNO_OK || inno__names_add(d->group_names, name) < 0) return INNO_E_NOMEM;
  d->groups[count] = (inno__grouping){.label = number, .count = (int32_t)inno__names_count(labels)};
  d->labels[count].texts = labels;
  uint64_t h = inno__mix_text(2, name);
  for (int64_t k = 0; k < inno__names_count(labels); k++) h = inno__mix_text(h, inno__names_at(labels, k));
  for (int64_t i = 0; i < d->rows; i++) h = inno__mix(h, (uint64_t)number[i]);
  d->stamp += h;
  return INNO_OK;
}

inno_status inno__dataset_add_group(inno_dataset *d, const char *name, const char *const *labels) {
  inno__names *seen = NULL;
  int32_t *number = inno__alloc(&d->allocator, label_bytes(d));
  inno_status s = number != NULL ? inno__names_create(&d->allocator, &seen) : INNO_E_NOMEM;
  if (s == INNO_OK) s = number_labels(d, labels, number, seen);
  if (s == INNO_OK) s = keep_group(d, name, number, seen);
  if (s == INNO_OK) return INNO_OK;
  inno__free(&d->allocator, number, label_bytes(d));
  inno__names_destroy(seen);
  return s;
}

/* Rows from first on, as many as the copy has. */
static inno_status copy_columns(const inno_dataset *from, int64_t first, inno_dataset *d) {
  for (int64_t j = 0; j < inno__names_count(from->column_codes); j++) {
    inno__table column;
    if (inno__dataset_new_column(d, &column) != INNO_OK) return INNO_E_NOMEM;
    memcpy(column.cells, from->columns[j].cells + first, (size_t)d->rows * sizeof *column.cells);
    if (inno__dataset_keep_column(d, inno__names_at(from->column_codes, j), &column) == INNO_OK) continue;
    inno__dataset_drop_column(d, &column);
    return INNO_E_NOMEM;
  }
  return INNO_OK;
}

static inno_status copy_groups(const inno_dataset *from, int64_t first, inno_dataset *d) {
  for (int64_t g = 0; g < inno__names_count(from->group_names); g++) {
    inno__names *labels = NULL;
    int32_t *number = inno__alloc(&d->allocator, label_bytes(d));
    inno_status s = number != NULL ? inno__names_copy(from->labels[g].texts, &d->allocator, &labels) : INNO_E_NOMEM;
    if (s == INNO_OK) {
      memcpy(number, from->groups[g].label + first, label_bytes(d));
      s = keep_group(d, inno__names_at(from->group_names, g), number, labels);
    }
    if (s == INNO_OK) continue;
    inno__free(&d->allocator, number, label_bytes(d));
    inno__names_destroy(labels);
    return s;
  }
  return INNO_OK;
}

static inno_status copy_rows(const inno_dataset *from, int64_t first, const double *periods, int64_t period_count,
                             const inno_allocator *allocator, inno_dataset **out) {
  inno_dataset *d = NULL;
  *out = NULL;
  inno_status s = inno__dataset_create(allocator, from->units, periods, period_count, &d);
  for (int64_t i = 0; s == INNO_OK && i < from->units; i++)
    if (inno__names_add(d->codes, inno__names_at(from->codes, i)) < 0) s = INNO_E_NOMEM;
  if (s == INNO_OK) s = copy_columns(from, first, d);
  if (s == INNO_OK) s = copy_groups(from, first, d);
  if (s != INNO_OK) {
    inno__dataset_destroy(d);
    return s;
  }
  *out = d;
  return INNO_OK;
}

inno_status inno__dataset_copy(const inno_dataset *from, const inno_allocator *allocator, inno_dataset **out) {
  return copy_rows(from, 0, from->periods, from->period_count, allocator, out);
}

inno_status inno__dataset_copy_period(const inno_dataset *from, int64_t period, const inno_allocator *allocator,
                                      inno_dataset **out) {
  const double *value = from->periods != NULL ? from->periods + period : NULL;
  return copy_rows(from, period * from->units, value, 1, allocator, out);
}
