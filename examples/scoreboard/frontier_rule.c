#include "frontier_rule.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

static struct place at_line(const struct frontier_rule *r, size_t line) { return (struct place){r->file, line, NULL}; }

/* ---- the node ---- */

static size_t index_row(const struct framework *f) {
  size_t row = 0;
  while (f->nodes[row].parent_row != NOT_FOUND) {
    row++;
  }
  return row;
}

static bool find_node(const struct session *s, const struct framework *f, struct frontier_rule *r) {
  const char *code = r->section->code;
  r->node = code != NULL ? lookup_find(&f->codes, code) : index_row(f);
  if (r->node == NOT_FOUND) {
    return fail(s, at_line(r, r->section->line), "the framework has no node '%s'.%s", "khung không có nút '%s'.%s",
                utf8_shown(s->arena, code), did_you_mean(s, code, f->codes.codes, f->codes.count));
  }
  r->children = arena_take(s->arena, f->count, sizeof *r->children);
  for (size_t row = 0; row < f->count; row++) {
    if (f->nodes[row].parent_row == r->node) {
      r->children[r->child_count++] = row;
    }
  }
  return r->child_count > 0 ||
         fail(s, at_line(r, r->section->line), "'%s' is an indicator; a frontier needs a node with children",
              "'%s' là chỉ tiêu; đường biên cần một nút có nút con", f->nodes[r->node].code);
}

static const char **child_codes(const struct session *s, const struct framework *f, const struct frontier_rule *r) {
  const char **codes = arena_take(s->arena, r->child_count, sizeof *codes);
  for (size_t k = 0; k < r->child_count; k++) {
    codes[k] = f->nodes[r->children[k]].code;
  }
  return codes;
}

static bool find_child(const struct session *s, const struct framework *f, const struct frontier_rule *r, size_t line,
                       const char *code, int64_t *out) {
  const char **codes = child_codes(s, f, r);
  for (size_t k = 0; k < r->child_count; k++) {
    if (strcmp(codes[k], code) == 0) {
      *out = (int64_t)k;
      return true;
    }
  }
  return fail(s, at_line(r, line), "'%s' is not a child of '%s'; its children are %s.%s",
              "'%s' không phải nút con của '%s'; các nút con là %s.%s", utf8_shown(s->arena, code),
              f->nodes[r->node].code, catalog_join(s, codes, r->child_count),
              did_you_mean(s, code, codes, r->child_count));
}

/* ---- the keys ---- */

struct key {
  int32_t number, type, per_indicator;
  const char *name;
};

static bool find_key(const struct session *s, const struct frontier_rule *r, size_t line, const char *name,
                     struct key *out) {
  int32_t count = inno_frontier_key_count();
  const char **names = arena_take(s->arena, (size_t)count + 2, sizeof *names);
  for (int32_t i = 0; i < count; i++) {
    inno_frontier_key_info(i, &out->number, &out->name, &out->type, &out->per_indicator);
    if (strcmp(out->name, name) == 0) {
      return true;
    }
    names[i] = out->name;
  }
  names[count] = "order";
  names[count + 1] = "ratio";
  return fail(s, at_line(r, line), "[frontier] has no key '%s'; its keys are %s.%s",
              "[frontier] không có khóa '%s'; các khóa là %s.%s", utf8_shown(s->arena, name),
              catalog_join(s, names, (size_t)count + 2), did_you_mean(s, name, names, (size_t)count + 2));
}

static bool find_choice(const struct session *s, const struct frontier_rule *r, size_t line, const struct key *key,
                        const char *value, int32_t *out) {
  const char **names = NULL, *name = NULL;
  size_t count = 0;
  for (; inno_frontier_choice_info(key->number, (int32_t)count, out, &name) == INNO_OK; count++) {
    if (strcmp(name, value) == 0) {
      return true;
    }
    names = arena_grow(s->arena, names, count + 1, sizeof *names);
    names[count] = name;
  }
  return fail(s, at_line(r, line), "%s has no choice '%s'; expected one of %s.%s",
              "%s không có lựa chọn '%s'; cần một trong %s.%s", key->name, utf8_shown(s->arena, value),
              catalog_join(s, names, count), did_you_mean(s, value, names, count));
}

