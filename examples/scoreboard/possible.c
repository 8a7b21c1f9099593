#include "possible.h"

#include <math.h>
#include <string.h>

#include "files.h"
#include "page.h"
#include "ranges.h"

enum { PIECE = 500, MOST_PIECES = 4000 }; /* work of the library at a time, and how often */

/* Fewer the larger a program is, so that it takes seconds; the same on every machine. */
static int64_t pieces(int64_t children, int64_t units) {
  double cells = (double)children * ((double)children * (double)(children - 1) + (double)units), wanted = 1e7 / cells;
  return wanted < 1.0 ? 1 : wanted < MOST_PIECES ? (int64_t)wanted : MOST_PIECES;
}

/* ---- under which node ---- */

struct family {
  const struct board *board;
  const inno_indicator_set *set;
  int64_t parent; /* -1 = none yet */
  int64_t count;  /* of children */
  double *lower, *upper; /* of the weights as the method counts them, by child */
};

/* The weight of a node as the method has it. */
static double weight_of(const struct board *b, int64_t node) {
  double weight = framework_node_at(b->framework, node)->weight;
  if (b->plan->weights != NULL) {
    (void)inno_weights_get(b->plan->weights, framework_node_at(b->framework, node)->code, &weight, NULL);
  }
  return weight;
}

/* Position of a node among its siblings, which are in the order of their numbers. */
static int64_t place_of(const struct family *f, int64_t node) {
  int64_t place = 0;
  for (int64_t i = 0; i < node; i++) {
    place += inno_indicator_set_parent(f->set, i) == f->parent;
  }
  return place;
}

static int64_t child_count(const inno_indicator_set *set, int64_t parent) {
  int64_t count = 0;
  for (int64_t i = 0; i < inno_indicator_set_node_count(set); i++) {
    count += inno_indicator_set_parent(set, i) == parent;
  }
  return count;
}

/* All weights as they are, until a range is set. false = weights under another node vary too. */
static bool take_parent(struct family *f, int64_t parent) {
  struct arena *arena = f->board->session->arena;
  if (f->parent >= 0) {
    return f->parent == parent;
  }
  f->parent = parent;
  f->count = child_count(f->set, parent);
  f->lower = arena_take(arena, (size_t)f->count, sizeof *f->lower);
  f->upper = arena_take(arena, (size_t)f->count, sizeof *f->upper);
  for (int64_t i = 0, at = 0; i < inno_indicator_set_node_count(f->set); i++) {
    if (inno_indicator_set_parent(f->set, i) == parent) {
      f->lower[at] = f->upper[at] = weight_of(f->board, i);
      at++;
    }
  }
  return true;
}

static bool take_range(struct family *f, int64_t node, double lower, double upper) {
  if (!take_parent(f, inno_indicator_set_parent(f->set, node))) {
    return false;
  }
  int64_t place = place_of(f, node);
  f->lower[place] = lower;
  f->upper[place] = upper;
  return true;
}

static bool take_noise(struct family *f, const struct weight_claim *c) {
  for (int64_t i = 0; i < inno_indicator_set_node_count(f->set); i++) {
    double weight = weight_of(f->board, i);
    int64_t parent = inno_indicator_set_parent(f->set, i);
    bool varies = inno_indicator_set_level(f->set, i) == c->level && parent >= 0 && weight > 0.0 && child_count(f->set, parent) > 1;
    if (varies && !take_range(f, i, weight * (1.0 - c->upper), weight * (1.0 + c->upper))) {
      return false;
    }
  }
  return true;
}

static bool take_claim(struct family *f, const struct weight_claim *c) {
  if (c->form == CLAIM_NOISE) {
    return take_noise(f, c);
  }
  int64_t node = inno_indicator_set_find(f->set, c->node);
  return c->form == CLAIM_RANGE ? take_range(f, node, c->lower, c->upper) : take_parent(f, node);
}

/* ---- its weights as a set ---- */

