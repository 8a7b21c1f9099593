/* Lists of texts: numbers in the order of adding, found by their bytes, whole whatever memory does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/names.h"

enum { MANY = 3000 };

typedef struct {
  int64_t left; /* allocations that succeed; -1 = all */
  int64_t live;
} budget;

static void *INNO_CALL take(void *context, size_t bytes) {
  budget *b = context;
  if (b->left == 0) return NULL;
  if (b->left > 0) b->left--;
  b->live++;
  return malloc(bytes);
}

static void INNO_CALL give_back(void *context, void *block, size_t bytes) {
  (void)bytes;
  ((budget *)context)->live--;
  free(block);
}

static const char *text_of(int64_t i, char *buffer) {
  snprintf(buffer, 40, "%s%d", i % 3 == 0 ? "t\xe1\xbb\x89nh " : "x", (int)i);
  return buffer;
}

static void check_all(const inno__names *n, int64_t count) {
  char text[40];
  assert_true(inno__names_count(n) == count);
  for (int64_t i = 0; i < count; i++) {
    assert_true(inno__names_find(n, text_of(i, text)) == i);
    for (int64_t guess = -1; guess <= count; guess += count / 2 + 1)
      assert_true(inno__names_find_near(n, text_of(i, text), guess) == i);
    assert_true(inno__names_find_near(n, text_of(i, text), i) == i);
    assert_string_equal(inno__names_at(n, i), text);
  }
  assert_true(inno__names_find(n, text_of(count, text)) == -1);
  assert_true(inno__names_find(n, "x") == -1);
}

static void test_add_find_copy(void **state) {
  budget b = {-1, 0};
  const inno_allocator a = {take, give_back, &b};
  inno__names *n = NULL, *copy = NULL;
  char text[40];
  (void)state;
  assert_int_equal(inno__names_create(&a, &n), INNO_OK);
  check_all(n, 0);
  for (int64_t i = 0; i < MANY; i++) assert_true(inno__names_add(n, text_of(i, text)) == i);
  check_all(n, MANY);
  assert_int_equal(inno__names_copy(n, &a, &copy), INNO_OK);
  inno__names_destroy(n);
  check_all(copy, MANY);
  assert_true(inno__names_add(copy, text_of(MANY, text)) == MANY); /* a copy grows like its model */
  check_all(copy, MANY + 1);
  inno__names_destroy(copy);
  inno__names_destroy(NULL);
  assert_true(b.live == 0);
}

static void test_long_text_and_empty_text(void **state) {
  budget b = {-1, 0};
  const inno_allocator a = {take, give_back, &b};
  inno__names *n = NULL;
  static char text[5000];
  (void)state;
  memset(text, 'z', sizeof text - 1);
  assert_int_equal(inno__names_create(&a, &n), INNO_OK);
  assert_true(inno__names_add(n, text) == 0);
  assert_true(inno__names_add(n, "") == 1);
  assert_true(inno__names_find(n, text) == 0 && inno__names_find(n, "") == 1);
  assert_true(inno__names_find(n, text + 1) == -1);
  inno__names_destroy(n);
  assert_true(b.live == 0);
}

/* Refused at any allocation, a list is what it was, and goes on when there is memory again. */
static void test_no_memory(void **state) {
  (void)state;
  for (int64_t fails_at = 0; fails_at < 40; fails_at++) {
    budget b = {fails_at, 0};
    const inno_allocator a = {take, give_back, &b};
    inno__names *n = NULL, *copy = NULL;
    char text[40];
    if (inno__names_create(&a, &n) != INNO_OK) {
      assert_null(n);
      assert_true(b.live == 0);
      continue;
    }
    int64_t i = 0;
    while (i < MANY && inno__names_add(n, text_of(i, text)) == i) i++;
    check_all(n, i);
    int64_t live = b.live;
    if (b.left == 0 && i > 0) {
      assert_int_equal(inno__names_copy(n, &a, &copy), INNO_E_NOMEM);
      assert_null(copy);
      assert_true(b.live == live);
    }
    b.left = -1;
    for (; i < MANY; i++) assert_true(inno__names_add(n, text_of(i, text)) == i);
    check_all(n, MANY);
    inno__names_destroy(n);
    assert_true(b.live == 0);
  }
}

static void test_copy_without_memory(void **state) {
  budget b = {-1, 0};
  const inno_allocator a = {take, give_back, &b};
  inno__names *n = NULL, *copy = NULL;
  char text[40];
  (void)state;
  assert_int_equal(inno__names_create(&a, &n), INNO_OK);
  for (int64_t i = 0; i < 10; i++) assert_true(inno__names_add(n, text_of(i, text)) == i);
  int64_t live = b.live;
  for (int64_t fails_at = 0; copy == NULL; fails_at++) {
    assert_true(fails_at < 8);
    b.left = fails_at;
    if (inno__names_copy(n, &a, &copy) == INNO_OK) break;
    assert_null(copy);
    assert_true(b.live == live);
  }
  assert_true(b.live > live);
  check_all(copy, 10);
  inno__names_destroy(copy);
  inno__names_destroy(n);
  assert_true(b.live == 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_add_find_copy),
      cmocka_unit_test(test_long_text_and_empty_text),
      cmocka_unit_test(test_no_memory),
      cmocka_unit_test(test_copy_without_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
