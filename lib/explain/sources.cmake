# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/check.c
  explain/check_cells.c
  explain/check_gaps.c
  explain/check_moved.c
  explain/check_tables.c
  explain/journal.c
  explain/marginal.c
  explain/what_if.c
  explain/what_if_flow.c
  explain/what_if_method.c
)
