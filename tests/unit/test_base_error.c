/* The error object: its life, its language, what it holds after a failure and after success, and how long codes are
 * cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/text.h"
#include "innoscore/innoscore.h"
#include "support/allocator.h"

static inno_error *new_error(void) {
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  return error;
}

/* A failure about a node: there is no such code. */
static void fail_with(inno_error *error, const char *node, const char *unit) {
  inno__fail(error, INNO_E_INFINITE, INNO__MSG_INFINITE, &(inno__where){.node = node, .unit = unit});
}

static void created_empty_and_destroyed(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter), broken = {a.allocate, NULL, NULL};
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(&a, &error), INNO_OK);
  assert_int_equal(inno_error_status(error), INNO_OK);
  assert_string_equal(inno_error_message(error), "");
  assert_string_equal(inno_error_node(error), "");
  assert_string_equal(inno_error_unit(error), "");
  assert_true(counter.calls == 1);
  fail_with(error, "a", "b");
  assert_true(counter.calls == 1); /* reporting never allocates */
  inno_error_destroy(error);
  assert_true(counter.live_blocks == 0 && !counter.wrong_size);
  assert_int_equal(inno_error_create(&broken, &error), INNO_E_ARGUMENT);
  assert_null(error);
  counter.permitted = 0;
  error = (inno_error *)(void *)&counter;
  assert_int_equal(inno_error_create(&a, &error), INNO_E_NOMEM);
  assert_null(error);
  assert_int_equal(inno_error_create(&a, NULL), INNO_E_NULL);
}

static void without_an_object_everything_is_empty(void **state) {
  (void)state;
  assert_int_equal(inno_error_status(NULL), INNO_OK);
  assert_string_equal(inno_error_message(NULL), "");
  assert_string_equal(inno_error_node(NULL), "");
  assert_string_equal(inno_error_unit(NULL), "");
  assert_int_equal(inno_error_set_language(NULL, INNO_LANGUAGE_VI), INNO_E_NULL);
  inno_error_destroy(NULL);
  inno__error_clear(NULL);
  inno__report(NULL, INNO_E_NULL, INNO__MSG_NULL, NULL);
  assert_int_equal(inno__fail(NULL, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL), INNO_E_NOMEM);
}

static void every_call_clears_what_was_before(void **state) {
  (void)state;
  inno_error *error = new_error();
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, error), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(set, "ghost", 1, error), INNO_E_CODE);
  assert_int_equal(inno_error_status(error), INNO_E_CODE);
  assert_string_equal(inno_error_node(error), "ghost");
  assert_non_null(strstr(inno_error_message(error), "ghost"));
  assert_int_equal(inno_indicator_set_add(set, "index", NULL, error), INNO_OK);
  assert_int_equal(inno_error_status(error), INNO_OK);
  assert_string_equal(inno_error_node(error), "");
  assert_string_equal(inno_error_message(error), "");
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
}

static void sentences_come_in_the_language_chosen(void **state) {
  (void)state;
  char english[512];
  inno_error *error = new_error();
  fail_with(error, "gdp", "Hue");
  memcpy(english, error->message, sizeof english);
  assert_string_equal(english, "'gdp' of unit 'Hue' is infinite; leave it missing or correct it");
  assert_int_equal(inno_error_set_language(error, INNO_LANGUAGE_VI), INNO_OK);
  assert_string_equal(inno_error_message(error), english); /* later ones only */
  fail_with(error, "gdp", "Hue");
  assert_string_equal(inno_error_message(error), "'gdp' của đơn vị 'Hue' là vô hạn; hãy để thiếu hoặc sửa lại");
  assert_int_equal(inno_error_set_language(error, 2), INNO_E_ARGUMENT);
  assert_int_equal(inno_error_set_language(error, -1), INNO_E_ARGUMENT);
  inno__error_clear(error); /* keeps the language */
  fail_with(error, "gdp", "Hue");
  assert_string_not_equal(inno_error_message(error), english);
  assert_int_equal(inno_error_set_language(error, INNO_LANGUAGE_EN), INNO_OK);
  fail_with(error, "gdp", "Hue");
  assert_string_equal(inno_error_message(error), english);
  inno_error_destroy(error);
}

