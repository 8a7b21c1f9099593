/* A method as JSON. What it says of a node is complete: reading needs no default, so that a later default changes no
 * method that was written before. */
#include <string.h>

#include "base/json.h"
#include "construct/compile.h"
#include "construct/json.h"

enum { KEYS = 64 };

typedef struct {
  inno__json_out out;
  const inno_method *method;
  const inno__step *step;
  const inno__binding *bindings[KEYS]; /* of the step, by name */
  int32_t count;
} writer;

/* ---- nodes ---- */

static void put_node(writer *w, int64_t j) {
  const inno__tree *t = w->method->tree;
  inno__json_out *o = &w->out;
  inno__json_open(o, '{');
  inno__json_put_named_text(o, "code", inno__names_at(t->codes, j));
  if (t->denominator[j] >= 0)
    inno__json_put_named_text(o, "denominator", inno__names_at(t->denominators, t->denominator[j]));
  inno__json_name(o, "direction");
  inno__json_put_integer(o, t->direction[j]);
  if (t->parent[j] >= 0) inno__json_put_named_text(o, "parent", inno__names_at(t->codes, t->parent[j]));
  if (t->denominator[j] >= 0) {
    inno__json_name(o, "scale");
    inno__json_put_number(o, t->scale[j]);
  }
  if (inno__weight_is_chosen(w->method, j)) {
    inno__json_name(o, "weight");
    inno__json_put_number(o, t->weight[j]);
  }
  inno__json_close(o, '}');
}

/* ---- settings ---- */

static const char *name_of(const inno__binding *b) { return inno__key_find(b->key)->name; }

static void sort_bindings(writer *w) {
  int32_t count = 0;
  const inno__binding *all = inno__bindings(w->step->kind, &count);
  w->count = count;
  for (int32_t i = 0; i < count; i++) {
    int32_t at = i;
    for (; at > 0 && strcmp(name_of(w->bindings[at - 1]), name_of(&all[i])) > 0; at--)
      w->bindings[at] = w->bindings[at - 1];
    w->bindings[at] = &all[i];
  }
}

static const char *rule_at(const writer *w, int64_t i) {
  return (const char *)w->step->rules.any + (size_t)i * w->step->rule_size;
}

static int of_nodes(const writer *w) { return w->step->kind != INNO_STEP_SCREEN && w->step->kind != INNO_STEP_RANK; }

/* 1 = it is said for each node, 0 = for the whole step. */
static int is_own(const writer *w, const inno__binding *b) {
  return of_nodes(w) && (inno__key_find(b->key)->scopes & INNO_SCOPE_NODE) != 0;
}

/* 1 = the rule reads it and it has a value that is said. */
static int is_there(const writer *w, const char *rule, const inno__binding *b) {
  int32_t first = 0;
  double value = 0.0;
  if (b != inno__bindings(w->step->kind, &first) && !inno__rule_reads(w->step->kind, rule, b->key)) return 0;
  if (b->storage == INNO__AS_F64) memcpy(&value, rule + b->offset, sizeof value);
  return value - value == 0.0 && !inno__is_silent(b, rule + b->offset);
}

static void put_list(inno__json_out *o, const inno__list *list) {
  inno__json_open(o, '[');
  for (int64_t i = 0; i < list->count; i++) inno__json_put_number(o, list->values[i]);
  inno__json_close(o, ']');
}

static void put_value(writer *w, const char *rule, const inno__binding *b) {
  const inno__key *key = inno__key_find(b->key);
  const void *at = rule + b->offset;
  const inno__treat_rule *chain = (const void *)rule;
  double value;
  inno__json_name(&w->out, key->name);
  switch (b->storage) {
    case INNO__AS_F64:
      memcpy(&value, at, sizeof value);
      inno__json_put_number(&w->out, value);
      break;
    case INNO__AS_I32:
      if (key->type == INNO_TYPE_CHOICE)
        inno__json_put_text(&w->out, inno__choice_name(b->key, *(const int32_t *)at));
      else
        inno__json_put_integer(&w->out, *(const int32_t *)at);
      break;
    case INNO__AS_TEXT:
      inno__json_put_text(&w->out, inno__names_at(w->step->texts, *(const int64_t *)at));
      break;
    case INNO__AS_LIST:
      put_list(&w->out, at);
      break;
    default:
      inno__json_open(&w->out, '[');
      for (int32_t i = 0; i < chain->rule_count; i++)
        inno__json_put_text(&w->out, inno__choice_name(b->key, chain->rules[i]));
      inno__json_close(&w->out, ']');
  }
}

static void put_settings(writer *w, const char *rule, int own) {
  inno__json_name(&w->out, "settings");
  inno__json_open(&w->out, '{');
  for (int32_t k = 0; k < w->count; k++)
    if (is_own(w, w->bindings[k]) == own && is_there(w, rule, w->bindings[k])) put_value(w, rule, w->bindings[k]);
  inno__json_close(&w->out, '}');
}

/* ---- one step ---- */

static int same_value(const inno__binding *b, const char *p, const char *q) {
  const inno__list *l = (const inno__list *)(const void *)(p + b->offset), *m = (const void *)(q + b->offset);
  const inno__treat_rule *c = (const void *)p, *d = (const void *)q;
  if (b->storage == INNO__AS_LIST)
    return l->count == m->count && (l->count == 0 || memcmp(l->values, m->values, (size_t)l->count * 8) == 0);
  if (b->storage == INNO__AS_CHAIN)
    return c->rule_count == d->rule_count && memcmp(c->rules, d->rules, (size_t)c->rule_count * sizeof *c->rules) == 0;
  return memcmp(p + b->offset, q + b->offset, b->storage == INNO__AS_I32 ? 4 : 8) == 0;
}

