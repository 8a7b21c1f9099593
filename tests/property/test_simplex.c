/* The simplex against its own certificates: random programs of every kind, the known cyclers, cuts, warm starts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/simplex.h"

enum { MOST_COLUMNS = 30, MOST_ROWS = 120 };

typedef struct {
  double cells[MOST_COLUMNS][MOST_ROWS];
  double cost[MOST_COLUMNS], lower[MOST_COLUMNS], upper[MOST_COLUMNS];
  double row_lower[MOST_ROWS], row_upper[MOST_ROWS];
  const double *a[MOST_COLUMNS];
  inno__lp lp;
} program;

static program q;
static inno__simplex s;
static void *work;
static double x[MOST_COLUMNS], y[MOST_ROWS], z[MOST_COLUMNS];
static uint64_t seed;

static double uniform(void) { /* splitmix64 */
  uint64_t v = (seed += 0x9e3779b97f4a7c15u);
  v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
  v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
  return (double)((v ^ (v >> 31)) >> 11) * 0x1p-53;
}
static int below(int n) { return (int)(uniform() * n); }

static void shape(int columns, int rows) {
  memset(&q, 0, sizeof q);
  for (int j = 0; j < columns; j++) q.a[j] = q.cells[j];
  q.lp = (inno__lp){columns, rows, q.a, q.cost, q.lower, q.upper, q.row_lower, q.row_upper};
  for (int j = 0; j < columns; j++) q.upper[j] = INFINITY;
  for (int i = 0; i < rows; i++) q.row_lower[i] = -INFINITY, q.row_upper[i] = INFINITY;
}

static int setup(void **state) {
  (void)state;
  work = malloc(inno__simplex_work_size(MOST_COLUMNS, MOST_ROWS));
  return work == NULL;
}
static int teardown(void **state) {
  (void)state;
  free(work);
  return 0;
}

static int32_t solve(void) {
  inno__simplex_load(&s, &q.lp, work);
  int32_t status = inno__simplex_advance(&s, 100000);
  inno__simplex_solution(&s, x, y, z);
  return status;
}

/* A program with a known feasible point when feasible; coefficients small integers half of the time: degenerate. */
static void draw(int kind) {
  int columns = 1 + below(kind % 3 == 0 ? 4 : MOST_COLUMNS), rows = below(kind % 3 == 1 ? 10 : MOST_ROWS);
  int integers = below(2), sparse = below(2);
  double point[MOST_COLUMNS];
  shape(columns, rows);
  for (int j = 0; j < columns; j++) {
    double scale = integers ? 1.0 : exp2(below(40) - 20);
    for (int i = 0; i < rows; i++) {
      double v = integers ? below(7) - 3 : (uniform() - 0.5) * scale;
      q.cells[j][i] = sparse && below(3) ? 0.0 : v;
    }
    point[j] = integers ? below(5) - 2 : (uniform() - 0.5) / scale;
    q.cost[j] = integers ? below(9) - 4 : (uniform() - 0.5) * scale;
    int bounds = below(5);
    q.lower[j] = bounds == 0   ? -INFINITY
                 : bounds == 4 ? point[j]
                               : point[j] - (integers ? below(3) : uniform() / scale);
    q.upper[j] = bounds == 0 || bounds == 1 ? INFINITY
                 : bounds == 4              ? point[j]
                                            : point[j] + (integers ? below(3) : uniform() / scale);
  }
  for (int i = 0; i < rows; i++) {
    double at = 0.0;
    for (int j = 0; j < columns; j++) at += q.cells[j][i] * point[j];
    double room = integers ? below(4) : uniform();
    int bounds = below(6);
    if (bounds == 5 && below(columns) > 2) q.row_lower[i] = q.row_upper[i] = at;
    if (bounds == 1 || bounds == 3) q.row_upper[i] = at + room;
    if (bounds == 2 || bounds == 3) q.row_lower[i] = at - room;
    if (bounds == 4) q.row_upper[i] = at + (kind % 4 == 0 ? -room : room); /* perhaps nothing is left */
  }
}

static double worst_primal, worst_dual, worst_gap;

static void check_optimal(int kind) {
  inno__lp_certificate c;
  inno__lp_certify(&q.lp, x, y, z, &c);
  if (!(c.primal <= 1e-9 && c.dual <= 1e-9 && c.gap <= 1e-9))
    fail_msg("program %d: primal %g, dual %g, gap %g after %lld iterations", kind, c.primal, c.dual, c.gap,
             (long long)s.iterations);
  worst_primal = fmax(worst_primal, c.primal);
  worst_dual = fmax(worst_dual, c.dual);
  worst_gap = fmax(worst_gap, c.gap);
}

