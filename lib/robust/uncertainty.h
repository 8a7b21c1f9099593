/* An uncertainty: everything that replicates share, compiled once and never changed. */
#ifndef INNO_ROBUST_UNCERTAINTY_H
#define INNO_ROBUST_UNCERTAINTY_H

#include "construct/dataset.h"
#include "construct/method.h"
#include "construct/uncertainty.h"
#include "innoscore/uncertainty.h"
#include "numeric/bounded.h"
#include "robust/assumptions.h"

/* An assumption, compiled: which numbers of a point it reads and which parameters it makes of them. What is not of its
 * kind is 0 or NULL. */
typedef struct {
  int32_t kind, law;
  int64_t first_dimension, dimensions;
  int64_t first_parameter, parameters;
  int64_t count;  /* alternatives, weights or values */
  int64_t code;   /* the node that it is about, -1 = none */
  int64_t stride; /* schemes: what one alternative more adds to the number of the combination */
  double scale;   /* of a whole family: what its weights sum to in the nominal method; else 1 */
  inno__bounded *bounded;
  int64_t column; /* of the dataset: error */
  void *memory;   /* holds the arrays below, of count each, and bounded */
  size_t bytes;
  double *until;         /* choices: u below until[k] means k; the last is 1 */
  int64_t *nodes;        /* of the weights; of a removal: what is left out, -1 = nothing */
  int64_t *rows;         /* error: which values */
  double *lower, *upper; /* range: bounds; noise: weight, and largest change; Dirichlet: its parameters; error: value,
                            and what one unit of the law adds to it (log-normal: to its logarithm) */
} inno__draw;

enum { INNO__FAST_SUM = 1, INNO__FAST_PRODUCT = 2 };

/* One combination of the schemes: its method, and the values before the aggregation. */
typedef struct {
  inno_method *method;
  const inno__table *values;  /* of the indicators; shared with combinations that differ later only */
  int32_t fast;               /* how a score is one sum: INNO__FAST_; 0 = node by node */
  const inno__table *terms;   /* what is summed, values or their logarithms: a column a unit */
  const inno__table *columns; /* the same, a column an indicator */
  double low, high;           /* fast: every score lies between */
} inno__combination;

struct inno_uncertainty {
  inno_allocator allocator;
  inno__uncertainty_rule rule; /* its text is not kept: node says which */
  inno__tree *tree;            /* its weights: nominal */
  inno__names *unit_codes;
  inno_dataset *dataset; /* a copy where values are measured with error, else NULL */
  int64_t node;          /* whose scores are ranked */
  unsigned char *needed; /* aggregates that it is made of, itself among them */
  int64_t units;
  int64_t rows, periods; /* at work: of every period where a rule computes weights, else of one */
  int64_t first_row;     /* of the units that are ranked, in the dataset */
  int64_t first;         /* and among the rows at work */
  int64_t dimensions, parameters, draw_count;
  inno__draw *draws; /* one an assumption */
  inno__combination *combinations;
  int64_t combination_count;
  inno__table *tables; /* of values before the aggregation, then of logarithms */
  int64_t table_count;
  double *sets; /* nodes of each set of weights; NULL = there are none */
  int64_t set_count;
  uint64_t *directions; /* of Sobol' points: INNO__SOBOL_BITS a dimension; NULL = Philox */
  double *nominal_scores, *nominal_ranks;
  char fingerprint[65]; /* of all that decides a replicate: tallies of different ones do not mix */
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

/* ---- pieces of it ---- */

/* Number of every assumption's dimensions and parameters, and what they are about (draw_compile.c). The nominal
 * method's tree is there. */
inno_status inno__draws_compile(inno_uncertainty *u, const inno__uncertainty_input *in, inno_error *error);

/* Methods and values of every combination (combinations.c). nominal: the method without assumptions. */
inno_status inno__combinations_compile(inno_uncertainty *u, const inno__uncertainty_input *in,
                                       const inno_method *nominal, inno_error *error);

static inline int inno__is_choice(int32_t kind) {
  return kind == INNO_ASSUME_SCHEMES || kind == INNO_ASSUME_WEIGHT_SETS || kind == INNO_ASSUME_REMOVAL;
}

/* Weights that are shares: they sum to 1, and are put on the scale of the nominal ones. */
static inline int inno__is_family(int32_t kind) { return kind >= INNO_ASSUME_SIMPLEX && kind <= INNO_ASSUME_ORDER; }

/* Number of replicates that there are: 2^62, of Sobol' points 2^52. */
static inline int64_t inno__replicate_limit(const inno_uncertainty *u) {
  return (int64_t)1 << (u->directions != NULL ? 52 : 62);
}

#endif
