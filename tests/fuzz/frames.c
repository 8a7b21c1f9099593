/* Texts of frames: true ones with changes under a checksum that is right again, and any bytes. What is read can be used
 * without a crash, and is written letter by letter as it was. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "fuzz/fuzz.h"
#include "support/allocator.h"

enum { UNITS = 9, PERIODS = 2, TEXT = 1 << 15, LINE = 9 + 64 + 1 };

static inno_method *method;
static inno_dataset *dataset;
static char good[TEXT];
static size_t good_length;

static void set_text(inno_scheme *s, const char *code, int32_t key, const char *value) {
  FUZZ_CHECK(inno_scheme_set_text(s, code, key, value, NULL) == INNO_OK);
}

static void make_world(void) {
  static const char *const units[UNITS] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  static const double years[PERIODS] = {2023, 2024};
  inno_indicator_set *set = NULL;
  inno_scheme *s[3] = {NULL, NULL, NULL};
  double x[UNITS * PERIODS];
  FUZZ_CHECK(inno_indicator_set_create(NULL, &set, NULL) == INNO_OK);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "x", "index", NULL);
  inno_indicator_set_add(set, "y", "index", NULL);
  inno_indicator_set_direction(set, "y", -1, NULL);
  FUZZ_CHECK(inno_indicator_set_freeze(set, NULL) == INNO_OK);
  inno_scheme_create(NULL, INNO_STEP_TREAT, &s[0], NULL);
  inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &s[1], NULL);
  inno_scheme_create(NULL, INNO_STEP_AGGREGATE, &s[2], NULL);
  set_text(s[0], NULL, INNO_KEY_TREAT_RULES, "winsorize, log_gii, boxcox");
  set_text(s[0], NULL, INNO_KEY_TREAT_LAMBDA, "0.5");
  set_text(s[0], NULL, INNO_KEY_TREAT_FORCE, "1");
  set_text(s[0], "y", INNO_KEY_TREAT_FRAME, "pooled");
  set_text(s[1], "x", INNO_KEY_NORMALIZE_FRAME, "period");
  set_text(s[1], "y", INNO_KEY_NORMALIZE_RULE, "categorical");
  set_text(s[1], "y", INNO_KEY_NORMALIZE_CUTS, "20, 60");
  set_text(s[1], "y", INNO_KEY_NORMALIZE_SCORES, "1, 2, 3");
  FUZZ_CHECK(inno_method_create(NULL, set, NULL, (const inno_scheme *const *)s, 3, &method, NULL) == INNO_OK);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(s[k]);
  inno_indicator_set_destroy(set);
  FUZZ_CHECK(inno_dataset_create_panel(NULL, UNITS, units, PERIODS, years, &dataset, NULL) == INNO_OK);
  for (int j = 0; j < 2; j++) {
    for (int i = 0; i < UNITS * PERIODS; i++) x[i] = i % 7 == 0 ? 90.0 + i : (double)(i % 5) + 1.0 + j;
    FUZZ_CHECK(inno_dataset_add_column(dataset, j ? "y" : "x", x, sizeof *x, NULL) == INNO_OK);
  }
}

static void make_text(void) {
  inno_result *r = NULL;
  inno_frames *f = NULL;
  int64_t needed = 0;
  FUZZ_CHECK(inno_result_create(NULL, method, dataset, INNO_KEEP_ALL, &r, NULL) == INNO_OK);
  FUZZ_CHECK(inno_frames_create_from_result(NULL, r, method, &f, NULL) == INNO_OK);
  FUZZ_CHECK(inno_frames_write(f, good, TEXT, &needed, NULL) == INNO_OK);
  good_length = (size_t)needed - 1;
  inno_frames_destroy(f);
  inno_result_destroy(r);
}

/* Puts the right checksum behind the first length - LINE bytes. */
static void sign(char *text, size_t length) {
  inno__sha256 hash;
  char hex[65];
  if (length < LINE) return;
  inno__sha256_init(&hash);
  inno__sha256_update(&hash, text, length - LINE);
  inno__sha256_hex(&hash, hex);
  memcpy(text + length - LINE, "checksum\t", 9);
  memcpy(text + length - 65, hex, 64);
  text[length - 1] = '\n';
}

