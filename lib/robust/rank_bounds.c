/* The object: its block, its data, and whose turn it is. */
#include "robust/rank_bounds.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "numeric/missing.h"

enum { FIRST_BUDGET = 4000, GROWTH = 4 }; /* work for one side in the first round, and from round to round */

/* ---- one block ---- */

static void *take(inno__block *m, size_t count, size_t size) {
  if (count > 0 && size > SIZE_MAX / count) m->used = SIZE_MAX;
  return inno__block_take(m, m->used == SIZE_MAX ? 0 : count * size, 16);
}

static void place_program(inno_rank_bounds *b, inno__block *m) {
  inno__rank_program *p = &b->program;
  size_t columns = (size_t)inno__rank_program_columns(b), rows = (size_t)inno__rank_program_rows(b);
  double **of_columns[] = {&p->cost, &p->lower, &p->upper, &p->x, &p->column_dual};
  double **of_rows[] = {&p->row_lower, &p->row_upper, &p->row_dual};
  for (size_t e = 0; e < sizeof of_columns / sizeof of_columns[0]; e++)
    *of_columns[e] = take(m, columns, sizeof(double));
  for (size_t e = 0; e < sizeof of_rows / sizeof of_rows[0]; e++) *of_rows[e] = take(m, rows, sizeof(double));
  p->column = take(m, columns, sizeof *p->column);
  double *cells = take(m, columns * rows, sizeof *cells);
  for (size_t j = 0; j < columns && cells != NULL; j++) p->column[j] = cells + j * rows;
  size_t work = inno__simplex_work_size((int32_t)columns, (int64_t)rows);
  if (work == SIZE_MAX) m->used = SIZE_MAX;
  p->work = take(m, work == SIZE_MAX ? 0 : work, 1);
}

static void place_search(inno_rank_bounds *b, inno__block *m) {
  inno__rank_search *s = &b->search;
  size_t n = (size_t)b->n;
  s->rival = take(m, n, sizeof *s->rival);
  s->branch = take(m, n, sizeof *s->branch);
  s->state = take(m, n, 1);
  s->removed = take(m, n, 1);
  s->flipped = take(m, n, 1);
  s->activity = take(m, n, sizeof *s->activity);
  s->scale = take(m, n, sizeof *s->scale);
  s->step = take(m, n, sizeof *s->step);
  int32_t columns = inno__rank_program_columns(b);
  void *basis = take(m, inno__simplex_basis_size(columns), 1);
  if (basis != NULL) s->basis = inno__simplex_basis_place(columns, basis);
}

static void place(inno_rank_bounds *b, inno__block *m) {
  size_t n = (size_t)b->n, k = (size_t)b->k; /* n <= 1e4, k <= 256 */
  double **of_weights[] = {&b->lower, &b->upper, &b->center, &b->w, &b->c, &b->low, &b->spread, &b->from};
  for (size_t e = 0; e < sizeof of_weights / sizeof of_weights[0]; e++) *of_weights[e] = take(m, k, sizeof(double));
  b->room = take(m, 8 * k + 16, sizeof *b->room);
  b->rows = take(m, (size_t)b->set.rows, sizeof *b->rows);
  b->place = take(m, (size_t)b->given, sizeof *b->place);
  b->x = take(m, n * k, sizeof *b->x);
  b->largest = take(m, n * n, 1);
  b->always = take(m, n, sizeof *b->always);
  b->ever = take(m, n, sizeof *b->ever);
  b->side = take(m, 2 * n, sizeof *b->side);
  b->witness = take(m, 2 * n * k, sizeof *b->witness);
  place_program(b, m);
  place_search(b, m);
}

static inno_status allocate(inno_rank_bounds *b, inno_error *error) {
  inno__block m = {NULL, 0, 0};
  place(b, &m);
  b->block_bytes = m.used;
  b->block = m.used < SIZE_MAX ? inno__alloc(&b->allocator, m.used) : NULL;
  if (b->block == NULL) return inno__no_memory(error);
  m = (inno__block){b->block, 0, b->block_bytes};
  place(b, &m);
  return INNO_OK;
}

/* ---- data ---- */

static double value_of(const inno__rank_data *d, int64_t i, int32_t j) {
  const char *at = (const char *)d->values + i * d->row_stride + j * d->column_stride;
  return *(const double *)(const void *)at;
}

static int takes_part(const inno__rank_data *d, int64_t i, int32_t k) {
  for (int32_t j = 0; j < k; j++)
    if (!inno__is_missing(value_of(d, i, j))) return 1;
  return 0;
}

static inno_status check_value(const inno_rank_bounds *b, int64_t i, int32_t j, double x, inno_error *error) {
  char position[24];
  inno__text t;
  inno__text_init(&t, position, sizeof position);
  inno__text_int(&t, j);
  inno__where where = {.unit = inno__names_at(b->units, i), .what = position, .value = x};
  if (inno__is_missing(x)) return inno__fail(error, INNO_E_NODATA, INNO__MSG_RANK_MISSING, &where);
  if (!(fabs(x) < INFINITY)) return inno__fail(error, INNO_E_INFINITE, INNO__MSG_RANK_VALUE, &where);
  if (!(fabs(x) <= 1e150)) return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_RANK_VALUE, &where);
  return INNO_OK;
}

