/* Stands in for Excel: loads an .xll, takes its registrations, calls its functions by the names it registered.
 * Usage: host FILE.xll, a command a line on its input; test_xll.py gives the commands and judges the answers.
 *
 * A value: n<16 hex digits of the double>  i<integer>  b0  b1  e<error>  s<4 hex digits a letter of UTF-16>  m (left out)
 * z (empty cell)  r (a reference)  a ROWS COLUMNS and the cells  f ROWS COLUMNS (the cells 0, 1, 2 ...). Commands: open, close, remove, info VALUE,
 * call NAME COUNT VALUES, and of all calls so far: threads THREADS ROUNDS, heap ROUNDS, time ROUNDS. */
#include <inttypes.h>
#include <malloc.h> /* _get_heap_handle() */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi.h"

enum { MOST = 20, LETTERS = 256, FUNCTIONS = 512, CALLS = 4096 };

struct registered {
  wchar_t name[LETTERS];
  FARPROC entry;
  int count; /* of arguments, as its types say */
};

struct call {
  const struct registered *function;
  int count;
  xll_value values[MOST];
  char *answer;
};

static HMODULE module;
static wchar_t module_name[MAX_PATH];
static struct registered functions[FUNCTIONS];
static int function_count, excel_blocks;
static struct call calls[CALLS];
static int call_count;

static void die(const char *form, ...) {
  va_list values;
  va_start(values, form);
  fprintf(stderr, "host: ");
  vfprintf(stderr, form, values);
  fprintf(stderr, "\n");
  va_end(values);
  exit(2);
}

static void *room(size_t size) {
  void *block = calloc(1, size + 1);
  if (block == NULL) {
    die("no memory");
  }
  return block;
}

/* ---- values as text ---- */

struct text {
  char *at;
  size_t length, room;
};

static void put(struct text *out, const char *form, ...) {
  va_list values;
  char piece[64];
  va_start(values, form);
  int length = vsnprintf(piece, sizeof piece, form, values);
  va_end(values);
  if (out->length + (size_t)length + 1 > out->room) {
    out->room = 2 * (out->room + 64);
    out->at = realloc(out->at, out->room);
    if (out->at == NULL) {
      die("no memory");
    }
  }
  memcpy(out->at + out->length, piece, (size_t)length + 1);
  out->length += (size_t)length;
}

static void put_value(struct text *out, const xll_value *value) {
  uint64_t bits = 0;
  switch (value->type & XLL_TYPE) {
  case XLL_NUMBER:
    memcpy(&bits, &value->as.number, sizeof bits);
    put(out, "n%08x%08x", (unsigned)(bits >> 32), (unsigned)bits);
    break;
  case XLL_STRING:
    put(out, "s");
    for (int i = 1; i <= value->as.text[0]; i++) {
      put(out, "%04x", (unsigned)value->as.text[i]);
    }
    break;
  case XLL_BOOLEAN:
    put(out, "b%d", (int)value->as.boolean);
    break;
  case XLL_ERROR:
    put(out, "e%d", (int)value->as.error);
    break;
  case XLL_INTEGER:
    put(out, "i%d", (int)value->as.integer);
    break;
  case XLL_MISSING:
    put(out, "m");
    break;
  case XLL_NIL:
    put(out, "z");
    break;
  case XLL_LOCAL_REFERENCE:
    put(out, "r");
    break;
  case XLL_MULTI:
    put(out, "a %d %d", (int)value->as.multi.rows, (int)value->as.multi.columns);
    for (int i = 0; i < value->as.multi.rows * value->as.multi.columns; i++) {
      put(out, " ");
      put_value(out, &value->as.multi.cells[i]);
    }
    break;
  default:
    put(out, "?%u", (unsigned)value->type);
    break;
  }
}

static void read_string(const char *digits, xll_value *out) {
  size_t length = strlen(digits) / 4;
  out->as.text = room((length + 1) * sizeof(wchar_t));
  out->as.text[0] = (wchar_t)length;
  for (size_t i = 0; i < length; i++) {
    char letter[5] = {digits[4 * i], digits[4 * i + 1], digits[4 * i + 2], digits[4 * i + 3], '\0'};
    out->as.text[i + 1] = (wchar_t)strtoul(letter, NULL, 16);
  }
}

static const char *next_word(void) {
  const char *word = strtok(NULL, " ");
  if (word == NULL) {
    die("a command ends too early");
  }
  return word;
}

