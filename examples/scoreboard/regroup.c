#include "regroup.h"

#include <math.h>
#include <string.h>

#include "number.h"

struct work {
  const struct session *s;
  const struct framework *f;
  const struct ini_section *section; /* [regrouping], NULL = none */
  const char *method;                /* its file */
  struct table map;
  struct data *d;
  inno_regrouping *rules;
  int32_t missing; /* of every column */
  bool partial;    /* some figures may be made from a part of their units */
};

static struct place at_entry(const struct work *w, const struct ini_entry *entry) { return (struct place){w->method, entry->line, NULL}; }

/* ---- MAP.csv ---- */

static bool check_header(const struct work *w) {
  static const char *const known[] = {"unit", "name", "new_unit", "new_name", "share", "source", "note"};
  const size_t count = sizeof known / sizeof known[0];
  for (size_t c = 0; c < w->map.columns; c++) {
    size_t k = 0;
    while (k < count && strcmp(known[k], w->map.headers[c]) != 0) {
      k++;
    }
    if (k == count) {
      return fail(w->s, table_header_place(&w->map, c), "unknown column; a map has unit, new_unit, and where wanted share, name, new_name, source, note",
                  "không có cột này; bảng ánh xạ gồm unit, new_unit, và nếu cần share, name, new_name, source, note");
    }
  }
  for (size_t k = 0; k < 3; k += 2) {
    if (table_column(&w->map, known[k]) == NOT_FOUND) {
      return fail(w->s, (struct place){w->map.file, w->map.header_line, NULL}, "the header has no column '%s'", "dòng tiêu đề không có cột '%s'",
                  known[k]);
    }
  }
  return true;
}

static bool take_map(const struct work *w) {
  size_t unit = table_column(&w->map, "unit"), new_unit = table_column(&w->map, "new_unit"), share = table_column(&w->map, "share");
  for (size_t r = 0; r < w->map.rows; r++) {
    double part = 1.0;
    const char *text = share != NOT_FOUND ? table_cell(&w->map, r, share) : "";
    if (text[0] != '\0' && !number_read(w->s, table_place(&w->map, r, share), text, w->s->decimal_comma, &part)) {
      return false;
    }
    if (inno_regrouping_add(w->rules, table_cell(&w->map, r, unit), table_cell(&w->map, r, new_unit), part, w->s->error) != INNO_OK) {
      return fail_library(w->s, table_place(&w->map, r, text[0] != '\0' ? share : unit));
    }
  }
  return true;
}

/* ---- rules of columns ---- */

/* A numerator, denominator or weight may be a column that the framework does not speak of: it is read now, and not kept. */
static bool need_column(const struct work *w, const struct ini_entry *entry, const char *code) {
  const struct table *t = &w->d->table;
  size_t c = table_column(t, code);
  if (inno_dataset_find_column(w->d->set, code) >= 0) {
    return true;
  }
  if (c == NOT_FOUND) {
    return fail(w->s, at_entry(w, entry), "the data have no column '%s'.%s", "dữ liệu không có cột '%s'.%s", code,
                did_you_mean(w->s, code, t->headers, t->columns));
  }
  const double *x = data_numbers(w->s, w->d, c);
  if (x == NULL) {
    return false;
  }
  if (inno_dataset_add_column(w->d->set, code, x, sizeof *x, w->s->error) != INNO_OK ||
      inno_regrouping_leave_out(w->rules, code, w->s->error) != INNO_OK) {
    return fail_library(w->s, at_entry(w, entry));
  }
  return true;
}

static bool bad_rule(const struct work *w, const struct ini_entry *entry) {
  return fail(w->s, at_entry(w, entry), "'%s' is no rule; write sum, or mean, WEIGHT, or ratio, NUMERATOR, DENOMINATOR[, SCALE]",
              "'%s' không phải quy tắc; hãy viết sum, hoặc mean, TRỌNG_SỐ, hoặc ratio, TỬ_SỐ, MẪU_SỐ[, HỆ_SỐ]", entry->value);
}

static bool take_rule(const struct work *w, const struct ini_entry *entry) {
  const char **items;
  size_t count;
  double scale = 1.0;
  inno_status status = INNO_OK;
  if (!ini_list(w->s, at_entry(w, entry), entry->list, &items, &count)) {
    return false;
  }
  if (inno_dataset_find_column(w->d->set, entry->key) < 0) {
    return fail(w->s, at_entry(w, entry), "'%s' is no indicator and no denominator", "'%s' không phải chỉ tiêu hay mẫu số", entry->key);
  }
  bool mean = count == 2 && strcmp(items[0], "mean") == 0, ratio = (count == 3 || count == 4) && strcmp(items[0], "ratio") == 0;
  for (size_t i = 1; (mean || ratio) && i < count && i < 3; i++) {
    if (!need_column(w, entry, items[i])) {
      return false;
    }
  }
  if (ratio && count == 4 && !number_read(w->s, at_entry(w, entry), items[3], false, &scale)) {
    return false;
  }
  if (mean) {
    status = inno_regrouping_mean(w->rules, entry->key, items[1], w->missing, w->s->error);
  } else if (ratio) {
    status = inno_regrouping_ratio(w->rules, entry->key, items[1], items[2], scale, w->missing, w->s->error);
  } else if (count == 1 && strcmp(items[0], "sum") == 0) {
    status = inno_regrouping_sum(w->rules, entry->key, w->missing, w->s->error);
  } else {
    return bad_rule(w, entry);
  }
  return status == INNO_OK || fail_library(w->s, at_entry(w, entry));
}

