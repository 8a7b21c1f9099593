/* Random numbers: the known answers of Random123, the mapping, no draw that depends on another. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/statistics_reference.h"
#include "numeric/distribution.h"
#include "numeric/random.h"

#define SEED UINT64_C(0x0123456789ABCDEF)

/* kat_vectors of Random123 1.14: philox4x32 10 */
static void known_answers(void **state) {
  static const uint32_t counter[3][4] = {
      {0, 0, 0, 0}, {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}};
  static const uint32_t key[3][2] = {{0, 0}, {0xffffffff, 0xffffffff}, {0xa4093822, 0x299f31d0}};
  static const uint32_t answer[3][4] = {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
                                        {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
                                        {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}};
  uint32_t out[4];
  (void)state;
  for (int i = 0; i < 3; i++) {
    inno__philox(counter[i], key[i], out);
    assert_memory_equal(out, answer[i], sizeof out);
  }
}

/* The third of these answers through the words of the counter as we use them. */
static void counter_and_key(void **state) {
  const inno__random r = {UINT64_C(0x299f31d0a4093822), UINT64_C(0x0370734413198a2e), 0x85a308d3};
  (void)state;
  assert_true(inno__random_bits(&r, 2u * 0x243f6a88u) == UINT64_C(0x94fdccebd16cfe09));
  assert_true(inno__random_bits(&r, 2u * 0x243f6a88u + 1u) == UINT64_C(0x24126ea15001e420));
}

static void reference(void **state) {
  const inno__random r = {SEED, (UINT64_C(1) << 40) + 3, 7};
  double all[9], normal[9];
  (void)state;
  inno__random_uniforms(&r, 0, 9, all);
  inno__random_normals(&r, 0, 9, normal);
  for (uint32_t d = 0; d < 9; d++) {
    assert_true(all[d] == uniforms[d] && inno__random_uniform(&r, d) == uniforms[d]);
    assert_true(normal[d] == inno__normal_quantile(uniforms[d]) && inno__random_normal(&r, d) == normal[d]);
  }
}

/* A range cut anywhere has the bits of the whole. */
static void any_cut(void **state) {
  const inno__random r = {5, 6, 7};
  double all[40], part[40];
  (void)state;
  inno__random_uniforms(&r, 100, 40, all);
  for (uint32_t cut = 0; cut <= 40; cut++) {
    inno__random_uniforms(&r, 100, cut, part);
    inno__random_uniforms(&r, 100 + cut, 40 - cut, part + cut);
    assert_memory_equal(all, part, sizeof all);
  }
}

/* Moments of many: 6 standard errors. And every one of the four coordinates matters. */
static void uniform_and_normal(void **state) {
  enum { N = 100000 };
  inno__random r = {1, 0, 0}, others[] = {{2, 0, 0}, {1, 1, 0}, {1, 0, 1}, {UINT64_C(1) << 32 | 1, 0, 0}};
  double *u = malloc(N * sizeof *u), *v = malloc(N * sizeof *v), sum = 0, squares = 0, fourth = 0;
  (void)state;
  inno__random_uniforms(&r, 0, N, u);
  for (int i = 0; i < N; i++) {
    assert_true(u[i] > 0 && u[i] < 1 && 1 - (1 - u[i]) == u[i]);
    sum += u[i];
    squares += (u[i] - 0.5) * (u[i] - 0.5);
  }
  assert_true(fabs(sum / N - 0.5) < 6 * sqrt(1.0 / 12 / N) && fabs(squares / N - 1.0 / 12) < 6 * sqrt(1.0 / 180 / N));
  for (int o = 0; o < 4; o++) {
    double product = 0;
    inno__random_uniforms(&others[o], 0, N, v);
    for (int i = 0; i < N; i++) product += 12 * (u[i] - 0.5) * (v[i] - 0.5);
    assert_true(fabs(product / N) < 6 / sqrt(N));
  }
  inno__random_normals(&r, 0, N, v);
  sum = squares = 0;
  for (int i = 0; i < N; i++) {
    sum += v[i];
    squares += v[i] * v[i];
    fourth += v[i] * v[i] * v[i] * v[i];
  }
  assert_true(fabs(sum / N) < 6 / sqrt(N) && fabs(squares / N - 1) < 6 * sqrt(2.0 / N));
  assert_true(fabs(fourth / N - 3) < 6 * sqrt(96.0 / N));
  free(u);
  free(v);
}

static void whole_numbers(void **state) {
  static const uint32_t bounds[] = {1, 2, 3, 7, 10, 1000};
  const inno__random r = {9, 8, 7};
  enum { N = 60000 };
  (void)state;
  assert_int_equal(inno__random_below(&r, 3, 0), 0);
  for (size_t b = 0; b < sizeof bounds / sizeof *bounds; b++) {
    double count[1000] = {0}, chi = 0, want = (double)N / bounds[b], freedom = bounds[b] - 1.0;
    for (uint32_t i = 0; i < N; i++) {
      uint32_t v = inno__random_below(&r, i, bounds[b]);
      assert_true(v < bounds[b]);
      count[v]++;
    }
    for (uint32_t v = 0; v < bounds[b]; v++) chi += (count[v] - want) * (count[v] - want) / want;
    assert_true(fabs(chi - freedom) <= 6 * sqrt(2 * freedom));
  }
  /* of the largest bound nearly all bits are the answer: the highest word of the place that whole numbers have */
  const uint32_t counter[4] = {0x80000005u, 7, 8, 0}, key[2] = {9, 0};
  uint32_t out[4];
  inno__philox(counter, key, out);
  uint32_t v = inno__random_below(&r, 5, UINT32_MAX);
  assert_true(v == out[3] || v == out[3] - 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_answers), cmocka_unit_test(counter_and_key),    cmocka_unit_test(reference),
      cmocka_unit_test(any_cut),       cmocka_unit_test(uniform_and_normal), cmocka_unit_test(whole_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
