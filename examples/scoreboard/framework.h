/* FRAMEWORK.csv: the tree, and the settings of single nodes. */
#ifndef SCOREBOARD_FRAMEWORK_H
#define SCOREBOARD_FRAMEWORK_H

#include "catalog.h"
#include "lookup.h"
#include "table.h"

struct framework_node {
  const char *code;
  const char *name; /* in the session's language, or the code */
  const char *unit_of_measure, *note;
  int32_t direction; /* 1 or -1 */
  double weight;
  const char *parent; /* "" = the index */
  size_t parent_row;  /* NOT_FOUND for the index */
};

/* A column that sets a key for the nodes that have something in it. */
struct framework_setting {
  size_t column;
  int32_t occurrence; /* of the step: 1 unless the column says #2 */
  struct catalog_key key;
};

struct framework {
  struct table table;
  struct framework_node *nodes; /* in file order, as the rows of the table */
  size_t count;
  struct lookup codes;
  struct framework_setting *settings;
  size_t setting_count;
  inno_indicator_set *set; /* frozen; its node numbers are those of method and result */
  size_t *row_of;          /* of each node number */
  size_t indicator_count;
};

/* false after a message; destroy in any case. */
bool framework_read(const struct session *session, const char *file, struct framework *out);
void framework_destroy(struct framework *framework);

/* The line of a node, for messages; the file alone for a code that is none. */
struct place framework_place(const struct framework *framework, const char *code);

/* Is it the denominator of an indicator? */
bool framework_divides_by(const struct framework *framework, const char *code);

/* A node by its number in the set. */
const struct framework_node *framework_node_at(const struct framework *framework, int64_t node);

#endif
