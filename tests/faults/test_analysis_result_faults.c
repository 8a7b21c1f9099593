/* Analyses of results and methods: every pointer NULL, every allocation failing once. */
#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1},
                    v[] = {3, 3, 1, 9, 2, 2};
static const family_node tree[] = {FAMILY_XYZ(x, y, z), {.code = "people", .parent = "", .x = v, .weight = -1.0}, {0}};
static const golden_step none[] = {{0, NULL}};

enum { COHERENCE, INFLUENCE, REMOVAL, PROFILE, COMPARISON, KINDS };

static inno_status make(int kind, const inno_allocator *a, const inno_scheme *options, const family *f,
                        const inno_result *r, inno_analysis **out) {
  const inno_result *both[] = {r, f->result};
  switch (kind) {
    case COHERENCE:
      return inno_analysis_create_coherence(a, options, r, -1, f->data, out, NULL);
    case INFLUENCE:
      return inno_analysis_create_influence(a, options, r, out, NULL);
    case REMOVAL:
      return inno_analysis_create_removal(a, options, f->method, f->data, out, NULL);
    case PROFILE:
      return inno_analysis_create_profile(a, options, r, out, NULL);
    default:
      return inno_analysis_create_comparison(a, options, both, 2, out, NULL);
  }
}

static void every_allocation_may_fail(void **state) {
  static const char *const groups[] = {"a", "a", "b", "b", "b", NULL};
  (void)state;
  family f = family_of(tree, 6, none);
  assert_int_equal(inno_dataset_add_group(f.data, "g", groups, NULL), INNO_OK);
  inno_result *r = golden_result(f.method, f.data);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "group=g;correlation=kendall;strength_coverage=0.5");
  for (int kind = 0; kind < KINDS; kind++) {
    faults turn = {0};
    while (faults_again(&turn)) {
      inno_analysis *out = NOT_AN_OBJECT;
      FAULTS_MADE(&turn, make(kind, &turn.allocator, options, &f, r, &out), out);
      inno_analysis_destroy(out);
    }
    assert_true(turn.permitted > 3);
  }
  inno_scheme_destroy(options);
  inno_result_destroy(r);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  family f = family_of(tree, 6, none);
  inno_analysis *out;
  const inno_result *none_of[] = {f.result, NULL};
  NOT_MADE(out, inno_analysis_create_coherence(NULL, NULL, NULL, INT32_MIN, f.data, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_influence(NULL, NULL, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_removal(NULL, NULL, NULL, f.data, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_removal(NULL, NULL, f.method, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_profile(NULL, NULL, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_comparison(NULL, NULL, NULL, 2, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_comparison(NULL, NULL, none_of, 2, &out, error), INNO_E_NULL);
  NULLED(inno_analysis_create_coherence(NULL, NULL, f.result, 0, f.data, NULL, error));
  NULLED(inno_analysis_create_influence(NULL, NULL, f.result, NULL, error));
  NULLED(inno_analysis_create_removal(NULL, NULL, f.method, f.data, NULL, error));
  NULLED(inno_analysis_create_profile(NULL, NULL, f.result, NULL, error));
  NULLED(inno_analysis_create_comparison(NULL, NULL, none_of, 2, NULL, error));
  /* a scheme of another step */
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  NOT_MADE(out, inno_analysis_create_coherence(NULL, other, f.result, INT32_MIN, f.data, &out, error), INNO_E_ARGUMENT);
  NOT_MADE(out, inno_analysis_create_influence(NULL, other, f.result, &out, error), INNO_E_ARGUMENT);
  NOT_MADE(out, inno_analysis_create_removal(NULL, other, f.method, f.data, &out, error), INNO_E_ARGUMENT);
  NOT_MADE(out, inno_analysis_create_profile(NULL, other, f.result, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
