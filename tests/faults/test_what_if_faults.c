/* What-ifs and marginal points: every pointer NULL, every allocation failing once, and then everything as before. */
#include <math.h>

#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

enum { UNITS = 6, INDEX = 4, NODES = 5 };

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, NAN, 2, 4}, z[] = {2, 9, 4, 4, 8, 1};
static const family_node tree[] = {FAMILY_XYZ(x, y, z), {0}};
static const golden_step first[] = {{INNO_STEP_IMPUTE, "rule=regression;level=0;too_few=skip"},
                                    {INNO_STEP_TREAT, ""},
                                    {INNO_STEP_NORMALIZE, "lower=1"},
                                    {INNO_STEP_AGGREGATE, "@2.rule=benefit_of_doubt;@2.share_lower=0.1"},
                                    {0, NULL}};
static const golden_step second[] = {{INNO_STEP_IMPUTE, "rule=median"},
                                     {INNO_STEP_TREAT, ""},
                                     {INNO_STEP_NORMALIZE, "upper=10;lower=1"},
                                     {INNO_STEP_AGGREGATE, "rule=geometric"},
                                     {0, NULL}};

typedef struct {
  family f;
  inno_method *other;
  inno_scheme *options;
} world;

static void open_world(world *w) {
  w->f = family_of(tree, UNITS, first);
  w->other = golden_method(w->f.set, second);
  w->options = golden_scheme(INNO_STEP_EXPLAIN, "hold_normalization=0;hold_treatment=0");
}

static void close_world(world *w) {
  inno_scheme_destroy(w->options);
  inno_method_destroy(w->other);
  family_end(&w->f);
}

enum { VALUE, WEIGHT, METHOD, BATCH, MORE, UNDO, RESET, ACTIONS };

static inno_status act(const world *w, inno_what_if *what_if, int action) {
  static const int64_t rows[] = {0, 3, 5}, columns[] = {0, 1, 2};
  static const double to[] = {2.5, 3.5, NAN};
  double scores[3], ranks[3];
  switch (action) {
    case VALUE:
      return inno_what_if_set_value(what_if, 2, 0, 9.0, NULL);
    case WEIGHT:
      return inno_what_if_set_weight(what_if, 1, 3.0, NULL);
    case METHOD:
      return inno_what_if_set_method(what_if, w->other, NULL);
    case BATCH:
      return inno_what_if_try_values(what_if, 3, rows, columns, to, sizeof *to, INDEX, scores, sizeof *scores, ranks,
                                     sizeof *ranks, NULL, NULL);
    case MORE:
      for (int k = 0; k < 20; k++) { /* the list of edits grows too */
        inno_status s = inno_what_if_set_value(what_if, k % UNITS, 2, (double)(k * k % 11), NULL);
        if (s != INNO_OK) return s;
      }
      return INNO_OK;
    case UNDO:
      return inno_what_if_undo(what_if, 21, NULL); /* a method comes back */
    default:
      return inno_what_if_reset(what_if, NULL);
  }
}

static void scores(const inno_what_if *what_if, double *out) {
  for (int64_t j = 0; j < NODES; j++)
    assert_int_equal(inno_result_scores(inno_what_if_result(what_if), j, out + j * UNITS, sizeof *out, NULL), INNO_OK);
}

/* Does all of it; an action that fails changed nothing (of those that undo or add several: what they did is an edit
 * or none), and succeeds when there is memory again. */
static inno_status play(const world *w, const inno_allocator *a, counting *counter) {
  double before[NODES * UNITS], after[NODES * UNITS];
  inno_what_if *what_if = (inno_what_if *)counter;
  inno_status failed = inno_what_if_create(a, w->options, w->f.method, w->f.data, &what_if, NULL);
  if (failed != INNO_OK) {
    assert_null(what_if);
    return failed;
  }
  for (int action = 0; action < ACTIONS; action++) {
    int64_t edits = inno_what_if_edit_count(what_if);
    scores(what_if, before);
    inno_status s = act(w, what_if, action);
    if (s == INNO_OK) continue;
    failed = s;
    counter->permitted = -1;
    scores(what_if, after);
    if (inno_what_if_edit_count(what_if) == edits) assert_memory_equal(before, after, sizeof before);
    if (action == MORE) inno_what_if_undo(what_if, inno_what_if_edit_count(what_if) - edits, NULL);
    scores(what_if, after);
    if (action == MORE) assert_memory_equal(before, after, sizeof before);
    if (action != UNDO) assert_int_equal(act(w, what_if, action), INNO_OK);
  }
  assert_int_equal(inno_what_if_reset(what_if, NULL), INNO_OK);
  scores(what_if, after);
  for (int64_t j = 0; j < NODES; j++) inno_result_scores(w->f.result, j, before + j * UNITS, sizeof *before, NULL);
  assert_memory_equal(before, after, sizeof before);
  inno_what_if_destroy(what_if);
  return failed;
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  world w;
  open_world(&w);
  faults turn = {0};
  while (faults_again(&turn)) faults_said(&turn, play(&w, &turn.allocator, &turn.counter));
  assert_true(turn.permitted > 60);
  close_world(&w);
}

