# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/climb.c
  explain/climb_goal.c
  explain/climb_mix.c
  explain/climb_proof.c
  explain/climb_search.c
  explain/climb_signature.c
  explain/climb_way.c
  explain/journal.c
  explain/marginal.c
  explain/what_if.c
  explain/what_if_flow.c
  explain/what_if_method.c
)
