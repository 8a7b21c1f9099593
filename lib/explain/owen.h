/* The difference of two scores of one node, split by indicator: Owen's value for coalitions inside coalitions (Winter
 * 1989). The game: a coalition of indicators takes its values from the first vector, the others from the second; its
 * worth is the score. An aggregate's children enter one after the other in every order, those of a child likewise
 * while it enters. Down the tree it is Shapley's rule at each aggregate: inside a child the worth of T is the mean of
 * the score over all coalitions of its siblings, with the child at what T makes of it. */
#ifndef INNO_EXPLAIN_OWEN_H
#define INNO_EXPLAIN_OWEN_H

#include "construct/method.h"
#include "construct/node.h"

/* Coalitions that are looked at for the children of one aggregate, with those of the aggregates above it: 2 to this. */
#define INNO__OWEN_BITS 20
/* Steps of the path where there are more; the rows of one call hold it. */
#define INNO__OWEN_STEPS 64
/* Coalitions or points of the path that one call of a rule computes. */
#define INNO__OWEN_ROWS 256

/* What a child's value makes of the score while everything else is averaged: a straight line, or gap where the child
 * has no value. */
typedef struct {
  double slope, intercept, gap;
} inno__line;

typedef struct {
  inno_allocator allocator;
  const inno__tree *tree;
  const inno__step *step; /* the aggregation */
  const double *weight;   /* of the split at work, one a node */
  int64_t root;
  inno_status status; /* of the split at work */
  int64_t failed;     /* the aggregate that failed; -1 */
  void *block;
  size_t block_bytes;
  /* one a node; nodes outside of the root's tree are not touched */
  unsigned char *inside;  /* belongs to the root's tree */
  double *x, *y;          /* values on the two sides */
  unsigned char *moves;   /* 1 = a value of it or below it differs, and it can count */
  unsigned char *chained; /* 1 = its parent is no straight line for it */
  unsigned char *split;   /* of an aggregate: INNO_SPLIT_ of its children */
  int32_t *bits;          /* of an aggregate: players of the longest chain from here down */
  inno__line *line;       /* of an aggregate that is not chained */
  /* for one aggregate at work */
  double *rows; /* most children x INNO__OWEN_ROWS */
  const double **columns;
  double *weights, *out;
  inno__own_rule *own;
  int64_t *players; /* positions among its children */
  int64_t *chain;   /* aggregates from it up */
  void *work;
  double *worth[2]; /* coalitions, level by level */
} inno__owen;

typedef struct {
  inno_status status; /* INNO_OK, else the parts are NaN: INNO_E_NODATA, INNO_E_NONPOSITIVE, INNO_E_OVERFLOW,
                         INNO_E_SIZE */
  int64_t failed;     /* the aggregate where; -1 */
  int32_t split;      /* the least exact INNO_SPLIT_ of all aggregates; 0 = nothing differs */
  double x, y;        /* scores of the root */
} inno__owen_report;

/* root is a node of the method's tree. Refuses a rule that compares units, by its node. */
inno_status inno__owen_create(const inno_allocator *allocator, const inno_method *method, int64_t root,
                              inno__owen **out, inno_error *error);
void inno__owen_destroy(inno__owen *o);

/* x, y, parts: one an indicator of the tree; weight: one a node. Parts are not yet made to sum to x minus y; those of
 * indicators outside of the root's tree are 0. */
void inno__owen_split(inno__owen *o, const double *weight, const double *x, const double *y, double *parts,
                      inno__owen_report *report);

/* The score of the root alone: NaN when it has none or is refused, and then *status says why. */
double inno__owen_score(inno__owen *o, const double *weight, const double *x, inno_status *status);

/* Parts become whole multiples of one quantum, the unit in the last place of largest, which is at least the size of
 * every part and of every sum of parts that is to be exact; what rounding leaves of total goes to the largest part, the
 * first of equal ones, and is returned. From then on the parts sum to total exactly, and so do sums of sums, as long as
 * total is a multiple of the quantum; else to the multiple next to it. */
double inno__owen_settle(double *parts, int64_t count, double total, double largest);
/* The exact sum of settled parts. */
double inno__owen_sum(const double *parts, int64_t count);
/* Parts of the aggregates below root from those of the indicators, each the exact sum of its children's. one a node */
void inno__owen_sum_up(const inno__owen *o, double *parts);

/* ---- inside ---- */

/* The rule of an aggregate, computed for n rows of o->rows; sets status. */
void inno__owen_evaluate(inno__owen *o, int64_t aggregate, int64_t n);
/* Children that differ by themselves, as positions; their number. */
int64_t inno__owen_players(inno__owen *o, int64_t aggregate);
/* 1 = the rule is a weighted mean or sum, straight in every child. */
int inno__owen_is_mean(const inno__owen *o, int64_t aggregate);
/* Each computes the parts of the aggregate's indicators and tells its aggregates what they are to the score. */
void inno__owen_means(inno__owen *o, int64_t aggregate, double *parts);
void inno__owen_coalitions(inno__owen *o, int64_t aggregate, double *parts);
void inno__owen_path(inno__owen *o, int64_t aggregate, double *parts);

static inline const inno__aggregate_rule *inno__owen_rule(const inno__owen *o, int64_t aggregate) {
  return &o->step->rules.aggregate[aggregate - o->tree->indicators];
}
static inline const int64_t *inno__owen_children(const inno__owen *o, int64_t aggregate, int64_t *count) {
  *count = inno__child_count(o->tree, aggregate - o->tree->indicators);
  return o->tree->children + o->tree->first_child[aggregate - o->tree->indicators];
}
static inline int inno__owen_same(double a, double b) { return a == b || (a != a && b != b); }
static inline void inno__owen_fail(inno__owen *o, int64_t aggregate, inno_status status) {
  if (o->status != INNO_OK) return;
  o->status = status;
  o->failed = aggregate;
}

#endif
