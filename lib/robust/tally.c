#include "robust/tally.h"

#include <math.h>
#include <string.h>

#include "base/checked.h"
#include "innoscore/limits.h"

/* ---- making ---- */

/* The object, with its counters aligned behind it. */
enum { HEAD = (sizeof(inno_tally) + 7) / 8 * 8 };

/* NULL, or what of a shape is out of range. */
const char *inno__tally_shape_fault(const inno__tally_shape *s) {
  if (s->units < 1 || s->units > INNO_LIMIT_UNITS) return "units";
  if (s->top < 1 || s->top > s->units) return "top";
  if (!(s->confidence >= 0.001 && s->confidence <= 0.999)) return "confidence";
  if (s->shares < 0 || s->shares > INNO_LIMIT_UNITS) return "weights";
  if (!s->scores) return s->bins == 0 && s->score_low == 0.0 && s->score_high == 0.0 ? NULL : "bins";
  if (s->bins < 1 || s->bins > INNO_LIMIT_TALLY_BINS) return "bins";
  double wide = s->score_high - s->score_low;
  return wide >= 1e-290 && wide <= 1e300 && fabs(s->score_low) <= 1e300 ? NULL : "scale";
}

/* Counters of a table, added to a total; 0 = too many. */
static int more(size_t rows, size_t columns, size_t *total) {
  size_t words = 0;
  return inno__mul_size(rows, columns, &words) && inno__add_size(*total, words, total);
}

static uint64_t *take(uint64_t **at, int64_t words) {
  uint64_t *piece = *at;
  *at += words;
  return piece;
}

static void place(inno_tally *t, uint64_t *at) {
  const inno__tally_shape *s = &t->shape;
  int64_t n = s->units;
  t->words = at;
  t->nominal = take(&at, n);
  t->rank = take(&at, n * t->width);
  t->below = take(&at, s->scores ? n : 0);
  t->above = take(&at, s->scores ? n : 0);
  t->bin = take(&at, s->scores ? n * s->bins : 0);
  t->wins = take(&at, s->pairs ? n * n : 0);
  t->ties = take(&at, s->pairs ? n * (n - 1) / 2 : 0);
  t->firsts = take(&at, s->shares > 0 ? n : 0);
  t->plain = at - t->words;
  t->sum = take(&at, s->scores ? 2 * n : 0);
  t->square = take(&at, s->scores ? 2 * n : 0);
  t->share = take(&at, 2 * n * s->shares);
  t->octave = take(&at, INNO__OCTAVES * t->octave_words);
  t->total = at - t->words;
}

int inno__tally_counters(const inno__tally_shape *s, size_t *words) {
  size_t n = (size_t)s->units, even = n % 2 == 0 ? n / 2 : n, odd = n % 2 == 0 ? n - 1 : (n - 1) / 2;
  *words = 0;
  int fits = more(n, 1 + (s->half ? 2 : 1) * n + 1, words);
  if (fits && s->scores) fits = more(n, (size_t)s->bins + 6, words);
  if (fits && s->pairs) fits = more(n, n, words) && more(even, odd, words);
  return fits && (s->shares == 0 || more(n, 2 * (size_t)s->shares + 1, words));
}

inno_status inno__tally_create(const inno_allocator *a, const inno__tally_shape *shape, const int32_t *nominal,
                               inno_tally **out, inno_error *error) {
  size_t words = 0, bytes = 0;
  *out = NULL;
  const char *fault = inno__tally_shape_fault(shape);
  if (fault != NULL) return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_TALLY_SHAPE, &(inno__where){.what = fault});
  if (!inno__tally_counters(shape, &words) || !more(INNO__OCTAVES, 1 + 4 * (size_t)shape->units, &words) ||
      !inno__mul_size(words, sizeof(uint64_t), &bytes) || !inno__add_size(bytes, HEAD, &bytes))
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_TALLY_SIZE, NULL);
  inno_tally *t = inno__alloc(a, bytes);
  if (t == NULL) return inno__fail(error, INNO_E_NOMEM, INNO__MSG_TALLY_NOMEM, &(inno__where){.value = (double)bytes});
  *t = (inno_tally){.allocator = *a, .shape = *shape, .open_octave = -1, .bytes = bytes};
  t->width = (shape->half ? 2 : 1) * shape->units + 1;
  t->octave_words = 1 + 4 * shape->units;
  place(t, (uint64_t *)(void *)((char *)t + HEAD));
  memset(t->words, 0, (size_t)t->total * sizeof *t->words);
  for (int64_t i = 0; i < shape->units && nominal != NULL; i++) t->nominal[i] = (uint64_t)nominal[i] >> !shape->half;
  *out = t;
  return INNO_OK;
}

