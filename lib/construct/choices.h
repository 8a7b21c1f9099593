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

/* What becomes of a missing child where points are added up. */
#define INNO__GAPS(VALUE) \
  VALUE(INNO_MISSING_ZERO, 1, "zero", "counts as 0 points.") \
  VALUE(INNO_MISSING_RESCALE, 2, "rescale", "its weight goes to the children that are there.") \
  VALUE(INNO_MISSING_PROPAGATE, 3, "propagate", "the sum is missing too.")

#define INNO__PENALTIES(VALUE) \
  VALUE(INNO_PENALTY_NEGATIVE, 1, "negative", "taken off: more is better.") \
  VALUE(INNO_PENALTY_POSITIVE, 2, "positive", "added: less is better, as in an index of poverty.")

#define INNO__DEVIATIONS(VALUE) \
  VALUE(INNO_DEVIATION_POPULATION, 1, "population", "divisor m.") \
  VALUE(INNO_DEVIATION_SAMPLE, 2, "sample", "divisor m - 1.")

#define INNO__SCALINGS(VALUE) \
  VALUE(INNO_SCALING_NONE, 1, "none", "as they are.") \
  VALUE(INNO_SCALING_MINMAX, 2, "minmax", "scaled to 0..1 by the child's own minimum and maximum.")

/* What distances between units are measured in. */
#define INNO__DISTANCE_SCALINGS(VALUE) \
  INNO__SCALINGS(VALUE) \
  VALUE(INNO_SCALING_VECTOR, 3, "vector", "divided by the root of the sum of squares.")

/* How much a difference d > 0 between two units is preferred. */
#define INNO__PREFERENCES(VALUE) \
  VALUE(INNO_PREFERENCE_USUAL, 1, "usual", "1.") \
  VALUE(INNO_PREFERENCE_U_SHAPE, 2, "u_shape", "1 above indifference, else 0.") \
  VALUE(INNO_PREFERENCE_V_SHAPE, 3, "v_shape", "d/strict_preference, at most 1.") \
  VALUE(INNO_PREFERENCE_LEVEL, 4, "level", "0 up to indifference, 1/2 up to strict_preference, else 1.") \
  VALUE(INNO_PREFERENCE_LINEAR, 5, "linear", "0 up to indifference, rising to 1 at strict_preference.") \
  VALUE(INNO_PREFERENCE_GAUSSIAN, 6, "gaussian", "1 - exp(-d^2/(2 sigma^2)).")

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

#define INNO__WEIGHTINGS(VALUE) \
  VALUE(INNO_WEIGHTING_EQUAL, 1, "equal", "every neighbor counts the same.") \
  VALUE(INNO_WEIGHTING_DISTANCE, 2, "distance", "1 / distance; those at distance 0 count alone.")

#define INNO__TOO_FEWS(VALUE) \
  VALUE(INNO_TOO_FEW_REFUSE, 1, "refuse", "#INNO_E_DOMAIN names indicator and unit.") \
  VALUE(INNO_TOO_FEW_SKIP, 2, "skip", "the value stays missing.")

#define INNO__LOADINGS(VALUE) \
  VALUE(INNO_LOADINGS_SIGNED, 1, "signed", "as they come, turned so that their sum is positive.") \
  VALUE(INNO_LOADINGS_ABSOLUTE, 2, "absolute", "without their signs.") \
  VALUE(INNO_LOADINGS_SQUARED, 3, "squared", "")

#define INNO__RETENTIONS(VALUE) \
  VALUE(INNO_RETAIN_EIGENVALUE, 1, "eigenvalue", "Kaiser's: those above min_eigenvalue.") \
  VALUE(INNO_RETAIN_SHARE, 2, "share", "those that explain more than min_share of the variance.") \
  VALUE(INNO_RETAIN_CUMULATIVE, 3, "cumulative", "the fewest that explain more than min_cumulative together.") \
  VALUE(INNO_RETAIN_COUNT, 4, "count", "as many as components says.")

#define INNO__FORCES(VALUE) \
  VALUE(INNO_FORCE_INCLUDE, 1, "include", "") \
  VALUE(INNO_FORCE_EXCLUDE, 2, "exclude", "")

/* What the shares of benefit of the doubt are of. */
#define INNO__SHARES_OF(VALUE) \
  VALUE(INNO_SHARE_OF_CONTRIBUTION, 1, "contribution", "u_j y_j / sum(u y) of the unit itself.") \
  VALUE(INNO_SHARE_OF_WEIGHT, 2, "weight", "u_j / sum(u), for indicators on one scale.") \
  VALUE(INNO_SHARE_OF_MEAN, 3, "mean", "of a unit with the mean of each indicator.")

