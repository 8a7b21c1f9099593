/* The kernels in registers of four doubles (AVX2), where compiler and processor have them. No fused multiply-add: it
 * would round once where the plain form rounds twice. */
#include "robust/rough.h"

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

enum { L = INNO__LANES, ROUNDS = 10 };

/* ---- Philox4x32-10: four counters at a time, each word in the lower half of 64 bits ---- */

typedef struct {
  __m256i a, b, c, d; /* words of the counters; what is above their 32 bits is not looked at */
} counters;

/* One round; x86's product of lower halves reads nothing else. */
static inline WIDE counters round_of(counters x, __m256i key0, __m256i key1) {
  const __m256i first = _mm256_set1_epi64x(0xD2511F53), second = _mm256_set1_epi64x(0xCD9E8D57);
  __m256i p = _mm256_mul_epu32(first, x.a), q = _mm256_mul_epu32(second, x.c);
  return (counters){_mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(q, 32), x.b), key0), q,
                    _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p, 32), x.d), key1), p};
}

/* (2 j + 1) / 2^53 with j the upper 52 bits: as fraction of a number in [1, 2), less 1; both steps are exact. */
static inline WIDE __m256d uniform_of(__m256i low, __m256i high) {
  const __m256i one = _mm256_set1_epi64x(0x3FF0000000000000), lower = _mm256_set1_epi64x(0xFFFFFFFF);
  __m256i bits = _mm256_or_si256(_mm256_and_si256(low, lower), _mm256_slli_epi64(high, 32));
  __m256d x = _mm256_castsi256_pd(_mm256_or_si256(_mm256_srli_epi64(bits, 12), one));
  return _mm256_add_pd(_mm256_sub_pd(x, _mm256_set1_pd(1.0)), _mm256_set1_pd(0x1p-53));
}

/* Two numbers of eight lanes. */
static inline WIDE void two_numbers(const __m256i *keys, counters x, counters y, double *one, double *other) {
  for (int round = 0; round < ROUNDS; round++) {
    x = round_of(x, keys[2 * round], keys[2 * round + 1]);
    y = round_of(y, keys[2 * round], keys[2 * round + 1]);
  }
  _mm256_storeu_pd(one, uniform_of(x.a, x.b));
  _mm256_storeu_pd(one + 4, uniform_of(y.a, y.b));
  if (other == NULL) return;
  _mm256_storeu_pd(other, uniform_of(x.c, x.d));
  _mm256_storeu_pd(other + 4, uniform_of(y.c, y.d));
}

static WIDE void numbers(uint64_t seed, uint64_t first, uint32_t stream, int64_t count, double *out) {
  uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
  __m256i keys[2 * ROUNDS];
  for (int round = 0; round < ROUNDS; round++, key0 += 0x9E3779B9u, key1 += 0xBB67AE85u) {
    keys[2 * round] = _mm256_set1_epi64x(key0);
    keys[2 * round + 1] = _mm256_set1_epi64x(key1);
  }
  for (int l = 0; l < L; l += 8) {
    const __m256i begin = _mm256_set1_epi64x((int64_t)first + l);
    const __m256i r = _mm256_add_epi64(begin, _mm256_set_epi64x(3, 2, 1, 0));
    const __m256i s = _mm256_add_epi64(begin, _mm256_set_epi64x(7, 6, 5, 4));
    for (int64_t i = 0; i < count; i += 2) {
      const __m256i place = _mm256_set1_epi64x(i / 2), b = _mm256_set1_epi64x(stream);
      const counters x = {place, b, r, _mm256_srli_epi64(r, 32)}, y = {place, b, s, _mm256_srli_epi64(s, 32)};
      two_numbers(keys, x, y, out + i * L + l, i + 1 < count ? out + (i + 1) * L + l : NULL);
    }
  }
}

/* ---- weights and scores ---- */

static WIDE void noise(const double *middle, const double *reach, int64_t count, const double *u, double *out) {
  const __m256d one = _mm256_set1_pd(1.0);
  for (int64_t i = 0; i < count; i++) {
    const __m256d m = _mm256_broadcast_sd(middle + i), s = _mm256_broadcast_sd(reach + i);
    for (int l = 0; l < L; l += 4) {
      __m256d v = _mm256_loadu_pd(u + i * L + l);
      v = _mm256_sub_pd(_mm256_add_pd(v, v), one);
      _mm256_storeu_pd(out + i * L + l, _mm256_add_pd(m, _mm256_mul_pd(s, v)));
    }
  }
}

