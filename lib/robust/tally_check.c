/* Do the counters of a tally that was read agree with each other? Whatever one replicate adds to several of them must
 * be in all. No sum can overflow: every counter is first seen to be one of at most 2^53 replicates. */
#include <string.h>

#include "innoscore/limits.h"
#include "robust/tally.h"

#define MOST ((uint64_t)INNO__REPLICATE_COUNT)

/* 0 = more than all replicates. */
static int add(uint64_t *sum, uint64_t x) {
  if (x > MOST || *sum > MOST - x) return 0;
  *sum += x;
  return 1;
}

static const char *ranges_fault(const inno_tally *t) {
  int64_t end = -1, total = 0;
  for (int64_t k = 0; k < t->ranges.count; k++) {
    const inno__range *r = &t->ranges.at[k];
    if (r->first < 0 || r->first <= end || r->end <= r->first || r->end > INNO__REPLICATE_END) return "ranges";
    if (r->end - r->first > INNO__REPLICATE_COUNT - total) return "replicates";
    total += r->end - r->first;
    end = r->end;
  }
  return total == t->ranges.total ? NULL : "replicates";
}

static const char *failures_fault(const inno_tally *t) {
  uint64_t sum = 0;
  for (int32_t k = 0; k < t->failure_count; k++) {
    const inno__failure *f = &t->failure[k];
    if (f->status <= (k > 0 ? f[-1].status : 0) || f->status > INT32_MAX) return "statuses";
    if (f->count == 0 || !add(&sum, f->count)) return "failures";
    if (!inno__ranges_contain(&t->ranges, f->first)) return "failed replicate";
  }
  return sum == t->failed && sum <= (uint64_t)t->ranges.total ? NULL : "failures";
}

/* ---- ranks ---- */

static const char *octaves_fault(const inno_tally *t) {
  uint64_t good = 0;
  for (int32_t k = 0; k < INNO__OCTAVES; k++) {
    uint64_t x = inno__tally_octave(t, k)[0];
    int64_t first = k == 0 ? 0 : inno__octave_end(k - 1);
    if (x > (uint64_t)inno__ranges_within(&t->ranges, first, inno__octave_end(k)) || !add(&good, x)) return "octaves";
  }
  return good == inno__tally_good(t) ? NULL : "octaves";
}

static const char *unit_octaves_fault(const inno_tally *t, int64_t unit, uint64_t ranked, uint64_t top,
                                      inno__wide sum) {
  int64_t n = t->shape.units;
  uint64_t all = 0, within = 0;
  inno__wide ranks = {0, 0};
  for (int32_t k = 0; k < INNO__OCTAVES; k++) {
    const uint64_t *o = inno__tally_octave(t, k);
    inno__wide part = inno__tally_wide(o + 1 + 2 * n, unit), least = inno__wide_of(o[1 + unit]);
    if (o[1 + unit] > o[0] || o[1 + n + unit] > o[1 + unit]) return "octaves";
    if (inno__wide_less(part, least) || inno__wide_less(inno__wide_product(o[1 + unit], (uint64_t)t->width - 1), part))
      return "sums of ranks";
    if (!add(&all, o[1 + unit]) || !add(&within, o[1 + n + unit]) || !inno__wide_add(&ranks, part)) return "octaves";
  }
  if (all != ranked || within != top) return "octaves";
  return ranks.high == sum.high && ranks.low == sum.low ? NULL : "sums of ranks";
}

static const char *ranks_fault(const inno_tally *t, int64_t unit) {
  const uint64_t *row = inno__tally_row(t, unit);
  uint64_t all = 0;
  inno__wide sum = {0, 0};
  int impossible = t->shape.half && (row[1] != 0 || t->nominal[unit] == 1);
  if (impossible || t->nominal[unit] >= (uint64_t)t->width) return "ranks";
  for (int64_t k = 0; k < t->width; k++) {
    if (!add(&all, row[k])) return "ranks";
    if (k > 0) inno__wide_add(&sum, inno__wide_product(row[k], (uint64_t)k));
  }
  if (all != inno__tally_good(t)) return "ranks";
  return unit_octaves_fault(t, unit, all - row[0], inno__tally_within(t, unit, t->shape.top), sum);
}

