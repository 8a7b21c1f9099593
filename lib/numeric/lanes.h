/* Eight neighbouring cells at a time, for the loops that every cell of an index passes through. The plain form gives
 * the same bits; compilers do not find the other by themselves, because a minimum that drops NaN is no minimum to them.
 */
#ifndef INNO_NUMERIC_LANES_H
#define INNO_NUMERIC_LANES_H

#include <float.h>

#if defined(__SSE2__)
#include <emmintrin.h>

typedef __m128d inno__two;

static inline inno__two inno__two_load(const double *x) { return _mm_loadu_pd(x); }
static inline inno__two inno__two_of(double x) { return _mm_set1_pd(x); }
static inline void inno__two_store(double *x, inno__two v) { _mm_storeu_pd(x, v); }
static inline inno__two inno__two_add(inno__two a, inno__two b) { return _mm_add_pd(a, b); }
static inline inno__two inno__two_sub(inno__two a, inno__two b) { return _mm_sub_pd(a, b); }
static inline inno__two inno__two_mul(inno__two a, inno__two b) { return _mm_mul_pd(a, b); }
static inline inno__two inno__two_div(inno__two a, inno__two b) { return _mm_div_pd(a, b); }
/* b unless a is less (greater): a NaN in a drops out, one in b stays */
static inline inno__two inno__two_min(inno__two a, inno__two b) { return _mm_min_pd(a, b); }
static inline inno__two inno__two_max(inno__two a, inno__two b) { return _mm_max_pd(a, b); }
/* v where x is not NaN, else 0 */
static inline inno__two inno__two_where_present(inno__two x, inno__two v) { return _mm_and_pd(_mm_cmpord_pd(x, x), v); }
/* v where x is above the limit, else 0 */
static inline inno__two inno__two_where_above(inno__two x, inno__two limit, inno__two v) {
  return _mm_and_pd(_mm_cmpgt_pd(x, limit), v);
}
static inline inno__two inno__two_abs(inno__two x) { return _mm_andnot_pd(_mm_set1_pd(-0.0), x); }
/* 1 when both are less than or equal; NaN is not */
static inline int inno__two_within(inno__two a, inno__two b) { return _mm_movemask_pd(_mm_cmple_pd(a, b)) == 3; }

#else

typedef struct {
  double a, b;
} inno__two;

static inline inno__two inno__two_load(const double *x) { return (inno__two){x[0], x[1]}; }
static inline inno__two inno__two_of(double x) { return (inno__two){x, x}; }
static inline void inno__two_store(double *x, inno__two v) { x[0] = v.a, x[1] = v.b; }
static inline inno__two inno__two_add(inno__two a, inno__two b) { return (inno__two){a.a + b.a, a.b + b.b}; }
static inline inno__two inno__two_sub(inno__two a, inno__two b) { return (inno__two){a.a - b.a, a.b - b.b}; }
static inline inno__two inno__two_mul(inno__two a, inno__two b) { return (inno__two){a.a * b.a, a.b * b.b}; }
static inline inno__two inno__two_div(inno__two a, inno__two b) { return (inno__two){a.a / b.a, a.b / b.b}; }
static inline inno__two inno__two_min(inno__two a, inno__two b) {
  return (inno__two){a.a < b.a ? a.a : b.a, a.b < b.b ? a.b : b.b};
}
static inline inno__two inno__two_max(inno__two a, inno__two b) {
  return (inno__two){a.a > b.a ? a.a : b.a, a.b > b.b ? a.b : b.b};
}
static inline inno__two inno__two_where_present(inno__two x, inno__two v) {
  return (inno__two){x.a == x.a ? v.a : 0.0, x.b == x.b ? v.b : 0.0};
}
static inline inno__two inno__two_where_above(inno__two x, inno__two limit, inno__two v) {
  return (inno__two){x.a > limit.a ? v.a : 0.0, x.b > limit.b ? v.b : 0.0};
}
static inline inno__two inno__two_abs(inno__two x) {
  return (inno__two){x.a < 0.0 ? -x.a : x.a, x.b < 0.0 ? -x.b : x.b};
}
static inline int inno__two_within(inno__two a, inno__two b) { return a.a <= b.a && a.b <= b.b; }

#endif

static inline int inno__two_finite(inno__two v) { return inno__two_within(inno__two_abs(v), inno__two_of(DBL_MAX)); }

/* Four twos by name and not in an array: compilers keep these in registers. */
typedef struct {
  inno__two a, b, c, d;
} inno__eight;

enum { INNO__EIGHT = 8 };

static inline inno__eight inno__eight_load(const double *x) {
  return (inno__eight){inno__two_load(x), inno__two_load(x + 2), inno__two_load(x + 4), inno__two_load(x + 6)};
}
static inline void inno__eight_store(double *x, inno__eight v) {
  inno__two_store(x, v.a);
  inno__two_store(x + 2, v.b);
  inno__two_store(x + 4, v.c);
  inno__two_store(x + 6, v.d);
}
static inline inno__eight inno__eight_of(double x) {
  const inno__two v = inno__two_of(x);
  return (inno__eight){v, v, v, v};
}
#define INNO__BY_TWOS(name)                                                                                  \
  static inline inno__eight inno__eight_##name(inno__eight v, inno__eight w) {                               \
    return (inno__eight){inno__two_##name(v.a, w.a), inno__two_##name(v.b, w.b), inno__two_##name(v.c, w.c), \
                         inno__two_##name(v.d, w.d)};                                                        \
  }
INNO__BY_TWOS(add)
INNO__BY_TWOS(sub)
INNO__BY_TWOS(mul)
INNO__BY_TWOS(div)
INNO__BY_TWOS(max)
#undef INNO__BY_TWOS

/* 1 when none is NaN or infinite and their sum stays in the range of a double; 0 asks for a closer look. */
static inline int inno__eight_surely_finite(inno__eight v) {
  return inno__two_finite(inno__two_add(inno__two_add(v.a, v.b), inno__two_add(v.c, v.d)));
}

#endif
