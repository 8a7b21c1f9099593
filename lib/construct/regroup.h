/* Regrouping: a map from old units to new ones, a rule for each column. */
#ifndef INNO_CONSTRUCT_REGROUP_H
#define INNO_CONSTRUCT_REGROUP_H

#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/names.h"
#include "construct/dataset.h"
#include "innoscore/regroup.h"

#define INNO__REGROUP_NONE 0
#define INNO__REGROUP_SUM 1
#define INNO__REGROUP_MEAN 2
#define INNO__REGROUP_RATIO 3
#define INNO__REGROUP_LEAVE_OUT 4

/* a: weight or numerator, b: denominator; numbers in references, -1 = none. */
typedef struct {
  int32_t rule, missing;
  int64_t a, b;
  double scale;
} inno__regroup_rule;

typedef struct {
  int64_t from, to; /* numbers in from and to */
  int64_t next;     /* next row of the same old unit, -1 = none */
  double share;
} inno__regroup_row;

struct inno_regrouping {
  inno_allocator allocator;
  inno__names *from, *to, *expected, *columns, *references, *groups; /* groups: left out */
  inno__regroup_row *rows;
  int64_t row_count, row_capacity;
  int64_t *first; /* row of each old unit */
  int64_t first_capacity;
  inno__regroup_rule *rules; /* of columns */
  int64_t rule_capacity;
  inno__regroup_rule fallback;
};

inno_status inno__regrouping_create(const inno_allocator *allocator, inno_regrouping **out);
void inno__regrouping_destroy(inno_regrouping *r);

/* INNO_E_DUPLICATE for a pair that is there. */
inno_status inno__regrouping_add(inno_regrouping *r, const char *from, const char *to, double share);
/* column NULL = all others. INNO_E_DUPLICATE when there is a rule. a, b: codes or NULL. */
inno_status inno__regrouping_rule(inno_regrouping *r, const char *column, inno__regroup_rule rule, const char *a,
                                  const char *b);

/* A regrouping of a dataset. */
typedef struct {
  const inno_regrouping *r;
  const inno_dataset *data;
  const inno_allocator *allocator; /* of scratch */
  inno_error *error;
} inno__regroup_task;

/* Everything that can be known before computing. */
inno_status inno__regroup_check(const inno__regroup_task *t);

/* Rule of a column of the dataset. */
const inno__regroup_rule *inno__regroup_rule_of(const inno__regroup_task *t, int64_t column);
/* Column of the dataset with the code of a reference; -1 = none. */
int64_t inno__regroup_reference(const inno__regroup_task *t, int64_t reference);
/* New units in their order. */
int64_t inno__regroup_unit_count(const inno_regrouping *r);
const char *inno__regroup_unit_code(const inno_regrouping *r, int64_t unit);
/* Place of a new unit, which is number `to` of the map, in that order; -1 = none. */
int64_t inno__regroup_place(const inno_regrouping *r, int64_t to);

/* Fills an empty dataset that has room for the new units. Checked before. */
inno_status inno__regroup_run(const inno__regroup_task *t, inno_dataset *out);
/* Old units of a new one, and how many of them lack the column. */
inno_status inno__regroup_parts(const inno__regroup_task *t, int64_t column, int64_t unit, int64_t period,
                                int64_t *parts, int64_t *missing);

#endif
