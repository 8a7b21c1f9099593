/* Bounds of ranks over a set of weights: the data, what is known of every pair and every unit, and where the search
 * stands; all in one block.
 *
 * How: rank = base + how many of a unit's rivals (those that are above for some weights and not for all) are above. The
 * worst rank asks how many can be above at once, the best how many can be not above at once: a largest consistent part
 * of a system of inequalities. A search tree decides rival by rival; its bound counts disjoint contradictions (each
 * costs one rival), its solutions are weights at which all comparisons are made exactly. Programs only suggest: each
 * contradiction is proved again, from its prices, with outward rounding. */
#ifndef INNO_ROBUST_RANK_BOUNDS_H
#define INNO_ROBUST_RANK_BOUNDS_H

#include "base/block.h"
#include "base/names.h"
#include "construct/method.h"
#include "construct/result.h"
#include "numeric/simplex.h"
#include "robust/weight_set.h"

/* What the largest difference of two scores can be: a set of signs, one alone when it is decided. */
#define INNO__NEGATIVE 1
#define INNO__ZERO 2
#define INNO__POSITIVE 4

enum { INNO__BEST = 0, INNO__WORST = 1 }; /* sides */

/* One side of a unit: a rank that some weights give, and one that none exceeds on this side. */
typedef struct {
  int64_t attained, limit;
  double violation; /* of the weights that attain it */
  int closed;       /* nothing more to be found */
} inno__rank_side;

/* A program that is filled anew for each question: maximize over weights and one more variable, the slack. */
typedef struct {
  inno__lp lp;
  double **column, *cost, *lower, *upper, *row_lower, *row_upper;
  double *x, *row_dual, *column_dual;
  inno__simplex simplex;
  void *work;
} inno__rank_program;

/* Of a rival in the tree. */
enum { INNO__FREE = 0, INNO__IN, INNO__OUT };
enum { INNO__OPEN, INNO__CLOSED, INNO__IMPLIED }; /* a decision whose other branch is to come, or not; no decision */

typedef struct {
  int32_t rival;
  unsigned char kind;
  int64_t bound; /* of the node where it was decided */
} inno__rank_step;

typedef struct {
  int64_t unit;
  int side;
  int running;
  int32_t count, steps;           /* rivals; decisions on the way to this node */
  int64_t most, unresolved, left; /* satisfied at once so far; bound of leaves that rounding leaves open; work left */
  int64_t counted;                /* contradictions of this node so far */
  int32_t *rival;
  unsigned char *state, *removed, *flipped; /* flipped: its row has the sign of OUT */
  int64_t *activity;                        /* contradictions that a rival was part of */
  double *scale;
  inno__rank_step *step;
  int32_t *branch; /* rivals of the smallest contradiction of this node */
  int32_t branch_count;
  inno__simplex_basis basis; /* of the last solution */
  int has_basis, stale;      /* stale: the program holds another question */
  int greedy;                /* only one rival of a contradiction is removed: looks for good weights */
} inno__rank_search;

struct inno_rank_bounds {
  inno_allocator allocator;
  int64_t given, n; /* units of the caller, and those that take part */
  int32_t k;
  inno__weights set;
  inno__names *units;
  int64_t pair;   /* next ordered pair, n x n when all are done */
  int64_t task;   /* next side of a unit, 2 n of them a round */
  int64_t budget; /* work for one side in this round */
  int64_t open;   /* sides that this round leaves open */
  int finished;
  inno__rank_program program;
  inno__rank_search search;
  void *block;
  size_t block_bytes;
  /* all below lie in the block */
  double *lower, *upper, *room; /* k, k, 8 k + 16 for exact sums */
  inno__weight_row *rows;
  int64_t *place;                      /* given: position among n, or -1 */
  double *x;                           /* n x k */
  double *center;                      /* weights of the set */
  unsigned char *largest;              /* n x n: signs of the largest score(row) - score(column) */
  int64_t *always, *ever;              /* n */
  inno__rank_side *side;               /* 2 n */
  double *witness;                     /* 2 n x k */
  double *w, *c, *low, *spread, *from; /* k; from: of swaps */
};

