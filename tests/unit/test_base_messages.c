/* The catalogue: both languages say the same things of the same placeholders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/text.h"
#include "innoscore/innoscore.h"

static const char *const placeholders[] = {"{node}",  "{unit}",  "{what}", "{value}", "{value2}",
                                           "{count}", "{given}", "{list}", "{number}"};
enum { KINDS = sizeof placeholders / sizeof placeholders[0] };

/* How often each placeholder stands in the sentence; a brace that begins none fails. */
static void count_placeholders(const char *sentence, int *count) {
  memset(count, 0, KINDS * sizeof *count);
  for (const char *s = strchr(sentence, '{'); s != NULL; s = strchr(s + 1, '{')) {
    int kind = 0;
    while (kind < KINDS && strncmp(s, placeholders[kind], strlen(placeholders[kind])) != 0) kind++;
    if (kind == KINDS) fail_msg("unknown placeholder in: %s", sentence);
    count[kind]++;
  }
}

static void test_same_placeholders(void **state) {
  (void)state;
  assert_true(INNO__MSG_COUNT > 50);
  for (int32_t m = 0; m < INNO__MSG_COUNT; m++) {
    const char *en = inno__message_template(m, INNO_LANGUAGE_EN), *vi = inno__message_template(m, INNO_LANGUAGE_VI);
    int in_en[KINDS], in_vi[KINDS];
    assert_true(inno__text_valid(en) && inno__text_valid(vi));
    count_placeholders(en, in_en);
    count_placeholders(vi, in_vi);
    for (int kind = 0; kind < KINDS; kind++)
      if ((in_en[kind] > 0) != (in_vi[kind] > 0))
        fail_msg("%s stands in one language only: %s", placeholders[kind], en);
    if (strcmp(en, vi) == 0) fail_msg("not translated: %s", en);
  }
}

static void test_no_message_twice(void **state) {
  (void)state;
  for (int32_t language = INNO_LANGUAGE_EN; language <= INNO_LANGUAGE_VI; language++)
    for (int32_t m = 0; m < INNO__MSG_COUNT; m++)
      for (int32_t o = 0; o < m; o++)
        assert_string_not_equal(inno__message_template(m, language), inno__message_template(o, language));
}

static void test_unknown_message_is_empty(void **state) {
  (void)state;
  assert_string_equal(inno__message_template(INNO__MSG_COUNT, INNO_LANGUAGE_EN), "");
  assert_string_equal(inno__message_template(-1, INNO_LANGUAGE_VI), "");
}

/* Even with every text as long as it may be, no sentence is cut. */
static void test_every_sentence_fits(void **state) {
  static inno_error e;
  char code[1001];
  (void)state;
  memset(code, 'w', sizeof code - 1);
  code[sizeof code - 1] = '\0';
  for (int32_t language = INNO_LANGUAGE_EN; language <= INNO_LANGUAGE_VI; language++)
    for (int32_t m = 0; m < INNO__MSG_COUNT; m++) {
      memset(&e, 0, sizeof e);
      e.language = language;
      inno__report(&e, INNO_E_VALUE, m,
                   &(inno__where){.node = code,
                                  .unit = code,
                                  .what = code,
                                  .given = code,
                                  .list = "a, b, c",
                                  .value = -1.23456e-100,
                                  .value2 = -1.23456e-100,
                                  .number = -1.23456e-100,
                                  .count = INT64_MIN});
      const char *sentence = inno__message_template(m, language);
      size_t length = strlen(sentence), got = strlen(e.message);
      assert_true(got < sizeof e.message - 1);
      assert_true(inno__text_valid(e.message));
      /* it ends as the template does */
      if (sentence[length - 1] != '}') assert_int_equal(e.message[got - 1], sentence[length - 1]);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_placeholders),
      cmocka_unit_test(test_no_message_twice),
      cmocka_unit_test(test_unknown_message_is_empty),
      cmocka_unit_test(test_every_sentence_fits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
