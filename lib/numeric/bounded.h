/* The uniform distribution on {w : sum w = 1, lower <= w <= upper}, coordinate by coordinate, from a fixed number of
 * uniform numbers. Given the coordinates before it, a coordinate's distribution function is a piecewise polynomial: the
 * volume of a slice of a box, H(s) = 1/m! sum over subsets A of (-1)^|A| (s - c_A)_+^m, for the m coordinates that are
 * still to come with widths c. Its pieces are worked out once, as Taylor polynomials in twofold arithmetic, because the
 * sum over subsets cancels; drawing then inverts a polynomial. */
#ifndef INNO_NUMERIC_BOUNDED_H
#define INNO_NUMERIC_BOUNDED_H

#include <stddef.h>
#include <stdint.h>

enum { INNO__BOUNDED_MOST = 10 };

typedef struct inno__bounded inno__bounded;

/* Bytes for k coordinates, 2 to INNO__BOUNDED_MOST. */
size_t inno__bounded_size(int32_t k);

/* In memory of that size, aligned to 8 bytes. 0 = the widths are too different for twofold arithmetic. The bounds are
 * in order, and 1 lies between their sums. */
int inno__bounded_make(void *memory, const double *lower, const double *upper, int32_t k);

/* u: k - 1 numbers within (0, 1); w: k weights. The first coordinate grows with the first number, and so on. */
void inno__bounded_draw(const inno__bounded *b, const double *u, double *w);

#endif
