/* An uncertainty: everything that replicates share, compiled once and never changed. */
#ifndef INNO_ROBUST_UNCERTAINTY_H
#define INNO_ROBUST_UNCERTAINTY_H

#include "construct/dataset.h"
#include "construct/method.h"
#include "construct/uncertainty.h"
#include "innoscore/uncertainty.h"
#include "numeric/bounded.h"
#include "robust/assumptions.h"

/* An assumption, compiled: which numbers of a point it reads and which parameters it makes of them. */
typedef struct {
  int32_t kind;                     /* INNO_ASSUME_ */
  int64_t first_dimension, dimensions;
  int64_t first_parameter, parameters;
  int64_t count;                    /* alternatives, or weights that are drawn */
  int64_t stride;                   /* schemes: what one alternative more adds to the number of the combination */
  const double *until;              /* choices: u below until[k] means k; the last is 1 */
  const int64_t *nodes;             /* of the weights, in the order of the parameters; of a removal: what is left out */
  const double *lower, *upper;      /* range, noise: bounds of each weight; Dirichlet: lower = parameters */
  double scale;                     /* a whole family: what its weights sum to in the nominal method */
  const inno__bounded *bounded;     /* the uniform law between bounds */
  int64_t code;                     /* what it is about: a node; -1 = none */
  int32_t law, measure;             /* error */
  double size;
  int64_t column;                   /* error: of the dataset */
  const int64_t *rows;              /* error: the values that are there */
} inno__draw;

/* One combination of the schemes: its method, and the values before the aggregation. */
typedef struct {
  inno_method *method;
  const double *values; /* indicators x rows, one after the other; shared by combinations that differ later only */
  int32_t fast;         /* 0 = node by node; else how its score is one sum: INNO__FAST_ */
  const double *terms;  /* fast: what is summed, indicators x units: values or their logarithms */
  double low, high;     /* fast: ends between which every score lies */
} inno__combination;

enum { INNO__FAST_SUM = 1, INNO__FAST_PRODUCT = 2 };

struct inno_uncertainty {
  inno_allocator allocator;
  inno__uncertainty_rule rule; /* its texts are not kept: node says which */
  inno__tree *tree;            /* weights: nominal */
  inno__names *unit_codes;
  inno_dataset *dataset;       /* a copy, when there are errors of measurement; else NULL */
  int64_t node;                /* whose scores are ranked */
  int64_t units, rows, first;  /* rows at work: of every period when weights are computed, else of one; first: ours */
  int64_t dimensions, parameters, assumptions;
  inno__draw *draws;           /* one an assumption */
  inno__combination *combinations;
  int64_t combination_count, table_count;
  inno__table *tables;         /* values before the aggregation */
  double *sets;                /* weights of each set x nodes; NULL = the nominal ones */
  int64_t set_count;
  double *nominal_scores, *nominal_ranks;
  uint64_t stamp;              /* of everything that decides a replicate: tallies of different ones do not mix */
  void *block;                 /* holds the arrays that have no object of their own */
  size_t block_bytes;
};

typedef struct {
  const inno__tree *tree;
  const inno_weights *weights;
  const inno_scheme *const *schemes;
  int32_t scheme_count;
  const inno_dataset *dataset;
  const inno_assumptions *assumptions;
  const inno_scheme *options;
} inno__uncertainty_input;

inno_status inno__uncertainty_create(const inno_allocator *allocator, const inno__uncertainty_input *in,
                                     inno_uncertainty **out, inno_error *error);
void inno__uncertainty_destroy(inno_uncertainty *u);

#endif
