#include "judgement.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "table.h"

/* What the section says; a value of NULL is not there. */
struct wish {
  const struct ini_entry *ahp, *ahp_rule, *ahp_limit, *budget, *budget_rule, *budget_total;
};

struct choice {
  const char *name;
  int32_t number;
};

static const struct choice ahp_rules[] = {
    {"eigenvector", INNO_AHP_EIGENVECTOR}, {"row_geometric", INNO_AHP_ROW_GEOMETRIC}, {"column_mean", INNO_AHP_COLUMN_MEAN}, {NULL, 0}};
static const struct choice budget_rules[] = {{"mean", INNO_BUDGET_MEAN}, {"median", INNO_BUDGET_MEDIAN}, {NULL, 0}};

static struct place at_line(const char *file, size_t line) { return (struct place){file, line, NULL}; }

static bool take_wish(const struct session *s, const char *file, const struct ini_section *section, struct wish *out) {
  const struct {
    const char *name;
    const struct ini_entry **place;
  } keys[] = {{"ahp", &out->ahp},       {"ahp_rule", &out->ahp_rule},       {"ahp_limit", &out->ahp_limit},
              {"budget", &out->budget}, {"budget_rule", &out->budget_rule}, {"budget_total", &out->budget_total}};
  *out = (struct wish){0};
  for (size_t e = 0; e < section->entry_count; e++) {
    size_t k = 0;
    while (k < sizeof keys / sizeof keys[0] && strcmp(keys[k].name, section->entries[e].key) != 0) {
      k++;
    }
    if (k == sizeof keys / sizeof keys[0]) {
      return fail(s, at_line(file, section->entries[e].line), "[weights:%s] has no key '%s'; its keys are ahp, ahp_rule, ahp_limit, budget, "
                  "budget_rule, budget_total", "[weights:%s] không có khóa '%s'; các khóa là ahp, ahp_rule, ahp_limit, budget, budget_rule, "
                  "budget_total", section->code, section->entries[e].key);
    }
    *keys[k].place = &section->entries[e];
  }
  bool ahp = out->ahp != NULL, budget = out->budget != NULL;
  bool idle = (!ahp && (out->ahp_rule != NULL || out->ahp_limit != NULL)) || (!budget && (out->budget_rule != NULL || out->budget_total != NULL));
  if (ahp == budget || idle) {
    return fail(s, at_line(file, section->line), "[weights:%s] needs ahp = FILE or budget = FILE, one of the two, and only its own keys",
                "[weights:%s] cần ahp = TỆP hoặc budget = TỆP, một trong hai, và chỉ các khóa của nó", section->code);
  }
  return true;
}

static bool take_rule(const struct session *s, const char *file, const struct ini_entry *entry, const struct choice *choices, int32_t *rule) {
  struct text list = {0};
  *rule = choices[0].number;
  for (size_t i = 0; entry != NULL && choices[i].name != NULL; i++) {
    if (strcmp(choices[i].name, entry->value) == 0) {
      *rule = choices[i].number;
      return true;
    }
    text_print(s->arena, &list, "%s%s", i > 0 ? ", " : "", choices[i].name);
  }
  return entry == NULL || fail(s, at_line(file, entry->line), "%s does not know '%s'; choose from: %s", "%s không có '%s'; hãy chọn trong: %s",
                               entry->key, entry->value, list.bytes);
}

static bool take_number(const struct session *s, const char *file, const struct ini_entry *entry, double usual, double *out) {
  *out = usual;
  return entry == NULL || number_read(s, at_line(file, entry->line), entry->value, false, out);
}

/* A number, or a fraction of two: 1/3. */
static bool read_judgement(const struct session *s, const struct table *t, size_t row, size_t column, double *out) {
  const char *text = table_cell(t, row, column), *over = strchr(text, '/');
  struct place place = table_place(t, row, column);
  double under = 1.0;
  if (over == NULL) {
    return number_read(s, place, text, s->decimal_comma, out);
  }
  if (!number_read(s, place, arena_text(s->arena, text, (size_t)(over - text)), s->decimal_comma, out) ||
      !number_read(s, place, over + 1, s->decimal_comma, &under)) {
    return false;
  }
  *out /= under;
  return true;
}

