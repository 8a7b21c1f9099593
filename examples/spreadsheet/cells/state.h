/* A call while it runs: taking arguments, and the answer that is built. Inside cells/ only. */
#ifndef CELLS_STATE_H
#define CELLS_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "cells.h"
#include "innoscore/innoscore.h"

#define CELLS_ANY 255 /* arguments of a function that takes any number */

struct cells_call_state;

struct cells_argument {
  const char *name, *name_vi;
  bool optional;
};

struct cells_function {
  const char *name;
  const char *help, *help_vi;
  bool (*run)(struct cells_call_state *c); /* false after a fault */
  const struct cells_argument *arguments;
  int32_t argument_count, least, most;
};

struct cells_call_state {
  const struct cells_function *function;
  const struct cells_range *arguments;
  int32_t count;
  int32_t language;
  cells_answer *answer; /* owns every room */
  inno_error *error;    /* NULL when there was no memory for one */
};

struct cells_column {
  double *values; /* NaN = missing; NULL when the argument was left out */
  int32_t n;
  bool is_row;
};

struct cells_matrix {
  double *values; /* row by row */
  int32_t rows, columns;
  int32_t given_rows; /* with those at the end that are empty, which nobody computes on: whole columns are chosen */
};

struct cells_word {
  const char *word;
  int32_t number;
};

/* Memory until the answer is freed; NULL after a fault. */
void *cells_room(struct cells_call_state *c, size_t count, size_t size);

/* ---- faults: all but the first return false ---- */

bool cells_failed(const struct cells_call_state *c);

bool cells_fail(struct cells_call_state *c, int32_t fault, const char *english, const char *vietnamese, ...);
/* What the library says: the sentence of c->error, or where it has none the text of the status. */
bool cells_fail_library(struct cells_call_state *c, inno_status status);
/* The same behind a place: "row 3 of framework: ..." */
bool cells_fail_library_at(struct cells_call_state *c, inno_status status, int32_t argument, int32_t row);

/* ---- arguments ---- */

bool cells_given(const struct cells_call_state *c, int32_t argument);
const char *cells_argument_name(const struct cells_call_state *c, int32_t argument);
/* One cell as a number, NaN = missing; as text in room of the call, "" = missing. false after a fault. */
bool cells_cell_number(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, double *out);
bool cells_cell_text(struct cells_call_state *c, int32_t argument, int32_t row, int32_t column, const char **out);
/* Is there nothing in it but blanks? */
bool cells_cell_blank(const struct cells_call_state *c, int32_t argument, int32_t row, int32_t column);

bool cells_row_blank(const struct cells_call_state *c, int32_t argument, int32_t row);
/* Is it one of the texts that stand for a missing value, without blanks around it? */
bool cells_is_mark(const char *text);
/* A text for a sentence: cut behind a whole letter when it is long. */
const char *cells_shown(struct cells_call_state *c, const char *text, size_t length);

/* Is it one row or one column, of that many cells (-1 = any)? */
bool cells_check_shape(struct cells_call_state *c, int32_t argument, int32_t size);
/* One row or column; size -1 = any number of cells. */
bool cells_take_column(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out);
bool cells_take_weights(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out);
bool cells_take_group(struct cells_call_state *c, int32_t argument, int32_t size, struct cells_column *out);
bool cells_take_matrix(struct cells_call_state *c, int32_t argument, struct cells_matrix *out);
bool cells_take_square(struct cells_call_state *c, int32_t argument, struct cells_matrix *out);
/* One cell; left out or blank: NaN, INT32_MIN, NULL. */
bool cells_take_number(struct cells_call_state *c, int32_t argument, double *out);
bool cells_take_integer(struct cells_call_state *c, int32_t argument, int32_t *out);
bool cells_take_direction(struct cells_call_state *c, int32_t argument, int32_t *out); /* 1 or -1 */
/* A number that was left out, NaN, is in every range. above: lower itself is not in it. */
bool cells_check_range(struct cells_call_state *c, int32_t argument, double value, double lower, double upper,
                       bool above);
bool cells_take_flag(struct cells_call_state *c, int32_t argument, int32_t *out);
bool cells_take_choice(struct cells_call_state *c, int32_t argument, int32_t key, int32_t *out);
bool cells_take_word(struct cells_call_state *c, int32_t argument, const struct cells_word *words, int32_t count,
                     int32_t *out);
bool cells_take_text(struct cells_call_state *c, int32_t argument, const char **out);

/* ---- answers ---- */

/* Numbers of an answer; NaN become #N/A. NULL after a fault. */
double *cells_numbers_out(struct cells_call_state *c, int32_t rows, int32_t columns);
double *cells_like(struct cells_call_state *c, const struct cells_column *column);
/* A text in a cell of an answer that has its numbers. */
bool cells_text_out(struct cells_call_state *c, int32_t row, int32_t column, const char *text);
/* The end of a call of the flat tier. column: what was computed on, NULL = no single column; positive: the same where
 * it had to be above 0. withheld: there is no result, but nothing is wrong. */
bool cells_array_done(struct cells_call_state *c, inno_status status, const struct cells_column *column);
bool cells_number_done(struct cells_call_state *c, double found, bool withheld, inno_status column_status,
                       const struct cells_column *positive);

#endif
