# One line a file; a test compares this list with the disk.
set(INNO_ROBUST_SOURCES
  robust/assumptions.c
  robust/combinations.c
  robust/draw.c
  robust/draw_compile.c
  robust/draw_weights.c
  robust/kernel.c
  robust/kernel_avx2.c
  robust/replicate.c
  robust/score.c
  robust/uncertainty.c
)
