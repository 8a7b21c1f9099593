/* Searches of the method (iterations, linear programs, orders) that stopped without proof of their result. */
#ifndef SCOREBOARD_SEARCHES_H
#define SCOREBOARD_SEARCHES_H

#include "board.h"

/* One line for each, as plain text, at most so many and then how many more there are; NULL when all are proved. */
const char *searches_unproved(const struct board *b);

#endif
