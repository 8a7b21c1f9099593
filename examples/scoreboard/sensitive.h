/* --sensitivity N: which assumption moves the ranks, by variance-based indices over a design of N base points. */
#ifndef SCOREBOARD_SENSITIVE_H
#define SCOREBOARD_SENSITIVE_H

#include <stdio.h>

#include "board.h"

struct sensitive {
  const struct board *board;
  inno_uncertainty *compiled;
  inno_design *design;
  int64_t groups;        /* one an assumption */
  int64_t asked, used;   /* base points; those with every run: fewer after Ctrl-C or failures */
  int64_t failed;        /* runs */
  bool constant;         /* no run moves a rank: there is nothing to explain */
  bool stopped, none;    /* by Ctrl-C; before two base points were done */
  double mean, variance; /* of the output: the mean absolute rank shift */
  const char **names;    /* of the groups; with the number of their inputs */
  int64_t *inputs;
  double *first, *first_lower, *first_upper; /* indices with their intervals of 95 % */
  double *total, *total_lower, *total_upper;
};

/* false after a message; sensitive_close() is needed all the same. held as of uncertain_compile(). */
bool sensitive_make(const struct board *b, bool held, int64_t base_points, int32_t threads, struct sensitive *out);
void sensitive_close(struct sensitive *v);

void sensitive_print(const struct sensitive *v);
void sensitive_write(const struct sensitive *v, FILE *out); /* sensitivity.csv */
void sensitive_report(const struct sensitive *v, FILE *out);

#endif
