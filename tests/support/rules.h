/* One aggregate by one rule, all the way through objects: children c0, c1, ... of IDX, units u0, u1, ... */
#ifndef TESTS_SUPPORT_RULES_H
#define TESTS_SUPPORT_RULES_H

#include "support/golden.h"

enum { RULES_UNITS = 64, RULES_CHILDREN = 12 };

/* The frozen tree alone. */
inno_indicator_set *rules_set(int k, const double *weights);

/* x: k rows of n values, child by child. weights NULL = all 1. settings as in golden_scheme(). The status of the method
 * or of the run; rules_message() is its sentence. */
inno_status rules_run(const double *x, int k, int n, const double *weights, const char *settings, double *out);
const char *rules_message(void);
/* Field of the search of the last run that succeeded; NaN when there was none. */
double rules_search(int32_t field);

/* Runs, and compares with the values that follow, one a unit. */
void rules_expect(const double *x, int k, int n, const double *weights, const char *settings, double tolerance,
                  const double *expected);
/* Runs, and wants this status and all the words (ended by NULL) in the sentence. */
void rules_refuse(const double *x, int k, int n, const char *settings, inno_status status, const char *const *words);

#define RULES_VALUES(...) ((const double[]){__VA_ARGS__})
#define RULES_WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
