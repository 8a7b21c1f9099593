#include "support/csv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *length) {
  FILE *f = fopen(path, "rb");
  if (f == NULL) return NULL;
  fseek(f, 0, SEEK_END);
  long size = ftell(f);
  rewind(f);
  char *text = malloc((size_t)size + 2);
  if (text == NULL || fread(text, 1, (size_t)size, f) != (size_t)size) abort();
  fclose(f);
  text[size] = '\0';
  *length = (size_t)size;
  return text;
}

/* One field in place: from *at to the separator behind it. Returns that separator. */
static char take_field(char **at, char **field) {
  char *from = *at, *to = from;
  *field = from;
  if (*from == '"') {
    for (from++; *from != '\0'; from++) {
      if (*from == '"' && from[1] != '"') break;
      if (*from == '"') from++;
      *to++ = *from;
    }
    from++;
  } else {
    while (*from != ',' && *from != '\n' && *from != '\r' && *from != '\0') *to++ = *from++;
  }
  if (*from == '\r') from++;
  char separator = *from;
  *at = separator == '\0' ? from : from + 1;
  *to = '\0';
  return separator;
}

int csv_read(csv *t, const char *path) {
  size_t length = 0, capacity = 0, count = 0;
  memset(t, 0, sizeof *t);
  t->text = read_file(path, &length);
  if (t->text == NULL) return 0;
  char *at = t->text;
  int first_line = 1;
  while (at < t->text + length) {
    char *field = NULL;
    char separator = take_field(&at, &field);
    if (count == capacity) {
      capacity = capacity == 0 ? 1024 : capacity * 2;
      char **grown = realloc(t->cells, capacity * sizeof *grown);
      if (grown == NULL) abort();
      t->cells = grown;
    }
    t->cells[count++] = field;
    if (separator == ',') continue;
    if (first_line) t->columns = (int)count;
    first_line = 0;
  }
  if (t->columns == 0 || count % (size_t)t->columns != 0) {
    fprintf(stderr, "%s: %zu fields do not make rows of %d\n", path, count, t->columns);
    abort();
  }
  t->rows = (int)(count / (size_t)t->columns) - 1;
  return 1;
}

void csv_free(csv *t) {
  free(t->cells);
  free(t->text);
  memset(t, 0, sizeof *t);
}

int csv_column(const csv *t, const char *name) {
  for (int c = 0; c < t->columns; c++)
    if (strcmp(t->cells[c], name) == 0) return c;
  return -1;
}

const char *csv_text(const csv *t, int row, int column) { return t->cells[(row + 1) * t->columns + column]; }

int csv_row(const csv *t, int column, const char *text) {
  for (int r = 0; r < t->rows; r++)
    if (strcmp(csv_text(t, r, column), text) == 0) return r;
  return -1;
}

double csv_number(const csv *t, int row, int column) {
  const char *s = csv_text(t, row, column);
  if (s[0] == '\0' || strcmp(s, "NA") == 0 || strcmp(s, "NaN") == 0) return NAN;
  if (strcmp(s, "TRUE") == 0) return 1.0;
  if (strcmp(s, "FALSE") == 0) return 0.0;
  char *end = NULL;
  double value = strtod(s, &end);
  if (*end != '\0') {
    fprintf(stderr, "'%s' is not a number\n", s);
    abort();
  }
  return value;
}
