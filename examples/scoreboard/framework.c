#include "framework.h"

#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

/* Columns with a meaning of their own; in this order in struct columns. */
static const char *const reserved[] = {"code",  "name",    "parent",          "direction", "weight", "denominator",
                                       "scale", "name_vi", "unit_of_measure", "source",    "note"};
enum { CODE, NAME, PARENT, DIRECTION, WEIGHT, DENOMINATOR, SCALE, NAME_VI, UNIT_OF_MEASURE, SOURCE, NOTE, RESERVED_COUNT };

/* Keys that a column may set: of a node by itself, and as a child of its parent. */
enum { COLUMN_SCOPES = INNO_SCOPE_NODE | INNO_SCOPE_CHILD };

struct columns {
  size_t at[RESERVED_COUNT]; /* NOT_FOUND = not there */
};

/* ---- the header line ------------------------------------------------------------------------------------------------ */

/* "treatment#2.limit" -> step, occurrence, key; "treatment" alone -> its rule. */
static bool section_column(const struct session *session, const char *header, struct framework_setting *out) {
  size_t length = strcspn(header, "#.");
  struct catalog_step step;
  if (!catalog_step_by_section(arena_text(session->arena, header, length), &step)) {
    return false;
  }
  const char *at = header + length;
  out->occurrence = 1;
  if (*at == '#') {
    size_t digits = strspn(++at, "0123456789");
    out->occurrence = digits >= 1 && digits <= 2 ? (int32_t)strtol(at, NULL, 10) : 0;
    at += digits;
  }
  const char *key = *at == '.' ? at + 1 : *at == '\0' ? "rule" : "";
  return out->occurrence > 0 && catalog_key(step.number, key, &out->key) && (out->key.scopes & COLUMN_SCOPES) != 0;
}

static bool unknown_column(const struct session *session, const struct table *table, size_t column, int32_t found) {
  const char *header = table->headers[column];
  struct place place = table_header_place(table, column);
  if (found > 1) {
    return fail(session, place, "%d steps have a key of this name; write section.%s, for instance normalization.%s",
                "%d bước có khóa tên này; hãy viết mục.%s, ví dụ normalization.%s", (int)found,
                utf8_shown(session->arena, header), utf8_shown(session->arena, header));
  }
  int32_t steps = catalog_step_count();
  size_t total = RESERVED_COUNT;
  const char **known = arena_take(session->arena, RESERVED_COUNT + (size_t)steps, sizeof *known);
  memcpy(known, reserved, sizeof reserved);
  for (int32_t i = 0; i < steps; i++) { /* steps that have a rule of a node */
    struct catalog_key rule;
    if (catalog_key(catalog_step_at(i).number, "rule", &rule) && (rule.scopes & INNO_SCOPE_NODE) != 0) {
      known[total++] = catalog_step_at(i).section;
    }
  }
  const char *list = catalog_join(session, known, total);
  for (int32_t i = 0; i < catalog_step_count(); i++) { /* bare keys are near too, but would make the list too long */
    size_t keys = 0;
    const char **names = catalog_keys(session, catalog_step_at(i).number, COLUMN_SCOPES, &keys);
    known = arena_grow(session->arena, known, total + keys + 1, sizeof *known);
    memcpy(known + total, names, keys * sizeof *known);
    total += keys;
  }
  return fail(session, place, "unknown column; expected one of %s, section.key or a key such as lower.%s",
              "không có cột này; cần một trong %s, mục.khóa hoặc một khóa như lower.%s", list,
              did_you_mean(session, header, known, total));
}

