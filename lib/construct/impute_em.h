/* Imputation by conditional means under one multivariate normal distribution of a family of columns, whose mean and
 * covariance the EM algorithm finds (numeric/em.h). A unit without any value in the family stays missing. */
#ifndef INNO_CONSTRUCT_IMPUTE_EM_H
#define INNO_CONSTRUCT_IMPUTE_EM_H

#include "construct/impute_family.h"

/* What may be reported while it runs and after. */
typedef struct {
  int64_t iterations;
  double change;     /* largest change in the last iteration, in standard deviations and their products */
  double likelihood; /* objective before the last iteration; NaN before the first */
  int32_t converged; /* 1 = change <= tolerance */
} inno__em_progress;

/* 8-byte aligned; SIZE_MAX when it cannot be had. */
size_t inno__impute_em_work_size(int32_t k, int64_t n);

/* INNO_E_DOMAIN names the first column without two different values. The state is in work. */
inno_status inno__impute_em_start(const inno__family *f, double ridge, void *work, const inno__site *site);

/* One iteration. INNO_E_DOMAIN names a column that follows from others, or says that the likelihood fell. */
inno_status inno__impute_em_step(const inno__family *f, double tolerance, void *work, inno__em_progress *progress,
                                 const inno__site *site);

/* Fills at the parameters reached, converged or not. */
inno_status inno__impute_em_fill(const inno__family *f, void *work, const inno__site *site);

#endif
