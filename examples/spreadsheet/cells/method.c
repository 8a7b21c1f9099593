/* The method: rows of section, key, value. */
#include <math.h>
#include <string.h>

#include "method_rows.h"
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
static bool listed_steps(struct cells_call_state *c, const struct cells_entries *entries,
                         const struct cells_entry *entry, struct cells_index *out) {
  if (!cells_entry_plain(c, entries, entry)) {
    return false;
  }
  if (strcmp(entry->key, "steps") != 0) {
    return cells_fail_row(c, entries->argument, entry->row, "pipeline has the key steps only, not",
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
      return cells_fail_row(c, entries->argument, entry->row,
                            "steps are denominate, screen, impute, treat, normalize, weigh, aggregate; there is no",
                            "các bước là denominate, screen, impute, treat, normalize, weigh, aggregate; không có",
                            word);
    }
    if (length > 0 && !add_step(c, out, step)) {
      return false;
    }
    at += length;
    at += strspn(at, ", ");
  }
  return true;
}

static bool speaks_of(const struct cells_entries *entries, const char *section) {
  for (int32_t i = 0; i < entries->count; i++) {
    if (strcmp(entries->at[i].section, section) == 0) {
      return true;
    }
  }
  return false;
}

/* Without a pipeline: the default steps, and in their usual place those that a section speaks of. */
static bool usual_steps(struct cells_call_state *c, const struct cells_entries *entries, struct cells_index *out) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    int32_t step;
    const char *section;
    (void)inno_step_info(i, &step, NULL, &section);
    bool optional = step == INNO_STEP_SCREEN || step == INNO_STEP_IMPUTE || step == INNO_STEP_WEIGH;
    if (is_step(step) && (!optional || speaks_of(entries, section)) && !add_step(c, out, step)) {
      return false;
    }
  }
  return true;
}

static bool choose_steps(struct cells_call_state *c, const struct cells_entries *entries, struct cells_index *out) {
  bool listed = speaks_of(entries, "pipeline");
  for (int32_t i = 0; listed && i < entries->count; i++) {
    if (strcmp(entries->at[i].section, "pipeline") == 0 && !listed_steps(c, entries, &entries->at[i], out)) {
      return false;
    }
  }
  return (listed || usual_steps(c, entries, out)) && add_step(c, out, INNO_STEP_RANK);
}

/* ---- what the rows set ---- */

/* include = A, B of the screening: one setting a unit. */
static bool force_units(struct cells_call_state *c, const struct cells_entries *entries, inno_scheme *scheme,
                        const struct cells_entry *entry) {
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
      return cells_fail_library_at(c, status, entries->argument, entry->row);
    }
    at += length;
    at += strspn(at, ", ");
  }
  return true;
}

static bool apply_weights(struct cells_call_state *c, const struct cells_entries *entries,
                          const struct cells_entry *entry, struct cells_index *out) {
  static const char *const rules[] = {"given", "equal", "equal_indicators"};
  inno_status status = INNO_OK;
  if (!cells_entry_plain(c, entries, entry)) {
    return false;
  }
  if (strcmp(entry->key, "rule") == 0) {
    bool given = strcmp(entry->value, rules[0]) == 0, equal = strcmp(entry->value, rules[1]) == 0;
    if (!given && !equal && strcmp(entry->value, rules[2]) != 0) {
      return cells_fail_row(c, entries->argument, entry->row,
                            "rule of the weights is given, equal or equal_indicators, not",
                            "quy tắc trọng số là given, equal hoặc equal_indicators, không phải", entry->value);
    }
    inno_weights_destroy(out->weights);
    out->weights = NULL;
    status = given   ? inno_weights_create_given(NULL, out->set, &out->weights, c->error)
             : equal ? inno_weights_create_equal(NULL, out->set, &out->weights, c->error)
                     : inno_weights_create_equal_indicators(NULL, out->set, &out->weights, c->error);
  } else {
    double weight = NAN;
    if (!cells_cell_number(c, entries->argument, entry->row, 2, &weight)) {
      return false;
    }
    status = out->weights == NULL ? inno_weights_create_given(NULL, out->set, &out->weights, c->error) : INNO_OK;
    status = status == INNO_OK ? inno_weights_set(out->weights, entry->key, weight, c->error) : status;
  }
  return status == INNO_OK || cells_fail_library_at(c, status, entries->argument, entry->row);
}