static bool read_columns(const struct session *session, struct framework *out, struct columns *columns) {
  const struct table *table = &out->table;
  for (size_t i = 0; i < RESERVED_COUNT; i++) {
    columns->at[i] = table_column(table, reserved[i]);
  }
  out->settings = arena_take(session->arena, table->columns, sizeof *out->settings);
  for (size_t i = 0; i < table->columns; i++) {
    bool known = false;
    for (size_t j = 0; j < RESERVED_COUNT; j++) {
      known = known || columns->at[j] == i;
    }
    struct framework_setting setting = {.column = i, .occurrence = 1};
    if (known) {
      continue;
    }
    if (!section_column(session, table->headers[i], &setting)) {
      int32_t found = catalog_keys_named(table->headers[i], COLUMN_SCOPES, &setting.key);
      if (found != 1) {
        return unknown_column(session, table, i, found);
      }
    }
    for (size_t j = 0; j < out->setting_count; j++) { /* "lower" beside "normalization.lower": one would be ignored */
      if (out->settings[j].key.number == setting.key.number && out->settings[j].occurrence == setting.occurrence) {
        return fail(session, table_header_place(table, i), "sets the same key as column \"%s\"", "đặt cùng khóa với cột \"%s\"",
                    table->headers[out->settings[j].column]);
      }
    }
    out->settings[out->setting_count++] = setting;
  }
  for (size_t need = CODE; need <= PARENT; need += PARENT) {
    if (columns->at[need] == NOT_FOUND) {
      return fail(session, (struct place){table->file, table->header_line, reserved[need]}, "the column is missing; expected code and parent",
                  "thiếu cột; cần có code và parent");
    }
  }
  return true;
}

/* ---- the rows ------------------------------------------------------------------------------------------------------- */

static const char *cell_or_empty(const struct table *table, size_t row, size_t column) {
  return column == NOT_FOUND ? "" : table_cell(table, row, column);
}

static bool check_code(const struct session *session, const struct table *table, size_t row, size_t column, bool may_be_empty) {
  const char *code = table_cell(table, row, column);
  struct place place = table_place(table, row, column);
  if (code[0] == '\0' && !may_be_empty) {
    return fail(session, place, "the cell is empty; expected a code", "ô trống; cần một mã");
  }
  if (strlen(code) > INNO_LIMIT_TEXT || utf8_has_control(code)) {
    return fail(session, place, "expected a code of at most %d bytes without control characters",
                "cần một mã dài tối đa %d byte, không có ký tự điều khiển", INNO_LIMIT_TEXT);
  }
  return true;
}

static bool read_codes(const struct session *session, struct framework *out, const struct columns *columns) {
  const struct table *table = &out->table;
  out->count = table->rows;
  out->nodes = arena_take(session->arena, out->count, sizeof *out->nodes);
  const char **codes = arena_take(session->arena, out->count, sizeof *codes);
  for (size_t row = 0; row < out->count; row++) {
    if (!check_code(session, table, row, columns->at[CODE], false) || !check_code(session, table, row, columns->at[PARENT], true)) {
      return false;
    }
    struct framework_node *node = &out->nodes[row];
    const char *vietnamese = utf8_plain(session->arena, cell_or_empty(table, row, columns->at[NAME_VI]));
    const char *name = utf8_plain(session->arena, cell_or_empty(table, row, columns->at[NAME]));
    node->code = codes[row] = table_cell(table, row, columns->at[CODE]);
    node->parent = table_cell(table, row, columns->at[PARENT]);
    node->name = session->language == INNO_LANGUAGE_VI && vietnamese[0] != '\0' ? vietnamese : name[0] != '\0' ? name : node->code;
    node->unit_of_measure = utf8_plain(session->arena, cell_or_empty(table, row, columns->at[UNIT_OF_MEASURE]));
    node->note = utf8_plain(session->arena, cell_or_empty(table, row, columns->at[NOTE]));
  }
  out->codes = lookup_build(session->arena, codes, out->count);
  size_t earlier = 0, again = lookup_duplicate(&out->codes, &earlier);
  if (again != NOT_FOUND) {
    return fail(session, table_place(table, again, columns->at[CODE]), "the code \"%s\" is there twice, first on line %zu",
                "mã \"%s\" bị trùng, đã có ở dòng %zu", utf8_shown(session->arena, codes[again]),
                table_place(table, earlier, columns->at[CODE]).line);
  }
  return true;
}

