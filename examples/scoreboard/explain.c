#include "explain.h"

#include <math.h>
#include <string.h>

#include "utf8.h"

/* ---- making ---- */

/* By code, else by name. */
static int64_t find_unit(const struct board *b, const char *text) {
  int64_t unit = inno_result_find_unit(b->result, text);
  for (int64_t i = 0; unit < 0 && i < b->units; i++) {
    unit = strcmp(board_unit(b, i), text) == 0 ? i : -1;
  }
  return unit;
}

static bool no_such_unit(const struct board *b, const char *text) {
  const char **known = arena_take(b->session->arena, 2 * (size_t)b->units, sizeof *known);
  for (int64_t i = 0; i < b->units; i++) {
    known[2 * i] = inno_result_unit_code(b->result, i);
    known[2 * i + 1] = board_unit(b, i);
  }
  return fail(b->session, (struct place){b->data->file, 0, NULL}, "there is no unit '%s' to explain.%s",
              "không có đơn vị '%s' để giải thích.%s", utf8_shown(b->session->arena, text),
              did_you_mean(b->session, text, known, 2 * (size_t)b->units));
}

bool explain_make(const struct board *b, const char *unit, struct explain *e) {
  struct arena *arena = b->session->arena;
  *e = (struct explain){.board = b, .unit = find_unit(b, unit)};
  inno_scheme *options = b->plan->explain;
  if (e->unit < 0) {
    return no_such_unit(b, unit);
  }
  if (!board_choose_period(b, options, INNO_KEY_EXPLAIN_PERIOD, &e->period)) {
    return false;
  }
  if (inno_analysis_create_trace(NULL, options, b->plan->method, b->data->set, b->result, e->unit, &e->tables,
                                 b->session->error) != INNO_OK) {
    return fail_library(b->session, plan_explain_place(b->session, b->plan));
  }
  e->record_of = arena_take(arena, (size_t)b->nodes, sizeof *e->record_of);
  e->first_step = arena_take(arena, (size_t)b->indicators, sizeof *e->first_step);
  for (int64_t k = 0; k < b->nodes; k++) {
    e->record_of[k] = -1;
  }
  for (int64_t k = 0; k < inno_analysis_record_count(e->tables, INNO_RECORD_TRACE_NODE); k++) {
    e->record_of[(int64_t)explain_number(e, INNO_RECORD_TRACE_NODE, k, INNO_FIELD_NODE)] = k;
  }
  for (int64_t k = inno_analysis_record_count(e->tables, INNO_RECORD_TRACE_STEP); k-- > 0;) {
    e->first_step[(int64_t)explain_number(e, INNO_RECORD_TRACE_STEP, k, INNO_FIELD_NODE)] = k;
  }
  return true;
}

void explain_close(struct explain *e) { inno_analysis_destroy(e->tables); }

/* ---- reading ---- */

double explain_number(const struct explain *e, int32_t kind, int64_t record, int32_t field) {
  double value = NAN;
  (void)inno_analysis_record(e->tables, kind, record, field, &value, NULL);
  return value;
}

double explain_node(const struct explain *e, int64_t node, int32_t field) {
  return explain_number(e, INNO_RECORD_TRACE_NODE, e->record_of[node], field);
}

double explain_parameter(const struct explain *e, int32_t step, int64_t node, int32_t key) {
  enum { TABLE = INNO_RECORD_TRACE_PARAMETER };
  for (int64_t k = 0; k < inno_analysis_record_count(e->tables, TABLE); k++) {
    if ((int32_t)explain_number(e, TABLE, k, INNO_FIELD_PARAMETER_KEY) == key &&
        (int32_t)explain_number(e, TABLE, k, INNO_FIELD_STEP) == step &&
        (int64_t)explain_number(e, TABLE, k, INNO_FIELD_NODE) == node) {
      return explain_number(e, TABLE, k, INNO_FIELD_VALUE);
    }
  }
  return NAN;
}

const char *explain_digits(const struct explain *e, double value) {
  return isnan(value) ? "–" : arena_print(e->board->session->arena, "%.6g", value);
}

const char *explain_score(const struct explain *e, double value) {
  return isnan(value) ? "–" : arena_print(e->board->session->arena, "%.*f", e->board->decimals, value);
}

int64_t explain_outline(const struct explain *e, int64_t *nodes) {
  int *depth = arena_take(e->board->session->arena, (size_t)e->board->nodes, sizeof *depth);
  int64_t count = 0;
  board_outline(e->board, nodes, depth);
  for (int64_t k = 0; k < e->board->nodes; k++) {
    if (e->record_of[nodes[k]] >= 0) {
      nodes[count++] = nodes[k];
    }
  }
  return count;
}

int64_t explain_children(const struct explain *e, int64_t aggregate, int64_t *children) {
  const struct board *b = e->board;
  int64_t count = 0;
  for (size_t row = 0; row < b->framework->count; row++) { /* in the order of the file, as the outline */
    int64_t node = inno_result_find_node(b->result, b->framework->nodes[row].code);
    if (inno_result_node_parent(b->result, node) == aggregate) {
      children[count++] = node;
    }
  }
  return count;
}

