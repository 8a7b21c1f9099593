/* METHOD.ini and the framework's columns become schemes, weights and one method. */
#ifndef SCOREBOARD_PLAN_H
#define SCOREBOARD_PLAN_H

#include "assume.h"
#include "framework.h"
#include "frontier_rule.h"
#include "ini.h"
#include "optimal.h"

struct plan {
  struct ini ini;
  inno_scheme *steps[INNO_LIMIT_STEPS];
  int32_t step_count;
  inno_weights *weights; /* NULL = those of the framework */
  struct optimal optimal; /* weights that the data are still to choose */
  inno_method *method;
  const char *group; /* grouping for ranks inside groups; NULL = none */
  struct place group_place;
  inno_scheme *audit;       /* what [audit] says, read by --audit alone */
  inno_scheme *explain;     /* what [explain] says, read by --explain and --verify */
  inno_scheme *uncertainty; /* what [uncertainty] says, read by --uncertainty alone */
  struct assumed assumed;   /* what the sections [assumption:NAME] say, likewise */
  struct frontier_rule *frontiers;
  size_t frontier_count;
};

/* file NULL = the default method. false after a message; plan_close() is needed all the same. */
bool plan_make(const struct session *session, const char *file, const struct framework *f, struct plan *out);
/* Searches the weights that the plan leaves to the data, if any, and makes the method anew with them. The method must be one that runs on
 * these data. false after a message. */
bool plan_optimize(const struct session *s, struct plan *p, const struct framework *f, const inno_dataset *data);
void plan_close(struct plan *p);

/* Where the choice stands that a run could not follow: a grouping, a unit or a denominator that the data lack. file NULL = not known. */
struct place plan_place(const struct session *s, const struct plan *p, const struct framework *f);

/* Where [audit] sets what the library's error is about; no file when there is no such section. */
struct place plan_audit_place(const struct session *s, const struct plan *p);
struct place plan_development_place(const struct plan *p); /* of its key development */

struct place plan_explain_place(const struct session *s, const struct plan *p);     /* likewise in [explain] */
struct place plan_uncertainty_place(const struct session *s, const struct plan *p); /* likewise in [uncertainty] */

/* The scheme in that position once more, as framework and file set it; NULL after a message. The caller destroys it. */
inno_scheme *plan_scheme_again(const struct session *s, const struct plan *p, const struct framework *f, int32_t position);

/* Does a sentence of the library name this key, as a word of its own? */
bool speaks_of(const char *sentence, const char *key);

#endif
