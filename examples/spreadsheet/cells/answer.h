/* What cells_answer holds. */
#ifndef CELLS_ANSWER_H
#define CELLS_ANSWER_H

#include <stddef.h>

#include "cells.h"

struct cells_block { /* the room follows */
  struct cells_block *next;
  max_align_t alignment[];
};

struct cells_answer {
  int32_t fault, status;
  double error;
  const char *sentence;
  int32_t rows, columns;
  uint8_t *kinds;
  double *numbers;
  const char **texts;
  struct cells_block *blocks;
};

/* NaN become CELLS_MISSING. */
void cells_settle(cells_answer *answer);

#endif
