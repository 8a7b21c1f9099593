/* Functions for spreadsheet cells: ranges in, a range or a sentence out. Every plug-in (Calc, Excel, Gnumeric,
 * Office.js) calls these and nothing else; which functions there are stands in ../functions.json.
 *
 * What a cell means: blank, empty text, the marks of docs/formats.md (NA, N/A, n/a, ..) and the error #N/A are missing;
 * TRUE and FALSE are 1 and 0; any other error passes through; any other text where a number is wanted is a fault whose
 * sentence says where it stands. No state is kept: calls from any number of threads are fine. */
#ifndef CELLS_H
#define CELLS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(CELLS_STATIC) /* inside a plug-in that exports its own functions only */
#define CELLS_API
#elif defined(_WIN32)
#define CELLS_API __declspec(dllexport)
#elif defined(__GNUC__)
#define CELLS_API __attribute__((visibility("default")))
#else
#define CELLS_API
#endif

/* Kinds of cells */
enum {
  CELLS_BLANK = 0,
  CELLS_NUMBER = 1,
  CELLS_TEXT = 2,
  CELLS_BOOLEAN = 3, /* numbers: 1 or 0 */
  CELLS_MISSING = 4, /* the error #N/A; in an answer: no result for this cell */
  CELLS_ERROR = 5    /* any other error; numbers: the host's own code, any finite number */
};

/* A range: cell (r, c) is at r * columns + c in each array. */
struct cells_range {
  int32_t rows, columns;    /* 0 x 0 = the argument was left out */
  const uint8_t *kinds;     /* of each cell */
  const double *numbers;    /* read where kind is NUMBER, BOOLEAN or ERROR; NULL when there is none */
  const char *const *texts; /* UTF-8, read where kind is TEXT; NULL when there is none */
};

/* What became of a call */
enum {
  CELLS_OK = 0,
  CELLS_FAULT_VALUE = 1,  /* #VALUE!: an argument that is none: text, size, a word */
  CELLS_FAULT_NUMBER = 2, /* #NUM!: the numbers do not allow it */
  CELLS_FAULT_NONE = 3,   /* #N/A: the data give no result */
  CELLS_FAULT_ERROR = 4,  /* an argument holds an error, which passes through: cells_error() */
  CELLS_FAULT_MEMORY = 5
};

/* Languages of sentences */
enum { CELLS_ENGLISH = 0, CELLS_VIETNAMESE = 1 };

typedef struct cells_answer cells_answer;

/* Functions by number, 0 to count - 1 in the order of functions.json. */
CELLS_API int32_t cells_count(void);
CELLS_API int32_t cells_find(const char *name); /* "MINMAX", also "inno.minmax"; -1 = none */
CELLS_API const char *cells_name(int32_t function);
CELLS_API int32_t cells_least(int32_t function); /* arguments that are needed */
CELLS_API int32_t cells_most(int32_t function);  /* arguments that there are */

/* Never fails but for memory, then NULL. Nothing of the arguments is kept. */
CELLS_API cells_answer *cells_call(int32_t function, const struct cells_range *arguments, int32_t count,
                                   int32_t language);

CELLS_API int32_t cells_fault(const cells_answer *answer);
CELLS_API double cells_error(const cells_answer *answer);         /* of CELLS_FAULT_ERROR: the host's code */
CELLS_API int32_t cells_status(const cells_answer *answer);       /* the library's, 0 when the fault is not its own */
CELLS_API const char *cells_sentence(const cells_answer *answer); /* "" when all is well */
CELLS_API int32_t cells_rows(const cells_answer *answer);         /* 0 after a fault */
CELLS_API int32_t cells_columns(const cells_answer *answer);
CELLS_API const uint8_t *cells_kinds(const cells_answer *answer); /* NUMBER, TEXT or MISSING */
CELLS_API const double *cells_numbers(const cells_answer *answer);
CELLS_API const char *const *cells_texts(const cells_answer *answer); /* "" where the kind is not TEXT */
CELLS_API void cells_free(cells_answer *answer);                      /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
