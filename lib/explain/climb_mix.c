/* The cheapest combination. Straight: by points per cost, proved. Else a search from several beginnings that never ends
 * dearer than the cheapest single change; every state that it compares has been computed. */
#include <math.h>

#include "base/error.h"
#include "explain/climb.h"
#include "numeric/missing.h"

typedef struct {
  inno__climb *c;
  const inno__climb_way *ways;
  int64_t m;
  double *y;     /* of each indicator now, as the dataset of the what-if has it */
  double *kept;  /* the best plan so far */
  double *ratio; /* points per cost */
} mix;

/* ---- one indicator ---- */

/* It may be changed. */
static int is_free(const mix *x, int64_t j) {
  return x->ways[j].present == x->ways[j].present && x->ways[j].to > x->ways[j].from;
}

static double cost_to(const mix *x, int64_t j, double from, double to) { return x->c->ask->costs[j] * (to - from); }

static inno_status put(const mix *x, int64_t j, double y) {
  if (x->y[j] == y) return INNO_OK;
  inno_status s = inno__what_if_set_value(x->c->w, x->c->row, x->ways[j].column, x->ways[j].sign * y + 0.0, NULL);
  if (s == INNO_OK) x->y[j] = y;
  return s;
}

/* A state that cannot be computed is none that is gone on with. */
static inno_status put_if_possible(const mix *x, int64_t j, double y, int *done) {
  inno_status s = put(x, j, y);
  *done = s == INNO_OK;
  return s == INNO_E_NOMEM ? s : INNO_OK;
}

static int is_over(const mix *x) { return x->c->tries >= x->c->ask->rule->tries; }

/* ---- plans ---- */

static double cost_of(const mix *x, const double *y) {
  double sum = 0.0;
  for (int64_t j = 0; j < x->m; j++)
    if (is_free(x, j)) sum += cost_to(x, j, x->ways[j].from, y[j]);
  return sum;
}

static void keep(const mix *x) {
  for (int64_t j = 0; j < x->m; j++) x->kept[j] = x->y[j];
}

/* Back to the present, then to y, NULL = no further: one by one, those that cannot be computed before the others after
 * them. What cannot be come to at all is the present. */
static inno_status restore(const mix *x, const double *y) {
  inno_status s = inno__what_if_undo(x->c->w, x->c->w->edit_count, NULL);
  for (int64_t j = 0; j < x->m; j++) x->y[j] = x->ways[j].from;
  int left = y != NULL, moved = 1;
  while (s == INNO_OK && left && moved) {
    left = moved = 0;
    for (int64_t j = 0; s == INNO_OK && j < x->m; j++) {
      int done = 1;
      if (!is_free(x, j) || x->y[j] == y[j]) continue;
      s = put_if_possible(x, j, y[j], &done);
      moved |= done;
      left |= !done;
    }
  }
  return s == INNO_OK && left ? restore(x, NULL) : s;
}

/* ---- straight: the knapsack that may be filled in part ---- */

static inno_status rate(const mix *x) {
  const inno__climb_point now = inno__climb_look(x->c, 0);
  inno_status s = INNO_OK;
  for (int64_t j = 0; s == INNO_OK && j < x->m; j++) {
    inno__climb_point p;
    x->ratio[j] = 0.0;
    if (!is_free(x, j)) continue;
    s = inno__climb_try(x->c, &x->ways[j], x->ways[j].to, &p);
    double gain = p.score - now.score, cost = cost_to(x, j, x->ways[j].from, x->ways[j].to);
    if (s == INNO_OK && gain > 0.0) x->ratio[j] = cost > 0.0 ? gain / cost : INFINITY;
  }
  return s;
}

/* The best one that is left; -1 = none gives any points. */
static int64_t next_by_ratio(const mix *x) {
  int64_t best = -1;
  for (int64_t j = 0; j < x->m; j++)
    if (x->ratio[j] > 0.0 && (best < 0 || x->ratio[j] > x->ratio[best])) best = j;
  return best;
}

