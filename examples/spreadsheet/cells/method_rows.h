/* The rows of a method: section, key, value. Inside cells/ only. */
#ifndef CELLS_METHOD_ROWS_H
#define CELLS_METHOD_ROWS_H

#include "state.h"

struct cells_entry {
  int32_t row;         /* of the range */
  const char *section; /* name alone */
  const char *code;    /* NULL = none */
  int32_t level;       /* 0 = none */
  int32_t occurrence;  /* 1 unless the section says #2 */
  const char *key, *value;
};

struct cells_entries {
  int32_t argument;
  int32_t count;
  struct cells_entry *at;
};

/* Every row that says something, none twice. argument -1, or left out = no rows. */
bool cells_read_entries(struct cells_call_state *c, int32_t argument, struct cells_entries *out);
/* "row 3 of method: why 'what'" */
bool cells_fail_row(struct cells_call_state *c, int32_t argument, int32_t row, const char *english,
                    const char *vietnamese, const char *what);
/* The section stands for itself, without code, level or number; else a fault. */
bool cells_entry_plain(struct cells_call_state *c, const struct cells_entries *entries,
                       const struct cells_entry *entry);

#endif
