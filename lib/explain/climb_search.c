/* The first value of a way that reaches the goal. Points are looked at from the near end to the far one; between two
 * that rules treat alike everything is smooth, between two that differ the place of the difference is found. */
#include <math.h>

#include "explain/climb.h"

enum { WHOLE = 16, CHANGES = 64, GOLDEN = 48, HALVINGS = 64, NEAR = 256, FAR = 32, CLEAR = 8, ROUNDS = 8 };

typedef struct {
  inno__climb *c;
  const inno__climb_way *way;
  inno__climb_point best, last;     /* best of all; where the search has come to */
  inno__climb_point before, behind; /* the latest two of the run that lie apart: before them all are alike */
  int run;                          /* how many of them there are */
  double apart;                     /* shortest distance at which margins say which way they go */
  inno__climb_point found;
  int is_found;
} search;

static inno_status look_at(search *s, double y, inno__climb_point *p) {
  inno_status status = inno__climb_try(s->c, s->way, y, p);
  if (status == INNO_OK && inno__climb_is_better(s->c, p, &s->best)) s->best = *p;
  return status;
}

static int alike(const inno__climb_point *a, const inno__climb_point *b) {
  return a->signature == b->signature && a->reached == b->reached && a->status == b->status;
}

/* ---- halving ---- */

/* A double between two; one of them when they are neighbors. First by value, then by count of doubles: around 0 there
 * are many. */
static double between(double a, double b, int halvings) {
  if (halvings < HALVINGS) return a + (b - a) / 2.0;
  int64_t i = inno__ordinal(a), k = inno__ordinal(b);
  return inno__of_ordinal((i < 0) != (k < 0) ? (i + k) / 2 : i + (k - i) / 2);
}

static int inside(double y, double a, double b) { return y > a && y < b; }

/* The last point that is like l, and the double behind it, which is not; r is unlike l. */
static inno_status edge(search *s, const inno__climb_point *l, const inno__climb_point *r, inno__climb_point *u,
                        inno__climb_point *v) {
  *u = *l;
  *v = *r;
  for (int k = 0;; k++) {
    double y = between(u->y, v->y, k);
    inno__climb_point p;
    if (!inside(y, u->y, v->y)) return INNO_OK;
    inno_status status = look_at(s, y, &p);
    if (status != INNO_OK) return status;
    *(alike(&p, l) ? u : v) = p;
  }
}

static inno_status halve(search *s, double from, inno__climb_point *reached) {
  double low = from;
  for (int k = 0;; k++) {
    double y = between(low, reached->y, k);
    inno__climb_point p;
    if (!inside(y, low, reached->y)) return INNO_OK;
    inno_status status = look_at(s, y, &p);
    if (status != INNO_OK) return status;
    if (p.reached)
      *reached = p;
    else
      low = y;
  }
}

inno_status inno__climb_halve(inno__climb *c, const inno__climb_way *way, double from, inno__climb_point *reached) {
  search s = {.c = c, .way = way, .best = *reached};
  return halve(&s, from, reached);
}

/* From l, which does not reach the goal, to r, which does: the first edge of reaching. */
static inno_status first_between(search *s, const inno__climb_point *from, const inno__climb_point *r) {
  inno__climb_point l = *from, u, v = l;
  for (int k = 0; k < CHANGES; k++) {
    inno_status status = edge(s, &l, r, &u, &v);
    if (status != INNO_OK) return status;
    l = v;
    if (v.reached) break;
    if (alike(&l, r)) return INNO_OK;
  }
  s->found = v.reached ? v : *r;
  s->is_found = 1;
  return v.reached ? INNO_OK : halve(s, l.y, &s->found);
}

/* ---- humps ---- */

static double noise(const inno__climb_point *p) { return 0x1p-46 * (fabs(p->score) + fabs(p->margin)); }

/* Whether a top between three points, of a curve that bends down, can come up to the goal; twice as high, to be safe.
 */
static int may_reach(const inno__climb_point *a, const inno__climb_point *b, const inno__climb_point *c) {
  double left = (b->margin - a->margin) / (b->y - a->y) * (c->y - b->y);
  double right = (b->margin - c->margin) / (c->y - b->y) * (b->y - a->y);
  double more = left > right ? left : right;
  return b->margin + 2.0 * more >= 0.0;
}