/* ---- what may be counted besides ---- */

static const char *scores_fault(const inno_tally *t, int64_t unit) {
  uint64_t all = 0, in = 0, ranked = inno__tally_good(t) - inno__tally_row(t, unit)[0];
  inno__wide low = {0, 0}, high = {0, 0}, low2 = {0, 0}, high2 = {0, 0}, part;
  for (int64_t b = 0; b < t->shape.bins; b++) {
    uint64_t count = t->bin[unit * t->shape.bins + b], from = (uint64_t)b * inno__bin_steps(&t->shape);
    uint64_t to = from + inno__bin_steps(&t->shape) - (b + 1 < t->shape.bins);
    if (!add(&in, count)) return "scores";
    inno__wide_add(&low, inno__wide_product(count, from));
    inno__wide_add(&high, inno__wide_product(count, to));
    inno__wide_times(inno__wide_product(from, from), count, &part);
    inno__wide_add(&low2, part);
    inno__wide_times(inno__wide_product(to, to), count, &part);
    inno__wide_add(&high2, part);
  }
  if (!add(&all, in) || !add(&all, t->below[unit]) || !add(&all, t->above[unit]) || all != ranked) return "scores";
  inno__wide sum = inno__tally_wide(t->sum, unit), square = inno__tally_wide(t->square, unit);
  if (inno__wide_less(sum, low) || inno__wide_less(high, sum)) return "sums of scores";
  if (inno__wide_less(square, low2) || inno__wide_less(high2, square)) return "squares of scores";
  if (in == 0) return NULL;
  /* n times the squares is at least the square of the sum: by whole means, m = floor(sum / n), r what is left:
   * squares >= n m^2 + 2 m r + r for whole numbers */
  uint64_t rest, mean = inno__wide_divide(sum, in, &rest);
  inno__wide_times(inno__wide_product(mean, mean), in, &part);
  inno__wide_add(&part, inno__wide_product(2 * mean + 1, rest));
  return inno__wide_less(square, part) ? "squares of scores" : NULL;
}

static const char *pairs_fault(const inno_tally *t) {
  int64_t n = t->shape.units;
  uint64_t good = inno__tally_good(t);
  for (int64_t i = 0; i < n; i++) {
    if (t->wins[i * n + i] != 0) return "pairs";
    for (int64_t j = i + 1; j < n; j++) {
      uint64_t both = 0, x = good - inno__tally_row(t, i)[0], y = good - inno__tally_row(t, j)[0];
      int fits = add(&both, t->wins[i * n + j]) && add(&both, t->wins[j * n + i]) &&
                 add(&both, t->ties[inno__tally_tie(t, i, j)]);
      if (!fits || both > (x < y ? x : y) || both + good < x + y) return "pairs";
    }
  }
  return NULL;
}

static const char *shares_fault(const inno_tally *t, int64_t unit) {
  uint64_t firsts = t->firsts[unit];
  if (firsts > inno__tally_good(t) - inno__tally_row(t, unit)[0]) return "first places";
  for (int64_t j = 0; j < t->shape.shares; j++)
    if (inno__wide_less(inno__wide_product(firsts, INNO__SHARE_ONE),
                        inno__tally_wide(t->share, unit * t->shape.shares + j)))
      return "central weights";
  return NULL;
}

const char *inno__tally_fault(const inno_tally *t) {
  const char *fault = ranges_fault(t);
  if (fault == NULL) fault = failures_fault(t);
  if (fault == NULL) fault = octaves_fault(t);
  for (int64_t i = 0; i < t->shape.units && fault == NULL; i++) {
    fault = ranks_fault(t, i);
    if (fault == NULL && t->shape.scores) fault = scores_fault(t, i);
    if (fault == NULL && t->shape.shares > 0) fault = shares_fault(t, i);
  }
  return fault == NULL && t->shape.pairs ? pairs_fault(t) : fault;
}
