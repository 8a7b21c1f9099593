/* The add-in: Excel loads it, it registers its functions, Excel calls them. */
#include <stdlib.h>
#include <string.h>

#include "addin.h"
#include "values.h"

#include "functions.inc"

#define COUNT ((int32_t)(sizeof functions / sizeof *functions))

enum { LETTERS = 256 }; /* of a text that Excel is told at registration: its length and 255 letters */

int32_t xll_language(void) {
  wchar_t chosen[8] = L"";
  DWORD length = GetEnvironmentVariableW(L"INNOSCORE_LANGUAGE", chosen, 8);
  if (length == 2) {
    return wcscmp(chosen, L"vi") == 0 ? CELLS_VIETNAMESE : CELLS_ENGLISH;
  }
  return PRIMARYLANGID(GetUserDefaultLangID()) == LANG_VIETNAMESE ? CELLS_VIETNAMESE : CELLS_ENGLISH;
}

xll_value *xll_call(int32_t function, const xll_value *const *arguments, int32_t count) {
  struct cells_range ranges[XLL_MOST_ARGUMENTS];
  int32_t taken = 0;
  while (count > 0 && (arguments[count - 1]->type & XLL_TYPE) == XLL_MISSING) {
    count--;
  }
  while (taken < count && xll_take(arguments[taken], &ranges[taken])) {
    taken++;
  }
  xll_value *value = NULL;
  if (taken == count) {
    cells_answer *answer = cells_call(function, ranges, count, xll_language());
    value = xll_give(answer);
    cells_free(answer);
  } else {
    value = xll_give_error(XLL_ERROR_VALUE); /* no memory */
  }
  while (taken > 0) {
    xll_drop(&ranges[--taken]);
  }
  return value;
}

/* ---- what Excel asks ---- */

static int call_excel(int function, int count, xll_value **arguments, xll_value *result) {
  static xll_call_back call_back; /* the same whoever finds it */
  if (call_back == NULL) {
    FARPROC found = GetProcAddress(GetModuleHandleW(NULL), "MdCallBack12");
    memcpy(&call_back, &found, sizeof call_back);
  }
  return call_back != NULL ? call_back(function, count, arguments, result) : -1;
}

static xll_value text_value(const wchar_t *text, wchar_t room[LETTERS]) {
  size_t length = wcslen(text);
  length = length < LETTERS ? length : LETTERS - 1;
  room[0] = (wchar_t)length;
  memcpy(room + 1, text, length * sizeof *room);
  return (xll_value){{.text = room}, XLL_STRING};
}

static const wchar_t *word(const struct xll_words *words, int32_t language) {
  return language == CELLS_VIETNAMESE ? words->vietnamese : words->english;
}

/* Excel's REGISTER: module, procedure, types, name, argument names, 1 = for cells, category, no key, no help file, help. */
static void register_function(const struct xll_function *function, xll_value *module, int32_t language) {
  enum { FIRST = 10 };
  static wchar_t room[FIRST + XLL_MOST_ARGUMENTS][LETTERS]; /* Excel opens add-ins one at a time, in its own thread */
  xll_value values[FIRST + XLL_MOST_ARGUMENTS], *arguments[FIRST + XLL_MOST_ARGUMENTS];
  const wchar_t *texts[FIRST] = {NULL,  function->procedure, function->types, function->name, word(&function->names, language),
                                 NULL,  word(&function->category, language),  L"",            L"",
                                 word(&function->help, language)};
  values[0] = *module;
  for (int i = 1; i < FIRST; i++) {
    values[i] = texts[i] != NULL ? text_value(texts[i], room[i]) : (xll_value){{.number = 1.0}, XLL_NUMBER};
  }
  for (int i = 0; i < function->arguments; i++) {
    values[FIRST + i] = text_value(word(&function->argument_help[i], language), room[FIRST + i]);
  }
  for (int i = 0; i < FIRST + function->arguments; i++) {
    arguments[i] = &values[i];
  }
  xll_value id;
  (void)call_excel(XLL_REGISTER, FIRST + function->arguments, arguments, &id); /* a number or an error: nothing to free */
}

XLL_EXPORT int WINAPI xlAutoOpen(void) {
  xll_value module;
  if (call_excel(XLL_GET_NAME, 0, NULL, &module) != 0) {
    return 0;
  }
  int32_t language = xll_language();
  for (int32_t i = 0; i < COUNT; i++) {
    register_function(&functions[i], &module, language);
  }
  xll_value *to_free = &module;
  (void)call_excel(XLL_FREE, 1, &to_free, NULL);
  return 1;
}

/* Excel also calls it when the user then decides not to quit: the functions must stay. */
XLL_EXPORT int WINAPI xlAutoClose(void) { return 1; }

/* The user takes the add-in out of the list: the names go. */
XLL_EXPORT int WINAPI xlAutoRemove(void) {
  wchar_t room[LETTERS];
  for (int32_t i = 0; i < COUNT; i++) {
    xll_value name = text_value(functions[i].name, room), *argument = &name;
    (void)call_excel(XLL_SET_NAME, 1, &argument, NULL); /* the name stands for nothing from here on */
  }
  return 1;
}

XLL_EXPORT void WINAPI xlAutoFree12(xll_value *value) { free(value); }

/* 1 asks for the name in the list of add-ins. */
XLL_EXPORT xll_value *WINAPI xlAddInManagerInfo12(const xll_value *action) {
  static wchar_t name[] = L"\x9Innoscore";
  static xll_value answer = {{.text = name}, XLL_STRING}, none = {{.error = XLL_ERROR_VALUE}, XLL_ERROR};
  uint32_t type = action->type & XLL_TYPE;
  bool asked = (type == XLL_NUMBER && action->as.number == 1.0) || (type == XLL_INTEGER && action->as.integer == 1);
  return asked ? &answer : &none;
}
