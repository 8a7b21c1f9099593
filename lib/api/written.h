/* Texts and bytes that are written into a buffer of the caller. */
#ifndef INNO_API_WRITTEN_H
#define INNO_API_WRITTEN_H

#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/* Writes all of an object; every time the same. */
typedef void (*inno__writer)(const void *object, inno__sink sink, void *context);

/* NULL is allowed with capacity 0. */
inno_status inno__check_buffer(const void *buffer, int64_t capacity, inno_error *error);

/* INNO_E_BUFFER, and how many bytes are needed. */
inno_status inno__check_room(int64_t capacity, int64_t needed, inno_error *error);

/* Writes twice: to count, and when there is room to copy, with a NUL. needed may be NULL. */
inno_status inno__write_out(inno__writer writer, const void *object, char *buffer, int64_t capacity, int64_t *needed,
                            inno_error *error);

/* The whole of such a function: its object is called what, NULL is refused. */
inno_status inno__write_object(inno__writer writer, const void *object, const char *what, char *buffer,
                               int64_t capacity, int64_t *needed, inno_error *error);

/* A buffer for a fingerprint. */
inno_status inno__check_hex(const char *buffer, int64_t capacity, inno_error *error);

#endif