static inno_status copy_values(inno_rank_bounds *b, const inno__rank_data *d, inno_error *error) {
  int64_t next = 0;
  for (int64_t i = 0; i < d->units; i++) {
    b->place[i] = takes_part(d, i, b->k) ? next++ : -1;
    for (int32_t j = 0; j < b->k && b->place[i] >= 0; j++) {
      double x = value_of(d, i, j);
      inno_status s = check_value(b, i, j, x, error);
      if (s != INNO_OK) return s;
      b->x[b->place[i] * b->k + j] = x;
    }
  }
  return INNO_OK;
}

static inno_status take_names(inno_rank_bounds *b, const inno__rank_data *d, inno_error *error) {
  char position[24];
  if (d->names != NULL)
    return inno__names_copy(d->names, &b->allocator, &b->units) == INNO_OK ? INNO_OK : inno__no_memory(error);
  if (inno__names_create(&b->allocator, &b->units) != INNO_OK) return inno__no_memory(error);
  for (int64_t i = 0; i < d->units; i++) {
    inno__text t;
    inno__text_init(&t, position, sizeof position);
    inno__text_int(&t, i);
    const char *code = d->unit_codes != NULL ? d->unit_codes[i] : position;
    if (d->unit_codes != NULL && inno__names_find(b->units, code) >= 0)
      return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.what = code});
    if (inno__names_add(b->units, code) < 0) return inno__no_memory(error);
  }
  return INNO_OK;
}

/* ---- life ---- */

/* Before the pairs are done nothing is known but that there are n ranks. */
static void know_nothing(inno_rank_bounds *b) {
  for (int64_t i = 0; i < b->n; i++) {
    b->side[2 * i + INNO__BEST] = (inno__rank_side){b->n, 1, 0.0, 0};
    b->side[2 * i + INNO__WORST] = (inno__rank_side){1, b->n, 0.0, 0};
    b->always[i] = 0;
    b->ever[i] = b->n - 1;
  }
}

static inno_status fill(inno_rank_bounds *b, const inno_weight_set *set, const inno__rank_data *d, inno_error *error) {
  inno_status s = take_names(b, d, error);
  if (s == INNO_OK) s = allocate(b, error);
  if (s == INNO_OK) s = copy_values(b, d, error);
  if (s == INNO_OK) s = inno__weights_take(set, b->lower, b->upper, b->rows, b->room, &b->set, error);
  if (s != INNO_OK) return s;
  memset(b->center, 0, (size_t)b->k * sizeof *b->center);
  s = inno__rank_center(b, error);
  if (s != INNO_OK) return s;
  know_nothing(b);
  b->budget = FIRST_BUDGET;
  return INNO_OK;
}

inno_status inno__rank_bounds_create(const inno_allocator *a, const inno_weight_set *set, const inno__rank_data *data,
                                     inno_rank_bounds **out, inno_error *error) {
  inno_rank_bounds *b = inno__alloc(a, sizeof *b);
  *out = NULL;
  if (b == NULL) return inno__no_memory(error);
  *b = (inno_rank_bounds){.allocator = *a, .given = data->units, .k = set->count};
  b->set.rows = set->rows;
  for (int64_t i = 0; i < data->units; i++) b->n += takes_part(data, i, b->k);
  inno_status s =
      b->n > 0 ? fill(b, set, data, error) : inno__fail(error, INNO_E_NODATA, INNO__MSG_RANK_NO_UNITS, NULL);
  if (s != INNO_OK) {
    inno__rank_bounds_destroy(b);
    return s;
  }
  *out = b;
  return INNO_OK;
}

void inno__rank_bounds_destroy(inno_rank_bounds *b) {
  if (b == NULL) return;
  inno_allocator a = b->allocator;
  inno__names_destroy(b->units);
  inno__free(&a, b->block, b->block_bytes);
  inno__free(&a, b, sizeof *b);
}

/* ---- whose turn it is ---- */

static int64_t advance_pairs(inno_rank_bounds *b) {
  int64_t work = inno__rank_pair(b, b->pair / b->n, b->pair % b->n);
  if (++b->pair < b->n * b->n) return work;
  inno__rank_open(b);
  for (int64_t side = 0; side < 2 * b->n; side++)
    memcpy(b->witness + side * b->k, b->center, (size_t)b->k * sizeof *b->center);
  return work;
}

/* A side that its budget does not suffice for comes again in the next round, from the start but with what it found. */
static int64_t advance_ranks(inno_rank_bounds *b) {
  int done = 0;
  if (b->task == 2 * b->n) {
    b->finished = b->open == 0;
    b->budget = b->budget <= INT64_MAX / GROWTH ? b->budget * GROWTH : INT64_MAX;
    b->task = b->open = 0;
    return 0;
  }
  inno__rank_side *side = &b->side[b->task];
  if (side->closed) {
    b->task++;
    return 0;
  }
  if (!b->search.running) inno__rank_search_begin(b, b->task / 2, (int)(b->task % 2));
  int64_t work = inno__rank_search_step(b, &done);
  if (done) {
    b->open += !side->closed;
    b->task++;
  }
  return work;
}

void inno__rank_bounds_advance(inno_rank_bounds *b, int64_t work_limit) {
  while (work_limit > 0 && !b->finished) work_limit -= b->pair < b->n * b->n ? advance_pairs(b) : advance_ranks(b);
}
