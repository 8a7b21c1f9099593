#include "page.h"
#include "audit.h"
#include "explain.h"
#include "frontier.h"
#include "searches.h"
#include "sensitive.h"
#include "uncertain.h"
#include "verify.h"

#include <math.h>
#include <string.h>

/* Colours of the pillars: distinguishable by eye and, with the names beside them, without colour. */
static const char *const colours[] = {"#1b6ca8", "#d1672a", "#3a8f5c", "#8c4a9e", "#b38600", "#b3324a",
                                      "#3d7f8c", "#6b6b6b", "#5a6f1f", "#7a4b2a", "#27408b", "#a0527c"};
enum { COLOURS = sizeof colours / sizeof colours[0] };
enum {
  MOST_ROWS = 1000
}; /* units a page shows: more than anybody reads, few enough for a browser; the CSV files have all */

static const char style[] =
    ":root{color-scheme:light}*{box-sizing:border-box}\n"
    "body{font:16px/1.5 system-ui,\"Segoe UI\",\"Noto Sans\",sans-serif;color:#1c2430;background:#fff;margin:0 "
    "auto;padding:1.5rem;max-width:76rem}\n"
    "h1{font-size:1.8rem;line-height:1.25;margin:0 0 .4rem}h2{font-size:1.25rem;line-height:1.3;margin:2.6rem 0 "
    ".5rem;padding-top:.5rem;"
    "border-top:2px solid #1b6ca8}\n"
    "p{margin:.4rem "
    "0;max-width:52rem}.quiet{color:#556270;font-size:.9rem}code,pre{font-size:.82rem;overflow-wrap:anywhere}"
    "pre{white-space:pre-wrap;color:#556270}summary{cursor:pointer}\n"
    ".note{background:#fff4d6;border-left:4px solid #b38600;padding:.5rem .8rem}\n"
    ".facts{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.6rem 0}.facts b{font-size:1.35rem;margin-right:.35rem}\n"
    ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.88rem}"
    "th,td{padding:.28rem .6rem;text-align:right;border-bottom:1px solid "
    "#e3e8ed;font-variant-numeric:tabular-nums;vertical-align:top}\n"
    "th{background:#f3f6f9;font-weight:600;vertical-align:bottom}th.t,td.t{text-align:left}td.o{white-space:nowrap}"
    "tbody tr:hover td{background:#f6faff}small{color:#556270;font-weight:400}\n"
    ".wide td.s,.wide th.s{position:sticky;left:0;background:#fff;z-index:1;min-width:7rem;max-width:16rem}.wide "
    "th.s{background:#f3f6f9}\n"
    "svg{display:block;width:100%;height:.85rem}.ranking{width:100%}.ranking td{vertical-align:middle}.ranking "
    "td.n{width:1%;min-width:6.5rem;"
    "white-space:nowrap}td.n small{display:block}.ranking td.r,.ranking td.v{width:1%;white-space:nowrap}.ranking "
    "td.r{color:#556270}.ranking td.v{font-weight:600}\n"
    "td.b{min-width:6.2rem}td.b "
    "svg{height:.45rem;margin-top:.15rem}th.p{min-width:6.2rem;max-width:9rem;text-align:left;font-size:.8rem;"
    "border-bottom-width:3px}th.p small{display:block}\n"
    "h3{font-size:1.05rem;line-height:1.3;margin:1.6rem 0 .3rem}"
    "svg.chart{height:auto;font-family:system-ui,\"Segoe UI\",\"Noto Sans\",sans-serif}svg.key{display:inline-block;"
    "width:.8rem;height:.8rem;margin-right:.3rem;vertical-align:-.1rem}\n"
    ".small{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem}figure{margin:0;width:240px}figcaption{font-size:.85rem;"
    "line-height:1.3}.findings{padding-left:1.2rem;margin:.3rem 0;max-width:60rem}.findings li{margin:.2rem 0}"
    "td.w,th.w{white-space:nowrap;width:1%}td.u{min-width:9rem}td.u svg{height:.5rem;margin:.15rem 0}\n"
    ".ways{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:.6rem;margin:.7rem 0}"
    ".way{border:1px solid #e3e8ed;border-radius:.4rem;padding:.5rem .8rem}.trace td{vertical-align:middle}.trace td.u{width:11rem;min-width:6rem}.trace "
    "td:first-child{min-width:9rem;max-width:24rem}.way "
    "h4{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:baseline;margin:0 0 .3rem;font-size:.95rem}.way h4 b{margin-left:auto}"
    ".way dl{display:grid;grid-template-columns:fit-content(6.2rem) 1fr;gap:.1rem .9rem;margin:0;font-size:.88rem;font-variant-numeric:"
    "tabular-nums}.way dt{color:#556270}.way dd{margin:0;overflow-wrap:anywhere}\n"
    "@media(max-width:40rem){body{padding:1rem;font-size:15px}h1{font-size:1.4rem}.ranking "
    "td.n{white-space:normal}th,td{padding:.25rem .4rem}}\n"
    "@media "
    "print{body{padding:0;max-width:none;font-size:12px}h2,thead{break-after:avoid}h3,h3+p{break-after:avoid}tr,figure,.way,svg.chart{"
    "break-inside:avoid}svg.chart{max-width:100%}.ways{grid-template-columns:1fr 1fr}.wide{overflow:visible}}\n";

