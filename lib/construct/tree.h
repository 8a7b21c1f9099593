/* The tree of an indicator set, numbered: indicators first, then aggregates level by level, the index last. */
#ifndef INNO_CONSTRUCT_TREE_H
#define INNO_CONSTRUCT_TREE_H

#include <stdint.h>

#include "base/memory.h"
#include "base/names.h"
#include "innoscore/indicator_set.h"

typedef struct {
  inno_allocator allocator;
  int64_t count, indicators;
  inno__names *codes;        /* in the order of the numbers */
  inno__names *denominators; /* columns that scale indicators */
  void *block;               /* one block holds the arrays below */
  size_t block_bytes;
  int64_t *parent;      /* -1 for the index */
  int64_t *first_child; /* count - indicators + 1 positions in children; aggregate a owns [a], [a + 1] */
  int64_t *children;    /* count - 1 nodes, ascending below each aggregate */
  int64_t *denominator; /* of an indicator: in denominators; -1 = none */
  double *weight, *scale;
  double *share, *effective; /* filled by inno__weigh */
  int32_t *level, *direction;
} inno__tree;

/* What the caller says of a node before the tree is frozen. */
typedef struct {
  int64_t parent;      /* in texts; -1 = the index */
  int64_t denominator; /* in texts; -1 = none */
  double weight, scale;
  int32_t direction;
} inno__node_entry;

struct inno_indicator_set {
  inno_allocator allocator;
  inno__names *codes; /* in the order of adding */
  inno__names *texts; /* codes of parents and denominator columns */
  inno__node_entry *entries;
  int64_t capacity;
  inno__tree *tree; /* NULL until frozen */
};

inno_status inno__set_create(const inno_allocator *allocator, inno_indicator_set **out, inno_error *error);
void inno__set_destroy(inno_indicator_set *set);
inno_status inno__set_add(inno_indicator_set *set, const char *code, const char *parent, inno_error *error);

/* Of one entry; what cannot be is refused with the node's code. column NULL = none; scale is one that was checked. */
inno_status inno__set_direction(inno__node_entry *entry, const char *code, double direction, inno_error *error);
inno_status inno__set_weight(inno__node_entry *entry, const char *code, double weight, inno_error *error);
inno_status inno__check_scale(const char *code, double scale, inno_error *error);
inno_status inno__set_denominator(inno_indicator_set *set, inno__node_entry *entry, const char *column, double scale,
                                  inno_error *error);

/* Numbers and checks the nodes of an open set. */
inno_status inno__tree_build(const inno_indicator_set *set, inno__tree **out, inno_error *error);
inno_status inno__tree_copy(const inno__tree *from, const inno_allocator *allocator, inno__tree **out);
void inno__tree_destroy(inno__tree *tree);

static inline int64_t inno__child_count(const inno__tree *t, int64_t aggregate) {
  return t->first_child[aggregate + 1] - t->first_child[aggregate];
}

/* The lowest ancestor whose level is at least this; level 0 = the index. */
int64_t inno__tree_ancestor(const inno__tree *t, int64_t node, int32_t level);

#endif
