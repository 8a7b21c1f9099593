#include "host.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#if defined(_WIN32)
#include <direct.h>
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

#if defined(_WIN32)

/* scoreboard.manifest makes names of files and arguments UTF-8. */
void host_begin(void) { SetConsoleOutputCP(CP_UTF8); }

static bool is_there(const char *path) { return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES; }

/* The long form has the letters as they are on the disk, large or small. */
char *host_real_path(const char *path) {
  char *whole = is_there(path) ? _fullpath(NULL, path, 0) : NULL;
  if (whole == NULL) {
    return NULL;
  }
  DWORD length = GetLongPathNameA(whole, NULL, 0);
  char *real = length > 0 ? malloc(length) : NULL;
  if (real != NULL && GetLongPathNameA(whole, real, length) < length) {
    free(whole);
    whole = real;
  } else {
    free(real);
  }
  for (char *c = whole; *c != '\0'; c++) {
    *c = *c == '\\' ? '/' : *c;
  }
  return whole;
}

/* Files have no number here, so their whole names are compared. */
bool host_same_file(const char *a, const char *b) {
  char *x = host_real_path(a), *y = host_real_path(b);
  bool same = strcmp(a, b) == 0 || (x != NULL && y != NULL && _stricmp(x, y) == 0);
  free(x);
  free(y);
  return same;
}

bool host_make_folder(const char *path) { return _mkdir(path) == 0; }

bool host_replace(const char *from, const char *to) {
  if (MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING)) {
    return true;
  }
  errno = GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND ? ENOENT : EACCES;
  return false;
}

bool host_stderr_is_terminal(void) { return _isatty(_fileno(stderr)) != 0; }

static long cores(void) {
  SYSTEM_INFO system;
  GetSystemInfo(&system);
  return (long)system.dwNumberOfProcessors;
}

/* The handler is forgotten before it is called, as C has it, and it runs in a thread of its own. */
void host_catch_interrupt(void (*handler)(int)) { signal(SIGINT, handler); }
void host_release_interrupt(void) { signal(SIGINT, SIG_DFL); }
void host_block_interrupt(void) {}
void host_unblock_interrupt(void) {}

#else

static struct sigaction caught_before;
static sigset_t blocked_before;

void host_begin(void) {}

char *host_real_path(const char *path) { return realpath(path, NULL); }

bool host_same_file(const char *a, const char *b) {
  struct stat x, y;
  return strcmp(a, b) == 0 || (stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

bool host_make_folder(const char *path) { return mkdir(path, 0777) == 0; }

bool host_replace(const char *from, const char *to) { return rename(from, to) == 0; }

bool host_stderr_is_terminal(void) { return isatty(STDERR_FILENO) == 1; }

static long cores(void) { return sysconf(_SC_NPROCESSORS_ONLN); }

void host_catch_interrupt(void (*handler)(int)) {
  struct sigaction on = {.sa_handler = handler, .sa_flags = (int)SA_RESETHAND};
  sigemptyset(&on.sa_mask);
  sigaction(SIGINT, &on, &caught_before);
}

void host_release_interrupt(void) { sigaction(SIGINT, &caught_before, NULL); }

void host_block_interrupt(void) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, &blocked_before);
}

void host_unblock_interrupt(void) { pthread_sigmask(SIG_SETMASK, &blocked_before, NULL); }

#endif

int32_t host_cores(void) {
  long count = cores();
  return count >= 1 && count <= 1024 ? (int32_t)count : 1;
}
