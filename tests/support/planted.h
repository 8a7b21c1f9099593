/* An index in which an auditor finds nothing, to plant findings in, and what an audit of it found. */
#ifndef TESTS_SUPPORT_PLANTED_H
#define TESTS_SUPPORT_PLANTED_H

#include <stdio.h>
#include <string.h>

#include "support/analysis.h"
#include "support/family.h"

enum { UNITS = 12, LEAVES = 5 };

/* P of a, b, c and Q of d, e: an index in which an auditor finds nothing. */
static const double clean[LEAVES][UNITS] = {{77, 9, 62, 38, 53, 58, 15, 55, 44, 72, 43, 58},
                                            {73, 22, 51, 39, 50, 36, 8, 49, 44, 108, 62, 20},
                                            {69, 9, 54, 53, 44, 28, 20, 59, 35, 105, 31, 39},
                                            {76, 12, 62, 32, 51, 50, 19, 44, 28, 81, 43, 48},
                                            {86, 29, 78, 38, 11, 55, 36, 36, 40, 101, 61, 38}};

static inline void take_clean(double x[LEAVES][UNITS]) { memcpy(x, clean, sizeof clean); }

/* weight: of b. size: a column that is no indicator, or NULL. */
static inline family plant(double x[LEAVES][UNITS], int64_t units, double weight, const double *size) {
  const family_node nodes[] = {{.code = "I"},
                               {.code = "P", .parent = "I"},
                               {.code = "Q", .parent = "I"},
                               {.code = "a", .parent = "P", .x = x[0]},
                               {.code = "b", .parent = "P", .x = x[1], .weight = weight},
                               {.code = "c", .parent = "P", .x = x[2]},
                               {.code = "d", .parent = "Q", .x = x[3]},
                               {.code = "e", .parent = "Q", .x = x[4]},
                               {.code = size != NULL ? "size" : NULL, .x = size, .weight = -1.0},
                               {0}};
  const golden_step none[] = {{0, NULL}};
  return family_of(nodes, units, none);
}

static inline inno_analysis *audit(const family *f, const char *options) {
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_audit(NULL, scheme, f->method, f->data, &a, NULL), INNO_OK);
  inno_scheme_destroy(scheme);
  return a;
}

static inline double of(const inno_analysis *a, int64_t finding, int32_t field) {
  return cell(a, INNO_RECORD_FINDING, finding, field);
}

static inline int64_t findings(const inno_analysis *a) { return inno_analysis_record_count(a, INNO_RECORD_FINDING); }

static inline const char *code_or(const char *code) { return code != NULL ? code : "-"; }

/* "11 c P -;" is finding 11 about c and P and no unit. */
static inline void list(const inno_analysis *a, char out[400]) {
  int length = 0;
  out[0] = 0;
  for (int64_t i = 0; i < findings(a); i++)
    length += snprintf(out + length, 400 - (size_t)length, "%d %s %s %s; ", (int)of(a, i, INNO_FIELD_FINDING),
                       code_or(inno_analysis_node_code(a, (int64_t)of(a, i, INNO_FIELD_NODE))),
                       code_or(inno_analysis_node_code(a, (int64_t)of(a, i, INNO_FIELD_OTHER))),
                       code_or(inno_analysis_unit_code(a, (int64_t)of(a, i, INNO_FIELD_UNIT))));
}

static inline void found(const inno_analysis *a, const char *expected) {
  char text[400];
  list(a, text);
  assert_string_equal(text, expected);
}

#endif
