#include "frontier.h"

#include <math.h>
#include <string.h>

#include "files.h"
#include "page.h"

enum { UNIT_FIELDS = 7, CELL_FIELDS = 4, MOST_SENTENCES = 10, MOST_COLUMNS = 12 };

static const struct {
  int32_t field;
  const char *name;
} unit_fields[UNIT_FIELDS] = {{INNO_FRONTIER_SCORE, "score"},
                              {INNO_FRONTIER_DISTANCE, "distance"},
                              {INNO_FRONTIER_AVAILABLE, "available"},
                              {INNO_FRONTIER_ITERATIONS, "iterations"},
                              {INNO_FRONTIER_PRIMAL, "primal"},
                              {INNO_FRONTIER_DUAL, "dual"},
                              {INNO_FRONTIER_GAP, "gap"}},
  cell_fields[CELL_FIELDS] = {{INNO_FRONTIER_MULTIPLIER, "multiplier"},
                              {INNO_FRONTIER_SHARE, "share"},
                              {INNO_FRONTIER_TARGET, "target"},
                              {INNO_FRONTIER_INDICATOR_SCORE, "score"}};
enum { SCORE = 0, SHARE = 1 }; /* their places in the tables above */

struct frontier {
  const struct frontier_rule *rule;
  const char **codes;         /* of the children */
  double *values;             /* rows x children */
  double *units[UNIT_FIELDS]; /* of each row */
  double *cells[CELL_FIELDS]; /* rows x children */
  inno_status *status;        /* of each row */
  const char **why;           /* the sentence of a status that is not INNO_OK */
  const char **peers;         /* "A 0.25; B 0.75" */
};

/* ---- computing ---- */

/* Units of one period that have any value: one without takes no part, and common weights need complete data. */
struct work {
  const struct board *board;
  struct frontier *frontier;
  int64_t period, count, *rows;
  inno_frontier *handle;
};

/* The line that sets what the sentence speaks of; one that names the child comes first, then one for all. */
static struct place place_of(const struct frontier_rule *r, const char *sentence) {
  size_t line = 0, best = 0;
  for (size_t e = 0; e < r->section->entry_count; e++) {
    const struct ini_entry *entry = &r->section->entries[e];
    char name[64];
    size_t length = strcspn(entry->key, ".");
    if (length >= sizeof name || strcmp(entry->key, "rule") == 0) {
      continue;
    }
    memcpy(name, entry->key, length);
    name[length] = '\0';
    bool child = entry->key[length] == '.' && strstr(sentence, entry->key + length + 1) != NULL;
    size_t rank = speaks_of(sentence, name) ? (child ? 3 : entry->key[length] == '\0' ? 2 : 1) : 0;
    if (rank > best) {
      best = rank;
      line = entry->line;
    }
  }
  return (struct place){r->file, line > 0 ? line : r->section->line, NULL};
}

static bool fail_period(const struct work *w) {
  const struct session *s = w->board->session;
  const char *sentence = inno_error_message(s->error), *period = board_period(w->board, w->period);
  struct place place = place_of(w->frontier->rule, sentence);
  return period[0] == '\0' || sentence[0] == '\0' ? fail_library(s, place)
                                                  : fail(s, place, "%s: %s", "%s: %s", period, sentence);
}

static bool set_benchmark(const struct work *w) {
  const struct session *s = w->board->session;
  const struct frontier_rule *r = w->frontier->rule;
  if (r->benchmark == NULL) {
    return true;
  }
  struct place place = {r->file, r->benchmark_line, NULL};
  int64_t unit = inno_result_find_unit(w->board->result, r->benchmark);
  for (int64_t i = 0; i < w->count; i++) {
    if (unit >= 0 && w->rows[i] % w->board->units == unit) {
      return inno_frontier_options_set_i64(r->options, -1, INNO_KEY_FRONTIER_BENCHMARK, i, s->error) == INNO_OK ||
             fail_library(s, place);
    }
  }
  const char *period = board_period(w->board, w->period);
  return unit < 0 ? fail(s, place, "the data have no unit '%s'; benchmark is the code of a unit",
                         "dữ liệu không có đơn vị '%s'; benchmark là mã của một đơn vị", r->benchmark)
                  : fail(s, place, "the benchmark '%s' has no values%s%s; choose another unit",
                         "đơn vị chuẩn '%s' không có giá trị nào%s%s; hãy chọn đơn vị khác", r->benchmark,
                         period[0] != '\0' ? ", " : "", period);
}