static void read_value(xll_value *out) {
  static const struct {
    char letter;
    uint32_t type;
  } types[] = {{'n', XLL_NUMBER}, {'s', XLL_STRING},          {'b', XLL_BOOLEAN}, {'e', XLL_ERROR}, {'i', XLL_INTEGER}, {'m', XLL_MISSING},
               {'z', XLL_NIL},    {'r', XLL_LOCAL_REFERENCE}, {'a', XLL_MULTI},
               {'f', XLL_MULTI}};
  const char *word = next_word();
  memset(out, 0xAB, sizeof *out); /* what the type does not use says nothing */
  out->type = 0;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    out->type = types[i].letter == word[0] ? types[i].type : out->type;
  }
  uint64_t bits = out->type == XLL_NUMBER ? strtoull(word + 1, NULL, 16) : 0;
  switch (out->type) {
  case XLL_NUMBER:
    memcpy(&out->as.number, &bits, sizeof bits);
    break;
  case XLL_STRING:
    read_string(word + 1, out);
    break;
  case XLL_MULTI:
    out->as.multi.rows = atoi(next_word());
    out->as.multi.columns = atoi(next_word());
    out->as.multi.cells = room((size_t)(out->as.multi.rows * out->as.multi.columns) * sizeof *out);
    for (int i = 0; i < out->as.multi.rows * out->as.multi.columns; i++) {
      if (word[0] == 'a') {
        read_value(&out->as.multi.cells[i]);
      } else {
        out->as.multi.cells[i] = (xll_value){{.number = i}, XLL_NUMBER};
      }
    }
    break;
  case 0:
    die("no value: %s", word);
    break;
  default:
    out->as.integer = atoi(word + 1);
    break;
  }
}

/* ---- what Excel does for an add-in ---- */

static void register_function(int count, xll_value **arguments) {
  struct registered *one = &functions[function_count++];
  char procedure[LETTERS] = "";
  for (int i = 0; i < arguments[1]->as.text[0]; i++) {
    procedure[i] = (char)arguments[1]->as.text[i + 1];
  }
  memcpy(one->name, arguments[3]->as.text + 1, arguments[3]->as.text[0] * sizeof(wchar_t));
  one->entry = GetProcAddress(module, procedure);
  one->count = arguments[2]->as.text[0] - 2; /* less the answer and the $ */
  struct text line = {NULL, 0, 0};
  for (int i = 0; i < count; i++) {
    put(&line, " ");
    put_value(&line, arguments[i]);
  }
  printf("register %d%s\n", one->entry != NULL, line.at);
  free(line.at);
}

__declspec(dllexport) int WINAPI MdCallBack12(int function, int count, xll_value **arguments, xll_value *result);

int WINAPI MdCallBack12(int function, int count, xll_value **arguments, xll_value *result) {
  switch (function) {
  case XLL_GET_NAME:
    result->as.text = room((wcslen(module_name) + 1) * sizeof(wchar_t));
    result->as.text[0] = (wchar_t)wcslen(module_name);
    memcpy(result->as.text + 1, module_name, result->as.text[0] * sizeof(wchar_t));
    result->type = XLL_STRING;
    excel_blocks++;
    return 0;
  case XLL_FREE:
    free(arguments[0]->as.text);
    excel_blocks--;
    return 0;
  case XLL_REGISTER:
    register_function(count, arguments);
    result->as.number = function_count;
    result->type = XLL_NUMBER;
    return 0;
  case XLL_SET_NAME: {
    struct text line = {NULL, 0, 0};
    put_value(&line, arguments[0]);
    printf("forget %s\n", line.at);
    free(line.at);
    return 0;
  }
  default:
    return 1;
  }
}

/* ---- calls ---- */

#define V xll_value *
#define A(i) (V) & one->values[i]
#define CALL(n, types, given) \
  case n: \
    return ((V(WINAPI *) types)(void *)one->function->entry)given;

static xll_value *run(const struct call *one) {
  switch (one->function->count) {
    CALL(0, (void), ())
    CALL(1, (V), (A(0)))
    CALL(2, (V, V), (A(0), A(1)))
    CALL(3, (V, V, V), (A(0), A(1), A(2)))
    CALL(4, (V, V, V, V), (A(0), A(1), A(2), A(3)))
    CALL(5, (V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4)))
    CALL(6, (V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5)))
    CALL(7, (V, V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5), A(6)))
    CALL(8, (V, V, V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7)))
    CALL(9, (V, V, V, V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8)))
    CALL(10, (V, V, V, V, V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9)))
    CALL(11, (V, V, V, V, V, V, V, V, V, V, V), (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10)))
    CALL(12, (V, V, V, V, V, V, V, V, V, V, V, V),
         (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10), A(11)))
    CALL(13, (V, V, V, V, V, V, V, V, V, V, V, V, V),
         (A(0), A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10), A(11), A(12)))
  default:
    die("a function of %d arguments", one->function->count);
    return NULL;
  }
}

static void let_go(xll_value *value) {
  void(WINAPI * free_value)(xll_value *) = (void(WINAPI *)(xll_value *))(void *)GetProcAddress(module, "xlAutoFree12");
  if ((value->type & XLL_FREED_BY_DLL) != 0) {
    free_value(value);
  }
}

static char *answer_of(const struct call *one) {
  struct text out = {NULL, 0, 0};
  xll_value *value = run(one);
  put(&out, "%s ", (value->type & XLL_FREED_BY_DLL) != 0 ? "own" : "kept");
  put_value(&out, value);
  let_go(value);
  return out.at;
}

static struct text arguments_of(const struct call *one) {
  struct text out = {NULL, 0, 0};
  for (int i = 0; i < MOST; i++) {
    put_value(&out, &one->values[i]);
  }
  return out;
}

