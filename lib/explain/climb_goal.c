/* Whether a state of the data reaches the goal, and by how much. */
#include <math.h>
#include <string.h>

#include "construct/rank.h"
#include "explain/climb.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* The scores of the other units of the period, ascending; how many have one. */
static int64_t sort_others(const inno__climb *c, const double *scores) {
  int64_t count = 0, units = c->w->run->result->units, own = c->row % units;
  for (int64_t i = 0; i < units; i++)
    if (i != own && scores[i] == scores[i]) c->others[count++] = scores[i];
  inno__sort(c->others, count, c->others + units);
  return count;
}

/* The score of the place that has to be reached: the k-th highest of the others, with dense ranks the k-th highest
 * different one; -infinity when there are fewer. */
static double score_ahead(const inno__climb *c, int64_t count, double k) {
  int dense = c->w->run->result->ties == INNO__TIES_DENSE;
  double place = 0.0;
  for (int64_t i = count - 1; i >= 0; i--) {
    int same = dense && i < count - 1 && c->others[i] == c->others[i + 1];
    place += same ? 0.0 : 1.0;
    if (place >= k) return c->others[i];
  }
  return -INFINITY;
}

/* The rank if every unit that is level counted as ahead. */
static double strict_rank(const inno__climb *c, int64_t count, double score) {
  int dense = c->w->run->result->ties == INNO__TIES_DENSE;
  double ahead = 0.0;
  for (int64_t i = count - 1; i >= 0 && c->others[i] >= score; i--)
    ahead += dense && i < count - 1 && c->others[i] == c->others[i + 1] ? 0.0 : 1.0;
  return ahead + 1.0;
}

static void look_at_rank(const inno__climb *c, const double *scores, inno__climb_point *p) {
  int64_t count = sort_others(c, scores);
  int strict = c->ask->rule->overtake == INNO_OVERTAKE_STRICT;
  p->margin = p->score - score_ahead(c, count, floor(c->ask->value));
  p->reached = (strict ? strict_rank(c, count, p->score) : p->rank) <= c->ask->value;
}

static void look_at_unit(const inno__climb *c, const double *scores, inno__climb_point *p) {
  const double other = scores[c->target % c->w->run->result->units];
  int strict = c->ask->rule->overtake == INNO_OVERTAKE_STRICT;
  p->margin = other == other ? p->score - other : INFINITY; /* who has no score any more is behind */
  p->reached = strict ? p->margin > 0.0 : p->margin >= 0.0;
}

inno__climb_point inno__climb_look(const inno__climb *c, int64_t indicator) {
  const inno_result *r = c->w->run->result;
  const double *scores = r->final[c->ask->node] + c->row / r->units * r->units;
  inno__climb_point p = {.score = scores[c->row % r->units], .margin = -INFINITY, .status = INNO_OK};
  p.rank = inno__what_if_rank(c->w, c->ask->node, c->row);
  p.signature = inno__climb_signature(c, indicator);
  if (p.score != p.score) return p;
  if (c->ask->goal == INNO_GOAL_RANK) {
    look_at_rank(c, scores, &p);
  } else if (c->ask->goal == INNO_GOAL_UNIT) {
    look_at_unit(c, scores, &p);
  } else {
    p.margin = p.score - c->ask->value;
    p.reached = p.score >= c->ask->value;
  }
  return p;
}

inno_status inno__climb_try(inno__climb *c, const inno__climb_way *way, double y, inno__climb_point *p) {
  double x = way->sign * y;
  c->tries++;
  inno_status s = inno__what_if_try(c->w, c->row, way->column, x + 0.0, NULL);
  if (s == INNO_OK) {
    *p = inno__climb_look(c, way->indicator);
    inno__what_if_take_back(c->w);
  } else {
    *p = (inno__climb_point){
        .score = inno__nan(), .rank = inno__nan(), .margin = -INFINITY, .signature = (uint64_t)s, .status = s};
    if (c->failed == INNO_OK) c->failed = s;
  }
  p->y = y;
  return s == INNO_E_NOMEM ? s : INNO_OK;
}

int inno__climb_is_better(const inno__climb *c, const inno__climb_point *a, const inno__climb_point *b) {
  if (a->score != a->score || b->score != b->score) return a->score == a->score && b->score != b->score;
  if (c->ask->goal == INNO_GOAL_RANK && a->rank != b->rank) return a->rank < b->rank;
  if (c->ask->goal == INNO_GOAL_SCORE) return a->score > b->score; /* a goal far away would swallow the difference */
  return a->margin > b->margin;
}
