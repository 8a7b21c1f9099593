/* One side of one unit: how many rivals can be above (or not above) it at once.
 *
 * A node of the tree has rivals that must be satisfied (IN), must not be (OUT), and are free. A program looks for
 * weights that satisfy all that is IN or free and not OUT, with as much slack as possible. When there are none its
 * prices name a contradiction: few rivals that cannot be satisfied together. Its free rivals are set aside, and the
 * rest is asked again; contradictions found so share no free rival, so each costs one, which bounds the node. A
 * contradiction with one free rival decides that rival, one with none closes the node. The node is divided by a rival
 * of its smallest contradiction (compare J. W. Chinneck, Feasibility and Infeasibility in Optimization, 2008, chapter
 * 7; E. Amaldi, M. Pfetsch, L. Trotter, Math. Program. 95, 2003). */
#include <float.h>
#include <math.h>
#include <string.h>

#include "robust/rank_bounds.h"

/* ---- beginning ---- */

static double largest_of(const inno_rank_bounds *b) {
  double largest = 0.0;
  for (int32_t j = 0; j < b->k; j++) largest = inno__larger(largest, fabs(b->c[j]));
  return largest;
}

/* The row of a rival: its difference to the unit, of size 1; above 0 when it is satisfied (OUT: when it is not). */
static void write_row(inno_rank_bounds *b, int32_t r, int flipped) {
  inno__rank_search *s = &b->search;
  int64_t row = 1 + b->set.rows + r;
  double sign = (s->side == INNO__WORST) == !flipped ? 1.0 : -1.0;
  inno__rank_difference(b, s->rival[r], s->unit);
  s->scale[r] = sign / inno__larger(largest_of(b), 1e-290); /* two differing rows have a difference above 0 */
  for (int32_t j = 0; j < b->k; j++) b->program.column[j][row] = s->scale[r] * b->c[j];
  b->program.column[b->k][row] = -1.0;
  s->flipped[r] = (unsigned char)flipped;
}

static void clear_node(inno__rank_search *s) {
  memset(s->removed, 0, (size_t)s->count);
  s->counted = 0;
  s->branch_count = INT32_MAX;
}

/* Also when another question has used the program in between: the same program again. */
static void fill_program(inno_rank_bounds *b) {
  inno__rank_search *s = &b->search;
  inno__rank_program_begin(b, s->count);
  b->program.lower[b->k] = -2.0;
  b->program.upper[b->k] = 1.0;
  b->program.cost[b->k] = 1.0;
  for (int32_t r = 0; r < s->count; r++) write_row(b, r, s->flipped[r]);
  inno__rank_program_load(b);
  s->stale = 0;
}

void inno__rank_search_begin(inno_rank_bounds *b, int64_t unit, int side) {
  inno__rank_search *s = &b->search;
  const inno__rank_side *known = &b->side[2 * unit + side];
  s->unit = unit;
  s->side = side;
  s->running = s->greedy = 1;
  s->count = s->steps = s->has_basis = 0;
  for (int64_t o = 0; o < b->n; o++)
    if ((inno__rank_signs(b, o, unit) & INNO__POSITIVE) && inno__rank_signs(b, unit, o) != INNO__NEGATIVE)
      s->rival[s->count++] = (int32_t)o;
  int64_t base = 1 + b->always[unit];
  s->most = side == INNO__WORST ? known->attained - base : base + s->count - known->attained;
  s->unresolved = 0;
  s->left = b->budget;
  memset(s->state, INNO__FREE, (size_t)s->count);
  memset(s->activity, 0, (size_t)s->count * sizeof *s->activity);
  memset(s->flipped, 0, (size_t)s->count);
  clear_node(s);
  fill_program(b);
}

/* ---- the program of a node ---- */

static int wanted(const inno__rank_search *s, int32_t r) { return s->state[r] != INNO__OUT && !s->removed[r]; }

static int32_t solve(inno_rank_bounds *b, int64_t *work) {
  inno__rank_search *s = &b->search;
  int64_t first = 1 + b->set.rows;
  if (s->stale) fill_program(b);
  for (int32_t r = 0; r < s->count; r++) {
    int out = s->state[r] == INNO__OUT;
    if (s->flipped[r] != out) {
      write_row(b, r, out);
      inno__simplex_reload(&b->program.simplex, first + r, 1);
    }
    b->program.row_lower[first + r] = out || wanted(s, r) ? 0.0 : -INFINITY;
  }
  int32_t status = inno__rank_program_solve(b, s->has_basis ? &s->basis : NULL, work);
  inno__simplex_save(&b->program.simplex, &s->basis);
  s->has_basis = 1;
  return status;
}

