/* The shortest decimal that reads back as the same double, of several the one closest to it (Burger and Dybvig,
 * Printing Floating-Point Numbers Quickly and Accurately, 1996: free format), exact, in whole numbers of up to 1280
 * bits. */
#include <string.h>

#include "base/text.h"

enum { LIMBS = 40, DIGITS = 17, TYPED = 15 }; /* up to 15 digits come back as they were typed */

typedef struct {
  uint32_t limb[LIMBS]; /* the lowest first */
  int count;            /* without zeros on top */
} whole;

static void set(whole *w, uint64_t value) {
  w->limb[0] = (uint32_t)value;
  w->limb[1] = (uint32_t)(value >> 32);
  w->count = value >> 32 ? 2 : value > 0;
}

static void times(whole *w, uint32_t factor) {
  uint64_t carry = 0;
  for (int i = 0; i < w->count; i++) {
    carry += (uint64_t)w->limb[i] * factor;
    w->limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry != 0) w->limb[w->count++] = (uint32_t)carry;
}

static void times_ten_to(whole *w, int power) {
  for (; power >= 9; power -= 9) times(w, 1000000000u);
  for (; power > 0; power--) times(w, 10);
}

static void shift(whole *w, int bits) {
  int limbs = bits / 32;
  times(w, (uint32_t)1 << bits % 32);
  if (limbs == 0 || w->count == 0) return;
  memmove(w->limb + limbs, w->limb, (size_t)w->count * sizeof *w->limb);
  memset(w->limb, 0, (size_t)limbs * sizeof *w->limb);
  w->count += limbs;
}