static WIDE uint32_t family(const double *weights, const int64_t *child, int64_t k, const double *above,
                            double *effective, double *sum) {
  uint32_t good = 0;
  for (int l = 0; l < L; l += 4) {
    __m256d total = _mm256_setzero_pd(), up = _mm256_loadu_pd(above + l);
    for (int64_t c = 0; c < k; c++) total = _mm256_add_pd(total, _mm256_loadu_pd(weights + child[c] * L + l));
    for (int64_t c = 0; c < k; c++) {
      __m256d share = _mm256_div_pd(_mm256_loadu_pd(weights + child[c] * L + l), total);
      _mm256_storeu_pd(effective + child[c] * L + l, _mm256_mul_pd(share, up));
    }
    __m256d fits = _mm256_and_pd(_mm256_cmp_pd(total, _mm256_setzero_pd(), _CMP_GT_OQ),
                                 _mm256_cmp_pd(total, _mm256_set1_pd(1.7976931348623157e308), _CMP_LE_OQ));
    good |= (uint32_t)_mm256_movemask_pd(fits) << l;
    _mm256_storeu_pd(sum + l, total);
  }
  return ~good & ((1u << L) - 1u);
}

/* What one indicator adds to the four vectors of a unit's lanes. */
#define ADD(unit, x)                                           \
  do {                                                         \
    const __m256d v = _mm256_broadcast_sd(x);                  \
    unit##0 = _mm256_add_pd(unit##0, _mm256_mul_pd(v, wp[0])); \
    unit##1 = _mm256_add_pd(unit##1, _mm256_mul_pd(v, wp[1])); \
    unit##2 = _mm256_add_pd(unit##2, _mm256_mul_pd(v, wp[2])); \
    unit##3 = _mm256_add_pd(unit##3, _mm256_mul_pd(v, wp[3])); \
  } while (0)
#define PUT(unit, at)                      \
  do {                                     \
    __m256d *to = (__m256d *)(void *)(at); \
    to[0] = unit##0;                       \
    to[1] = unit##1;                       \
    to[2] = unit##2;                       \
    to[3] = unit##3;                       \
  } while (0)

/* Three units at a time: twelve sums stay in registers while the indicators pass by. Rows of lanes begin on a cache
 * line. Units that are not there are the last one again. */
static WIDE void sums(const inno__table *terms, const double *weights, double *scores) {
  int64_t n = terms->columns, m = terms->rows;
  for (int64_t i = 0; i < n; i += 3) {
    int64_t second = i + 1 < n ? i + 1 : n - 1, third = i + 2 < n ? i + 2 : n - 1;
    const double *x = inno__column(terms, i), *y = inno__column(terms, second), *z = inno__column(terms, third);
    __m256d a0 = _mm256_setzero_pd(), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0, c0 = a0, c1 = a0,
            c2 = a0, c3 = a0;
    const __m256d *wp = (const __m256d *)(const void *)weights;
    for (int64_t j = 0; j < m; j++, wp += L / 4) {
      ADD(a, x + j);
      ADD(b, y + j);
      ADD(c, z + j);
    }
    PUT(a, scores + i * L);
    PUT(b, scores + second * L);
    PUT(c, scores + third * L);
  }
}

/* ---- ranks ---- */

static inline WIDE __m128i number_of(const inno__ranking *r, int lane, const double *score) {
  __m256d x = _mm256_sub_pd(_mm256_loadu_pd(r->high + lane), _mm256_loadu_pd(score));
  x = _mm256_mul_pd(x, _mm256_loadu_pd(r->scale + lane));
  x = _mm256_min_pd(x, _mm256_set1_pd(r->last)); /* x < last ? x : last */
  return _mm256_cvttpd_epi32(_mm256_max_pd(x, _mm256_setzero_pd()));
}

static inline WIDE void make_keys(const inno__ranking *r, const double *scores, int32_t *keys) {
  const __m128i shift = _mm_cvtsi32_si128(r->bits);
  for (int32_t i = 0; i < r->n; i++)
    for (int l = 0; l < L; l += 8) {
      const double *at = scores + i * L + l;
      __m256i low = _mm256_castsi128_si256(number_of(r, l, at));
      __m256i x = _mm256_sll_epi32(_mm256_inserti128_si256(low, number_of(r, l + 4, at + 4), 1), shift);
      _mm256_storeu_si256((__m256i *)(void *)(keys + i * L + l), _mm256_or_si256(x, _mm256_set1_epi32(i)));
    }
}

static inline WIDE void compare(int32_t *a, int32_t *b) {
  _Static_assert(L == 16, "two registers of keys");
  __m256i *p = (__m256i *)(void *)a, *q = (__m256i *)(void *)b;
  const __m256i x0 = p[0], y0 = q[0], x1 = p[1], y1 = q[1];
  p[0] = _mm256_min_epi32(x0, y0);
  q[0] = _mm256_max_epi32(x0, y0);
  p[1] = _mm256_min_epi32(x1, y1);
  q[1] = _mm256_max_epi32(x1, y1);
}

static inline WIDE void place_ranks(__m256i places, int32_t rank, int32_t *out) {
  _Static_assert(L == 16, "a shift by 4 multiplies by the lanes");
  _Alignas(32) uint32_t at[8];
  _mm256_store_si256((__m256i *)(void *)at, places);
  for (int e = 0; e < 8; e++) out[at[e]] = rank;
}

