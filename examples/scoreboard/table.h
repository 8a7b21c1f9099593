/* A CSV file as a table of texts that know their lines. */
#ifndef SCOREBOARD_TABLE_H
#define SCOREBOARD_TABLE_H

#include "session.h"

enum { TABLE_FIELD_LIMIT = 1 << 20 }; /* bytes in one field; a longer one is a file that is not what it says */

struct table {
  const char *file;
  size_t columns, rows; /* the header line is not counted as a row */
  const char **headers; /* unique, not empty */
  const char **cells;   /* rows x columns, not NULL, NUL-terminated valid UTF-8 */
  size_t *lines;        /* of each cell: where it starts; a quoted field may go on over several */
  size_t header_line;
};

/* Reads a file strictly: one header line, every row with as many fields, valid UTF-8 (a BOM is allowed). Rows in which every field is
 * empty, as spreadsheets leave at the end, are left out. false after a message. */
bool table_read(const struct session *session, const char *file, struct table *out);

size_t table_column(const struct table *table, const char *header); /* position, or NOT_FOUND */
const char *table_cell(const struct table *table, size_t row, size_t column);
struct place table_place(const struct table *table, size_t row, size_t column);
struct place table_header_place(const struct table *table, size_t column);

/* Reads a whole file of at most 4 GiB into memory, without its BOM. false after a message. */
bool file_read(const struct session *session, const char *file, char **bytes, size_t *length);

/* A name as it stands in another file: beside that file, unless it begins at the root. */
const char *file_beside(const struct session *s, const char *other, const char *name);

#endif
