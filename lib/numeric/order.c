#include "numeric/order.h"

#include <string.h>

#include "numeric/missing.h"

/* Up to here comparing pairs, or inserting, is faster than sorting by bytes. A multiple of 4. */
enum { SMALL = 96 };

typedef struct {
  uint64_t key;
  int64_t index;
} item;

/* Unsigned keys in the order of the doubles: -0 and 0 share one, NaN comes last. */
static uint64_t key_of(double x) {
  uint64_t bits;
  if (x != x) return UINT64_MAX;
  x += 0.0; /* -0 becomes 0 */
  memcpy(&bits, &x, sizeof bits);
  return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static double value_of(uint64_t key) {
  double x;
  if (key == UINT64_MAX) return inno__nan();
  uint64_t bits = key >> 63 ? key & ~((uint64_t)1 << 63) : ~key;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* ---- sorting items: bytes from the lowest, skipping those that are all the same ---- */

static void count_bytes(const item *a, int64_t n, int64_t count[8][256]) {
  memset(count, 0, 8 * sizeof count[0]);
  for (int64_t i = 0; i < n; i++)
    for (int b = 0; b < 8; b++) count[b][(a[i].key >> (8 * b)) & 255u]++;
}

static void scatter_items(const item *from, item *to, int64_t n, int shift, int64_t *start) {
  int64_t at = 0;
  for (int k = 0; k < 256; k++) {
    int64_t here = start[k];
    start[k] = at;
    at += here;
  }
  for (int64_t i = 0; i < n; i++) to[start[(from[i].key >> shift) & 255u]++] = from[i];
}

static void insertion_sort(item *a, int64_t n) {
  for (int64_t i = 1; i < n; i++) {
    item moved = a[i];
    int64_t j = i;
    for (; j > 0 && a[j - 1].key > moved.key; j--) a[j] = a[j - 1];
    a[j] = moved;
  }
}

/* Stable. Returns which of the two arrays holds the result. */
static item *sort_items(item *a, item *b, int64_t n) {
  int64_t count[8][256];
  if (n <= SMALL) {
    insertion_sort(a, n);
    return a;
  }
  count_bytes(a, n, count);
  for (int k = 0; k < 8; k++) {
    if (count[k][(a[0].key >> (8 * k)) & 255u] == n) continue;
    scatter_items(a, b, n, 8 * k, count[k]);
    item *t = a;
    a = b;
    b = t;
  }
  return a;
}

/* ---- ranks ---- */

size_t inno__rank_work_size(int64_t n) { return 2 * (size_t)n * sizeof(item); }

static double rank_between(int64_t first, int64_t last, int64_t group, int32_t ties) {
  if (ties == INNO__TIES_MAX) return (double)last;
  if (ties == INNO__TIES_DENSE) return (double)group;
  if (ties == INNO__TIES_AVERAGE) return ((double)first + (double)last) / 2.0;
  return (double)first;
}

/* For every value, how many of y are below it, or (reach 1) not above it. Four at a time and across the values, which
 * compilers vectorize for any instruction set; the counts are whole, so their order does not matter. y is padded with
 * NaN, which is never counted, to a multiple of 4. */
static inline void count_below(const double *restrict y, int64_t n, const int reach, double *restrict count) {
  for (int64_t i = 0; i < n; i++) count[i] = 0.0;
  for (int64_t k = 0; k < n; k += 4) {
    const double a = y[k], b = y[k + 1], c = y[k + 2], d = y[k + 3];
    for (int64_t i = 0; i < n; i++) {
      double v = y[i], p, q;
      p = ((reach ? a <= v : a < v) ? 1.0 : 0.0) + ((reach ? b <= v : b < v) ? 1.0 : 0.0);
      q = ((reach ? c <= v : c < v) ? 1.0 : 0.0) + ((reach ? d <= v : d < v) ? 1.0 : 0.0);
      count[i] += p + q;
    }
  }
}

static void rank_by_pairs(const double *x, int64_t n, int32_t descending, int32_t ties, double *out) {
  double y[SMALL], below[SMALL], reached[SMALL];
  for (int64_t i = 0; i < n; i++) y[i] = descending ? -x[i] : x[i];
  for (int64_t i = n; i < SMALL && i % 4 != 0; i++) y[i] = inno__nan();
  if (ties != INNO__TIES_MAX) count_below(y, n, 0, below);
  if (ties != INNO__TIES_MIN) count_below(y, n, 1, reached);
  for (int64_t i = 0; i < n; i++) {
    double rank = ties == INNO__TIES_MAX       ? reached[i]
                  : ties == INNO__TIES_AVERAGE ? (below[i] + 1.0 + reached[i]) / 2.0
                                               : below[i] + 1.0;
    out[i] = y[i] == y[i] ? rank : inno__nan();
  }
}

static void rank_by_sorting(const double *x, int64_t n, int32_t descending, int32_t ties, double *out, item *work) {
  int64_t m = 0, group = 0;
  for (int64_t i = 0; i < n; i++) {
    out[i] = inno__nan();
    if (x[i] == x[i]) work[m++] = (item){descending ? ~key_of(x[i]) : key_of(x[i]), i};
  }
  const item *a = m > 0 ? sort_items(work, work + n, m) : work;
  for (int64_t i = 0; i < m;) {
    int64_t end = i + 1;
    while (end < m && a[end].key == a[i].key) end++;
    double rank = rank_between(i + 1, end, ++group, ties);
    for (; i < end; i++) out[a[i].index] = rank;
  }
}

void inno__rank(const double *x, int64_t n, int32_t descending, int32_t ties, double *out, void *work) {
  if (n <= SMALL && ties != INNO__TIES_DENSE) rank_by_pairs(x, n, descending, ties, out);
  else rank_by_sorting(x, n, descending, ties, out, work);
}

void inno__sort_positions(const double *x, int64_t *position, int64_t count, int32_t descending, void *work) {
  item *items = work;
  for (int64_t i = 0; i < count; i++) {
    uint64_t key = key_of(x[position[i]]);
    items[i] = (item){descending ? ~key : key, position[i]};
  }
  const item *sorted = count > 0 ? sort_items(items, items + count, count) : items;
  for (int64_t i = 0; i < count; i++) position[i] = sorted[i].index;
}

/* ---- values ---- */

static void insert_values(double *x, int64_t n) {
  for (int64_t i = 1; i < n; i++) {
    double moved = x[i];
    int64_t j = i;
    for (; j > 0 && x[j - 1] > moved; j--) x[j] = x[j - 1];
    x[j] = moved;
  }
}

/* A key kept in the place of a double: copied, because the types must not be punned. */
static inline uint64_t load(const double *at) {
  uint64_t key;
  memcpy(&key, at, sizeof key);
  return key;
}

static void sort_keys(double *a, double *b, int64_t n) {
  int64_t count[8][256] = {{0}};
  double *home = a;
  for (int64_t i = 0; i < n; i++)
    for (int k = 0; k < 8; k++) count[k][(load(&a[i]) >> (8 * k)) & 255u]++;
  for (int k = 0; k < 8; k++) {
    int64_t *start = count[k], at = 0;
    if (start[(load(&a[0]) >> (8 * k)) & 255u] == n) continue;
    for (int d = 0; d < 256; d++) {
      int64_t here = start[d];
      start[d] = at;
      at += here;
    }
    for (int64_t i = 0; i < n; i++) memcpy(&b[start[(load(&a[i]) >> (8 * k)) & 255u]++], &a[i], sizeof a[i]);
    double *t = a;
    a = b;
    b = t;
  }
  if (a != home) memcpy(home, a, (size_t)n * sizeof *home);
}

void inno__sort(double *x, int64_t n, double *work) {
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) x[m++] = x[i] + 0.0;
  for (int64_t i = m; i < n; i++) x[i] = inno__nan();
  if (m <= SMALL) {
    insert_values(x, m);
    return;
  }
  for (int64_t i = 0; i < m; i++) {
    uint64_t key = key_of(x[i]);
    memcpy(&x[i], &key, sizeof key);
  }
  sort_keys(x, work, m);
  for (int64_t i = 0; i < m; i++) {
    x[i] = value_of(load(&x[i]));
  }
}

double inno__median(const double *x, int64_t n, double *work) {
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) work[m++] = x[i];
  if (m == 0) return inno__nan();
  inno__sort(work, m, work + n);
  double low = work[(m - 1) / 2], high = work[m / 2];
  return low == high ? low : low / 2.0 + high / 2.0;
}
