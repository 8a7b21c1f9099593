#include "audit.h"

#include <math.h>

#include "utf8.h"

/* ---- running ---- */

const char *audit_development(const struct session *s, const struct plan *p) {
  int64_t needed = 0;
  (void)inno_scheme_get_text(p->audit, NULL, INNO_KEY_AUDIT_DEVELOPMENT, NULL, 0, &needed, NULL);
  char *code = arena_take(s->arena, (size_t)needed + 1, 1);
  (void)inno_scheme_get_text(p->audit, NULL, INNO_KEY_AUDIT_DEVELOPMENT, code, needed, NULL, NULL);
  return code[0] != '\0' ? code : NULL;
}

/* Said here, because the program knows which columns the file has. */
static bool check_development(const struct board *b) {
  const char *code = audit_development(b->session, b->plan);
  const struct table *t = &b->data->table;
  bool found = code == NULL || inno_dataset_find_column(b->data->set, code) >= 0;
  return found || fail(b->session, plan_development_place(b->plan), "the data have no column '%s' of numbers.%s",
                       "dữ liệu không có cột số '%s'.%s", code, did_you_mean(b->session, code, t->headers, t->columns));
}

bool audit_frames_suit(const struct board *b, bool held, const char *option) {
  return !held ||
         fail(b->session, (struct place){0},
              "%s looks at the data in their own frame, so it does not go with --frames; leave one of the "
              "two out",
              "%s xem số liệu theo hằng số của chính chúng nên không dùng cùng --frames; hãy bỏ một "
              "trong hai",
              option);
}

void audit_order(struct audit *a) {
  a->count = audit_count(a, INNO_RECORD_FINDING);
  a->order = arena_take(a->board->session->arena, (size_t)a->count, sizeof *a->order);
  int64_t next = 0;
  for (int32_t severity = TO_MEND; severity >= TO_KNOW; severity--) {
    for (int64_t k = 0; k < a->count; k++) {
      if (audit_severity(a, k) == severity) {
        a->order[next++] = k;
        a->by_severity[severity]++;
      }
    }
  }
  a->count = next;
}

bool audit_make(const struct board *b, bool held, struct audit *a) {
  const struct plan *p = b->plan;
  *a = (struct audit){.board = b};
  if (!audit_frames_suit(b, held, "--audit") || !check_development(b) || !board_choose_period(b, p->audit, INNO_KEY_AUDIT_PERIOD, &a->period)) {
    return false;
  }
  if (inno_analysis_create_audit(NULL, p->audit, p->method, b->data->set, &a->tables, b->session->error) != INNO_OK) {
    return fail_library(b->session, plan_audit_place(b->session, p));
  }
  audit_order(a);
  return true;
}
void audit_close(struct audit *a) { inno_analysis_destroy(a->tables); }

/* ---- reading ---- */

int64_t audit_count(const struct audit *a, int32_t kind) { return inno_analysis_record_count(a->tables, kind); }

double *audit_column(const struct audit *a, int32_t kind, int32_t field) {
  double *out = arena_take(a->board->session->arena, (size_t)audit_count(a, kind), sizeof *out);
  (void)inno_analysis_column(a->tables, kind, field, out, sizeof *out, NULL);
  return out;
}

static double number_at(const struct audit *a, int32_t kind, int64_t record, int32_t field) {
  double value = NAN;
  (void)inno_analysis_record(a->tables, kind, record, field, &value, NULL);
  return value;
}

int32_t audit_severity(const struct audit *a, int64_t finding) {
  double severity = number_at(a, INNO_RECORD_FINDING, finding, INNO_FIELD_SEVERITY);
  return severity >= TO_KNOW && severity <= TO_MEND ? (int32_t)severity : TO_KNOW;
}

const char *audit_sentence(const struct audit *a, int64_t finding) {
  const struct session *s = a->board->session;
  int64_t needed = 0;
  (void)inno_analysis_sentence(a->tables, finding, s->language, NULL, 0, &needed, NULL);
  char *text = arena_take(s->arena, (size_t)needed + 1, 1);
  (void)inno_analysis_sentence(a->tables, finding, s->language, text, needed, NULL, NULL);
  return utf8_plain(s->arena, text);
}

const char *audit_severity_words(const struct session *s, int32_t severity) {
  return severity == TO_MEND      ? pick(s, "To mend", "Cần sửa")
         : severity == TO_LOOK_AT ? pick(s, "To look at", "Cần xem lại")
                                  : pick(s, "To know", "Để biết");
}

const char *audit_period(const struct audit *a) { return board_period(a->board, a->period); }

/* The field of the one record that is about this node (and, field 0 = no matter, that other number); NaN = none. */
static double find(const struct audit *a, int32_t kind, int32_t of, int64_t node, int32_t also, int64_t other,
                   int32_t field) {
  for (int64_t k = 0; k < audit_count(a, kind); k++) {
    if ((int64_t)number_at(a, kind, k, of) == node && (also == 0 || (int64_t)number_at(a, kind, k, also) == other)) {
      return number_at(a, kind, k, field);
    }
  }
  return NAN;
}

