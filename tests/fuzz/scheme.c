/* Settings from text and the method made of them: any key, code, level and value; allocations that fail. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"
#include "support/allocator.h"

enum { MOST_STEPS = 6, TEXT = 1100 };

typedef struct {
  fuzz_input in;
  counting of_schemes, of_methods; /* two, so that memory given back to the wrong one is seen */
  inno_allocator scheme_allocator, method_allocator;
  inno_error *error;
  inno_scheme *steps[MOST_STEPS];
  int32_t step_count;
} world;

static inno_indicator_set *new_set(void) {
  static const char *const nodes[][2] = {{"index", NULL}, {"P", "index"}, {"a", "P"}, {"b", "P"}, {"c", "index"}};
  inno_indicator_set *set = NULL;
  FUZZ_CHECK(inno_indicator_set_create(NULL, &set, NULL) == INNO_OK);
  for (int i = 0; i < 5; i++) FUZZ_CHECK(inno_indicator_set_add(set, nodes[i][0], nodes[i][1], NULL) == INNO_OK);
  FUZZ_CHECK(inno_indicator_set_direction(set, "b", -1, NULL) == INNO_OK);
  FUZZ_CHECK(inno_indicator_set_denominator(set, "c", "people", 1000.0, NULL) == INNO_OK);
  FUZZ_CHECK(inno_indicator_set_freeze(set, NULL) == INNO_OK);
  return set;
}

/* What a key is set to, of whatever type, as bytes. */
static size_t read_back(const inno_scheme *scheme, const char *code, int32_t key, int32_t type, char *out) {
  double number = 0.0;
  int64_t integer = 0, needed = 0;
  switch (type) {
    case INNO_TYPE_F64:
      FUZZ_CHECK(inno_scheme_get_f64(scheme, code, key, &number, NULL) == INNO_OK);
      FUZZ_CHECK(!isinf(number));
      memcpy(out, &number, sizeof number);
      return sizeof number;
    case INNO_TYPE_I64:
    case INNO_TYPE_CHOICE:
      FUZZ_CHECK(inno_scheme_get_i64(scheme, code, key, &integer, NULL) == INNO_OK);
      memcpy(out, &integer, sizeof integer);
      return sizeof integer;
    default:
      FUZZ_CHECK(inno_scheme_get_text(scheme, code, key, out, TEXT, &needed, NULL) == INNO_OK);
      FUZZ_CHECK(needed >= 1 && needed <= TEXT && out[needed - 1] == '\0' && strlen(out) + 1 == (size_t)needed);
      return (size_t)needed;
  }
}

/* What was accepted is what the public tables say that a key takes. */
static void check_accepted(const inno_scheme *scheme, const char *code, int32_t key, int32_t type) {
  char now[TEXT];
  double lower, upper;
  read_back(scheme, code, key, type, now);
  if (type == INNO_TYPE_F64 || type == INNO_TYPE_I64) {
    double number = 0.0;
    int64_t integer = 0;
    memcpy(type == INNO_TYPE_F64 ? (void *)&number : (void *)&integer, now, 8);
    if (type == INNO_TYPE_I64) number = (double)integer;
    FUZZ_CHECK(inno_key_bounds(key, &lower, &upper, NULL) == INNO_OK);
    FUZZ_CHECK(number >= lower && number <= upper);
  } else if (type == INNO_TYPE_CHOICE) {
    int64_t choice = 0;
    memcpy(&choice, now, sizeof choice);
    FUZZ_CHECK(inno_choice_name(key, (int32_t)choice) != NULL);
  } else {
    FUZZ_CHECK(inno__text_valid(now));
  }
}

static void set(world *w, inno_scheme *scheme) {
  static const char *const codes[] = {"a", "b", "c", "P", "index", "u0"};
  static const inno_status documented[] = {
      INNO_OK, INNO_E_KEY, INNO_E_TYPE, INNO_E_VALUE, INNO_E_TEXT, INNO_E_RULE, INNO_E_ARGUMENT, INNO_E_NOMEM, -1};
  char value[TEXT], own[TEXT], before[TEXT], after[TEXT];
  int32_t step = inno_scheme_step(scheme), key = 0, type = 0, scopes = 0, where = fuzz_below(&w->in, 8);
  FUZZ_CHECK(inno_key_info(step, fuzz_below(&w->in, inno_key_count(step)), &key, NULL, &type, &scopes) == INNO_OK);
  const char *code = NULL;
  if (where < 4) code = codes[fuzz_below(&w->in, 6)];
  if (where == 4) code = fuzz_text(&w->in, own, sizeof own);
  fuzz_value(&w->in, key, type, value, sizeof value);
  size_t size = read_back(scheme, code, key, type, before);
  inno_status s;
  if (where == 5) {
    s = inno_scheme_set_level_text(scheme, fuzz_byte(&w->in) - 2, key, value, w->error);
    FUZZ_CHECK(s != INNO_OK || scopes & INNO_SCOPE_LEVEL);
  } else {
    int32_t other = fuzz_one_in(&w->in, 32) ? fuzz_byte(&w->in) * 4 : key;
    s = inno_scheme_set_text(scheme, code, other, value, w->error);
    if (s == INNO_OK && other == key) check_accepted(scheme, code, key, type);
  }
  FUZZ_CHECK(fuzz_is_among(s, documented));
  fuzz_check_error(w->error, s);
  if (s == INNO_OK) return;
  FUZZ_CHECK(read_back(scheme, code, key, type, after) == size && memcmp(before, after, size) == 0);
}

