/* report.html: one self-contained page. */
#ifndef SCOREBOARD_PAGE_H
#define SCOREBOARD_PAGE_H

#include <stdio.h>

#include "board.h"

bool page_write(const struct board *b, FILE *out);

#endif
