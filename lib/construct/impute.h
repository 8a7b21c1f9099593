/* Imputation. Observed values never change; a unit that was screened out is never filled. */
#ifndef INNO_CONSTRUCT_IMPUTE_H
#define INNO_CONSTRUCT_IMPUTE_H

#include <stddef.h>
#include <stdint.h>

/* Grouping of the units: label[i] is 0 .. count - 1, or -1 for a unit in no group. */
typedef struct {
  const int32_t *label;
  int32_t count;
} inno__grouping;

/* What a rule looks at to fill a cell: columns of siblings; other periods of the unit; else its own column. */
int inno__impute_is_family(int32_t rule);
int inno__impute_is_over_time(int32_t rule);
/* 1 = a cell that the rule fills can have one source: another unit, or the unit itself in another period. */
int inno__impute_has_sources(int32_t rule);

size_t inno__impute_work_size(int64_t n, int32_t group_count);

/* Rules INNO_IMPUTE_MEAN .. GROUP_MEDIAN on one column. grouping is read by the group rules only. included: n bytes or
 * NULL = all. What cannot be filled stays missing. out may be x. marks: INNO_MARK_IMPUTED is ORed in; may be NULL. */
void inno__impute_column(const double *x, int64_t n, int32_t rule, const inno__grouping *grouping,
                         const unsigned char *included, double *out, unsigned char *marks, void *work);

size_t inno__impute_siblings_work_size(int64_t n, int32_t k);

/* INNO_IMPUTE_SIBLING_MEAN over k sibling columns: each column times its direction is scaled to 0..1 by its own
 * minimum and maximum; a missing cell takes the unit's mean over the siblings it has, mapped back: (mean * (max - min)
 * + min) * direction. COINr impute_by = "row", normalise_first. fill[c] = 0: column c helps the others but is not
 * filled itself. A constant or empty column takes no part. out[c] may be x[c]; where fill[c] is 1 the whole column
 * out[c] is written, where it is 0 nothing is. marks may be NULL, as may marks[c]. */
void inno__impute_siblings(const double *const *x, const int32_t *directions, const unsigned char *fill, int32_t k,
                           int64_t n, const unsigned char *included, double *const *out, unsigned char *const *marks,
                           void *work);

#endif
