#include "board.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

/* Puts the children of a node, or an indicator itself, at the end of a list. */
static int64_t add_children(const struct board *b, int64_t node, int64_t *list, int64_t count) {
  if (node < b->indicators) {
    list[count++] = node;
    return count;
  }
  for (size_t row = 0; row < b->framework->count; row++) { /* in the order of the file */
    int64_t j = inno_result_find_node(b->result, b->framework->nodes[row].code);
    if (inno_result_node_parent(b->result, j) == node) {
      list[count++] = j;
    }
  }
  return count;
}

/* Pillars: the children of the index; where these are one or two (input and output, say), their children in turn. */
static void choose_pillars(struct board *b) {
  int64_t *next = arena_take(b->session->arena, (size_t)b->nodes, sizeof *next);
  int64_t deepest = inno_result_node_level(b->result, b->index);
  b->pillar_count = add_children(b, b->index, b->pillars, 0);
  for (int64_t level = deepest - 1; level > 1 && b->pillar_count < 3; level--) {
    int64_t count = 0;
    for (int64_t c = 0; c < b->pillar_count; c++) {
      count = add_children(b, b->pillars[c], next, count);
    }
    memcpy(b->pillars, next, (size_t)count * sizeof *next);
    b->pillar_count = count;
  }
}

struct place_of_unit {
  double rank;
  int64_t unit;
};

static int by_rank(const void *a, const void *b) {
  const struct place_of_unit *x = a, *y = b;
  if (!isnan(x->rank) != !isnan(y->rank)) {
    return isnan(x->rank) ? 1 : -1;
  }
  if (x->rank < y->rank || x->rank > y->rank) {
    return x->rank < y->rank ? -1 : 1;
  }
  return x->unit < y->unit ? -1 : 1;
}

static void order_units(struct board *b) {
  struct place_of_unit *places = arena_take(b->session->arena, (size_t)b->units, sizeof *places);
  for (int64_t i = 0; i < b->units; i++) {
    places[i] = (struct place_of_unit){b->rank[i], i};
  }
  qsort(places, (size_t)b->units, sizeof *places, by_rank);
  for (int64_t i = 0; i < b->units; i++) {
    b->order[i] = places[i].unit;
  }
}

/* Scores of 0 to 100 need two decimals, those of 0 to 1 four. */
static int score_decimals(const struct board *b) {
  double largest = 0.0;
  for (int64_t i = 0; i < b->units; i++) {
    largest = fabs(b->scores[b->index][i]) > largest ? fabs(b->scores[b->index][i]) : largest;
  }
  return largest < 2.0 ? 4 : 2;
}

int64_t board_row(const struct board *b, int64_t unit) { return (int64_t)b->data->panel.shown * b->units + unit; }

double *board_shown(const struct board *b, double *all) { return all + board_row(b, 0); }

/* Ranks of the index among all units or inside groups. */
static double *index_ranks(const struct board *b, const char *group) {
  double *ranks = arena_take(b->session->arena, (size_t)b->rows, sizeof *ranks);
  inno_status status = inno_result_ranks(b->result, b->index, group, ranks, sizeof *ranks, b->session->error);
  return status == INNO_OK ? ranks : NULL;
}

static void take_scores(struct board *b) {
  struct arena *arena = b->session->arena;
  b->scores = arena_take(arena, (size_t)b->nodes, sizeof *b->scores);
  for (int64_t j = 0; j < b->nodes; j++) {
    double *all = arena_take(arena, (size_t)b->rows, sizeof *all);
    inno_result_scores(b->result, j, all, sizeof *all, NULL);
    b->scores[j] = board_shown(b, all);
    b->all_scores = all; /* the index comes last */
  }
}

