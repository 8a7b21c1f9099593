/** @file
 * Version of the library and of its ABI.
 * @since 0.1
 */
#ifndef INNOSCORE_VERSION_H
#define INNOSCORE_VERSION_H

#include <stdint.h>

#include "innoscore/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Release of the header. @since 0.1 */
#define INNO_VERSION_MAJOR 0
/** @brief Release of the header. @since 0.1 */
#define INNO_VERSION_MINOR 1
/** @brief Release of the header. @since 0.1 */
#define INNO_VERSION_PATCH 0
/** @brief Number of the ABI: the SOVERSION. It changes only when a program would have to be compiled again. @since 0.1 */
#define INNO_ABI 0

/**
 * @brief Release of the library that is running.
 * @return static text, for instance "0.1.0"
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_version(void);

/**
 * @brief ABI of the library that is running; compare it with #INNO_ABI before any other call.
 * @return #INNO_ABI of the library
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_abi_version(void);

/**
 * @brief How the library was built: compiler, word size, instruction set, contraction. Never a date.
 * @return static text of one line
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_build_info(void);

#ifdef __cplusplus
}
#endif
#endif
