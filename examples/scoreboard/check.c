#include "check.h"

#include <math.h>
#include <string.h>

#include "utf8.h"

/* ---- running ---- */

/* Number of the unit; -1 = all. */
static bool find_unit(const struct board *b, const char *unit, int64_t *out) {
  const char **codes = arena_take(b->session->arena, (size_t)b->units, sizeof *codes);
  *out = unit[0] != '\0' ? inno_result_find_unit(b->result, unit) : -1;
  for (int64_t u = 0; u < b->units; u++) {
    codes[u] = inno_result_unit_code(b->result, u);
    *out = *out < 0 && unit[0] != '\0' && strcmp(board_unit(b, u), unit) == 0 ? u : *out;
  }
  return *out >= 0 || unit[0] == '\0' ||
         fail(b->session, (struct place){b->data->file, 0, NULL}, "--check: there is no unit '%s'.%s",
              "--check: không có đơn vị '%s'.%s", utf8_shown(b->session->arena, unit),
              did_you_mean(b->session, unit, codes, (size_t)b->units));
}

/* The year before: another file, read as it is, or the period before of the same data. */
static bool find_before(const struct board *b, const char *file, int64_t period, struct check *c,
                        const inno_dataset **before) {
  inno_scheme *options = b->plan->explain;
  const struct panel *panel = &b->data->panel;
  double asked = NAN;
  *before = NULL;
  if (file != NULL) {
    struct session plain = *b->session;
    plain.period = NULL;
    plain.may_lack = true;
    bool read = data_read(&plain, file, b->framework, NULL, &c->before);
    *before = c->before.set;
    return read;
  }
  (void)inno_scheme_get_f64(options, NULL, INNO_KEY_EXPLAIN_PERIOD_BEFORE, &asked, NULL);
  if (!panel->named || (isnan(asked) && period == 0)) {
    return true;
  }
  *before = b->data->set;
  return !isnan(asked) ||
         inno_scheme_set_f64(options, NULL, INNO_KEY_EXPLAIN_PERIOD_BEFORE, panel->values[period - 1],
                             b->session->error) == INNO_OK ||
         fail_library(b->session, (struct place){0});
}

bool check_make(const struct board *b, bool held, const char *unit, const char *previous, struct check *c) {
  const struct plan *p = b->plan;
  const inno_dataset *before;
  int64_t number;
  *c = (struct check){.found = {.board = b}};
  if (!audit_frames_suit(b, held, "--check") || !find_unit(b, unit, &number) ||
      !board_choose_period(b, p->explain, INNO_KEY_EXPLAIN_PERIOD, &c->found.period) ||
      !find_before(b, previous, c->found.period, c, &before)) {
    return false;
  }
  c->unit = number >= 0 ? board_unit(b, number) : NULL;
  if (inno_analysis_create_check(NULL, p->explain, p->method, b->data->set, before, number, &c->found.tables,
                                 b->session->error) != INNO_OK) {
    return fail_library(b->session, plan_explain_place(b->session, p));
  }
  audit_order(&c->found);
  return true;
}

void check_close(struct check *c) {
  audit_close(&c->found);
  data_close(&c->before);
}

/* ---- the terminal ---- */

static double gap_at(const struct check *c, int64_t record, int32_t field) {
  double value = NAN;
  (void)inno_analysis_record(c->found.tables, INNO_RECORD_CHECK_GAP, record, field, &value, NULL);
  return value;
}

/* "+1.20, rank 5", or why there is none. */
static const char *outcome(const struct check *c, int64_t record) {
  const struct session *s = c->found.board->session;
  inno_status status = (inno_status)gap_at(c, record, INNO_FIELD_STATUS);
  double points = gap_at(c, record, INNO_FIELD_DIFFERENCE), rank = gap_at(c, record, INNO_FIELD_RANK);
  if (status != INNO_OK) {
    return inno_status_text(status, s->language);
  }
  return isnan(points) || isnan(rank) ? "-"
                                      : arena_print(s->arena, pick(s, "%+.*f, rank %.0f", "%+.*f, hạng %.0f"),
                                                    c->found.board->decimals, points, rank);
}

static void print_gaps(const struct check *c) {
  enum { RECORDS = 4, SHOWN = 20 };
  const struct session *s = c->found.board->session;
  int64_t gaps = audit_count(&c->found, INNO_RECORD_CHECK_GAP) / RECORDS;
  if (gaps == 0) {
    return;
  }
  printf(pick(s, "\nWhat each gap costs (%lld): points and rank if the figure were\n",
              "\nMỗi chỗ thiếu làm mất bao nhiêu (%lld): điểm và hạng nếu số liệu là\n"),
         (long long)gaps);
  for (int64_t g = 0; g < gaps && g < SHOWN; g++) {
    int64_t at = g * RECORDS;
    const char *unit = inno_analysis_unit_code(c->found.tables, (int64_t)gap_at(c, at, INNO_FIELD_UNIT));
    const char *node = inno_analysis_node_code(c->found.tables, (int64_t)gap_at(c, at, INNO_FIELD_NODE));
    printf(pick(s, "  %s, %s (now rank %.0f): 0: %s; mean of the peers: %s; median: %s\n",
                "  %s, %s (hiện hạng %.0f): 0: %s; trung bình nhóm: %s; trung vị: %s\n"),
           utf8_shown(s->arena, unit), utf8_shown(s->arena, node), gap_at(c, at, INNO_FIELD_RANK), outcome(c, at + 1),
           outcome(c, at + 2), outcome(c, at + 3));
  }
  if (gaps > SHOWN) {
    printf(pick(s, "  ... and %lld more: gaps.csv\n", "  ... và %lld chỗ khác: gaps.csv\n"), (long long)(gaps - SHOWN));
  }
}

void check_print(const struct check *c) {
  const struct session *s = c->found.board->session;
  const char *period = audit_period(&c->found);
  printf("\n%s, %s%s%s: ", pick(s, "Check before submission", "Tự kiểm tra trước khi nộp"),
         c->unit != NULL ? c->unit : pick(s, "all units", "mọi đơn vị"), period[0] != '\0' ? ", " : "", period);
  audit_print_findings(&c->found);
  print_gaps(c);
}

/* ---- tables ---- */

bool check_write(const struct board *b, FILE *out) {
  audit_write_table(&b->check->found, out, INNO_RECORD_CHECK);
  return true;
}

bool check_write_gaps(const struct board *b, FILE *out) {
  audit_write_table(&b->check->found, out, INNO_RECORD_CHECK_GAP);
  return true;
}
