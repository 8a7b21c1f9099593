#include "innoscore/frames.h"

#include <string.h>

#include "api/arguments.h"
#include "api/written.h"
#include "base/sha256.h"
#include "construct/frames.h"
#include "construct/result.h"

inno_status INNO_CALL inno_frames_create_from_result(const inno_allocator *allocator, const inno_result *result,
                                                     const inno_method *method, inno_frames **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (result == NULL) return inno__null(error, "result");
  if (method == NULL) return inno__null(error, "method");
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (!(result->keep & INNO_KEEP_STEPS))
    return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_NOT_KEPT, &(inno__where){.what = "INNO_KEEP_STEPS"});
  return inno__frames_take(&a, result, method, out, error);
}

void INNO_CALL inno_frames_destroy(inno_frames *frames) { inno__frames_destroy(frames); }

inno_status INNO_CALL inno_frames_fingerprint(const inno_frames *frames, char *buffer, int64_t capacity,
                                              inno_error *error) {
  inno__error_clear(error);
  if (frames == NULL) return inno__null(error, "frames");
  inno_status s = inno__check_hex(buffer, capacity, error);
  if (s == INNO_OK) memcpy(buffer, frames->fingerprint, INNO_FINGERPRINT_BYTES);
  return s;
}

/* Passes on what it hashes. */
typedef struct {
  inno__sink sink;
  void *context;
  inno__sha256 hash;
} hasher;

static void hash_piece(void *context, const char *text, size_t length) {
  hasher *h = context;
  inno__sha256_update(&h->hash, text, length);
  h->sink(h->context, text, length);
}

static void write_with_checksum(const void *object, inno__sink sink, void *context) {
  hasher h = {.sink = sink, .context = context};
  char hex[INNO_FINGERPRINT_BYTES];
  inno__sha256_init(&h.hash);
  inno__frames_write(object, hash_piece, &h);
  inno__sha256_hex(&h.hash, hex);
  sink(context, INNO__FRAMES_CHECKSUM, strlen(INNO__FRAMES_CHECKSUM));
  sink(context, hex, strlen(hex));
  sink(context, "\n", 1);
}

inno_status INNO_CALL inno_frames_write(const inno_frames *frames, char *buffer, int64_t capacity, int64_t *needed,
                                        inno_error *error) {
  return inno__write_object(write_with_checksum, frames, "frames", buffer, capacity, needed, error);
}

inno_status INNO_CALL inno_frames_read(const inno_allocator *allocator, const char *text, int64_t length,
                                       inno_frames **out, inno_error *error) {
  inno_allocator a;
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = inno__check_text(text, length, allocator, &a, error);
  return s == INNO_OK ? inno__frames_read(&a, text, (size_t)length, out, error) : s;
}