/* The ends of a share, a little outside: the ratios imply them, but many pairs are decided by them alone. */
static inno_status add_ends(const struct family *f, inno_weight_set *set, int64_t child, inno_error *error) {
  const double outside = 1e-12;
  double lower = f->lower[child], upper = f->upper[child], others_lower = -lower, others_upper = -upper;
  for (int64_t j = 0; j < f->count; j++) {
    others_lower += f->lower[j];
    others_upper += f->upper[j];
  }
  double low = lower / (lower + others_upper) - outside, high = upper > 0.0 ? upper / (upper + others_lower) + outside : 0.0;
  return inno_weight_set_bounds(set, child, low > 0.0 ? low : 0.0, high < 1.0 ? high : 1.0, error);
}

/* Weights between bounds, divided by their sum, are those whose ratios lie between quotients of bounds. */
static inno_status add_ratios(const struct family *f, inno_weight_set *set, inno_error *error) {
  inno_status status = INNO_OK;
  for (int64_t i = 0; status == INNO_OK && i < f->count; i++) {
    status = add_ends(f, set, i, error);
    for (int64_t j = i + 1; status == INNO_OK && j < f->count; j++) {
      double lower = f->lower[i] / f->upper[j], upper = f->lower[j] > 0.0 ? f->upper[i] / f->lower[j] : INFINITY;
      if (f->upper[i] > 0.0 && f->upper[j] > 0.0 && (lower > 0.0 || upper < INFINITY)) {
        status = inno_weight_set_add_ratio(set, i, j, lower, upper, error);
      }
    }
  }
  return status;
}

static inno_status add_codes(const struct family *f, const struct weight_claim *c, inno_weight_set *set, inno_error *error) {
  inno_status status = INNO_OK;
  for (size_t i = 0; status == INNO_OK && i < c->count; i++) {
    int64_t place = place_of(f, inno_indicator_set_find(f->set, c->codes[i]));
    if (c->form == CLAIM_BOUNDED) {
      status = inno_weight_set_bounds(set, place, c->lowers[i], c->uppers[i] < 1.0 ? c->uppers[i] : 1.0, error);
    } else if (i > 0) {
      status = inno_weight_set_add_order(set, place_of(f, inno_indicator_set_find(f->set, c->codes[i - 1])), place, error);
    }
  }
  return status;
}

static inno_status make_set(const struct family *f, inno_weight_set **set, inno_error *error) {
  const struct weight_claim *c = f->board->plan->assumed.claims; /* one about the whole family has no other beside it */
  inno_status status = inno_weight_set_create(NULL, f->count, set, error);
  if (status == INNO_OK && (c->form == CLAIM_RANGE || c->form == CLAIM_NOISE)) {
    status = add_ratios(f, *set, error);
  } else if (status == INNO_OK) {
    status = add_codes(f, c, *set, error);
  }
  return status;
}

/* ---- the ranks ---- */

static inno_status run_pieces(void *shared, void **own, int64_t first, int64_t count, inno_error *error) {
  inno_status status = INNO_OK;
  int32_t done = 0;
  (void)own;
  (void)first;
  for (int64_t k = 0; status == INNO_OK && !done && k < count; k++) {
    status = inno_rank_bounds_advance(shared, PIECE, &done, error);
  }
  return status;
}

static void read_ranks(const struct session *s, const inno_rank_bounds *bounds, struct possible *p) {
  static const int32_t fields[4] = {INNO_RANK_BEST_LOWER, INNO_RANK_BEST_UPPER, INNO_RANK_WORST_LOWER, INNO_RANK_WORST_UPPER};
  double **const out[4] = {&p->best_lower, &p->best_upper, &p->worst_lower, &p->worst_upper};
  for (int f = 0; f < 4; f++) {
    *out[f] = arena_take(s->arena, (size_t)p->units, sizeof **out[f]);
    (void)inno_rank_bounds_values(bounds, fields[f], *out[f], sizeof **out[f], NULL);
  }
  for (int64_t i = 0; i < p->units; i++) {
    p->open += !isnan(p->best_lower[i]) && p->best_lower[i] != p->best_upper[i];
    p->open += !isnan(p->best_lower[i]) && p->worst_lower[i] != p->worst_upper[i];
  }
}

/* Why the library will not: its sentence. */
static bool not_exact(const struct session *s, struct possible *p, inno_status status) {
  p->why_not = arena_text(s->arena, inno_error_message(s->error), strlen(inno_error_message(s->error)));
  return status != INNO_E_NOMEM || fail_library(s, (struct place){0});
}

