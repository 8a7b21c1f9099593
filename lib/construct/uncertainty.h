/* What an uncertainty and its tallies are told, read from a scheme. */
#ifndef INNO_CONSTRUCT_UNCERTAINTY_H
#define INNO_CONSTRUCT_UNCERTAINTY_H

#include "construct/rule.h"
#include "construct/scheme.h"

/* Numbers that are not set and have no default are NaN. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/uncertainty.def"
  const char *node_code; /* lives as long as the scheme; NULL = not set */
} inno__uncertainty_rule;

/* scheme NULL = every default. Refuses a scheme of a step, a setting that another one makes useless, and a scale of
 * scores without ends or turned round. */
inno_status inno__uncertainty_read(const inno_scheme *scheme, inno__uncertainty_rule *out, inno_error *error);

#endif
