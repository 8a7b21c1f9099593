/* A frontier: its data, its rule and what the rule found, in one block. */
#ifndef INNO_FRONTIER_FRONTIER_H
#define INNO_FRONTIER_FRONTIER_H

#include "base/names.h"
#include "frontier/options.h"

/* One unit's numbers on the way into the tables. */
typedef struct {
  double score, distance;
  inno__lp_certificate certificate;
  int64_t iterations;
  int32_t available;
} inno__frontier_unit;

typedef struct inno__frontier_rule inno__frontier_rule;

struct inno_frontier {
  inno_allocator allocator;
  const inno__frontier_rule *rule;
  int64_t n, next; /* units, and the one whose turn it is */
  int32_t k, share_of, finished;
  int64_t iterations, draws, benchmark;
  double compromise;
  inno_status status; /* of the rule as a whole */
  inno__names *units, *indicators;
  const char **children;
  inno__bod_bounds bounds;
  inno__bod_rule bod_rule;
  inno__bod bod;
  inno__bod_program program;
  inno__lp lp; /* common weights: the program of all units together, and room for its solution */
  double *solution, *row_dual, *column_dual;
  inno__simplex simplex;
  inno__lp_certificate certificate;
  void *block;
  size_t block_bytes;
  /* all below lie in the block */
  double **column; /* k of n values */
  double *share_lower, *share_upper, *multiplier_lower, *multiplier_upper, *direction, *sign, *mean;
  inno__bod_ratio *ratios;
  inno__bod_order *orders;
  double *y, *base, *step, *ideal, *ones; /* k each: of the unit at work on */
  unsigned char *present;
  inno__frontier_unit *unit; /* n */
  inno_status *unit_status;  /* n */
  double *multiplier;        /* n x k */
  double *steps;             /* n x k: of multidirectional */
  int64_t *peer;             /* n x (k + 1) */
  double *peer_weight, *peers;
  int32_t *peer_count;
  double *scratch; /* 3 n */
  void *work;      /* of the programs */
};

/* A rule: what it makes ready, what it does for one unit, how it closes. */
struct inno__frontier_rule {
  int32_t number;
  size_t (*work_size)(const inno_frontier *f);
  inno_status (*begin)(inno_frontier *f, const inno__site *site);
  inno_status (*unit)(inno_frontier *f, int64_t i, inno__frontier_unit *out, double *multiplier,
                      const inno__site *site);
  /* after the last unit; may be NULL. Up to so many iterations; *done = 1 at its end */
  inno_status (*close)(inno_frontier *f, int64_t limit, int *done, const inno__site *site);
  int has_peers, has_steps;
};

extern const inno__frontier_rule inno__frontier_bod, inno__frontier_geometric, inno__frontier_directional,
    inno__frontier_multidirectional, inno__frontier_undesirable, inno__frontier_common, inno__frontier_order_m,
    inno__frontier_directional_order_m;

typedef struct {
  const double *values;
  int64_t units;
  int32_t indicators;
  ptrdiff_t row_stride, column_stride;
  const char *const *unit_codes, *const *indicator_codes; /* or NULL */
} inno__frontier_data;

inno_status inno__frontier_create(const inno_allocator *a, const inno_frontier_options *o,
                                  const inno__frontier_data *data, inno_frontier **out, inno_error *error);
void inno__frontier_destroy(inno_frontier *f);
inno_status inno__frontier_advance(inno_frontier *f, int64_t work_limit, inno_error *error);
/* The unit's sentence, by asking once more. */
inno_status inno__frontier_ask_again(inno_frontier *f, int64_t i, inno_error *error);

inno__site inno__frontier_site(const inno_frontier *f, inno_error *error);
/* y, present of unit i; returns how many are there. */
int32_t inno__frontier_take(inno_frontier *f, int64_t i);
void inno__frontier_nothing(inno__frontier_unit *out);
inno_status inno__frontier_fails(const inno_frontier *f, int64_t i, const inno__site *site, inno_status status,
                                 int32_t message, const char *what, int32_t j, double value);

/* Reading: NaN where there is none. */
double inno__frontier_unit_value(const inno_frontier *f, int32_t field, int64_t i);
double inno__frontier_indicator_value(const inno_frontier *f, int32_t field, int64_t i, int32_t j);
double inno__frontier_factor(const inno_frontier *before, const inno_frontier *after, int32_t factor, int64_t i);

#endif
