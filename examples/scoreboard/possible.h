/* Best and worst rank that each unit can have while the weights under one node vary in the ranges of METHOD.ini: proved,
 * not sampled. A part of --uncertainty. */
#ifndef SCOREBOARD_POSSIBLE_H
#define SCOREBOARD_POSSIBLE_H

#include <stdio.h>

#include "board.h"

struct possible {
  const char *why_not; /* a sentence; NULL = there are ranks */
  const char *parent;  /* the node under which weights vary */
  int64_t units, open; /* ranks that are not proved: of two for each unit */
  bool stopped;        /* by Ctrl-C */
  double *best_lower, *best_upper, *worst_lower, *worst_upper; /* NaN = takes no part */
};

/* top: the node whose ranks are meant, period its position. false after a message. */
bool possible_make(const struct board *b, int64_t top, int64_t period, struct possible *out);

/* "3-7"; "3-7?" when one of them may still be nearer to the middle. */
const char *possible_cell(const struct session *s, const struct possible *p, int64_t unit);
const char *possible_words(const struct session *s, const struct possible *p); /* of what ranks these are, or why there are none */

void possible_write(const struct board *b, const struct possible *p, FILE *out); /* possible_ranks.csv */
void possible_report(const struct board *b, const struct possible *p, const int64_t *order, const double *nominal, FILE *out);

#endif
