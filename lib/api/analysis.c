/* Reading the tables of an analysis. */
#include "innoscore/analysis.h"

#include <string.h>

#include "api/arguments.h"
#include "construct/finding.h"
#include "numeric/missing.h"

void INNO_CALL inno_analysis_destroy(inno_analysis *analysis) { inno__analysis_destroy(analysis); }

int64_t INNO_CALL inno_analysis_record_count(const inno_analysis *analysis, int32_t kind) {
  return analysis != NULL ? inno__analysis_count(analysis, kind) : 0;
}

static inno_status check_field(const inno_analysis *analysis, int32_t kind, int32_t field, inno_error *error) {
  if (analysis == NULL) return inno__null(error, "analysis");
  const inno__record_kind *k = inno__analysis_kind(analysis, kind);
  if (k == NULL) return inno__bad_argument(error, "kind", kind);
  for (int32_t f = 0; f < k->count; f++)
    if (k->fields[f].field == field) return INNO_OK;
  return inno__fail(error, INNO_E_KEY, INNO__MSG_FIELD, &(inno__where){.count = field});
}

inno_status INNO_CALL inno_analysis_record(const inno_analysis *analysis, int32_t kind, int64_t index, int32_t field,
                                           double *value, inno_error *error) {
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = inno__nan();
  inno_status s = check_field(analysis, kind, field, error);
  if (s != INNO_OK) return s;
  if (index < 0 || index >= inno__analysis_count(analysis, kind))
    return inno__bad_argument(error, "index", (double)index);
  *value = inno__analysis_values(analysis, kind, field)[index];
  return INNO_OK;
}

inno_status INNO_CALL inno_analysis_column(const inno_analysis *analysis, int32_t kind, int32_t field, double *out,
                                           ptrdiff_t stride_bytes, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_field(analysis, kind, field, error);
  if (s != INNO_OK) return s;
  int64_t count = inno__analysis_count(analysis, kind);
  s = inno__check_array(out, stride_bytes, count, 1, "out", error);
  if (s == INNO_OK && count > 0) inno__scatter(inno__analysis_values(analysis, kind, field), count, out, stride_bytes);
  return s;
}

static const char *name_at(const inno__names *names, int64_t index) {
  return names != NULL && index >= 0 && index < inno__names_count(names) ? inno__names_at(names, index) : NULL;
}

const char *INNO_CALL inno_analysis_node_code(const inno_analysis *analysis, int64_t node) {
  return analysis != NULL ? name_at(analysis->nodes, node) : NULL;
}

const char *INNO_CALL inno_analysis_unit_code(const inno_analysis *analysis, int64_t unit) {
  return analysis != NULL ? name_at(analysis->units, unit) : NULL;
}

inno_status INNO_CALL inno_analysis_sentence(const inno_analysis *analysis, int64_t index, int32_t language,
                                             char *buffer, int64_t capacity, int64_t *needed, inno_error *error) {
  inno__error_clear(error);
  if (analysis == NULL) return inno__null(error, "analysis");
  if (index < 0 || index >= inno__analysis_count(analysis, INNO_RECORD_FINDING))
    return inno__bad_argument(error, "index", (double)index);
  if (language != INNO_LANGUAGE_EN && language != INNO_LANGUAGE_VI)
    return inno__bad_argument(error, "language", language);
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  char text[INNO__SENTENCE];
  int64_t length = inno__finding_sentence(analysis, index, language, text) + 1;
  if (needed != NULL) *needed = length;
  if (buffer == NULL && capacity > 0) return inno__null(error, "buffer");
  if (buffer == NULL || capacity < length)
    return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = length});
  memcpy(buffer, text, (size_t)length);
  return INNO_OK;
}
