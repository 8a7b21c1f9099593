/* What the counters say of ranks and pairs. */
#include <math.h>

#include "numeric/missing.h"
#include "numeric/quantile.h"
#include "robust/tally.h"

static double rank_of(const inno_tally *t, int64_t index) {
  return t->shape.half ? (double)index * 0.5 : (double)index;
}

static uint64_t ranked(const inno_tally *t, int64_t unit) { return inno__tally_good(t) - inno__tally_row(t, unit)[0]; }

/* ---- moments ---- */

uint64_t inno__tally_center(inno__wide sum, uint64_t count, double *above) {
  uint64_t rest, center = inno__wide_divide(sum, count, &rest);
  int up = rest > count / 2;
  *above = up ? -(double)(count - rest) : (double)rest;
  return center + (uint64_t)up;
}

double inno__tally_deviation(uint64_t count, double above, inno__wide squares) {
  if (count < 2) return inno__nan();
  double n = (double)count, sum = inno__wide_double(squares) - above * above / n;
  return sum > 0.0 ? sqrt(sum / (n - 1.0)) : 0.0;
}

/* Mean and standard deviation of the ranks of a unit that has some. */
static double rank_moment(const inno_tally *t, int64_t unit, int deviation) {
  const uint64_t *row = inno__tally_row(t, unit);
  uint64_t count = ranked(t, unit);
  inno__wide sum = {0, 0}, squares = {0, 0};
  double above, unit_of = t->shape.half ? 0.5 : 1.0;
  for (int64_t k = 1; k < t->width; k++) inno__wide_add(&sum, inno__wide_product(row[k], (uint64_t)k));
  uint64_t center = inno__tally_center(sum, count, &above);
  if (!deviation) return unit_of * ((double)center + above / (double)count);
  for (int64_t k = 1; k < t->width; k++) {
    uint64_t from = (uint64_t)k > center ? (uint64_t)k - center : center - (uint64_t)k;
    inno__wide more;
    inno__wide_times(inno__wide_product(row[k], from), from, &more);
    inno__wide_add(&squares, more);
  }
  return unit_of * inno__tally_deviation(count, above, squares);
}

static double seen_rank(const inno_tally *t, int64_t unit, int worst) {
  const uint64_t *row = inno__tally_row(t, unit);
  int64_t k = worst ? t->width - 1 : 1;
  while (row[k] == 0) k += worst ? -1 : 1;
  return rank_of(t, k);
}

enum { R_TYPE = 7 }; /* of quantiles: R's and COINr's */

double inno__tally_value(const inno_tally *t, int32_t field, int64_t unit) {
  uint64_t count = ranked(t, unit);
  if (field == INNO_TALLY_NOMINAL) return t->nominal[unit] > 0 ? rank_of(t, (int64_t)t->nominal[unit]) : inno__nan();
  if (field == INNO_TALLY_UNRANKED) return (double)inno__tally_row(t, unit)[0];
  if (field == INNO_TALLY_TOP) {
    uint64_t good = inno__tally_good(t);
    return good > 0 ? (double)inno__tally_within(t, unit, t->shape.top) / (double)good : inno__nan();
  }
  if (field >= INNO_TALLY_SCORE_MEAN && field <= INNO_TALLY_SCORE_ERROR) return inno__tally_score_value(t, field, unit);
  if (count == 0) return inno__nan();
  switch (field) {
    case INNO_TALLY_MEAN:
      return rank_moment(t, unit, 0);
    case INNO_TALLY_SD:
      return rank_moment(t, unit, 1);
    case INNO_TALLY_ERROR:
      return rank_moment(t, unit, 1) / sqrt((double)count);
    case INNO_TALLY_MEDIAN:
      return inno__tally_rank_quantile(t, unit, 0.5, R_TYPE);
    case INNO_TALLY_LOWER:
      return inno__tally_rank_quantile(t, unit, (1.0 - t->shape.confidence) / 2.0, R_TYPE);
    case INNO_TALLY_UPPER:
      return inno__tally_rank_quantile(t, unit, (1.0 + t->shape.confidence) / 2.0, R_TYPE);
    default:
      return seen_rank(t, unit, field == INNO_TALLY_WORST);
  }
}

/* ---- quantiles and shares ---- */

