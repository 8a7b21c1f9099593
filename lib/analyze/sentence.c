/* A finding in words. */
#include <math.h>

#include "analyze/findings.h"

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

static int is_share(int32_t finding) {
  return finding == INNO_FINDING_COVERAGE || finding == INNO_FINDING_UNIT_COVERAGE || finding == INNO_FINDING_ZEROS ||
         finding == INNO_FINDING_SAME_VALUES || finding == INNO_FINDING_FIRST_SHARE ||
         finding == INNO_FINDING_ADDS_LITTLE;
}

static int32_t message_of(int32_t finding) {
  switch (finding) {
#define FINDING(id, severity) \
  case INNO_FINDING_##id:     \
    return INNO__MSG_FINDING_##id;
    INNO__FINDINGS(FINDING)
#undef FINDING
    default:
      return -1;
  }
}

int64_t inno__analyze_sentence(const inno_analysis *a, int64_t finding, int32_t language, char *out) {
  int32_t code = (int32_t)of(a, INNO_FIELD_FINDING, finding);
  double value = of(a, INNO_FIELD_VALUE, finding), threshold = of(a, INNO_FIELD_THRESHOLD, finding);
  shown(&value, &threshold, is_share(code));
  const inno__where where = {
      .node = name_of(a->nodes, of(a, INNO_FIELD_NODE, finding)),
      .unit = name_of(a->units, of(a, INNO_FIELD_UNIT, finding)),
      .what = name_of(a->nodes, of(a, INNO_FIELD_OTHER, finding)),
      .value = value,
      .value2 = threshold,
  };
  inno__text t;
  inno__text_init(&t, out, INNO__SENTENCE);
  inno__sentence(&t, message_of(code), language, &where);
  return (int64_t)t.length;
}
