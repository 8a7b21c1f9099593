/* The audit in report.html, unit by unit: development, strengths and weaknesses. */
#include <math.h>
#include <string.h>

#include "chart.h"
#include "page.h"
#include "page_audit.h"

/* ---- performance and development ---- */

struct scatter {
  int64_t count;
  double *x, *score, *expected, *lower, *upper, *class, *unit; /* by development, ascending */
};

static struct scatter read_scatter(const struct audit *a, const char *column) {
  enum { FIELDS = 6 };
  static const int32_t fields[FIELDS] = {INNO_FIELD_UNIT,  INNO_FIELD_SCORE, INNO_FIELD_EXPECTED,
                                         INNO_FIELD_LOWER, INNO_FIELD_UPPER, INNO_FIELD_CLASS};
  const struct board *b = a->board;
  int64_t records = audit_count(a, INNO_RECORD_EXPECTATION), count = 0;
  double *read[FIELDS], *sorted[FIELDS], *all = arena_take(b->session->arena, (size_t)b->rows, sizeof *all);
  double *x = arena_take(b->session->arena, (size_t)records, sizeof *x);
  (void)inno_dataset_column(b->data->set, column, all, sizeof *all, NULL);
  for (int f = 0; f < FIELDS; f++) {
    read[f] = audit_column(a, INNO_RECORD_EXPECTATION, fields[f]);
    sorted[f] = arena_take(b->session->arena, (size_t)records, sizeof **sorted);
  }
  bool *shown = arena_take(b->session->arena, (size_t)b->units, sizeof *shown);
  for (int64_t k = 0; k < page_rows(b); k++) {
    shown[b->order[k]] = true;
  }
  for (int64_t k = 0; k < records; k++) { /* inserted one by one: no more than a page shows */
    double at = all[a->period * b->units + (int64_t)read[0][k]];
    if (!(at > 0.0) || isnan(read[1][k]) || !shown[(int64_t)read[0][k]]) {
      continue;
    }
    int64_t place = count++;
    for (; place > 0 && x[place - 1] > at; place--) {
      x[place] = x[place - 1];
      for (int f = 0; f < FIELDS; f++) {
        sorted[f][place] = sorted[f][place - 1];
      }
    }
    x[place] = at;
    for (int f = 0; f < FIELDS; f++) {
      sorted[f][place] = read[f][k];
    }
  }
  return (struct scatter){count, x, sorted[1], sorted[2], sorted[3], sorted[4], sorted[5], sorted[0]};
}

static void put_band(FILE *out, const struct chart_plot *p, const struct scatter *d) {
  char move = 'M';
  fputs("<path fill=\"#dbe7f2\" d=\"", out);
  for (int64_t k = 0; k < 2 * d->count; k++) {
    int64_t i = k < d->count ? k : 2 * d->count - 1 - k;
    double y = k < d->count ? d->upper[i] : d->lower[i];
    if (!isnan(y)) {
      fprintf(out, "%c%.1f %.1f", move, chart_x(p, d->x[i]), chart_y(p, y));
      move = 'L';
    }
  }
  fputs("z\"/>\n", out);
}

/* A mark of its own shape for each class, so that colour is not needed. */
static void put_mark(const struct audit *a, FILE *out, const struct chart_plot *p, const struct scatter *d, int64_t k) {
  double x = chart_x(p, d->x[k]), y = chart_y(p, d->score[k]);
  if (d->class[k] > 0.0) {
    fprintf(out, "<path fill=\"" CHART_BLUE "\" d=\"M%.1f %.1fl5 9h-10z\">", x, y - 6.0);
  } else if (d->class[k] < 0.0) {
    fprintf(out, "<path fill=\"" CHART_ORANGE "\" d=\"M%.1f %.1fl5 -9h-10z\">", x, y + 6.0);
  } else {
    fprintf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"#6b7785\">", x, y);
  }
  fputs("<title>", out);
  put_text(out, board_unit(a->board, (int64_t)d->unit[k]));
  fprintf(out, ": %.10g; %.2f (%.2f)</title></%s>\n", d->x[k], d->score[k], d->expected[k],
          d->class[k] == 0.0 || isnan(d->class[k]) ? "circle" : "path");
}

struct box {
  double left, top, right, bottom;
};

static bool is_free(const struct box *taken, int64_t count, struct box b) {
  for (int64_t k = 0; k < count; k++) {
    if (b.left < taken[k].right && b.right > taken[k].left && b.top < taken[k].bottom && b.bottom > taken[k].top) {
      return false;
    }
  }
  return true;
}