/* Some bytes of the good text become others, or numbers that are likely to hurt; some go away. */
static size_t spoil(fuzz_input *in, char *text, size_t length) {
  static const char *const words[] = {
      "nan", "inf", "-inf", "0x0p+0", "-1", "99999", "9223372036854775807", "0x1p+1023", "0x0.0000000000001p-1022",
      "1"};
  for (int32_t k = fuzz_below(in, 4); k >= 0; k--) {
    size_t body = length - LINE, at = (size_t)(fuzz_byte(in) * 256 + fuzz_byte(in)) % body;
    if (fuzz_one_in(in, 3)) {
      text[at] = (char)fuzz_byte(in);
      continue;
    }
    while (at > 0 && text[at - 1] != '\t' && text[at - 1] != '\n') at--; /* a whole field */
    size_t end = at;
    while (end < body && text[end] != '\t' && text[end] != '\n') end++;
    const char *word = words[fuzz_below(in, 10)];
    size_t size = strlen(word);
    if (length + size - (end - at) >= TEXT) continue;
    memmove(text + at + size, text + end, length - end);
    memcpy(text + at, word, size);
    length = length + size - (end - at);
  }
  return length;
}

/* What was read is whole: it can be written again, and used, or is refused as unusable. */
static void use(const inno_frames *f, const char *text, size_t length) {
  static const inno_status documented[] = {INNO_OK,         INNO_E_FRAMES,      INNO_E_DOMAIN,
                                           INNO_E_OVERFLOW, INNO_E_NONPOSITIVE, -1};
  static char again[TEXT + 1];
  int64_t needed = 0;
  inno_result *r = NULL;
  double scores[UNITS * PERIODS];
  FUZZ_CHECK(inno_frames_write(f, again, sizeof again, &needed, NULL) == INNO_OK);
  FUZZ_CHECK((size_t)needed == length + 1 && memcmp(again, text, length) == 0);
  inno_status s = inno_result_create_with_frames(NULL, method, dataset, f, INNO_KEEP_ALL, &r, NULL);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (r != NULL));
  for (int64_t j = 0; r != NULL && j < 3; j++) {
    FUZZ_CHECK(inno_result_scores(r, j, scores, sizeof *scores, NULL) == INNO_OK);
    fuzz_check_doubles(scores, UNITS * PERIODS);
  }
  inno_result_destroy(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const inno_status documented[] = {INNO_OK, INNO_E_FRAMES, INNO_E_NOMEM, -1};
  counting count;
  inno_allocator allocator = counting_allocator(&count);
  fuzz_input in = {data, size};
  inno_frames *f = NULL;
  inno_error *error = NULL;
  char *text = malloc(TEXT);
  FUZZ_CHECK(text != NULL);
  if (method == NULL) make_world();
  if (good_length == 0) make_text();
  FUZZ_CHECK(inno_error_create(NULL, &error) == INNO_OK);
  if (fuzz_one_in(&in, 8)) count.permitted = fuzz_byte(&in) % 16;
  size_t length = good_length;
  if (fuzz_one_in(&in, 16)) {
    length = in.left < TEXT ? in.left : TEXT;
    if (length > 0) memcpy(text, in.at, length);
  } else {
    memcpy(text, good, length);
    length = spoil(&in, text, length);
  }
  if (!fuzz_one_in(&in, 16)) sign(text, length);
  inno_status s = inno_frames_read(&allocator, text, (int64_t)length, &f, error);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (f != NULL));
  FUZZ_CHECK(s != INNO_E_NOMEM || count.permitted >= 0);
  fuzz_check_error(error, s);
  if (s == INNO_OK) use(f, text, length);
  inno_frames_destroy(f);
  FUZZ_CHECK(count.live_blocks == 0 && count.live_bytes == 0 && !count.wrong_size);
  inno_error_destroy(error);
  free(text);
  return 0;
}