static WIDE uint32_t ranks(const inno__ranking *r, const double *scores, int32_t *keys, int32_t *out) {
  const __m128i shift = _mm_cvtsi32_si128(r->bits);
  const __m256i mask = _mm256_set1_epi32((int32_t)((1u << r->bits) - 1u)), near = _mm256_set1_epi32(r->near + 1);
  uint32_t doubtful = 0;
  make_keys(r, scores, keys);
  for (const uint32_t *at = r->network, *end = at + 2 * r->comparisons; at < end; at += 2)
    compare(keys + at[0], keys + at[1]);
  for (int l = 0; l < L; l += 8) {
    const __m256i lanes = _mm256_add_epi32(_mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0), _mm256_set1_epi32(l));
    __m256i before = _mm256_set1_epi32(-(1 << 30)), close = _mm256_setzero_si256();
    for (int32_t p = 0; p < r->n; p++) {
      const __m256i key = _mm256_loadu_si256((const __m256i *)(const void *)(keys + p * L + l));
      const __m256i x = _mm256_srl_epi32(key, shift);
      close = _mm256_or_si256(close, _mm256_cmpgt_epi32(near, _mm256_sub_epi32(x, before)));
      before = x;
      place_ranks(_mm256_add_epi32(_mm256_slli_epi32(_mm256_and_si256(key, mask), 4), lanes), 2 * (p + 1), out);
    }
    doubtful |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(close)) << l;
  }
  return doubtful;
}

/* ---- rough scores: eight lanes in a register, products and sums rounded once ---- */

#define FUSED __attribute__((target("avx2,fma")))

static inline FUSED void halve(const double *weights, float *out, int64_t rows) {
  for (int64_t i = 0; i < rows * L; i += 4) _mm_storeu_ps(out + i, _mm256_cvtpd_ps(_mm256_loadu_pd(weights + i)));
}

static inline FUSED void put_rough(__m256 low, __m256 high, double *to) {
  _mm256_storeu_pd(to, _mm256_cvtps_pd(_mm256_castps256_ps128(low)));
  _mm256_storeu_pd(to + 4, _mm256_cvtps_pd(_mm256_extractf128_ps(low, 1)));
  _mm256_storeu_pd(to + 8, _mm256_cvtps_pd(_mm256_castps256_ps128(high)));
  _mm256_storeu_pd(to + 12, _mm256_cvtps_pd(_mm256_extractf128_ps(high, 1)));
}

#define FUSE(unit, k)                               \
  do {                                              \
    const __m256 v = _mm256_broadcast_ss(x[k] + j); \
    unit##0 = _mm256_fmadd_ps(v, w0, unit##0);      \
    unit##1 = _mm256_fmadd_ps(v, w1, unit##1);      \
  } while (0)

/* Six units at a time; units that are not there are the last one again. */
static FUSED void rough(const inno__rough *r, const double *weights, double *scores) {
  enum { SIX = 6 };
  _Static_assert(L == 16, "two registers of lanes");
  halve(weights, r->weights, r->terms);
  for (int64_t i = 0; i < r->units; i += SIX) {
    const float *x[SIX];
    int64_t at[SIX];
    for (int64_t k = 0; k < SIX; k++) {
      at[k] = i + k < r->units ? i + k : r->units - 1;
      x[k] = r->term + at[k] * r->terms;
    }
    __m256 a0 = _mm256_setzero_ps(), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, e0 = a0, e1 = a0,
           f0 = a0, f1 = a0;
    for (int64_t j = 0; j < r->terms; j++) {
      const __m256 w0 = _mm256_loadu_ps(r->weights + j * L), w1 = _mm256_loadu_ps(r->weights + j * L + 8);
      FUSE(a, 0);
      FUSE(b, 1);
      FUSE(c, 2);
      FUSE(d, 3);
      FUSE(e, 4);
      FUSE(f, 5);
    }
    put_rough(a0, a1, scores + at[0] * L);
    put_rough(b0, b1, scores + at[1] * L);
    put_rough(c0, c1, scores + at[2] * L);
    put_rough(d0, d1, scores + at[3] * L);
    put_rough(e0, e1, scores + at[4] * L);
    put_rough(f0, f1, scores + at[5] * L);
  }
}

static const inno__kernel wide = {numbers, noise, family, sums, ranks, NULL};
static const inno__kernel fused = {numbers, noise, family, sums, ranks, rough};

/* The processor has AVX2, and the system saves its registers: 2 = it has fused products and sums as well. */
static int has_avx2(void) {
  unsigned a = 0, b = 0, c = 0, d = 0, low = 0, high = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27)) || !(c & (1u << 28))) return 0;
  const int has_fma = (c & (1u << 12)) != 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & (1u << 5))) return 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 6u) != 6u ? 0 : has_fma ? 2 : 1;
}

const inno__kernel *inno__kernel_best(void) {
  int level = has_avx2();
  return level == 2 ? &fused : level == 1 ? &wide : &inno__kernel_plain;
}

#else

const inno__kernel *inno__kernel_best(void) { return &inno__kernel_plain; }

#endif
