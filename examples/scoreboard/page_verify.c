/* The verification in report.html: a line a column, what was found, and the weights that the table implies. */
#include <math.h>
#include <string.h>

#include "page.h"
#include "verify.h"

enum { MOST_LISTED = 100 };

static void put_columns(const struct verify *v, FILE *out) {
  const struct session *s = v->board->session;
  fprintf(out,
          "<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th>%s</th><th>%s</th><th "
          "class=\"t\">%s</th></tr></thead>"
          "<tbody>\n",
          pick(s, "Column", "Cột"), pick(s, "Compared", "Đã so"), pick(s, "Agree", "Khớp"),
          pick(s, "Rounding", "Cách làm tròn"));
  for (size_t k = 0; k < v->column_count; k++) {
    const struct verify_column *c = &v->columns[k];
    struct verify_count count = verify_count_of(v, c);
    const char *words = c->ranks ? NULL : verify_rounding_words(v, &count);
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, c->header);
    fprintf(out, "</td><td>%lld</td><td>%lld</td><td class=\"t\">%s</td></tr>\n", (long long)count.compared,
            (long long)count.agreed, words != NULL ? words : "–");
  }
  fputs("</tbody></table></div>\n", out);
}

/* Returns how many there are; lists the first. */
static int64_t put_findings(const struct verify *v, FILE *out, const inno_analysis *a, const char *period,
                            int64_t listed) {
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_FINDING); k++) {
    if (listed++ >= MOST_LISTED) {
      continue;
    }
    fputs("<li>", out);
    if (period[0] != '\0') {
      put_text(out, period);
      fputs(": ", out);
    }
    put_text(out, verify_sentence(v, a, k));
    fputs("</li>\n", out);
  }
  return listed;
}

static void put_all_findings(const struct verify *v, FILE *out) {
  const struct session *s = v->board->session;
  int64_t count = 0;
  fprintf(out, "<h3>%s</h3>\n<ul class=\"findings\">\n", pick(s, "Findings", "Phát hiện"));
  for (size_t k = 0; k < v->period_count; k++) {
    const char *period = board_period(v->board, v->periods[k].period);
    count = put_findings(v, out, v->periods[k].verified, period, count);
    count = put_findings(v, out, v->periods[k].implied, period, count);
  }
  if (count == 0) {
    fprintf(out, "<li>%s</li>\n", pick(s, "Nothing: what was published agrees.", "Không có: số công bố khớp."));
  }
  fputs("</ul>\n", out);
  if (count > MOST_LISTED) {
    fprintf(out,
            pick(s, "<p class=\"quiet\">The first %d of %lld; verify_findings.csv has all.</p>\n",
                 "<p class=\"quiet\">%d mục đầu trong %lld; verify_findings.csv có đủ.</p>\n"),
            MOST_LISTED, (long long)count);
  }
}

static void put_decimal(FILE *out, double value) {
  fputs("<td>", out);
  put_number(out, value, 4);
  fputs("</td>", out);
}

static void put_weights(const struct verify *v, FILE *out, const struct verify_period *p) {
  static const int32_t fields[] = {INNO_FIELD_SHARE, INNO_FIELD_WEIGHT, INNO_FIELD_STANDARD_ERROR, INNO_FIELD_LOWER,
                                   INNO_FIELD_UPPER};
  const int32_t kind = INNO_RECORD_IMPLIED_WEIGHT;
  const double *parent = verify_values(v, p->implied, kind, INNO_FIELD_PARENT),
               *node = verify_values(v, p->implied, kind, INNO_FIELD_NODE);
  for (int64_t k = 0; k < inno_analysis_record_count(p->implied, kind); k++) {
    const char *period = board_period(v->board, p->period);
    fputs("<tr><td class=\"t s\">", out);
    put_text(out, board_node(v->board, (int64_t)parent[k]));
    if (period[0] != '\0') {
      fputs(" <small>", out);
      put_text(out, period);
      fputs("</small>", out);
    }
    fputs("</td><td class=\"t\">", out);
    put_text(out, board_node(v->board, (int64_t)node[k]));
    fputs("</td>", out);
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) {
      put_decimal(out, verify_values(v, p->implied, kind, fields[f])[k]);
    }
    fputs("</tr>\n", out);
  }
}

static void put_implied(const struct verify *v, FILE *out) {
  const struct session *s = v->board->session;
  if (!verify_has_table(v, INNO_RECORD_IMPLIED_WEIGHT)) {
    return;
  }
  fprintf(out,
          "<h3>%s</h3>\n<p class=\"quiet\">%s</p>\n<div class=\"wide\"><table><thead><tr><th class=\"t s\">%s</th><th "
          "class=\"t\">%s</th>"
          "<th>%s</th><th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>\n",
          pick(s, "Weights that the printed table implies", "Trọng số mà bảng công bố hàm ý"),
          pick(s,
               "Least squares with weights of at least 0 and sum 1. Least and most: between which ends the weight can "
               "lie such that "
               "every printed score is within rounding; a dash where no weights do that.",
               "Bình phương tối thiểu với trọng số không âm, tổng bằng 1. Nhỏ nhất, lớn nhất: khoảng mà trọng số có "
               "thể nằm để mọi điểm được "
               "in đều trong sai số làm tròn; gạch ngang nếu không bộ trọng số nào làm được."),
          pick(s, "Aggregate", "Nút tổng hợp"), pick(s, "Part", "Thành phần"),
          pick(s, "Of the method", "Theo phương pháp"), pick(s, "Implied", "Hàm ý"),
          pick(s, "Standard error", "Sai số chuẩn"), pick(s, "Least", "Nhỏ nhất"), pick(s, "Most", "Lớn nhất"));
  for (size_t k = 0; k < v->period_count; k++) {
    put_weights(v, out, &v->periods[k]);
  }
  fputs("</tbody></table></div>\n", out);
}

void verify_report(const struct verify *v, FILE *out) {
  const struct session *s = v->board->session;
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n",
          pick(s, "Verification of the published table", "Kiểm tra bảng đã công bố"),
          pick(s,
               "Printed numbers against computed ones, decided on their exact decimals; printed ranks against printed "
               "scores; printed "
               "aggregates against their printed parts.",
               "So số được in với số tính được, quyết định trên phần thập phân chính xác; so hạng với điểm được in; so "
               "điểm tổng hợp với các "
               "thành phần được in."));
  put_columns(v, out);
  put_all_findings(v, out);
  put_implied(v, out);
}
