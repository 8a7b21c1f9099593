/* Publications and verifications: every pointer NULL, every allocation failing once. */
#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

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
  for (int kind = 0; kind < 2; kind++) {
    faults turn = {0};
    while (faults_again(&turn)) {
      inno_publication *p = NULL;
      inno_analysis *out = NULL;
      FAULTS_MADE(&turn, make(kind, &turn.allocator, &f, codes, &p, &out), out);
      inno_publication_destroy(p);
      inno_analysis_destroy(out);
    }
    assert_true(turn.permitted > 15);
  }
  family_end(&f);
}

static void nothing_given(void **state) {
  const char *codes[6];
  inno_publication *p = NULL;
  inno_analysis *out = NULL;
  (void)state;
  family f = family_of(tree, 6, none);
  get_codes(f.result, codes);
  NULLED(inno_publication_create(NULL, f.set, 6, codes, NULL, error));
  NOT_MADE(p, inno_publication_create(NULL, NULL, 6, codes, &p, error), INNO_E_NULL);
  NOT_MADE(p, inno_publication_create(NULL, f.set, 6, NULL, &p, error), INNO_E_NULL);
  codes[3] = NULL;
  NOT_MADE(p, inno_publication_create(NULL, f.set, 6, codes, &p, error), INNO_E_NULL);
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
  NOT_MADE(out, inno_analysis_create_verification(NULL, NULL, NULL, f.method, f.result, &out, error), INNO_E_NULL);
  NULLED(inno_analysis_create_implied_weights(NULL, NULL, p, f.method, f.result, NULL, error));
  NOT_MADE(out, inno_analysis_create_implied_weights(NULL, NULL, NULL, f.method, f.result, &out, error), INNO_E_NULL);
  /* neither a method nor a result is needed, nor an error object */
  assert_int_equal(inno_analysis_create_verification(NULL, NULL, p, NULL, NULL, &out, NULL), INNO_OK);
  inno_analysis_destroy(out);
  inno_publication_destroy(p);
  inno_publication_destroy(NULL);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
