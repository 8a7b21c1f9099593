/* A table with headers and a label a row, which a caller may leave out. Inside cells/ only. */
#ifndef CELLS_SHEET_H
#define CELLS_SHEET_H

#include "state.h"

struct cells_sheet {
  double *numbers;   /* of the whole answer */
  int32_t top, left; /* first row and column of the numbers: 1, or 0 without labels */
  int32_t columns;   /* of the answer */
};

/* rows x columns numbers, all missing; labels is the position of that argument. headers: columns + 1 words, the first
 * for the labels. */
bool cells_sheet_make(struct cells_call_state *c, int32_t labels, int32_t rows, int32_t columns,
                      const char *const *headers, struct cells_sheet *out);
bool cells_sheet_label(struct cells_call_state *c, const struct cells_sheet *sheet, int32_t row, const char *label);
double *cells_sheet_at(const struct cells_sheet *sheet, int32_t row, int32_t column);

#endif
