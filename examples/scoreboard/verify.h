/* A published table against the result: what agrees, under which rounding, what does not and by how much. */
#ifndef SCOREBOARD_VERIFY_H
#define SCOREBOARD_VERIFY_H

#include "board.h"

/* Prints the comparison. *disagreements = published values that no rounding explains. false after a message (bad file). */
bool verify_print(const struct board *b, const char *file, int64_t *disagreements);

#endif
