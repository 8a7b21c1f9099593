/* What is read out of a result beyond its tables: origin, ranks and records. */
#ifndef INNO_CONSTRUCT_RESULT_READ_H
#define INNO_CONSTRUCT_RESULT_READ_H

#include "base/field.h"
#include "construct/dataset.h"
#include "construct/method.h"
#include "construct/result.h"

/* INNO_E_ARGUMENT for another method than the result's. */
inno_status inno__result_check_method(const inno_result *r, const inno_method *method, inno_error *error);

/* The same, and INNO_E_ARGUMENT for other data. What passes has every column that the method
 * reads, with the values that the result began with. */
inno_status inno__result_check_origin(const inno_result *r, const inno_method *method, const inno_dataset *dataset,
                                      inno_error *error);

/* Ranks of a node inside each period, one a row. grouping NULL = among all units, else among those of one label. */
size_t inno__result_ranks_work_size(const inno_result *r, int32_t groups);
void inno__result_ranks(const inno_result *r, int64_t node, const inno__grouping *grouping, double *rank, void *work);

/* The tables of every result. Arguments must be right: a kind, a position, a field of it. */
extern const inno__record_kinds inno__result_kinds;
int64_t inno__result_record_count(const inno_result *r, int32_t kind);
double inno__result_record(const inno_result *r, int32_t kind, int64_t index, int32_t field);

#endif
