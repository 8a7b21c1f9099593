/* Records of a result: tables that are read by kind, position and field. */
#include "analyze/analyze.h"
#include "api/arguments.h"
#include "construct/result_read.h"
#include "explain/change.h"
#include "explain/check.h"
#include "explain/climb.h"
#include "explain/contributions.h"
#include "explain/marginal.h"
#include "explain/trace.h"
#include "explain/verify.h"
#include "innoscore/result.h"
#include "numeric/missing.h"

static const inno__field *fields_of(const inno__record_kinds *of, int32_t kind, int32_t *count) {
  *count = 0;
  for (int32_t i = 0; i < of->count; i++)
    if (of->kinds[i].kind == kind) {
      *count = of->kinds[i].count;
      return of->kinds[i].fields;
    }
  return NULL;
}

/* Of a result or of any analysis. */
static const inno__field *any_fields(int32_t kind, int32_t *count) {
  static const inno__record_kinds *const all[] = {
      &inno__result_kinds,        &inno__audit_kinds,        &inno__change_kinds,
      &inno__contributions_kinds, &inno__trace_kinds,        &inno__marginal_kinds,
      &inno__check_kinds,         &inno__verification_kinds, &inno__climb_kinds};
  const inno__field *f = NULL;
  for (size_t i = 0; f == NULL && i < sizeof all / sizeof all[0]; i++) f = fields_of(all[i], kind, count);
  return f;
}

int32_t INNO_CALL inno_field_count(int32_t kind) {
  int32_t count = 0;
  any_fields(kind, &count);
  return count;
}

inno_status INNO_CALL inno_field_info(int32_t kind, int32_t index, int32_t *field, const char **name, int32_t *type) {
  int32_t count = 0;
  const inno__field *f = any_fields(kind, &count);
  if (index < 0 || index >= count) return INNO_E_ARGUMENT;
  if (field != NULL) *field = f[index].field;
  if (name != NULL) *name = f[index].name;
  if (type != NULL) *type = f[index].type;
  return INNO_OK;
}

int64_t INNO_CALL inno_result_record_count(const inno_result *result, int32_t kind) {
  return result != NULL ? inno__result_record_count(result, kind) : 0;
}

inno_status INNO_CALL inno_result_record(const inno_result *result, int32_t kind, int64_t index, int32_t field,
                                         double *value, inno_error *error) {
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = inno__nan();
  if (result == NULL) return inno__null(error, "result");
  int32_t count = 0, known = 0;
  const inno__field *f = fields_of(&inno__result_kinds, kind, &count);
  if (f == NULL) return inno__bad_argument(error, "kind", kind);
  for (int32_t i = 0; i < count; i++) known |= f[i].field == field;
  if (!known) return inno__fail(error, INNO_E_KEY, INNO__MSG_FIELD, &(inno__where){.count = field});
  if (index < 0 || index >= inno_result_record_count(result, kind))
    return inno__bad_argument(error, "index", (double)index);
  *value = inno__result_record(result, kind, index, field);
  return INNO_OK;
}
