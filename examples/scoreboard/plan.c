#include "plan.h"

#include <stdio.h>
#include <string.h>

#include "judgement.h"
#include "number.h"
#include "utf8.h"

static struct place at_line(const struct plan *p, size_t line) { return (struct place){p->ini.file, line, NULL}; }

/* ---- which steps ---- */

/* Position of a step in the default order by its verb or by the name of its section; -1 = none. */
static int32_t step_position(const char *name, bool section) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    const char *verb, *noun;
    inno_step_info(i, NULL, &verb, &noun);
    if (strcmp(name, section ? noun : verb) == 0) {
      return i;
    }
  }
  return -1;
}

static bool add_step(const struct session *s, struct plan *p, int32_t position, struct place place) {
  int32_t step;
  inno_step_info(position, &step, NULL, NULL);
  if (p->step_count == INNO_LIMIT_STEPS) {
    return fail(s, place, "more than %d steps", "nhiều hơn %d bước", INNO_LIMIT_STEPS);
  }
  if (inno_scheme_create(NULL, step, &p->steps[p->step_count], s->error) != INNO_OK) {
    return fail_library(s, place);
  }
  p->step_count++;
  return true;
}

/* The options of what looks at a method from outside; NULL for a step. */
static inno_scheme *beside(const struct plan *p, int32_t step) {
  return step == INNO_STEP_AUDIT         ? p->audit
         : step == INNO_STEP_UNCERTAINTY ? p->uncertainty
         : step == INNO_STEP_EXPLAIN     ? p->explain
                                         : NULL;
}

/* Ranking always comes last by itself; audit, uncertainty and explanations look at what the steps have made. */
static bool can_be_listed(int32_t step) {
  return step != INNO_STEP_RANK && step != INNO_STEP_AUDIT && step != INNO_STEP_UNCERTAINTY && step != INNO_STEP_EXPLAIN;
}

static const char *verb_list(const struct session *s) {
  struct text list = {0};
  for (int32_t i = 0; i < inno_step_count(); i++) {
    int32_t step;
    const char *verb;
    inno_step_info(i, &step, &verb, NULL);
    if (can_be_listed(step)) {
      text_print(s->arena, &list, "%s%s", list.length > 0 ? ", " : "", verb);
    }
  }
  return list.bytes;
}

/* [pipeline] steps = a, b, c */
static bool listed_steps(const struct session *s, struct plan *p, const struct ini_section *section) {
  bool found = false;
  for (size_t e = 0; e < section->entry_count; e++) {
    const struct ini_entry *entry = &section->entries[e];
    const char **items;
    size_t count;
    if (strcmp(entry->key, "steps") != 0) {
      return fail(s, at_line(p, entry->line), "[pipeline] has the key steps only, not '%s'", "[pipeline] chỉ có khóa steps, không có '%s'",
                  entry->key);
    }
    found = true;
    if (!ini_list(s, at_line(p, entry->line), entry->list, &items, &count)) {
      return false;
    }
    for (size_t i = 0; i < count; i++) {
      int32_t position = step_position(items[i], false), step = 0;
      if (position >= 0) {
        inno_step_info(position, &step, NULL, NULL);
      }
      if (position < 0 || !can_be_listed(step)) {
        return fail(s, at_line(p, entry->line), "unknown step '%s'; the steps are %s", "không có bước '%s'; các bước là %s", items[i],
                    verb_list(s));
      }
      if (!add_step(s, p, position, at_line(p, entry->line))) {
        return false;
      }
    }
  }
  return found || fail(s, at_line(p, section->line), "[pipeline] needs steps = ...", "[pipeline] cần steps = ...");
}

/* No [pipeline]: the default steps, and in their usual places those that a section speaks of. */
static bool usual_steps(const struct session *s, struct plan *p) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    int32_t step;
    const char *section;
    inno_step_info(i, &step, NULL, &section);
    bool optional = step == INNO_STEP_SCREEN || step == INNO_STEP_IMPUTE || step == INNO_STEP_WEIGH;
    if (!can_be_listed(step) || (optional && ini_find(&p->ini, section) == NULL)) {
      continue;
    }
    if (!add_step(s, p, i, at_line(p, 0))) {
      return false;
    }
  }
  return true;
}

