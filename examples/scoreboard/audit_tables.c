/* The tables of the audit as CSV: whatever fields the library gives a table are its columns. */
#include <math.h>
#include <stddef.h>

#include "audit.h"
#include "files.h"

static const struct {
  int32_t kind;
  const char *name;
} tables[] = {
    {INNO_RECORD_FINDING, "findings"},
    {INNO_RECORD_STATISTICS, "statistics"},
    {INNO_RECORD_QUANTILE, "quantiles"},
    {INNO_RECORD_OUTLIER, "outliers"},
    {INNO_RECORD_UNIT_COVERAGE, "unit_coverage"},
    {INNO_RECORD_CORRELATION, "correlations"},
    {INNO_RECORD_PARTIAL, "partial_correlations"},
    {INNO_RECORD_PARENT, "parents"},
    {INNO_RECORD_SIBLING, "siblings"},
    {INNO_RECORD_DENOMINATOR, "denominators"},
    {INNO_RECORD_RELIABILITY, "reliability"},
    {INNO_RECORD_ITEM, "items"},
    {INNO_RECORD_COMPONENTS, "families"},
    {INNO_RECORD_COMPONENT, "components"},
    {INNO_RECORD_LOADING, "loadings"},
    {INNO_RECORD_COMPONENT_ITEM, "component_items"},
    {INNO_RECORD_COMPONENT_SCORE, "component_scores"},
    {INNO_RECORD_FACTOR_CORRELATION, "component_correlations"},
    {INNO_RECORD_INFLUENCE, "influence"},
    {INNO_RECORD_ADDED_VALUE, "added_value"},
    {INNO_RECORD_REMOVAL, "removal"},
    {INNO_RECORD_REMOVED, "removed"},
    {INNO_RECORD_PROFILE, "profiles"},
    {INNO_RECORD_DEVELOPMENT, "development"},
    {INNO_RECORD_COEFFICIENT, "coefficients"},
    {INNO_RECORD_EXPECTATION, "expectations"},
};

const char *audit_table_name(int32_t index, int32_t *kind) {
  if (index < 0 || (size_t)index >= sizeof tables / sizeof tables[0]) {
    return NULL;
  }
  *kind = tables[index].kind;
  return tables[index].name;
}

/* ---- numbers that are names ---- */

struct name {
  int32_t number;
  const char *name;
};

static const struct name flags[] = {{INNO_FLAG_SILENT, "silent"},
                                    {INNO_FLAG_WRONG_SIGN, "wrong_sign"},
                                    {INNO_FLAG_DOMINANT, "dominant"},
                                    {INNO_FLAG_REDUNDANT, "redundant"},
                                    {INNO_FLAG_CONFLICT, "conflict"},
                                    {INNO_FLAG_BIAS, "bias"},
                                    {0, NULL}};
static const struct name p_rules[] = {
    {INNO_P_EXACT, "exact"}, {INNO_P_SERIES, "series"}, {INNO_P_T, "t"}, {INNO_P_NORMAL, "normal"}, {0, NULL}};
static const struct name findings[] = {{INNO_FINDING_COVERAGE, "coverage"},
                                       {INNO_FINDING_UNIT_COVERAGE, "unit_coverage"},
                                       {INNO_FINDING_ZEROS, "zeros"},
                                       {INNO_FINDING_SAME_VALUES, "same_values"},
                                       {INNO_FINDING_OUTLIERS, "outliers"},
                                       {INNO_FINDING_CONSTANT, "constant"},
                                       {INNO_FINDING_SILENT, "silent"},
                                       {INNO_FINDING_WRONG_SIGN, "wrong_sign"},
                                       {INNO_FINDING_DOMINANT, "dominant"},
                                       {INNO_FINDING_REDUNDANT, "redundant"},
                                       {INNO_FINDING_CONFLICT, "conflict"},
                                       {INNO_FINDING_BIAS, "bias"},
                                       {INNO_FINDING_ALPHA, "alpha"},
                                       {INNO_FINDING_ADEQUACY, "adequacy"},
                                       {INNO_FINDING_SINGULAR, "singular"},
                                       {INNO_FINDING_DIMENSIONS, "dimensions"},
                                       {INNO_FINDING_FIRST_SHARE, "first_share"},
                                       {INNO_FINDING_IMPORTANCE_HIGH, "importance_high"},
                                       {INNO_FINDING_IMPORTANCE_LOW, "importance_low"},
                                       {INNO_FINDING_ADDS_LITTLE, "adds_little"},
                                       {INNO_FINDING_REMOVAL, "removal"},
                                       {INNO_FINDING_ZERO_RARE, "zero_rare"},
                                       {INNO_FINDING_ZERO_BEFORE, "zero_before"},
                                       {INNO_FINDING_FORGOTTEN, "forgotten"},
                                       {INNO_FINDING_GOALPOST, "goalpost"},
                                       {INNO_FINDING_IMPOSSIBLE, "impossible"},
                                       {INNO_FINDING_NEGATIVE, "negative"},
                                       {INNO_FINDING_FRACTION, "fraction"},
                                       {INNO_FINDING_SLIP_BEFORE, "slip_before"},
                                       {INNO_FINDING_SLIP_PEERS, "slip_peers"},
                                       {INNO_FINDING_DENOMINATOR_MOVED, "denominator_moved"},
                                       {INNO_FINDING_GAP, "gap"},
                                       {INNO_FINDING_NOT_SCORED, "not_scored"},
                                       {0, NULL}};

