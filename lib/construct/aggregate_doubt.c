/* Benefit of the doubt as the rule of a node: one linear program a unit, one unit a call. Children of weight 0 take no
 * part; other weights are not read, for every unit has weights of its own. */
#include "construct/aggregate_doubt.h"

#include <math.h>

#include "base/block.h"
#include "construct/benefit_of_doubt.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

/* What stays from one call to the next. */
typedef struct {
  inno__bod bod;
  inno__bod_rule rule;
  const double **columns; /* of the children that take part, as everything below */
  const char **children;
  double *share_lower, *share_upper, *multiplier_lower, *multiplier_upper;
  void *program;
} doubt;

/* The struct itself lies before everything else. */
static void place(doubt *d, inno__block *b, int32_t k) {
  size_t wide = (size_t)k * sizeof(double);
  b->used = sizeof *d;
  d->columns = inno__block_take(b, (size_t)k * sizeof *d->columns, 8);
  d->children = inno__block_take(b, (size_t)k * sizeof *d->children, 8);
  d->share_lower = inno__block_take(b, wide, 8);
  d->share_upper = inno__block_take(b, wide, 8);
  d->multiplier_lower = inno__block_take(b, wide, 8);
  d->multiplier_upper = inno__block_take(b, wide, 8);
  d->program = inno__block_take(b, 0, 8);
}

/* Room for every kind of bound: which of them a node has is not known here. */
static size_t work_size(int32_t k, int64_t n) {
  const double any = 0.0;
  const inno__bod_rule all = {
      .bounds = {.multiplier_lower = &any, .multiplier_upper = &any, .share_lower = &any, .share_upper = &any},
      .share_of = INNO__BOD_SHARE_WEIGHT};
  doubt d;
  inno__block measure = {NULL, 0, 0};
  place(&d, &measure, k);
  size_t program = inno__bod_work_size(k, n, &all), most = SIZE_MAX / 2; /* refused by whoever adds it up */
  return program > most - measure.used ? most : measure.used + program;
}

/* ---- the node as the kernel wants it ---- */

static double own_or(double own, double of_all) { return own == own ? own : of_all; }

/* The children that take part and their bounds; how many they are. */
static int32_t take_children(const inno__node *node, doubt *d) {
  const inno__aggregate_rule *r = node->rule;
  int32_t k = 0;
  for (int32_t c = 0; c < node->k; c++) {
    if (!(node->weights[c] > 0.0)) continue;
    d->columns[k] = node->columns != NULL ? node->columns[c] : NULL;
    d->children[k] = node->children != NULL ? node->children[c] : NULL;
    d->share_lower[k] = own_or(node->own[c].share_lower, r->share_lower);
    d->share_upper[k] = own_or(node->own[c].share_upper, r->share_upper);
    d->multiplier_lower[k] = r->multiplier_lower;
    d->multiplier_upper[k++] = own_or(r->multiplier_upper, INFINITY); /* unset */
  }
  return k;
}

/* A kind of bound that binds nobody is left out: fewer rows. */
static const double *unless_all(const double *bound, int32_t k, double idle) {
  for (int32_t j = 0; j < k; j++)
    if (bound[j] != idle) return bound;
  return NULL;
}

static doubt *take_node(const inno__node *node, int32_t *k) {
  const inno__aggregate_rule *r = node->rule;
  inno__block b = {node->work, 0, SIZE_MAX};
  doubt *d = node->work;
  place(d, &b, node->k);
  *k = take_children(node, d);
  d->rule = (inno__bod_rule){.share_of = r->share_of,
                             .zero = r->share_of == INNO_SHARE_OF_CONTRIBUTION ? r->zero : INNO_ZERO_ERROR,
                             .iterations = r->iterations};
  d->rule.bounds.share_lower = unless_all(d->share_lower, *k, 0.0);
  d->rule.bounds.share_upper = unless_all(d->share_upper, *k, 1.0);
  d->rule.bounds.multiplier_lower = unless_all(d->multiplier_lower, *k, 0.0);
  d->rule.bounds.multiplier_upper = unless_all(d->multiplier_upper, *k, INFINITY);
  return d;
}

inno_status inno__doubt_check(const inno__node *node) {
  inno__bod b = {.site = *node->site};
  int32_t k = 0;
  doubt *d = take_node(node, &k);
  b.rule = &d->rule;
  b.children = node->children != NULL ? d->children : NULL;
  b.program.k = k;
  return inno__bod_check_bounds(&b);
}

/* Bounds are looked at without a program. */
size_t inno__doubt_check_work_size(int32_t k) {
  doubt d;
  inno__block measure = {NULL, 0, 0};
  place(&d, &measure, k);
  return measure.used;
}

/* ---- one unit ---- */

/* Units with too few children are asked nothing: their bounds might contradict each other for want of values. */
static int too_few(const inno__node *node, int64_t unit) {
  double available = 0.0;
  for (int32_t c = 0; c < node->k; c++) available += inno__is_missing(node->columns[c][unit]) ? 0.0 : 1.0;
  return available / (double)node->k < node->rule->min_coverage;
}

static inno_status score(const inno__node *node, inno__bod *b, int64_t unit) {
  const double nan = inno__nan();
  inno__bod_result result = {.score = nan, .certificate = {nan, nan, nan, nan}};
  b->site = *node->site; /* the caller's error object may be another one now */
  inno_status s = too_few(node, unit) ? INNO_OK : inno__bod_unit(b, unit, &result, NULL, NULL, NULL);
  node->out[unit] = result.score;
  node->outcomes[unit] = (inno__outcome){.converged = s == INNO_OK,
                                         .iterations = result.iterations,
                                         .value = result.score,
                                         .primal = result.certificate.primal,
                                         .dual = result.certificate.dual,
                                         .gap = result.certificate.gap};
  return s;
}

static inno_status compute(inno__node *node) {
  doubt *d = node->work;
  if (node->item == 0) {
    int32_t k = 0;
    d = take_node(node, &k);
    inno_status s = inno__bod_begin(&d->bod, d->columns, k, node->n, &d->rule, d->program,
                                    node->children != NULL ? d->children : NULL, node->site);
    if (s != INNO_OK) return s;
  }
  inno_status s = score(node, &d->bod, node->item);
  node->done = ++node->item == node->n;
  node->finite = 1;
  return s;
}

const inno__aggregator inno__aggregator_doubt = {work_size, compute, INNO__COMPARES | INNO__HAS_OUTCOMES};
