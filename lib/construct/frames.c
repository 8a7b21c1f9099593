#include "construct/frames.h"

#include <string.h>

#include "base/error.h"
#include "construct/keys.h"
#include "numeric/missing.h"

/* ---- life ---- */

void inno__frames_destroy(inno_frames *f) {
  if (f == NULL) return;
  inno_allocator a = f->allocator;
  inno__names_destroy(f->codes);
  inno__free(&a, f->kinds, (size_t)f->step_count * sizeof *f->kinds);
  inno__free(&a, f->periods, (size_t)f->period_count * sizeof *f->periods);
  inno__free(&a, f->held, (size_t)f->step_count * (size_t)f->indicators * sizeof *f->held);
  inno__free(&a, f->logs, (size_t)f->log_count * sizeof *f->logs);
  inno__free(&a, f->frames, (size_t)f->frame_count * sizeof *f->frames);
  inno__free(&a, f, sizeof *f);
}

inno_frames *inno__frames_new(const inno_allocator *a) {
  inno_frames *f = inno__alloc(a, sizeof *f);
  if (f == NULL) return NULL;
  memset(f, 0, sizeof *f);
  f->allocator = *a;
  return f;
}

/* An array whose bytes are 0; 1 = there, or none was asked for. */
static int take(const inno_frames *f, size_t count, size_t size, void **out) {
  if (count == 0) return 1;
  *out = inno__alloc(&f->allocator, count * size);
  if (*out != NULL) memset(*out, 0, count * size);
  return *out != NULL;
}

inno_status inno__frames_room(inno_frames *f, int named) {
  void *kinds = NULL, *held = NULL, *periods = NULL;
  int there = take(f, (size_t)f->step_count, sizeof *f->kinds, &kinds);
  f->kinds = kinds;
  there = there && take(f, (size_t)f->step_count * (size_t)f->indicators, sizeof *f->held, &held);
  f->held = held;
  there = there && take(f, named ? (size_t)f->period_count : 0, sizeof *f->periods, &periods);
  f->periods = periods;
  return there ? INNO_OK : INNO_E_NOMEM;
}

inno_status inno__frames_room_for_values(inno_frames *f) {
  void *logs = NULL, *frames = NULL;
  int there = take(f, (size_t)f->log_count, sizeof *f->logs, &logs);
  f->logs = logs;
  there = there && take(f, (size_t)f->frame_count, sizeof *f->frames, &frames);
  f->frames = frames;
  return there ? INNO_OK : INNO_E_NOMEM;
}

int64_t inno__frames_period(const inno_frames *f, double value) {
  for (int64_t p = 0; f->periods != NULL && p < f->period_count; p++)
    if (f->periods[p] == value) return p;
  return -1;
}

/* ---- use ---- */

static inno_status unusable(const inno_method *m, int64_t j, inno_error *error) {
  return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_VALUE,
                    &(inno__where){.node = inno__names_at(m->tree->codes, j)});
}

/* Constants that the rule of the indicator can have left. */
static inno_status check_values(const inno_frames *f, const inno_method *m, int32_t k, int64_t j, inno_error *error) {
  const inno__held *held = inno__frames_of(f, k, j);
  const inno__step *step = &m->steps[k];
  if (held->count < 1) return unusable(m, j, error);
  for (int64_t i = held->first; i < held->first + held->count; i++) {
    int usable = step->kind == INNO_STEP_TREAT ? inno__treat_log_usable(&step->rules.treat[j], &f->logs[i])
                                               : inno__frame_usable(&step->rules.normalize[j], &f->frames[i]);
    if (!usable) return unusable(m, j, error);
  }
  return INNO_OK;
}

/* Frames of single periods serve those periods only. */
static inno_status check_periods(const inno_frames *f, const inno_method *m, int32_t k, int64_t j,
                                 const inno_dataset *d, inno_error *error) {
  if (inno__frames_of(f, k, j)->count == 1) return INNO_OK;
  for (int64_t p = 0; p < d->period_count; p++) {
    double value = d->periods != NULL ? d->periods[p] : inno__nan();
    if (inno__frames_period(f, value) < 0)
      return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_PERIOD,
                        &(inno__where){.node = inno__names_at(m->tree->codes, j), .value = value});
  }
  return INNO_OK;
}

/* Taken with this method or with one of the same choices. */
static int same_method(const inno_frames *f, const inno_method *m) {
  char fingerprint[INNO_FINGERPRINT_BYTES];
  if (f->stamp != 0) return f->stamp == m->stamp;
  inno__method_fingerprint(m, fingerprint);
  return memcmp(f->fingerprint, fingerprint, sizeof fingerprint) == 0;
}

inno_status inno__frames_bind(const inno_frames *f, const inno_method *m, const inno_dataset *d, inno_error *error) {
  int same = f->step_count == m->step_count && f->indicators == m->tree->indicators && same_method(f, m);
  for (int32_t k = 0; same && k < m->step_count; k++) same = f->kinds[k] == m->steps[k].kind;
  if (!same) return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_METHOD, &(inno__where){.given = f->fingerprint});
  inno_status s = INNO_OK;
  for (int32_t k = 0; k < m->step_count; k++) {
    if (f->kinds[k] != INNO_STEP_TREAT && f->kinds[k] != INNO_STEP_NORMALIZE) continue;
    for (int64_t j = 0; j < f->indicators && s == INNO_OK; j++) {
      s = check_values(f, m, k, j, error);
      if (s == INNO_OK) s = check_periods(f, m, k, j, d, error);
    }
  }
  return s;
}
