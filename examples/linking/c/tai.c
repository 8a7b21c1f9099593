/* Scores the Technology Achievement Index from values in memory and prints ranks, scores and the bits of the scores.
   Usage: tai [wrong]     wrong puts an infinite value in, which the library refuses */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <innoscore/innoscore.h>

#include "tai_data.h"

/* What is made on the way; every pointer NULL or valid, so that one place destroys it all. */
struct work {
  inno_error *error;
  inno_indicator_set *set;
  inno_scheme *steps[2]; /* normalize, aggregate */
  inno_method *method;
  inno_dataset *data;
  inno_result *result;
};

static void destroy(struct work *w) {
  inno_result_destroy(w->result);
  inno_dataset_destroy(w->data);
  inno_method_destroy(w->method);
  inno_scheme_destroy(w->steps[1]);
  inno_scheme_destroy(w->steps[0]);
  inno_indicator_set_destroy(w->set);
  inno_error_destroy(w->error);
}

static inno_status make_set(struct work *w) {
  inno_status s = inno_indicator_set_create(NULL, &w->set, w->error);
  if (!s) s = inno_indicator_set_add(w->set, "TAI", NULL, w->error);
  for (int i = 0; !s && i < INDICATORS; i++) s = inno_indicator_set_add(w->set, indicators[i], "TAI", w->error);
  return s ? s : inno_indicator_set_freeze(w->set, w->error);
}

/* Goalposts, each indicator its own, score 1 at the upper one; then the arithmetic mean with equal weights. */
static inno_status make_method(struct work *w) {
  inno_status s = inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &w->steps[0], w->error);
  if (!s) s = inno_scheme_create(NULL, INNO_STEP_AGGREGATE, &w->steps[1], w->error);
  inno_scheme *normalize = w->steps[0];
  if (!s) s = inno_scheme_set_i64(normalize, NULL, INNO_KEY_NORMALIZE_RULE, INNO_NORMALIZE_GOALPOSTS, w->error);
  if (!s) s = inno_scheme_set_f64(normalize, NULL, INNO_KEY_NORMALIZE_POINTS, 1, w->error);
  for (int i = 0; !s && i < INDICATORS; i++) {
    s = inno_scheme_set_f64(normalize, indicators[i], INNO_KEY_NORMALIZE_LOWER, lower[i], w->error);
    if (!s) s = inno_scheme_set_f64(normalize, indicators[i], INNO_KEY_NORMALIZE_UPPER, upper[i], w->error);
  }
  if (!s) s = inno_scheme_set_i64(w->steps[1], NULL, INNO_KEY_AGGREGATE_RULE, INNO_AGGREGATE_ARITHMETIC, w->error);
  if (s) return s;
  return inno_method_create(NULL, w->set, NULL, (const inno_scheme *const *)w->steps, 2, &w->method, w->error);
}

/* A column of the matrix is every INDICATORS-th of its values: the stride says so, and nothing is copied together. */
static inno_status make_data(struct work *w, const double *matrix) {
  inno_status s = inno_dataset_create(NULL, UNITS, units, &w->data, w->error);
  for (int i = 0; !s && i < INDICATORS; i++) {
    s = inno_dataset_add_column(w->data, indicators[i], matrix + i, INDICATORS * (ptrdiff_t)sizeof(double), w->error);
  }
  return s;
}

static inno_status score(struct work *w, const double *matrix, double *scores, double *ranks) {
  inno_status s = inno_error_create(NULL, &w->error);
  if (!s) s = make_set(w);
  if (!s) s = make_method(w);
  if (!s) s = make_data(w, matrix);
  if (!s) s = inno_result_create(NULL, w->method, w->data, INNO_KEEP_SCORES, &w->result, w->error);
  const int64_t index = inno_result_node_count(w->result) - 1; /* the last node */
  if (!s) s = inno_result_scores(w->result, index, scores, sizeof(double), w->error);
  return s ? s : inno_result_ranks(w->result, index, NULL, ranks, sizeof(double), w->error);
}

static void print(const double *scores, const double *ranks) {
  printf("%4s  %-14s  %6s  %s\n", "Rank", "Unit", "TAI", "Bits");
  for (int place = 1; place <= UNITS; place++) {
    for (int u = 0; u < UNITS; u++) {
      uint64_t bits;
      memcpy(&bits, &scores[u], sizeof bits);
      if ((int)ranks[u] == place) printf("%4d  %-14s  %6.4f  %016" PRIx64 "\n", place, units[u], scores[u], bits);
    }
  }
}

int main(int count, char **words) {
  double matrix[UNITS * INDICATORS], scores[UNITS], ranks[UNITS];
  struct work w = {0};
  memcpy(matrix, values, sizeof matrix);
  if (count > 1 && strcmp(words[1], "wrong") == 0) matrix[2 * INDICATORS] = (double)INFINITY;
  const inno_status s = score(&w, matrix, scores, ranks);
  if (s) {
    fprintf(stderr, "%s: %s\n", inno_status_name(s), inno_error_message(w.error));
  } else {
    print(scores, ranks);
  }
  destroy(&w);
  return s != INNO_OK;
}
