/* The trace of one unit in report.html: the tree from the index down, every indicator with its way. */
#include <math.h>
#include <string.h>

#include "explain.h"
#include "page.h"

static void put_name(const struct explain *e, FILE *out, int64_t node) {
  const char *code = inno_result_node_code(e->board->result, node), *name = board_node(e->board, node);
  put_text(out, code);
  if (strcmp(code, name) != 0) {
    fputs(" <small>", out);
    put_text(out, name);
    fputs("</small>", out);
  }
}

static void put_percent(FILE *out, double share) {
  if (isnan(share)) {
    fputs("<td>–</td>", out);
  } else {
    fprintf(out, "<td>%.2f&nbsp;%%</td>", 100.0 * share);
  }
}

static void put_bar(const struct explain *e, FILE *out, int64_t node, double whole) {
  double adds = explain_node(e, node, INNO_FIELD_ADDS), width = adds / whole;
  if (!(width > 0.0)) {
    fputs("<td class=\"u\"></td>", out);
    return;
  }
  fprintf(out,
          "<td class=\"u\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect "
          "width=\"%.1f\" height=\"10\" "
          "fill=\"#1b6ca8\"/></svg></td>",
          1000.0 * (width < 1.0 ? width : 1.0));
}

/* Shares of the children that are there are a column where any is not. */
static void put_child(const struct explain *e, FILE *out, int64_t node, double whole, bool all) {
  double rank = explain_node(e, node, INNO_FIELD_RANK);
  fputs("<tr><td class=\"t\">", out);
  put_name(e, out, node);
  fputs("</td><td><b>", out);
  put_text(out, explain_score(e, explain_node(e, node, INNO_FIELD_SCORE)));
  fputs("</b></td><td class=\"o\">", out);
  if (isnan(rank)) {
    fputs("–", out);
  } else {
    fprintf(out, "%.10g <small>/ %.0f</small>", rank, explain_node(e, node, INNO_FIELD_COUNT));
  }
  fprintf(out, "</td><td>%s</td>", explain_digits(e, explain_node(e, node, INNO_FIELD_WEIGHT)));
  put_percent(out, explain_node(e, node, INNO_FIELD_SHARE));
  if (!all) {
    put_percent(out, explain_node(e, node, INNO_FIELD_PRESENT_SHARE));
  }
  fprintf(out, "<td>%s</td>", explain_score(e, explain_node(e, node, INNO_FIELD_ADDS)));
  put_bar(e, out, node, whole);
  fputs("</tr>\n", out);
}

static void put_aggregate(const struct explain *e, FILE *out, int64_t node) {
  const struct session *s = e->board->session;
  int64_t *children = arena_take(s->arena, (size_t)e->board->nodes, sizeof *children);
  int64_t count = explain_children(e, node, children);
  bool all = (int64_t)explain_node(e, node, INNO_FIELD_AVAILABLE) == count;
  fputs("<h3>", out);
  put_name(e, out, node);
  fputs("</h3>\n<p class=\"quiet\">", out);
  put_text(out, explain_rule(e, node));
  fprintf(out,
          "</p>\n<div class=\"wide\"><table class=\"trace\"><thead><tr><th "
          "class=\"t\">%s</th><th>%s</th><th>%s</th><th>%s</th><th>%s</th>%s%s%s<th>%s</th>"
          "<th></th></tr></thead><tbody>\n",
          pick(s, "Child", "Nút con"), pick(s, "Score", "Điểm"), pick(s, "Rank", "Hạng"), pick(s, "Weight", "Trọng số"),
          pick(s, "Share", "Tỷ trọng"), all ? "" : "<th>", all ? "" : pick(s, "Of those there", "Phần hiện có"),
          all ? "" : "</th>", pick(s, "Adds", "Đóng góp"));
  for (int64_t c = 0; c < count; c++) {
    put_child(e, out, children[c], explain_node(e, node, INNO_FIELD_SCORE), all);
  }
  fputs("</tbody></table></div>\n", out);
}

static void put_indicator(const struct explain *e, FILE *out, int64_t node) {
  struct explain_line lines[EXPLAIN_LINES];
  int64_t count = explain_lines(e, node, lines);
  fputs("<div class=\"way\"><h4>", out);
  put_name(e, out, node);
  fprintf(out, "<b>%s</b></h4>\n<dl>", explain_score(e, explain_node(e, node, INNO_FIELD_SCORE)));
  for (int64_t k = 0; k < count; k++) {
    fprintf(out, "<dt>%s</dt><dd>", lines[k].what);
    put_text(out, lines[k].how);
    fputs("</dd>", out);
  }
  fputs("</dl></div>\n", out);
}

void explain_report(const struct explain *e, FILE *out) {
  const struct board *b = e->board;
  const struct session *s = b->session;
  int64_t *nodes = arena_take(s->arena, (size_t)b->nodes, sizeof *nodes);
  int64_t count = explain_outline(e, nodes);
  fprintf(out, "<h2>%s ", pick(s, "How the score comes about:", "Điểm được tính thế nào:"));
  put_text(out, board_unit(b, e->unit));
  fputs("</h2>\n<p>", out);
  put_text(out, explain_head(e));
  fprintf(out, "</p>\n<p class=\"quiet\">%s</p>\n",
          pick(s, "From the index down; numbers are shown to six digits, the explain_*.csv files have them all.",
               "Từ chỉ số xuống; số được ghi đến sáu chữ số, các tệp explain_*.csv có đầy đủ."));
  for (int64_t k = 0; k < count; k++) { /* indicators that follow each other stand side by side */
    bool single = nodes[k] < b->indicators;
    bool first = single && (k == 0 || nodes[k - 1] >= b->indicators);
    bool last = single && (k == count - 1 || nodes[k + 1] >= b->indicators);
    fputs(first ? "<div class=\"ways\">\n" : "", out);
    if (single) {
      put_indicator(e, out, nodes[k]);
    } else {
      put_aggregate(e, out, nodes[k]);
    }
    fputs(last ? "</div>\n" : "", out);
  }
}