void put_text(FILE *out, const char *text) {
  for (; *text != '\0'; text++) {
    switch (*text) {
      case '&':
        fputs("&amp;", out);
        break;
      case '<':
        fputs("&lt;", out);
        break;
      case '>':
        fputs("&gt;", out);
        break;
      case '"':
        fputs("&quot;", out);
        break;
      default:
        fputc(*text, out);
    }
  }
}

void put_number(FILE *out, double value, int decimals) {
  if (isnan(value)) {
    fputs("–", out);
  } else {
    fprintf(out, "%.*f", decimals, value);
  }
}

static void put_rank(FILE *out, double rank) {
  if (isnan(rank)) {
    fputs("–", out);
  } else {
    fprintf(out, "%.10g", rank);
  }
}

/* ---- bars: SVG, because backgrounds are not printed ---- */

struct range {
  double low, high; /* 0 lies between them */
};

static struct range range_of(const struct board *b, const int64_t *nodes, int64_t count) {
  struct range r = {0.0, 0.0};
  for (int64_t c = 0; c < count; c++) {
    for (int64_t i = 0; i < b->units; i++) {
      double x = b->scores[nodes[c]][i];
      r.low = x < r.low ? x : r.low;
      r.high = x > r.high ? x : r.high;
    }
  }
  r.high = r.high > r.low ? r.high : r.low + 1.0;
  return r;
}

static void put_bar(FILE *out, struct range r, double x, const char *colour) {
  double zero = -r.low / (r.high - r.low), end = isnan(x) ? zero : (x - r.low) / (r.high - r.low);
  fprintf(out,
          "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect x=\"%.1f\" "
          "width=\"%.1f\" height=\"10\" fill=\"%s\"/></svg>",
          1000.0 * (x < 0.0 ? end : zero), 1000.0 * fabs(end - zero), colour);
}

/* ---- the head ---- */

static const char *step_words(const struct session *s, int32_t step) {
  switch (step) {
    case INNO_STEP_DENOMINATE:
      return pick(s, "denomination", "chia mẫu số");
    case INNO_STEP_SCREEN:
      return pick(s, "screening", "sàng lọc");
    case INNO_STEP_IMPUTE:
      return pick(s, "imputation", "bổ khuyết");
    case INNO_STEP_TREAT:
      return pick(s, "outlier treatment", "xử lý ngoại lai");
    case INNO_STEP_NORMALIZE:
      return pick(s, "normalization", "chuẩn hóa");
    case INNO_STEP_WEIGH:
      return pick(s, "weighting", "tính trọng số");
    case INNO_STEP_AGGREGATE:
      return pick(s, "aggregation", "tổng hợp");
    default:
      return pick(s, "ranking", "xếp hạng");
  }
}

static void put_fact(FILE *out, int64_t count, const char *words) {
  fprintf(out, "<span><b>%lld</b>%s</span>", (long long)count, words);
}

