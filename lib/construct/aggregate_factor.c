/* Scores on the first principal component of the children's correlations (Compind's ci_factor, method ONE). Children of
 * weight 0 take no part; other weights are not read, for the component has its own. */
#include "base/block.h"
#include "base/error.h"
#include "construct/node.h"
#include "construct/weigh_children.h"

typedef struct {
  const double **columns; /* of the children that take part, as the codes and the loadings */
  const char **children;
  double *loadings;
  void *kernel;
} factor;

static void place(factor *f, inno__block *b, int32_t k) {
  f->columns = inno__block_take(b, (size_t)k * sizeof *f->columns, 8);
  f->children = inno__block_take(b, (size_t)k * sizeof *f->children, 8);
  f->loadings = inno__block_take(b, (size_t)k * sizeof *f->loadings, 8);
  f->kernel = inno__block_take(b, 0, 8);
}

static size_t work_size(int32_t k, int64_t n) {
  factor f;
  inno__block measure = {NULL, 0, 0};
  place(&f, &measure, k);
  size_t kernel = inno__factor_scores_work_size(k, n), most = SIZE_MAX / 2; /* refused by whoever adds it up */
  return kernel > most - measure.used ? most : measure.used + kernel;
}

/* A child against the component would lower the score by rising. One that has nothing to do with it may differ from 0
 * by rounding. */
static inno_status check_directions(const inno__node *node, const factor *f, int32_t k) {
  for (int32_t j = 0; j < k; j++)
    if (f->loadings[j] < -1e-12)
      return inno__fail(node->site->error, INNO_E_DOMAIN, INNO__MSG_FACTOR_NEGATIVE,
                        &(inno__where){.node = node->site->node, .what = f->children[j], .value = f->loadings[j]});
  return INNO_OK;
}

static inno_status compute(inno__node *node) {
  static const inno__weigh_rule rule = {.sweeps = 1}; /* one component: nothing to turn */
  factor f;
  inno__block b = {node->work, 0, SIZE_MAX};
  place(&f, &b, node->k);
  int32_t k = 0;
  double share = 0.0;
  for (int32_t c = 0; c < node->k; c++) {
    if (!(node->weights[c] > 0.0)) continue;
    f.columns[k] = node->columns[c];
    f.children[k++] = node->children != NULL ? node->children[c] : NULL;
  }
  const inno__weigh_job job = {f.columns, k, node->n, &rule, f.children, node->site, f.kernel};
  inno_status s = inno__factor_scores(&job, 1, &node->out, &share, f.loadings);
  node->done = 1;
  return s == INNO_OK ? check_directions(node, &f, k) : s;
}

const inno__aggregator inno__aggregator_factor = {work_size, compute, INNO__COMPARES};
