/* Publications and what is verified of them: checks of the arguments. */
#include "innoscore/verification.h"

#include <string.h>

#include "api/analysis.h"
#include "base/parse.h"
#include "explain/verify.h"

/* ---- the printed table ---- */

static inno_status add_units(inno_publication *p, const char *const *codes, inno_error *error) {
  for (int64_t i = 0; i < p->n; i++) {
    inno_status s = inno__check_code(codes[i], "codes", error);
    if (s != INNO_OK) return s;
    if (inno__names_find(p->units, codes[i]) >= 0)
      return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_UNIT,
                        &(inno__where){.unit = codes[i], .what = codes[i]});
    if (inno__names_add(p->units, codes[i]) < 0) return inno__no_memory(error);
  }
  return INNO_OK;
}

inno_status INNO_CALL inno_publication_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                              int64_t unit_count, const char *const *codes, inno_publication **out,
                                              inno_error *error) {
  inno_allocator a;
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (set == NULL) return inno__null(error, "set");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  if (unit_count < 1) return inno__bad_argument(error, "unit_count", (double)unit_count);
  if (unit_count > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "units", .value = INNO_LIMIT_UNITS});
  if (codes == NULL) return inno__null(error, "codes");
  inno_publication *p;
  if (inno__publication_create(&a, set->tree, unit_count, &p) != INNO_OK) return inno__no_memory(error);
  inno_status s = add_units(p, codes, error);
  if (s != INNO_OK) {
    inno__publication_destroy(p);
    return s;
  }
  *out = p;
  return INNO_OK;
}

void INNO_CALL inno_publication_destroy(inno_publication *publication) { inno__publication_destroy(publication); }

static inno_status find_node(const inno_publication *p, const char *code, int64_t *node, inno_error *error) {
  if (p == NULL) return inno__null(error, "publication");
  if (code == NULL) return inno__null(error, "node");
  *node = inno__names_find(p->tree->codes, code);
  return *node >= 0 ? INNO_OK : inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.what = code});
}

/* A column of the caller: may be read, and has no infinite value. */
static inno_status check_column(const inno_publication *p, int64_t node, const double *x, ptrdiff_t stride,
                                const char *argument, inno_error *error) {
  inno_status s = inno__check_array(x, stride, p->n, 0, argument, error);
  for (int64_t i = 0; s == INNO_OK && i < p->n; i++) {
    double value;
    memcpy(&value, (const char *)x + i * stride, sizeof value);
    if (value == value && value - value != 0.0)
      s = inno__fail(error, INNO_E_INFINITE, INNO__MSG_PRINTED_INFINITE,
                     &(inno__where){.node = inno__names_at(p->tree->codes, node), .unit = inno__names_at(p->units, i)});
  }
  return s;
}

inno_status INNO_CALL inno_publication_set_scores(inno_publication *publication, const char *node, const double *scores,
                                                  ptrdiff_t stride_bytes, int32_t decimals, inno_error *error) {
  int64_t j;
  inno__error_clear(error);
  inno_status s = find_node(publication, node, &j, error);
  if (s == INNO_OK) s = check_column(publication, j, scores, stride_bytes, "scores", error);
  if (s != INNO_OK) return s;
  if (decimals < INNO_DECIMALS_FIND || decimals > INNO_LIMIT_DECIMALS)
    return inno__bad_argument(error, "decimals", decimals);
  if (!inno__publication_scores(publication, j)) return inno__no_memory(error);
  inno__gather(scores, stride_bytes, publication->n, publication->nodes[j].score);
  inno__publication_decimals(publication, j, decimals);
  return INNO_OK;
}

inno_status INNO_CALL inno_publication_set_ranks(inno_publication *publication, const char *node, const double *ranks,
                                                 ptrdiff_t stride_bytes, inno_error *error) {
  int64_t j;
  inno__error_clear(error);
  inno_status s = find_node(publication, node, &j, error);
  if (s == INNO_OK) s = check_column(publication, j, ranks, stride_bytes, "ranks", error);
  if (s != INNO_OK) return s;
  if (!inno__publication_ranks(publication, j)) return inno__no_memory(error);
  inno__gather(ranks, stride_bytes, publication->n, publication->nodes[j].rank);
  return INNO_OK;
}

