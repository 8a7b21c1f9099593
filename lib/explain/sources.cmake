# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/trace.c
  explain/trace_source.c
  explain/trace_step.c
  explain/trace_tables.c
)
