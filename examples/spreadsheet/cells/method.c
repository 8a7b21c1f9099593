/* The method: rows of section, key, value. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

int32_t cells_step_position(const char *name, bool section) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    const char *verb, *noun;
    if (inno_step_info(i, NULL, &verb, &noun) == INNO_OK && strcmp(name, section ? noun : verb) == 0) {
      return i;
    }
  }
  return -1;
}

inno_scheme *cells_find_scheme(const struct cells_index *index, int32_t step, int32_t occurrence) {
  if (step == INNO_STEP_EXPLAIN || step == INNO_STEP_UNCERTAINTY) {
    return occurrence != 1 ? NULL : step == INNO_STEP_EXPLAIN ? index->explain : index->uncertainty;
  }
  for (int32_t k = 0; k < index->step_count; k++) {
    if (inno_scheme_step(index->steps[k]) == step && --occurrence == 0) {
      return index->steps[k];
    }
  }
  return NULL;
}

/* One row of the table. */
struct entry {
  int32_t row;
  const char *section; /* name alone */
  const char *code;    /* NULL = none */
  int32_t level, occurrence;
  const char *key, *value;
};

static bool fail_row(struct cells_call_state *c, int32_t argument, int32_t row, const char *english,
                     const char *vietnamese, const char *what) {
  bool vi = c->language == CELLS_VIETNAMESE;
  return cells_fail(c, CELLS_FAULT_VALUE, "row %d of %s: %s '%s'", "hàng %d của %s: %s '%s'", (int)row + 1,
                    cells_argument_name(c, argument), vi ? vietnamese : english, what);
}

/* "treatment#2", "aggregation.3", "normalization:CODE" */
static bool split_section(struct cells_call_state *c, int32_t argument, const char *text, struct entry *out) {
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
         fail_row(c, argument, out->row, "a section is a name, name#2, name.LEVEL or name:CODE, not",
                  "mục có dạng tên, tên#2, tên.CẤP hoặc tên:MÃ, không phải", text);
}

/* The next row that says something; *found false = there is none. A blank section is the one above. */
static bool read_entry(struct cells_call_state *c, int32_t argument, int32_t row, struct entry *entry, bool *found) {
  const char *section;
  *found = false;
  if (cells_row_blank(c, argument, row)) {
    return true;
  }
  if (!cells_cell_text(c, argument, row, 0, &section) || !cells_cell_text(c, argument, row, 1, &entry->key) ||
      !cells_cell_text(c, argument, row, 2, &entry->value)) {
    return false;
  }
  if (row == 0 && strcmp(section, "section") == 0 && strcmp(entry->key, "key") == 0) {
    return true; /* headers */
  }
  entry->row = row;
  if (section[0] != '\0' && !split_section(c, argument, section, entry)) {
    return false;
  }
  if (entry->section == NULL) {
    return fail_row(c, argument, row, "the section is missing before the key", "thiếu mục trước khóa", entry->key);
  }
  if (entry->key[0] == '\0') {
    return entry->value[0] == '\0' ||
           fail_row(c, argument, row, "the key is missing before", "thiếu khóa trước", entry->value);
  }
  if (entry->value[0] == '\0') {
    return fail_row(c, argument, row, "there is no value for the key", "thiếu giá trị của khóa", entry->key);
  }
  *found = true;
  return true;
}

/* ---- which steps ---- */

static bool add_step(struct cells_call_state *c, struct cells_index *out, int32_t step) {
  if (out->step_count == INNO_LIMIT_STEPS) {
    return cells_fail(c, CELLS_FAULT_VALUE, "more than %d steps", "nhiều hơn %d bước", INNO_LIMIT_STEPS);
  }
  inno_status status = inno_scheme_create(NULL, step, &out->steps[out->step_count], c->error);
  out->step_count += status == INNO_OK;
  return status == INNO_OK || cells_fail_library(c, status);
}

static bool is_step(int32_t step) {
  return step != INNO_STEP_RANK && step != INNO_STEP_AUDIT && step != INNO_STEP_UNCERTAINTY &&
         step != INNO_STEP_EXPLAIN;
}

