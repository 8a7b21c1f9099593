/* Numbers from text: a decimal point, no locale, correctly rounded (ties to even). */
#ifndef INNO_BASE_PARSE_H
#define INNO_BASE_PARSE_H

#include <stdint.h>

/* The whole text, blanks around it allowed; no hexadecimal, no inf, no nan, nothing that overflows. 0 = not a number.
 */
int inno__parse_number(const char *s, double *out);
/* 1 = a number that was refused only because no double is so large. */
int inno__parse_beyond(const char *s);
/* Decimals that such a text was written with: "0.50" and "5.0e-1" have two; 0 or more. */
int64_t inno__parse_decimals(const char *s);
/* What inno__text_hexfloat() writes, letter by letter; 0 = anything else. */
int inno__parse_hexfloat(const char *s, double *out);
int inno__parse_integer(const char *s, int64_t *out);
/* "0.5, 0.3, 0.2": numbers between commas. Their count; -1 = not a list, or more than capacity numbers, -2 = a
 * number in it is beyond the doubles. */
int32_t inno__parse_list(const char *s, double *out, int32_t capacity);

#endif
