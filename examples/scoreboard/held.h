/* Frames in files: the constants of one run, for another year or other units. */
#ifndef SCOREBOARD_HELD_H
#define SCOREBOARD_HELD_H

#include <stdbool.h>

#include "board.h"

/* file NULL: none, and true. false after a message. *out is to be destroyed. */
bool held_read(const struct session *session, const char *file, inno_frames **out);

/* The frames of the board's result beside the file's place; held_move() puts them there. false after a message. file is
 * none of the inputs. */
bool held_prepare(const struct board *b, const char *file, const char *const *inputs, size_t input_count);
bool held_move(const struct board *b, const char *file);
void held_abandon(const struct board *b, const char *file);

#endif
