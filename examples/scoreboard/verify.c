#include "verify.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

enum { HALF_UP = 1, HALF_EVEN = 2, TRUNCATED = 4, EVERY_ROUNDING = 7 };
enum { MOST_DECIMALS = 30 }; /* of a published value; more than a double can tell apart, few enough for the buffers below */

/* ---- rounding, on decimal text: exact ---- */

/* |value| cut to that many decimals, the last digit raised or not. */
static double cut(double value, int decimals, bool raise) {
  char text[420];
  snprintf(text, sizeof text, "%.*f", decimals + 60, fabs(value));
  char *point = strchr(text, '.');
  point[decimals == 0 ? 0 : decimals + 1] = '\0';
  if (raise) {
    char *digit = text + strlen(text) - 1;
    while (digit >= text && (*digit == '9' || *digit == '.')) {
      if (*digit == '9') {
        *digit = '0';
      }
      digit--;
    }
    if (digit < text) {
      memmove(text + 1, text, strlen(text) + 1);
      text[0] = '1';
    } else {
      (*digit)++;
    }
  }
  double size = strtod(text, NULL);
  return value < 0.0 ? -size : size;
}

/* The decimals that are cut away, against one half: -1, 0, 1. shortest: of the shortest text of the number, as a person sees it. */
static int against_half(double value, int decimals, bool shortest) {
  char text[420];
  if (shortest) {
    int digits = 1;
    char trial[64];
    do {
      snprintf(trial, sizeof trial, "%.*g", digits, fabs(value));
    } while (strtod(trial, NULL) != fabs(value) && ++digits <= 17);
    snprintf(text, sizeof text, "%.*f", 30, 0.0);
    int places = digits - (value == 0.0 ? 0 : (int)floor(log10(fabs(value)))) - 1;
    snprintf(text, sizeof text, "%.*f", places > 0 ? places : 0, fabs(value));
    if (strchr(text, '.') == NULL) {
      snprintf(text + strlen(text), sizeof text - strlen(text), ".0");
    }
  } else {
    snprintf(text, sizeof text, "%.60f", fabs(value));
  }
  char *rest = strchr(text, '.') + 1;
  if ((int)strlen(rest) <= decimals) {
    return -1;
  }
  rest += decimals;
  if (rest[0] != '5') {
    return rest[0] < '5' ? -1 : 1;
  }
  for (rest++; *rest != '\0'; rest++) {
    if (*rest != '0') {
      return 1;
    }
  }
  return 0;
}

static bool last_digit_odd(double value, int decimals) {
  char text[420];
  snprintf(text, sizeof text, "%.*f", decimals + 60, fabs(value));
  char *point = strchr(text, '.');
  char digit = decimals == 0 ? point[-1] : point[decimals];
  return (digit - '0') % 2 != 0;
}

/* Which roundings turn our value into the published one. */
static int roundings(double ours, double published, int decimals) {
  int found = ours == published ? EVERY_ROUNDING : 0; /* printed with every digit */
  for (int pass = 0; pass < 2; pass++) {
    int half = against_half(ours, decimals, pass == 1);
    bool even_up = half > 0 || (half == 0 && last_digit_odd(ours, decimals));
    found |= cut(ours, decimals, half >= 0) == published ? HALF_UP : 0;
    found |= cut(ours, decimals, even_up) == published ? HALF_EVEN : 0;
  }
  return found | (cut(ours, decimals, false) == published ? TRUNCATED : 0);
}

static int decimals_of(const char *text) {
  const char *point = strpbrk(text, ".,");
  const char *exponent = strpbrk(text, "eE");
  long count = point == NULL ? 0 : (long)strspn(point + 1, "0123456789");
  count -= exponent == NULL ? 0 : strtol(exponent + 1, NULL, 10); /* 2.5e-3 has four */
  return count < 0 ? 0 : count > MOST_DECIMALS ? MOST_DECIMALS : (int)count;
}

