/* The canonical form of a method: every choice, nothing else, numbers exact. It is what the fingerprint hashes, so its
 * wording is part of the promise: a change of it is a change of every fingerprint. */
#include <string.h>

#include "base/text.h"
#include "construct/compile.h"

typedef struct {
  const inno_method *method;
  inno__sink sink;
  void *context;
} emitter;

static void put(const emitter *e, const char *text) { e->sink(e->context, text, strlen(text)); }

static void put_integer(const emitter *e, int64_t value) {
  char buffer[32];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_int(&t, value);
  put(e, buffer);
}

static void put_number(const emitter *e, double value) {
  char buffer[40];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_hexfloat(&t, value);
  put(e, buffer);
}

static void put_nodes(const emitter *e) {
  const inno__tree *t = e->method->tree;
  for (int64_t j = 0; j < t->count; j++) {
    put(e, "node\t");
    put(e, inno__names_at(t->codes, j));
    put(e, "\tparent\t");
    put(e, t->parent[j] >= 0 ? inno__names_at(t->codes, t->parent[j]) : "");
    put(e, "\tdirection\t");
    put_integer(e, t->direction[j]);
    if (inno__weight_is_chosen(e->method, j)) {
      put(e, "\tweight\t");
      put_number(e, t->weight[j]);
    }
    if (t->denominator[j] >= 0) {
      put(e, "\tdenominator\t");
      put(e, inno__names_at(t->denominators, t->denominator[j]));
      put(e, "\tscale\t");
      put_number(e, t->scale[j]);
    }
    put(e, "\n");
  }
}

static void put_chain(const emitter *e, const inno__key *key, const inno__treat_rule *rule) {
  for (int32_t i = 0; i < rule->rule_count; i++) {
    if (i > 0) put(e, ",");
    for (int32_t c = 0; c < key->choice_count; c++)
      if (key->choices[c].number == rule->rules[i]) put(e, key->choices[c].name);
  }
}

static int64_t integer_at(const inno__binding *b, const char *at) {
  if (b->storage == INNO__AS_I32) return *(const int32_t *)(const void *)at;
  return *(const int64_t *)(const void *)at; /* a text */
}

static void put_value(const emitter *e, const inno__step *step, const inno__binding *b, const void *rule) {
  const inno__key *key = inno__key_find(b->key);
  const char *at = (const char *)rule + b->offset;
  put(e, "\t");
  put(e, key->name);
  put(e, "=");
  if (b->storage == INNO__AS_CHAIN) {
    put_chain(e, key, rule);
  } else if (b->storage == INNO__AS_TEXT) {
    put(e, inno__names_at(step->texts, integer_at(b, at)));
  } else if (b->storage == INNO__AS_LIST) {
    const inno__list *list = (const inno__list *)(const void *)at;
    for (int64_t i = 0; i < list->count; i++) {
      if (i > 0) put(e, ",");
      put_number(e, list->values[i]);
    }
  } else if (b->storage == INNO__AS_F64) {
    double value;
    memcpy(&value, at, sizeof value);
    put_number(e, value);
  } else if (key->type == INNO_TYPE_CHOICE) {
    for (int32_t c = 0; c < key->choice_count; c++)
      if (key->choices[c].number == integer_at(b, at)) put(e, key->choices[c].name);
  } else {
    put_integer(e, integer_at(b, at));
  }
}

static void put_rule(const emitter *e, const inno__step *step, int64_t i) {
  int32_t count = 0;
  const inno__binding *b = inno__bindings(step->kind, &count);
  const void *rule = (const char *)step->rules.any + (size_t)i * step->rule_size;
  int64_t first = inno__step_of_aggregates(step->kind) ? e->method->tree->indicators : 0;
  put(e, step->kind == INNO_STEP_SCREEN ? "*" : inno__names_at(e->method->tree->codes, first + i));
  put_value(e, step, &b[0], rule);
  for (int32_t k = 1; k < count; k++)
    if (inno__rule_reads(step->kind, rule, b[k].key) && !inno__is_silent(&b[k], (const char *)rule + b[k].offset))
      put_value(e, step, &b[k], rule);
  put(e, "\n");
}

/* What nodes were told as children; unset is not said. */
static void put_own(const emitter *e, const inno__step *step) {
  int32_t count = 0;
  const inno__binding *b = inno__own_bindings(&count);
  for (int64_t node = 0; node < step->own_count; node++)
    for (int32_t k = 0; k < count; k++) {
      const inno__key *key = inno__key_find(b[k].key);
      double value;
      memcpy(&value, (const char *)&step->own[node] + b[k].offset, sizeof value);
      if (value != value || value == key->fallback) continue;
      put(e, "child\t");
      put(e, inno__names_at(e->method->tree->codes, node));
      put(e, "\t");
      put(e, key->name);
      put(e, "=");
      put_number(e, value);
      put(e, "\n");
    }
}

/* Forced units in byte order, so that the order in which they were set does not show. */
static void put_forced(const emitter *e, const inno__step *step) {
  const char *last = NULL;
  for (int64_t done = 0; done < step->forced_count; done++) {
    int64_t next = inno__step_next_forced(step, last);
    last = inno__names_at(step->texts, next);
    put(e, "unit\t");
    put(e, last);
    put(e, step->forced[next] == INNO_FORCE_INCLUDE ? "\tforce=include\n" : "\tforce=exclude\n");
  }
}

static int weighs(const inno_method *m) {
  for (int64_t a = 0; a < m->tree->count - m->tree->indicators; a++)
    if (inno__method_weighting(m, a) != NULL) return 1;
  return 0;
}

void inno__method_canonical(const inno_method *m, inno__sink sink, void *context) {
  const emitter e = {m, sink, context};
  put(&e, "innoscore method 1\n");
  put_nodes(&e);
  for (int32_t k = 0; k < m->step_count; k++) {
    const inno__step *step = &m->steps[k];
    if (step->kind == INNO_STEP_RANK) continue; /* a method without it ranks by the default: said below for both */
    if (step->kind == INNO_STEP_WEIGH && !weighs(m)) continue; /* all given is the same as no such step */
    put(&e, "step\t");
    put(&e, inno__step_find(step->kind)->name);
    put(&e, "\n");
    for (int64_t i = 0; i < step->rule_count; i++) put_rule(&e, step, i);
    put_own(&e, step);
    put_forced(&e, step);
  }
  put(&e, "ranking\tties=");
  put_integer(&e, m->ties);
  put(&e, "\n");
}
