/* A treatment rule as the table names it, and what its functions are told. */
#ifndef INNO_CONSTRUCT_TREATER_H
#define INNO_CONSTRUCT_TREATER_H

#include "construct/treat.h"

typedef struct {
  const double *x;
  int64_t n;
  const inno__treat_rule *rule;
  double min, max; /* of x */
  inno__treat_stage *stage;
  double *out;  /* n doubles, free until the rule is applied; may be x when nothing but x is wanted */
  double *work; /* 2 n doubles: room to sort */
  const inno__site *site;
} inno__treating;

enum {
  INNO__MOVES = 1,  /* points are moved to a bound, all others stay */
  INNO__SCALED = 2, /* a constant column has no scale */
  INNO__SHIFTED = 4 /* max - min must be finite */
};

/* fit fills the constants of the stage. value is the treated value of one that is defined; argument what must be above
 * 0 (root: at least 0) for that, NULL = always. Rules that move points need neither. */
typedef struct {
  inno_status (*fit)(inno__treating *w);
  double (*argument)(const inno__treat_stage *s, double x);
  double (*value)(const inno__treat_stage *s, double argument);
  int32_t flags;
} inno__treater;

#define INNO__DEF_DECLARATIONS inno__treater
#include "construct/treat.def"

const inno__treater *inno__treater_of(int32_t rule);

inno_status inno__treat_refuse(const inno__site *site, inno_status status, int32_t message, double value, double value2,
                               int64_t unit);
/* Constants of one rule for the column x; then the rule with these constants, out may be x. */
inno_status inno__treat_fit(inno__treating *w);
inno_status inno__treat_apply(const inno__treat_stage *stage, const double *x, int64_t n, double *out,
                              const inno__site *site);

#endif