struct audit_line audit_line_of(const struct audit *a, int64_t node) {
  enum { NODE = INNO_FIELD_NODE, PARENT = INNO_FIELD_PARENT, OTHER = INNO_FIELD_OTHER };
  int64_t index = a->board->index;
  return (struct audit_line){
      .alpha = find(a, INNO_RECORD_RELIABILITY, PARENT, node, 0, 0, INNO_FIELD_ALPHA),
      .adequacy = find(a, INNO_RECORD_COMPONENTS, PARENT, node, 0, 0, INNO_FIELD_ADEQUACY),
      .first_share = find(a, INNO_RECORD_COMPONENT, PARENT, node, INNO_FIELD_COMPONENT, 0, INNO_FIELD_VARIANCE_SHARE),
      .correlation = find(a, INNO_RECORD_PARENT, NODE, node, OTHER, index, INNO_FIELD_CORRELATION),
      .share = find(a, INNO_RECORD_INFLUENCE, NODE, node, OTHER, index, INNO_FIELD_SHARE),
      .effective = find(a, INNO_RECORD_INFLUENCE, NODE, node, OTHER, index, INNO_FIELD_EFFECTIVE),
      .importance = find(a, INNO_RECORD_INFLUENCE, NODE, node, OTHER, index, INNO_FIELD_IMPORTANCE_SHARE),
      .shift = find(a, INNO_RECORD_REMOVAL, NODE, node, 0, 0, INNO_FIELD_MEAN_SHIFT),
  };
}

/* ---- the terminal ---- */

void audit_print_findings(const struct audit *a) {
  const struct session *s = a->board->session;
  int32_t last = 0;
  if (a->count == 0) {
    puts(pick(s, "nothing found", "không phát hiện vấn đề nào"));
  } else {
    printf(pick(s, "%lld to mend, %lld to look at, %lld to know\n", "%lld cần sửa, %lld cần xem lại, %lld để biết\n"),
           (long long)a->by_severity[TO_MEND], (long long)a->by_severity[TO_LOOK_AT],
           (long long)a->by_severity[TO_KNOW]);
  }
  for (int64_t k = 0; k < a->count; k++) {
    int32_t severity = audit_severity(a, a->order[k]);
    if (severity != last) {
      printf("\n%s (%lld)\n", audit_severity_words(s, severity), (long long)a->by_severity[severity]);
      last = severity;
    }
    printf("  - %s\n", audit_sentence(a, a->order[k]));
  }
}

static void print_cell(const char *text, size_t width) {
  size_t used = utf8_width(text);
  printf("  %*s%s", used < width ? (int)(width - used) : 0, "", text);
}

static void print_number(const struct session *s, double value, bool share, size_t width) {
  print_cell(isnan(value) ? "-" : arena_print(s->arena, share ? "%.0f%%" : "%.2f", share ? 100.0 * value : value),
             width);
}

static void print_pillars(const struct audit *a) {
  enum { COLUMNS = 8 };
  const struct session *s = a->board->session;
  const struct board *b = a->board;
  const char *const heads[COLUMNS] = {"alpha",
                                      "KMO",
                                      pick(s, "first", "TP đầu"),
                                      pick(s, "corr.", "t.quan"),
                                      pick(s, "weight", "tr.số"),
                                      pick(s, "effective", "hiệu dụng"),
                                      pick(s, "importance", "quan trọng"),
                                      pick(s, "shift", "dịch hạng")};
  size_t first = utf8_width(pick(s, "Pillar", "Trụ cột"));
  for (int64_t k = -1; k < b->pillar_count; k++) {
    size_t width = utf8_width(inno_result_node_code(b->result, k < 0 ? b->index : b->pillars[k]));
    first = width > first ? width : first;
  }
  printf("\n%s%*s", pick(s, "Pillar", "Trụ cột"), (int)(first - utf8_width(pick(s, "Pillar", "Trụ cột"))), "");
  for (int c = 0; c < COLUMNS; c++) {
    print_cell(heads[c], 6);
  }
  putchar('\n');
  for (int64_t k = -1; k < b->pillar_count; k++) { /* -1: the index itself */
    int64_t node = k < 0 ? b->index : b->pillars[k];
    const char *code = inno_result_node_code(b->result, node);
    struct audit_line l = audit_line_of(a, node);
    const double values[COLUMNS] = {l.alpha, l.adequacy,  l.first_share, l.correlation,
                                    l.share, l.effective, l.importance,  l.shift};
    printf("%s%*s", code, (int)(first - utf8_width(code)), "");
    for (int c = 0; c < COLUMNS; c++) {
      size_t width = utf8_width(heads[c]) > 6 ? utf8_width(heads[c]) : 6;
      bool share = c == 2 || (c >= 4 && c <= 6);
      print_number(s, values[c], share, width);
    }
    putchar('\n');
  }
  puts(pick(
      s,
      "alpha, KMO, first: of its children (Cronbach; sampling adequacy; share of the first component). corr.: with "
      "the index.\nweight, effective, importance: nominal share, share after aggregation, share of what moves the "
      "index. shift: places\nthat units move on average without it.",
      "alpha, KMO, TP đầu: của các nút con (Cronbach; độ phù hợp mẫu; tỷ trọng thành phần chính đầu). t.quan: "
      "tương quan\nvới chỉ số. tr.số, hiệu dụng, quan trọng: tỷ trọng danh nghĩa, sau tổng hợp, và mức thực sự chi "
      "phối chỉ số.\ndịch hạng: số bậc trung bình các đơn vị thay đổi khi bỏ trụ cột này."));
}

void audit_print(const struct audit *a) {
  const struct session *s = a->board->session;
  const char *period = audit_period(a);
  printf("\n%s%s%s: ", pick(s, "Statistical audit", "Kiểm định thống kê"), period[0] != '\0' ? ", " : "", period);
  audit_print_findings(a);
  print_pillars(a);
}
