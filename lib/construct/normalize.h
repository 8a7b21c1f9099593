/* Normalization: fit takes the frame (the constants) from a column, apply uses it. Parameters are in the indicator's own
 * units and direction. */
#ifndef INNO_CONSTRUCT_NORMALIZE_H
#define INNO_CONSTRUCT_NORMALIZE_H

#include <stddef.h>
#include <stdint.h>

#include "construct/site.h"

typedef struct {
  int32_t rule;      /* INNO_NORMALIZE_ */
  int32_t direction; /* 1 or -1 */
  int32_t log;       /* INNO_LOG_ */
  int32_t ties;      /* INNO_TIES_ */
  int32_t truncate, cap;
  double lower, upper, points, mean, sd, target;
  int64_t reference; /* unit; -1 = none */
} inno__normalize_rule;

/* After the logarithm. center and scale are what apply() needs: the result is (x - center) / scale * points + offset for
 * the linear rules (see normalize.c for each rule). */
typedef struct {
  double center, scale, minimum, maximum;
  int64_t count;
} inno__frame;

size_t inno__normalize_work_size(int64_t n);

/* Fails with INNO_E_NODATA, INNO_E_CONSTANT, INNO_E_NONPOSITIVE, INNO_E_DOMAIN, INNO_E_VALUE (bounds in the wrong order); work as
 * inno__normalize_work_size() says. */
inno_status inno__normalize_fit(const double *x, int64_t n, const inno__normalize_rule *rule, inno__frame *frame,
                                void *work, const inno__site *site);

/* out may be x; marks: INNO_MARK_TRUNCATED is ORed in, may be NULL. Fails with INNO_E_NONPOSITIVE when the logarithm meets a
 * value that is not positive. */
inno_status inno__normalize_apply(const double *x, int64_t n, const inno__normalize_rule *rule,
                                  const inno__frame *frame, double *out, unsigned char *marks, void *work,
                                  const inno__site *site);

#endif
