#include "method_rows.h"

#include <stdlib.h>
#include <string.h>

bool cells_fail_row(struct cells_call_state *c, int32_t argument, int32_t row, const char *english,
                    const char *vietnamese, const char *what) {
  bool vi = c->language == CELLS_VIETNAMESE;
  return cells_fail(c, CELLS_FAULT_VALUE, "row %d of %s: %s '%s'", "hàng %d của %s: %s '%s'", (int)row + 1,
                    cells_argument_name(c, argument), vi ? vietnamese : english, cells_shown(c, what, strlen(what)));
}

bool cells_entry_plain(struct cells_call_state *c, const struct cells_entries *entries,
                       const struct cells_entry *entry) {
  return (entry->code == NULL && entry->level == 0 && entry->occurrence == 1) ||
         cells_fail_row(c, entries->argument, entry->row, "this stands for itself, without level, code or number:",
                        "phần này đứng một mình, không kèm cấp, mã hay số:", entry->key);
}

/* "treatment#2", "aggregation.3", "normalization:CODE" */
static bool split_section(struct cells_call_state *c, int32_t argument, const char *text, struct cells_entry *out) {
  size_t length = strcspn(text, "#.:");
  char *section = cells_room(c, length + 1, 1), *end;
  if (section == NULL) {
    return false;
  }
  memcpy(section, text, length);
  const char *at = text + length;
  long number = 1;
  out->section = section;
  out->code = NULL;
  out->level = 0;
  if (*at == '#') {
    number = strtol(at + 1, &end, 10);
    at = end;
  }
  out->occurrence = number >= 1 && number <= INNO_LIMIT_STEPS ? (int32_t)number : 0;
  if (*at == ':' && at[1] != '\0') {
    out->code = at + 1;
    at = "";
  } else if (*at == '.') {
    number = strtol(at + 1, &end, 10);
    out->level = number >= 1 && number <= INNO_LIMIT_LEVELS ? (int32_t)number : -1;
    at = end;
  }
  return (*at == '\0' && out->occurrence > 0 && out->level >= 0) ||
         cells_fail_row(c, argument, out->row, "a section is a name, name#2, name.LEVEL or name:CODE, not",
                        "mục có dạng tên, tên#2, tên.CẤP hoặc tên:MÃ, không phải", text);
}

static bool is_header(const char *section) {
  static const char *const words[] = {"section", "Section", "SECTION", "mục", "Mục", "MỤC"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strcmp(section, words[i]) == 0) {
      return true;
    }
  }
  return false;
}

/* A blank section is the one above. *found false = the row says nothing. */
static bool read_entry(struct cells_call_state *c, int32_t argument, int32_t row, struct cells_entry *entry,
                       bool *found) {
  const char *section;
  *found = false;
  if (cells_row_blank(c, argument, row)) {
    return true;
  }
  if (!cells_cell_text(c, argument, row, 0, &section) || !cells_cell_text(c, argument, row, 1, &entry->key) ||
      !cells_cell_text(c, argument, row, 2, &entry->value)) {
    return false;
  }
  if (row == 0 && is_header(section)) {
    return true;
  }
  entry->row = row;
  if (section[0] != '\0' && !split_section(c, argument, section, entry)) {
    return false;
  }
  if (entry->section == NULL) {
    return cells_fail_row(c, argument, row, "the section is missing before the key", "thiếu mục trước khóa",
                          entry->key);
  }
  if (entry->key[0] == '\0') {
    return entry->value[0] == '\0' ||
           cells_fail_row(c, argument, row, "the key is missing before", "thiếu khóa trước", entry->value);
  }
  if (entry->value[0] == '\0') {
    return cells_fail_row(c, argument, row, "there is no value for the key", "thiếu giá trị của khóa", entry->key);
  }
  *found = true;
  return true;
}

static bool same_setting(const struct cells_entry *a, const struct cells_entry *b) {
  bool same_code = a->code == NULL ? b->code == NULL : b->code != NULL && strcmp(a->code, b->code) == 0;
  return same_code && a->level == b->level && a->occurrence == b->occurrence && strcmp(a->section, b->section) == 0 &&
         strcmp(a->key, b->key) == 0;
}

bool cells_read_entries(struct cells_call_state *c, int32_t argument, struct cells_entries *out) {
  struct cells_entry entry = {0};
  *out = (struct cells_entries){argument, 0, NULL};
  if (argument < 0 || !cells_given(c, argument)) {
    return true;
  }
  const struct cells_range *range = &c->arguments[argument];
  if (range->columns != 3) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s has %d columns; it has three: section, key, value",
                      "%s có %d cột; cần ba cột: mục, khóa, giá trị", cells_argument_name(c, argument),
                      (int)range->columns);
  }
  out->at = cells_room(c, (size_t)range->rows, sizeof *out->at);
  for (int32_t row = 0; out->at != NULL && row < range->rows; row++) {
    bool found = false;
    if (!read_entry(c, argument, row, &entry, &found)) {
      return false;
    }
    for (int32_t i = 0; found && i < out->count; i++) {
      if (same_setting(&entry, &out->at[i])) {
        return cells_fail_row(c, argument, row, "this is set twice:", "phần này được đặt hai lần:", entry.key);
      }
    }
    if (found) {
      out->at[out->count++] = entry;
    }
  }
  return out->at != NULL;
}
