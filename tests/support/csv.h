/* A small CSV reader for reference tables: header row, quotes, an empty field is missing. For tests only. */
#ifndef TESTS_SUPPORT_CSV_H
#define TESTS_SUPPORT_CSV_H

typedef struct {
  int rows, columns; /* rows without the header */
  char *text;
  char **cells; /* header first */
} csv;

/* 0 = the file is not there. Ends the test program when it is broken. */
int csv_read(csv *t, const char *path);
void csv_free(csv *t);
int csv_column(const csv *t, const char *name); /* -1 = none */
int csv_row(const csv *t, int column, const char *text);
const char *csv_text(const csv *t, int row, int column);
double csv_number(const csv *t, int row, int column); /* empty, NA, NaN: NaN; TRUE 1, FALSE 0; Inf, -Inf */

#endif