/* A value of 0 whose share has a floor. */
#define INNO__ZEROS(VALUE) \
  VALUE(INNO_ZERO_ERROR, 1, "error", "#INNO_E_NONPOSITIVE names the unit.") \
  VALUE(INNO_ZERO_RELEASE, 2, "release", "the floor does not hold where the value is 0.") \
  VALUE(INNO_ZERO_LIMIT, 3, "limit", "the score is 0, its limit as the value goes to 0.")

/* ---- of the analyses ---- */

#define INNO__CORRELATION_RULES(VALUE) \
  VALUE(INNO_CORRELATION_PEARSON, 1, "pearson", "") \
  VALUE(INNO_CORRELATION_SPEARMAN, 2, "spearman", "of the ranks, ties average.") \
  VALUE(INNO_CORRELATION_KENDALL, 3, "kendall", "tau-b.")

#define INNO__USES(VALUE) \
  VALUE(INNO_USE_PAIRWISE, 1, "pairwise", "the units that have both values.") \
  VALUE(INNO_USE_COMPLETE, 2, "complete", "the units that have every value.")

#define INNO__ADJUSTMENTS(VALUE) \
  VALUE(INNO_ADJUST_NONE, 1, "none", "") \
  VALUE(INNO_ADJUST_BENJAMINI_HOCHBERG, 2, "benjamini_hochberg", "false discovery rate.") \
  VALUE(INNO_ADJUST_BENJAMINI_YEKUTIELI, 3, "benjamini_yekutieli", "false discovery rate under any dependence.") \
  VALUE(INNO_ADJUST_HOLM, 4, "holm", "familywise error rate.") \
  VALUE(INNO_ADJUST_BONFERRONI, 5, "bonferroni", "familywise error rate, in one step.")

#define INNO__COUNTS_OF(VALUE) \
  VALUE(INNO_SHARE_OF_UNITS, 1, "units", "all units, n, as COINr's flags.") \
  VALUE(INNO_SHARE_OF_AVAILABLE, 2, "available", "the units that have a value, m.")

#define INNO__ROTATIONS(VALUE) \
  VALUE(INNO_ROTATION_NONE, 1, "none", "") \
  VALUE(INNO_ROTATION_VARIMAX, 2, "varimax", "orthogonal.") \
  VALUE(INNO_ROTATION_PROMAX, 3, "promax", "oblique.")

#define INNO__KEEPS(VALUE) \
  VALUE(INNO_COMPONENTS_KAISER, 1, "kaiser", "those with an eigenvalue above 1; the first in any case.") \
  VALUE(INNO_COMPONENTS_PARALLEL, 2, "parallel", "those above random data; needs parallel_draws; the first in any case.") \
  VALUE(INNO_COMPONENTS_COUNT, 3, "count", "as many as components says, or as there are.")

#define INNO__STRENGTH_RULES(VALUE) \
  VALUE(INNO_STRENGTHS_GII, 1, "gii", "GII 2023: at or beyond the unit's own n-th percentile rank, and ranks 1 to 3.") \
  VALUE(INNO_STRENGTHS_COUNT, 2, "count", "the n best and the n worst percentile ranks, PII: five and five.") \
  VALUE(INNO_STRENGTHS_COINR, 3, "coinr", "the n best and the n worst ranks, without indicators in which the unit is last.")

#define INNO__CURVES(VALUE) \
  VALUE(INNO_CURVE_LINEAR, 1, "linear", "") \
  VALUE(INNO_CURVE_QUADRATIC, 2, "quadratic", "") \
  VALUE(INNO_CURVE_SPLINE, 3, "spline", "natural cubic spline.")

/* When a unit has climbed past another. */
#define INNO__OVERTAKES(VALUE) \
  VALUE(INNO_OVERTAKE_STRICT, 1, "strict", "better; of a rank: also when every unit that is level counted as ahead.") \
  VALUE(INNO_OVERTAKE_TIE, 2, "tie", "level is enough; ranks count ties as the method says.")

/* Where the numbers of a replicate come from. */
#define INNO__SEQUENCES(VALUE) \
  VALUE(INNO_SEQUENCE_PHILOX, 1, "philox", "independent random numbers.") \
  VALUE(INNO_SEQUENCE_SOBOL, 2, "sobol", "Sobol' points with Owen's scrambling: spread more evenly, up to 1024 dimensions.")

/* How printed numbers were rounded; numbers that can be added up. */
#define INNO__ROUNDINGS(VALUE) \
  VALUE(INNO_ROUNDING_HALF_UP, 1, "half_up", "to the nearest, ties away from 0.") \
  VALUE(INNO_ROUNDING_HALF_EVEN, 2, "half_even", "to the nearest, ties to the even digit.") \
  VALUE(INNO_ROUNDING_TRUNCATED, 4, "truncated", "toward 0.")

#endif