static bool set_key(const struct session *s, struct frontier_rule *r, const struct ini_entry *entry, int64_t indicator,
                    const struct key *key) {
  struct place place = at_line(r, entry->line);
  double value = 0.0;
  int32_t choice = 0;
  if (key->type == INNO_TYPE_CHOICE) {
    return find_choice(s, r, entry->line, key, entry->value, &choice) &&
           (inno_frontier_options_set_i64(r->options, indicator, key->number, choice, s->error) == INNO_OK ||
            fail_library(s, place));
  }
  if (!number_read(s, place, entry->value, false, &value)) {
    return false;
  }
  if (key->type == INNO_TYPE_I64 && (floor(value) < value || fabs(value) > 1e15)) {
    return fail(s, place, "%s = %s is not a whole number of at most 15 digits",
                "%s = %s không phải số nguyên tối đa 15 chữ số", key->name, utf8_shown(s->arena, entry->value));
  }
  inno_status status = key->type == INNO_TYPE_I64
                           ? inno_frontier_options_set_i64(r->options, indicator, key->number, (int64_t)value, s->error)
                           : inno_frontier_options_set_f64(r->options, indicator, key->number, value, s->error);
  return status == INNO_OK || fail_library(s, place);
}

/* key = value for all children, key.CODE = value for one; a code may hold dots, a key has none. */
static bool apply_key(const struct session *s, const struct framework *f, struct frontier_rule *r,
                      const struct ini_entry *entry) {
  const char *dot = strchr(entry->key, '.');
  size_t length = dot != NULL ? (size_t)(dot - entry->key) : strlen(entry->key);
  struct key key = {0};
  int64_t indicator = -1;
  if (!find_key(s, r, entry->line, arena_text(s->arena, entry->key, length), &key) ||
      (dot != NULL && !find_child(s, f, r, entry->line, dot + 1, &indicator))) {
    return false;
  }
  if (dot != NULL && !key.per_indicator) {
    return fail(s, at_line(r, entry->line), "%s holds for the whole frontier; write it without a child",
                "%s áp dụng cho cả đường biên; hãy ghi khóa này không kèm nút con", key.name);
  }
  if (key.number != INNO_KEY_FRONTIER_RULE && !inno_frontier_rule_uses(r->number, key.number)) {
    return fail(s, at_line(r, entry->line), "the rule %s does not read %s; remove it or choose another rule",
                "quy tắc %s không dùng %s; hãy bỏ hoặc chọn quy tắc khác", r->name, key.name);
  }
  if (key.number == INNO_KEY_FRONTIER_BENCHMARK) {
    r->benchmark = entry->value;
    r->benchmark_line = entry->line;
    return true;
  }
  return set_key(s, r, entry, indicator, &key);
}

/* ---- restrictions between children ---- */

/* order = A, B, C: the share of each is at least that of the next. */
static bool apply_order(const struct session *s, const struct framework *f, struct frontier_rule *r,
                        const struct ini_entry *entry) {
  const char **items;
  size_t count;
  int64_t before = 0, child = 0;
  if (!ini_list(s, at_line(r, entry->line), entry->list, &items, &count)) {
    return false;
  }
  if (count < 2) {
    return fail(s, at_line(r, entry->line), "order needs two children or more: order = A, B, C",
                "order cần ít nhất hai nút con: order = A, B, C");
  }
  for (size_t i = 0; i < count; i++, before = child) {
    if (!find_child(s, f, r, entry->line, items[i], &child)) {
      return false;
    }
    if (i > 0 && inno_frontier_options_add_order(r->options, before, child, s->error) != INNO_OK) {
      return fail_library(s, at_line(r, entry->line));
    }
  }
  return true;
}

