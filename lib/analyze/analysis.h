/* The object that every analysis fills: tables of doubles, field by field, and the codes that they speak of. */
#ifndef INNO_ANALYZE_ANALYSIS_H
#define INNO_ANALYZE_ANALYSIS_H

#include "base/error.h"
#include "base/field.h"
#include "base/memory.h"
#include "base/names.h"
#include "innoscore/analysis.h"

#define INNO__ANALYSIS_TABLES 28

/* Columns of a family, beyond which time that grows with their cube is no longer an answer. */
#define INNO__FAMILY_MOST 1000

typedef struct {
  double *cells; /* fields x capacity, field by field */
  int64_t count, capacity;
} inno__analysis_table;

struct inno_analysis {
  inno_allocator allocator;
  inno__names *nodes, *units; /* NULL = positions only */
  inno__analysis_table tables[INNO__ANALYSIS_TABLES];
};

/* Columns of numbers and what they are called. */
typedef struct {
  const double *const *x; /* k columns of n values; NaN = missing */
  int32_t k;
  int64_t n;
  const int64_t *node; /* what the field NODE says of a column; NULL = its position */
  int64_t parent;      /* what the field PARENT says; -1 = no family */
} inno__sample;

static inline int64_t inno__sample_node(const inno__sample *s, int32_t column) {
  return s->node != NULL ? s->node[column] : column;
}

/* Position of a kind's table, -1 = no table of an analysis; and its fields. */
int32_t inno__analysis_table_of(int32_t kind);
const inno__record_kind *inno__analysis_kind(int32_t table);

/* nodes and units are copied; NULL = positions only. */
inno_status inno__analysis_create(const inno_allocator *allocator, const inno__names *nodes, const inno__names *units,
                                  inno_analysis **out, inno_error *error);
void inno__analysis_destroy(inno_analysis *a);

/* Adds more records of NaN to a table; *first is the position of the first of them. */
inno_status inno__analysis_grow(inno_analysis *a, int32_t kind, int64_t more, int64_t *first, inno_error *error);

/* The values of a field of all records, until the table grows. The field must be one of the kind. */
double *inno__analysis_cells(inno_analysis *a, int32_t kind, int32_t field);
const double *inno__analysis_values(const inno_analysis *a, int32_t kind, int32_t field);
int64_t inno__analysis_count(const inno_analysis *a, int32_t kind);

/* Scratch for count doubles; NULL is reported. */
double *inno__analysis_scratch(const inno_analysis *a, size_t count, inno_error *error);
void inno__analysis_release(const inno_analysis *a, double *scratch, size_t count);

#endif
