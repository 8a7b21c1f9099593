/* Weights of coalitions in Shapley's rule. */
#ifndef INNO_EXPLAIN_OWEN_WEIGHTS_H
#define INNO_EXPLAIN_OWEN_WEIGHTS_H

#include <stdint.h>

/* Members of a coalition. */
static inline int32_t inno__owen_ones(uint32_t bits) {
  bits -= bits >> 1 & 0x55555555u;
  bits = (bits & 0x33333333u) + (bits >> 2 & 0x33333333u);
  return (int32_t)(((bits + (bits >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24);
}

/* Probability that, of n players in a random order, just these m come before a given one:
 * m! (n - 1 - m)! / n! = 1 / (n C(n - 1, m)). The binomial is a whole number and exact for n up to 50. */
static inline double inno__owen_weight(int64_t m, int64_t n) {
  double choices = 1.0;
  for (int64_t i = 1; i <= m; i++) choices = choices * (double)(n - i) / (double)i;
  return 1.0 / ((double)n * choices);
}

/* A sum that carries what rounding loses (Neumaier). */
typedef struct {
  double sum, lost;
} inno__owen_total;

static inline void inno__owen_add(inno__owen_total *t, double v) {
  double s = t->sum + v, size = t->sum < 0.0 ? -t->sum : t->sum, other = v < 0.0 ? -v : v;
  t->lost += size >= other ? (t->sum - s) + v : (v - s) + t->sum;
  t->sum = s;
}
static inline double inno__owen_total_of(const inno__owen_total *t) { return t->sum + t->lost; }

#endif
