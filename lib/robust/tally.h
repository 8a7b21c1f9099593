/* A tally: whole numbers only, so that adding up is exact in any order. The counters are one array of words, in the
 * order in which they are written; a tally knows of the uncertainty that it counts nothing but its shape. */
#ifndef INNO_ROBUST_TALLY_H
#define INNO_ROBUST_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "base/sha256.h"
#include "base/wide.h"
#include "robust/ranges.h"

#include "innoscore/tally.h"

#define INNO__SCORE_STEPS ((uint64_t)1 << 36) /* most of a score scale: squares of 2^53 of them fit into 128 bits */
#define INNO__SHARE_ONE ((uint64_t)1 << 32)   /* the share 1 of a central weight */
#define INNO__OCTAVE_FIRST 1024               /* octave 0 is 0 .. 1023, octave k the next 1024 * 2^(k - 1) */
#define INNO__OCTAVES 53                      /* up to INNO__REPLICATE_END */
#define INNO__FAILURE_KINDS 64

/* What is counted. Two tallies add up when all of it is equal. */
typedef struct {
  int64_t units, top;
  int32_t half;                 /* 1 = ranks are counted in halves: ties share the mean of their ranks */
  int32_t scores, pairs;        /* 1 = counted */
  int64_t bins;                 /* of a unit's scores */
  double score_low, score_high; /* ends of the scale */
  double confidence;            /* share of the replicates between the lower and the upper rank */
  int64_t shares;               /* central weights of a unit; 0 = none */
  char digest[65];              /* of the uncertainty: 64 digits */
} inno__tally_shape;

/* Replicates on their way in. Element (j, r) of a table is at j * stride + r. */
typedef struct {
  int64_t first, count, stride;
  const int32_t *ranks;        /* units x count: twice the rank, so that 1.5 is whole; 0 = none */
  const double *scores;        /* units x count; read when scores are counted */
  const double *shares;        /* shares x count, 0 to 1; read when central weights are */
  const inno_status *statuses; /* of each replicate; NULL = all are well. Of one that failed nothing else is read */
} inno__batch;

typedef struct {
  int64_t status, first; /* lowest replicate */
  uint64_t count;
} inno__failure;

struct inno_tally {
  inno_allocator allocator;
  inno__tally_shape shape;
  inno__ranges ranges;
  uint64_t failed;
  inno__failure failure[INNO__FAILURE_KINDS]; /* by ascending status */
  int32_t failure_count;
  int32_t open_octave;  /* of what was counted since it was last settled; -1 = nothing */
  int64_t width;        /* counters in a row of rank: its index is the rank, or twice it in halves; [0] = without one */
  uint64_t *words;      /* all of the following, in this order */
  uint64_t *nominal;    /* units: the index of its rank */
  uint64_t *rank;       /* units x width */
  uint64_t *below;      /* units: scores under the scale */
  uint64_t *above;      /* units */
  uint64_t *bin;        /* units x bins */
  uint64_t *wins;       /* units x units: [i][j] = i is better than j */
  uint64_t *ties;       /* pairs i < j by rows: both have the same rank */
  uint64_t *firsts;     /* units: nobody is better */
  uint64_t *sum;        /* units x 2 words, high first: steps of the score above score_low */
  uint64_t *square;     /* units x 2 words: their squares */
  uint64_t *share;      /* units x shares x 2 words: fixed-point shares where the unit is first */
  uint64_t *octave;     /* octaves x octave_words: replicates, then by unit ranked, within the top, sum of ranks (2) */
  int64_t plain, total; /* words from nominal to firsts, and all */
  int64_t octave_words;
  size_t bytes;
};

/* NULL, or what of a shape is out of its range. */
const char *inno__tally_shape_fault(const inno__tally_shape *s);
/* Words of the counters of a shape without fault, octaves left out; 0 = too many. */
int inno__tally_counters(const inno__tally_shape *s, size_t *words);
/* nominal: units ranks, twice the rank as in inno__batch; NULL = none has one. */
inno_status inno__tally_create(const inno_allocator *a, const inno__tally_shape *shape, const int32_t *nominal,
                               inno_tally **out, inno_error *error);
void inno__tally_destroy(inno_tally *t);

/* The way in: open says whether the range may be counted and remembers it in with, count takes its replicates in any
 * number of batches, close makes the range part of the tally and cannot fail; before it the tally is not read. When
 * nothing was counted, freeing with is all. A batch that is refused leaves the tally as it was: #INNO_E_VALUE for a
 * number that is none. */
inno_status inno__tally_open(const inno_tally *t, int64_t first, int64_t count, inno__ranges *with, inno_error *error);
inno_status inno__tally_count(inno_tally *t, const inno__batch *batch, inno_error *error);
void inno__tally_close(inno_tally *t, inno__ranges *with);

inno_status inno__tally_merge(inno_tally *into, const inno_tally *from, inno_error *error);
int inno__tally_same_shape(const inno__tally_shape *a, const inno__tally_shape *b);
/* Adds to the failures of one status; 0 = there are too many kinds. */
int inno__tally_add_failure(inno_tally *t, int64_t status, int64_t first, uint64_t count);