/* The library says which columns lack a rule; the program knows where they are named. */
static bool default_rules(const struct work *w) {
  for (int64_t j = 0; j < inno_indicator_set_indicator_count(w->f->set); j++) {
    const char *code = inno_indicator_set_code(w->f->set, j);
    size_t denominator = table_column(&w->f->table, "denominator"), row = lookup_find(&w->f->codes, code);
    bool divided = denominator != NOT_FOUND && table_cell(&w->f->table, row, denominator)[0] != '\0';
    inno_status status = divided ? inno_regrouping_sum(w->rules, code, w->missing, w->s->error) : INNO_OK;
    if (status != INNO_OK && status != INNO_E_DUPLICATE) {
      return fail_library(w->s, framework_place(w->f, code));
    }
  }
  for (int64_t j = 0; j < inno_dataset_column_count(w->d->set); j++) {
    const char *code = inno_dataset_column_code(w->d->set, j);
    int64_t node = inno_indicator_set_find(w->f->set, code);
    if (node >= 0 && node < inno_indicator_set_indicator_count(w->f->set)) {
      continue; /* an indicator without a denominator may be a rate: only its user knows */
    }
    if (w->d->development != NULL && strcmp(w->d->development, code) == 0 && !framework_divides_by(w->f, code)) {
      continue; /* so may be what an audit reads */
    }
    inno_status status = inno_regrouping_sum(w->rules, code, w->missing, w->s->error); /* a denominator; a left-out column has its rule */
    if (status != INNO_OK && status != INNO_E_DUPLICATE) {
      return fail_library(w->s, (struct place){w->d->file, 0, code});
    }
  }
  return true;
}

/* ---- groupings: only columns group:NAME are read when units are regrouped; they are carried over ---- */

static bool leave_out_groups(const struct work *w, const struct ini_entry *entry) {
  const char **items;
  size_t count;
  if (!ini_list(w->s, at_entry(w, entry), entry->list, &items, &count)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    if (inno_regrouping_leave_out_group(w->rules, items[i], w->s->error) != INNO_OK) {
      return fail_library(w->s, at_entry(w, entry));
    }
  }
  return true;
}

static bool take_missing(struct work *w, const struct ini_entry *entry) {
  w->partial = strcmp(entry->value, "available") == 0;
  w->missing = w->partial ? INNO_REGROUP_AVAILABLE : INNO_REGROUP_MISSING;
  return w->partial || strcmp(entry->value, "missing") == 0 ||
         fail(w->s, at_entry(w, entry), "missing is missing or available, not '%s'", "missing là missing hoặc available, không phải '%s'", entry->value);
}

/* [regrouping]: missing first, because every rule needs it. */
static bool take_section(struct work *w) {
  for (int pass = 0; pass < 2; pass++) {
    for (size_t e = 0; w->section != NULL && e < w->section->entry_count; e++) {
      const struct ini_entry *entry = &w->section->entries[e];
      bool about_missing = strcmp(entry->key, "missing") == 0;
      bool ok = about_missing ? pass == 1 || take_missing(w, entry)
                : pass == 0   ? true
                : strcmp(entry->key, "leave_out_groups") == 0 ? leave_out_groups(w, entry)
                                                              : take_rule(w, entry);
      if (!ok) {
        return false;
      }
    }
  }
  return default_rules(w);
}

/* ---- the new data ---- */

/* Where the fault of map and rules together lies. */
static bool fail_regroup(const struct work *w) {
  const char *node = inno_error_node(w->s->error), *unit = inno_error_unit(w->s->error);
  inno_status status = inno_error_status(w->s->error);
  struct place place = {w->map.file, 0, NULL};
  for (size_t r = 0, c = table_column(&w->map, "unit"); r < w->map.rows && unit[0] != '\0' && place.line == 0; r++) {
    place.line = strcmp(table_cell(&w->map, r, c), unit) == 0 ? table_place(&w->map, r, c).line : 0;
  }
  if (status == INNO_E_MISSING_PARAMETER) {
    fail_library(w->s, framework_place(w->f, node));
    return fail(w->s, (struct place){w->section != NULL ? w->method : NULL, w->section != NULL ? w->section->line : 0, NULL},
                "write in METHOD.ini, in [regrouping], for instance: \"%s\" = sum, or mean, WEIGHT, or ratio, NUMERATOR, DENOMINATOR, SCALE",
                "hãy ghi trong METHOD.ini, mục [regrouping], ví dụ: \"%s\" = sum, hoặc mean, TRỌNG_SỐ, hoặc ratio, TỬ_SỐ, MẪU_SỐ, HỆ_SỐ", node);
  }
  if (status == INNO_E_MISSING_GROUP || status == INNO_E_DOMAIN) {
    place = (struct place){w->d->file, 0, status == INNO_E_DOMAIN ? arena_print(w->s->arena, "group:%s", node) : NULL};
    fail_library(w->s, place);
    return status == INNO_E_DOMAIN
               ? fail(w->s, place, "to leave it out write in METHOD.ini: [regrouping] leave_out_groups = %s",
                      "để bỏ, hãy ghi trong METHOD.ini: [regrouping] leave_out_groups = %s", node)
               : false;
  }
  return fail_library(w->s, place);
}

