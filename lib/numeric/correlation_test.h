/* How sure a correlation of n units is: two-sided p-values of no correlation, and intervals. NaN for a correlation that
 * is NaN or outside -1..1, and where there are too few units. Kendall's p-value is in kendall.h. */
#ifndef INNO_NUMERIC_CORRELATION_TEST_H
#define INNO_NUMERIC_CORRELATION_TEST_H

#include <stdint.h>

/* Pearson's, or a partial one that `given` columns were taken out of: r sqrt(df / (1 - r^2)) is Student's t with
 * df = n - 2 - given, at least 1. |r| = 1 gives 0. */
double inno__pearson_p(double r, int64_t n, int32_t given);

/* Spearman's, n at least 2, as R's cor.test. Without ties up to 9 units from all permutations, up to 1290 by the
 * Edgeworth series of Best and Roberts (1975, AS 89), which may reach 0; beyond, or with ties, as Pearson's. */
#define INNO__SPEARMAN_EXACT 9     /* units */
#define INNO__SPEARMAN_SERIES 1290 /* units */
double inno__spearman_p(double r, int64_t n, int32_t tied);

typedef struct {
  double low, high;
} inno__interval;

/* tanh(atanh(r) -+ z s), z = inno__normal_critical((1 - level) / 2), which costs more than all the rest; |r| = 1 gives
 * r, r. s is Pearson's:  sqrt(1 / (n - 3 - given)), n - given at least 4 (Fisher 1921; R's cor.test) Spearman's:
 * sqrt((1 + r^2 / 2) / (n - 3)), n at least 4 (Bonett and Wright 2000) Kendall's:  sqrt(0.437 / (n - 4)), n at least 5
 * (Fieller, Hartley and Pearson 1957) */
inno__interval inno__pearson_interval(double r, int64_t n, int32_t given, double z);
inno__interval inno__spearman_interval(double r, int64_t n, double z);
inno__interval inno__kendall_interval(double tau, int64_t n, double z);

#endif
