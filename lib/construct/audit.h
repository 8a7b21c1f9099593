/* What the analyses are told, read from a scheme. */
#ifndef INNO_CONSTRUCT_AUDIT_H
#define INNO_CONSTRUCT_AUDIT_H

#include "construct/rule.h"
#include "construct/scheme.h"

/* Numbers that are not set and have no default are 0 (integers) or NaN. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/audit.def"
  double normal; /* beyond which (1 - confidence) / 2 is left: costs more than a correlation, so it is found once */
  const char *group_name, *development_code; /* live as long as the scheme; NULL = not set */
} inno__audit_rule;

/* scheme NULL = every default. Refuses a scheme of a step and a setting that another one makes useless. */
inno_status inno__audit_read(const inno_scheme *scheme, inno__audit_rule *out, inno_error *error);

#endif
