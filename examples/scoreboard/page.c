#include "page.h"

#include <math.h>
#include <string.h>

/* Colours of the pillars: distinguishable by eye and, with the names beside them, without colour. */
static const char *const colours[] = {"#1b6ca8", "#d1672a", "#3a8f5c", "#8c4a9e", "#b38600", "#b3324a", "#3d7f8c",
                                      "#6b6b6b", "#5a6f1f", "#7a4b2a", "#27408b", "#a0527c"};
enum { COLOURS = sizeof colours / sizeof colours[0] };

static void put_text(FILE *out, const char *text) {
  for (; *text != '\0'; text++) {
    switch (*text) {
      case '&': fputs("&amp;", out); break;
      case '<': fputs("&lt;", out); break;
      case '>': fputs("&gt;", out); break;
      case '"': fputs("&quot;", out); break;
      default: fputc(*text, out);
    }
  }
}

static void put_number(FILE *out, double value, const char *format) {
  if (isnan(value)) {
    fputs("–", out);
  } else {
    fprintf(out, format, value);
  }
}

/* Smallest and largest value of a node: the ends of its bars. */
static void range_of(const struct board *b, int64_t node, double *low, double *high) {
  *low = 0.0;
  *high = 0.0;
  for (int64_t i = 0; i < b->units; i++) {
    double x = b->scores[node][i];
    *low = x < *low ? x : *low;
    *high = x > *high ? x : *high;
  }
  *high = *high > *low ? *high : *low + 1.0;
}

static const char *score_format(const struct board *b) {
  double low, high;
  range_of(b, b->index, &low, &high);
  return high < 2.0 ? "%.4f" : "%.2f";
}

static void put_head(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", pick(s, "en", "vi"));
  fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", out);
  put_text(out, board_node(b, b->index));
  fputs("</title>\n<style>\n"
        "body{font:16px/1.5 system-ui,\"Segoe UI\",\"Noto Sans\",sans-serif;color:#1c2430;background:#fff;margin:0 auto;padding:1.5rem;max-width:70rem}\n"
        "h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid #cfd6de;padding-bottom:.2rem}\n"
        "p{margin:.4rem 0;max-width:48rem}.quiet{color:#556270;font-size:.9rem}code{font-size:.85rem;overflow-wrap:anywhere}\n"
        ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}th,td{padding:.2rem .55rem;text-align:right;border-bottom:1px solid #e3e8ed;"
        "font-variant-numeric:tabular-nums;vertical-align:top}th{background:#f3f6f9;text-align:right;font-weight:600}"
        "td.t,th.t{text-align:left}td.t:first-child{white-space:nowrap}.bar{display:inline-block;height:.7rem;vertical-align:middle}\n"
        "td.b{min-width:6.5rem;text-align:left;white-space:nowrap}td.b span.n{display:inline-block;min-width:3.2rem;text-align:right;padding-right:.4rem}\n"
        ".key{display:inline-block;width:.8rem;height:.8rem;margin:0 .35rem 0 0;vertical-align:-.05rem}.keys span.k{display:inline-block;margin-right:1rem}\n"
        "svg{width:100%;min-width:38rem;max-width:56rem;height:auto}svg text{font:13px system-ui,\"Segoe UI\",\"Noto Sans\",sans-serif;fill:#1c2430}\n"
        "@media print{body{padding:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}\n"
        "</style>\n</head>\n<body>\n", out);
}

static const char *step_words(const struct session *s, int32_t step) {
  switch (step) {
    case INNO_STEP_DENOMINATE: return pick(s, "denomination", "chia mẫu số");
    case INNO_STEP_SCREEN: return pick(s, "screening", "sàng lọc");
    case INNO_STEP_IMPUTE: return pick(s, "imputation", "bổ khuyết");
    case INNO_STEP_TREAT: return pick(s, "outlier treatment", "xử lý ngoại lai");
    case INNO_STEP_NORMALIZE: return pick(s, "normalization", "chuẩn hóa");
    case INNO_STEP_AGGREGATE: return pick(s, "aggregation", "tổng hợp");
    default: return pick(s, "ranking", "xếp hạng");
  }
}

