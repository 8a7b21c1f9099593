/* The tables of a verification as CSV: whatever fields the library gives a table are its columns; of data with periods
 * the period comes first. */
#include <math.h>
#include <string.h>

#include "files.h"
#include "verify.h"

static const struct {
  int32_t kind;
  const char *name;
} tables[] = {
    {INNO_RECORD_FINDING, "findings"},       {INNO_RECORD_VERIFIED_NODE, "columns"},
    {INNO_RECORD_VERIFIED_SCORE, "scores"},  {INNO_RECORD_VERIFIED_RANK, "ranks"},
    {INNO_RECORD_VERIFIED_PARTS, "parts"},   {INNO_RECORD_IMPLIED, "implied"},
    {INNO_RECORD_IMPLIED_WEIGHT, "weights"},
};

const char *verify_table_name(int32_t index, int32_t *kind) {
  if (index < 0 || (size_t)index >= sizeof tables / sizeof tables[0]) {
    return NULL;
  }
  *kind = tables[index].kind;
  return tables[index].name;
}

/* ---- numbers that are names ---- */

static const char *const verdicts[] = {"none", "agrees", "rounded", "disagrees", "missing"};
static const char *const findings[] = {"score_differs", "score_missing",  "rank_differs",    "rank_missing",
                                       "rank_order",    "rank_repeated",  "rank_impossible", "parts_differ",
                                       "unit_unknown",  "rounding_other", "rounding_mixed",  "weights_none",
                                       "weights_other", "rounding_odd"};

static const char *roundings(const struct verify *v, int32_t bits) {
  struct text list = {0};
  text_put(v->board->session->arena, &list, "");
  for (int64_t k = 1; k <= INNO_ROUNDING_TRUNCATED; k *= 2) {
    const char *name = k == INNO_ROUNDING_HALF_UP     ? "half_up"
                       : k == INNO_ROUNDING_HALF_EVEN ? "half_even"
                                                      : "truncated";
    if (bits & k) {
      text_print(v->board->session->arena, &list, "%s%s", list.length > 0 ? " " : "", name);
    }
  }
  return list.bytes;
}

/* NULL = a number. A later library may know more numbers: those stay numbers. */
static const char *name_of(const struct verify *v, int32_t field, double value) {
  int64_t number = isnan(value) ? -1 : (int64_t)value;
  switch (field) {
    case INNO_FIELD_VERDICT:
      return number >= 0 && number <= INNO_VERDICT_MISSING ? verdicts[number] : NULL;
    case INNO_FIELD_FINDING:
      number -= INNO_FINDING_SCORE_DIFFERS;
      return number >= 0 && number < (int64_t)(sizeof findings / sizeof findings[0]) ? findings[number] : NULL;
    case INNO_FIELD_ROUNDING:
    case INNO_FIELD_ROUNDINGS:
      return number < 0 ? "" : roundings(v, (int32_t)number);
    case INNO_FIELD_STATUS:
      return number < 0 ? "" : inno_status_name((inno_status)number);
    default:
      return NULL;
  }
}

static bool other_is_unit(double finding) {
  return finding == INNO_FINDING_RANK_ORDER || finding == INNO_FINDING_RANK_REPEATED;
}

static void put_cell(const struct verify *v, const inno_analysis *a, FILE *out, int32_t kind, int64_t record,
                     int32_t field) {
  double value = NAN, finding = NAN;
  (void)inno_analysis_record(a, kind, record, field, &value, NULL);
  (void)inno_analysis_record(a, kind, record, INNO_FIELD_FINDING, &finding, NULL);
  bool unit = field == INNO_FIELD_UNIT || (field == INNO_FIELD_OTHER && other_is_unit(finding));
  bool rounding = field == INNO_FIELD_OTHER && finding == INNO_FINDING_ROUNDING_OTHER;
  const char *name = name_of(v, rounding ? INNO_FIELD_ROUNDING : field, value);
  if (name == NULL && unit) {
    name = value >= 0.0 ? inno_analysis_unit_code(a, (int64_t)value) : "";
  }
  if (name == NULL && (field == INNO_FIELD_NODE || field == INNO_FIELD_PARENT || field == INNO_FIELD_OTHER)) {
    name = value >= 0.0 ? inno_analysis_node_code(a, (int64_t)value) : "";
  }
  if (name != NULL) {
    put_field(out, name);
  } else if (!isnan(value)) {
    fprintf(out, "%.17g", value);
  }
}

static void put_records(const struct verify *v, const struct verify_period *p, const inno_analysis *a, FILE *out,
                        int32_t kind) {
  for (int64_t k = 0; k < inno_analysis_record_count(a, kind); k++) {
    if (v->board->data->panel.named) {
      put_field(out, board_period(v->board, p->period));
      fputc(',', out);
    }
    for (int32_t f = 0; f < inno_field_count(kind); f++) {
      int32_t field = 0;
      (void)inno_field_info(kind, f, &field, NULL, NULL);
      fputs(f > 0 ? "," : "", out);
      put_cell(v, a, out, kind, k, field);
    }
    if (kind == INNO_RECORD_FINDING) {
      fputc(',', out);
      put_field(out, verify_sentence(v, a, k));
    }
    fputc('\n', out);
  }
}

bool verify_has_table(const struct verify *v, int32_t kind) {
  for (size_t k = 0; k < v->period_count; k++) {
    if (inno_analysis_record_count(v->periods[k].verified, kind) > 0 ||
        inno_analysis_record_count(v->periods[k].implied, kind) > 0) {
      return true;
    }
  }
  return false;
}

void verify_write_table(const struct verify *v, FILE *out, int32_t kind) {
  fputs(v->board->data->panel.named ? "period," : "", out);
  for (int32_t f = 0; f < inno_field_count(kind); f++) {
    const char *name = "";
    (void)inno_field_info(kind, f, NULL, &name, NULL);
    fprintf(out, "%s%s", f > 0 ? "," : "", name);
  }
  fputs(kind == INNO_RECORD_FINDING ? ",sentence\n" : "\n", out);
  for (size_t k = 0; k < v->period_count; k++) {
    put_records(v, &v->periods[k], v->periods[k].verified, out, kind);
    put_records(v, &v->periods[k], v->periods[k].implied, out, kind);
  }
}
