/* The rule of an aggregate and its parameters. How rules compute is in node.h. */
#ifndef INNO_CONSTRUCT_AGGREGATE_H
#define INNO_CONSTRUCT_AGGREGATE_H

#include <stdint.h>

#include "construct/rule.h"

typedef struct inno__aggregator inno__aggregator;

/* Parameters of a node: the fields are those of aggregate.def. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/aggregate.def"
  const inno__aggregator *aggregator;
} inno__aggregate_rule;

/* Parameters of a child in the eyes of its parent's rule. */
typedef struct {
#define INNO__DEF_OWN_FIELDS
#include "construct/aggregate.def"
} inno__own_rule;

#endif