static bool create(struct work *w) {
  struct arena *arena = w->board->session->arena;
  const struct frontier *f = w->frontier;
  size_t width = f->rule->child_count;
  double *values = arena_take(arena, (size_t)w->count * width, sizeof *values);
  const char **codes = arena_take(arena, (size_t)w->count, sizeof *codes);
  for (int64_t i = 0; i < w->count; i++) {
    memcpy(values + (size_t)i * width, f->values + (size_t)w->rows[i] * width, width * sizeof *values);
    codes[i] = inno_result_unit_code(w->board->result, w->rows[i] % w->board->units);
  }
  ptrdiff_t stride = (ptrdiff_t)sizeof *values;
  return inno_frontier_create(NULL, f->rule->options, values, w->count, (int64_t)width, (ptrdiff_t)width * stride,
                              stride, codes, f->codes, &w->handle, w->board->session->error) == INNO_OK ||
         fail_period(w);
}

static bool advance(const struct work *w) {
  int32_t done = 0;
  while (!done) {
    if (inno_frontier_advance(w->handle, INT64_C(1) << 40, &done, w->board->session->error) != INNO_OK) {
      return fail_period(w);
    }
  }
  return true;
}

static const char *peers_of(const struct work *w, int64_t unit) {
  struct text list = {0};
  text_put(w->board->session->arena, &list, "");
  for (int64_t k = 0; k < inno_frontier_peer_count(w->handle, unit); k++) {
    int64_t peer = -1;
    double weight = NAN;
    inno_frontier_peer(w->handle, unit, k, &peer, &weight, NULL);
    text_print(w->board->session->arena, &list, "%s%s %.17g", k > 0 ? "; " : "",
               inno_result_unit_code(w->board->result, w->rows[peer] % w->board->units), weight);
  }
  return list.bytes;
}

static bool take_results(const struct work *w) {
  const struct session *s = w->board->session;
  struct frontier *f = w->frontier;
  size_t width = f->rule->child_count, n = (size_t)w->count;
  double *units = arena_take(s->arena, n, sizeof *units), *cells = arena_take(s->arena, n * width, sizeof *cells);
  ptrdiff_t stride = (ptrdiff_t)sizeof *cells;
  for (int k = 0; k < UNIT_FIELDS; k++) {
    if (inno_frontier_unit_values(w->handle, unit_fields[k].field, units, stride, s->error) != INNO_OK) {
      return fail_period(w);
    }
    for (size_t i = 0; i < n; i++) {
      f->units[k][w->rows[i]] = units[i];
    }
  }
  for (int k = 0; k < CELL_FIELDS; k++) {
    if (inno_frontier_indicator_values(w->handle, cell_fields[k].field, cells, (ptrdiff_t)width * stride, stride,
                                       s->error) != INNO_OK) {
      return fail_period(w);
    }
    for (size_t i = 0; i < n; i++) {
      memcpy(f->cells[k] + (size_t)w->rows[i] * width, cells + i * width, width * sizeof *cells);
    }
  }
  for (int64_t i = 0; i < w->count; i++) {
    int64_t row = w->rows[i];
    f->status[row] = inno_frontier_unit_status(w->handle, i, s->error);
    f->why[row] = f->status[row] != INNO_OK ? arena_print(s->arena, "%s", inno_error_message(s->error)) : "";
    f->peers[row] = peers_of(w, i);
  }
  return true;
}

static bool compute_period(const struct board *b, struct frontier *f, int64_t period) {
  struct work w = {.board = b, .frontier = f, .period = period};
  size_t width = f->rule->child_count;
  w.rows = arena_take(b->session->arena, (size_t)b->units, sizeof *w.rows);
  for (int64_t row = period * b->units; row < (period + 1) * b->units; row++) {
    bool any = false;
    for (size_t k = 0; k < width; k++) {
      any = any || !isnan(f->values[(size_t)row * width + k]);
    }
    if (any) {
      w.rows[w.count++] = row;
    }
  }
  if (w.count == 0) {
    return true;
  }
  bool ok = set_benchmark(&w) && create(&w) && advance(&w) && take_results(&w);
  inno_frontier_destroy(w.handle);
  return ok;
}

