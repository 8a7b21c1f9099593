# One line a file; a test compares this list with the disk.
set(INNO_ROBUST_SOURCES
  robust/design.c
  robust/dominance.c
  robust/exact.c
  robust/morris.c
  robust/rank_bounds.c
  robust/rank_program.c
  robust/rank_search.c
  robust/rank_values.c
  robust/sensitivity.c
  robust/sensitivity_bootstrap.c
  robust/swap.c
  robust/weight_set.c
)
