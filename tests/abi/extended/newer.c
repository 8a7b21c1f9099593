/* A program of the release after this one: compiled against the extended headers, run with both libraries.
 * Usage: newer extended FOLDER   all that is new is taken; writes what holds it
 *        newer today FOLDER      all that is new is refused, with a status and a sentence, also in what was written */
#define _GNU_SOURCE /* dlvsym() */
#include <dlfcn.h>

#include "model.h"

static int extended, faults;
static char bytes[BYTES];

/* With the extended library success; with today's this status, and these words in its sentence. */
static void expect(const char *what, inno_status got, inno_status refused, const char *words) {
  const char *sentence = inno_error_message(error);
  inno_status wanted = extended ? INNO_OK : refused;
  int right = got == wanted && (extended || (inno_error_status(error) == got && strstr(sentence, words) != NULL));
  printf("%s%s: %s %s\n", right ? "" : "WRONG: ", what, inno_status_name(got), extended ? "" : sentence);
  faults += !right;
}

static void holds(const char *what, int right) {
  printf("%s%s\n", right ? "" : "WRONG: ", what);
  faults += !right;
}

/* ---- what is asked of the library ---- */

static void symbols(void) {
  holds("a function that is asked for by name", (dlsym(RTLD_DEFAULT, "inno_version_number") != NULL) == extended);
  holds("its version node", (dlvsym(RTLD_DEFAULT, "inno_version_number", "INNO_0.2") != NULL) == extended);
  holds("an old function under its old node", dlvsym(RTLD_DEFAULT, "inno_version", "INNO_0.1") != NULL);
  holds("the ABI", inno_abi_version() == INNO_ABI);
}

static void schemes(model *m) {
  inno_scheme *forecast = NULL, *normalize = m->schemes[0], *options = scheme_of(INNO_STEP_UNCERTAINTY);
  expect("a kind of scheme", inno_scheme_create(NULL, INNO_STEP_FORECAST, &forecast, error), INNO_E_ARGUMENT, "step");
  holds("no scheme where it is refused", (forecast != NULL) == extended);
  expect("a rule by number",
         inno_scheme_set_i64(m->schemes[1], NULL, INNO_KEY_AGGREGATE_RULE, INNO_AGGREGATE_CAUTIOUS, error), INNO_E_RULE,
         "no choice number 19");
  expect("a rule by name", inno_scheme_set_text(m->schemes[1], NULL, INNO_KEY_AGGREGATE_RULE, "cautious", error),
         INNO_E_RULE, "does not know 'cautious'");
  expect("a key", inno_scheme_set_f64(normalize, NULL, INNO_KEY_NORMALIZE_LIFT, 5.0, error), INNO_E_KEY, "580");
  expect("a key at its default", inno_scheme_set_f64(normalize, NULL, INNO_KEY_NORMALIZE_LIFT, 0.0, error), INNO_E_KEY,
         "580");
  expect("a choice of an old key", inno_scheme_set_i64(normalize, NULL, INNO_KEY_NORMALIZE_LOG, INNO_LOG_BASE2, error),
         INNO_E_RULE, "no choice number 4");
  expect("a choice by name", inno_scheme_set_text(normalize, NULL, INNO_KEY_NORMALIZE_LOG, "base2", error), INNO_E_RULE,
         "does not know 'base2'");
  expect("an option of an uncertainty", inno_scheme_set_i64(options, NULL, INNO_KEY_UNCERTAINTY_SERIES, 1, error),
         INNO_E_KEY, "1120");
  inno_scheme_destroy(forecast);
  inno_scheme_destroy(options);
}