/* Exactly one index, and no parent that is not there. Cycles are the library's to find. */
static bool check_parents(const struct session *session, struct framework *out, const struct columns *columns) {
  const struct table *table = &out->table;
  size_t index = NOT_FOUND;
  for (size_t row = 0; row < out->count; row++) {
    struct framework_node *node = &out->nodes[row];
    struct place place = table_place(table, row, columns->at[PARENT]);
    node->parent_row = node->parent[0] == '\0' ? NOT_FOUND : lookup_find(&out->codes, node->parent);
    if (node->parent[0] == '\0' && index != NOT_FOUND) {
      return fail(session, place, "\"%s\" has no parent, but \"%s\" on line %zu has none either; expected one index",
                  "\"%s\" không có parent, nhưng \"%s\" ở dòng %zu cũng không có; chỉ được có một chỉ số gốc",
                  utf8_shown(session->arena, node->code), utf8_shown(session->arena, out->nodes[index].code),
                  table_place(table, index, columns->at[PARENT]).line);
    }
    if (node->parent[0] == '\0') {
      index = row;
    } else if (node->parent_row == NOT_FOUND) {
      return fail(session, place, "no row has the code \"%s\", the parent of \"%s\".%s",
                  "không có dòng nào mang mã \"%s\", parent của \"%s\".%s", utf8_shown(session->arena, node->parent),
                  utf8_shown(session->arena, node->code), did_you_mean(session, node->parent, out->codes.codes, out->count));
    }
  }
  if (index == NOT_FOUND) {
    return fail(session, table_header_place(table, columns->at[PARENT]), "no row is the index: expected one row whose parent is empty",
                "không có dòng nào là chỉ số gốc: cần một dòng có parent để trống");
  }
  return true;
}

static bool read_direction(const struct session *session, struct place place, const char *text, int32_t *direction) {
  double number = 0;
  *direction = 1;
  if (text[0] == '\0') {
    return true;
  }
  if (!number_read(session, place, text, session->decimal_comma, &number)) {
    return false;
  }
  if (number != 1.0 && number != -1.0) {
    return fail(session, place, "%s is not a direction; expected 1 (more is better) or -1 (less is better)",
                "%s không phải là hướng; cần 1 (càng cao càng tốt) hoặc -1 (càng thấp càng tốt)", utf8_shown(session->arena, text));
  }
  *direction = number < 0 ? -1 : 1;
  return true;
}

static bool add_weight(const struct session *session, struct place place, struct framework *out, struct framework_node *node, const char *text) {
  if (text[0] == '\0') {
    return true;
  }
  if (!number_read(session, place, text, session->decimal_comma, &node->weight)) {
    return false;
  }
  if (node->weight < 0) {
    return fail(session, place, "the weight %s is negative; expected a number above 0", "trọng số %s là số âm; cần số lớn hơn 0",
                utf8_shown(session->arena, text));
  }
  return inno_indicator_set_weight(out->set, node->code, node->weight, session->error) == INNO_OK || fail_library(session, place);
}

static bool add_denominator(const struct session *session, struct framework *out, const struct columns *columns, size_t row) {
  const struct table *table = &out->table;
  const char *column = cell_or_empty(table, row, columns->at[DENOMINATOR]);
  const char *text = cell_or_empty(table, row, columns->at[SCALE]);
  double scale = 1;
  if (text[0] != '\0') {
    struct place place = table_place(table, row, columns->at[SCALE]);
    if (!number_read(session, place, text, session->decimal_comma, &scale)) {
      return false;
    }
    if (scale <= 0) {
      return fail(session, place, "the scale %s is not positive", "hệ số scale %s không dương", utf8_shown(session->arena, text));
    }
    if (column[0] == '\0') {
      return fail(session, place, "a scale without a denominator has no effect; name the denominator or leave the cell empty",
                  "scale mà không có denominator thì không có tác dụng; hãy ghi denominator hoặc để trống");
    }
  }
  return column[0] == '\0' ||
         inno_indicator_set_denominator(out->set, out->nodes[row].code, column, scale, session->error) == INNO_OK ||
         fail_library(session, table_place(table, row, columns->at[DENOMINATOR]));
}