/* ---- places ---- */

static inline uint64_t inno__tally_good(const inno_tally *t) { return (uint64_t)t->ranges.total - t->failed; }
static inline uint64_t *inno__tally_row(const inno_tally *t, int64_t unit) { return t->rank + unit * t->width; }
static inline int64_t inno__tally_tie(const inno_tally *t, int64_t i, int64_t j) { /* i < j */
  return i * (2 * t->shape.units - i - 1) / 2 + (j - i - 1);
}
static inline inno__wide inno__tally_wide(const uint64_t *at, int64_t index) {
  return (inno__wide){at[2 * index], at[2 * index + 1]};
}
static inline uint64_t *inno__tally_octave(const inno_tally *t, int32_t octave) {
  return t->octave + octave * t->octave_words;
}
int32_t inno__octave_of(int64_t replicate);
static inline int64_t inno__octave_end(int32_t octave) { return (int64_t)INNO__OCTAVE_FIRST << octave; }
/* Octaves up to the last one in which anything was counted. */
int32_t inno__tally_octaves(const inno_tally *t);
/* A bin is a whole number of steps, so that a score on the edge of two bins is a whole step and belongs to the upper
 * one. */
static inline uint64_t inno__bin_steps(const inno__tally_shape *s) { return INNO__SCORE_STEPS / (uint64_t)s->bins; }
static inline uint64_t inno__scale_steps(const inno__tally_shape *s) { return inno__bin_steps(s) * (uint64_t)s->bins; }
/* Steps from score_low, to the nearest; -1 = below the scale, -2 = above. */
int64_t inno__score_steps(const inno__tally_shape *shape, double score);
static inline int64_t inno__score_bin(const inno__tally_shape *shape, uint64_t steps) {
  int64_t bin = (int64_t)(steps / inno__bin_steps(shape));
  return bin < shape->bins ? bin : shape->bins - 1;
}

/* ---- reading (tally_read.c, tally_scores.c, tally_stable.c): NaN where there is nothing to say ---- */

double inno__tally_value(const inno_tally *t, int32_t field, int64_t unit);
double inno__tally_rank_quantile(const inno_tally *t, int64_t unit, double p, int32_t type);
/* Replicates in which the unit is among the top k. */
uint64_t inno__tally_within(const inno_tally *t, int64_t unit, int64_t k);
/* Columns of a matrix; 0 = not counted, or no such matrix. */
int64_t inno__tally_columns(const inno_tally *t, int32_t matrix);
void inno__tally_matrix_row(const inno_tally *t, int32_t matrix, int64_t unit, double *out, ptrdiff_t stride);

/* Of whole numbers with this count and sum: the whole number nearest to the mean, and what the sum is above count
 * times it, at most count / 2 in size. */
uint64_t inno__tally_center(inno__wide sum, uint64_t count, double *above);
/* Standard deviation, divisor count - 1, from sums of x - center and of its squares; NaN below two. */
double inno__tally_deviation(uint64_t count, double above, inno__wide squares);

double inno__tally_score_value(const inno_tally *t, int32_t field, int64_t unit);
/* The bins that hold the two order statistics of a quantile; 0 = beyond the scale, or nothing counted. before: scores
 * that come before the bin; at: place of the order statistic, from 0, in the whole sample. */
typedef struct {
  int64_t bin[2];
  uint64_t before[2], at[2];
  double upper; /* share of the second one */
} inno__score_place;
int inno__tally_score_place(const inno_tally *t, int64_t unit, double p, int32_t type, inno__score_place *out);
double inno__tally_score_quantile(const inno_tally *t, int64_t unit, double p, int32_t type);
/* No quantile is farther away from the exact one. */
double inno__tally_score_error(const inno_tally *t);

/* Wilson's interval. */
void inno__share_interval(double count, double of, double z, double *lower, double *upper);

/* Checkpoint k is at INNO__OCTAVE_FIRST * 2^(k + 1) replicates, compared with half of them. */
int32_t inno__tally_checkpoints(const inno_tally *t);
void inno__tally_change(const inno_tally *t, int32_t checkpoint, double *rank_change, double *top_change);

/* ---- of an uncertainty (tally_run.c) ---- */

inno_status inno__tally_for(const inno_allocator *a, const inno_uncertainty *u, inno_tally **out, inno_error *error);
inno_status inno__tally_run(inno_tally *t, const inno_uncertainty *u, int64_t first, int64_t count, inno_error *error);

/* ---- writing (tally_bytes.c, tally_check.c) ---- */

int64_t inno__tally_size(const inno_tally *t);
void inno__tally_write(const inno_tally *t, unsigned char *out);
void inno__tally_digest(const inno_tally *t, char *out);
inno_status inno__tally_read(const inno_allocator *a, const unsigned char *data, int64_t size, inno_tally **out,
                             inno_error *error);
/* NULL, or what contradicts itself. */
const char *inno__tally_fault(const inno_tally *t);

#endif