/* ratio = A, B, lower, upper, C, D, lower, none: bounds on the multiplier of A over that of B, and so on. */
static bool apply_ratio(const struct session *s, const struct framework *f, struct frontier_rule *r,
                        const struct ini_entry *entry) {
  struct place place = at_line(r, entry->line);
  const char **items;
  size_t count;
  if (!ini_list(s, place, entry->list, &items, &count)) {
    return false;
  }
  if (count % 4 != 0) {
    return fail(s, place, "ratio is a list of fours: child, child, lower bound, upper bound or none",
                "ratio là danh sách từng bộ bốn: nút con, nút con, cận dưới, cận trên hoặc none");
  }
  for (size_t i = 0; i < count; i += 4) {
    int64_t first = 0, second = 0;
    double lower = 0.0, upper = INFINITY;
    if (!find_child(s, f, r, entry->line, items[i], &first) ||
        !find_child(s, f, r, entry->line, items[i + 1], &second) ||
        !number_read(s, place, items[i + 2], false, &lower) ||
        (strcmp(items[i + 3], "none") != 0 && !number_read(s, place, items[i + 3], false, &upper))) {
      return false;
    }
    if (inno_frontier_options_add_ratio(r->options, first, second, lower, upper, s->error) != INNO_OK) {
      return fail_library(s, place);
    }
  }
  return true;
}

/* ---- the section ---- */

/* The rule first, wherever it stands: what else may be said depends on it. */
static bool choose_rule(const struct session *s, struct frontier_rule *r) {
  struct key key = {.number = INNO_KEY_FRONTIER_RULE, .type = INNO_TYPE_CHOICE, .name = "rule"};
  double fallback = NAN;
  inno_frontier_key_bounds(key.number, NULL, NULL, &fallback);
  r->number = (int32_t)fallback;
  for (size_t e = 0; e < r->section->entry_count; e++) {
    const struct ini_entry *entry = &r->section->entries[e];
    if (strcmp(entry->key, "rule") == 0 && !find_choice(s, r, entry->line, &key, entry->value, &r->number)) {
      return false;
    }
  }
  int32_t number = 0;
  for (int32_t i = 0; number != r->number; i++) {
    inno_frontier_choice_info(key.number, i, &number, &r->name);
  }
  return true;
}

static bool apply_entries(const struct session *s, const struct framework *f, struct frontier_rule *r) {
  for (size_t e = 0; e < r->section->entry_count; e++) {
    const struct ini_entry *entry = &r->section->entries[e];
    bool ok = strcmp(entry->key, "order") == 0   ? apply_order(s, f, r, entry)
              : strcmp(entry->key, "ratio") == 0 ? apply_ratio(s, f, r, entry)
                                                 : apply_key(s, f, r, entry);
    if (!ok) {
      return false;
    }
  }
  return true;
}

bool frontier_rule_read(const struct session *s, const char *file, const struct ini_section *section,
                        const struct framework *f, struct frontier_rule **list, size_t *count) {
  struct frontier_rule r = {.section = section, .file = file};
  if (section->level > 0 || section->occurrence > 1) {
    return fail(s, at_line(&r, section->line),
                "[frontier] takes no level and no number; write [frontier:NODE] for a node",
                "[frontier] không kèm cấp hay số thứ tự; hãy ghi [frontier:NÚT] cho một nút");
  }
  if (!find_node(s, f, &r)) {
    return false;
  }
  for (size_t i = 0; i < *count; i++) {
    if ((*list)[i].node == r.node) {
      return fail(s, at_line(&r, section->line), "'%s' already has a frontier, from line %zu; keep one of the two",
                  "'%s' đã có đường biên ở dòng %zu; hãy giữ một trong hai", f->nodes[r.node].code,
                  (*list)[i].section->line);
    }
  }
  if (!choose_rule(s, &r)) {
    return false;
  }
  if (inno_frontier_options_create(NULL, &r.options, s->error) != INNO_OK) {
    return fail_library(s, at_line(&r, section->line));
  }
  *list = arena_grow(s->arena, *list, *count + 1, sizeof **list);
  (*list)[*count] = r;
  return apply_entries(s, f, &(*list)[(*count)++]);
}

void frontier_rules_close(struct frontier_rule *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    inno_frontier_options_destroy(list[i].options);
  }
}
