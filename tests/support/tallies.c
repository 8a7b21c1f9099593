#include "support/tallies.h"

#include <math.h>
#include <stdlib.h>

#include "numeric/order.h"
#include "numeric/random.h"

inno__tally_shape tallies_shape(int32_t half) {
  return (inno__tally_shape){.units = TALLIES_UNITS,
                             .top = 3,
                             .confidence = 0.8,
                             .half = half,
                             .scores = 1,
                             .pairs = 1,
                             .bins = 50,
                             .score_low = 0.0,
                             .score_high = 100.0,
                             .shares = TALLIES_SHARES,
                             .digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
}

tallies_replicate tallies_replicate_of(int64_t number, int32_t half, int wild) {
  inno__random r = {7, (uint64_t)number, 0};
  tallies_replicate x = {.status = INNO_OK};
  double work[8 * TALLIES_UNITS + 64], sum = 0.0;
  for (int i = 0; i < TALLIES_UNITS; i++) {
    double u = inno__random_uniform(&r, (uint32_t)i);
    x.score[i] = 10.0 * i + 40.0 * u;
    if (inno__random_below(&r, (uint32_t)(20 + i), 5) == 0) x.score[i] = floor(x.score[i] / 8.0) * 8.0; /* ties */
    if (inno__random_below(&r, (uint32_t)(40 + i), 60) == 0) x.score[i] = NAN;
    if (wild && inno__random_below(&r, (uint32_t)(60 + i), 40) == 0) x.score[i] = i % 2 ? 140.0 : -3.0;
  }
  if (inno__rank_work_size(TALLIES_UNITS) > sizeof work) abort();
  inno__rank(x.score, TALLIES_UNITS, 1, half ? INNO__TIES_AVERAGE : INNO__TIES_MIN, x.rank, work);
  for (int j = 0; j < TALLIES_SHARES; j++) sum += x.share[j] = inno__random_uniform(&r, (uint32_t)(80 + j));
  for (int j = 0; j < TALLIES_SHARES; j++) x.share[j] /= sum;
  uint32_t fails = inno__random_below(&r, 100, 50);
  if (fails == 0) x.status = INNO_E_NONPOSITIVE;
  if (fails == 1) x.status = INNO_E_WEIGHTS;
  return x;
}

inno_tally *tallies_create(const inno_allocator *a, int32_t half) {
  const inno__tally_shape shape = tallies_shape(half);
  static const int32_t nominal[TALLIES_UNITS] = {14, 12, 10, 8, 6, 4, 0};
  inno_allocator standard;
  inno_tally *t = NULL;
  if (a == NULL && inno__allocator_resolve(NULL, &standard) != INNO_OK) abort();
  inno_status s = inno__tally_create(a != NULL ? a : &standard, &shape, nominal, &t, NULL);
  return s == INNO_OK ? t : NULL;
}

enum { BATCH = 256 };

static void fill(inno__batch *b, int32_t *ranks, double *scores, double *shares, inno_status *statuses, int32_t half,
                 int wild) {
  for (int64_t r = 0; r < b->count; r++) {
    tallies_replicate x = tallies_replicate_of(b->first + r, half, wild);
    statuses[r] = x.status;
    for (int i = 0; i < TALLIES_UNITS; i++) {
      ranks[i * b->stride + r] = isnan(x.rank[i]) ? 0 : (int32_t)(2.0 * x.rank[i]);
      scores[i * b->stride + r] = x.score[i];
    }
    for (int j = 0; j < TALLIES_SHARES; j++) shares[j * b->stride + r] = x.status != INNO_OK ? NAN : x.share[j];
  }
}

inno_status tallies_run(inno_tally *t, inno_score_pass *p, int64_t first, int64_t count, int64_t batch, int wild,
                        inno_error *error) {
  static int32_t ranks[TALLIES_UNITS * BATCH];
  static double scores[TALLIES_UNITS * BATCH], shares[TALLIES_SHARES * BATCH];
  static inno_status statuses[BATCH];
  int32_t half = t != NULL ? t->shape.half : p->shape.half;
  inno__ranges with = {NULL, 0, 0}, with_pass = {NULL, 0, 0};
  inno_status s = t != NULL ? inno__tally_open(t, first, count, &with, error) : INNO_OK;
  if (s == INNO_OK && p != NULL) s = inno__score_pass_open(p, first, count, &with_pass, error);
  for (int64_t at = 0; at < count && s == INNO_OK; at += batch) {
    inno__batch b = {first + at, batch < count - at ? batch : count - at, BATCH, ranks, scores, shares, statuses};
    fill(&b, ranks, scores, shares, statuses, half, wild);
    if (t != NULL) s = inno__tally_count(t, &b, error);
    if (s == INNO_OK && p != NULL) s = inno__score_pass_count(p, &b, error);
  }
  if (s == INNO_OK && p != NULL) s = inno__score_pass_close(p, &with_pass, error);
  if (s == INNO_OK && t != NULL) inno__tally_close(t, &with);
  if (s == INNO_OK) return s;
  if (t != NULL) inno__ranges_free(&t->allocator, &with);
  if (p != NULL) inno__ranges_free(&p->allocator, &with_pass);
  return s;
}

unsigned char *tallies_bytes(const inno_tally *t, int64_t *size) {
  *size = 0;
  if (inno_tally_write(t, NULL, 0, size, NULL) != INNO_OK) abort();
  unsigned char *bytes = malloc((size_t)*size);
  if (bytes == NULL || inno_tally_write(t, bytes, *size, size, NULL) != INNO_OK) abort();
  return bytes;
}
