/* The list of assumptions, as it was said: what needs the method and the data is checked when it is compiled. */
#ifndef INNO_ROBUST_ASSUMPTIONS_H
#define INNO_ROBUST_ASSUMPTIONS_H

#include "construct/scheme.h"
#include "construct/weigh.h"
#include "innoscore/assumptions.h"

/* What is not of the kind is 0 or NULL. */
typedef struct {
  int32_t kind;
  int64_t count;    /* alternatives: schemes, sets, nodes; or numbers in lower and upper */
  int64_t position; /* schemes: of the step */
  inno_scheme **schemes;
  inno_weights **sets;
  double *probabilities; /* of alternatives; sum to 1 */
  inno__names *codes;    /* the node; of bounds and orders the parent, then its children */
  inno__names *unit;     /* errors: the unit; NULL = every one */
  double *lower, *upper; /* count numbers */
  int32_t level, law, measure;
  int none;    /* removal: that none is left out is one more alternative */
  double size; /* share, concentration or size */
} inno__assumption;

struct inno_assumptions {
  inno_allocator allocator;
  inno__assumption *list;
  int64_t count, capacity;
};

inno_status inno__assumptions_create(const inno_allocator *allocator, inno_assumptions **out);
void inno__assumptions_destroy(inno_assumptions *a);

/* The kind as sentences name it: the word of a configuration file. */
const char *inno__assumption_name(int32_t kind);

/* Forgets every assumption from number count on. */
void inno__assumptions_cut(inno_assumptions *a, int64_t count);

/* Each adds one assumption whose arguments were checked by the caller. INNO_OK or INNO_E_NOMEM, then nothing is added.
 */
inno_status inno__assume_schemes(inno_assumptions *a, int64_t position, const inno_scheme *const *schemes,
                                 int64_t count, const double *probabilities);
inno_status inno__assume_sets(inno_assumptions *a, const inno_weights *const *sets, int64_t count,
                              const double *probabilities);
inno_status inno__assume_level(inno_assumptions *a, int32_t level, double share);

/* Every other kind: a node, or several, and numbers that belong to them. first: a node before them, or NULL; unit: of
 * an error, or NULL. */
inno_status inno__assume_nodes(inno_assumptions *a, const inno__assumption *model, const char *first, const char *unit,
                               const char *const *codes, int64_t count, const double *lower, const double *upper);

#endif
