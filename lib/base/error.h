/* Reporting a failure: status, node, unit and one sentence in the language of the error object. */
#ifndef INNO_BASE_ERROR_H
#define INNO_BASE_ERROR_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#include "innoscore/error.h"

enum {
#define INNO__MESSAGE(id, en, vi) INNO__MSG_##id,
#include "base/messages.def"
#undef INNO__MESSAGE
  INNO__MSG_COUNT
};

/* What a sentence speaks of; what is not set is printed as "?". */
typedef struct {
  const char *node, *unit, *what;
  const char *given, *list; /* what the caller wrote, what would have been right */
  double value, value2, number;
  int figures;                /* above 0: value and value2 as inno__text_figure() writes them, with so many digits */
  const char *shown, *shown2; /* written in place of value and value2; NULL = the numbers are */
  int64_t count;
} inno__where;

struct inno_error {
  inno_allocator allocator;
  int32_t language;
  inno_status status;
  char message[512];
  char node[128];
  char unit[128];
};

void inno__error_clear(inno_error *error);

/* Writes the sentence of a message. */
void inno__sentence(inno__text *t, int32_t message, int32_t language, const inno__where *where);

void inno__report(inno_error *error, inno_status status, int32_t message, const inno__where *where);

/* Says of what an error that is there speaks: a message whose {list} is the sentence. Status, node and unit stay. */
void inno__error_within(inno_error *error, int32_t message);

/* Reports and returns the status, so that a failure is one line. error and where may be NULL. Never allocates. */
static inline inno_status inno__fail(inno_error *error, inno_status status, int32_t message, const inno__where *where) {
  inno__report(error, status, message, where);
  return status;
}

/* The failure of every allocation. */
static inline inno_status inno__no_memory(inno_error *error) {
  return inno__fail(error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
}

/* Template of a message: the sentence itself where it has no placeholders. */
const char *inno__message_template(int32_t message, int32_t language);

/* Static; INNO_E_UNKNOWN and its sentence for no status. */
const char *inno__status_name(inno_status status);
const char *inno__status_text(inno_status status, int32_t language);

#endif
