/* Methods and results as JSON. */
#ifndef INNO_CONSTRUCT_JSON_H
#define INNO_CONSTRUCT_JSON_H

#include "base/text.h"
#include "construct/method.h"
#include "construct/result.h"

#define INNO__JSON_METHOD "innoscore method 1"
#define INNO__JSON_RESULT "innoscore result 1"

void inno__method_write_json(const inno_method *m, inno__sink sink, void *context);

inno_status inno__method_read_json(const inno_allocator *a, const char *text, size_t length, inno_method **out,
                                   inno_error *error);

typedef struct {
  const inno_result *result;
  char method[INNO_FINGERPRINT_BYTES], data[INNO_FINGERPRINT_BYTES], both[INNO_FINGERPRINT_BYTES];
  double *ranks; /* one a row */
  void *work;    /* inno__result_ranks_work_size() without groups */
} inno__result_text;

void inno__result_write_json(const inno__result_text *r, inno__sink sink, void *context);

#endif