/* The rank at a place, from 0, of all ranks of the unit in order. */
static double rank_at(const inno_tally *t, int64_t unit, int64_t place) {
  const uint64_t *row = inno__tally_row(t, unit);
  uint64_t before = 0;
  int64_t k = 1;
  for (; k < t->width - 1 && before + row[k] <= (uint64_t)place; k++) before += row[k];
  return rank_of(t, k);
}

double inno__tally_rank_quantile(const inno_tally *t, int64_t unit, double p, int32_t type) {
  uint64_t count = ranked(t, unit);
  if (count == 0) return inno__nan();
  inno__quantile_place place = inno__quantile_places((int64_t)count, p, type);
  return inno__quantile_between(rank_at(t, unit, place.low), rank_at(t, unit, place.high), place.upper);
}

uint64_t inno__tally_within(const inno_tally *t, int64_t unit, int64_t k) {
  const uint64_t *row = inno__tally_row(t, unit);
  int64_t last = t->shape.half ? 2 * k : k;
  uint64_t sum = 0;
  for (int64_t r = 1; r <= last && r < t->width; r++) sum += row[r];
  return sum;
}

void inno__share_interval(double count, double of, double z, double *lower, double *upper) {
  *lower = *upper = inno__nan();
  if (!(of > 0.0)) return;
  double wide = of + z * z, middle = (count + z * z / 2.0) / wide;
  double half = z * sqrt(count * ((of - count) / of) + z * z / 4.0) / wide;
  *lower = count > 0.0 && middle > half ? middle - half : 0.0;
  *upper = count < of && middle + half < 1.0 ? middle + half : 1.0;
}

/* ---- matrices ---- */

int64_t inno__tally_columns(const inno_tally *t, int32_t matrix) {
  switch (matrix) {
    case INNO_TALLY_RANK_COUNTS:
    case INNO_TALLY_RANK_SHARES:
    case INNO_TALLY_RANK_WITHIN:
      return t->shape.half ? t->width - 2 : t->width - 1;
    case INNO_TALLY_PAIR_WINS:
    case INNO_TALLY_PAIR_TIES:
      return t->shape.pairs ? t->shape.units : 0;
    case INNO_TALLY_CENTRAL:
      return t->shape.shares;
    case INNO_TALLY_SCORE_COUNTS:
      return t->shape.scores ? t->shape.bins : 0;
    default:
      return 0;
  }
}

static double pair(const inno_tally *t, int32_t matrix, int64_t i, int64_t j) {
  uint64_t good = inno__tally_good(t), count;
  if (i == j || good == 0) return inno__nan();
  if (matrix == INNO_TALLY_PAIR_WINS)
    count = t->wins[i * t->shape.units + j];
  else
    count = t->ties[i < j ? inno__tally_tie(t, i, j) : inno__tally_tie(t, j, i)];
  return (double)count / (double)good;
}

static double central(const inno_tally *t, int64_t unit, int64_t j) {
  inno__wide sum = inno__tally_wide(t->share, unit * t->shape.shares + j);
  if (t->firsts[unit] == 0) return inno__nan();
  return inno__wide_double(sum) / (double)INNO__SHARE_ONE / (double)t->firsts[unit];
}

void inno__tally_matrix_row(const inno_tally *t, int32_t matrix, int64_t unit, double *out, ptrdiff_t stride) {
  const uint64_t *rank = inno__tally_row(t, unit) + (t->shape.half ? 2 : 1);
  int64_t columns = inno__tally_columns(t, matrix);
  double good = (double)inno__tally_good(t);
  uint64_t within = 0;
  for (int64_t j = 0; j < columns; j++) {
    double x = inno__nan();
    if (matrix <= INNO_TALLY_RANK_WITHIN) {
      within = matrix == INNO_TALLY_RANK_WITHIN ? within + rank[j] : rank[j];
      if (matrix == INNO_TALLY_RANK_COUNTS) x = (double)within;
      if (matrix != INNO_TALLY_RANK_COUNTS && good > 0.0) x = (double)within / good;
    } else if (matrix == INNO_TALLY_CENTRAL) {
      x = central(t, unit, j);
    } else if (matrix == INNO_TALLY_SCORE_COUNTS) {
      x = (double)t->bin[unit * t->shape.bins + j];
    } else {
      x = pair(t, matrix, unit, j);
    }
    *(double *)(void *)((char *)out + j * stride) = x;
  }
}
