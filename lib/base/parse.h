/* Numbers from text: a decimal point, no locale, correctly rounded (ties to even). */
#ifndef INNO_BASE_PARSE_H
#define INNO_BASE_PARSE_H

#include <stdint.h>

/* The whole text, blanks around it allowed; no hexadecimal, no inf, no nan, nothing that overflows. 0 = not a number. */
int inno__parse_number(const char *s, double *out);
int inno__parse_integer(const char *s, int64_t *out);

#endif
