/* The folder of results: written beside its place and moved there when it is whole. */
#ifndef SCOREBOARD_FILES_H
#define SCOREBOARD_FILES_H

#include <stdio.h>

#include "board.h"

/* false after a message; then the folder is as it was. */
bool files_write(const struct board *b, const char *folder);

/* One CSV field, quoted where it has to be. */
void put_field(FILE *out, const char *text);

#endif
