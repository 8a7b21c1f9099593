/* Publications and verifications: every pointer NULL, every allocation failing once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/allocator.h"
#include "support/family.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2.5, 3, 3, 4.5, 3.5, 9},
                    ranks[] = {6, 4, 4, 2, 3, 1};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "p", .parent = "index"},
                                   {.code = "x", .parent = "p", .x = x},
                                   {.code = "y", .parent = "p", .x = y},
                                   {0}};
static const golden_step none[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};

static void get_codes(const inno_result *r, const char **codes) {
  for (int64_t i = 0; i < 6; i++) codes[i] = inno_result_unit_code(r, i);
}

static inno_status fill(inno_publication *p, const char *unit) {
  inno_status s = inno_publication_set_scores(p, "p", z, sizeof *z, INNO_DECIMALS_FIND, NULL);
  if (s == INNO_OK) s = inno_publication_set_scores(p, "x", x, sizeof *x, 1, NULL);
  if (s == INNO_OK) s = inno_publication_set_scores(p, "y", y, sizeof *y, 1, NULL);
  if (s == INNO_OK) s = inno_publication_set_score_text(p, "index", unit, "3.50", NULL);
  return s == INNO_OK ? inno_publication_set_ranks(p, "p", ranks, sizeof *ranks, NULL) : s;
}

static inno_status make(int kind, const inno_allocator *a, const family *f, const char *const *codes,
                        inno_publication **p, inno_analysis **out) {
  inno_status s = inno_publication_create(a, f->set, 6, codes, p, NULL);
  if (s == INNO_OK) s = fill(*p, codes[2]);
  if (s != INNO_OK) return s;
  return kind == 0 ? inno_analysis_create_verification(a, NULL, *p, f->method, f->result, out, NULL)
                   : inno_analysis_create_implied_weights(a, NULL, *p, f->method, f->result, out, NULL);
}

static void every_allocation_may_fail(void **state) {
  const char *codes[6];
  (void)state;
  family f = family_of(tree, 6, none);
  get_codes(f.result, codes);
  for (int kind = 0; kind < 2; kind++)
    for (int64_t permitted = 0;; permitted++) {
      counting counter;
      inno_allocator a = counting_allocator(&counter);
      inno_publication *p = NULL;
      inno_analysis *out = NULL;
      counter.permitted = permitted;
      inno_status s = make(kind, &a, &f, codes, &p, &out);
      if (s != INNO_OK) {
        assert_int_equal(s, INNO_E_NOMEM);
        assert_null(out);
      }
      counter.permitted = -1;
      inno_publication_destroy(p);
      inno_analysis_destroy(out);
      assert_int_equal(counter.live_blocks, 0);
      assert_int_equal(counter.live_bytes, 0);
      assert_int_equal(counter.wrong_size, 0);
      if (s != INNO_OK) continue;
      print_message("%d: %lld allocations, each failed once\n", kind, (long long)permitted);
      assert_true(permitted > 15);
      break;
    }
  family_end(&f);
}

static void nothing_given(void **state) {
  const char *codes[6];
  inno_error *error = NULL;
  inno_publication *p = NULL;
  inno_analysis *out = NULL;
  (void)state;
  family f = family_of(tree, 6, none);
  get_codes(f.result, codes);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
#define NULLED(call)                                         \
  do {                                                       \
    assert_int_equal((call), INNO_E_NULL);                   \
    assert_int_equal(inno_error_status(error), INNO_E_NULL); \
  } while (0)
  NULLED(inno_publication_create(NULL, f.set, 6, codes, NULL, error));
  p = (inno_publication *)&f;
  NULLED(inno_publication_create(NULL, NULL, 6, codes, &p, error));
  assert_null(p);
  NULLED(inno_publication_create(NULL, f.set, 6, NULL, &p, error));
  codes[3] = NULL;
  NULLED(inno_publication_create(NULL, f.set, 6, codes, &p, error));
  get_codes(f.result, codes);
  assert_int_equal(inno_publication_create(NULL, f.set, 6, codes, &p, NULL), INNO_OK);
  NULLED(inno_publication_set_scores(NULL, "p", z, 8, 1, error));
  NULLED(inno_publication_set_scores(p, NULL, z, 8, 1, error));
  NULLED(inno_publication_set_scores(p, "p", NULL, 8, 1, error));
  NULLED(inno_publication_set_ranks(NULL, "p", z, 8, error));
  NULLED(inno_publication_set_ranks(p, NULL, z, 8, error));
  NULLED(inno_publication_set_ranks(p, "p", NULL, 8, error));
  NULLED(inno_publication_set_score_text(NULL, "p", codes[0], "1", error));
  NULLED(inno_publication_set_score_text(p, NULL, codes[0], "1", error));
  NULLED(inno_publication_set_score_text(p, "p", NULL, "1", error));
  assert_int_equal(inno_publication_set_score_text(p, "p", codes[0], NULL, error), INNO_OK); /* not printed */
  assert_int_equal(fill(p, codes[2]), INNO_OK);
  NULLED(inno_analysis_create_verification(NULL, NULL, p, f.method, f.result, NULL, error));
  out = (inno_analysis *)&f;
  NULLED(inno_analysis_create_verification(NULL, NULL, NULL, f.method, f.result, &out, error));
  assert_null(out);
  NULLED(inno_analysis_create_implied_weights(NULL, NULL, p, f.method, f.result, NULL, error));
  out = (inno_analysis *)&f;
  NULLED(inno_analysis_create_implied_weights(NULL, NULL, NULL, f.method, f.result, &out, error));
  assert_null(out);
  /* neither a method nor a result is needed, nor an error object */
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, NULL, NULL, &out, NULL), INNO_OK);
  inno_analysis_destroy(out);
  inno_publication_destroy(p);
  inno_publication_destroy(NULL);
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