/* Everything missing until it is computed. */
static bool prepare(const struct board *b, const struct frontier_rule *rule, struct frontier *f) {
  const struct session *s = b->session;
  size_t width = rule->child_count, rows = (size_t)b->rows;
  double *column = arena_take(s->arena, rows, sizeof *column);
  *f = (struct frontier){.rule = rule};
  f->codes = arena_take(s->arena, width, sizeof *f->codes);
  f->values = arena_take(s->arena, rows * width, sizeof *f->values);
  f->status = arena_take(s->arena, rows, sizeof *f->status);
  f->why = arena_take(s->arena, rows, sizeof *f->why);
  f->peers = arena_take(s->arena, rows, sizeof *f->peers);
  for (int k = 0; k < UNIT_FIELDS; k++) {
    f->units[k] = arena_take(s->arena, rows, sizeof(double));
  }
  for (int k = 0; k < CELL_FIELDS; k++) {
    f->cells[k] = arena_take(s->arena, rows * width, sizeof(double));
  }
  for (size_t k = 0; k < width; k++) {
    f->codes[k] = b->framework->nodes[rule->children[k]].code;
    int64_t node = inno_result_find_node(b->result, f->codes[k]);
    if (inno_result_scores(b->result, node, column, sizeof *column, s->error) != INNO_OK) {
      return fail_library(s, (struct place){rule->file, rule->section->line, NULL});
    }
    for (size_t i = 0; i < rows; i++) {
      f->values[i * width + k] = column[i];
      for (int c = 0; c < CELL_FIELDS; c++) {
        f->cells[c][i * width + k] = NAN;
      }
    }
  }
  for (size_t i = 0; i < rows; i++) {
    for (int k = 0; k < UNIT_FIELDS; k++) {
      f->units[k][i] = NAN;
    }
    f->status[i] = INNO_E_NODATA;
    f->why[i] = pick(s, "no value", "không có giá trị nào");
    f->peers[i] = "";
  }
  return true;
}

bool frontiers_make(struct board *b) {
  b->frontiers = arena_take(b->session->arena, b->plan->frontier_count, sizeof *b->frontiers);
  for (size_t k = 0; k < b->plan->frontier_count; k++) {
    if (!prepare(b, &b->plan->frontiers[k], &b->frontiers[k])) {
      return false;
    }
    for (int64_t period = 0; period < b->periods; period++) {
      if (!compute_period(b, &b->frontiers[k], period)) {
        return false;
      }
    }
  }
  return true;
}

/* ---- frontier.csv: one row a node and unit; a child has one parent, so its columns belong to one frontier ---- */

static void put_cell(FILE *out, double value) {
  if (isnan(value)) {
    fputc(',', out);
  } else {
    fprintf(out, ",%.17g", value);
  }
}

static void write_header(const struct board *b, FILE *out) {
  fputs(b->data->panel.named ? "unit,period,node,rule,status" : "unit,node,rule,status", out);
  for (int k = 0; k < UNIT_FIELDS; k++) {
    fprintf(out, ",%s", unit_fields[k].name);
  }
  fputs(",peers", out);
  for (size_t at = 0; at < b->plan->frontier_count; at++) {
    const struct frontier *f = &b->frontiers[at];
    for (size_t c = 0; c < f->rule->child_count; c++) {
      for (int k = 0; k < CELL_FIELDS; k++) {
        fputc(',', out);
        put_field(out, arena_print(b->session->arena, "%s:%s", cell_fields[k].name, f->codes[c]));
      }
    }
  }
  fputc('\n', out);
}

static void write_row(const struct board *b, FILE *out, size_t at, int64_t row) {
  const struct frontier *f = &b->frontiers[at];
  put_field(out, inno_result_unit_code(b->result, row % b->units));
  if (b->data->panel.named) {
    fprintf(out, ",%s", board_period(b, row / b->units));
  }
  fputc(',', out);
  put_field(out, b->framework->nodes[f->rule->node].code);
  fprintf(out, ",%s,%s", f->rule->name, inno_status_name(f->status[row]));
  for (int k = 0; k < UNIT_FIELDS; k++) {
    put_cell(out, f->units[k][row]);
  }
  fputc(',', out);
  put_field(out, f->peers[row]);
  for (size_t other = 0; other < b->plan->frontier_count; other++) {
    const struct frontier *o = &b->frontiers[other];
    for (size_t c = 0; c < o->rule->child_count; c++) {
      for (int k = 0; k < CELL_FIELDS; k++) {
        put_cell(out, other == at ? f->cells[k][(size_t)row * f->rule->child_count + c] : NAN);
      }
    }
  }
  fputc('\n', out);
}

bool frontiers_write(const struct board *b, FILE *out) {
  write_header(b, out);
  for (size_t at = 0; at < b->plan->frontier_count; at++) {
    for (int64_t row = 0; row < b->rows; row++) {
      write_row(b, out, at, row);
    }
  }
  return true;
}