static const struct name gaps[] = {{INNO_FILL_STAYS, "stays"},
                                   {INNO_FILL_ZERO, "zero"},
                                   {INNO_FILL_MEAN, "mean"},
                                   {INNO_FILL_MEDIAN, "median"},
                                   {0, NULL}};

/* NULL = not a number with a name. A later library may know more numbers: those stay numbers. */
static const char *name_of(int32_t field, double value) {
  const struct name *list = field == INNO_FIELD_FLAG      ? flags
                            : field == INNO_FIELD_P_RULE  ? p_rules
                            : field == INNO_FIELD_FINDING ? findings
                            : field == INNO_FIELD_FILL    ? gaps
                                                          : NULL;
  if (list != NULL && value == 0.0) {
    return "";
  }
  for (; list != NULL && list->name != NULL; list++) {
    if (list->number == value) {
      return list->name;
    }
  }
  return field == INNO_FIELD_STATUS ? inno_status_name((inno_status)value) : NULL;
}

/* Which codes a field speaks of. */
static bool is_node(int32_t kind, int32_t field) {
  return field == INNO_FIELD_NODE || field == INNO_FIELD_PARENT ||
         (field == INNO_FIELD_OTHER && kind != INNO_RECORD_FACTOR_CORRELATION);
}

/* Components are counted from 1 as people do; the constant of a curve is its coefficient 0. */
static bool is_component(int32_t kind, int32_t field) {
  return (field == INNO_FIELD_COMPONENT && kind != INNO_RECORD_COEFFICIENT) ||
         (field == INNO_FIELD_OTHER && kind == INNO_RECORD_FACTOR_CORRELATION);
}

static void put_cell(const struct audit *a, FILE *out, int32_t kind, int32_t field, double value) {
  const char *name = isnan(value) ? "" : name_of(field, value);
  if (name == NULL && is_node(kind, field)) {
    name = value < 0.0 ? "" : inno_analysis_node_code(a->tables, (int64_t)value);
  }
  if (name == NULL && field == INNO_FIELD_UNIT) {
    name = value < 0.0 ? "" : inno_analysis_unit_code(a->tables, (int64_t)value);
  }
  if (name != NULL) {
    put_field(out, name);
  } else if (!is_component(kind, field) || value >= 0.0) {
    fprintf(out, "%.17g", is_component(kind, field) ? value + 1.0 : value);
  }
}

void audit_write_table(const struct audit *a, FILE *out, int32_t kind) {
  int32_t fields = inno_field_count(kind);
  const double **columns = arena_take(a->board->session->arena, (size_t)fields, sizeof *columns);
  int32_t *numbers = arena_take(a->board->session->arena, (size_t)fields, sizeof *numbers);
  bool sentences = kind == INNO_RECORD_FINDING || kind == INNO_RECORD_CHECK;
  const double *found = kind == INNO_RECORD_CHECK ? audit_column(a, kind, INNO_FIELD_FINDING_RECORD) : NULL;
  for (int32_t f = 0; f < fields; f++) {
    const char *name = "";
    (void)inno_field_info(kind, f, &numbers[f], &name, NULL);
    columns[f] = audit_column(a, kind, numbers[f]);
    fprintf(out, "%s%s", f > 0 ? "," : "", name);
  }
  fputs(sentences ? ",sentence\n" : "\n", out);
  for (int64_t k = 0; k < audit_count(a, kind); k++) {
    for (int32_t f = 0; f < fields; f++) {
      fputs(f > 0 ? "," : "", out);
      put_cell(a, out, kind, numbers[f], columns[f][k]);
    }
    if (sentences) {
      fputc(',', out);
      put_field(out, audit_sentence(a, found != NULL ? (int64_t)found[k] : k));
    }
    fputc('\n', out);
  }
}
