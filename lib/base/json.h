/* JSON (RFC 8259) in and out: a text becomes a flat list of nodes that point into it; what is written has no white
 * space and numbers in their shortest form. The caller writes names in ascending order and keeps them few: a reader
 * knows every name that an object may have. */
#ifndef INNO_BASE_JSON_H
#define INNO_BASE_JSON_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

/* ---- writing ---- */

typedef struct {
  inno__sink sink;
  void *context;
  int comma; /* the next value or name has something before it */
} inno__json_out;

void inno__json_open(inno__json_out *o, char bracket);  /* { or [ */
void inno__json_close(inno__json_out *o, char bracket); /* } or ] */
void inno__json_name(inno__json_out *o, const char *name);
void inno__json_put_text(inno__json_out *o, const char *text);
void inno__json_put_named_text(inno__json_out *o, const char *name, const char *text);
void inno__json_put_number(inno__json_out *o, double value); /* null when it is not finite */
void inno__json_put_integer(inno__json_out *o, int64_t value);
void inno__json_put_boolean(inno__json_out *o, int value);

/* ---- reading ---- */

typedef enum {
  INNO__JSON_NULL,
  INNO__JSON_FALSE,
  INNO__JSON_TRUE,
  INNO__JSON_NUMBER,
  INNO__JSON_TEXT,
  INNO__JSON_LIST,
  INNO__JSON_OBJECT
} inno__json_kind;

/* In the order of the text: the first element of a list is the node behind it, and the members of an object are a text,
 * its name, and the node behind that. */
typedef struct {
  inno__json_kind kind;
  size_t at, length; /* in the text; of a text without its quotes */
  int64_t next;      /* the node behind it and all that it holds */
  int64_t size;      /* elements, members */
} inno__json_node;

typedef struct {
  inno_allocator allocator;
  const char *text;
  size_t length;
  inno__json_node *nodes;
  int64_t count;
} inno__json;

/* Deepest nesting that is read. */
enum { INNO__JSON_DEPTH = 32 };

/* Reads the whole text. Fails with INNO_E_JSON (line and column), INNO_E_NOMEM; then there is nothing to free. */
inno_status inno__json_parse(const inno_allocator *a, const char *text, size_t length, inno__json *out,
                             inno_error *error);
void inno__json_free(inno__json *j);

/* A failure at a node: INNO_E_JSON with line ({count}) and column ({value}); what and given as the message says. */
inno_status inno__json_fail(const inno__json *j, int64_t node, int32_t message, const char *what, const char *given,
                            inno_error *error);

/* Values of an object's members, in the order of names, -1 = not there. A name that is not in the list or that is there
 * twice is refused. needed: the first so many names must be there. */
inno_status inno__json_members(const inno__json *j, int64_t object, const char *const *names, int32_t count,
                               int32_t needed, int64_t *values, inno_error *error);

/* Each refuses another type; what: the name that the sentence says. */
inno_status inno__json_list(const inno__json *j, int64_t node, const char *what, inno_error *error);
inno_status inno__json_object(const inno__json *j, int64_t node, const char *what, inno_error *error);
inno_status inno__json_number(const inno__json *j, int64_t node, const char *what, double *out, inno_error *error);
/* Without escapes; 1 to INNO_LIMIT_TEXT bytes of UTF-8 without control characters. */
enum { INNO__JSON_TEXT_BYTES = 1001 };
inno_status inno__json_text(const inno__json *j, int64_t node, const char *what, char *out, inno_error *error);

#endif
