#include "numeric/decimal.h"

#include <math.h>
#include <string.h>

/* Bits that are needed at most: 2^1024 with 340 decimals (1024 + 1130) on the scale of 2^-1074 - 340 decimals. */
enum { LIMBS = 112 };

/* A whole number >= 0, the lowest limb first; no leading zeros. */
typedef struct {
  int32_t count;
  uint32_t limb[LIMBS];
} whole;

static void trim(whole *a) {
  while (a->count > 0 && a->limb[a->count - 1] == 0) a->count--;
}

static whole whole_of(uint64_t x) {
  whole a = {.count = 2};
  a.limb[0] = (uint32_t)x;
  a.limb[1] = (uint32_t)(x >> 32);
  trim(&a);
  return a;
}

static void times(whole *a, uint32_t factor) {
  uint64_t carry = 0;
  for (int32_t i = 0; i < a->count; i++) {
    carry += (uint64_t)a->limb[i] * factor;
    a->limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry != 0) a->limb[a->count++] = (uint32_t)carry;
}

static void times_power_of_5(whole *a, int32_t power) {
  for (; power >= 13; power -= 13) times(a, 1220703125u);
  for (; power > 0; power--) times(a, 5u);
}

static void up(whole *a, int32_t bits) { /* a 2^bits */
  int32_t limbs = bits / 32, rest = bits % 32;
  if (a->count == 0) return;
  if (rest > 0) times(a, (uint32_t)1 << rest);
  memmove(a->limb + limbs, a->limb, (size_t)a->count * sizeof *a->limb);
  memset(a->limb, 0, (size_t)limbs * sizeof *a->limb);
  a->count += limbs;
}

static void down(whole *a, int32_t bits) { /* floor of a / 2^bits */
  int32_t limbs = bits / 32, rest = bits % 32;
  if (limbs >= a->count) {
    a->count = 0;
    return;
  }
  a->count -= limbs;
  memmove(a->limb, a->limb + limbs, (size_t)a->count * sizeof *a->limb);
  for (int32_t i = 0; rest > 0 && i < a->count; i++) {
    uint32_t above = i + 1 < a->count ? a->limb[i + 1] : 0;
    a->limb[i] = a->limb[i] >> rest | above << (32 - rest);
  }
  trim(a);
}

