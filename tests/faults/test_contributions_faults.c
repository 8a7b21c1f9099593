/* Contributions and changes: every pointer NULL, every allocation failing once. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/allocator.h"
#include "support/family.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, NAN, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1};
static const double x2[] = {5, 1, 3, 7, 6, 6}, y2[] = {1, 5, 3, 2, NAN, 4}, z2[] = {2, 8, 4, 5, 8, 1};
#define TREE(a, b, c)                                                                                      \
  {                                                                                                        \
    {.code = "index"}, {.code = "p", .parent = "index"}, {.code = "x", .parent = "p", .x = a},             \
        {.code = "y", .parent = "p", .x = b, .direction = -1}, {.code = "z", .parent = "index", .x = c}, { \
      0                                                                                                    \
    }                                                                                                      \
  }
static const family_node tree[] = TREE(x, y, z), later[] = TREE(x2, y2, z2);
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
  for (int kind = 0; kind < KINDS; kind++)
    for (int64_t permitted = 0;; permitted++) {
      counting counter;
      inno_allocator a = counting_allocator(&counter);
      inno_analysis *out = (inno_analysis *)&counter;
      counter.permitted = permitted;
      inno_status s = make(kind, &a, options, &f, &g, &out);
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
  family_end(&f);
  family_end(&g);
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
  family f = family_of(tree, 6, means);
  const inno_method *m = f.method;
  const inno_dataset *d = f.data;
  inno_analysis *out;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  NULLED(inno_analysis_create_contributions(NULL, NULL, NULL, f.result, -1, -1, &out, error));
  NULLED(inno_analysis_create_contributions(NULL, NULL, m, NULL, -1, -1, &out, error));
  NULLED(inno_analysis_create_change(NULL, NULL, NULL, d, m, d, NULL, &out, error));
  NULLED(inno_analysis_create_change(NULL, NULL, m, NULL, m, d, NULL, &out, error));
  NULLED(inno_analysis_create_change(NULL, NULL, m, d, NULL, d, NULL, &out, error));
  NULLED(inno_analysis_create_change(NULL, NULL, m, d, m, NULL, NULL, &out, error));
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, m, f.result, -1, -1, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, d, m, d, NULL, NULL, error), INNO_E_NULL);
  /* a scheme of another step */
  inno_scheme *normalize = golden_scheme(INNO_STEP_NORMALIZE, "");
  REFUSED(inno_analysis_create_contributions(NULL, normalize, m, f.result, -1, -1, &out, error), INNO_E_ARGUMENT);
  REFUSED(inno_analysis_create_change(NULL, normalize, m, d, m, d, NULL, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(normalize);
  /* an allocator without functions */
  inno_allocator hollow;
  memset(&hollow, 0, sizeof hollow);
  REFUSED(inno_analysis_create_contributions(&hollow, NULL, m, f.result, -1, -1, &out, error), INNO_E_ARGUMENT);
  REFUSED(inno_analysis_create_change(&hollow, NULL, m, d, m, d, NULL, &out, error), INNO_E_ARGUMENT);
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