static void put_head(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  const char *note = framework_node_at(b->framework, b->index)->note;
  int64_t ranked = 0;
  for (int64_t i = 0; i < b->units; i++) {
    ranked += !isnan(b->rank[i]);
  }
  fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", pick(s, "en", "vi"));
  fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", out);
  put_text(out, board_node(b, b->index));
  fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>", style);
  put_text(out, board_node(b, b->index));
  fputs("</h1>\n", out);
  if (note[0] != '\0') {
    fputs("<p class=\"note\">", out);
    put_text(out, note);
    fputs("</p>\n", out);
  }
  fputs("<div class=\"facts\">", out);
  if (b->data->panel.named) {
    fprintf(out, "<span>%s <b>%s</b></span>", pick(s, "Period", "Kỳ"), board_period(b, (int64_t)b->data->panel.shown));
  }
  put_fact(out, ranked, pick(s, "units ranked", "đơn vị được xếp hạng"));
  if (ranked < b->units) {
    put_fact(out, b->units - ranked, pick(s, "without a score", "đơn vị không có điểm"));
  }
  put_fact(out, b->indicators, pick(s, "indicators", "chỉ tiêu"));
  put_fact(out, b->nodes - b->indicators, pick(s, "aggregates", "nút tổng hợp"));
  fprintf(out, "</div>\n<p>%s ", pick(s, "Steps:", "Các bước:"));
  for (int32_t k = 0; k < inno_method_step_count(b->plan->method); k++) {
    fprintf(out, "%s%s", k > 0 ? " → " : "", step_words(s, inno_method_step(b->plan->method, k)));
  }
  fputs("</p>\n", out);
  const char *optimal = optimal_text(s, &b->plan->optimal);
  if (optimal != NULL) {
    fputs(b->plan->optimal.converged ? "<p>" : "<p class=\"note\">", out);
    put_text(out, optimal);
    fputs("</p>\n", out);
  }
  const char *unproved = searches_unproved(b);
  if (unproved != NULL) {
    fputs("<pre class=\"note\">", out);
    put_text(out, unproved);
    fputs("</pre>\n", out);
  }
}

int64_t page_rows(const struct board *b) { return b->units < MOST_ROWS ? b->units : MOST_ROWS; }

void put_heading(const struct board *b, FILE *out, const char *heading, const char *explanation) {
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s", heading, explanation);
  if (page_rows(b) < b->units) {
    fprintf(out,
            pick(b->session, " The first %lld of %lld units; all are in the CSV files.",
                 " %lld đơn vị đầu trong %lld; các tệp CSV có đủ."),
            (long long)page_rows(b), (long long)b->units);
  }
  fputs("</p>\n", out);
}

/* ---- the ranking as a picture ---- */

/* Below the name, in small type: the group and the rank inside it. */
static void put_group(const struct board *b, FILE *out, int64_t unit) {
  const char *group = board_group(b, board_row(b, unit));
  if (group[0] == '\0') {
    return;
  }
  fputs("<small>", out);
  put_text(out, group);
  fputs(" · ", out);
  put_rank(out, b->group_rank[unit]);
  fputs("</small>", out);
}

static void put_ranking(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  struct range r = range_of(b, &b->index, 1);
  put_heading(b, out, pick(s, "Ranking", "Xếp hạng"),
              b->plan->group == NULL
                  ? pick(s, "Rank 1 is the highest score.", "Hạng 1 là điểm cao nhất.")
                  : pick(s, "Rank 1 is the highest score. Below each unit: its group and its rank there.",
                         "Hạng 1 là điểm cao nhất. Dưới mỗi đơn vị: nhóm và hạng trong nhóm."));
  fprintf(out,
          "<table class=\"ranking\"><thead><tr><th>%s</th><th "
          "class=\"t\">%s</th><th></th><th>%s</th></tr></thead><tbody>\n",
          pick(s, "Rank", "Hạng"), pick(s, "Unit", "Đơn vị"), pick(s, "Score", "Điểm"));
  for (int64_t k = 0; k < page_rows(b); k++) {
    int64_t i = b->order[k];
    fputs("<tr><td class=\"r\">", out);
    put_rank(out, b->rank[i]);
    fputs("</td><td class=\"t n\">", out);
    put_text(out, board_unit(b, i));
    put_group(b, out, i);
    fputs("</td><td>", out);
    put_bar(out, r, b->scores[b->index][i], "#1b6ca8");
    fputs("</td><td class=\"v\">", out);
    put_number(out, b->scores[b->index][i], b->decimals);
    fputs("</td></tr>\n", out);
  }
  fputs("</tbody></table>\n", out);
}

