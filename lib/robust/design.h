/* Designs of runs: the point of run r by number. Matrices for Sobol' indices, walks for elementary effects. */
#ifndef INNO_ROBUST_DESIGN_H
#define INNO_ROBUST_DESIGN_H

#include "base/error.h"
#include "base/memory.h"
#include "innoscore/sensitivity.h"

/* Streams of inno__random that nothing else may use; with the one of sobol.h they are the highest. */
#define INNO__STREAM_DESIGN UINT32_C(0xFFFFFFFE)
#define INNO__STREAM_WALK UINT32_C(0xFFFFFFFD)
#define INNO__STREAM_RESAMPLE UINT32_C(0xFFFFFFFC)

enum { INNO__DESIGN_MATRICES = 0 }; /* else INNO_WALK_ */

struct inno_design {
  inno_allocator allocator;
  void *block;
  size_t block_bytes;
  int64_t base; /* points or walks */
  int32_t inputs, groups;
  int32_t walk; /* or INNO__DESIGN_MATRICES */
  int32_t sequence, flags, levels;
  uint64_t seed;
  int32_t *group;       /* of each input */
  int32_t *size;        /* of each group: its inputs */
  uint64_t *directions; /* 2 inputs x INNO__SOBOL_BITS; NULL without Sobol' points */
  int32_t *place;       /* walks x groups: when the group moves on a trajectory; NULL without */
};

/* Which matrix a run of a design of matrices belongs to. */
enum { INNO__MATRIX_A, INNO__MATRIX_B, INNO__MATRIX_AB, INNO__MATRIX_BA };

/* What is given has been checked, but for the groups; *out is NULL on failure. */
inno_status inno__design_create(const inno_design *wanted, const int32_t *groups, inno_design **out, inno_error *error);
void inno__design_destroy(inno_design *d);

int64_t inno__design_runs(const inno_design *d);
/* The number of the run of base point i in a matrix; g counts for AB and BA only. */
int64_t inno__design_run(const inno_design *d, int64_t i, int32_t matrix, int32_t g);
/* inputs doubles, stride apart in bytes. */
void inno__design_point(const inno_design *d, int64_t run, double *out, ptrdiff_t stride);

/* Of walks: the run before group g moved in a walk, and the one after; and which way input j goes (1 or -1). */
void inno__walk_runs(const inno_design *d, int64_t walk, int32_t g, int64_t *before, int64_t *after);
int inno__walk_direction(const inno_design *d, int64_t walk, int32_t j);
void inno__walk_places(inno_design *d);
void inno__walk_point(const inno_design *d, int64_t run, double *out, ptrdiff_t stride);
/* Elementary effects; the outputs are known to be finite or NaN. */
inno_status inno__walk_effects(const inno_design *d, const double *y, ptrdiff_t y_stride, int32_t field, double *out,
                               ptrdiff_t stride, inno_error *error);

#endif
