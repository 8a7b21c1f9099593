/* The blend of columns that comes closest to a target: weights w >= 0 with sum 1 that lessen the sum of squares of
 * X w - y. With D the columns less the target, X w - y = D w, so it is the point of the convex hull of D's columns that
 * is nearest to 0 (P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11, 1976). Works on the
 * cross products D' D only; deterministic, ties go to the lower column. */
#ifndef INNO_NUMERIC_BLEND_H
#define INNO_NUMERIC_BLEND_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of work for k columns. */
size_t inno__blend_work_size(int32_t k);

/* products: D' D, k x k, both triangles. w: k weights. variance: of each weight above 0 for errors of variance 1, from
 * the columns whose weight is above 0; NaN for the others, and for all where these columns determine each other.
 * 0 = stopped at its limit: the weights are then good, but perhaps not the best. */
int inno__blend_fit(const double *products, int32_t k, double *w, double *variance, void *work);

/* Columns that do not follow from others, of cross products; products are destroyed. A column follows when no more
 * than tolerance of its square is left. work: k doubles. */
int32_t inno__products_rank(double *products, int32_t k, double tolerance, double *work);

#endif