/* A refused setting leaves the scheme as it was, so the method is that of an old program. */
static void nothing_stays(void) {
  char one[INNO_FINGERPRINT_BYTES], other[INNO_FINGERPRINT_BYTES];
  model old = new_model(), tried = new_model();
  (void)inno_scheme_set_f64(tried.schemes[0], NULL, INNO_KEY_NORMALIZE_LIFT, extended ? 0.0 : 5.0, error);
  inno_method *a = method_of(&old), *b = method_of(&tried);
  OK(inno_method_fingerprint(a, one, sizeof one, error));
  OK(inno_method_fingerprint(b, other, sizeof other, error));
  holds("a refused key, and one at its default, leave the fingerprint", strcmp(one, other) == 0);
  inno_method_destroy(b);
  inno_method_destroy(a);
  end_model(&tried);
  end_model(&old);
}

static void names(void) {
  int32_t key = inno_key_from_name(INNO_STEP_NORMALIZE, "lift"), seen = 0, number, scopes;
  holds("a key by name", key == (extended ? INNO_KEY_NORMALIZE_LIFT : 0));
  for (int32_t i = 0; i < inno_key_count(INNO_STEP_NORMALIZE); i++) {
    OK(inno_key_info(INNO_STEP_NORMALIZE, i, &number, NULL, NULL, &scopes));
    seen += number == INNO_KEY_NORMALIZE_LIFT;
    CHECK((scopes & ~(INNO_SCOPE_ALL | INNO_SCOPE_NODE)) == 0);
  }
  holds("a key among all, with no other scopes than the headers name", seen == extended);
  holds("the name of a status",
        strcmp(inno_status_name(INNO_E_CAUTION), extended ? "INNO_E_CAUTION" : "INNO_E_UNKNOWN") == 0);
  holds("the sentence of a status", strcmp(inno_status_text(INNO_E_CAUTION, INNO_LANGUAGE_EN),
                                           extended ? "too much caution" : "unknown status") == 0);
}

static void objects(const model *m) {
  inno_frontier_options *options = NULL;
  inno_result *result = NULL;
  inno_method *method = method_of(m);
  double value = 0.0;
  OK(inno_frontier_options_create(NULL, &options, error));
  expect("an option of a frontier", inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_CALM, 0.5, error),
         INNO_E_KEY, "980");
  expect("a flag", inno_result_create(NULL, method, m->data, INNO_KEEP_ALL | INNO_KEEP_NOTES, &result, error),
         INNO_E_ARGUMENT, "keep");
  inno_result_destroy(result);
  OK(inno_result_create(NULL, method, m->data, INNO_KEEP_ALL, &result, error));
  expect("a field of a record", inno_result_record(result, INNO_RECORD_WEIGHT, 0, INNO_FIELD_DEPTH, &value, error),
         INNO_E_KEY, "no field 56");
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_frontier_options_destroy(options);
}

/* ---- what was written ---- */

static void write_method(const char *folder, const char *name, int32_t key, const char *value) {
  model m = new_model();
  OK(inno_scheme_set_text(m.schemes[key >= INNO_STEP_AGGREGATE], NULL, key, value, error));
  inno_method *method = method_of(&m);
  put_method(folder, name, method);
  inno_method_destroy(method);
  end_model(&m);
}

/* A tally in which a rule failed with the new status. */
static void write_failed(const char *folder) {
  model m = new_model();
  inno_scheme *cautious = scheme_of(INNO_STEP_AGGREGATE);
  OK(inno_scheme_set_i64(cautious, NULL, INNO_KEY_AGGREGATE_RULE, INNO_AGGREGATE_CAUTIOUS, error));
  OK(inno_scheme_set_f64(cautious, NULL, INNO_KEY_AGGREGATE_CAUTION, 0.95, error));
  inno_uncertainty *u = uncertainty_of(&m, cautious, INNO_KEY_UNCERTAINTY_TOP, 3);
  inno_tally *tally = tally_of(u, 0, 100);
  put_tally(folder, "failed", tally);
  inno_tally_destroy(tally);
  inno_uncertainty_destroy(u);
  inno_scheme_destroy(cautious);
  end_model(&m);
}

/* A tally that today's library could not have written has the next format. */
static void write_series(const char *folder) {
  model m = new_model();
  inno_uncertainty *u = uncertainty_of(&m, NULL, INNO_KEY_UNCERTAINTY_SERIES, 7);
  inno_tally *tally = tally_of(u, 0, 100);
  put_tally(folder, "series", tally);
  inno_tally_destroy(tally);
  inno_uncertainty_destroy(u);
  end_model(&m);
}

