#include "base/parse.h"

#include <string.h>

#include "base/text.h"

/* 0.d1 d2 d3 ... * 10^point. Halfway cases of doubles need 767 digits; what lies beyond only has to be seen. */
enum { DIGITS = 800 };
typedef struct {
  unsigned char digit[DIGITS + 1];
  int count;
  int64_t point;
} decimal;

static int is_digit(char c) { return c >= '0' && c <= '9'; }
static const char *skip_blanks(const char *s) {
  while (*s == ' ' || *s == '\t') s++;
  return s;
}

static void append(decimal *d, unsigned digit) {
  if (d->count < DIGITS)
    d->digit[d->count++] = (unsigned char)digit;
  else if (digit != 0)
    d->digit[DIGITS - 1] |= 1; /* sticky: enough to break a tie */
}

static void trim(decimal *d) {
  while (d->count > 0 && d->digit[d->count - 1] == 0) d->count--;
  if (d->count == 0) d->point = 0;
}

/* Digits, point and exponent; NULL when there is no number, else what follows it. */
static const char *read_decimal(const char *s, decimal *d) {
  int any = 0, seen_point = 0;
  d->count = 0;
  d->point = 0;
  for (;; s++) {
    if (*s == '.' && !seen_point) {
      seen_point = 1;
      continue;
    }
    if (!is_digit(*s)) break;
    any = 1;
    if (*s == '0' && d->count == 0) {
      d->point -= seen_point;
      continue;
    }
    append(d, (unsigned)(*s - '0'));
    d->point += !seen_point;
  }
  if (!any) return NULL;
  if (*s != 'e' && *s != 'E') return s;
  int negative = s[1] == '-';
  s += s[1] == '-' || s[1] == '+' ? 2 : 1;
  if (!is_digit(*s)) return NULL;
  int64_t exponent = 0;
  for (; is_digit(*s); s++)
    if (exponent < 100000000) exponent = exponent * 10 + (*s - '0');
  d->point += negative ? -exponent : exponent;
  return s;
}

/* d / 2^k, k <= 27 */
static void divide(decimal *d, int k) {
  decimal q = {.count = 0, .point = d->point};
  uint64_t rest = 0;
  for (int i = 0; i < d->count || rest != 0; i++) {
    rest = rest * 10 + (i < d->count ? d->digit[i] : 0u);
    uint64_t digit = rest >> k;
    rest &= ((uint64_t)1 << k) - 1;
    if (digit == 0 && q.count == 0)
      q.point--;
    else
      append(&q, (unsigned)digit);
    if (q.count == DIGITS && rest != 0 && i >= d->count) {
      append(&q, 1);
      break;
    }
  }
  trim(&q);
  *d = q;
}

/* d * 2^k, k <= 27 */
static void multiply(decimal *d, int k) {
  unsigned char product[DIGITS + 16];
  uint64_t carry = 0;
  int at = (int)sizeof product;
  for (int i = d->count - 1; i >= 0 || carry != 0; i--) {
    carry += i >= 0 ? (uint64_t)d->digit[i] << k : 0u;
    product[--at] = (unsigned char)(carry % 10);
    carry /= 10;
  }
  int produced = (int)sizeof product - at;
  d->point += produced - d->count;
  d->count = 0;
  for (int i = 0; i < produced; i++) append(d, product[at + i]);
  trim(d);
}

/* The integer part when it has at most 18 digits, else something larger than any mantissa. */
static uint64_t integer_part(const decimal *d) {
  uint64_t value = 0;
  if (d->point > 18) return UINT64_MAX;
  for (int64_t i = 0; i < d->point; i++) value = value * 10 + (i < d->count ? d->digit[i] : 0u);
  return value;
}

static int rounds_up(const decimal *d, uint64_t whole) {
  if (d->point < 0 || d->point >= d->count) return 0; /* below 0.1, or nothing behind the point */
  if (d->digit[d->point] != 5) return d->digit[d->point] > 5;
  return d->point + 1 < d->count || (whole & 1u) != 0;
}

