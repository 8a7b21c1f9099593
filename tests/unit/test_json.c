/* Methods and results as JSON: there and back, and every way in which a text can be spoiled. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/error.h"
#include "support/faults.h"
#include "support/rich.h"

enum { TEXT = 1 << 16 };
static char good[TEXT], other[TEXT];

static void fingerprint_of(const inno_method *m, char *hex) {
  assert_int_equal(inno_method_fingerprint(m, hex, INNO_FINGERPRINT_BYTES, NULL), INNO_OK);
}

/* Reading gives the same text, canonical form and steps. */
static void same_again(const inno_method *m) {
  char one[INNO_FINGERPRINT_BYTES], two[INNO_FINGERPRINT_BYTES];
  inno_method *again = NULL;
  int64_t length = rich_text(m, good, TEXT);
  inno_status s = inno_method_read_json(NULL, good, length, &again, error);
  if (s != INNO_OK) fail_msg("%s in %s", inno_error_message(error), good);
  assert_int_equal(rich_text(again, other, TEXT), length);
  assert_string_equal(good, other);
  fingerprint_of(m, one);
  fingerprint_of(again, two);
  assert_string_equal(one, two);
  assert_int_equal(inno_method_step_count(again), inno_method_step_count(m));
  for (int32_t k = 0; k < inno_method_step_count(m); k++)
    assert_int_equal(inno_method_step(again, k), inno_method_step(m, k));
  inno_method_destroy(again);
}

static void there_and_back(void **state) {
  (void)state;
  inno_method *m = rich_method();
  same_again(m);
  for (const char *const *piece =
           (const char *const[]){
               "\"code\":\"b\xe1\xba\xadn \\\"2\\\" \\\\ cu\xe1\xbb\x91i\"", "\"cuts\":[10,33.333333333333336,90]",
               "\"lower\":-1e-7", "\"upper\":1e+21", "\"rules\":[\"winsorize\",\"log_ct\",\"boxcox\"]",
               "{\"code\":\"f\",\"settings\":{\"own_share_upper\":0.5}}", "\"scale\":0.1",
               "\"units\":[{\"code\":\"u0\",\"settings\":{\"force\":\"include\"}}", "\"weight\":2.5e-17",
               "\"settings\":{\"frame\":\"pooled\",\"level\":2},\"step\":\"impute\"",
               "{\"settings\":{\"ties\":\"fractional\"},\"step\":\"rank\"}", NULL};
       *piece != NULL; piece++)
    if (strstr(good, *piece) == NULL) fail_msg("%s is not in %s", *piece, good);
  inno_method_destroy(m);
}

