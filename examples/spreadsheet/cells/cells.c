/* The functions, and a call from beginning to end. */
#include "cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "indices.h"
#include "state.h"

static bool call_why(struct cells_call_state *c);
static bool call_version(struct cells_call_state *c);
static bool call_correlations(struct cells_call_state *c);

/* An option that was left out, as a number. */
static double cells_or_nan(int32_t option) { return option != INT32_MIN ? (double)option : (double)NAN; }

#include "functions.inc"

#define COUNT ((int32_t)(sizeof functions / sizeof *functions))

int32_t cells_count(void) { return COUNT; }

static bool is_function(int32_t function) { return function >= 0 && function < COUNT; }

const char *cells_name(int32_t function) { return is_function(function) ? functions[function].name : ""; }

int32_t cells_least(int32_t function) { return is_function(function) ? functions[function].least : 0; }

int32_t cells_most(int32_t function) { return is_function(function) ? functions[function].most : 0; }

static char upper(char letter) { return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter; }

/* Is name the same as word but for the case of letters? */
static bool same_word(const char *name, const char *word, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (upper(name[i]) != word[i]) { /* a name that ends before is not the same either */
      return false;
    }
  }
  return true;
}

int32_t cells_find(const char *name) {
  static const char prefix[] = "INNO.";
  if (name == NULL) {
    return -1;
  }
  name += same_word(name, prefix, sizeof prefix - 1) ? sizeof prefix - 1 : 0;
  for (int32_t i = 0; i < COUNT; i++) {
    if (same_word(name, functions[i].name, strlen(functions[i].name) + 1)) {
      return i;
    }
  }
  return -1;
}

static bool check_count(struct cells_call_state *c) {
  const struct cells_function *function = c->function;
  if (function->most != CELLS_ANY && c->count > function->most) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s has %d arguments, but %d are given",
                      "%s có %d đối số, nhưng được cho %d", function->name, (int)function->most, (int)c->count);
  }
  return true;
}

cells_answer *cells_call(int32_t function, const struct cells_range *arguments, int32_t count, int32_t language) {
  cells_answer *answer = calloc(1, sizeof *answer);
  if (answer == NULL) {
    return NULL;
  }
  answer->sentence = "";
  struct cells_call_state c = {
      is_function(function) ? &functions[function] : NULL, arguments, count < 0 ? 0 : count, language, answer, NULL};
  if (c.function == NULL) {
    (void)cells_fail(&c, CELLS_FAULT_VALUE, "there is no function number %d", "không có hàm số %d", (int)function);
    return answer;
  }
  (void)inno_error_create(NULL, &c.error); /* without one the sentences are shorter */
  (void)inno_error_set_language(c.error, language == CELLS_VIETNAMESE ? INNO_LANGUAGE_VI : INNO_LANGUAGE_EN);
  if (check_count(&c) && c.function->run(&c)) {
    cells_settle(answer);
  } else {
    answer->rows = answer->columns = 0;
  }
  inno_error_destroy(c.error);
  return answer;
}

int32_t cells_fault(const cells_answer *answer) { return answer != NULL ? answer->fault : CELLS_FAULT_MEMORY; }
double cells_error(const cells_answer *answer) { return answer != NULL ? answer->error : 0.0; }
int32_t cells_status(const cells_answer *answer) { return answer != NULL ? answer->status : INNO_E_NOMEM; }
int32_t cells_rows(const cells_answer *answer) { return answer != NULL ? answer->rows : 0; }
int32_t cells_columns(const cells_answer *answer) { return answer != NULL ? answer->columns : 0; }
const uint8_t *cells_kinds(const cells_answer *answer) { return answer != NULL ? answer->kinds : NULL; }
const double *cells_numbers(const cells_answer *answer) { return answer != NULL ? answer->numbers : NULL; }
const char *const *cells_texts(const cells_answer *answer) { return answer != NULL ? answer->texts : NULL; }
const char *cells_sentence(const cells_answer *answer) {
  return answer != NULL ? answer->sentence : inno_status_text(INNO_E_NOMEM, INNO_LANGUAGE_EN);
}

void cells_free(cells_answer *answer) {
  if (answer == NULL) {
    return;
  }
  for (struct cells_block *block = answer->blocks, *next; block != NULL; block = next) {
    next = block->next;
    free(block);
  }
  free(answer);
}

/* ---- functions that are no single call of the library ---- */

static bool call_why(struct cells_call_state *c) {
  const char *name = NULL;
  if (!cells_take_text(c, 0, &name)) {
    return false;
  }
  int32_t function = cells_find(name);
  if (function < 0) {
    return cells_fail(c, CELLS_FAULT_VALUE, "there is no function '%s'; give a name as in \"MINMAX\"",
                      "không có hàm '%s'; hãy nhập tên, ví dụ \"MINMAX\"", name);
  }
  if (functions[function].run == call_why) {
    return cells_fail(c, CELLS_FAULT_VALUE, "WHY explains other functions, not itself",
                      "WHY giải thích hàm khác, không giải thích chính nó");
  }
  int32_t count = c->count - 1;
  while (count > functions[function].least && !cells_given(c, count)) {
    count--; /* hosts may pass what was left out */
  }
  cells_answer *told = cells_call(function, c->arguments + 1, count, c->language);
  bool done = cells_numbers_out(c, 1, 1) != NULL && cells_text_out(c, 0, 0, cells_sentence(told));
  cells_free(told);
  return done;
}

static bool call_version(struct cells_call_state *c) {
  return cells_numbers_out(c, 1, 1) != NULL && cells_text_out(c, 0, 0, inno_version());
}

static bool call_correlations(struct cells_call_state *c) {
  struct cells_matrix x;
  int32_t rule = INT32_MIN;
  if (!cells_take_matrix(c, 0, &x) || !cells_take_choice(c, 1, INNO_KEY_AUDIT_CORRELATION, &rule)) {
    return false;
  }
  double *columns = cells_room(c, (size_t)x.rows * (size_t)x.columns, sizeof *columns);
  double *out = columns != NULL ? cells_numbers_out(c, x.columns, x.columns) : NULL;
  if (out == NULL) {
    return false;
  }
  for (int32_t k = 0; k < x.columns; k++) {
    for (int32_t i = 0; i < x.rows; i++) {
      columns[(size_t)k * (size_t)x.rows + (size_t)i] = x.values[(size_t)i * (size_t)x.columns + (size_t)k];
    }
  }
  for (int32_t a = 0; a < x.columns; a++) {
    for (int32_t b = 0; b <= a; b++) {
      double r = inno_flat_correlation(columns + (size_t)a * (size_t)x.rows, columns + (size_t)b * (size_t)x.rows,
                                       x.rows, rule);
      out[(size_t)a * (size_t)x.columns + (size_t)b] = out[(size_t)b * (size_t)x.columns + (size_t)a] = r;
    }
  }
  return true;
}
