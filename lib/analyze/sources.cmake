# One line a file; a test compares this list with the disk.
set(INNO_ANALYZE_SOURCES
  analyze/analysis.c
  analyze/coherence.c
  analyze/comparison.c
  analyze/correlation.c
  analyze/influence.c
  analyze/pending.c
  analyze/period.c
  analyze/profile.c
  analyze/profile_signs.c
  analyze/removal.c
  analyze/shift.c
  analyze/statistics.c
  analyze/tables.c
)