/* Looks for the top between two points by golden sections; a point that reaches ends it. */
static inno_status look_for_top(search *s, const inno__climb_point *from, double to) {
  const double golden = 0.3819660112501051;
  double low = from->y, high = to;
  inno__climb_point p[2];
  inno_status status = look_at(s, low + golden * (high - low), &p[0]);
  if (status == INNO_OK) status = look_at(s, high - golden * (high - low), &p[1]);
  for (int k = 0; status == INNO_OK && k < GOLDEN; k++) {
    for (int i = 0; i < 2; i++)
      if (p[i].reached) return first_between(s, from, &p[i]);
    int right = p[1].margin > p[0].margin;
    if (right) {
      low = p[0].y;
      p[0] = p[1];
      status = look_at(s, high - golden * (high - low), &p[1]);
    } else {
      high = p[1].y;
      p[1] = p[0];
      status = look_at(s, low + golden * (high - low), &p[0]);
    }
    if (!(high - low > s->apart)) break;
  }
  return status;
}

/* A run ends, or begins, on a slope: a top may hide between its last two points. */
static inno_status look_at_rim(search *s, const inno__climb_point *rim, const inno__climb_point *inner) {
  const inno__climb_point *low = rim->y < inner->y ? rim : inner, *high = rim->y < inner->y ? inner : rim;
  inno__climb_point p;
  if (!(rim->margin - inner->margin > noise(rim))) return INNO_OK;
  inno_status status = look_at(s, rim->y + (inner->y - rim->y) / 16.0, &p);
  if (status != INNO_OK) return status;
  if (p.reached) return first_between(s, low, &p);
  int rises = p.margin - rim->margin > noise(rim) && may_reach(low, &p, high);
  return rises ? look_for_top(s, low, high->y) : INNO_OK;
}

static void begin_run(search *s, const inno__climb_point *p) {
  s->last = s->behind = *p;
  s->run = 1;
}

/* One more point of the run; those that lie too near to tell a slope are passed over. */
static inno_status extend_run(search *s, const inno__climb_point *p) {
  inno_status status = INNO_OK;
  s->last = *p;
  if (!(p->y - s->behind.y > s->apart)) return INNO_OK;
  if (s->run == 1) status = look_at_rim(s, &s->behind, p);
  if (s->run > 1 && s->behind.margin - s->before.margin > noise(p) && s->behind.margin - p->margin > noise(p) &&
      may_reach(&s->before, &s->behind, p))
    status = look_for_top(s, &s->before, p->y);
  s->before = s->behind;
  s->behind = *p;
  s->run++;
  return status;
}

static inno_status end_run(search *s) { return s->run > 1 ? look_at_rim(s, &s->behind, &s->before) : INNO_OK; }

/* ---- along the way ---- */

/* From where the search has come to, to the next point. */
static inno_status advance(search *s, double y) {
  inno__climb_point q, u, v;
  inno_status status = look_at(s, y, &q);
  for (int k = 0; status == INNO_OK && !s->is_found && !alike(&s->last, &q); k++) {
    if (k == CHANGES) {
      s->found = q;
      s->is_found = q.reached;
      if (q.reached) return halve(s, s->last.y, &s->found);
      break;
    }
    status = edge(s, &s->last, &q, &u, &v);
    if (status == INNO_OK && u.y > s->last.y) status = extend_run(s, &u);
    if (status == INNO_OK && !s->is_found) status = end_run(s);
    if (status != INNO_OK || s->is_found) return status;
    if (v.reached) {
      s->found = v;
      s->is_found = 1;
      return INNO_OK;
    }
    begin_run(s, &v);
  }
  if (status != INNO_OK || s->is_found) return status;
  if (!alike(&s->last, &q)) begin_run(s, &q);
  return q.y > s->last.y ? extend_run(s, &q) : INNO_OK;
}

/* Between two cuts, and to the second. */
static inno_status cross_piece(search *s, double a, double b) {
  const int32_t points = s->c->ask->rule->looks;
  double whole = s->way->to - s->way->from;
  int64_t n = points + (int64_t)floor((double)WHOLE * points * ((b - a) / whole));
  inno_status status = INNO_OK;
  for (int64_t k = 1; status == INNO_OK && !s->is_found && k <= n; k++) {
    double y = a + (b - a) * ((double)k / (double)(n + 1));
    if (inside(y, a, b) && y > s->last.y) status = advance(s, y);
  }
  return status == INNO_OK && !s->is_found ? advance(s, b) : status;
}

