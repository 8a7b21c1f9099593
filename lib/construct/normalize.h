/* Normalization: fit takes the frame (the constants) from a column, apply uses it. Parameters are in the indicator's
 * own units and direction. */
#ifndef INNO_CONSTRUCT_NORMALIZE_H
#define INNO_CONSTRUCT_NORMALIZE_H

#include <stddef.h>
#include <stdint.h>

#include "construct/rule.h"
#include "construct/site.h"

/* Fields as in normalize.def; reference is the number of a unit, -1 = none. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/normalize.def"
  int32_t direction; /* 1 or -1 */
} inno__normalize_rule;

/* Most cuts of a categorical scale. */
#define INNO__CUTS 20

/* The constants, after the logarithm and in the column's own direction; NaN where the rule has none.
 *   rule                        center       scale                score
 *   minmax and its kin          worst        best - worst         (x - center) / scale * (upper - lower) + lower
 *   zscore                      mean         sd * direction       (x - center) / scale * sd + mean
 *   ampi                        bad goalpost good - bad goalpost  (x - center) / scale * 60 + 70
 *   fixed_range, goalposts      bad bound    good - bad bound     (x - center) / scale [cut to 0..1] * points
 *   distance_to_max             best         best - worst         1 - (center - x) / scale
 *   distance_to_reference       reference    reference - worst    1 - (center - x) / scale [at most 1]
 *   distance_to_target          worst        target - worst       (x - center) / scale [at most 1]
 *   fraction_of_max             none         best                 x / scale, where less is better scale / x
 *   ratio_to_mean               none         mean                 likewise
 *   ratio_to_worst              none         worst                likewise
 *   above_below_mean            mean         none                 compares x with (1 +- threshold) * center
 *   categorical                 none         none                 cuts[k]: the least good x of class k + 1
 *   rank, percentile_rank, borda, percentile, none: neither
 * minmax multiplies by a rounded (upper - lower) / scale and has the ends of the formula exactly. */
typedef struct {
  double center, scale, minimum, maximum;
  int64_t count;
  int32_t rule, cut_count; /* of categorical; else 0 */
  double cuts[INNO__CUTS];
} inno__frame;

size_t inno__normalize_work_size(int64_t n);

/* Fails with INNO_E_NODATA, INNO_E_CONSTANT, INNO_E_NONPOSITIVE, INNO_E_DOMAIN (reference, target, spread),
 * INNO_E_VALUE (bounds in the wrong order or without a logarithm); work as inno__normalize_work_size() says. */
inno_status inno__normalize_fit(const double *x, int64_t n, const inno__normalize_rule *rule, inno__frame *frame,
                                void *work, const inno__site *site);

/* out may be x; marks: INNO_MARK_TRUNCATED is ORed in, may be NULL. Fails with INNO_E_NONPOSITIVE when the logarithm
 * meets a value that is not positive, or a ratio does. */
inno_status inno__normalize_apply(const double *x, int64_t n, const inno__normalize_rule *rule,
                                  const inno__frame *frame, double *out, unsigned char *marks, void *work,
                                  const inno__site *site);

/* What a rule makes of a value before anything else; log is an INNO_LOG_. */
double inno__normalize_logarithm(double x, int32_t log);
/* 1 = the frame holds all that the rule needs for other units: it does not compare them with each other. */
int inno__normalize_holds(int32_t rule);
/* 1 = constants that apply could use: a scale where the rule divides by one, no NaN where it reads. */
int inno__frame_usable(const inno__normalize_rule *rule, const inno__frame *frame);
/* What can be known of a rule's parameters before there are data: order of bounds, percentiles and cuts. */
inno_status inno__normalize_check(const inno__normalize_rule *rule, const inno__site *site);

#endif
