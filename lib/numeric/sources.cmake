# One line a file; a test compares this list with the disk.
set(INNO_NUMERIC_SOURCES
  numeric/arithmetic.c
  numeric/correlation.c
  numeric/eigen.c
  numeric/means.c
  numeric/moments.c
  numeric/order.c
  numeric/quantile.c
  numeric/rotation.c
  numeric/special.c
)