/* ---- the index in every period ---- */

static void put_periods(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  if (b->periods < 2) {
    return;
  }
  put_heading(b, out, pick(s, "Ranks and scores by period", "Hạng và điểm theo kỳ"),
              pick(s, "Rank of the index in each period, in parentheses its score.",
                   "Hạng của chỉ số trong từng kỳ, trong ngoặc là điểm."));
  fprintf(out, "<div class=\"wide\"><table class=\"periods\"><thead><tr><th class=\"t s\">%s</th>",
          pick(s, "Unit", "Đơn vị"));
  for (int64_t k = 0; k < b->periods; k++) {
    fprintf(out, "<th>%s</th>", board_period(b, k));
  }
  fputs("</tr></thead><tbody>\n", out);
  for (int64_t k = 0; k < page_rows(b); k++) {
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_unit(b, b->order[k]));
    fputs("</td>", out);
    for (int64_t row = b->order[k]; row < b->rows; row += b->units) {
      fputs("<td class=\"o\">", out);
      put_rank(out, b->all_ranks[row]);
      if (!isnan(b->all_scores[row])) {
        fprintf(out, " <small>(%.*f)</small>", b->decimals, b->all_scores[row]);
      }
      fputs("</td>", out);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- ranks of the aggregates and of the pillars, which may be indicators; read once ---- */

static double **read_ranks(const struct board *b) {
  double **ranks = arena_take(b->session->arena, (size_t)b->nodes, sizeof *ranks);
  for (int64_t j = 0; j < b->nodes; j++) {
    bool wanted = j >= b->indicators;
    for (int64_t c = 0; c < b->pillar_count; c++) {
      wanted = wanted || b->pillars[c] == j;
    }
    if (wanted) {
      double *all = arena_take(b->session->arena, (size_t)b->rows, sizeof *all);
      inno_result_ranks(b->result, j, NULL, all, sizeof *all, NULL);
      ranks[j] = board_shown(b, all);
    }
  }
  return ranks;
}

/* ---- a bar per pillar for each unit ---- */

static void put_profile_headings(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  fprintf(out, "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th>%s</th><th>",
          pick(s, "Unit", "Đơn vị"), pick(s, "Rank", "Hạng"));
  put_text(out, inno_result_node_code(b->result, b->index));
  fputs("</th>", out);
  for (int64_t c = 0; c < b->pillar_count; c++) {
    const char *code = inno_result_node_code(b->result, b->pillars[c]), *name = board_node(b, b->pillars[c]);
    fprintf(out, "<th class=\"p\" style=\"border-bottom-color:%s\">", colours[c % COLOURS]);
    if (strcmp(code, name) != 0) {
      fputs("<small>", out);
      put_text(out, code);
      fputs("</small>", out);
    }
    put_text(out, name);
    fputs("</th>", out);
  }
  fputs("</tr></thead><tbody>\n", out);
}

static void put_profiles(const struct board *b, FILE *out, double *const *ranks) {
  const struct session *s = b->session;
  struct range r = range_of(b, b->pillars, b->pillar_count);
  put_heading(b, out, pick(s, "Profiles", "Hồ sơ từng đơn vị"),
              pick(s, "Score of each pillar, in parentheses its rank. All bars have the same scale.",
                   "Điểm từng trụ cột, trong ngoặc là hạng. Các cột cùng một thang."));
  put_profile_headings(b, out);
  for (int64_t k = 0; k < page_rows(b); k++) {
    int64_t i = b->order[k];
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_unit(b, i));
    fputs("</td><td>", out);
    put_rank(out, b->rank[i]);
    fputs("</td><td>", out);
    put_number(out, b->scores[b->index][i], b->decimals);
    fputs("</td>", out);
    for (int64_t c = 0; c < b->pillar_count; c++) {
      double x = b->scores[b->pillars[c]][i];
      fputs("<td class=\"b t\">", out);
      put_number(out, x, b->decimals - 1);
      if (!isnan(x)) {
        fprintf(out, " <small>(%.10g)</small>", ranks[b->pillars[c]][i]);
        put_bar(out, r, x, colours[c % COLOURS]);
      }
      fputs("</td>", out);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- scores and ranks of the nodes, coverage ---- */

/* Aggregates, the index first, then level by level, each level in the order of the tree. Returns how many. */
static int64_t aggregates(const struct board *b, int64_t *list) {
  int64_t count = 0;
  for (int32_t level = inno_result_node_level(b->result, b->index); level > 1; level--) {
    for (int64_t j = b->indicators; j < b->nodes; j++) {
      if (inno_result_node_level(b->result, j) == level) {
        list[count++] = j;
      }
    }
  }
  return count;
}

static void put_node_headings(const struct board *b, FILE *out, const int64_t *list, int64_t count) {
  fprintf(out, "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th>", pick(b->session, "Unit", "Đơn vị"));
  for (int64_t c = 0; c < count; c++) {
    fputs("<th title=\"", out);
    put_text(out, board_node(b, list[c]));
    fputs("\">", out);
    put_text(out, inno_result_node_code(b->result, list[c]));
    fputs("</th>", out);
  }
  fputs("</tr></thead><tbody>\n", out);
}

static void put_scores_and_ranks(const struct board *b, FILE *out, double *const *ranks, const int64_t *list,
                                 int64_t count) {
  const struct session *s = b->session;
  put_heading(b, out, pick(s, "Scores and ranks of every aggregate", "Điểm và hạng của từng nút tổng hợp"),
              pick(s, "Score, and the rank in parentheses. The codes are explained under Weights.",
                   "Điểm, trong ngoặc là hạng. Tên của các mã: xem mục Trọng số."));
  put_node_headings(b, out, list, count);
  for (int64_t k = 0; k < page_rows(b); k++) {
    int64_t i = b->order[k];
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_unit(b, i));
    fputs("</td>", out);
    for (int64_t c = 0; c < count; c++) {
      double x = b->scores[list[c]][i];
      fputs("<td class=\"o\">", out);
      put_number(out, x, b->decimals);
      if (!isnan(x)) {
        fprintf(out, " <small>(%.10g)</small>", ranks[list[c]][i]);
      }
      fputs("</td>", out);
    }
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

static void put_coverage_row(const struct board *b, FILE *out, double *const *share, const int64_t *list, int64_t count,
                             int64_t unit) {
  fputs("<tr><td class=\"t s\">", out);
  put_text(out, board_unit(b, unit));
  fputs("</td>", out);
  for (int64_t c = 0; c < count; c++) {
    double part = share[list[c]][unit];
    fprintf(
        out,
        part < 1.0 ? "<td class=\"o\"><b>%.0f&nbsp;%%</b></td>" : "<td class=\"o\"><small>%.0f&nbsp;%%</small></td>",
        100.0 * part);
  }
  fputs("</tr>\n", out);
}

/* Only what is not complete: units with a child missing somewhere. */
static void put_coverage(const struct board *b, FILE *out, const int64_t *list, int64_t count) {
  const struct session *s = b->session;
  double **share = arena_take(s->arena, (size_t)b->nodes, sizeof *share);
  int64_t shown = 0;
  for (int64_t j = b->indicators; j < b->nodes; j++) {
    double *all = arena_take(s->arena, (size_t)b->rows, sizeof *all);
    inno_result_coverage(b->result, j, all, sizeof *all, NULL);
    share[j] = board_shown(b, all);
  }
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n", pick(s, "Coverage", "Độ phủ số liệu"),
          pick(s, "Share of the children of an aggregate that have a value, for units where any is missing.",
               "Tỷ lệ nút con có giá trị, với các đơn vị còn thiếu số liệu."));
  for (int64_t k = 0; k < b->units && shown < MOST_ROWS; k++) {
    bool complete = true;
    for (int64_t c = 0; c < count; c++) {
      complete = complete && share[list[c]][b->order[k]] >= 1.0;
    }
    if (!complete) {
      if (shown++ == 0) {
        put_node_headings(b, out, list, count);
      }
      put_coverage_row(b, out, share, list, count, b->order[k]);
    }
  }
  fputs(shown > 0 ? "</tbody></table></div>\n" : "", out);
  if (shown == 0) {
    fprintf(out, "<p>%s</p>\n", pick(s, "Complete for every unit.", "Đầy đủ ở mọi đơn vị."));
  }
}

/* ---- the treatment log ---- */

/* A stage after the test whose values go on, in the period that is shown or for all periods together. */
static bool is_treated(const struct board *b, int64_t record) {
  if (!(board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_KEPT) > 0.0) ||
      !(board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_STAGE) > 0.0)) {
    return false;
  }
  int64_t period = board_record_period(b, INNO_RECORD_TREATMENT, record);
  return period == EVERY_PERIOD || period == (int64_t)b->data->panel.shown;
}

static int64_t treated_columns(const struct board *b) {
  int64_t count = 0;
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_TREATMENT); k++) {
    count += is_treated(b, k);
  }
  return count;
}

