/* Benefit of the doubt of a node: every unit is scored with the multipliers of its children that suit it best,
 *
 *   score of i = max u.y_i  with  u.y_j <= 1 for every unit j,  u >= 0  and the bounds
 *
 * (L. Cherchye, W. Moesen, N. Rogge, T. Van Puyenbroeck, An introduction to 'benefit of the doubt' composite
 * indicators, Soc. Indic. Res. 82 (2007)). One unit a call, in any order and on any split: the same bits. */
#ifndef INNO_CONSTRUCT_BENEFIT_OF_DOUBT_H
#define INNO_CONSTRUCT_BENEFIT_OF_DOUBT_H

#include <stddef.h>
#include <stdint.h>

#include "construct/benefit_of_doubt_program.h"
#include "construct/site.h"

/* A value of 0 where its share has a floor: u y = 0 has no share, however large u is. */
#define INNO__BOD_ZERO_ERROR 1   /* the unit is refused */
#define INNO__BOD_ZERO_RELEASE 2 /* the floor does not hold where the value is 0 */
#define INNO__BOD_ZERO_LIMIT 3   /* score 0: where the score goes as the value goes to 0 */

/* What shares are of. */
#define INNO__BOD_SHARE_CONTRIBUTION 1 /* u_j y_ij / sum(u y_i), of the unit itself: no change of units matters */
#define INNO__BOD_SHARE_WEIGHT 2       /* u_j / sum(u): for indicators on one scale; the Handbook's example, note 29 */
#define INNO__BOD_SHARE_MEAN 3         /* u_j m_j / sum(u m), of a unit with the mean of each indicator */

typedef struct {
  inno__bod_bounds bounds; /* share_rows is not read */
  int32_t share_of;        /* INNO__BOD_SHARE_ */
  int32_t zero;            /* INNO__BOD_ZERO_, for shares of the contribution */
  int64_t iterations;      /* most for one unit */
} inno__bod_rule;

/* Enough for any data that is not made to be hard. */
#define INNO__BOD_ITERATIONS 100000

typedef struct {
  double score;                     /* 0..1; NaN when the status is not INNO_OK */
  inno__lp_certificate certificate; /* of the unit's program; NaN where none was solved */
  int64_t iterations;
  int32_t available; /* indicators that the unit has */
} inno__bod_result;

typedef struct {
  inno__bod_program program;
  const double *const *columns;
  const inno__bod_rule *rule;
  const char *const *children;
  inno__site site;
  inno__bod_bounds bounds;
  double *values, *zeros, *reference;
  unsigned char *present; /* indicators of the unit at work on; values likewise */
} inno__bod;

size_t inno__bod_work_size(int32_t k, int64_t n, const inno__bod_rule *rule);

/* What holds for all units: values >= 0 (INNO_E_NONPOSITIVE names node, unit, child), bounds in order, shares that can
 * sum to 1 (INNO_E_VALUE names the bound). columns, rule, children (k codes, or NULL) stay. k and n 1 or more. */
inno_status inno__bod_begin(inno__bod *b, const double *const *columns, int32_t k, int64_t n,
                            const inno__bod_rule *rule, void *work, const char *const *children,
                            const inno__site *site);

/* Bounds in order, none below 0, shares that can sum to 1; reads rule, k, children and site only. */
inno_status inno__bod_check_bounds(const inno__bod *b);

/* One unit. multipliers, shares: k numbers each, peers: n, or NULL; NaN where there is none. A unit without any value
 * has no score and is no failure (INNO_OK, available 0). Otherwise INNO_E_NONPOSITIVE (a value of 0 under a floor),
 * INNO_E_DOMAIN (bounds that contradict each other for this unit), INNO_E_UNFINISHED (iterations), each naming unit,
 * bound and cure. After a failure the next unit can be asked all the same. */
inno_status inno__bod_unit(inno__bod *b, int64_t unit, inno__bod_result *out, double *multipliers, double *shares,
                           double *peers);

#endif
