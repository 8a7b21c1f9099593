#include "panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

/* ---- units, numbered by their first rows ---- */

static bool check_codes(const struct session *s, const struct table *t, size_t column, const char **codes) {
  for (size_t r = 0; r < t->rows; r++) {
    codes[r] = table_cell(t, r, column);
    if (codes[r][0] == '\0') {
      return fail(s, table_place(t, r, column), "the unit has no code", "đơn vị không có mã");
    }
    if (strlen(codes[r]) > INNO_LIMIT_TEXT || utf8_has_control(codes[r])) {
      return fail(s, table_place(t, r, column), "expected a code of at most %d bytes without control characters",
                  "cần một mã dài tối đa %d byte, không có ký tự điều khiển", INNO_LIMIT_TEXT);
    }
  }
  return true;
}

/* places[r] becomes the unit of row r. Equal codes stand together in the lookup, the first row of each first. */
static void number_units(const struct session *s, const struct table *t, const char **codes, struct panel *p) {
  struct lookup all = lookup_build(s->arena, codes, t->rows);
  size_t *first = arena_take(s->arena, t->rows, sizeof *first);
  for (size_t i = 0; i < all.count; i++) {
    bool again = i > 0 && strcmp(codes[all.sorted[i - 1]], codes[all.sorted[i]]) == 0;
    first[all.sorted[i]] = again ? first[all.sorted[i - 1]] : all.sorted[i];
  }
  p->codes = arena_take(s->arena, t->rows, sizeof *p->codes);
  for (size_t r = 0; r < t->rows; r++) {
    if (first[r] == r) {
      p->codes[p->units] = codes[r];
      p->places[r] = p->units++;
    } else {
      p->places[r] = p->places[first[r]];
    }
  }
  p->units_by_code = lookup_build(s->arena, p->codes, p->units);
}

/* ---- periods ---- */

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* The shortest of the usual texts that is read back as the same number: 2023, 2023.25. */
static const char *period_text(const struct session *s, double value) {
  const char *text = "";
  for (int digits = 15; digits <= 17; digits++) {
    text = arena_print(s->arena, "%.*g", digits, value);
    if (!(strtod(text, NULL) < value || strtod(text, NULL) > value)) {
      break;
    }
  }
  return text;
}

static bool read_periods(const struct session *s, const struct table *t, size_t column, double *of_row,
                         struct panel *p) {
  for (size_t r = 0; r < t->rows; r++) {
    const char *text = table_cell(t, r, column);
    if (number_is_missing(text)) {
      return fail(s, table_place(t, r, column), "the row has no period; expected a number, for instance a year",
                  "dòng không có kỳ; cần một số, ví dụ năm");
    }
    if (!number_read(s, table_place(t, r, column), text, s->decimal_comma, &of_row[r])) {
      return false;
    }
  }
  p->values = arena_take(s->arena, t->rows, sizeof *p->values);
  memcpy(p->values, of_row, t->rows * sizeof *of_row);
  qsort(p->values, t->rows, sizeof *p->values, ascending);
  for (size_t r = 0; r < t->rows; r++) {
    if (p->periods == 0 || p->values[p->periods - 1] < p->values[r]) {
      p->values[p->periods++] = p->values[r];
    }
  }
  p->texts = arena_take(s->arena, p->periods, sizeof *p->texts);
  for (size_t k = 0; k < p->periods; k++) {
    p->texts[k] = period_text(s, p->values[k]);
  }
  return true;
}

static size_t find_value(const struct panel *p, double value) {
  const double *found = p->named ? bsearch(&value, p->values, p->periods, sizeof value, ascending) : NULL;
  return found != NULL ? (size_t)(found - p->values) : NOT_FOUND;
}

bool panel_find_period(const struct session *s, const struct panel *p, struct place place, const char *text,
                       size_t *out) {
  double value;
  if (number_is_missing(text)) {
    return fail(s, place, "the row has no period; expected a number, for instance a year",
                "dòng không có kỳ; cần một số, ví dụ năm");
  }
  if (!number_read(s, place, text, s->decimal_comma, &value)) {
    return false;
  }
  *out = find_value(p, value);
  return true;
}

static bool choose_shown(const struct session *s, const struct table *t, const char *wanted, struct panel *p) {
  p->shown = p->periods - 1;
  if (wanted == NULL) {
    return true;
  }
  if (!p->named) {
    return fail(s, (struct place){t->file, t->header_line, NULL}, "--period needs a column 'period', and there is none",
                "--period cần cột 'period', nhưng không có");
  }
  if (!panel_find_period(s, p, (struct place){0}, wanted, &p->shown)) {
    return false;
  }
  return p->shown != NOT_FOUND ||
         fail(s, (struct place){t->file, 0, NULL}, "no row has the period %s of --period; the periods are %s to %s",
              "không dòng nào có kỳ %s của --period; các kỳ là từ %s đến %s", utf8_shown(s->arena, wanted), p->texts[0],
              p->texts[p->periods - 1]);
}