static void put_moved_units(const struct board *b, FILE *out, int64_t record) {
  int32_t *marks = arena_take(b->session->arena, (size_t)b->rows, sizeof *marks);
  int32_t step = (int32_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_STEP);
  int64_t node = (int64_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_NODE), count = 0;
  inno_result_marks(b->result, step, node, marks, NULL);
  for (int64_t i = 0; i < b->units; i++) {
    int32_t moved = marks[board_row(b, i)] & (INNO_MARK_WINSORIZED_HIGH | INNO_MARK_WINSORIZED_LOW);
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
    put_number(out, board_record(b, INNO_RECORD_TREATMENT, before, fields[f]), 2);
    fputs(" → ", out);
    put_number(out, board_record(b, INNO_RECORD_TREATMENT, record, fields[f]), 2);
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
          pick(s,
               "indicators failed the test of skewness and kurtosis and were treated. ↓ lowered, ↑ raised to the next "
               "value.",
               "chỉ tiêu không đạt kiểm định độ lệch và độ nhọn nên đã được xử lý. ↓ hạ xuống, ↑ nâng lên giá trị kế "
               "tiếp."));
  if (treated == 0) {
    return;
  }
  fprintf(out,
          "<div class=\"wide\"><table><thead><tr><th class=\"t\">%s</th><th></th><th "
          "class=\"t\">%s</th><th>%s</th><th>%s</th><th class=\"t\">%s</th></tr></thead><tbody>\n",
          pick(s, "Indicator", "Chỉ tiêu"), pick(s, "Rule", "Quy tắc"), pick(s, "Skewness", "Độ lệch"),
          pick(s, "Kurtosis", "Độ nhọn"), pick(s, "Points moved", "Điểm đã chỉnh"));
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_TREATMENT); k++) {
    bool first = !(board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE) > 0.0);
    before = first ? k : before;
    if (is_treated(b, k)) {
      put_treated_row(b, out, k, before);
    }
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- weights: the tree itself ---- */