static bool search(const struct family *f, int64_t top, int64_t period, struct possible *p) {
  const struct session *s = f->board->session;
  inno_weight_set *set = NULL;
  inno_rank_bounds *bounds = NULL;
  inno_status status = make_set(f, &set, s->error);
  if (status == INNO_OK) {
    status = inno_rank_bounds_create_result(NULL, set, f->board->plan->method, f->board->result, f->parent, top, period, &bounds, s->error);
  }
  inno_weight_set_destroy(set);
  if (status != INNO_OK) {
    return not_exact(s, p, status);
  }
  const struct ranges job = {pick(s, "Possible ranks", "Hạng có thể"), bounds, run_pieces, NULL, NULL, NULL};
  int64_t done = 0, count = pieces(f->count, p->units);
  double *weights = arena_take(s->arena, (size_t)f->count, sizeof *weights);
  bool ok = ranges_run(s, &job, count, 1, &done);
  p->stopped = done < count;
  if (ok && inno_rank_bounds_weights(bounds, 0, INNO_RANK_BEST_UPPER, weights, sizeof *weights, NULL, NULL) == INNO_E_UNFINISHED) {
    p->why_not = p->stopped ? pick(s, "stopped by hand", "đã dừng bằng tay")
                            : pick(s, "too many units and weights to compare all pairs in seconds",
                                   "quá nhiều đơn vị và trọng số để so sánh mọi cặp trong vài giây");
  } else if (ok) {
    read_ranks(s, bounds, p);
  }
  inno_rank_bounds_destroy(bounds);
  return ok;
}

/* What of the method stands against it; NULL = nothing that is seen here. */
static const char *method_objects(const struct session *s, const struct plan *plan) {
  int64_t ties = INNO_TIES_COMPETITION;
  for (int32_t k = 0; k < plan->step_count; k++) {
    if (inno_scheme_step(plan->steps[k]) == INNO_STEP_WEIGH) {
      return pick(s, "the method computes weights from the values, so that they do not vary alone",
                  "phương pháp tính trọng số từ giá trị nên trọng số không thay đổi riêng lẻ");
    }
    if (inno_scheme_step(plan->steps[k]) == INNO_STEP_RANK) {
      (void)inno_scheme_get_i64(plan->steps[k], NULL, INNO_KEY_RANK_TIES, &ties, NULL);
    }
  }
  return ties == INNO_TIES_COMPETITION
             ? NULL /* else a rank is not 1 + the units above */
             : pick(s, "the method counts ties in another way than 1 2 2 4", "phương pháp xếp hạng đồng hạng khác cách 1 2 2 4");
}

bool possible_make(const struct board *b, int64_t top, int64_t period, struct possible *p) {
  const struct session *s = b->session;
  const struct assumed *a = &b->plan->assumed;
  struct family f = {.board = b, .set = b->framework->set, .parent = -1};
  *p = (struct possible){.units = b->units, .why_not = method_objects(s, b->plan)};
  for (size_t i = 0; i < a->claim_count && p->why_not == NULL; i++) {
    const struct weight_claim *c = &a->claims[i];
    if (c->form == CLAIM_OTHER) {
      p->why_not = arena_print(s->arena, pick(s, "[assumption:%s] is not about ranges of weights", "[assumption:%s] không phải khoảng trọng số"), c->section);
    } else if (!take_claim(&f, c)) {
      p->why_not = arena_print(s->arena, pick(s, "weights vary under %s and under other nodes too, and they multiply",
                                              "trọng số thay đổi dưới %s và cả dưới nút khác, mà chúng nhân với nhau"),
                               inno_indicator_set_code(f.set, f.parent));
    }
  }
  if (p->why_not != NULL) {
    return true;
  }
  p->parent = inno_indicator_set_code(f.set, f.parent);
  return search(&f, top, period, p);
}

/* ---- words ---- */

const char *possible_cell(const struct session *s, const struct possible *p, int64_t unit) {
  bool open = p->best_lower[unit] != p->best_upper[unit] || p->worst_lower[unit] != p->worst_upper[unit];
  return isnan(p->best_lower[unit])
             ? "-"
             : arena_print(s->arena, "%.0f-%.0f%s", p->best_lower[unit], p->worst_upper[unit], open ? "?" : "");
}