static inno_status fill(const mix *x) {
  inno_status s = rate(x);
  while (s == INNO_OK && !inno__climb_look(x->c, 0).reached) {
    inno__climb_point p;
    int64_t j = next_by_ratio(x);
    if (j < 0) break;
    x->ratio[j] = 0.0;
    s = inno__climb_try(x->c, &x->ways[j], x->ways[j].to, &p);
    if (s == INNO_OK && p.reached) s = inno__climb_first(x->c, &x->ways[j], &p);
    if (s == INNO_OK) s = put(x, j, p.reached ? p.y : x->ways[j].to);
  }
  keep(x);
  return s;
}

/* ---- step by step: what gives most points for its cost ---- */

typedef struct {
  int64_t indicator; /* -1 = nothing gives any points */
  double ratio;
  inno__climb_point point;
} move;

/* Points beyond the goal do not count. */
static double points_of(const inno__climb_point *p, const inno__climb_point *now) {
  return p->reached ? -now->margin : (p->margin < 0.0 ? p->margin : 0.0) - now->margin;
}

static inno_status try_moves(const mix *x, const inno__climb_point *now, int64_t j, move *best) {
  static const double parts[] = {0.25, 1.0};
  inno_status s = INNO_OK;
  for (int i = 0; s == INNO_OK && i < 2; i++) {
    inno__climb_point p;
    double y = i == 1 ? x->ways[j].to : x->y[j] + parts[i] * (x->ways[j].to - x->y[j]);
    if (!(y > x->y[j])) continue;
    s = inno__climb_try(x->c, &x->ways[j], y, &p);
    double points = points_of(&p, now), cost = cost_to(x, j, x->y[j], y);
    double ratio = cost > 0.0 ? points / cost : INFINITY;
    if (s != INNO_OK || p.status != INNO_OK || !(points > 0.0) || !(ratio > best->ratio)) continue;
    *best = (move){j, ratio, p};
  }
  return s;
}

static inno_status climb_by_steps(const mix *x) {
  inno_status s = INNO_OK;
  while (s == INNO_OK && !is_over(x)) {
    const inno__climb_point now = inno__climb_look(x->c, 0);
    move best = {.indicator = -1};
    if (now.reached || now.score != now.score) break;
    for (int64_t j = 0; s == INNO_OK && j < x->m; j++)
      if (is_free(x, j)) s = try_moves(x, &now, j, &best);
    if (s != INNO_OK || best.indicator < 0) break;
    if (best.point.reached) s = inno__climb_halve(x->c, &x->ways[best.indicator], x->y[best.indicator], &best.point);
    if (s == INNO_OK) s = put(x, best.indicator, best.point.y);
  }
  return s;
}

/* ---- beginnings ---- */

static int reaches(const mix *x) { return inno__climb_look(x->c, 0).reached; }

/* The present state takes the place of the plan when it reaches the goal, and for less if the plan does too. */
static void keep_if_cheaper(const mix *x, int *reached) {
  if (!reaches(x) || (*reached && !(cost_of(x, x->y) < cost_of(x, x->kept)))) return;
  keep(x);
  *reached = 1;
}

static inno_status begin_with_single(const mix *x, const inno__climb_point *singles, int *reached) {
  int64_t best = -1;
  double least = INFINITY;
  for (int64_t j = 0; j < x->m; j++) {
    if (!is_free(x, j) || !singles[j].reached) continue;
    double cost = cost_to(x, j, x->ways[j].from, singles[j].y);
    if (!(cost < least)) continue;
    least = cost;
    best = j;
  }
  if (best < 0) return INNO_OK;
  inno_status s = restore(x, NULL);
  if (s == INNO_OK) s = put(x, best, singles[best].y);
  if (s == INNO_OK) keep_if_cheaper(x, reached);
  return s;
}

