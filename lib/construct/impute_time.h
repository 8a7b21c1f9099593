/* Imputation over time: a unit's own values of other periods. Rows are period-major: row = period * units + unit. */
#ifndef INNO_CONSTRUCT_IMPUTE_TIME_H
#define INNO_CONSTRUCT_IMPUTE_TIME_H

#include <stdint.h>

/* INNO_IMPUTE_LATEST: the last observation of an earlier period. INNO_IMPUTE_LINEAR: on the line between the
 * observations around it; beyond them the nearest one; a series with one observation stays as it is.
 * INNO_IMPUTE_CONSTANT: the last earlier observation; before the first, the first. INNO_IMPUTE_LINEAR_CONSTANT: linear;
 * a series with one observation takes it everywhere. */
typedef struct {
  int32_t rule;
  double max_age; /* largest distance, in the periods' own values (years), of every observation used; INFINITY = any */
  int32_t max_periods; /* the same counted in periods of the panel; INT32_MAX = any */
} inno__time_rule;

/* times: the periods' values, strictly ascending. included: a byte a row or NULL; a row that is out neither helps nor
 * is filled. out may be x. marks: INNO_MARK_IMPUTED is ORed in; may be NULL. from, to: per row the periods whose
 * observations were used, equal when there is one, -1 for what was not filled; each may be NULL. What has no source
 * stays missing. */
void inno__impute_time(const double *x, const double *times, int64_t periods, int64_t units,
                       const inno__time_rule *rule, const unsigned char *included, double *out, unsigned char *marks,
                       int32_t *from, int32_t *to);

#endif
