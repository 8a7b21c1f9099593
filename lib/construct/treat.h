/* Outlier treatment: a chain of rules, tried in order until the column passes the test on skewness and kurtosis. */
#ifndef INNO_CONSTRUCT_TREAT_H
#define INNO_CONSTRUCT_TREAT_H

#include <stddef.h>
#include <stdint.h>

#include "construct/rule.h"
#include "construct/site.h"
#include "innoscore/limits.h"

/* Fields as in treat.def; factor, lambda and degree are NaN where they are unset. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/treat.def"
  int32_t direction;
} inno__treat_rule;

typedef struct {
  int32_t rule;   /* 0 at stage 0 */
  int32_t passed; /* 1, 0, -1 = cannot be tested */
  double skewness, kurtosis;
  int64_t points_high, points_low;
  double parameter; /* what the rule used; NaN when it has none */
} inno__treat_stage;

typedef struct {
  int32_t count; /* stages that were reached, at least 1 */
  int32_t kept;  /* the stage whose values go on */
  inno__treat_stage stage[INNO_LIMIT_CHAIN + 1];
} inno__treat_log;

size_t inno__treat_work_size(int64_t n);

/* The whole chain on one column. out may be x. marks: n bytes ORed into, may be NULL. A column that is constant or
 * (unless forced) cannot be tested stays as it is. Fails (out undefined) with INNO_E_NONPOSITIVE or INNO_E_DOMAIN
 * where a rule is not defined for the column, naming node, unit and cure. */
inno_status inno__treat(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                        inno__treat_log *log, void *work, const inno__site *site);

/* The parts, also used by the flat tier. */
int32_t inno__treat_test(const double *x, int64_t n, const inno__treat_rule *rule, double *skewness, double *kurtosis);
/* Winsorizes until the test passes, the limit is reached or two distinct values are left; out may be x (then marks is
 * NULL: there is nothing to compare with). Points of one side are those that its last round found at the end, so high
 * + low is COINr's nwin; a tie can carry it beyond the limit. */
void inno__winsorize(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                     int64_t *points_high, int64_t *points_low);
/* One transformation INNO_TREAT_LOG .. INNO_TREAT_ROOT; *parameter receives what was used. Fails as inno__treat(), and
 * with INNO_E_NODATA, INNO_E_CONSTANT, INNO_E_MISSING_PARAMETER; out, which may be x, is then as it was. */
inno_status inno__transform(const double *x, int64_t n, int32_t which, const inno__treat_rule *rule, double *out,
                            double *parameter, const inno__site *site);

#endif
