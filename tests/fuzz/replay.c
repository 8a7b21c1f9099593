/* Runs a fuzz target without libFuzzer: on the files that are named, else on its corpus and then on FUZZ_INPUTS inputs
 * that are random but the same everywhere: bytes drawn anew, or a file of the corpus with a few changes. After a
 * failure
 * --input N runs the input of that number alone. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

enum { MOST_FILES = 256, LONGEST = 4096 };

typedef struct {
  uint8_t *bytes;
  size_t length;
} file;

static file files[MOST_FILES];
static size_t file_count;

/* Exactly as long as the input, so that a sanitizer sees every byte read behind it. */
static void run(const uint8_t *bytes, size_t length) {
  uint8_t *copy = malloc(length > 0 ? length : 1);
  if (copy == NULL) abort();
  if (length > 0) memcpy(copy, bytes, length);
  LLVMFuzzerTestOneInput(copy, length);
  free(copy);
}

static file read_file(const char *path) {
  static uint8_t buffer[1 << 20];
  FILE *stream = fopen(path, "rb");
  if (stream == NULL) {
    fprintf(stderr, "%s: cannot be opened\n", path);
    exit(1);
  }
  file f = {NULL, fread(buffer, 1, sizeof buffer, stream)};
  fclose(stream);
  f.bytes = malloc(f.length > 0 ? f.length : 1);
  if (f.bytes == NULL) abort();
  memcpy(f.bytes, buffer, f.length);
  return f;
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* In the order of their names: a folder has none of its own. */
static void read_corpus(const char *folder) {
  char *names[MOST_FILES], path[LONGEST];
  size_t count = 0;
  DIR *d = opendir(folder);
  if (d == NULL) {
    fprintf(stderr, "%s: there is no corpus\n", folder);
    exit(1);
  }
  for (const struct dirent *e = readdir(d); e != NULL && count < MOST_FILES; e = readdir(d)) {
    if (e->d_name[0] == '.') continue;
    size_t size = strlen(e->d_name) + 1;
    names[count] = malloc(size);
    if (names[count] == NULL) abort();
    memcpy(names[count++], e->d_name, size);
  }
  closedir(d);
  qsort(names, count, sizeof names[0], by_name);
  for (size_t k = 0; k < count; k++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[k]);
    files[file_count++] = read_file(path);
    free(names[k]);
  }
}

/* ---- inputs by number ---- */

static uint64_t state;

static uint64_t draw(uint64_t below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  uint64_t x = state ^ state >> 33;
  return x * 0x9e3779b97f4a7c15u % below;
}

static size_t fresh(uint8_t *out) {
  size_t length = draw(4) == 0 ? draw(32) : draw(512);
  for (size_t i = 0; i < length; i++) out[i] = (uint8_t)(draw(3) == 0 ? draw(8) : draw(256));
  return length;
}

static size_t changed(uint8_t *out) {
  const file *f = &files[draw(file_count)];
  size_t length = f->length < LONGEST / 2 ? f->length : LONGEST / 2;
  memcpy(out, f->bytes, length);
  for (uint64_t k = 1 + draw(6); k > 0; k--) {
    size_t at = draw(length + 1), more = 1 + draw(8);
    if (draw(3) == 0 && length + more < LONGEST) { /* insert */
      memmove(out + at + more, out + at, length - at);
      for (size_t i = 0; i < more; i++) out[at + i] = (uint8_t)draw(256);
      length += more;
    } else if (draw(3) == 0 && at + more <= length) { /* leave out */
      memmove(out + at, out + at + more, length - at - more);
      length -= more;
    } else if (at < length) {
      out[at] = (uint8_t)(draw(2) == 0 ? draw(256) : out[at] ^ 1u << draw(8));
    }
  }
  return length;
}

static void run_number(uint64_t number) {
  uint8_t bytes[LONGEST];
  state = number * 0x9e3779b97f4a7c15u + 1;
  draw(2);
  run(bytes, number % 2 == 1 && file_count > 0 ? changed(bytes) : fresh(bytes));
}

/* A failure ends the program: which input it was must be known before. */
static void announce(const char *what, uint64_t number) {
  static char line[128];
  snprintf(line, sizeof line, "%s %llu", what, (unsigned long long)number);
  if (getenv("FUZZ_VERBOSE") != NULL) fprintf(stderr, "%s\n", line);
}

int main(int argc, char **argv) {
  if (argc == 3 && strcmp(argv[1], "--input") == 0) {
    read_corpus(FUZZ_CORPUS);
    run_number(strtoull(argv[2], NULL, 10));
  } else if (argc > 1) {
    for (int k = 1; k < argc; k++) files[file_count++ % MOST_FILES] = read_file(argv[k]);
    for (size_t k = 0; k < file_count && k < MOST_FILES; k++) run(files[k].bytes, files[k].length);
  } else {
    read_corpus(FUZZ_CORPUS);
    for (size_t k = 0; k < file_count; k++) {
      announce("file", k);
      run(files[k].bytes, files[k].length);
    }
    for (uint64_t k = 0; k < FUZZ_INPUTS; k++) {
      announce("input", k);
      run_number(k);
    }
    printf("%zu files and %d inputs\n", file_count, FUZZ_INPUTS);
  }
  for (size_t k = 0; k < file_count && k < MOST_FILES; k++) free(files[k].bytes);
  return 0;
}