/* The method that was read computes what the one that was written does. */
static void same_result(void **state) {
  (void)state;
  inno_method *m = rich_method(), *again = NULL;
  inno_dataset *data = rich_data();
  inno_result *one = NULL, *two = NULL;
  char *texts[2] = {NULL, NULL};
  int64_t needed = 0;
  assert_int_equal(inno_method_read_json(NULL, good, rich_text(m, good, TEXT), &again, NULL), INNO_OK);
  inno_status s = inno_result_create(NULL, m, data, INNO_KEEP_ALL, &one, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  assert_int_equal(inno_result_create(NULL, again, data, INNO_KEEP_ALL, &two, NULL), INNO_OK);
  for (int k = 0; k < 2; k++) { /* either method may say which it was */
    const inno_result *r = k ? two : one;
    assert_int_equal(inno_result_write_json(r, m, data, NULL, 0, &needed, NULL), INNO_E_BUFFER);
    texts[k] = malloc((size_t)needed);
    assert_non_null(texts[k]);
    assert_int_equal(inno_result_write_json(r, k ? m : again, data, texts[k], needed, &needed, NULL), INNO_OK);
    assert_int_equal(strlen(texts[k]) + 1, needed);
  }
  assert_string_equal(texts[0], texts[1]);
  assert_non_null(strstr(texts[0], "\"periods\":[2023,2024]"));
  /* a buffer one byte short is left as it is */
  texts[1][0] = 'x';
  assert_int_equal(inno_result_write_json(one, m, data, texts[1], needed - 1, NULL, NULL), INNO_E_BUFFER);
  assert_int_equal(texts[1][0], 'x');
  for (int k = 0; k < 2; k++) free(texts[k]);
  inno_result_destroy(one);
  inno_result_destroy(two);
  inno_dataset_destroy(data);
  inno_method_destroy(again);
  inno_method_destroy(m);
}

/* A text of exactly this length, so that a sanitizer sees a byte read behind it. */
static inno_status read_bytes(const char *text, int64_t length, inno_method **out) {
  char *copy = malloc(length > 0 ? (size_t)length : 1);
  assert_non_null(copy);
  memcpy(copy, text, (size_t)length);
  inno_status s = inno_method_read_json(NULL, copy, length, out, error);
  assert_int_equal(inno_error_status(error), s);
  assert_int_equal(s == INNO_OK, *out != NULL);
  free(copy);
  return s;
}

static void every_truncation(void **state) {
  (void)state;
  inno_method *m = rich_method(), *out = NULL;
  int64_t length = rich_text(m, good, TEXT);
  for (int64_t k = 0; k < length; k++) {
    assert_int_equal(read_bytes(good, k, &out), INNO_E_JSON);
    assert_non_null(strstr(inno_error_message(error), "ends too early"));
  }
  inno_method_destroy(m);
}

/* The fingerprint in the text finds every change that still is a method; what passes is the same method. */
static void every_byte_flipped(void **state) {
  (void)state;
  inno_method *m = rich_method();
  char one[INNO_FINGERPRINT_BYTES], two[INNO_FINGERPRINT_BYTES];
  int64_t length = rich_text(m, good, TEXT), passed = 0;
  fingerprint_of(m, one);
  for (int64_t k = 0; k < length; k++)
    for (int bit = 0; bit < 8; bit++) {
      inno_method *out = NULL;
      good[k] = (char)(good[k] ^ 1 << bit);
      if (read_bytes(good, length, &out) == INNO_OK) {
        fingerprint_of(out, two);
        assert_string_equal(one, two);
        passed++;
      }
      inno_method_destroy(out);
      good[k] = (char)(good[k] ^ 1 << bit);
    }
  print_message("%lld of %lld flips change nothing that counts\n", (long long)passed, (long long)length * 8);
  assert_true(passed < length / 100); /* e and E of an exponent, say */
  inno_method_destroy(m);
}

static void refuse(const char *text, inno_status status, const char *word) {
  inno_method *out = NULL;
  inno_status s = read_bytes(text, (int64_t)strlen(text), &out);
  if (s != status || strstr(inno_error_message(error), word) == NULL)
    fail_msg("%s: %d %s", text, (int)s, inno_error_message(error));
}

/* ---- minus zero ---- */

/* A result of one dataset is one of another: the fingerprints and the stamps agree. */
static int same_inputs(const inno_method *m, const inno_dataset *a, const inno_dataset *b) {
  char one[INNO_FINGERPRINT_BYTES], two[INNO_FINGERPRINT_BYTES];
  inno_result *r = NULL;
  int64_t needed = 0;
  assert_int_equal(inno_dataset_fingerprint(a, one, sizeof one, NULL), INNO_OK);
  assert_int_equal(inno_dataset_fingerprint(b, two, sizeof two, NULL), INNO_OK);
  assert_int_equal(inno_result_create(NULL, m, a, INNO_KEEP_SCORES, &r, NULL), INNO_OK);
  inno_status s = inno_result_write_json(r, m, b, NULL, 0, &needed, NULL);
  inno_result_destroy(r);
  int same = strcmp(one, two) == 0;
  assert_int_equal(s, same ? INNO_E_BUFFER : INNO_E_ARGUMENT); /* the buffer is all that is wrong */
  assert_int_equal(inno_inputs_fingerprint(m, a, one, sizeof one, NULL), INNO_OK);
  assert_int_equal(inno_inputs_fingerprint(m, b, two, sizeof two, NULL), INNO_OK);
  assert_int_equal(same, strcmp(one, two) == 0);
  return same;
}

/* The sign of a zero is no difference between data, any other bit is; edits of a what-if see it in the same way. */
static void minus_zero_is_zero(void **state) {
  static const double columns[5][3] = {
      {0.0, 1.0, 2.0}, {-0.0, 1.0, 2.0}, {5e-324, 1.0, 2.0}, {0.0, -1.0, 2.0}, {1.0, 0.0, 2.0}};
  static const char *const units[] = {"U", "V", "W"};
  static const char text[] =
      "{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\"},{\"code\":\"a\",\"parent\":\"i\"}],"
      "\"steps\":[{\"step\":\"normalize\"},{\"step\":\"aggregate\"}]}";
  inno_dataset *d[5];
  inno_method *m = NULL;
  inno_what_if *w = NULL;
  double back[3];
  (void)state;
  assert_int_equal(inno_method_read_json(NULL, text, (int64_t)strlen(text), &m, NULL), INNO_OK);
  for (int k = 0; k < 5; k++) {
    assert_int_equal(inno_dataset_create(NULL, 3, units, &d[k], NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(d[k], "a", columns[k], 8, NULL), INNO_OK);
  }
  assert_int_equal(inno_dataset_column(d[1], "a", back, 8, NULL), INNO_OK);
  assert_true(signbit(back[0])); /* kept, not told */
  for (int k = 0; k < 5; k++)
    for (int j = 0; j < 5; j++) assert_int_equal(same_inputs(m, d[k], d[j]), k == j || k + j == 1);
  assert_int_equal(inno_what_if_create(NULL, NULL, m, d[2], &w, NULL), INNO_OK);
  for (int k = 0; k < 3; k++) {
    assert_int_equal(inno_what_if_set_value(w, 0, 0, columns[k][0], NULL), INNO_OK);
    assert_int_equal(same_inputs(m, inno_what_if_dataset(w), d[0]), k < 2);
    assert_int_equal(inno_result_write_json(inno_what_if_result(w), m, d[0], NULL, 0, &(int64_t){0}, NULL),
                     k < 2 ? INNO_E_BUFFER : INNO_E_ARGUMENT);
  }
  inno_what_if_destroy(w);
  for (int k = 0; k < 5; k++) inno_dataset_destroy(d[k]);
  inno_method_destroy(m);
}

#define HEAD \
  "{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\"},{\"code\":\"a\",\"parent\":\"i\"}],\"steps\":["
#define TAIL "{\"step\":\"normalize\"},{\"step\":\"aggregate\"}]}"

/* By hand: every default may be left out, general settings may stand for all, numbers and texts may be written
 * otherwise. */
static void by_hand(void **state) {
  static const char *const texts[] = {
      HEAD TAIL,
      " {\n \"steps\" : [ {\"step\":\"normal\\u0069ze\", "
      "\"settings\":{\"lower\":0.0e3,\"upper\":1E+2}},\r\n\t{\"step\":\"aggregate\"} ],"
      "\"nodes\":[{\"code\":\"\\u0069\"},{\"weight\":1.000,\"code\":\"a\",\"parent\":\"i\",\"direction\":1}],"
      "\"format\":\"innoscore method 1\" } \n"};
  char hex[2][INNO_FINGERPRINT_BYTES];
  (void)state;
  for (int k = 0; k < 2; k++) {
    inno_method *out = NULL;
    inno_status s = read_bytes(texts[k], (int64_t)strlen(texts[k]), &out);
    if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
    fingerprint_of(out, hex[k]);
    inno_method_destroy(out);
  }
  assert_string_equal(hex[0], hex[1]);
}

/* A fingerprint is said whole, so that it can be compared and taken over. */
static void the_fingerprint_it_has(void **state) {
  static const char text[] = HEAD TAIL, last[] = "\"}";
  char hex[INNO_FINGERPRINT_BYTES], wrong[sizeof text + 100];
  inno_method *m = NULL;
  (void)state;
  assert_int_equal(read_bytes(text, (int64_t)strlen(text), &m), INNO_OK);
  fingerprint_of(m, hex);
  inno_method_destroy(m);
  snprintf(wrong, sizeof wrong, "%.*s,\"fingerprint\":\"abc%s", (int)strlen(text) - 1, text, last);
  for (int32_t language = INNO_LANGUAGE_VI; language >= INNO_LANGUAGE_EN; language--) {
    inno_error_set_language(error, language);
    refuse(wrong, INNO_E_JSON, hex);
  }
}

/* Whatever stands for a direction, the sentence says which numbers may. */
static void directions(void **state) {
  static const char *const values[] = {"\"up\"", "\"-1\"", "null", "[1]", "1e400"};
  char text[200];
  (void)state;
  for (int k = 0; k < 5; k++) {
    snprintf(text, sizeof text,
             "{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\",\"direction\":%s}],\"steps\":[]}",
             values[k]);
    refuse(text, INNO_E_JSON, "the direction of 'i' must be 1 (more is better) or -1 (less is better)");
  }
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\",\"direction\":1.0000001}],\"steps\":[]}",
         INNO_E_ARGUMENT, "'i' has direction 1.0000001;");
}

static void numbers_that_do_not_fit(void **state) {
  static char text[2000];
  (void)state;
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"lower\":-1e400}}," TAIL, INNO_E_JSON,
         "lower goes beyond the range of doubles");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"cuts\":[1,1e400]}}," TAIL, INNO_E_JSON,
         "cuts goes beyond the range of doubles");
  snprintf(text, sizeof text, HEAD "{\"step\":\"normalize\",\"settings\":{\"lower\":0.%0900d}}," TAIL, 1);
  refuse(text, INNO_E_JSON, "the number lower is longer than 799 characters");
}