/* Names of the units outside the band, to the right or left of their marks, where there is room. */
static void put_names(const struct audit *a, FILE *out, const struct chart_plot *p, const struct scatter *d) {
  struct box *taken = arena_take(a->board->session->arena, 2 * (size_t)d->count, sizeof *taken);
  int64_t count = 0;
  for (int64_t k = 0; k < d->count; k++) {
    double x = chart_x(p, d->x[k]), y = chart_y(p, d->score[k]);
    taken[count++] = (struct box){x - 5.0, y - 5.0, x + 5.0, y + 5.0};
  }
  for (int64_t k = 0; k < d->count; k++) {
    if (!(fabs(d->class[k]) > 0.0)) {
      continue;
    }
    const char *name = board_unit(a->board, (int64_t)d->unit[k]);
    double x = chart_x(p, d->x[k]), y = chart_y(p, d->score[k]), width = chart_text_width(name, 11.0);
    for (int side = 0; side < 2; side++) {
      double from = side == 0 ? x + 7.0 : x - 7.0 - width;
      struct box b = {from, y - 7.0, from + width, y + 5.0};
      if (from > p->left && from + width < p->left + p->width + 8.0 && is_free(taken, count, b)) {
        taken[count++] = b;
        chart_text(out, side == 0 ? from : from + width, y + 4.0, side == 0 ? CHART_START : CHART_END, 11.0, CHART_INK,
                   name);
        break;
      }
    }
  }
}

static struct chart_plot scatter_plot(const struct scatter *d) {
  struct chart_plot p = {56.0, 12.0, 660.0, 380.0, d->x[0], d->x[d->count - 1], INFINITY, -INFINITY, true};
  p.low_x /= 1.06;
  p.high_x *= 1.06;
  for (int64_t k = 0; k < d->count; k++) {
    const double all[] = {d->score[k], d->lower[k], d->upper[k]};
    for (int i = 0; i < 3; i++) {
      p.low_y = all[i] < p.low_y ? all[i] : p.low_y;
      p.high_y = all[i] > p.high_y ? all[i] : p.high_y;
    }
  }
  chart_round(&p.low_y, &p.high_y);
  return p;
}

void audit_put_development(const struct audit *a, FILE *out) {
  const struct board *b = a->board;
  const struct session *s = b->session;
  const char *column = audit_development(s, b->plan);
  struct scatter d = {0};
  if (column != NULL && audit_count(a, INNO_RECORD_EXPECTATION) > 0) {
    d = read_scatter(a, column);
  }
  if (d.count < 2) {
    return;
  }
  double fit = NAN;
  (void)inno_analysis_record(a->tables, INNO_RECORD_DEVELOPMENT, 0, INNO_FIELD_R_SQUARED, &fit, NULL);
  audit_part(
      out, pick(s, "Performance and development", "Kết quả và mức phát triển"),
      pick(s,
           "The curve is what a unit's development lets expect; ▲ lies above the band around it, ▼ below. "
           "Point at a mark to read it; audit_expectations.csv has all.",
           "Đường cong là kết quả kỳ vọng theo mức phát triển; ▲ cao hơn dải quanh đường cong, ▼ thấp hơn. Trỏ vào "
           "điểm để đọc; audit_expectations.csv có đủ."));
  struct chart_plot p = scatter_plot(&d);
  fputs("<div class=\"wide\">", out);
  chart_open(out, 732.0, 440.0, pick(s, "Performance and development", "Kết quả và mức phát triển"),
             pick(s, "Scores of the index against development, with the expected curve and its band.",
                  "Điểm của chỉ số theo mức phát triển, với đường kỳ vọng và dải của nó."));
  put_band(out, &p, &d);
  chart_axes(out, &p, arena_print(s->arena, pick(s, "%s (logarithmic scale)", "%s (thang lôgarit)"), column),
             audit_code(a, b->index));
  chart_path(out, &p, d.count, d.x, d.expected, CHART_BLUE, false);
  for (int64_t k = 0; k < d.count; k++) {
    put_mark(a, out, &p, &d, k);
  }
  put_names(a, out, &p, &d);
  chart_close(out);
  fputs("</div>\n", out);
  if (!isnan(fit)) {
    fprintf(out, "<p class=\"quiet\">R² = %.2f</p>\n", fit);
  }
}

/* ---- strengths and weaknesses ---- */

enum { BEST = 5 };