static int same_settings(const writer *w, const char *p, const char *q) {
  for (int32_t k = 0; k < w->count; k++) {
    const inno__binding *b = w->bindings[k];
    if (!is_own(w, b)) continue;
    int there = is_there(w, p, b);
    if (there != is_there(w, q, b) || (there && !same_value(b, p, q))) return 0;
  }
  return 1;
}

/* Neighbours with equal settings share them. */
static void put_rules(writer *w) {
  const inno__tree *t = w->method->tree;
  int64_t first = inno__step_of_aggregates(w->step->kind) ? t->indicators : 0;
  inno__json_name(&w->out, "rules");
  inno__json_open(&w->out, '[');
  for (int64_t i = 0, end = 0; i < w->step->rule_count; i = end) {
    inno__json_open(&w->out, '{');
    inno__json_name(&w->out, "nodes");
    inno__json_open(&w->out, '[');
    for (end = i; end < w->step->rule_count && same_settings(w, rule_at(w, i), rule_at(w, end)); end++)
      inno__json_put_text(&w->out, inno__names_at(t->codes, first + end));
    inno__json_close(&w->out, ']');
    put_settings(w, rule_at(w, i), 1);
    inno__json_close(&w->out, '}');
  }
  inno__json_close(&w->out, ']');
}

/* What is said once for the step: by the first rule that reads it. */
static void put_common(writer *w) {
  int any = 0;
  for (int32_t k = 0; k < w->count; k++) {
    const inno__binding *b = w->bindings[k];
    if (is_own(w, b)) continue;
    int64_t i = 0;
    while (i < w->step->rule_count && !is_there(w, rule_at(w, i), b)) i++;
    if (i == w->step->rule_count) continue;
    if (!any++) {
      inno__json_name(&w->out, "settings");
      inno__json_open(&w->out, '{');
    }
    put_value(w, rule_at(w, i), b);
  }
  if (any) inno__json_close(&w->out, '}');
}

/* A node as child of its parent; 0 = nothing was said of it. */
static int put_child(writer *w, int64_t node, int dry) {
  int32_t count = 0, any = 0;
  const inno__binding *b = inno__own_bindings(&count);
  for (int32_t k = 0; k < count; k++) {
    double value;
    memcpy(&value, (const char *)&w->step->own[node] + b[k].offset, sizeof value);
    if (value != value || value == inno__key_find(b[k].key)->fallback) continue;
    any = 1;
    if (dry) continue;
    inno__json_name(&w->out, name_of(&b[k]));
    inno__json_put_number(&w->out, value);
  }
  return any;
}

static void open_item(writer *w, const char *code) {
  inno__json_open(&w->out, '{');
  inno__json_put_named_text(&w->out, "code", code);
  inno__json_name(&w->out, "settings");
  inno__json_open(&w->out, '{');
}

static void close_item(writer *w) {
  inno__json_close(&w->out, '}');
  inno__json_close(&w->out, '}');
}

static void put_children(writer *w) {
  int any = 0;
  for (int64_t node = 0; node < w->step->own_count; node++) {
    if (!put_child(w, node, 1)) continue;
    if (!any++) {
      inno__json_name(&w->out, "children");
      inno__json_open(&w->out, '[');
    }
    open_item(w, inno__names_at(w->method->tree->codes, node));
    put_child(w, node, 0);
    close_item(w);
  }
  if (any) inno__json_close(&w->out, ']');
}

/* Forced units in byte order, as in the canonical form. */
static void put_units(writer *w) {
  const char *last = NULL;
  if (w->step->forced_count == 0) return;
  inno__json_name(&w->out, "units");
  inno__json_open(&w->out, '[');
  for (int64_t done = 0; done < w->step->forced_count; done++) {
    int64_t next = inno__step_next_forced(w->step, last);
    last = inno__names_at(w->step->texts, next);
    open_item(w, last);
    inno__json_put_named_text(&w->out, "force", inno__choice_name(INNO_KEY_SCREEN_FORCE, w->step->forced[next]));
    close_item(w);
  }
  inno__json_close(&w->out, ']');
}

static void put_step(writer *w, const inno__step *step) {
  w->step = step;
  sort_bindings(w);
  inno__json_open(&w->out, '{');
  put_children(w);
  if (of_nodes(w)) put_rules(w);
  put_common(w);
  inno__json_put_named_text(&w->out, "step", inno__step_find(step->kind)->name);
  put_units(w);
  inno__json_close(&w->out, '}');
}

void inno__method_write_json(const inno_method *m, inno__sink sink, void *context) {
  writer w = {.out = {sink, context, 0}, .method = m};
  char hex[INNO_FINGERPRINT_BYTES];
  inno__method_fingerprint(m, hex);
  inno__json_open(&w.out, '{');
  inno__json_put_named_text(&w.out, "fingerprint", hex);
  inno__json_put_named_text(&w.out, "format", INNO__JSON_METHOD);
  inno__json_name(&w.out, "nodes");
  inno__json_open(&w.out, '[');
  for (int64_t j = 0; j < m->tree->count; j++) put_node(&w, j);
  inno__json_close(&w.out, ']');
  inno__json_name(&w.out, "steps");
  inno__json_open(&w.out, '[');
  for (int32_t k = 0; k < m->step_count; k++) put_step(&w, &m->steps[k]);
  inno__json_close(&w.out, ']');
  inno__json_close(&w.out, '}');
}
