#include "innoscore/json.h"

#include "api/arguments.h"
#include "api/written.h"
#include "base/block.h"
#include "construct/json.h"
#include "construct/result_read.h"

static void write_method(const void *object, inno__sink sink, void *context) {
  inno__method_write_json(object, sink, context);
}

inno_status INNO_CALL inno_method_write_json(const inno_method *method, char *buffer, int64_t capacity, int64_t *needed,
                                             inno_error *error) {
  return inno__write_object(write_method, method, "method", buffer, capacity, needed, error);
}

inno_status INNO_CALL inno_method_read_json(const inno_allocator *allocator, const char *text, int64_t length,
                                            inno_method **out, inno_error *error) {
  inno_allocator a;
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = inno__check_text(text, length, allocator, &a, error);
  return s == INNO_OK ? inno__method_read_json(&a, text, (size_t)length, out, error) : s;
}

inno_status INNO_CALL inno_inputs_fingerprint(const inno_method *method, const inno_dataset *dataset, char *buffer,
                                              int64_t capacity, inno_error *error) {
  inno__error_clear(error);
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  inno_status s = inno__check_hex(buffer, capacity, error);
  if (s == INNO_OK && inno__inputs_fingerprint(method, dataset, buffer) != INNO_OK) s = inno__no_memory(error);
  return s;
}

static void write_result(const void *object, inno__sink sink, void *context) {
  inno__result_write_json(object, sink, context);
}

static void place(inno__result_text *w, inno__block *b) {
  w->ranks = inno__block_take(b, (size_t)w->result->rows * sizeof *w->ranks, 8);
  w->work = inno__block_take(b, inno__result_ranks_work_size(w->result, 0), 64);
}

static inno_status check_inputs(const inno_result *result, const inno_method *method, const inno_dataset *dataset,
                                inno_error *error) {
  if (result == NULL) return inno__null(error, "result");
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  return inno__result_check_origin(result, method, dataset, error);
}

inno_status INNO_CALL inno_result_write_json(const inno_result *result, const inno_method *method,
                                             const inno_dataset *dataset, char *buffer, int64_t capacity,
                                             int64_t *needed, inno_error *error) {
  inno__error_clear(error);
  if (needed != NULL) *needed = 0;
  inno_status s = check_inputs(result, method, dataset, error);
  if (s == INNO_OK) s = inno__check_buffer(buffer, capacity, error);
  if (s != INNO_OK) return s;
  inno__result_text w = {.result = result};
  inno__block measure = {NULL, 0, 0};
  place(&w, &measure);
  void *block = inno__alloc(&result->allocator, measure.used);
  inno__block taken = {block, 0, measure.used};
  s = block != NULL ? inno__dataset_fingerprint(dataset, w.data) : INNO_E_NOMEM;
  if (s == INNO_OK) s = inno__inputs_fingerprint(method, dataset, w.both);
  if (s != INNO_OK) {
    s = inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  } else {
    inno__method_fingerprint(method, w.method);
    place(&w, &taken);
    s = inno__write_out(write_result, &w, buffer, capacity, needed, error);
  }
  inno__free(&result->allocator, block, measure.used);
  return s;
}