/* ---- the terminal ---- */

static void put_padded(const char *text, size_t width, bool right) {
  size_t used = utf8_width(text), pad = used < width ? width - used : 0;
  printf("%*s%s%*s", right ? (int)pad : 0, "", text, right ? 0 : (int)pad, "");
}

static void print_name(const struct explain *e, int64_t node) {
  const char *code = inno_result_node_code(e->board->result, node), *name = board_node(e->board, node);
  printf("\n%s%s%s", code, strcmp(code, name) != 0 ? "  " : "", strcmp(code, name) != 0 ? name : "");
}

static const char *rank_text(const struct explain *e, int64_t node) {
  double rank = explain_node(e, node, INNO_FIELD_RANK);
  return isnan(rank)
             ? "–"
             : arena_print(e->board->session->arena, "%.10g/%.0f", rank, explain_node(e, node, INNO_FIELD_COUNT));
}

static const char *percent(const struct explain *e, double share) {
  return isnan(share) ? "–" : arena_print(e->board->session->arena, "%.2f%%", 100.0 * share);
}

enum { CODE, SCORE, RANK, WEIGHT, SHARE, PRESENT, ADDS, CELLS }; /* PRESENT only where a child is missing */

static void child_cells(const struct explain *e, int64_t node, const char **cells) {
  cells[CODE] = inno_result_node_code(e->board->result, node);
  cells[SCORE] = explain_score(e, explain_node(e, node, INNO_FIELD_SCORE));
  cells[RANK] = rank_text(e, node);
  cells[WEIGHT] = explain_digits(e, explain_node(e, node, INNO_FIELD_WEIGHT));
  cells[SHARE] = percent(e, explain_node(e, node, INNO_FIELD_SHARE));
  cells[PRESENT] = percent(e, explain_node(e, node, INNO_FIELD_PRESENT_SHARE));
  cells[ADDS] = explain_score(e, explain_node(e, node, INNO_FIELD_ADDS));
}

static void print_children(const struct explain *e, int64_t aggregate) {
  const struct session *s = e->board->session;
  int64_t *children = arena_take(s->arena, (size_t)e->board->nodes, sizeof *children);
  int64_t count = explain_children(e, aggregate, children);
  const char **cells = arena_take(s->arena, ((size_t)count + 1) * CELLS, sizeof *cells);
  const char *heads[CELLS] = {"",
                              pick(s, "score", "điểm"),
                              pick(s, "rank", "hạng"),
                              pick(s, "weight", "trọng số"),
                              pick(s, "share", "tỷ trọng"),
                              pick(s, "of those there", "phần hiện có"),
                              pick(s, "adds", "đóng góp")};
  memcpy(cells, heads, sizeof heads);
  for (int64_t c = 0; c < count; c++) {
    child_cells(e, children[c], cells + (c + 1) * CELLS);
  }
  size_t width[CELLS] = {0};
  for (int64_t k = 0; k < (count + 1) * CELLS; k++) {
    size_t used = utf8_width(cells[k]);
    width[k % CELLS] = used > width[k % CELLS] ? used : width[k % CELLS];
  }
  for (int64_t k = 0; k < (count + 1) * CELLS; k++) {
    if (k % CELLS == PRESENT && (int64_t)explain_node(e, aggregate, INNO_FIELD_AVAILABLE) == count) {
      continue;
    }
    printf("  ");
    put_padded(cells[k], width[k % CELLS], k % CELLS != CODE);
    if (k % CELLS == CELLS - 1) {
      putchar('\n');
    }
  }
}

static void print_indicator(const struct explain *e, int64_t indicator) {
  struct explain_line lines[EXPLAIN_LINES];
  int64_t count = explain_lines(e, indicator, lines);
  size_t width = 0;
  for (int64_t k = 0; k < count; k++) {
    width = utf8_width(lines[k].what) > width ? utf8_width(lines[k].what) : width;
  }
  for (int64_t k = 0; k < count; k++) {
    printf("  ");
    put_padded(lines[k].what, width, false);
    printf("  %s\n", lines[k].how);
  }
}

void explain_print(const struct explain *e) {
  const struct board *b = e->board;
  int64_t *nodes = arena_take(b->session->arena, (size_t)b->nodes, sizeof *nodes);
  int64_t count = explain_outline(e, nodes);
  printf("\n%s: %s\n", board_unit(b, e->unit), explain_head(e));
  for (int64_t k = 0; k < count; k++) {
    print_name(e, nodes[k]);
    if (nodes[k] < b->indicators) {
      putchar('\n');
      print_indicator(e, nodes[k]);
    } else {
      printf(": %s\n", explain_rule(e, nodes[k]));
      print_children(e, nodes[k]);
    }
  }
}
