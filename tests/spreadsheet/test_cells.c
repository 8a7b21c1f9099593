/* The functions of cells when memory runs out, at every allocation there is: a fault or NULL, never a crash or half a
 * table; what the allocations are freed by, the sanitizers see. Numbers and sentences are tested in test_cells.py. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cells.h"

/* ---- every allocation of the program goes through here: -Wl,--wrap ---- */

static long left = -1; /* allocations that still work; -1 = all */

static int refused(void) { return left >= 0 && left-- == 0; }

void *__real_malloc(size_t size);                /* NOLINT(bugprone-reserved-identifier,cert-*) */
void *__real_calloc(size_t count, size_t size);  /* NOLINT(bugprone-reserved-identifier,cert-*) */
void *__real_realloc(void *memory, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-*) */
void *__wrap_malloc(size_t size);                /* NOLINT(bugprone-reserved-identifier,cert-*) */
void *__wrap_calloc(size_t count, size_t size);  /* NOLINT(bugprone-reserved-identifier,cert-*) */
void *__wrap_realloc(void *memory, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-*) */

void *__wrap_malloc(size_t size) { return refused() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return refused() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *memory, size_t size) { return refused() ? NULL : __real_realloc(memory, size); }

/* ---- ranges from text: a cell that reads as a number is one ---- */

#define MOST 64

struct range {
  uint8_t kinds[MOST];
  double numbers[MOST];
  const char *texts[MOST];
  struct cells_range range;
};

static struct cells_range *fill(struct range *out, int32_t rows, int32_t columns, const char *const *cells) {
  for (int32_t i = 0; i < rows * columns; i++) {
    char *end;
    out->texts[i] = cells[i];
    out->numbers[i] = strtod(cells[i], &end);
    out->kinds[i] = cells[i][0] == '\0' ? CELLS_BLANK : *end == '\0' ? CELLS_NUMBER : CELLS_TEXT;
  }
  out->range = (struct cells_range){rows, columns, out->kinds, out->numbers, out->texts};
  return &out->range;
}

static const char *const data[] = {"unit",  "A",       "B",      "group:part", "Huế",   "1",       "10",
                                   "north", "Lào Cai", "2",      "",           "north", "Cần Thơ", "4",
                                   "30",    "south",   "Hà Nội", "8",          "20",    "south"};
static const char *const framework[] = {"code", "parent", "weight", "normalization", "I", "",  "",  "",
                                        "A",    "I",      "1",      "zscore",        "B", "I", "3", ""};
static const char *const method[] = {"normalization", "rule",    "minmax",     "",        "lower", "1",
                                     "aggregation",   "rule",    "arithmetic", "weights", "A",     "2",
                                     "imputation",    "rule",    "mean",       "ranking", "group", "part",
                                     "screening",     "include", "Huế"};

struct given {
  struct range ranges[9];
  struct cells_range arguments[9];
  int32_t count;
};

static void give(struct given *out, int32_t rows, int32_t columns, const char *const *cells) {
  out->arguments[out->count] = *fill(&out->ranges[out->count], rows, columns, cells);
  out->count++;
}
static void give_cell(struct given *out, const char *cell) { give(out, 1, 1, &cell); }
static void leave_out(struct given *out) {
  out->arguments[out->count++] = (struct cells_range){0, 0, NULL, NULL, NULL};
}

/* Refuses the first, second, ... allocation until all of them work. */
static void survives(const char *name, const struct given *given) {
  int32_t function = cells_find(name);
  assert_true(function >= 0);
  for (long n = 0;; n++) {
    assert_true(n < 100000);
    left = n;
    cells_answer *answer = cells_call(function, given->arguments, given->count, CELLS_VIETNAMESE);
    int ran_out = left < 0;
    left = -1;
    if (!ran_out) {
      assert_int_equal(cells_fault(answer), CELLS_OK);
      assert_true(cells_rows(answer) > 0 && cells_columns(answer) > 0);
      cells_free(answer);
      return;
    }
    /* One refusal may be survived: an error object, a faster way. */
    if (cells_fault(answer) != CELLS_OK) {
      assert_int_equal(cells_fault(answer), CELLS_FAULT_MEMORY);
      assert_int_equal(cells_rows(answer), 0);
      assert_true(cells_sentence(answer)[0] != '\0');
    }
    cells_free(answer);
  }
}

