/* The text of frames: lines of fields between tabs, numbers exact, a checksum in the last line. Writing and reading are
 * one description, so that they cannot differ; what is read must be letter by letter what would be written. */
#include <string.h>

#include "base/error.h"
#include "base/parse.h"
#include "base/sha256.h"
#include "base/text.h"
#include "construct/frames.h"
#include "construct/keys.h"
#include "numeric/missing.h"

#define FORMAT "innoscore frames 1"
enum { TOKEN = INNO_LIMIT_TEXT + 1 };

typedef struct {
  inno__sink sink; /* writing; NULL = reading */
  void *context;
  const char *at, *end; /* reading */
  int64_t line;
  const char *wrong; /* the first thing that was not as it must be */
  int first;         /* the next field begins a line */
  int no_memory;
} tape;

/* ---- fields ---- */

static void emit(tape *t, const char *text) {
  if (!t->first) t->sink(t->context, "\t", 1);
  t->first = 0;
  t->sink(t->context, text, strlen(text));
}

/* The next field of the line, copied; empty when there is none. */
static void fetch(tape *t, char *token) {
  size_t length = 0;
  token[0] = '\0';
  if (t->wrong != NULL) return;
  if (!t->first && (t->at == t->end || *t->at++ != '\t')) {
    t->wrong = "a field is missing";
    return;
  }
  t->first = 0;
  while (t->at < t->end && *t->at != '\t' && *t->at != '\n' && *t->at != '\0' && length < TOKEN - 1)
    token[length++] = *t->at++;
  token[length] = '\0';
}

static void expect(tape *t, const char *token, const char *text, const char *what) {
  if (t->wrong == NULL && strcmp(token, text) != 0) t->wrong = what;
}

static void word(tape *t, const char *text) {
  char token[TOKEN];
  if (t->sink != NULL) {
    emit(t, text);
    return;
  }
  fetch(t, token);
  expect(t, token, text, text);
}

static void integer(tape *t, int64_t *value, int64_t least, int64_t most, const char *what) {
  char token[TOKEN], again[32];
  inno__text text;
  int64_t read = least;
  if (t->sink == NULL) {
    fetch(t, token);
    if (t->wrong == NULL && (!inno__parse_integer(token, &read) || read < least || read > most)) t->wrong = what;
    *value = t->wrong == NULL ? read : least;
  }
  inno__text_init(&text, again, sizeof again);
  inno__text_int(&text, *value);
  if (t->sink != NULL)
    emit(t, again);
  else
    expect(t, token, again, what);
}

static void small(tape *t, int32_t *value, int32_t least, int32_t most, const char *what) {
  int64_t wide = *value;
  integer(t, &wide, least, most, what);
  if (t->sink == NULL) *value = (int32_t)wide; /* what is written may be shared by threads */
}

static void number(tape *t, double *value, const char *what) {
  char token[TOKEN], again[40];
  inno__text text;
  if (t->sink == NULL) {
    *value = inno__nan();
    fetch(t, token);
    if (t->wrong == NULL && !inno__parse_hexfloat(token, value)) t->wrong = what;
  }
  inno__text_init(&text, again, sizeof again);
  inno__text_hexfloat(&text, *value);
  if (t->sink != NULL)
    emit(t, again);
  else
    expect(t, token, again, what);
}

static void end_line(tape *t) {
  if (t->sink != NULL) {
    t->sink(t->context, "\n", 1);
  } else if (t->wrong == NULL) {
    if (t->at == t->end || *t->at != '\n') {
      t->wrong = "the line goes on";
      return;
    }
    t->at++;
    t->line++;
  }
  t->first = 1;
}

/* ---- the parts ---- */

/* 64 lower-case digits, no more. */
static int is_digest(const char *token) {
  int count = 0;
  while ((token[count] >= '0' && token[count] <= '9') || (token[count] >= 'a' && token[count] <= 'f')) count++;
  return count == INNO_FINGERPRINT_BYTES - 1 && token[count] == '\0';
}

static void fingerprint(tape *t, char *hex) {
  char token[TOKEN];
  word(t, "method");
  if (t->sink != NULL) {
    emit(t, hex);
  } else {
    fetch(t, token);
    if (t->wrong == NULL && !is_digest(token)) t->wrong = "fingerprint";
    if (t->wrong == NULL) memcpy(hex, token, INNO_FINGERPRINT_BYTES);
  }
  end_line(t);
}

