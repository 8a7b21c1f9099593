/* Sampling adequacy of columns by itself, for who wants no components. */
#ifndef INNO_ANALYZE_ADEQUACY_H
#define INNO_ANALYZE_ADEQUACY_H

#include <stddef.h>
#include <stdint.h>

/* Bytes; SIZE_MAX when a size_t cannot say it. */
size_t inno__sampling_adequacy_work_size(int32_t k, int64_t n);

/* Kaiser, Meyer and Olkin's over the units that have every value. NaN where columns determine each other, also by being
 * as many as the units or more. */
double inno__sampling_adequacy(const double *const *x, int32_t k, int64_t n, void *work);

#endif
