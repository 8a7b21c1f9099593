/* Models with known indices, and a design run through one. */
#ifndef TESTS_SUPPORT_MODELS_H
#define TESTS_SUPPORT_MODELS_H

#include <stdint.h>

#include "innoscore/innoscore.h"

typedef double (*model)(const double *x, int64_t inputs);

/* sin a + 7 sin^2 b + c^4 sin a / 10 on (-pi, pi)^3 */
double model_ishigami(const double *x, int64_t inputs);
extern const double model_ishigami_first[3], model_ishigami_total[3];

/* Product of (|4 x - 2| + a) / (1 + a), a = 0, 1, 4.5, 9, 99 (Saltelli and Sobol' 1995) */
double model_g(const double *x, int64_t inputs);
enum { MODEL_G_INPUTS = 5 };
/* Variance of one factor: 1 / (3 (1 + a)^2) */
double model_g_part(int64_t input);

/* The outputs of every run; the caller frees them. */
double *model_run(const inno_design *design, model f);

/* Matrices of N points, without groups; fails the test when refused. */
inno_design *model_design(int64_t base_points, int64_t inputs, int32_t sequence, int64_t seed, int32_t flags);
inno_sensitivity *model_analyze(const inno_design *design, const double *y, int32_t estimator, int64_t resamples,
                                int64_t seed);

#endif