static bool choose_steps(const struct session *s, struct plan *p) {
  const struct ini_section *pipeline = ini_find(&p->ini, "pipeline");
  bool ok = pipeline != NULL ? listed_steps(s, p, pipeline) : usual_steps(s, p);
  return ok && add_step(s, p, step_position("rank", false), at_line(p, 0));
}

/* The n-th scheme of a step; NULL = the pipeline has none. */
static inno_scheme *find_scheme(const struct plan *p, int32_t step, int32_t occurrence) {
  for (int32_t k = 0; k < p->step_count; k++) {
    if (inno_scheme_step(p->steps[k]) == step && --occurrence == 0) {
      return p->steps[k];
    }
  }
  return NULL;
}

/* ---- what the framework sets ---- */

/* One cell of a column that sets a key: for every step of its kind, or for the one the column numbers. */
static bool apply_cell(const struct session *s, struct plan *p, const struct framework *f, const struct framework_setting *set, size_t row) {
  const char *text = table_cell(&f->table, row, set->column);
  struct place place = table_place(&f->table, row, set->column);
  if (text[0] == '\0') {
    return true;
  }
  inno_scheme *scheme = find_scheme(p, set->key.step, set->occurrence);
  if (scheme == NULL) {
    return fail(s, place, "the pipeline has no such step, so this has no effect", "quy trình không có bước này nên ô này không có tác dụng");
  }
  return catalog_set(s, place, scheme, &set->key, f->nodes[row].code, 0, text, s->decimal_comma);
}

static bool apply_framework(const struct session *s, struct plan *p, const struct framework *f) {
  for (size_t i = 0; i < f->setting_count; i++) {
    for (size_t row = 0; row < f->count; row++) {
      if (!apply_cell(s, p, f, &f->settings[i], row)) {
        return false;
      }
    }
  }
  return true;
}

/* ---- what METHOD.ini sets ---- */

static const char *key_list(const struct session *s, int32_t step) {
  struct text list = {0};
  for (int32_t i = 0; i < inno_key_count(step); i++) {
    const char *name;
    inno_key_info(step, i, NULL, &name, NULL, NULL);
    text_print(s->arena, &list, "%s%s", i > 0 ? ", " : "", name);
  }
  return list.bytes;
}

/* include = A, B and exclude = A, B of [screening]: one setting a unit. */
static bool force_units(const struct session *s, const struct plan *p, inno_scheme *scheme, const struct ini_entry *entry) {
  const char **items;
  size_t count;
  if (!ini_list(s, at_line(p, entry->line), entry->list, &items, &count)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    if (inno_scheme_set_text(scheme, items[i], INNO_KEY_SCREEN_FORCE, entry->key, s->error) != INNO_OK) {
      return fail_library(s, at_line(p, entry->line));
    }
  }
  return true;
}

static bool apply_entry(const struct session *s, struct plan *p, const struct ini_section *section, inno_scheme *scheme,
                        const struct ini_entry *entry) {
  struct catalog_key known = {0};
  int32_t step = inno_scheme_step(scheme), key = catalog_key(step, entry->key, &known) ? known.number : 0;
  struct place place = at_line(p, entry->line);
  if (step == INNO_STEP_RANK && strcmp(entry->key, "group") == 0) {
    p->group = entry->value;
    p->group_place = place;
    return true;
  }
  if (step == INNO_STEP_SCREEN && (strcmp(entry->key, "include") == 0 || strcmp(entry->key, "exclude") == 0)) {
    return force_units(s, p, scheme, entry);
  }
  if (key == 0) {
    return fail(s, place, "[%s] has no key '%s'; its keys are %s", "[%s] không có khóa '%s'; các khóa là %s", section->name, entry->key,
                key_list(s, step));
  }
  inno_status status = section->level > 0 ? inno_scheme_set_level_text(scheme, section->level, key, entry->value, s->error)
                                          : inno_scheme_set_text(scheme, section->code, key, entry->value, s->error);
  return status == INNO_OK || fail_library(s, place);
}

