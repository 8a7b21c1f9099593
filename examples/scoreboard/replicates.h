/* Replicates on every core: ranges handed out to threads, a tally each, one sum. The library starts no thread. */
#ifndef SCOREBOARD_REPLICATES_H
#define SCOREBOARD_REPLICATES_H

#include "session.h"

/* Cores of the machine, 1 where it does not say. */
int32_t replicates_cores(void);

/* Runs replicates 0 .. count - 1 into the tally, which is empty, with a bar on stderr when that is a terminal. After
 * Ctrl-C what has begun is finished: then the tally holds 0 .. fewer - 1. The tally does not depend on the threads.
 * false after a message. */
bool replicates_run(const struct session *s, const inno_uncertainty *u, inno_tally *tally, int64_t count, int32_t threads);

#endif