static void out_of_memory(void **state) {
  (void)state;
  struct given tables = {0};
  give(&tables, 5, 4, data);
  give(&tables, 4, 4, framework);
  struct given scored = tables;
  give(&scored, 7, 3, method);
  survives("SCORE", &scored);
  survives("SCORE_RANK", &scored);
  survives("SCORE_COVERAGE", &scored);
  struct given weights = {0};
  give(&weights, 4, 4, framework);
  survives("SCORE_WEIGHTS", &weights);
  struct given edit = tables;
  give_cell(&edit, "Huế");
  give_cell(&edit, "A");
  give_cell(&edit, "5");
  survives("WHAT_IF", &edit);
  struct given unit = tables;
  give_cell(&unit, "Cần Thơ");
  survives("NEXT_RANK", &unit);
  give_cell(&unit, "best");
  survives("CONTRIBUTION", &unit);
  struct given interval = tables;
  give_cell(&interval, "20");
  survives("RANK_INTERVAL", &interval);
  struct given column = {0};
  static const char *const values[] = {"1", "2", "", "4"};
  static const char *const groups[] = {"x", "x", "y", "y"};
  give(&column, 4, 1, values);
  survives("MINMAX", &column);
  give(&column, 4, 1, groups);
  leave_out(&column);
  give_cell(&column, "dense");
  survives("RANK", &column);
  struct given why = {0};
  give_cell(&why, "RANK");
  give(&why, 4, 1, values);
  survives("WHY", &why);
}

static void odd_arguments(void **state) {
  (void)state;
  assert_int_equal(cells_find(NULL), -1);
  assert_int_equal(cells_find(""), -1);
  assert_int_equal(cells_find("INNO."), -1);
  assert_string_equal(cells_name(-1), "");
  assert_string_equal(cells_name(cells_count()), "");
  assert_int_equal(cells_find(cells_name(0)), 0);
  assert_int_equal(cells_least(-1), 0);
  assert_int_equal(cells_most(-1), 0);
  cells_answer *answer = cells_call(-1, NULL, 0, CELLS_ENGLISH);
  assert_int_equal(cells_fault(answer), CELLS_FAULT_VALUE);
  cells_free(answer);
  for (int32_t function = 0; function < cells_count(); function++) { /* nothing given at all */
    answer = cells_call(function, NULL, -5, 77);
    assert_true(cells_fault(answer) != CELLS_OK || cells_least(function) == 0);
    assert_true(cells_fault(answer) == CELLS_OK || cells_sentence(answer)[0] != '\0');
    cells_free(answer);
  }
  cells_free(NULL);
  assert_int_equal(cells_fault(NULL), CELLS_FAULT_MEMORY);
  assert_int_equal(cells_rows(NULL), 0);
  assert_int_equal(cells_columns(NULL), 0);
  assert_null(cells_kinds(NULL));
  assert_null(cells_numbers(NULL));
  assert_null(cells_texts(NULL));
  assert_true(cells_error(NULL) == 0.0);
  assert_true(cells_sentence(NULL)[0] != '\0');
}

/* Every function with every kind of cell in every argument, and with doubles that are hardly numbers. */
static void wild_cells(void **state) {
  (void)state;
  static const double wild[] = {0.0,    -0.0,   NAN,          INFINITY,      -INFINITY, 1e308,
                                -1e308, 5e-324, 2147483648.0, -2147483649.0, 0.5};
  uint8_t kinds[9];
  double numbers[9];
  const char *texts[9];
  struct cells_range arguments[16];
  uint32_t seed = 1;
  for (int32_t round = 0; round < 40 * cells_count(); round++) {
    for (int32_t i = 0; i < 9; i++) {
      seed = seed * 1664525U + 1013904223U;
      kinds[i] = (uint8_t)((seed >> 16) % 6);
      numbers[i] = wild[(seed >> 8) % (sizeof wild / sizeof *wild)];
      texts[i] = (seed >> 4) % 3 == 0 ? "unit" : (seed >> 4) % 3 == 1 ? "\xff\xfe" : "code";
    }
    seed = seed * 1664525U + 1013904223U;
    for (int32_t k = 0; k < 16; k++) {
      int32_t rows = (int32_t)((seed >> 10) + (uint32_t)k) % 4,
              columns = rows == 0 ? 0 : (int32_t)((seed >> 20) + (uint32_t)k) % 3 + 1;
      arguments[k] = (struct cells_range){rows, columns, kinds, numbers, texts};
    }
    int32_t function = round % cells_count(), most = cells_most(function) > 16 ? 16 : cells_most(function);
    cells_answer *answer = cells_call(function, arguments, most, round % 2);
    assert_non_null(answer);
    assert_true(cells_fault(answer) == CELLS_OK ? cells_sentence(answer)[0] == '\0'
                                                : cells_sentence(answer)[0] != '\0');
    for (int32_t i = 0; i < cells_rows(answer) * cells_columns(answer); i++) {
      assert_true(cells_kinds(answer)[i] != CELLS_NUMBER || isfinite(cells_numbers(answer)[i]));
    }
    cells_free(answer);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(out_of_memory), cmocka_unit_test(odd_arguments),
                                     cmocka_unit_test(wild_cells)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
