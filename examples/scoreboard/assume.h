/* The sections [assumption:NAME] of METHOD.ini: what is uncertain about the method, for --uncertainty. */
#ifndef SCOREBOARD_ASSUME_H
#define SCOREBOARD_ASSUME_H

#include "framework.h"
#include "ini.h"

struct plan;

/* What a section says of weights, for what is exact over ranges of them (possible.h). */
struct weight_claim {
  enum { CLAIM_OTHER, CLAIM_RANGE, CLAIM_NOISE, CLAIM_SIMPLEX, CLAIM_BOUNDED, CLAIM_ORDER } form;
  const char *section; /* its name; "" = the default */
  const char *node;    /* of a range the node itself, of a simplex, bounds and an order the parent */
  double lower, upper; /* of a range; of a noise upper is the share */
  int32_t level;       /* of a noise */
  const char **codes;  /* of bounds and an order */
  const double *lowers, *uppers;
  size_t count;
};

/* Lists of the first 1, 2, ... sections, so that one that does not go with data or others can be named. */
struct assumed {
  inno_assumptions *all;
  size_t count;                        /* sections; 0 = the default: the weights of every level, each + or - 25 % */
  const struct ini_section **sections; /* of the file, in its order */
  int64_t *counts;                     /* assumptions up to and with each section */
  struct weight_claim *claims;
  size_t claim_count;
};

/* Reads every section, also where no uncertainty is asked for. false after a message; assume_close() is needed all the same. */
bool assume_read(const struct session *s, const struct plan *p, const struct framework *f, struct assumed *out);
void assume_close(struct assumed *a);

/* A list of the first sections alone; NULL after a message. The caller destroys it. */
inno_assumptions *assume_first(const struct session *s, const struct plan *p, const struct framework *f, size_t sections);

/* In words, for the outputs: the name of the section of an assumption, or what the default is. */
const char *assume_name(const struct session *s, const struct assumed *a, int64_t assumption);

#endif
