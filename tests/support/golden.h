/* What golden tests share: COINr's ASEM example as a set and a dataset, methods from text, comparison with a table. */
#ifndef TESTS_SUPPORT_GOLDEN_H
#define TESTS_SUPPORT_GOLDEN_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/csv.h"

/* Reads a table of the shared reference; skips the test, visibly, when it is absent. */
void golden_read(csv *t, const char *path);

/* Makes a scheme from "key=value; key=value; CODE.key=value; @3.key=value". */
inno_scheme *golden_scheme(int32_t step, const char *settings);

/* A method from a list of (step, settings) ended by step 0. normalize "rule=none" and aggregate are added when they are not there. */
typedef struct {
  int32_t step;
  const char *settings;
} golden_step;
inno_method *golden_method(const inno_indicator_set *set, const golden_step *steps);

/* 1 = a code is left out. */
typedef int (*golden_skip)(const char *code);

/* The ASEM tree; raw = 0 makes every direction 1, for inputs that are normalized already. weights: a table iCode, Weight or NULL. */
inno_indicator_set *golden_asem_set(int raw, const csv *weights);
inno_indicator_set *golden_asem_set_without(int raw, const csv *weights, golden_skip leave);
/* The dataset of a table with a column uCode: every other column that is numeric everywhere is a column; groups of ASEM_iData are
 * added. */
inno_dataset *golden_dataset(const csv *values, const csv *more);

inno_result *golden_result(const inno_method *method, const inno_dataset *data);

/* Compares the values of every node that the table has a column for, unit by unit. Returns the largest error relative to
 * max(|expected|, scale of the column), and fails above the tolerance. step -2 = final values. Columns for which skip says 1 are
 * left out; map may change an expected value. */
double golden_compare(const inno_result *r, int32_t step, const csv *expected, double tolerance, golden_skip skip);

/* Ranks of every node that the table has a column for, exactly. */
void golden_compare_ranks(const inno_result *r, const char *group, const csv *expected, golden_skip skip);

#endif
