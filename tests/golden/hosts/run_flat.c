/* Calls of the flat tier: call NAME ARGUMENT... [out=COUNT], an argument is a=DOUBLE,DOUBLE,... d=DOUBLE i=INTEGER or
 * n, a NULL. Prints the double, or the status and what was written. */
#include "run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "innoscore/flat.h"

enum { ARGUMENTS = 16 };

typedef struct {
  char kind; /* a, d, i; a NULL is an array */
  double *array, number;
  int32_t whole;
} argument;

#define A(k) (a[k].array)
#define D(k) (a[k].number)
#define I(k) (a[k].whole)
#define NUMBER(name, ...) \
  static double name(const argument *a) { return inno_flat_##name(__VA_ARGS__); }
#define ARRAY(name, ...) \
  static int32_t name(const argument *a, double *out) { return inno_flat_##name(__VA_ARGS__, out); }

NUMBER(skewness, A(0), I(1), I(2))
NUMBER(kurtosis, A(0), I(1), I(2))
NUMBER(quantile, A(0), I(1), D(2), I(3))
NUMBER(arithmetic_mean, A(0), A(1), I(2), D(3))
NUMBER(geometric_mean, A(0), A(1), I(2), D(3), D(4), D(5))
NUMBER(harmonic_mean, A(0), A(1), I(2), D(3), D(4), D(5))
NUMBER(power_mean, A(0), A(1), I(2), D(3), D(4), D(5), D(6))
NUMBER(correlation, A(0), A(1), I(2), I(3))
NUMBER(correlation_p, A(0), A(1), I(2), I(3))
NUMBER(coverage, A(0), I(1))
NUMBER(alpha, A(0), I(1), I(2), I(3), I(4))
ARRAY(minmax, A(0), I(1), I(2), D(3), D(4), I(5))
ARRAY(zscore, A(0), I(1), I(2), D(3), D(4), I(5))
ARRAY(goalposts, A(0), I(1), I(2), D(3), D(4), D(5), I(6), I(7))
ARRAY(percentile_rank, A(0), I(1), I(2), I(3))
ARRAY(rank, A(0), A(1), I(2), I(3), I(4))
ARRAY(log_gii, A(0), I(1), I(2), D(3))
ARRAY(benefit_of_doubt, A(0), I(1), I(2), I(3), D(4), D(5))
ARRAY(score, A(0), I(1), I(2), I(3), A(4), A(5), A(6), I(7), I(8), D(9), D(10), I(11), D(12))

static const struct {
  const char *name, *kinds;
  double (*number)(const argument *);
  int32_t (*array)(const argument *, double *);
} functions[] = {
    {"inno_flat_skewness", "aii", skewness, NULL},
    {"inno_flat_kurtosis", "aii", kurtosis, NULL},
    {"inno_flat_quantile", "aidi", quantile, NULL},
    {"inno_flat_arithmetic_mean", "aaid", arithmetic_mean, NULL},
    {"inno_flat_geometric_mean", "aaiddd", geometric_mean, NULL},
    {"inno_flat_harmonic_mean", "aaiddd", harmonic_mean, NULL},
    {"inno_flat_power_mean", "aaidddd", power_mean, NULL},
    {"inno_flat_correlation", "aaii", correlation, NULL},
    {"inno_flat_correlation_p", "aaii", correlation_p, NULL},
    {"inno_flat_coverage", "ai", coverage, NULL},
    {"inno_flat_alpha", "aiiii", alpha, NULL},
    {"inno_flat_minmax", "aiiddi", NULL, minmax},
    {"inno_flat_zscore", "aiiddi", NULL, zscore},
    {"inno_flat_goalposts", "aiidddii", NULL, goalposts},
    {"inno_flat_percentile_rank", "aiii", NULL, percentile_rank},
    {"inno_flat_rank", "aaiii", NULL, rank},
    {"inno_flat_log_gii", "aiid", NULL, log_gii},
    {"inno_flat_benefit_of_doubt", "aiiidd", NULL, benefit_of_doubt},
    {"inno_flat_score", "aiiiaaaiiddid", NULL, score},
};

static double *read_array(char *text) {
  int64_t count = 1, k = 0;
  for (const char *c = text; *c != '\0'; c++) count += *c == ',';
  double *values = malloc((size_t)count * sizeof *values);
  if (values == NULL) host_stop("no memory", text);
  for (char *at = text, *next; at != NULL; at = next) {
    next = strchr(at, ',');
    if (next != NULL) *next++ = '\0';
    values[k++] = host_double(at);
  }
  return values;
}

static argument read_argument(char *word) {
  argument a = {word[0], NULL, 0.0, 0};
  if (strcmp(word, "n") == 0) {
    a.kind = 'a';
  } else if (strncmp(word, "a=", 2) == 0) {
    a.array = read_array(word + 2);
  } else if (strncmp(word, "d=", 2) == 0) {
    a.number = host_double(word + 2);
  } else if (strncmp(word, "i=", 2) == 0) {
    a.whole = (int32_t)strtol(word + 2, NULL, 10);
  } else {
    host_stop("no argument", word);
  }
  return a;
}

static size_t find(const char *name) {
  size_t k = 0;
  while (k < sizeof functions / sizeof functions[0] && strcmp(functions[k].name, name) != 0) k++;
  if (k == sizeof functions / sizeof functions[0]) host_stop("function that run_flat.c has to learn", name);
  return k;
}

/* What was there before is no result: the array begins with a number that no case has. */
static void print_array(int32_t (*function)(const argument *, double *), const argument *a, const char *word) {
  int64_t count = strncmp(word, "out=", 4) == 0 ? strtol(word + 4, NULL, 10) : 0;
  if (count < 1) host_stop("no place for results", word);
  double *out = malloc((size_t)count * sizeof *out);
  if (out == NULL) host_stop("no memory", word);
  for (int64_t k = 0; k < count; k++) out[k] = -77.25;
  printf("\t%" PRId32, function(a, out));
  host_print(out, count);
  free(out);
}

void host_call(const host_line *line) {
  argument a[ARGUMENTS];
  if (line->count < 2) host_stop("no name", "call");
  size_t f = find(line->words[1]);
  int count = (int)strlen(functions[f].kinds);
  if (line->count != 2 + count + (functions[f].array != NULL)) host_stop("other arguments", line->words[1]);
  for (int k = 0; k < count; k++) {
    a[k] = read_argument(line->words[2 + k]);
    if (a[k].kind != functions[f].kinds[k]) host_stop("argument of another kind", line->words[1]);
  }
  printf("call\t%s", line->words[1]);
  if (functions[f].array != NULL) {
    print_array(functions[f].array, a, line->words[2 + count]);
  } else {
    double number = functions[f].number(a);
    host_print(&number, 1);
  }
  printf("\n");
  for (int k = 0; k < count; k++) free(a[k].array);
}
