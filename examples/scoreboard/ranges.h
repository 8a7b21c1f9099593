/* Numbered work on every core: ranges of it handed out to threads, with a bar, ended by Ctrl-C. The library starts no thread. */
#ifndef SCOREBOARD_RANGES_H
#define SCOREBOARD_RANGES_H

#include "session.h"

struct ranges {
  const char *words; /* what is counted, before the bar */
  void *shared;
  /* Does first .. first + count - 1. Called by several threads at once, each with an own of its own, NULL at first. */
  inno_status (*run)(void *shared, void **own, int64_t first, int64_t count, inno_error *error);
  /* Has a thread gathered so much that it should give? NULL = never. */
  bool (*full)(const void *own);
  /* Adds what a thread has to shared and frees it. One thread at a time. NULL = there is nothing to add. */
  inno_status (*give)(void *shared, void **own, inno_error *error);
  void (*drop)(void *own); /* frees it after a failure; NULL = there is nothing to free */
};

/* Does 0 .. count - 1, with a bar on stderr when that is a terminal. After Ctrl-C what has begun is finished: then
 * 0 .. *done - 1 are done. false after a message. */
bool ranges_run(const struct session *s, const struct ranges *job, int64_t count, int32_t threads, int64_t *done);

#endif
