/* Options that are no step of a method: their scheme is read into a struct of fields by the same tables. */
#ifndef INNO_CONSTRUCT_OPTIONS_H
#define INNO_CONSTRUCT_OPTIONS_H

#include "construct/scheme.h"

/* A key that only one choice of another key reads, or (choice 0) only a number above 0. */
typedef struct {
  int32_t key, decides, choice;
} inno__option_reader;

/* What a key is set to, else its default. scheme NULL = nothing is set. */
double inno__option_number(const inno_scheme *scheme, int32_t key);
const char *inno__option_text(const inno_scheme *scheme, int32_t key); /* NULL = not set; lives as long as the scheme */

/* Every number of the step's table into the struct it is bound to; a whole number without a value is 0. */
void inno__options_fill(const inno_scheme *scheme, int32_t step, void *out, size_t size);

/* Refuses a setting that another one makes useless. */
inno_status inno__options_check(const inno_scheme *scheme, const inno__option_reader *readers, size_t count,
                                inno_error *error);
inno_status inno__option_missing(int32_t key, inno_error *error);

#endif
