/* Rules that see a unit's children by size, not by name: ordered weighted average, mean of the best, of the worst. A
 * child of weight 0 takes no part; other weights of children are not read. */
#include "base/error.h"
#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/order.h"

/* Children of one unit, and room for sorting them. */
static size_t work_size(int32_t k, int64_t n) {
  (void)n;
  return 2 * (size_t)k * sizeof(double);
}

/* Between the two ends, whatever rounding did. */
static double within(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

/* Mean of m ascending values. */
static double plain_mean(const double *x, int32_t m) {
  double sum = 0.0;
  for (int32_t i = 0; i < m; i++) sum += x[i];
  return sum - sum == 0.0 ? within(sum / m, x[0], x[m - 1]) : sum; /* too large: the caller reports it */
}

/* The list is a density on 0..1, from the largest to the smallest value: weight j of q fills the j-th of q equal parts.
 * The r-th of m values gets what lies in the r-th of m equal parts. Places are whole numbers of 1/(m q). */
static double ordered_mean(const double *x, int32_t m, const inno__list *list, double total) {
  int64_t q = list->count, at = 0, j = 0;
  double sum = 0.0;
  for (int64_t r = 1; r <= m; r++) {
    double w = 0.0;
    while (at < r * q) {
      int64_t end = (j + 1) * m < r * q ? (j + 1) * m : r * q;
      w += list->values[j] * ((double)(end - at) / (double)m);
      at = end;
      j += at == (j + 1) * m;
    }
    sum += w / total * x[m - r];
  }
  return within(sum, x[0], x[m - 1]);
}

static inno_status check_list(const inno__node *node, double *total) {
  const inno__list *list = &node->rule->order_weights;
  if (node->rule->rule != INNO_AGGREGATE_OWA) return INNO_OK;
  for (int64_t j = 0; j < list->count; j++) *total += list->values[j];
  if (*total > 0.0 && *total - *total == 0.0) return INNO_OK;
  return inno__fail(node->site->error, INNO_E_WEIGHTS, INNO__MSG_ORDER_WEIGHTS,
                    &(inno__where){.node = node->site->node, .count = list->count});
}

static inno_status compute(inno__node *node) {
  const inno__aggregate_rule *rule = node->rule;
  double *x = node->work, total = 0.0;
  inno_status s = check_list(node, &total);
  for (int64_t i = 0; i < node->n && s == INNO_OK; i++) {
    int32_t m = 0;
    for (int32_t c = 0; c < node->k; c++) {
      double v = node->columns[c][i];
      if (node->weights[c] > 0.0 && v == v) x[m++] = v;
    }
    inno__sort(x, m, x + node->k);
    int32_t count = rule->count < m ? rule->count : m;
    node->out[i] = m == 0                                      ? inno__nan()
                   : rule->rule == INNO_AGGREGATE_OWA          ? ordered_mean(x, m, &rule->order_weights, total)
                   : rule->rule == INNO_AGGREGATE_MEAN_OF_BEST ? plain_mean(x + (m - count), count)
                                                               : plain_mean(x, count);
  }
  node->done = 1;
  return s;
}

const inno__aggregator inno__aggregator_ordered = {work_size, compute, 0};
