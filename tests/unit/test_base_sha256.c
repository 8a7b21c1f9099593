/* SHA-256 against the examples of FIPS 180-4 and of NIST's validation suite. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"

static void digest(const void *data, size_t length, size_t piece, char *hex) {
  inno__sha256 h;
  inno__sha256_init(&h);
  for (size_t at = 0; at < length; at += piece)
    inno__sha256_update(&h, (const char *)data + at, length - at < piece ? length - at : piece);
  inno__sha256_hex(&h, hex);
}

static void test_known_answers(void **state) {
  static const struct {
    const char *text, *hex;
  } known[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrst"
       "u",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
  };
  char hex[65];
  (void)state;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    digest(known[i].text, strlen(known[i].text), 1000, hex);
    assert_string_equal(hex, known[i].hex);
  }
}

static void test_a_million_letters(void **state) {
  inno__sha256 h;
  char letters[1000], hex[65];
  (void)state;
  memset(letters, 'a', sizeof letters);
  inno__sha256_init(&h);
  for (int k = 0; k < 1000; k++) inno__sha256_update(&h, letters, sizeof letters);
  inno__sha256_hex(&h, hex);
  assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Around the ends of a block and of the padding, however the bytes arrive. */
static void test_pieces_change_nothing(void **state) {
  unsigned char bytes[200];
  char whole[65], pieces[65];
  (void)state;
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * 7);
  for (size_t length = 0; length <= sizeof bytes; length++) {
    digest(bytes, length, sizeof bytes, whole);
    for (size_t piece = 1; piece <= 67; piece++) {
      digest(bytes, length, piece, pieces);
      assert_string_equal(pieces, whole);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known_answers),
      cmocka_unit_test(test_a_million_letters),
      cmocka_unit_test(test_pieces_change_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
