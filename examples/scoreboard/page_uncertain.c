/* Uncertainty in report.html: intervals of ranks, probabilities of every rank and of the top. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "page.h"
#include "uncertain.h"

enum {
  PIECE = 40,      /* units in one picture, so that it fits on a page of paper */
  MOST_UNITS = 100 /* of a map */
};

static void part(FILE *out, const char *heading, const char *explanation) {
  fprintf(out, "<h3>%s</h3>\n<p class=\"quiet\">%s</p>\n", heading, explanation);
}

/* Room for the longest name that is shown. */
static double name_margin(const struct uncertain *u, int64_t rows, double font) {
  double margin = 30.0, most = (CHART_NAME + 1) * 0.62 * font;
  for (int64_t k = 0; k < rows; k++) {
    double width = chart_text_width(board_unit(u->board, u->order[k]), font) + 8.0;
    margin = width > margin ? width : margin;
  }
  return margin < most ? margin : most;
}

/* ---- intervals ---- */

static int64_t tick_step(int64_t units) {
  static const int64_t steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500};
  size_t k = 0;
  while (k < sizeof steps / sizeof steps[0] - 1 && units > 13 * steps[k]) {
    k++;
  }
  return steps[k];
}

/* 1, then the multiples of the step. */
static int64_t next_tick(int64_t rank, int64_t step) { return rank == 1 && step > 1 ? step : rank + step; }

static void rank_ticks(FILE *out, const struct chart_plot *p, int64_t units) {
  int64_t step = tick_step(units);
  char words[32];
  for (int64_t rank = 1; rank <= units; rank = next_tick(rank, step)) {
    double x = chart_x(p, (double)rank);
    snprintf(words, sizeof words, "%lld", (long long)rank);
    chart_line(out, x, p->top - 2.0, x, p->top + p->height + 2.0, "#e3e8ed", 1.0, false);
    chart_text(out, x, p->top - 6.0, CHART_MIDDLE, 11.0, CHART_INK, words);
    chart_text(out, x, p->top + p->height + 13.0, CHART_MIDDLE, 11.0, CHART_INK, words);
  }
}

static void interval_row(const struct uncertain *u, FILE *out, const struct chart_plot *p, double y, int64_t unit) {
  const struct session *s = u->board->session;
  const char *name = board_unit(u->board, unit);
  chart_name(out, p->left - 8.0, y + 4.0, false, 11.0, name);
  fputs("<g><title>", out);
  put_text(out, name);
  fprintf(out, pick(s, ": rank %.10g; %s of the replicates %.10g–%.10g, median %.10g", ": hạng %.10g; %s số lần mô phỏng %.10g–%.10g, trung vị %.10g"),
          u->nominal[unit], uncertain_share(u, u->confidence), u->lower[unit], u->upper[unit], u->median[unit]);
  fputs("</title>\n", out);
  if (!isnan(u->median[unit])) {
    double left = chart_x(p, u->lower[unit]) - 2.0, right = chart_x(p, u->upper[unit]) + 2.0, middle = chart_x(p, u->median[unit]);
    char words[64];
    fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"7\" rx=\"2\" fill=\"#a9c7e2\"/>\n", left, y - 3.5, right - left);
    chart_line(out, middle, y - 5.5, middle, y + 5.5, CHART_BLUE, 2.2, false);
    bool one = u->lower[unit] == u->upper[unit];
    snprintf(words, sizeof words, one ? "%.10g" : "%.10g–%.10g", u->lower[unit], u->upper[unit]);
    chart_text(out, p->left + p->width + 12.0, y + 4.0, CHART_START, 11.0, CHART_INK, words);
  }
  if (!isnan(u->nominal[unit])) {
    fprintf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"" CHART_ORANGE "\" stroke=\"#fff\" stroke-width=\"0.8\"/>\n",
            chart_x(p, u->nominal[unit]), y);
  }
  fputs("</g>\n", out);
}

