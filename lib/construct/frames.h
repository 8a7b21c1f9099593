/* Frames that outlive their data: for every treatment and normalization step and indicator the constants that were
 * taken, to be used for other units or years under the same method. */
#ifndef INNO_CONSTRUCT_FRAMES_H
#define INNO_CONSTRUCT_FRAMES_H

#include "construct/dataset.h"
#include "construct/method.h"
#include "innoscore/frames.h"

/* Where the frames of one indicator in one step lie: among the logs of a treatment, the frames of a normalization.
 * One frame serves all periods, several serve one period each. */
typedef struct {
  int64_t first, count;
} inno__held;

struct inno_frames {
  inno_allocator allocator;
  char fingerprint[INNO_FINGERPRINT_BYTES]; /* of the method */
  uint64_t stamp; /* of the method; 0 = read from a text, then the fingerprint tells */
  int32_t step_count;
  int64_t indicators, period_count;
  inno__names *codes; /* indicators first; there may be aggregates behind them */
  int64_t log_count, frame_count;
  int32_t *kinds;   /* of each step */
  double *periods;  /* period_count; NULL = one period without a name */
  inno__held *held; /* step_count x indicators */
  inno__treat_log *logs;
  inno__frame *frames;
};

static inline const inno__held *inno__frames_of(const inno_frames *f, int32_t step, int64_t indicator) {
  return &f->held[step * f->indicators + indicator];
}
/* Number of the period with this value; -1 = none. */
int64_t inno__frames_period(const inno_frames *f, double value);

void inno__frames_destroy(inno_frames *f);
/* An object without contents; then room for kinds, held and (when named) periods, then for logs and frames, as the
 * counts in it say. NULL, or INNO_E_NOMEM: destroy what there is. */
inno_frames *inno__frames_new(const inno_allocator *a);
inno_status inno__frames_room(inno_frames *f, int named);
inno_status inno__frames_room_for_values(inno_frames *f);

/* Of a result that kept its steps, and its method. INNO_OK, INNO_E_FRAMES (a rule without constants, another method),
 * INNO_E_NOMEM. */
inno_status inno__frames_take(const inno_allocator *a, const inno_result *r, const inno_method *m, inno_frames **out,
                              inno_error *error);

/* The same where some rule has no constants: that one's frames are then not to be used. INNO_OK, INNO_E_NOMEM. */
inno_status inno__frames_take_any(const inno_allocator *a, const inno_result *r, const inno_method *m,
                                  inno_frames **out, inno_error *error);

/* INNO_OK, or INNO_E_FRAMES: another method, a period that is not held, constants that its rules cannot have left. */
inno_status inno__frames_bind(const inno_frames *f, const inno_method *m, const inno_dataset *d, inno_error *error);

/* The text, piece by piece, without checksum. */
void inno__frames_write(const inno_frames *f, inno__sink sink, void *context);
/* Reads it, checksum included; nothing in it is trusted. */
inno_status inno__frames_read(const inno_allocator *a, const char *text, size_t length, inno_frames **out,
                              inno_error *error);
/* Digits and line that end the text. */
#define INNO__FRAMES_CHECKSUM "checksum\t"

#endif
