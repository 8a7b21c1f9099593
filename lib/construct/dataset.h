/* A dataset's storage: padded, aligned columns; groupings as numbers. */
#ifndef INNO_CONSTRUCT_DATASET_H
#define INNO_CONSTRUCT_DATASET_H

#include <stdint.h>

#include "base/memory.h"
#include "base/names.h"
#include "base/table.h"
#include "base/text.h"
#include "construct/impute.h"
#include "innoscore/dataset.h"
#include "innoscore/method.h"

/* The texts that the numbers of a grouping stand for. */
typedef struct {
  inno__names *texts;
} inno__labels;

struct inno_dataset {
  inno_allocator allocator;
  int64_t units;
  int64_t rows; /* units x periods; a row is period * units + unit */
  int64_t period_count;
  double *periods; /* ascending; NULL = one period without a name */
  inno__names *codes;
  inno__names *column_codes;
  inno__table *columns; /* each a table of one column, so that adding one never moves another */
  int64_t column_capacity;
  inno__names *group_names;
  inno__grouping *groups; /* labels belong to the dataset */
  int64_t group_capacity;
  inno__labels *labels; /* of each grouping */
  int64_t label_capacity;
  uint64_t stamp; /* a sum over cells and groupings, in whatever order they came: tells datasets of one process apart */
};

inno_status inno__dataset_create(const inno_allocator *allocator, int64_t units, const double *periods,
                                 int64_t period_count, inno_dataset **out);
void inno__dataset_destroy(inno_dataset *d);
inno_status inno__dataset_copy(const inno_dataset *from, const inno_allocator *allocator, inno_dataset **out);
/* One period of it, by position, as a dataset of its own. */
inno_status inno__dataset_copy_period(const inno_dataset *from, int64_t period, const inno_allocator *allocator,
                                      inno_dataset **out);

/* Room for one more column; its cells are the caller's to fill. Becomes part of the dataset with
 * inno__dataset_keep_column(). */
inno_status inno__dataset_new_column(inno_dataset *d, inno__table *column);
void inno__dataset_drop_column(inno_dataset *d, inno__table *column);
inno_status inno__dataset_keep_column(inno_dataset *d, const char *code, const inno__table *column);
/* The column that was kept last goes again. */
void inno__dataset_drop_last_column(inno_dataset *d);

/* Another value in a cell of a column that was kept; the stamp follows at the cost of one cell. */
void inno__dataset_put(inno_dataset *d, int64_t row, int64_t column, double value);

/* Number of the period with this value; -1 = none. A dataset without periods has none. */
int64_t inno__find_period(const inno_dataset *d, double value);
/* The same, but NaN = the latest, and INNO_E_VALUE with the name of the setting when there is none. */
inno_status inno__dataset_find_period(const inno_dataset *d, double asked, const char *key, int64_t *period,
                                      inno_error *error);

/* 1 = a result with these codes, periods and stamp can come from the dataset. */
int inno__dataset_is(const inno_dataset *d, uint64_t stamp, const inno__names *codes, const double *periods,
                     int64_t period_count);

/* The canonical form of the data piece by piece: what the fingerprint hashes; dataset_canonical.c says it. Scratch
 * comes from the dataset's allocator. */
inno_status inno__dataset_canonical(const inno_dataset *d, inno__sink sink, void *context);
inno_status inno__dataset_fingerprint(const inno_dataset *d, char *hex);
/* Of a method and data together: of one canonical form behind the other. */
inno_status inno__inputs_fingerprint(const inno_method *m, const inno_dataset *d, char *hex);

/* Numbers the labels in the order of their first appearance; NULL or "" = no group. */
inno_status inno__dataset_add_group(inno_dataset *d, const char *name, const char *const *labels);

#endif
