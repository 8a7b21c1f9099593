/* Sobol' indices from the outputs of a design of matrices, and their bootstrap. */
#ifndef INNO_ROBUST_SENSITIVITY_H
#define INNO_ROBUST_SENSITIVITY_H

#include "robust/design.h"

struct inno_sensitivity {
  inno_allocator allocator;
  void *block;
  size_t block_bytes;
  int64_t used, left_out; /* base points */
  int32_t groups, estimator;
  int second_order;
  uint64_t seed;
  double mean, variance;
  int64_t indices; /* first orders, totals, then pairs (0,1), (0,2) .. (1,2) .. */
  double *index;
  int64_t resamples, done, constant;
  double *resampled; /* indices x resamples: those of an index side by side; when done ascending, missing ones last */
  double *outputs;   /* matrices x used: A, B, AB_g .., BA_g .. */
  double *weight;    /* how often a base point was drawn */
  double *term;      /* scratch: used, and at least resamples */
  double *draw;      /* scratch of one resample: indices, or used */
};

/* What is given has been checked; *out is NULL on failure. */
inno_status inno__sensitivity_create(const inno_allocator *a, const inno_design *d, const double *outputs,
                                     ptrdiff_t stride, int32_t estimator, int64_t resamples, uint64_t seed,
                                     inno_sensitivity **out, inno_error *error);
void inno__sensitivity_destroy(inno_sensitivity *s);

/* Every index where base point i counts weight[i] times, the sum of which is used; NULL = once. 0 = there is no
 * variance, or none that is finite; index is then untouched. */
int inno__sensitivity_indices(const inno_sensitivity *s, const double *weight, double *index, double *mean,
                              double *variance);

/* Position of the pair in index; first < second. */
int64_t inno__sensitivity_pair(const inno_sensitivity *s, int64_t first, int64_t second);

void inno__sensitivity_advance(inno_sensitivity *s, int64_t count);
/* Done, and index a position. */
void inno__sensitivity_interval(const inno_sensitivity *s, int64_t index, int32_t kind, double level, double *lower,
                                double *upper);

#endif