/* Codes as long as may be, of characters of 1 to 4 bytes: cut before 127 bytes, on a border, with an ellipsis. */
static void long_codes_are_cut_between_characters(void **state) {
  (void)state;
  static const char *const characters[] = {"x", "ệ" /* 3 bytes */, "đ" /* 2 */, "\xf0\x9f\x87\xbb" /* 4 */};
  inno_error *error = new_error();
  for (int c = 0; c < 4; c++)
    for (size_t shift = 0; shift < 5; shift++) {
      char code[INNO_LIMIT_TEXT + 8] = "abcd";
      size_t size = strlen(characters[c]), length = shift;
      for (; length + size <= INNO_LIMIT_TEXT; length += size) memcpy(code + length, characters[c], size);
      code[length] = '\0';
      fail_with(error, code, code);
      const char *texts[] = {inno_error_node(error), inno_error_unit(error)};
      for (int k = 0; k < 2; k++) {
        size_t got = strlen(texts[k]);
        assert_true(got <= 127 && got + size > 123);
        assert_true(inno__text_valid(texts[k]));
        assert_memory_equal(texts[k] + got - 3, "…", 3);
        assert_memory_equal(texts[k], code, got - 3);
        assert_true((got - 3 - shift) % size == 0);
      }
      assert_true(inno__text_valid(inno_error_message(error)) && strlen(inno_error_message(error)) <= 511);
    }
  inno_error_destroy(error);
}

static void short_codes_stay_whole(void **state) {
  (void)state;
  char code[125];
  inno_error *error = new_error();
  memset(code, 'n', sizeof code - 1);
  code[124] = '\0';
  fail_with(error, code, "Thừa Thiên Huế");
  assert_string_equal(inno_error_node(error), code);
  assert_string_equal(inno_error_unit(error), "Thừa Thiên Huế");
  inno_error_destroy(error);
}

/* A code that is no text at all is shown, not copied. */
static void broken_codes_become_text(void **state) {
  (void)state;
  inno_error *error = new_error();
  fail_with(error, "a\x1b[31m\n\xff", "\xed\xa0\x80");
  assert_string_equal(inno_error_node(error), "a�[31m��");
  assert_true(inno__text_valid(inno_error_unit(error)));
  assert_true(inno__text_valid(inno_error_message(error)));
  inno_error_destroy(error);
}

static void what_is_not_known_is_a_question_mark(void **state) {
  (void)state;
  inno_error *error = new_error();
  inno__report(error, INNO_E_INFINITE, INNO__MSG_INFINITE, NULL);
  assert_string_equal(inno_error_message(error), "'?' of unit '?' is infinite; leave it missing or correct it");
  assert_string_equal(inno_error_node(error), "");
  assert_string_equal(inno_error_unit(error), "");
  assert_int_equal(inno_error_status(error), INNO_E_INFINITE);
  inno_error_destroy(error);
}

/* Of what an error speaks is put before its sentence; a long one loses its end, no character. */
static void within_something_larger(void **state) {
  (void)state;
  inno_error *error = new_error();
  inno__report(error, INNO_E_INFINITE, INNO__MSG_INFINITE, &(inno__where){.node = "x", .unit = "u"});
  inno__error_within(error, INNO__MSG_CHANGE_OF_AFTER);
  assert_string_equal(error->message, "the scores after: 'x' of unit 'u' is infinite; leave it missing or correct it");
  assert_string_equal(inno_error_node(error), "x");
  assert_string_equal(inno_error_unit(error), "u");
  assert_int_equal(inno_error_status(error), INNO_E_INFINITE);
  for (int k = 0; k < 40; k++) inno__error_within(error, INNO__MSG_CHANGE_OF_AFTER);
  assert_int_equal(strlen(error->message), sizeof error->message - 1);
  inno__error_within(NULL, INNO__MSG_CHANGE_OF_AFTER);
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(created_empty_and_destroyed),
      cmocka_unit_test(without_an_object_everything_is_empty),
      cmocka_unit_test(every_call_clears_what_was_before),
      cmocka_unit_test(sentences_come_in_the_language_chosen),
      cmocka_unit_test(long_codes_are_cut_between_characters),
      cmocka_unit_test(short_codes_stay_whole),
      cmocka_unit_test(broken_codes_become_text),
      cmocka_unit_test(what_is_not_known_is_a_question_mark),
      cmocka_unit_test(within_something_larger),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
