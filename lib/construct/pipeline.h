/* The one way through: dataset -> steps -> result, cut into columns of work. */
#ifndef INNO_CONSTRUCT_PIPELINE_H
#define INNO_CONSTRUCT_PIPELINE_H

#include "construct/frames.h"
#include "construct/result.h"

struct inno_run {
  inno_allocator allocator;
  const inno_method *method;
  const inno_dataset *dataset;
  const inno_frames *frames; /* held constants to use; NULL = take them from the dataset */
  inno_result *result; /* NULL after it was taken */
  inno_status status;  /* of the first failure; it stays */
  int32_t step;        /* at work on */
  int64_t item;        /* its next piece */
  int64_t call, place; /* inside a piece that needs several: which call is next, where its rule goes on */
  int64_t cells;       /* work done since the last look */
  int finished;
  int held;     /* computed weights stay as they are in the result's tree */
  int screened; /* somebody was left out: included is to be read */
  void *block;
  size_t block_bytes;
  /* all below lie in the block */
  int64_t *column;            /* of each indicator in the dataset */
  int64_t *denominator;       /* of each denominator of the tree */
  int64_t *bound;             /* of each text of each step: a group of the dataset or a unit */
  int64_t *first_bound;       /* of each step */
  unsigned char *included;    /* one a unit */
  int32_t *available, *zeros; /* screening counts, when the result does not keep them */
  inno__treat_log *log;       /* the current column's, when the result does not keep them */
  inno__frame *frame;
  double *spare; /* one period: treatment of the base period, whose values are written again with all others */
  void *scratch;          /* of the kernels: the largest that any step asks for */
  const double **columns; /* children of a node or siblings of a cell */
  double **outs;
  unsigned char **mark_columns;
  int64_t **source_columns; /* NULL = not kept */
  double *weights;
  inno__own_rule *own;
  inno__outcome *outcomes; /* when the result does not keep them: as many as one call has */
  const char **codes;
  int32_t *directions;
  unsigned char *fill;
};

inno_status inno__run_create(const inno_allocator *allocator, const inno_method *method, const inno_dataset *dataset,
                             const inno_frames *frames, int32_t keep, inno_run **out, inno_error *error);
void inno__run_destroy(inno_run *run);
inno_status inno__run_advance(inno_run *run, int64_t work_limit, inno_error *error);

/* Every step before the aggregation. The indicators' values are then final. */
inno_status inno__run_to_aggregation(inno_run *run, inno_error *error);

/* Back to the start, finished or failed or not: the values of the dataset may have changed, nothing else of it. For
 * runs that keep no steps. */
void inno__run_restart(inno_run *run);

/* One piece of the step that the run is at; *done = 1 after its last. In steps.c. */
inno_status inno__run_piece(inno_run *run, int *done, inno_error *error);

/* Some rows of an aggregate again, at the aggregation: where its rule takes every row by itself and its weights are
 * given. One call finishes; the status is that of the piece, the sentence is not made. */
int inno__run_by_rows(const inno_run *run, int64_t aggregate);
inno_status inno__run_rows(inno_run *run, int64_t aggregate, int64_t first, int64_t n);

/* Records of a column in a step with logs or frames. */
int64_t inno__run_records(const inno_run *run, int32_t step, int64_t indicator);
/* Where the records of each column begin, after its logs or frames changed. */
void inno__run_number_records(inno_run *run);

#endif
