/* What the sheet cannot hold: answers that no function gives with data of a test's size. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "values.h"

static int wrong;

static void expect(const char *what, cells_answer *answer, uint32_t type, int32_t error) {
  xll_value *value = xll_give(answer);
  if (value->type != (type | XLL_FREED_BY_DLL) || (type == XLL_ERROR && value->as.error != error)) {
    printf("%s: type %x, error %d\n", what, (unsigned)value->type, (int)value->as.error);
    wrong = 1;
  }
  free(value);
}

static void expect_shape(const char *what, int32_t rows, int32_t columns, uint32_t type) {
  size_t count = (size_t)rows * (size_t)columns;
  cells_answer answer = {.sentence = "", .rows = rows, .columns = columns, .kinds = calloc(count + 1, 1)};
  answer.numbers = calloc(count + 1, sizeof *answer.numbers);
  answer.texts = calloc(count + 1, sizeof *answer.texts);
  if (answer.kinds == NULL || answer.numbers == NULL || answer.texts == NULL) {
    printf("no memory\n");
    exit(2);
  }
  memset(answer.kinds, CELLS_NUMBER, count + 1);
  expect(what, &answer, type, XLL_ERROR_VALUE);
  free(answer.kinds);
  free(answer.numbers);
  free(answer.texts);
}

static void expect_text(const char *what, size_t letters, const char *letter, uint32_t type) {
  char *text = calloc(letters * strlen(letter) + 1, 1);
  uint8_t kind = CELLS_TEXT;
  double number = 0.0;
  for (size_t i = 0; text != NULL && i < letters; i++) {
    memcpy(text + i * strlen(letter), letter, strlen(letter));
  }
  const char *texts[] = {text};
  cells_answer answer = {.sentence = "", .rows = 1, .columns = 1, .kinds = &kind, .numbers = &number, .texts = texts};
  expect(what, &answer, type, XLL_ERROR_VALUE);
  free(text);
}

int main(void) {
  expect_shape("as many rows as a sheet", XLL_ROWS, 1, XLL_MULTI);
  expect_shape("a row too many", XLL_ROWS + 1, 1, XLL_ERROR);
  expect_shape("as many columns as a sheet", 2, XLL_COLUMNS, XLL_MULTI);
  expect_shape("a column too many", 2, XLL_COLUMNS + 1, XLL_ERROR);
  expect_shape("nothing", 0, 0, XLL_ERROR);
  expect_text("the longest text", XLL_TEXT, "\xE1\xBA\xBF", XLL_STRING);
  expect_text("a letter too many", XLL_TEXT + 1, "a", XLL_ERROR);
  expect_text("pairs of half letters", XLL_TEXT / 2, "\xF0\x9F\x98\x80", XLL_STRING);
  expect_text("a pair too many", XLL_TEXT / 2 + 1, "\xF0\x9F\x98\x80", XLL_ERROR);
  expect("no memory", NULL, XLL_ERROR, XLL_ERROR_VALUE); /* cells_call() gives NULL then */
  printf("%s", wrong ? "" : "limits: all well\n");
  return wrong;
}
