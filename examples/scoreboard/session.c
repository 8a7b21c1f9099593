#include "session.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

const char *pick(const struct session *session, const char *english, const char *vietnamese) {
  return session->language == INNO_LANGUAGE_VI ? vietnamese : english;
}

static void print_place(const struct session *session, struct place place) {
  if (place.file == NULL) {
    fputs("scoreboard: ", stderr);
    return;
  }
  fprintf(stderr, "%s:", place.file);
  if (place.line > 0) {
    fprintf(stderr, "%zu:", place.line);
  }
  fputc(' ', stderr);
  if (place.column != NULL) {
    fprintf(stderr, "%s \"%s\": ", pick(session, "column", "cột"), utf8_shown(session->arena, place.column));
  }
}

bool fail(const struct session *session, struct place place, const char *english, const char *vietnamese, ...) {
  va_list list;
  va_start(list, vietnamese);
  const char *sentence = arena_print_list(session->arena, pick(session, english, vietnamese), list);
  va_end(list);
  print_place(session, place);
  fprintf(stderr, "%s\n", utf8_plain(session->arena, sentence)); /* a file's text in it must not steer the terminal */
  return false;
}

bool fail_library(const struct session *session, struct place place) {
  const char *sentence = inno_error_message(session->error);
  if (sentence[0] == '\0') { /* a call that failed without a sentence still has a status */
    sentence = inno_status_text(inno_error_status(session->error), session->language);
  }
  return fail(session, place, "%s", "%s", sentence);
}

/* Edit distance in bytes, cut off at a small limit: names are short and only near ones matter. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  enum { LONGEST = 64 };
  size_t row[LONGEST + 1];
  if (a_length > LONGEST || b_length > LONGEST) {
    return LONGEST;
  }
  for (size_t j = 0; j <= b_length; j++) {
    row[j] = j;
  }
  for (size_t i = 1; i <= a_length; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b_length; j++) {
      size_t above = row[j], best = diagonal + (a[i - 1] != b[j - 1]);
      best = above + 1 < best ? above + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      diagonal = above;
      row[j] = best;
    }
  }
  return row[b_length];
}

const char *did_you_mean(const struct session *session, const char *name, const char *const *candidates, size_t count) {
  size_t length = strlen(name), best = length > 1 ? 1 + length / 3 : 0; /* any letter is near any other */
  const char *nearest = NULL;
  for (size_t i = 0; i < count; i++) {
    size_t d = distance(name, length, candidates[i], strlen(candidates[i]));
    if (d <= best && (nearest == NULL || d < best)) {
      best = d;
      nearest = candidates[i];
    }
  }
  if (nearest == NULL) {
    return "";
  }
  return arena_print(session->arena, pick(session, " Did you mean \"%s\"?", " Có phải bạn muốn viết \"%s\"?"),
                     utf8_shown(session->arena, nearest));
}
