/* SHA-256, FIPS 180-4. */
#ifndef INNO_BASE_SHA256_H
#define INNO_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint32_t state[8];
  uint64_t bytes;
  unsigned char block[64];
} inno__sha256;

void inno__sha256_init(inno__sha256 *h);
void inno__sha256_update(inno__sha256 *h, const void *data, size_t length);
/* The same as a sink; hash: an inno__sha256. */
void inno__sha256_sink(void *hash, const char *text, size_t length);
/* 64 lower-case digits and NUL. */
void inno__sha256_hex(inno__sha256 *h, char *out);

#endif
