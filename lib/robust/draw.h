/* From the number of a replicate to a point of the unit cube, from a point to parameters. Arrays are things x lanes:
 * thing t of lane l is at t * INNO__LANES + l. */
#ifndef INNO_ROBUST_DRAW_H
#define INNO_ROBUST_DRAW_H

#include "robust/uncertainty.h"

enum { INNO__LANES = 16 };

typedef struct inno__kernel inno__kernel;

/* Points of replicates first .. first + lanes - 1. */
void inno__draw_points(const inno_uncertainty *u, const inno__kernel *kernel, int64_t first, int32_t lanes,
                       double *points);

void inno__draw_parameters(const inno_uncertainty *u, const inno__kernel *kernel, int32_t lanes, const double *points,
                           double *parameters);

/* One family's weights, or their shares, from its dimensions: in draw_weights.c. u and w: strided by lanes. */
void inno__draw_family(const inno__draw *d, const double *u, double *w);

#endif
