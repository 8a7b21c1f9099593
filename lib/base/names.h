/* A list of texts with a number each, found by their bytes in constant time. */
#ifndef INNO_BASE_NAMES_H
#define INNO_BASE_NAMES_H

#include <stdint.h>

#include "base/memory.h"

typedef struct inno__names inno__names;

inno_status inno__names_create(const inno_allocator *a, inno__names **out);
void inno__names_destroy(inno__names *n);
inno_status inno__names_copy(const inno__names *from, const inno_allocator *a, inno__names **out);

/* Number of the new text; -1 when there is no memory. The same text may be added once only: look first. */
int64_t inno__names_add(inno__names *n, const char *text);
/* Takes the last one away again. */
void inno__names_drop_last(inno__names *n);
/* -1 when it is not there. */
int64_t inno__names_find(const inno__names *n, const char *text);
/* The same, quicker when it has the number guess. */
int64_t inno__names_find_near(const inno__names *n, const char *text, int64_t guess);
/* Lives until the next add. */
const char *inno__names_at(const inno__names *n, int64_t index);
int64_t inno__names_count(const inno__names *n);

#endif
