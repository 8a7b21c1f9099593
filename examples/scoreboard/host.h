/* What systems do each in their own way: POSIX, and Windows through mingw-w64. */
#ifndef SCOREBOARD_HOST_H
#define SCOREBOARD_HOST_H

#include <stdbool.h>
#include <stdint.h>

/* Call it first. On Windows the terminal shows UTF-8 from then on. */
void host_begin(void);

/* The file or folder itself where links lead to it, with / between names; the caller frees it. NULL = there is none. */
char *host_real_path(const char *path);
bool host_same_file(const char *a, const char *b);   /* two names of one file */
bool host_make_folder(const char *path);             /* false with errno */
bool host_replace(const char *from, const char *to); /* renames a file, over one that is there; false with errno */

bool host_stderr_is_terminal(void);
int32_t host_cores(void); /* 1 where the machine does not say */

/* handler is called once for Ctrl-C; a second one ends the program. */
void host_catch_interrupt(void (*handler)(int));
void host_release_interrupt(void);
/* Between the two, threads that are started leave Ctrl-C to the others. */
void host_block_interrupt(void);
void host_unblock_interrupt(void);

#endif
