/* Fields of records: what a table of numbers is made of. */
#ifndef INNO_BASE_FIELD_H
#define INNO_BASE_FIELD_H

#include <stdint.h>

typedef struct {
  int32_t field; /* INNO_FIELD_ */
  const char *name;
  int32_t type; /* INNO_TYPE_F64 or INNO_TYPE_I64 */
} inno__field;

typedef struct {
  int32_t kind; /* INNO_RECORD_ */
  const inno__field *fields;
  int32_t count;
} inno__record_kind;

/* The tables that an object may have. */
typedef struct {
  const inno__record_kind *kinds;
  int32_t count;
} inno__record_kinds;

#endif
