/* Replicates of an uncertainty into a tally or a second pass. */
#include <math.h>
#include <string.h>

#include "numeric/missing.h"
#include "robust/replicate.h"
#include "robust/score_pass.h"

/* 1 = some combination gives tied units the mean of their ranks, or the nominal method, which need be none of them,
 * does. */
static int32_t counts_halves(const inno_uncertainty *u) {
  for (int64_t i = 0; i < u->units; i++)
    if (u->nominal_ranks[i] > floor(u->nominal_ranks[i])) return 1;
  for (int64_t k = 0; k < u->combination_count; k++)
    if (u->combinations[k].method->ties == INNO_TIES_FRACTIONAL) return 1;
  return 0;
}

static inno__tally_shape shape_of(const inno_uncertainty *u) {
  const inno__uncertainty_rule *rule = &u->rule;
  inno__tally_shape s = {
      .units = u->units, .half = counts_halves(u), .pairs = rule->pairs != 0, .confidence = rule->confidence};
  s.top = rule->top < u->units ? rule->top : u->units;
  s.shares = rule->central ? u->tree->count : 0;
  if (rule->score_bins > 0) {
    s.scores = 1;
    s.bins = rule->score_bins;
    s.score_low = rule->score_low + 0.0; /* one zero: equal scales are equal bits */
    s.score_high = rule->score_high + 0.0;
  }
  memcpy(s.digest, u->fingerprint, sizeof s.digest);
  return s;
}

inno_status inno__tally_for(const inno_allocator *a, const inno_uncertainty *u, inno_tally **out, inno_error *error) {
  const inno__tally_shape shape = shape_of(u);
  inno_status s = inno__tally_create(a, &shape, NULL, out, error);
  for (int64_t i = 0; i < u->units && s == INNO_OK; i++)
    if (!inno__is_missing(u->nominal_ranks[i]))
      (*out)->nominal[i] = (uint64_t)(u->nominal_ranks[i] * (shape.half ? 2.0 : 1.0));
  return s;
}

typedef struct {
  inno_tally *tally;
  inno_score_pass *pass;
  inno_error *error;
} target;

static inno_status take_block(void *context, const inno__replicate_block *block) {
  target *into = context;
  const inno__batch batch = {.first = block->first,
                             .count = block->count,
                             .stride = INNO__LANES,
                             .ranks = block->ranks,
                             .scores = block->scores,
                             .shares = block->weights,
                             .statuses = block->failed > 0 ? block->status : NULL};
  return into->tally != NULL ? inno__tally_count(into->tally, &batch, into->error)
                             : inno__score_pass_count(into->pass, &batch, into->error);
}

/* The uncertainty must be the one that is counted, and have these replicates. */
static inno_status check(const inno__tally_shape *shape, const inno_uncertainty *u, int64_t first, int64_t count,
                         inno_error *error) {
  const inno__tally_shape wanted = shape_of(u);
  int64_t limit = inno__replicate_limit(u);
  if (!inno__tally_same_shape(shape, &wanted)) return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_OTHER, NULL);
  if (first > limit || count > limit - first)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_TALLY_END,
                      &(inno__where){.value = (double)first, .value2 = (double)count, .number = (double)limit});
  return INNO_OK;
}

inno_status inno__tally_run(inno_tally *t, const inno_uncertainty *u, int64_t first, int64_t count, inno_error *error) {
  inno__ranges with;
  target into = {.tally = t, .error = error};
  int32_t wants = (t->shape.scores ? INNO__WANT_SCORES : 0) | (t->shape.shares > 0 ? INNO__WANT_WEIGHTS : 0);
  inno_status s = check(&t->shape, u, first, count, error);
  if (s == INNO_OK) s = inno__tally_open(t, first, count, &with, error);
  if (s != INNO_OK) return s;
  s = inno__replicates(u, first, count, wants, take_block, &into, error);
  if (s == INNO_OK)
    inno__tally_close(t, &with);
  else
    inno__ranges_free(&t->allocator, &with);
  return s;
}

inno_status inno__score_pass_run(inno_score_pass *p, const inno_uncertainty *u, int64_t first, int64_t count,
                                 inno_error *error) {
  inno__ranges with;
  target into = {.pass = p, .error = error};
  inno_status s = check(&p->shape, u, first, count, error);
  if (s == INNO_OK) s = inno__score_pass_open(p, first, count, &with, error);
  if (s != INNO_OK) return s;
  s = inno__replicates(u, first, count, INNO__WANT_SCORES, take_block, &into, error);
  if (s == INNO_OK) s = inno__score_pass_close(p, &with, error);
  if (s != INNO_OK) inno__ranges_free(&p->allocator, &with);
  return s;
}
