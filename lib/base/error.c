#include "base/error.h"

#include <string.h>

#include "base/text.h"

const char *inno__message_template(int32_t message, int32_t language) {
  switch (message) {
#define INNO__MESSAGE(id, en, vi) \
  case INNO__MSG_##id:            \
    return language == INNO_LANGUAGE_VI ? vi : en;
#include "base/messages.def"
#undef INNO__MESSAGE
    default:
      return "";
  }
}

void inno__error_clear(inno_error *error) {
  if (error == NULL) return;
  error->status = INNO_OK;
  error->message[0] = error->node[0] = error->unit[0] = '\0';
}

/* Of a text inside a sentence, so that the cure behind it is never crowded out; a fingerprint is whole. */
enum { QUOTED = 64 };
enum { FIGURES = 6 }; /* of a number that nobody typed */

static void put_or_mark(inno__text *t, const char *s) {
  inno__text_quote(t, s != NULL && s[0] != '\0' ? s : "?", QUOTED);
}

static void put_value(inno__text *t, double value, const char *shown, int figures) {
  if (shown != NULL)
    inno__text_put(t, shown);
  else
    inno__text_figure(t, value, figures > 0 ? figures : FIGURES);
}

/* Writes the placeholder that begins at s; returns what follows it, or s when it is none. */
static const char *put_placeholder(inno__text *t, const char *s, const inno__where *w) {
  static const char *const names[] = {"{node}",  "{unit}",  "{what}", "{value}", "{value2}",
                                      "{count}", "{given}", "{list}", "{number}"};
  for (int i = 0; i < 9; i++) {
    size_t length = strlen(names[i]);
    if (strncmp(s, names[i], length) != 0) continue;
    if (i == 0) put_or_mark(t, w->node);
    if (i == 1) put_or_mark(t, w->unit);
    if (i == 2) put_or_mark(t, w->what);
    if (i == 3) put_value(t, w->value, w->shown, w->figures);
    if (i == 4) put_value(t, w->value2, w->shown2, w->figures);
    if (i == 5) inno__text_int(t, w->count);
    if (i == 6) put_or_mark(t, w->given);
    if (i == 7) inno__text_put(t, w->list != NULL ? w->list : "?"); /* ours, and the cure itself */
    if (i == 8) put_value(t, w->number, NULL, 0);
    return s + length;
  }
  return s;
}

void inno__sentence(inno__text *t, int32_t message, int32_t language, const inno__where *where) {
  for (const char *s = inno__message_template(message, language); *s != '\0';) {
    const char *next = *s == '{' ? put_placeholder(t, s, where) : s;
    if (next == s) {
      next = s + 1;
      while (*next != '\0' && *next != '{') next++;
      inno__text_put_n(t, s, (size_t)(next - s));
    }
    s = next;
  }
}

void inno__report(inno_error *error, inno_status status, int32_t message, const inno__where *where) {
  static const inno__where nowhere = {0};
  const inno__where *w = where != NULL ? where : &nowhere;
  if (error == NULL) return;
  inno__text t;
  inno__text_init(&t, error->node, sizeof error->node);
  if (w->node != NULL) inno__text_quote(&t, w->node, sizeof error->node - 4);
  inno__text_init(&t, error->unit, sizeof error->unit);
  if (w->unit != NULL) inno__text_quote(&t, w->unit, sizeof error->unit - 4);
  inno__text_init(&t, error->message, sizeof error->message);
  inno__sentence(&t, message, error->language, w);
  error->status = status;
}

void inno__error_within(inno_error *error, int32_t message) {
  char said[sizeof error->message];
  if (error == NULL) return;
  memcpy(said, error->message, sizeof said);
  inno__text t;
  inno__text_init(&t, error->message, sizeof error->message);
  inno__sentence(&t, message, error->language, &(inno__where){.list = said});
}
