/* Analyses of results and methods: every pointer NULL, every allocation failing once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/allocator.h"
#include "support/family.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1},
                    v[] = {3, 3, 1, 9, 2, 2};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "p", .parent = "index"},
                                   {.code = "x", .parent = "p", .x = x},
                                   {.code = "y", .parent = "p", .x = y, .direction = -1},
                                   {.code = "z", .parent = "index", .x = z},
                                   {.code = "people", .parent = "", .x = v, .weight = -1.0},
                                   {0}};
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
  for (int kind = 0; kind < KINDS; kind++)
    for (int64_t permitted = 0;; permitted++) {
      counting counter;
      inno_allocator a = counting_allocator(&counter);
      inno_analysis *out = (inno_analysis *)&counter;
      counter.permitted = permitted;
      inno_status s = make(kind, &a, options, &f, r, &out);
      if (s != INNO_OK) {
        assert_int_equal(s, INNO_E_NOMEM);
        assert_null(out);
      }
      counter.permitted = -1;
      inno_analysis_destroy(out);
      assert_int_equal(counter.live_blocks, 0);
      assert_int_equal(counter.live_bytes, 0);
      assert_int_equal(counter.wrong_size, 0);
      if (s != INNO_OK) continue;
      print_message("%d: %lld allocations, each failed once\n", kind, (long long)permitted);
      assert_true(permitted > 3);
      break;
    }
  inno_scheme_destroy(options);
  inno_result_destroy(r);
  family_end(&f);
}

static inno_error *error;

#define REFUSED(call, status)                           \
  do {                                                  \
    out = (inno_analysis *)&f;                          \
    assert_int_equal((call), status);                   \
    assert_int_equal(inno_error_status(error), status); \
    assert_null(out);                                   \
  } while (0)
#define NULLED(call) REFUSED(call, INNO_E_NULL)

static void nothing_given(void **state) {
  (void)state;
  family f = family_of(tree, 6, none);
  inno_analysis *out;
  const inno_result *none_of[] = {f.result, NULL};
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  NULLED(inno_analysis_create_coherence(NULL, NULL, NULL, INT32_MIN, f.data, &out, error));
  NULLED(inno_analysis_create_influence(NULL, NULL, NULL, &out, error));
  NULLED(inno_analysis_create_removal(NULL, NULL, NULL, f.data, &out, error));
  NULLED(inno_analysis_create_removal(NULL, NULL, f.method, NULL, &out, error));
  NULLED(inno_analysis_create_profile(NULL, NULL, NULL, &out, error));
  NULLED(inno_analysis_create_comparison(NULL, NULL, NULL, 2, &out, error));
  NULLED(inno_analysis_create_comparison(NULL, NULL, none_of, 2, &out, error));
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, f.result, 0, f.data, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_influence(NULL, NULL, f.result, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, f.method, f.data, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_profile(NULL, NULL, f.result, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_comparison(NULL, NULL, none_of, 2, NULL, error), INNO_E_NULL);
  /* a scheme of another step */
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  REFUSED(inno_analysis_create_coherence(NULL, other, f.result, INT32_MIN, f.data, &out, error), INNO_E_ARGUMENT);
  REFUSED(inno_analysis_create_influence(NULL, other, f.result, &out, error), INNO_E_ARGUMENT);
  REFUSED(inno_analysis_create_removal(NULL, other, f.method, f.data, &out, error), INNO_E_ARGUMENT);
  REFUSED(inno_analysis_create_profile(NULL, other, f.result, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
  inno_error_destroy(error);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
