#include "verify.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

/* What a row of the published table is about. */
struct claim {
  int64_t unit, period, row; /* -1 = the data have none; the row is that of the result */
};

/* ---- columns ---- */

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
  if (strcmp(header, "rank") == 0 ||
      (*node < 0 && strcmp(header, "score") == 0)) { /* a node may have the code "score" */
    *node = b->index;
  }
  return *node >= 0;
}

/* What every column is about. Two that speak of the same would be two claims about the same numbers. */
static bool take_columns(struct verify *v) {
  const struct board *b = v->board;
  const struct session *s = b->session;
  const struct table *t = &v->table;
  v->columns = arena_take(s->arena, t->columns, sizeof *v->columns);
  for (size_t c = 0; c < t->columns; c++) {
    struct verify_column column = {.header = t->headers[c], .column = c};
    if (is_metadata(b, t->headers[c])) {
      continue;
    }
    if (!find_node(b, t->headers[c], &column.node, &column.ranks)) {
      return fail(s, table_header_place(t, c),
                  "unknown column; expected score, rank, rank:NODE, the code of a node, name, source or note",
                  "không có cột này; cần score, rank, rank:NÚT, mã của nút, name, source hoặc note");
    }
    for (size_t k = 0; k < v->column_count; k++) {
      if (v->columns[k].node == column.node && v->columns[k].ranks == column.ranks) {
        return fail(s, table_header_place(t, c), "column '%s' is about the same; leave one of the two out",
                    "cột '%s' cũng nói về giá trị này; hãy bỏ một trong hai cột", v->columns[k].header);
      }
    }
    v->columns[v->column_count++] = column;
  }
  return v->column_count > 0 || fail(s, (struct place){t->file, t->header_line, NULL},
                                     "no column to compare; expected rank, rank:NODE, score or codes of nodes",
                                     "không có cột nào để so; cần rank, rank:NÚT, score hoặc mã của nút");
}

/* ---- rows ---- */

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
  if (column != NOT_FOUND &&
      !panel_find_period(s, &b->data->panel, table_place(t, row, column), table_cell(t, row, column), &period)) {
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
    const char *when = period != NOT_FOUND    ? utf8_shown(s->arena, table_cell(t, r, period))
                       : b->data->panel.named ? board_period(b, claims[r].period)
                                              : "";
    text_print(
        s->arena, out,
        pick(s, "%s, line %zu: the data have no unit %s%s%s\n", "%s, dòng %zu: dữ liệu không có đơn vị %s%s%s\n"),
        t->file, table_place(t, r, unit).line, utf8_shown(s->arena, table_cell(t, r, unit)),
        when[0] != '\0' ? ", " : "", when);
  }
}

/* Units that only one of the two tables has are said, not counted: a publication may show a part, of the periods too.
 */
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
    text_print(
        s->arena, out,
        pick(s, "units of the data that are not in %s: %lld\n", "số đơn vị trong dữ liệu không có trong %s: %lld\n"),
        t->file, (long long)absent);
  }
}

/* ---- a publication of each period ---- */

/* The text as the library reads it: a decimal point, and no more decimals than it counts. */
static const char *plain_number(const struct session *s, const char *text) {
  char *copy = arena_text(s->arena, text, strlen(text)), *mark = strpbrk(copy, ",.");
  if (mark != NULL) {
    size_t decimals = strspn(mark + 1, "0123456789");
    *mark = '.';
    if (decimals > INNO_LIMIT_DECIMALS) {
      memmove(mark + 1 + INNO_LIMIT_DECIMALS, mark + 1 + decimals, strlen(mark + 1 + decimals) + 1);
    }
  }
  return copy;
}