/* What the library cannot know: how the data of the program get periods. */
static bool fail_result(const struct session *s, const struct framework *f, const struct data *d,
                        const struct plan *p) {
  struct place place = plan_place(s, p, f);
  inno_status status = inno_error_status(s->error);
  const char *node = inno_error_node(s->error);
  bool known = place.file != NULL;
  if (strstr(inno_error_message(s->error), "inno_dataset_create_panel") != NULL) { /* a cure for programmers */
    known = true;
    fail(s, place.file != NULL ? place : framework_place(f, node),
         "'%s': its rule imputes over time, but the data have no column 'period'; add the column, or choose another "
         "rule",
         "'%s': quy tắc này bổ khuyết theo thời gian nhưng số liệu không có cột 'period'; hãy thêm cột này hoặc chọn "
         "quy tắc khác",
         node);
  } else {
    fail_library(s, known ? place : data_place(d, node, inno_error_unit(s->error)));
  }
  if (status == INNO_E_VALUE && known && !d->panel.named) { /* known: it is about periods, see plan_place() */
    fail(s, (struct place){d->file, d->table.header_line, NULL},
         "the header has no column 'period', for instance of years",
         "dòng tiêu đề không có cột 'period', ví dụ năm");
  }
  return false;
}

static bool run_method(struct board *b, const inno_frames *frames) {
  const struct session *s = b->session;
  const inno_method *method = b->plan->method;
  inno_status status =
      frames != NULL
          ? inno_result_create_with_frames(NULL, method, b->data->set, frames, INNO_KEEP_ALL, &b->result, s->error)
          : inno_result_create(NULL, method, b->data->set, INNO_KEEP_ALL, &b->result, s->error);
  return status == INNO_OK || fail_result(s, b->framework, b->data, b->plan);
}

/* The search runs in the frame of the data and would find weights for other scores than those of held frames. */
static bool frames_suit(const struct session *s, const struct plan *p, const inno_frames *frames) {
  return frames == NULL || p->optimal.aim == 0 ||
         fail(s, (struct place){p->optimal.file, p->optimal.line, NULL},
              "rule = %s searches weights in the frame of these data, so it does not go with --frames; give the "
              "weights of the earlier run (weights.csv) with rule = given",
              "rule = %s tìm trọng số theo hằng số của chính số liệu này nên không dùng cùng --frames; hãy ghi trọng "
              "số của lần tính trước (weights.csv) với rule = given",
              p->optimal.rule);
}

/* Weights that the data choose, after a run that shows that the method suits the data; then the run that counts. */
static bool run_optimal(struct board *b, struct plan *p) {
  if (p->optimal.aim == 0) {
    return true;
  }
  inno_result_destroy(b->result);
  b->result = NULL;
  return plan_optimize(b->session, p, b->framework, b->data->set) && run_method(b, NULL);
}

bool board_make(const struct session *s, const struct framework *f, const struct data *d, struct plan *p,
                const inno_frames *frames, struct board *b) {
  *b = (struct board){.session = s, .framework = f, .data = d, .plan = p};
  if (!frames_suit(s, p, frames) || !run_method(b, frames) || !run_optimal(b, p)) {
    return false;
  }
  b->units = inno_result_unit_count(b->result);
  b->periods = inno_result_period_count(b->result);
  b->rows = b->units * b->periods;
  b->nodes = inno_result_node_count(b->result);
  b->indicators = inno_result_indicator_count(b->result);
  b->index = b->nodes - 1;
  b->order = arena_take(s->arena, (size_t)b->units, sizeof *b->order);
  b->pillars = arena_take(s->arena, (size_t)b->nodes, sizeof *b->pillars);
  take_scores(b);
  b->all_ranks = index_ranks(b, NULL);
  if (b->all_ranks == NULL) {
    return fail_library(s, (struct place){0});
  }
  b->rank = board_shown(b, b->all_ranks);
  double *in_groups = p->group != NULL ? index_ranks(b, p->group) : NULL;
  if (p->group != NULL && in_groups == NULL) {
    return fail_library(s, p->group_place);
  }
  b->group_rank = in_groups != NULL ? board_shown(b, in_groups) : NULL;
  order_units(b);
  choose_pillars(b);
  b->decimals = score_decimals(b);
  return true;
}