static void put_weight_row(const struct board *b, FILE *out, int64_t record, int depth) {
  int64_t node = (int64_t)board_record(b, INNO_RECORD_WEIGHT, record, INNO_FIELD_NODE);
  fprintf(out, "<tr><td class=\"t o\" style=\"padding-left:%.1frem\">", 0.6 + 1.1 * (depth < 12 ? depth : 12));
  fputs(node >= b->indicators ? "<b>" : "", out);
  put_text(out, inno_result_node_code(b->result, node));
  fputs(node >= b->indicators ? "</b></td><td class=\"t\"><b>" : "</td><td class=\"t\">", out);
  put_text(out, board_node(b, node));
  fputs(node >= b->indicators ? "</b></td><td class=\"t\"><small>" : "</td><td class=\"t\"><small>", out);
  put_text(out, framework_node_at(b->framework, node)->unit_of_measure);
  fputs("</small></td><td>", out);
  if (node < b->indicators) {
    fputs(framework_node_at(b->framework, node)->direction < 0 ? "−" : "+", out);
  }
  fprintf(out, "</td><td>%.4g</td><td>%.2f %%</td><td>%.2f %%</td></tr>\n",
          board_record(b, INNO_RECORD_WEIGHT, record, INNO_FIELD_WEIGHT),
          100.0 * board_record(b, INNO_RECORD_WEIGHT, record, INNO_FIELD_SHARE),
          100.0 * board_record(b, INNO_RECORD_WEIGHT, record, INNO_FIELD_EFFECTIVE));
}

