#include "construct/analysis.h"

#include <string.h>

#include "base/checked.h"
#include "numeric/missing.h"

static int32_t table_of(const inno_analysis *a, int32_t kind) {
  for (int32_t t = 0; t < a->kinds->count; t++)
    if (a->kinds->kinds[t].kind == kind) return t;
  return -1;
}

const inno__record_kind *inno__analysis_kind(const inno_analysis *a, int32_t kind) {
  int32_t table = table_of(a, kind);
  return table < 0 ? NULL : &a->kinds->kinds[table];
}

static size_t object_bytes(const inno__record_kinds *kinds) {
  return sizeof(inno_analysis) + (size_t)kinds->count * sizeof(inno__analysis_table);
}

inno_status inno__analysis_create(const inno_allocator *allocator, const inno__record_kinds *kinds,
                                  const inno__names *nodes, const inno__names *units, inno_analysis **out,
                                  inno_error *error) {
  *out = NULL;
  inno_analysis *a = inno__alloc(allocator, object_bytes(kinds));
  if (a == NULL) return inno__no_memory(error);
  memset(a, 0, object_bytes(kinds));
  a->allocator = *allocator;
  a->kinds = kinds;
  inno_status s = nodes != NULL ? inno__names_copy(nodes, allocator, &a->nodes) : INNO_OK;
  if (s == INNO_OK && units != NULL) s = inno__names_copy(units, allocator, &a->units);
  if (s != INNO_OK) {
    inno__analysis_destroy(a);
    return inno__no_memory(error);
  }
  *out = a;
  return INNO_OK;
}

static size_t table_bytes(const inno__record_kind *kind, int64_t capacity) {
  return (size_t)capacity * (size_t)kind->count * sizeof(double);
}

void inno__analysis_destroy(inno_analysis *a) {
  if (a == NULL) return;
  for (int32_t t = 0; t < a->kinds->count; t++)
    inno__free(&a->allocator, a->tables[t].cells, table_bytes(&a->kinds->kinds[t], a->tables[t].capacity));
  if (a->nodes != NULL) inno__names_destroy(a->nodes);
  if (a->units != NULL) inno__names_destroy(a->units);
  const inno_allocator allocator = a->allocator;
  inno__free(&allocator, a, object_bytes(a->kinds));
}

/* Most cells of one table. */
#define MOST_CELLS ((int64_t)1 << 31)

inno_status inno__analysis_grow(inno_analysis *a, int32_t kind, int64_t more, int64_t *first, inno_error *error) {
  inno__analysis_table *t = &a->tables[table_of(a, kind)];
  const inno__record_kind *k = inno__analysis_kind(a, kind);
  int64_t fields = k->count, wanted = t->count + more, most = MOST_CELLS / fields;
  *first = t->count;
  if (wanted > most)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "records", .value = (double)most});
  if (wanted > t->capacity) {
    int64_t capacity = 2 * t->capacity < wanted ? wanted : 2 * t->capacity;
    double *cells = inno__alloc(&a->allocator, table_bytes(k, capacity));
    if (cells == NULL) return inno__no_memory(error);
    for (int64_t f = 0; f < fields && t->count > 0; f++)
      memcpy(cells + f * capacity, t->cells + f * t->capacity, (size_t)t->count * sizeof *cells);
    inno__free(&a->allocator, t->cells, table_bytes(k, t->capacity));
    t->cells = cells;
    t->capacity = capacity;
  }
  for (int64_t f = 0; f < fields; f++)
    for (int64_t i = t->count; i < wanted; i++) t->cells[f * t->capacity + i] = inno__nan();
  t->count = wanted;
  return INNO_OK;
}

/* NULL when the field is none of the kind, or nothing was ever added. */
static double *cells_of(const inno_analysis *a, int32_t kind, int32_t field) {
  const int32_t table = table_of(a, kind);
  const inno__record_kind *k = &a->kinds->kinds[table];
  const inno__analysis_table *t = &a->tables[table];
  int32_t f = 0;
  while (f < k->count && k->fields[f].field != field) f++;
  return f < k->count && t->cells != NULL ? t->cells + f * t->capacity : NULL;
}

double *inno__analysis_cells(inno_analysis *a, int32_t kind, int32_t field) { return cells_of(a, kind, field); }

const double *inno__analysis_values(const inno_analysis *a, int32_t kind, int32_t field) {
  return cells_of(a, kind, field);
}

void inno__analysis_put_cells(inno_analysis *a, int32_t kind, int64_t record, const inno__cell *cells, size_t count) {
  for (size_t k = 0; k < count; k++) inno__analysis_put(a, kind, record, cells[k].field, cells[k].value);
}

int64_t inno__analysis_count(const inno_analysis *a, int32_t kind) {
  int32_t table = table_of(a, kind);
  return table < 0 ? 0 : a->tables[table].count;
}

double *inno__analysis_scratch(const inno_analysis *a, size_t count, inno_error *error) {
  size_t bytes;
  double *p = inno__mul_size(count, sizeof *p, &bytes) ? inno__alloc(&a->allocator, bytes) : NULL;
  if (p == NULL) inno__no_memory(error);
  return p;
}

void inno__analysis_release(const inno_analysis *a, double *scratch, size_t count) {
  inno__free(&a->allocator, scratch, count * sizeof *scratch);
}
