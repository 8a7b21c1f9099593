/* What tests of verification share: a publication made of a table, and findings in words. */
#ifndef TESTS_SUPPORT_PUBLICATION_H
#define TESTS_SUPPORT_PUBLICATION_H

#include <string.h>

#include "support/analysis.h"
#include "support/golden.h"

static inline inno_publication *publication_of(const inno_indicator_set *set, int64_t units, const char *const *codes) {
  inno_publication *p = NULL;
  assert_int_equal(inno_publication_create(NULL, set, units, codes, &p, NULL), INNO_OK);
  return p;
}

static inline void print_scores(inno_publication *p, const char *node, const double *x, int32_t decimals) {
  assert_int_equal(inno_publication_set_scores(p, node, x, sizeof *x, decimals, NULL), INNO_OK);
}

static inline void print_ranks(inno_publication *p, const char *node, const double *x) {
  assert_int_equal(inno_publication_set_ranks(p, node, x, sizeof *x, NULL), INNO_OK);
}

static inline inno_analysis *verify(const inno_publication *p, const char *settings, const inno_method *method,
                                    const inno_result *result) {
  inno_analysis *a = NULL;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  assert_int_equal(inno_analysis_create_verification(NULL, options, p, method, result, &a, NULL), INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

static inline int64_t finding_count(const inno_analysis *a) {
  return inno_analysis_record_count(a, INNO_RECORD_FINDING);
}

static inline void say_findings(const inno_analysis *a) {
  for (int64_t k = 0; k < finding_count(a); k++) {
    char text[1000];
    assert_int_equal(inno_analysis_sentence(a, k, INNO_LANGUAGE_EN, text, sizeof text, NULL, NULL), INNO_OK);
    print_message("  %s\n", text);
  }
}

/* One finding of that kind about that node and unit. */
static inline int found(const inno_analysis *a, int32_t finding, const char *node, const char *unit) {
  int count = 0;
  for (int64_t k = 0; k < finding_count(a); k++) {
    double n = cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_NODE), u = cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_UNIT);
    const char *said_node = inno_analysis_node_code(a, (int64_t)n), *said_unit = inno_analysis_unit_code(a, (int64_t)u);
    count += cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_FINDING) == finding && said_node != NULL &&
             strcmp(said_node, node) == 0 && (unit == NULL || (said_unit != NULL && strcmp(said_unit, unit) == 0));
  }
  return count == 1;
}

#endif