static bool apply_section(const struct session *s, struct plan *p, const struct ini_section *section) {
  int32_t position = step_position(section->name, true), step = 0;
  if (position < 0) {
    return fail(s, at_line(p, section->line), "unknown section [%s]; known are pipeline, weights, denomination, imputation, screening, "
                "treatment, normalization, weighting, aggregation, ranking, frontier, audit, uncertainty, explain, assumption", "không có mục [%s]; các mục là pipeline, weights, denomination, "
                "imputation, screening, treatment, normalization, weighting, aggregation, ranking, frontier, audit, uncertainty, explain, assumption", section->name);
  }
  inno_step_info(position, &step, NULL, NULL);
  inno_scheme *scheme = beside(p, step) != NULL ? beside(p, step) : find_scheme(p, step, section->occurrence);
  if (scheme == NULL) {
    return fail(s, at_line(p, section->line), "the pipeline has no step %d of this kind, so [%s] has no effect; name it in [pipeline] steps",
                "quy trình không có bước thứ %d loại này nên [%s] không có tác dụng; hãy thêm vào [pipeline] steps", (int)section->occurrence,
                section->name);
  }
  for (size_t e = 0; e < section->entry_count; e++) {
    if (!apply_entry(s, p, section, scheme, &section->entries[e])) {
      return false;
    }
  }
  return true;
}

/* [weights] rule = given | equal | equal_indicators, or given ones as the start of balance | infomax; CODE = number for single nodes */
static bool apply_weights(const struct session *s, struct plan *p, const struct ini_section *section, const struct framework *f) {
  bool equal = false, indicators = false;
  for (size_t e = 0; e < section->entry_count; e++) {
    const struct ini_entry *entry = &section->entries[e];
    if (strcmp(entry->key, "rule") != 0) {
      continue;
    }
    equal = strcmp(entry->value, "equal") == 0;
    indicators = strcmp(entry->value, "equal_indicators") == 0;
    if (!equal && !indicators && strcmp(entry->value, "given") != 0 && !optimal_is_rule(entry->value)) {
      return fail(s, at_line(p, entry->line), "rule of the weights is given, equal, equal_indicators, balance or infomax, not '%s'",
                  "quy tắc trọng số là given, equal, equal_indicators, balance hoặc infomax, không phải '%s'", entry->value);
    }
  }
  inno_status status = equal        ? inno_weights_create_equal(NULL, f->set, &p->weights, s->error)
                       : indicators ? inno_weights_create_equal_indicators(NULL, f->set, &p->weights, s->error)
                                    : inno_weights_create_given(NULL, f->set, &p->weights, s->error);
  if (status != INNO_OK) {
    return fail_library(s, at_line(p, section->line));
  }
  if (!optimal_read(s, p->ini.file, section, f, &p->optimal)) {
    return false;
  }
  for (size_t e = 0; e < section->entry_count; e++) {
    const struct ini_entry *entry = &section->entries[e];
    double weight = 0.0;
    if (strcmp(entry->key, "rule") == 0 || (p->optimal.aim != 0 && optimal_is_key(entry->key))) {
      continue;
    }
    if (!number_read(s, at_line(p, entry->line), entry->value, false, &weight)) {
      return false;
    }
    if (inno_weights_set(p->weights, entry->key, weight, s->error) != INNO_OK) {
      return fail_library(s, at_line(p, entry->line));
    }
  }
  return true;
}

/* [weights:NODE]: after [weights], wherever it stands in the file. */
static bool apply_judgements(const struct session *s, struct plan *p, const struct framework *f) {
  for (size_t i = 0; i < p->ini.section_count; i++) {
    const struct ini_section *section = &p->ini.sections[i];
    if (strcmp(section->name, "weights") != 0 || section->code == NULL) {
      continue;
    }
    if (p->weights == NULL && inno_weights_create_given(NULL, f->set, &p->weights, s->error) != INNO_OK) {
      return fail_library(s, at_line(p, section->line));
    }
    if (!judgement_apply(s, p->ini.file, section, f, p->weights)) {
      return false;
    }
  }
  return true;
}