static bool put_score(const struct verify *v, const struct verify_period *p, const struct verify_column *c, size_t unit,
                      const char *text) {
  const struct board *b = v->board;
  inno_status status = inno_publication_set_score_text(p->printed, inno_result_node_code(b->result, c->node),
                                                 table_cell(&v->table, p->rows[unit], table_column(&v->table, "unit")),
                                                 plain_number(b->session, text), b->session->error);
  return status == INNO_OK || fail_library(b->session, table_place(&v->table, p->rows[unit], c->column));
}

/* Numbers are read from every row, whether there is something to compare them with or not. */
static bool put_column(const struct verify *v, const struct verify_period *p, const struct verify_column *c) {
  const struct session *s = v->board->session;
  double *ranks = arena_take(s->arena, p->row_count, sizeof *ranks);
  for (size_t k = 0; k < p->row_count; k++) {
    const char *text = table_cell(&v->table, p->rows[k], c->column);
    ranks[k] = NAN;
    if (number_is_missing(text)) {
      continue;
    }
    if (!number_read(s, table_place(&v->table, p->rows[k], c->column), text, s->decimal_comma, &ranks[k]) ||
        (!c->ranks && !put_score(v, p, c, k, text))) {
      return false;
    }
  }
  return !c->ranks ||
         inno_publication_set_ranks(p->printed, inno_result_node_code(v->board->result, c->node), ranks, sizeof *ranks,
                                    s->error) == INNO_OK ||
         fail_library(s, table_header_place(&v->table, c->column));
}

static bool put_period(const struct verify *v, struct verify_period *p) {
  const struct board *b = v->board;
  const char **codes = arena_take(b->session->arena, p->row_count, sizeof *codes);
  for (size_t k = 0; k < p->row_count; k++) {
    codes[k] = table_cell(&v->table, p->rows[k], table_column(&v->table, "unit"));
  }
  if (inno_publication_create(NULL, b->framework->set, (int64_t)p->row_count, codes, &p->printed, b->session->error) !=
      INNO_OK) {
    return fail_library(b->session, (struct place){v->table.file, 0, NULL});
  }
  for (size_t c = 0; c < v->column_count; c++) {
    if (!put_column(v, p, &v->columns[c])) {
      return false;
    }
  }
  return true;
}

/* The rows of each period that the data have. Units that the data lack altogether are printed units all the same: ranks
 * and scores are compared among all; one that the data have in other periods only has nothing to say here. */
static void take_periods(struct verify *v, const struct claim *claims) {
  const struct board *b = v->board;
  size_t rows = v->table.rows;
  v->periods = arena_take(b->session->arena, (size_t)b->periods, sizeof *v->periods);
  for (int64_t k = 0; k < b->periods; k++) {
    size_t *own = arena_take(b->session->arena, rows, sizeof *own), count = 0;
    bool known = false;
    for (size_t r = 0; r < rows; r++) {
      if (claims[r].period == k && (claims[r].row >= 0 || claims[r].unit < 0)) {
        own[count++] = r;
        known = known || claims[r].row >= 0;
      }
    }
    if (known) {
      v->periods[v->period_count++] = (struct verify_period){.period = k, .rows = own, .row_count = count};
    }
  }
}

/* ---- what the library says ---- */

/* Of [explain] the keys of a verification, with the period of the rows. */
static inno_scheme *options_of(const struct verify *v, int64_t period) {
  static const int32_t keys[] = {INNO_KEY_EXPLAIN_ROUNDING, INNO_KEY_EXPLAIN_ULPS, INNO_KEY_EXPLAIN_RANKED_UNITS};
  const struct board *b = v->board;
  inno_scheme *options = NULL;
  inno_status status = inno_scheme_create(NULL, INNO_STEP_EXPLAIN, &options, b->session->error);
  for (size_t k = 0; k < sizeof keys / sizeof keys[0] && status == INNO_OK; k++) {
    int64_t value = 0;
    (void)inno_scheme_get_i64(b->plan->explain, NULL, keys[k], &value, NULL);
    if (value > 0 || keys[k] == INNO_KEY_EXPLAIN_ULPS) {
      status = inno_scheme_set_i64(options, NULL, keys[k], value, b->session->error);
    }
  }
  if (status == INNO_OK && b->data->panel.named) {
    status = inno_scheme_set_f64(options, NULL, INNO_KEY_EXPLAIN_PERIOD, inno_result_period(b->result, period),
                                 b->session->error);
  }
  if (status == INNO_OK) {
    return options;
  }
  inno_scheme_destroy(options);
  return NULL;
}