/* Everything as far as it goes. */
static inno_status begin_with_all(const mix *x, int *reached) {
  inno_status s = INNO_OK;
  int done;
  for (int64_t j = 0; s == INNO_OK && j < x->m; j++)
    if (is_free(x, j)) s = put_if_possible(x, j, x->ways[j].to, &done);
  if (s == INNO_OK) keep_if_cheaper(x, reached);
  return s;
}

/* ---- cheaper: single changes smaller, then pairs exchanged ---- */

static inno_status shrink(const mix *x, int64_t j) {
  inno__climb_point p;
  inno_status s = inno__climb_try(x->c, &x->ways[j], x->ways[j].from, &p);
  if (s != INNO_OK || p.reached) return s == INNO_OK ? put(x, j, x->ways[j].from) : s;
  p.y = x->y[j];
  s = inno__climb_halve(x->c, &x->ways[j], x->ways[j].from, &p);
  return s == INNO_OK ? put(x, j, p.y) : s;
}

static inno_status shrink_all(const mix *x) {
  inno_status s = INNO_OK;
  for (int64_t j = 0; s == INNO_OK && j < x->m && !is_over(x); j++)
    if (is_free(x, j) && x->y[j] > x->ways[j].from) s = shrink(x, j);
  return s;
}

/* Another one goes on for what the smaller change of j saves. 1 = it reaches the goal for less. */
static inno_status make_up(const mix *x, int64_t j, double saved, int *made) {
  inno_status s = INNO_OK;
  for (int64_t k = 0; s == INNO_OK && k < x->m && !*made && !is_over(x); k++) {
    inno__climb_point p;
    if (k == j || !is_free(x, k) || !(x->y[k] < x->ways[k].to)) continue;
    double price = x->c->ask->costs[k], room = x->ways[k].to - x->y[k];
    double more = price * room < saved ? room : saved / price;
    s = inno__climb_try(x->c, &x->ways[k], more < room ? x->y[k] + more : x->ways[k].to, &p);
    if (s != INNO_OK || !p.reached) continue;
    s = inno__climb_halve(x->c, &x->ways[k], x->y[k], &p);
    if (s != INNO_OK || !(cost_to(x, k, x->y[k], p.y) < saved * (1.0 - 0x1p-30))) continue;
    s = put(x, k, p.y);
    *made = 1;
  }
  return s;
}

static inno_status exchange(const mix *x, int64_t j, int *any) {
  static const double parts[] = {0.0, 0.5, 0.875};
  const double before = x->y[j], from = x->ways[j].from;
  inno_status s = INNO_OK;
  for (int i = 0; s == INNO_OK && i < 3 && !is_over(x); i++) {
    double y = from + parts[i] * (before - from);
    int made = 0, done = 0;
    if (!(y < before)) continue;
    s = put_if_possible(x, j, y, &done);
    if (s != INNO_OK || !done) continue;
    s = make_up(x, j, cost_to(x, j, y, before), &made);
    *any |= made;
    if (made) return s;
    if (s == INNO_OK) s = put(x, j, before);
  }
  return s;
}

static inno_status improve(const mix *x) {
  int any = 1;
  inno_status s = INNO_OK;
  while (s == INNO_OK && any && !is_over(x)) {
    any = 0;
    s = shrink_all(x);
    for (int64_t j = 0; s == INNO_OK && j < x->m && !is_over(x); j++)
      if (is_free(x, j) && x->y[j] > x->ways[j].from) s = exchange(x, j, &any);
  }
  return s;
}

/* Every change of the plan to the smallest that reaches with all others as they are, the dearest first. */
static inno_status finish(const mix *x) {
  inno_status s = INNO_OK;
  for (int64_t j = 0; j < x->m; j++) x->ratio[j] = is_free(x, j) ? cost_to(x, j, x->ways[j].from, x->y[j]) : 0.0;
  for (int64_t j = next_by_ratio(x); s == INNO_OK && j >= 0; j = next_by_ratio(x)) {
    inno__climb_way way = x->ways[j];
    inno__climb_point p;
    x->ratio[j] = 0.0;
    way.to = x->y[j];
    s = inno__climb_first(x->c, &way, &p);
    if (s == INNO_OK && p.reached) s = put(x, j, p.y);
  }
  return s;
}