static int compare(const whole *a, const whole *b) {
  if (a->count != b->count) return a->count < b->count ? -1 : 1;
  for (int i = a->count - 1; i >= 0; i--)
    if (a->limb[i] != b->limb[i]) return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

static whole sum(const whole *a, const whole *b) {
  const whole *longer = a->count >= b->count ? a : b, *shorter = a->count >= b->count ? b : a;
  whole w = *longer;
  uint64_t carry = 0;
  for (int i = 0; i < w.count; i++) {
    carry += (uint64_t)longer->limb[i] + (i < shorter->count ? shorter->limb[i] : 0u);
    w.limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry != 0) w.limb[w.count++] = (uint32_t)carry;
  return w;
}

/* a - b, which is not below 0 */
static void subtract(whole *a, const whole *b) {
  uint64_t borrow = 0;
  for (int i = 0; i < a->count; i++) {
    uint64_t less = (uint64_t)(i < b->count ? b->limb[i] : 0u) + borrow;
    borrow = a->limb[i] < less;
    a->limb[i] = (uint32_t)(a->limb[i] - less);
  }
  while (a->count > 0 && a->limb[a->count - 1] == 0) a->count--;
}

/* The value is rest / unit; it may move down by below / unit and up by above / unit and is still read as the same. */
typedef struct {
  whole rest, unit, below, above;
  int even; /* of ties the even one is read: the ends belong to it */
} interval;

static int too_high(const interval *v) {
  whole end = sum(&v->rest, &v->above);
  int order = compare(&end, &v->unit);
  return order > 0 || (order == 0 && v->even);
}

static int too_low(const interval *v) {
  int order = compare(&v->rest, &v->below);
  return order < 0 || (order == 0 && v->even);
}

static void next_place(interval *v) {
  times(&v->rest, 10);
  times(&v->below, 10);
  times(&v->above, 10);
}

/* Sets value = 0.first digit... 10^point and returns point. */
static int open_interval(interval *v, uint64_t m, int e, int normal) {
  int edge = m == (uint64_t)1 << 52 && normal, bits = 0; /* below a power of two doubles are twice as dense */
  set(&v->rest, m);
  set(&v->unit, 1);
  set(&v->below, 1);
  shift(&v->rest, (e > 0 ? e : 0) + 1 + edge);
  shift(&v->unit, (e < 0 ? -e : 0) + 1 + edge);
  shift(&v->below, e > 0 ? e : 0);
  v->above = v->below;
  shift(&v->above, edge);
  v->even = (m & 1u) == 0;
  while (m >> bits > 1) bits++;
  int64_t power = (int64_t)(e + bits) * 315653; /* log10(2) 2^20 */
  int point = (int)(power >= 0 ? power / 1048576 : -((1048575 - power) / 1048576)) + 1;
  times_ten_to(point > 0 ? &v->unit : &v->rest, point > 0 ? point : -point);
  times_ten_to(&v->below, point > 0 ? 0 : -point);
  times_ten_to(&v->above, point > 0 ? 0 : -point);
  if (too_high(v)) return point + 1; /* the estimate is right or one too low */
  next_place(v);
  return point;
}

static int take_digits(interval *v, char *digits) {
  for (int count = 0;; next_place(v)) {
    int digit = 0;
    while (compare(&v->rest, &v->unit) >= 0) {
      subtract(&v->rest, &v->unit);
      digit++;
    }
    int low = too_low(v), high = too_high(v);
    if (low && high) { /* both ends would do: the closer one, of two the even one */
      whole twice = sum(&v->rest, &v->rest);
      int order = compare(&twice, &v->unit);
      high = order > 0 || (order == 0 && digit % 2 == 1);
    }
    digits[count++] = (char)('0' + digit + high);
    if (low || high) return count;
  }
}

static void put_zeros(inno__text *t, int count) {
  while (count-- > 0) inno__text_put_n(t, "0", 1);
}

/* As ECMAScript writes numbers, which is what RFC 8785 asks for. */
static void put_decimal(inno__text *t, const char *digits, int count, int point) {
  if (point > 21 || point <= -6) {
    inno__text_put_n(t, digits, 1);
    if (count > 1) inno__text_put_n(t, ".", 1);
    inno__text_put_n(t, digits + 1, (size_t)count - 1);
    inno__text_put(t, point > 0 ? "e+" : "e-");
    inno__text_int(t, point > 0 ? point - 1 : 1 - point);
  } else if (point <= 0) {
    inno__text_put_n(t, "0.", 2);
    put_zeros(t, -point);
    inno__text_put_n(t, digits, (size_t)count);
  } else {
    int before = count < point ? count : point;
    inno__text_put_n(t, digits, (size_t)before);
    put_zeros(t, point - before);
    if (count > before) inno__text_put_n(t, ".", 1);
    inno__text_put_n(t, digits + before, (size_t)(count - before));
  }
}

/* Of a finite number above 0; 0.first digit... 10^point. */
static int digits_of(double value, char *digits, int *point) {
  interval v;
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  int biased = (int)((bits >> 52) & 0x7ffu);
  uint64_t m = (bits & 0xfffffffffffffu) | (biased > 0 ? (uint64_t)1 << 52 : 0u);
  *point = open_interval(&v, m, (biased > 0 ? biased : 1) - 1075, biased > 1);
  return take_digits(&v, digits);
}

void inno__text_shortest(inno__text *t, double value) {
  char digits[DIGITS + 1];
  int point = 0;
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  if (value == 0.0 || value - value != 0.0) {
    inno__text_put(t, value == 0.0 ? (bits >> 63 ? "-0.0" : "0") : "null");
    return;
  }
  if (bits >> 63) inno__text_put(t, "-");
  int count = digits_of(value < 0.0 ? -value : value, digits, &point);
  put_decimal(t, digits, count, point);
}

/* The decimal rounded to so many digits, halves up; zeros at its end go. */
static int cut(char *digits, int count, int most, int *point) {
  if (count > most) {
    int up = digits[most] >= '5';
    count = most;
    while (up && count > 0 && digits[count - 1] == '9') count--;
    if (up && count > 0) digits[count - 1]++;
    if (up && count == 0) {
      digits[count++] = '1';
      ++*point;
    }
  }
  while (count > 1 && digits[count - 1] == '0') count--;
  return count;
}

void inno__text_figure(inno__text *t, double value, int most) {
  char digits[DIGITS + 1];
  int point = 0;
  if (value == 0.0 || value - value != 0.0) {
    inno__text_number(t, value);
    return;
  }
  if (value < 0.0) inno__text_put(t, "-");
  int count = digits_of(value < 0.0 ? -value : value, digits, &point);
  if (count > TYPED) count = cut(digits, count, most, &point);
  put_decimal(t, digits, count, point);
}
