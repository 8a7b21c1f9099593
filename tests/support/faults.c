#include "support/faults.h"

/* More than any call here allocates: one that says INNO_E_NOMEM for ever is found. */
enum { MOST_TRIES = 20000 };

static void end_try(const faults *f) {
  if (f->stage != FAULTS_SAID) fail_msg("a try of %lld allocations did not say how it ended", (long long)f->permitted);
  assert_int_equal(f->counter.live_blocks, 0);
  assert_int_equal(f->counter.live_bytes, 0);
  assert_int_equal(f->counter.wrong_size, 0);
}

int faults_again(faults *f) {
  if (f->stage != FAULTS_NEW) {
    end_try(f);
    if (f->status == INNO_OK) {
      print_message("%lld allocations, each failed once\n", (long long)f->permitted);
      return 0;
    }
    f->permitted++;
    assert_true(f->permitted < MOST_TRIES);
  }
  f->allocator = counting_allocator(&f->counter);
  f->counter.permitted = f->permitted;
  f->stage = FAULTS_OPEN;
  return 1;
}

int faults_said(faults *f, inno_status s) {
  assert_int_equal(f->stage, FAULTS_OPEN);
  assert_int_equal(s, f->counter.failed > 0 ? INNO_E_NOMEM : INNO_OK);
  f->stage = FAULTS_SAID;
  f->status = s;
  return s == INNO_OK;
}

int faults_left(int done, const void *out) {
  assert_int_equal(out != NULL, done);
  return done;
}
