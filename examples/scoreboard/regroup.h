/* --regroup MAP.csv: the data of old units become the data of new ones before anything is computed. */
#ifndef SCOREBOARD_REGROUP_H
#define SCOREBOARD_REGROUP_H

#include "data.h"
#include "plan.h"

/* Replaces the dataset, the names and the units of d. file NULL = nothing is asked for; then a section [regrouping] of the method is
 * refused. false after a message. */
bool regroup_data(const struct session *session, const char *file, const struct framework *f, const struct plan *p, struct data *d);

#endif