/* ---- the terminal and the report ---- */

/* "P, order_m: 7 of 9 units have a score": in the period that is shown. */
static const char *summary_of(const struct board *b, const struct frontier *f) {
  const struct session *s = b->session;
  int64_t scored = 0;
  for (int64_t unit = 0; unit < b->units; unit++) {
    scored += !isnan(f->units[SCORE][board_row(b, unit)]);
  }
  return arena_print(s->arena,
                     pick(s, "%s, %s: %lld of %lld units have a score", "%s, %s: %lld trên %lld đơn vị có điểm"),
                     b->framework->nodes[f->rule->node].code, f->rule->name, (long long)scored, (long long)b->units);
}

const char *frontiers_summary(const struct board *b) {
  struct text out = {0};
  for (size_t k = 0; k < b->plan->frontier_count; k++) {
    text_print(b->session->arena, &out, "%s %s\n", pick(b->session, "Frontier of", "Đường biên của"),
               summary_of(b, &b->frontiers[k]));
  }
  return out.bytes;
}

static void report_settings(const struct board *b, FILE *out, const struct frontier *f) {
  fprintf(out, "<p>%s", summary_of(b, f));
  for (size_t e = 0; e < f->rule->section->entry_count; e++) {
    const struct ini_entry *entry = &f->rule->section->entries[e];
    fputs("<br><code>", out);
    put_text(out, arena_print(b->session->arena, "%s = %s", entry->key, entry->list));
    fputs("</code>", out);
  }
  fputs("</p>\n", out);
}

static void report_refused(const struct board *b, FILE *out, const struct frontier *f) {
  int64_t count = 0;
  for (int64_t unit = 0; unit < b->units; unit++) {
    int64_t row = board_row(b, unit);
    if (f->status[row] != INNO_OK && count++ < MOST_SENTENCES) {
      fputs("<p class=\"note\">", out);
      put_text(out, arena_print(b->session->arena, "%s: %s", board_unit(b, unit), f->why[row]));
      fputs("</p>\n", out);
    }
  }
  if (count > MOST_SENTENCES) {
    fprintf(out,
            pick(b->session, "<p class=\"note\">... and %lld more; all are in frontier.csv</p>\n",
                 "<p class=\"note\">... và %lld đơn vị nữa; xem đủ trong frontier.csv</p>\n"),
            (long long)(count - MOST_SENTENCES));
  }
}

static bool has_shares(const struct board *b, const struct frontier *f) {
  for (size_t i = 0; i < (size_t)b->rows * f->rule->child_count; i++) {
    if (!isnan(f->cells[SHARE][i])) {
      return f->rule->child_count <= MOST_COLUMNS;
    }
  }
  return false;
}

static void report_table(const struct board *b, FILE *out, const struct frontier *f) {
  size_t width = f->rule->child_count, shown = has_shares(b, f) ? width : 0;
  fprintf(out, "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th>%s</th>",
          pick(b->session, "Unit", "Đơn vị"), pick(b->session, "Score", "Điểm"));
  for (size_t k = 0; k < shown; k++) {
    fputs("<th>", out);
    put_text(out, b->framework->nodes[f->rule->children[k]].name);
    fputs("</th>", out);
  }
  fputs("</tr></thead><tbody>\n", out);
  for (int64_t i = 0; i < page_rows(b); i++) {
    int64_t row = board_row(b, b->order[i]);
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_unit(b, b->order[i]));
    fputs("</td><td>", out);
    put_number(out, f->units[SCORE][row], 4);
    for (size_t k = 0; k < shown; k++) {
      fputs("</td><td>", out);
      put_number(out, 100.0 * f->cells[SHARE][(size_t)row * width + k], 1);
    }
    fputs("</td></tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

void frontiers_report(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  for (size_t k = 0; k < b->plan->frontier_count; k++) {
    put_heading(b, out, pick(s, "Frontier", "Đường biên"),
                pick(s,
                     "Each unit against the best of all; 1 is on the frontier. Below the children: their shares in "
                     "percent, which other optimal weights may divide otherwise. It does not enter the index.",
                     "Từng đơn vị so với các đơn vị tốt nhất; 1 là nằm trên đường biên. Dưới các nút con là tỷ trọng "
                     "theo phần trăm; bộ trọng số tối ưu khác có thể chia khác. Không tính vào chỉ số."));
    report_settings(b, out, &b->frontiers[k]);
    report_refused(b, out, &b->frontiers[k]);
    report_table(b, out, &b->frontiers[k]);
  }
}