/* ---- columns ---- */

/* What a row of the published table is about. */
struct claim {
  int64_t unit, period, row; /* -1 = the data have none; the row is that of the result */
};

struct comparison {
  const struct board *board;
  const struct table *table;
  const struct claim *claims; /* of each row of the table */
  size_t column;
  int64_t node;
  bool ranks;
  double *ours;
  int64_t compared, agreed;
  int common; /* roundings that explain every value so far */
  struct text *out;
};

/* Columns that may stand beside the published values, unless a node has this code. */
static bool is_metadata(const struct board *b, const char *header) {
  if (strcmp(header, "period") == 0) { /* a key where the data have it; else it may be the code of an aggregate */
    return b->data->panel.named;
  }
  static const char *const names[] = {"unit", "name", "source", "note"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(header, names[i]) == 0) {
      return i == 0 || inno_result_find_node(b->result, header) < 0;
    }
  }
  return false;
}

/* "rank", "rank:NODE", "score" or the code of a node; false = none of these. */
static bool find_node(const struct board *b, const char *header, int64_t *node, bool *ranks) {
  *ranks = strcmp(header, "rank") == 0 || strncmp(header, "rank:", 5) == 0;
  const char *code = strncmp(header, "rank:", 5) == 0 ? header + 5 : header;
  *node = inno_result_find_node(b->result, code);
  if (strcmp(header, "rank") == 0 || (*node < 0 && strcmp(header, "score") == 0)) { /* a node may have the code "score" */
    *node = b->index;
  }
  return *node >= 0;
}

static void report_difference(const struct comparison *c, const struct claim *claim, const char *published,
                              double value) {
  const struct session *s = c->board->session;
  const char *period = board_period(c->board, claim->period);
  double ours = c->ours[claim->row];
  const char *shown = isnan(ours) ? pick(s, "missing", "thiếu") : arena_print(s->arena, c->ranks ? "%.10g" : "%.6f", ours);
  text_print(s->arena, c->out, "  %s%s%s: %s %s, %s %s", inno_result_unit_code(c->board->result, claim->unit),
             period[0] != '\0' ? ", " : "", period, pick(s, "published", "công bố"), published,
             pick(s, "computed", "tính được"), shown);
  if (!isnan(ours)) {
    text_print(s->arena, c->out, " (%+.4g)", value - ours);
  }
  text_put(s->arena, c->out, "\n");
}

static bool compare_cell(struct comparison *c, size_t row) {
  const struct session *s = c->board->session;
  const char *text = table_cell(c->table, row, c->column);
  const struct claim *claim = &c->claims[row];
  double value = NAN;
  if (number_is_missing(text)) {
    return true;
  }
  if (!number_read(s, table_place(c->table, row, c->column), text, s->decimal_comma, &value)) {
    return false;
  }
  if (claim->row < 0) { /* said by print_absent(); there is nothing to compare it with */
    return true;
  }
  c->compared++;
  double ours = c->ours[claim->row];
  int found = 0;
  if (!isnan(ours)) {
    found = c->ranks ? (ours == value ? EVERY_ROUNDING : 0) : roundings(ours, value, decimals_of(text));
  }
  if (found == 0) {
    report_difference(c, claim, text, value);
    return true;
  }
  c->agreed++;
  c->common &= found;
  return true;
}

static void print_summary(const struct comparison *c, const char *header) {
  const struct session *s = c->board->session;
  text_print(s->arena, c->out, pick(s, "%s: %lld of %lld agree", "%s: %lld trên %lld khớp"), header, (long long)c->agreed, (long long)c->compared);
  if (!c->ranks && c->agreed > 0) {
    const char *rule = (c->common & HALF_UP) != 0     ? pick(s, "rounded half up", "làm tròn nửa lên")
                       : (c->common & HALF_EVEN) != 0 ? pick(s, "rounded half to even", "làm tròn nửa về chẵn")
                       : (c->common & TRUNCATED) != 0 ? pick(s, "truncated", "cắt bỏ phần lẻ")
                                                      : pick(s, "under different roundings", "theo các cách làm tròn khác nhau");
    text_print(s->arena, c->out, " (%s)", rule);
  }
  text_put(s->arena, c->out, "\n");
}

