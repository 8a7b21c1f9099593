/* The published binary interface of Excel's C add-ins (Excel 2007 and later): values, codes and the call back.
 * Only what the add-in and its stand-in host use. */
#ifndef XLL_ABI_H
#define XLL_ABI_H

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>
#include <windows.h>

/* Types of a value; the two bits say who frees it */
enum {
  XLL_NUMBER = 0x0001,
  XLL_STRING = 0x0002,
  XLL_BOOLEAN = 0x0004,
  XLL_REFERENCE = 0x0008,
  XLL_ERROR = 0x0010,
  XLL_MULTI = 0x0040,
  XLL_MISSING = 0x0080, /* the argument was left out */
  XLL_NIL = 0x0100,     /* an empty cell */
  XLL_LOCAL_REFERENCE = 0x0400,
  XLL_INTEGER = 0x0800,
  XLL_TYPE = 0x0FFF,
  XLL_FREED_BY_EXCEL = 0x1000,
  XLL_FREED_BY_DLL = 0x4000 /* Excel then calls xlAutoFree12() */
};

/* Errors */
enum { XLL_ERROR_VALUE = 15, XLL_ERROR_NUM = 36, XLL_ERROR_NA = 42 };

/* Functions of the call back */
enum {
  XLL_FREE = 0x4000,
  XLL_GET_NAME = 0x4009,
  XLL_SET_NAME = 88,
  XLL_REGISTER = 149,
  XLL_UNREGISTER = 201
};

enum { XLL_ROWS = 1048576, XLL_COLUMNS = 16384, XLL_TEXT = 32767 }; /* limits of a sheet and of a cell */

typedef struct xll_value xll_value;

struct xll_value {
  union {
    double number;
    wchar_t *text; /* text[0] is its length, no 0 at the end */
    int32_t boolean;
    int32_t error;
    int32_t integer;
    struct {
      uint16_t count;
      int32_t row_first, row_last, column_first, column_last;
    } local;
    struct {
      void *areas;
      uintptr_t sheet;
    } reference;
    struct {
      xll_value *cells; /* row by row */
      int32_t rows, columns;
    } multi;
  } as;
  uint32_t type;
};

_Static_assert(sizeof(wchar_t) == 2, "texts are UTF-16");
_Static_assert(sizeof(xll_value) == 32 && offsetof(xll_value, type) == 24, "XLOPER12, the same on 32 and 64 bits");

/* What Excel exports as MdCallBack12; 0 = done. */
typedef int(WINAPI *xll_call_back)(int function, int count, xll_value **arguments, xll_value *result);

#endif
