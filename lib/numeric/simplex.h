/* A dense linear program: maximize cost.x, lower <= x <= upper, row_lower <= A x <= row_upper. For few variables
 * (columns) and many rows: the work of an iteration is one product of A with a vector, and what is inverted has the
 * size of the variables. Deterministic, never allocates; a search can be cut after any iteration and goes on with the
 * same bits.
 *
 * Method: bounded primal simplex over the vertices, in the space of the variables (G. B. Dantzig; bounds on both sides
 * as in V. Chvatal, Linear Programming, 1983, chapter 8). Edges are priced by their exact steepness; ties of the ratio
 * test go to the largest pivot; after a run of steps of length 0 the rule of R. G. Bland (1977) takes over until one
 * has a length, so that it cannot cycle. Phase 1 lessens the sum of what is violated from any start. Scaled by powers
 * of 2, which changes no bit of the data. */
#ifndef INNO_NUMERIC_SIMPLEX_H
#define INNO_NUMERIC_SIMPLEX_H

#include <stddef.h>
#include <stdint.h>

#define INNO__LP_OPTIMAL 0
#define INNO__LP_INFEASIBLE 1
#define INNO__LP_UNBOUNDED 2
#define INNO__LP_LIMIT 3 /* of iterations: not finished */

/* All arrays are the caller's and stay. Bounds may be infinite; lower = upper is an equation. */
typedef struct {
  int32_t columns; /* 1 or more */
  int64_t rows;
  const double *const *a; /* columns of rows coefficients */
  const double *cost;
  const double *lower, *upper;
  const double *row_lower, *row_upper;
} inno__lp;

/* A vertex: the constraints that hold with equality, one a variable. Numbers below columns are bounds of variables,
 * columns + i is row i. */
typedef struct {
  int64_t *active;
  unsigned char *side;
} inno__simplex_basis;

typedef struct {
  const inno__lp *lp;
  double **column;                     /* scaled */
  double *column_scale, *row_scale;    /* powers of 2 */
  double *low, *high, *value, *rate;   /* of variables, then of rows; scaled */
  double *reach;                       /* how far to each constraint */
  double *cost, *gradient, *direction; /* scaled */
  double *edge;                        /* columns x columns: along edge k only active constraint k changes */
  double *square;                      /* scratch of the inversion, twice that size */
  double *price, *residual, *target;   /* one an active constraint */
  inno__simplex_basis basis;
  double cost_scale, tolerance, price_tolerance, slope;
  int64_t iterations, since_inversion, stalled;
  int32_t status;
  int feasible;
} inno__simplex;

/* Bytes of work for a program of this shape, 8-byte aligned. SIZE_MAX when there are too many. */
size_t inno__simplex_work_size(int32_t columns, int64_t rows);
/* Bytes of a basis, and a basis in them. */
size_t inno__simplex_basis_size(int32_t columns);
inno__simplex_basis inno__simplex_basis_place(int32_t columns, void *memory);

/* Scales the coefficients and stands at the bounds of the variables. */
void inno__simplex_load(inno__simplex *s, const inno__lp *lp, void *work);
/* The coefficients of these rows have changed. */
void inno__simplex_reload(inno__simplex *s, int64_t first, int64_t count);
/* A new search: takes cost and bounds as they are now. from NULL: at the bounds of the variables; else at that vertex,
 * whichever program it was found for; one that is no vertex here is left for the bounds. */
void inno__simplex_start(inno__simplex *s, const inno__simplex_basis *from);
/* Up to so many more iterations; the status, which stays once it is not INNO__LP_LIMIT. */
int32_t inno__simplex_advance(inno__simplex *s, int64_t iterations);
void inno__simplex_save(const inno__simplex *s, inno__simplex_basis *to);

/* The vertex. row_dual, column_dual: prices of rows and of bounds, > 0 at an upper bound, < 0 at a lower one, cost =
 * A' row_dual + column_dual; each may be NULL. When infeasible they prove it: A' row_dual + column_dual = 0, while the
 * sum of price times bound is below 0 (nothing but zeros when a lower bound is above its upper one). When unbounded x
 * is the ray. */
void inno__simplex_solution(const inno__simplex *s, double *x, double *row_dual, double *column_dual);

/* How good a solution is, from the data as they were given, whoever found it. All are relative to the size of the terms
 * of the sum they are about, so that no change of units changes them. */
typedef struct {
  double objective;
  double primal; /* largest violation of a row or bound */
  double dual; /* largest difference of cost and prices; 1 and more where a price belongs to a bound that is infinite */
  double gap;  /* between cost.x and the prices' bound on it */
} inno__lp_certificate;

/* 1 = all of it is small: the solution is one. What left the range of a double is none. */
int inno__lp_proves(const inno__lp_certificate *c);

/* Its primal part alone. */
double inno__lp_violation(const inno__lp *lp, const double *x);

void inno__lp_certify(const inno__lp *lp, const double *x, const double *row_dual, const double *column_dual,
                      inno__lp_certificate *out);

#endif