/* Farkas: A'y + z = 0 and the bounds, taken as the prices say, sum to less than 0. */
static void check_infeasible(int kind) {
  double sum = 0.0, size = 0.0;
  for (int j = 0; j < q.lp.columns; j++) {
    double left = z[j], terms = fabs(z[j]);
    for (int i = 0; i < q.lp.rows; i++) left += q.cells[j][i] * y[i], terms += fabs(q.cells[j][i] * y[i]);
    if (!(fabs(left) <= 1e-9 * terms)) fail_msg("program %d: prices of infeasibility do not cancel", kind);
    if (z[j] != 0.0) sum += z[j] * (z[j] > 0.0 ? q.upper[j] : q.lower[j]);
    if (z[j] != 0.0) size += fabs(z[j] * (z[j] > 0.0 ? q.upper[j] : q.lower[j]));
  }
  for (int i = 0; i < q.lp.rows; i++)
    if (y[i] != 0.0) {
      sum += y[i] * (y[i] > 0.0 ? q.row_upper[i] : q.row_lower[i]);
      size += fabs(y[i] * (y[i] > 0.0 ? q.row_upper[i] : q.row_lower[i]));
    }
  if (!(sum < 0.0) || !(size < INFINITY)) fail_msg("program %d: no proof of infeasibility, %g of %g", kind, sum, size);
}

/* x is a ray: it stays inside every bound and climbs. */
static void check_unbounded(int kind) {
  double climb = 0.0, size = 0.0;
  for (int j = 0; j < q.lp.columns; j++) {
    climb += q.cost[j] * x[j], size += fabs(q.cost[j] * x[j]);
    if ((x[j] > 0.0 && q.upper[j] < INFINITY) || (x[j] < 0.0 && q.lower[j] > -INFINITY))
      fail_msg("program %d: the ray leaves a bound", kind);
  }
  for (int i = 0; i < q.lp.rows; i++) {
    double along = 0.0, terms = 0.0;
    for (int j = 0; j < q.lp.columns; j++) along += q.cells[j][i] * x[j], terms += fabs(q.cells[j][i] * x[j]);
    if ((along > 1e-9 * terms && q.row_upper[i] < INFINITY) || (along < -1e-9 * terms && q.row_lower[i] > -INFINITY))
      fail_msg("program %d: the ray leaves a row", kind);
  }
  if (!(climb > 1e-12 * size)) fail_msg("program %d: the ray does not climb", kind);
}

static void random_programs_prove_themselves(void **state) {
  (void)state;
  int counts[4] = {0};
  int64_t most = 0;
  for (int kind = 0; kind < 6000; kind++) {
    seed = (uint64_t)kind * 77 + 1;
    draw(kind);
    int32_t status = solve();
    counts[status]++;
    if (s.iterations > most) most = s.iterations;
    if (status == INNO__LP_OPTIMAL) check_optimal(kind);
    if (status == INNO__LP_INFEASIBLE) check_infeasible(kind);
    if (status == INNO__LP_UNBOUNDED) check_unbounded(kind);
    if (status == INNO__LP_LIMIT) fail_msg("program %d does not end", kind);
  }
  print_message(
      "%d optimal, %d infeasible, %d unbounded; most iterations %lld; largest primal %.2g dual %.2g gap %.2g\n",
      counts[0], counts[1], counts[2], (long long)most, worst_primal, worst_dual, worst_gap);
  assert_true(counts[0] > 1000 && counts[1] > 100 && counts[2] > 100);
}

/* Same bits whatever the pieces; a warm start ends at the same height. */
static void cuts_and_warm_starts(void **state) {
  (void)state;
  void *memory = malloc(inno__simplex_basis_size(MOST_COLUMNS));
  int64_t cold_steps = 0, warm_steps = 0;
  for (int kind = 0; kind < 600; kind++) {
    double whole[MOST_COLUMNS];
    seed = (uint64_t)kind * 131 + 5;
    draw(kind | 1); /* none that is made infeasible */
    inno__simplex_basis basis = inno__simplex_basis_place(q.lp.columns, memory);
    if (solve() != INNO__LP_OPTIMAL) continue;
    memcpy(whole, x, sizeof whole);
    inno__simplex_load(&s, &q.lp, work);
    while (inno__simplex_advance(&s, 1) == INNO__LP_LIMIT) {
    }
    inno__simplex_solution(&s, x, y, z);
    assert_memory_equal(whole, x, (size_t)q.lp.columns * sizeof *x);
    inno__simplex_save(&s, &basis);
    for (int j = 0; j < q.lp.columns; j++) q.cost[j] *= 0.9 + 0.2 * uniform();
    if (solve() != INNO__LP_OPTIMAL) continue;
    cold_steps += s.iterations;
    inno__lp_certificate cold, warm;
    inno__lp_certify(&q.lp, x, y, z, &cold);
    inno__simplex_start(&s, &basis);
    assert_int_equal(inno__simplex_advance(&s, 100000), INNO__LP_OPTIMAL);
    inno__simplex_solution(&s, x, y, z);
    check_optimal(kind);
    inno__lp_certify(&q.lp, x, y, z, &warm);
    warm_steps += s.iterations;
    assert_true(fabs(warm.objective - cold.objective) <= 1e-9 * (1.0 + fabs(cold.objective)));
  }
  print_message("%lld iterations cold, %lld warm\n", (long long)cold_steps, (long long)warm_steps);
  assert_true(warm_steps * 2 < cold_steps);
  free(memory);
}