static void refusals(void **state) {
  (void)state;
  refuse("", INNO_E_JSON, "line 1, column 1: the JSON text ends");
  refuse("nul", INNO_E_JSON, "ends too early");
  refuse("7", INNO_E_JSON, "a method must be an object");
  refuse("[", INNO_E_JSON, "ends too early");
  refuse("{}", INNO_E_JSON, "format is missing");
  refuse("{\n\n  x}", INNO_E_JSON, "line 3, column 3");
  refuse("{\"\xe1\xba\xad\":x", INNO_E_JSON, "column 6"); /* characters, not bytes */
  refuse("[01]", INNO_E_JSON, "column 3");
  refuse("[1.]", INNO_E_JSON, "column 4");
  refuse("[1e]", INNO_E_JSON, "column 4");
  refuse("[-]", INNO_E_JSON, "column 3");
  refuse("[+1]", INNO_E_JSON, "column 2");
  refuse("[.5]", INNO_E_JSON, "column 2");
  refuse("[\"\\x\"]", INNO_E_JSON, "column 4");
  refuse("[\"\\u12g4\"]", INNO_E_JSON, "not JSON");
  refuse("[\"a\tb\"]", INNO_E_JSON, "not JSON");
  refuse("[1,]", INNO_E_JSON, "column 4");
  refuse("{\"a\":1,}", INNO_E_JSON, "column 8");
  refuse("{\"a\"}", INNO_E_JSON, "column 5");
  refuse("[1] 2", INNO_E_JSON, "column 5: something follows");
  refuse("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1", INNO_E_JSON, "nested");
  refuse(HEAD "{\"step\":\"normalise\"}]}", INNO_E_JSON, "'normalise'");
  refuse(HEAD "{\"step\":\"audit\"}]}", INNO_E_ORDER, "audit");
  refuse(HEAD "]}", INNO_E_ORDER, "aggregation");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"lowr\":1}}," TAIL, INNO_E_JSON, "'lowr'");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"lower\":\"1\"}}," TAIL, INNO_E_JSON,
         "lower must be a number, without quotes");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"lower\":1,\"lower\":1}}," TAIL, INNO_E_JSON, "twice");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"truncate\":0.5}}," TAIL, INNO_E_JSON, "integer");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"rule\":\"minmx\"}}," TAIL, INNO_E_RULE, "minmx");
  refuse(HEAD "{\"step\":\"normalize\",\"settings\":{\"target\":1}}," TAIL, INNO_E_VALUE, "no effect");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":[{\"nodes\":[\"q\"],\"settings\":{\"lower\":1}}]}," TAIL, INNO_E_CODE,
         "'q'");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":[{\"nodes\":[\"a\",\"a\"],\"settings\":{\"lower\":1}}]}," TAIL,
         INNO_E_JSON, "twice");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":[{\"nodes\":[\"\\u0000\"],\"settings\":{\"lower\":1}}]}," TAIL,
         INNO_E_JSON, "text");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":[{\"nodes\":[\"\\ud800\"],\"settings\":{\"lower\":1}}]}," TAIL,
         INNO_E_JSON, "text");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":[{\"nodes\":[\"\xff\"],\"settings\":{\"lower\":1}}]}," TAIL,
         INNO_E_JSON, "text");
  refuse(HEAD "{\"step\":\"normalize\",\"rules\":{\"nodes\":1}}," TAIL, INNO_E_JSON, "rules must be a list");
  refuse(HEAD "{\"step\":\"treat\",\"settings\":{\"rules\":[\"none\",\"log\"]}}," TAIL, INNO_E_RULE, "none");
  refuse(HEAD "{\"step\":\"treat\",\"settings\":{\"rules\":\"log\"}}," TAIL, INNO_E_JSON, "list");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\",\"scale\":2}],\"steps\":[]}", INNO_E_JSON,
         "denominator");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\",\"weight\":-2}],\"steps\":[]}", INNO_E_ARGUMENT,
         "weight");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\",\"direction\":0.5}],\"steps\":[]}",
         INNO_E_ARGUMENT, "0.5");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\"},{\"code\":\"i\"}],\"steps\":[]}",
         INNO_E_DUPLICATE, "i");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[],\"steps\":[]}", INNO_E_TREE, "index");
  refuse("{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\"}],\"steps\":[]}", INNO_E_TREE, "no indicators");
  refuse("{\"format\":\"innoscore method 2\",\"nodes\":[],\"steps\":[]}", INNO_E_JSON, "innoscore method 1");
}

static void sentences_in_vietnamese(void **state) {
  (void)state;
  inno_error_set_language(error, INNO_LANGUAGE_VI);
  refuse("[1", INNO_E_JSON, "d\xc3\xb2ng 1, c\xe1\xbb\x99t 3");
  inno_error_set_language(error, INNO_LANGUAGE_EN);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  inno_method *m = rich_method();
  int64_t length = rich_text(m, good, TEXT);
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_method *out = NOT_AN_OBJECT;
    FAULTS_MADE(&turn, inno_method_read_json(&turn.allocator, good, length, &out, NULL), out);
    inno_method_destroy(out);
  }
  assert_true(turn.permitted > 50);
  inno_method_destroy(m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(there_and_back),
      cmocka_unit_test(same_result),
      cmocka_unit_test(every_truncation),
      cmocka_unit_test(every_byte_flipped),
      cmocka_unit_test(minus_zero_is_zero),
      cmocka_unit_test(by_hand),
      cmocka_unit_test(refusals),
      cmocka_unit_test(the_fingerprint_it_has),
      cmocka_unit_test(directions),
      cmocka_unit_test(numbers_that_do_not_fit),
      cmocka_unit_test(sentences_in_vietnamese),
      cmocka_unit_test(every_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
