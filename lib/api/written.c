#include "api/written.h"

#include <string.h>

#include "api/check.h"

typedef struct {
  char *buffer; /* NULL: only count */
  size_t length;
} copier;

static void copy_piece(void *context, const char *text, size_t length) {
  copier *c = context;
  if (c->buffer != NULL) memcpy(c->buffer + c->length, text, length);
  c->length += length;
}

static inno_status too_small(inno_error *error, int64_t bytes) {
  return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = bytes});
}

inno_status inno__check_buffer(const char *buffer, int64_t capacity, inno_error *error) {
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  return buffer == NULL && capacity > 0 ? inno__null(error, "buffer") : INNO_OK;
}

inno_status inno__write_out(inno__writer writer, const void *object, char *buffer, int64_t capacity, int64_t *needed,
                            inno_error *error) {
  copier count = {NULL, 0}, copy = {buffer, 0};
  writer(object, copy_piece, &count);
  int64_t bytes = (int64_t)count.length + 1;
  if (needed != NULL) *needed = bytes;
  if (bytes > capacity || buffer == NULL) return too_small(error, bytes);
  writer(object, copy_piece, &copy);
  buffer[copy.length] = '\0';
  return INNO_OK;
}

inno_status inno__check_hex(const char *buffer, int64_t capacity, inno_error *error) {
  if (buffer == NULL) return inno__null(error, "buffer");
  inno_status s = inno__check_buffer(buffer, capacity, error);
  return s != INNO_OK || capacity >= INNO_FINGERPRINT_BYTES ? s : too_small(error, INNO_FINGERPRINT_BYTES);
}
