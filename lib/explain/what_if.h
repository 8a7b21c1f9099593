/* A finished run with its own method and dataset, in which single pieces are computed again when something changes. */
#ifndef INNO_EXPLAIN_WHAT_IF_H
#define INNO_EXPLAIN_WHAT_IF_H

#include <string.h>

#include "construct/explain.h"
#include "construct/pipeline.h"
#include "explain/journal.h"
#include "innoscore/what_if.h"

/* Rows [low, high); none when they are equal. */
typedef struct {
  int64_t low, high;
} inno__rows;

enum { INNO__EDIT_VALUE, INNO__EDIT_WEIGHT, INNO__EDIT_METHOD };

typedef struct {
  int32_t kind;
  int64_t row, column; /* of the dataset; column: the node of a weight */
  double before;
  inno_method *method; /* the one before */
  size_t mark;         /* of the journal; without meaning below inno_what_if.imaged */
} inno__edit;

struct inno_what_if {
  inno_allocator allocator;
  inno__explain_rule rule;
  inno_method *method;
  inno_dataset *dataset;
  inno_run *run;       /* finished; its result is the one that is shown, always at the same address */
  inno_frames *frames; /* of the first run; NULL = nothing is held that has frames */
  inno_result *first;  /* of the first run, for held imputation; NULL = it is not held */
  inno__edit *edits;
  int64_t edit_count, edit_capacity;
  int64_t imaged; /* from this edit on the journal can undo */
  inno__journal journal;
  size_t journal_limit; /* above this it is given up between two edits: those before are then undone by computing */
  size_t trying;        /* where the journal was before the edit that is not recorded */
  void *block;
  size_t block_bytes;
  int64_t *indicator;  /* of each column of the dataset; -1 = none */
  int64_t *scales;     /* of each column: which denominator of the tree; -1 = none */
  int32_t aggregation; /* its step */
  /* what one change reaches; empty between two */
  inno__rows *changed; /* of each indicator: in the latest step; of an aggregate: of its children, then its own */
  int64_t *touched;    /* indicators that were looked at */
  int64_t touched_count;
  unsigned char *is_touched;  /* of each indicator */
  size_t *kept;               /* of each indicator: where the journal ended behind its values */
  unsigned char *denominated; /* of each denominator: changed */
  unsigned char *redo;        /* of each aggregate: its weights or its rule changed */
  unsigned char *forced;      /* step by step, of each node: its rule changed; NULL = no rule did */
  inno__rows reach;           /* rows of the indicators' final values that the last change moved */
  int blind;                  /* nothing is kept or compared: the state is known to be one that was there before */
  int scaled;                 /* some denominator changed */
  int screened;               /* a screening decided otherwise than before */
  int renumber, reweigh;
};

/* INNO_OK; INNO_E_NOMEM; what the run says; INNO_E_FRAMES when a rule has nothing to hold. */
inno_status inno__what_if_create(const inno_allocator *allocator, const inno__explain_rule *rule,
                                 const inno_method *method, const inno_dataset *dataset, inno_what_if **out,
                                 inno_error *error);
void inno__what_if_destroy(inno_what_if *w);

/* Edits that are recorded. Arguments are in range, value is NaN or finite, weight is finite and >= 0. On failure the
 * object is as before. */
inno_status inno__what_if_set_value(inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error);
inno_status inno__what_if_set_weight(inno_what_if *w, int64_t node, double weight, inno_error *error);
inno_status inno__what_if_set_method(inno_what_if *w, const inno_method *method, inno_error *error);
/* count <= edit_count. Fails only with INNO_E_NOMEM, and only where a method is put back. */
inno_status inno__what_if_undo(inno_what_if *w, int64_t count, inno_error *error);

/* An edit that is not recorded, for loops: either it fails and nothing changed, or inno__what_if_take_back() follows
 * before anything else is done. error NULL: only the status is wanted. */
inno_status inno__what_if_try(inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error);
void inno__what_if_take_back(inno_what_if *w);

/* Rank of one row of a node among the rows of its period, as inno__rank_units() gives it. */
double inno__what_if_rank(const inno_what_if *w, int64_t node, int64_t row);

/* ---- inside ---- */

/* -0 is not 0, and missing is missing. */
static inline int inno__same_bits(double a, double b) {
  uint64_t p, q;
  memcpy(&p, &a, sizeof p);
  memcpy(&q, &b, sizeof q);
  return p == q;
}

/* From what changed to everything above it. In what_if_flow.c. */
inno_status inno__what_if_flow(inno_what_if *w, inno_error *error);
/* An indicator takes part in the change. */
void inno__what_if_touch(inno_what_if *w, int64_t indicator);
/* Nothing is changed any more. */
void inno__what_if_settle(inno_what_if *w);
/* A copy for the way back, unless blind. */
inno_status inno__what_if_keep(inno_what_if *w, void *at, size_t bytes, inno_error *error);

/* What the run says of columns, and the result of what is held; after another run came in its place. */
void inno__what_if_bind(inno_what_if *w);

/* INNO_E_ARGUMENT for another tree, INNO_E_FRAMES where it does not have what is held. In what_if_method.c. */
inno_status inno__what_if_check_method(const inno_what_if *w, const inno_method *method, inno_error *error);
/* The method takes the place of w's, which is the caller's again; on failure everything is as before. */
inno_status inno__what_if_take_method(inno_what_if *w, inno_method *method, inno_error *error);

#endif
