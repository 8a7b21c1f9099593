/* One aggregate at work: its children, and the rule that makes one column of theirs. */
#ifndef INNO_CONSTRUCT_NODE_H
#define INNO_CONSTRUCT_NODE_H

#include <stddef.h>
#include <stdint.h>

#include "construct/aggregate.h"
#include "construct/site.h"

/* How a search ended: a linear program, an iteration, a ranking that had to be looked for. */
typedef struct {
  int32_t converged;        /* 1 = solved or exact, 0 = stopped at its limit or by a heuristic */
  int64_t iterations;       /* steps, candidates or iterations it took */
  double value;             /* objective, likelihood, ...; NaN when there is none */
  double primal, dual, gap; /* what is left of the conditions of an optimum; NaN when there is none */
} inno__outcome;

typedef struct {
  const double *const *columns; /* of k children in the tree's order, n units each; NaN = missing */
  const double *weights;        /* k, >= 0 */
  const inno__own_rule *own;    /* k */
  int32_t k;
  int64_t n;
  const inno__aggregate_rule *rule;
  const char *const *children; /* k codes for a message, or NULL */
  const inno__site *site;      /* site->node is the parent */
  double *out;                 /* n; none of the columns */
  double *coverage;            /* n shares of available children, or NULL */
  inno__outcome *outcomes;     /* one, or one a unit, as the aggregator says; never NULL where it has any */
  void *work;                  /* keeps its contents from one call for this node to the next */
  int64_t item;                /* the rule's own place in its work; 0 at the first call */
  int done;                    /* set by the rule when out is whole */
  int finite;                  /* set by the rule when it knows that out holds no infinity */
} inno__node;

/* What an aggregator does beside computing out. */
enum {
  INNO__COMPARES = 1,     /* units are compared with each other: called for one period at a time */
  INNO__COUNTS = 2,       /* sees to coverage and min_coverage itself; else inno__aggregate() does */
  INNO__HAS_OUTCOME = 4,  /* one outcome a call */
  INNO__HAS_OUTCOMES = 8, /* one outcome a unit */
};

/* An aggregation rule. compute does a bounded part of the work and leaves item where it goes on; it never allocates. A
 * missing child, and a child of weight 0, are its business: every rule says in the handbook what becomes of them. */
struct inno__aggregator {
  size_t (*work_size)(int32_t k, int64_t n);
  inno_status (*compute)(inno__node *node);
  int32_t flags;
};

#define INNO__DEF_DECLARATIONS inno__aggregator
#include "construct/aggregate.def"

/* Outcomes of a call over n units; 0 = the rule does not search. */
int64_t inno__outcome_count(const inno__aggregator *a, int64_t n);

/* 1 = with the choices it has, the rule reads the key; the key is one of those that its row names. */
int inno__aggregate_reads(const inno__aggregate_rule *rule, int32_t key);
/* INNO_E_VALUE for parameters that do not go together. */
inno_status inno__aggregate_check(const inno__aggregate_rule *rule, const inno__site *site);

/* What can be said of the rule and its children before there are any data: a node without columns. Only some rules ask
 * for work, and that much. */
inno_status inno__aggregate_check_children(const inno__node *node);
size_t inno__aggregate_check_work_size(const inno__aggregate_rule *rule, int32_t k);

/* One call of the rule; done when node->done is set. Fails with the statuses of the rule. */
inno_status inno__aggregate(inno__node *node);

#endif
