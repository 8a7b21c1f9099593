/** @file
 * The allocator hook: the only open struct of the library, frozen for ever.
 * @since 0.1
 */
#ifndef INNOSCORE_ALLOCATOR_H
#define INNOSCORE_ALLOCATOR_H

#include <stddef.h>

#include "innoscore/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Where an object takes its memory. Given at create, copied into the object, used until destroy.
 * NULL instead of a pointer to it means malloc and free. Blocks must be aligned for any type (16 bytes).
 * @since 0.1
 */
typedef struct inno_allocator {
  void *(INNO_CALL *allocate)(void *context, size_t bytes);               /**< returns NULL when it cannot; bytes > 0 */
  void(INNO_CALL *release)(void *context, void *block, size_t bytes);     /**< bytes is what was asked for */
  void *context;                                                          /**< handed to both, never looked at */
} inno_allocator;

#ifdef __cplusplus
}
#endif
#endif
