/* The audit in report.html: findings, and the pictures an auditor looks at. What has no records is left out. */
#include <math.h>
#include <string.h>

#include "audit.h"
#include "chart.h"
#include "page.h"
#include "page_audit.h"

const char *audit_code(const struct audit *a, int64_t node) {
  const char *code = node < 0 ? NULL : inno_analysis_node_code(a->tables, node);
  return code != NULL ? code : "";
}

void audit_part(FILE *out, const char *heading, const char *explanation) {
  fprintf(out, "<h3>%s</h3>\n<p class=\"quiet\">%s</p>\n", heading, explanation);
}

/* ---- findings ---- */

static void put_findings(const struct audit *a, FILE *out) {
  const struct session *s = a->board->session;
  int32_t last = 0;
  if (a->count == 0) {
    fprintf(out, "<p>%s</p>\n",
            pick(s, "Nothing crosses the thresholds of the method file.",
                 "Không có gì vượt các ngưỡng của tệp phương pháp."));
  }
  for (int64_t k = 0; k < a->count; k++) {
    int32_t severity = audit_severity(a, a->order[k]);
    if (severity != last) {
      fprintf(out, "%s<h3>%s (%lld)</h3>\n<ul class=\"findings\">\n", last != 0 ? "</ul>\n" : "",
              audit_severity_words(s, severity), (long long)a->by_severity[severity]);
      last = severity;
    }
    fputs("<li>", out);
    put_text(out, audit_sentence(a, a->order[k]));
    fputs("</li>\n", out);
  }
  fputs(a->count > 0 ? "</ul>\n" : "", out);
}

/* ---- pillars ---- */

static void put_share(FILE *out, double share) {
  fputs("<td>", out);
  put_number(out, 100.0 * share, 0);
  fputs(isnan(share) ? "</td>" : "&nbsp;%</td>", out);
}

static void put_decimal(FILE *out, double value) {
  fputs("<td>", out);
  put_number(out, value, 2);
  fputs("</td>", out);
}

static void put_name_cells(const struct audit *a, FILE *out, int64_t node) {
  const char *code = audit_code(a, node), *name = board_node(a->board, node);
  fputs("<td class=\"t s\">", out);
  put_text(out, name);
  if (strcmp(code, name) != 0) {
    fputs(" <small>", out);
    put_text(out, code);
    fputs("</small>", out);
  }
  fputs("</td>", out);
}