static void add(whole *a, const whole *b) {
  uint64_t carry = 0;
  for (int32_t i = 0; i < b->count || carry != 0; i++) {
    if (i >= a->count) a->limb[a->count++] = 0;
    carry += (uint64_t)a->limb[i] + (i < b->count ? b->limb[i] : 0u);
    a->limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
}

static int compare(const whole *a, const whole *b) {
  if (a->count != b->count) return a->count < b->count ? -1 : 1;
  for (int32_t i = a->count - 1; i >= 0; i--)
    if (a->limb[i] != b->limb[i]) return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

static void subtract(whole *a, const whole *b) { /* 0 where b is larger */
  uint64_t borrow = 0;
  if (compare(a, b) < 0) {
    a->count = 0;
    return;
  }
  for (int32_t i = 0; i < a->count; i++) {
    uint64_t left = (uint64_t)a->limb[i] - (i < b->count ? b->limb[i] : 0u) - borrow;
    a->limb[i] = (uint32_t)left;
    borrow = left >> 63;
  }
  trim(a);
}

static int is_odd(const whole *a) { return a->count > 0 && (a->limb[0] & 1u); }

/* a / 2^bits, rounded to a double from its 64 highest bits: within one ulp. */
static double as_double(const whole *a, int32_t bits) {
  double x = 0.0;
  int32_t from = a->count > 3 ? a->count - 3 : 0, power = 32 * from - bits;
  for (int32_t i = a->count - 1; i >= from; i--) x = x * 4294967296.0 + a->limb[i];
  for (; power >= 64 && x < INFINITY; power -= 64) x *= 18446744073709551616.0;
  for (; power > 0; power--) x *= 2.0;
  for (; power <= -64 && x > 0.0; power += 64) x *= 1.0 / 18446744073709551616.0;
  for (; power < 0; power++) x *= 0.5;
  return x;
}

/* |x| 10^decimals = value / 2^bits, and one ulp of x on the same scale. */
typedef struct {
  whole value, ulp;
  int32_t bits;
  uint64_t mantissa;
  int lowest; /* no double of the same sign has a smaller ulp */
} scaled;

static void scale(double x, int32_t decimals, scaled *out) {
  uint64_t pattern;
  memcpy(&pattern, &x, sizeof pattern);
  int32_t biased = (int32_t)(pattern >> 52 & 0x7ffu);
  out->mantissa = (pattern & 0xfffffffffffffu) | (biased > 0 ? (uint64_t)1 << 52 : 0u);
  out->lowest = biased <= 1;
  int32_t power = (biased > 0 ? biased : 1) - 1075 + decimals;
  out->bits = power < 0 ? -power : 0;
  out->ulp = whole_of(1);
  times_power_of_5(&out->ulp, decimals);
  up(&out->ulp, power > 0 ? power : 0);
  out->value = whole_of(out->mantissa);
  times_power_of_5(&out->value, decimals);
  up(&out->value, power > 0 ? power : 0);
}

/* ---- a / 2^bits as a whole number ---- */

static whole floor_of(const whole *a, int32_t bits) {
  whole q = *a;
  down(&q, bits);
  return q;
}

/* Nearest; ties upward, or downward. */
static whole nearest(const whole *a, int32_t bits, int ties_down) {
  whole q = *a, half = whole_of(1);
  if (bits == 0) return q;
  up(&half, bits - 1);
  add(&q, &half);
  if (ties_down) {
    const whole one = whole_of(1);
    subtract(&q, &one);
  }
  down(&q, bits);
  return q;
}

static whole nearest_even(const whole *a, int32_t bits) {
  whole high = nearest(a, bits, 0), low = nearest(a, bits, 1);
  return is_odd(&high) ? low : high;
}

static int equal(whole a, const whole *b) { return compare(&a, b) == 0; }

static int between(const whole *low, const whole *n, const whole *high) {
  return compare(low, n) <= 0 && compare(n, high) <= 0;
}

/* ---- printed numbers ---- */

static void compare_nearest(const whole *n, const scaled *c, const whole *low, const whole *high, inno__print *out) {
  const whole first = nearest(low, c->bits, 1), last = nearest(high, c->bits, 0);
  whole next = first;
  const whole one = whole_of(1);
  add(&next, &one);
  int ties = compare(&first, &last) == 0 ? 0 : compare(&next, &last) == 0 ? 1 : 2;
  int here = between(&first, n, &last);
  if (here) out->near |= INNO__HALF_UP | INNO__HALF_EVEN;
  if (here && ties == 0) out->firm |= INNO__HALF_UP | INNO__HALF_EVEN;
  if (equal(nearest(&c->value, c->bits, 0), n)) out->explains |= INNO__HALF_UP;
  if (equal(nearest_even(&c->value, c->bits), n)) out->explains |= INNO__HALF_EVEN;
  if (here && ties == 2) out->explains |= INNO__HALF_UP | INNO__HALF_EVEN; /* an ulp is more than a digit */
  if (ties != 1) return;
  if (compare(&last, n) == 0) out->explains |= INNO__HALF_UP;
  if (compare(is_odd(&first) ? &last : &first, n) == 0) out->explains |= INNO__HALF_EVEN;
}

static void compare_truncated(const whole *n, const scaled *c, const whole *low, const whole *high, inno__print *out) {
  const whole first = floor_of(low, c->bits), last = floor_of(high, c->bits);
  if (between(&first, n, &last)) out->near |= INNO__TRUNCATED;
  if (compare(&first, n) == 0 && compare(&last, n) == 0) out->firm |= INNO__TRUNCATED;
  if (equal(floor_of(&c->value, c->bits), n) || compare(&last, n) == 0) out->explains |= INNO__TRUNCATED;
}

/* The printed number in units of the last digit: a whole number. */
static whole in_digits(double printed, int32_t decimals) {
  scaled p;
  scale(printed, decimals, &p);
  return nearest_even(&p.value, p.bits);
}

static double distance(const whole *n, const scaled *c, int same_sign, int negative) {
  whole printed = *n, computed = c->value;
  up(&printed, c->bits);
  int above = compare(&printed, &computed) >= 0;
  if (!same_sign)
    add(&printed, &computed);
  else if (above)
    subtract(&printed, &computed);
  else
    subtract(&computed, &printed);
  double size = as_double(same_sign && !above ? &computed : &printed, c->bits);
  int positive = same_sign ? above != negative : !negative;
  return positive || size == 0.0 ? size : -size;
}

void inno__print_compare(double computed, double printed, int32_t decimals, int32_t ulps, inno__print *out) {
  scaled c;
  *out = (inno__print){0};
  scale(computed, decimals, &c);
  const whole n = in_digits(printed, decimals);
  int negative = n.count > 0 ? printed < 0.0 : computed < 0.0;
  int same_sign = n.count == 0 || computed == 0.0 || negative == (computed < 0.0);
  out->distance = distance(&n, &c, same_sign, negative);
  if (computed == printed) {
    *out = (inno__print){7, 7, 7, out->distance};
    return;
  }
  if (!same_sign) return;
  whole low = c.value, high = c.value, reach = c.ulp;
  times(&reach, (uint32_t)ulps);
  trim(&reach);
  subtract(&low, &reach);
  add(&high, &reach);
  compare_nearest(&n, &c, &low, &high, out);
  compare_truncated(&n, &c, &low, &high, out);
}

/* 1 = n / 10^decimals is nearest to the double that was scaled. */
static int reads_back(const whole *n, const scaled *x) {
  whole a = *n, b = x->value;
  up(&a, x->bits);
  int below = compare(&a, &b) < 0;
  if (below)
    subtract(&b, &a);
  else
    subtract(&a, &b);
  whole *gap = below ? &b : &a;
  /* below a power of 2 the doubles lie twice as close */
  times(gap, below && x->mantissa == (uint64_t)1 << 52 && !x->lowest ? 4u : 2u);
  int order = compare(gap, &x->ulp);
  return order < 0 || (order == 0 && x->mantissa % 2 == 0);
}

int32_t inno__decimals_of(double x) {
  scaled s;
  for (int32_t d = 0; d < INNO__DECIMALS_MOST; d++) {
    scale(x, d, &s);
    const whole n = nearest_even(&s.value, s.bits);
    if (reads_back(&n, &s)) return d;
  }
  return INNO__DECIMALS_MOST;
}

double inno__last_digit(int32_t decimals) {
  double size = 1.0;
  int32_t exact = decimals < 22 ? decimals : 22;
  for (int32_t k = 0; k < exact; k++) size *= 10.0; /* exact up to 10^22 */
  size = 1.0 / size;
  for (int32_t k = exact; k < decimals; k++) size /= 10.0;
  return size;
}

/* One ulp or more away from 0 by 2^-52 of the size. */
static double outward(double x, int upward) {
  double step = fabs(x) * 2.220446049250313e-16;
  return upward ? x + step : x - step;
}

void inno__print_interval(double printed, int32_t decimals, int32_t rounding, double *lower, double *upper) {
  double digit = inno__last_digit(decimals), half = digit / 2.0;
  int cut = rounding == INNO__TRUNCATED;
  double below = !cut ? half : printed > 0.0 ? 0.0 : digit, above = !cut ? half : printed < 0.0 ? 0.0 : digit;
  *lower = outward(printed - below, 0);
  *upper = outward(printed + above, 1);
}
