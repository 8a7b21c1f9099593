/* --explain: how one unit came to its score, number by number. */
#ifndef SCOREBOARD_EXPLAIN_H
#define SCOREBOARD_EXPLAIN_H

#include <stdio.h>

#include "board.h"

struct explain {
  const struct board *board;
  inno_analysis *tables;
  int64_t unit, period;
  int64_t *record_of;  /* of each node, in the table of nodes; -1 = it lies beside the one that [explain] node names */
  int64_t *first_step; /* of each indicator, in the table of steps; its steps stand together */
};

/* unit: a code or a name. false after a message; explain_close() is needed all the same. */
bool explain_make(const struct board *b, const char *unit, struct explain *out);
void explain_close(struct explain *e);

/* On the terminal, from the index down. */
void explain_print(const struct explain *e);

/* The part of report.html. */
void explain_report(const struct explain *e, FILE *out);

/* The tables as CSV; explain_table_name() lists the names of their files, NULL behind the last. */
const char *explain_table_name(int32_t index, int32_t *kind);
void explain_write_table(const struct explain *e, FILE *out, int32_t kind);

/* ---- what both outputs say ---- */

double explain_number(const struct explain *e, int32_t kind, int64_t record, int32_t field);
double explain_node(const struct explain *e, int64_t node, int32_t field); /* of the table of nodes */
/* A parameter of the rule that a step has for a node (-1 = the step as a whole); NaN = the rule does not read it. */
double explain_parameter(const struct explain *e, int32_t step, int64_t node, int32_t key);

/* Name and INNO_TYPE_ of a key, as in METHOD.ini; "" = none. */
const char *explain_key_name(int32_t key, int32_t *type);

/* A number of the chain, to six digits; a dash when missing. */
const char *explain_digits(const struct explain *e, double value);
const char *explain_score(const struct explain *e, double value); /* as many decimals as scores have */

/* One line of an indicator's way: what was done, and the arithmetic. */
struct explain_line {
  const char *what, *how;
};
enum { EXPLAIN_LINES = 2 * INNO_LIMIT_STEPS + 2 };
int64_t explain_lines(const struct explain *e, int64_t indicator, struct explain_line *lines);

/* "Rank 3 of 63, 54.21 points", the period, and what screening says of the unit. */
const char *explain_head(const struct explain *e);
/* How an aggregate is made of its children. */
const char *explain_rule(const struct explain *e, int64_t aggregate);
/* The nodes that are traced, in the order of the outline; returns how many. The first is the root. */
int64_t explain_outline(const struct explain *e, int64_t *nodes);
/* The children of an aggregate, in the order of the outline; returns how many. */
int64_t explain_children(const struct explain *e, int64_t aggregate, int64_t *children);

#endif