static double assemble(uint64_t mantissa, int exponent) {
  uint64_t bits = mantissa; /* subnormal: the mantissa is the pattern */
  if (mantissa >> 52) bits = (mantissa & 0xfffffffffffffu) | (uint64_t)(exponent + 1075) << 52;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

/* 0 = overflow */
static int to_double(decimal *d, double *out) {
  const uint64_t low = (uint64_t)1 << 52, high = (uint64_t)1 << 53;
  int exponent = 0;
  *out = 0.0;
  trim(d);
  if (d->count == 0 || d->point < -330) return 1;
  if (d->point > 310) return 0;
  while (d->point > 24) {
    divide(d, 27);
    exponent += 27;
  }
  while (d->point < 8 && exponent > -1040) {
    multiply(d, 27);
    exponent -= 27;
  }
  while (integer_part(d) >= high) {
    divide(d, 1);
    exponent++;
  }
  while (integer_part(d) < low && exponent > -1074) {
    multiply(d, 1);
    exponent--;
  }
  while (exponent < -1074) {
    divide(d, 1);
    exponent++;
  }
  uint64_t mantissa = integer_part(d);
  mantissa += (uint64_t)rounds_up(d, mantissa);
  if (mantissa == high) {
    mantissa = low;
    exponent++;
  }
  if (exponent > 971) return 0;
  *out = assemble(mantissa, exponent);
  return 1;
}

/* Up to 15 digits and a power of ten that is exact: one rounding, by the division or multiplication itself. */
static int exact_case(const decimal *d, double *out) {
  static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  int64_t shift = d->point - d->count;
  if (d->count > 15 || shift < -22 || shift > 22) return 0;
  int64_t whole = 0; /* signed, so that it becomes a double without an addition */
  for (int i = 0; i < d->count; i++) whole = whole * 10 + d->digit[i];
  *out = shift < 0 ? (double)whole / power[-shift] : (double)whole * power[shift];
  return 1;
}

/* The whole text, its sign apart; 0 = not a number. */
static int read_whole(const char *s, decimal *d, int *negative) {
  s = skip_blanks(s);
  *negative = *s == '-';
  if (*s == '-' || *s == '+') s++;
  s = read_decimal(s, d);
  return s != NULL && *skip_blanks(s) == '\0';
}

int inno__parse_number(const char *s, double *out) {
  decimal d;
  double value = 0.0;
  int negative = 0;
  if (!read_whole(s, &d, &negative)) return 0;
  if (!exact_case(&d, &value) && !to_double(&d, &value)) return 0;
  *out = negative ? -value : value;
  return 1;
}

int inno__parse_beyond(const char *s) {
  decimal d;
  double value = 0.0;
  int negative = 0;
  return read_whole(s, &d, &negative) && !exact_case(&d, &value) && !to_double(&d, &value);
}

int64_t inno__parse_decimals(const char *s) {
  int64_t decimals = 0;
  while (*s != '\0' && *s != '.' && *s != 'e' && *s != 'E') s++;
  if (*s == '.')
    for (s++; is_digit(*s); s++) decimals++;
  if (*s != 'e' && *s != 'E') return decimals;
  int negative = s[1] == '-';
  int64_t exponent = 0;
  for (s += s[1] == '-' || s[1] == '+' ? 2 : 1; is_digit(*s); s++)
    if (exponent < 100000000) exponent = exponent * 10 + (*s - '0');
  decimals += negative ? exponent : -exponent;
  return decimals > 0 ? decimals : 0;
}

static int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Fraction bits behind "0x1" or "0x0": up to 13 digits; NULL = more. */
static const char *read_fraction(const char *s, uint64_t *bits) {
  *bits = 0;
  if (*s != '.') return s;
  int shift = 48;
  for (s++; hex_digit(*s) >= 0; s++, shift -= 4) {
    if (shift < 0) return NULL;
    *bits |= (uint64_t)hex_digit(*s) << shift;
  }
  return s;
}

/* Reads the pattern loosely and accepts it when writing gives the same letters. */
int inno__parse_hexfloat(const char *s, double *out) {
  static const struct {
    const char *word;
    uint64_t bits;
  } words[] = {{"nan", 0x7ff8000000000000u}, {"inf", 0x7ff0000000000000u}, {"-inf", 0xfff0000000000000u}};
  uint64_t bits = 0, fraction = 0;
  int64_t power = 0;
  char again[40];
  inno__text text;
  int named = 0;
  for (int i = 0; i < 3 && !named; i++) {
    named = strcmp(s, words[i].word) == 0;
    bits = words[i].bits;
  }
  if (!named) {
    int negative = *s == '-';
    const char *at = s + negative;
    if (at[0] != '0' || at[1] != 'x' || (at[2] != '0' && at[2] != '1')) return 0;
    int normal = at[2] == '1';
    at = read_fraction(at + 3, &fraction);
    if (at == NULL || *at != 'p' || !inno__parse_integer(at + 1, &power) || power < -1022 || power > 1023) return 0;
    bits = fraction | (normal ? (uint64_t)(power + 1023) << 52 : 0) | (negative ? (uint64_t)1 << 63 : 0);
  }
  memcpy(out, &bits, sizeof *out);
  inno__text_init(&text, again, sizeof again);
  inno__text_hexfloat(&text, *out);
  return strcmp(s, again) == 0;
}

int inno__parse_integer(const char *s, int64_t *out) {
  uint64_t value = 0;
  s = skip_blanks(s);
  int negative = *s == '-';
  if (*s == '-' || *s == '+') s++;
  const uint64_t most = (uint64_t)INT64_MAX + (negative ? 1u : 0u);
  if (!is_digit(*s)) return 0;
  for (; is_digit(*s); s++) {
    uint64_t digit = (uint64_t)(*s - '0');
    if (value > (most - digit) / 10) return 0;
    value = value * 10 + digit;
  }
  if (*skip_blanks(s) != '\0') return 0;
  *out = negative && value > 0 ? -(int64_t)(value - 1) - 1 : (int64_t)value;
  return 1;
}

int32_t inno__parse_list(const char *s, double *out, int32_t capacity) {
  char piece[400]; /* longer than any double that is written out */
  for (int32_t count = 0; count < capacity; s++) {
    size_t length = 0;
    while (s[length] != '\0' && s[length] != ',') length++;
    if (length >= sizeof piece) return -1;
    memcpy(piece, s, length);
    piece[length] = '\0';
    if (!inno__parse_number(piece, &out[count++])) return inno__parse_beyond(piece) ? -2 : -1;
    s += length;
    if (*s == '\0') return count;
  }
  return -1;
}
