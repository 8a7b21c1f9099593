/* What tests of analyses share: reading a number of a table in one word. */
#ifndef TESTS_SUPPORT_ANALYSIS_H
#define TESTS_SUPPORT_ANALYSIS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "innoscore/analysis.h"

static inline double cell(const inno_analysis *a, int32_t kind, int64_t record, int32_t field) {
  double value;
  assert_int_equal(inno_analysis_record(a, kind, record, field, &value, NULL), INNO_OK);
  return value;
}

/* tolerance relative to what is expected, absolute below 1 */
static inline int near(double value, double expected, double tolerance) {
  double size = expected < 0.0 ? -expected : expected, error = value < expected ? expected - value : value - expected;
  return error <= tolerance * (size > 1.0 ? size : 1.0);
}

static inline int same(double a, double b) { return a == b || (a != a && b != b); }

#endif
