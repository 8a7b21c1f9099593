#include "support/models.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define PI 3.14159265358979323846

double model_ishigami(const double *x, int64_t inputs) {
  double a = PI * (2 * x[0] - 1), b = PI * (2 * x[1] - 1), c = PI * (2 * x[2] - 1);
  (void)inputs;
  return sin(a) + 7.0 * sin(b) * sin(b) + 0.1 * c * c * c * c * sin(a);
}

/* V = 49/8 + pi^4/50 + pi^8/1800 + 1/2; V1 = (1 + pi^4/50)^2 / 2; V2 = 49/8; V13 = 8 pi^8 / 22500 */
const double model_ishigami_first[3] = {0.31390519114781146, 0.4424111447900409, 0.0};
const double model_ishigami_total[3] = {0.5575888552099592, 0.4424111447900409, 0.24368366406214767};

static const double g_parameter[MODEL_G_INPUTS] = {0.0, 1.0, 4.5, 9.0, 99.0};

double model_g(const double *x, int64_t inputs) {
  double y = 1.0;
  for (int64_t j = 0; j < inputs; j++) y *= (fabs(4.0 * x[j] - 2.0) + g_parameter[j]) / (1.0 + g_parameter[j]);
  return y;
}

double model_g_part(int64_t input) { return 1.0 / (3.0 * (1.0 + g_parameter[input]) * (1.0 + g_parameter[input])); }

double *model_run(const inno_design *design, model f) {
  int64_t runs = inno_design_run_count(design), inputs = inno_design_input_count(design);
  double *y = malloc((size_t)runs * sizeof *y), *x = malloc((size_t)inputs * sizeof *x);
  assert_true(y != NULL && x != NULL);
  for (int64_t r = 0; r < runs; r++) {
    assert_int_equal(inno_design_points(design, r, 1, x, 8 * inputs, 8, NULL), INNO_OK);
    y[r] = f(x, inputs);
  }
  free(x);
  return y;
}

inno_design *model_design(int64_t base_points, int64_t inputs, int32_t sequence, int64_t seed, int32_t flags) {
  inno_design *design = NULL;
  assert_int_equal(inno_design_create_matrices(NULL, base_points, inputs, NULL, sequence, seed, flags, &design, NULL),
                   INNO_OK);
  return design;
}

inno_sensitivity *model_analyze(const inno_design *design, const double *y, int32_t estimator, int64_t resamples,
                                int64_t seed) {
  inno_sensitivity *s = NULL;
  int32_t done = 0;
  assert_int_equal(inno_sensitivity_create(NULL, design, y, 8, estimator, resamples, seed, &s, NULL), INNO_OK);
  assert_int_equal(inno_sensitivity_advance(s, INT64_MAX, &done, NULL), INNO_OK);
  assert_int_equal(done, 1);
  return s;
}
