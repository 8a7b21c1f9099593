/* Outlier treatment: a chain of rules, tried in order until the column passes the test. What a chain did to a column is
 * its log; the log holds every constant, so that the same can be done to other values. */
#ifndef INNO_CONSTRUCT_TREAT_H
#define INNO_CONSTRUCT_TREAT_H

#include <stddef.h>
#include <stdint.h>

#include "construct/rule.h"
#include "construct/site.h"
#include "innoscore/limits.h"

/* Fields as in treat.def; factor, lambda, degree and limit_share are NaN where they are unset (limit_share 0 too). */
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
  double low, high; /* bounds that values were moved to; infinite at a side where none was, and for other rules */
  double minimum, maximum; /* of the column that a transformation began with; NaN for other rules */
  int32_t mirrored;        /* log_gii, log_ct_plus: 1 = counted down from the maximum */
} inno__treat_stage;

typedef struct {
  int32_t count; /* stages that were reached, at least 1 */
  int32_t kept;  /* the stage whose values go on */
  inno__treat_stage stage[INNO_LIMIT_CHAIN + 1];
} inno__treat_log;

/* Scratch of everything below. */
size_t inno__treat_work_size(int64_t n);

/* The whole chain on one column. out may be x. marks: n bytes ORed into, may be NULL. A column that is constant or
 * (unless forced) cannot be tested stays as it is. Fails (out undefined) with INNO_E_NONPOSITIVE or INNO_E_DOMAIN
 * where a rule is not defined for the column, naming node, unit and cure. */
inno_status inno__treat(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                        inno__treat_log *log, void *work, const inno__site *site);

/* What the log says, done to another column: the stages that were kept, with their constants. Fails with INNO_E_DOMAIN
 * where a value lies so far outside that a transformation is not defined there. */
inno_status inno__treat_again(const double *x, int64_t n, const inno__treat_rule *rule, const inno__treat_log *log,
                              double *out, unsigned char *marks, void *work, const inno__site *site);
/* 1 = a log that this rule can have written: stages of its chain, constants that they need. */
int inno__treat_log_usable(const inno__treat_rule *rule, const inno__treat_log *log);

/* ---- the parts, also used by the flat tier ---- */

int32_t inno__treat_test(const double *x, int64_t n, const inno__treat_rule *rule, double *skewness, double *kurtosis,
                         void *work);
/* Winsorizes until the test passes, the limit is reached or two distinct values are left; out may be x (then marks is
 * NULL: there is nothing to compare with). Points of one side are those that its last round found at the end, so high
 * + low is COINr's nwin; a tie can carry it beyond the limit. */
void inno__winsorize(const double *x, int64_t n, const inno__treat_rule *rule, double *out, unsigned char *marks,
                     int64_t *points_high, int64_t *points_low, void *work);
/* One rule INNO_TREAT_LOG .. INNO_TREAT_ROOT_SEARCH or one that moves points; *parameter receives what was used. Fails
 * as inno__treat(), and with INNO_E_NODATA, INNO_E_CONSTANT, INNO_E_MISSING_PARAMETER; out, which may be x, is then as
 * it was. */
inno_status inno__transform(const double *x, int64_t n, int32_t which, const inno__treat_rule *rule, double *out,
                            double *parameter, void *work, const inno__site *site);
/* What can be known of a rule's parameters before there are data. */
inno_status inno__treat_check(const inno__treat_rule *rule, const inno__site *site);

#endif
