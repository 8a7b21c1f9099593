/* Contributions and changes: every pointer NULL, every allocation failing once. */
#include <math.h>

#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, NAN, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1};
static const double x2[] = {5, 1, 3, 7, 6, 6}, y2[] = {1, 5, 3, 2, NAN, 4}, z2[] = {2, 8, 4, 5, 8, 1};
static const family_node tree[] = {FAMILY_XYZ(x, y, z), {0}}, later[] = {FAMILY_XYZ(x2, y2, z2), {0}};
static const golden_step means[] = {{0, NULL}}, other[] = {{INNO_STEP_NORMALIZE, "rule=minmax;lower=1"},
                                                           {INNO_STEP_AGGREGATE, "rule=geometric"},
                                                           {0, NULL}};

enum { MEANS, GEOMETRIC, CHANGE, REGROUPED, KINDS };

static inno_status make(int kind, const inno_allocator *a, const inno_scheme *options, const family *f, const family *g,
                        inno_analysis **out) {
  if (kind == MEANS) return inno_analysis_create_contributions(a, options, f->method, f->result, -1, 1, out, NULL);
  if (kind == GEOMETRIC) return inno_analysis_create_contributions(a, options, g->method, g->result, -1, 1, out, NULL);
  return inno_analysis_create_change(a, options, f->method, f->data, g->method, g->data,
                                     kind == REGROUPED ? f->data : NULL, out, NULL);
}

static void every_allocation_may_fail(void **state) {
  static const char *const groups[] = {"a", "a", "b", "b", "b", NULL};
  (void)state;
  family f = family_of(tree, 6, means), g = family_of(later, 6, other);
  assert_int_equal(inno_dataset_add_group(f.data, "g", groups, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_group(g.data, "g", groups, NULL), INNO_OK);
  inno_result_destroy(f.result);
  inno_result_destroy(g.result);
  f.result = golden_result(f.method, f.data);
  g.result = golden_result(g.method, g.data);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "group=g;baseline=1");
  for (int kind = 0; kind < KINDS; kind++) {
    faults turn = {0};
    while (faults_again(&turn)) {
      inno_analysis *out = NOT_AN_OBJECT;
      FAULTS_MADE(&turn, make(kind, &turn.allocator, options, &f, &g, &out), out);
      inno_analysis_destroy(out);
    }
    assert_true(turn.permitted > 3);
  }
  inno_scheme_destroy(options);
  family_end(&f);
  family_end(&g);
}

static void nothing_given(void **state) {
  (void)state;
  family f = family_of(tree, 6, means);
  const inno_method *m = f.method;
  const inno_dataset *d = f.data;
  inno_analysis *out;
  NOT_MADE(out, inno_analysis_create_contributions(NULL, NULL, NULL, f.result, -1, -1, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_contributions(NULL, NULL, m, NULL, -1, -1, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_change(NULL, NULL, NULL, d, m, d, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_change(NULL, NULL, m, NULL, m, d, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_change(NULL, NULL, m, d, NULL, d, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_change(NULL, NULL, m, d, m, NULL, NULL, &out, error), INNO_E_NULL);
  NULLED(inno_analysis_create_contributions(NULL, NULL, m, f.result, -1, -1, NULL, error));
  NULLED(inno_analysis_create_change(NULL, NULL, m, d, m, d, NULL, NULL, error));
  /* a scheme of another step */
  inno_scheme *normalize = golden_scheme(INNO_STEP_NORMALIZE, "");
  NOT_MADE(out, inno_analysis_create_contributions(NULL, normalize, m, f.result, -1, -1, &out, error), INNO_E_ARGUMENT);
  NOT_MADE(out, inno_analysis_create_change(NULL, normalize, m, d, m, d, NULL, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(normalize);
  /* an allocator without functions */
  inno_allocator hollow;
  memset(&hollow, 0, sizeof hollow);
  NOT_MADE(out, inno_analysis_create_contributions(&hollow, NULL, m, f.result, -1, -1, &out, error), INNO_E_ARGUMENT);
  NOT_MADE(out, inno_analysis_create_change(&hollow, NULL, m, d, m, d, NULL, &out, error), INNO_E_ARGUMENT);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
