/* The folder of results: written beside its place and moved there when it is whole. */
#ifndef SCOREBOARD_FILES_H
#define SCOREBOARD_FILES_H

#include <stdio.h>

#include "board.h"

struct results {
  const char *path;      /* where they shall be */
  const char *temporary; /* where they are until then */
};

/* Writes everything beside the place of the folder. inputs: files (or NULL) that must not lie in the folder, because it will be replaced.
 * false after a message; then nothing is left behind. */
bool files_prepare(const struct board *b, const char *folder, const char *const *inputs, size_t input_count, struct results *out);

/* Moves the results into their place, or gives them up. false after a message; then the folder is as it was. */
bool files_move(const struct board *b, const struct results *results);
void files_abandon(const struct board *b, const struct results *results);

/* One CSV field, quoted where it has to be. */
void put_field(FILE *out, const char *text);

/* A comma and a number with every digit, or nothing where it is missing. */
void put_value(FILE *out, double value);

#endif