/* Keys of explain and uncertainty that some function of cells reads. */
static bool is_read(const char *key) {
  static const char *const read[] = {
      "node",  "group", "baseline", "hold_treatment", "hold_normalization", "hold_imputation", "overtake", "cap_ranges",
      "looks", "tries", "sequence", "seed",           "confidence"};
  for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
    if (strcmp(read[i], key) == 0) {
      return true;
    }
  }
  return false;
}

static bool apply_step(struct cells_call_state *c, const struct cells_entries *entries, const struct cells_entry *entry,
                       struct cells_index *out) {
  int32_t position = cells_step_position(entry->section, true), step = 0;
  if (position < 0 || inno_step_info(position, &step, NULL, NULL) != INNO_OK || step == INNO_STEP_AUDIT) {
    return cells_fail_row(
        c, entries->argument, entry->row,
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
    return cells_fail_row(c, entries->argument, entry->row,
                          "the pipeline has no step for this section; name it in pipeline, steps:",
                          "quy trình không có bước cho mục này; hãy thêm vào pipeline, steps:", entry->section);
  }
  if (step == INNO_STEP_RANK && strcmp(entry->key, "group") == 0) {
    out->group = entry->value;
    out->group_row = entry->row;
    return cells_entry_plain(c, entries, entry);
  }
  if (step == INNO_STEP_SCREEN && (strcmp(entry->key, "include") == 0 || strcmp(entry->key, "exclude") == 0)) {
    return cells_entry_plain(c, entries, entry) && force_units(c, entries, scheme, entry);
  }
  int32_t key = inno_key_from_name(step, entry->key);
  key = key == 0 && strcmp(entry->key, "rule") == 0 ? inno_key_from_name(step, "rules") : key;
  if (key == 0) {
    return cells_fail_row(c, entries->argument, entry->row, "this section has no key", "mục này không có khóa",
                          entry->key);
  }
  if (scheme == out->explain || scheme == out->uncertainty) {
    if (!cells_entry_plain(c, entries, entry)) {
      return false;
    }
    if (!is_read(entry->key)) {
      return cells_fail_row(c, entries->argument, entry->row, "no function of cells reads the key",
                            "không hàm bảng tính nào đọc khóa", entry->key);
    }
  }
  inno_status status = entry->level > 0 ? inno_scheme_set_level_text(scheme, entry->level, key, entry->value, c->error)
                                        : inno_scheme_set_text(scheme, entry->code, key, entry->value, c->error);
  return status == INNO_OK || cells_fail_library_at(c, status, entries->argument, entry->row);
}

/* The rule of the weights comes before single weights, wherever it stands. */
static bool apply_rows(struct cells_call_state *c, const struct cells_entries *entries, struct cells_index *out) {
  for (int pass = 0; pass < 2; pass++) {
    for (int32_t i = 0; i < entries->count; i++) {
      const struct cells_entry *entry = &entries->at[i];
      bool weights = strcmp(entry->section, "weights") == 0, first = weights && strcmp(entry->key, "rule") == 0;
      if (strcmp(entry->section, "pipeline") == 0 || first != (pass == 0)) {
        continue;
      }
      if (weights ? !apply_weights(c, entries, entry, out) : !apply_step(c, entries, entry, out)) {
        return false;
      }
    }
  }
  return true;
}

bool cells_read_method(struct cells_call_state *c, int32_t argument, struct cells_index *out) {
  struct cells_entries entries;
  inno_status status = inno_scheme_create(NULL, INNO_STEP_EXPLAIN, &out->explain, c->error);
  status = status == INNO_OK ? inno_scheme_create(NULL, INNO_STEP_UNCERTAINTY, &out->uncertainty, c->error) : status;
  if (status != INNO_OK) {
    return cells_fail_library(c, status);
  }
  out->method_argument = argument;
  return cells_read_entries(c, argument, &entries) && choose_steps(c, &entries, out) && apply_rows(c, &entries, out);
}
