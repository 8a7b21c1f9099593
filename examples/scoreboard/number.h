/* Numbers as people write them in tables. */
#ifndef SCOREBOARD_NUMBER_H
#define SCOREBOARD_NUMBER_H

#include "session.h"

/* Empty, NA, N/A, n/a and .. mean that there is no value. */
bool number_is_missing(const char *text);

/* Reads a finite decimal number, with a comma instead of the point when decimal_comma. false after a message that says what is wrong. */
bool number_read(const struct session *session, struct place place, const char *text, bool decimal_comma, double *out);

#endif
