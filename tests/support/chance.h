/* Worlds by chance: numbers that follow from a seed alone, and the tree that columns i0, i1, ... hang in. */
#ifndef TESTS_SUPPORT_CHANCE_H
#define TESTS_SUPPORT_CHANCE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "innoscore/indicator_set.h"

static uint64_t seed;

/* From 0 to below 1, in steps of 2^-53. */
static inline double uniform(void) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(seed >> 11) * 0x1p-53;
}

static inline int below(int n) { return (int)(uniform() * n); }

/* index <- p0, p1, ... <- i0, i1, ... in turn; not frozen yet. */
static inline inno_indicator_set *pillars_of(int pillars, int indicators) {
  inno_indicator_set *set = NULL;
  char code[16], parent[16];
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "index", NULL, NULL), INNO_OK);
  for (int p = 0; p < pillars; p++) {
    snprintf(code, sizeof code, "p%d", p);
    assert_int_equal(inno_indicator_set_add(set, code, "index", NULL), INNO_OK);
  }
  for (int j = 0; j < indicators; j++) {
    snprintf(code, sizeof code, "i%d", j);
    snprintf(parent, sizeof parent, "p%d", j % pillars);
    assert_int_equal(inno_indicator_set_add(set, code, parent, NULL), INNO_OK);
  }
  return set;
}

#endif
