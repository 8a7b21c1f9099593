#include "api/written.h"

#include <string.h>

#include "api/arguments.h"

typedef struct {
  char *buffer; /* NULL: only count */
  size_t length;
} copier;

static void copy_piece(void *context, const char *text, size_t length) {
  copier *c = context;
  if (c->buffer != NULL) memcpy(c->buffer + c->length, text, length);
  c->length += length;
}

inno_status inno__check_buffer(const void *buffer, int64_t capacity, inno_error *error) {
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  return buffer == NULL && capacity > 0 ? inno__null(error, "buffer") : INNO_OK;
}

inno_status inno__check_room(int64_t capacity, int64_t needed, inno_error *error) {
  if (capacity >= needed) return INNO_OK;
  return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = needed});
}

inno_status inno__write_out(inno__writer writer, const void *object, char *buffer, int64_t capacity, int64_t *needed,
                            inno_error *error) {
  copier count = {NULL, 0}, copy = {buffer, 0};
  writer(object, copy_piece, &count);
  int64_t bytes = (int64_t)count.length + 1;
  if (needed != NULL) *needed = bytes;
  inno_status s = inno__check_room(buffer != NULL ? capacity : 0, bytes, error);
  if (s != INNO_OK || buffer == NULL) return s; /* without a buffer there was no room */
  writer(object, copy_piece, &copy);
  buffer[copy.length] = '\0';
  return INNO_OK;
}

inno_status inno__write_object(inno__writer writer, const void *object, const char *what, char *buffer,
                               int64_t capacity, int64_t *needed, inno_error *error) {
  inno__error_clear(error);
  if (needed != NULL) *needed = 0;
  if (object == NULL) return inno__null(error, what);
  inno_status s = inno__check_buffer(buffer, capacity, error);
  return s == INNO_OK ? inno__write_out(writer, object, buffer, capacity, needed, error) : s;
}

inno_status inno__check_hex(const char *buffer, int64_t capacity, inno_error *error) {
  if (buffer == NULL) return inno__null(error, "buffer");
  inno_status s = inno__check_buffer(buffer, capacity, error);
  return s == INNO_OK ? inno__check_room(capacity, INNO_FINGERPRINT_BYTES, error) : s;
}
