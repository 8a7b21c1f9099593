/* Values from the whole range of a double, zeros and gaps: every unit has a score from 0 to 1 that is proved, or a
 * status. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { UNITS = 12, INDICATORS = 4 };

static uint64_t seed;
static unsigned draw(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

static void set_rows(double *rows, int width) {
  for (int c = 0; c < UNITS * INDICATORS; c++) {
    unsigned kind = draw(16);
    double v = (1.0 + draw(1000) / 1000.0) * exp2((int)draw((unsigned)width) - width / 2);
    rows[c] = kind == 0 ? 0.0 : kind == 1 ? NAN : v;
  }
}

/* Counts of units with a score and of those refused because their values lie too far apart. */
static void try_one(int32_t rule, int width, int bounded, int *scored, int *refused) {
  double rows[UNITS * INDICATORS], score[UNITS];
  inno_frontier_options *o = NULL;
  inno_frontier *f = NULL;
  int32_t done = 0;
  set_rows(rows, width);
  assert_int_equal(inno_frontier_options_create(NULL, &o, NULL), INNO_OK);
  inno_frontier_options_set_i64(o, -1, INNO_KEY_FRONTIER_RULE, rule, NULL);
  inno_frontier_options_set_i64(o, -1, INNO_KEY_FRONTIER_ITERATIONS, 2000, NULL);
  if (bounded) inno_frontier_options_set_f64(o, -1, INNO_KEY_FRONTIER_SHARE_LOWER, 0.05, NULL);
  if (inno_frontier_create(NULL, o, rows, UNITS, INDICATORS, 8 * INDICATORS, 8, NULL, NULL, &f, NULL) == INNO_OK) {
    assert_int_equal(inno_frontier_advance(f, INT64_MAX, &done, NULL), INNO_OK);
    assert_int_equal(inno_frontier_unit_values(f, INNO_FRONTIER_SCORE, score, 8, NULL), INNO_OK);
    for (int i = 0; i < UNITS; i++) {
      inno_status s = inno_frontier_unit_status(f, i, NULL);
      *scored += s == INNO_OK;
      *refused += s == INNO_E_OVERFLOW;
      if (s == INNO_OK ? !(score[i] >= 0.0 && score[i] <= 1.0 + 1e-9) : !isnan(score[i]))
        fail_msg("rule %d, width %d, unit %d: status %d, score %g", rule, width, i, s, score[i]);
    }
  }
  inno_frontier_destroy(f);
  inno_frontier_options_destroy(o);
}

static void a_score_that_is_proved_or_a_status(void **state) {
  (void)state;
  static const int32_t rules[] = {INNO_FRONTIER_BENEFIT_OF_DOUBT, INNO_FRONTIER_DIRECTIONAL,
                                  INNO_FRONTIER_MULTIDIRECTIONAL};
  static const int widths[] = {20, 40, 200, 2000};
  for (int w = 0; w < 4; w++) {
    int scored = 0, refused = 0;
    for (int t = 0; t < 300; t++) {
      seed = (uint64_t)t * 4 + (uint64_t)w;
      try_one(rules[t % 3], widths[w], t % 3 != 2 && t % 2, &scored, &refused);
    }
    print_message("values over 2^%d: %d units scored, %d too far apart\n", widths[w], scored, refused);
    if (widths[w] == 20) assert_true(scored > 2000 && refused == 0); /* a factor of a million is no difficulty */
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_score_that_is_proved_or_a_status)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