static void put_pillars(const struct audit *a, FILE *out) {
  const struct board *b = a->board;
  const struct session *s = b->session;
  audit_part(
      out, pick(s, "The index and its pillars", "Chỉ số và các trụ cột"),
      pick(s,
           "alpha: Cronbach, how well the children measure one thing. KMO: how much they have in common. First "
           "component: its share of their variance. Shift: places that units move on average without the pillar.",
           "alpha: hệ số Cronbach, mức các nút con cùng đo một điều. KMO: mức chung giữa các nút con. Thành phần "
           "chính đầu: tỷ trọng phương sai của nó. Dịch hạng: số bậc trung bình các đơn vị thay đổi khi bỏ trụ "
           "cột."));
  fprintf(
      out,
      "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th>alpha</th><th>KMO</th><th>%s</th><th>%s</th>"
      "<th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>\n",
      pick(s, "Pillar", "Trụ cột"), pick(s, "First component", "Thành phần chính đầu"),
      pick(s, "Correlation with the index", "Tương quan với chỉ số"),
      pick(s, "Share among siblings", "Tỷ trọng trong nhóm"), pick(s, "Share of the index", "Tỷ trọng trong chỉ số"),
      pick(s, "Importance", "Mức chi phối"), pick(s, "Shift", "Dịch hạng"));
  for (int64_t k = -1; k < b->pillar_count; k++) { /* -1: the index itself */
    int64_t node = k < 0 ? b->index : b->pillars[k];
    struct audit_line l = audit_line_of(a, node);
    fputs("<tr>", out);
    put_name_cells(a, out, node);
    put_decimal(out, l.alpha);
    put_decimal(out, l.adequacy);
    put_share(out, l.first_share);
    put_decimal(out, l.correlation);
    put_share(out, l.share);
    put_share(out, l.effective);
    put_share(out, l.importance);
    put_decimal(out, l.shift);
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- weight and importance ---- */

enum { WEIGHTS = 3 };
static const char *const weight_colors[WEIGHTS] = {"#9aa5b1", CHART_BLUE, CHART_ORANGE};

static void put_weight_bar(FILE *out, double share, double most, const char *color) {
  fprintf(out,
          "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%.1f\" "
          "height=\"10\" fill=\"%s\"/></svg>",
          isnan(share) ? 0.0 : 1000.0 * share / most, color);
}

static void put_weight_row(const struct audit *a, FILE *out, int64_t node, const double *shares, double most) {
  fputs("<tr>", out);
  put_name_cells(a, out, node);
  fputs("<td class=\"u\">", out);
  for (int w = 0; w < WEIGHTS; w++) {
    put_weight_bar(out, shares[w], most, weight_colors[w]);
  }
  fputs("</td>", out);
  for (int w = 0; w < WEIGHTS; w++) {
    fputs("<td class=\"w\">", out);
    put_number(out, 100.0 * shares[w], 1);
    fputs(isnan(shares[w]) ? "</td>" : "&nbsp;%</td>", out);
  }
  fputs("</tr>\n", out);
}

static void put_importance(const struct audit *a, FILE *out) {
  const struct board *b = a->board;
  const struct session *s = b->session;
  if (audit_count(a, INNO_RECORD_INFLUENCE) == 0) {
    return;
  }
  double(*shares)[WEIGHTS] = arena_take(s->arena, (size_t)b->pillar_count, sizeof *shares), most = 1e-9;
  for (int64_t k = 0; k < b->pillar_count; k++) {
    struct audit_line l = audit_line_of(a, b->pillars[k]);
    const double all[WEIGHTS] = {l.share, l.effective, l.importance};
    for (int w = 0; w < WEIGHTS; w++) {
      shares[k][w] = all[w];
      most = all[w] > most ? all[w] : most;
    }
  }
  const char *const words[WEIGHTS] = {pick(s, "among siblings", "trong nhóm"), pick(s, "in the index", "trong chỉ số"),
                                      pick(s, "importance", "mức chi phối")};
  audit_part(
      out, pick(s, "Weight and importance", "Trọng số và mức chi phối"),
      pick(s,
           "The share of the weight that the method gives to a pillar among its siblings and in the index; and "
           "importance: its share, among its siblings, of what moves the index (correlation ratio). Importance far "
           "from the share among siblings: the weights do not say what counts.",
           "Tỷ trọng mà phương pháp dành cho trụ cột trong nhóm và trong chỉ số; và mức chi phối: phần của nó, trong "
           "nhóm, trong những gì thực sự chi phối chỉ số (tỷ số tương quan). Mức chi phối khác xa tỷ trọng trong "
           "nhóm: trọng số không nói đúng điều thực sự quan trọng."));
  fprintf(out, "<div class=\"wide\"><table class=\"ranking\"><thead><tr><th class=\"t s\">%s</th><th></th>",
          pick(s, "Pillar", "Trụ cột"));
  for (int w = 0; w < WEIGHTS; w++) {
    fprintf(out,
            "<th class=\"w\"><svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" "
            "height=\"10\" "
            "fill=\"%s\"/></svg>%s</th>",
            weight_colors[w], words[w]);
  }
  fputs("</tr></thead><tbody>\n", out);
  for (int64_t k = 0; k < b->pillar_count; k++) {
    put_weight_row(a, out, b->pillars[k], shares[k], most);
  }
  fputs("</tbody></table></div>\n", out);
}

/* ---- the map of correlations ---- */

enum { MOST_INDICATORS = 150 }; /* of a map that can be read */

struct pairs {
  const struct audit *audit;
  int64_t *node;   /* of each place of the map */
  int64_t *record; /* of each pair of indicators, -1 = none */
  double *r, *p, *units;
};

static int64_t record_of(const struct pairs *m, int64_t row, int64_t column) {
  return m->record[m->node[row] * m->audit->board->indicators + m->node[column]];
}

static double pair_value(const void *data, int64_t row, int64_t column) {
  const struct pairs *m = data;
  int64_t k = record_of(m, row, column);
  return k < 0 ? NAN : m->r[k];
}

static const char *pair_words(const void *data, int64_t row, int64_t column) {
  const struct pairs *m = data;
  struct arena *arena = m->audit->board->session->arena;
  int64_t k = record_of(m, row, column);
  const char *pair =
      arena_print(arena, "%s × %s", audit_code(m->audit, m->node[column]), audit_code(m->audit, m->node[row]));
  if (k < 0 || isnan(m->r[k])) {
    return arena_print(arena, "%s: –", pair);
  }
  const char *p = isnan(m->p[k]) ? "" : arena_print(arena, ", p = %.2g", m->p[k]);
  return arena_print(arena, "%s: r = %.2f%s, n = %.0f", pair, m->r[k], p, m->units[k]);
}

static struct pairs read_pairs(const struct audit *a) {
  int64_t n = a->board->indicators, count = audit_count(a, INNO_RECORD_CORRELATION);
  const double *one = audit_column(a, INNO_RECORD_CORRELATION, INNO_FIELD_NODE);
  const double *other = audit_column(a, INNO_RECORD_CORRELATION, INNO_FIELD_OTHER);
  struct pairs m = {.audit = a,
                    .record = arena_take(a->board->session->arena, (size_t)n * (size_t)n, sizeof *m.record),
                    .r = audit_column(a, INNO_RECORD_CORRELATION, INNO_FIELD_CORRELATION),
                    .p = audit_column(a, INNO_RECORD_CORRELATION, INNO_FIELD_P_VALUE),
                    .units = audit_column(a, INNO_RECORD_CORRELATION, INNO_FIELD_COUNT)};
  for (int64_t k = 0; k < n * n; k++) {
    m.record[k] = -1;
  }
  for (int64_t k = 0; k < count; k++) {
    int64_t i = (int64_t)one[k], j = (int64_t)other[k];
    if (i >= 0 && j >= 0 && i < n && j < n) {
      m.record[i * n + j] = m.record[j * n + i] = k;
    }
  }
  return m;
}

static const char *name_of_block(const struct audit *a, int64_t node) {
  const char *code = audit_code(a, node), *name = board_node(a->board, node);
  return strcmp(code, name) == 0 ? code : arena_print(a->board->session->arena, "%s · %s", code, name);
}

/* Indicators in the order of the tree; a block for each pillar with two or more of them. */
static void arrange(const struct audit *a, struct pairs *m, struct heat_map *map) {
  const struct board *b = a->board;
  struct arena *arena = b->session->arena;
  int64_t *nodes = arena_take(arena, (size_t)b->nodes, sizeof *nodes), n = 0;
  int64_t *starts = arena_take(arena, (size_t)b->pillar_count + 1, sizeof *starts);
  int *depth = arena_take(arena, (size_t)b->nodes, sizeof *depth);
  const char **names = arena_take(arena, (size_t)b->indicators, sizeof *names);
  const char **blocks = arena_take(arena, (size_t)b->pillar_count, sizeof *blocks);
  const char **long_names = arena_take(arena, (size_t)b->pillar_count, sizeof *long_names);
  m->node = arena_take(arena, (size_t)b->indicators, sizeof *m->node);
  board_outline(b, nodes, depth);
  for (int64_t k = 0; k < b->nodes; k++) {
    for (int64_t c = 0; c < b->pillar_count; c++) {
      if (nodes[k] == b->pillars[c] && nodes[k] >= b->indicators) {
        starts[map->block_count] = n;
        long_names[map->block_count] = name_of_block(a, nodes[k]);
        blocks[map->block_count++] = audit_code(a, nodes[k]);
      }
    }
    if (nodes[k] < b->indicators) {
      m->node[n] = nodes[k];
      names[n++] = audit_code(a, nodes[k]);
    }
  }
  starts[map->block_count] = n;
  map->count = n;
  map->names = names;
  map->starts = starts;
  map->blocks = blocks;
  map->long_names = long_names;
}

static void put_map(const struct audit *a, FILE *out) {
  const struct session *s = a->board->session;
  if (audit_count(a, INNO_RECORD_CORRELATION) == 0) {
    return;
  }
  if (a->board->indicators > MOST_INDICATORS) {
    audit_part(out, pick(s, "Correlations of the indicators", "Tương quan giữa các chỉ tiêu"),
               pick(s, "Too many indicators for a picture; audit_correlations.csv has all.",
                    "Quá nhiều chỉ tiêu để vẽ; audit_correlations.csv có đủ."));
    return;
  }
  struct pairs m = read_pairs(a);
  struct heat_map map = {.value = pair_value, .words = pair_words, .data = &m};
  arrange(a, &m, &map);
  audit_part(
      out, pick(s, "Correlations of the indicators", "Tương quan giữa các chỉ tiêu"),
      pick(s,
           "After normalization, so that more is better everywhere: blue indicators move together, brown ones "
           "against each other. Outlined: the indicators of one pillar. × = no value. Point at a cell to read it; "
           "audit_correlations.csv has every digit.",
           "Sau chuẩn hóa, nghĩa là luôn càng cao càng tốt: màu xanh là cùng chiều, màu nâu là ngược chiều. Đường "
           "viền: các chỉ tiêu của một trụ cột. × = không có giá trị. Trỏ vào ô để đọc số; audit_correlations.csv "
           "có đủ chữ số."));
  fputs("<div class=\"wide\">", out);
  chart_heat_map(out, &map, pick(s, "Correlations of the indicators", "Tương quan giữa các chỉ tiêu"),
                 pick(s, "Lower half of the matrix of correlations, in the order of the tree.",
                      "Nửa dưới của ma trận tương quan, theo thứ tự của cây chỉ số."));
  fputs("</div>\n", out);
}

/* ---- scree plots ---- */

static bool any_there(const double *y, int64_t count) {
  for (int64_t k = 0; k < count; k++) {
    if (!isnan(y[k])) {
      return true;
    }
  }
  return false;
}

static void put_scree(const struct audit *a, FILE *out, const char *code, const char *name, int64_t count,
                      const double *eigenvalue, const double *share, const double *random) {
  struct arena *arena = a->board->session->arena;
  const struct session *s = a->board->session;
  double *x = arena_take(arena, (size_t)count, sizeof *x), low = 0.0, high = 1.0;
  for (int64_t k = 0; k < count; k++) {
    x[k] = (double)k + 1.0;
    high = eigenvalue[k] > high ? eigenvalue[k] : high;
    high = random[k] > high ? random[k] : high;
  }
  chart_round(&low, &high);
  struct chart_plot p = {34.0, 10.0, 196.0, 110.0, 0.5, (double)count + 0.5, 0.0, high, false};
  fputs("<figure><figcaption>", out);
  put_text(out, name);
  if (strcmp(code, name) != 0 && code[0] != '\0') {
    fputs(" <small>", out);
    put_text(out, code);
    fputs("</small>", out);
  }
  fputs("</figcaption>", out);
  chart_open(out, 240.0, 142.0, pick(s, "Eigenvalues", "Trị riêng"), name);
  chart_axes(out, &p, NULL, NULL);
  chart_line(out, p.left, chart_y(&p, 1.0), p.left + p.width, chart_y(&p, 1.0), CHART_GRAY, 1.2, true);
  if (any_there(random, count)) {
    chart_path(out, &p, count, x, random, CHART_ORANGE, true);
  }
  chart_path(out, &p, count, x, eigenvalue, CHART_BLUE, false);
  for (int64_t k = 0; k < count; k++) {
    fprintf(out,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"" CHART_BLUE
            "\"><title>%lld: %.2f (%.0f %%)</title></circle>\n",
            chart_x(&p, x[k]), chart_y(&p, eigenvalue[k]), count > 20 ? 1.8 : 2.6, (long long)k + 1, eigenvalue[k],
            100.0 * share[k]);
  }
  chart_close(out);
  fputs("</figure>\n", out);
}

/* The records of a family stand together, by descending eigenvalue. false when it has no eigenvalues. */
static bool family_of(const struct audit *a, const double *parent, const double *eigenvalue, int64_t node,
                      int64_t *first, int64_t *count) {
  int64_t records = audit_count(a, INNO_RECORD_COMPONENT);
  *first = 0;
  while (*first < records && (int64_t)parent[*first] != node) {
    (*first)++;
  }
  for (*count = 0; *first + *count < records && (int64_t)parent[*first + *count] == node;) {
    (*count)++;
  }
  return *count > 1 && !isnan(eigenvalue[*first]);
}

static void put_screes(const struct audit *a, FILE *out) {
  const struct board *b = a->board;
  const struct session *s = b->session;
  const double *parent = audit_column(a, INNO_RECORD_COMPONENT, INNO_FIELD_PARENT);
  const double *eigenvalue = audit_column(a, INNO_RECORD_COMPONENT, INNO_FIELD_EIGENVALUE);
  const double *share = audit_column(a, INNO_RECORD_COMPONENT, INNO_FIELD_VARIANCE_SHARE);
  const double *random = audit_column(a, INNO_RECORD_COMPONENT, INNO_FIELD_RANDOM_QUANTILE);
  int64_t first, count, shown = 0;
  for (int64_t k = -2; k < b->pillar_count; k++) { /* -2: all indicators; -1: the children of the index */
    int64_t node = k == -2 ? -1 : k == -1 ? b->index : b->pillars[k];
    if (!family_of(a, parent, eigenvalue, node, &first, &count)) {
      continue;
    }
    if (shown++ == 0) {
      audit_part(
          out, pick(s, "Scree plots", "Biểu đồ sườn dốc (scree)"),
          pick(s,
               "Eigenvalues of the correlations in a family. One large eigenvalue: one dimension. Gray: 1 (Kaiser). "
               "Brown, if there: random data (parallel analysis); what lies above it counts.",
               "Trị riêng của ma trận tương quan trong từng nhóm. Một trị riêng lớn: một chiều đo. Xám: 1 (Kaiser). "
               "Nâu, nếu có: số liệu ngẫu nhiên (phân tích song song); phần nằm trên mới đáng kể."));
      fputs("<div class=\"small\">\n", out);
    }
    put_scree(a, out, node < 0 ? "" : audit_code(a, node),
              node < 0 ? pick(s, "All indicators", "Tất cả chỉ tiêu") : board_node(b, node), count, eigenvalue + first,
              share + first, random + first);
  }
  fputs(shown > 0 ? "</div>\n" : "", out);
}

void audit_report(const struct audit *a, FILE *out) {
  const struct session *s = a->board->session;
  const char *period = audit_period(a);
  fprintf(out, "<h2>%s%s%s</h2>\n<p>", pick(s, "Statistical audit", "Kiểm định thống kê"),
          period[0] != '\0' ? ", " : "", period);
  fprintf(out, pick(s, "%lld to mend, %lld to look at, %lld to know.", "%lld cần sửa, %lld cần xem lại, %lld để biết."),
          (long long)a->by_severity[TO_MEND], (long long)a->by_severity[TO_LOOK_AT],
          (long long)a->by_severity[TO_KNOW]);
  fputs("</p>\n", out);
  put_findings(a, out);
  put_pillars(a, out);
  put_importance(a, out);
  put_map(a, out);
  put_screes(a, out);
  audit_put_development(a, out);
  audit_put_strengths(a, out);
}