static bool apply_file(const struct session *s, struct plan *p, const struct framework *f) {
  for (size_t i = 0; i < p->ini.section_count; i++) {
    const struct ini_section *section = &p->ini.sections[i];
    bool plain = section->level == 0 && section->code == NULL && section->occurrence == 1;
    bool elsewhere = strcmp(section->name, "regrouping") == 0; /* regroup.c reads it */
    bool assumption = strcmp(section->name, "assumption") == 0; /* assume.c */
    bool weights = strcmp(section->name, "weights") == 0;
    bool judged = weights && section->code != NULL && section->level == 0 && section->occurrence == 1;
    bool frontier = strcmp(section->name, "frontier") == 0;
    bool alone = strcmp(section->name, "audit") == 0 || strcmp(section->name, "uncertainty") == 0 || strcmp(section->name, "explain") == 0;
    bool ours = elsewhere || weights || strcmp(section->name, "pipeline") == 0;
    if (frontier && !frontier_rule_read(s, p->ini.file, section, f, &p->frontiers, &p->frontier_count)) {
      return false;
    }
    if ((ours || alone) && !plain && !judged) {
      return fail(s, at_line(p, section->line), "[%s] stands for itself, without level, code or number",
                  "[%s] đứng một mình, không kèm cấp, mã hay số thứ tự", section->name);
    }
    if (weights && !judged && !apply_weights(s, p, section, f)) {
      return false;
    }
    if (!ours && !frontier && !assumption && !apply_section(s, p, section)) {
      return false;
    }
  }
  return apply_judgements(s, p, f);
}

bool speaks_of(const char *sentence, const char *key) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
  size_t length = strlen(key);
  for (const char *at = sentence; (at = strstr(at, key)) != NULL; at += length) {
    if ((at == sentence || strchr(letters, at[-1]) == NULL) && (at[length] == '\0' || strchr(letters, at[length]) == NULL)) {
      return true;
    }
  }
  return false;
}

/* The rule is a word of many sentences: any other key that they name is meant before it. */
static const struct ini_entry *entry_spoken_of(const struct ini_section *section, const char *sentence) {
  const struct ini_entry *found = NULL;
  for (size_t e = 0; e < section->entry_count; e++) {
    const struct ini_entry *entry = &section->entries[e];
    bool better = found == NULL || (strncmp(found->key, "rule", 4) == 0 && strncmp(entry->key, "rule", 4) != 0);
    if (better && speaks_of(sentence, entry->key)) {
      found = entry;
    }
  }
  return found;
}

/* Some sections are no part of the method: its faults do not lie there. */
static bool beside_method(const struct ini_section *section) {
  return strcmp(section->name, "frontier") == 0 || strcmp(section->name, "audit") == 0 ||
         strcmp(section->name, "uncertainty") == 0 || strcmp(section->name, "explain") == 0 || strcmp(section->name, "assumption") == 0;
}

/* The line of METHOD.ini that sets what the sentence speaks of, in sections for that node or (node NULL) for all; 0 = none. */
static size_t line_of_setting(const struct plan *p, const char *node, const char *sentence) {
  for (size_t i = 0; i < p->ini.section_count; i++) {
    const struct ini_section *section = &p->ini.sections[i];
    if (beside_method(section)) {
      continue;
    }
    if (node == NULL ? section->code != NULL : section->code == NULL || strcmp(section->code, node) != 0) {
      continue;
    }
    const struct ini_entry *entry = entry_spoken_of(section, sentence);
    if (entry != NULL) {
      return entry->line;
    }
    if (node != NULL) {
      return section->line;
    }
  }
  return 0;
}

/* The cell of the framework that sets what the sentence speaks of for a node; else the row of the node. */
static struct place place_in_framework(const struct framework *f, const char *node, const char *sentence, inno_status status) {
  struct place place = framework_place(f, node);
  size_t row = lookup_find(&f->codes, node), weight = table_column(&f->table, "weight");
  for (size_t i = 0; i < f->setting_count && row != NOT_FOUND; i++) {
    const struct framework_setting *set = &f->settings[i];
    if (table_cell(&f->table, row, set->column)[0] != '\0' && speaks_of(sentence, set->key.name)) {
      return table_place(&f->table, row, set->column);
    }
  }
  place.column = status == INNO_E_WEIGHTS && weight != NOT_FOUND ? "weight" : NULL;
  return place;
}

/* Where the fault of the whole method lies: the setting, the node, or the list of steps. */
static bool fail_method(const struct session *s, const struct plan *p, const struct framework *f) {
  const char *node = inno_error_node(s->error), *sentence = inno_error_message(s->error);
  bool known = node[0] != '\0' && lookup_find(&f->codes, node) != NOT_FOUND;
  const struct ini_section *pipeline = ini_find(&p->ini, "pipeline");
  size_t line = node[0] != '\0' ? line_of_setting(p, node, sentence) : 0;
  struct place place = known ? place_in_framework(f, node, sentence, inno_error_status(s->error)) : at_line(p, 0);
  if (line == 0 && place.column == NULL) {
    line = line_of_setting(p, NULL, sentence);
  }
  if (line == 0 && !known && pipeline != NULL && pipeline->entry_count > 0) {
    line = pipeline->entries[0].line;
  }
  place = line > 0 ? at_line(p, line) : place;
  return fail_library(s, place.file != NULL ? place : framework_place(f, node));
}

