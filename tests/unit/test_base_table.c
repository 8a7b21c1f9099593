/* Tables of columns: sizes that overflow are refused, columns begin on cache lines, the padding is missing. Blocks and
 * checked sizes, on which they stand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/block.h"
#include "base/checked.h"
#include "base/table.h"
#include "support/allocator.h"

/* ---- checked.h ---- */

static void products_and_sums_notice_overflow(void **state) {
  (void)state;
  size_t out = 7;
  assert_true(inno__mul_size(0, SIZE_MAX, &out) && out == 0);
  assert_true(inno__mul_size(SIZE_MAX, 0, &out) && out == 0);
  assert_true(inno__mul_size(SIZE_MAX, 1, &out) && out == SIZE_MAX);
  assert_true(inno__mul_size(SIZE_MAX / 2, 2, &out) && out == SIZE_MAX - 1);
  assert_true(inno__add_size(SIZE_MAX - 5, 5, &out) && out == SIZE_MAX);
  assert_true(inno__add_size(0, 0, &out) && out == 0);
  out = 7;
  assert_false(inno__mul_size(SIZE_MAX / 2 + 1, 2, &out));
  assert_false(inno__mul_size(SIZE_MAX, SIZE_MAX, &out));
  assert_false(inno__add_size(SIZE_MAX, 1, &out));
  assert_false(inno__add_size(SIZE_MAX - 5, 6, &out));
  assert_true(out == 7); /* untouched */
}

/* ---- block.h ---- */

/* The same layout is measured and placed; whatever the base, every piece is aligned and inside what was measured. */
static size_t lay_out(inno__block *b, unsigned char *pieces[4]) {
  static const size_t bytes[4] = {3, 40, 64, 1}, align[4] = {1, 8, 64, 2};
  for (int k = 0; k < 4; k++) {
    pieces[k] = inno__block_take(b, bytes[k], align[k]);
    if (b->base == NULL) continue;
    assert_true((uintptr_t)pieces[k] % align[k] == 0);
    assert_true(k == 0 || pieces[k] >= pieces[k - 1] + bytes[k - 1]);
    assert_true(pieces[k] + bytes[k] <= b->base + b->size);
  }
  return b->used;
}

static void a_block_is_measured_and_then_placed(void **state) {
  (void)state;
  static unsigned char memory[512];
  unsigned char *pieces[4];
  inno__block measure = {0};
  size_t needed = lay_out(&measure, pieces);
  for (int k = 0; k < 4; k++) assert_null(pieces[k]);
  for (size_t shift = 0; shift < 64; shift++) {
    inno__block place = {memory + shift, 0, needed};
    assert_true(lay_out(&place, pieces) <= needed);
  }
}

static void a_block_that_overflows_can_never_be_had(void **state) {
  (void)state;
  inno__block b = {0};
  inno__block_take(&b, SIZE_MAX - 10, 1);
  inno__block_take(&b, 11, 1);
  assert_true(b.used == SIZE_MAX);
  inno__block_take(&b, 1, 1);
  assert_true(b.used == SIZE_MAX); /* and stays so */
  inno__block pads = {0};
  inno__block_take(&pads, SIZE_MAX - 10, 64);
  assert_true(pads.used == SIZE_MAX);
}

/* ---- table.c ---- */

static void bytes_are_whole_groups_of_eight(void **state) {
  (void)state;
  static const struct {
    int64_t rows, columns;
    size_t bytes;
  } cases[] = {{0, 0, 0}, {0, 5, 0}, {1, 1, 64}, {7, 2, 128}, {8, 2, 128}, {9, 2, 256}, {64, 3, 1536}};
  size_t bytes = 1;
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    assert_int_equal(inno__table_bytes(cases[k].rows, cases[k].columns, &bytes), 1);
    assert_true(bytes == cases[k].bytes);
  }
}

static void sizes_that_are_none_are_refused(void **state) {
  (void)state;
  size_t bytes;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  static const int64_t sizes[][2] = {
      {-1, 1}, {1, -1}, {INT64_MAX, 1}, {INT64_MAX - 7, 2}, {INT64_MAX / 2, INT64_MAX / 2}, {INT64_MAX / 8, 2}};
  for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++) {
    inno__table t = {.rows = 5};
    assert_int_equal(inno__table_bytes(sizes[k][0], sizes[k][1], &bytes), 0);
    assert_int_equal(inno__table_create(&a, sizes[k][0], sizes[k][1], &t), 0);
    assert_true(t.block == NULL && t.cells == NULL && t.rows == 0);
  }
  assert_true(counter.calls == 0);
}

static void columns_begin_on_cache_lines_and_end_missing(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  for (int64_t rows = 1; rows <= 17; rows++) {
    inno__table t;
    assert_int_equal(inno__table_create(&a, rows, 3, &t), 1);
    assert_true(t.rows == rows && t.columns == 3 && t.stride == (rows + 7) / 8 * 8);
    for (int64_t j = 0; j < 3; j++) {
      double *x = inno__column(&t, j);
      assert_true((uintptr_t)x % 64 == 0);
      for (int64_t i = 0; i < rows; i++) x[i] = (double)(100 * j + i);
    }
    for (int64_t j = 0; j < 3; j++) { /* no column reaches into the next, and the padding is the one missing value */
      const double *x = inno__column(&t, j);
      for (int64_t i = 0; i < t.stride; i++) {
        uint64_t bits;
        memcpy(&bits, &x[i], sizeof bits);
        if (i < rows)
          assert_true(x[i] == (double)(100 * j + i));
        else
          assert_true(bits == 0x7ff8000000000000u);
      }
    }
    inno__table_destroy(&a, &t);
    assert_true(t.block == NULL && t.cells == NULL && t.columns == 0);
    inno__table_destroy(&a, &t); /* once more does no harm */
  }
  assert_true(counter.live_blocks == 0 && !counter.wrong_size);
}

static void a_table_without_memory_is_empty(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno__table t = {.rows = 5};
  counter.permitted = 0;
  assert_int_equal(inno__table_create(&a, 4, 4, &t), 0);
  assert_true(t.block == NULL && t.rows == 0);
  inno__table_destroy(&a, &t);
  assert_true(counter.live_blocks == 0);
}

/* Cells in somebody else's memory: values stay, only the padding is written, and destroying gives nothing back. */
static void a_table_can_lie_in_a_block(void **state) {
  (void)state;
  _Alignas(64) double cells[16];
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno__table t;
  for (int i = 0; i < 16; i++) cells[i] = i;
  inno__table_place(&t, cells, 6, 2);
  assert_true(inno__column(&t, 0) == cells && inno__column(&t, 1) == cells + 8 && t.block == NULL);
  for (int i = 0; i < 16; i++) assert_true(i % 8 < 6 ? cells[i] == i : isnan(cells[i]));
  inno__table_destroy(&a, &t);
  assert_true(counter.live_blocks == 0 && cells[5] == 5.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(products_and_sums_notice_overflow),
      cmocka_unit_test(a_block_is_measured_and_then_placed),
      cmocka_unit_test(a_block_that_overflows_can_never_be_had),
      cmocka_unit_test(bytes_are_whole_groups_of_eight),
      cmocka_unit_test(sizes_that_are_none_are_refused),
      cmocka_unit_test(columns_begin_on_cache_lines_and_end_missing),
      cmocka_unit_test(a_table_without_memory_is_empty),
      cmocka_unit_test(a_table_can_lie_in_a_block),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
