#include "base/text.h"

#include <string.h>

void inno__text_init(inno__text *t, char *data, size_t size) {
  t->data = data;
  t->size = size;
  t->length = 0;
  t->cut = 0;
  data[0] = '\0';
}

void inno__text_put_n(inno__text *t, const char *s, size_t n) {
  size_t room = t->size - 1 - t->length;
  if (t->cut) return;
  if (n > room) {
    t->cut = 1;
    n = room; /* step back to the first byte of the character that does not fit */
    while (n > 0 && ((unsigned char)s[n] & 0xc0u) == 0x80u) n--;
  }
  memcpy(t->data + t->length, s, n);
  t->length += n;
  t->data[t->length] = '\0';
}

void inno__text_put(inno__text *t, const char *s) { inno__text_put_n(t, s, strlen(s)); }

void inno__text_int(inno__text *t, int64_t value) {
  char digits[24];
  size_t at = sizeof digits;
  uint64_t rest = value < 0 ? 0u - (uint64_t)value : (uint64_t)value;
  do digits[--at] = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (value < 0) digits[--at] = '-';
  inno__text_put_n(t, digits + at, sizeof digits - at);
}

/* Of one name, and room for the count at the end. */
enum { LISTED = 40, LISTED_END = 28 };

void inno__listing_add(inno__listing *l, const char *name) {
  char quoted[LISTED + 16];
  inno__text t;
  l->count++;
  if (l->shown < l->count - 1) return;
  inno__text_init(&t, quoted, sizeof quoted);
  inno__text_put(&t, l->shown > 0 ? ", '" : "'");
  inno__text_quote(&t, name, LISTED);
  inno__text_put(&t, "'");
  size_t used = strlen(l->data);
  if (t.cut || used + t.length > sizeof l->data - LISTED_END) return;
  memcpy(l->data + used, quoted, t.length + 1);
  l->shown++;
}

const char *inno__listing_text(inno__listing *l) {
  inno__text t;
  size_t used = strlen(l->data);
  inno__text_init(&t, l->data + used, sizeof l->data - used);
  if (l->count == 0) inno__text_put(&t, "-");
  if (l->shown == l->count) return l->data;
  inno__text_put(&t, " (+ ");
  inno__text_int(&t, l->count - l->shown);
  inno__text_put(&t, ")");
  return l->data;
}

/* 1 when the value is not finite and has been written as a word. */
static int put_word(inno__text *t, double value) {
  if (value != value)
    inno__text_put(t, "nan");
  else if (value - value != 0.0)
    inno__text_put(t, value < 0.0 ? "-inf" : "inf");
  else
    return 0;
  return 1;
}

#define LIMB 1000000000u /* nine decimal digits */
#define LIMBS 86         /* 767 digits: the longest a double has, the largest subnormal one's */

/* Writes m base^power in limbs, the lowest first, and returns how many; m < 10^18. */
static int exact_product(uint64_t m, uint32_t base, int power, uint32_t *limbs) {
  int count = 2;
  limbs[0] = (uint32_t)(m % LIMB);
  limbs[1] = (uint32_t)(m / LIMB);
  while (power > 0) {
    uint32_t factor = 1;
    uint64_t carry = 0;
    for (int k = 0; k < 12 && power > 0; k++, power--) factor *= base; /* a factor < LIMB */
    for (int k = 0; k < count; k++) {
      carry += (uint64_t)limbs[k] * factor;
      limbs[k] = (uint32_t)(carry % LIMB);
      carry /= LIMB;
    }
    if (carry != 0) limbs[count++] = (uint32_t)carry;
  }
  return count;
}

/* Six significant digits and the decimal exponent of a finite number above 0: the nearest ones to its exact value, of
 * two equally near ones the even one. */
static void six_digits(double value, char *digits, int *exponent) {
  uint32_t limbs[LIMBS];
  uint64_t bits, power = 1;
  int dropped = 0, rest = 0;
  memcpy(&bits, &value, sizeof bits);
  int biased = (int)((bits >> 52) & 0x7ffu);
  uint64_t m = (bits & 0xfffffffffffffu) | (biased > 0 ? (uint64_t)1 << 52 : 0u);
  int binary = (biased > 0 ? biased : 1) - 1075; /* value = m 2^binary, and 2^-k = 5^k / 10^k */
  int count = exact_product(m, binary < 0 ? 5 : 2, binary < 0 ? -binary : binary, limbs);

  uint64_t head = (uint64_t)limbs[count - 1] * LIMB + limbs[count - 2]; /* 10 to 18 digits */
  for (; head / power >= 1000000u; power *= 10) dropped++;
  uint32_t six = (uint32_t)(head / power);
  for (int k = 0; k < count - 2; k++) rest |= limbs[k] != 0;
  uint64_t twice = head % power * 2;
  if (twice > power || (twice == power && (rest || six % 2 == 1))) six++;
  *exponent = (count - 2) * 9 + dropped + 5 + (binary < 0 ? binary : 0);
  if (six == 1000000u) {
    six = 100000u;
    ++*exponent;
  }
  for (int i = 5; i >= 0; i--, six /= 10) digits[i] = (char)('0' + six % 10);
}

