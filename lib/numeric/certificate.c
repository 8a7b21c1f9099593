#include <math.h>

#include "numeric/simplex.h"

enum { BLOCK = 256 };

static double larger(double a, double b) { return a > b ? a : b; }

static double ratio_of(double part, double size) { return part > 0.0 ? part / (size > part ? size : part) : 0.0; }

/* Violation of lower <= sum <= upper relative to the terms of the sum or the bound. */
static double violation(double sum, double size, double lower, double upper) {
  if (sum > upper) return ratio_of(sum - upper, fabs(upper) > size ? fabs(upper) : size);
  if (sum < lower) return ratio_of(lower - sum, fabs(lower) > size ? fabs(lower) : size);
  return 0.0;
}

double inno__lp_violation(const inno__lp *lp, const double *x) {
  double worst = 0.0, sum[BLOCK], size[BLOCK];
  for (int32_t j = 0; j < lp->columns; j++)
    worst = larger(worst, violation(x[j], fabs(x[j]), lp->lower[j], lp->upper[j]));
  for (int64_t b = 0; b < lp->rows; b += BLOCK) {
    int64_t m = lp->rows - b < BLOCK ? lp->rows - b : BLOCK;
    for (int64_t i = 0; i < m; i++) sum[i] = size[i] = 0.0;
    for (int32_t j = 0; j < lp->columns; j++) {
      const double *a = lp->a[j] + b;
      const double t = x[j];
      if (t == 0.0) continue;
      for (int64_t i = 0; i < m; i++) {
        double term = a[i] * t;
        sum[i] += term;
        size[i] += fabs(term);
      }
    }
    for (int64_t i = 0; i < m; i++)
      if (sum[i] > lp->row_upper[b + i] || sum[i] < lp->row_lower[b + i])
        worst = larger(worst, violation(sum[i], size[i], lp->row_lower[b + i], lp->row_upper[b + i]));
  }
  return worst;
}

/* A price and the bound that it is for: what it adds to the bound on the objective; infinite bounds have no price. */
static void bound_price(double price, double lower, double upper, double *sum, double *size, double *worst) {
  if (price == 0.0) return;
  double bound = price > 0.0 ? upper : lower;
  if (!(fabs(bound) < INFINITY)) {
    *worst = larger(*worst, 1.0 + fabs(price));
    return;
  }
  *sum += price * bound;
  *size += fabs(price * bound);
}

void inno__lp_certify(const inno__lp *lp, const double *x, const double *row_dual, const double *column_dual,
                      inno__lp_certificate *out) {
  double bound = 0.0, bound_size = 0.0, objective = 0.0, objective_size = 0.0, worst = 0.0;
  for (int32_t j = 0; j < lp->columns; j++) {
    objective += lp->cost[j] * x[j];
    objective_size += fabs(lp->cost[j] * x[j]);
    bound_price(column_dual[j], lp->lower[j], lp->upper[j], &bound, &bound_size, &worst);
  }
  for (int64_t i = 0; i < lp->rows; i++)
    bound_price(row_dual[i], lp->row_lower[i], lp->row_upper[i], &bound, &bound_size, &worst);
  for (int32_t j = 0; j < lp->columns; j++) {
    double left = lp->cost[j] - column_dual[j], size = fabs(lp->cost[j]) + fabs(column_dual[j]);
    for (int64_t i = 0; i < lp->rows; i++) {
      if (row_dual[i] == 0.0) continue;
      left -= lp->a[j][i] * row_dual[i];
      size += fabs(lp->a[j][i] * row_dual[i]);
    }
    worst = larger(worst, ratio_of(fabs(left), size));
  }
  out->objective = objective;
  out->primal = inno__lp_violation(lp, x);
  out->dual = worst;
  out->gap = ratio_of(fabs(objective - bound), larger(objective_size, bound_size));
}

int inno__lp_proves(const inno__lp_certificate *c) {
  return c->primal <= 1e-6 && c->dual <= 1e-6 && c->gap <= 1e-6 && fabs(c->objective) < INFINITY;
}
