# One line a file; a test compares this list with the disk.
set(INNO_ROBUST_SOURCES
  robust/ranges.c
  robust/score_pass.c
  robust/score_pass_bytes.c
  robust/tally.c
  robust/tally_bytes.c
  robust/tally_check.c
  robust/tally_read.c
  robust/tally_scores.c
  robust/tally_stable.c
)
