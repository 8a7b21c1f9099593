/* The self-check of raw data: columns are compared with peers and with the year before, then gaps are priced. */
#ifndef INNO_EXPLAIN_CHECK_H
#define INNO_EXPLAIN_CHECK_H

#include "construct/analysis.h"
#include "construct/finding.h"
#include "explain/what_if.h"
#include "innoscore/check.h"

extern const inno__record_kinds inno__check_kinds;

/* A column that is looked at. */
typedef struct {
  int64_t node;        /* its number in the analysis */
  int64_t column;      /* in the dataset */
  int64_t before;      /* in the dataset before; -1 = it lacks it */
  int64_t scaled_by;   /* which of the checked columns divides it; -1 = none */
  int32_t divisions;   /* how often */
  double scale;        /* of the denominator */
  double lower, upper; /* possible; NaN = any */
  double bottom, top;  /* goalposts of the method; NaN = none */
} inno__checked;

/* What a column looks like among the units of one label. */
typedef struct {
  int64_t count, zeros, negatives, fractions; /* of the values that are there */
  int64_t sizes, ratios;                      /* positive values after denomination; values of both years */
  double size, size_spread;                   /* median and spread of their decimal logarithms */
  double ratio, ratio_spread;                 /* likewise of value / value before */
  double before;                              /* median of the sizes of the values before */
} inno__peers;

typedef struct {
  inno_analysis *a;
  const inno_method *method;
  const inno_dataset *data, *before; /* before NULL = none */
  const inno_scheme *options;        /* for keys of single columns; NULL = none */
  const inno__explain_rule *rule;
  inno_what_if *w; /* NULL = the method cannot score the data */
  inno_error *error;
  int64_t n, first, first_before; /* units; the first row of the period, of either dataset */
  int64_t begin, end;             /* units that are asked for */
  int64_t target;                 /* node that gaps cost */
  int64_t labels;
  /* in one block */
  void *block;
  size_t block_bytes;
  inno__checked *columns; /* denominators first */
  int64_t column_count, denominator_count;
  int64_t *label, *order, *start; /* of each unit, -1 = none; units by label; where a label starts, labels + 1 */
  int64_t *row_before;            /* of each unit; -1 = it was not there */
  inno__peers *peers;             /* of each label */
  double *compared;               /* values after denomination */
  double *size, *ratio;           /* logarithms; NaN = none */
  double *gathered, *work;        /* n and 2 n */
  unsigned char *slipped;         /* denominators x units */
} inno__checking;

/* Everything; the fields up to target are the caller's. */
inno_status inno__check(inno__checking *c);

/* Values of a checked column, of the period; of the year before for one unit, NaN = none. */
static inline const double *inno__check_now(const inno__checking *c, const inno__checked *k) {
  return inno__column(&c->data->columns[k->column], 0) + c->first;
}
double inno__check_before(const inno__checking *c, const inno__checked *k, int64_t unit);

/* The raw figure of a unit that has this value after denomination; NaN = there is none. */
double inno__check_raw(const inno__checking *c, const inno__checked *k, int64_t unit, double value);

/* A finding and the numbers behind it; other -1 = none, numbers that do not apply NaN. */
typedef struct {
  int32_t finding;
  const inno__checked *column;
  int64_t other, unit;
  double value, threshold;                                       /* of the sentence */
  double compared, ratio, limit, spread, power, suggested, part; /* of the table besides */
  double figure;                                                 /* VALUE of the table */
} inno__noted;
/* All numbers NaN, no other node. */
inno__noted inno__noted_of(int32_t finding, const inno__checked *column, int64_t unit);
inno_status inno__check_note(const inno__checking *c, const inno__noted *n);
/* One more record of numbers of the finding that came last. */
inno_status inno__check_number(const inno__checking *c, const inno__noted *n);

/* check_cells.c: one column, of every unit that is asked for. which: its position. */
inno_status inno__check_column(const inno__checking *c, int64_t which);
/* check_moved.c */
inno_status inno__check_moved(const inno__checking *c);
/* check_gaps.c: needs c->w. */
inno_status inno__check_gaps(const inno__checking *c);

#endif
