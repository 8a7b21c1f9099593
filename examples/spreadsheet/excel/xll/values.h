/* Excel's values become cells, and answers become Excel's values. */
#ifndef XLL_VALUES_H
#define XLL_VALUES_H

#include <stdbool.h>

#include "abi.h"
#include "cells.h"

/* A range in memory of its own; left out = 0 x 0. false when there is no memory. Nothing of value is kept. */
bool xll_take(const xll_value *value, struct cells_range *out);
void xll_drop(struct cells_range *range);

/* One value that xlAutoFree12() frees; where there is no memory, an error that nobody frees. */
xll_value *xll_give(const cells_answer *answer);
xll_value *xll_give_error(int32_t error);

/* UTF-8 as Excel's text, at most limit letters of UTF-16; out has room for limit + 1. false: the text is longer. */
bool xll_text(const char *text, int32_t limit, wchar_t *out);

#endif
