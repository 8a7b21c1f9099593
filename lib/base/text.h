/* Text into a fixed buffer: never allocates, always ends in NUL, cuts only between characters; after a cut nothing more
 * is taken. No locale. */
#ifndef INNO_BASE_TEXT_H
#define INNO_BASE_TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *data;
  size_t size;   /* of data, at least 1 */
  size_t length; /* without the NUL */
  int cut;       /* something did not fit */
} inno__text;

/* Takes a text piece by piece. */
typedef void (*inno__sink)(void *context, const char *text, size_t length);

void inno__text_init(inno__text *t, char *data, size_t size);
void inno__text_put(inno__text *t, const char *s);
void inno__text_put_n(inno__text *t, const char *s, size_t n);
void inno__text_int(inno__text *t, int64_t value);
/* A caller's text for people: at most this many bytes of it, then an ellipsis; what is no legal character is shown as
 * U+FFFD, so that the result is always valid UTF-8 without control characters. */
void inno__text_quote(inno__text *t, const char *s, size_t most);
/* Names in one sentence: as many as fit, then how many more. Begin with {0}. */
typedef struct {
  char data[200];
  int64_t count, shown;
} inno__listing;

void inno__listing_add(inno__listing *l, const char *name);
/* For instance "'A', 'B' (+ 3)"; "-" for none. To be called once, after the last name. */
const char *inno__listing_text(inno__listing *l);

/* For people: up to 6 significant digits, correctly rounded, as %g prints them. */
void inno__text_number(inno__text *t, double value);
/* For machines: exact, for instance -0x1.8p+3; inf, -inf, nan. */
void inno__text_hexfloat(inno__text *t, double value);
/* For JSON: the shortest decimal that reads back as the same double, in the form of RFC 8785, but minus zero is -0.0; null
 * for what is not finite. At most 25 characters. In shortest.c. */
void inno__text_shortest(inno__text *t, double value);

/* For a sentence: a number that somebody can have typed (its shortest decimal has up to 15 digits) as it was typed, any
 * other with so many significant digits. Words as inno__text_number(). In shortest.c. */
void inno__text_figure(inno__text *t, double value, int most);

/* 1 = not empty, valid UTF-8 (shortest forms, no surrogates), no control character. */
int inno__text_valid(const char *s);

#endif