/* steps = a, b, c */
static bool listed_steps(struct cells_call_state *c, int32_t argument, const struct entry *entry,
                         struct cells_index *out) {
  if (strcmp(entry->key, "steps") != 0) {
    return fail_row(c, argument, entry->row, "pipeline has the key steps only, not",
                    "pipeline chỉ có khóa steps, không có", entry->key);
  }
  for (const char *at = entry->value; *at != '\0';) {
    size_t length = strcspn(at, ", ");
    char *word = cells_room(c, length + 1, 1);
    int32_t position = -1, step = 0;
    if (word == NULL) {
      return false;
    }
    memcpy(word, at, length);
    position = length > 0 ? cells_step_position(word, false) : -1;
    (void)inno_step_info(position, &step, NULL, NULL);
    if (length > 0 && (position < 0 || !is_step(step))) {
      return fail_row(c, argument, entry->row,
                      "steps are denominate, screen, impute, treat, normalize, weigh, aggregate; there is no",
                      "các bước là denominate, screen, impute, treat, normalize, weigh, aggregate; không có", word);
    }
    if (length > 0 && !add_step(c, out, step)) {
      return false;
    }
    at += length;
    at += strspn(at, ", ");
  }
  return true;
}

/* Does a row speak of the section? With key: of that key in it. */
static bool speaks_of(struct cells_call_state *c, int32_t argument, const char *section, struct entry *last, bool *ok) {
  struct entry entry = {0};
  bool found = false, any = false;
  for (int32_t row = 0; *ok && cells_given(c, argument) && row < c->arguments[argument].rows; row++) {
    *ok = read_entry(c, argument, row, &entry, &found);
    if (*ok && found && strcmp(entry.section, section) == 0) {
      any = true;
      *last = entry;
    }
  }
  return *ok && any;
}

/* Without a pipeline: the default steps, and in their usual places those that a section speaks of. */
static bool usual_steps(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  bool ok = true;
  for (int32_t i = 0; ok && i < inno_step_count(); i++) {
    int32_t step;
    const char *section;
    struct entry unused;
    (void)inno_step_info(i, &step, NULL, &section);
    bool optional = step == INNO_STEP_SCREEN || step == INNO_STEP_IMPUTE || step == INNO_STEP_WEIGH;
    if (is_step(step) && (!optional || speaks_of(c, argument, section, &unused, &ok))) {
      ok = ok && add_step(c, out, step);
    }
  }
  return ok;
}

static bool choose_steps(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  bool ok = true;
  struct entry pipeline = {0};
  if (speaks_of(c, argument, "pipeline", &pipeline, &ok)) {
    ok = listed_steps(c, argument, &pipeline, out);
  } else {
    ok = ok && usual_steps(c, argument, out);
  }
  return ok && add_step(c, out, INNO_STEP_RANK);
}

/* ---- what the rows set ---- */

/* include = A, B of the screening: one setting a unit. */
static bool force_units(struct cells_call_state *c, int32_t argument, inno_scheme *scheme, const struct entry *entry) {
  for (const char *at = entry->value; *at != '\0';) {
    size_t length = strcspn(at, ",");
    size_t end = length;
    while (end > 0 && at[end - 1] == ' ') {
      end--;
    }
    char *unit = cells_room(c, end + 1, 1);
    if (unit == NULL) {
      return false;
    }
    memcpy(unit, at, end);
    inno_status status = inno_scheme_set_text(scheme, unit, INNO_KEY_SCREEN_FORCE, entry->key, c->error);
    if (status != INNO_OK) {
      return cells_fail_library_at(c, status, argument, entry->row);
    }
    at += length;
    at += strspn(at, ", ");
  }
  return true;
}

static bool apply_weights(struct cells_call_state *c, int32_t argument, const struct entry *entry,
                          struct cells_index *out) {
  static const char *const rules[] = {"given", "equal", "equal_indicators"};
  inno_status status = INNO_OK;
  if (entry->code != NULL || entry->level != 0 || entry->occurrence != 1) {
    return fail_row(c, argument, entry->row, "weights stands for itself, without level, code or number:",
                    "weights đứng một mình, không kèm cấp, mã hay số:", entry->key);
  }
  if (strcmp(entry->key, "rule") == 0) {
    bool given = strcmp(entry->value, rules[0]) == 0, equal = strcmp(entry->value, rules[1]) == 0;
    if (!given && !equal && strcmp(entry->value, rules[2]) != 0) {
      return fail_row(c, argument, entry->row, "rule of the weights is given, equal or equal_indicators, not",
                      "quy tắc trọng số là given, equal hoặc equal_indicators, không phải", entry->value);
    }
    inno_weights_destroy(out->weights);
    out->weights = NULL;
    status = given   ? inno_weights_create_given(NULL, out->set, &out->weights, c->error)
             : equal ? inno_weights_create_equal(NULL, out->set, &out->weights, c->error)
                     : inno_weights_create_equal_indicators(NULL, out->set, &out->weights, c->error);
  } else {
    double weight = NAN;
    if (!cells_cell_number(c, argument, entry->row, 2, &weight)) {
      return false;
    }
    status = out->weights == NULL ? inno_weights_create_given(NULL, out->set, &out->weights, c->error) : INNO_OK;
    status = status == INNO_OK ? inno_weights_set(out->weights, entry->key, weight, c->error) : status;
  }
  return status == INNO_OK || cells_fail_library_at(c, status, argument, entry->row);
}

