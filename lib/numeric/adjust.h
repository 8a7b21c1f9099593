/* p-values of many tests at once, adjusted for their number. */
#ifndef INNO_NUMERIC_ADJUST_H
#define INNO_NUMERIC_ADJUST_H

#include <stddef.h>
#include <stdint.h>

#define INNO__ADJUST_BENJAMINI_HOCHBERG 1  /* false discovery rate (1995) */
#define INNO__ADJUST_BENJAMINI_YEKUTIELI 2 /* the same under any dependence (2001) */
#define INNO__ADJUST_HOLM 3                /* chance of any false discovery (1979) */
#define INNO__ADJUST_BONFERRONI 4

size_t inno__adjust_work_size(int64_t n);
/* As R's p.adjust. NaN stays NaN and is not counted as a test. out may be p. */
void inno__adjust(const double *p, int64_t n, int32_t how, double *out, void *work);

#endif
