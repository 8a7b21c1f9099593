#include "numeric/correlation_test.h"

#include <math.h>

#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "numeric/special.h"

static int is_correlation(double r) { return r >= -1.0 && r <= 1.0; }

static double at_most_one(double p) { return p > 1.0 ? 1.0 : p; }

double inno__pearson_p(double r, int64_t n, int32_t given) {
  const double df = (double)(n - 2 - given), left = (1.0 - r) * (1.0 + r);
  if (!is_correlation(r) || df < 1.0) return inno__nan();
  return left == 0.0 ? 0.0 : at_most_one(2.0 * inno__student_upper(fabs(r) * sqrt(df / left), df));
}

/* ---- Spearman: on the sum of squared differences of the ranks, which is even and symmetric about (n^3 - n) / 6 ----
 */

/* Permutations of n = 2 .. 9 whose sum of squared differences is at most 0, 2, 4, ... up to the middle. */
static const int32_t permutations[] = {
    1,      1,      3,      3,      1,      4,      5,      9,      11,     13,     1,      5,      8,      14,
    21,     27,     31,     41,     47,     57,     63,     1,      6,      12,     21,     37,     49,     63,
    87,     107,    128,    151,    179,    203,    237,    257,    289,    331,    360,    1,      7,      17,
    31,     60,     86,     121,    167,    222,    276,    350,    420,    504,    594,    672,    762,    891,
    997,    1120,   1254,   1401,   1499,   1667,   1797,   1972,   2116,   2284,   2428,   2612,   1,      8,
    23,     45,     92,     146,    216,    310,    439,    563,    741,    924,    1161,   1399,   1675,   1939,
    2318,   2667,   3047,   3447,   3964,   4358,   4900,   5392,   6032,   6589,   7255,   7850,   8626,   9310,
    10096,  10814,  11736,  12481,  13398,  14179,  15161,  15987,  16937,  17781,  18847,  19692,  20628,  1,
    9,      30,     64,     136,    238,    368,    558,    818,    1102,   1500,   1954,   2509,   3125,   3881,
    4625,   5647,   6689,   7848,   9130,   10685,  12077,  13796,  15554,  17563,  19595,  21877,  24091,  26767,
    29357,  32235,  35163,  38560,  41698,  45345,  48913,  52834,  56700,  61011,  65061,  69913,  74405,  79221,
    84005,  89510,  94464,  100102, 105406, 111296, 116782, 122970, 128472, 134908, 140730, 146963, 152987, 159684,
    165404, 172076, 178096, 184784,
};
static const int32_t first_of[] = {0, 1, 4, 10, 21, 39, 68, 111}; /* n = 2 .. 9 */

/* Share of the permutations with at most `sum`, at or below the middle */
static double exact_share(int64_t n, double sum) {
  double all = 1.0;
  for (int64_t i = 2; i <= n; i++) all *= (double)i;
  return (double)permutations[first_of[n - 2] + (int64_t)(sum / 2.0)] / all;
}

/* Best and Roberts: the share with at least `sum`, at or above the middle */
static double series_share(double n, double sum) {
  const double b = 1.0 / n, x = (6.0 * (sum - 1.0) * b / (n * n - 1.0) - 1.0) * sqrt(n - 1.0), y = x * x;
  double third = 0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y);
  double second = 0.0879 + 0.0151 * b - y * third;
  double first = -0.0758 + b * (0.1033 + 0.3932 * b) - y * b * second;
  double correction = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * first);
  double share = correction * inno__exp(-0.5 * y) + inno__normal_upper(x);
  return share < 0.0 ? 0.0 : share;
}

double inno__spearman_p(double r, int64_t n, int32_t tied) {
  if (!is_correlation(r) || n < 2) return inno__nan();
  if (tied || n > INNO__SPEARMAN_SERIES) return inno__pearson_p(r, n, 0);
  const double units = (double)n, most = (units * units * units - units) / 3.0;
  double sum = floor(most / 2.0 * (1.0 - fabs(r)) + 0.5);
  return at_most_one(2.0 * (n <= INNO__SPEARMAN_EXACT ? exact_share(n, sum) : series_share(units, most - sum)));
}

/* ---- intervals ---- */

static inno__interval interval(double r, double variance, int enough, double z) {
  if (!is_correlation(r) || !enough || !(z > 0.0 && z - z == 0.0)) return (inno__interval){inno__nan(), inno__nan()};
  if (fabs(r) == 1.0) return (inno__interval){r, r};
  double reach = z * sqrt(variance), ends[2];
  for (int i = 0; i < 2; i++) {
    double square = inno__exp(inno__log((1.0 + r) / (1.0 - r)) + (i == 0 ? -2.0 : 2.0) * reach);
    ends[i] = square > 1.0 ? 1.0 - 2.0 / (square + 1.0) : (square - 1.0) / (square + 1.0);
  }
  return (inno__interval){ends[0], ends[1]};
}

inno__interval inno__pearson_interval(double r, int64_t n, int32_t given, double z) {
  const int64_t left = n - given;
  return interval(r, 1.0 / (double)(left - 3), left >= 4, z);
}

inno__interval inno__spearman_interval(double r, int64_t n, double z) {
  return interval(r, (1.0 + r * r / 2.0) / (double)(n - 3), n >= 4, z);
}

inno__interval inno__kendall_interval(double tau, int64_t n, double z) {
  return interval(tau, 0.437 / (double)(n - 4), n >= 5, z);
}
