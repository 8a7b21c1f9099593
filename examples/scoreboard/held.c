#include "held.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "host.h"

/* The whole file; false without a message when it cannot be read. */
static bool read_bytes(const struct session *s, const char *file, struct text *out) {
  char piece[4096];
  FILE *stream = fopen(file, "rb");
  if (stream == NULL) {
    return false;
  }
  text_put(s->arena, out, "");
  for (size_t n = fread(piece, 1, sizeof piece, stream); n > 0; n = fread(piece, 1, sizeof piece, stream)) {
    text_add(s->arena, out, piece, n);
  }
  bool good = ferror(stream) == 0;
  fclose(stream);
  return good;
}

bool held_read(const struct session *s, const char *file, inno_frames **out) {
  struct text bytes = {0};
  *out = NULL;
  if (file == NULL) {
    return true;
  }
  if (!read_bytes(s, file, &bytes)) {
    return fail(s, (struct place){.file = file}, "cannot be read: %s", "không đọc được: %s", strerror(errno));
  }
  if (inno_frames_read(NULL, bytes.bytes, (int64_t)bytes.length, out, s->error) != INNO_OK) {
    return fail_library(s, (struct place){.file = file});
  }
  return true;
}

static const char *beside(const struct board *b, const char *file) {
  return arena_print(b->session->arena, "%s.part", file);
}

/* The frames as a text; NULL after a message. */
static const char *text_of(const struct board *b, size_t *length) {
  const struct session *s = b->session;
  inno_frames *frames = NULL;
  int64_t needed = 0;
  char *text = NULL;
  if (inno_frames_create_from_result(NULL, b->result, b->plan->method, &frames, s->error) == INNO_OK) {
    inno_frames_write(frames, NULL, 0, &needed, NULL);
    text = arena_take(s->arena, (size_t)needed, 1);
    if (inno_frames_write(frames, text, needed, NULL, s->error) != INNO_OK) {
      text = NULL;
    }
  }
  inno_frames_destroy(frames);
  if (text == NULL) {
    fail_library(s, (struct place){0});
    return NULL;
  }
  *length = (size_t)needed - 1;
  return text;
}

static bool cannot_write(const struct session *s, const char *file) {
  return fail(s, (struct place){.file = file}, "cannot be written: %s", "không ghi được: %s", strerror(errno));
}

bool held_prepare(const struct board *b, const char *file, const char *const *inputs, size_t input_count) {
  const struct session *s = b->session;
  size_t length = 0;
  for (size_t i = 0; i < input_count; i++) {
    if (inputs[i] != NULL && host_same_file(file, inputs[i])) {
      return fail(s, (struct place){.file = file}, "is an input; save the frames elsewhere",
                  "là tệp đầu vào; hãy ghi khung vào tệp khác");
    }
  }
  const char *text = text_of(b, &length), *part = beside(b, file);
  if (text == NULL) {
    return false;
  }
  FILE *stream = fopen(part, "wb");
  bool good = stream != NULL && fwrite(text, 1, length, stream) == length;
  good = stream != NULL && fclose(stream) == 0 && good;
  if (!good) {
    cannot_write(s, file);
    remove(part);
  }
  return good;
}

bool held_move(const struct board *b, const char *file) {
  return host_replace(beside(b, file), file) || cannot_write(b->session, file);
}

void held_abandon(const struct board *b, const char *file) { remove(beside(b, file)); }