static void set_rows(const double *coefficients, int columns, int rows) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++) q.cells[j][i] = coefficients[i * columns + j];
}

/* E. M. L. Beale (1955): the largest price first cycles here for ever. Optimum 1/20. */
static void beale(void **state) {
  (void)state;
  static const double rows[] = {0.25, -60, -0.04, 9, 0.5, -90, -0.02, 3, 0, 0, 1, 0};
  shape(4, 3);
  set_rows(rows, 4, 3);
  const double cost[] = {0.75, -150, 0.02, -6};
  memcpy(q.cost, cost, sizeof cost);
  q.row_upper[0] = q.row_upper[1] = 0.0;
  q.row_upper[2] = 1.0;
  assert_int_equal(solve(), INNO__LP_OPTIMAL);
  check_optimal(-1);
  assert_true(fabs(x[0] - 0.04) < 1e-13 && fabs(x[2] - 1.0) < 1e-13);
}

/* Many constraints through one point, all of them in the way: every step has length 0. */
static void a_cone_of_constraints(void **state) {
  (void)state;
  for (int kind = 0; kind < 300; kind++) {
    seed = (uint64_t)kind + 9000;
    int columns = 2 + below(8);
    shape(columns, MOST_ROWS);
    for (int j = 0; j < columns; j++) {
      q.cost[j] = below(5) - 2;
      for (int i = 0; i < MOST_ROWS; i++) q.cells[j][i] = below(5) - 2;
    }
    for (int i = 0; i < MOST_ROWS; i++) q.row_upper[i] = 0.0;
    int32_t status = solve();
    assert_true(status == INNO__LP_OPTIMAL || status == INNO__LP_UNBOUNDED);
    if (status == INNO__LP_OPTIMAL)
      check_optimal(kind);
    else
      check_unbounded(kind);
  }
}

/* V. Klee, G. J. Minty (1972), ten variables: ends, and knows the answer. */
static void klee_minty(void **state) {
  (void)state;
  shape(10, 10);
  for (int i = 0; i < 10; i++) {
    for (int j = 0; j < i; j++) q.cells[j][i] = 2.0 * pow(10, i - j);
    q.cells[i][i] = 1.0;
    q.row_upper[i] = pow(100, i);
    q.cost[i] = pow(10, 9 - i);
  }
  assert_int_equal(solve(), INNO__LP_OPTIMAL);
  check_optimal(-2);
  assert_true(fabs(x[9] / 1e18 - 1.0) < 1e-12);
}

/* Units of measure change nothing: powers of 2 not a bit, others no more than rounding. */
static void units_of_measure(void **state) {
  (void)state;
  for (int kind = 0; kind < 200; kind++) {
    double before[MOST_COLUMNS];
    seed = (uint64_t)kind * 17 + 3;
    draw(1);
    if (solve() != INNO__LP_OPTIMAL) continue;
    memcpy(before, x, sizeof before);
    for (int j = 0; j < q.lp.columns; j++) {
      double t = exp2(below(60) - 30);
      for (int i = 0; i < q.lp.rows; i++) q.cells[j][i] *= t;
      q.cost[j] *= t, q.lower[j] /= t, q.upper[j] /= t, before[j] /= t;
    }
    assert_int_equal(solve(), INNO__LP_OPTIMAL);
    assert_memory_equal(before, x, (size_t)q.lp.columns * sizeof *x);
  }
}

static void what_is_no_program_at_all(void **state) {
  (void)state;
  shape(1, 0);
  q.cost[0] = 1.0;
  assert_int_equal(solve(), INNO__LP_UNBOUNDED);
  check_unbounded(-3);
  q.upper[0] = 3.0;
  assert_int_equal(solve(), INNO__LP_OPTIMAL);
  assert_true(x[0] == 3.0 && z[0] == 1.0);
  q.lower[0] = 4.0;
  assert_int_equal(solve(), INNO__LP_INFEASIBLE);
  shape(2, 1); /* 0 x + 0 y <= -1 */
  q.row_upper[0] = -1.0;
  assert_int_equal(solve(), INNO__LP_INFEASIBLE);
  check_infeasible(-4);
  assert_true(inno__simplex_work_size(INT32_MAX, INT64_MAX) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_programs_prove_themselves),
      cmocka_unit_test(cuts_and_warm_starts),
      cmocka_unit_test(beale),
      cmocka_unit_test(a_cone_of_constraints),
      cmocka_unit_test(klee_minty),
      cmocka_unit_test(units_of_measure),
      cmocka_unit_test(what_is_no_program_at_all),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