static void write_all(const char *folder) {
  write_method(folder, "rule.json", INNO_KEY_AGGREGATE_RULE, "cautious");
  write_method(folder, "key.json", INNO_KEY_NORMALIZE_LIFT, "5");
  write_method(folder, "default.json", INNO_KEY_NORMALIZE_LIFT, "0");
  write_method(folder, "choice.json", INNO_KEY_NORMALIZE_LOG, "base2");
  write_failed(folder);
  write_series(folder);
  static const char step[] =
      "{\"format\":\"innoscore method 1\",\"nodes\":[{\"code\":\"i\"},{\"code\":\"a\",\"parent\":\"i\"}],"
      "\"steps\":[{\"step\":\"forecast\",\"settings\":{\"horizon\":3}}]}";
  put_file(folder, "step.json", step, (int64_t)sizeof step - 1);
}

static inno_status read_method(const char *folder, const char *name) {
  inno_method *method = NULL;
  int64_t size = get_file(folder, name, bytes);
  inno_status s = inno_method_read_json(NULL, bytes, size, &method, error);
  CHECK((s == INNO_OK) == (method != NULL));
  inno_method_destroy(method);
  return s;
}

static void read_all(const char *folder) {
  expect("a text with a rule", read_method(folder, "rule.json"), INNO_E_RULE, "does not know 'cautious'");
  expect("a text with a key", read_method(folder, "key.json"), INNO_E_JSON, "'lift' has no meaning here");
  expect("a text with a choice", read_method(folder, "choice.json"), INNO_E_RULE, "does not know 'base2'");
  holds("a text whose key is at its default", read_method(folder, "default.json") == INNO_OK);
  inno_status s = read_method(folder, "step.json"); /* known there, but no step of a method */
  if (extended)
    holds("a text with a kind of scheme", s == INNO_E_ORDER);
  else
    expect("a text with a kind of scheme", s, INNO_E_JSON, "'forecast' has no meaning here");
}

static void read_series(const char *folder) {
  inno_tally *tally = NULL;
  int64_t size = get_file(folder, "series", bytes);
  expect("a tally of a newer format", inno_tally_read(NULL, bytes, size, &tally, error), INNO_E_TALLY,
         "format 2, which is newer than this library; update the library");
  holds("no tally where it is refused", (tally != NULL) == extended);
  inno_tally_destroy(tally);
}

/* Counts are whole numbers that need no name: the tally is read, and keeps the status it does not know. */
static void read_failed(const char *folder) {
  inno_tally *tally = NULL;
  inno_status status = INNO_OK;
  int64_t count = 0, first = -1, size = get_file(folder, "failed", bytes), written = 0;
  static char again[BYTES];
  OK(inno_tally_read(NULL, bytes, size, &tally, error));
  OK(inno_tally_failure(tally, 0, &status, &count, &first));
  OK(inno_tally_write(tally, again, BYTES, &written, error));
  holds("a tally with failures of a status", status == INNO_E_CAUTION && count > 10 && count < 90 && first >= 0);
  holds("its bytes", written == size && memcmp(again, bytes, (size_t)size) == 0);
  inno_tally_destroy(tally);
}

int main(int count, char **given) {
  extended = count == 3 && strcmp(given[1], "extended") == 0;
  if (!extended && (count != 3 || strcmp(given[1], "today") != 0)) return 2;
  OK(inno_error_create(NULL, &error));
  model m = new_model();
  symbols();
  schemes(&m);
  nothing_stays();
  names();
  end_model(&m);
  m = new_model();
  objects(&m);
  if (extended) write_all(given[2]);
  read_all(given[2]);
  read_failed(given[2]);
  read_series(given[2]);
  end_model(&m);
  inno_error_destroy(error);
  return faults == 0 ? 0 : 1;
}
