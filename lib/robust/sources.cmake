# One line a file; a test compares this list with the disk.
set(INNO_ROBUST_SOURCES
  robust/design.c
  robust/morris.c
  robust/sensitivity.c
  robust/sensitivity_bootstrap.c
)
