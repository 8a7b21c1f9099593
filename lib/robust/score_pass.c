#include "robust/score_pass.h"

#include <string.h>

#include "base/block.h"
#include "base/checked.h"
#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "robust/bytes.h"

/* ---- making ---- */

static void identify(inno_score_pass *p, const inno_tally *t, const double *probabilities, int32_t type) {
  char digest[65];
  inno__byte_sink sink = {.out = NULL};
  inno__tally_digest(t, digest);
  inno__sha256_init(&sink.hash);
  inno__put_bytes(&sink, digest, 64);
  inno__put(&sink, (uint64_t)type);
  for (int64_t k = 0; k < p->probabilities; k++) inno__put_double(&sink, probabilities[k]);
  inno__sha256_hex(&sink.hash, p->identity);
}

/* The object and its tables in one block; the second time at their places. */
static inno_score_pass *lay_out(inno__block *b, int64_t units, int64_t probabilities) {
  size_t places = 0, slots = 0;
  int fits = inno__mul_size((size_t)units, (size_t)probabilities, &places) && inno__mul_size(places, 2, &slots) &&
             slots <= SIZE_MAX / 64;
  if (!fits) places = slots = SIZE_MAX / 64;
  inno_score_pass *p = inno__block_take(b, sizeof *p, 16);
  inno__score_place *place = inno__block_take(b, places * sizeof *place, 16);
  inno__score_slot *slot = inno__block_take(b, slots * sizeof *slot, 16);
  int64_t *before = inno__block_take(b, slots * sizeof *before, 16);
  int64_t *count = inno__block_take(b, (size_t)units * sizeof *count, 16);
  if (p == NULL) return NULL;
  *p = (inno_score_pass){.place = place,
                         .slot = slot,
                         .filled_before = before,
                         .slot_count = count,
                         .probabilities = probabilities,
                         .slots_of_unit = 2 * probabilities};
  memset(count, 0, (size_t)units * sizeof *count);
  memset(slot, 0, slots * sizeof *slot);
  memset(before, 0, slots * sizeof *before);
  return p;
}

static void want(inno_score_pass *p, const inno_tally *t, int64_t unit, int64_t bin) {
  inno__score_slot *slot = p->slot + unit * p->slots_of_unit;
  int64_t count = p->slot_count[unit], at = 0;
  while (at < count && slot[at].bin < bin) at++;
  if (at < count && slot[at].bin == bin) return;
  memmove(slot + at + 1, slot + at, (size_t)(count - at) * sizeof *slot);
  slot[at] = (inno__score_slot){.bin = bin, .expected = (int64_t)t->bin[unit * t->shape.bins + bin]};
  p->slot_count[unit]++;
}

/* Which bins are needed, and how many scores they hold. */
static inno_status plan(inno_score_pass *p, const inno_tally *t, const double *probabilities, int32_t type,
                        int64_t most, inno_error *error) {
  for (int64_t i = 0; i < p->shape.units; i++) {
    if (inno__tally_good(t) == inno__tally_row(t, i)[0]) continue; /* no score at all: its quantiles are missing */
    for (int64_t k = 0; k < p->probabilities; k++) {
      inno__score_place *place = &p->place[i * p->probabilities + k];
      if (!inno__tally_score_place(t, i, probabilities[k], type, place))
        return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_SCORE_PASS_SCALE,
                          &(inno__where){.value = probabilities[k], .count = i});
      for (int side = 0; side < 2; side++) want(p, t, i, place->bin[side]);
    }
    for (int64_t k = 0; k < p->slot_count[i]; k++) {
      inno__score_slot *slot = &p->slot[i * p->slots_of_unit + k];
      slot->offset = p->value_count;
      if (slot->expected > most - p->value_count)
        return inno__fail(
            error, INNO_E_SIZE, INNO__MSG_SCORE_PASS_MEMORY,
            &(inno__where){.value = (double)p->value_count + (double)slot->expected, .value2 = (double)most});
      p->value_count += slot->expected;
      if (slot->expected > p->longest) p->longest = slot->expected;
    }
  }
  return INNO_OK;
}

