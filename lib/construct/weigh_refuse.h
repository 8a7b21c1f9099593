/* What the kernels of weights share: refusals that name the child, and scaling to sum 1. */
#ifndef INNO_CONSTRUCT_WEIGH_REFUSE_H
#define INNO_CONSTRUCT_WEIGH_REFUSE_H

#include "construct/weigh_children.h"

/* child and unit -1: none is to be named. */
inno_status inno__weigh_refuse(const inno__weigh_job *job, int32_t child, int64_t unit, inno_status status,
                               int32_t message, double value, double value2);
inno_status inno__weigh_too_few(const inno__weigh_job *job, int32_t child, int64_t count, int64_t needed);
inno_status inno__weigh_constant(const inno__weigh_job *job, int32_t child, double value);

/* Divides by the sum, in the children's order; refuses when there is nothing to divide. */
inno_status inno__weigh_to_one(const inno__weigh_job *job, double *weights);

#endif
