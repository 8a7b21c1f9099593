/* Methods from JSON: a good text with changes, and any bytes. What is read is a method, and is written and read again
 * the same; what is not says why in a sentence. */
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "support/allocator.h"
#include "support/rich.h"

enum { TEXT = 1 << 15 };
static char good[TEXT];
static size_t good_length;

static void make_text(void) {
  inno_method *method = rich_method();
  good_length = (size_t)rich_text(method, good, TEXT);
  inno_method_destroy(method);
  /* without the fingerprint, which would find every change: {"fingerprint":"64 digits", */
  enum { MARK = 15 + 64 + 3 };
  memmove(good + 1, good + 1 + MARK - 1, good_length - MARK + 1);
  good_length -= MARK - 1;
}

static int is_word(char c) { return strchr("{}[],:", c) == NULL; }

/* Mostly a number in the place of a number and a text in that of a text, so that many inputs get far. */
static const char *word_for(fuzz_input *in, char old) {
  static const char *const numbers[] = {"-0.0", "1e-400", "-1",    "2.5", "9007199254740993", "100000001", "0.5", "0",
                                        "1",    "3",      "1e300", "0.1"};
  static const char *const texts[] = {"\"none\"",    "\"\\ud83d\\ude00\"", "\"a\"",        "\"b\"",      "\"d\"",
                                      "\"index\"",   "\"geometric\"",      "\"rule\"",     "\"minmax\"", "\"zscore\"",
                                      "\"pooled\"",  "\"winsorize\"",      "\"lower\"",    "\"level\"",  "\"frame\"",
                                      "\"include\"", "\"equal\"",          "\"truncate\"", "\"u1\"",     "\"rank\"",
                                      "\"median\"",  "\"settings\"",       "\"code\"",     "\"region\"", "\"y\""};
  static const char *const odd[] = {"null", "true",        "1e400", "\"\"", "[]",
                                    "{}",   "\"\\ud800\"", "[[",    "x",    "\"\\u0000\""};
  if (fuzz_one_in(in, 16)) return odd[fuzz_below(in, sizeof odd / sizeof odd[0])];
  return old == '"' ? texts[fuzz_below(in, sizeof texts / sizeof texts[0])]
                    : numbers[fuzz_below(in, sizeof numbers / sizeof numbers[0])];
}

/* A word or a byte becomes another. */
static size_t spoil(fuzz_input *in, char *text, size_t length) {
  for (int32_t k = fuzz_below(in, 3); k >= 0; k--) {
    size_t at = (size_t)(fuzz_byte(in) * 256 + fuzz_byte(in)) % length;
    if (fuzz_one_in(in, 16)) {
      text[at] = (char)fuzz_byte(in);
      continue;
    }
    while (at > 0 && is_word(text[at - 1])) at--;
    size_t end = at;
    while (end < length && is_word(text[end])) end++;
    if (end == at) continue;
    const char *word = word_for(in, text[at]);
    size_t size = strlen(word);
    if (length + size - (end - at) >= TEXT) continue;
    memmove(text + at + size, text + end, length - end);
    memcpy(text + at, word, size);
    length = length + size - (end - at);
  }
  return length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const inno_status documented[] = {INNO_OK,
                                           INNO_E_JSON,
                                           INNO_E_NOMEM,
                                           INNO_E_VALUE,
                                           INNO_E_RULE,
                                           INNO_E_CODE,
                                           INNO_E_TREE,
                                           INNO_E_ORDER,
                                           INNO_E_SIZE,
                                           INNO_E_DUPLICATE,
                                           INNO_E_WEIGHTS,
                                           INNO_E_ARGUMENT,
                                           INNO_E_MISSING_PARAMETER,
                                           -1};
  counting count;
  inno_allocator allocator = counting_allocator(&count);
  fuzz_input in = {data, size};
  inno_method *method = NULL;
  inno_error *error = NULL;
  char *text = malloc(TEXT);
  FUZZ_CHECK(text != NULL);
  if (good_length == 0) make_text();
  FUZZ_CHECK(inno_error_create(NULL, &error) == INNO_OK);
  inno_error_set_language(error, fuzz_below(&in, 2));
  if (fuzz_one_in(&in, 8)) count.permitted = fuzz_byte(&in);
  size_t length = good_length;
  if (fuzz_one_in(&in, 8)) {
    length = in.left < TEXT ? in.left : TEXT;
    if (length > 0) memcpy(text, in.at, length);
  } else {
    memcpy(text, good, length);
    length = spoil(&in, text, length);
  }
  char *exact = realloc(text, length > 0 ? length : 1); /* a byte read behind it is seen */
  FUZZ_CHECK(exact != NULL);
  inno_status s = inno_method_read_json(&allocator, exact, (int64_t)length, &method, error);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (method != NULL));
  FUZZ_CHECK(s != INNO_E_NOMEM || count.permitted >= 0);
  fuzz_check_error(error, s);
  if (s == INNO_OK) fuzz_check_json(method);
  inno_method_destroy(method);
  FUZZ_CHECK(count.live_blocks == 0 && count.live_bytes == 0 && !count.wrong_size);
  inno_error_destroy(error);
  free(exact);
  return 0;
}