inno_status INNO_CALL inno_publication_set_score_text(inno_publication *publication, const char *node, const char *unit,
                                                      const char *text, inno_error *error) {
  int64_t j, decimals = 0;
  double value = inno__nan();
  inno__error_clear(error);
  inno_status s = find_node(publication, node, &j, error);
  if (s != INNO_OK) return s;
  if (unit == NULL) return inno__null(error, "unit");
  int64_t i = inno__names_find(publication->units, unit);
  if (i < 0) return inno__fail(error, INNO_E_CODE, INNO__MSG_PUBLISHED_UNIT, &(inno__where){.what = unit});
  int empty = text == NULL || text[0] == '\0';
  if (!empty && !inno__parse_number(text, &value))
    return inno__fail(error, INNO_E_TEXT,
                      inno__parse_beyond(text) ? INNO__MSG_PRINTED_BEYOND : INNO__MSG_PRINTED_NUMBER,
                      &(inno__where){.node = node, .unit = unit, .given = text});
  if (!empty) decimals = inno__parse_decimals(text);
  if (decimals > INNO_LIMIT_DECIMALS)
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_PRINTED_DECIMALS,
                      &(inno__where){.node = node, .unit = unit, .count = decimals, .value = INNO_LIMIT_DECIMALS});
  if (!inno__publication_scores(publication, j)) return inno__no_memory(error);
  publication->nodes[j].score[i] = value;
  publication->nodes[j].decimals[i] = (int32_t)decimals;
  return INNO_OK;
}

/* ---- what is made of it ---- */

static inno_status check_tree(const inno_publication *p, const inno__tree *other, const char *what, inno_error *error) {
  const inno__tree *t = p->tree;
  int same = other->count == t->count && other->indicators == t->indicators;
  for (int64_t j = 0; same && j < t->count; j++)
    same = other->parent[j] == t->parent[j] && inno__names_find_near(other->codes, inno__names_at(t->codes, j), j) == j;
  return same ? INNO_OK : inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_VERIFY_OTHER_SET, &(inno__where){.what = what});
}

static inno_status check_printed(const inno_publication *p, inno_error *error) {
  for (int64_t j = 0; j < p->tree->count; j++)
    for (int64_t i = 0; i < p->n; i++)
      if (inno__is_printed(p, j, i) || (p->nodes[j].rank != NULL && p->nodes[j].rank[i] == p->nodes[j].rank[i]))
        return INNO_OK;
  return inno__fail(error, INNO_E_NODATA, INNO__MSG_VERIFY_NOTHING, NULL);
}

typedef inno_status (*maker)(inno__verification *v);

static inno_status make(const inno_allocator *allocator, const inno_scheme *options,
                        const inno_publication *publication, const inno_method *method, const inno_result *result,
                        maker of, inno_analysis **out, inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno__verification v = {.p = publication, .method = method, .result = result, .rule = &rule, .error = error};
  inno_status s = inno__explain_begin(allocator, options, &a, &rule, out, error);
  if (s == INNO_OK && publication == NULL) s = inno__null(error, "publication");
  if (s == INNO_OK && method != NULL) s = check_tree(publication, method->tree, "method", error);
  if (s == INNO_OK && result != NULL) s = check_tree(publication, result->tree, "result", error);
  if (s == INNO_OK && result != NULL) s = inno__result_find_period(result, rule.period, &v.period, error);
  if (s == INNO_OK) s = check_printed(publication, error);
  if (s != INNO_OK) return s;
  s = inno__analysis_create(&a, &inno__verification_kinds, publication->tree->codes, publication->units, out, error);
  v.a = *out;
  if (s == INNO_OK) s = of(&v);
  return inno__analysis_end(s, out);
}

inno_status INNO_CALL inno_analysis_create_verification(const inno_allocator *allocator, const inno_scheme *options,
                                                        const inno_publication *publication, const inno_method *method,
                                                        const inno_result *result, inno_analysis **out,
                                                        inno_error *error) {
  return make(allocator, options, publication, method, result, inno__verify, out, error);
}

inno_status INNO_CALL inno_analysis_create_implied_weights(const inno_allocator *allocator, const inno_scheme *options,
                                                           const inno_publication *publication,
                                                           const inno_method *method, const inno_result *result,
                                                           inno_analysis **out, inno_error *error) {
  return make(allocator, options, publication, method, result, inno__implied, out, error);
}
