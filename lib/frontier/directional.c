/* Distances to the frontier in a direction: of the unit's own values, of each indicator's own potential, and with bads.
 */
#include <math.h>

#include "frontier/frontier.h"
#include "numeric/missing.h"

static const double rounding = 1e-12;

static size_t work_size(const inno_frontier *f) { return inno__bod_program_work_size(f->k, f->n, &f->bounds); }

/* ---- one program ---- */

static void worst_of(inno__lp_certificate *all, const inno__lp_certificate *one) {
  if (!(all->primal >= one->primal)) all->primal = one->primal;
  if (!(all->dual >= one->dual)) all->dual = one->dual;
  if (!(all->gap >= one->gap)) all->gap = one->gap;
  all->objective = one->objective;
}

static inno_status solve(inno_frontier *f, int64_t i, const inno__bod_question *question, inno__frontier_unit *out,
                         double *objective, const inno__site *site) {
  inno__bod_program *q = &f->program;
  inno__lp_certificate certificate;
  int32_t culprit = -1;
  inno__bod_program_ask(q, question);
  int32_t status = inno__bod_program_advance(q, f->iterations);
  out->iterations += q->simplex.iterations;
  if (status == INNO__LP_LIMIT)
    return inno__frontier_fails(f, i, site, INNO_E_UNFINISHED, INNO__MSG_BOD_ITERATIONS, "iterations", -1, 0.0);
  if (status != INNO__LP_OPTIMAL) {
    const char *bound = inno__bod_program_culprit(q, &culprit);
    return inno__frontier_fails(f, i, site, INNO_E_DOMAIN, INNO__MSG_BOD_CONTRADICTION, bound, culprit, 0.0);
  }
  inno__bod_program_answer(q, &certificate, f->peers);
  worst_of(&out->certificate, &certificate);
  if (!inno__lp_proves(&certificate))
    return inno__frontier_fails(f, i, site, INNO_E_OVERFLOW, INNO__MSG_BOD_UNPROVEN, NULL, -1, 0.0);
  *objective = -certificate.objective;
  return INNO_OK;
}

/* Distance along f->step; what is smaller than rounding is none. */
static inno_status distance(inno_frontier *f, int64_t i, const double *reference, inno__frontier_unit *out,
                            double *multiplier, const inno__site *site) {
  inno__bod_question question = {f->step, f->base, reference, f->present, -1};
  double found = 0.0, steps = 0.0;
  for (int32_t j = 0; j < f->k; j++) steps += f->present[j] ? f->step[j] : 0.0;
  if (!(steps > 0.0))
    return inno__frontier_fails(f, i, site, INNO_E_DOMAIN, INNO__MSG_FRONTIER_DIRECTION, NULL, -1, 0.0);
  inno_status s = solve(f, i, &question, out, &found, site);
  if (s != INNO_OK) return s;
  out->distance = found > rounding ? found : 0.0;
  for (int32_t j = 0; j < f->k; j++)
    if (f->present[j]) multiplier[j] = f->program.x[j];
  return INNO_OK;
}

static int32_t take(inno_frontier *f, int64_t i, inno__frontier_unit *out) {
  out->available = inno__frontier_take(f, i);
  for (int32_t j = 0; j < f->k; j++) {
    f->base[j] = f->y[j] * f->sign[j];
    f->step[j] = f->direction[j] * f->y[j];
  }
  return out->available;
}

static inno_status no_values(const inno_frontier *f, int64_t i, const inno__site *site) {
  return inno__frontier_fails(f, i, site, INNO_E_NODATA, INNO__MSG_FRONTIER_NO_VALUES, NULL, -1, 0.0);
}

static const double *reference_of(const inno_frontier *f) {
  return f->share_of == INNO_SHARE_OF_CONTRIBUTION ? f->y : f->share_of == INNO_SHARE_OF_MEAN ? f->mean : f->ones;
}

/* ---- along the unit's own values ---- */

static inno_status begin(inno_frontier *f, const inno__site *site) {
  (void)site;
  int levelled = f->rule->number != INNO_FRONTIER_UNDESIRABLE;
  inno__bod_program_load(&f->program, (const double *const *)f->column, f->sign, f->k, f->n, &f->bounds, levelled,
                         f->work);
  return INNO_OK;
}

static inno_status unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                        const inno__site *site) {
  if (take(f, i, out) == 0) return no_values(f, i, site);
  inno_status s = distance(f, i, reference_of(f), out, multiplier, site);
  if (s == INNO_OK) out->score = 1.0 / (1.0 + out->distance);
  return s;
}

const inno__frontier_rule inno__frontier_directional = {INNO_FRONTIER_DIRECTIONAL, work_size, begin, unit, NULL, 1, 0};

/* ---- goods and bads ---- */

static inno_status undesirable_begin(inno_frontier *f, const inno__site *site) {
  int goods = 0, bads = 0;
  for (int32_t j = 0; j < f->k; j++) {
    goods += f->sign[j] > 0.0;
    bads += f->sign[j] < 0.0;
  }
  if (goods == 0 || bads == 0)
    return inno__fail(site->error, INNO_E_VALUE, INNO__MSG_FRONTIER_GOODS_BADS,
                      &(inno__where){.what = "less_is_better"});
  return begin(f, site);
}

const inno__frontier_rule inno__frontier_undesirable = {
    INNO_FRONTIER_UNDESIRABLE, work_size, undesirable_begin, unit, NULL, 1, 0};

/* ---- along each indicator's own potential ---- */

/* The most of indicator j that a mixture of units can have which is not below the unit in any other. */
static inno_status potential(inno_frontier *f, int64_t i, int32_t j, inno__frontier_unit *out, const inno__site *site) {
  inno__bod_question question = {f->ones, f->base, f->ones, f->present, j};
  double kept = f->base[j];
  f->base[j] = 0.0;
  inno_status s = solve(f, i, &question, out, &f->ideal[j], site);
  f->base[j] = kept;
  return s;
}

static inno_status multidirectional_unit(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                                         const inno__site *site) {
  double *steps = f->steps + i * f->k, sum = 0.0, any = 0.0;
  inno_status s = INNO_OK;
  if (take(f, i, out) == 0) return no_values(f, i, site);
  for (int32_t j = 0; j < f->k && s == INNO_OK; j++)
    if (f->present[j]) s = potential(f, i, j, out, site);
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < f->k; j++) {
    double step = f->present[j] ? f->ideal[j] - f->y[j] : 0.0;
    f->step[j] = f->present[j] && step > rounding * f->ideal[j] ? step : 0.0; /* there is no ideal of what is absent */
    any += f->step[j];
    steps[j] = f->present[j] ? f->step[j] : inno__nan();
  }
  out->distance = 0.0;
  if (any > 0.0)
    s = distance(f, i, f->ones, out, multiplier, site);
  else /* on the frontier: its own peer */
    for (int64_t u = 0; u < f->n; u++) f->peers[u] = u == i ? 1.0 : 0.0;
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < f->k; j++) {
    double target = f->y[j] + out->distance * f->step[j];
    if (f->present[j]) sum += target > 0.0 ? f->y[j] / target : 1.0;
  }
  out->score = sum / out->available;
  return INNO_OK;
}

const inno__frontier_rule inno__frontier_multidirectional = {
    INNO_FRONTIER_MULTIDIRECTIONAL, work_size, begin, multidirectional_unit, NULL, 1, 1};