static inno_status look_for(const mix *x, const inno__climb_point *singles) {
  int reached = 0;
  inno_status s = climb_by_steps(x);
  if (s == INNO_OK) {
    keep(x); /* the best that there is, if nothing reaches */
    keep_if_cheaper(x, &reached);
    s = begin_with_single(x, singles, &reached);
  }
  if (s == INNO_OK && !reached) s = begin_with_all(x, &reached);
  if (s == INNO_OK) s = restore(x, x->kept);
  reached = reached && reaches(x);
  if (s == INNO_OK && reached) s = improve(x);
  if (s == INNO_OK && reached) s = finish(x);
  keep(x);
  return s;
}

/* ---- tables ---- */

static inno_status write_parts(const mix *x, inno_analysis *a, inno_error *error) {
  const int32_t kind = INNO_RECORD_CLIMB_MIX;
  int64_t first;
  inno_status s = inno__analysis_grow(a, kind, x->m, &first, error);
  for (int64_t j = 0; s == INNO_OK && j < x->m; j++) {
    const inno__climb_way *way = &x->ways[j];
    double value = is_free(x, j) ? way->sign * x->y[j] + 0.0 : way->present;
    inno__analysis_put(a, kind, j, INNO_FIELD_NODE, (double)j);
    inno__analysis_put(a, kind, j, INNO_FIELD_VALUE, way->present);
    inno__analysis_put(a, kind, j, INNO_FIELD_NEW_VALUE, value);
    if (value == value) inno__analysis_put(a, kind, j, INNO_FIELD_VALUE_CHANGE, value - way->present);
    if (value == value)
      inno__analysis_put(a, kind, j, INNO_FIELD_COST, is_free(x, j) ? cost_to(x, j, way->from, x->y[j]) : 0.0);
    if (way->status == INNO_OK) inno__analysis_put(a, kind, j, INNO_FIELD_CAP, way->sign * way->to + 0.0);
  }
  return s;
}

static void write_plan(const mix *x, int proven, inno_analysis *a) {
  const int32_t kind = INNO_RECORD_CLIMB_PLAN;
  const inno__climb_point p = inno__climb_look(x->c, 0);
  inno__analysis_put(a, kind, 0, INNO_FIELD_COST, cost_of(x, x->y));
  inno__analysis_put(a, kind, 0, INNO_FIELD_SCORE, p.score);
  inno__analysis_put(a, kind, 0, INNO_FIELD_RANK, p.rank);
  inno__analysis_put(a, kind, 0, INNO_FIELD_REACHED, p.reached);
  inno__analysis_put(a, kind, 0, INNO_FIELD_PROVEN, proven);
  inno__analysis_put(a, kind, 0, INNO_FIELD_TRIES, (double)x->c->tries);
}

inno_status inno__climb_mix(inno__climb *c, const inno__climb_way *ways, const inno__climb_point *singles,
                            inno_analysis *a, inno_error *error) {
  const int64_t m = c->w->method->tree->indicators;
  double *room = inno__analysis_scratch(a, 3 * (size_t)m, error);
  if (room == NULL) return INNO_E_NOMEM;
  const mix x = {c, ways, m, room, room + m, room + 2 * m};
  for (int64_t j = 0; j < m; j++) x.y[j] = ways[j].from;
  int proven = inno__climb_look(c, 0).reached || inno__climb_is_straight(c, ways);
  inno_status s = proven ? fill(&x) : look_for(&x, singles);
  if (s != INNO_OK) inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  if (s == INNO_OK) s = write_parts(&x, a, error);
  if (s == INNO_OK) write_plan(&x, proven, a);
  inno__analysis_release(a, room, 3 * (size_t)m);
  return s;
}
