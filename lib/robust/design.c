#include "robust/design.h"

#include <string.h>

#include "base/block.h"
#include "base/checked.h"
#include "numeric/random.h"
#include "numeric/sobol.h"

/* ---- making ---- */

static void *take(inno__block *b, size_t count, size_t size) {
  size_t bytes = 0;
  if (!inno__mul_size(count, size, &bytes)) b->used = SIZE_MAX;
  return inno__block_take(b, b->used == SIZE_MAX ? 0 : bytes, sizeof(uint64_t));
}

static void place(inno_design *d, inno__block *b) {
  size_t inputs = (size_t)d->inputs, groups = (size_t)d->groups;
  int sobol = d->walk == INNO__DESIGN_MATRICES && d->sequence != INNO_SEQUENCE_PHILOX;
  int trajectory = d->walk == INNO_WALK_TRAJECTORY;
  d->directions = take(b, sobol ? 2 * inputs * INNO__SOBOL_BITS : 0, sizeof *d->directions);
  d->group = take(b, inputs, sizeof *d->group);
  d->size = take(b, groups, sizeof *d->size);
  d->place = take(b, trajectory ? (size_t)d->base : 0, groups * sizeof *d->place);
}

static inno_status refuse_group(int64_t input, int32_t group, inno_error *error) {
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_DESIGN_GROUP,
                    &(inno__where){.count = input, .value = (double)group});
}

/* Numbers from 0 without a gap, so the largest is below the number of inputs. */
static inno_status count_groups(inno_design *d, const int32_t *groups, inno_error *error) {
  d->groups = groups == NULL ? d->inputs : 0;
  for (int32_t j = 0; groups != NULL && j < d->inputs; j++) {
    if (groups[j] < 0 || groups[j] >= d->inputs) return refuse_group(j, groups[j], error);
    if (groups[j] >= d->groups) d->groups = groups[j] + 1;
  }
  return INNO_OK;
}

static inno_status fill_groups(inno_design *d, const int32_t *groups, inno_error *error) {
  memset(d->size, 0, (size_t)d->groups * sizeof *d->size);
  for (int32_t j = 0; j < d->inputs; j++) {
    d->group[j] = groups == NULL ? j : groups[j];
    d->size[d->group[j]]++;
  }
  for (int32_t g = 0; g < d->groups; g++)
    if (d->size[g] == 0)
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_DESIGN_GROUP_EMPTY, &(inno__where){.count = g});
  return INNO_OK;
}

inno_status inno__design_create(const inno_design *wanted, const int32_t *groups, inno_design **out,
                                inno_error *error) {
  const inno_allocator *a = &wanted->allocator;
  inno_design *d = inno__alloc(a, sizeof *d);
  inno__block b = {NULL, 0, 0};
  if (d == NULL) return inno__no_memory(error);
  *d = *wanted;
  inno_status s = count_groups(d, groups, error);
  if (s == INNO_OK) {
    place(d, &b);
    d->block_bytes = b.used;
    d->block = b.used < SIZE_MAX ? inno__alloc(a, b.used) : NULL;
    if (d->block == NULL) s = inno__no_memory(error);
  }
  if (s == INNO_OK) {
    b = (inno__block){d->block, 0, d->block_bytes};
    place(d, &b);
    s = fill_groups(d, groups, error);
  }
  if (s != INNO_OK) {
    inno__design_destroy(d);
    return s;
  }
  if (d->walk == INNO_WALK_TRAJECTORY) inno__walk_places(d);
  if (d->walk == INNO__DESIGN_MATRICES && d->sequence != INNO_SEQUENCE_PHILOX)
    for (int32_t k = 0; k < 2 * d->inputs; k++)
      inno__sobol_directions(k, d->directions + (ptrdiff_t)k * INNO__SOBOL_BITS);
  *out = d;
  return INNO_OK;
}

void inno__design_destroy(inno_design *d) {
  if (d == NULL) return;
  const inno_allocator a = d->allocator;
  inno__free(&a, d->block, d->block_bytes);
  inno__free(&a, d, sizeof *d);
}

/* ---- runs ---- */

static int64_t runs_a_point(const inno_design *d) {
  if (d->walk != INNO__DESIGN_MATRICES) return (int64_t)d->groups + 1;
  return 2 + (int64_t)d->groups * ((d->flags & INNO_DESIGN_SECOND_ORDER) != 0 ? 2 : 1);
}

int64_t inno__design_runs(const inno_design *d) { return d->base * runs_a_point(d); }

int64_t inno__design_run(const inno_design *d, int64_t i, int32_t matrix, int32_t g) {
  int blocks = (d->flags & INNO_DESIGN_BLOCKS) != 0;
  int64_t each = runs_a_point(d), at = 0;
  if (matrix == INNO__MATRIX_B) at = blocks ? 1 : each - 1;
  if (matrix == INNO__MATRIX_AB) at = (blocks ? 2 : 1) + (int64_t)g;
  if (matrix == INNO__MATRIX_BA) at = (blocks ? 2 : 1) + (int64_t)d->groups + g;
  return blocks ? at * d->base + i : i * each + at;
}

/* The other way round; *g is -1 for A and B. */
static void find_run(const inno_design *d, int64_t run, int64_t *i, int32_t *matrix, int32_t *g) {
  int blocks = (d->flags & INNO_DESIGN_BLOCKS) != 0;
  int64_t each = runs_a_point(d), at = blocks ? run / d->base : run % each;
  int64_t b = blocks ? 1 : each - 1, first = blocks ? 2 : 1;
  *i = blocks ? run % d->base : run / each;
  *g = -1;
  if (at == 0 || at == b) {
    *matrix = at == 0 ? INNO__MATRIX_A : INNO__MATRIX_B;
    return;
  }
  *matrix = at - first < d->groups ? INNO__MATRIX_AB : INNO__MATRIX_BA;
  *g = (int32_t)((at - first) % d->groups);
}

/* ---- points ---- */

static double coordinate(const inno_design *d, int64_t i, int32_t dimension) {
  if (d->sequence == INNO_SEQUENCE_PHILOX) {
    const inno__random r = {d->seed, (uint64_t)i, INNO__STREAM_DESIGN};
    return inno__random_uniform(&r, (uint32_t)dimension);
  }
  uint64_t digits = inno__sobol_digits(d->directions + (ptrdiff_t)dimension * INNO__SOBOL_BITS, (uint64_t)i);
  if (d->sequence == INNO_SEQUENCE_SOBOL) digits = inno__owen_scramble(digits, d->seed, (uint32_t)dimension);
  return inno__sobol_middle(digits);
}

void inno__design_point(const inno_design *d, int64_t run, double *out, ptrdiff_t stride) {
  if (d->walk != INNO__DESIGN_MATRICES) {
    inno__walk_point(d, run, out, stride);
    return;
  }
  int64_t i;
  int32_t matrix, g;
  find_run(d, run, &i, &matrix, &g);
  int from_b = matrix == INNO__MATRIX_B || matrix == INNO__MATRIX_BA;
  for (int32_t j = 0; j < d->inputs; j++) {
    int second = from_b != (d->group[j] == g);
    *(double *)(void *)((char *)out + j * stride) = coordinate(d, i, second ? d->inputs + j : j);
  }
}
