/* The sign of a sum of products of doubles, exactly, without any wider type: expansions of doubles that do not overlap
 * (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, Discrete Comput. Geom. 18, 1997; the product after T.
 * J. Dekker, 1971). Factors up to 1e150 in size; a product too small to be held exactly makes the sum lost. */
#ifndef INNO_ROBUST_EXACT_H
#define INNO_ROBUST_EXACT_H

#include <stdint.h>

typedef struct {
  double *part; /* ascending size; room for as many as are added, two a product */
  int32_t count;
  int lost;
} inno__exact;

typedef struct {
  double high, low; /* their sum is meant; low is what rounding left of high */
} inno__pair;

inno__pair inno__exact_sum(double a, double b);
inno__pair inno__exact_product(double a, double b);

void inno__exact_clear(inno__exact *x, double *room);
void inno__exact_add(inno__exact *x, double value);
void inno__exact_add_product(inno__exact *x, double a, double b);
/* -1, 0, 1 */
int inno__exact_sign(const inno__exact *x);

#endif
