#include "api/flat.h"

#include <string.h>

#include "base/memory.h"
#include "base/view.h"
#include "numeric/moments.h"
#include "construct/compile.h"
#include "construct/keys.h"
#include "innoscore/limits.h"
#include "numeric/order.h"

inno_status inno__flat_check_count(int64_t n, int64_t limit) {
  if (n < 0) return INNO_E_ARGUMENT;
  return n > limit ? INNO_E_SIZE : INNO_OK;
}

inno_status inno__flat_check_shape(int32_t rows, int32_t columns, int32_t column_major) {
  inno_status s =
      inno__first(inno__flat_check_count(rows, INNO_LIMIT_UNITS), inno__flat_check_count(columns, INNO_LIMIT_NODES));
  if (s != INNO_OK) return s;
  if ((int64_t)rows * columns > INT32_MAX) return INNO_E_SIZE;
  return column_major == 0 || column_major == 1 ? INNO_OK : INNO_E_ARGUMENT;
}

inno_status inno__flat_check_array(const double *p, int64_t count) {
  return inno__check_view(p, (ptrdiff_t)sizeof *p, count);
}

inno_status inno__flat_check_finite(const double *x, int64_t n) {
  return inno__all_finite(x, n) ? INNO_OK : INNO_E_INFINITE;
}

/* One block: the columns, the pointers to them, the caller's scratch; each a multiple of 8 bytes. */
static int place(inno__flat_table *t, inno__flat_work work) {
  size_t cells = (size_t)t->rows * (size_t)t->columns, columns = (size_t)t->columns;
  size_t bytes = cells * sizeof(double) + columns * sizeof(double) + 16;
  size_t more = work != NULL ? work(t->rows, t->columns) : 0;
  if (more > SIZE_MAX - bytes) return 0;
  t->block_bytes = bytes + more;
  void *base = t->small;
  if (t->block_bytes > sizeof t->small) {
    inno_allocator a;
    inno__allocator_resolve(NULL, &a);
    base = t->block = inno__alloc(&a, t->block_bytes);
    if (base == NULL) return 0;
  }
  double *values = base;
  t->column = (double **)(void *)(values + cells);
  t->work = values + cells + columns;
  for (size_t c = 0; c < columns; c++) t->column[c] = values + c * (size_t)t->rows;
  return 1;
}

inno_status inno__flat_take(inno__flat_table *t, const double *x, int32_t rows, int32_t columns, int32_t column_major,
                            inno__flat_work work) {
  t->block = NULL;
  t->rows = 0;
  t->columns = 0;
  t->site = (inno__site){NULL, NULL, NULL};
  inno_status s = inno__flat_check_shape(rows, columns, column_major);
  if (s == INNO_OK) s = inno__flat_check_array(x, (int64_t)rows * columns);
  if (s != INNO_OK) return s;
  t->rows = rows;
  t->columns = columns;
  if (!place(t, work)) return INNO_E_NOMEM;
  const ptrdiff_t one = (ptrdiff_t)sizeof(double);
  ptrdiff_t next_row = column_major ? one : one * columns, next_column = column_major ? one * rows : one;
  for (int32_t c = 0; c < columns && rows > 0; c++)
    inno__gather((const char *)x + c * next_column, next_row, rows, t->column[c]);
  return columns > 0 ? inno__flat_check_finite(t->column[0], (int64_t)rows * columns) : INNO_OK;
}

void inno__flat_drop(inno__flat_table *t) {
  inno_allocator a;
  inno__allocator_resolve(NULL, &a);
  inno__free(&a, t->block, t->block_bytes);
  t->block = NULL;
}

inno_status inno__flat_finish(inno_status s, double *out, int64_t count) {
  if (count <= 0 || inno__flat_check_array(out, count) != INNO_OK) return s;
  if (s == INNO_OK && inno__flat_check_finite(out, count) != INNO_OK) s = INNO_E_OVERFLOW;
  const double nan = inno__nan();
  for (int64_t i = 0; i < count; i++) out[i] = s == INNO_OK && out[i] == out[i] ? out[i] : nan;
  return s;
}

