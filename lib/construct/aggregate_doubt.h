/* What can be said of benefit of the doubt before there are any data. */
#ifndef INNO_CONSTRUCT_AGGREGATE_DOUBT_H
#define INNO_CONSTRUCT_AGGREGATE_DOUBT_H

#include "construct/node.h"

/* Bounds of a node's children that no unit could meet: INNO_E_VALUE names node, bound and cure. Reads weights, own, k,
 * rule, children, site; work: as many bytes as the other function says. */
inno_status inno__doubt_check(const inno__node *node);
size_t inno__doubt_check_work_size(int32_t k);

#endif
