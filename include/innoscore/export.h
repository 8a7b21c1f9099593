/** @file
 * Export and calling-convention macros. Nothing here is a function of the library.
 * @since 0.1
 */
#ifndef INNOSCORE_EXPORT_H
#define INNOSCORE_EXPORT_H

/**
 * @brief Calling convention of every public function and callback.
 *
 * Define INNO_STDCALL to compile for the DLL of the flat tier for 32-bit Excel, whose functions are __stdcall as VBA
 * wants them: on 32-bit Windows only, elsewhere it means nothing.
 * @since 0.1
 */
#if defined(_WIN32) && !defined(_WIN64) && defined(INNO_STDCALL)
#define INNO_CALL __stdcall
#elif defined(_WIN32)
#define INNO_CALL __cdecl
#else
#define INNO_CALL
#endif

/** @brief Marks a public symbol. Define INNO_STATIC when linking the static library. @since 0.1 */
#if defined(INNO_STATIC)
#define INNO_API
#elif defined(_WIN32) && defined(INNO_BUILDING)
#define INNO_API __declspec(dllexport)
#elif defined(_WIN32)
#define INNO_API __declspec(dllimport)
#elif defined(__GNUC__)
#define INNO_API __attribute__((visibility("default")))
#else
#define INNO_API
#endif

#endif
