/* Runs the cases of this folder where it was compiled for: standard input has them as compare.py writes them, one thing
 * a line, words with tabs between them. Standard output has a line a result, for compare.py to compare. Compiled with
 * HOST_FLAT_ONLY it knows the functions of the flat tier alone. */
#include "run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 4096 };

_Noreturn void host_stop(const char *what, const char *which) {
  fflush(stdout);
  fprintf(stderr, "%s: %s\n", what, which);
  exit(1);
}

double host_double(const char *digits) {
  char *end;
  uint64_t bits = strtoull(digits, &end, 16);
  double value;
  if (strlen(digits) != 16 || *end != '\0') host_stop("no double", digits);
  memcpy(&value, &bits, sizeof value);
  return value;
}

void host_doubles(const host_line *line, int from, int count, double *out) {
  if (line->count != from + count) host_stop("not so many numbers", line->words[0]);
  for (int k = 0; k < count; k++) out[k] = host_double(line->words[from + k]);
}

void host_print(const double *values, int64_t count) {
  for (int64_t k = 0; k < count; k++) {
    uint64_t bits;
    memcpy(&bits, &values[k], sizeof bits);
    printf("\t%016" PRIx64, bits);
  }
}

/* All of standard input; the words of the lines point into it. */
static char *read_input(void) {
  size_t length = 0, room = 1 << 16;
  char *text = malloc(room);
  while (text != NULL) {
    length += fread(text + length, 1, room - length - 1, stdin);
    if (length < room - 1) break;
    room *= 2;
    char *more = realloc(text, room);
    if (more == NULL) host_stop("no memory", "input");
    text = more;
  }
  if (text == NULL || ferror(stdin)) host_stop("cannot be read", "input");
  text[length] = '\0';
  return text;
}

/* Cuts the text behind its first line; returns what is left. */
static char *take_line(char *text, host_line *line) {
  char *end = strchr(text, '\n');
  if (end == NULL) host_stop("no end of the line", text);
  *end = '\0';
  line->count = 0;
  for (char *at = text; at != NULL; line->count++) {
    if (line->count == WORDS) host_stop("too many words", text);
    line->words[line->count] = at;
    at = strchr(at, '\t');
    if (at != NULL) *at++ = '\0';
  }
  return end + 1;
}

int main(void) {
  static char *words[WORDS];
  host_line line = {words, 0};
  char *input = read_input();
  for (char *at = input; *at != '\0';) {
    at = take_line(at, &line);
    if (strcmp(words[0], "call") == 0) {
      host_call(&line);
#if !defined(HOST_FLAT_ONLY)
    } else if (host_index(&line)) {
      continue;
#endif
    } else {
      host_stop("unknown line", words[0]);
    }
  }
  free(input);
  return 0;
}
