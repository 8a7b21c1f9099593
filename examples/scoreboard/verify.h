/* A published table against the result: what agrees, under which rounding, what does not and by how much. */
#ifndef SCOREBOARD_VERIFY_H
#define SCOREBOARD_VERIFY_H

#include "board.h"

struct comparison_text {
  struct text text;      /* what to print */
  int64_t disagreements; /* published values that no rounding explains */
};

/* Reads and compares; prints nothing. false after a message (bad file). */
bool verify_compare(const struct board *b, const char *file, struct comparison_text *out);

#endif
