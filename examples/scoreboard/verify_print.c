/* --verify on the terminal: each difference, a line a column, and what the table says against itself. */
#include <math.h>
#include <string.h>

#include "utf8.h"
#include "verify.h"

enum { MOST_LISTED = 20 };

bool verify_is_listed(const inno_analysis *a, int64_t finding) {
  double kind = NAN;
  (void)inno_analysis_record(a, INNO_RECORD_FINDING, finding, INNO_FIELD_FINDING, &kind, NULL);
  return kind == INNO_FINDING_SCORE_DIFFERS || kind == INNO_FINDING_SCORE_MISSING ||
         kind == INNO_FINDING_RANK_DIFFERS || kind == INNO_FINDING_RANK_MISSING || kind == INNO_FINDING_UNIT_UNKNOWN;
}

static bool agrees(double verdict) { return verdict == INNO_VERDICT_AGREES || verdict == INNO_VERDICT_ROUNDED; }

static int32_t kind_of(const struct verify_column *c) {
  return c->ranks ? INNO_RECORD_VERIFIED_RANK : INNO_RECORD_VERIFIED_SCORE;
}

struct verify_count verify_count_of(const struct verify *v, const struct verify_column *c) {
  struct verify_count count = {0};
  for (size_t k = 0; k < v->period_count; k++) {
    const inno_analysis *a = v->periods[k].verified;
    const double *node = verify_values(v, a, kind_of(c), INNO_FIELD_NODE);
    const double *verdict = verify_values(v, a, kind_of(c), INNO_FIELD_VERDICT);
    for (int64_t i = 0; i < inno_analysis_record_count(a, kind_of(c)); i++) {
      if ((int64_t)node[i] == c->node && verdict[i] != INNO_VERDICT_NONE) {
        count.compared++;
        count.agreed += agrees(verdict[i]);
      }
    }
    node = verify_values(v, a, INNO_RECORD_VERIFIED_NODE, INNO_FIELD_NODE);
    for (int64_t i = 0; !c->ranks && i < inno_analysis_record_count(a, INNO_RECORD_VERIFIED_NODE); i++) {
      if ((int64_t)node[i] == c->node) {
        count.half_up += (int64_t)verify_values(v, a, INNO_RECORD_VERIFIED_NODE, INNO_FIELD_HALF_UP)[i];
        count.half_even += (int64_t)verify_values(v, a, INNO_RECORD_VERIFIED_NODE, INNO_FIELD_HALF_EVEN)[i];
        count.truncated += (int64_t)verify_values(v, a, INNO_RECORD_VERIFIED_NODE, INNO_FIELD_TRUNCATED)[i];
      }
    }
  }
  return count;
}

const char *verify_rounding_words(const struct verify *v, const struct verify_count *count) {
  const struct session *s = v->board->session;
  int64_t stated = 0;
  (void)inno_scheme_get_i64(v->board->plan->explain, NULL, INNO_KEY_EXPLAIN_ROUNDING, &stated, NULL);
  const struct {
    int64_t rounding, given;
    const char *words;
  } all[] = {{INNO_ROUNDING_HALF_UP, count->half_up, pick(s, "rounded half up", "làm tròn nửa lên")},
             {INNO_ROUNDING_HALF_EVEN, count->half_even, pick(s, "rounded half to even", "làm tròn nửa về chẵn")},
             {INNO_ROUNDING_TRUNCATED, count->truncated, pick(s, "truncated", "cắt bỏ phần lẻ")}};
  const char *found =
      count->agreed > 0 ? pick(s, "under different roundings", "theo các cách làm tròn khác nhau") : NULL;
  for (size_t k = 3; k-- > 0;) {
    found = count->agreed > 0 && all[k].given == count->agreed ? all[k].words : found;
  }
  for (size_t k = 0; k < 3; k++) { /* what is stated comes first where several do */
    found = count->agreed > 0 && all[k].given == count->agreed && all[k].rounding == stated ? all[k].words : found;
  }
  return found;
}