void inno__tally_destroy(inno_tally *t) {
  if (t == NULL) return;
  inno_allocator a = t->allocator;
  inno__ranges_free(&a, &t->ranges);
  inno__free(&a, t, t->bytes);
}

/* ---- counting ---- */

int32_t inno__octave_of(int64_t replicate) {
  int32_t octave = 0;
  for (int64_t left = replicate / INNO__OCTAVE_FIRST; left > 0; left /= 2) octave++;
  return octave;
}

inno_status inno__tally_open(const inno_tally *t, int64_t first, int64_t count, inno__ranges *with, inno_error *error) {
  inno__range one = {first, first + count};
  inno__ranges added = {&one, count > 0, count};
  return inno__ranges_join(&t->allocator, &t->ranges, &added, with, error);
}

static void wide_add(uint64_t *at, inno__wide x) {
  inno__wide sum = {at[0], at[1]};
  (void)inno__wide_add(&sum, x); /* 2^53 replicates fit, and there are no more */
  at[0] = sum.high;
  at[1] = sum.low;
}

/* The sums of all octaves are those of the histogram, so that of the last one follows from the others; counting need
 * not keep them. */
static void settle(inno_tally *t) {
  int64_t n = t->shape.units;
  if (t->open_octave < 0) return;
  uint64_t *last = inno__tally_octave(t, t->open_octave);
  for (int64_t i = 0; i < n; i++) {
    const uint64_t *row = inno__tally_row(t, i);
    uint64_t ranked = 0, within = inno__tally_within(t, i, t->shape.top);
    inno__wide sum = {0, 0};
    for (int64_t k = 1; k < t->width; k++) {
      ranked += row[k];
      if (row[k] > 0) inno__wide_add(&sum, inno__wide_product(row[k], (uint64_t)k));
    }
    for (int32_t k = 0; k < INNO__OCTAVES; k++) {
      const uint64_t *o = inno__tally_octave(t, k);
      ranked -= o[1 + i];
      within -= o[1 + n + i];
      inno__wide_subtract(&sum, inno__tally_wide(o + 1 + 2 * n, i));
    }
    last[1 + i] += ranked;
    last[1 + n + i] += within;
    wide_add(last + 1 + 2 * n + 2 * i, sum);
  }
  t->open_octave = -1;
}

void inno__tally_close(inno_tally *t, inno__ranges *with) {
  settle(t);
  inno__ranges_replace(&t->allocator, &t->ranges, with);
}

int inno__tally_add_failure(inno_tally *t, int64_t status, int64_t first, uint64_t count) {
  int32_t at = 0;
  while (at < t->failure_count && t->failure[at].status < status) at++;
  inno__failure *f = &t->failure[at];
  if (at == t->failure_count || f->status != status) {
    if (t->failure_count == INNO__FAILURE_KINDS) return 0;
    memmove(f + 1, f, (size_t)(t->failure_count - at) * sizeof *f);
    *f = (inno__failure){status, first, 0};
    t->failure_count++;
  }
  if (first < f->first) f->first = first;
  f->count += count;
  t->failed += count;
  return 1;
}

/* The loop has no branch. */
static int ranks_are_ranks(const inno_tally *t, const int32_t *rank, int64_t from, int64_t to) {
  int32_t most = (int32_t)(2 * t->shape.units), bits = 0, wrong = 0;
  for (int64_t r = from; r < to; r++) {
    wrong |= (rank[r] > most) | (rank[r] == 1);
    bits |= rank[r];
  }
  return !wrong && bits >= 0 && (t->shape.half || bits % 2 == 0);
}

/* What went wrong in the numbers of well replicates from .. to - 1, or NULL. */
static const char *segment_fault(const inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  int full = to - from == b->stride; /* then all units are one array */
  if (full && !ranks_are_ranks(t, b->ranks, 0, t->shape.units * b->stride)) return "rank";
  for (int64_t i = 0; i < t->shape.units && (!full || t->shape.scores); i++) {
    const int32_t *rank = b->ranks + i * b->stride;
    if (!full && !ranks_are_ranks(t, rank, from, to)) return "rank";
    for (int64_t r = from; t->shape.scores && r < to; r++)
      if (rank[r] > 0 && b->scores[i * b->stride + r] != b->scores[i * b->stride + r]) return "score";
  }
  for (int64_t j = 0; j < t->shape.shares; j++)
    for (int64_t r = from; r < to; r++)
      if (!(b->shares[j * b->stride + r] >= 0.0 && b->shares[j * b->stride + r] <= 1.0)) return "share";
  return NULL;
}

/* A counter of 8 bytes is at 8 times the rank, so at 4 times twice the rank; in halves it is at 8 times that. */
static inline void count_one(uint64_t *row, int32_t twice, int bytes) {
  ++*(uint64_t *)(void *)((char *)row + (size_t)(uint32_t)twice * (size_t)bytes);
}

