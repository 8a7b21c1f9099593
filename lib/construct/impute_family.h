/* What the rules share that fill a family of sibling columns from each other. */
#ifndef INNO_CONSTRUCT_IMPUTE_FAMILY_H
#define INNO_CONSTRUCT_IMPUTE_FAMILY_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "construct/impute.h"
#include "construct/site.h"

/* k columns of n units. Observed values never change; a unit that was screened out neither helps nor is filled. Every
 * kernel fixes at its start which cells are there, so out[c] may be x[c] and a filled cell is never taken for an
 * observed one. */
typedef struct {
  const double *const *x;
  int32_t k;
  int64_t n;
  const unsigned char *included; /* n bytes; NULL = all */
  const unsigned char *fill;     /* k; 0 = the column helps the others but is not filled, and out[c] is not written */
  double *const *out;            /* where fill is 1 the whole column is written */
  unsigned char *const *marks;   /* INNO_MARK_IMPUTED is ORed in; NULL, as may be marks[c] */
  int64_t *const *source;        /* donor of each cell, -1 where there is none; NULL, as may be source[c] */
  const char *const *codes;      /* of the columns, for sentences; NULL = none */
} inno__family;

/* Copies what is there into out, and sets every source to -1. */
void inno__family_begin(const inno__family *f);

/* Fills one cell; a missing value fills nothing. */
void inno__family_put(const inno__family *f, int32_t column, int64_t unit, double value, int64_t source);

/* Code of a column, or NULL. */
const char *inno__family_code(const inno__family *f, int32_t column);

/* Lists the codes of columns, which are count numbers. */
void inno__family_list(const inno__family *f, const int32_t *columns, int32_t count, inno__listing *list);

#endif
