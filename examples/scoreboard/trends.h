/* Growth of the raw values over the periods. */
#ifndef SCOREBOARD_TRENDS_H
#define SCOREBOARD_TRENDS_H

#include <stdio.h>

#include "board.h"

/* One line an indicator and unit. Needs at least two periods. false after a message. */
bool trends_write(const struct board *b, FILE *out);

#endif
