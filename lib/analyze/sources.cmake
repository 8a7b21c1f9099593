# One line a file; a test compares this list with the disk.
set(INNO_ANALYZE_SOURCES
  analyze/adequacy.c
  analyze/analysis.c
  analyze/components.c
  analyze/components_rotation.c
  analyze/components_tables.c
  analyze/correlation.c
  analyze/development.c
  analyze/families.c
  analyze/pending.c
  analyze/period.c
  analyze/reliability.c
  analyze/reliability_split.c
  analyze/statistics.c
  analyze/tables.c
)
