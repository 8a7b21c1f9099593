/* DATA.csv: units, their values, their groups. */
#ifndef SCOREBOARD_DATA_H
#define SCOREBOARD_DATA_H

#include "framework.h"

struct data {
  const char *file;
  struct table table;
  struct lookup units;
  inno_dataset *set;
  const char **names; /* of each unit; its code where the file has none */
  const char *note;   /* what was done to the units, to be shown; NULL = nothing */
};

/* false after a message; data_close() is needed all the same. */
bool data_read(const struct session *session, const char *file, const struct framework *f, struct data *out);
void data_close(struct data *d);

/* Where a value stands, for messages: code of a column and of a unit, either may be "". */
struct place data_place(const struct data *d, const char *column, const char *unit);

#endif
