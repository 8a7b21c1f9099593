/* What the runner's files share: lines of words, doubles as the 16 hexadecimal digits of their bits. */
#ifndef TESTS_GOLDEN_HOSTS_RUN_H
#define TESTS_GOLDEN_HOSTS_RUN_H

#include <stdint.h>

typedef struct {
  char **words; /* the first says what the line is; a word may be empty */
  int count;
} host_line;

/* Ends the program: what is wrong with which word. */
_Noreturn void host_stop(const char *what, const char *which);

double host_double(const char *digits);
/* The numbers behind the words, one a word. */
void host_doubles(const host_line *line, int from, int count, double *out);
void host_print(const double *values, int64_t count); /* each behind a tab */

/* A function of the flat tier. */
void host_call(const host_line *line);
/* A line of a whole index. 0 = it is none of these. */
int host_index(const host_line *line);

#endif