static size_t value_bytes(const inno_score_pass *p) {
  size_t count = (size_t)p->value_count + (size_t)p->longest;
  return count <= SIZE_MAX / 16 ? count * sizeof(double) : SIZE_MAX;
}

static inno_status take_values(inno_score_pass *p, const inno_tally *t, inno_error *error) {
  inno__ranges none = {NULL, 0, 0};
  p->values = inno__alloc(&p->allocator, value_bytes(p));
  if (p->values == NULL) return inno__no_memory(error);
  p->work = p->values + p->value_count;
  return inno__ranges_join(&p->allocator, &t->ranges, &none, &p->first, error);
}

inno_status inno__score_pass_create(const inno_allocator *a, const inno_tally *t, const double *probabilities,
                                    int64_t count, int32_t type, int64_t most, inno_score_pass **out,
                                    inno_error *error) {
  inno__block block = {NULL, 0, 0};
  *out = NULL;
  if (!t->shape.scores)
    return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_TALLY_NOT_COUNTED, &(inno__where){.what = "scores"});
  lay_out(&block, t->shape.units, count);
  size_t bytes = block.used;
  block = (inno__block){inno__alloc(a, bytes), 0, bytes};
  if (block.base == NULL) return inno__no_memory(error);
  unsigned char *base = block.base;
  inno_score_pass *p = lay_out(&block, t->shape.units, count);
  p->allocator = *a;
  p->shape = t->shape;
  p->block = base;
  p->bytes = bytes;
  inno_status s = plan(p, t, probabilities, type, most, error);
  if (s == INNO_OK) s = take_values(p, t, error);
  if (s != INNO_OK) {
    inno__score_pass_destroy(p);
    return s;
  }
  identify(p, t, probabilities, type);
  p->finished = p->first.total == 0;
  *out = p;
  return INNO_OK;
}

void inno__score_pass_destroy(inno_score_pass *p) {
  if (p == NULL) return;
  inno_allocator a = p->allocator;
  inno__ranges_free(&a, &p->first);
  inno__ranges_free(&a, &p->seen);
  inno__free(&a, p->values, value_bytes(p));
  inno__free(&a, p->block, p->bytes);
}

/* ---- gathering ---- */

/* The first replicate of a range that the tally does not hold; -1 = all are there. */
static int64_t foreign(const inno_score_pass *p, int64_t first, int64_t end) {
  for (int64_t k = 0; k < p->first.count && first < end; k++)
    if (p->first.at[k].first <= first && first < p->first.at[k].end) first = p->first.at[k].end;
  return first < end ? first : -1;
}

inno_status inno__score_pass_open(const inno_score_pass *p, int64_t first, int64_t count, inno__ranges *with,
                                  inno_error *error) {
  inno__range one = {first, first + count};
  inno__ranges added = {&one, count > 0, count};
  int64_t missing = foreign(p, first, first + count);
  *with = (inno__ranges){NULL, 0, 0};
  if (missing >= 0)
    return inno__fail(error, INNO_E_TALLY, INNO__MSG_SCORE_PASS_RANGE, &(inno__where){.count = missing});
  return inno__ranges_join(&p->allocator, &p->seen, &added, with, error);
}

inno__score_slot *inno__score_slot_of(const inno_score_pass *p, int64_t unit, int64_t bin) {
  inno__score_slot *slot = p->slot + unit * p->slots_of_unit;
  for (int64_t k = 0; k < p->slot_count[unit] && slot[k].bin <= bin; k++)
    if (slot[k].bin == bin) return &slot[k];
  return NULL;
}

