/* The fields of the tables of a self-check, and how they are filled. */
#include "explain/check.h"
#include "numeric/missing.h"

#define F64 INNO__F64
#define I64 INNO__I64

static const inno__field numbers[] = {
    I64(FINDING_RECORD, "finding_record"),
    I64(FINDING, "finding"),
    I64(UNIT, "unit"),
    I64(NODE, "node"),
    I64(OTHER, "other"),
    F64(VALUE, "value"),
    F64(COMPARED_VALUE, "compared_value"),
    F64(RATIO, "ratio"),
    F64(THRESHOLD, "threshold"),
    F64(SPREAD, "spread"),
    F64(POWER, "power"),
    F64(SUGGESTED, "suggested"),
    F64(PART, "part"),
};
static const inno__field gaps[] = {
    I64(UNIT, "unit"),
    I64(NODE, "node"),
    I64(FILL, "fill"),
    F64(VALUE, "value"),
    F64(SCORE, "score"),
    F64(SCORE_BEFORE, "score_before"),
    F64(DIFFERENCE, "difference"),
    F64(RANK, "rank"),
    F64(RANK_BEFORE, "rank_before"),
    F64(SHIFT, "shift"),
    I64(STATUS, "status"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(CHECK, numbers),
    INNO__TABLE(CHECK_GAP, gaps),
    INNO__TABLE(FINDING, inno__finding_fields),
};

const inno__record_kinds inno__check_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};

inno__noted inno__noted_of(int32_t finding, const inno__checked *column, int64_t unit) {
  const double nan = inno__nan();
  return (inno__noted){finding, column, -1, unit, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan};
}

inno_status inno__check_number(const inno__checking *c, const inno__noted *n) {
  int64_t i;
  inno_status s = inno__analysis_grow(c->a, INNO_RECORD_CHECK, 1, &i, c->error);
  if (s != INNO_OK) return s;
  const double found = (double)(inno__analysis_count(c->a, INNO_RECORD_FINDING) - 1);
  const double values[sizeof numbers / sizeof numbers[0]] = {found,
                                                             n->finding,
                                                             (double)n->unit,
                                                             (double)n->column->node,
                                                             (double)n->other,
                                                             n->figure,
                                                             n->compared,
                                                             n->ratio,
                                                             n->limit,
                                                             n->spread,
                                                             n->power,
                                                             n->suggested,
                                                             n->part};
  for (size_t k = 0; k < sizeof numbers / sizeof numbers[0]; k++)
    inno__analysis_put(c->a, INNO_RECORD_CHECK, i, numbers[k].field, values[k]);
  return INNO_OK;
}

inno_status inno__check_note(const inno__checking *c, const inno__noted *n) {
  const inno__finding f = {.finding = n->finding,
                           .node = (double)n->column->node,
                           .other = (double)n->other,
                           .unit = (double)n->unit,
                           .value = n->value,
                           .threshold = n->threshold};
  inno_status s = inno__finding_add(c->a, &f, c->error);
  return s == INNO_OK ? inno__check_number(c, n) : s;
}
