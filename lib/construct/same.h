/* What two methods have in common. */
#ifndef INNO_CONSTRUCT_SAME_H
#define INNO_CONSTRUCT_SAME_H

#include "construct/method.h"

/* 1 = the same nodes under the same parents, with the same numbers. Weights, directions and denominators may differ. */
int inno__same_nodes(const inno__tree *a, const inno__tree *b);

/* 1 = direction, denominator and scale of an indicator: what the steps read of it. */
int inno__same_indicator(const inno__tree *a, const inno__tree *b, int64_t indicator);

/* 1 = steps of the same kinds in the same order. */
int inno__same_steps(const inno_method *a, const inno_method *b);

/* 1 = rule i of two steps of one kind says the same; groups and units are the same when their texts are. */
int inno__same_rule(const inno__step *a, const inno__step *b, int64_t i);

/* 1 = what is forced in two screening steps is the same, and what a child is told in two aggregations. */
int inno__same_forced(const inno__step *a, const inno__step *b);
int inno__same_own(const inno__step *a, const inno__step *b, int64_t node);

#endif
