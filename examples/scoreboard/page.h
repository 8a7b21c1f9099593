/* report.html: one self-contained page. */
#ifndef SCOREBOARD_PAGE_H
#define SCOREBOARD_PAGE_H

#include <stdio.h>

#include "board.h"

bool page_write(const struct board *b, FILE *out);

/* For parts of the page that are written elsewhere. */
void put_text(FILE *out, const char *text);             /* escaped */
void put_number(FILE *out, double value, int decimals); /* a dash when missing */
int64_t page_rows(const struct board *b);               /* units that a table shows, in the order of the ranking */
void put_heading(const struct board *b, FILE *out, const char *heading, const char *explanation);

#endif