static inno_status cross(search *s) {
  int64_t breaks = inno__climb_breaks(s->c, s->way);
  double a = s->way->from;
  inno_status status = INNO_OK;
  if (!(s->way->to > a)) return INNO_OK;
  for (int64_t i = 0; status == INNO_OK && !s->is_found && i <= breaks; i++) {
    double b = i < breaks ? s->c->breaks[i] : s->way->to;
    status = cross_piece(s, a, b);
    a = b;
  }
  return status == INNO_OK && !s->is_found ? end_run(s) : status;
}

/* ---- where rounding decides ---- */

/* So far below the goal rounding of scores does not lift a point. */
static int is_clear(const inno__climb_point *p) { return p->margin < -0x1p-48 * (fabs(p->score) + fabs(p->margin)); }

/* Looks before the point that was found for others that reach the goal because rounding turns a margin: at every double
 * until CLEAR of them in a row are clear, at most NEAR, and over what is left of the stretch at FAR places.
 * *earlier = 1 when there is one. */
static inno_status look_before(search *s, int *earlier) {
  const double end = s->found.y;
  double back = end, step = 0.0;
  inno__climb_point p = s->found;
  inno_status status = INNO_OK;
  for (int k = 0, clear = 0; status == INNO_OK && k < NEAR && back > s->way->from && clear < CLEAR; k++) {
    back = inno__of_ordinal(inno__ordinal(back) - 1);
    status = look_at(s, back, &p);
    clear = is_clear(&p) ? clear + 1 : 0;
    if (status == INNO_OK && p.reached) s->found = p;
  }
  for (step = end - back; status == INNO_OK && step > 0.0 && !is_clear(&p) && back > s->way->from;) {
    step *= 2.0;
    back = end - step > s->way->from ? end - step : s->way->from;
    status = look_at(s, back, &p);
    if (status == INNO_OK && p.reached) s->found = p;
  }
  for (int k = 1; status == INNO_OK && k < FAR; k++) {
    double y = back + (end - back) * ((double)k / FAR);
    if (!inside(y, back, s->found.y)) continue;
    status = look_at(s, y, &p);
    if (status == INNO_OK && p.reached) s->found = p;
  }
  *earlier = s->found.y < end;
  return *earlier && status == INNO_OK ? halve(s, back, &s->found) : status;
}

static inno_status settle(search *s) {
  int earlier = 1;
  inno_status status = INNO_OK;
  for (int k = 0; status == INNO_OK && earlier && k < ROUNDS && s->found.y > s->way->from; k++)
    status = look_before(s, &earlier);
  return status;
}

/* The neighborhood of the best point, when no point reaches. */
static inno_status refine(search *s) {
  double reach = (s->way->to - s->way->from) / (double)(WHOLE * s->c->ask->rule->looks);
  double low = s->best.y - reach > s->way->from ? s->best.y - reach : s->way->from;
  double high = s->best.y + reach < s->way->to ? s->best.y + reach : s->way->to;
  inno__climb_point from;
  inno_status status = look_at(s, low, &from);
  if (status != INNO_OK || from.reached || !(high - low > s->apart)) return status;
  return look_for_top(s, &from, high);
}

inno_status inno__climb_first(inno__climb *c, const inno__climb_way *way, inno__climb_point *found) {
  search s = {.c = c, .way = way, .apart = 0x1p-30 * (way->to - way->from)};
  inno__climb_point first;
  inno_status status = inno__climb_try(c, way, way->from, &first);
  if (status != INNO_OK) return status;
  s.best = first;
  begin_run(&s, &first);
  s.found = first;
  s.is_found = first.reached;
  if (!s.is_found) status = cross(&s);
  if (status == INNO_OK && !s.is_found && s.best.score == s.best.score) status = refine(&s);
  if (status == INNO_OK && s.is_found && s.found.y > way->from) status = settle(&s);
  *found = s.is_found ? s.found : s.best;
  return status;
}
