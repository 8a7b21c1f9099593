/* A scheme's settings. Values are kept as they were set; the method asks for what holds at a node. */
#ifndef INNO_CONSTRUCT_SCHEME_H
#define INNO_CONSTRUCT_SCHEME_H

#include <stdint.h>

#include "base/memory.h"
#include "base/names.h"
#include "construct/keys.h"
#include "innoscore/scheme.h"

typedef struct {
  int32_t key;
  int32_t level;   /* 0 = not for a level */
  int64_t code;    /* in codes; -1 = for every node */
  int64_t next;    /* next setting of the same code (or of no code), -1 = last */
  double number;   /* F64, I64 and CHOICE */
  int64_t text;    /* TEXT and CHAIN: in texts; -1 */
} inno__setting;

struct inno_scheme {
  inno_allocator allocator;
  const inno__step_entry *entry;
  inno__setting *settings;
  int64_t count, capacity;
  inno__names *codes;  /* node (or unit) codes that have settings */
  int64_t *heads;      /* first setting of each code */
  int64_t head_capacity;
  int64_t general;     /* first setting without a code, -1 = none */
  inno__names *texts;
};

inno_status inno__scheme_create(const inno_allocator *allocator, int32_t step, inno_scheme **out, inno_error *error);
void inno__scheme_destroy(inno_scheme *scheme);
inno_status inno__scheme_copy(const inno_scheme *from, const inno_allocator *allocator, inno_scheme **out);

/* Setters: all checks included; a second setting of the same key and scope replaces the first. code NULL = general; level 0 = none. */
inno_status inno__scheme_set_number(inno_scheme *s, const char *code, int32_t level, const inno__key *key, double value,
                                    inno_error *error);
inno_status inno__scheme_set_text(inno_scheme *s, const char *code, int32_t level, const inno__key *key,
                                  const char *value, inno_error *error);

/* The setting that holds: of the code, else of the level, else general; NULL = unset (the caller takes the key's default). used: count
 * bytes or NULL; every setting of this key that could hold here (also one that a nearer one hides) gets 1. */
const inno__setting *inno__scheme_resolve(const inno_scheme *s, const char *code, int32_t level, int32_t key,
                                          unsigned char *used);

/* Parses a CHAIN: rules receives at most INNO_LIMIT_CHAIN choices; returns their count, or -1 with *bad_start, *bad_length of the name
 * that is none (an empty chain and "none" beside others are errors too). */
int32_t inno__chain_parse(const inno__key *key, const char *text, int32_t *rules, const char **bad, int64_t *bad_length);

#endif