/* What is held needs memory of its own. */
static void held_and_marginal(void **state) {
  (void)state;
  world w;
  open_world(&w);
  inno_scheme *hold = golden_scheme(INNO_STEP_EXPLAIN, "hold_normalization=1;hold_imputation=1;node=p");
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno_status s = inno_analysis_create_marginal(&turn.allocator, hold, w.f.method, w.f.data, -1, &out, NULL);
    FAULTS_MADE(&turn, s, out);
    inno_analysis_destroy(out);
  }
  inno_scheme_destroy(hold);
  close_world(&w);
}

static void nothing_given(void **state) {
  (void)state;
  world w;
  inno_what_if *what_if = NULL;
  inno_analysis *out = NULL;
  const int64_t rows[] = {0}, columns[] = {0};
  const double to[] = {1.0};
  double score;
  int32_t status;
  open_world(&w);
  NULLED(inno_what_if_create(NULL, NULL, NULL, w.f.data, &what_if, error));
  NULLED(inno_what_if_create(NULL, NULL, w.f.method, NULL, &what_if, error));
  NULLED(inno_what_if_create(NULL, NULL, w.f.method, w.f.data, NULL, error));
  inno_scheme *of_step = golden_scheme(INNO_STEP_TREAT, "");
  assert_int_equal(inno_what_if_create(NULL, of_step, w.f.method, w.f.data, &what_if, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_marginal(NULL, of_step, w.f.method, w.f.data, 0, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(of_step);
  inno_what_if_destroy(NULL);
  assert_null(inno_what_if_result(NULL));
  assert_true(isnan(inno_what_if_value(NULL, 0, 0)));
  assert_int_equal(inno_what_if_edit_count(NULL), 0);
  NULLED(inno_what_if_set_value(NULL, 0, 0, 1.0, error));
  NULLED(inno_what_if_set_weight(NULL, 0, 1.0, error));
  NULLED(inno_what_if_set_method(NULL, w.f.method, error));
  NULLED(inno_what_if_undo(NULL, 0, error));
  NULLED(inno_what_if_reset(NULL, error));
  NULLED(inno_what_if_try_values(NULL, 1, rows, columns, to, 8, 0, &score, 8, NULL, 8, &status, error));
  assert_int_equal(inno_what_if_create(NULL, NULL, w.f.method, w.f.data, &what_if, error), INNO_OK);
  NULLED(inno_what_if_set_method(what_if, NULL, error));
  NULLED(inno_what_if_try_values(what_if, 1, NULL, columns, to, 8, 0, &score, 8, NULL, 8, &status, error));
  NULLED(inno_what_if_try_values(what_if, 1, rows, NULL, to, 8, 0, &score, 8, NULL, 8, &status, error));
  NULLED(inno_what_if_try_values(what_if, 1, rows, columns, NULL, 8, 0, &score, 8, NULL, 8, &status, error));
  assert_int_equal(inno_what_if_try_values(what_if, 1, rows, columns, to, 4, 0, &score, 8, NULL, 8, &status, error),
                   INNO_E_ALIGN);
  assert_int_equal(inno_what_if_try_values(what_if, 1, rows, columns, to, 8, NODES, &score, 8, NULL, 8, &status, error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_what_if_try_values(what_if, -1, rows, columns, to, 8, 0, &score, 8, NULL, 8, &status, error),
                   INNO_E_ARGUMENT);
  inno_what_if_destroy(what_if);
  NULLED(inno_analysis_create_marginal(NULL, NULL, NULL, w.f.data, 0, &out, error));
  NULLED(inno_analysis_create_marginal(NULL, NULL, w.f.method, NULL, 0, &out, error));
  NULLED(inno_analysis_create_marginal(NULL, NULL, w.f.method, w.f.data, 0, NULL, error));
  close_world(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(held_and_marginal),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
