/* From a scheme's settings to one complete rule per node. */
#ifndef INNO_CONSTRUCT_COMPILE_H
#define INNO_CONSTRUCT_COMPILE_H

#include "construct/method.h"
#include "construct/scheme.h"

/* Where a key's value lives in its step's rule struct. */
typedef enum { INNO__AS_F64, INNO__AS_I32, INNO__AS_TEXT, INNO__AS_LIST, INNO__AS_CHAIN } inno__storage;

typedef struct {
  int32_t key;
  inno__storage storage;
  size_t offset;
} inno__binding;

/* Bindings of a step, in the order of the keys; the rule (or chain) is the first. */
const inno__binding *inno__bindings(int32_t step, int32_t *count);
size_t inno__rule_size(int32_t step);
/* Bindings of the OWN keys of the aggregation, in an inno__own_rule. */
const inno__binding *inno__own_bindings(int32_t *count);

/* 1 = a key that came later, at its default: nothing says it. at: the value, in the compiled rule. */
int inno__is_silent(const inno__binding *b, const void *at);

/* 1 = the compiled rule reads the key: what the canonical form prints, but for silent ones. */
int inno__rule_reads(int32_t step, const void *rule, int32_t key);

/* A number of all that was chosen: equal choices, equal numbers. Cheap; in stamp.c. */
uint64_t inno__method_stamp(const inno_method *m);

inno_status inno__compile_step(const inno_allocator *allocator, const inno__tree *tree, const inno_scheme *scheme,
                               int oriented, inno__step *step, inno_error *error);
void inno__step_clear(const inno_allocator *allocator, inno__step *step);

#endif
