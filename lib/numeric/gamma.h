/* Gamma and beta functions: what the tails of distributions are made of. */
#ifndef INNO_NUMERIC_GAMMA_H
#define INNO_NUMERIC_GAMMA_H

#include "numeric/twofold.h"

/* ln Gamma(x) for x > 0, to 1 ulp or 1e-18, whichever is larger; infinite at 0 and infinity, NaN below 0. */
double inno__log_gamma(double x);

/* The error of Stirling's formula, ln Gamma(x + 1) - (x + 1/2) ln x + x - ln(2 pi) / 2, for x > 0. */
inno__twofold inno__stirling_error(double x);

/* Two parts of 1, each computed by itself where it is small, so that both keep their digits. */
typedef struct {
  double lower, upper;
} inno__parts;

/* The regularized incomplete gamma functions P(a, x) and Q(a, x); 0 < a <= 1e10, 0 <= x. By the power series below
 * a + 1, by Legendre's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31, the even part); the factor
 * in front as Loader (2000) takes it apart, in twofold numbers. */
inno__parts inno__gamma_parts(double a, inno__twofold x);

/* Where a share x = 1 / (1 + w) of 1 is given by its odds w = (1 - x) / x > 0, so that neither side of it loses digits:
 * lower = I_x(a, b), upper = I_(1 - x)(b, a); 0 < a, b <= 1e10. log_w is used where w itself leaves 1e-250 .. 1e250. By
 * the continued fraction of DiDonato and Morris (1992). */
inno__parts inno__beta_parts(double a, double b, inno__twofold w, inno__twofold log_w);

#endif