static bool compare_column(const struct board *b, const struct table *t, const struct claim *claims, size_t column,
                           struct comparison_text *out, bool *any) {
  struct comparison c = {
      .board = b, .table = t, .claims = claims, .column = column, .common = EVERY_ROUNDING, .out = &out->text};
  if (is_metadata(b, t->headers[column])) {
    return true;
  }
  if (!find_node(b, t->headers[column], &c.node, &c.ranks)) {
    return fail(b->session, table_header_place(t, column), "unknown column; expected score, rank, rank:NODE, the code of a node, name, source or note",
                "không có cột này; cần score, rank, rank:NÚT, mã của nút, name, source hoặc note");
  }
  *any = true;
  c.ours = arena_take(b->session->arena, (size_t)b->rows, sizeof *c.ours);
  inno_status status = c.ranks ? inno_result_ranks(b->result, c.node, NULL, c.ours, sizeof *c.ours, b->session->error)
                               : inno_result_scores(b->result, c.node, c.ours, sizeof *c.ours, b->session->error);
  if (status != INNO_OK) {
    return fail_library(b->session, (struct place){0});
  }
  for (size_t r = 0; r < t->rows; r++) {
    if (!compare_cell(&c, r)) {
      return false;
    }
  }
  print_summary(&c, t->headers[column]);
  out->disagreements += c.compared - c.agreed;
  return true;
}

static bool present(const struct board *b, int64_t row) { return b->data->panel.rows[row] != NOT_FOUND; }

/* Reads the keys of a row: unit, and period where the table has one; else it is about the period that is shown. */
static bool take_claim(const struct board *b, const struct table *t, size_t row, struct claim *out) {
  const struct session *s = b->session;
  size_t unit = table_column(t, "unit"), column = b->data->panel.named ? table_column(t, "period") : NOT_FOUND;
  size_t period = b->data->panel.shown;
  const char *code = table_cell(t, row, unit);
  if (code[0] == '\0') {
    return fail(s, table_place(t, row, unit), "the unit has no code", "đơn vị không có mã");
  }
  if (column != NOT_FOUND && !panel_find_period(s, &b->data->panel, table_place(t, row, column),
                                                table_cell(t, row, column), &period)) {
    return false;
  }
  out->unit = inno_result_find_unit(b->result, code);
  out->period = period != NOT_FOUND ? (int64_t)period : -1;
  out->row = out->unit >= 0 && out->period >= 0 ? out->period * b->units + out->unit : -1;
  out->row = out->row >= 0 && present(b, out->row) ? out->row : -1;
  return true;
}

/* A second row would be a second claim about the same unit, whether the data have it or not. */
static bool check_once(const struct board *b, const struct table *t, const struct claim *claims) {
  const struct session *s = b->session;
  size_t unit = table_column(t, "unit"), period = b->data->panel.named ? table_column(t, "period") : NOT_FOUND;
  const char **keys = arena_take(s->arena, t->rows, sizeof *keys);
  for (size_t r = 0; r < t->rows; r++) { /* codes have no line breaks */
    const char *when = claims[r].period >= 0 ? board_period(b, claims[r].period) : table_cell(t, r, period);
    keys[r] = arena_print(s->arena, "%s\n%s", when, table_cell(t, r, unit));
  }
  struct lookup found = lookup_build(s->arena, keys, t->rows);
  size_t earlier = 0, again = lookup_duplicate(&found, &earlier);
  if (again == NOT_FOUND) {
    return true;
  }
  size_t line = table_place(t, earlier, unit).line;
  return period == NOT_FOUND
             ? fail(s, table_place(t, again, unit), "unit '%s' is already in line %zu; every unit may appear once",
                    "đơn vị '%s' đã có ở dòng %zu; mỗi đơn vị chỉ được xuất hiện một lần", table_cell(t, again, unit),
                    line)
             : fail(s, table_place(t, again, unit),
                    "unit '%s' is already in line %zu for this period; every unit may appear once in a period",
                    "đơn vị '%s' đã có ở dòng %zu cho kỳ này; mỗi đơn vị chỉ được xuất hiện một lần trong một kỳ",
                    table_cell(t, again, unit), line);
}

