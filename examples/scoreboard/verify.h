/* --verify: a published table against the result, and against itself: what agrees, under which rounding, what does not
 * and by how much. The decisions are the library's. */
#ifndef SCOREBOARD_VERIFY_H
#define SCOREBOARD_VERIFY_H

#include <stdio.h>

#include "board.h"
#include "table.h"

/* A column of the published table that says something of a node. */
struct verify_column {
  const char *header;
  size_t column;
  int64_t node;
  bool ranks;
};

/* What the table says of one period. */
struct verify_period {
  int64_t period;
  const size_t *rows; /* of the table: unit k of the publication is in rows[k] */
  size_t row_count;
  inno_publication *printed;
  inno_analysis *verified, *implied; /* implied NULL = too many units to ask */
};

struct verify {
  const struct board *board;
  struct table table;
  struct verify_column *columns;
  size_t column_count;
  struct verify_period *periods;
  size_t period_count;
  struct text text;      /* what to print */
  int64_t disagreements; /* published values that are wrong, by the data or by the table itself */
};

/* Units beyond which the weights that a table implies are not asked for: linear programs over all of them. */
enum { VERIFY_MOST_IMPLIED = 2000 };

/* Reads and compares; prints nothing. false after a message (bad file); verify_close() is needed all the same. */
bool verify_make(const struct board *b, const char *file, struct verify *out);
void verify_close(struct verify *v);

/* ---- for the parts below ---- */

/* A field of every record of a table, and how many there are. */
double *verify_values(const struct verify *v, const inno_analysis *a, int32_t kind, int32_t field);
const char *verify_sentence(const struct verify *v, const inno_analysis *a, int64_t finding);

/* How often each rounding gives the printed scores of a column, over all periods. */
struct verify_count {
  int64_t compared, agreed, half_up, half_even, truncated;
};
struct verify_count verify_count_of(const struct verify *v, const struct verify_column *c);
const char *verify_rounding_words(const struct verify *v, const struct verify_count *count); /* NULL = nothing agrees */

/* What is to be said of a finding beside the lists of single differences: everything else. */
bool verify_is_listed(const inno_analysis *a, int64_t finding);

/* The text for the terminal. verify_print.c */
void verify_write_text(struct verify *v);

/* The tables as CSV, verify_NAME.csv; verify_table_name() gives NULL behind the last. verify_tables.c */
const char *verify_table_name(int32_t index, int32_t *kind);
bool verify_has_table(const struct verify *v, int32_t kind);
void verify_write_table(const struct verify *v, FILE *out, int32_t kind);

/* The part of report.html. page_verify.c */
void verify_report(const struct verify *v, FILE *out);

#endif