static bool verify_period(const struct verify *v, struct verify_period *p) {
  const struct board *b = v->board;
  inno_error *error = b->session->error;
  inno_scheme *options = options_of(v, p->period);
  inno_status status = options != NULL ? INNO_OK : inno_error_status(error);
  if (status == INNO_OK) {
    status =
        inno_analysis_create_verification(NULL, options, p->printed, b->plan->method, b->result, &p->verified, error);
  }
  if (status == INNO_OK && p->row_count <= VERIFY_MOST_IMPLIED) {
    status =
        inno_analysis_create_implied_weights(NULL, options, p->printed, b->plan->method, b->result, &p->implied, error);
  }
  inno_scheme_destroy(options);
  /* nothing was printed in this period: then there is nothing to say of it */
  return status == INNO_OK || status == INNO_E_NODATA ||
         fail_library(b->session, (struct place){v->table.file, 0, NULL});
}

double *verify_values(const struct verify *v, const inno_analysis *a, int32_t kind, int32_t field) {
  double *out = arena_take(v->board->session->arena, (size_t)inno_analysis_record_count(a, kind), sizeof *out);
  (void)inno_analysis_column(a, kind, field, out, sizeof *out, NULL);
  return out;
}

const char *verify_sentence(const struct verify *v, const inno_analysis *a, int64_t finding) {
  const struct session *s = v->board->session;
  int64_t needed = 0;
  (void)inno_analysis_sentence(a, finding, s->language, NULL, 0, &needed, NULL);
  char *text = arena_take(s->arena, (size_t)needed + 1, 1);
  (void)inno_analysis_sentence(a, finding, s->language, text, needed, NULL, NULL);
  return utf8_plain(s->arena, text);
}

static int64_t grave_findings(const struct verify *v, const inno_analysis *a) {
  const double *severity = verify_values(v, a, INNO_RECORD_FINDING, INNO_FIELD_SEVERITY);
  int64_t count = 0;
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_FINDING); k++) {
    count += severity[k] >= 3.0;
  }
  return count;
}

bool verify_make(const struct board *b, const char *file, struct verify *v) {
  const struct session *s = b->session;
  *v = (struct verify){.board = b};
  if (!table_read(s, file, &v->table)) {
    return false;
  }
  const struct table *t = &v->table;
  if (table_column(t, "unit") == NOT_FOUND) {
    return fail(s, (struct place){file, t->header_line, NULL}, "the header has no column 'unit'",
                "dòng tiêu đề không có cột 'unit'");
  }
  struct claim *claims = arena_take(s->arena, t->rows, sizeof *claims);
  for (size_t r = 0; r < t->rows; r++) {
    if (!take_claim(b, t, r, &claims[r])) {
      return false;
    }
  }
  if (!check_once(b, t, claims) || !take_columns(v)) {
    return false;
  }
  take_periods(v, claims);
  for (size_t k = 0; k < v->period_count; k++) {
    if (!put_period(v, &v->periods[k]) || !verify_period(v, &v->periods[k])) {
      return false;
    }
    v->disagreements += grave_findings(v, v->periods[k].verified);
  }
  verify_write_text(v);
  print_absent(b, t, claims, &v->text);
  return true;
}

void verify_close(struct verify *v) {
  for (size_t k = 0; k < v->period_count; k++) {
    inno_analysis_destroy(v->periods[k].verified);
    inno_analysis_destroy(v->periods[k].implied);
    inno_publication_destroy(v->periods[k].printed);
  }
}