static bool apply_step(struct cells_call_state *c, int32_t argument, const struct entry *entry,
                       struct cells_index *out) {
  int32_t position = cells_step_position(entry->section, true), step = 0;
  if (position < 0 || inno_step_info(position, &step, NULL, NULL) != INNO_OK || step == INNO_STEP_AUDIT) {
    return fail_row(c, argument, entry->row,
                    "sections are pipeline, weights, denomination, imputation, screening, treatment, normalization, "
                    "weighting, aggregation, ranking, "
                    "explain, uncertainty; there is no",
                    "các mục là pipeline, weights, denomination, imputation, screening, treatment, normalization, "
                    "weighting, aggregation, ranking, explain, "
                    "uncertainty; không có",
                    entry->section);
  }
  inno_scheme *scheme = cells_find_scheme(out, step, entry->occurrence);
  if (scheme == NULL) {
    return fail_row(c, argument, entry->row, "the pipeline has no step for this section; name it in pipeline, steps:",
                    "quy trình không có bước cho mục này; hãy thêm vào pipeline, steps:", entry->section);
  }
  if (step == INNO_STEP_RANK && strcmp(entry->key, "group") == 0) {
    out->group = entry->value;
    return true;
  }
  if (step == INNO_STEP_SCREEN && (strcmp(entry->key, "include") == 0 || strcmp(entry->key, "exclude") == 0)) {
    return force_units(c, argument, scheme, entry);
  }
  int32_t key = inno_key_from_name(step, entry->key);
  key = key == 0 && strcmp(entry->key, "rule") == 0 ? inno_key_from_name(step, "rules") : key;
  if (key == 0) {
    return fail_row(c, argument, entry->row, "this section has no key", "mục này không có khóa", entry->key);
  }
  inno_status status = entry->level > 0 ? inno_scheme_set_level_text(scheme, entry->level, key, entry->value, c->error)
                                        : inno_scheme_set_text(scheme, entry->code, key, entry->value, c->error);
  return status == INNO_OK || cells_fail_library_at(c, status, argument, entry->row);
}

/* The rule of the weights comes before single weights, wherever it stands. */
static bool apply_rows(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  for (int pass = 0; pass < 2; pass++) {
    struct entry entry = {0};
    for (int32_t row = 0; row < c->arguments[argument].rows; row++) {
      bool found = false;
      if (!read_entry(c, argument, row, &entry, &found)) {
        return false;
      }
      if (!found || strcmp(entry.section, "pipeline") == 0) {
        continue;
      }
      bool weights = strcmp(entry.section, "weights") == 0, first = weights && strcmp(entry.key, "rule") == 0;
      if (first != (pass == 0)) {
        continue;
      }
      if (weights ? !apply_weights(c, argument, &entry, out) : !apply_step(c, argument, &entry, out)) {
        return false;
      }
    }
  }
  return true;
}

bool cells_read_method(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  inno_status status = inno_scheme_create(NULL, INNO_STEP_EXPLAIN, &out->explain, c->error);
  status = status == INNO_OK ? inno_scheme_create(NULL, INNO_STEP_UNCERTAINTY, &out->uncertainty, c->error) : status;
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  bool given = argument >= 0 && cells_given(c, argument);
  if (given && c->arguments[argument].columns != 3) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s has %d columns; it has three: section, key, value",
                      "%s có %d cột; cần ba cột: mục, khóa, giá trị", cells_argument_name(c, argument),
                      (int)c->arguments[argument].columns);
  }
  return choose_steps(c, argument, out) && (!given || apply_rows(c, argument, out));
}
