/* Twofold numbers: a value is hi + lo with |lo| <= ulp(hi) / 2, about 106 bits. Made of + - * / only. */
#ifndef INNO_NUMERIC_TWOFOLD_H
#define INNO_NUMERIC_TWOFOLD_H

typedef struct {
  double hi, lo;
} inno__twofold;

static inline inno__twofold inno__twofold_of(double x) { return (inno__twofold){x, 0.0}; }

static inline inno__twofold inno__fast_sum(double a, double b) { /* |a| >= |b| */
  double s = a + b;
  return (inno__twofold){s, b - (s - a)};
}

static inline inno__twofold inno__two_sum(double a, double b) {
  double s = a + b, t = s - a;
  return (inno__twofold){s, (a - (s - t)) + (b - t)};
}

/* Dekker: exact without a fused multiply-add, for |a|, |b| < 2^990 */
static inline inno__twofold inno__two_product(double a, double b) {
  double p = a * b, ca = 134217729.0 * a, cb = 134217729.0 * b;
  double ah = ca - (ca - a), al = a - ah, bh = cb - (cb - b), bl = b - bh;
  return (inno__twofold){p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

static inline inno__twofold inno__twofold_multiply(inno__twofold a, inno__twofold b) {
  inno__twofold p = inno__two_product(a.hi, b.hi);
  return inno__fast_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

static inline inno__twofold inno__twofold_add(inno__twofold a, inno__twofold b) { /* |a| >= |b| or like signs */
  inno__twofold s = inno__two_sum(a.hi, b.hi);
  return inno__fast_sum(s.hi, s.lo + (a.lo + b.lo));
}

/* The same for any signs: where leading bits cancel, the error is still some 2^-105 of the result. */
static inline inno__twofold inno__twofold_plus(inno__twofold a, inno__twofold b) {
  inno__twofold s = inno__two_sum(a.hi, b.hi), t = inno__two_sum(a.lo, b.lo);
  s = inno__fast_sum(s.hi, s.lo + t.hi);
  return inno__fast_sum(s.hi, s.lo + t.lo);
}

static inline inno__twofold inno__twofold_minus(inno__twofold a, inno__twofold b) {
  return inno__twofold_plus(a, (inno__twofold){-b.hi, -b.lo});
}

static inline inno__twofold inno__twofold_divide(inno__twofold a, inno__twofold b) {
  double q = a.hi / b.hi;
  inno__twofold p = inno__two_product(q, b.hi);
  double rest = ((a.hi - p.hi) - p.lo) + (a.lo - q * b.lo);
  return inno__fast_sum(q, rest / b.hi);
}

#endif
