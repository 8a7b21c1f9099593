#include "numeric/bounded.h"

#include "numeric/twofold.h"

enum { MOST = INNO__BOUNDED_MOST, SUBSETS = 1 << (MOST - 1), COEFFICIENTS = MOST };

/* Above 0 and measured from the lower bounds, or (turned) from the upper ones, whichever leaves less to be divided. */
struct inno__bounded {
  int32_t k, turned;
  double rest;                    /* what the coordinates sum to */
  double width[MOST], wide[MOST]; /* widths, and what they were before none could be wider than the rest */
  double lower[MOST];
  double total[MOST];  /* of the widths that come after a coordinate */
  int64_t first[MOST]; /* of its pieces */
  double cells[];      /* of each piece: where it begins, its coefficients */
};

/* Pieces of all coordinates but the last: 2^m for the m to come. */
static int64_t cell_count(int32_t k) {
  int64_t cells = 0;
  for (int32_t m = 1; m < k; m++) cells += ((int64_t)1 << m) * (m + 2);
  return cells;
}

size_t inno__bounded_size(int32_t k) { return sizeof(inno__bounded) + (size_t)cell_count(k) * sizeof(double); }

typedef struct {
  inno__twofold sum[SUBSETS]; /* of the widths of each subset, in ascending order */
  double sign[SUBSETS];
  int32_t count;
} subsets;

/* Subsets in ascending order of their sums: those with the next width are merged with those without it. */
static void list_subsets(subsets *s, const double *width, int32_t m) {
  s->sum[0] = inno__twofold_of(0.0);
  s->sign[0] = 1.0;
  s->count = 1;
  for (int32_t i = 0; i < m; i++) {
    int32_t n = s->count, with = n - 1, without = with;
    for (int32_t at = 2 * n - 1; at >= 0; at--) { /* from the top, so that nothing is overwritten before it is read */
      inno__twofold sum = with >= 0 ? inno__twofold_plus(s->sum[with], inno__twofold_of(width[i])) : s->sum[0];
      int takes = without < 0 || (with >= 0 && sum.hi >= s->sum[without].hi);
      double sign = takes ? -s->sign[with] : s->sign[without];
      if (!takes) sum = s->sum[without];
      if (takes)
        with--;
      else
        without--;
      s->sum[at] = sum;
      s->sign[at] = sign;
    }
    s->count = 2 * n;
  }
}

/* The piece that begins at subset j's sum: derivative q over q! there, of the sum over the subsets up to j. */
static void expand(const subsets *s, int32_t j, int32_t m, double *piece) {
  inno__twofold sum[COEFFICIENTS];
  double begin = s->sum[j].hi, factor = 1.0;
  for (int32_t p = 0; p <= m; p++) sum[p] = inno__twofold_of(0.0);
  for (int32_t i = 0; i <= j; i++) {
    inno__twofold x = inno__twofold_minus(inno__twofold_of(begin), s->sum[i]), power = inno__twofold_of(s->sign[i]);
    for (int32_t p = 0; p <= m; p++) {
      sum[p] = inno__twofold_plus(sum[p], power);
      power = inno__twofold_multiply(power, x);
    }
  }
  piece[0] = begin;
  for (int32_t q = m; q >= 0; q--) { /* power p = m - q of it, over p! q! */
    inno__twofold value = sum[m - q];
    for (int32_t d = 2; d <= m - q; d++) value = inno__twofold_divide(value, inno__twofold_of(d));
    factor = 1.0;
    for (int32_t d = 2; d <= q; d++) factor *= d;
    piece[1 + q] = value.hi / factor;
  }
}

/* Terms of the sum are below (2 total)^m / m!, what they sum to in the end is the product of the widths. */
static int is_exact(const double *width, int32_t m, double total) {
  double ratio = 1.0;
  for (int32_t i = 0; i < m; i++) ratio *= 2.0 * total / width[i] / (i + 1);
  return ratio * 0x1p-100 <= 1e-12;
}