void board_close(struct board *b) { inno_result_destroy(b->result); }

/* A stack, because a tree may be deep. */
void board_outline(const struct board *b, int64_t *nodes, int *depth) {
  struct arena *arena = b->session->arena;
  int64_t *last_child = arena_take(arena, (size_t)b->nodes, sizeof *last_child);
  int64_t *before = arena_take(arena, (size_t)b->nodes, sizeof *before),
          *stack = arena_take(arena, (size_t)b->nodes, sizeof *stack);
  int *deep = arena_take(arena, (size_t)b->nodes, sizeof *deep);
  for (int64_t j = 0; j < b->nodes; j++) {
    last_child[j] = -1;
  }
  for (size_t row = 0; row < b->framework->count; row++) { /* children of a node, linked from the last to the first */
    int64_t j = inno_result_find_node(b->result, b->framework->nodes[row].code);
    int64_t parent = inno_result_node_parent(b->result, j);
    if (parent >= 0) {
      before[j] = last_child[parent];
      last_child[parent] = j;
    }
  }
  int64_t count = 0, next = 0;
  stack[count++] = b->index;
  while (count > 0) {
    int64_t node = stack[--count];
    nodes[next] = node;
    depth[next++] = deep[node];
    for (int64_t child = last_child[node]; child >= 0; child = before[child]) {
      deep[child] = deep[node] + 1;
      stack[count++] = child;
    }
  }
}

const char *board_unit(const struct board *b, int64_t unit) { return b->data->names[unit]; }

const char *board_node(const struct board *b, int64_t node) {
  return framework_node_at(b->framework, node)->name;
}

const char *board_group(const struct board *b, int64_t row) {
  const struct table *t = &b->data->table;
  const char *group = b->plan->group;
  size_t column = group == NULL ? NOT_FOUND : table_column(t, arena_print(b->session->arena, "group:%s", group));
  if (column == NOT_FOUND && group != NULL) {
    column = table_column(t, group);
  }
  const char *label = column == NOT_FOUND ? "" : table_cell(t, b->data->panel.nearest[row], column);
  return number_is_missing(label) ? "" : label;
}

double board_record(const struct board *b, int32_t kind, int64_t index, int32_t field) {
  double value = NAN;
  inno_result_record(b->result, kind, index, field, &value, NULL);
  return value;
}

/* Records of a step and node stand together, period by period: a frame of its own for each period shows by a later one.
 * Records of single rows always have their period. */
int64_t board_record_period(const struct board *b, int32_t kind, int64_t index) {
  double period = board_record(b, kind, index, INNO_FIELD_PERIOD);
  double unit = board_record(b, kind, index, INNO_FIELD_UNIT);
  if (b->periods == 1 || period > 0.0 || unit >= 0.0) {
    return (int64_t)period;
  }
  double step = board_record(b, kind, index, INNO_FIELD_STEP), node = board_record(b, kind, index, INNO_FIELD_NODE);
  for (int64_t k = index + 1; k < inno_result_record_count(b->result, kind); k++) {
    bool same = !(board_record(b, kind, k, INNO_FIELD_STEP) > step) &&
                (int64_t)board_record(b, kind, k, INNO_FIELD_NODE) == (int64_t)node;
    if (!same) {
      break;
    }
    if (board_record(b, kind, k, INNO_FIELD_PERIOD) > 0.0) {
      return 0;
    }
  }
  return EVERY_PERIOD;
}

const char *board_period(const struct board *b, int64_t period) {
  return period >= 0 ? b->data->panel.texts[period] : "";
}

/* ---- the terminal ---- */

/* printf pads by bytes; this pads by columns of the terminal. */
static void put_padded(const char *text, size_t width, bool right) {
  size_t used = utf8_width(text), pad = used < width ? width - used : 0;
  printf("%*s%s%*s", right ? (int)pad : 0, "", text, right ? 0 : (int)pad, "");
}

