#include "innoscore/version.h"

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

#if defined(__clang__)
#define COMPILER "clang " TEXT(__clang_major__) "." TEXT(__clang_minor__)
#elif defined(__GNUC__)
#define COMPILER "gcc " TEXT(__GNUC__) "." TEXT(__GNUC_MINOR__)
#else
#define COMPILER "C compiler"
#endif

#if defined(__AVX512F__)
#define INSTRUCTIONS "AVX-512"
#elif defined(__AVX2__)
#define INSTRUCTIONS "AVX2"
#elif defined(__SSE2__)
#define INSTRUCTIONS "SSE2"
#else
#define INSTRUCTIONS "portable"
#endif

#if defined(_WIN32)
#define PLATFORM "Windows"
#elif defined(__linux__)
#define PLATFORM "Linux"
#elif defined(__wasm__)
#define PLATFORM "WebAssembly"
#else
#define PLATFORM "other"
#endif

#if UINTPTR_MAX > 0xffffffffu
#define WORD "64-bit"
#else
#define WORD "32-bit"
#endif

const char *INNO_CALL inno_version(void) {
  return TEXT(INNO_VERSION_MAJOR) "." TEXT(INNO_VERSION_MINOR) "." TEXT(INNO_VERSION_PATCH);
}

int32_t INNO_CALL inno_abi_version(void) { return INNO_ABI; }

const char *INNO_CALL inno_build_info(void) {
  return "innoscore " TEXT(INNO_VERSION_MAJOR) "." TEXT(INNO_VERSION_MINOR) "." TEXT(INNO_VERSION_PATCH) "; " COMPILER
         "; " PLATFORM " " WORD "; " INSTRUCTIONS "; doubles, no fused multiply-add, own log, exp and pow";
}
