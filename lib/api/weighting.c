#include "innoscore/weighting.h"

#include "api/arguments.h"
#include "construct/result.h"
#include "construct/weigh_level.h"
#include "numeric/missing.h"

inno_status INNO_CALL inno_weights_create_from_result(const inno_allocator *allocator, const inno_result *result,
                                                      inno_weights **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (result == NULL) return inno__null(error, "result");
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (inno__weights_create(&a, result->tree, 0, out) != INNO_OK) return inno__no_memory(error);
  return INNO_OK;
}

/* ---- optimal weights ---- */

static inno_status level_code(const char *code, int32_t message, int32_t level, inno_error *error) {
  return inno__fail(error, INNO_E_CODE, message, &(inno__where){.node = code, .what = code, .count = level});
}

/* Targets by code into the order of the tree. */
static inno_status sort_targets(const inno__tree *t, int32_t level, const char *const *codes, const double *targets,
                                int64_t count, const int64_t *nodes, int64_t k, double *sorted, inno_error *error) {
  for (int64_t j = 0; j < k; j++) sorted[j] = codes == NULL ? 1.0 : inno__nan();
  for (int64_t i = 0; codes != NULL && i < count; i++) {
    if (codes[i] == NULL) return inno__null(error, "codes");
    int64_t node = inno__names_find(t->codes, codes[i]), j = 0;
    while (j < k && nodes[j] != node) j++;
    if (j == k) return level_code(codes[i], INNO__MSG_NOT_OF_LEVEL, level, error);
    if (sorted[j] == sorted[j]) return level_code(codes[i], INNO__MSG_DUPLICATE_CODE, level, error);
    if (targets[i] != targets[i])
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WEIGH_TARGET,
                        &(inno__where){.node = codes[i], .value = targets[i]});
    sorted[j] = targets[i];
  }
  for (int64_t j = 0; j < k; j++)
    if (sorted[j] != sorted[j])
      return level_code(inno__names_at(t->codes, nodes[j]), INNO__MSG_TARGET_MISSING, level, error);
  return INNO_OK;
}

static inno_status check_aim(int32_t aim, const char *const *codes, const double *targets, int64_t count, int64_t limit,
                             inno_error *error) {
  if (aim != INNO_OPTIMAL_BALANCE && aim != INNO_OPTIMAL_INFOMAX)
    return inno__fail(error, INNO_E_RULE, INNO__MSG_ARGUMENT, &(inno__where){.what = "aim", .value = aim});
  if (limit < 1) return inno__bad_argument(error, "limit", (double)limit);
  if ((codes == NULL) != (targets == NULL)) return inno__null(error, codes == NULL ? "codes" : "targets");
  /* what would be ignored is refused */
  if (count < 0 || (codes == NULL && count > 0) || (aim == INNO_OPTIMAL_INFOMAX && codes != NULL))
    return inno__bad_argument(error, "target_count", (double)count);
  return INNO_OK;
}

static void tell(const inno__optimal_report *r, double *first, double *last, int64_t *evaluations, int32_t *converged) {
  if (first != NULL) *first = r->first;
  if (last != NULL) *last = r->last;
  if (evaluations != NULL) *evaluations = r->evaluations;
  if (converged != NULL) *converged = r->converged;
}

inno_status INNO_CALL inno_weights_create_optimal(const inno_allocator *allocator, const inno_method *method,
                                                  const inno_dataset *dataset, int32_t level, int32_t aim,
                                                  const char *const *codes, const double *targets, int64_t target_count,
                                                  int64_t limit, inno_weights **out, double *first, double *last,
                                                  int64_t *evaluations, int32_t *converged, inno_error *error) {
  inno__error_clear(error);
  inno__optimal_report report = {.first = inno__nan(), .last = inno__nan()};
  tell(&report, first, last, evaluations, converged);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  inno_status s = check_aim(aim, codes, targets, target_count, limit, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  int64_t k = inno__level_nodes(method->tree, level, NULL);
  if (k == 0) return inno__bad_argument(error, "level", level);
  size_t bytes = (size_t)k * (sizeof(double) + sizeof(int64_t));
  double *sorted = inno__alloc(&a, bytes);
  if (sorted == NULL) return inno__no_memory(error);
  int64_t *nodes = (int64_t *)(void *)(sorted + k);
  inno__level_nodes(method->tree, level, nodes);
  s = sort_targets(method->tree, level, codes, targets, target_count, nodes, k, sorted, error);
  const inno__level_aim wanted = {level, aim, sorted, limit};
  if (s == INNO_OK) s = inno__weigh_level(&a, method, dataset, &wanted, out, &report, error);
  if (s == INNO_OK) tell(&report, first, last, evaluations, converged);
  inno__free(&a, sorted, bytes);
  return s;
}