/* ---- options ---- */

static void fail(inno_status *s, inno_status with) { *s = inno__first(*s, with); }

double inno__flat_f64(inno_status *s, double given, int32_t key) {
  const inno__key *k = inno__key_find(key);
  if (given != given) return k->fallback;
  if (given - given != 0.0 || given < k->lower || given > k->upper) fail(s, INNO_E_VALUE);
  return given;
}

static int is_choice(const inno__key *k, int32_t number) {
  for (int32_t i = 0; i < k->choice_count; i++)
    if (k->choices[i].number == number) return 1;
  return 0;
}

int32_t inno__flat_i32(inno_status *s, int32_t given, int32_t key) {
  const inno__key *k = inno__key_find(key);
  if (given == INT32_MIN && k->fallback == k->fallback) return (int32_t)k->fallback;
  if (k->choice_count > 0) {
    if (!is_choice(k, given)) fail(s, INNO_E_RULE);
  } else if (given < k->lower || given > k->upper) {
    fail(s, INNO_E_VALUE);
  }
  return given;
}

int32_t inno__flat_direction(inno_status *s, int32_t given) {
  if (given == INT32_MIN) return 1;
  if (given != 1 && given != -1) fail(s, INNO_E_ARGUMENT);
  return given;
}

void inno__flat_defaults(int32_t step, void *rule) {
  int32_t count = 0;
  const inno__binding *b = inno__bindings(step, &count);
  for (int32_t i = 0; i < count; i++) {
    double fallback = inno__key_find(b[i].key)->fallback;
    char *at = (char *)rule + b[i].offset;
    if (b[i].storage == INNO__AS_F64) memcpy(at, &fallback, sizeof fallback);
    if (b[i].storage == INNO__AS_I32 && fallback == fallback) *(int32_t *)(void *)at = (int32_t)fallback;
  }
}

double inno__flat_required(inno_status *s, double given, int32_t key) {
  if (given != given) fail(s, INNO_E_MISSING_PARAMETER);
  return inno__flat_f64(s, given, key);
}

void inno__flat_unread(inno_status *s, double given, int32_t rule, int32_t key) {
  if (given == given && !inno__rule_uses(key / 100 * 100, rule, key)) fail(s, INNO_E_VALUE);
}

void inno__flat_weights(inno_status *s, const double *given, int32_t k, double *out) {
  double sum = 0.0;
  if (given != NULL) fail(s, inno__flat_check_array(given, k));
  for (int32_t c = 0; c < k && *s == INNO_OK; c++) {
    out[c] = given == NULL || given[c] != given[c] ? 1.0 : given[c];
    if (out[c] < 0.0 || out[c] - out[c] != 0.0) fail(s, INNO_E_ARGUMENT);
    sum += out[c];
  }
  if (k > 0 && !(sum > 0.0)) fail(s, INNO_E_WEIGHTS);
}

void inno__flat_directions(inno_status *s, const double *given, int32_t k, int32_t *out) {
  if (given != NULL) fail(s, inno__flat_check_array(given, k));
  for (int32_t c = 0; c < k && *s == INNO_OK; c++) {
    double d = given == NULL || given[c] != given[c] ? 1.0 : given[c];
    if (d != 1.0 && d != -1.0) fail(s, INNO_E_ARGUMENT);
    out[c] = d < 0.0 ? -1 : 1;
  }
}

inno__grouping inno__flat_groups(const double *group, int64_t n, int32_t *labels, double *scratch, void *work) {
  int32_t count = 0;
  inno__rank(group, n, 0, INNO__TIES_DENSE, scratch, work); /* dense ranks are labels */
  for (int64_t i = 0; i < n; i++) {
    labels[i] = scratch[i] == scratch[i] ? (int32_t)scratch[i] - 1 : -1;
    if (labels[i] >= count) count = labels[i] + 1;
  }
  return (inno__grouping){labels, count};
}
