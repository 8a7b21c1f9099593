/* DATA.csv: units, their values, their groups. */
#ifndef SCOREBOARD_DATA_H
#define SCOREBOARD_DATA_H

#include "framework.h"
#include "panel.h"

struct data {
  const char *file;
  struct table table;
  struct panel panel;
  inno_dataset *set;
  const char **names; /* of each unit; its code where the file has none */
  const char *development; /* code of the column that only an audit reads; NULL = none */
  const char *note;   /* what was done to the units, to be shown; NULL = nothing */
};

/* false after a message; data_close() is needed all the same. */
bool data_read(const struct session *session, const char *file, const struct framework *f, const char *development,
               struct data *out);
void data_close(struct data *d);

/* The numbers of a column, one a place of the panel, NaN where there is none; NULL after a message. */
double *data_numbers(const struct session *s, const struct data *d, size_t column);

/* Where a value stands, for messages: code of a column and of a unit, either may be "". */
struct place data_place(const struct data *d, const char *column, const char *unit);

#endif