static const char *number_text(const struct board *b, double value) {
  return isnan(value) ? "-" : arena_print(b->session->arena, "%.*f", b->decimals, value);
}

/* What the codes over the columns mean, where a code is not its own name. */
static void print_legend(const struct board *b, int64_t pillars) {
  bool any = false;
  for (int64_t k = 0; k < pillars; k++) {
    const char *code = inno_result_node_code(b->result, b->pillars[k]), *name = board_node(b, b->pillars[k]);
    if (strcmp(code, name) != 0) {
      printf("%s%s = %s\n", any ? "" : "\n", code, name);
      any = true;
    }
  }
}

static size_t pillar_width(const struct board *b, int64_t pillar) {
  size_t width = utf8_width(inno_result_node_code(b->result, b->pillars[pillar]));
  return width > 7 ? width : 7;
}

static void print_unit(const struct board *b, int64_t unit, size_t name_width, size_t score_width, int64_t pillars) {
  put_padded(isnan(b->rank[unit]) ? "-" : arena_print(b->session->arena, "%.10g", b->rank[unit]), 5, true);
  printf("  ");
  put_padded(board_unit(b, unit), name_width, false);
  printf("  ");
  put_padded(number_text(b, b->scores[b->index][unit]), score_width, true);
  for (int64_t k = 0; k < pillars; k++) {
    printf("  ");
    put_padded(number_text(b, b->scores[b->pillars[k]][unit]), pillar_width(b, k), true);
  }
  putchar('\n');
}

void board_print(const struct board *b, int64_t top) {
  const struct session *s = b->session;
  const char *index = inno_result_node_code(b->result, b->index), *unit = pick(s, "Unit", "Đơn vị");
  size_t name_width = utf8_width(unit), score_width = utf8_width(index) > 8 ? utf8_width(index) : 8;
  int64_t shown = top > 0 && top < b->units ? top : b->units, pillars = b->pillar_count <= 12 ? b->pillar_count : 0;
  for (int64_t i = 0; i < shown; i++) {
    size_t width = utf8_width(board_unit(b, b->order[i]));
    name_width = width > name_width ? width : name_width;
  }
  if (b->data->panel.named) {
    printf("%s %s\n", pick(s, "Period", "Kỳ"), board_period(b, (int64_t)b->data->panel.shown));
  }
  put_padded(pick(s, "Rank", "Hạng"), 5, true);
  printf("  ");
  put_padded(unit, name_width, false);
  printf("  ");
  put_padded(index, score_width, true);
  for (int64_t k = 0; k < pillars; k++) {
    printf("  ");
    put_padded(inno_result_node_code(b->result, b->pillars[k]), pillar_width(b, k), true);
  }
  putchar('\n');
  for (int64_t i = 0; i < shown; i++) {
    print_unit(b, b->order[i], name_width, score_width, pillars);
  }
  if (shown < b->units) {
    printf(pick(s, "... and %lld more\n", "... và %lld đơn vị nữa\n"), (long long)(b->units - shown));
  }
  print_legend(b, pillars);
}

/* Without a period in the options the one that is shown is looked at, so that the page speaks of one period. */
bool board_choose_period(const struct board *b, inno_scheme *options, int32_t key, int64_t *period) {
  const struct panel *panel = &b->data->panel;
  double asked = NAN;
  *period = (int64_t)panel->shown;
  (void)inno_scheme_get_f64(options, NULL, key, &asked, NULL);
  for (int64_t k = 0; panel->named && k < b->periods; k++) {
    *period = panel->values[k] == asked ? k : *period; /* one that is not there is the library's to refuse */
  }
  return !panel->named || !isnan(asked) ||
         inno_scheme_set_f64(options, NULL, key, panel->values[*period], b->session->error) == INNO_OK ||
         fail_library(b->session, (struct place){0});
}
