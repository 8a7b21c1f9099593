/* An allocator that counts, checks the sizes it is given back, and fails when told to. */
#ifndef TESTS_SUPPORT_ALLOCATOR_H
#define TESTS_SUPPORT_ALLOCATOR_H

#include <stddef.h>
#include <stdint.h>

#include "innoscore/allocator.h"

typedef struct {
  int64_t live_blocks, live_bytes, calls, peak_bytes;
  int64_t permitted; /* calls that succeed before all fail; -1 = all */
  int64_t failed;    /* calls that did not */
  int wrong_size;    /* a block came back with another size */
} counting;

/* The hook; counter must outlive the objects. */
inno_allocator counting_allocator(counting *counter);

/* What an out pointer holds before a call that has to write it. */
#define NOT_AN_OBJECT ((void *)(uintptr_t)8)

#endif