static void header(tape *t, inno_frames *f, int32_t *named) {
  word(t, FORMAT);
  end_line(t);
  fingerprint(t, f->fingerprint);
  word(t, "steps");
  small(t, &f->step_count, 1, INNO_LIMIT_STEPS, "steps");
  word(t, "indicators");
  integer(t, &f->indicators, 1, INNO_LIMIT_NODES, "indicators");
  word(t, "periods");
  integer(t, &f->period_count, 1, INNO_LIMIT_UNITS, "periods");
  word(t, "named");
  small(t, named, 0, 1, "named");
  end_line(t);
}

static void periods(tape *t, const inno_frames *f) {
  for (int64_t p = 0; f->periods != NULL && p < f->period_count && t->wrong == NULL; p++) {
    word(t, "period");
    number(t, &f->periods[p], "period");
    end_line(t);
    int order = f->periods[p] - f->periods[p] == 0.0 && (p == 0 || f->periods[p - 1] < f->periods[p]);
    if (t->wrong == NULL && !order) t->wrong = "order of the periods";
  }
}

static void code(tape *t, inno_frames *f, int64_t j) {
  char token[TOKEN];
  word(t, "indicator");
  if (t->sink != NULL) {
    emit(t, inno__names_at(f->codes, j));
  } else {
    fetch(t, token);
    int fresh = t->wrong == NULL && inno__text_valid(token) && inno__names_find(f->codes, token) < 0;
    if (t->wrong == NULL && !fresh) t->wrong = "code";
    if (fresh && inno__names_add(f->codes, token) < 0) {
      t->no_memory = 1;
      t->wrong = "code";
    }
  }
  end_line(t);
}

static void stage(tape *t, inno__treat_stage *s) {
  word(t, "stage");
  small(t, &s->rule, 0, 99, "rule");
  small(t, &s->passed, -1, 1, "passed");
  number(t, &s->skewness, "skewness");
  number(t, &s->kurtosis, "kurtosis");
  integer(t, &s->points_high, 0, INT64_MAX, "points_high");
  integer(t, &s->points_low, 0, INT64_MAX, "points_low");
  number(t, &s->parameter, "parameter");
  number(t, &s->low, "low");
  number(t, &s->high, "high");
  number(t, &s->minimum, "minimum");
  number(t, &s->maximum, "maximum");
  small(t, &s->mirrored, 0, 1, "mirrored");
  end_line(t);
}

static void treat_log(tape *t, inno__treat_log *log) {
  word(t, "log");
  small(t, &log->count, 1, INNO_LIMIT_CHAIN + 1, "stages");
  small(t, &log->kept, 0, log->count - 1, "kept");
  end_line(t);
  for (int32_t k = 0; k < log->count && t->wrong == NULL; k++) stage(t, &log->stage[k]);
}

static void frame(tape *t, inno__frame *f) {
  word(t, "frame");
  small(t, &f->rule, 0, 99, "rule");
  number(t, &f->center, "center");
  number(t, &f->scale, "scale");
  number(t, &f->minimum, "minimum");
  number(t, &f->maximum, "maximum");
  integer(t, &f->count, 0, INT64_MAX, "count");
  small(t, &f->cut_count, 0, INNO__CUTS, "cuts");
  for (int32_t k = 0; k < f->cut_count && t->wrong == NULL; k++) number(t, &f->cuts[k], "cut");
  end_line(t);
}

/* Frames of one indicator in one step. values: they have a place; else they are looked at and dropped. */
static void held(tape *t, inno_frames *f, int32_t k, int64_t j, int values) {
  inno__held *h = &f->held[k * f->indicators + j];
  int treats = f->kinds[k] == INNO_STEP_TREAT;
  int64_t *all = treats ? &f->log_count : &f->frame_count;
  word(t, "frames");
  integer(t, &h->count, 1, f->period_count, "frames");
  end_line(t);
  if (t->wrong == NULL && h->count != 1 && h->count != f->period_count) t->wrong = "frames";
  if (!values) {
    h->first = *all;
    *all += h->count;
  }
  for (int64_t i = 0; i < h->count && t->wrong == NULL; i++) {
    inno__treat_log log;
    inno__frame one;
    memset(&log, 0, sizeof log);
    memset(&one, 0, sizeof one);
    if (treats)
      treat_log(t, values ? &f->logs[h->first + i] : &log);
    else
      frame(t, values ? &f->frames[h->first + i] : &one);
  }
}

static void steps(tape *t, inno_frames *f, int values) {
  for (int32_t k = 0; k < f->step_count && t->wrong == NULL; k++) {
    word(t, "step");
    small(t, &f->kinds[k], 0, INT32_MAX, "kind of a step");
    end_line(t);
    if (f->kinds[k] != INNO_STEP_TREAT && f->kinds[k] != INNO_STEP_NORMALIZE) continue;
    for (int64_t j = 0; j < f->indicators && t->wrong == NULL; j++) held(t, f, k, j, values);
  }
}