/* The first entry of that key in the method, other than in [ranking], with a text in its value ("" = any). */
static size_t line_of_key(const struct plan *p, const char *key, const char *text) {
  for (size_t i = 0; i < p->ini.section_count; i++) {
    const struct ini_section *section = &p->ini.sections[i];
    bool searched = strcmp(section->name, "ranking") != 0 && !beside_method(section);
    for (size_t e = 0; searched && e < section->entry_count; e++) {
      if (strcmp(section->entries[e].key, key) == 0 && strstr(section->entries[e].value, text) != NULL) {
        return section->entries[e].line;
      }
    }
  }
  return 0;
}

/* The choice that the periods of the data do not allow: a rule over time, a base period, a reference unit. */
static size_t line_about_periods(const struct plan *p, const char *sentence) {
  static const char *const over_time[] = {"latest", "linear", "constant", "linear_constant"};
  size_t line = speaks_of(sentence, "base_period") ? line_of_key(p, "base_period", "") : 0;
  line = line == 0 && speaks_of(sentence, "base_period") ? line_of_key(p, "reference", "") : line;
  for (size_t i = 0; line == 0 && i < sizeof over_time / sizeof over_time[0]; i++) {
    line = speaks_of(sentence, over_time[i]) ? line_of_key(p, "rule", over_time[i]) : 0;
  }
  return line;
}

/* The line of a section that sets a key, the first one that the text names; else that of the section. */
static struct place place_in(const struct plan *p, const char *name, const char *text) {
  const struct ini_section *section = ini_find(&p->ini, name);
  const struct ini_entry *entry = section != NULL ? entry_spoken_of(section, text) : NULL;
  if (section == NULL) {
    return (struct place){0};
  }
  return at_line(p, entry != NULL ? entry->line : section->line);
}

struct place plan_development_place(const struct plan *p) { return place_in(p, "audit", "development"); }

struct place plan_audit_place(const struct session *s, const struct plan *p) {
  inno_status status = inno_error_status(s->error);
  return place_in(p, "audit",
                  status == INNO_E_MISSING_GROUP       ? "group"
                  : status == INNO_E_MISSING_PARAMETER ? "retain" /* nothing else needs another key */
                                                       : inno_error_message(s->error));
}

struct place plan_explain_place(const struct session *s, const struct plan *p) {
  return place_in(p, "explain", inno_error_status(s->error) == INNO_E_CODE ? "node" : inno_error_message(s->error));
}

struct place plan_uncertainty_place(const struct session *s, const struct plan *p) {
  inno_status status = inno_error_status(s->error);
  return place_in(p, "uncertainty",
                  status == INNO_E_CODE                ? "node"
                  : status == INNO_E_MISSING_PARAMETER ? "score_bins" /* nothing else needs another key */
                                                       : inno_error_message(s->error));
}

struct place plan_place(const struct session *s, const struct plan *p, const struct framework *f) {
  static const char *const of_units[] = {"include", "exclude", "reference"};
  inno_status status = inno_error_status(s->error);
  struct place place = {0};
  size_t line = status == INNO_E_MISSING_GROUP ? line_of_key(p, "group", "") : 0;
  for (size_t i = 0; status == INNO_E_CODE && line == 0 && i < sizeof of_units / sizeof of_units[0]; i++) {
    line = line_of_key(p, of_units[i], inno_error_unit(s->error));
  }
  if (status == INNO_E_VALUE) {
    line = line_about_periods(p, inno_error_message(s->error));
  }
  if (status == INNO_E_MISSING_COLUMN) {
    place = framework_place(f, inno_error_node(s->error));
    place.column = "denominator";
  }
  return line > 0 ? at_line(p, line) : place;
}

