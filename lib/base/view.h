/* Strided arrays of the caller: checked once, then gathered into or scattered from our own columns. */
#ifndef INNO_BASE_VIEW_H
#define INNO_BASE_VIEW_H

#include <stddef.h>
#include <stdint.h>

#include "innoscore/status.h"

/* INNO_OK, INNO_E_NULL (p NULL and n > 0), INNO_E_ARGUMENT (n < 0), INNO_E_ALIGN, INNO_E_SIZE (n * stride overflows). */
inno_status inno__check_view(const void *p, ptrdiff_t stride_bytes, int64_t n);

/* Every NaN comes out as the one missing value. */
void inno__gather(const void *p, ptrdiff_t stride_bytes, int64_t n, double *out);
void inno__scatter(const double *x, int64_t n, void *p, ptrdiff_t stride_bytes);

#endif
