/* What the fuzz targets share: bytes become choices, numbers and settings; a check that fails ends the program. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "innoscore/innoscore.h"

/* The target: called once an input by libFuzzer or by replay.c. It returns 0, or ends the program. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is left of an input; a reader that has come to its end reads zeros. */
typedef struct {
  const uint8_t *at;
  size_t left;
} fuzz_input;

int32_t fuzz_byte(fuzz_input *in);                       /* 0..255 */
int32_t fuzz_below(fuzz_input *in, int32_t n);           /* 0..n - 1, n at most 256 */
int fuzz_one_in(fuzz_input *in, int32_t n);              /* 1 for one value of n; 0 at the end of the input */
double fuzz_number(fuzz_input *in);                      /* anything, NaN, infinite and denormal among them */
double fuzz_cell(fuzz_input *in);                        /* the same without infinity, rarely extreme */
char *fuzz_text(fuzz_input *in, char *out, size_t size); /* any bytes but NUL, ended by one or by the buffer */

/* A value for a key as text: most are of its type and inside its bounds. */
char *fuzz_value(fuzz_input *in, int32_t key, int32_t type, char *out, size_t size);

/* One of a list that ends in -1. */
int fuzz_is_among(inno_status status, const inno_status *list);
/* What must hold after every call that was given this object. */
void fuzz_check_error(const inno_error *error, inno_status status);
/* Not infinite, and missing in the one pattern. */
void fuzz_check_doubles(const double *x, int64_t n);

/* Written as JSON and read back it is the same method. */
void fuzz_check_json(const inno_method *method);

#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))
_Noreturn void fuzz_fail(const char *condition, const char *file, int line);

#endif
