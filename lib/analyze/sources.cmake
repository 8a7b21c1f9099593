# One line a file; a test compares this list with the disk.
set(INNO_ANALYZE_SOURCES
  analyze/analysis.c
  analyze/audit.c
  analyze/findings.c
  analyze/pending.c
  analyze/period.c
  analyze/sentence.c
  analyze/tables.c
)