int inno__score_gather(inno_score_pass *p, int64_t unit, double score) {
  int64_t steps = inno__score_steps(&p->shape, score);
  inno__score_slot *slot = steps < 0 ? NULL : inno__score_slot_of(p, unit, inno__score_bin(&p->shape, (uint64_t)steps));
  if (slot == NULL) return 1;
  if (slot->filled == slot->expected) return 0;
  p->values[slot->offset + slot->filled++] = score + 0.0; /* one zero */
  return 1;
}

static void remember(inno_score_pass *p) {
  for (int64_t k = 0; k < p->shape.units * p->slots_of_unit; k++) p->filled_before[k] = p->slot[k].filled;
}

inno_status inno__score_pass_undo(inno_score_pass *p, inno_error *error) {
  for (int64_t k = 0; k < p->shape.units * p->slots_of_unit; k++) p->slot[k].filled = p->filled_before[k];
  return inno__fail(error, INNO_E_TALLY, INNO__MSG_SCORE_PASS_OTHER, NULL);
}

inno_status inno__score_pass_count(inno_score_pass *p, const inno__batch *b, inno_error *error) {
  for (int64_t i = 0; i < p->shape.units; i++)
    for (int64_t r = 0; r < b->count; r++) {
      int64_t at = i * b->stride + r;
      int counts = (b->statuses == NULL || b->statuses[r] == INNO_OK) && b->ranks[at] > 0;
      if (counts && !inno__score_gather(p, i, b->scores[at])) return inno__score_pass_undo(p, error);
    }
  return INNO_OK;
}

inno_status inno__score_pass_close(inno_score_pass *p, inno__ranges *with, inno_error *error) {
  p->finished = with->total == p->first.total;
  for (int sorts = 0; p->finished && sorts < 2; sorts++) /* nothing is moved before all is seen to be there */
    for (int64_t i = 0; i < p->shape.units; i++)
      for (int64_t k = 0; k < p->slot_count[i]; k++) {
        const inno__score_slot *slot = &p->slot[i * p->slots_of_unit + k];
        if (sorts) inno__sort(p->values + slot->offset, slot->expected, p->work);
        if (slot->filled == slot->expected) continue;
        p->finished = 0;
        return inno__score_pass_undo(p, error);
      }
  inno__ranges_replace(&p->allocator, &p->seen, with);
  remember(p);
  return INNO_OK;
}

inno_status inno__score_pass_merge(inno_score_pass *into, const inno_score_pass *from, inno_error *error) {
  inno__ranges both;
  if (strcmp(into->identity, from->identity) != 0)
    return inno__fail(error, INNO_E_TALLY, INNO__MSG_SCORE_PASS_OTHER, NULL);
  inno_status s = inno__ranges_join(&into->allocator, &into->seen, &from->seen, &both, error);
  if (s != INNO_OK) return s;
  for (int64_t i = 0; i < into->shape.units && s == INNO_OK; i++)
    for (int64_t k = 0; k < from->slot_count[i] && s == INNO_OK; k++) {
      const inno__score_slot *slot = &from->slot[i * from->slots_of_unit + k];
      for (int64_t v = 0; v < slot->filled && s == INNO_OK; v++)
        if (!inno__score_gather(into, i, from->values[slot->offset + v])) s = inno__score_pass_undo(into, error);
    }
  if (s == INNO_OK) s = inno__score_pass_close(into, &both, error);
  if (s != INNO_OK) inno__ranges_free(&into->allocator, &both);
  return s;
}

/* ---- reading ---- */

double inno__score_pass_quantile(const inno_score_pass *p, int64_t unit, int64_t probability) {
  const inno__score_place *place = &p->place[unit * p->probabilities + probability];
  double x[2];
  if (p->slot_count[unit] == 0) return inno__nan();
  for (int side = 0; side < 2; side++) {
    const inno__score_slot *slot = inno__score_slot_of(p, unit, place->bin[side]);
    x[side] = p->values[slot->offset + (int64_t)(place->at[side] - place->before[side])];
  }
  return inno__quantile_between(x[0], x[1], place->upper);
}
