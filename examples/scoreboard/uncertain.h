/* --uncertainty N: how sure is each rank, over N replicates of the assumptions of METHOD.ini. */
#ifndef SCOREBOARD_UNCERTAIN_H
#define SCOREBOARD_UNCERTAIN_H

#include <stdio.h>

#include "board.h"
#include "possible.h"

struct uncertain {
  const struct board *board;
  inno_uncertainty *compiled;
  inno_tally *tally;
  int64_t asked, done; /* replicates; done < asked after Ctrl-C, then they are 0 .. done - 1 */
  int64_t units, top;
  double confidence;
  int64_t *order; /* units by nominal rank, those without one last */
  /* Of each unit: */
  double *nominal, *mean, *sd, *mean_error, *best, *worst, *unranked;
  double *lower, *median, *upper;           /* ranks: (1 - confidence) / 2, 1/2, (1 + confidence) / 2 */
  double *in_top, *top_lower, *top_upper;   /* share in the first `top`, and its interval of 95 % */
  char digest[INNO_FINGERPRINT_BYTES];
  struct possible possible;
};

/* Runs the replicates on so many threads. held: the board has the frames of another run, which is refused. false after a
 * message; uncertain_close() is needed all the same. */
bool uncertain_make(const struct board *b, bool held, int64_t replicates, int32_t threads, struct uncertain *out);
void uncertain_close(struct uncertain *u);

/* The terminal: the first `shown` units, 0 = all. */
void uncertain_print(const struct uncertain *u, int64_t shown);

/* ---- for the page, the tables and the sensitivity ---- */

/* Method, data and assumptions, for replicates and for designs; held as above. false after a message that names the
 * section. */
bool uncertain_compile(const struct board *b, bool held, inno_uncertainty **out);
const char *uncertain_count(const struct session *s, int64_t number); /* "100,000" */

const char *uncertain_decimal(const struct session *s, const char *digits);   /* beside such numbers: "0,5" where "." parts thousands */

/* What came first in the order of words: "100,000 replicates, seed 1, ...". */
const char *uncertain_summary(const struct uncertain *u);
const char *uncertain_failures(const struct uncertain *u); /* lines; NULL = none failed */
const char *uncertain_widths(const struct uncertain *u);   /* of the intervals, and how exact the numbers are; two lines */
const char *uncertain_share(const struct uncertain *u, double p); /* "5 %" */

/* The tables as CSV; uncertain_table_name() lists the names of their files, NULL behind the last. */
enum uncertain_table { UNCERTAIN_UNITS, UNCERTAIN_RANKS, UNCERTAIN_PAIRS, UNCERTAIN_CENTRAL, UNCERTAIN_POSSIBLE, UNCERTAIN_RUN, UNCERTAIN_TABLES };
const char *uncertain_table_name(int table);
bool uncertain_has_table(const struct uncertain *u, int table);
bool uncertain_write_table(const struct uncertain *u, FILE *out, int table);

/* The part of report.html. */
void uncertain_report(const struct uncertain *u, FILE *out);

#endif
