#include "construct/finding.h"

#include <math.h>
#include <string.h>

#include "construct/keys.h"
#include "innoscore/check.h"
#include "innoscore/verification.h"

const inno__field inno__finding_fields[INNO__FINDING_FIELDS] = {
    INNO__I64(FINDING, "finding"),     INNO__I64(SEVERITY, "severity"), INNO__I64(NODE, "node"),
    INNO__I64(OTHER, "other"),         INNO__I64(UNIT, "unit"),         INNO__F64(VALUE, "value"),
    INNO__F64(THRESHOLD, "threshold"),
};

typedef struct {
  int32_t finding, severity, said, message;
} entry;

static const entry entries[] = {
#define FINDING(id, severity, said) {INNO_FINDING_##id, severity, said, INNO__MSG_FINDING_##id},
    INNO__FINDINGS(FINDING)
#undef FINDING
};

static const entry *entry_of(int32_t finding) {
  const entry *e = entries;
  while (e->finding != finding) e++; /* every finding is in the table */
  return e;
}

inno_status inno__finding_add(inno_analysis *a, const inno__finding *f, inno_error *error) {
  int64_t i;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_FINDING, 1, &i, error);
  if (s != INNO_OK) return s;
  const double values[INNO__FINDING_FIELDS] = {
      f->finding, entry_of(f->finding)->severity, f->node, f->other, f->unit, f->value, f->threshold};
  for (int k = 0; k < INNO__FINDING_FIELDS; k++)
    inno__analysis_put(a, INNO_RECORD_FINDING, i, inno__finding_fields[k].field, values[k]);
  return INNO_OK;
}

static double of(const inno_analysis *a, int32_t field, int64_t i) {
  return inno__analysis_values(a, INNO_RECORD_FINDING, field)[i];
}

static const char *name_of(const inno__names *names, double index) {
  int64_t i = (int64_t)index;
  return names != NULL && i >= 0 && i < inno__names_count(names) ? inno__names_at(names, i) : NULL;
}

/* At a scale of 100 two decimals; what would vanish stays as it is. */
static double rounded(double x, double scale) {
  double size = x < 0.0 ? -x : x;
  if (!(size < 1e12) || (size < 0.005 && size > 0.0)) return x;
  double whole = floor(size * scale + 0.5) / scale;
  return x < 0.0 ? -whole : whole;
}

/* Shares are said in percent; both ways two decimals are enough, but for a value that is near its threshold. */
static void shown(double *value, double *threshold, int percent) {
  double scale = percent ? 1.0 : 100.0, x = percent ? *value * 100.0 : *value;
  double limit = percent ? *threshold * 100.0 : *threshold;
  while (scale < 1e6 && x != limit && rounded(x, scale) == rounded(limit, scale)) scale *= 10.0;
  *value = rounded(x, scale);
  *threshold = rounded(limit, scale);
}

static const char *other_of(const inno_analysis *a, const entry *e, double other, double value, int32_t language) {
  if (e->said & INNO__STATUS_VALUE) return inno__status_text((inno_status)value, language);
  if (e->said & INNO__OTHER_ROUNDING) return inno__choice_name(INNO_KEY_EXPLAIN_ROUNDING, (int32_t)other);
  return name_of(e->said & INNO__OTHER_UNIT ? a->units : a->nodes, other);
}

/* Digits with which two numbers that differ read differently. */
static int digits_to_tell(double x, double y) {
  int digits = 6;
  for (; digits < 17 && x != y; digits++) {
    char one[40], other[40];
    inno__text t, u;
    inno__text_init(&t, one, sizeof one);
    inno__text_init(&u, other, sizeof other);
    inno__text_figure(&t, x, digits);
    inno__text_figure(&u, y, digits);
    if (strcmp(one, other) != 0) break;
  }
  return digits;
}

/* Decimals that a score was printed with; 0 where that is not known. Records run by node, then by unit. */
static int64_t decimals_of(const inno_analysis *a, double node, double unit) {
  int64_t low = 0, high = inno__analysis_count(a, INNO_RECORD_VERIFIED_SCORE), count = high;
  if (count == 0) return 0;
  const double *nodes = inno__analysis_values(a, INNO_RECORD_VERIFIED_SCORE, INNO_FIELD_NODE);
  const double *units = inno__analysis_values(a, INNO_RECORD_VERIFIED_SCORE, INNO_FIELD_UNIT);
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    if (nodes[middle] < node || (nodes[middle] == node && units[middle] < unit))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count || nodes[low] != node || units[low] != unit) return 0;
  return (int64_t)inno__analysis_values(a, INNO_RECORD_VERIFIED_SCORE, INNO_FIELD_DECIMALS)[low];
}

enum { PRINTED = 64, MOST_DECIMALS = 17 };

/* A score as it was printed: 46.50 with two decimals. A very small or large one stays in powers of ten. */
static const char *printed(double x, int digits, int64_t decimals, char *out) {
  inno__text t;
  inno__text_init(&t, out, PRINTED);
  inno__text_figure(&t, x, digits);
  const char *point = strchr(out, '.');
  int64_t there = point != NULL ? (int64_t)strlen(point + 1) : 0;
  if (strchr(out, 'e') != NULL || decimals > MOST_DECIMALS || there >= decimals) return out;
  if (point == NULL) inno__text_put(&t, ".");
  for (; there < decimals; there++) inno__text_put(&t, "0");
  return out;
}

int64_t inno__finding_sentence(const inno_analysis *a, int64_t finding, int32_t language, char *out) {
  const entry *e = entry_of((int32_t)of(a, INNO_FIELD_FINDING, finding));
  double value = of(a, INNO_FIELD_VALUE, finding), threshold = of(a, INNO_FIELD_THRESHOLD, finding);
  if ((e->said & (INNO__AS_IS | INNO__IN_FULL)) == 0) shown(&value, &threshold, e->said & INNO__PERCENT);
  double node = of(a, INNO_FIELD_NODE, finding), other = of(a, INNO_FIELD_OTHER, finding),
         unit = of(a, INNO_FIELD_UNIT, finding);
  char shown_value[PRINTED], shown_threshold[PRINTED];
  inno__where where = {
      .node = name_of(a->nodes, node),
      .unit = name_of(a->units, unit),
      .what = other_of(a, e, other, value, language),
      .value = value,
      .value2 = threshold,
      .figures = e->said & INNO__IN_FULL ? digits_to_tell(value, threshold) : 0,
  };
  if (e->said & INNO__PRINTED) where.shown = printed(value, where.figures, decimals_of(a, node, unit), shown_value);
  if ((e->said & INNO__PRINTED) && (e->said & INNO__OTHER_UNIT))
    where.shown2 = printed(threshold, where.figures, decimals_of(a, node, other), shown_threshold);
  inno__text t;
  inno__text_init(&t, out, INNO__SENTENCE);
  inno__sentence(&t, e->message, language, &where);
  return (int64_t)t.length;
}
