/* Mean and covariance of k columns with gaps by the EM algorithm, under one multivariate normal distribution.
 * Little and Rubin, Statistical Analysis with Missing Data, section on normal data with a general pattern.
 *
 * The columns are centered and scaled by the mean and the root mean square deviation of the values they have; all that
 * is said below is in these units. Start: mean 0, the identity as covariance. One step replaces what is missing by its
 * conditional mean and covariance given what the row has, then takes mean and covariance (divisor: number of rows)
 * of the completed table, plus ridge on the diagonal of the covariance. Each step raises
 *   objective = log likelihood of the values that are there - ridge * rows / 2 * trace of the inverse covariance.
 * Rows without any value say nothing and take no part. */
#ifndef INNO_NUMERIC_EM_H
#define INNO_NUMERIC_EM_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  int32_t k;
  int64_t n, rows; /* rows that have a value */
  double ridge;
  int64_t iterations;
  double change;    /* largest change of a mean or covariance in the last step; NaN before the first */
  double objective; /* at the parameters that the last step began with; NaN before the first */
  double fall;      /* how much the objective fell in the last step beyond rounding; 0 = it did not */
  double *center, *scale;
  double *mean, *covariance; /* k; k x k, both triangles */
  double *factor, *slope, *rest, *product, *shift, *guess;
  int32_t *have, *lack;
  unsigned char *seen;
  int64_t *order;
} inno__em;

/* Bytes of scratch, 8-byte aligned; SIZE_MAX when they cannot be had. */
size_t inno__em_work_size(int32_t k, int64_t n);

/* Returns -1, or the first column that has no two different values (scale 0) or none that a double can scale (scale
 * infinite). included: n bytes or NULL. work stays the state's.
 */
int32_t inno__em_start(inno__em *e, const double *const *x, int32_t k, int64_t n, const unsigned char *included,
                       double ridge, void *work);

/* One iteration. Returns -1, or a column that is singular given columns before it: they are have[0 .. *before - 1]. The
 * state is then of no more use. */
int32_t inno__em_step(inno__em *e, const double *const *x, int32_t *before);

/* Writes the conditional mean into out[c][i] where column c of row i is missing, out[c] is not NULL and the row has a
 * value at all. out[c] may be x[c]. Returns as inno__em_step(). */
int32_t inno__em_fill(const inno__em *e, const double *const *x, double *const *out, int32_t *before);

/* In the columns' own units. out: k, k x k. */
void inno__em_estimates(const inno__em *e, double *mean, double *covariance);

#endif
