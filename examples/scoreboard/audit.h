/* --audit: what the library finds when it looks at the index as an auditor does. */
#ifndef SCOREBOARD_AUDIT_H
#define SCOREBOARD_AUDIT_H

#include <stdio.h>

#include "board.h"

enum { TO_KNOW = 1, TO_LOOK_AT = 2, TO_MEND = 3 }; /* what a finding asks for, as the library numbers it */

struct audit {
  const struct board *board;
  inno_analysis *tables;
  int64_t period;         /* the one that is audited; 0 where there is one only */
  int64_t count, *order;  /* findings, the gravest first, each kind in the order of the library */
  int64_t by_severity[4]; /* how many of each */
};

/* held: the board has the frames of another run, which an audit refuses. false after a message; audit_close() is needed
 * all the same. */
bool audit_make(const struct board *b, bool held, struct audit *out);
void audit_close(struct audit *a);

/* The column of the data that [audit] development names; NULL = none. */
const char *audit_development(const struct session *s, const struct plan *p);

/* Findings and pillars, on the terminal. */
void audit_print(const struct audit *a);

/* ---- for what else finds something ---- */

/* An analysis that computes the index anew does so in the frame of the data. false after a message. */
bool audit_frames_suit(const struct board *b, bool held, const char *option);
void audit_order(struct audit *a); /* fills what board and tables say of the findings */
void audit_print_findings(const struct audit *a);

/* ---- for the page and the tables ---- */

/* A field of every record of a table; audit_count() of them. */
int64_t audit_count(const struct audit *a, int32_t kind);
double *audit_column(const struct audit *a, int32_t kind, int32_t field);

const char *audit_sentence(const struct audit *a, int64_t finding);
int32_t audit_severity(const struct audit *a, int64_t finding);
const char *audit_severity_words(const struct session *s, int32_t severity);
const char *audit_period(const struct audit *a); /* "" where there is one only */

/* What the audit says of a node beside its siblings; NaN where it says nothing. */
struct audit_line {
  double alpha, adequacy, first_share, correlation, share, effective, importance, shift;
};
struct audit_line audit_line_of(const struct audit *a, int64_t node);

/* The tables as CSV; audit_table_name() lists the names of their files, NULL behind the last. */
const char *audit_table_name(int32_t index, int32_t *kind);
void audit_write_table(const struct audit *a, FILE *out, int32_t kind);

/* The part of report.html. */
void audit_report(const struct audit *a, FILE *out);

#endif
