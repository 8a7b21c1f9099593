/* [frontier] of METHOD.ini: which frontier of which node. Nothing here knows a single rule; the library lists them. */
#ifndef SCOREBOARD_FRONTIER_RULE_H
#define SCOREBOARD_FRONTIER_RULE_H

#include "framework.h"
#include "ini.h"

struct frontier_rule {
  const struct ini_section *section;
  const char *file;
  size_t node;      /* row of the framework */
  size_t *children; /* likewise, in the order of the file */
  size_t child_count;
  const char *name; /* of the rule */
  int32_t number;
  inno_frontier_options *options;
  const char *benchmark; /* code of a unit: its position is known with the data; NULL = none */
  size_t benchmark_line;
};

/* Adds [frontier] or [frontier:NODE] to a list. false after a message; frontier_rules_close() is needed all the same.
 */
bool frontier_rule_read(const struct session *s, const char *file, const struct ini_section *section,
                        const struct framework *f, struct frontier_rule **list, size_t *count);
void frontier_rules_close(struct frontier_rule *list, size_t count);

#endif