static void print_unknown(const struct board *b, const struct table *t, const struct claim *claims, struct text *out) {
  const struct session *s = b->session;
  size_t unit = table_column(t, "unit"), period = b->data->panel.named ? table_column(t, "period") : NOT_FOUND;
  for (size_t r = 0; r < t->rows; r++) {
    if (claims[r].row >= 0) {
      continue;
    }
    const char *when = period != NOT_FOUND       ? utf8_shown(s->arena, table_cell(t, r, period))
                       : b->data->panel.named ? board_period(b, claims[r].period)
                                                 : "";
    text_print(s->arena, out, pick(s, "%s, line %zu: the data have no unit %s%s%s\n",
                                   "%s, dòng %zu: dữ liệu không có đơn vị %s%s%s\n"),
               t->file, table_place(t, r, unit).line, utf8_shown(s->arena, table_cell(t, r, unit)),
               when[0] != '\0' ? ", " : "", when);
  }
}

/* Units that only one of the two tables has are said, not counted: a publication may show a part, of the periods too. */
static void print_absent(const struct board *b, const struct table *t, const struct claim *claims, struct text *out) {
  const struct session *s = b->session;
  bool *published = arena_take(s->arena, (size_t)b->rows, sizeof *published);
  bool *spoken_of = arena_take(s->arena, (size_t)b->periods, sizeof *spoken_of);
  int64_t absent = 0;
  print_unknown(b, t, claims, out);
  for (size_t r = 0; r < t->rows; r++) {
    if (claims[r].period >= 0) {
      spoken_of[claims[r].period] = true;
    }
    if (claims[r].row >= 0) {
      published[claims[r].row] = true;
    }
  }
  for (int64_t i = 0; i < b->rows; i++) {
    absent += spoken_of[i / b->units] && present(b, i) && !published[i];
  }
  if (absent > 0) {
    text_print(s->arena, out, pick(s, "units of the data that are not in %s: %lld\n",
                                   "số đơn vị trong dữ liệu không có trong %s: %lld\n"),
               t->file, (long long)absent);
  }
}

bool verify_compare(const struct board *b, const char *file, struct comparison_text *out) {
  const struct session *s = b->session;
  struct table t;
  bool any = false;
  *out = (struct comparison_text){.disagreements = 0};
  if (!table_read(s, file, &t)) {
    return false;
  }
  if (table_column(&t, "unit") == NOT_FOUND) {
    return fail(s, (struct place){file, t.header_line, NULL}, "the header has no column 'unit'", "dòng tiêu đề không có cột 'unit'");
  }
  struct claim *claims = arena_take(s->arena, t.rows, sizeof *claims);
  for (size_t r = 0; r < t.rows; r++) {
    if (!take_claim(b, &t, r, &claims[r])) {
      return false;
    }
  }
  if (!check_once(b, &t, claims)) {
    return false;
  }
  for (size_t c = 0; c < t.columns; c++) {
    if (!compare_column(b, &t, claims, c, out, &any)) {
      return false;
    }
  }
  if (!any) {
    return fail(s, (struct place){file, t.header_line, NULL}, "no column to compare; expected rank, rank:NODE, score or codes of nodes",
                "không có cột nào để so; cần rank, rank:NÚT, score hoặc mã của nút");
  }
  print_absent(b, &t, claims, &out->text);
  return true;
}
