/* How two columns move together, as the options say: one pair, and what the number of pairs does to the p-values. */
#ifndef INNO_ANALYZE_CORRELATION_H
#define INNO_ANALYZE_CORRELATION_H

#include "analyze/analyze.h"

typedef struct {
  double r;            /* of rule->correlation; NaN below 2 units and where a column is constant */
  double p;            /* two-sided, as R's cor.test; NaN with weights */
  double lower, upper; /* at rule->confidence; NaN with weights and where there are too few units */
  int64_t count;       /* units with both values, and a weight above 0 */
  int32_t p_rule;      /* INNO_P_ */
} inno__association;

/* Doubles of scratch for n units. */
size_t inno__association_work_size(int64_t n);
/* Over the units that have both values; for rule->use complete the caller takes the other units out (NaN in one column
 * is enough). weights: n numbers of 0 or more, or NULL. Exchanging x and y changes no bit. */
void inno__associate(const inno__audit_rule *rule, const double *x, const double *y, const double *weights, int64_t n,
                     double *work, inno__association *out);

/* Writes COUNT, CORRELATION, P_VALUE, LOWER, UPPER and P_RULE of a record of a table that has these fields. */
void inno__association_write(inno_analysis *a, int32_t kind, int64_t record, const inno__association *association);
/* Fills P_ADJUSTED of every record from P_VALUE; once, when the table is full. */
inno_status inno__association_adjust(inno_analysis *a, const inno__audit_rule *rule, int32_t kind, inno_error *error);

#endif
