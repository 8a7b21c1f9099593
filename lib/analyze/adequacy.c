#include "analyze/adequacy.h"

#include "base/block.h"
#include "base/checked.h"
#include "numeric/adequacy.h"
#include "numeric/correlation.h"
#include "numeric/missing.h"

typedef struct {
  double *matrix, *column, *work;
  unsigned char *keep;
} parts;

static void place(parts *p, inno__block *b, int32_t k, int64_t n) {
  size_t square;
  if (!inno__mul_size((size_t)k * sizeof(double), (size_t)k, &square)) square = SIZE_MAX;
  p->matrix = inno__block_take(b, square, 8);
  p->work = inno__block_take(b, square < SIZE_MAX / 2 ? inno__adequacy_work_size(k) : SIZE_MAX, 8);
  p->column = inno__block_take(b, inno__correlation_matrix_work_size(n), 8);
  p->keep = inno__block_take(b, (size_t)n, 8);
}

size_t inno__sampling_adequacy_work_size(int32_t k, int64_t n) {
  parts p;
  inno__block measure = {NULL, 0, 0};
  place(&p, &measure, k, n);
  return measure.used;
}

double inno__sampling_adequacy(const double *const *x, int32_t k, int64_t n, void *work) {
  parts p;
  inno__adequacy out;
  inno__block b = {work, 0, SIZE_MAX};
  place(&p, &b, k, n);
  int64_t count = inno__complete_cases(x, k, n, p.keep);
  if (count <= k) return inno__nan();
  inno__correlation_matrix(x, k, n, p.keep, INNO__CORRELATIONS, p.matrix, p.column);
  return inno__adequacy_of(p.matrix, k, count, NULL, &out, p.work) < 0 ? out.kmo : inno__nan();
}