static bool add_row(const struct session *session, struct framework *out, const struct columns *columns, size_t row) {
  const struct table *table = &out->table;
  struct framework_node *node = &out->nodes[row];
  int32_t direction = 1;
  node->direction = 1;
  node->weight = 1.0;
  if (inno_indicator_set_add(out->set, node->code, node->parent, session->error) != INNO_OK) {
    return fail_library(session, table_place(table, row, columns->at[CODE]));
  }
  if (columns->at[DIRECTION] != NOT_FOUND) {
    struct place place = table_place(table, row, columns->at[DIRECTION]);
    if (!read_direction(session, place, table_cell(table, row, columns->at[DIRECTION]), &direction)) {
      return false;
    }
    node->direction = direction;
    if (inno_indicator_set_direction(out->set, node->code, direction, session->error) != INNO_OK) {
      return fail_library(session, place);
    }
  }
  return columns->at[WEIGHT] == NOT_FOUND || add_weight(session, table_place(table, row, columns->at[WEIGHT]), out, node,
                                                        table_cell(table, row, columns->at[WEIGHT]));
}

static bool build_set(const struct session *session, struct framework *out, const struct columns *columns) {
  if (inno_indicator_set_create(NULL, &out->set, session->error) != INNO_OK) {
    return fail_library(session, (struct place){out->table.file, 0, NULL});
  }
  for (size_t row = 0; row < out->count; row++) {
    if (!add_row(session, out, columns, row)) {
      return false;
    }
  }
  for (size_t row = 0; row < out->count; row++) { /* afterwards: only then is it known who is an indicator */
    if (!add_denominator(session, out, columns, row)) {
      return false;
    }
  }
  if (inno_indicator_set_freeze(out->set, session->error) != INNO_OK) {
    struct place place = framework_place(out, inno_error_node(session->error));
    place.column = inno_error_status(session->error) == INNO_E_TREE ? "parent" : NULL;
    return fail_library(session, place);
  }
  out->indicator_count = (size_t)inno_indicator_set_indicator_count(out->set);
  out->row_of = arena_take(session->arena, out->count, sizeof *out->row_of);
  for (size_t node = 0; node < out->count; node++) {
    out->row_of[node] = lookup_find(&out->codes, inno_indicator_set_code(out->set, (int64_t)node));
  }
  return true;
}

bool framework_read(const struct session *session, const char *file, struct framework *out) {
  struct columns columns;
  *out = (struct framework){.set = NULL};
  return table_read(session, file, &out->table) && read_columns(session, out, &columns) && read_codes(session, out, &columns) &&
         check_parents(session, out, &columns) && build_set(session, out, &columns);
}

void framework_destroy(struct framework *framework) {
  inno_indicator_set_destroy(framework->set);
  framework->set = NULL;
}

struct place framework_place(const struct framework *framework, const char *code) {
  size_t row = code[0] == '\0' || framework->codes.count == 0 ? NOT_FOUND : lookup_find(&framework->codes, code);
  struct place place = {framework->table.file, 0, NULL};
  if (row != NOT_FOUND) {
    place.line = framework->table.lines[row * framework->table.columns];
  }
  return place;
}

const struct framework_node *framework_node_at(const struct framework *framework, int64_t node) {
  return &framework->nodes[framework->row_of[node]];
}

bool framework_divides_by(const struct framework *framework, const char *code) {
  size_t column = table_column(&framework->table, "denominator");
  for (size_t r = 0; column != NOT_FOUND && r < framework->table.rows; r++) {
    if (strcmp(table_cell(&framework->table, r, column), code) == 0) {
      return true;
    }
  }
  return false;
}
