/* Choices that are no rules of a step: VALUE(constant, number, "name", "doc") a line. Read by keys.c and, for the public
 * constants, by cmake/update-keys. */
#ifndef INNO_CONSTRUCT_CHOICES_H
#define INNO_CONSTRUCT_CHOICES_H

#define INNO__TIES(VALUE) \
  VALUE(INNO_TIES_COMPETITION, 1, "competition", "1 2 2 4.") \
  VALUE(INNO_TIES_MODIFIED, 2, "modified", "1 3 3 4.") \
  VALUE(INNO_TIES_DENSE, 3, "dense", "1 2 2 3.") \
  VALUE(INNO_TIES_FRACTIONAL, 4, "fractional", "1 2.5 2.5 4.")

#define INNO__LOGS(VALUE) \
  VALUE(INNO_LOG_NONE, 1, "none", "") \
  VALUE(INNO_LOG_NATURAL, 2, "natural", "") \
  VALUE(INNO_LOG_BASE10, 3, "base10", "")

#define INNO__POLICIES(VALUE) \
  VALUE(INNO_NONPOSITIVE_ERROR, 1, "error", "#INNO_E_NONPOSITIVE names node, unit and cure.") \
  VALUE(INNO_NONPOSITIVE_FLOOR, 2, "floor", "smaller values count as floor.") \
  VALUE(INNO_NONPOSITIVE_SHIFT, 3, "shift", "mean of x + shift, minus shift.")

/* What a frame can be taken from; the third only where constants can be held. */
#define INNO__SPANS(VALUE) \
  VALUE(INNO_FRAME_POOLED, 1, "pooled", "all periods together.") \
  VALUE(INNO_FRAME_PERIOD, 2, "period", "each period by itself.")

#define INNO__FRAMES(VALUE) \
  INNO__SPANS(VALUE) \
  VALUE(INNO_FRAME_BASE, 3, "base", "one period, for all.")

/* What lies too far out. */
#define INNO__OUTLIERS(VALUE) \
  VALUE(INNO_OUTLIERS_SD, 1, "sd", "beyond mean - sds * sd or mean + sds * sd.") \
  VALUE(INNO_OUTLIERS_FENCE, 2, "fence", "beyond the quartiles by more than reach times their distance.")

/* What a column must pass to stay untreated. */
#define INNO__TESTS(VALUE) \
  VALUE(INNO_TEST_MOMENTS, 1, "moments", "|skewness| < skewness or kurtosis < kurtosis.") \
  VALUE(INNO_TEST_FENCE, 2, "fence", "no value beyond the quartiles by more than reach times their distance.") \
  VALUE(INNO_TEST_SD, 3, "sd", "no value beyond mean - sds * sd or mean + sds * sd.")

#define INNO__FORCES(VALUE) \
  VALUE(INNO_FORCE_INCLUDE, 1, "include", "") \
  VALUE(INNO_FORCE_EXCLUDE, 2, "exclude", "")

#endif
