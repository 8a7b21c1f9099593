/* Imputation by ordinary least squares on siblings: a missing cell is predicted from the columns of its family that the
 * unit has, fitted on the units that have all of these and the cell's column. Needs at least two units more than it has
 * predictors. A unit without any value in the family stays missing. */
#ifndef INNO_CONSTRUCT_IMPUTE_REGRESSION_H
#define INNO_CONSTRUCT_IMPUTE_REGRESSION_H

#include "construct/impute_family.h"

size_t inno__impute_regression_work_size(int32_t k, int64_t n);

/* Orders the units by what they have; copies what is there into out. */
void inno__impute_regression_start(const inno__family *f, void *work);

/* Fills the units of one pattern: *place is 0 at first and then where the last call left it; *done = 1 after the last.
 * too_few: an INNO_TOO_FEW_ number, for too few units and for predictors that are collinear among them; INNO_E_DOMAIN
 * names the cell. */
inno_status inno__impute_regression_step(const inno__family *f, int32_t too_few, int64_t *place, int *done, void *work,
                                         const inno__site *site);

#endif
