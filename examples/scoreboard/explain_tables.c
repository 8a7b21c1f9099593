/* The tables of a trace as CSV: whatever fields the library gives a table are its columns; the unit is the first. */
#include <math.h>
#include <string.h>

#include "explain.h"
#include "files.h"

static const struct {
  int32_t kind;
  const char *name;
} tables[] = {
    {INNO_RECORD_TRACE_NODE, "nodes"},     {INNO_RECORD_TRACE_STEP, "steps"},
    {INNO_RECORD_TRACE_STAGE, "stages"},   {INNO_RECORD_TRACE_PARAMETER, "parameters"},
    {INNO_RECORD_TRACE_SOURCE, "sources"},
};

const char *explain_table_name(int32_t index, int32_t *kind) {
  if (index < 0 || (size_t)index >= sizeof tables / sizeof tables[0]) {
    return NULL;
  }
  *kind = tables[index].kind;
  return tables[index].name;
}

/* ---- numbers that are names ---- */

static const char *name_of_step(double value) {
  struct catalog_step step;
  return catalog_step_by_number((int32_t)value, &step) ? step.verb : "";
}

/* The key whose choices the rules of a record are. */
static int32_t rule_key(const struct explain *e, int32_t kind, int64_t record) {
  if (kind == INNO_RECORD_TRACE_NODE) {
    return INNO_KEY_AGGREGATE_RULE;
  }
  int32_t step = kind == INNO_RECORD_TRACE_STAGE ? INNO_STEP_TREAT
                                                 : (int32_t)explain_number(e, kind, record, INNO_FIELD_STEP_KIND);
  switch (step) {
    case INNO_STEP_DENOMINATE:
      return INNO_KEY_DENOMINATE_RULE;
    case INNO_STEP_SCREEN:
      return INNO_KEY_SCREEN_RULE;
    case INNO_STEP_IMPUTE:
      return INNO_KEY_IMPUTE_RULE;
    case INNO_STEP_TREAT:
      return INNO_KEY_TREAT_RULES;
    default:
      return INNO_KEY_NORMALIZE_RULE;
  }
}

const char *explain_key_name(int32_t key, int32_t *type) {
  struct catalog_key found;
  for (int32_t i = 0; i < catalog_step_count(); i++) {
    int32_t step = catalog_step_at(i).number;
    for (int32_t k = 0; k < inno_key_count(step); k++) {
      (void)inno_key_info(step, k, &found.number, &found.name, &found.type, &found.scopes);
      if (found.number == key) {
        *type = found.type;
        return found.name;
      }
    }
  }
  return "";
}

static const char *origin(double value) {
  static const char *const names[] = {"none", "data", "given", "both", "held"};
  return value >= 0.0 && value < 5.0 ? names[(int)value] : "";
}

static bool is_unit(int32_t field) {
  return field == INNO_FIELD_UNIT || field == INNO_FIELD_SOURCE_UNIT || field == INNO_FIELD_MINIMUM_UNIT ||
         field == INNO_FIELD_MAXIMUM_UNIT;
}

static bool is_period(int32_t field) {
  return field == INNO_FIELD_PERIOD || field == INNO_FIELD_SOURCE_PERIOD || field == INNO_FIELD_MINIMUM_PERIOD ||
         field == INNO_FIELD_MAXIMUM_PERIOD;
}

static const char *text_of(const struct explain *e, int32_t kind, int64_t record, int32_t field, double value) {
  int32_t type;
  if (is_unit(field)) {
    return value < 0.0 ? "" : inno_analysis_unit_code(e->tables, (int64_t)value);
  }
  if (is_period(field)) {
    return board_period(e->board, (int64_t)value);
  }
  switch (field) {
    case INNO_FIELD_NODE:
    case INNO_FIELD_PARENT:
    case INNO_FIELD_OTHER:
    case INNO_FIELD_DENOMINATOR_COLUMN:
      return value < 0.0 ? "" : inno_analysis_node_code(e->tables, (int64_t)value);
    case INNO_FIELD_STEP_KIND:
      return name_of_step(value);
    case INNO_FIELD_RULE:
      return value == 0.0 ? "" : inno_choice_name(rule_key(e, kind, record), (int32_t)value);
    case INNO_FIELD_WEIGHT_RULE:
      return value == 0.0 ? "given" : inno_choice_name(INNO_KEY_WEIGH_RULE, (int32_t)value);
    case INNO_FIELD_PARAMETER_KEY:
      return explain_key_name((int32_t)value, &type);
    case INNO_FIELD_ORIGIN:
      return origin(value);
    default:
      return NULL;
  }
}

static void put_cell(const struct explain *e, FILE *out, int32_t kind, int64_t record, int32_t field) {
  double value = explain_number(e, kind, record, field);
  const char *text = isnan(value) ? "" : text_of(e, kind, record, field, value);
  fputc(',', out);
  if (text != NULL) {
    put_field(out, text);
  } else {
    fprintf(out, "%.17g",
            field == INNO_FIELD_STEP ? value + 1.0 : value); /* steps are counted from 1, as in the other tables */
  }
}

void explain_write_table(const struct explain *e, FILE *out, int32_t kind) {
  for (int64_t k = -1; k < inno_analysis_record_count(e->tables, kind); k++) { /* -1: the header */
    put_field(out, k < 0 ? "explained" : inno_result_unit_code(e->board->result, e->unit));
    for (int32_t f = 0; f < inno_field_count(kind); f++) {
      int32_t field;
      const char *name;
      (void)inno_field_info(kind, f, &field, &name, NULL);
      if (is_period(field) && !e->board->data->panel.named) {
        continue;
      }
      if (k < 0) {
        fprintf(out, ",%s", name);
      } else {
        put_cell(e, out, kind, k, field);
      }
    }
    fputc('\n', out);
  }
}