static void put_scientific(inno__text *t, const char *digits, size_t count, int exponent) {
  inno__text_put_n(t, digits, 1);
  if (count > 1) {
    inno__text_put(t, ".");
    inno__text_put_n(t, digits + 1, count - 1);
  }
  inno__text_put(t, exponent < 0 ? "e-" : "e+");
  if (exponent < 10 && exponent > -10) inno__text_put(t, "0");
  inno__text_int(t, exponent < 0 ? -exponent : exponent);
}

void inno__text_number(inno__text *t, double value) {
  char digits[6];
  int exponent = 0;
  size_t count = 6;
  if (put_word(t, value)) return;
  if (value == 0.0) {
    inno__text_put(t, "0");
    return;
  }
  if (value < 0.0) inno__text_put(t, "-");
  six_digits(value < 0.0 ? -value : value, digits, &exponent);
  while (count > 1 && digits[count - 1] == '0') count--;
  if (exponent < -4 || exponent > 5) {
    put_scientific(t, digits, count, exponent);
  } else if (exponent < 0) {
    inno__text_put(t, "0.");
    for (int k = -1; k > exponent; k--) inno__text_put(t, "0");
    inno__text_put_n(t, digits, count);
  } else {
    size_t whole = (size_t)exponent + 1;
    for (size_t k = 0; k < whole; k++) inno__text_put_n(t, k < count ? digits + k : "0", 1);
    if (count > whole) {
      inno__text_put(t, ".");
      inno__text_put_n(t, digits + whole, count - whole);
    }
  }
}

void inno__text_hexfloat(inno__text *t, double value) {
  uint64_t bits;
  if (put_word(t, value)) return;
  memcpy(&bits, &value, sizeof bits);
  if (bits >> 63) inno__text_put(t, "-");
  uint64_t fraction = bits & 0xfffffffffffffu;
  int exponent = (int)((bits >> 52) & 0x7ffu);
  inno__text_put(t, exponent == 0 ? "0x0" : "0x1");
  if (fraction != 0) {
    char digits[14] = ".";
    size_t count = 14;
    for (int i = 13; i >= 1; i--, fraction >>= 4) digits[i] = "0123456789abcdef"[fraction & 15u];
    while (digits[count - 1] == '0') count--;
    inno__text_put_n(t, digits, count);
  }
  int power = exponent == 0 ? ((bits << 1) == 0 ? 0 : -1022) : exponent - 1023;
  inno__text_put(t, power < 0 ? "p-" : "p+");
  inno__text_int(t, power < 0 ? -power : power);
}

/* Length of the character at s, 0 when it is not a legal one. A NUL is no continuation byte, so nothing is read past
 * it. */
static size_t character(const unsigned char *s) {
  if (s[0] < 0x20 || s[0] == 0x7f) return 0;
  if (s[0] < 0x80) return 1;
  if (s[0] < 0xc2 || s[0] > 0xf4 || (s[1] & 0xc0u) != 0x80u) return 0;
  if (s[0] < 0xe0) return s[0] == 0xc2 && s[1] < 0xa0 ? 0 : 2;
  if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) || (s[2] & 0xc0u) != 0x80u) return 0;
  if (s[0] < 0xf0) return 3;
  if ((s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f) || (s[3] & 0xc0u) != 0x80u) return 0;
  return 4;
}

int inno__text_valid(const char *s) {
  const unsigned char *at = (const unsigned char *)s;
  if (*at == 0) return 0;
  while (*at != 0) {
    size_t length = character(at);
    if (length == 0) return 0;
    at += length;
  }
  return 1;
}

void inno__text_quote(inno__text *t, const char *s, size_t most) {
  size_t taken = 0;
  for (size_t length = 1; *s != '\0'; s += length) {
    size_t legal = character((const unsigned char *)s);
    length = legal > 0 ? legal : 1;
    taken += legal > 0 ? legal : 3;
    if (taken > most) {
      inno__text_put(t, "\xe2\x80\xa6"); /* an ellipsis */
      return;
    }
    if (legal > 0)
      inno__text_put_n(t, s, legal);
    else
      inno__text_put(t, "\xef\xbf\xbd"); /* U+FFFD */
  }
}