/* Compares the unit with all rivals at the weights found, exactly. *all = 1: everything that is wanted holds there. */
static void try_weights(inno_rank_bounds *b, int *all) {
  inno__rank_search *s = &b->search;
  inno__rank_side *known = &b->side[2 * s->unit + s->side];
  int64_t satisfied = 0;
  *all = 0;
  memcpy(b->w, b->program.x, (size_t)b->k * sizeof *b->w);
  inno__weights_repair(&b->set, b->w);
  double violation = inno__weight_set_violation(&b->set, b->w);
  if (!(violation <= 1e-9)) return;
  *all = 1;
  for (int32_t r = 0; r < s->count; r++) {
    int sign = inno__rank_sign(b, s->rival[r], s->unit, b->w);
    int holds = s->side == INNO__WORST ? sign > 0 : sign == 0 || sign == -1;
    satisfied += holds;
    if (wanted(s, r) && !holds) *all = 0;
  }
  if (satisfied <= s->most) return;
  s->most = satisfied;
  int64_t base = 1 + b->always[s->unit];
  known->attained = s->side == INNO__WORST ? base + satisfied : base + s->count - satisfied;
  known->violation = violation;
  memcpy(b->witness + (2 * s->unit + s->side) * b->k, b->w, (size_t)b->k * sizeof *b->w);
}

/* ---- contradictions ---- */

static double price_of(const inno_rank_bounds *b, int32_t r) { return -b->program.row_dual[1 + b->set.rows + r]; }

typedef struct {
  double least;       /* smaller prices are rounding */
  int32_t all, free;  /* members, and those that are free */
  int32_t first_free; /* the most active of them */
  int strict;         /* a member asks for more than 0 */
} contradiction;

static int is_member(const inno_rank_bounds *b, const contradiction *c, int32_t r) {
  const inno__rank_search *s = &b->search;
  return (s->state[r] == INNO__OUT || wanted(s, r)) && price_of(b, r) > c->least;
}

static contradiction members(const inno_rank_bounds *b) {
  const inno__rank_search *s = &b->search;
  contradiction c = {0.0, 0, 0, -1, 0};
  for (int32_t r = 0; r < s->count; r++) c.least = inno__larger(c.least, 1e-12 * price_of(b, r));
  for (int32_t r = 0; r < s->count; r++) {
    if (!is_member(b, &c, r)) continue;
    c.all++;
    if ((s->side == INNO__WORST) == (s->state[r] != INNO__OUT))
      c.strict = 1; /* being above is, being not above is not */
    if (s->state[r] != INNO__FREE) continue;
    c.free++;
    if (c.first_free < 0 || s->activity[r] > s->activity[c.first_free]) c.first_free = r;
  }
  return c;
}

/* Upper bound on the sum of the members' rows, times factors, over the set: without the set's own rows and with them
 * times their prices when priced. */
static double bound_of_sum(inno_rank_bounds *b, const contradiction *c, const double *factors, int priced) {
  inno__rank_search *s = &b->search;
  double *sum = b->from, *lost = b->room;
  int32_t m = 0;
  memset(sum, 0, (size_t)b->k * sizeof *sum);
  memset(lost, 0, (size_t)b->k * sizeof *lost);
  for (int32_t r = 0; r < s->count; r++) {
    if (!is_member(b, c, r)) continue;
    double factor = factors[m++];
    inno__rank_difference(b, s->rival[r], s->unit);
    for (int32_t j = 0; j < b->k; j++) {
      double high = b->c[j], low = b->low[j];
      b->c[j] = sum[j];
      b->spread[j] = lost[j];
      inno__rank_add(b, j, factor, high, low);
      sum[j] = b->c[j];
      lost[j] = b->spread[j];
    }
  }
  memcpy(b->c, sum, (size_t)b->k * sizeof *sum);
  memcpy(b->spread, lost, (size_t)b->k * sizeof *lost);
  if (priced) inno__rank_add_prices(b);
  return inno__weights_largest(&b->set, b->c, b->spread).upper;
}

/* Factors as whole numbers, when they are small multiples of each other. Data of few digits meet in points; there only
 * exact factors prove that nothing more than the point is left. */
static int make_whole(double *factors, int32_t count) {
  double least = INFINITY;
  for (int32_t m = 0; m < count; m++) least = inno__smaller(least, fabs(factors[m]));
  for (int times = 1; times <= 2000; times++) {
    int whole = 1;
    for (int32_t m = 0; m < count && whole; m++) {
      double f = factors[m] / least * times;
      whole = fabs(f) < 1e9 && fabs(f - floor(f + 0.5)) <= 1e-7;
    }
    if (!whole) continue;
    for (int32_t m = 0; m < count; m++) factors[m] = floor(factors[m] / least * times + 0.5);
    return 1;
  }
  return 0;
}

/* The members' rows times their prices cannot be above 0 anywhere in the set: then not all of them can hold. Any prices
 * prove it, so the program's may be rounded. */
static int proves(inno_rank_bounds *b, const contradiction *c) {
  inno__rank_search *s = &b->search;
  double *factors = b->room + b->k, size = 0.0;
  int32_t m = 0;
  if (c->all == 0 || c->all > 7 * b->k + 16) return 0; /* a vertex has no more than k + 1 */
  for (int32_t r = 0; r < s->count; r++)
    if (is_member(b, c, r)) factors[m++] = price_of(b, r) * s->scale[r];
  double upper = bound_of_sum(b, c, factors, 1);
  if (upper < 0.0 || (upper <= 0.0 && c->strict)) return 1;
  for (int32_t r = 0; r < s->count; r++)
    if (is_member(b, c, r)) size += price_of(b, r);
  if (!(upper <= 1e-9 * size) || !c->strict || !make_whole(factors, m)) return 0;
  return bound_of_sum(b, c, factors, 0) <= 0.0;
}