static void put_intervals(const struct uncertain *u, FILE *out) {
  const struct session *s = u->board->session;
  const char *const title = pick(s, "Intervals of the ranks", "Khoảng hạng");
  const double row = 15.0, top = 22.0;
  double margin = name_margin(u, page_rows(u->board), 11.0);
  part(out, title,
       arena_print(s->arena,
                   pick(s,
                        "Brown dot: the rank of the method. Bar: where the unit is in %s of the replicates, from the %s to the %s quantile "
                        "(written at the right). Dark line: the median.",
                        "Chấm nâu: hạng theo phương pháp. Thanh: vị trí của đơn vị trong %s số lần mô phỏng, từ phân vị %s đến %s (ghi bên "
                        "phải). Vạch đậm: trung vị."),
                   uncertain_share(u, u->confidence), uncertain_share(u, (1.0 - u->confidence) / 2.0),
                   uncertain_share(u, (1.0 + u->confidence) / 2.0)));
  for (int64_t first = 0; first < page_rows(u->board); first += PIECE) {
    int64_t rows = page_rows(u->board) - first < PIECE ? page_rows(u->board) - first : PIECE;
    struct chart_plot p = {margin + 8.0, top, 480.0, row * (double)rows, 0.5, (double)u->units + 0.5, 0.0, 1.0, false};
    fputs("<div class=\"wide\">", out);
    chart_open(out, p.left + p.width + 84.0, top + p.height + 20.0, title,
               pick(s, "A row for each unit: its rank, and a bar over the ranks that it has in the replicates.",
                    "Mỗi dòng một đơn vị: hạng, và thanh trên các hạng có được trong các lần mô phỏng."));
    rank_ticks(out, &p, u->units);
    for (int64_t k = 0; k < rows; k++) {
      interval_row(u, out, &p, top + row * ((double)k + 0.5), u->order[first + k]);
    }
    chart_close(out);
    fputs("</div>\n", out);
  }
}

/* ---- the map of units and ranks ---- */

/* From white to blue by the root, so that 1 % can still be seen. */
static void share_color(double share, char out[8]) {
  static const double light[3] = {238, 243, 248}, dark[3] = {12, 62, 118};
  int c[3];
  for (int i = 0; i < 3; i++) {
    c[i] = (int)lround(light[i] + sqrt(share > 1.0 ? 1.0 : share) * (dark[i] - light[i]));
  }
  snprintf(out, 8, "#%02x%02x%02x", (unsigned)c[0] & 0xffu, (unsigned)c[1] & 0xffu, (unsigned)c[2] & 0xffu);
}

static void share_scale(FILE *out, double left) {
  enum { STEPS = 40, STEP = 6 };
  static const double marks[] = {0.01, 0.1, 0.25, 0.5, 1.0};
  char words[16], color[8];
  for (int k = 0; k <= STEPS; k++) {
    double root = (double)k / STEPS;
    share_color(root * root, color);
    fprintf(out, "<rect x=\"%.1f\" y=\"4\" width=\"%d.5\" height=\"12\" fill=\"%s\"/>\n", left + k * STEP, STEP, color);
  }
  for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++) {
    snprintf(words, sizeof words, "%.0f %%", 100.0 * marks[k]);
    chart_text(out, left + STEP * (STEPS * sqrt(marks[k]) + 0.5), 28.0, CHART_MIDDLE, 11.0, CHART_INK, words);
  }
}

struct map {
  double left, top, width, height; /* of the whole, and of a cell */
  int64_t columns;
  double step; /* of the ranks from column to column */
  const double *share;
};

static double map_font(double size) { return size < 10.0 ? 9.0 : size < 20.0 ? 10.0 : 11.0; }

