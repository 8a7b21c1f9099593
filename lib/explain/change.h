/* A change of scores: two years, everything between them, and what each of the causes has. */
#ifndef INNO_EXPLAIN_CHANGE_H
#define INNO_EXPLAIN_CHANGE_H

#include "construct/analysis.h"
#include "construct/pipeline.h"
#include "explain/owen.h"

/* A state says of each cause whether it is as before (0) or as after (1). */
enum {
  INNO__FIGURES = 1,
  INNO__DENOMINATORS = 2,
  INNO__OWN = 3,
  INNO__OTHERS = 4,
  INNO__METHOD = 8,
  INNO__MISSING = 16,
  INNO__STATES = 32,
  INNO__CAUSES = 6
};

/* How a run of one state and method is asked for: side of the others, cells of which side exist. */
typedef struct {
  inno_dataset *data;           /* hybrid: rows of the others' side */
  inno_run *shared[2], *own[2]; /* of each method: own data from the others' side; with one row changed */
  inno_status status[2];        /* of the shared run */
} inno__change_hybrid;

/* Columns of a side: where the other side has them, and what they are: 0 = nobody reads it. */
typedef struct {
  int64_t *other;
  unsigned char *kind; /* INNO__FIGURES, INNO__DENOMINATORS */
} inno__change_columns;

typedef struct {
  inno_allocator allocator;
  const inno_method *method[2];
  int64_t node[2];
  int same_method, same_cells; /* the cause changes nothing */
  int64_t indicators, common;  /* units that both sides have */
  inno_dataset *side[2], *old; /* one period each; old: before regrouping, or NULL */
  inno_run *old_run;
  inno__owen *owen[2]; /* NULL: its rules cannot be split */
  inno_status owen_status;
  inno__change_hybrid hybrid[2][2]; /* side of the others, side of the cells */
  /* in a block */
  int64_t *row[2]; /* of each common unit on each side */
  int64_t *map;    /* indicator of the method before, of each of the method after */
  inno__change_columns columns[2];
  void *block;
  size_t block_bytes;
} inno__change;

/* What a unit has in one state. */
typedef struct {
  inno_status status;
  double score;
  double *x;      /* final values, one an indicator, in the order of the method after */
  double *weight; /* one a node of its method */
} inno__change_state;

/* What a change is between: before and after. */
typedef struct {
  const inno_method *method[2];
  const inno_dataset *data[2], *regrouped; /* NULL = none */
  int64_t node[2];
  int64_t period[2], regrouped_period;
} inno__change_ask;

/* change_data.c: the two years, their hybrids, and the runs of what all units share. */
inno_status inno__change_open(const inno_allocator *allocator, const inno__change_ask *ask, inno__change **out,
                              inno_error *error);
void inno__change_close(inno__change *w);
/* Which of its own causes move a common unit: INNO__FIGURES, INNO__DENOMINATORS. */
int inno__change_moves(const inno__change *w, int64_t unit);
/* The state of a common unit, computed. */
void inno__change_compute(inno__change *w, int64_t unit, int state, inno__change_state *out);
/* The same of the old year in its own units. */
void inno__change_compute_old(inno__change *w, int64_t row, inno__change_state *out);

/* change_split.c: parts of the causes, one after the other, each of indicators + 1, the last for the aggregation; and
 * what each cause has in all. states: of all numbers, those that are the same may be the same. */
typedef struct {
  double cause[INNO__CAUSES];
  double *parts;
  inno_status status, indicator_status;
  int32_t split;
  double *part, *swapped[2]; /* room: one an indicator */
} inno__change_parts;
void inno__change_split(inno__change *w, const inno__change_state *const *states, inno__change_parts *p);
/* Regrouping: from the old units to the state before. */
void inno__change_regroup(inno__change *w, const inno__change_state *old, const inno__change_state *before,
                          inno__change_parts *p);

/* change.c: the tables. */
extern const inno__record_kinds inno__change_kinds;
inno_status inno__explain_change(inno_analysis *a, const inno__change_ask *ask, inno_error *error);

#endif