void inno__frames_write(const inno_frames *f, inno__sink sink, void *context) {
  tape t = {.sink = sink, .context = context, .first = 1};
  inno_frames copy = *f; /* what describes reading too takes a frames that it could change */
  int32_t named = f->periods != NULL;
  header(&t, &copy, &named);
  periods(&t, &copy);
  for (int64_t j = 0; j < f->indicators; j++) code(&t, &copy, j);
  steps(&t, &copy, 1);
}

/* ---- reading ---- */

static inno_status damaged(const tape *t, inno_error *error) {
  return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_TEXT, &(inno__where){.what = t->wrong, .count = t->line});
}

/* Number of a format that is newer than this one, else 0. */
static int64_t newer(const char *text, size_t length) {
  enum { WORDS = sizeof FORMAT - 2, DIGITS = 9 };
  int64_t number = 0;
  size_t at = WORDS;
  if (length <= WORDS || memcmp(text, FORMAT, WORDS) != 0) return 0;
  for (; at < length && at < WORDS + DIGITS && text[at] >= '0' && text[at] <= '9'; at++)
    number = 10 * number + (text[at] - '0');
  return at < length && text[at] == '\n' && text[WORDS] != '0' && number > 1 ? number : 0;
}

/* The last line is the checksum of all before; the tape ends there. */
static inno_status check_sum(tape *t, inno_error *error) {
  enum { HEAD = sizeof INNO__FRAMES_CHECKSUM - 1, LINE = HEAD + INNO_FINGERPRINT_BYTES };
  size_t length = (size_t)(t->end - t->at);
  char hex[INNO_FINGERPRINT_BYTES];
  inno__sha256 hash;
  t->wrong = "checksum";
  if (length < LINE || t->end[-1] != '\n' || memcmp(t->end - LINE, INNO__FRAMES_CHECKSUM, HEAD) != 0)
    return damaged(t, error);
  inno__sha256_init(&hash);
  inno__sha256_update(&hash, t->at, length - LINE);
  inno__sha256_hex(&hash, hex);
  if (memcmp(t->end - INNO_FINGERPRINT_BYTES, hex, 64) != 0) return damaged(t, error);
  t->end -= LINE;
  t->wrong = NULL;
  return INNO_OK;
}

/* Everything behind the header: first to look and count, then to keep. */
static inno_status read_steps(tape *t, inno_frames *f) {
  tape again = *t;
  steps(t, f, 0);
  if (t->wrong == NULL && t->at != t->end) t->wrong = "more than there should be";
  if (t->wrong != NULL) return INNO_OK;
  inno_status s = inno__frames_room_for_values(f);
  if (s == INNO_OK) steps(&again, f, 1);
  return s;
}

static inno_status read_all(tape *t, inno_frames *f) {
  const size_t length = (size_t)(t->end - t->at);
  int32_t named = 0;
  header(t, f, &named);
  /* every indicator and every named period has lines: a header alone cannot ask for much memory */
  size_t lines = (size_t)f->step_count * (size_t)f->indicators / 4;
  if (t->wrong == NULL && (lines > length || (size_t)f->period_count > length)) t->wrong = "counts";
  if (t->wrong == NULL && !named && f->period_count != 1) t->wrong = "periods";
  if (t->wrong != NULL) {
    f->step_count = 0;
    f->indicators = f->period_count = 0;
    return INNO_OK;
  }
  inno_status s = inno__frames_room(f, named);
  if (s == INNO_OK) s = inno__names_create(&f->allocator, &f->codes);
  if (s != INNO_OK) return s;
  periods(t, f);
  for (int64_t j = 0; j < f->indicators && t->wrong == NULL; j++) code(t, f, j);
  if (t->no_memory) return INNO_E_NOMEM;
  return t->wrong == NULL ? read_steps(t, f) : INNO_OK;
}

inno_status inno__frames_read(const inno_allocator *a, const char *text, size_t length, inno_frames **out,
                              inno_error *error) {
  tape t = {.at = text, .end = text + length, .line = 1, .first = 1};
  *out = NULL;
  int64_t later = newer(text, length);
  if (later > 0) return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_NEWER, &(inno__where){.count = later});
  inno_status s = check_sum(&t, error);
  if (s != INNO_OK) return s;
  inno_frames *f = inno__frames_new(a);
  s = f != NULL ? read_all(&t, f) : INNO_E_NOMEM;
  if (s != INNO_OK)
    inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  else if (t.wrong != NULL)
    s = damaged(&t, error);
  if (s == INNO_OK)
    *out = f;
  else
    inno__frames_destroy(f);
  return s;
}