static void put_difference(struct verify *v, const struct verify_period *p, const struct verify_column *c, size_t unit,
                           double printed, double ours) {
  const struct session *s = v->board->session;
  const char *period = board_period(v->board, p->period);
  const char *shown =
      isnan(ours) ? pick(s, "missing", "thiếu") : arena_print(s->arena, c->ranks ? "%.10g" : "%.6f", ours);
  text_print(s->arena, &v->text, "  %s%s%s: %s %s, %s %s", inno_analysis_unit_code(p->verified, (int64_t)unit),
             period[0] != '\0' ? ", " : "", period, pick(s, "published", "công bố"),
             table_cell(&v->table, p->rows[unit], c->column), pick(s, "computed", "tính được"), shown);
  if (!isnan(ours)) {
    text_print(s->arena, &v->text, " (%+.4g)", printed - ours);
  }
  text_put(s->arena, &v->text, "\n");
}

static void put_differences(struct verify *v, const struct verify_period *p, const struct verify_column *c) {
  const inno_analysis *a = p->verified;
  int32_t kind = kind_of(c);
  const double *node = verify_values(v, a, kind, INNO_FIELD_NODE), *unit = verify_values(v, a, kind, INNO_FIELD_UNIT);
  const double *printed = verify_values(v, a, kind, INNO_FIELD_VALUE),
               *verdict = verify_values(v, a, kind, INNO_FIELD_VERDICT);
  const double *ours = verify_values(v, a, kind, c->ranks ? INNO_FIELD_RANK : INNO_FIELD_SCORE);
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++) {
    if ((int64_t)node[i] == c->node && verdict[i] != INNO_VERDICT_NONE && !agrees(verdict[i])) {
      put_difference(v, p, c, (size_t)unit[i], printed[i], ours[i]);
    }
  }
}

static void put_summary(struct verify *v, const struct verify_column *c) {
  const struct session *s = v->board->session;
  struct verify_count count = verify_count_of(v, c);
  text_print(s->arena, &v->text, pick(s, "%s: %lld of %lld agree", "%s: %lld trên %lld khớp"), c->header,
             (long long)count.agreed, (long long)count.compared);
  const char *words = c->ranks ? NULL : verify_rounding_words(v, &count);
  if (words != NULL) {
    text_print(s->arena, &v->text, " (%s)", words);
  }
  text_put(s->arena, &v->text, "\n");
}

static int64_t put_findings(struct verify *v, const inno_analysis *a, const char *period, int64_t listed) {
  const struct session *s = v->board->session;
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_FINDING); k++) {
    if (verify_is_listed(a, k)) {
      continue;
    }
    if (listed == 0) {
      text_put(s->arena, &v->text, pick(s, "In the published table itself:\n", "Trong chính bảng công bố:\n"));
    }
    if (listed++ < MOST_LISTED) {
      text_print(s->arena, &v->text, "  - %s%s%s\n", period, period[0] != '\0' ? ": " : "", verify_sentence(v, a, k));
    }
  }
  return listed;
}

void verify_write_text(struct verify *v) {
  const struct session *s = v->board->session;
  int64_t listed = 0;
  text_put(s->arena, &v->text, "");
  for (size_t c = 0; c < v->column_count; c++) {
    for (size_t k = 0; k < v->period_count; k++) {
      put_differences(v, &v->periods[k], &v->columns[c]);
    }
    put_summary(v, &v->columns[c]);
  }
  for (size_t k = 0; k < v->period_count; k++) {
    const char *period = board_period(v->board, v->periods[k].period);
    listed = put_findings(v, v->periods[k].verified, period, listed);
    listed = put_findings(v, v->periods[k].implied, period, listed);
  }
  if (listed > MOST_LISTED) {
    text_print(
        s->arena, &v->text,
        pick(s, "  ... and %lld more, in verify_findings.csv\n", "  ... và %lld mục nữa, trong verify_findings.csv\n"),
        (long long)(listed - MOST_LISTED));
  }
}
