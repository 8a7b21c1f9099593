/* The functions as Excel registers and calls them: functions.inc is the table. */
#ifndef XLL_ADDIN_H
#define XLL_ADDIN_H

#include "abi.h"

#define XLL_EXPORT __declspec(dllexport)
#define XLL_ENTRY XLL_EXPORT xll_value *WINAPI

enum { XLL_MOST_ARGUMENTS = 20 }; /* as many as every version of Excel shows help for */

struct xll_words {
  const wchar_t *english, *vietnamese;
};

struct xll_function {
  const wchar_t *procedure; /* as exported */
  const wchar_t *name;      /* as typed in a cell */
  const wchar_t *types;
  struct xll_words category, names, help;
  const struct xll_words *argument_help;
  int32_t arguments;
};

/* Calls a function of cells.h by its number; an argument that is left out is XLL_MISSING. */
xll_value *xll_call(int32_t function, const xll_value *const *arguments, int32_t count);

/* Language of help and sentences, CELLS_ENGLISH or CELLS_VIETNAMESE: what INNOSCORE_LANGUAGE says (en, vi), else the user's
 * regional setting. */
int32_t xll_language(void);

/* What Excel looks for */
XLL_EXPORT int WINAPI xlAutoOpen(void);
XLL_EXPORT int WINAPI xlAutoClose(void);
XLL_EXPORT int WINAPI xlAutoRemove(void);
XLL_EXPORT void WINAPI xlAutoFree12(xll_value *value);
XLL_EXPORT xll_value *WINAPI xlAddInManagerInfo12(const xll_value *action);

#endif