/* ---- the tree ---- */

static int64_t bound_of(const inno__rank_search *s) {
  int64_t in = 0;
  for (int32_t r = 0; r < s->count; r++) in += s->state[r] != INNO__OUT;
  return in - s->counted;
}

static void decide(inno__rank_search *s, int32_t r, int state, int kind, int64_t bound) {
  s->step[s->steps++] = (inno__rank_step){r, (unsigned char)kind, bound};
  s->state[r] = (unsigned char)state;
}

/* To the other branch of the last decision that has one worth looking at. 0 = the tree is done. */
static int back(inno__rank_search *s) {
  clear_node(s);
  while (s->steps > 0) {
    inno__rank_step *last = &s->step[s->steps - 1];
    if (last->kind == INNO__OPEN && last->bound > s->most) {
      last->kind = INNO__CLOSED;
      s->state[last->rival] = INNO__OUT;
      return 1;
    }
    s->state[last->rival] = INNO__FREE;
    s->steps--;
  }
  return 0;
}

/* What the tree says of the side: done, or as far as the work went. */
static void conclude(inno_rank_bounds *b, int done) {
  inno__rank_search *s = &b->search;
  inno__rank_side *known = &b->side[2 * s->unit + s->side];
  int64_t most = s->unresolved > s->most ? s->unresolved : s->most, base = 1 + b->always[s->unit];
  if (!done) {
    int64_t here = bound_of(s);
    for (int32_t d = 0; d < s->steps; d++)
      if (s->step[d].kind == INNO__OPEN && s->step[d].bound > here) here = s->step[d].bound;
    most = here > most ? here : most;
  }
  int64_t limit = s->side == INNO__WORST ? base + most : base + s->count - most;
  if (s->side == INNO__WORST ? limit < known->limit : limit > known->limit) known->limit = limit;
  known->closed = done || known->limit == known->attained;
  s->running = 0;
}

/* All contradictions of this node are known. */
static int divide(inno__rank_search *s) {
  int64_t bound = bound_of(s);
  if (s->branch_count == INT32_MAX) { /* nothing to divide by: what is left is within rounding */
    if (bound > s->unresolved) s->unresolved = bound;
    return back(s);
  }
  int32_t best = s->branch[0];
  for (int32_t m = 1; m < s->branch_count; m++)
    if (s->activity[s->branch[m]] > s->activity[best]) best = s->branch[m];
  decide(s, best, INNO__IN, INNO__OPEN, bound);
  clear_node(s);
  return 1;
}

static void set_aside(inno_rank_bounds *b, const contradiction *c, int proved) {
  inno__rank_search *s = &b->search;
  int keep = proved && !s->greedy && c->free < s->branch_count;
  int32_t kept = 0;
  for (int32_t r = 0; r < s->count; r++) {
    if (!is_member(b, c, r) || s->state[r] != INNO__FREE) continue;
    if (keep) s->branch[kept++] = r;
    if (!s->greedy || r == c->first_free) s->removed[r] = 1;
  }
  if (keep) s->branch_count = kept;
  if (proved && !s->greedy) s->counted++;
}

/* 1 = goes on at this or another node */
static int meet(inno_rank_bounds *b) {
  inno__rank_search *s = &b->search;
  contradiction c = members(b);
  int proved = proves(b, &c);
  for (int32_t r = 0; r < s->count && proved; r++) s->activity[r] += is_member(b, &c, r);
  if (proved && c.free == 0) return back(s);
  if (c.free == 0) {
    if (!s->greedy) return divide(s);
    s->greedy = 0;
    clear_node(s);
    return 1;
  }
  if (proved && c.free == 1)
    decide(s, c.first_free, INNO__OUT, INNO__IMPLIED, 0);
  else
    set_aside(b, &c, proved);
  return 1;
}

int64_t inno__rank_search_step(inno_rank_bounds *b, int *done) {
  inno__rank_search *s = &b->search;
  int64_t work = 1;
  int all = 0, more = 1;
  *done = 0;
  if (bound_of(s) <= s->most) {
    more = back(s);
  } else if (s->left <= 0) {
    conclude(b, 0);
    *done = 1;
    return work;
  } else {
    int32_t status = solve(b, &work);
    if (status == INNO__LP_OPTIMAL) try_weights(b, &all);
    if (!all && status == INNO__LP_OPTIMAL) {
      more = meet(b);
    } else if (s->greedy) { /* good weights are known now: look for proofs */
      s->greedy = 0;
      clear_node(s);
    } else {
      more = divide(s);
    }
  }
  s->left -= work;
  if (more) return work;
  conclude(b, 1);
  *done = 1;
  return work;
}