static void call_function(void) {
  struct call *one = &calls[call_count++];
  const char *name = next_word();
  for (int i = 0; i < function_count; i++) {
    char given[LETTERS];
    snprintf(given, sizeof given, "%ls", functions[i].name);
    one->function = strcmp(given, name) == 0 ? &functions[i] : one->function;
  }
  if (one->function == NULL || call_count == CALLS) {
    die("no function %s, or too many calls", name);
  }
  one->count = atoi(next_word());
  for (int i = 0; i < MOST; i++) {
    if (i < one->count) {
      read_value(&one->values[i]);
    } else {
      one->values[i].type = XLL_MISSING;
    }
  }
  struct text before = arguments_of(one);
  one->answer = answer_of(one);
  struct text after = arguments_of(one);
  if (strcmp(before.at, after.at) != 0) {
    die("%s wrote to its arguments", name);
  }
  free(before.at);
  free(after.at);
  printf("answer %s\n", one->answer);
}

static int rounds;

static DWORD WINAPI repeat(void *wrong) {
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < call_count; i++) {
      char *answer = answer_of(&calls[i]);
      *(int *)wrong += strcmp(answer, calls[i].answer) != 0;
      free(answer);
    }
  }
  return 0;
}

static void run_threads(int count) {
  HANDLE threads[16];
  int wrong[16] = {0}, all = 0;
  for (int i = 0; i < count; i++) {
    threads[i] = CreateThread(NULL, 0, repeat, &wrong[i], 0, NULL);
  }
  for (int i = 0; i < count; i++) {
    if (threads[i] == NULL || WaitForSingleObject(threads[i], INFINITE) != WAIT_OBJECT_0) {
      die("a thread did not run");
    }
    all += wrong[i];
  }
  printf("threads %d calls %d wrong %d\n", count, count * rounds * call_count, all);
}

static int used_blocks(void) { /* malloc() of msvcrt takes from this heap */
  PROCESS_HEAP_ENTRY one = {.lpData = NULL};
  HANDLE heap = (HANDLE)_get_heap_handle();
  int used = 0;
  HeapLock(heap);
  while (HeapWalk(heap, &one)) {
    used += (one.wFlags & PROCESS_HEAP_ENTRY_BUSY) != 0;
  }
  HeapUnlock(heap);
  return used;
}

static void watch_heap(void) {
  int wrong = 0, before = used_blocks();
  (void)repeat(&wrong);
  int after = used_blocks();
  for (int i = 0; i < call_count; i++) {
    (void)run(&calls[i]); /* not let go: these must be seen */
  }
  printf("heap kept %d leaked %d of %d\n", after - before, used_blocks() - after, call_count);
}

static void measure(void) {
  LARGE_INTEGER begin, end, second;
  QueryPerformanceFrequency(&second);
  QueryPerformanceCounter(&begin);
  for (int i = 0; i < rounds; i++) {
    let_go(run(&calls[call_count - 1]));
  }
  QueryPerformanceCounter(&end);
  printf("time %.3f\n", 1e6 * (double)(end.QuadPart - begin.QuadPart) / (double)second.QuadPart / rounds);
}

static void command(char *line) {
  const char *word = strtok(line, " ");
  if (word == NULL) {
    die("an empty command");
  }
  if (strcmp(word, "call") == 0) {
    call_function();
  } else if (strcmp(word, "threads") == 0) {
    int count = atoi(next_word());
    rounds = atoi(next_word());
    run_threads(count);
  } else if (strcmp(word, "heap") == 0) {
    rounds = atoi(next_word());
    watch_heap();
  } else if (strcmp(word, "time") == 0) {
    rounds = atoi(next_word());
    measure();
  } else if (strcmp(word, "info") == 0) {
    xll_value action, *(WINAPI * info)(const xll_value *) = (V(WINAPI *)(const V))(void *)GetProcAddress(module, "xlAddInManagerInfo12");
    struct text out = {NULL, 0, 0};
    read_value(&action);
    put_value(&out, info(&action));
    printf("info %s\n", out.at);
    free(out.at);
  } else { /* open, close, remove */
    const char *entry = strcmp(word, "open") == 0 ? "xlAutoOpen" : strcmp(word, "close") == 0 ? "xlAutoClose" : "xlAutoRemove";
    int(WINAPI * automatic)(void) = (int(WINAPI *)(void))(void *)GetProcAddress(module, entry);
    int answer = automatic();
    printf("%s %d excel %d\n", word, answer, excel_blocks);
  }
}

int wmain(int count, wchar_t **arguments) {
  if (count != 2 || GetFullPathNameW(arguments[1], MAX_PATH, module_name, NULL) == 0) {
    die("usage: host FILE.xll");
  }
  setvbuf(stdout, NULL, _IONBF, 0); /* each answer at once */
  module = LoadLibraryW(module_name);
  if (module == NULL) {
    die("%ls does not load: error %lu", module_name, GetLastError());
  }
  struct text line = {NULL, 0, 0};
  for (int letter; (letter = getchar()) != EOF;) {
    if (letter == '\n') {
      command(line.at);
      line.length = 0;
    } else if (letter != '\r') {
      put(&line, "%c", letter);
    }
  }
  free(line.at);
  return 0;
}
