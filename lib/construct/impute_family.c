#include "construct/impute_family.h"

#include <string.h>

#include "innoscore/result.h"

void inno__family_begin(const inno__family *f) {
  for (int32_t c = 0; c < f->k; c++) {
    if (!f->fill[c]) continue;
    if (f->out[c] != f->x[c]) memcpy(f->out[c], f->x[c], (size_t)f->n * sizeof(double));
    if (f->source == NULL || f->source[c] == NULL) continue;
    for (int64_t i = 0; i < f->n; i++) f->source[c][i] = -1;
  }
}

void inno__family_put(const inno__family *f, int32_t column, int64_t unit, double value, int64_t source) {
  if (value != value) return;
  f->out[column][unit] = value;
  if (f->marks != NULL && f->marks[column] != NULL) f->marks[column][unit] |= INNO_MARK_IMPUTED;
  if (f->source != NULL && f->source[column] != NULL) f->source[column][unit] = source;
}

const char *inno__family_code(const inno__family *f, int32_t column) {
  return f->codes != NULL ? f->codes[column] : NULL;
}

void inno__family_list(const inno__family *f, const int32_t *columns, int32_t count, inno__listing *list) {
  for (int32_t i = 0; i < count && f->codes != NULL; i++) inno__listing_add(list, f->codes[columns[i]]);
}