/* A node that counts for nothing is more often a slip than a wish; who wishes it says so with a section [weights]. */
static bool check_weights(const struct session *s, const struct plan *p, const struct framework *f) {
  for (size_t row = 0; p->weights == NULL && row < f->count; row++) {
    if (f->nodes[row].weight == 0.0) {
      return fail(s, table_place(&f->table, row, table_column(&f->table, "weight")),
                  "the weight of \"%s\" is 0, so it would count for nothing; leave its row out, or add a section [weights] with rule = given to the method",
                  "trọng số của \"%s\" bằng 0 nên nút này không có tác dụng; hãy bỏ dòng này, hoặc thêm mục [weights] với rule = given vào phương pháp",
                  utf8_shown(s->arena, f->nodes[row].code));
    }
  }
  return true;
}

static bool is_of_method(const struct ini_section *section) {
  static const char *const others[] = {"regrouping", "weights", "pipeline"};
  bool other = beside_method(section);
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
    other = other || strcmp(section->name, others[i]) == 0;
  }
  return !other;
}

inno_scheme *plan_scheme_again(const struct session *s, const struct plan *p, const struct framework *f, int32_t position) {
  struct plan again = *p;
  bool ok = true;
  for (int32_t k = 0; k < p->step_count; k++) {
    again.steps[k] = NULL;
    ok = ok && inno_scheme_create(NULL, inno_scheme_step(p->steps[k]), &again.steps[k], s->error) == INNO_OK;
  }
  ok = ok && apply_framework(s, &again, f);
  for (size_t i = 0; ok && i < p->ini.section_count; i++) {
    ok = !is_of_method(&p->ini.sections[i]) || apply_section(s, &again, &p->ini.sections[i]);
  }
  for (int32_t k = 0; k < p->step_count; k++) {
    if (k != position || !ok) {
      inno_scheme_destroy(again.steps[k]);
    }
  }
  return ok ? again.steps[position] : NULL;
}

static bool make_method(const struct session *s, struct plan *p, const struct framework *f) {
  inno_status status = inno_method_create(NULL, f->set, p->weights, (const inno_scheme *const *)p->steps, p->step_count, &p->method,
                                          s->error);
  return status == INNO_OK || fail_method(s, p, f);
}

/* Keys of [audit] that do not go together, also where no audit is asked for: an analysis of nothing reads them all. */
static bool check_audit(const struct session *s, const struct plan *p) {
  inno_analysis *nothing = NULL;
  inno_status status = inno_analysis_create_statistics(NULL, p->audit, NULL, 0, 0, 0, 0, NULL, NULL, 0, &nothing, s->error);
  inno_analysis_destroy(nothing);
  return (status != INNO_E_VALUE && status != INNO_E_MISSING_PARAMETER) ||
         fail_library(s, plan_audit_place(s, p));
}

bool plan_make(const struct session *s, const char *file, const struct framework *f, struct plan *p) {
  memset(p, 0, sizeof *p);
  if (file != NULL && !ini_read(s, file, &p->ini)) {
    return false;
  }
  if (inno_scheme_create(NULL, INNO_STEP_AUDIT, &p->audit, s->error) != INNO_OK ||
      inno_scheme_create(NULL, INNO_STEP_UNCERTAINTY, &p->uncertainty, s->error) != INNO_OK ||
      inno_scheme_create(NULL, INNO_STEP_EXPLAIN, &p->explain, s->error) != INNO_OK) {
    return fail_library(s, at_line(p, 0));
  }
  if (!choose_steps(s, p) || !apply_framework(s, p, f) || !apply_file(s, p, f)) {
    return false;
  }
  return check_audit(s, p) && make_method(s, p, f) && check_weights(s, p, f) && assume_read(s, p, f, &p->assumed);
}

bool plan_optimize(const struct session *s, struct plan *p, const struct framework *f, const inno_dataset *data) {
  inno_weights *found = NULL;
  if (p->optimal.aim == 0) {
    return true;
  }
  if (!optimal_search(s, &p->optimal, p->method, data, &found)) {
    return false;
  }
  inno_weights_destroy(p->weights);
  inno_method_destroy(p->method);
  p->weights = found;
  p->method = NULL;
  return make_method(s, p, f);
}

void plan_close(struct plan *p) {
  inno_scheme_destroy(p->audit);
  inno_scheme_destroy(p->uncertainty);
  inno_scheme_destroy(p->explain);
  assume_close(&p->assumed);
  frontier_rules_close(p->frontiers, p->frontier_count);
  inno_method_destroy(p->method);
  inno_weights_destroy(p->weights);
  for (int32_t k = 0; k < p->step_count; k++) {
    inno_scheme_destroy(p->steps[k]);
  }
}
