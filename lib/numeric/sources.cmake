# One line a file; a test compares this list with the disk.
set(INNO_NUMERIC_SOURCES
  numeric/arithmetic.c
  numeric/correlation.c
  numeric/eigen.c
  numeric/em.c
  numeric/linear.c
  numeric/means.c
  numeric/minimize.c
  numeric/moments.c
  numeric/ols.c
  numeric/order.c
  numeric/patterns.c
  numeric/quantile.c
  numeric/rotation.c
  numeric/special.c
  numeric/trend.c
)
