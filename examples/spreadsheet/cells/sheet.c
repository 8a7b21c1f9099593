#include "sheet.h"

bool cells_sheet_make(struct cells_call_state *c, int32_t labels, int32_t rows, int32_t columns,
                      const char *const *headers, struct cells_sheet *out) {
  int32_t wanted = INT32_MIN;
  if (!cells_take_flag(c, labels, &wanted)) {
    return false;
  }
  out->top = out->left = wanted != 0 ? 1 : 0;
  out->columns = columns + out->left;
  out->numbers = cells_numbers_out(c, rows + out->top, out->columns);
  if (out->numbers == NULL) {
    return false;
  }
  for (int32_t k = 0; out->top > 0 && k < out->columns; k++) {
    if (!cells_text_out(c, 0, k, headers[k])) {
      return false;
    }
  }
  return true;
}

bool cells_sheet_label(struct cells_call_state *c, const struct cells_sheet *sheet, int32_t row, const char *label) {
  return sheet->left == 0 || cells_text_out(c, row + sheet->top, 0, label);
}

double *cells_sheet_at(const struct cells_sheet *sheet, int32_t row, int32_t column) {
  return &sheet->numbers[(row + sheet->top) * sheet->columns + column + sheet->left];
}
