/* Numbers as bytes, low byte first on every machine, under a running SHA-256. */
#ifndef INNO_ROBUST_BYTES_H
#define INNO_ROBUST_BYTES_H

#include <stdint.h>
#include <string.h>

#include "base/sha256.h"

typedef struct {
  unsigned char *out; /* NULL = only hash */
  inno__sha256 hash;
} inno__byte_sink;

static inline void inno__put_bytes(inno__byte_sink *s, const void *bytes, size_t count) {
  inno__sha256_update(&s->hash, bytes, count);
  if (s->out == NULL) return;
  memcpy(s->out, bytes, count);
  s->out += count;
}

static inline void inno__put(inno__byte_sink *s, uint64_t x) {
  unsigned char bytes[8];
  for (int k = 0; k < 8; k++) bytes[k] = (unsigned char)(x >> 8 * k);
  inno__put_bytes(s, bytes, 8);
}

static inline void inno__put_double(inno__byte_sink *s, double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  inno__put(s, bits);
}

static inline uint64_t inno__get(const unsigned char **at) {
  uint64_t x = 0;
  for (int k = 7; k >= 0; k--) x = x << 8 | (*at)[k];
  *at += 8;
  return x;
}

static inline double inno__get_double(const unsigned char **at) {
  uint64_t bits = inno__get(at);
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* -1 = more than most. */
static inline int64_t inno__get_count(const unsigned char **at, int64_t most) {
  uint64_t x = inno__get(at);
  return x <= (uint64_t)most ? (int64_t)x : -1;
}

/* Do the last 64 bytes hold the SHA-256 of those before? size is 64 or more. */
static inline int inno__bytes_whole(const unsigned char *data, size_t size) {
  inno__sha256 hash;
  char hex[65];
  inno__sha256_init(&hash);
  inno__sha256_update(&hash, data, size - 64);
  inno__sha256_hex(&hash, hex);
  return memcmp(hex, data + size - 64, 64) == 0;
}

#endif
