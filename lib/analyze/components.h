/* What the principal components of one family are, before it is written down. Matrices are row after row. */
#ifndef INNO_ANALYZE_COMPONENTS_H
#define INNO_ANALYZE_COMPONENTS_H

#include "analyze/analyze.h"
#include "numeric/adequacy.h"

typedef struct {
  const inno__audit_rule *rule;
  const inno__sample *data;
  int32_t k;
  int64_t count;                          /* units with every value */
  unsigned char *keep;                    /* n marks: which these are */
  double *column;                         /* n: one column, masked */
  double *r;                              /* k x k correlations */
  double *values, *vectors;               /* k; k x k, vector f is row f */
  double *mean, *sd;                      /* k each, over the units that stay */
  double *loadings, *rotated, *structure; /* k x m, of the components that are kept */
  double *turned, *factors;               /* m x m: loadings x turned = rotated; correlations of the factors */
  double *squares, *weights, *adequacy;   /* m; k; k */
  double *random_mean, *random_upper;     /* k each; read when parallel >= 0 */
  int32_t *factor;                        /* k: where a column belongs */
  double *work;
  inno__adequacy of_all;
  int32_t m, kaiser, parallel; /* parallel -1 = not asked for */
  inno_status status;          /* DOMAIN: the correlations are singular */
} inno__components;

/* Whether there are columns and units enough, and not too many columns: k and count are read. A refusal here and below
 * is reported to refusal, which may be NULL. */
inno_status inno__components_check(const inno__components *c, inno_error *refusal);

/* Everything above from rule, data, k, count and keep. INNO_E_NOMEM is reported to error, another status to refusal. */
inno_status inno__components_find(const inno_analysis *a, inno__components *c, inno_error *refusal, inno_error *error);

/* Turns the first m components by the rule: rotated, structure, turned, factors, squares, weights, factor. */
inno_status inno__components_rotate(inno__components *c, inno_error *refusal);

#endif
