/* A small index for the programs of the test of growth: two pillars, five indicators, nine units; every call checked.
 */
#ifndef TESTS_ABI_EXTENDED_MODEL_H
#define TESTS_ABI_EXTENDED_MODEL_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <innoscore/innoscore.h>

enum { UNITS = 9, INDICATORS = 5 };

static inno_error *error;

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)
#define OK(call) check((call) == INNO_OK, #call, __LINE__)

static inline void check(int holds, const char *what, int line) {
  if (holds) return;
  fprintf(stderr, "line %d: %s: %s\n", line, what, inno_error_message(error));
  exit(1);
}

typedef struct {
  inno_indicator_set *set;
  inno_scheme *schemes[2]; /* normalization, aggregation */
  inno_dataset *data;
} model;

static inline inno_scheme *scheme_of(int32_t step) {
  inno_scheme *scheme = NULL;
  OK(inno_scheme_create(NULL, step, &scheme, error));
  return scheme;
}

static inline model new_model(void) {
  static const char *const nodes[][2] = {{"index", NULL}, {"x", "index"}, {"y", "index"}, {"a", "x"},
                                         {"b", "x"},      {"c", "y"},     {"d", "y"},     {"e", "y"}};
  static const char *const units[UNITS] = {"u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"};
  model m = {.data = NULL};
  OK(inno_indicator_set_create(NULL, &m.set, error));
  for (size_t k = 0; k < sizeof nodes / sizeof nodes[0]; k++)
    OK(inno_indicator_set_add(m.set, nodes[k][0], nodes[k][1], error));
  OK(inno_indicator_set_direction(m.set, "b", -1, error));
  OK(inno_indicator_set_freeze(m.set, error));
  m.schemes[0] = scheme_of(INNO_STEP_NORMALIZE);
  m.schemes[1] = scheme_of(INNO_STEP_AGGREGATE);
  OK(inno_dataset_create(NULL, UNITS, units, &m.data, error));
  for (int j = 0; j < INDICATORS; j++) {
    double values[UNITS];
    for (int u = 0; u < UNITS; u++) values[u] = 1.0 + (double)((u * (j + 2) + 3 * j) % 11) / 3.0;
    OK(inno_dataset_add_column(m.data, nodes[3 + j][0], values, sizeof values[0], error));
  }
  return m;
}

static inline void end_model(model *m) {
  inno_dataset_destroy(m->data);
  inno_scheme_destroy(m->schemes[1]);
  inno_scheme_destroy(m->schemes[0]);
  inno_indicator_set_destroy(m->set);
}

static inline inno_method *method_of(const model *m) {
  inno_method *method = NULL;
  OK(inno_method_create(NULL, m->set, NULL, (const inno_scheme *const *)m->schemes, 2, &method, error));
  return method;
}

/* Weights of a pillar are unknown, and (other not NULL) the aggregation may be done otherwise. key is one more option.
 */
static inline inno_uncertainty *uncertainty_of(const model *m, const inno_scheme *other, int32_t key, int64_t value) {
  const inno_scheme *alternatives[] = {m->schemes[1], other};
  inno_assumptions *assumptions = NULL;
  inno_uncertainty *uncertainty = NULL;
  inno_scheme *options = scheme_of(INNO_STEP_UNCERTAINTY);
  OK(inno_assumptions_create(NULL, &assumptions, error));
  OK(inno_assumptions_add_simplex(assumptions, "y", error));
  if (other != NULL) OK(inno_assumptions_add_schemes(assumptions, 1, alternatives, 2, NULL, error));
  OK(inno_scheme_set_i64(options, NULL, key, value, error));
  OK(inno_scheme_set_i64(options, NULL, INNO_KEY_UNCERTAINTY_SCORE_BINS, 20, error));
  OK(inno_scheme_set_f64(options, NULL, INNO_KEY_UNCERTAINTY_SCORE_LOW, 0.0, error));
  OK(inno_scheme_set_f64(options, NULL, INNO_KEY_UNCERTAINTY_SCORE_HIGH, 100.0, error));
  OK(inno_uncertainty_create(NULL, m->set, NULL, (const inno_scheme *const *)m->schemes, 2, m->data, assumptions,
                             options, &uncertainty, error));
  inno_scheme_destroy(options);
  inno_assumptions_destroy(assumptions);
  return uncertainty;
}

static inline inno_tally *tally_of(const inno_uncertainty *uncertainty, int64_t first, int64_t count) {
  inno_tally *tally = NULL;
  OK(inno_tally_create(NULL, uncertainty, &tally, error));
  OK(inno_tally_run(tally, uncertainty, first, count, error));
  return tally;
}

/* ---- files ---- */

enum { BYTES = 1 << 18 };

static inline FILE *file_of(const char *folder, const char *name, const char *mode) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, mode);
  if (file == NULL) perror(path);
  CHECK(file != NULL);
  return file;
}

static inline void put_file(const char *folder, const char *name, const void *bytes, int64_t size) {
  FILE *file = file_of(folder, name, "wb");
  CHECK(fwrite(bytes, 1, (size_t)size, file) == (size_t)size && fclose(file) == 0);
}

static inline int64_t get_file(const char *folder, const char *name, char *bytes) {
  FILE *file = file_of(folder, name, "rb");
  size_t size = fread(bytes, 1, BYTES, file);
  CHECK(size > 0 && size < BYTES && fclose(file) == 0);
  bytes[size] = '\0';
  return (int64_t)size;
}

static inline void put_tally(const char *folder, const char *name, const inno_tally *tally) {
  static char bytes[BYTES];
  int64_t size = 0;
  OK(inno_tally_write(tally, bytes, BYTES, &size, error));
  put_file(folder, name, bytes, size);
}

static inline void put_method(const char *folder, const char *name, const inno_method *method) {
  static char text[BYTES];
  int64_t size = 0;
  OK(inno_method_write_json(method, text, BYTES, &size, error));
  put_file(folder, name, text, size - 1);
}

#endif
