# One line a file; a test compares this list with the disk.
set(INNO_NUMERIC_SOURCES
  numeric/arithmetic.c
  numeric/certificate.c
  numeric/means.c
  numeric/moments.c
  numeric/order.c
  numeric/simplex.c
  numeric/simplex_ratio.c
  numeric/special.c
)
