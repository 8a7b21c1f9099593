/* Normal deviates for many draws. */
#ifndef INNO_NUMERIC_DEVIATE_H
#define INNO_NUMERIC_DEVIATE_H

/* The standard normal distribution's quantile of u, 2^-53 to 1 - 2^-53, within 1e-15 of itself: rational functions, at
 * a hundredth of the price of inno__normal_quantile(), which serves tests of significance and any share. Odd about 1/2
 * to the bit. */
double inno__deviate(double u);

#endif