/* Four units at a time: their counters are different ones, so that no addition waits for the one before it. */
static inline void count_rows(inno_tally *t, const inno__batch *b, int64_t from, int64_t to, int bytes) {
  int64_t n = t->shape.units, i = 0;
  for (; i + 4 <= n; i += 4) {
    const int32_t *r0 = b->ranks + i * b->stride, *r1 = r0 + b->stride, *r2 = r1 + b->stride, *r3 = r2 + b->stride;
    uint64_t *h0 = inno__tally_row(t, i), *h1 = h0 + t->width, *h2 = h1 + t->width, *h3 = h2 + t->width;
    for (int64_t r = from; r < to; r++) {
      count_one(h0, r0[r], bytes);
      count_one(h1, r1[r], bytes);
      count_one(h2, r2[r], bytes);
      count_one(h3, r3[r], bytes);
    }
  }
  for (; i < n; i++)
    for (int64_t r = from; r < to; r++) count_one(inno__tally_row(t, i), b->ranks[i * b->stride + r], bytes);
}

static void count_ranks(inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  if (t->shape.half)
    count_rows(t, b, from, to, 8);
  else
    count_rows(t, b, from, to, 4);
}

static void count_octave(inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  int32_t octave = inno__octave_of(b->first + from);
  if (octave != t->open_octave) settle(t);
  t->open_octave = octave;
  inno__tally_octave(t, octave)[0] += (uint64_t)(to - from);
}

int64_t inno__score_steps(const inno__tally_shape *shape, double score) {
  if (score < shape->score_low) return -1;
  if (score > shape->score_high) return -2;
  uint64_t most = inno__scale_steps(shape);
  double scale = (double)most / (shape->score_high - shape->score_low);
  uint64_t steps = (uint64_t)((score - shape->score_low) * scale + 0.5);
  return (int64_t)(steps < most ? steps : most);
}

static void count_scores(inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  for (int64_t i = 0; i < t->shape.units; i++) {
    const double *score = b->scores + i * b->stride;
    const int32_t *rank = b->ranks + i * b->stride;
    for (int64_t r = from; r < to; r++) {
      if (rank[r] == 0) continue;
      int64_t steps = inno__score_steps(&t->shape, score[r]);
      if (steps < 0) {
        (steps == -1 ? t->below : t->above)[i]++;
        continue;
      }
      t->bin[i * t->shape.bins + inno__score_bin(&t->shape, (uint64_t)steps)]++;
      wide_add(t->sum + 2 * i, inno__wide_of((uint64_t)steps));
      wide_add(t->square + 2 * i, inno__wide_product((uint64_t)steps, (uint64_t)steps));
    }
  }
}

static void count_pairs(inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  int64_t n = t->shape.units;
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = i + 1; j < n; j++) {
      const int32_t *x = b->ranks + i * b->stride, *y = b->ranks + j * b->stride;
      uint32_t wins = 0, losses = 0, ties = 0;
      for (int64_t r = from; r < to; r++) {
        wins += (x[r] < y[r]) & (x[r] != 0);
        losses += (y[r] < x[r]) & (y[r] != 0);
        ties += (x[r] == y[r]) & (x[r] != 0);
      }
      t->wins[i * n + j] += wins;
      t->wins[j * n + i] += losses;
      t->ties[inno__tally_tie(t, i, j)] += ties;
    }
}

static void count_shares(inno_tally *t, const inno__batch *b, int64_t from, int64_t to) {
  for (int64_t r = from; r < to; r++) {
    int32_t best = INT32_MAX;
    for (int64_t i = 0; i < t->shape.units; i++) {
      int32_t rank = b->ranks[i * b->stride + r];
      if (rank > 0 && rank < best) best = rank;
    }
    for (int64_t i = 0; i < t->shape.units; i++) {
      if (b->ranks[i * b->stride + r] != best) continue;
      t->firsts[i]++;
      for (int64_t j = 0; j < t->shape.shares; j++) {
        uint64_t share = (uint64_t)(b->shares[j * b->stride + r] * (double)INNO__SHARE_ONE + 0.5);
        wide_add(t->share + 2 * (i * t->shape.shares + j), inno__wide_of(share));
      }
    }
  }
}

/* The next replicates in a row that are well and of one octave; not too many, so that sums in a segment stay small. */
static int next_segment(const inno__batch *b, int64_t *from, int64_t *to) {
  enum { LONGEST = 1 << 16 };
  int64_t r = *to;
  while (r < b->count && b->statuses != NULL && b->statuses[r] != INNO_OK) r++;
  *from = r;
  if (r >= b->count) return 0;
  int64_t end = inno__octave_end(inno__octave_of(b->first + r)) - b->first;
  if (end > b->count) end = b->count;
  if (end > r + LONGEST) end = r + LONGEST;
  while (r < end && (b->statuses == NULL || b->statuses[r] == INNO_OK)) r++;
  *to = r;
  return 1;
}