static void put_summary(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  char fingerprint[INNO_FINGERPRINT_BYTES];
  int64_t ranked = 0;
  for (int64_t i = 0; i < b->units; i++) {
    ranked += !isnan(b->rank[i]);
  }
  fputs("<h1>", out);
  put_text(out, board_node(b, b->index));
  fputs("</h1>\n<p>", out);
  fprintf(out, pick(s, "%lld units ranked, %lld indicators, %lld aggregates.", "%lld đơn vị được xếp hạng, %lld chỉ tiêu, %lld nút tổng hợp."),
          (long long)ranked, (long long)b->indicators, (long long)(b->nodes - b->indicators));
  if (ranked < b->units) {
    fprintf(out, pick(s, " %lld units have no score.", " %lld đơn vị không có điểm."), (long long)(b->units - ranked));
  }
  fprintf(out, "</p>\n<p>%s ", pick(s, "Steps:", "Các bước:"));
  for (int32_t k = 0; k < inno_method_step_count(b->plan->method); k++) {
    fprintf(out, "%s%s", k > 0 ? " → " : "", step_words(s, inno_method_step(b->plan->method, k)));
  }
  inno_method_fingerprint(b->plan->method, fingerprint, sizeof fingerprint, NULL);
  fprintf(out, "</p>\n<p class=\"quiet\">%s <code>%s</code><br>%s</p>\n", pick(s, "Fingerprint of the method (SHA-256):", "Dấu vân tay của phương pháp (SHA-256):"),
          fingerprint, inno_build_info());
}

/* ---- the ranking as a picture ---- */

