#include "construct/dataset.h"

#include <string.h>

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
  if (d->group_names != NULL)
    for (int64_t g = 0; g < inno__names_count(d->group_names); g++)
      inno__free(&a, (void *)(uintptr_t)d->groups[g].label, label_bytes(d)); /* NOLINT(performance-no-int-to-ptr) */
  inno__free(&a, d->columns, (size_t)d->column_capacity * sizeof *d->columns);
  inno__free(&a, d->groups, (size_t)d->group_capacity * sizeof *d->groups);
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

inno_status inno__dataset_new_column(inno_dataset *d, inno__table *column) {
  return inno__table_create(&d->allocator, d->rows, 1, column) ? INNO_OK : INNO_E_NOMEM;
}

void inno__dataset_drop_column(inno_dataset *d, inno__table *column) { inno__table_destroy(&d->allocator, column); }

static inno_status reserve(const inno_allocator *a, void **items, int64_t *capacity, int64_t count, size_t size) {
  if (count < *capacity) return INNO_OK;
  int64_t wanted = *capacity == 0 ? 64 : *capacity * 2;
  void *grown = inno__grow(a, *items, (size_t)*capacity * size, (size_t)wanted * size);
  if (grown == NULL) return INNO_E_NOMEM;
  *items = grown;
  *capacity = wanted;
  return INNO_OK;
}

inno_status inno__dataset_keep_column(inno_dataset *d, const char *code, const inno__table *column) {
  int64_t count = inno__names_count(d->column_codes);
  void *items = d->columns;
  inno_status s = reserve(&d->allocator, &items, &d->column_capacity, count, sizeof *d->columns);
  d->columns = items;
  if (s != INNO_OK || inno__names_add(d->column_codes, code) < 0) return INNO_E_NOMEM;
  d->columns[count] = *column;
  return INNO_OK;
}

static inno_status number_labels(const inno_dataset *d, const char *const *labels, int32_t *number, int32_t *count) {
  inno__names *seen = NULL;
  if (inno__names_create(&d->allocator, &seen) != INNO_OK) return INNO_E_NOMEM;
  inno_status s = INNO_OK;
  for (int64_t i = 0; i < d->rows && s == INNO_OK; i++) {
    number[i] = -1;
    if (labels[i] == NULL || labels[i][0] == '\0') continue;
    int64_t k = inno__names_find(seen, labels[i]);
    if (k < 0) k = inno__names_add(seen, labels[i]);
    if (k < 0) s = INNO_E_NOMEM;
    number[i] = (int32_t)k;
  }
  *count = (int32_t)inno__names_count(seen);
  inno__names_destroy(seen);
  return s;
}

inno_status inno__dataset_add_group(inno_dataset *d, const char *name, const char *const *labels) {
  int64_t count = inno__names_count(d->group_names);
  int32_t *number = inno__alloc(&d->allocator, label_bytes(d));
  if (number == NULL) return INNO_E_NOMEM;
  int32_t label_count = 0;
  inno_status s = number_labels(d, labels, number, &label_count);
  if (s == INNO_OK) {
    void *items = d->groups;
    s = reserve(&d->allocator, &items, &d->group_capacity, count, sizeof *d->groups);
    d->groups = items;
  }
  if (s == INNO_OK && inno__names_add(d->group_names, name) < 0) s = INNO_E_NOMEM;
  if (s != INNO_OK) {
    inno__free(&d->allocator, number, label_bytes(d));
    return s;
  }
  d->groups[count] = (inno__grouping){.label = number, .count = label_count};
  return INNO_OK;
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
    void *items = d->groups;
    inno_status s = reserve(&d->allocator, &items, &d->group_capacity, g, sizeof *d->groups);
    d->groups = items;
    int32_t *number = s == INNO_OK ? inno__alloc(&d->allocator, label_bytes(d)) : NULL;
    if (number == NULL || inno__names_add(d->group_names, inno__names_at(from->group_names, g)) < 0) {
      inno__free(&d->allocator, number, label_bytes(d));
      return INNO_E_NOMEM;
    }
    memcpy(number, from->groups[g].label + first, label_bytes(d));
    d->groups[g] = (inno__grouping){.label = number, .count = from->groups[g].count};
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