/* The records of a unit's indicators with that sign, the most extreme first, at most BEST. */
static int64_t most_extreme(const struct board *b, const int64_t *records, int64_t count, const double *node,
                            const double *signs, const double *percent, double sign, int64_t *best) {
  int64_t found = 0;
  for (int64_t k = 0; k < count; k++) {
    int64_t record = records[k], place = found;
    if (signs[record] != sign || node[record] >= (double)b->indicators) {
      continue;
    }
    while (place > 0 && sign * percent[record] > sign * percent[best[place - 1]]) {
      place--;
    }
    if (place >= BEST) {
      continue;
    }
    found = found < BEST ? found + 1 : BEST;
    for (int64_t i = found - 1; i > place; i--) {
      best[i] = best[i - 1];
    }
    best[place] = record;
  }
  return found;
}

static void put_signed(const struct audit *a, FILE *out, const int64_t *best, int64_t count, const double *node,
                       const double *rank) {
  fputs("<td class=\"t\">", out);
  for (int64_t k = 0; k < count; k++) {
    fputs(k > 0 ? ", <abbr title=\"" : "<abbr title=\"", out);
    put_text(out, board_node(a->board, (int64_t)node[best[k]]));
    fputs("\">", out);
    put_text(out, audit_code(a, (int64_t)node[best[k]]));
    fputs("</abbr>", out);
    if (!isnan(rank[best[k]])) {
      fprintf(out, " <small>(%.10g)</small>", rank[best[k]]);
    }
  }
  fputs(count == 0 ? "–</td>" : "</td>", out);
}

/* Positions of the records of each unit: starts[u] .. starts[u + 1] - 1 in list. */
static void by_unit(const struct board *b, const double *unit, int64_t records, int64_t *starts, int64_t *list) {
  for (int64_t k = 0; k < records; k++) {
    starts[(int64_t)unit[k] + 1]++;
  }
  for (int64_t u = 0; u < b->units; u++) {
    starts[u + 1] += starts[u];
  }
  int64_t *next = arena_take(b->session->arena, (size_t)b->units, sizeof *next);
  memcpy(next, starts, (size_t)b->units * sizeof *next);
  for (int64_t k = 0; k < records; k++) {
    list[next[(int64_t)unit[k]]++] = k;
  }
}

void audit_put_strengths(const struct audit *a, FILE *out) {
  const struct board *b = a->board;
  const struct session *s = b->session;
  int64_t records = audit_count(a, INNO_RECORD_PROFILE);
  if (records == 0) {
    return;
  }
  const double *unit = audit_column(a, INNO_RECORD_PROFILE, INNO_FIELD_UNIT);
  const double *node = audit_column(a, INNO_RECORD_PROFILE, INNO_FIELD_NODE);
  const double *sign = audit_column(a, INNO_RECORD_PROFILE, INNO_FIELD_SIGN);
  const double *percent = audit_column(a, INNO_RECORD_PROFILE, INNO_FIELD_PERCENT_RANK);
  const double *rank = audit_column(a, INNO_RECORD_PROFILE, INNO_FIELD_RANK);
  int64_t *starts = arena_take(s->arena, (size_t)b->units + 1, sizeof *starts), best[BEST];
  int64_t *list = arena_take(s->arena, (size_t)records, sizeof *list);
  by_unit(b, unit, records, starts, list);
  audit_part(out, pick(s, "Strengths and weaknesses", "Điểm mạnh và điểm yếu"),
             pick(s,
                  "At most five indicators of each, the most extreme first, in parentheses the rank. The codes are "
                  "explained under Weights; audit_profiles.csv has every node.",
                  "Mỗi loại nhiều nhất năm chỉ tiêu, nổi bật nhất trước, trong ngoặc là hạng. Tên của các mã: xem mục "
                  "Trọng số; audit_profiles.csv có mọi nút."));
  fprintf(out,
          "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th class=\"t\">%s</th><th "
          "class=\"t\">%s</th></tr></thead><tbody>\n",
          pick(s, "Unit", "Đơn vị"), pick(s, "Strengths", "Điểm mạnh"), pick(s, "Weaknesses", "Điểm yếu"));
  for (int64_t k = 0; k < page_rows(b); k++) {
    int64_t u = b->order[k], count = starts[u + 1] - starts[u];
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_unit(b, u));
    fputs("</td>", out);
    for (int side = 0; side < 2; side++) {
      double wanted = side == 0 ? 1.0 : -1.0;
      int64_t found = most_extreme(b, list + starts[u], count, node, sign, percent, wanted, best);
      put_signed(a, out, best, found, node, rank);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}