/* Names and rows of the new units; their code where the map has no name. */
static void take_units(const struct work *w) {
  struct data *d = w->d;
  size_t count = (size_t)inno_dataset_unit_count(d->set), unit = table_column(&w->map, "unit");
  size_t new_unit = table_column(&w->map, "new_unit"), name = table_column(&w->map, "new_name");
  const char **codes = arena_take(w->s->arena, count, sizeof *codes);
  struct panel_part *parts = arena_take(w->s->arena, w->map.rows, sizeof *parts);
  d->names = arena_take(w->s->arena, count, sizeof *d->names);
  for (size_t u = 0; u < count; u++) {
    const char *code = inno_dataset_unit_code(d->set, (int64_t)u);
    codes[u] = d->names[u] = arena_text(w->s->arena, code, strlen(code));
  }
  struct lookup by_code = lookup_build(w->s->arena, codes, count);
  for (size_t r = w->map.rows; r-- > 0;) { /* backwards: the first name of a unit holds */
    size_t u = lookup_find(&by_code, table_cell(&w->map, r, new_unit));
    parts[r] = (struct panel_part){lookup_find(&d->panel.units_by_code, table_cell(&w->map, r, unit)), u};
    if (name != NOT_FOUND && table_cell(&w->map, r, name)[0] != '\0') {
      d->names[u] = table_cell(&w->map, r, name);
    }
  }
  panel_regroup(w->s, &d->panel, count, codes, w->map.rows, parts);
}

/* Says of a figure that is made from a part of its units how large that part is. */
static bool tell_figure(const struct work *w, const inno_dataset *old, const char *code, size_t place,
                        struct text *note) {
  const struct panel *p = &w->d->panel;
  const char *unit = p->codes[place % p->units];
  int64_t parts, missing;
  if (inno_regrouping_parts(w->rules, old, code, unit, (int64_t)(place / p->units), &parts, &missing, w->s->error) !=
      INNO_OK) {
    return fail_library(w->s, (struct place){w->map.file, 0, NULL});
  }
  if (missing > 0 && missing < parts) {
    const char *when = p->named ? arena_print(w->s->arena, " (%s)", p->texts[place / p->units]) : "";
    text_print(w->s->arena, note,
               pick(w->s, "%s of %s%s: from %lld of %lld units\n", "%s của %s%s: từ %lld trên %lld đơn vị\n"), code,
               unit, when, (long long)(parts - missing), (long long)parts);
  }
  return true;
}

static bool tell_partial(const struct work *w, const inno_dataset *old, struct text *note) {
  for (int64_t j = 0; w->partial && j < inno_dataset_column_count(w->d->set); j++) {
    for (size_t place = 0; place < w->d->panel.units * w->d->panel.periods; place++) {
      if (!tell_figure(w, old, inno_dataset_column_code(w->d->set, j), place, note)) {
        return false;
      }
    }
  }
  return true;
}

static bool make_data(struct work *w) {
  inno_dataset *old = w->d->set, *made = NULL;
  struct text note = {0};
  if (inno_dataset_regroup(NULL, old, w->rules, &made, w->s->error) != INNO_OK) {
    return fail_regroup(w);
  }
  w->d->set = made;
  take_units(w);
  text_print(w->s->arena, &note, pick(w->s, "%lld units became %lld (%s)\n", "%lld đơn vị thành %lld (%s)\n"),
             (long long)inno_dataset_unit_count(old), (long long)inno_dataset_unit_count(made), w->map.file);
  bool ok = tell_partial(w, old, &note);
  w->d->note = note.bytes;
  inno_dataset_destroy(old);
  return ok;
}

bool regroup_data(const struct session *s, const char *file, const struct framework *f, const struct plan *p, struct data *d) {
  struct work w = {.s = s, .f = f, .section = ini_find(&p->ini, "regrouping"), .method = p->ini.file, .d = d};
  if (file == NULL) {
    return w.section == NULL || fail(s, (struct place){w.method, w.section->line, NULL}, "[regrouping] has no effect without --regroup MAP.csv",
                                     "[regrouping] không có tác dụng nếu thiếu --regroup ANHXA.csv");
  }
  if (!table_read(s, file, &w.map) || !check_header(&w)) {
    return false;
  }
  if (inno_regrouping_create(NULL, &w.rules, s->error) != INNO_OK) {
    return fail_library(s, (struct place){file, 0, NULL});
  }
  bool ok = take_map(&w) && take_section(&w) && make_data(&w);
  inno_regrouping_destroy(w.rules);
  return ok;
}
