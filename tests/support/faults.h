/* Every allocation of a call failing in its turn: the call is tried with no allocation permitted, then with one, then
 * with two, until none of its own fails. A failure says INNO_E_NOMEM and leaves nothing: no object, no block, no byte.
 *
 *   faults turn = {0};
 *   while (faults_again(&turn)) {
 *     inno_analysis *out = NOT_AN_OBJECT;
 *     FAULTS_MADE(&turn, inno_analysis_create_x(&turn.allocator, ..., &out, NULL), out);
 *     inno_analysis_destroy(out);
 *   }
 *   assert_true(turn.permitted > 10); // that many allocations, each failed once
 */
#ifndef TESTS_SUPPORT_FAULTS_H
#define TESTS_SUPPORT_FAULTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "innoscore/status.h"
#include "support/allocator.h"

/* Begins as {0}. */
typedef struct {
  inno_allocator allocator; /* of this try; what it gives comes back before the next */
  counting counter;         /* .permitted = -1 where a try must go on after its failure */
  int64_t permitted;        /* allocations that this try may make; at the end, all that the calls make */
  inno_status status;
  enum { FAULTS_NEW, FAULTS_OPEN, FAULTS_SAID } stage;
} faults;

/* 1 = another try. Fails the test when the last try kept memory or gave back another size. */
int faults_again(faults *f);
/* What the calls of this try came to: INNO_E_NOMEM after an allocation that failed, and INNO_OK only without one.
 * 1 = INNO_OK. */
int faults_said(faults *f, inno_status s);
/* The same of a call that makes an object: NULL exactly when it failed. A macro, as the call comes before a look at
 * out: arguments of a function are taken in any order. */
#define FAULTS_MADE(f, call, out) (faults_said((f), (call)) ? faults_left(1, (out)) : faults_left(0, (out)))
int faults_left(int done, const void *out);

#endif