static void measure(inno__bounded *b, const double *lower, const double *upper) {
  double low = 0.0, high = 0.0;
  for (int32_t i = 0; i < b->k; i++) low += lower[i];
  for (int32_t i = 0; i < b->k; i++) high += upper[i];
  b->turned = high - 1.0 < 1.0 - low;
  b->rest = b->turned ? high - 1.0 : 1.0 - low;
  for (int32_t i = 0; i < b->k; i++) {
    b->lower[i] = lower[i];
    b->wide[i] = upper[i] - lower[i];
    b->width[i] = b->wide[i] < b->rest ? b->wide[i] : b->rest;
  }
}

int inno__bounded_make(void *memory, const double *lower, const double *upper, int32_t k) {
  inno__bounded *b = memory;
  subsets s;
  b->k = k;
  measure(b, lower, upper);
  int64_t at = 0;
  for (int32_t i = 0; i + 1 < k; i++) {
    int32_t m = k - 1 - i;
    const double *width = b->width + i + 1;
    b->first[i] = at;
    b->total[i] = 0.0;
    for (int32_t j = 0; j < m; j++) b->total[i] += width[j];
    if (!is_exact(width, m, b->total[i])) return 0;
    list_subsets(&s, width, m);
    for (int32_t j = 0; j < s.count; j++, at += m + 2) expand(&s, j, m, b->cells + at);
  }
  return 1;
}

static double value(const double *piece, int32_t m, double y, double *slope) {
  double x = y - piece[0], sum = piece[1 + m], rise = 0.0;
  for (int32_t q = m - 1; q >= 0; q--) {
    rise = rise * x + sum;
    sum = sum * x + piece[1 + q];
  }
  if (slope != NULL) *slope = rise;
  return sum;
}

/* The last piece that begins at or below y. */
static const double *piece_of(const double *pieces, int32_t m, double y) {
  int32_t low = 0, high = 1 << m;
  while (high - low > 1) {
    int32_t middle = (low + high) / 2;
    if (pieces[(int64_t)middle * (m + 2)] <= y)
      low = middle;
    else
      high = middle;
  }
  return pieces + (int64_t)low * (m + 2);
}

/* The last piece that begins at or below the target. */
static const double *piece_reaching(const double *pieces, int32_t m, double target) {
  int32_t low = 0, high = 1 << m;
  while (high - low > 1) {
    int32_t middle = (low + high) / 2;
    if (pieces[(int64_t)middle * (m + 2) + 1] <= target)
      low = middle;
    else
      high = middle;
  }
  return pieces + (int64_t)low * (m + 2);
}

/* y between the ends with H(y) = target: Newton's steps while they stay between the ends that are known, else halving.
 */
static double solve(const double *pieces, int32_t m, double low, double high, double target) {
  const double *piece = piece_reaching(pieces, m, target);
  double last = pieces[(((int64_t)1 << m) - 1) * (m + 2)], slope;
  double end = piece[0] < last ? piece[m + 2] : high;
  if (piece[0] > low) low = piece[0];
  if (end < high) high = end;
  if (!(low < high)) return low < high ? low : high;
  double y = 0.5 * (low + high);
  for (int i = 0; i < 80; i++) {
    double miss = value(piece, m, y, &slope) - target;
    if (miss == 0.0) break;
    if (miss > 0.0)
      high = y;
    else
      low = y;
    double next = y - miss / slope;
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    double moved = next > y ? next - y : y - next;
    y = next;
    if (moved <= 0x1p-53 * y || !(low < y && y < high)) break;
  }
  return y;
}

void inno__bounded_draw(const inno__bounded *b, const double *u, double *w) {
  double rest = b->rest;
  for (int32_t i = 0; i < b->k; i++) {
    int32_t m = b->k - 1 - i;
    double v = rest;
    if (m > 0) {
      const double *pieces = b->cells + b->first[i];
      double share = b->turned ? 1.0 - u[i] : u[i];
      double low = rest > b->width[i] ? rest - b->width[i] : 0.0, high = rest < b->total[i] ? rest : b->total[i];
      double below = value(piece_of(pieces, m, low), m, low, NULL);
      double above = value(piece_of(pieces, m, high), m, high, NULL);
      double y = low < high ? solve(pieces, m, low, high, (1.0 - share) * above + share * below) : high;
      v = rest - y;
      rest = y;
    }
    if (v < 0.0) v = 0.0;
    if (v > b->wide[i]) v = b->wide[i];
    w[i] = b->lower[i] + (b->turned ? b->wide[i] - v : v);
  }
}
