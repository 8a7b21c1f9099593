/* A compiled method: the tree with its weights, and for every step the rule of every node in full. */
#ifndef INNO_CONSTRUCT_METHOD_H
#define INNO_CONSTRUCT_METHOD_H

#include "base/text.h"
#include "construct/aggregate.h"
#include "construct/normalize.h"
#include "construct/screen.h"
#include "construct/treat.h"
#include "construct/tree.h"
#include "construct/weigh.h"
#include "construct/weigh_children.h"
#include "innoscore/method.h"

/* Fields of the rules are those of the .def files; a TEXT is a number in the step's texts, -1 = unset. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/denominate.def"
} inno__denominate_rule;

typedef struct {
#define INNO__DEF_FIELDS
#include "construct/impute.def"
} inno__impute_rule;

typedef struct {
#define INNO__DEF_FIELDS
#include "construct/rank.def"
} inno__rank_rule;

typedef struct {
  int32_t kind;       /* INNO_STEP_ */
  int64_t rule_count; /* indicators, aggregates (weighting, aggregation), or 1 for screening and ranking */
  size_t rule_size;
  union {
    void *any;
    inno__denominate_rule *denominate;
    inno__screen_rule *screen;
    inno__impute_rule *impute;
    inno__treat_rule *treat;
    inno__normalize_rule *normalize;
    inno__weigh_rule *weigh;
    inno__aggregate_rule *aggregate;
    inno__rank_rule *rank;
  } rules;
  inno__names *texts; /* group names of imputation, reference units of normalization, forced units of screening */
  int32_t *forced;    /* screening: INNO_FORCE_ of each text */
  int64_t forced_count;
  inno__names *lists; /* texts of LIST settings */
  double *numbers;    /* what they say; the rules point into it */
  int64_t number_count;
  inno__own_rule *own; /* aggregation: one a node */
  int64_t own_count;
  int32_t sibling_level; /* imputation: level of the families; -1 = no indicator is filled from siblings */
  int32_t family_size;   /* imputation: indicators of the largest family that is filled */
  int oriented;          /* a normalization came before: more is better in every column, whatever its direction was */
} inno__step;

/* 1 = the step computes no values: it says how ranks or weights are computed. */
static inline int inno__step_changes_nothing(int32_t kind) {
  return kind == INNO_STEP_RANK || kind == INNO_STEP_WEIGH;
}

/* 1 = the step has a rule an aggregate. */
static inline int inno__step_of_aggregates(int32_t kind) {
  return kind == INNO_STEP_AGGREGATE || kind == INNO_STEP_WEIGH;
}

struct inno_method {
  inno_allocator allocator;
  inno__tree *tree;
  inno__step *steps;
  int32_t step_count;
  int32_t ties;
  uint64_t stamp; /* of every choice: tells methods of one process apart at no cost; the fingerprint is for ever */
  const inno__step *weighting; /* the step that computes weights; NULL = all are given */
};

inno_status inno__method_create(const inno_allocator *allocator, const inno__tree *tree, const inno_weights *weights,
                                const inno_scheme *const *schemes, int32_t count, inno_method **out, inno_error *error);
void inno__method_destroy(inno_method *m);
/* INNO_OK, INNO_E_NOMEM. In method_copy.c. */
inno_status inno__method_copy(const inno_method *from, const inno_allocator *allocator, inno_method **out);

/* What can be known of an aggregate and its children without data: asked again when their weights change. */
inno_status inno__method_check_aggregate(const inno_method *m, const inno__step *step, int64_t aggregate,
                                         inno_error *error);

/* The default pipeline of GII and PII, every key at its default: so many schemes, to be destroyed by the caller, on
 * failure too (those that were not made are NULL). */
enum { INNO__DEFAULT_STEPS = 5 };
inno_status inno__default_schemes(const inno_allocator *allocator, inno_scheme *schemes[INNO__DEFAULT_STEPS],
                                  inno_error *error);
void inno__default_schemes_destroy(inno_scheme *schemes[INNO__DEFAULT_STEPS]);

/* The method of these. */
inno_status inno__method_create_default(const inno_allocator *allocator, const inno__tree *tree,
                                        const inno_weights *weights, inno_method **out, inno_error *error);

/* The step that aggregates: every method has one. */
static inline const inno__step *inno__method_aggregation(const inno_method *m) {
  const inno__step *step = m->steps;
  while (step->kind != INNO_STEP_AGGREGATE) step++;
  return step;
}

/* Emits the canonical form piece by piece. */
void inno__method_canonical(const inno_method *m, inno__sink sink, void *context);

/* The rule that computes the weights of an aggregate's children; NULL = they are given. */
const inno__weigh_rule *inno__method_weighting(const inno_method *m, int64_t aggregate);

/* 1 = the node's weight was chosen; 0 = it is computed. */
int inno__weight_is_chosen(const inno_method *m, int64_t node);

/* How often the first so many steps divide an indicator by its denominator; 0 without one. */
int32_t inno__method_divisions(const inno_method *m, int32_t steps, int64_t indicator);

/* The bounds that normalize an indicator's own figures, after denomination; NULL where the rule has none, or a
 * transformation comes before them. */
const inno__normalize_rule *inno__method_goalposts(const inno_method *m, int64_t indicator);

/* SHA-256 of it; takes thousands of times as long as a run of a small index, so only on request. */
void inno__method_fingerprint(const inno_method *m, char *hex);

/* Forced units in byte order: the place of the one behind last (NULL = of the first); -1 = there is none. */
int64_t inno__step_next_forced(const inno__step *step, const char *last);

/* Number of the unit's forced setting in a screening step; 0 = none. */
int32_t inno__step_forced(const inno__step *step, const char *unit);

#endif
