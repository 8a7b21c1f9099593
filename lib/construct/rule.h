/* What fields of rules are made of. */
#ifndef INNO_CONSTRUCT_RULE_H
#define INNO_CONSTRUCT_RULE_H

#include <stdint.h>

#include "innoscore/limits.h"

/* Numbers of a LIST key; they belong to the step. */
typedef struct {
  const double *values; /* NULL when unset */
  int64_t count;
} inno__list;

#endif
