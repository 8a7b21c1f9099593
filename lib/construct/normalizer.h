/* A normalization rule as the table names it, and what its functions are told. */
#ifndef INNO_CONSTRUCT_NORMALIZER_H
#define INNO_CONSTRUCT_NORMALIZER_H

#include "construct/normalize.h"

/* The column is after its logarithm. count, minimum and maximum of the frame are there already. */
typedef struct {
  const double *x;
  int64_t n;
  const inno__normalize_rule *rule;
  inno__frame *frame;
  const inno__site *site;
  double best, worst;
  void *work; /* 2 n doubles, or inno__rank_work_size(n) */
} inno__fitting;

typedef struct {
  const double *x;
  int64_t n;
  const inno__normalize_rule *rule;
  const inno__frame *frame;
  const inno__site *site;
  double *out; /* may be x */
  unsigned char *marks;
  double *column; /* n doubles; x itself when the logarithms are there */
  void *work;
} inno__applying;

enum {
  INNO__VARIES = 1,       /* a constant column has nothing to scale */
  INNO__RANKS = 2,        /* units are compared with each other: no constants */
  INNO__SCORE_BOUNDS = 4, /* lower < upper are scores */
  INNO__RAW_BOUNDS = 8,   /* lower < upper are in raw units */
  INNO__DIVIDES = 16,     /* by frame->scale */
};

/* fit NULL: nothing to take. Where less is better a rule works on -x; every rule is written on x itself with the ends
 * exchanged, which gives the same bits, because a change of sign is exact. */
typedef struct {
  inno_status (*fit)(inno__fitting *w);
  inno_status (*apply)(const inno__applying *w);
  int32_t flags;
} inno__normalizer;

#define INNO__DEF_DECLARATIONS inno__normalizer
#include "construct/normalize.def"

/* unit -1 = none */
inno_status inno__normalize_refuse(const inno__site *site, inno_status status, int32_t message, double value,
                                   double value2, int64_t unit);
/* A parameter in raw units, after the rule's logarithm; INNO_E_VALUE when it has none. */
inno_status inno__normalize_parameter(const inno__fitting *w, const char *name, double given, double *value);
/* (x - center) / scale * factor + offset. */
void inno__linear(const double *x, int64_t n, const inno__frame *f, double factor, double offset, double *out);
/* Cuts to low .. high and marks what was cut. */
void inno__truncate(double *x, int64_t n, double low, double high, unsigned char *marks);
/* minmax between the frame's ends, cut to lower .. upper where the rule says so. */
inno_status inno__normalize_between(const inno__applying *w);

#endif
