/* What explanations are told, read from a scheme. */
#ifndef INNO_CONSTRUCT_EXPLAIN_H
#define INNO_CONSTRUCT_EXPLAIN_H

#include "construct/rule.h"
#include "construct/scheme.h"
#include "construct/tree.h"

/* Numbers that are not set and have no default are 0 (integers) or NaN. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/explain.def"
  const char *node_code, *group_name; /* live as long as the scheme; NULL = not set */
} inno__explain_rule;

/* scheme NULL = every default. Refuses a scheme of another step. A key belongs to all explanations: each reads its own.
 */
inno_status inno__explain_read(const inno_scheme *scheme, inno__explain_rule *out, inno_error *error);

/* The node that is explained, without a setting the index; INNO_E_CODE when the tree does not have it. */
inno_status inno__explain_node(const inno__explain_rule *rule, const inno__tree *tree, int64_t *node,
                               inno_error *error);

#endif
