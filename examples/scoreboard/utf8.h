/* UTF-8: is it valid, how wide is it on a terminal, how is it shown in a message. */
#ifndef SCOREBOARD_UTF8_H
#define SCOREBOARD_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Reads one character; returns its bytes, or 0 when the bytes are not valid UTF-8 (overlong forms and surrogates are not). */
size_t utf8_next(const char *bytes, size_t length, uint32_t *character);
bool utf8_valid(const char *bytes, size_t length);
bool utf8_has_control(const char *text); /* valid UTF-8; C0, DEL and C1 are control characters */

/* Columns on a terminal: combining marks take none, East Asian wide characters two. text is valid UTF-8. */
size_t utf8_width(const char *text);

/* For a message: at most about 60 characters, control characters and invalid bytes replaced, so that a file cannot steer the terminal. */
char *utf8_shown(struct arena *arena, const char *text);

/* For a table or a page: on one line, control characters replaced; the text itself when there are none. */
const char *utf8_plain(struct arena *arena, const char *text);

#endif
