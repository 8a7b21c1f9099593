#include "data.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

static bool is_value(const struct framework *f, const char *header) {
  int64_t node = inno_indicator_set_find(f->set, header);
  return (node >= 0 && node < inno_indicator_set_indicator_count(f->set)) || framework_divides_by(f, header);
}

static bool take_units(const struct session *s, struct data *d) {
  struct panel *p = &d->panel;
  size_t name = table_column(&d->table, "name");
  if (!panel_read(s, &d->table, s->period, p)) {
    return false;
  }
  d->names = arena_take(s->arena, p->units, sizeof *d->names);
  for (size_t r = 0; r < d->table.rows && name != NOT_FOUND; r++) {
    const char *text = table_cell(&d->table, r, name);
    if (text[0] != '\0') { /* of several periods the last one in the file says how it is called */
      d->names[p->places[r] % p->units] = utf8_plain(s->arena, text);
    }
  }
  for (size_t u = 0; u < p->units; u++) {
    d->names[u] = d->names[u] != NULL ? d->names[u] : utf8_plain(s->arena, p->codes[u]);
  }
  inno_status status = p->named ? inno_dataset_create_panel(NULL, (int64_t)p->units, p->codes, (int64_t)p->periods,
                                                            p->values, &d->set, s->error)
                                : inno_dataset_create(NULL, (int64_t)p->units, p->codes, &d->set, s->error);
  return status == INNO_OK || fail_library(s, data_place(d, "unit", inno_error_unit(s->error)));
}

double *data_numbers(const struct session *s, const struct data *d, size_t column) {
  const struct panel *p = &d->panel;
  double *x = arena_take(s->arena, p->units * p->periods, sizeof *x);
  for (size_t k = 0; k < p->units * p->periods; k++) {
    x[k] = NAN;
  }
  for (size_t r = 0; r < d->table.rows; r++) {
    const char *text = table_cell(&d->table, r, column);
    if (!number_is_missing(text) &&
        !number_read(s, table_place(&d->table, r, column), text, s->decimal_comma, &x[p->places[r]])) {
      return NULL;
    }
  }
  return x;
}

static bool take_values(const struct session *s, struct data *d, size_t column) {
  const double *x = data_numbers(s, d, column);
  if (x == NULL) {
    return false;
  }
  if (inno_dataset_add_column(d->set, d->table.headers[column], x, sizeof *x, s->error) != INNO_OK) {
    return fail_library(s, data_place(d, d->table.headers[column], inno_error_unit(s->error)));
  }
  return true;
}

/* Any other column may serve as a grouping under its own name; one that cannot (too long, say) is only metadata. */
static bool take_group(const struct session *s, struct data *d, size_t column) {
  const char *header = d->table.headers[column];
  bool declared = strncmp(header, "group:", 6) == 0;
  if (!declared && s->regroups) {
    return true;
  }
  size_t count = d->panel.units * d->panel.periods;
  const char **labels = arena_take(s->arena, count, sizeof *labels);
  for (size_t k = 0; k < count; k++) { /* where a unit has no row, it is taken to stay in its group */
    labels[k] = table_cell(&d->table, d->panel.nearest[k], column);
    labels[k] = number_is_missing(labels[k]) ? NULL : labels[k];
  }
  inno_status status = inno_dataset_add_group(d->set, declared ? header + 6 : header, labels, s->error);
  return status == INNO_OK || !declared || fail_library(s, table_header_place(&d->table, column));
}

static bool take_column(const struct session *s, struct data *d, const struct framework *f, size_t column) {
  const char *header = d->table.headers[column];
  if (strcmp(header, "unit") == 0 || strcmp(header, "name") == 0 || strcmp(header, "period") == 0) {
    return true;
  }
  bool audited = d->development != NULL && strcmp(header, d->development) == 0;
  return audited || is_value(f, header) ? take_values(s, d, column) : take_group(s, d, column);
}

/* Said here, with the name of the file, rather than by the library later. */
static bool check_complete(const struct session *s, const struct data *d, const struct framework *f) {
  static const char *const own[] = {"unit", "name", "period"};
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
    if (is_value(f, own[i])) {
      return fail(s, framework_place(f, own[i]), "\"%s\" has a meaning of its own in the data, so no indicator and no denominator can have this name",
                  "\"%s\" có ý nghĩa riêng trong tệp số liệu nên không thể là tên của chỉ tiêu hay mẫu số", own[i]);
    }
  }
  for (int64_t j = 0; j < inno_indicator_set_indicator_count(f->set); j++) {
    const char *code = inno_indicator_set_code(f->set, j);
    if (table_column(&d->table, code) == NOT_FOUND && !s->may_lack) {
      return fail(s, (struct place){d->file, d->table.header_line, NULL}, "there is no column for indicator '%s' (%s line %zu).%s",
                  "không có cột cho chỉ tiêu '%s' (%s dòng %zu).%s", code, f->table.file, framework_place(f, code).line,
                  did_you_mean(s, code, d->table.headers, d->table.columns));
    }
  }
  return true;
}

bool data_read(const struct session *s, const char *file, const struct framework *f, const char *development,
               struct data *d) {
  memset(d, 0, sizeof *d);
  d->file = file;
  d->development = development;
  if (!table_read(s, file, &d->table)) {
    return false;
  }
  if (table_column(&d->table, "unit") == NOT_FOUND) {
    return fail(s, (struct place){file, d->table.header_line, NULL}, "the header has no column 'unit'",
                "dòng tiêu đề không có cột 'unit'");
  }
  if (!take_units(s, d) || !check_complete(s, d, f)) {
    return false;
  }
  for (size_t c = 0; c < d->table.columns; c++) {
    if (!take_column(s, d, f, c)) {
      return false;
    }
  }
  return true;
}

void data_close(struct data *d) { inno_dataset_destroy(d->set); }

/* The row of a unit; of several there is none to name. */
static size_t only_row(const struct panel *p, const char *unit) {
  size_t u = unit[0] != '\0' && p->units_by_code.count > 0 ? lookup_find(&p->units_by_code, unit) : NOT_FOUND;
  size_t found = NOT_FOUND;
  for (size_t k = 0; u != NOT_FOUND && k < p->periods; k++) {
    size_t row = p->rows[k * p->units + u];
    if (row != NOT_FOUND && found != NOT_FOUND) {
      return NOT_FOUND;
    }
    found = row != NOT_FOUND ? row : found;
  }
  return found;
}

struct place data_place(const struct data *d, const char *column, const char *unit) {
  size_t c = column[0] != '\0' ? table_column(&d->table, column) : NOT_FOUND, r = only_row(&d->panel, unit);
  struct place place = {d->file, 0, NULL};
  if (r != NOT_FOUND) {
    place.line = table_place(&d->table, r, c != NOT_FOUND ? c : 0).line;
  }
  if (c != NOT_FOUND) { /* of a whole column: where its name stands */
    place.line = r != NOT_FOUND ? place.line : d->table.header_line;
    place.column = d->table.headers[c];
  }
  return place;
}