static void put_ranking(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  const int row = 20, left = 250, width = 560, right = 90;
  double low, high;
  const char *format = score_format(b);
  range_of(b, b->index, &low, &high);
  double zero = left + width * (-low / (high - low));
  fprintf(out, "<h2>%s</h2>\n<div class=\"wide\"><svg viewBox=\"0 0 %d %lld\" width=\"%d\" role=\"img\" aria-label=\"%s\">\n",
          pick(s, "Ranking", "Xếp hạng"), left + width + right, (long long)b->units * row + 10, left + width + right,
          pick(s, "Bar chart of the scores in the order of the ranks", "Biểu đồ cột điểm theo thứ hạng"));
  for (int64_t k = 0; k < b->units; k++) {
    int64_t i = b->order[k];
    double x = b->scores[b->index][i], y = (double)(k * row + 4);
    fprintf(out, "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">", left - 8, y + 13.0);
    put_text(out, board_unit(b, i));
    fputs("</text><text x=\"4\" fill=\"#556270\"", out);
    fprintf(out, " y=\"%.0f\">", y + 13.0);
    put_number(out, b->rank[i], "%.4g");
    fputs("</text>", out);
    if (!isnan(x)) {
      double end = left + width * ((x - low) / (high - low)), from = x < 0.0 ? end : zero, length = fabs(end - zero);
      fprintf(out, "<rect x=\"%.1f\" y=\"%.0f\" width=\"%.1f\" height=\"%d\" fill=\"#1b6ca8\"><title>", from, y + 1.0, length, row - 5);
      put_text(out, board_unit(b, i));
      fputs(": ", out);
      fprintf(out, format, x);
      fprintf(out, "</title></rect><text x=\"%.1f\" y=\"%.0f\">", (x < 0.0 ? zero : end) + 6.0, y + 13.0);
      fprintf(out, format, x);
      fputs("</text>", out);
    }
    fputc('\n', out);
  }
  fputs("</svg></div>\n", out);
}

/* ---- a bar per pillar for each unit ---- */

static void put_profile_cell(const struct board *b, FILE *out, int64_t column, int64_t unit, double low, double high) {
  double x = b->scores[b->pillars[column]][unit];
  fputs("<td class=\"b\"><span class=\"n\">", out);
  put_number(out, x, high < 2.0 ? "%.3f" : "%.1f");
  fputs("</span>", out);
  if (!isnan(x)) {
    fprintf(out, "<span class=\"bar\" style=\"width:%.1fpx;background:%s\"></span>", 56.0 * (x - low) / (high - low),
            colours[column % COLOURS]);
  }
  fputs("</td>", out);
}

static void put_profiles(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  double low = 0.0, high = 0.0;
  for (int64_t c = 0; c < b->pillar_count; c++) {
    double l, h;
    range_of(b, b->pillars[c], &l, &h);
    low = l < low ? l : low;
    high = h > high ? h : high;
  }
  fprintf(out, "<h2>%s</h2>\n<p class=\"keys\">", pick(s, "Profiles", "Hồ sơ từng đơn vị"));
  for (int64_t c = 0; c < b->pillar_count; c++) {
    fprintf(out, "<span class=\"k\"><span class=\"key\" style=\"background:%s\"></span><b>", colours[c % COLOURS]);
    put_text(out, inno_result_node_code(b->result, b->pillars[c]));
    fputs("</b> ", out);
    put_text(out, board_node(b, b->pillars[c]));
    fputs("</span>", out);
  }
  fprintf(out, "</p>\n<div class=\"wide\"><table><thead><tr><th>%s</th><th class=\"t\">%s</th><th>", pick(s, "Rank", "Hạng"),
          pick(s, "Unit", "Đơn vị"));
  put_text(out, inno_result_node_code(b->result, b->index));
  fputs("</th>", out);
  for (int64_t c = 0; c < b->pillar_count; c++) {
    fputs("<th class=\"t\">", out);
    put_text(out, inno_result_node_code(b->result, b->pillars[c]));
    fputs("</th>", out);
  }
  fputs("</tr></thead><tbody>\n", out);
  for (int64_t k = 0; k < b->units; k++) {
    int64_t i = b->order[k];
    fputs("<tr><td>", out);
    put_number(out, b->rank[i], "%.4g");
    fputs("</td><td class=\"t\">", out);
    put_text(out, board_unit(b, i));
    fputs("</td><td>", out);
    put_number(out, b->scores[b->index][i], score_format(b));
    fputs("</td>", out);
    for (int64_t c = 0; c < b->pillar_count; c++) {
      put_profile_cell(b, out, c, i, low, high);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- scores and ranks of the nodes, coverage ---- */

static void put_node_headings(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  fprintf(out, "<div class=\"wide\"><table><thead><tr><th class=\"t\">%s</th>", pick(s, "Unit", "Đơn vị"));
  for (int64_t j = b->index; j >= b->indicators; j--) {
    fputs("<th title=\"", out);
    put_text(out, board_node(b, j));
    fputs("\">", out);
    put_text(out, inno_result_node_code(b->result, j));
    fputs("</th>", out);
  }
  fputs("</tr></thead><tbody>\n", out);
}

static void put_scores_and_ranks(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  double *ranks = arena_take(s->arena, (size_t)(b->units * b->nodes), sizeof *ranks);
  for (int64_t j = b->indicators; j < b->nodes; j++) {
    inno_result_ranks(b->result, j, NULL, ranks + j * b->units, sizeof *ranks, NULL);
  }
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n", pick(s, "Scores and ranks of every aggregate", "Điểm và hạng của từng nút tổng hợp"),
          pick(s, "Score, and the rank in parentheses.", "Điểm, trong ngoặc là hạng."));
  put_node_headings(b, out);
  for (int64_t k = 0; k < b->units; k++) {
    int64_t i = b->order[k];
    fputs("<tr><td class=\"t\">", out);
    put_text(out, board_unit(b, i));
    fputs("</td>", out);
    for (int64_t j = b->index; j >= b->indicators; j--) {
      fputs("<td>", out);
      put_number(out, b->scores[j][i], score_format(b));
      if (!isnan(b->scores[j][i])) {
        fprintf(out, "&nbsp;(%.4g)", ranks[j * b->units + i]);
      }
      fputs("</td>", out);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

/* Only what is not complete: units with a child missing somewhere. */
static void put_coverage(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  double *share = arena_take(s->arena, (size_t)(b->units * b->nodes), sizeof *share);
  for (int64_t j = b->indicators; j < b->nodes; j++) {
    inno_result_coverage(b->result, j, share + j * b->units, sizeof *share, NULL);
  }
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n", pick(s, "Coverage", "Độ phủ số liệu"),
          pick(s, "Share of the children of an aggregate that have a value, for units where any is missing.",
               "Tỷ lệ nút con có giá trị, với các đơn vị còn thiếu số liệu."));
  put_node_headings(b, out);
  int64_t shown = 0;
  for (int64_t k = 0; k < b->units; k++) {
    int64_t i = b->order[k];
    double least = 1.0;
    for (int64_t j = b->indicators; j < b->nodes; j++) {
      least = share[j * b->units + i] < least ? share[j * b->units + i] : least;
    }
    if (!(least < 1.0)) {
      continue;
    }
    shown++;
    fputs("<tr><td class=\"t\">", out);
    put_text(out, board_unit(b, i));
    fputs("</td>", out);
    for (int64_t j = b->index; j >= b->indicators; j--) {
      double part = share[j * b->units + i];
      fprintf(out, part < 1.0 ? "<td><b>%.0f&nbsp;%%</b></td>" : "<td>%.0f&nbsp;%%</td>", 100.0 * part);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
  if (shown == 0) {
    fprintf(out, "<p>%s</p>\n", pick(s, "Complete for every unit.", "Đầy đủ ở mọi đơn vị."));
  }
}

/* ---- the treatment log ---- */

static int64_t treated_columns(const struct board *b) {
  int64_t count = 0;
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_TREATMENT); k++) {
    bool kept = board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_KEPT) > 0.0;
    count += kept && board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE) > 0.0;
  }
  return count;
}

static void put_moved_units(const struct board *b, FILE *out, int64_t record) {
  int32_t *marks = arena_take(b->session->arena, (size_t)b->units, sizeof *marks);
  int32_t step = (int32_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_STEP);
  int64_t node = (int64_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_NODE), count = 0;
  inno_result_marks(b->result, step, node, marks, NULL);
  for (int64_t i = 0; i < b->units; i++) {
    int32_t moved = marks[i] & (INNO_MARK_WINSORIZED_HIGH | INNO_MARK_WINSORIZED_LOW);
    if (moved == 0) {
      continue;
    }
    fputs(count++ > 0 ? ", " : "", out);
    put_text(out, board_unit(b, i));
    fputs((moved & INNO_MARK_WINSORIZED_HIGH) != 0 ? " ↓" : " ↑", out);
  }
}

static void put_treated_row(const struct board *b, FILE *out, int64_t record, int64_t before) {
  int64_t node = (int64_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_NODE);
  int32_t rule = (int32_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_RULE);
  fputs("<tr><td class=\"t\">", out);
  put_text(out, inno_result_node_code(b->result, node));
  fputs("</td><td class=\"t\">", out);
  put_text(out, board_node(b, node));
  fprintf(out, "</td><td class=\"t\">%s</td>", inno_choice_name(INNO_KEY_TREAT_RULES, rule));
  static const int32_t fields[] = {INNO_FIELD_SKEWNESS, INNO_FIELD_KURTOSIS};
  for (int f = 0; f < 2; f++) {
    fputs("<td>", out);
    put_number(out, board_record(b, INNO_RECORD_TREATMENT, before, fields[f]), "%.2f");
    fputs(" → ", out);
    put_number(out, board_record(b, INNO_RECORD_TREATMENT, record, fields[f]), "%.2f");
    fputs("</td>", out);
  }
  fputs("<td class=\"t\">", out);
  put_moved_units(b, out, record);
  fputs("</td></tr>\n", out);
}

static void put_treatment(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  if (inno_result_record_count(b->result, INNO_RECORD_TREATMENT) == 0) {
    return;
  }
  fprintf(out, "<h2>%s</h2>\n", pick(s, "Outlier treatment", "Xử lý giá trị ngoại lai"));
  int64_t treated = treated_columns(b), before = 0;
  fprintf(out, "<p>%lld %s</p>\n", (long long)treated,
          pick(s, "indicators failed the test of skewness and kurtosis and were treated. ↓ lowered, ↑ raised to the next value.",
               "chỉ tiêu không đạt kiểm định độ lệch và độ nhọn nên đã được xử lý. ↓ hạ xuống, ↑ nâng lên giá trị kế tiếp."));
  if (treated == 0) {
    return;
  }
  fprintf(out, "<div class=\"wide\"><table><thead><tr><th class=\"t\">%s</th><th></th><th class=\"t\">%s</th><th>%s</th><th>%s</th><th class=\"t\">%s</th></tr></thead><tbody>\n",
          pick(s, "Indicator", "Chỉ tiêu"), pick(s, "Rule", "Quy tắc"), pick(s, "Skewness", "Độ lệch"), pick(s, "Kurtosis", "Độ nhọn"),
          pick(s, "Points moved", "Điểm đã chỉnh"));
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_TREATMENT); k++) {
    bool first = !(board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE) > 0.0);
    before = first ? k : before;
    if (!first && board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_KEPT) > 0.0) {
      put_treated_row(b, out, k, before);
    }
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- weights ---- */

static void put_weights(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  fprintf(out, "<h2>%s</h2>\n<div class=\"wide\"><table><thead><tr><th class=\"t\">%s</th><th></th><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>\n",
          pick(s, "Weights", "Trọng số"), pick(s, "Node", "Nút"), pick(s, "Weight", "Trọng số"), pick(s, "Share among siblings", "Tỷ trọng trong nhóm"),
          pick(s, "Share of the index", "Tỷ trọng trong chỉ số"));
  for (int64_t k = inno_result_record_count(b->result, INNO_RECORD_WEIGHT) - 1; k >= 0; k--) {
    int64_t node = (int64_t)board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_NODE);
    fputs("<tr><td class=\"t\">", out);
    put_text(out, inno_result_node_code(b->result, node));
    fputs("</td><td class=\"t\">", out);
    put_text(out, board_node(b, node));
    fprintf(out, "</td><td>%.4g</td><td>%.2f %%</td><td>%.2f %%</td></tr>\n", board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_WEIGHT),
            100.0 * board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_SHARE), 100.0 * board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_EFFECTIVE));
  }
  fputs("</tbody></table></div>\n", out);
}

bool page_write(const struct board *b, FILE *out) {
  put_head(b, out);
  put_summary(b, out);
  put_ranking(b, out);
  put_profiles(b, out);
  put_scores_and_ranks(b, out);
  put_coverage(b, out);
  put_treatment(b, out);
  put_weights(b, out);
  fputs("</body>\n</html>\n", out);
  return true;
}