static void map_row(const struct uncertain *u, FILE *out, const struct map *m, int64_t k) {
  int64_t unit = u->order[k];
  double y = m->top + m->height * (double)k;
  chart_name(out, m->left - 4.0, y + m->height / 2.0 + 3.5, false, map_font(m->height), board_unit(u->board, unit));
  fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#f6f8fa\"/>\n", m->left, y,
          m->width * (double)m->columns, m->height - 0.6);
  for (int64_t j = 0; j < m->columns; j++) {
    double share = m->share[unit * m->columns + j], rank = 1.0 + m->step * (double)j;
    char color[8];
    if (!(share > 0.0)) {
      continue;
    }
    share_color(share, color);
    fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>", m->left + m->width * (double)j, y,
            m->width - 0.6, m->height - 0.6, color);
    put_text(out, board_unit(u->board, unit));
    fprintf(out, " · %.10g: %.3g %%</title></rect>\n", rank, 100.0 * share);
  }
  if (!isnan(u->nominal[unit])) {
    fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"" CHART_ORANGE "\" stroke-width=\"1.4\"/>\n",
            m->left + m->width * (u->nominal[unit] - 1.0) / m->step, y, m->width - 0.6, m->height - 0.6);
  }
}

static void put_map(const struct uncertain *u, FILE *out) {
  const struct session *s = u->board->session;
  const char *title = pick(s, "Probability of every rank", "Xác suất của từng hạng");
  if (u->units > MOST_UNITS) {
    part(out, title, pick(s, "Too many units for a picture; rank_probabilities.csv has all.", "Quá nhiều đơn vị để vẽ; rank_probabilities.csv có đủ."));
    return;
  }
  double size = u->units <= 30 ? 20.0 : u->units <= 70 ? 12.0 : 9.0, font = map_font(size);
  struct map m = {.columns = inno_tally_column_count(u->tally, INNO_TALLY_RANK_SHARES), .top = 56.0, .height = size};
  double *share = arena_take(s->arena, (size_t)(u->units * m.columns), sizeof *share);
  (void)inno_tally_matrix(u->tally, INNO_TALLY_RANK_SHARES, share, m.columns * (ptrdiff_t)sizeof *share, sizeof *share, NULL);
  m.share = share;
  m.step = inno_tally_number(u->tally, INNO_TALLY_HALVES) == 1 ? 0.5 : 1.0;
  m.width = size * m.step;
  m.left = name_margin(u, u->units, font) + 4.0;
  part(out, title,
       pick(s,
            "A row for each unit, a column for each rank; the darker, the more replicates have it there. Outlined: the rank of the method. Point "
            "at a cell to read it; rank_probabilities.csv has every digit.",
            "Mỗi dòng một đơn vị, mỗi cột một hạng; càng đậm càng nhiều lần mô phỏng cho hạng đó. Viền nâu: hạng theo phương pháp. Trỏ vào ô để đọc; "
            "rank_probabilities.csv có đủ chữ số."));
  double wide = m.left + m.width * (double)m.columns + 14.0;
  fputs("<div class=\"wide\">", out);
  chart_open(out, wide < m.left + 276.0 ? m.left + 276.0 : wide, m.top + size * (double)u->units + 6.0, title,
             pick(s, "Shares of the replicates by unit and rank.", "Tỷ lệ số lần mô phỏng theo đơn vị và hạng."));
  share_scale(out, m.left);
  int64_t step = u->units <= 30 ? 1 : 5;
  for (int64_t rank = 1; rank <= u->units; rank = next_tick(rank, step)) {
    char words[32];
    snprintf(words, sizeof words, "%lld", (long long)rank);
    chart_text(out, m.left + m.width * ((double)(rank - 1) / m.step + 0.5), m.top - 6.0, CHART_MIDDLE, font, CHART_INK, words);
  }
  for (int64_t k = 0; k < u->units; k++) {
    map_row(u, out, &m, k);
  }
  chart_close(out);
  fputs("</div>\n", out);
}

/* ---- the top ---- */

struct place_in_top {
  double share;
  int64_t place, unit;
};

static int by_share(const void *left, const void *right) {
  const struct place_in_top *a = left, *b = right;
  if (a->share != b->share) {
    return a->share > b->share ? -1 : 1;
  }
  return a->place < b->place ? -1 : 1;
}

