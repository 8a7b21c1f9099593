/* A result: one block of numbers laid out once, and its own copies of the codes. */
#ifndef INNO_CONSTRUCT_RESULT_H
#define INNO_CONSTRUCT_RESULT_H

#include "base/block.h"
#include "base/table.h"
#include "construct/dataset.h"
#include "construct/method.h"
#include "construct/node.h"
#include "innoscore/result.h"

/* What one step left behind. Tables and arrays that were not kept have no cells. */
typedef struct {
  int32_t kind;
  inno__table values;      /* indicators */
  unsigned char *marks;    /* rows x indicators, by column */
  int64_t *sources;        /* imputation from donors or over time: rows x indicators, by column; -1 = none */
  inno__treat_log *logs;   /* treatment: period_count an indicator, of which one or all are used */
  inno__frame *frames;     /* normalization: likewise */
  inno__outcome *outcomes; /* searches: where they are, first_record says */
  int64_t *first_record;   /* treatment, normalization: indicators + 1; aggregation: aggregates + 1 */
  int32_t *available;      /* screening: one a row */
  int32_t *zeros;          /* screening: one a row */
  unsigned char *kept;     /* screening: one a row */
  unsigned char *forced;   /* screening: one a row */
} inno__step_result;

/* What a result may have from another one. */
enum { INNO__HELD_TREATMENT = 1, INNO__HELD_NORMALIZATION = 2, INNO__HELD_IMPUTATION = 4 };

struct inno_result {
  inno_allocator allocator;
  void *block;
  size_t block_bytes;
  int32_t keep, ties, step_count;
  int64_t units, period_count;
  int64_t rows; /* units x periods */
  int has_periods;
  int32_t held; /* INNO__HELD_: what was not taken from its own data */
  uint64_t stamp; /* of its method */
  uint64_t data_stamp;
  double *periods; /* NULL = one period without a name */
  inno__tree *tree;
  inno__names *unit_codes, *group_names;
  inno__grouping *groups;
  inno__step_result *steps;
  inno__table indicators; /* raw values when the steps are kept, else the working and so final values */
  inno__table aggregates; /* scores */
  inno__table coverage;   /* of the aggregates */
  const double **final;   /* latest, in the end final values of every node */
};

void inno__result_destroy(inno_result *r);

/* Position of the period with this value, NaN = the latest; INNO_E_VALUE when the result does not have it. */
inno_status inno__result_find_period(const inno_result *r, double asked, int64_t *period, inno_error *error);

/* Period of a row, from 0. */
static inline int64_t inno__period_of(const inno_result *r, int64_t row) { return row / r->units; }

/* Values of a node after a step (-1 = raw), one a row; NULL when the step has none of it. Steps must have been kept. */
const double *inno__result_after(const inno_result *r, int32_t step, int64_t node);

#endif