/* A cell that is empty is the reverse of its mirror image, so that one triangle is enough. */
static bool read_matrix(const struct session *s, const struct table *t, double *matrix) {
  size_t k = t->rows;
  for (size_t r = 0; r < k; r++) {
    for (size_t c = 0; c < k; c++) {
      bool empty = table_cell(t, r, c + 1)[0] == '\0', mirror_empty = table_cell(t, c, r + 1)[0] == '\0';
      double *cell = &matrix[r * k + c];
      if (r == c && empty) {
        *cell = 1.0;
      } else if (empty && mirror_empty) {
        return fail(s, table_place(t, r, c + 1), "this judgement and its reverse are both empty; give one", "đánh giá này và chiều ngược lại đều trống; hãy cho một");
      } else if (!read_judgement(s, t, empty ? c : r, empty ? r + 1 : c + 1, cell)) {
        return false;
      } else if (empty) {
        *cell = 1.0 / *cell;
      }
    }
  }
  return true;
}

static bool apply_ahp(const struct session *s, const char *file, const struct ini_section *section, const struct wish *w,
                      const struct framework *f, inno_weights *weights) {
  struct table t;
  int32_t rule;
  double limit;
  if (!take_rule(s, file, w->ahp_rule, ahp_rules, &rule) || !take_number(s, file, w->ahp_limit, 0.1, &limit) ||
      !table_read(s, file_beside(s, file, w->ahp->value), &t)) {
    return false;
  }
  size_t k = t.rows;
  if (t.columns != k + 1) {
    return fail(s, table_header_place(&t, 0), "a matrix of judgements has a row and a column for each child: %zu rows, %zu columns beside the first",
                "ma trận đánh giá có một hàng và một cột cho mỗi nút con: %zu hàng, %zu cột ngoài cột đầu", k, t.columns - 1);
  }
  for (size_t r = 0; r < k; r++) {
    if (strcmp(table_cell(&t, r, 0), t.headers[r + 1]) != 0) {
      return fail(s, table_place(&t, r, 0), "row %zu is '%s' but column %zu is '%s'; use one order", "hàng %zu là '%s' nhưng cột %zu là '%s'; hãy dùng một thứ tự",
                  r + 1, table_cell(&t, r, 0), r + 1, t.headers[r + 1]);
    }
  }
  double *matrix = arena_take(s->arena, k * k, sizeof *matrix);
  if (!read_matrix(s, &t, matrix)) {
    return false;
  }
  inno_status status = inno_weights_set_ahp(weights, f->set, section->code, t.headers + 1, (int64_t)k, matrix, (ptrdiff_t)(k * sizeof *matrix),
                                            sizeof *matrix, rule, limit, NULL, NULL, NULL, s->error);
  return status == INNO_OK || fail_library(s, at_line(t.file, 0));
}

static bool apply_budget(const struct session *s, const char *file, const struct ini_section *section, const struct wish *w,
                         const struct framework *f, inno_weights *weights) {
  struct table t;
  int32_t rule;
  double total;
  if (!take_rule(s, file, w->budget_rule, budget_rules, &rule) || !take_number(s, file, w->budget_total, 100.0, &total) ||
      !table_read(s, file_beside(s, file, w->budget->value), &t)) {
    return false;
  }
  size_t k = t.columns - 1;
  double *points = arena_take(s->arena, t.rows * k, sizeof *points);
  for (size_t r = 0; r < t.rows; r++) {
    for (size_t c = 0; c < k; c++) {
      if (!number_read(s, table_place(&t, r, c + 1), table_cell(&t, r, c + 1), s->decimal_comma, &points[r * k + c])) {
        return false;
      }
    }
  }
  inno_status status =
      inno_weights_set_budget(weights, f->set, section->code, t.headers + 1, (int64_t)k, points, (int64_t)t.rows, (ptrdiff_t)(k * sizeof *points),
                              sizeof *points, total, rule, s->error);
  return status == INNO_OK || fail_library(s, at_line(t.file, 0));
}

bool judgement_apply(const struct session *s, const char *method_file, const struct ini_section *section, const struct framework *f,
                     inno_weights *weights) {
  struct wish w;
  if (!take_wish(s, method_file, section, &w)) {
    return false;
  }
  if (lookup_find(&f->codes, section->code) == NOT_FOUND) {
    return fail(s, at_line(method_file, section->line), "there is no node '%s'", "không có nút '%s'", section->code);
  }
  if (w.ahp != NULL) {
    return apply_ahp(s, method_file, section, &w, f, weights);
  }
  return w.budget != NULL && apply_budget(s, method_file, section, &w, f, weights);
}