/* ---- both ---- */

static bool fail_twice(const struct session *s, const struct table *t, const struct panel *p, size_t row,
                       size_t earlier) {
  size_t column = table_column(t, "unit"), line = table_place(t, earlier, column).line;
  const char *code = p->codes[p->places[row] % p->units];
  if (!p->named) {
    return fail(s, table_place(t, row, column), "unit '%s' is already in line %zu; every unit may appear once",
                "đơn vị '%s' đã có ở dòng %zu; mỗi đơn vị chỉ được xuất hiện một lần", code, line);
  }
  return fail(s, table_place(t, row, column),
              "unit '%s' is already in line %zu for period %s; every unit may appear once in a period",
              "đơn vị '%s' đã có ở dòng %zu cho kỳ %s; mỗi đơn vị chỉ được xuất hiện một lần trong một kỳ", code, line,
              p->texts[p->places[row] / p->units]);
}

static void find_nearest(const struct session *s, struct panel *p) {
  size_t count = p->units * p->periods;
  p->nearest = arena_take(s->arena, count, sizeof *p->nearest);
  for (size_t k = 0; k < count; k++) {
    bool earlier = p->rows[k] == NOT_FOUND && k >= p->units;
    p->nearest[k] = earlier ? p->nearest[k - p->units] : p->rows[k];
  }
  for (size_t k = count; k-- > 0;) {
    bool later = p->nearest[k] == NOT_FOUND && k + p->units < count;
    p->nearest[k] = later ? p->nearest[k + p->units] : p->nearest[k];
  }
}

static bool place_rows(const struct session *s, const struct table *t, const double *of_row, struct panel *p) {
  if (p->periods > INNO_LIMIT_UNITS / p->units) {
    return fail(s, (struct place){t->file, 0, NULL}, "%zu units in %zu periods are more than %d rows",
                "%zu đơn vị trong %zu kỳ là nhiều hơn %d dòng", p->units, p->periods, INNO_LIMIT_UNITS);
  }
  p->rows = arena_take(s->arena, p->units * p->periods, sizeof *p->rows);
  for (size_t k = 0; k < p->units * p->periods; k++) {
    p->rows[k] = NOT_FOUND;
  }
  for (size_t r = 0; r < t->rows; r++) {
    p->places[r] += p->named ? find_value(p, of_row[r]) * p->units : 0;
    size_t *row = &p->rows[p->places[r]];
    if (*row != NOT_FOUND) {
      return fail_twice(s, t, p, r, *row);
    }
    *row = r;
  }
  find_nearest(s, p);
  return true;
}

bool panel_read(const struct session *s, const struct table *t, const char *wanted, struct panel *out) {
  const char **codes = arena_take(s->arena, t->rows, sizeof *codes);
  double *of_row = arena_take(s->arena, t->rows, sizeof *of_row);
  size_t column = table_column(t, "period");
  *out = (struct panel){.named = column != NOT_FOUND};
  out->places = arena_take(s->arena, t->rows, sizeof *out->places);
  if (!check_codes(s, t, table_column(t, "unit"), codes)) {
    return false;
  }
  number_units(s, t, codes, out);
  if (!out->named) {
    out->periods = 1;
    out->values = arena_take(s->arena, 1, sizeof *out->values);
    out->texts = arena_take(s->arena, 1, sizeof *out->texts);
    out->values[0] = NAN;
    out->texts[0] = "";
  } else if (!read_periods(s, t, column, of_row, out)) {
    return false;
  }
  return place_rows(s, t, of_row, out) && choose_shown(s, t, wanted, out);
}

void panel_regroup(const struct session *s, struct panel *p, size_t units, const char **codes, size_t part_count,
                   const struct panel_part *parts) {
  size_t count = units * p->periods;
  size_t *rows = arena_take(s->arena, count, sizeof *rows), *nearest = arena_take(s->arena, count, sizeof *nearest);
  for (size_t k = 0; k < count; k++) {
    rows[k] = nearest[k] = NOT_FOUND;
  }
  for (size_t i = 0; i < part_count; i++) {
    for (size_t k = 0; k < p->periods; k++) {
      size_t to = k * units + parts[i].to, from = k * p->units + parts[i].from;
      rows[to] = rows[to] == NOT_FOUND ? p->rows[from] : rows[to];
      nearest[to] = nearest[to] == NOT_FOUND ? p->nearest[from] : nearest[to];
    }
  }
  p->rows = rows;
  p->nearest = nearest;
  p->units = units;
  p->codes = codes;
  p->units_by_code = (struct lookup){.count = 0}; /* no line of the file has a new unit */
}
