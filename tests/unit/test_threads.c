/* One method, one dataset and one result are shared by threads that only read them. Meant for the thread sanitizer. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { UNITS = 40, INDICATORS = 9, THREADS = 4, ROUNDS = 25 };

static inno_method *method;
static inno_dataset *data;
static inno_result *shared;
static double expected[UNITS];

/* Each thread computes results of its own and reads the shared one; anything that differs is counted. */
static void *work(void *argument) {
  int *wrong = argument;
  char fingerprint[INNO_FINGERPRINT_BYTES];
  double score[UNITS], rank[UNITS];
  for (int k = 0; k < ROUNDS; k++) {
    inno_result *own = NULL;
    if (inno_result_create(NULL, method, data, INNO_KEEP_ALL, &own, NULL) != INNO_OK) {
      (*wrong)++;
      continue;
    }
    int64_t index = inno_result_node_count(own) - 1;
    *wrong += inno_result_scores(own, index, score, sizeof *score, NULL) != INNO_OK;
    *wrong += memcmp(score, expected, sizeof score) != 0;
    *wrong += inno_result_scores(shared, index, score, sizeof *score, NULL) != INNO_OK;
    *wrong += memcmp(score, expected, sizeof score) != 0;
    *wrong += inno_result_ranks(shared, index, "g", rank, sizeof *rank, NULL) != INNO_OK;
    *wrong += inno_method_fingerprint(method, fingerprint, sizeof fingerprint, NULL) != INNO_OK;
    inno_result_destroy(own);
  }
  return NULL;
}

static void shared_objects_are_only_read(void **state) {
  (void)state;
  static char codes[UNITS][16];
  const char *units[UNITS], *labels[UNITS];
  double x[UNITS];
  char code[16];
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  inno_indicator_set_add(set, "index", NULL, NULL);
  for (int i = 0; i < UNITS; i++) {
    snprintf(codes[i], sizeof codes[i], "u%d", i);
    units[i] = codes[i];
    labels[i] = i % 3 ? "a" : "b";
  }
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_group(data, "g", labels, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    inno_indicator_set_add(set, code, "index", NULL);
    for (int i = 0; i < UNITS; i++) x[i] = i == j ? 5000.0 : (i * 37 + j * 11) % 101 + 1;
    assert_int_equal(inno_dataset_add_column(data, code, x, sizeof *x, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_method_create(NULL, set, NULL, NULL, 0, &method, NULL), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, data, INNO_KEEP_ALL, &shared, NULL), INNO_OK);
  assert_int_equal(inno_result_scores(shared, INDICATORS, expected, sizeof *expected, NULL), INNO_OK);

  pthread_t threads[THREADS];
  int wrong[THREADS] = {0};
  for (int t = 0; t < THREADS; t++) assert_int_equal(pthread_create(&threads[t], NULL, work, &wrong[t]), 0);
  for (int t = 0; t < THREADS; t++) {
    assert_int_equal(pthread_join(threads[t], NULL), 0);
    assert_int_equal(wrong[t], 0);
  }
  inno_result_destroy(shared);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shared_objects_are_only_read)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
