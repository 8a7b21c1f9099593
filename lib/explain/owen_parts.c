/* Parts that sum: one quantum for all of them, so that no later sum rounds. */
#include <math.h>
#include <string.h>

#include "explain/owen.h"
#include "numeric/twofold.h"

/* The unit in the last place of a size; never so small that dividing by it could overflow. */
static double quantum_of(double size) {
  uint64_t bits;
  double power;
  memcpy(&bits, &size, sizeof bits);
  bits &= (uint64_t)0x7ff << 52; /* without its fraction: a power of two */
  memcpy(&power, &bits, sizeof power);
  return power > 0x1p-900 ? power * 0x1p-52 : 0x1p-952;
}

/* Nearest whole number, halves to the even one, both signs alike. */
static double whole(double v) {
  double size = fabs(v);
  if (size < 0x1p52) size = (size + 0x1p52) - 0x1p52;
  return v < 0.0 ? -size : size;
}

double inno__owen_sum(const double *parts, int64_t count) {
  inno__twofold sum = {0.0, 0.0};
  for (int64_t j = 0; j < count; j++) sum = inno__twofold_plus(sum, inno__twofold_of(parts[j]));
  return sum.hi + sum.lo;
}

double inno__owen_settle(double *parts, int64_t count, double total, double largest) {
  if (!(largest > 0.0)) return 0.0;
  double q = quantum_of(largest * (1.0 + 0x1p-20));
  inno__twofold rest = inno__twofold_of(whole(total / q) * q);
  int64_t most = 0;
  for (int64_t j = 0; j < count; j++) {
    parts[j] = whole(parts[j] / q) * q + 0.0;
    rest = inno__twofold_plus(rest, inno__twofold_of(-parts[j]));
    if (fabs(parts[j]) > fabs(parts[most])) most = j;
  }
  double left = rest.hi + rest.lo;
  if (count > 0) parts[most] += left;
  return left;
}

void inno__owen_sum_up(const inno__owen *o, double *parts) {
  for (int64_t a = o->tree->indicators; a <= o->root; a++) {
    int64_t k;
    const int64_t *child = inno__owen_children(o, a, &k);
    if (!o->inside[a]) continue;
    inno__twofold sum = {0.0, 0.0};
    for (int64_t c = 0; c < k; c++) sum = inno__twofold_plus(sum, inno__twofold_of(parts[child[c]]));
    parts[a] = sum.hi + sum.lo;
  }
}
