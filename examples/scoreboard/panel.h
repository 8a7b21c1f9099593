/* Units and periods of DATA.csv: which row of the file is which unit in which period. */
#ifndef SCOREBOARD_PANEL_H
#define SCOREBOARD_PANEL_H

#include "lookup.h"
#include "table.h"

/* A place is period * units + unit, as a row of the library's dataset. Without periods there is one, and places are
 * units. */
struct panel {
  bool named; /* the data have a column `period` */
  size_t units, periods;
  const char **codes; /* of the units, in the order of their first rows */
  double *values;     /* of the periods, ascending; NaN without the column */
  const char **texts; /* the same as they are shown; "" without the column */
  size_t *places;     /* of each row of the file */
  size_t *rows;       /* of each place; NOT_FOUND where the file has none */
  size_t *nearest;    /* the same, with the unit's last earlier row, else its next one, where the file has none */
  struct lookup units_by_code;
  size_t shown; /* the period that the terminal, the report and a comparison are about */
};

/* Needs the column `unit`. wanted: the period to show, NULL = the latest. false after a message. */
bool panel_read(const struct session *s, const struct table *t, const char *wanted, struct panel *out);

/* A period by its text; false after a message. *out is NOT_FOUND when the panel has no such period. */
bool panel_find_period(const struct session *s, const struct panel *p, struct place place, const char *text,
                       size_t *out);

/* An old unit that is a part of a new one, both by number. */
struct panel_part {
  size_t from, to;
};

/* New units in place of the old ones: each has the rows of its first part that has one. */
void panel_regroup(const struct session *s, struct panel *p, size_t units, const char **codes, size_t part_count,
                   const struct panel_part *parts);

#endif
