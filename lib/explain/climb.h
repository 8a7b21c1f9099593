/* How a unit climbs: one value of it is changed, all is computed again, and the node's scores are looked at. */
#ifndef INNO_EXPLAIN_CLIMB_H
#define INNO_EXPLAIN_CLIMB_H

#include <string.h>

#include "construct/analysis.h"
#include "explain/what_if.h"
#include "innoscore/climb.h"

extern const inno__record_kinds inno__climb_kinds;

/* What is asked. Positions are in range, but the units may have no score; costs and caps may be any doubles. */
typedef struct {
  const inno__explain_rule *rule;
  int64_t node, unit, period; /* positions */
  int32_t goal;
  double value;               /* NaN: other is to be overtaken */
  int64_t other;              /* position; -1 = there is a value */
  const double *costs, *caps; /* one an indicator, or NULL */
} inno__climb_ask;

/* What one state of the data gives. */
typedef struct {
  double y;           /* sign times the raw value: more is better */
  double score, rank; /* of the node; NaN when there is none */
  double margin;      /* of the score over what it has to reach: above 0 when it does, -infinity without a score */
  uint64_t signature; /* equal where every rule decides the same */
  inno_status status; /* of the computation */
  int reached;
} inno__climb_point;

typedef struct {
  const inno__climb_ask *ask;
  inno_what_if *w;
  int64_t row, target; /* rows of the dataset; target -1 = none */
  int wide;            /* a value can reach other indicators before the aggregation */
  int compares;        /* some aggregate compares units */
  int64_t tries;
  inno_status failed; /* the first failure of a computation since it was INNO_OK */
  double *others;     /* units: scores of the others, sorted; then room to sort */
  double *breaks;     /* places where a way is cut, and room to sort them; breaks_most of each */
  int64_t breaks_most;
} inno__climb;

/* The way of one indicator, in y: from the present (or the least good) to the cap. */
typedef struct {
  int64_t indicator, column;
  double sign;    /* of raw values: y = sign * x */
  double unit;    /* a raw value is unit times what goes into treatment and normalization; 1 without denominator */
  double present; /* NaN = missing */
  double from, to;
  inno_status status; /* INNO_E_NODATA: there is no way */
} inno__climb_way;

/* Doubles counted one by one: neighbors are one apart, both zeros are 0. */
static inline int64_t inno__ordinal(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits < 0 ? INT64_MIN - bits : bits;
}

static inline double inno__of_ordinal(int64_t n) {
  double x;
  n = n < 0 ? INT64_MIN - n : n;
  memcpy(&x, &n, sizeof x);
  return x;
}

/* ---- climb_goal.c ---- */

/* The present state of the what-if. */
inno__climb_point inno__climb_look(const inno__climb *c, int64_t indicator);
/* With this value in place of the indicator's. INNO_E_NOMEM; every other failure is the point's. */
inno_status inno__climb_try(inno__climb *c, const inno__climb_way *way, double y, inno__climb_point *p);
/* 1 = a is the better one to end with when neither reaches the goal. */
int inno__climb_is_better(const inno__climb *c, const inno__climb_point *a, const inno__climb_point *b);

/* ---- climb_signature.c ---- */

uint64_t inno__climb_signature(const inno__climb *c, int64_t indicator);
/* 1 = a value of one indicator can reach others, or decide who is in. */
int inno__climb_is_wide(const inno_method *method);
int inno__climb_compares(const inno_method *method);
/* Numbers that tell apart constants of normalization; what the treatment of an indicator does, and whether any. */
uint64_t inno__climb_frames(const inno__climb *c, int64_t indicator);
uint64_t inno__climb_treatment(const inno__climb *c, int64_t indicator, int *treated);

/* ---- climb_way.c ---- */

/* INNO_E_ARGUMENT for a cap on the wrong side. */
inno_status inno__climb_way_of(const inno__climb *c, int64_t indicator, inno__climb_way *way, inno_error *error);
/* Fills c->breaks, ascending, all between the ends of the way; how many. */
int64_t inno__climb_breaks(const inno__climb *c, const inno__climb_way *way);
/* Most that there can be. */
int64_t inno__climb_breaks_most(const inno_what_if *w);

/* ---- climb_search.c ---- */

/* The first point of the way that reaches the goal, or else the best one found. INNO_E_NOMEM. */
inno_status inno__climb_first(inno__climb *c, const inno__climb_way *way, inno__climb_point *found);
/* Between two points, the second of which reaches the goal: the first that is found by halving. */
inno_status inno__climb_halve(inno__climb *c, const inno__climb_way *way, double from, inno__climb_point *reached);

/* ---- climb_proof.c ---- */

/* 1 = whatever the changes within the ways, the goal's score is their straight sum and no other unit's moves. */
int inno__climb_is_straight(inno__climb *c, const inno__climb_way *ways);

/* ---- climb_mix.c ---- */

/* The cheapest combination; singles: what each indicator reaches alone. Fills MIX and PLAN. */
inno_status inno__climb_mix(inno__climb *c, const inno__climb_way *ways, const inno__climb_point *singles,
                            inno_analysis *a, inno_error *error);

/* ---- climb.c ---- */

inno_status inno__explain_climb(const inno_allocator *allocator, const inno__climb_ask *ask, const inno_method *method,
                                const inno_dataset *dataset, inno_analysis **out, inno_error *error);

#endif
