#include "support/allocator.h"

#include <stdlib.h>
#include <string.h>

/* Each block knows its size: 16 bytes before it. */
enum { HEAD = 16 };

static void *INNO_CALL take(void *context, size_t bytes) {
  counting *c = context;
  if (c->permitted >= 0 && c->calls >= c->permitted) {
    c->failed++;
    return NULL;
  }
  unsigned char *block = malloc(bytes + HEAD);
  if (block == NULL) return NULL;
  memcpy(block, &bytes, sizeof bytes);
  memset(block + HEAD, 0xa5, bytes); /* nobody may count on zeros */
  c->calls++;
  c->live_blocks++;
  c->live_bytes += (int64_t)bytes;
  if (c->live_bytes > c->peak_bytes) c->peak_bytes = c->live_bytes;
  return block + HEAD;
}

static void INNO_CALL give_back(void *context, void *p, size_t bytes) {
  counting *c = context;
  size_t real = 0;
  unsigned char *block = (unsigned char *)p - HEAD;
  memcpy(&real, block, sizeof real);
  c->wrong_size |= real != bytes;
  c->live_blocks--;
  c->live_bytes -= (int64_t)real;
  free(block);
}

inno_allocator counting_allocator(counting *counter) {
  *counter = (counting){.permitted = -1};
  return (inno_allocator){take, give_back, counter};
}