const char *possible_words(const struct session *s, const struct possible *p) {
  struct text out = {0};
  if (p->why_not != NULL) {
    return arena_print(s->arena, pick(s, "Best and worst possible ranks are not given: %s.", "Không có hạng cao nhất và thấp nhất có thể: %s."), p->why_not);
  }
  text_print(s->arena, &out,
             pick(s, "Possible ranks: best and worst over all weights of the children of %s within the ranges.",
                  "Hạng có thể: cao nhất và thấp nhất với mọi trọng số của các nút con của %s trong khoảng."),
             p->parent);
  if (p->open == 0) {
    text_put(s->arena, &out, pick(s, " All are proved.", " Tất cả đã được chứng minh."));
  } else {
    text_print(s->arena, &out,
               pick(s, " %lld of %lld are not proved (?)%s: no rank is beyond what is given.",
                    " %lld trong %lld chưa được chứng minh (?)%s: không hạng nào vượt ra ngoài."),
               (long long)p->open, 2 * (long long)p->units, p->stopped ? pick(s, ", stopped by hand", ", đã dừng bằng tay") : "");
  }
  return out.bytes;
}

/* ---- table and page ---- */

void possible_write(const struct board *b, const struct possible *p, FILE *out) {
  fputs("unit,best_lower,best_upper,best_proven,worst_lower,worst_upper,worst_proven\n", out);
  for (int64_t i = 0; i < p->units; i++) {
    bool there = !isnan(p->best_lower[i]);
    const double cells[] = {p->best_lower[i],
                            p->best_upper[i],
                            there ? p->best_lower[i] == p->best_upper[i] : NAN,
                            p->worst_lower[i],
                            p->worst_upper[i],
                            there ? p->worst_lower[i] == p->worst_upper[i] : NAN};
    put_field(out, inno_result_unit_code(b->result, i));
    for (size_t c = 0; c < sizeof cells / sizeof cells[0]; c++) {
      put_value(out, cells[c]);
    }
    fputc('\n', out);
  }
}

/* "3", or "3-5" where it is not proved. */
static void put_bracket(FILE *out, double lower, double upper) {
  if (isnan(lower)) {
    fputs("<td>–</td>", out);
  } else {
    fprintf(out, lower == upper ? "<td>%.0f</td>" : "<td>%.0f–%.0f</td>", lower, upper);
  }
}

static void put_row(const struct board *b, const struct possible *p, int64_t unit, double nominal, FILE *out) {
  const struct session *s = b->session;
  bool proven = p->best_lower[unit] == p->best_upper[unit] && p->worst_lower[unit] == p->worst_upper[unit];
  fputs("<tr><td class=\"t\">", out);
  put_text(out, board_unit(b, unit));
  fputs("</td>", out);
  put_bracket(out, nominal, nominal);
  put_bracket(out, p->best_lower[unit], p->best_upper[unit]);
  put_bracket(out, p->worst_lower[unit], p->worst_upper[unit]);
  fprintf(out, "<td class=\"t\">%s</td></tr>\n",
          isnan(p->best_lower[unit]) ? "–" : proven ? pick(s, "yes", "có") : pick(s, "no", "chưa"));
}

void possible_report(const struct board *b, const struct possible *p, const int64_t *order, const double *nominal, FILE *out) {
  const struct session *s = b->session;
  fprintf(out, "<h3>%s</h3>\n<p class=\"quiet\">", pick(s, "Best and worst possible rank", "Hạng cao nhất và thấp nhất có thể"));
  put_text(out, possible_words(s, p));
  fputs("</p>\n", out);
  if (p->why_not != NULL) {
    return;
  }
  fprintf(out, "<div class=\"wide\"><table class=\"possible\"><thead><tr><th class=\"t\">%s</th><th>%s</th><th>%s</th><th>%s</th><th class=\"t\">%s</th></tr></thead><tbody>\n",
          pick(s, "Unit", "Đơn vị"), pick(s, "Rank", "Hạng"), pick(s, "Best", "Cao nhất"), pick(s, "Worst", "Thấp nhất"), pick(s, "Proved", "Chứng minh"));
  for (int64_t k = 0; k < page_rows(b); k++) {
    put_row(b, p, order[k], nominal[order[k]], out);
  }
  fputs("</tbody></table></div>\n", out);
}
