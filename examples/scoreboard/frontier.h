/* Frontiers of the finished scores: computed beside the index, which they do not change. */
#ifndef SCOREBOARD_FRONTIER_H
#define SCOREBOARD_FRONTIER_H

#include <stdio.h>

#include "board.h"

/* Computes every frontier of the method, of each period by itself. false after a message. */
bool frontiers_make(struct board *b);

bool frontiers_write(const struct board *b, FILE *out);  /* frontier.csv */
void frontiers_report(const struct board *b, FILE *out); /* their part of report.html */
const char *frontiers_summary(const struct board *b);    /* for the terminal; NULL when the method has none */

#endif