typedef struct {
  const double *values;
  int64_t units;
  ptrdiff_t row_stride, column_stride;
  const char *const *unit_codes; /* or NULL */
  const inno__names *names;      /* instead of codes, or NULL */
} inno__rank_data;

inno_status inno__rank_bounds_create(const inno_allocator *a, const inno_weight_set *set, const inno__rank_data *data,
                                     inno_rank_bounds **out, inno_error *error);
void inno__rank_bounds_destroy(inno_rank_bounds *b);
void inno__rank_bounds_advance(inno_rank_bounds *b, int64_t work_limit);

/* ---- values of a result ---- */

/* units x children: constant of the path + share of node in top x child. */
inno_status inno__rank_values_check(const inno_weight_set *set, const inno_method *m, const inno_result *r,
                                    int64_t node, int64_t top, inno_error *error);
inno_status inno__rank_values(const inno_result *r, int64_t node, int64_t top, int64_t period, double *out,
                              inno_error *error);

/* ---- comparisons ---- */

/* Differences of two rows into c, what rounding left of them into low and, without sign, into spread. */
void inno__rank_difference(inno_rank_bounds *b, int64_t first, int64_t second);
/* Exact sign of score(first) - score(second) at w; -2 = lost to underflow. */
int inno__rank_sign(inno_rank_bounds *b, int64_t first, int64_t second, const double *w);
/* Bounds on the largest difference; w receives weights that give lower. 0 = no proof. */
int inno__rank_largest(inno_rank_bounds *b, int64_t first, int64_t second, inno__largest *out, double *w,
                       int64_t *work);
/* Signs of one pair; returns the work. */
int64_t inno__rank_pair(inno_rank_bounds *b, int64_t first, int64_t second);
/* After the pairs: rivals are counted, and ranks at the center. */
void inno__rank_open(inno_rank_bounds *b);

static inline int inno__rank_signs(const inno_rank_bounds *b, int64_t first, int64_t second) {
  return b->largest[first * b->n + second];
}

/* ---- programs ---- */

int32_t inno__rank_program_columns(const inno_rank_bounds *b);
int64_t inno__rank_program_rows(const inno_rank_bounds *b);
/* Weights, slack, sum and rows of the set, and more rows of zeros that nothing bounds. */
void inno__rank_program_begin(inno_rank_bounds *b, int64_t more);
void inno__rank_program_load(inno_rank_bounds *b);
/* INNO__LP_ status; x and prices are taken; work is added to. from: a vertex to begin with, or NULL. */
int32_t inno__rank_program_solve(inno_rank_bounds *b, const inno__simplex_basis *from, int64_t *work);
/* Adds factor x (high + low) to c[j]; what is lost goes into spread[j]. */
void inno__rank_add(inno_rank_bounds *b, int32_t j, double factor, double high, double low);
/* Adds the rows of the set times their prices: they are 0 or more, so that c.w grows at most. */
void inno__rank_add_prices(inno_rank_bounds *b);
/* Weights of the set, into center; INNO_E_DOMAIN names the bounds that contradict each other. */
inno_status inno__rank_center(inno_rank_bounds *b, inno_error *error);

/* ---- ranks ---- */

void inno__rank_search_begin(inno_rank_bounds *b, int64_t unit, int side);
/* One program; 1 = the side is done, or its work is. Returns the work. */
int64_t inno__rank_search_step(inno_rank_bounds *b, int *done);

/* ---- swaps ---- */

/* From the shares in from to weights at which second is not below first. *change: INFINITY = there are none. */
inno_status inno__rank_swap(inno_rank_bounds *b, int64_t first, int64_t second, int32_t measure, double *change,
                            double *w, inno_error *error);

#endif
