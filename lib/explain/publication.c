#include "explain/publication.h"

#include <string.h>

#include "numeric/decimal.h"
#include "numeric/missing.h"

static size_t node_bytes(const inno__tree *tree) { return (size_t)tree->count * sizeof(inno__printed); }

/* Units are at most INNO_LIMIT_UNITS, so no product overflows. */
static size_t score_bytes(const inno_publication *p) { return (size_t)p->n * sizeof(double); }
static size_t decimal_bytes(const inno_publication *p) { return (size_t)p->n * sizeof(int32_t); }

inno_status inno__publication_create(const inno_allocator *allocator, const inno__tree *tree, int64_t units,
                                     inno_publication **out) {
  *out = NULL;
  inno_publication *p = inno__alloc(allocator, sizeof *p);
  if (p == NULL) return INNO_E_NOMEM;
  *p = (inno_publication){.allocator = *allocator, .n = units};
  inno_status s = inno__tree_copy(tree, allocator, &p->tree);
  if (s == INNO_OK) s = inno__names_create(allocator, &p->units);
  if (s == INNO_OK) {
    p->nodes = inno__alloc(allocator, node_bytes(tree));
    if (p->nodes != NULL) memset(p->nodes, 0, node_bytes(tree));
  }
  if (p->nodes == NULL) {
    inno__publication_destroy(p);
    return INNO_E_NOMEM;
  }
  *out = p;
  return INNO_OK;
}

void inno__publication_destroy(inno_publication *p) {
  if (p == NULL) return;
  for (int64_t j = 0; p->nodes != NULL && j < p->tree->count; j++) {
    inno__free(&p->allocator, p->nodes[j].score, score_bytes(p));
    inno__free(&p->allocator, p->nodes[j].decimals, decimal_bytes(p));
    inno__free(&p->allocator, p->nodes[j].rank, score_bytes(p));
  }
  if (p->nodes != NULL) inno__free(&p->allocator, p->nodes, node_bytes(p->tree));
  if (p->units != NULL) inno__names_destroy(p->units);
  if (p->tree != NULL) inno__tree_destroy(p->tree);
  const inno_allocator allocator = p->allocator;
  inno__free(&allocator, p, sizeof *p);
}

static double *none_printed(const inno_publication *p) {
  double *x = inno__alloc(&p->allocator, score_bytes(p));
  for (int64_t i = 0; x != NULL && i < p->n; i++) x[i] = inno__nan();
  return x;
}

int inno__publication_scores(inno_publication *p, int64_t node) {
  inno__printed *at = &p->nodes[node];
  if (at->score != NULL) return 1;
  double *score = none_printed(p);
  int32_t *decimals = inno__alloc(&p->allocator, decimal_bytes(p));
  if (score == NULL || decimals == NULL) {
    inno__free(&p->allocator, score, score_bytes(p));
    inno__free(&p->allocator, decimals, decimal_bytes(p));
    return 0;
  }
  memset(decimals, 0, decimal_bytes(p));
  at->score = score;
  at->decimals = decimals;
  return 1;
}

int inno__publication_ranks(inno_publication *p, int64_t node) {
  inno__printed *at = &p->nodes[node];
  if (at->rank == NULL) at->rank = none_printed(p);
  return at->rank != NULL;
}

void inno__publication_decimals(const inno_publication *p, int64_t node, int32_t decimals) {
  const inno__printed *at = &p->nodes[node];
  if (decimals == INNO_DECIMALS_FIND) {
    decimals = 0;
    for (int64_t i = 0; i < p->n; i++) {
      int32_t needed = at->score[i] == at->score[i] ? inno__decimals_of(at->score[i]) : 0;
      decimals = needed > decimals ? needed : decimals;
    }
  }
  for (int64_t i = 0; i < p->n; i++) at->decimals[i] = decimals;
}
