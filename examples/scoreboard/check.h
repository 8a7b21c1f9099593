/* --check: what a unit should look at in its figures before it submits them, and what its gaps cost. */
#ifndef SCOREBOARD_CHECK_H
#define SCOREBOARD_CHECK_H

#include "audit.h"

struct check {
  struct audit found; /* findings are read, ordered, printed and written as those of an audit */
  struct data before; /* of --previous */
  const char *unit;   /* the one that is checked; NULL = all */
};

/* unit: a code or a name, "" = all. previous: file with the figures of the year before; NULL = the period before, where
 * the data have periods. held: as in audit_make(). false after a message; check_close() is needed all the same. */
bool check_make(const struct board *b, bool held, const char *unit, const char *previous, struct check *out);
void check_close(struct check *c);

/* Findings and gaps, on the terminal. */
void check_print(const struct check *c);

/* check.csv and gaps.csv */
bool check_write(const struct board *b, FILE *out);
bool check_write_gaps(const struct board *b, FILE *out);

#endif
