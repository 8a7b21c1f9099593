#include "robust/draw.h"

#include "numeric/deviate.h"
#include "numeric/sobol.h"
#include "numeric/special.h"
#include "robust/kernel.h"

enum { L = INNO__LANES };

/* ---- points ---- */

static void sobol_points(const inno_uncertainty *u, int64_t first, int32_t lanes, double *points) {
  for (int64_t d = 0; d < u->dimensions; d++)
    for (int32_t l = 0; l < lanes; l++) {
      uint64_t digits = inno__sobol_digits(u->directions + d * INNO__SOBOL_BITS, (uint64_t)(first + l));
      points[d * L + l] = inno__sobol_middle(inno__owen_scramble(digits, (uint64_t)u->rule.seed, (uint32_t)d));
    }
}

void inno__draw_points(const inno_uncertainty *u, const inno__kernel *kernel, int64_t first, int32_t lanes,
                       double *points) {
  if (u->directions != NULL) {
    sobol_points(u, first, lanes, points);
    return;
  }
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    kernel->numbers((uint64_t)u->rule.seed, (uint64_t)first, (uint32_t)a, d->dimensions,
                    points + d->first_dimension * L);
  }
}

/* ---- parameters ---- */

static double choice(const inno__draw *d, double u) {
  int64_t low = -1, high = d->count - 1; /* until[high] is above u, or high is the last */
  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (u < d->until[middle])
      high = middle;
    else
      low = middle;
  }
  return (double)high;
}

static void measured(const inno__draw *d, int32_t lanes, const double *u, double *p) {
  for (int64_t i = 0; i < d->count; i++)
    for (int32_t l = 0; l < lanes; l++) {
      double x = d->lower[i], size = d->upper[i], v = u[i * L + l];
      if (d->law == INNO_ERROR_UNIFORM)
        p[i * L + l] = x + size * (2.0 * v - 1.0);
      else if (d->law == INNO_ERROR_NORMAL)
        p[i * L + l] = x + size * inno__deviate(v);
      else
        p[i * L + l] = x * inno__exp(size * inno__deviate(v));
    }
}

static void weights(const inno__draw *d, const inno__kernel *kernel, int32_t lanes, const double *u, double *p) {
  if (d->kind == INNO_ASSUME_WEIGHT_RANGE) {
    double low = d->lower[0], width = d->upper[0] - d->lower[0];
    for (int32_t l = 0; l < lanes; l++) p[l] = low + width * u[l];
    return;
  }
  if (d->kind == INNO_ASSUME_WEIGHT_NOISE) {
    kernel->noise(d->lower, d->upper, d->count, u, p);
    return;
  }
  for (int32_t l = 0; l < lanes; l++) inno__draw_family(d, u + l, p + l);
}

void inno__draw_parameters(const inno_uncertainty *u, const inno__kernel *kernel, int32_t lanes, const double *points,
                           double *parameters) {
  for (int64_t a = 0; a < u->draw_count; a++) {
    const inno__draw *d = &u->draws[a];
    const double *from = points + d->first_dimension * L;
    double *to = parameters + d->first_parameter * L;
    if (d->kind == INNO_ASSUME_ERROR)
      measured(d, lanes, from, to);
    else if (!inno__is_choice(d->kind))
      weights(d, kernel, lanes, from, to);
    else
      for (int32_t l = 0; l < lanes; l++) to[l] = choice(d, from[l]);
  }
}