static void put_top_row(const struct uncertain *u, FILE *out, int64_t unit) {
  fprintf(out, "<tr><td class=\"r\">");
  if (isnan(u->nominal[unit])) {
    fputs("–", out);
  } else {
    fprintf(out, "%.10g", u->nominal[unit]);
  }
  fputs("</td><td class=\"t n\">", out);
  put_text(out, board_unit(u->board, unit));
  fprintf(out,
          "</td><td><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%.1f\" height=\"10\" "
          "fill=\"" CHART_BLUE "\"/></svg></td><td class=\"v\">%.1f&nbsp;%%</td><td class=\"r\"><small>%.1f–%.1f</small></td></tr>\n",
          1000.0 * u->in_top[unit], 100.0 * u->in_top[unit], 100.0 * u->top_lower[unit], 100.0 * u->top_upper[unit]);
}

static void put_top(const struct uncertain *u, FILE *out) {
  enum { LEAST = 2000 }; /* below one in so many a row would read 0.0 % */
  const struct session *s = u->board->session;
  struct place_in_top *list = arena_take(s->arena, (size_t)u->units, sizeof *list);
  int64_t count = 0;
  for (int64_t k = 0; k < u->units; k++) {
    int64_t unit = u->order[k];
    if (u->in_top[unit] * LEAST >= 1.0) {
      list[count++] = (struct place_in_top){u->in_top[unit], k, unit};
    }
  }
  if (u->top >= u->units || count == 0) {
    return; /* everybody is among the first so many */
  }
  qsort(list, (size_t)count, sizeof *list, by_share);
  part(out, arena_print(s->arena, pick(s, "Probability of the top %lld", "Xác suất thuộc nhóm %lld hạng đầu"), (long long)u->top),
       pick(s, "Share of the replicates; small: its interval of 95 %. Units below 0.05 % are left out; uncertainty.csv has all.",
            "Tỷ lệ số lần mô phỏng; chữ nhỏ: khoảng tin cậy 95 %. Đơn vị dưới 0,05 % không hiện; uncertainty.csv có đủ."));
  fprintf(out, "<table class=\"ranking\"><thead><tr><th>%s</th><th class=\"t\">%s</th><th></th><th class=\"w\">%s</th><th></th></tr></thead><tbody>\n",
          pick(s, "Rank", "Hạng"), pick(s, "Unit", "Đơn vị"), pick(s, "Probability", "Xác suất"));
  for (int64_t k = 0; k < count && k < page_rows(u->board); k++) {
    put_top_row(u, out, list[k].unit);
  }
  fputs("</tbody></table>\n", out);
}

void uncertain_report(const struct uncertain *u, FILE *out) {
  const struct board *b = u->board;
  const struct session *s = b->session;
  const char *failures = uncertain_failures(u);
  put_heading(b, out, pick(s, "How sure are the ranks", "Độ chắc chắn của thứ hạng"),
              pick(s, "The index computed again and again, each time with other choices within the assumptions.",
                   "Chỉ số được tính lại nhiều lần, mỗi lần với lựa chọn khác trong phạm vi các giả định."));
  fputs("<p>", out);
  put_text(out, uncertain_summary(u));
  fputs("</p>\n<p>", out);
  put_text(out, uncertain_widths(u));
  fputs("</p>\n", out);
  if (failures != NULL) {
    fputs("<pre class=\"note\">", out);
    put_text(out, failures);
    fputs("</pre>\n", out);
  }
  put_intervals(u, out);
  possible_report(b, &u->possible, u->order, u->nominal, out);
  put_top(u, out);
  put_map(u, out);
  fprintf(out, "<p class=\"quiet\">%s <code>%s</code></p>\n",
          pick(s, "Digest of all counts (SHA-256), the same on every machine:", "Mã kiểm của mọi số đếm (SHA-256), giống nhau trên mọi máy:"), u->digest);
}
