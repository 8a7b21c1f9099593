/* The object that every analysis fills: tables of doubles, field by field, and the codes that they speak of. */
#ifndef INNO_CONSTRUCT_ANALYSIS_H
#define INNO_CONSTRUCT_ANALYSIS_H

#include "base/error.h"
#include "base/field.h"
#include "base/memory.h"
#include "base/names.h"
#include "innoscore/analysis.h"
#include "innoscore/scheme.h"

/* Rows of a list of fields, and a table made of such a list. */
#define INNO__F64(field, name) \
  { INNO_FIELD_##field, name, INNO_TYPE_F64 }
#define INNO__I64(field, name) \
  { INNO_FIELD_##field, name, INNO_TYPE_I64 }
#define INNO__TABLE(kind, fields) \
  { INNO_RECORD_##kind, fields, (int32_t)(sizeof fields / sizeof fields[0]) }

typedef struct {
  double *cells; /* fields x capacity, field by field */
  int64_t count, capacity;
} inno__analysis_table;

struct inno_analysis {
  inno_allocator allocator;
  inno__names *nodes, *units;      /* NULL = positions only */
  const inno__record_kinds *kinds; /* static */
  inno__analysis_table tables[];   /* one a kind */
};

/* The fields of a kind of table; NULL = this analysis has no such table. */
const inno__record_kind *inno__analysis_kind(const inno_analysis *a, int32_t kind);

/* kinds is static; nodes and units are copied, NULL = positions only. */
inno_status inno__analysis_create(const inno_allocator *allocator, const inno__record_kinds *kinds,
                                  const inno__names *nodes, const inno__names *units, inno_analysis **out,
                                  inno_error *error);
void inno__analysis_destroy(inno_analysis *a);

/* Kinds below are those of the analysis. Adds more records of NaN to a table; *first is the position of the first of
 * them. */
inno_status inno__analysis_grow(inno_analysis *a, int32_t kind, int64_t more, int64_t *first, inno_error *error);

/* The values of a field of all records, until the table grows. The field must be one of the kind. */
double *inno__analysis_cells(inno_analysis *a, int32_t kind, int32_t field);
const double *inno__analysis_values(const inno_analysis *a, int32_t kind, int32_t field);
int64_t inno__analysis_count(const inno_analysis *a, int32_t kind); /* 0 without such a table */

/* One number of a record that is there; NaN until it is written. */
static inline double *inno__analysis_cell(inno_analysis *a, int32_t kind, int64_t record, int32_t field) {
  return inno__analysis_cells(a, kind, field) + record;
}
static inline void inno__analysis_put(inno_analysis *a, int32_t kind, int64_t record, int32_t field, double value) {
  *inno__analysis_cell(a, kind, record, field) = value;
}

/* The same of several, by the names of their fields. */
typedef struct {
  int32_t field;
  double value;
} inno__cell;
void inno__analysis_put_cells(inno_analysis *a, int32_t kind, int64_t record, const inno__cell *cells, size_t count);

/* Scratch for count doubles; NULL is reported. */
double *inno__analysis_scratch(const inno_analysis *a, size_t count, inno_error *error);
void inno__analysis_release(const inno_analysis *a, double *scratch, size_t count);

#endif
