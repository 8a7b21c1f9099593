/* Frames of a result that kept its steps. */
#include <string.h>

#include "base/error.h"
#include "construct/frames.h"
#include "construct/keys.h"
#include "construct/result.h"

static int holds(int32_t kind) { return kind == INNO_STEP_TREAT || kind == INNO_STEP_NORMALIZE; }

/* Frames of a column: a normalization has one record each, a treatment one record a stage. */
static int64_t frames_in(const inno_result *r, const inno__step_result *s, int64_t j) {
  int64_t records = s->first_record[j + 1] - s->first_record[j], count = 0;
  if (s->kind == INNO_STEP_NORMALIZE) return records;
  for (const inno__treat_log *log = &s->logs[j * r->period_count]; records > 0; log++, count++) records -= log->count;
  return count;
}

/* A rule that compares units has left no constants. */
static inno_status check_rules(const inno_result *r, inno_error *error) {
  for (int32_t k = 0; k < r->step_count; k++)
    for (int64_t j = 0; r->steps[k].kind == INNO_STEP_NORMALIZE && j < r->tree->indicators; j++) {
      int32_t rule = r->steps[k].frames[j * r->period_count].rule;
      if (!inno__normalize_holds(rule))
        return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_RANK,
                          &(inno__where){.node = inno__names_at(r->tree->codes, j),
                                         .what = inno__rule_name(INNO_STEP_NORMALIZE, rule)});
    }
  return INNO_OK;
}

static void count_frames(inno_frames *f, const inno_result *r) {
  for (int32_t k = 0; k < r->step_count; k++) {
    f->kinds[k] = r->steps[k].kind;
    for (int64_t j = 0; holds(f->kinds[k]) && j < f->indicators; j++) {
      inno__held *held = &f->held[k * f->indicators + j];
      int64_t *all = f->kinds[k] == INNO_STEP_TREAT ? &f->log_count : &f->frame_count;
      held->count = frames_in(r, &r->steps[k], j);
      held->first = *all;
      *all += held->count;
    }
  }
}

static void copy_frames(inno_frames *f, const inno_result *r) {
  for (int32_t k = 0; k < r->step_count; k++)
    for (int64_t j = 0; holds(f->kinds[k]) && j < f->indicators; j++) {
      const inno__held *held = inno__frames_of(f, k, j);
      size_t count = (size_t)held->count;
      if (f->kinds[k] == INNO_STEP_TREAT)
        memcpy(&f->logs[held->first], &r->steps[k].logs[j * r->period_count], count * sizeof *f->logs);
      else
        memcpy(&f->frames[held->first], &r->steps[k].frames[j * r->period_count], count * sizeof *f->frames);
    }
}

inno_status inno__frames_take(const inno_allocator *a, const inno_result *r, const inno_method *m, inno_frames **out,
                              inno_error *error) {
  *out = NULL;
  if (r->stamp != m->stamp) return inno__fail(error, INNO_E_FRAMES, INNO__MSG_FRAMES_RESULT, NULL);
  inno_status s = check_rules(r, error);
  return s == INNO_OK ? inno__frames_take_any(a, r, m, out, error) : s;
}

inno_status inno__frames_take_any(const inno_allocator *a, const inno_result *r, const inno_method *m,
                                  inno_frames **out, inno_error *error) {
  *out = NULL;
  inno_frames *f = inno__frames_new(a);
  inno_status s = f != NULL ? inno__names_copy(r->tree->codes, a, &f->codes) : INNO_E_NOMEM;
  if (s == INNO_OK) {
    inno__method_fingerprint(m, f->fingerprint);
    f->stamp = m->stamp;
    f->step_count = r->step_count;
    f->indicators = r->tree->indicators;
    f->period_count = r->period_count;
    s = inno__frames_room(f, r->has_periods);
  }
  if (s == INNO_OK) {
    count_frames(f, r);
    s = inno__frames_room_for_values(f);
  }
  if (s != INNO_OK) {
    inno__frames_destroy(f);
    return inno__no_memory(error);
  }
  if (r->has_periods) memcpy(f->periods, r->periods, (size_t)r->period_count * sizeof *f->periods);
  copy_frames(f, r);
  *out = f;
  return INNO_OK;
}