static void put_weights(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  int64_t *record_of = arena_take(s->arena, (size_t)b->nodes, sizeof *record_of);
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_WEIGHT); k++) {
    record_of[(int64_t)board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_NODE)] = k;
  }
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n", pick(s, "Weights", "Trọng số"),
          pick(s, "+ more is better, − less is better.", "+ càng cao càng tốt, − càng thấp càng tốt."));
  fprintf(out,
          "<div class=\"wide\"><table><thead><tr><th class=\"t\">%s</th><th class=\"t\">%s</th><th "
          "class=\"t\">%s</th><th>%s</th><th>%s</th><th>%s</th>"
          "<th>%s</th></tr></thead><tbody>\n",
          pick(s, "Code", "Mã"), pick(s, "Name", "Tên"), pick(s, "Unit of measure", "Đơn vị đo"),
          pick(s, "Direction", "Hướng"), pick(s, "Weight", "Trọng số"),
          pick(s, "Share among siblings", "Tỷ trọng trong nhóm"),
          pick(s, "Share of the index", "Tỷ trọng trong chỉ số"));
  int64_t *nodes = arena_take(s->arena, (size_t)b->nodes, sizeof *nodes);
  int *depth = arena_take(s->arena, (size_t)b->nodes, sizeof *depth);
  board_outline(b, nodes, depth);
  for (int64_t k = 0; k < b->nodes; k++) {
    put_weight_row(b, out, record_of[nodes[k]], depth[k]);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- the method ---- */

static void put_method(const struct board *b, FILE *out) {
  const struct session *s = b->session;
  char fingerprint[INNO_FINGERPRINT_BYTES];
  int64_t needed = 0;
  inno_method_canonical(b->plan->method, NULL, 0, &needed, NULL);
  char *text = arena_take(s->arena, (size_t)needed, 1);
  inno_method_canonical(b->plan->method, text, needed, NULL, NULL);
  inno_method_fingerprint(b->plan->method, fingerprint, sizeof fingerprint, NULL);
  fprintf(out, "<h2>%s</h2>\n<p>%s<br><code>%s</code></p>\n<p class=\"quiet\">%s<br>%s</p>\n",
          pick(s, "Method", "Phương pháp"),
          pick(s, "Fingerprint of the method (SHA-256):", "Dấu vân tay của phương pháp (SHA-256):"), fingerprint,
          pick(s, "Two results with the same fingerprint were computed by the same method.",
               "Hai kết quả có cùng dấu vân tay được tính bằng cùng một phương pháp."),
          inno_build_info());
  fprintf(out, "<details><summary>%s</summary>\n<pre>", pick(s, "The method in full", "Toàn văn phương pháp"));
  put_text(out, text);
  fputs("</pre></details>\n", out);
}

bool page_write(const struct board *b, FILE *out) {
  int64_t *list = arena_take(b->session->arena, (size_t)b->nodes, sizeof *list), count = aggregates(b, list);
  double **ranks = read_ranks(b);
  put_head(b, out);
  put_ranking(b, out);
  put_periods(b, out);
  put_profiles(b, out, ranks);
  put_scores_and_ranks(b, out, ranks, list, count);
  put_coverage(b, out, list, count);
  if (b->explain != NULL) {
    explain_report(b->explain, out);
  }
  if (b->verify != NULL) {
    verify_report(b->verify, out);
  }
  put_treatment(b, out);
  frontiers_report(b, out);
  if (b->audit != NULL) {
    audit_report(b->audit, out);
  }
  if (b->uncertain != NULL) {
    uncertain_report(b->uncertain, out);
  }
  if (b->sensitive != NULL) {
    sensitive_report(b->sensitive, out);
  }
  put_weights(b, out);
  put_method(b, out);
  fputs("</body>\n</html>\n", out);
  return true;
}