static inno_status count_failures(inno_tally *t, const inno__batch *b, inno_error *error) {
  if (b->statuses == NULL) return INNO_OK;
  inno__failure before[INNO__FAILURE_KINDS];
  int32_t kinds = t->failure_count;
  uint64_t failed = t->failed;
  memcpy(before, t->failure, sizeof before);
  for (int64_t r = 0; r < b->count; r++) {
    if (b->statuses[r] == INNO_OK || inno__tally_add_failure(t, b->statuses[r], b->first + r, 1)) continue;
    memcpy(t->failure, before, sizeof before);
    t->failure_count = kinds;
    t->failed = failed;
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "statuses", .value = INNO__FAILURE_KINDS});
  }
  return INNO_OK;
}

inno_status inno__tally_count(inno_tally *t, const inno__batch *b, inno_error *error) {
  const char *fault = NULL;
  for (int64_t from = 0, to = 0; fault == NULL && next_segment(b, &from, &to);) fault = segment_fault(t, b, from, to);
  if (fault != NULL) return inno__fail(error, INNO_E_VALUE, INNO__MSG_TALLY_BATCH, &(inno__where){.what = fault});
  inno_status s = count_failures(t, b, error);
  if (s != INNO_OK) return s;
  for (int64_t from = 0, to = 0; next_segment(b, &from, &to);) {
    count_octave(t, b, from, to); /* before the ranks: it may settle */
    count_ranks(t, b, from, to);
    if (t->shape.scores) count_scores(t, b, from, to);
    if (t->shape.pairs) count_pairs(t, b, from, to);
    if (t->shape.shares > 0) count_shares(t, b, from, to);
  }
  return INNO_OK;
}

/* ---- adding up ---- */

int inno__tally_same_shape(const inno__tally_shape *a, const inno__tally_shape *b) {
  return a->units == b->units && a->top == b->top && a->half == b->half && a->scores == b->scores &&
         a->pairs == b->pairs && a->bins == b->bins && a->shares == b->shares && a->score_low == b->score_low &&
         a->score_high == b->score_high && a->confidence == b->confidence && strcmp(a->digest, b->digest) == 0;
}

static void add_wides(uint64_t *into, const uint64_t *from, int64_t count) {
  for (int64_t k = 0; k < count; k++) wide_add(into + 2 * k, inno__tally_wide(from, k));
}

static void add_words(uint64_t *into, const uint64_t *from, int64_t count) {
  for (int64_t k = 0; k < count; k++) into[k] += from[k];
}

static int failures_fit(const inno_tally *a, const inno_tally *b) {
  int32_t kinds = 0;
  for (int32_t i = 0, j = 0; i < a->failure_count || j < b->failure_count; kinds++) {
    int64_t x = i < a->failure_count ? a->failure[i].status : INT64_MAX;
    int64_t y = j < b->failure_count ? b->failure[j].status : INT64_MAX;
    i += x <= y;
    j += y <= x;
  }
  return kinds <= INNO__FAILURE_KINDS;
}

inno_status inno__tally_merge(inno_tally *into, const inno_tally *from, inno_error *error) {
  int64_t n = into->shape.units;
  inno__ranges both;
  if (!inno__tally_same_shape(&into->shape, &from->shape) ||
      memcmp(into->nominal, from->nominal, (size_t)n * sizeof *into->nominal) != 0)
    return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_OTHER, NULL);
  if (!failures_fit(into, from))
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "statuses", .value = INNO__FAILURE_KINDS});
  inno_status s = inno__ranges_join(&into->allocator, &into->ranges, &from->ranges, &both, error);
  if (s != INNO_OK) return s;
  inno__ranges_replace(&into->allocator, &into->ranges, &both);
  for (int32_t k = 0; k < from->failure_count; k++)
    inno__tally_add_failure(into, from->failure[k].status, from->failure[k].first, from->failure[k].count);
  add_words(into->words + n, from->words + n, into->plain - n);
  add_wides(into->words + into->plain, from->words + from->plain, (into->octave - into->words - into->plain) / 2);
  for (int32_t k = 0; k < INNO__OCTAVES; k++) {
    uint64_t *o = inno__tally_octave(into, k);
    const uint64_t *p = inno__tally_octave(from, k);
    add_words(o, p, 1 + 2 * n);
    add_wides(o + 1 + 2 * n, p + 1 + 2 * n, n);
  }
  return INNO_OK;
}

int32_t inno__tally_octaves(const inno_tally *t) {
  int32_t count = INNO__OCTAVES;
  while (count > 0 && inno__tally_octave(t, count - 1)[0] == 0) count--;
  return count;
}
