# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/implied.c
  explain/implied_program.c
  explain/publication.c
  explain/verify.c
  explain/verify_order.c
  explain/verify_parts.c
  explain/verify_ranks.c
  explain/verify_scores.c
  explain/verify_tables.c
)