static void add_step(world *w) {
  int32_t step = 0;
  inno_scheme *scheme = NULL;
  FUZZ_CHECK(inno_step_info(fuzz_below(&w->in, inno_step_count()), &step, NULL, NULL) == INNO_OK);
  inno_status s = inno_scheme_create(&w->scheme_allocator, step, &scheme, w->error);
  fuzz_check_error(w->error, s);
  FUZZ_CHECK(s == INNO_OK || (s == INNO_E_NOMEM && w->of_schemes.permitted >= 0 && scheme == NULL));
  if (s != INNO_OK) return;
  w->steps[w->step_count++] = scheme;
  for (int32_t k = fuzz_below(&w->in, 5); k > 0; k--) set(w, scheme);
}

/* Its own text, the same again from the same schemes, and nothing is written into a buffer that is too small. */
static void check_method(const world *w, const inno_indicator_set *set, const inno_method *method) {
  static char first[1 << 15], second[1 << 15];
  char fingerprint[INNO_FINGERPRINT_BYTES];
  inno_method *again = NULL;
  int64_t needed = 0, needed_again = 0;
  FUZZ_CHECK(inno_method_canonical(method, first, sizeof first, &needed, NULL) == INNO_OK);
  FUZZ_CHECK(strlen(first) + 1 == (size_t)needed);
  FUZZ_CHECK(inno_method_fingerprint(method, fingerprint, sizeof fingerprint, NULL) == INNO_OK);
  FUZZ_CHECK(strlen(fingerprint) == 64);
  second[0] = 'x';
  FUZZ_CHECK(inno_method_canonical(method, second, needed - 1, NULL, NULL) == INNO_E_BUFFER && second[0] == 'x');
  const inno_scheme *const *steps = (const inno_scheme *const *)w->steps;
  FUZZ_CHECK(inno_method_create(NULL, set, NULL, steps, w->step_count, &again, NULL) == INNO_OK);
  FUZZ_CHECK(inno_method_canonical(again, second, sizeof second, &needed_again, NULL) == INNO_OK);
  FUZZ_CHECK(needed == needed_again && memcmp(first, second, (size_t)needed) == 0);
  inno_method_destroy(again);
  fuzz_check_json(method);
  for (int32_t k = 0; k < w->step_count; k++) FUZZ_CHECK(inno_method_step(method, k) == inno_scheme_step(w->steps[k]));
}

static void check_memory(const counting *c) { FUZZ_CHECK(c->live_blocks == 0 && c->live_bytes == 0 && !c->wrong_size); }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const inno_status documented[] = {
      INNO_OK,      INNO_E_CODE, INNO_E_VALUE, INNO_E_MISSING_PARAMETER, INNO_E_ORDER, INNO_E_WEIGHTS, INNO_E_SIZE,
      INNO_E_NOMEM, -1};
  world w = {.in = {data, size}};
  inno_method *method = NULL;
  w.scheme_allocator = counting_allocator(&w.of_schemes);
  w.method_allocator = counting_allocator(&w.of_methods);
  if (fuzz_one_in(&w.in, 8)) w.of_schemes.permitted = fuzz_byte(&w.in);
  if (fuzz_one_in(&w.in, 8)) w.of_methods.permitted = fuzz_byte(&w.in);
  FUZZ_CHECK(inno_error_create(NULL, &w.error) == INNO_OK);
  inno_error_set_language(w.error, fuzz_below(&w.in, 2));
  for (int32_t k = fuzz_below(&w.in, MOST_STEPS + 1); k > 0; k--) add_step(&w);
  inno_indicator_set *set = new_set();
  inno_status s = inno_method_create(&w.method_allocator, set, NULL, (const inno_scheme *const *)w.steps, w.step_count,
                                     &method, w.error);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (method != NULL));
  FUZZ_CHECK(s != INNO_E_NOMEM || w.of_methods.permitted >= 0);
  fuzz_check_error(w.error, s);
  FUZZ_CHECK(inno_error_unit(w.error)[0] == '\0'); /* a method is about nodes; units come with the data */
  if (s == INNO_OK && w.step_count > 0) check_method(&w, set, method);
  for (int32_t k = 0; k < w.step_count; k++) inno_scheme_destroy(w.steps[k]);
  check_memory(&w.of_schemes);
  inno_method_destroy(method);
  check_memory(&w.of_methods);
  inno_indicator_set_destroy(set);
  inno_error_destroy(w.error);
  return 0;
}
