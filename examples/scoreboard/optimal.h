/* [weights] rule = balance or infomax: weights of a level that are best for its correlations with the index. */
#ifndef SCOREBOARD_OPTIMAL_H
#define SCOREBOARD_OPTIMAL_H

#include "framework.h"
#include "ini.h"

/* What is wanted, and once it has been searched, what came out. */
struct optimal {
  int32_t aim; /* INNO_OPTIMAL_BALANCE, INNO_OPTIMAL_INFOMAX; 0 = none wanted */
  const char *rule, *file;
  size_t line, level_line;
  int32_t level;
  int64_t limit;
  const char **codes; /* of the targets; NULL = equal ones */
  double *targets;
  size_t *lines; /* of each target */
  size_t target_count;
  double first, last;
  int64_t evaluations;
  int32_t converged;
};

/* Is it a rule of this kind? */
bool optimal_is_rule(const char *rule);

/* Does the key of a section with such a rule belong to the search (and is no node)? */
bool optimal_is_key(const char *key);

/* The keys of the section. aim stays 0 when its rule is of another kind. false after a message. */
bool optimal_read(const struct session *s, const char *file, const struct ini_section *section,
                  const struct framework *f, struct optimal *out);

/* The search. The method must be one that runs on these data. *out is new, NULL after a message. */
bool optimal_search(const struct session *s, struct optimal *o, const inno_method *method, const inno_dataset *data,
                    inno_weights **out);

/* What came out, a sentence with its line break; NULL when none was wanted. */
const char *optimal_text(const struct session *s, const struct optimal *o);

#endif
