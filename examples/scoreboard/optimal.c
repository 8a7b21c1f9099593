#include "optimal.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

enum { USUAL_LIMIT = 10000, MOST_EVALUATIONS = 1000000000 };

static const char target_prefix[] = "target:";

static struct place at_line(const struct optimal *o, size_t line) { return (struct place){o->file, line, NULL}; }

static int32_t aim_of(const char *rule) {
  return strcmp(rule, "balance") == 0 ? INNO_OPTIMAL_BALANCE : strcmp(rule, "infomax") == 0 ? INNO_OPTIMAL_INFOMAX : 0;
}

static bool is_target(const char *key) { return strncmp(key, target_prefix, sizeof target_prefix - 1) == 0; }

bool optimal_is_rule(const char *rule) { return aim_of(rule) != 0; }

bool optimal_is_key(const char *key) {
  return strcmp(key, "level") == 0 || strcmp(key, "evaluations") == 0 || is_target(key);
}

static bool take_whole(const struct session *s, const struct optimal *o, const struct ini_entry *entry, double most,
                       double *out) {
  if (!number_read(s, at_line(o, entry->line), entry->value, false, out)) {
    return false;
  }
  return (*out >= 1.0 && *out <= most && !(floor(*out) < *out)) ||
         fail(s, at_line(o, entry->line), "%s is a whole number from 1 to %.0f, not %s",
              "%s là số nguyên từ 1 đến %.0f, không phải %s", entry->key, most, entry->value);
}

static bool take_target(const struct session *s, struct optimal *o, const struct ini_entry *entry) {
  size_t k = o->target_count++;
  if (o->aim == INNO_OPTIMAL_INFOMAX) {
    return fail(s, at_line(o, entry->line),
                "rule = infomax has no targets, so '%s' has no effect; choose rule = balance",
                "rule = infomax không có mục tiêu nên '%s' không có tác dụng; hãy chọn rule = balance", entry->key);
  }
  o->codes = arena_grow(s->arena, o->codes, o->target_count, sizeof *o->codes);
  o->targets = arena_grow(s->arena, o->targets, o->target_count, sizeof *o->targets);
  o->lines = arena_grow(s->arena, o->lines, o->target_count, sizeof *o->lines);
  o->codes[k] = entry->key + sizeof target_prefix - 1;
  o->lines[k] = entry->line;
  return number_read(s, at_line(o, entry->line), entry->value, false, &o->targets[k]);
}

static bool take_entry(const struct session *s, struct optimal *o, const struct ini_entry *entry, int32_t top) {
  double number = 0.0;
  if (strcmp(entry->key, "level") == 0) {
    bool ok = take_whole(s, o, entry, (double)top - 1.0, &number);
    o->level = ok ? (int32_t)number : 0;
    o->level_line = entry->line;
    return ok;
  }
  if (strcmp(entry->key, "evaluations") == 0) {
    bool ok = take_whole(s, o, entry, MOST_EVALUATIONS, &number);
    o->limit = ok ? (int64_t)number : 0;
    return ok;
  }
  return !is_target(entry->key) || take_target(s, o, entry);
}

bool optimal_read(const struct session *s, const char *file, const struct ini_section *section,
                  const struct framework *f, struct optimal *o) {
  *o = (struct optimal){.file = file, .line = section->line, .limit = USUAL_LIMIT};
  for (size_t e = 0; e < section->entry_count; e++) {
    if (strcmp(section->entries[e].key, "rule") == 0) {
      o->rule = section->entries[e].value;
      o->aim = aim_of(o->rule);
      o->line = section->entries[e].line;
    }
  }
  int32_t top = inno_indicator_set_level(f->set, inno_indicator_set_node_count(f->set) - 1);
  for (size_t e = 0; o->aim != 0 && e < section->entry_count; e++) {
    if (!take_entry(s, o, &section->entries[e], top)) {
      return false;
    }
  }
  return o->aim == 0 || o->level > 0 ||
         fail(s, at_line(o, o->line), "rule = %s needs level = L: 1 = indicators, ... %d = below the index",
              "rule = %s cần level = L: 1 = chỉ tiêu, ... %d = ngay dưới chỉ số", o->rule, (int)top - 1);
}

/* The target that the library names; else the level, which chose the nodes. */
static struct place fault_place(const struct session *s, const struct optimal *o) {
  const char *node = inno_error_node(s->error);
  for (size_t k = 0; k < o->target_count; k++) {
    if (strcmp(o->codes[k], node) == 0) {
      return at_line(o, o->lines[k]);
    }
  }
  return at_line(o, o->level_line);
}

bool optimal_search(const struct session *s, struct optimal *o, const inno_method *method, const inno_dataset *data,
                    inno_weights **out) {
  inno_status status =
      inno_weights_create_optimal(NULL, method, data, o->level, o->aim, o->codes, o->targets, (int64_t)o->target_count,
                                  o->limit, out, &o->first, &o->last, &o->evaluations, &o->converged, s->error);
  return status == INNO_OK || fail_library(s, fault_place(s, o));
}

const char *optimal_text(const struct session *s, const struct optimal *o) {
  if (o->aim == 0) {
    return NULL;
  }
  const char *what = o->aim == INNO_OPTIMAL_BALANCE
                         ? pick(s, "mean square of the shares' distance from their targets",
                                "bình phương trung bình của khoảng cách giữa tỷ trọng và mục tiêu")
                         : pick(s, "sum of correlations", "tổng các tương quan");
  const char *end = o->converged ? pick(s, "converged", "đã hội tụ")
                                 : pick(s, "NOT converged, the limit of evaluations ended the search",
                                        "CHƯA hội tụ, phép tìm dừng vì hết số lần tính");
  return arena_print(s->arena,
                     pick(s, "Weights of level %d by %s: %s; %lld evaluations; %s %.10g (before: %.10g)\n",
                          "Trọng số cấp %d theo %s: %s; %lld lần tính; %s %.10g (trước đó: %.10g)\n"),
                     (int)o->level, o->rule, end, (long long)o->evaluations, what, o->last, o->first);
}
